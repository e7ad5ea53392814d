"""Where one feels it: a patch on the body's surface, as much of it as the camera sees."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from supple.domain.anatomy import Region
from supple.domain.body import Side

from . import proportions as of
from .camera import Camera
from .outline import Ring, rings
from .parts import trunk_rings
from .shapes import Ink, Shape
from .skeleton import Body, outward
from .space import Point, Rotation, Vector, add, dot, turned


class Bone(NamedTuple):
    start: Vector
    end: Vector
    frame: Rotation
    sections: Sequence[of.Section]


@dataclass(frozen=True, slots=True)
class Patch:
    """A strip on one part: from `low` to `high` along it, round `towards` degrees (0 the front,
    90 the outside, 180 the back, 270 the inside), `wide` degrees to each side of that."""

    part: str
    low: float
    high: float
    towards: float
    wide: float


PATCHES: Final[Mapping[Region, Patch]] = {
    Region.NECK: Patch("neck", 0.0, 1.0, 180, 75),
    Region.SHOULDERS: Patch("upper arm", -0.10, 0.45, 90, 80),
    Region.CHEST: Patch("trunk", 2.22, 2.82, 0, 62),
    Region.UPPER_BACK: Patch("trunk", 2.0, 2.92, 180, 75),
    Region.LOWER_BACK: Patch("trunk", 0.85, 2.0, 180, 70),
    Region.WAIST: Patch("trunk", 0.75, 2.65, 90, 62),
    Region.STOMACH: Patch("trunk", 0.75, 2.0, 0, 70),
    Region.BUTTOCKS: Patch("buttock", -0.7, 0.7, 165, 58),
    Region.OUTER_HIP: Patch("buttock", -0.65, 0.65, 95, 58),
    Region.FRONT_OF_HIP: Patch("thigh", -0.02, 0.36, 0, 80),
    Region.FRONT_OF_THIGH: Patch("thigh", 0.16, 0.92, 0, 78),
    Region.HAMSTRINGS: Patch("thigh", 0.16, 0.94, 180, 78),
    Region.INNER_THIGH: Patch("thigh", 0.12, 0.85, 270, 78),
    Region.CALVES: Patch("shank", 0.06, 0.64, 180, 78),
    Region.ARMS: Patch("upper arm", 0.2, 0.95, 0, 70),
}
STEPS: Final = 9
LEAST: Final = 9.0
"""The mean breadth below which a patch is not seen, in the drawing's units."""
HOST: Final = {"neck": "head", "buttock": "thigh"}
"""The part of the drawing on which a patch of another name lies."""


def felt_shapes(
    camera: Camera, body: Body, region: Region, sides: tuple[Side, ...]
) -> list[tuple[str, Side | None, Shape]]:
    """The patches of a region that can be seen: the part that each lies on, and its outline."""
    patch = PATCHES[region]
    # On the trunk, only what lies to a side has sides.
    both = patch.part in ("trunk", "neck") and region is not Region.WAIST
    host = HOST.get(patch.part, patch.part)
    found = []
    for side in (Side.RIGHT,) if both else sides:
        if outline := visible(camera, body, patch, side):
            on = None if host in ("trunk", "head") else side
            found.append((host, on, Shape(Ink.FELT, tuple(outline), detail=True)))
    return found


def _cuts(body: Body, patch: Patch, side: Side) -> list[Ring]:
    leg, arm = body.legs[side], body.arms[side]
    low, high = patch.low, patch.high
    steps = [low + (high - low) * step / (STEPS - 1) for step in range(STEPS)]
    match patch.part:
        case "trunk":
            made = []
            for step in steps:
                made += trunk_rings(body, step, step)[:1]
            return made
        case "buttock":
            # A ball about the hip, cut across the thigh's length.
            made = []
            for step in steps:
                at = add(leg.hip, turned(leg.thigh, (-0.004, 0.004 - of.BUTTOCK * step, 0.0)))
                width = of.BUTTOCK * math.sqrt(max(0.0, 1.0 - step * step))
                made.append(Ring(at, leg.thigh, width, width, width))
            return made
        case "thigh":
            bone = Bone(leg.hip, leg.knee, leg.thigh, of.THIGH_SECTIONS)
        case "shank":
            bone = Bone(leg.knee, leg.ankle, leg.shank, of.SHANK_SECTIONS)
        case "neck":
            bone = Bone(body.neck, body.throat, body.neck_frame, of.NECK_SECTIONS)
        case _:
            bone = Bone(arm.shoulder, arm.elbow, arm.upper, of.UPPER_ARM_SECTIONS)
    return [rings(*bone, step, step)[0] for step in steps]


def visible(camera: Camera, body: Body, patch: Patch, side: Side) -> list[Point]:
    """The outline of what one sees of a patch: at each cut from one edge to the other."""
    away = outward(side)
    edges: list[tuple[Point, Point]] = []
    for step, cut in enumerate(_cuts(body, patch, side)):
        share = step / (STEPS - 1)
        wide = patch.wide * math.sqrt(math.sin(math.pi * (0.06 + 0.88 * share)))
        points = []
        for turn in range(-6, 7):
            angle = math.radians(patch.towards + wide * turn / 6.0)
            c, s = math.cos(angle), math.sin(angle) * away
            ahead = cut.front if c > 0 else cut.back
            normal = turned(cut.frame, (c / max(ahead, 1e-6), 0.0, s / max(cut.side, 1e-6)))
            if dot(normal, camera.towards) > -1e-9:
                at = add(cut.at, turned(cut.frame, (ahead * c, 0.0, cut.side * s)))
                points.append(camera.project(at))
        if len(points) > 1:
            edges.append((points[0], points[-1]))
    if len(edges) < 4:
        return []
    breadth = sum(math.dist(a, b) for a, b in edges) / len(edges)
    if breadth < LEAST:
        return []
    return [a for a, _ in edges] + [b for _, b in reversed(edges)]
