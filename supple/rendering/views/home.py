"""The home page: the first routine one tap away, and three questions that find another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from supple.domain.body import Position
from supple.domain.exercise import Exercise
from supple.domain.guide import HOME, Guide
from supple.domain.routine import Room
from supple.rendering import addresses
from supple.rendering.views.body_map import CARE, has_body_map
from supple.rendering.views.desk import ROOMS, Anchor, Checked, Desk
from supple.rendering.views.diary import script_words
from supple.rendering.views.figures import Thumb, page_body, thumb
from supple.rendering.views.filters import (
    Catalogue,
    Choices,
    Option,
    exercises_of,
    tag,
    upper_first,
)
from supple.rendering.views.lists import all_routines_link, first_routines
from supple.rendering.views.paging import is_whole
from supple.rendering.views.rows import RoutineRow, routine_row

POSITIONS: Final[Mapping[Room, tuple[Position, ...]]] = {
    Room.BED: (Position.SUPINE, Position.SIDE_LYING, Position.PRONE),
    Room.FLOOR: (Position.HANDS_AND_KNEES, Position.KNEELING, Position.PRONE, Position.SUPINE),
    Room.CHAIR: (Position.SEATED,),
    Room.STANDING: (Position.STANDING,),
}
"""What one is most often seen doing in a place, so that its picture is told from the others'."""

ALONE: Final[Mapping[Room, Position]] = {
    Room.CHAIR: Position.SEATED,
    Room.STANDING: Position.STANDING,
}
"""Places where one is in one position only: its exercises answer where no routine does."""


@dataclass(frozen=True, slots=True)
class Span:
    """A time to choose, and how long its mat is: percent of the longest's."""

    option: Option
    minutes: int
    length: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A place to choose, as a room with a figure. `leads_on`: to exercises, since no routine is
    done there."""

    option: Option
    leads_on: bool
    room: str
    thumb: Thumb | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """`start` opens the first routine's player. `words` are what the script says to somebody who
    comes back, as JSON. `spans`, `scenes` and `targets` answer how
    long, where, and what hurts; a question with one answer isn't asked. `narrows`: the answers
    combine, since all `routines` are here."""

    title: str
    summary: str
    body: Markup
    first: RoutineRow | None
    start: str
    spans: tuple[Span, ...]
    scenes: tuple[Scene, ...]
    targets: tuple[Option, ...]
    body_map: str
    routines: tuple[RoutineRow, ...]
    narrows: bool
    all_routines: Anchor
    checked: Checked | None
    words: Markup


def home_page(desk: Desk, every: Catalogue) -> HomePage:
    guide, routines = desk.guide, every.routines
    page = guide.pages.get(HOME)
    first = guide.routines.get(guide.settings.first_routine)
    choices = Choices(desk, routines)
    return HomePage(
        title=page.title if page else guide.settings.title,
        summary=page.summary if page else "",
        body=page_body(desk, page) if page else Markup(),
        first=routine_row(desk, first, routines.minutes[first.slug]) if first else None,
        start=desk.to(addresses.routine(first.slug), "play") if first else "",
        spans=_spans(routines.limits, choices),
        scenes=_scenes(desk, every),
        targets=_targets(guide, Choices(desk, every.exercises)),
        body_map=desk.to(addresses.BODY_MAP) if has_body_map(guide, desk.figures) else "",
        routines=first_routines(desk, every),
        narrows=is_whole(len(routines.slugs)),
        all_routines=all_routines_link(desk),
        checked=desk.checked(page.checked) if page else None,
        words=script_words(desk, "again"),
    )


def _spans(limits: tuple[int, ...], choices: Choices) -> tuple[Span, ...]:
    options = choices.length("home.how_long").options
    return tuple(
        Span(option, limit, round(100 * limit / limits[-1]))
        for option, limit in zip(options, limits, strict=True)
        if len(limits) > 1
    )


def _scenes(desk: Desk, every: Catalogue) -> tuple[Scene, ...]:
    done = {each.tag: each for each in Choices(desk, every.routines).place().options}
    scenes = tuple(
        _scene(desk, option, place, leads_on=where not in done)
        for place in Room
        if (option := done.get(where := tag("place", place.value)) or _alone(desk, every, place))
    )
    return scenes if len(scenes) > 1 else ()


def _alone(desk: Desk, every: Catalogue, place: Room) -> Option | None:
    """The exercises of a place."""
    position = ALONE.get(place)
    found = every.exercises.having.get(tag("position", position.value), ()) if position else ()
    if not position or not found:
        return None
    name, text = tag("place", place.value), upper_first(desk.say(f"place.{place.value}"))
    return Option(name, text, desk.position(position).href, len(found), current=False)


def _scene(desk: Desk, option: Option, place: Room, *, leads_on: bool) -> Scene:
    exercise = _seen_at(desk.guide, place)
    room = ROOMS[exercise.position if exercise else POSITIONS[place][0]]
    return Scene(option, leads_on, room, thumb(desk, exercise) if exercise else None)


def _seen_at(guide: Guide, place: Room) -> Exercise | None:
    """The exercise that shows a place: one of its routines', before all others."""
    first = guide.settings.first_routine
    routines = sorted(guide.routines.values(), key=lambda routine: routine.slug != first)
    there = (routine for routine in routines if place in routine.place)
    done = [exercise for routine in there for exercise in exercises_of(guide, routine)]
    order = {position: number for number, position in enumerate(POSITIONS[place])}
    fitting = [each for each in (*done, *guide.exercises.values()) if each.position in order]
    return min(fitting, key=lambda each: order[each.position], default=None)


def _targets(guide: Guide, choices: Choices) -> tuple[Option, ...]:
    others = {
        f"target={addresses.slug_of(name)}"
        for name, term in guide.targets.items()
        if term.region in CARE
    }
    options = [each for each in choices.target().options if each.tag not in others]
    return tuple(options) if len(options) > 1 else ()
