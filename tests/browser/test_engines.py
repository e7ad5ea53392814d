"""The timer in every engine that people read with: what it lives by, on a clock turned by hand."""

from typing import Any

import pytest

from tests.browser.reader import Reader
from tests.browser.timer import LOOK, Look
from tests.sites import Built

HUG = "exercises/single-knee-to-chest.html"
START, BACK, SKIP = "[data-start]", "[data-back]", "[data-skip]"

FOCUSED = "document.activeElement.textContent"


@pytest.fixture
def hug(reader: Reader, site: Built) -> Reader:
    """At the timer of one knee to chest: 15 s to get ready, left leg 20 s, 5 s, right leg 20 s."""
    reader.open(site, HUG)
    reader.hold_clock()
    return reader


def look(reader: Reader) -> Look:
    seen: dict[str, Any] = reader.evaluate(f"({LOOK})(document.querySelector('[data-timer]'))")
    return Look(**seen)


def see(reader: Reader, left: str, phase: str = "hold", state: str = "running") -> None:
    """Check what the timer shows now."""
    seen = look(reader)
    assert (seen.left, seen.phase, seen.state) == (left, phase, state)


def test_it_counts_down_to_the_second_and_to_its_end_and_starts_again(hug: Reader) -> None:
    see(hug, "15", "ready", "ready")
    assert hug.text(START) == "Start"
    hug.click(START)
    assert hug.text(START) == "Pause"
    hug.pass_time(0.999)
    see(hug, "15", "ready")
    hug.pass_time(0.001)
    see(hug, "14", "ready")
    hug.pass_time(13.5)
    see(hug, "1", "ready")
    hug.pass_time(0.5)
    see(hug, "20", "hold")
    assert (look(hug).what, look(hug).cue) == ("One knee to chest", "Hold. Left leg.")
    assert look(hug).total == "45 s left"
    hug.pass_time(44.9)
    see(hug, "1", "hold")
    hug.pass_time(0.1)
    see(hug, "0", "hold", "done")
    hug.click(START)
    see(hug, "15", "ready")


def test_pause_keeps_what_is_left(hug: Reader) -> None:
    hug.click(START)
    hug.pass_time(20.4)
    hug.click(START)
    hug.pass_time(3600)
    see(hug, "15", "hold", "paused")
    hug.click(START)
    hug.pass_time(0.5)
    see(hug, "15", "hold")
    hug.pass_time(0.2)
    see(hug, "14", "hold")


def test_skip_and_back_lead_to_the_end_and_into_the_last_phase(hug: Reader) -> None:
    hug.click(START)
    hug.pass_time(3)
    hug.click(SKIP)
    see(hug, "20", "hold")
    hug.pass_time(7)
    hug.click(SKIP)
    see(hug, "5", "change")
    hug.click(BACK)
    see(hug, "20", "hold")
    for _ in range(3):
        hug.click(SKIP)
    see(hug, "0", "hold", "done")
    assert (look(hug).cue, look(hug).total) == ("That’s it.", "1 min done.")
    hug.click(BACK)
    see(hug, "20", "hold", "paused")


def test_it_is_right_after_the_page_was_frozen(hug: Reader) -> None:
    hug.click(START)
    hug.pass_time(2)
    hug.sleep(34.5)
    see(hug, "4", "change")
    hug.sleep(7200)
    see(hug, "0", "hold", "done")


def test_it_can_be_played_from_the_keyboard(hug: Reader) -> None:
    for _ in range(30):
        if hug.evaluate(FOCUSED) == "Start":
            break
        hug.press("Tab")
    hug.press("Space")
    see(hug, "15", "ready")
    assert hug.evaluate(FOCUSED) == "Pause"
    hug.press("Tab")
    hug.press("Enter")
    see(hug, "20", "hold")
    hug.press("Shift+Tab")
    hug.press("Enter")
    see(hug, "20", "hold", "paused")
    hug.press("Shift+Tab")
    hug.press("Space")
    see(hug, "15", "ready", "paused")
