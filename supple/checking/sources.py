"""Figures and what they rest on: ranges within their sources', and no dosage without one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from supple.checking.finding import Finding, Subject
from supple.domain.dosage import Dosage
from supple.domain.exercise import Exercise
from supple.domain.problem import KeyPath
from supple.domain.quantity import Count, Duration
from supple.domain.vocabulary import SourceUse


@dataclass(frozen=True, slots=True)
class _Prescribed:
    """A dosage, the keys below which it stands, and the sources that it rests on."""

    exercise: Exercise
    keys: KeyPath
    name: str
    dosage: Dosage
    sources: tuple[SourceUse, ...]


def check_ranges(exercise: Exercise, subject: Subject) -> Iterator[Finding]:
    """Holds and repetitions beyond the least and the most that a source gives."""
    breath = subject.guide.settings.timing.breath
    for each in _prescribed(exercise):
        holds = [use.hold for use in each.sources if use.hold]
        if each.dosage.hold and holds:
            given = _seconds(holds, breath)
            if not _within(each.dosage.hold.seconds(breath), given):
                yield _beyond(each, "hold", each.dosage.hold, Duration(*given))
        reps = [use.reps for use in each.sources if use.reps]
        if reps:
            most = Count(min(count.low for count in reps), max(count.high for count in reps))
            own = each.dosage.reps
            if not _within((own.low, own.high), (most.low, most.high)):
                yield _beyond(each, "reps", own, most)


def check_sources(exercise: Exercise, subject: Subject) -> Iterator[Finding]:
    """Dosages of which no source gives the hold or, where they are counted, the repetitions."""
    for each in _prescribed(exercise):
        figure = "hold" if each.dosage.hold else "reps"
        if not any(getattr(use, figure) for use in each.sources):
            place = each.exercise.origin.at(*each.keys, figure)
            message = f"{figure}: no source gives {each.name}'s"
            hint = f"write under sources: - source: and its code, and below it {figure}: as it says"
            yield Finding(each.exercise, place, message, hint)


def _prescribed(exercise: Exercise) -> Iterator[_Prescribed]:
    """Every dosage that is an exercise's own: a mode without figures takes the exercise's."""
    dosage = exercise.dosage
    yield _Prescribed(exercise, ("dosage",), "the exercise", dosage, exercise.sources)
    for mode in exercise.modes:
        if (mode.dosage.hold, mode.dosage.reps) != (dosage.hold, dosage.reps):
            sources = mode.sources or exercise.sources
            keys: KeyPath = ("modes", mode.name)
            yield _Prescribed(exercise, keys, f"the mode {mode.name}", mode.dosage, sources)


def _beyond(
    each: _Prescribed, key: str, figure: Duration | Count, given: Duration | Count
) -> Finding:
    place = each.exercise.origin.at(*each.keys, key)
    message = f"{key}: {figure} goes beyond what its sources give, {given}"
    hint = "keep to what they give, or add the source that gives more"
    return Finding(each.exercise, place, message, hint)


def _seconds(holds: Iterable[Duration], breath: int) -> tuple[int, int]:
    """The least and the most seconds."""
    ranges = [hold.seconds(breath) for hold in holds]
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def _within(own: tuple[int, int], given: tuple[int, int]) -> bool:
    return given[0] <= own[0] and own[1] <= given[1]
