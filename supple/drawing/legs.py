"""Legs where they belong: soles on the floor, hips bent, an ankle on the other knee. Who stands is
in `standing`."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from supple.domain.anatomy import Joint, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Limb, Posture

from . import proportions as of
from .habits import foot_of
from .placing import Setting, place
from .skeleton import Angles, Body, Leg, LegAngles, outward, pose_leg, shoulder_of
from .solving import bisect, least_squares
from .space import (
    UPRIGHT,
    Rotation,
    Vector,
    about,
    across,
    add,
    along,
    between,
    dot,
    frame,
    inverse,
    length,
    pitch,
    subtract,
    then,
    turned,
    turned_back,
    unit,
)

FULL_LENGTH: Final = (of.THIGH + of.SHANK) * 0.9999


def with_leg(angles: Angles, side: Side, leg: LegAngles) -> Angles:
    return replace(angles, legs={**angles.legs, side: leg})


def levelled(leg: LegAngles, posed: Leg, *, on_toes: bool = False) -> LegAngles:
    """The ankle bent until the sole is level, or the heel is up."""
    ahead = turned(posed.shank, (1.0, 0.0, 0.0))
    up = turned(posed.shank, (0.0, 1.0, 0.0))
    level = math.degrees(math.atan2(-ahead[1], up[1]))
    return replace(leg, ankle=level - (of.TIPTOE if on_toes else 0.0))


def feet_down(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """Soles on the floor where they are flat: the hip is bent until they are."""
    if setting.position is Position.STANDING:
        return angles
    body = place(angles, setting, stance)
    for side in Side:
        at = foot_of(posture, side, setting.position)
        if at is None or at.spot is not Spot.FLAT:
            continue
        bears = setting.position is Position.KNEELING and side is stance
        kept = setting.kept.ankles.get(side)
        if kept is not None and not bears:
            front = turned(body.pelvis_frame, (1.0, 0.0, 0.0))
            angles = with_leg(angles, side, step_to(kept, UPRIGHT, front, side, body))
        elif not bears:
            angles = with_leg(angles, side, _flat(angles.legs[side], side, body, setting))
    return angles


def _flat(leg: LegAngles, side: Side, body: Body, setting: Setting) -> LegAngles:
    """A leg whose sole is on the floor. Who sits high bends the knee for it, all others the hip."""

    def height(joint: str, leg: LegAngles = leg) -> Callable[[float], float]:
        def above(angle: float) -> float:
            bent = replace(leg, **{joint: angle})
            posed = pose_leg(bent, side, body.pelvis, body.pelvis_frame)
            return posed.ankle[1] - of.FOOT_HEIGHT

        return above

    if setting.seated_high:
        best = replace(leg, knee=bisect(height("knee"), 20.0, 92.0))
        return levelled(best, pose_leg(best, side, body.pelvis, body.pelvis_frame))
    straight = replace(leg, out=0.0)
    # Of the two ways to bend a hip for it, the one with the knee up or ahead. A back that lies
    # flat turns the pelvis, and so the hip needs less.
    least = leg.knee * 0.25 - (30.0 if setting.position is Position.SUPINE else 0.0)
    best = replace(straight, hip=bisect(height("hip", straight), least, 135.0))
    best = levelled(best, pose_leg(best, side, body.pelvis, body.pelvis_frame))
    return _swung_out(best, leg.out, side, body) if leg.out else best


def _swung_out(leg: LegAngles, degrees: float, side: Side, body: Body) -> LegAngles:
    """The knee falls out to the side, about the line from hip to ankle: the foot stays."""
    posed = pose_leg(leg, side, body.pelvis, body.pelvis_frame)
    axis = unit(subtract(posed.ankle, posed.hip))
    swing = about(axis, math.radians(outward(side) * degrees))
    return _with_thigh(leg, side, body, then(swing, posed.thigh))


def _with_thigh(leg: LegAngles, side: Side, body: Body, thigh: Rotation) -> LegAngles:
    """The hip's three angles for a thigh in the world."""
    turn = then(inverse(body.pelvis_frame), thigh)
    away = outward(side)
    return replace(
        leg,
        hip=math.degrees(math.atan2(-turn[1], turn[4])),
        out=-away * math.degrees(math.asin(max(-1.0, min(1.0, turn[7])))),
        turn=-away * math.degrees(math.atan2(-turn[6], turn[8])),
    )


