"""Where a hand goes for a spot: on the body, on the floor, on a thing."""

import math
from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Contact

from . import proportions as of
from .skeleton import Body, outward, shoulder_of
from .space import (
    Rotation,
    Vector,
    add,
    along,
    between,
    scale,
    subtract,
    turned,
    unit,
)

PALM: Final = 0.014
"""From the middle of a hand to what it lies on."""
CHAIR_BACK: Final = 0.53
RAIL: Final = 0.55
"""How high the back of a chair and a table's top are."""

DOWN: Final[Vector] = (0.0, -1.0, 0.0)
AHEAD: Final[Vector] = (1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Grasp:
    """What a hand wants: its wrist at `wrist`, its fingers along `fingers`, its palm towards
    `palm`; the elbow bends towards `elbow`. All in the world."""

    wrist: Vector
    fingers: Vector
    palm: Vector
    elbow: Vector
    gripping: bool = False


def grasp(
    contact: Contact, side: Side, body: Body, position: Position, kept: Vector | None
) -> Grasp:
    """Where a hand goes for a spot. `kept` is where it has been on the floor: it stays there
    as long as the arm is long enough."""
    on = contact.side or side
    shared = contact.side is not None and contact.side is not side
    match contact.spot:
        case Spot.KNEE | Spot.SHIN | Spot.THIGH | Spot.BEHIND_THIGH | Spot.ANKLE | Spot.FOOT:
            return _on_leg(contact.spot, side, on, body)
        case Spot.FLOOR | Spot.FLOOR_AHEAD:
            return _on_floor(contact.spot, side, body, position, kept)
        case Spot.LOOSE:
            return _loose(side, body, position)
        case Spot.WALL | Spot.CHAIR | Spot.TABLE:
            return _on_furniture(contact.spot, side, body, position)
        case Spot.TOWEL:
            return _on_towel(side, body)
        case Spot.HEAD if position is Position.PRONE:
            return _under_head(side, body)
        case _:
            return _on_trunk(contact.spot, side, on if shared else side, body)


def _pole(side: Side, body: Body, ahead: float, up: float, out: float) -> Vector:
    """A direction for the elbow, as the thorax sees it."""
    return turned(body.thorax_frame, (ahead, up, out * outward(side)))


def _on_leg(spot: Spot, side: Side, on: Side, body: Body) -> Grasp:
    """Hands that hold one leg together lie on its two sides."""
    leg = body.legs[on]
    away = outward(side)
    elbow = _pole(side, body, -0.45, -0.6, 0.35)

    def surface(
        bone: Rotation, start: Vector, end: Vector, share: float, ahead: float, fingers: Vector
    ) -> Grasp:
        palm = turned(bone, (-math.copysign(1.0, ahead), 0.0, 0.0))
        at = between(start, end, share)
        point = add(at, turned(bone, (ahead + math.copysign(PALM, ahead), 0.0, away * 0.024)))
        direction = unit(turned(bone, fingers))
        return Grasp(along(point, direction, -0.030), direction, palm, elbow, gripping=True)

    match spot:
        case Spot.SHIN:
            return surface(leg.shank, leg.knee, leg.ankle, 0.16, 0.028, (-0.25, -1.0, -away * 0.5))
        case Spot.KNEE:
            return surface(leg.shank, leg.knee, leg.ankle, 0.0, 0.034, (0.1, -1.0, 0.0))
        case Spot.THIGH:
            return surface(leg.thigh, leg.hip, leg.knee, 0.78, 0.036, (0.0, -1.0, -away * 0.15))
        case Spot.BEHIND_THIGH:
            return surface(leg.thigh, leg.hip, leg.knee, 0.82, -0.032, (0.35, 1.0, -away * 0.4))
        case Spot.ANKLE:
            return surface(leg.shank, leg.knee, leg.ankle, 0.86, 0.018, (0.0, -1.0, 0.0))
        case _:
            point = add(leg.ankle, turned(leg.foot, (0.030, 0.032, away * 0.01)))
            direction = turned(leg.foot, (1.0, -0.2, 0.0))
            return Grasp(point, direction, turned(leg.foot, DOWN), elbow, gripping=True)


def _on_floor(spot: Spot, side: Side, body: Body, position: Position, kept: Vector | None) -> Grasp:
    shoulder = shoulder_of(side, body.spine[-1])
    height = 0.0155
    if kept is not None:
        wrist = kept
    elif spot is Spot.FLOOR:
        # Who lies low has the hands beside the shoulders, else the elbows had no room.
        low = max(0.0, 1.0 - shoulder[1] / 0.25)
        wrist = (shoulder[0] + 0.01, height, shoulder[2] + outward(side) * 0.085 * low)
    else:
        reach = of.ARM * 0.97
        drop = shoulder[1] - height
        wrist = (
            shoulder[0] + math.sqrt(max(reach * reach - drop * drop, 0.0)),
            height,
            shoulder[2],
        )
    if position is Position.SIDE_LYING:
        return Grasp(wrist, turned(body.pelvis_frame, AHEAD), DOWN, (0.0, 1.0, 0.0))
    return Grasp(wrist, AHEAD, DOWN, _pole(side, body, -0.3, -0.9, 0.4))


def _loose(side: Side, body: Body, position: Position) -> Grasp:
    """Hanging straight down; beside the body where it lies."""
    shoulder = shoulder_of(side, body.spine[-1])
    away = outward(side)
    if position in (Position.SUPINE, Position.PRONE):
        towards_feet = scale(turned(body.thorax_frame, (0.0, 1.0, 0.0)), -1.0)
        level = unit((towards_feet[0], 0.0, towards_feet[2]))
        out = turned(body.thorax_frame, (0.0, 0.0, away))
        reach = of.ARM * 0.98
        drop = shoulder[1] - 0.0155
        flat = math.sqrt(max(reach * reach - drop * drop, 0.0))
        direction = unit(add(level, scale(out, 0.12)))
        wrist = along((shoulder[0], 0.0155, shoulder[2]), direction, flat)
        palm = DOWN if position is Position.SUPINE else (0.0, 1.0, 0.0)
        return Grasp(wrist, level, palm, add(scale(out, 0.8), (0.0, 0.3, 0.0)))
    wrist = along(add(shoulder, (0.012, 0.0, away * 0.018)), DOWN, of.ARM * 0.985)
    return Grasp(wrist, DOWN, _pole(side, body, 0.0, 0.0, -1.0), _pole(side, body, -1.0, 0.0, 0.2))


def _on_furniture(spot: Spot, side: Side, body: Body, position: Position) -> Grasp:
    """Things that stand in front fit the body: as far as a nearly straight arm reaches."""
    shoulder = shoulder_of(side, body.spine[-1])
    elbow = _pole(side, body, -0.3, -1.0, 0.25)
    if spot is Spot.WALL:
        x, y, z = add(shoulder, (of.ARM * 0.92, -0.02, 0.0))
        # No foot goes through the wall.
        toes = max(leg.toe[0] for leg in body.legs.values())
        wrist = (max(x, toes), y, z)
        return Grasp(wrist, (0.0, 1.0, 0.0), AHEAD, elbow)
    if spot is Spot.CHAIR and position is Position.SEATED:
        hip = body.legs[side].hip
        wrist = add(hip, (0.05, -0.045, outward(side) * 0.065))
        return Grasp(wrist, DOWN, (0.0, 0.0, -outward(side)), (-1.0, 0.0, 0.3 * outward(side)))
    kneeling = position is Position.KNEELING
    height = (CHAIR_BACK if spot is Spot.CHAIR else RAIL) if not kneeling else of.SEAT_HEIGHT + 0.03
    reach = of.ARM * 0.96
    drop = abs(shoulder[1] - height)
    flat = math.sqrt(max(reach * reach - drop * drop, 0.01))
    wrist = (shoulder[0] + flat - 0.02, height + 0.012, shoulder[2] * 0.9)
    return Grasp(wrist, (1.0, -0.25, 0.0), DOWN, elbow)


def _on_towel(side: Side, body: Body) -> Grasp:
    """A towel round the higher foot; the hands hold its ends, elbows bent."""
    leg = max(body.legs.values(), key=lambda leg: leg.ankle[1])
    ball = add(leg.ankle, turned(leg.foot, (0.06, -0.03, 0.0)))
    shoulder = shoulder_of(side, body.spine[-1])
    direction = unit(subtract(ball, shoulder))
    away = outward(side)
    wrist = add(along(shoulder, direction, of.ARM * 0.80), (0.0, 0.0, -away * 0.05))
    return Grasp(
        wrist,
        direction,
        turned(body.thorax_frame, (0.0, 0.0, -away)),
        _pole(side, body, -0.4, -1.0, 0.3),
        gripping=True,
    )


def _under_head(side: Side, body: Body) -> Grasp:
    """Hands one on the other below the forehead, elbows out."""
    away = outward(side)
    x, _, z = body.head
    fingers = unit((0.35, 0.0, -away))
    wrist = along((x + 0.015, 0.0155, z - away * 0.012), fingers, -0.075)
    return Grasp(wrist, fingers, DOWN, _pole(side, body, 0.25, 0.5, 1.0))


def _on_trunk(spot: Spot, side: Side, on: Side, body: Body) -> Grasp:
    away = outward(side)
    match spot:
        case Spot.HIP:
            at, bone = body.trunk_at(0.95)
            point = add(at, turned(bone, (0.012, 0.0, away * 0.094)))
            fingers = unit(turned(bone, (0.8, -0.45, -away * 0.35)))
            palm = turned(bone, (0.0, 0.0, -away))
            return Grasp(
                along(point, fingers, -0.035), fingers, palm, _pole(side, body, -0.7, -0.1, 1.0)
            )
        case Spot.BELLY:
            at, bone = body.trunk_at(1.35)
            point = add(at, turned(bone, (0.055 + PALM, 0.0, away * 0.035)))
            fingers = unit(turned(bone, (0.1, -0.25, -away)))
            return Grasp(
                along(point, fingers, -0.035),
                fingers,
                turned(bone, (-1.0, 0.0, 0.0)),
                _pole(side, body, -0.7, -0.5, 0.7),
            )
        case Spot.LOWER_BACK:
            at, bone = body.trunk_at(0.95)
            point = add(at, turned(bone, (-0.052 - PALM, 0.0, away * 0.050)))
            fingers = unit(turned(bone, (0.35, -0.9, -away * 0.1)))
            return Grasp(
                along(point, fingers, -0.035),
                fingers,
                turned(bone, (1.0, 0.0, 0.0)),
                _pole(side, body, -1.0, -0.1, 0.9),
            )
        case Spot.SHOULDER:
            top, bone = body.spine[-1].at, body.thorax_frame
            point = add(top, turned(bone, (0.040 + PALM, -0.045, outward(on) * 0.080)))
            fingers = unit(turned(bone, (-0.25, 0.35, outward(on))))
            return Grasp(
                along(point, fingers, -0.040),
                fingers,
                turned(bone, (-1.0, 0.0, 0.0)),
                _pole(side, body, 0.7, -1.0, 0.25),
            )
        case _:
            point = add(body.head, turned(body.head_frame, (-0.050, -0.020, away * 0.030)))
            fingers = unit(turned(body.head_frame, (-0.25, 0.35, -away)))
            return Grasp(
                along(point, fingers, -0.040),
                fingers,
                turned(body.head_frame, (1.0, 0.0, 0.0)),
                _pole(side, body, 0.15, 0.35, 1.0),
            )
