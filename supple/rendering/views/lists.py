"""Lists of exercises and routines: whole, and of what shares a place, a target, a level …"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import Region
from supple.domain.body import Position
from supple.domain.routine import Room
from supple.rendering import addresses
from supple.rendering.paper.downloads import cards_to_download, link_to_cards
from supple.rendering.views.desk import Anchor, Desk
from supple.rendering.views.filters import (
    Catalogue,
    Choices,
    Facet,
    limit_of,
    number_of,
    tag,
    time_anchor,
)
from supple.rendering.views.paging import (
    Paging,
    Part,
    Section,
    is_whole,
    paging,
    sections,
    titled,
)
from supple.rendering.views.rows import ExerciseRow, RoutineRow, exercise_row, routine_row

ALARMS: Final[Mapping[Region, str]] = {
    Region.CHEST: "body.alarm_at_chest",
    Region.STOMACH: "body.alarm_at_stomach",
    Region.UPPER_BACK: "body.alarm_at_upper_back",
}
"""Where stretching can be felt, and pain may be a sign that calls for help."""

FEW: Final = 12
"""The routines that stand on a page which can't have all of them."""

NO_TAGS: Final[Mapping[str, tuple[str, ...]]] = {}


@dataclass(frozen=True, slots=True)
class ExerciseGroup:
    """Exercises in one position. `extent` says which of how many, if others stand elsewhere."""

    title: str
    extent: str
    rows: tuple[ExerciseRow, ...]


@dataclass(frozen=True, slots=True)
class RoutineGroup:
    """Routines of about one length, below an anchor."""

    title: str
    anchor: str
    extent: str
    rows: tuple[RoutineRow, ...]


@dataclass(frozen=True, slots=True)
class ExerciseList:
    """A page of a list of exercises. A list of only `some` has the routines that they are in, too,
    at least the shortest, and leads to the list of `all`. `count` are the exercises of the list,
    on all its pages; `narrows`: choices combine, since the list of all is whole. `alarm` asks
    about pain that stretching is no help for."""

    title: str
    summary: str
    found: str
    all: Anchor
    some: bool
    facets: tuple[Facet, ...]
    groups: tuple[ExerciseGroup, ...]
    routines: tuple[RoutineRow, ...]
    count: int
    narrows: bool
    paging: Paging | None
    few_routines: str = ""
    all_routines: Anchor | None = None
    alarm: str = ""
    cards: str = ""
    downloads: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutineList:
    """A page of a list of routines, all or `some`. `count` are those of the list, on all its
    pages; `narrows`: choices combine, since the list of all is whole."""

    title: str
    summary: str
    found: str
    all: Anchor
    some: bool
    facets: tuple[Facet, ...]
    groups: tuple[RoutineGroup, ...]
    count: int
    narrows: bool
    paging: Paging | None


def all_exercises(desk: Desk, every: Catalogue, part: Part) -> ExerciseList:
    """Every exercise, by position, with all that narrows the list down."""
    slugs = every.exercises.slugs
    count = len(slugs)
    narrows = is_whole(count)
    return ExerciseList(
        title=titled(desk, desk.say("lists.exercises"), part, count),
        summary=desk.say.number("lists.exercises_summary", count),
        found=desk.say.number("lists.found_exercises", count),
        all=_all_exercises(desk),
        some=False,
        facets=Choices(desk, every.exercises).of_exercises(),
        groups=_by_position(desk, slugs, part, every.exercises.tags if narrows else NO_TAGS),
        routines=(),
        count=count,
        narrows=narrows,
        paging=paging(desk, part, count),
        cards=link_to_cards(desk),
        downloads=cards_to_download(desk),
    )


