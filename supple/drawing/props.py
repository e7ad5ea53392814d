"""Things to lie, sit and lean on, made to fit the body."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from supple.domain.anatomy import Prop
from supple.domain.body import Position, Side

from . import proportions as of
from .camera import Camera
from .grasps import CHAIR_BACK, RAIL
from .outline import balls, convex
from .placing import Setting
from .skeleton import Body
from .space import Point, Vector, add, between, turned

MAT_HALF: Final = 0.17
MAT_OVER: Final = 0.07
"""How far a mat goes on beyond head and feet."""
MAT_DEEP: Final = 0.016
SHADE: Final = 0.05
"""How far the shade of a chair and of feet reaches beyond them on the floor."""
BOARD: Final = 0.028
LEG: Final = 0.026


@dataclass(frozen=True, slots=True)
class Box:
    """A box along the world's axes: its two outer corners, and what it is drawn with."""

    low: Vector
    high: Vector
    ink: str = "prop"

    def corners(self) -> list[Vector]:
        return [
            (x, y, z)
            for x in (self.low[0], self.high[0])
            for y in (self.low[1], self.high[1])
            for z in (self.low[2], self.high[2])
        ]


@dataclass(frozen=True, slots=True)
class Thing:
    """A flat shape of a thing on the screen; `lit` is its top, which catches the light."""

    ink: str
    points: tuple[Point, ...]
    lit: bool = False


def floor_height(setting: Setting) -> float:
    """How high the floor is, the body's support being at 0 unless it sits on a seat."""
    on_bed = Prop.BED in setting.props and setting.position is not Position.SEATED
    if on_bed:
        return -of.BED_HEIGHT
    return -MAT_DEEP if Prop.MAT in setting.props else 0.0


def things_behind(camera: Camera, bodies: Sequence[Body], setting: Setting) -> list[Thing]:
    """What stands behind the person, the farthest first."""
    made: list[Box] = []
    for prop in setting.props:
        made += _boxes(prop, bodies, setting)
    made = [_down_to(floor_height(setting), box) for box in made]
    shade = list(_shade(camera, bodies[-1], made, setting))
    made.sort(key=lambda box: camera.depth(between(box.low, box.high, 0.5)))
    things = [*shade, *(thing for box in made for thing in _faces(camera, box))]
    if Prop.PILLOW in setting.props:
        things.append(_pillow(camera, bodies[-1]))
    return things


def _down_to(floor: float, box: Box) -> Box:
    """A thing's leg goes down to the floor, also beside a mat."""
    x, y, z = box.low
    return replace(box, low=(x, floor, z)) if y == 0.0 else box


def _shade(camera: Camera, body: Body, boxes: Sequence[Box], setting: Setting) -> Iterator[Thing]:
    """The floor below what stands on it, and below the feet, where one looks down on it: without
    it they would float."""
    if camera.elevation <= 0.0 or Prop.CHAIR not in setting.props or Prop.MAT in setting.props:
        return
    feet = [at for leg in body.legs.values() for at in (leg.heel, leg.toe) if at[1] < SHADE]
    corners = [c for box in boxes for c in box.corners() if c[1] == 0.0]
    yield Thing(
        "shade",
        tuple(
            convex(
                camera.project((x + math.cos(angle) * SHADE, 0.0, z + math.sin(angle) * SHADE))
                for x, _, z in (*corners, *feet)
                for angle in (step * math.pi / 4.0 for step in range(8))
            )
        ),
    )


def _faces(camera: Camera, box: Box) -> Iterator[Thing]:
    """The outline of a box, and its top where the camera looks down on it."""
    yield Thing(box.ink, tuple(convex([camera.project(c) for c in box.corners()])))
    if camera.elevation > 4.0 and box.ink != "mat":
        (x, _, z), (u, v, w) = box.low, box.high
        top = [(x, v, z), (u, v, z), (u, v, w), (x, v, w)]
        yield Thing(box.ink, tuple(camera.project(c) for c in top), lit=True)


def _boxes(prop: Prop, bodies: Sequence[Body], setting: Setting) -> list[Box]:
    body = bodies[-1]
    match prop:
        case Prop.MAT:
            return [_mat(bodies)]
        case Prop.BED:
            return _bed(bodies, setting)
        case Prop.CHAIR:
            return _chair(body, setting)
        case Prop.STEP:
            return [_step(body)]
        case Prop.WALL:
            x = max(arm.wrist[0] for arm in body.arms.values()) + 0.02
            return [Box((x, 0.0, -0.35), (x + 0.03, 1.08, 0.35))]
        case Prop.TABLE:
            x = min(arm.wrist[0] for arm in body.arms.values()) + 0.03
            return [
                Box((x, RAIL - BOARD, -0.2), (x + 0.36, RAIL, 0.2)),
                *_legs(x + 0.02, x + 0.34, RAIL - BOARD, 0.17),
            ]
        case _:
            return []


def _mat(bodies: Sequence[Body]) -> Box:
    """Long enough for the whole body in all that it does."""
    xs: list[float] = []
    zs: list[float] = []
    for body in bodies:
        points = [body.head, body.pelvis]
        for side in Side:
            leg, arm = body.legs[side], body.arms[side]
            points += [p for p in (leg.toe, leg.heel, leg.knee) if p[1] < 0.12]
            points += [p for p in (arm.tip, arm.elbow) if p[1] < 0.05 and abs(p[2]) < 0.2]
        xs += [p[0] for p in points]
        zs += [p[2] for p in points]
    middle = (min(zs) + max(zs)) / 2.0
    half = max(MAT_HALF, (max(zs) - min(zs)) / 2.0 + 0.05)
    return Box(
        (min(xs) - MAT_OVER, -MAT_DEEP, middle - half),
        (max(xs) + MAT_OVER, 0.0, middle + half),
        "mat",
    )


