"""What a drawing is made of: outlines with an ink, in parts of the body that hide each other."""

from dataclasses import dataclass
from enum import StrEnum

from supple.domain.body import Side

from .space import Point, Vector


class Ink(StrEnum):
    """What a shape is drawn with; the classes of the style sheet."""

    SKIN = "skin"
    SHIRT = "shirt"
    TROUSERS = "trousers"
    HAIR = "hair"
    EYE = "eye"
    LINE = "line"
    FELT = "felt"
    TOWEL = "towel"


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline on the screen. `curved` runs smoothly through its points; a `detail` lies on
    another shape and has no rim of its own."""

    ink: Ink
    points: tuple[Point, ...]
    curved: bool = True
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the body that lies before or behind others as a whole.

    `balls` stand for its volume where it is asked what hides what: middle and radius.
    `joints` cover the rim where a part is drawn over the one that it hangs from.
    """

    name: str
    side: Side | None
    shapes: tuple[Shape, ...]
    balls: tuple[tuple[Vector, float], ...]
    joint: Shape | None = None
