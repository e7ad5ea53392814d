"""The guide's dosages and totals are those that were worked out by hand."""

from typing import Any

import pytest

from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.phases import phases_of, total_seconds
from supple.domain.quantity import Count, Duration
from supple.reading.folder import read_guide
from tests.golden import data
from tests.sites import REPOSITORY

EXPECTED: dict[str, dict[str, Any]] = data.load("exercises.json")
ROUTINES: list[dict[str, Any]] = data.load("routines.json")["routines"]


@pytest.fixture(scope="module")
def guide() -> Guide:
    found, problems = read_guide(REPOSITORY)
    assert found is not None, problems
    return found


def test_all_thirty_exercises_are_there_and_no_more(guide: Guide) -> None:
    assert set(guide.exercises) == set(EXPECTED)


@pytest.mark.parametrize("slug", EXPECTED)
def test_an_exercise_has_the_dosage_that_its_sources_give(guide: Guide, slug: str) -> None:
    known, exercise = data.exercises()[slug], guide.exercises[slug]
    assert exercise.position is known.position
    dosage, expected = exercise.dosage, known.dosage
    assert (dosage.hold, dosage.reps, dosage.sides) == (
        expected.hold,
        expected.reps,
        expected.sides,
    )
    assert dosage.default == expected.default
    assert (dosage.first, len(dosage.holds)) == (expected.first, len(expected.holds))
    assert _modes(exercise) == _expected_modes(EXPECTED[slug])


@pytest.mark.parametrize(
    "routine", ROUTINES, ids=[f"{each['slug']}-{each['day'] or ''}" for each in ROUTINES]
)
def test_a_routine_takes_as_long_as_was_worked_out(guide: Guide, routine: dict[str, Any]) -> None:
    days = guide.routines[routine["slug"]].days
    day = days[(routine["day"] or 1) - 1]
    phases = phases_of(day.entries, guide.exercises, guide.settings.timing)
    assert total_seconds(phases) == routine["total_seconds"]


def test_there_are_no_other_routines(guide: Guide) -> None:
    assert set(guide.routines) == {routine["slug"] for routine in ROUTINES}


@pytest.mark.parametrize("slug", EXPECTED)
def test_an_exercise_has_all_that_a_page_needs(guide: Guide, slug: str) -> None:
    exercise = guide.exercises[slug]
    assert exercise.figure or all(hold.figure for hold in exercise.dosage.holds)
    assert "stop-pain" in exercise.cautions
    for part in ("summary", "introduction", "steps", "more", "feel", "mistakes", "easier"):
        assert getattr(exercise, part), part
    assert all((exercise.harder, exercise.sources, exercise.checked, exercise.targets))
    texts = (exercise.easier, exercise.harder, exercise.introduction, exercise.more)
    links = {link.target for text in texts for link in text.references}
    assert len({link for link in links if link.startswith("exercises/")}) >= 1


def _modes(exercise: Exercise) -> list[tuple[Duration | None, Count]]:
    return [(mode.dosage.hold, mode.dosage.reps) for mode in exercise.modes]


def _expected_modes(known: dict[str, Any]) -> list[tuple[Duration | None, Count]]:
    mode = known.get("mode")
    return [(Duration(*mode["hold"]), Count(*mode["reps"]))] if mode else []
