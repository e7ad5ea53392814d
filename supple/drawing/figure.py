"""A pose into a drawing: SVG as text, and what the author should know about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import PAIRED_PARTS, Prop, Region
from supple.domain.anatomy import Part as Marked
from supple.domain.body import Side
from supple.domain.drawing import Drawing
from supple.domain.packed import pack
from supple.domain.pose import Felt, Pose

from . import paths
from .arrow import Arrow, Surroundings, arrow_of, balls_on_screen
from .camera import UNITS
from .felt import felt_shapes
from .ghost import ghost_parts
from .layers import groups, painted_order
from .parts import parts_of
from .pointing import SEEN, head_turns, most_moved, moved, stays
from .posture import Shortfall
from .props import Thing, floor_height, things_behind, towel
from .scene import Scene, scene_of
from .shapes import Ink, Part, Shape
from .space import Point
from .words import describe_scene

MARGIN: Final = 14
LEG_PARTS: Final = ("thigh", "shank")
FLOOR_HALF: Final = 4
"""Half the width of the line that is the floor."""
FROM_ABOVE: Final = 10.0
"""From this many degrees up one looks on the floor rather than along it."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One path of the body: a fill with its shape, or a rim round the fills that follow.

    `part` names the shape within the body, so that another posture's can take its place.
    """

    ink: str
    shape: Shape | None = None
    part: tuple[str, Side | None, int] | None = None
    around: tuple[int, ...] = ()
    d: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing, the paths of its body in their order, and what falls short in it."""

    drawing: Drawing
    strokes: tuple[Stroke, ...]
    shortfalls: tuple[Shortfall, ...]


def draw(pose: Pose, regions: Mapping[str, Region], felt: Sequence[Felt] = ()) -> Drawn:
    """The figure of a pose. `regions` says which region of the body each target is; `felt` is
    where one feels it if the pose doesn't say."""
    scene = scene_of(pose)
    return draw_scene(scene, regions, pose.felt if pose.felt is not None else tuple(felt))


def draw_scene(scene: Scene, regions: Mapping[str, Region], felt: Sequence[Felt] = ()) -> Drawn:
    camera, body = scene.camera, scene.bodies[-1]
    parts = painted_order(camera, parts_of(camera, body, scene.manner))
    ghost = ghost_parts(scene, parts)
    arrows = _arrows(scene, parts, ghost)
    behind = things_behind(camera, (scene.bodies[0], body), scene.setting)
    patches, unseen = _patches(scene, regions, felt)
    strokes = _body_strokes(scene, parts, patches)
    box = _box(parts, ghost, arrows, behind, scene)
    # From the side one sees the edge of what the body lies on, before it.
    ground = [thing for thing in behind if thing.ink == "mat" and not camera.elevation]
    marks = [
        *(_thing(thing) for thing in behind if thing not in ground),
        _ghost(ghost),
        f'<g class="body">{"".join(map(_stroke, strokes))}</g>',
        *map(_thing, ground),
        _floor(box, scene),
        *map(_arrow_marks, arrows),
    ]
    through = any(arrow.clearance < 0.0 for arrow in arrows)
    short = (
        *scene.shortfalls,
        *(_vanished(scene) if not arrows else ()),
        *((Shortfall("arrow", "arrow", "", 0.0),) if through else ()),
        *(Shortfall("felt", target, "", 0.0) for target in unseen),
    )
    above = camera.elevation > FROM_ABOVE
    drawing = Drawing(box, pack("".join(marks)), scene.working, above, describe_scene(scene))
    return Drawn(drawing, tuple(strokes), short)


def _body_strokes(
    scene: Scene,
    parts: Sequence[Part],
    patches: Mapping[tuple[str, Side | None], Sequence[Shape]],
) -> list[Stroke]:
    """The paths of a body in the order in which they are painted.

    Parts that hang together are painted as one: first the rims of all, then their fills, so that
    no rim parts them.
    """
    strokes: list[Stroke] = []
    far = _far_limbs(scene)
    for group in groups(scene.camera, parts):
        fills: list[Stroke] = []
        for part in group:
            tone = " far" if (part.name in LEG_PARTS, part.side) in far else ""
            if part is group[0] and part is not parts[0] and part.joint:
                # What it hangs on to is painted already: there its rim is covered again.
                fills.append(_fill(part.joint, tone, (part.name, part.side, -1)))
            for number, shape in enumerate(part.shapes):
                # What turns out of sight in the hold has its path all the same, if it moves there.
                if shape.points or len(scene.bodies) > 1:
                    fills.append(_fill(shape, tone, (part.name, part.side, number)))
            lies_here = patches.get((part.name, part.side), ())
            fills.extend(_fill(shape, "", None) for shape in lies_here)
        first = len(strokes) + 1
        rimmed = [
            number
            for number, fill in enumerate(fills)
            if fill.part and fill.part[2] >= 0 and fill.shape and not fill.shape.detail
        ]
        rim = "".join(fills[number].d for number in rimmed)
        strokes.append(Stroke("rim", around=tuple(first + n for n in rimmed), d=rim))
        strokes += fills
    if scene.setting.has_towel:
        thing = towel(scene.camera, scene.bodies[-1])
        shape = Shape(Ink.TOWEL, thing.points)
        strokes.append(_fill(shape, "", ("towel", None, 0)))
    return strokes


def _far_limbs(scene: Scene) -> frozenset[tuple[bool, Side | None]]:
    """The limbs that hang on the far side of the trunk: whether a leg, and its side. A limb is of
    one tone, else the eye joins the pieces of two."""
    body, depth = scene.bodies[-1], scene.camera.depth
    hips = {side: depth(body.legs[side].hip) for side in Side}
    # An arm that reaches through to the near side is near.
    arms = {
        side: max(depth(body.arms[side].shoulder), depth(body.arms[side].wrist)) for side in Side
    }
    return frozenset(
        (leg, side)
        for leg, roots in ((True, hips), (False, arms))
        for side in Side
        if roots[side] < roots[side.other] - 0.03
    )