def _bed(bodies: Sequence[Body], setting: Setting) -> list[Box]:
    """A bed along the body. Where a leg hangs down, its edge is beside that hip."""
    body = bodies[-1]
    top, floor = 0.0, -of.BED_HEIGHT
    low, high = -0.30, 0.30
    if setting.position is Position.SEATED:
        top, floor = of.SEAT_HEIGHT, 0.0
        x = body.legs[Side.RIGHT].hip[0]
        return [
            Box((x - 0.40, top - 0.10, -0.5), (x + 0.13, top, 0.5), "sheet"),
            Box((x - 0.38, floor, -0.48), (x + 0.10, top - 0.10, 0.48)),
        ]
    for side in Side:
        leg = body.legs[side]
        if leg.ankle[1] < -0.05:
            edge = leg.hip[2] * 0.4
            low, high = (low, edge) if side is Side.RIGHT else (edge, high)
    xs = [p[0] for b in bodies for p in (b.head, b.legs[Side.LEFT].toe, b.legs[Side.RIGHT].toe)]
    x, u = min(xs) - 0.14, max(max(xs) + 0.10, min(xs) + 0.95)
    return [
        Box((x, top - 0.085, low), (u, top, high), "sheet"),
        Box((x, floor + 0.05, low + 0.02), (u, top - 0.085, high - 0.02)),
        *_legs(x + 0.03, u - 0.03, floor + 0.05, high - 0.04, floor),
    ]


def _legs(x: float, u: float, top: float, half: float, floor: float = 0.0) -> list[Box]:
    return [
        Box((at - LEG / 2, floor, z - LEG / 2), (at + LEG / 2, top, z + LEG / 2))
        for at in (x, u)
        for z in (-half, half)
    ]


def _chair(body: Body, setting: Setting) -> list[Box]:
    """Under the person who sits, under the calves of one who lies, else in front of the hands."""
    half = 0.135
    if setting.position is Position.SEATED:
        seat = of.SEAT_HEIGHT
        x = body.pelvis[0] - 0.105
        return _chair_from(x, x + 0.265, seat, half, back_at=x - 0.012)
    if setting.position is Position.SUPINE:
        ankles = [leg.ankle for leg in body.legs.values()]
        knees = [leg.knee for leg in body.legs.values()]
        seat = min(a[1] for a in ankles) - 0.032
        x = max(k[0] for k in knees) + 0.035
        return _chair_from(x, x + 0.30, seat, half, back_at=x + 0.29)
    wrist = max((arm.wrist for arm in body.arms.values()), key=lambda at: at[0])
    if setting.position is Position.KNEELING:
        x = wrist[0] - 0.02
        return _chair_from(x, x + 0.26, of.SEAT_HEIGHT + 0.012, half, back_at=x + 0.25)
    # Who stands holds the back, so the seat is on its far side.
    x = wrist[0] + 0.035
    return _chair_from(x, x + 0.26, of.SEAT_HEIGHT, half, back_at=x - 0.006)


def _chair_from(x: float, u: float, seat: float, half: float, back_at: float) -> list[Box]:
    rise = CHAIR_BACK - of.SEAT_HEIGHT
    back = (back_at - 0.012, seat + rise)
    return [
        Box((x, seat - BOARD, -half), (u, seat, half)),
        *_legs(x + 0.018, u - 0.018, seat - BOARD, half - 0.015),
        Box((back[0], seat, -half), (back[0] + 0.024, seat + 0.10, -half + 0.024)),
        Box((back[0], seat, half - 0.024), (back[0] + 0.024, seat + 0.10, half)),
        Box((back[0], seat + 0.09, -half), (back[0] + 0.024, back[1], half)),
    ]


def _step(body: Body) -> Box:
    """Under the higher foot."""
    leg = max(body.legs.values(), key=lambda leg: leg.heel[1])
    top = leg.heel[1] - 0.009
    x = leg.heel[0] - 0.035
    return Box((x, 0.0, leg.heel[2] - 0.16), (x + 0.30, top, leg.heel[2] + 0.16))


def _pillow(camera: Camera, body: Body) -> Thing:
    """Between head and floor, as thick as there is room."""
    x, y, z = body.head
    room = max(y - 0.058, 0.012)
    half = room / 2.0
    middles = [((x + dx, half, z + dz), half) for dx in (-0.075, 0.075) for dz in (-0.1, 0.1)]
    return Thing("pillow", tuple(balls(camera, middles, 20)))


def towel(camera: Camera, body: Body) -> Thing:
    """From the hands across the near side of the higher foot and round its sole, in front of
    everything."""
    leg = max(body.legs.values(), key=lambda leg: leg.ankle[1])

    def on_foot(x: float, y: float) -> Point:
        return camera.project(add(leg.ankle, turned(leg.foot, (x, y, 0.0))))

    hands = [between(arm.wrist, arm.tip, 0.5) for arm in body.arms.values()]
    near = camera.project(max(hands, key=camera.depth))
    return Thing("towel", (near, on_foot(0.066, -0.002), on_foot(0.056, -0.048)))
