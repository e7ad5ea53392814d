"""The button below a figure: it plays the figure's movement once, and only when asked to."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from supple.drawing.figure import draw_scene, outline_of
from supple.drawing.motion import movement_of
from supple.drawing.parts import parts_of
from supple.drawing.scene import scene_of
from tests.browser.engines import Engine
from tests.browser.fixtures import Visit
from tests.browser.hosts import Place
from tests.browser.player import hold_clock
from tests.browser.reader import Reader
from tests.browser.watch import Watch
from tests.drawing.library import REGIONS, poses
from tests.sites import REPOSITORY, Built

NAME = "lying-trunk-twist"  # Its face turns away, and its felt patches lie among what moves.
ADDRESS = f"exercises/{NAME}.html"
SHOW, STOP = "Show the movement", "Stop"
LOST = "The movement can’t be loaded. Try again."
PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>A figure</title>
<link rel="icon" href="../icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../figure.css">
<link rel="stylesheet" href="../supple.css">
<script src="../supple.js" defer></script>
<div class="room" data-room="supine">
<svg class="figure" viewBox="{box}" data-figure="{name}">{marks}</svg>
</div>
<button type="button" class="chip" data-movement="../figures/{name}.js" hidden>{show}</button>
<script type="application/json" id="words">{words}</script>
</html>
"""
LOOK = 'svg => [...svg.querySelectorAll(".body > path")].map((one) => one.getAttribute("d"))'
MOVING = "document.querySelector('svg.figure').matches('.moving')"
FETCHED = "Boolean(document.querySelector('script[src*=figures]') || globalThis.suppleMovements)"
WATCH_FOR_LONG_TASKS = """
globalThis.long = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) long.push(duration);
}).observe({ type: "longtask" });
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure on an opened page, and the button below it."""

    page: Page
    figure: Locator
    button: Locator

    def look(self) -> list[str]:
        """The outlines of the body as they are now."""
        found: list[str] = self.figure.evaluate(LOOK)
        return found

    def press(self) -> None:
        self.button.click()
        expect(self.figure).to_have_class(re.compile("moving"))

    def wait(self, milliseconds: int) -> None:
        self.page.clock.run_for(milliseconds)


def look(reader: Reader) -> list[str]:
    found: list[str] = reader.evaluate(f"({LOOK})(document.querySelector('svg.figure'))")
    return found


def press(reader: Reader) -> None:
    """Ask for the movement, and wait until its file has come."""
    reader.click("button")
    reader.wait_for(MOVING)


@pytest.fixture
def written(tmp_path: Path) -> Built:
    """A page of one figure, as a site has it."""
    policy = re.search(
        r'Security-Policy" content="([^"]+)"',
        (REPOSITORY / "templates" / "base.html").read_text(encoding="utf-8"),
    )
    assert policy
    folder = tmp_path / "host" / "a site"
    for each in ("exercises", "figures"):
        (folder / each).mkdir(parents=True)
    for static in ("figure.css", "supple.css", "supple.js", "icon.svg"):
        (folder / static).write_bytes((REPOSITORY / "static" / static).read_bytes())
    for font in (REPOSITORY / "static" / "fonts").glob("*.woff2"):
        (folder / "fonts").mkdir(exist_ok=True)
        (folder / "fonts" / font.name).write_bytes(font.read_bytes())
    scene = scene_of(poses()[NAME])
    felt = scene.pose.felt or ()
    drawn = draw_scene(scene, REGIONS, felt)
    drawing = drawn.drawing
    page = PAGE.format(
        policy=policy[1],
        box=" ".join(map(str, drawing.box)),
        marks=drawing.marks,
        name=NAME,
        show=SHOW,
        words=json.dumps({"movement_stop": STOP, "movement_lost": LOST}),
    )
    (folder / ADDRESS).write_text(page, encoding="utf-8")
    movement = movement_of(scene, drawn.strokes).as_json()
    (folder / "figures" / f"{NAME}.js").write_text(
        f'(self.suppleMovements??={{}})["{NAME}"]={movement}', encoding="utf-8"
    )
    return Built(tmp_path, folder)


def shown(page: Page) -> Shown:
    return Shown(page, page.locator("svg.figure"), page.get_by_role("button"))


@pytest.fixture
def figure(context: BrowserContext, written: Built, visit: Visit) -> Shown:
    hold_clock(context)
    return shown(visit(written, ADDRESS))


def outlines_at_start() -> set[str]:
    """Some that only the start has: the legs."""
    scene = scene_of(poses()[NAME])
    return {
        outline_of(shape)
        for part in parts_of(scene.camera, scene.bodies[0], scene.manner)
        if part.name in ("thigh", "shank")
        for shape in part.shapes
    }