def step_to(ankle: Vector, foot: Rotation, front: Vector, side: Side, body: Body) -> LegAngles:
    """The leg whose ankle is there, its foot as near to `foot` as the ankle lets it; the knee
    bends towards `front`. Two bones in a plane, as for an arm."""
    hip = body.legs[side].hip
    way = subtract(ankle, hip)
    distance = max(min(length(way), FULL_LENGTH), abs(of.THIGH - of.SHANK) + 0.01)
    direction = unit(way)
    height = of.THIGH * of.THIGH - of.SHANK * of.SHANK
    foot_of_knee = (distance * distance + height) / (2.0 * distance)
    aside = math.sqrt(max(of.THIGH * of.THIGH - foot_of_knee * foot_of_knee, 0.0))
    bend = across(front, direction)
    knee = along(along(hip, direction, foot_of_knee), bend, aside)
    thigh_way = unit(subtract(knee, hip))
    shank_way = unit(subtract(along(hip, direction, distance), knee))
    thigh = frame(thigh_way, bend)
    bent = math.degrees(math.acos(max(-1.0, min(1.0, dot(thigh_way, shank_way)))))
    ahead = turned_back(then(thigh, pitch(-bent)), turned(foot, (1.0, 0.0, 0.0)))
    leg = LegAngles(knee=bent, ankle=math.degrees(math.atan2(ahead[1], ahead[0])))
    return _with_thigh(leg, side, body, thigh)


def hips_forward(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """Who kneels on one knee and stretches that hip brings the hips ahead over the other foot, the
    trunk as upright as it was: the knee opens as far as the hip does, unless it was said."""
    other = foot_of(posture, stance.other, setting.position)
    halfway = setting.position is Position.KNEELING and other and other.spot is Spot.FLAT
    leg, said = angles.legs[stance], posture.legs.get(stance, Limb()).angles
    if not halfway or leg.hip >= 0.0 or Joint.KNEE in said:
        return angles
    return with_leg(angles, stance, replace(leg, knee=leg.knee + leg.hip))


def hips_bent(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """Hips bent until the hands are under the shoulders, or the head is on the floor."""
    said = {side for side, limb in posture.legs.items() if Joint.HIP in limb.angles}
    hands_and_knees = setting.position is Position.HANDS_AND_KNEES
    head_down = posture.head_down and (hands_and_knees or setting.position is Position.KNEELING)
    if not (head_down or (hands_and_knees and stance not in said)):
        return angles
    free = frozenset(Side) if head_down else frozenset(Side) - said

    def with_hips(hip: float) -> Angles:
        legs = angles.legs.items()
        return replace(
            angles,
            legs={side: replace(leg, hip=hip) if side in free else leg for side, leg in legs},
        )

    def bent(hip: float) -> Body:
        return place(with_hips(hip), setting, stance)

    if head_down:
        hip = bisect(lambda hip: bent(hip).head[1] - 0.060, 80.0, 178.0)
    else:
        arm = of.ARM * 0.985 + 0.0155
        hip = bisect(lambda hip: shoulder_of(Side.RIGHT, bent(hip).spine[-1])[1] - arm, 40.0, 130.0)
    return with_hips(hip)


def ankle_crossed(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """An ankle on the other knee: hip, hip out, hip turn and knee together bring it there."""
    for side in Side:
        at = foot_of(posture, side, setting.position)
        if at and at.spot is Spot.KNEE:
            body = place(angles, setting, stance)
            usual = CROSSED
            if setting.position is Position.SUPINE:
                usual = CROSSED_LYING
            elif angles.legs[side.other].hip > CROSSED.hip:
                usual = replace(CROSSED, hip=angles.legs[side.other].hip)
            angles = with_leg(angles, side, _ankle_on_knee(side, body, usual))
    return angles


CROSSED: Final = LegAngles(hip=88.0, out=32.0, turn=52.0, knee=98.0)
"""A figure four as most people sit in it; the search begins here and stays near."""
CROSSED_LYING: Final = LegAngles(hip=20.0, out=60.0, turn=20.0, knee=110.0)
"""The same lying on the back: the knee falls farther out, away from the chest."""


def _ankle_on_knee(side: Side, body: Body, leg: LegAngles) -> LegAngles:
    """Damped least squares on the four joints, from the usual figure four on."""
    other = body.legs[side.other]
    goal = add(
        between(other.hip, other.knee, 0.90),
        turned(other.thigh, (0.060, 0.0, outward(side) * 0.004)),
    )
    names = ("hip", "out", "turn", "knee")

    def miss(leg: LegAngles) -> Vector:
        posed = pose_leg(leg, side, body.pelvis, body.pelvis_frame)
        return subtract(goal, between(posed.ankle, posed.knee, 0.10))

    for _ in range(14):
        error = miss(leg)
        slopes = [
            subtract(error, miss(replace(leg, **{name: getattr(leg, name) + 1.0})))
            for name in names
        ]
        step = least_squares(slopes, error)
        leg = LegAngles(
            leg.hip + step[0], leg.out + step[1], leg.turn + step[2], leg.knee + step[3]
        )
    return replace(leg, ankle=5.0)
