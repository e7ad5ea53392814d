"""A routine's time as one sequence of phases: what the page's total, the player, the sheet
and the structured data are all made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import TypeAlias

from .body import Position, Side
from .dosage import Default, Dosage
from .exercise import Exercise
from .quantity import Count, Duration, clamp
from .routine import ActivityEntry, Entry, ExerciseEntry, RestEntry
from .settings import Timing


class PhaseKind(StrEnum):
    READY = "ready"
    HOLD = "hold"
    RELEASE = "release"
    CHANGE = "change"
    REST = "rest"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of time as a routine is played.

    `side` of a change is the side that comes next. `hold` is the printed range in seconds,
    within which a person may change `seconds`. A `counted` hold is one repetition at its pace.
    `name` is a named hold's, or what an activity is.
    """

    kind: PhaseKind
    seconds: int
    exercise: str = ""
    mode: str = ""
    side: Side | None = None
    rep: int = 0
    of: int = 0
    hold: tuple[int, int] | None = None
    counted: bool = False
    name: str = ""

    def as_json(self) -> dict[str, object]:
        """The phase as it stands in a page: only the keys that apply."""
        optional = {
            "exercise": self.exercise,
            "mode": self.mode,
            "side": self.side and self.side.value,
            "rep": self.rep,
            "of": self.of,
            "hold": self.hold and list(self.hold),
            "counted": self.counted,
            "name": self.name,
        }
        return {
            "kind": self.kind.value,
            "seconds": self.seconds,
            **{key: value for key, value in optional.items() if value},
        }


@dataclass(frozen=True, slots=True)
class Prescription:
    """What an entry asks for: `hold` and `reps` as they are printed (hold is None where
    repetitions are counted), and in `dosage` what the timer loads and its limits."""

    hold: Duration | None
    reps: Count
    dosage: Dosage


def prescribe(entry: ExerciseEntry, exercise: Exercise) -> Prescription:
    """The dosage of an entry: its own figures where it has some, else the mode's or exercise's.

    A single value replaces the default and leaves the range to the exercise;
    a range narrows the exercise's, and the default moves into it.
    """
    dosage = exercise.dosage_of(entry.mode)
    hold, reps = dosage.default.hold, dosage.default.reps
    if entry.hold and hold:
        same_unit = entry.hold.unit is hold.unit
        at = clamp(hold.low, entry.hold.low, entry.hold.high) if same_unit else entry.hold.low
        hold = Duration(at, at, entry.hold.unit)
        if entry.hold.is_range:
            dosage = replace(dosage, hold=entry.hold)
    if entry.reps:
        reps = clamp(reps, entry.reps.low, entry.reps.high)
        if entry.reps.is_range:
            dosage = replace(dosage, reps=entry.reps)
    return Prescription(
        hold=entry.hold if entry.hold and hold else hold,
        reps=entry.reps or Count(reps, reps),
        dosage=replace(dosage, default=Default(hold, reps)),
    )


def phases_by_entry(
    entries: Iterable[Entry], exercises: Mapping[str, Exercise], timing: Timing
) -> tuple[tuple[Phase, ...], ...]:
    """The phases of each of a day's entries, in order. What takes no time is left out.

    The first exercise, one in another position than the last, and one after an activity
    have the longer time to get ready; after a rest the position counts as kept.
    """
    result: list[tuple[Phase, ...]] = []
    position: Position | None = None
    for entry in entries:
        match entry:
            case RestEntry():
                phases = [Phase(PhaseKind.REST, entry.seconds)]
            case ActivityEntry():
                phases = [Phase(PhaseKind.ACTIVITY, entry.seconds, name=entry.activity)]
                position = None
            case ExerciseEntry():
                exercise = exercises[entry.exercise]
                same = exercise.position is position
                ready = timing.ready_same_position if same else timing.ready_new_position
                phases = [*_of_exercise(entry, exercise, ready, timing)]
                position = exercise.position
        result.append(tuple(phase for phase in phases if phase.seconds))
    return tuple(result)


def phases_of(
    entries: Iterable[Entry], exercises: Mapping[str, Exercise], timing: Timing
) -> tuple[Phase, ...]:
    """The phases of a day from first to last."""
    return tuple(chain.from_iterable(phases_by_entry(entries, exercises, timing)))


def phases_of_dosage(exercise: Exercise, mode: str, timing: Timing) -> tuple[Phase, ...]:
    """The phases of one exercise done alone, in its own dosage (`mode` empty) or a mode's."""
    return phases_of((ExerciseEntry(exercise.slug, mode),), {exercise.slug: exercise}, timing)


def total_seconds(phases: Iterable[Phase]) -> int:
    """How long the phases take together."""
    return sum(phase.seconds for phase in phases)


def _of_exercise(
    entry: ExerciseEntry, exercise: Exercise, ready: int, timing: Timing
) -> Iterator[Phase]:
    dosage = prescribe(entry, exercise).dosage
    slug, mode = exercise.slug, entry.mode
    sides: tuple[Side | None, ...] = dosage.order_of_sides or (None,)
    yield Phase(PhaseKind.READY, ready, slug, mode, sides[0])
    for turn, side in enumerate(sides):
        if turn:
            yield Phase(PhaseKind.CHANGE, timing.change_side, slug, mode, side)
        yield from _of_side(dosage, slug, mode, side, timing)


def _of_side(
    dosage: Dosage, slug: str, mode: str, side: Side | None, timing: Timing
) -> Iterator[Phase]:
    """The holds of one side with a release between each two, or the counted repetitions."""
    holds, of = [*_of_repetition(dosage, timing)], dosage.default.reps
    for rep in range(1, of + 1):
        for number, (seconds, limits, counted, name) in enumerate(holds, start=1):
            yield Phase(PhaseKind.HOLD, seconds, slug, mode, side, rep, of, limits, counted, name)
            if not counted and (rep, number) != (of, len(holds)):
                long = seconds >= timing.long_hold_from
                release = timing.release_long if long else timing.release_short
                yield Phase(PhaseKind.RELEASE, release, slug, mode, side)


Hold: TypeAlias = tuple[int, tuple[int, int] | None, bool, str]
"""A hold's seconds, its printed range, whether it is counted, and its name."""


def _of_repetition(dosage: Dosage, timing: Timing) -> Iterator[Hold]:
    if dosage.hold is None or dosage.default.hold is None:
        pace = timing.pace if dosage.pace is None else dosage.pace
        names = [named.name for named in dosage.holds] or [""]
        yield from ((pace, None, True, name) for name in names)
        return
    usual = dosage.default.hold.seconds(timing.breath)[0]
    limits = dosage.hold.seconds(timing.breath)
    if not dosage.holds:
        yield usual, limits, False, ""
    for named in dosage.holds:
        own = named.hold.seconds(timing.breath) if named.hold else None
        yield own[0] if own else usual, own or limits, False, named.name
