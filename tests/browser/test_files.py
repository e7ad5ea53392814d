"""The same bytes, crawled link by link wherever a site can lie."""

from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.browser.engines import Engine
from tests.browser.fixtures import Host, Visit
from tests.browser.hosts import Hosted, Place
from tests.browser.player import AT_REST
from tests.site.pages import pages_of
from tests.sites import Built

# Addresses as the browser understands them. Pictures load late, and so are asked for here. A font
# that stands in for one ("Bitter from Georgia") is there on some computers only.
READ = """
async () => {
  const { documentElement: html, body, styleSheets, fonts, images, links } = document;
  await Promise.all([...images].map((image) => ((image.loading = "eager"), image.decode())));
  await fonts.ready;
  return {
    links: [...links].map((link) => link.href),
    ids: [...html.querySelectorAll("[id]")].map((one) => one.id),
    styled: styleSheets.length > 0 && getComputedStyle(body).marginTop === "0px",
    fonts: [...fonts].filter(({ family, status }) => status === "error" && !/ from /.test(family))
      .map((font) => font.family),
  };
}
"""

HUG = "exercises/single-knee-to-chest.html"

# Browsers differ most about disks. What others make of servers can wait for the long run. At the
# top of a server test_widths.py opens every page of the larger site in Chromium, watched as well.
SHOWN = [
    pytest.param(
        name,
        engine,
        place,
        marks=[] if engine is Engine.CHROMIUM or place is Place.DISK else [pytest.mark.long],
    )
    for name in ("site", "week_site")
    for engine in Engine
    for place in Place
    if (name, engine, place) != ("site", Engine.CHROMIUM, Place.TOP)
]


@dataclass(frozen=True, slots=True)
class Read:
    """What a browser made of a page."""

    links: list[str]
    ids: list[str]
    styled: bool
    fonts: list[str]


def crawl(page: Page, at: Hosted) -> dict[str, Read]:
    """Every page that links lead to, by its whole address without an anchor. Links that a script
    has turned into something else lead there too: they are in the page as it was sent."""
    sent = {at.url(each.address): each.references for each in pages_of(at.site)}
    found: dict[str, Read] = {}
    ahead = [at.url("index.html"), at.url("404.html")]
    while ahead:
        url = ahead.pop()
        page.goto(url)
        page.wait_for_function(AT_REST)  # whoever leaves before is told that its script is lost
        found[url] = Read(**page.evaluate(READ))
        links = {link.partition("#")[0] for link in found[url].links}
        links |= {at.url(each.target) for each in sent[url] if not each.leads_out}
        new = {link for link in links if at.has_page(link)} - found.keys() - set(ahead)
        ahead += sorted(new)
    return found


@pytest.mark.parametrize(("name", "engine", "place"), SHOWN)
def test_every_page_opens_with_its_styles_and_without_a_complaint(
    request: pytest.FixtureRequest, visit: Visit, host: Host, name: str, place: Place
) -> None:
    site: Built = request.getfixturevalue(name)
    check_every_page(visit(site, "index.html", place), host(site, place))


def check_every_page(page: Page, at: Hosted) -> None:
    """Links lead to all of them, and each has what it needs. A watch hears of all else."""
    found = crawl(page, at)
    assert set(found) == {at.url(each.address) for each in pages_of(at.site) if not each.leads_on}
    assert [url for url, read in found.items() if not read.styled or read.fonts] == []
    assert dead_anchors(found) == []


def dead_anchors(found: dict[str, Read]) -> list[str]:
    """Links within the site whose anchor isn't where they lead."""
    links = {link for read in found.values() for link in read.links if "#" in link}
    parts = {link: link.split("#") for link in links}
    return [
        link
        for link, (url, anchor) in parts.items()
        if url in found and unquote(anchor) not in found[url].ids
    ]