def some_exercises(
    desk: Desk, every: Catalogue, shared: str, name: str, part: Part
) -> ExerciseList:
    """The exercises that have a tag, by position, and the routines that have it; but of a time
    only exercises, since routines are sorted by other times."""
    say, slugs = desk.say, every.exercises.having[shared]
    is_time = shared in (tag("time", limit) for limit in every.exercises.limits)
    fitting = () if is_time else every.routines.having.get(shared, ())
    words = say.number("lists.found_exercises", len(slugs))
    if fitting:
        words = say.number("lists.found_both", len(fitting), exercises=words)
    title = titled(desk, name, part, len(slugs))
    is_full = is_whole(len(fitting))
    shown = fitting if is_full else fitting[:FEW]
    return ExerciseList(
        title=title,
        summary=say("lists.summary", title=title, found=words),
        found=words,
        all=_all_exercises(desk),
        some=True,
        facets=Choices(desk, every.exercises, shared).of_exercises(),
        groups=_by_position(desk, slugs, part),
        routines=_routine_rows(desk, every, shown if part.number == 1 else ()),
        count=len(slugs),
        narrows=is_whole(len(every.exercises.slugs)),
        paging=paging(desk, part, len(slugs)),
        few_routines="" if is_full else say("lists.shortest", n=FEW, all=len(fitting)),
        all_routines=None if is_full else all_routines_link(desk),
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


def all_routines(desk: Desk, every: Catalogue, part: Part) -> RoutineList:
    """Every routine, the shortest first, with all that narrows the list down."""
    slugs = every.routines.slugs
    count = len(slugs)
    narrows = is_whole(count)
    return RoutineList(
        title=titled(desk, desk.say("lists.routines"), part, count),
        summary=desk.say.number("lists.routines_summary", count),
        found=desk.say.number("lists.found_routines", count),
        all=all_routines_link(desk),
        some=False,
        facets=Choices(desk, every.routines).of_routines(),
        groups=_by_time(desk, every, slugs, part, every.routines.tags if narrows else NO_TAGS),
        count=count,
        narrows=narrows,
        paging=paging(desk, part, count),
    )


def routines_at(desk: Desk, every: Catalogue, place: Room, part: Part) -> RoutineList:
    """The routines for a place, the shortest first."""
    shared = tag("place", place.value)
    slugs = every.routines.having[shared]
    name = desk.say("lists.place", place=desk.say(f"place.{place.value}"))
    title = titled(desk, name, part, len(slugs))
    words = desk.say.number("lists.found_routines", len(slugs))
    return RoutineList(
        title=title,
        summary=desk.say("lists.summary", title=title, found=words),
        found=words,
        all=all_routines_link(desk),
        some=True,
        facets=Choices(desk, every.routines, shared).of_routines(),
        groups=_by_time(desk, every, slugs, part),
        count=len(slugs),
        narrows=is_whole(len(every.routines.slugs)),
        paging=paging(desk, part, len(slugs)),
    )


def first_routines(desk: Desk, every: Catalogue) -> tuple[RoutineRow, ...]:
    """All routines, the shortest first, with what they are narrowed down by; of very many only a
    few, which nothing narrows down."""
    slugs = every.routines.slugs
    if is_whole(len(slugs)):
        return _routine_rows(desk, every, slugs, every.routines.tags)
    return _routine_rows(desk, every, slugs[:FEW])


def _all_exercises(desk: Desk) -> Anchor:
    words = desk.say.number("lists.all_exercises", len(desk.guide.exercises))
    return Anchor(desk.to(addresses.EXERCISES), words)


def all_routines_link(desk: Desk) -> Anchor:
    words = desk.say.number("lists.all_routines", len(desk.guide.routines))
    return Anchor(desk.to(addresses.ROUTINES), words)


def _by_position(
    desk: Desk,
    slugs: Sequence[str],
    part: Part,
    tags: Mapping[str, tuple[str, ...]] = NO_TAGS,
) -> tuple[ExerciseGroup, ...]:
    exercises, positions = desk.guide.exercises, [*Position]
    return tuple(
        ExerciseGroup(
            desk.position(positions[found.kind]).text,
            _extent(desk, found),
            tuple(exercise_row(desk, exercises[slug], tags.get(slug, ())) for slug in found.slugs),
        )
        for found in sections(slugs, part, lambda slug: number_of(exercises[slug].position))
    )


def _by_time(
    desk: Desk,
    every: Catalogue,
    slugs: Sequence[str],
    part: Part,
    tags: Mapping[str, tuple[str, ...]] = NO_TAGS,
) -> tuple[RoutineGroup, ...]:
    minutes, limits = every.routines.minutes, every.routines.limits
    return tuple(
        RoutineGroup(
            desk.say.number("lists.up_to", found.kind),
            time_anchor(found.kind),
            _extent(desk, found),
            _routine_rows(desk, every, found.slugs, tags),
        )
        for found in sections(slugs, part, lambda slug: limit_of(minutes[slug], limits))
    )


def _routine_rows(
    desk: Desk,
    every: Catalogue,
    slugs: Sequence[str],
    tags: Mapping[str, tuple[str, ...]] = NO_TAGS,
) -> tuple[RoutineRow, ...]:
    routines, minutes = desk.guide.routines, every.routines.minutes
    return tuple(
        routine_row(desk, routines[slug], minutes[slug], tags.get(slug, ())) for slug in slugs
    )


def _extent(desk: Desk, found: Section) -> str:
    """Which rows of how many stand here; nothing where it is all of them."""
    if len(found.slugs) == found.total:
        return ""
    return desk.say("lists.rows", first=found.first, last=found.last, all=found.total)
