"""Posters: the pictures that stand for pages where links to them are shared. As SVG in plain
colours and without text, so that nothing but shapes is needed to make a PNG of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from supple.domain.drawing import Drawing, Figures, shown
from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.routine import ExerciseEntry, Routine
from supple.rendering import addresses
from supple.rendering.flat import flattened, variables
from supple.rendering.views.desk import ROOMS
from supple.rendering.views.figures import box_words

WIDTH: Final = 1200
HEIGHT: Final = 630
GAP: Final = 8
PADDING: Final = 0.045
FLOOR: Final = 0.18
FLOOR_FROM_ABOVE: Final = 0.62
"""Shares of a room's height."""
GRIDS: Final = {1: (1, 1), 2: (2, 1), 4: (2, 2)}
"""So many rooms, in so many columns and rows, fit into one poster: wide ones, since most
people in them lie."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster: its own address, and its SVG."""

    address: str
    svg: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """A figure and the room in which it stands."""

    drawing: Drawing
    room: str


def plan_posters(guide: Guide, figures: Figures, styles: str) -> Iterator[Poster]:
    """A poster for each exercise and routine that is drawn, and the first page's, which stands
    for every other page too. A guide without an address has none: nobody could find them."""
    if not guide.settings.url:
        return
    for exercise in guide.exercises.values():
        yield from _poster(addresses.exercise(exercise.slug), _seen([exercise], figures), styles)
    for routine in guide.routines.values():
        seen = _seen(_exercises(guide, routine), figures)
        yield from _poster(addresses.routine(routine.slug), seen, styles)
    first = guide.routines.get(guide.settings.first_routine)
    exercises = _exercises(guide, first) if first else guide.exercises.values()
    yield from _poster(addresses.INDEX, _seen(exercises, figures), styles)


def _exercises(guide: Guide, routine: Routine) -> Iterator[Exercise]:
    """What a routine consists of, each once."""
    slugs = [
        entry.exercise
        for day in routine.days
        for entry in day.entries
        if isinstance(entry, ExerciseEntry)
    ]
    for slug in dict.fromkeys(slugs):
        yield guide.exercises[slug]


def _seen(exercises: Iterable[Exercise], figures: Figures) -> list[_Seen]:
    """The first figure of each exercise, as many as a poster has room for."""
    drawn = [
        _Seen(drawing, ROOMS[exercise.position])
        for exercise in exercises
        for each in shown(exercise)[:1]
        if (drawing := figures.drawings.get(each.name))
    ]
    return drawn[: max(many for many in (0, *GRIDS) if many <= len(drawn))]


def _poster(address: str, seen: Sequence[_Seen], styles: str) -> Iterator[Poster]:
    if seen:
        yield Poster(addresses.poster(address), _svg(seen, styles))


def _svg(seen: Sequence[_Seen], styles: str) -> str:
    rules = "".join(flattened(styles, room) for room in dict.fromkeys(each.room for each in seen))
    columns, rows = GRIDS[len(seen)]
    width, height = (WIDTH + GAP) // columns - GAP, (HEIGHT + GAP) // rows - GAP
    rooms = "".join(
        f'<svg x="{number % columns * (width + GAP)}" y="{number // columns * (height + GAP)}"'
        f' width="{width}" height="{height}">{_room(each, width, height, styles)}</svg>'
        for number, each in enumerate(seen)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f"<style>{rules.replace('<', ' ')}</style>"
        f'<path fill="#fff" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>{rooms}</svg>'
    )


def _room(seen: _Seen, width: int, height: int, styles: str) -> str:
    """A wall, a floor, and the figure in front of them."""
    colours = variables(styles, seen.room)
    wall, ground = _colour(colours.get("--wall")), _colour(colours.get("--floor"))
    floor = round(height * (FLOOR_FROM_ABOVE if seen.drawing.above else FLOOR))
    edge = round(height * PADDING)
    return (
        f'<path fill="{wall}" d="M0 0h{width}v{height}H0z"/>'
        f'<path fill="{ground}" d="M0 {height - floor}h{width}v{floor}H0z"/>'
        f'<svg x="{edge}" y="{edge}" width="{width - 2 * edge}" height="{height - 2 * edge}"'
        f' viewBox="{box_words(seen.drawing)}" preserveAspectRatio="xMidYMax meet">'
        f'<g class="{seen.room}" stroke-linecap="round" stroke-linejoin="round">'
        f"{seen.drawing.marks}</g></svg>"
    )


def _colour(value: str | None) -> str:
    """A colour as it can stand in an attribute; a guide's own styles may not say one."""
    return value if value and value.startswith("#") and value[1:].isalnum() else "none"
