"""Figures that have to lie within a range."""

from collections.abc import Iterator

from supple.checking.words import exercise_entries
from supple.domain.dosage import Dosage
from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.problem import KeyPath, Origin, Problem
from supple.domain.quantity import Count, Duration
from supple.domain.routine import ExerciseEntry, Routine


def check_entries(guide: Guide) -> Iterator[Problem]:
    """Entries of routines outside their exercise's range."""
    for routine in guide.routines.values():
        yield from _check_entries(routine, guide, guide.settings.timing.breath)


def check_defaults(exercise: Exercise, breath: int) -> Iterator[Problem]:
    """Defaults outside their own range. `breath`: the seconds of one."""
    dosages: list[tuple[KeyPath, Dosage]] = [(("dosage",), exercise.dosage)]
    dosages += [(("modes", mode.name), mode.dosage) for mode in exercise.modes]
    origin = exercise.origin
    for above, dosage in dosages:
        keys = (*above, "default")
        default = dosage.default
        hold = default.hold if (*keys, "hold") in origin.marks else None
        reps = Count(default.reps, default.reps) if (*keys, "reps") in origin.marks else None
        yield from _outside(hold, reps, dosage, breath, origin, keys)


def _check_entries(routine: Routine, guide: Guide, breath: int) -> Iterator[Problem]:
    for keys, entry in exercise_entries(routine):
        exercise = guide.exercises.get(entry.exercise)
        if exercise and (not entry.mode or exercise.mode(entry.mode)):
            yield from _check_entry(entry, exercise, breath, routine.origin, keys)


def _check_entry(
    entry: ExerciseEntry, exercise: Exercise, breath: int, origin: Origin, keys: KeyPath
) -> Iterator[Problem]:
    dosage = exercise.dosage_of(entry.mode)
    if entry.hold and not dosage.hold:
        message = f"hold: {exercise.title} is counted, not held"
        hint = "take the hold out, or give the exercise one"
        yield Problem(origin.at(*keys, "hold"), "range", message, hint)
    yield from _outside(entry.hold, entry.reps, dosage, breath, origin, keys)


def _outside(
    hold: Duration | None,
    reps: Count | None,
    dosage: Dosage,
    breath: int,
    origin: Origin,
    keys: KeyPath,
) -> Iterator[Problem]:
    hint = "choose a figure within the range, or widen the range if a source supports it"
    if hold and dosage.hold:
        low, high = dosage.hold.seconds(breath)
        least, most = hold.seconds(breath)
        if least < low or most > high:
            message = f"hold: {hold} is outside the exercise's {dosage.hold}"
            yield Problem(origin.at(*keys, "hold"), "range", message, hint)
    if reps and not dosage.reps.low <= reps.low <= reps.high <= dosage.reps.high:
        message = f"reps: {reps} is outside the exercise's {dosage.reps}"
        yield Problem(origin.at(*keys, "reps"), "range", message, hint)
