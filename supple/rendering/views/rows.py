"""Rows of lists: an exercise or a routine in a few words, with its picture."""

from dataclasses import dataclass, replace
from functools import partial

from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.phases import prescribe
from supple.domain.routine import ExerciseEntry, Routine
from supple.rendering import addresses, phrases
from supple.rendering.views.desk import ROOMS, Desk, LevelMark
from supple.rendering.views.figures import Thumb, thumb
from supple.rendering.views.filters import exercises_of


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """An exercise in a list. `tags` are what the list is narrowed down by, if it can be."""

    href: str
    title: str
    room: str
    thumb: Thumb | None
    dosage: str
    level: LevelMark
    is_draft: bool
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutineRow:
    """A routine in a list; `minutes` is the time of its longest day."""

    href: str
    title: str
    summary: str
    room: str
    thumb: Thumb | None
    minutes: int
    when: str
    place: str
    is_draft: bool
    tags: tuple[str, ...] = ()


def exercise_row(desk: Desk, exercise: Exercise, tags: tuple[str, ...] = ()) -> ExerciseRow:
    row = desk.once(("row", exercise.slug), partial(_exercise, desk, exercise))
    return replace(row, tags=tags) if tags else row


def _exercise(desk: Desk, exercise: Exercise) -> ExerciseRow:
    prescription = prescribe(ExerciseEntry(exercise.slug), exercise)
    return ExerciseRow(
        href=desk.to(addresses.exercise(exercise.slug)),
        title=exercise.title,
        room=ROOMS[exercise.position],
        thumb=thumb(desk, exercise),
        dosage=phrases.brief_words(prescription, desk.say),
        level=desk.level(exercise.level),
        is_draft=desk.is_draft(addresses.exercise(exercise.slug)),
    )


def routine_row(
    desk: Desk, routine: Routine, minutes: int, tags: tuple[str, ...] = ()
) -> RoutineRow:
    make = partial(_routine, desk, routine, minutes)
    row = desk.once(("row of a routine", routine.slug), make)
    return replace(row, tags=tags) if tags else row


def _routine(desk: Desk, routine: Routine, minutes: int) -> RoutineRow:
    first = first_exercise(desk.guide, routine)
    return RoutineRow(
        href=desk.to(addresses.routine(routine.slug)),
        title=routine.title,
        summary=routine.summary,
        room=room_of(desk.guide, routine),
        thumb=thumb(desk, first) if first else None,
        minutes=minutes,
        when=routine.when,
        place=place_words(desk, routine),
        is_draft=desk.is_draft(addresses.routine(routine.slug)),
    )


def room_of(guide: Guide, routine: Routine) -> str:
    """The room of a routine's first exercise."""
    first = first_exercise(guide, routine)
    return ROOMS[first.position] if first else "standing"


def first_exercise(guide: Guide, routine: Routine) -> Exercise | None:
    """The exercise that a routine begins with; None where it has only rests and activities."""
    return next(exercises_of(guide, routine), None)


def place_words(desk: Desk, routine: Routine) -> str:
    """ "in bed or on the floor"."""
    places = [desk.say(f"place.{room.value}") for room in routine.place]
    if len(places) == 1:
        return places[0]
    return desk.say("place.or", first=", ".join(places[:-1]), last=places[-1])
