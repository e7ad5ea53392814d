"""Drawings as they cross the floors: what is shown of an exercise, and how it looks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol

from .anatomy import Region
from .body import Side
from .exercise import Exercise
from .guide import Page
from .packed import Packed
from .pose import Figure, Pose


class Clause(Protocol):
    """One thing to say of a figure: a key of the wording, and what fills its gaps.

    `moves`: it comes with the hold, and wasn't so at the start.
    """

    @property
    def key(self) -> str: ...
    @property
    def values(self) -> Mapping[str, Side | str]: ...
    @property
    def moves(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Drawing:
    """A pose as SVG: its view box (x, y, width, height), its marks, and what they show.

    `side` is the one that works. Seen from `above`, the floor is behind the figure.
    """

    box: tuple[int, int, int, int]
    ink: Packed[str]
    side: Side | None = None
    above: bool = False
    clauses: tuple[Clause, ...] = ()

    @property
    def marks(self) -> str:
        return self.ink.value


@dataclass(frozen=True, slots=True)
class Zone:
    """A region of a body that is pointed at: the outlines of its patches as SVG paths, and for
    each the box (x, y, width, height) that is large enough for a finger."""

    region: Region
    patches: tuple[str, ...]
    touch: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class BodySide:
    """A person who stands there, seen from behind or from the front: view box, marks, and the
    zones that are seen from there, those on top last."""

    name: str
    box: tuple[int, int, int, int]
    marks: str
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A guide's drawings by the names of `shown`, the movements of those that move, as JSON that
    is packed, and the two sides of the body map."""

    drawings: Mapping[str, Drawing] = field(default_factory=lambda: MappingProxyType({}))
    movements: Mapping[str, Packed[str]] = field(default_factory=lambda: MappingProxyType({}))
    body: tuple[BodySide, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure of an exercise. `caption` is the hold that it shows, where there are several."""

    name: str
    caption: str
    figure: Figure


def shown(exercise: Exercise, mode: str = "") -> tuple[Shown, ...]:
    """What is shown of an exercise, or of a mode: a figure for each hold of a repetition where
    they differ, else one, or none.

    The first is named like the exercise, a mode's SLUG-MODE, a second hold's SLUG-2. What has
    been there already keeps its name.
    """
    named: list[Shown] = []
    for each in ("", *(other.name for other in exercise.modes)):
        found = []
        for number, (caption, figure) in enumerate(_figures(exercise, each), start=1):
            parts = (exercise.slug, each, str(number) if number > 1 else "")
            old = (other.name for other in named if same(other.figure, figure))
            name = next(old, "-".join(part for part in parts if part))
            found.append(Shown(name, caption, figure))
        if each == mode:
            return tuple(found)
        named += found
    return ()


def every_shown(exercise: Exercise) -> Iterator[Shown]:
    """Each different figure of an exercise and its modes, once."""
    names: set[str] = set()
    for mode in ("", *(each.name for each in exercise.modes)):
        for each in shown(exercise, mode):
            if each.name not in names:
                names.add(each.name)
                yield each


def figure_of_page(page: Page, name: str) -> str:
    """What a page's own figure is called among all of a guide: no exercise has a name with a /."""
    return f"pages/{page.slug}/{name}"


def figures_of_page(page: Page) -> Iterator[tuple[str, Pose]]:
    """Each figure that a page describes itself, by its name among all."""
    for name, pose in page.figures.items():
        yield figure_of_page(page, name), pose


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures look the same, wherever they were written."""
    if isinstance(one, Pose) and isinstance(other, Pose):
        return one == replace(other, origin=one.origin)
    return one == other


def _figures(exercise: Exercise, mode: str) -> list[tuple[str, Figure]]:
    found = exercise.mode(mode)
    whole = found.figure if found else exercise.figure
    holds = [
        (hold.name, figure)
        for hold in exercise.dosage_of(mode).holds
        if (figure := hold.figure or whole)
    ]
    if any(not same(holds[0][1], figure) for _, figure in holds):
        return holds
    first = holds[0][1] if holds else whole
    return [("", first)] if first else []
