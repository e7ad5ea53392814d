"""Whether the player can be read from the floor and hit with a thumb: measured on real screens."""

import re
from time import sleep

import pytest
from playwright.sync_api import BrowserContext, Page, Route, ViewportSize, expect

from tests.browser.fitting import CUT, LARGE_LETTERS
from tests.browser.fixtures import Visit
from tests.browser.player import Player, hold_clock
from tests.browser.reader import SETTLED
from tests.sites import Built

MORNING = "routines/morning-start-in-bed.html"
HAMSTRING = "exercises/hamstring-stretch-foot-on-step.html"  # long title, many steps
SIZES = [
    (320, 640),
    (390, 664),
    (390, 844),
    (768, 1024),
    (1280, 900),
    (844, 390),
    (667, 375),
    (664, 360),
    (640, 360),
    (568, 320),
    (1024, 768),
]

HEIGHT_OF_DIGITS = """
(digits) => {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(digits);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText("17");
  return actualBoundingBoxAscent + actualBoundingBoxDescent;
}
"""

# Whether digits of this height are out of sight, below the keys, or over their ring.
AMISS = """
(digits, high) => {
  const range = document.createRange();
  range.selectNodeContents(digits);
  const { left: begin, right: end, top, bottom } = range.getBoundingClientRect();
  // Each digit has a little room of its own at its sides, and brings the next one closer.
  const { fontSize, letterSpacing } = getComputedStyle(digits);
  const room = 0.05 * parseFloat(fontSize);
  const [left, right] = [begin + room, end - room - parseFloat(letterSpacing)];
  const [low, deep] = [(top + bottom - high) / 2, (top + bottom + high) / 2];
  const keys = document.querySelector("[data-keys]").getBoundingClientRect();
  const ring = document.querySelector(".p-ring").getBoundingClientRect();
  const line = parseFloat(getComputedStyle(document.querySelector("[data-ring]")).strokeWidth);
  const found = [];
  if (low < 0 || left < 0 || right > innerWidth) found.push("out of sight");
  if (deep > keys.top && right > keys.left) found.push("below the keys");
  if (deep > innerHeight) found.push("out of sight");
  const over = left < ring.left + line || right > ring.right - line;
  if (over || low < ring.top + line || deep > ring.bottom - line) found.push("over the ring");
  return found;
}
"""

# How wide and high each of the keys in sight can be hit, around its middle.
HIT = """
(dialog) => {
  const shown = [...dialog.querySelectorAll("button")].filter((button) =>
    button.checkVisibility({ visibilityProperty: true }) && !button.matches("[data-ask]"));
  return shown.map((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hits = (dx, dy) =>
      document.elementFromPoint(x + dx, y + dy)?.closest("button") === button;
    const reach = (dx, dy) => {
      let far = 0;
      while (far < 400 && hits(dx * far, dy * far)) far += 0.5;
      return far;
    };
    return [button.getAttribute("aria-label") ?? button.textContent.trim(),
      reach(-1, 0) + reach(1, 0), reach(0, -1) + reach(0, 1)];
  });
}
"""

# What lies over what, and what is outside of the screen.
CLASHES = """
(dialog) => {
  const parts = [".p-top", ".p-now", ".p-face", ".p-step", ".p-next", ".p-note", ".p-keys"]
    .map((name) => [name, dialog.querySelector(name)])
    .filter(([, part]) => part.checkVisibility());
  const boxes = parts.map(([name, part]) => [name, part.getBoundingClientRect()]);
  const found = [];
  for (const [name, box] of boxes) {
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`${name} sticks out`);
    if (box.top < -1 || box.bottom > innerHeight + 1) found.push(`${name} is not in the view`);
    for (const [other, there] of boxes) {
      const [low, high] = [Math.max(box.top, there.top), Math.min(box.bottom, there.bottom)];
      const [far, near] = [Math.max(box.left, there.left), Math.min(box.right, there.right)];
      if (name < other && high - low > 1 && near - far > 1) found.push(`${name} over ${other}`);
    }
  }
  for (const part of dialog.querySelectorAll("p, span, button")) {
    const isElsewhere = part.closest(".p-end, .p-panel, .hush, .p-ask") !== null;
    if (part.innerText.trim() && part.checkVisibility() && !isElsewhere
        && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 1) {
      found.push(`too wide: ${part.textContent.trim()}`);
    }
  }
  return found;
}
"""

