"""The body map: where it hurts, front and back, each region a link to what stretches it.

Where there is room beside the map, the script answers there: with a few routines, and that link.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from supple.domain.anatomy import Region
from supple.domain.drawing import BodySide, Figures, Zone
from supple.domain.guide import SAFETY, Guide
from supple.rendering import addresses
from supple.rendering.views.desk import Desk
from supple.rendering.views.filters import Catalogue, tag
from supple.rendering.views.lists import some_exercises
from supple.rendering.views.paging import Part
from supple.rendering.views.rows import ExerciseRow, RoutineRow

CARE: Final = frozenset({Region.CHEST, Region.STOMACH})
"""Whose chest or belly hurts is led to safety, not to a stretch."""
SIGN: Final = 44
"""How wide the sign on them is, in the drawing's units."""
MOST: Final = 3
"""How many routines or exercises an answer names."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is for a place: `found` says how much, and some of it stands here. `alarm` asks
    about pain that it is no help for."""

    found: str
    alarm: str
    routines: tuple[RoutineRow, ...]
    exercises: tuple[ExerciseRow, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may hurt, by name: how many exercises there are for it, or that it needs
    care, and so has no `answer`. `label` says both to whom sees neither."""

    slug: str
    href: str
    text: str
    label: str
    count: int
    answer: Answer | None

    @property
    def care(self) -> bool:
        """Whether pain there is no matter of stretching."""
        return self.answer is None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the body: what is seen of it, what is touched, and where its sign stands."""

    place: Place
    patches: tuple[str, ...]
    touch: tuple[tuple[int, int, int, int], ...]
    sign: str


@dataclass(frozen=True, slots=True)
class Half:
    """A body with its places; `name` is back or front."""

    name: str
    box: str
    marks: Markup
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class BodyMap:
    title: str
    summary: str
    halves: tuple[Half, ...]
    places: tuple[Place, ...]
    safety: str


def has_body_map(guide: Guide, figures: Figures) -> bool:
    """Whether there is anything to point at."""
    return bool(figures.body) and bool(_used(guide))


def body_map(desk: Desk, every: Catalogue) -> BodyMap:
    places = {name: _place(desk, every, name) for name in _used(desk.guide)}
    return BodyMap(
        title=desk.say("body.title"),
        summary=desk.say("body.how"),
        halves=tuple(_half(side, _by_region(desk.guide, places)) for side in desk.figures.body),
        places=tuple(places.values()),
        safety=desk.to(addresses.page(SAFETY)) if desk.guide.safety else "",
    )


def _used(guide: Guide) -> list[str]:
    """The targets that have a region and an exercise, in the order of their vocabulary. What needs
    care is among them without one: pain there must lead to safety in every guide."""
    used = {name for exercise in guide.exercises.values() for name in exercise.targets}
    return [
        name
        for name, term in guide.targets.items()
        if term.region and (name in used or (term.region in CARE and guide.safety))
    ]


def _place(desk: Desk, every: Catalogue, name: str) -> Place:
    term, slug = desk.guide.targets[name], addresses.slug_of(name)
    if term.region in CARE and desk.guide.safety:
        label = desk.say("body.care", place=term.title)
        return Place(slug, desk.to(addresses.page(SAFETY)), term.title, label, 0, None)
    found = every.exercises.having[tag("target", name)]
    label = desk.say.number("body.place", len(found), place=term.title)
    answer = _answer(desk, every, name)
    return Place(slug, desk.to(addresses.target(name)), term.title, label, len(found), answer)


def _answer(desk: Desk, every: Catalogue, name: str) -> Answer:
    """The beginning of the list that the place leads to; exercises only without a routine."""
    title = desk.guide.targets[name].title
    part = Part(addresses.target(name))
    found = some_exercises(desk, every, tag("target", name), title, part)
    rows = () if found.routines else tuple(row for group in found.groups for row in group.rows)
    return Answer(found.found, found.alarm, found.routines[:MOST], rows[:MOST])


def _by_region(guide: Guide, places: Mapping[str, Place]) -> dict[Region, Place]:
    """Where several targets are in one region, the first has its patch; all have their names."""
    found: dict[Region, Place] = {}
    for name, place in places.items():
        if region := guide.targets[name].region:
            found.setdefault(region, place)
    return found


def _half(side: BodySide, places: Mapping[Region, Place]) -> Half:
    spots = tuple(_spots(side.zones, places))
    return Half(side.name, " ".join(map(str, side.box)), Markup(side.marks), spots)


def _spots(zones: tuple[Zone, ...], places: Mapping[Region, Place]) -> Iterator[Spot]:
    for zone in zones:
        if place := places.get(zone.region):
            yield Spot(place, zone.patches, zone.touch, _sign(zone) if place.care else "")


def _sign(zone: Zone) -> str:
    """Where the octagon stands: in the middle, as an SVG transform of its 40 units."""
    x, y, width, height = zone.touch[0]
    return f"translate({x + (width - SIGN) // 2} {y + (height - SIGN) // 2}) scale({SIGN / 40})"
