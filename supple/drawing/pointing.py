"""Where the parts are that an arrow follows and words tell of."""

import math
from collections.abc import Sequence
from typing import Final

from supple.domain.anatomy import PAIRED_PARTS, Part
from supple.domain.body import Side

from .skeleton import Body
from .space import Vector, add, turned

SURFACES: Final = {Part.BACK: (1.85, -1.0), Part.BELLY: (1.2, 1.0), Part.CHEST: (2.5, 1.0)}
"""Parts that push out or sink in: the measure of the trunk, and whether in front or behind."""
STILL: Final = 0.003
TURNED: Final = 0.05
"""Less than this, in statures and as the length of a frame's change (some two degrees), is no
movement."""
SEEN: Final = 0.02
"""From here on an arrow can show a part's way."""


def part_at(part: Part, side: Side, body: Body) -> Vector:
    """A point of the part, on that side where it has two."""
    leg, arm = body.legs[side], body.arms[side]
    match part:
        case Part.HEAD:
            return add(body.head, turned(body.head_frame, (0.0, 0.03, 0.0)))
        case Part.HIPS:
            return body.pelvis
        case Part.KNEE:
            return leg.knee
        case Part.FOOT:
            return leg.toe
        case Part.ELBOW:
            return arm.elbow
        case Part.HAND:
            return arm.tip
        case Part.SHOULDER:
            return arm.shoulder
        case _:
            measure, _way = SURFACES[part]
            return body.trunk_at(measure)[0]


def moved(part: Part, side: Side, bodies: Sequence[Body]) -> float:
    """How far a part is at the end from where it began, in statures."""
    return math.dist(part_at(part, side, bodies[0]), part_at(part, side, bodies[-1]))


def stays(part: Part, bodies: Sequence[Body]) -> bool:
    """Whether a surface of the trunk neither moves nor turns."""
    if part not in SURFACES:
        return False
    measure, _way = SURFACES[part]
    (before, frame), (after, turned_frame) = (
        body.trunk_at(measure) for body in (bodies[0], bodies[-1])
    )
    return math.dist(before, after) < STILL and math.dist(frame, turned_frame) < TURNED


def head_turns(bodies: Sequence[Body]) -> bool:
    """Whether the head turns, wherever it is."""
    return math.dist(bodies[0].head_frame, bodies[-1].head_frame) > TURNED


def most_moved(bodies: Sequence[Body], count: int = 3) -> list[str]:
    """The parts that move most, as an author writes them for an arrow."""
    ways: dict[str, float] = {}
    for part in Part:
        if part in PAIRED_PARTS:
            ways |= {f"{side} {part}": moved(part, side, bodies) for side in Side}
        else:
            ways[part.value] = moved(part, Side.RIGHT, bodies)
    found = sorted((name for name in ways if ways[name] > SEEN), key=lambda name: -ways[name])
    return found[:count]