WATCH_SHIFTS = """
async () => {
  await document.fonts.ready;
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
    }
  }).observe({ type: "layout-shift" });
}
"""

WATCH_FIRST_SIGHT = """
new MutationObserver(() => {
  const dialog = document.querySelector("dialog[open]");
  if (!dialog || globalThis.sight) return;
  const { x, y, width, height } = dialog.getBoundingClientRect();
  globalThis.sight = [x, y, width, height];
}).observe(document, { subtree: true, attributeFilter: ["open"] });
"""


@pytest.fixture
def player(context: BrowserContext, site: Built, visit: Visit) -> Player:
    hold_clock(context)
    return Player(visit(site, HAMSTRING))


def come_late(route: Route) -> None:
    sleep(0.5)
    route.continue_()


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))


def test_each_state_fits_and_can_be_read_and_hit_on_every_screen(player: Player) -> None:
    """The digits are 30 % of the short side high, each key 64 px."""
    wrong: list[str] = []

    def check(state: str) -> None:
        for size in SIZES:
            resize(player.page, size)
            where = f"{state} at {size[0]} × {size[1]}"
            wrong.extend(f"{where}: {each}" for each in player.dialog.evaluate(CLASHES))
            wrong.extend(f"{where}: {each}" for each in player.page.evaluate(CUT))
            high = player.dialog.locator("[data-digits]").evaluate(HEIGHT_OF_DIGITS)
            if high < 0.3 * min(size):
                wrong.append(f"{where}: digits are {high:.0f} px high")
            for key, width, height in player.dialog.evaluate(HIT):
                if min(width, height) < 63:
                    wrong.append(f"{where}: {key} is {width:.0f} × {height:.0f} px")

    player.start()
    check("ready")
    player.press("Skip")
    player.wait(3)
    check("hold")
    player.press("Skip")
    check("change")
    player.press("Pause")
    check("paused")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("letters", ["100%", "200%"])
@pytest.mark.parametrize(
    ("address", "shown"),
    [("exercises/single-knee-to-chest.html", "20"), ("exercises/lie-down-break.html", "2:00")],
)
def test_digits_are_as_large_whatever_they_say_and_however_large_the_letters(
    context: BrowserContext, site: Built, visit: Visit, address: str, shown: str, letters: str
) -> None:
    """30 % of the short side, in sight and within their ring, on small phones too, upright and on
    their sides. All else may have to be scrolled."""
    hold_clock(context)
    player = Player(visit(site, address))
    player.page.evaluate(f"document.documentElement.style.fontSize = '{letters}'")
    digits = player.dialog.locator("[data-digits]")
    wrong: list[str] = []

    def check(state: str) -> None:
        for size in [*SIZES, (320, 568), (1280, 800)]:
            resize(player.page, size)
            where = f"{state} at {size[0]} × {size[1]}"
            high = digits.evaluate(HEIGHT_OF_DIGITS)
            if high < 0.3 * min(size):
                wrong.append(f"{where}: {high:.0f} px high")
            wrong.extend(f"{where}: {each}" for each in digits.evaluate(AMISS, high))

    player.start()
    check("ready")
    player.press("Skip")
    player.see(shown)
    check("hold")
    player.press("Pause")
    check("paused")
    assert wrong == [], "\n".join(wrong)


def test_the_dial_stays_where_it_is_while_one_holds_changes_sides_and_pauses(
    player: Player,
) -> None:
    """But for a few pixels, since what comes last has no picture."""
    for size in SIZES:
        resize(player.page, size)
        player.start()
        places: list[dict[str, float]] = []
        for key in ("Skip", "Skip", "Skip", "Pause"):
            player.press(key)
            places.append(player.dialog.locator(".p-face").bounding_box() or {})  # type: ignore[arg-type]
        for part in ("x", "y", "width"):
            moved = [place[part] for place in places]
            assert max(moved) - min(moved) < 5, f"{part} at {size}: {moved}"
        player.press("Back")
        for _ in range(2):
            player.press("Back")
        player.press("Close")
        player.page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("width", [320, 390])
