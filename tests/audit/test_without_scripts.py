"""With JavaScript off, pages lack the timers, the filters and the search, and nothing else."""

import pytest

from tests.browser.engines import Engine
from tests.browser.fixtures import Browsers, Host, visiting
from tests.browser.hosts import Place
from tests.browser.watch import Watch
from tests.site.pages import pages_of
from tests.sites import Built

# What the script alone can do stands in these, and behind links that narrow a list down twice.
SCRIPTED = "[data-timer], [data-diary], [data-search], [aria-controls=search], [data-filters] form"

READ = """
(scripted) => {
  const seen = [...document.querySelectorAll("main *, header *, footer *")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(scripted));
  const words = (one) => one.innerText.trim().replace(/\\s+/g, " ");
  return {
    dead: seen.filter((one) => one.matches("button, input, select, [role=button]"))
      .map((one) => one.outerHTML.slice(0, 90)),
    links: seen.filter((one) => one.matches("a[href]:not([href*='?'])"))
      .map((one) => one.getAttribute("href").split("#")[0]),
    headings: seen.filter((one) => one.matches("h1, h2, h3, h4")).map(words),
    steps: seen.filter((one) => one.matches("ol > li, dd, time")).map(words),
    figures: seen.filter((one) => one.matches("[role=img], img"))
      .map((one) => one.id || one.getAttribute("src")),
  };
}
"""

Read = dict[str, list[str]]


def readings(site: Built, browsers: Browsers, host: Host, *, scripts: bool) -> dict[str, Read]:
    """What somebody sees of each page who lets pages run scripts, or doesn't."""
    at = host(site, Place.TOP)
    found: dict[str, Read] = {}
    with browsers(Engine.CHROMIUM).new_context(java_script_enabled=scripts) as context:
        watch = Watch(context)
        page = visiting(context, watch, host)(site, "index.html")
        for each in pages_of(site):
            if not each.leads_on:
                page.goto(at.url(each.address))
                found[each.address] = page.evaluate(READ, SCRIPTED)
        assert watch.complaints == []
    return found


@pytest.mark.parametrize("name", ["site", "week_site"])
def test_nothing_else_is_lost(
    request: pytest.FixtureRequest, browsers: Browsers, host: Host, name: str
) -> None:
    site: Built = request.getfixturevalue(name)
    plain = readings(site, browsers, host, scripts=False)
    lost = [
        f"{address}: {what}: {each}"
        for address, lively in readings(site, browsers, host, scripts=True).items()
        for what in ("links", "headings", "steps", "figures")
        for each in dict.fromkeys(lively[what])
        if each not in plain[address][what]
    ]
    dead = [f"{address}: {each}" for address, read in plain.items() for each in read["dead"]]
    assert lost == []
    assert dead == []
