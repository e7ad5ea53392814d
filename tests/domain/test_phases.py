"""The phases of routines: their order, their lengths, and what they say."""

from dataclasses import replace
from itertools import chain, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.dosage import Default, NamedHold
from supple.domain.phases import (
    PhaseKind,
    phases_by_entry,
    phases_of,
    phases_of_dosage,
    prescribe,
    total_seconds,
)
from supple.domain.quantity import Count, Duration, Unit
from supple.domain.routine import ActivityEntry, ExerciseEntry, RestEntry
from supple.domain.settings import Timing
from tests.golden import data

EXERCISES = data.exercises()
ROUTINES: list[dict[str, Any]] = data.load("routines.json")["routines"]
NAMES = [f"{routine['slug']}-{routine['day'] or ''}" for routine in ROUTINES]


def test_the_golden_routines_are_all_there() -> None:
    assert len(EXERCISES) == 30
    assert len({routine["slug"] for routine in ROUTINES}) == 8
    assert sum(len(routine["entries"]) for routine in ROUTINES) == 60


@pytest.mark.parametrize("routine", ROUTINES, ids=NAMES)
def test_each_entry_takes_the_seconds_that_were_worked_out_by_hand(routine: dict[str, Any]) -> None:
    entries = [data.entry(entry) for entry in routine["entries"]]
    phases = phases_by_entry(entries, EXERCISES, Timing())
    assert [total_seconds(each) for each in phases] == [
        entry["seconds"] for entry in routine["entries"]
    ]
    assert total_seconds(phases_of(entries, EXERCISES, Timing())) == routine["total_seconds"]


@pytest.mark.parametrize("routine", ROUTINES, ids=NAMES)
def test_the_phases_are_the_golden_ones(routine: dict[str, Any]) -> None:
    entries = [data.entry(entry) for entry in routine["entries"]]
    phases = phases_of(entries, EXERCISES, Timing())
    assert [phase.as_json() for phase in phases] == routine["phases"]


def kinds(*entries: ExerciseEntry | RestEntry | ActivityEntry) -> list[str]:
    return [f"{phase.kind}:{phase.seconds}" for phase in phases_of(entries, EXERCISES, Timing())]


def test_a_rest_keeps_the_position_and_an_activity_does_not() -> None:
    tilt = ExerciseEntry("pelvic-tilt", reps=Count(1, 1))
    assert kinds(tilt, RestEntry(30), tilt) == [
        "ready:15",
        "hold:5",
        "rest:30",
        "ready:10",
        "hold:5",
    ]
    assert kinds(tilt, ActivityEntry("Walk", 60), tilt)[2:] == ["activity:60", "ready:15", "hold:5"]
    assert kinds(RestEntry(30), tilt) == ["rest:30", "ready:15", "hold:5"]


def test_a_long_hold_is_let_go_of_for_longer_than_a_short_one() -> None:
    assert kinds(ExerciseEntry("pelvic-tilt", hold=Duration(10, 10), reps=Count(2, 2))) == [
        "ready:15",
        "hold:10",
        "release:5",
        "hold:10",
    ]
    assert "release:2" in kinds(ExerciseEntry("pelvic-tilt", hold=Duration(9, 9), reps=Count(2, 2)))


def test_the_right_side_comes_first_where_the_exercise_says_so() -> None:
    phases = phases_of_dosage(EXERCISES["hamstring-stretch-foot-on-step"], "", Timing())
    assert [(phase.kind.value, phase.side) for phase in phases] == [
        ("ready", "right"),
        ("hold", "right"),
        ("change", "left"),
        ("hold", "left"),
    ]


def test_counted_repetitions_take_their_pace_and_have_no_release() -> None:
    counted = replace(
        EXERCISES["knee-rolls"],
        dosage=replace(
            EXERCISES["knee-rolls"].dosage, hold=None, reps=Count(3, 8), default=Default(None, 3)
        ),
    )
    phases = phases_of_dosage(counted, "", Timing(pace=4))
    assert [(phase.kind.value, phase.seconds) for phase in phases] == [
        ("ready", 15),
        *[("hold", 4)] * 3,
        ("change", 5),
        *[("hold", 4)] * 3,
    ]
    assert phases[1].as_json() == {
        "kind": "hold",
        "seconds": 4,
        "exercise": "knee-rolls",
        "side": "left",
        "rep": 1,
        "of": 3,
        "counted": True,
    }


def test_named_holds_follow_each_other_within_a_repetition() -> None:
    phases = phases_of_dosage(EXERCISES["cat-and-camel"], "", Timing())
    holds = [phase for phase in phases if phase.kind is PhaseKind.HOLD]
    assert [(hold.rep, hold.name) for hold in holds[:4]] == [
        (1, "hold 1"),
        (1, "hold 2"),
        (2, "hold 1"),
        (2, "hold 2"),
    ]


