"""The body map: a person who stands there, from behind and from the front, and where to point.

A figure's patches lie in space and turn away with the body. Here each region has one where it is
seen best, so that none covers another.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from supple.domain.anatomy import Joint, Region
from supple.domain.body import Position, Side
from supple.domain.drawing import BodySide, Zone
from supple.domain.pose import Limb, Pose, Posture, View
from supple.domain.problem import Origin

from .felt import Patch, visible
from .figure import outline_of
from .parts import parts_of
from .scene import Scene, scene_of
from .shapes import Ink, Part, Shape
from .space import Point

BACK: Final[Mapping[Region, Patch]] = {
    Region.HAMSTRINGS: Patch("thigh", 0.34, 0.94, 180, 64),
    Region.UPPER_BACK: Patch("trunk", 2.08, 2.86, 180, 58),
    Region.LOWER_BACK: Patch("trunk", 0.95, 1.94, 180, 56),
    Region.CALVES: Patch("shank", 0.10, 0.60, 180, 66),
    Region.BUTTOCKS: Patch("buttock", -0.66, 0.56, 180, 54),
    Region.NECK: Patch("neck", 0.0, 0.9, 180, 70),
}
FRONT: Final[Mapping[Region, Patch]] = {
    Region.STOMACH: Patch("trunk", 0.95, 1.96, 0, 40),
    Region.CHEST: Patch("trunk", 2.24, 2.80, 0, 52),
    Region.FRONT_OF_THIGH: Patch("thigh", 0.34, 0.92, 38, 40),
    Region.INNER_THIGH: Patch("thigh", 0.36, 0.84, 306, 34),
    Region.FRONT_OF_HIP: Patch("thigh", 0.02, 0.26, 0, 52),
    Region.ARMS: Patch("upper arm", 0.56, 0.98, 0, 60),
    Region.SHOULDERS: Patch("upper arm", -0.10, 0.46, 10, 62),
    Region.WAIST: Patch("trunk", 1.0, 2.16, 64, 22),
    Region.OUTER_HIP: Patch("buttock", -0.7, 0.7, 62, 26),
}
"""Those on top last."""

STANCE: Final = Posture(
    legs={side: Limb({Joint.HIP_OUT: 4.0}) for side in Side},
    arms={side: Limb({Joint.SHOULDER_OUT: 11.0}) for side in Side},
)
ORDER: Final = ("forearm", "shank", "thigh", "trunk", "upper arm", "head")
"""Painted one upon the other: nothing hides what is of interest."""
MARGIN: Final = 14
FINGER: Final = (52, 78)
"""The least width and height of what is touched: about 31 and 47 pixels on a phone, and on the
smallest 25 and 38."""


@cache
def body_sides() -> tuple[BodySide, ...]:
    """The back and the front."""
    return _side("back", 90.0, BACK), _side("front", -90.0, FRONT)


def _side(name: str, azimuth: float, patches: Mapping[Region, Patch]) -> BodySide:
    pose = Pose(Origin(""), Position.STANDING, STANCE, view=View(azimuth, 0.0), felt=())
    scene = scene_of(pose)
    parts = parts_of(scene.camera, scene.bodies[-1], scene.manner)
    parts.sort(key=lambda part: ORDER.index(part.name))
    zones = tuple(_zone(scene, region, patch) for region, patch in patches.items())
    return BodySide(name, _box(parts), _marks(parts), zones)


def _marks(parts: Sequence[Part]) -> str:
    """One rim round the whole body, since a rim between its parts would look like a seam."""
    shapes = [shape for part in parts for shape in part.shapes if shape.points]
    rim = "".join(outline_of(shape) for shape in shapes if not shape.detail)
    fills = "".join(f'<path class="{shape.ink}" d="{outline_of(shape)}"/>' for shape in shapes)
    return f'<path class="rim" d="{rim}"/>{fills}'


def _zone(scene: Scene, region: Region, patch: Patch) -> Zone:
    outlines = [*_outlines(scene, patch)]
    shapes = (Shape(Ink.FELT, tuple(outline), detail=True) for outline in outlines)
    return Zone(region, tuple(map(outline_of, shapes)), tuple(map(_touch, outlines)))


def _outlines(scene: Scene, patch: Patch) -> Iterator[Sequence[Point]]:
    """Of what is in the middle one patch, of what has sides two."""
    middle = patch.part in ("trunk", "neck") and patch.towards in (0, 180)
    for side in (Side.LEFT,) if middle else tuple(Side):
        if outline := visible(scene.camera, scene.bodies[-1], patch, side):
            yield outline


def _touch(outline: Sequence[Point]) -> tuple[int, int, int, int]:
    """The box round an outline, and a finger's at least."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    width, height = max(FINGER[0], max(xs) - min(xs)), max(FINGER[1], max(ys) - min(ys))
    x, y = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2
    return round(x), round(y), round(width), round(height)


def _box(parts: Sequence[Part]) -> tuple[int, int, int, int]:
    points = [point for part in parts for shape in part.shapes for point in shape.points]
    left = round(min(x for x, _ in points)) - MARGIN
    top = round(min(y for _, y in points)) - MARGIN
    right = round(max(x for x, _ in points)) + MARGIN
    bottom = round(max(y for _, y in points)) + MARGIN
    return left, top, right - left, bottom - top