def test_letters_twice_as_large_scroll_and_the_keys_stay(player: Player, width: int) -> None:
    resize(player.page, (width, 700))
    player.page.evaluate(LARGE_LETTERS)
    player.start()
    assert player.dialog.evaluate("one => one.scrollWidth <= one.clientWidth")
    for place in (0, 10_000):
        player.dialog.evaluate("(one, place) => one.scrollTo(0, place)", place)
        keys = player.dialog.locator("[data-keys]").bounding_box()
        assert keys
        assert 690 < keys["y"] + keys["height"] < 701


def test_the_end_shows_all_of_its_picture(player: Player) -> None:
    player.start()
    player.wait(600)
    for size in SIZES:
        resize(player.page, size)
        player.dialog.evaluate("one => one.scrollTo(0, 0)")
        room = player.dialog.locator(".p-picture .room").bounding_box()
        figure = player.dialog.locator(".p-picture .room > svg").bounding_box()
        assert room
        assert figure
        wide = size[0] > size[1]
        assert room["width"] > size[0] * (0.49 if wide else 0.99)
        assert room["height"] >= (size[1] - 1 if wide else 120)
        assert figure["y"] >= room["y"]
        assert figure["y"] + figure["height"] <= room["y"] + room["height"]


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_ring_runs_or_steps(player: Player, motion: str) -> None:
    player.page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    player.start()
    player.wait(1.1)  # two frames more than the second: first it is drawn, then it runs
    ring = player.dialog.locator("[data-ring]")
    assert (ring.get_attribute("data-moves") is None) == (motion == "reduce")
    assert ring.get_attribute("stroke-dasharray") == (
        "93.33 100" if motion == "reduce" else "86.67 100"
    )


@pytest.mark.parametrize("address", [HAMSTRING, MORNING])
def test_nothing_moves_when_it_starts_and_closes(site: Built, visit: Visit, address: str) -> None:
    """On the browser's own clock, on the page and in the player."""
    page = visit(site, address)
    resize(page, (390, 844))
    page.locator("html[data-player=ready]").wait_for()
    page.evaluate(WATCH_SHIFTS)
    page.locator("[data-start]").click()
    digits = page.locator("[data-digits]")
    digits.wait_for()
    first = digits.text_content() or ""
    expect(digits).not_to_have_text(first)
    page.keyboard.press("Escape")
    page.locator("[data-says]", has_text="Continue").wait_for()
    assert page.evaluate("shifts.filter(([value]) => value > 0.001)") == []


def test_nothing_moves_from_getting_ready_to_the_end_of_an_exercise(
    site: Built, visit: Visit
) -> None:
    """But for what comes next, which in the end has no picture. By presses of nobody, since what
    moves after a person's is no shift to a browser."""
    page = visit(site, HAMSTRING)
    resize(page, (390, 844))
    page.locator("html[data-player=ready]").wait_for()
    page.locator("[data-start]").click()
    page.get_by_role("button", name="Skip").click()
    expect(page.locator("[data-digits]")).to_have_text("19")
    page.evaluate(WATCH_SHIFTS)
    for kind in ("change", "hold"):
        page.evaluate("document.querySelector('[data-skip]').click()")
        page.locator(f"dialog[data-kind={kind}]").wait_for()
        page.evaluate(SETTLED)
    assert page.evaluate("shifts.reduce((sum, [value]) => sum + value, 0)") < 0.02


@pytest.mark.parametrize("anchor", ["", "#play"])
def test_it_is_never_seen_without_its_style(
    context: BrowserContext, site: Built, visit: Visit, anchor: str
) -> None:
    """Neither by who presses at once, nor by who comes to be led to it."""
    context.add_init_script(WATCH_FIRST_SIGHT)
    context.route(re.compile(r"/player\.\w+\.css$"), come_late)
    page = visit(site, "about.html")
    page.goto(f"{page.url.replace('about.html', HAMSTRING)}{anchor}")
    if not anchor:
        page.locator("[data-start]").click()
    page.locator("dialog[open]").wait_for()
    view = page.evaluate("[0, 0, innerWidth, innerHeight]")
    assert page.evaluate("sight") == view
