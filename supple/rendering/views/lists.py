"""Lists of exercises and routines: whole, and by position, target, level and equipment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from supple.domain.body import Position
from supple.domain.exercise import Exercise, Level
from supple.domain.guide import Guide
from supple.domain.phases import phases_of, prescribe, total_seconds
from supple.domain.routine import ExerciseEntry, Routine
from supple.rendering import addresses, phrases
from supple.rendering.views.desk import ROOMS, Anchor, Desk, LevelMark
from supple.rendering.views.figures import Thumb, thumb


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """An exercise in a list."""

    href: str
    title: str
    summary: str
    room: str
    thumb: Thumb | None
    dosage: str
    level: LevelMark


@dataclass(frozen=True, slots=True)
class RoutineRow:
    """A routine in a list; `minutes` is the time of its longest day."""

    href: str
    title: str
    summary: str
    room: str
    thumb: Thumb | None
    minutes: int
    time: str
    when: str
    place: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below a heading, which leads to their own list where they have one."""

    title: str
    href: str
    rows: tuple[ExerciseRow, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """Links to the lists that sort by one thing."""

    title: str
    links: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class ExerciseList:
    """A page that lists exercises."""

    title: str
    summary: str
    groups: tuple[Group, ...]
    ways: tuple[Ways, ...]


@dataclass(frozen=True, slots=True)
class RoutineList:
    """The page that lists all routines."""

    title: str
    summary: str
    rows: tuple[RoutineRow, ...]


def exercise_row(desk: Desk, exercise: Exercise) -> ExerciseRow:
    prescription = prescribe(ExerciseEntry(exercise.slug), exercise)
    return ExerciseRow(
        href=desk.to(addresses.exercise(exercise.slug)),
        title=exercise.title,
        summary=exercise.summary,
        room=ROOMS[exercise.position],
        thumb=thumb(desk, exercise),
        dosage=phrases.prescription_words(prescription, desk.say),
        level=desk.level(exercise.level),
    )


def routine_row(desk: Desk, routine: Routine) -> RoutineRow:
    guide = desk.guide
    seconds = max(
        total_seconds(phases_of(day.entries, guide.exercises, guide.settings.timing))
        for day in routine.days
    )
    first = first_exercise(guide, routine)
    return RoutineRow(
        href=desk.to(addresses.routine(routine.slug)),
        title=routine.title,
        summary=routine.summary,
        room=room_of(guide, routine),
        thumb=thumb(desk, first) if first else None,
        minutes=max(1, round(seconds / 60)),
        time=phrases.about_minutes(seconds, desk.say),
        when=routine.when,
        place=place_words(desk, routine),
    )


def room_of(guide: Guide, routine: Routine) -> str:
    """The room of a routine's first exercise."""
    first = first_exercise(guide, routine)
    return ROOMS[first.position] if first else "standing"


def first_exercise(guide: Guide, routine: Routine) -> Exercise | None:
    """The exercise that a routine begins with; None where it has only rests and activities."""
    entries = (entry for day in routine.days for entry in day.entries)
    first = next((entry for entry in entries if isinstance(entry, ExerciseEntry)), None)
    return guide.exercises[first.exercise] if first else None


def place_words(desk: Desk, routine: Routine) -> str:
    """ "in bed or on the floor"."""
    places = [desk.say(f"place.{room.value}") for room in routine.place]
    if len(places) == 1:
        return places[0]
    return desk.say("place.or", first=", ".join(places[:-1]), last=places[-1])


def all_exercises(desk: Desk) -> ExerciseList:
    """Every exercise, by position, with the ways to the other lists."""
    exercises = in_order(desk.guide.exercises.values())
    return ExerciseList(
        title=desk.say("lists.exercises"),
        summary=desk.say.number("lists.exercises_summary", len(exercises)),
        groups=tuple(_by_position(desk, exercises)),
        ways=ways(desk),
    )


def some_exercises(desk: Desk, title: str, exercises: Iterable[Exercise]) -> ExerciseList:
    """The exercises that share a target, a level or a piece of equipment, by position."""
    found = in_order(exercises)
    return ExerciseList(
        title=title,
        summary=desk.say.number("lists.found", len(found)),
        groups=tuple(_by_position(desk, found)),
        ways=(),
    )


def all_routines(desk: Desk) -> RoutineList:
    routines = desk.guide.routines.values()
    rows = sorted((routine_row(desk, routine) for routine in routines), key=_shortest_first)
    return RoutineList(
        title=desk.say("lists.routines"),
        summary=desk.say.number("lists.routines_summary", len(rows)),
        rows=tuple(rows),
    )


def ways(desk: Desk) -> tuple[Ways, ...]:
    """Every list of exercises there is, by what it sorts by."""
    guide, say = desk.guide, desk.say
    targets = [desk.target(name) for name in used_targets(guide)]
    levels = [
        Anchor(desk.to(addresses.level(level.value)), _upper_first(say(f"level.{level.value}")))
        for level in used_levels(guide)
    ]
    equipment = [
        Anchor(desk.to(addresses.equipment(name)), guide.equipment[name].title)
        for name in used_equipment(guide)
    ]
    return (
        Ways(say("lists.by_position"), tuple(map(desk.position, used_positions(guide)))),
        Ways(say("lists.by_target"), tuple(targets)),
        Ways(say("lists.by_level"), tuple(levels)),
        Ways(say("lists.by_equipment"), tuple(equipment)),
    )


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def in_order(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Exercises from the floor up, and by title."""
    order = list(Position)
    return sorted(exercises, key=lambda each: (order.index(each.position), each.title, each.slug))


def used_positions(guide: Guide) -> list[Position]:
    used = {exercise.position for exercise in guide.exercises.values()}
    return [position for position in Position if position in used]


def used_levels(guide: Guide) -> list[Level]:
    used = {exercise.level for exercise in guide.exercises.values()}
    return [level for level in Level if level in used]


def used_targets(guide: Guide) -> list[str]:
    """Targets in the order of their vocabulary, those that no exercise has left out."""
    used = {name for exercise in guide.exercises.values() for name in exercise.targets}
    return [name for name in guide.targets if name in used]


def used_equipment(guide: Guide) -> list[str]:
    used = {name for exercise in guide.exercises.values() for name in equipment_of(exercise)}
    return [name for name in guide.equipment if name in used]


def equipment_of(exercise: Exercise) -> set[str]:
    return {name for need in exercise.equipment for name in need.choices}


def _by_position(desk: Desk, exercises: Iterable[Exercise]) -> Iterator[Group]:
    exercises = list(exercises)
    for position in Position:
        rows = [exercise_row(desk, each) for each in exercises if each.position is position]
        if rows:
            heading = desk.position(position)
            yield Group(heading.text, heading.href, tuple(rows))


def _shortest_first(row: RoutineRow) -> tuple[int, str, str]:
    return row.minutes, row.title, row.href
