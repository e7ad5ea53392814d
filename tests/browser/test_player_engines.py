"""The player in every engine that people read with: what it lives by, on a clock turned by hand."""

from typing import Any

import pytest

from tests.browser.hosts import Place
from tests.browser.player import LOOK, READY, SAY_THAT_IT_IS, Look
from tests.browser.reader import SETTLED, Reader
from tests.sites import Built

HUG = "exercises/single-knee-to-chest.html"

FOCUSED = "document.activeElement.textContent.trim()"
LOG = """
JSON.parse(localStorage.getItem(`supple:${document.documentElement.dataset.guide}:log`)).entries
"""
REFUSE_STORAGE = """
Object.defineProperty(globalThis, "localStorage", { get() { throw new Error("no"); } })
"""


def opened(reader: Reader, site: Built) -> Reader:
    reader.open(site, HUG)
    reader.wait_for(READY)
    reader.hold_clock()
    return reader


@pytest.fixture
def hug(reader: Reader, site: Built) -> Reader:
    """At the timer of one knee to chest: 15 s to get ready, left leg 20 s, 5 s, right leg 20 s."""
    return opened(reader, site)


def look(reader: Reader) -> Look:
    reader.evaluate(SETTLED)
    seen: dict[str, Any] = reader.evaluate(
        f"({LOOK})(document.querySelector('dialog[data-player]'))"
    )
    return Look(**seen)


def see(reader: Reader, left: str, kind: str = "hold", state: str = "running") -> None:
    """Check what the player shows now."""
    seen = look(reader)
    assert (seen.left, seen.kind, seen.state) == (left, kind, state)


def test_it_counts_to_the_second_and_ends_with_a_question_and_the_diary(hug: Reader) -> None:
    assert look(hug).state == "closed"
    hug.click("[data-start]")
    see(hug, "15", "ready")
    assert (look(hug).large, look(hug).total, hug.evaluate(FOCUSED)) == (
        ("Get ready", "1 min left", "Pause")
    )
    hug.pass_time(0.999)
    see(hug, "15", "ready")
    hug.pass_time(0.001)
    see(hug, "14", "ready")
    hug.pass_time(14)
    see(hug, "20")
    hug.pass_time(20)
    see(hug, "5", "change")
    assert (look(hug).large, look(hug).step[:6]) == ("Right leg", "Let go")
    hug.pass_time(24.9)
    see(hug, "1")
    assert hug.evaluate(FOCUSED) == "Pause"
    hug.pass_time(0.1)
    assert (look(hug).state, hug.evaluate(FOCUSED)) == ("done", "That’s it. 1 minute.")
    assert hug.evaluate("document.querySelector('[data-hurts]').hidden")
    hug.click("[data-felt] label:last-of-type")
    hug.wait_for("document.querySelector('[data-hurts] a').checkVisibility()")
    (entry,) = hug.evaluate(LOG)
    assert (entry["page"], entry["seconds"], entry["felt"]) == (HUG, 60, "hurts")
    assert hug.evaluate("document.querySelector('[data-once-more]').hidden")
    hug.click("[data-felt] label:first-of-type")
    hug.click("[data-once-more]")
    see(hug, "15", "ready")
    assert hug.evaluate(FOCUSED) == "Pause"


def test_the_keyboard_is_enough(hug: Reader) -> None:
    hug.evaluate("document.querySelector('[data-start]').focus()")
    hug.press("Enter")
    see(hug, "15", "ready")
    hug.press("Space")  # on the key that has the focus: it is pressed once
    see(hug, "15", "ready", "paused")
    hug.press("Space")
    hug.press("ArrowRight")
    see(hug, "20")
    hug.press("ArrowUp")
    see(hug, "30")
    hug.pass_time(4)
    hug.press("ArrowDown")
    see(hug, "30")
    hug.press("ArrowLeft")
    see(hug, "15", "ready")
    hug.press("m")
    hug.wait_for("document.querySelector('[data-mute]').ariaPressed === 'true'")
    hug.press("t")
    assert hug.text("[data-said]") == "15 seconds left. 1 minute 10 seconds left in all."
    hug.evaluate("document.activeElement.blur()")  # as a touch beside all keys does
    hug.press("Space")
    see(hug, "15", "ready", "paused")
    hug.click("[data-settings]")
    hug.wait_for("document.activeElement.matches('[data-options]')")
    hug.press("Escape")
    hug.wait_for("document.querySelector('[data-options]').hidden")
    hug.wait_for("document.activeElement.matches('[data-settings]')")
    hug.click("[data-again]")  # browsers let a page refuse only one Escape in a row
    hug.press("Escape")
    hug.wait_for("!document.querySelector('dialog[data-player]').open")
    hug.wait_for("document.activeElement.matches('[data-start]')")


def test_it_is_right_at_once_after_the_page_was_hidden_or_frozen(hug: Reader) -> None:
    hug.click("[data-start]")
    hug.evaluate(f"({SAY_THAT_IT_IS})('hidden')")
    hug.pass_time(2)
    hug.sleep(34.5)
    hug.evaluate(f"({SAY_THAT_IT_IS})('visible')")
    see(hug, "4", "change")
    hug.sleep(7200)
    assert look(hug).state == "done"


def test_who_closes_or_reloads_can_carry_on(hug: Reader, site: Built) -> None:
    hug.click("[data-start]")
    hug.pass_time(20.4)
    hug.click("[data-close]")
    hug.wait_for("document.querySelector('[data-says]').textContent === 'Continue'")
    hug.pass_time(3600)
    hug.click("[data-start]")
    see(hug, "15", "hold", "paused")
    hug.click("[data-main]")
    hug.pass_time(2.5)
    see(hug, "13")
    opened(hug, site)
    hug.wait_for("document.querySelector('[data-says]').textContent === 'Continue'")
    hug.click("[data-start]")
    see(hug, "13", "hold", "paused")
    assert look(hug).step == "Continue where you left off?"
    hug.click("[data-main]")
    see(hug, "13")


def test_where_nothing_is_kept_it_plays_all_the_same(hug: Reader) -> None:
    hug.evaluate(f"({REFUSE_STORAGE}, true)")
    hug.click("[data-start]")
    hug.evaluate(SETTLED)
    hug.click("[data-mute]")
    hug.pass_time(60)
    assert look(hug).state == "done"
    assert hug.evaluate("document.querySelector('[data-kept]').hidden")


def test_it_runs_from_a_disk(reader: Reader, site: Built) -> None:
    """On the browser's own clock, as for a reader. Pressed before its script has come."""
    reader.open(site, HUG, Place.DISK)
    reader.click("[data-start]")
    reader.wait_for("document.querySelector('[data-digits]').textContent === '14'")
    assert look(reader).state == "running"
