"""Nothing moves when a font comes late: a font that is there has stood in with its measures."""

import pytest
from playwright.sync_api import Page, Route, ViewportSize

from tests.browser.fixtures import Visit
from tests.sites import Built
from tests.tools import missing

EXERCISE = "exercises/single-knee-to-chest.html"
ROUTINE = "routines/morning-start-in-bed.html"
SIZES = (ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900))

LEAST = 0.0005
"""Layout shift that nobody sees: figures are a pixel or two wider than those that stood in."""

STANDING_IN = """
async (names) => {
  const there = names.map((name) => new FontFace("there", `local("${name}")`).load());
  return (await Promise.allSettled(there)).some(({ status }) => status === "fulfilled");
}
"""
BOLD = ("Georgia Bold", "Noto Serif Bold", "Liberation Serif Bold", "DejaVu Serif Bold")

PAINTED = """
() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
"""
SHIFT = """
async () => {
  const isThere = () => [...document.fonts].some(({ family, status }) =>
    family.includes("Bitter") && !family.includes("from") && status === "loaded");
  let shown = isThere();  // once: a style that comes later makes all fonts anew
  for (let tries = 0; tries < 100 && !shown; tries += 1) {
    await new Promise((done) => setTimeout(done, 100));
    shown = isThere();
  }
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const watch = new PerformanceObserver(() => {});
  watch.observe({ type: "layout-shift", buffered: true });
  return shown ? watch.takeRecords().reduce((sum, { value }) => sum + value, 0) : NaN;
}
"""
NO_STAND_IN = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root { --serif: "Bitter", monospace !important; }');
  document.adoptedStyleSheets.push(sheet);
}
"""


def shift(page: Page, before: str = "() => {}") -> float:
    """How much a page moves when its font comes after all else has been painted."""
    waiting: list[Route] = []
    go_on = False

    def hold(route: Route) -> None:
        if go_on:
            route.continue_()
        else:
            waiting.append(route)

    page.route("**/*.woff2", hold)
    page.reload(wait_until="domcontentloaded")
    page.evaluate(before)
    page.evaluate(PAINTED)
    assert waiting
    go_on = True  # one that is asked for only now isn't held either
    for route in waiting:
        route.continue_()
    moved: float = page.evaluate(SHIFT)
    page.unroute("**/*.woff2")
    return moved


@pytest.mark.parametrize("address", ["index.html", "exercises/index.html", EXERCISE, ROUTINE])
def test_a_late_font_moves_nothing(site: Built, visit: Visit, address: str) -> None:
    page = visit(site, address)
    if not page.evaluate(STANDING_IN, BOLD):
        missing(f"This test needs one of these fonts: {', '.join(BOLD)}.")
    for size in SIZES:
        page.set_viewport_size(size)
        assert shift(page) < LEAST


def test_what_moves_would_be_seen(site: Built, visit: Visit) -> None:
    page = visit(site, EXERCISE)
    page.set_viewport_size(SIZES[0])
    assert shift(page, NO_STAND_IN) > 0.01
