"""Lists of exercises and routines: whole, and of what shares a place, a target, a level …"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from supple.domain.anatomy import Region
from supple.domain.body import Position
from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.phases import prescribe
from supple.domain.routine import ExerciseEntry, Room, Routine
from supple.rendering import addresses, phrases
from supple.rendering.paper.downloads import cards_to_download, link_to_cards
from supple.rendering.views.desk import ROOMS, Anchor, Desk, LevelMark
from supple.rendering.views.figures import Thumb, thumb
from supple.rendering.views.filters import (
    Catalogue,
    Choices,
    Facet,
    exercises_of,
    limit_of,
    tag,
    time_anchor,
)

ALARMS: Final[Mapping[Region, str]] = {
    Region.CHEST: "body.alarm_at_chest",
    Region.STOMACH: "body.alarm_at_stomach",
    Region.UPPER_BACK: "body.alarm_at_upper_back",
}
"""Where stretching can be felt, and pain may be a sign that calls for help."""


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


@dataclass(frozen=True, slots=True)
class ExerciseGroup:
    title: str
    rows: tuple[ExerciseRow, ...]


@dataclass(frozen=True, slots=True)
class RoutineGroup:
    """Routines of about one length, below an anchor."""

    title: str
    anchor: str
    rows: tuple[RoutineRow, ...]


@dataclass(frozen=True, slots=True)
class ExerciseList:
    """A page that lists exercises. One that lists only `some` has the routines that they are in,
    too, and leads to the list of `all`. `alarm` asks about pain that stretching is no help for."""

    title: str
    summary: str
    found: str
    all: Anchor
    some: bool
    facets: tuple[Facet, ...]
    groups: tuple[ExerciseGroup, ...]
    routines: tuple[RoutineRow, ...]
    alarm: str = ""
    cards: str = ""
    downloads: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutineList:
    """A page that lists routines, all or `some`."""

    title: str
    summary: str
    found: str
    all: Anchor
    some: bool
    facets: tuple[Facet, ...]
    groups: tuple[RoutineGroup, ...]


def exercise_row(desk: Desk, exercise: Exercise, tags: tuple[str, ...] = ()) -> ExerciseRow:
    row = desk.once(("row", exercise.slug), lambda: _row(desk, exercise))
    return replace(row, tags=tags) if tags else row


def _row(desk: Desk, exercise: Exercise) -> ExerciseRow:
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
        tags=tags,
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


def all_exercises(desk: Desk, every: Catalogue) -> ExerciseList:
    """Every exercise, by position, with all that narrows the list down."""
    exercises = desk.guide.exercises.values()
    return ExerciseList(
        title=desk.say("lists.exercises"),
        summary=desk.say.number("lists.exercises_summary", len(exercises)),
        found=desk.say.number("lists.found_exercises", len(exercises)),
        all=_all_exercises(desk),
        some=False,
        facets=Choices(desk, every.exercises).of_exercises(),
        groups=_by_position(desk, exercises, every.exercises.tags),
        routines=(),
        cards=link_to_cards(desk) if exercises else "",
        downloads=cards_to_download(desk),
    )


def some_exercises(
    desk: Desk, every: Catalogue, shared: str, title: str, slugs: Iterable[str]
) -> ExerciseList:
    """The exercises that have a tag, by position, and the routines that have it."""
    guide, say, routines = desk.guide, desk.say, every.routines
    found = [guide.exercises[slug] for slug in slugs]
    fitting = [guide.routines[slug] for slug in routines.having.get(shared, ())]
    words = say.number("lists.found_exercises", len(found))
    if fitting:
        words = say.number("lists.found_both", len(fitting), exercises=words)
    return ExerciseList(
        title=title,
        summary=say("lists.summary", title=title, found=words),
        found=words,
        all=_all_exercises(desk),
        some=True,
        facets=Choices(desk, every.exercises, shared).of_exercises(),
        groups=_by_position(desk, found, {}),
        routines=_shortest_first(desk, every, fitting),
        alarm=_alarm(desk, shared),
    )


def _alarm(desk: Desk, shared: str) -> str:
    """Whether it hurts where this is felt, if pain there may call for help."""
    targets = desk.guide.targets
    region = next(
        (term.region for name, term in targets.items() if tag("target", name) == shared), None
    )
    key = ALARMS.get(region) if region and desk.guide.safety else None
    return desk.say(key) if key else ""


def all_routines(desk: Desk, every: Catalogue) -> RoutineList:
    """Every routine, the shortest first, with all that narrows the list down."""
    routines = desk.guide.routines.values()
    return RoutineList(
        title=desk.say("lists.routines"),
        summary=desk.say.number("lists.routines_summary", len(routines)),
        found=desk.say.number("lists.found_routines", len(routines)),
        all=all_routines_link(desk),
        some=False,
        facets=Choices(desk, every.routines).of_routines(),
        groups=_by_time(desk, every, _shortest_first(desk, every, routines, tagged=True)),
    )


def routines_at(desk: Desk, every: Catalogue, place: Room, slugs: Iterable[str]) -> RoutineList:
    """The routines for a place, the shortest first."""
    title = desk.say("lists.place", place=desk.say(f"place.{place.value}"))
    rows = _shortest_first(desk, every, [desk.guide.routines[slug] for slug in slugs])
    words = desk.say.number("lists.found_routines", len(rows))
    return RoutineList(
        title=title,
        summary=desk.say("lists.summary", title=title, found=words),
        found=words,
        all=all_routines_link(desk),
        some=True,
        facets=Choices(desk, every.routines, tag("place", place.value)).of_routines(),
        groups=_by_time(desk, every, rows),
    )


def routine_rows(desk: Desk, every: Catalogue) -> tuple[RoutineRow, ...]:
    """All routines, the shortest first, with what they are narrowed down by."""
    return _shortest_first(desk, every, desk.guide.routines.values(), tagged=True)


def in_order(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Exercises from the floor up, and by title."""
    order = {position: number for number, position in enumerate(Position)}
    return sorted(exercises, key=lambda each: (order[each.position], each.title, each.slug))


