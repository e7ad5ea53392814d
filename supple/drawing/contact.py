"""Where a body touches what is below it, and where its weight is."""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from supple.domain.body import Side

from . import proportions as of
from .skeleton import Arm, Body, Leg
from .space import Vector, add, between, scale, turned, turned_back

DOWN: Final[Vector] = (0.0, -1.0, 0.0)

FOOT_BALLS: Final = (
    (-0.030, -0.021, 0.0, 0.018),
    (-0.006, 0.000, 0.0, 0.021),
    (0.030, -0.010, 0.0, 0.019),
    (0.068, -0.0245, 0.008, 0.0145),
    (0.068, -0.0245, -0.008, 0.0145),
    (0.100, -0.0275, 0.0, 0.0115),
)
"""A foot as balls in its own frame about the ankle: x, y, z and radius."""


def leg_heights(leg: Leg) -> Iterator[tuple[str, float]]:
    """How high the lowest point of each part of a leg is."""
    middle = between(leg.hip, leg.knee, 0.5)
    knee = leg.knee[1] - 0.033
    yield "thigh", min(middle[1] - 0.045, knee, leg.hip[1] - 0.054)
    yield "knee", knee
    yield "shank", min(knee, between(leg.knee, leg.ankle, 0.5)[1] - 0.030, leg.ankle[1] - 0.019)
    yield (
        "foot",
        min(add(leg.ankle, turned(leg.foot, (x, y, z)))[1] - r for x, y, z, r in FOOT_BALLS),
    )


def arm_heights(arm: Arm) -> Iterator[tuple[str, float]]:
    yield "elbow", arm.elbow[1] - 0.0235
    yield "hand", min(arm.wrist[1] - 0.0155, arm.tip[1] - 0.009)


def trunk_heights(body: Body) -> Iterator[tuple[str, float]]:
    """The pelvis, the thorax and the head."""
    lowest = {"pelvis": math.inf, "thorax": math.inf}
    for section in of.TRUNK_SECTIONS:
        at, frame = body.trunk_at(section.at)
        x, _, z = turned_back(frame, DOWN)
        reach = math.hypot((section.front if x > 0 else section.back) * x, section.side * z)
        part = "pelvis" if section.at < 1.2 else "thorax"
        lowest[part] = min(lowest[part], at[1] - reach)
    yield from lowest.items()
    yield "head", body.head[1] - 0.060


def heights(body: Body) -> Mapping[str, float]:
    """How high the lowest point of each part is: "pelvis", "left foot"."""
    found = dict(trunk_heights(body))
    for side in Side:
        found |= {f"{side} {part}": at for part, at in leg_heights(body.legs[side])}
        found |= {f"{side} {part}": at for part, at in arm_heights(body.arms[side])}
    return found


def centre_of_mass(body: Body) -> Vector:
    """Each segment's mass lies a little nearer to its upper end (Winter)."""
    masses = [(of.MASS["trunk"], body.trunk_at(1.9)[0]), (of.MASS["head"], body.head)]
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        masses += [
            (of.MASS["thigh"], between(leg.hip, leg.knee, 0.44)),
            (of.MASS["shank"], between(leg.knee, leg.ankle, 0.44)),
            (of.MASS["foot"], leg.sole),
            (of.MASS["upper arm"], between(arm.shoulder, arm.elbow, 0.44)),
            (of.MASS["forearm"], between(arm.elbow, arm.wrist, 0.44)),
            (of.MASS["hand"], between(arm.wrist, arm.tip, 0.5)),
        ]
    whole = sum(mass for mass, _ in masses)
    middle = (0.0, 0.0, 0.0)
    for mass, at in masses:
        middle = add(middle, scale(at, mass / whole))
    return middle
