"""Durations, counts, dates and dosages in words."""

from dataclasses import replace
from datetime import date

import pytest

from supple.domain.body import Side
from supple.domain.dosage import Default, Dosage, NamedHold, Sides
from supple.domain.phases import Prescription
from supple.domain.quantity import Count, Duration, Unit
from supple.rendering import phrases, wording
from supple.rendering.phrases import Figure

SAY = wording.load("en")
ONCE = Count(1, 1)


def dosage(
    hold: Duration | None = None, reps: int = 1, sides: Sides = Sides.BOTH, side: str = ""
) -> Dosage:
    return Dosage(hold, Count(reps, reps), Default(hold, reps), sides, side)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 1, "1 second"),
        (20, 20, "20 seconds"),
        (15, 30, "15 to 30 seconds"),
        (60, 60, "1 minute"),
        (120, 180, "2 to 3 minutes"),
        (90, 90, "1 min 30 s"),
        (30, 60, "30 s to 1 min"),
        (90, 150, "1 min 30 s to 2 min 30 s"),
    ],
)
def test_a_hold_in_words(low: int, high: int, words: str) -> None:
    assert phrases.hold_words(Duration(low, high), SAY) == words


def test_a_hold_of_breaths_in_words() -> None:
    assert phrases.hold_words(Duration(1, 1, Unit.BREATHS), SAY) == "1 breath"
    assert phrases.hold_words(Duration(3, 5, Unit.BREATHS), SAY) == "3 to 5 breaths"
    assert phrases.hold_words(Duration(60, 60, Unit.BREATHS), SAY) == "60 breaths"


@pytest.mark.parametrize(
    ("seconds", "exactly", "about", "clock"),
    [
        (0, "0 s", "About 1 minute", "0:00"),
        (9, "9 s", "About 1 minute", "0:09"),
        (60, "1 min", "About 1 minute", "1:00"),
        (99, "1 min 39 s", "About 2 minutes", "1:39"),
        (184, "3 min 4 s", "About 3 minutes", "3:04"),
        (3600, "60 min", "About 60 minutes", "60:00"),
    ],
)
def test_a_time_in_words(seconds: int, exactly: str, about: str, clock: str) -> None:
    assert phrases.time_words(seconds, SAY) == exactly
    assert phrases.about_minutes(seconds, SAY) == about
    assert phrases.clock(seconds, SAY) == clock


def test_a_count_is_never_once_or_twice() -> None:
    words = [phrases.count_words(Count(*ends), SAY) for ends in ((1, 1), (2, 2), (2, 4), (1, 4))]
    assert words == ["1 time", "2 times", "2 to 4 times", "1 to 4 times"]


@pytest.mark.parametrize(
    ("sides", "side", "words"),
    [
        (Sides.BOTH, "", "5 times"),
        (Sides.EACH, "", "5 times each side"),
        (Sides.EACH, "leg", "5 times each leg"),
    ],
)
def test_repetitions_say_on_which_side(sides: Sides, side: str, words: str) -> None:
    assert phrases.reps_words(Count(5, 5), dosage(None, 5, sides, side), SAY) == words


def test_the_holds_of_one_repetition_are_named_with_the_time_that_is_their_own() -> None:
    holds = (NamedHold("Stomach down", Duration(5, 5)), NamedHold("Back up"))
    several = replace(dosage(Duration(1, 1)), holds=holds)
    assert phrases.named_holds(several, SAY).endswith(", then Back up.")
    assert "5 seconds" in phrases.named_holds(several, SAY)
    assert phrases.named_holds(dosage(Duration(1, 1)), SAY) == ""


def test_a_side_has_the_name_of_what_has_sides() -> None:
    leg = dosage(sides=Sides.EACH, side="leg")
    assert phrases.side_words(Side.LEFT, leg, SAY) == "Left leg"
    assert phrases.side_words(Side.RIGHT, leg, SAY) == "Right leg"
    assert phrases.side_words(Side.LEFT, dosage(sides=Sides.EACH), SAY) == "Left side"


def test_what_is_prescribed_stands_on_one_line() -> None:
    held = Prescription(Duration(2, 2), Count(5, 5), dosage(Duration(2, 2), 5, Sides.EACH))
    assert phrases.prescription_words(held, SAY) == "2 seconds, 5 times each side"
    counted = Prescription(None, Count(8, 12), dosage(None, 8))
    assert phrases.prescription_words(counted, SAY) == "8 to 12 times"


@pytest.mark.parametrize(
    ("hold", "reps", "total", "figures"),
    [
        (Duration(20, 20), 1, 65, [("20", "s"), ("1", "time"), ("1:05", "min")]),
        (Duration(60, 60), 1, 75, [("1", "min"), ("1", "time"), ("1:15", "min")]),
        (Duration(120, 120), 2, 240, [("2", "min"), ("2", "times"), ("4", "min")]),
        (Duration(90, 90), 1, 45, [("90", "s"), ("1", "time"), ("45", "s")]),
        (Duration(1, 1, Unit.BREATHS), 8, 60, [("1", "breath"), ("8", "times"), ("1", "min")]),
        (Duration(3, 3, Unit.BREATHS), 8, 60, [("3", "breaths"), ("8", "times"), ("1", "min")]),
        (None, 10, 30, [("10", "times"), ("30", "s")]),
    ],
)
def test_figures_are_a_number_with_its_unit(
    hold: Duration | None, reps: int, total: int, figures: list[tuple[str, str]]
) -> None:
    found = phrases.figures(dosage(hold, reps), total, SAY)
    assert [(figure.value, figure.unit) for figure in found] == figures


def test_figures_say_what_they_mean_and_on_which_side() -> None:
    hold, reps, whole = phrases.figures(dosage(Duration(5, 5), 2, Sides.EACH, "arm"), 60, SAY)
    assert hold == Figure("5", "s", "hold")
    assert reps.label == "each arm"
    assert whole.label == "in all"


def test_a_date_and_its_next_check_are_written_out() -> None:
    assert phrases.date_words(date(2026, 11, 2), SAY) == "2 November 2026"
    assert phrases.next_check_words(date(2026, 1, 31), SAY) == "January 2028"
    assert phrases.date_words(date(2024, 2, 29), SAY) == "29 February 2024"