def _all_exercises(desk: Desk) -> Anchor:
    words = desk.say.number("lists.all_exercises", len(desk.guide.exercises))
    return Anchor(desk.to(addresses.EXERCISES), words)


def all_routines_link(desk: Desk) -> Anchor:
    words = desk.say.number("lists.all_routines", len(desk.guide.routines))
    return Anchor(desk.to(addresses.ROUTINES), words)


def _by_position(
    desk: Desk, exercises: Iterable[Exercise], tags: Mapping[str, tuple[str, ...]]
) -> tuple[ExerciseGroup, ...]:
    found: dict[Position, list[ExerciseRow]] = defaultdict(list)
    for each in in_order(exercises):
        row = exercise_row(desk, each, tags.get(each.slug, ()))
        found[each.position].append(row)
    return tuple(
        ExerciseGroup(desk.position(position).text, tuple(rows)) for position, rows in found.items()
    )


def _by_time(desk: Desk, every: Catalogue, rows: Iterable[RoutineRow]) -> tuple[RoutineGroup, ...]:
    limits = every.routines.limits
    found: dict[int, list[RoutineRow]] = defaultdict(list)
    for row in rows:
        found[limit_of(row.minutes, limits)].append(row)
    return tuple(
        RoutineGroup(desk.say.number("lists.up_to", limit), time_anchor(limit), tuple(found[limit]))
        for limit in limits
        if limit in found
    )


def _shortest_first(
    desk: Desk, every: Catalogue, routines: Iterable[Routine], *, tagged: bool = False
) -> tuple[RoutineRow, ...]:
    minutes, tags = every.routines.minutes, every.routines.tags
    rows = (
        routine_row(desk, each, minutes[each.slug], tags[each.slug] if tagged else ())
        for each in routines
    )
    return tuple(sorted(rows, key=lambda row: (row.minutes, row.title, row.href)))
