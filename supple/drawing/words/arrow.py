"""The way that an arrow shows, where no other clause tells it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from supple.domain.anatomy import PAIRED_PARTS, Part
from supple.domain.body import Side
from supple.domain.pose import Mark
from supple.drawing.pointing import part_at
from supple.drawing.scene import Scene
from supple.drawing.skeleton import Body
from supple.drawing.space import Vector, add, dot, length, scale, subtract, turned_back

from .clauses import Clause, Value
from .still import LYING, MOVED

TOLD_BY: Final[Mapping[Part, tuple[str, ...]]] = {
    Part.HIPS: ("hips",),
    Part.KNEE: ("leg", "hips", "trunk"),
    Part.FOOT: ("leg", "hips", "trunk"),
    Part.ELBOW: ("arm", "trunk"),
    Part.HAND: ("arm", "trunk"),
}
"""Which clauses tell a part's way; for all others it is those of hips and trunk."""


def arrow_of(scene: Scene, moving: Sequence[Clause]) -> Iterator[Clause]:
    """The way that an arrow shows, where no other clause tells it."""
    mark = scene.pose.arrow
    if mark is None or len(scene.bodies) < 2 or _is_told(mark, moving):
        return
    first, last = scene.bodies[0], scene.bodies[-1]
    side = mark.side or scene.side
    way = _way(scene, _travelled(mark.part, side, first, last))
    values: dict[str, Value] = {"part": mark.part.value}
    if not way:
        return
    if mark.part in PAIRED_PARTS:
        other = _way(scene, _travelled(mark.part, side.other, first, last))
        values |= {} if other == way else {"side": side}
    else:
        values["of"] = "body"
    yield Clause(f"arrow.{way}", values, moves=True)


def _is_told(mark: Mark, moving: Sequence[Clause]) -> bool:
    told = TOLD_BY.get(mark.part, ("trunk", "hips"))
    return any(each.key.partition(".")[0] in told for each in moving)


def _travelled(part: Part, side: Side, first: Body, last: Body) -> Vector:
    return subtract(part_at(part, side, last), part_at(part, side, first))


def _way(scene: Scene, travelled: Vector) -> str:
    """The direction that an arrow has most of, in the words of the one who moves: of one who is
    upright, what comes straight towards the viewer isn't seen."""
    position, body, towards = scene.pose.position, scene.bodies[0], scene.camera.towards
    if position not in LYING:
        travelled = add(travelled, scale(towards, -dot(travelled, towards)))
    if length(travelled) < MOVED / 2.0:
        return ""
    x, rise, z = travelled
    ways = {("up", "down"): rise}
    if position in LYING:
        ahead, along, right = turned_back(body.pelvis_frame, (x, 0.0, z))
        ways |= {("forward", "back"): ahead, ("to_head", "to_feet"): along}
    else:
        ways |= {("forward", "back"): x}
        right = z
    ways |= {("right", "left"): right}
    (plus, minus), most = max(ways.items(), key=lambda each: abs(each[1]))
    return plus if most > 0 else minus