def _fill(shape: Shape, tone: str, part: tuple[str, Side | None, int] | None) -> Stroke:
    return Stroke(shape.ink + tone, shape, part, (), outline_of(shape))


def _stroke(stroke: Stroke) -> str:
    return f'<path class="{stroke.ink}" d="{stroke.d}"/>'


def outline_of(shape: Shape) -> str:
    if not shape.points:
        return ""
    if shape.ink is Ink.TOWEL:
        return paths.straight(shape.points, closed=False)
    if shape.ink is Ink.LINE:
        return paths.smooth(shape.points, closed=False)
    return paths.smooth(shape.points) if shape.curved else paths.straight(shape.points)


def _patches(
    scene: Scene, regions: Mapping[str, Region], felt: Sequence[Felt]
) -> tuple[dict[tuple[str, Side | None], list[Shape]], list[str]]:
    """The patches by the part that they lie on, and the targets that can't be seen."""
    found: dict[tuple[str, Side | None], list[Shape]] = {}
    unseen: list[str] = []
    for each in felt:
        region = regions.get(each.target)
        if region is None:
            continue
        either = (scene.working,) if scene.working else tuple(Side)
        sides = (each.side,) if each.side else either
        shapes = felt_shapes(scene.camera, scene.bodies[-1], region, sides)
        if not shapes:
            unseen.append(each.target)
        for name, side, shape in shapes:
            found.setdefault((name, side), []).append(shape)
    return found, unseen


def _arrows(scene: Scene, parts: Sequence[Part], ghost: Sequence[Part]) -> list[Arrow]:
    """One arrow; two where a paired part moves and neither side is the working one."""
    mark = scene.pose.arrow
    if mark is None or len(scene.bodies) < 2 or stays(mark.part, scene.bodies):
        return []
    both = mark.part in PAIRED_PARTS and not (mark.side or scene.working)
    sides = tuple(Side) if both else (mark.side or scene.side,)
    around = Surroundings(
        *(balls_on_screen(scene.camera, [part.balls for part in body]) for body in (parts, ghost))
    )
    found = [arrow_of(scene.camera, mark, side, scene.bodies, around) for side in sides]
    return [arrow for arrow in found if arrow]


def _vanished(scene: Scene) -> Iterator[Shortfall]:
    """An arrow whose part doesn't move, or not as seen from here; `place` tells what moves."""
    mark = scene.pose.arrow
    others = most_moved(scene.bodies)
    turns = mark is not None and mark.part is Marked.HEAD and head_turns(scene.bodies)
    if mark is None or not (others or turns):
        return
    side = mark.side or (scene.side if mark.part in PAIRED_PARTS else None)
    name = f"{side} {mark.part}" if side else mark.part.value
    far = moved(mark.part, side or Side.RIGHT, scene.bodies)
    yield Shortfall("still" if far < SEEN and not turns else "hidden", name, ", ".join(others), far)


def _box(
    parts: Sequence[Part],
    ghost: Sequence[Part],
    arrows: Sequence[Arrow],
    things: Sequence[Thing],
    scene: Scene,
) -> tuple[int, int, int, int]:
    """All that is drawn, and a margin; seen from the side, the floor is the lower edge."""
    points: list[Point] = [scene.camera.project((0.0, floor_height(scene.setting), 0.0))]
    for part in (*parts, *ghost):
        for shape in part.shapes:
            points += shape.points
    for thing in things:
        points += thing.points
    if scene.setting.has_towel:
        points += towel(scene.camera, scene.bodies[-1]).points
    for arrow in arrows:
        points += (*arrow.shaft, *arrow.head)
    left = min(x for x, _ in points) - MARGIN
    top = min(y for _, y in points) - MARGIN
    right = max(x for x, _ in points) + MARGIN
    bottom = max(y for _, y in points) + 2 * FLOOR_HALF
    return round(left), round(top), round(right - left), round(bottom - top)


def _floor(box: tuple[int, int, int, int], scene: Scene) -> str:
    """A line to stand on, where one looks from the side; a mat alone needs none."""
    props = set(scene.setting.props)
    on_mat = Prop.MAT in props and props <= {Prop.MAT, Prop.PILLOW, Prop.TOWEL, Prop.STRAP}
    if scene.camera.elevation or on_mat:
        return ""
    x, _, width, _ = box
    level = round(-floor_height(scene.setting) * UNITS) + FLOOR_HALF
    return f'<path class="floor" d="M{x + 8} {level}h{width - 16}"/>'


def _thing(thing: Thing) -> str:
    lit = " lit" if thing.lit else ""
    return f'<path class="{thing.ink}{lit}" d="{paths.straight(thing.points)}"/>'


def _ghost(parts: Sequence[Part]) -> str:
    """The start, behind the hold: in pale clothes, since a grey shape on a mat is a shadow."""
    shapes = [shape for part in parts for shape in part.shapes if not shape.detail and shape.points]
    fills = "".join(f'<path class="{shape.ink}" d="{outline_of(shape)}"/>' for shape in shapes)
    return f'<g class="ghost">{fills}</g>' if fills else ""


def _arrow_marks(arrow: Arrow) -> str:
    shaft = paths.smooth(arrow.shaft, closed=False)
    return (
        f'<path class="arrow" d="{shaft}"/>'
        f'<path class="arrow-head" d="{paths.straight(arrow.head)}"/>'
    )
