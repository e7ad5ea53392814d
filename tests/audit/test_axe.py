"""Every page in the eyes of axe: in the light and in the dark, on a phone and on a desk."""

from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.fixtures import Host, Visit
from tests.browser.hosts import Hosted, Place
from tests.browser.timer import Timer
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
    """What axe finds wrong with a page, in every light and size."""
    page.evaluate(axe)
    found = []
    for size, light in product(SIZES, LIGHTS):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=light, reduced_motion="reduce")
        where = f"{page.url}, {size['width']} pixels, {light}"
        found += [f"{where}: {fault}" for fault in page.evaluate(FIND, LIGHTS[light])]
    return found


@pytest.mark.parametrize("name", ["site", "week_site"])
def test_no_page_has_a_fault(
    request: pytest.FixtureRequest, visit: Visit, host: Host, axe: str, name: str
) -> None:
    site: Built = request.getfixturevalue(name)
    at: Hosted = host(site, Place.TOP)
    page = visit(site, "index.html")
    found = []
    for each in pages_of(site):
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


def test_no_state_of_a_timer_has_a_fault(site: Built, visit: Visit, axe: str) -> None:
    page = visit(site, ROUTINE)
    timer = Timer(page)
    timer.press("Start")
    found = {f"{timer.look().phase}, running": faults(page, axe)}
    wanted = ["hold", "release", "change"]
    while wanted:
        timer.press("Skip")
        phase = timer.look().phase
        if phase in wanted:
            wanted.remove(phase)
            found[f"{phase}, running"] = faults(page, axe)
    timer.press("Pause")
    found["paused"] = faults(page, axe)
    while timer.look().state != "done":
        timer.press("Skip")
    found["done"] = faults(page, axe)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_no_rest_or_activity_has_a_fault(week_site: Built, visit: Visit, axe: str) -> None:
    page = visit(week_site, WEEK)
    first, second = Timer(page, "Day 1: Settle in"), Timer(page, "Day 2: Größer")
    second.press("Start")
    assert second.look().phase == "activity"
    assert faults(page, axe) == []
    first.press("Start")
    while first.look().phase != "rest":
        first.press("Skip")
    assert faults(page, axe) == []