@pytest.mark.parametrize("place", [Place.TOP, Place.DISK])
def test_it_plays_start_hold_start_once(written: Built, reader: Reader, place: Place) -> None:
    reader.open(written, ADDRESS, place)
    reader.hold_clock()
    still, start = look(reader), outlines_at_start()
    reader.pass_time(10)
    assert look(reader) == still
    assert not reader.evaluate(FETCHED)
    assert reader.text("button") == SHOW

    press(reader)
    reader.pass_time(0.2)
    assert start <= set(look(reader))
    reader.pass_time(0.9)
    between = look(reader)
    assert between != still
    assert not start & set(between)
    reader.pass_time(1.1)
    assert look(reader) == still
    reader.pass_time(2.4)
    assert start <= set(look(reader))
    assert reader.text("button") == STOP

    reader.pass_time(0.5)
    assert (look(reader), reader.text("button")) == (still, SHOW)
    assert not reader.evaluate(MOVING)
    reader.pass_time(10)
    assert look(reader) == still


def test_a_second_press_stops_and_shows_the_hold(written: Built, reader: Reader) -> None:
    reader.open(written, ADDRESS)
    reader.hold_clock()
    still = look(reader)
    press(reader)
    reader.pass_time(1)
    assert look(reader) != still
    reader.press("Enter")
    reader.wait_for(f"!{MOVING}")
    assert (look(reader), reader.text("button")) == (still, SHOW)
    reader.pass_time(10)
    assert look(reader) == still
    press(reader)
    reader.pass_time(0.2)
    assert outlines_at_start() <= set(look(reader))


@pytest.mark.parametrize("engine", Engine)
def test_who_prints_amid_the_movement_prints_the_hold(figure: Shown) -> None:
    still = figure.look()
    figure.press()
    figure.wait(1000)
    assert figure.look() != still
    figure.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert figure.look() == still
    expect(figure.figure).to_have_class("figure")
    expect(figure.button).to_have_text(SHOW)
    for kind in (".ghost", ".arrow", ".felt"):
        expect(figure.figure.locator(kind).first).to_have_css("opacity", "1")
    figure.wait(5000)
    assert figure.look() == still
    figure.press()


@pytest.mark.parametrize("engine", Engine)
def test_what_tells_of_the_movement_is_away_while_it_plays(figure: Shown) -> None:
    told = [figure.figure.locator(kind).first for kind in (".ghost", ".arrow", ".felt")]
    figure.press()
    for each in told:
        expect(each).to_have_css("opacity", "0")
    figure.button.click()
    for each in told:
        expect(each).to_have_css("opacity", "1")


def test_with_less_motion_it_steps_between_two_pictures(figure: Shown) -> None:
    figure.page.emulate_media(reduced_motion="reduce")
    still = figure.look()
    figure.press()
    seen: list[list[str]] = []
    for _ in range(60):
        figure.wait(100)
        if not seen or figure.look() != seen[-1]:
            seen.append(figure.look())
    start, *rest = seen
    assert outlines_at_start() <= set(start)
    assert rest == [still, start, still]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("place", [Place.TOP, Place.DISK])
def test_a_movement_that_is_lost_is_said_and_can_be_asked_for_again(
    written: Built, visit: Visit, watch: Watch, place: Place
) -> None:
    file = written.folder / "figures" / f"{NAME}.js"
    aside = file.rename(file.with_suffix(".aside"))
    figure = shown(visit(written, ADDRESS, place))
    still = figure.look()
    figure.button.click()
    expect(figure.button).to_have_text(LOST)
    assert figure.look() == still
    expect(figure.figure).to_have_class("figure")
    assert any(f"{NAME}.js" in complaint for complaint in watch.complaints)
    watch.complaints.clear()
    aside.rename(file)
    figure.press()
    expect(figure.button).to_have_text(STOP)
    expect(figure.button).to_have_text(SHOW, timeout=10_000)
    assert figure.look() == still


def test_it_keeps_nobody_waiting(context: BrowserContext, written: Built, visit: Visit) -> None:
    """No task takes 50 ms. A busy machine's do at times, but not at every play."""
    context.add_init_script(WATCH_FOR_LONG_TASKS)
    figure = shown(visit(written, ADDRESS))
    longest = []
    for _ in range(4):
        figure.page.evaluate("long.length = 0")
        figure.press()
        figure.page.wait_for_timeout(700)
        figure.button.click()
        longest.append(figure.page.evaluate("Math.max(0, ...long)"))
    assert min(longest) == 0, longest


@pytest.mark.parametrize("scripts", [False])
def test_without_scripts_there_is_no_button(written: Built, visit: Visit) -> None:
    expect(visit(written, ADDRESS).locator("button")).to_be_hidden()