def test_what_takes_no_time_is_no_phase() -> None:
    phases = phases_of_dosage(
        EXERCISES["pelvic-tilt"], "", Timing(release_short=0, ready_new_position=0)
    )
    assert {phase.kind for phase in phases} == {PhaseKind.HOLD}


def test_a_single_value_leaves_the_printed_range_to_the_exercise() -> None:
    entry = ExerciseEntry("single-knee-to-chest", hold=Duration(25, 25))
    prescription = prescribe(entry, EXERCISES["single-knee-to-chest"])
    assert prescription.hold == Duration(25, 25)
    assert prescription.dosage.hold == Duration(15, 30)
    assert prescription.dosage.default.hold == Duration(25, 25)


def test_a_range_narrows_what_is_printed_and_the_default_moves_into_it() -> None:
    entry = ExerciseEntry("single-knee-to-chest", hold=Duration(25, 30), reps=Count(2, 3))
    prescription = prescribe(entry, EXERCISES["single-knee-to-chest"])
    assert prescription.dosage.hold == prescription.hold == Duration(25, 30)
    assert prescription.dosage.default == Default(Duration(25, 25), 2)


def test_a_breath_takes_the_guides_seconds() -> None:
    entry = ExerciseEntry("bottom-to-heels", hold=Duration(1, 1, Unit.BREATHS), reps=Count(8, 8))
    phases = phases_of([entry], EXERCISES, Timing(breath=4))
    assert phases[1].seconds == 4
    assert phases[1].hold == (4, 4)


def test_a_named_hold_may_take_its_own_time_and_limits() -> None:
    camel = EXERCISES["cat-and-camel"]
    holds = (NamedHold("down", Duration(12, 15)), NamedHold("up"))
    dosage = replace(camel.dosage, holds=holds, default=Default(Duration(5, 5), 1))
    phases = phases_of_dosage(replace(camel, dosage=dosage), "", Timing())
    assert [(phase.kind.value, phase.seconds, phase.hold, phase.name) for phase in phases[1:]] == [
        ("hold", 12, (12, 15), "down"),
        ("release", 5, None, ""),  # after the long one
        ("hold", 5, camel.dosage.hold and camel.dosage.hold.seconds(5), "up"),
    ]


def test_an_entry_in_breaths_leaves_an_exercise_in_seconds_its_printed_range() -> None:
    knee = EXERCISES["single-knee-to-chest"]
    entry = ExerciseEntry(knee.slug, hold=Duration(4, 4, Unit.BREATHS))
    phases = phases_of([entry], EXERCISES, Timing(breath=5))
    assert (phases[1].seconds, phases[1].hold) == (20, (15, 30))


def test_a_hold_for_something_that_is_counted_changes_nothing() -> None:
    rolls = EXERCISES["knee-rolls"]
    counted = replace(
        rolls, dosage=replace(rolls.dosage, hold=None, default=Default(None, rolls.dosage.reps.low))
    )
    with_hold = ExerciseEntry(rolls.slug, hold=Duration(5, 5))
    assert prescribe(with_hold, counted) == prescribe(ExerciseEntry(rolls.slug), counted)


ENTRIES = st.lists(
    st.sampled_from(sorted(EXERCISES)).map(ExerciseEntry)
    | st.integers(1, 300).map(RestEntry)
    | st.integers(1, 300).map(lambda seconds: ActivityEntry("Walk", seconds)),
    max_size=8,
)


@given(ENTRIES)
def test_whatever_is_played_one_gets_ready_lets_go_and_changes_sides(
    entries: list[ExerciseEntry | RestEntry | ActivityEntry],
) -> None:
    by_entry = phases_by_entry(entries, EXERCISES, Timing())
    assert [*chain.from_iterable(by_entry)] == [*phases_of(entries, EXERCISES, Timing())]
    for entry, phases in zip(entries, by_entry, strict=True):
        assert all(phase.seconds > 0 for phase in phases)
        if not isinstance(entry, ExerciseEntry):
            assert len(phases) == 1
            continue
        dosage = EXERCISES[entry.exercise].dosage
        kinds_played = [phase.kind for phase in phases]
        assert kinds_played[0] is PhaseKind.READY
        assert kinds_played[-1] is PhaseKind.HOLD
        assert kinds_played.count(PhaseKind.CHANGE) == max(len(dosage.order_of_sides) - 1, 0)
        for one, next_one in pairwise(phases):
            assert (one.kind is PhaseKind.HOLD) is not (next_one.kind is PhaseKind.HOLD)
            assert one.side is next_one.side or next_one.kind is PhaseKind.CHANGE
