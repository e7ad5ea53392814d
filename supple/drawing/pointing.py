"""Where the parts are that an arrow follows and words tell of."""

from typing import Final

from supple.domain.body import Side
from supple.domain.pose import Part

from .skeleton import Body
from .space import Vector, add, turned

SURFACES: Final = {Part.BACK: (1.85, -1.0), Part.BELLY: (1.35, 1.0), Part.CHEST: (2.5, 1.0)}
"""Parts that push out or sink in: the measure of the trunk, and whether in front or behind."""


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
