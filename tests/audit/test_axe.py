"""Every page in the eyes of axe: in the light and in the dark, on a phone and on a desk."""

from collections.abc import Mapping, Sequence
from itertools import islice, product
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize

from tests.browser.fixtures import Host, Visit
from tests.browser.hosts import Hosted, Place
from tests.browser.player import Player, hold_clock
from tests.site.pages import pages_of
from tests.sites import Built
from tests.tools import require_packages

Light = Literal["light", "dark"]

# In the dark nothing but the colours is another.
LIGHTS: Mapping[Light, Sequence[str]] = {
    "light": ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    "dark": ("cat.color",),
}
SIZES = (ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844))
SHARES = 4
"""In so many parts pages are looked at, so that several processes can."""

ROUTINE = "routines/morning-start-in-bed.html"
WEEK = "routines/first-week.html"

FIND = """
async (tags) => {
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(" ")}`));
}
"""

HIDE_A_WORD_IN_THE_DARK = """
() => {
  const rules = "@media (width < 400px) and (prefers-color-scheme: dark) { h1 { color: #222 } }";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}
"""


@pytest.fixture(scope="session")
def axe() -> str:
    """Its script."""
    packages = require_packages(Path(__file__).parent)
    return (packages / "axe-core/axe.min.js").read_text(encoding="utf-8")


def faults(page: Page, axe: str) -> list[str]:
    """What axe finds wrong with a page, in every light and size. It needs a clock that runs."""
    page.clock.resume()
    page.evaluate(axe)
    found = []
    for size, light in product(SIZES, LIGHTS):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=light, reduced_motion="reduce")
        where = f"{page.url}, {size['width']} pixels, {light}"
        found += [f"{where}: {fault}" for fault in page.evaluate(FIND, LIGHTS[light])]
    return found


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("name", ["site", "week_site"])
def test_no_page_has_a_fault(
    request: pytest.FixtureRequest, visit: Visit, host: Host, axe: str, name: str, share: int
) -> None:
    site: Built = request.getfixturevalue(name)
    at: Hosted = host(site, Place.TOP)
    page = visit(site, "index.html")
    found = []
    for each in islice(pages_of(site), share, None, SHARES):
        if not each.leads_on:  # such a page is gone before anybody has looked at it
            page.goto(at.url(each.address))
            found += faults(page, axe)
    assert found == []


def test_a_fault_would_be_found(site: Built, visit: Visit, axe: str) -> None:
    """In the dark only, on a phone only."""
    page = visit(site, "index.html")
    page.evaluate(HIDE_A_WORD_IN_THE_DARK)
    (fault,) = faults(page, axe)
    assert "390 pixels, dark: color-contrast" in fault


def test_no_state_of_the_player_has_a_fault(
    context: BrowserContext, site: Built, visit: Visit, axe: str
) -> None:
    hold_clock(context)
    page = visit(site, ROUTINE)
    player = Player(page)
    player.start()
    found = {"ready": faults(page, axe)}
    wanted = ["hold", "release", "change"]
    while wanted:
        player.press("Skip")
        kind = player.look().kind
        if kind in wanted:
            wanted.remove(kind)
            found[kind] = faults(page, axe)
    player.wait(20)  # whoever has done something is asked how it felt
    player.press("Pause")
    found["paused"] = faults(page, axe)
    player.press("Sound and settings")
    found["options"] = faults(page, axe)
    player.press("Done")
    while player.look().state != "done":
        player.press("Skip")
    page.get_by_label("It hurts").check()
    found["done, and it hurts"] = faults(page, axe)
    page.get_by_label("About right").check()
    found["done"] = faults(page, axe)
    player.press("Once more")
    player.press("Skip")
    player.press("Close")
    player.start()
    found["to be carried on"] = faults(page, axe)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_no_rest_activity_or_wait_has_a_fault(
    context: BrowserContext, week_site: Built, visit: Visit, axe: str
) -> None:
    hold_clock(context)
    page = visit(week_site, WEEK)
    player = Player(page)
    player.start("#day-2")
    assert player.look().kind == "activity"
    assert faults(page, axe) == []
    player.press("Sound and settings")
    page.get_by_label("I press Done").check()
    assert faults(page, axe) == []
    player.press("Done")
    while player.look().key != "Done":
        player.press("Skip")
    assert faults(page, axe) == []
    player.press("Close")
    player.start("#day-1")
    while player.look().kind != "rest":
        player.press("Skip")
    assert faults(page, axe) == []
