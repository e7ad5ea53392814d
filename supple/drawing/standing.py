"""Who stands: both feet where they belong, one leg ahead of the other or one foot on the step,
and the weight over the foot."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from supple.domain.anatomy import Joint
from supple.domain.body import Position, Side
from supple.domain.pose import Limb, Posture

from . import proportions as of
from .contact import centre_of_mass
from .habits import is_on_step, is_on_toes, is_up, stands
from .legs import FULL_LENGTH, levelled, step_to, with_leg
from .placing import Setting, place
from .skeleton import Angles, LegAngles, outward, pose_body, pose_leg
from .solving import bisect
from .space import ORIGIN, UPRIGHT, Vector, add, between, pitch, subtract, turned

WHOLE_FOOT: Final = 25.0
"""A knee bent by that many degrees or more puts the whole foot on the step, else the heel only."""
LOWEST_STEP: Final = 0.05
LOW_STEP: Final = 0.11
"""A stair."""
HIGHEST_STEP: Final = 0.35
FARTHEST_LEAN: Final = 35.0
"""How far, in degrees, a trunk leans forward so that both feet reach the floor."""


def stood(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """The legs of one who stands. Where the feet have to be somewhere, they are put there."""
    angles = _evenly_apart(angles, posture)
    kept = setting.kept.ankles
    if _strides(angles, posture):
        angles = _in_stride(angles, posture, setting)
    elif not (kept and len(posture.legs) == 0):
        angles = balanced(angles, posture, setting, stance)
    # Else the trunk is upright above the middle between the feet.
    return _on_kept_feet(angles, kept, setting, stance) if kept else angles


def _said(posture: Posture, side: Side) -> Mapping[Joint, float]:
    return posture.legs.get(side, Limb()).angles


def _evenly_apart(angles: Angles, posture: Posture) -> Angles:
    """Of two straight legs one of which goes out while both stand, the other goes out as far."""
    bent = any({Joint.HIP, Joint.KNEE} & _said(posture, side).keys() for side in Side)
    if bent or not _both_stand(posture):
        return angles
    out = max((leg.out for leg in angles.legs.values()), key=abs)
    return replace(angles, legs={side: replace(leg, out=out) for side, leg in angles.legs.items()})


def _both_stand(posture: Posture) -> bool:
    return all(stands(posture, side, Position.STANDING) for side in Side)


def _strides(angles: Angles, posture: Posture) -> bool:
    """Whether both feet are on the floor, but not by legs that are bent alike."""
    left, right = (
        (leg.hip, leg.out, leg.knee, is_on_toes(posture, side)) for side, leg in angles.legs.items()
    )
    return left != right and _both_stand(posture)


def _in_stride(angles: Angles, posture: Posture, setting: Setting) -> Angles:
    """Both feet on the floor, one ahead of the other or far beside it. One leg is as it was said;
    the trunk is upright, or leans as far as it has to; the other leg comes down on the floor."""
    first = _leading(posture)
    leg, other = angles.legs[first], angles.legs[first.other]
    if Joint.HIP not in _said(posture, first):
        leg = replace(leg, hip=leg.knee)  # the lower leg is upright
    # How much farther down the other ankle is than this one's.
    deeper = _ankle_height(first, setting) - _ankle_height(first.other, setting)
    lean = _lean(leg, other, first, posture, deeper)
    other = _down(other, first.other, _drop(leg, first, lean) + deeper, lean, leg, posture)
    missing = _drop(leg, first, lean) + deeper - _drop(other, first.other, lean)
    if missing > 1e-4:
        # The other leg is too short for it: one leans forward, and so comes down.
        lean = bisect(
            lambda lean: _drop(leg, first, lean) + deeper - _longest(other),
            lean,
            lean + FARTHEST_LEAN,
        )
        other = _down(other, first.other, _drop(leg, first, lean) + deeper, lean, leg, posture)
    frame = pitch(-lean)
    for side, found in ((first, leg), (first.other, other)):
        posed = pose_leg(found, side, ORIGIN, frame)
        on_toes = side in setting.heels
        angles = with_leg(angles, side, levelled(found, posed, on_toes=on_toes))
    return angles


def _ankle_height(side: Side, setting: Setting) -> float:
    return of.TIPTOE_HEIGHT if side in setting.heels else of.FOOT_HEIGHT


def _leading(posture: Posture) -> Side:
    """The leg that stays as it was said. Of those whose hips were said, rather one on the whole
    sole, the straighter, the one behind; else the one with the bent knee."""
    said = {side: _said(posture, side) for side in Side}
    hips = [side for side in Side if Joint.HIP in said[side]]
    if not hips:
        return max(Side, key=lambda side: said[side].get(Joint.KNEE, 0.0))
    return min(
        hips,
        key=lambda side: (
            is_on_toes(posture, side),
            said[side].get(Joint.KNEE, 0.0),
            said[side][Joint.HIP],
        ),
    )


def _drop(leg: LegAngles, side: Side, lean: float) -> float:
    """How far below the hip the ankle of one is who leans forward by so many degrees."""
    return -pose_leg(leg, side, ORIGIN, pitch(-lean)).ankle[1]


def _longest(leg: LegAngles) -> float:
    """From hip to ankle."""
    bent = math.cos(math.radians(leg.knee))
    return math.sqrt(of.THIGH**2 + of.SHANK**2 + 2.0 * of.THIGH * of.SHANK * bent)


def _tilt(leg: LegAngles) -> float:
    """How far the hip is bent when the ankle is right below it, in degrees."""
    knee = math.radians(leg.knee)
    across, down = of.SHANK * math.sin(knee), of.THIGH + of.SHANK * math.cos(knee)
    return math.degrees(math.atan2(across, down))


def _lean(leg: LegAngles, other: LegAngles, side: Side, posture: Posture, deeper: float) -> float:
    """How far the trunk leans forward, in degrees: as the ankle says; else, where both legs were
    said in full, so that both feet are down; else not at all."""
    if Joint.ANKLE in _said(posture, side):
        return leg.hip + leg.ankle - leg.knee
    if not all({Joint.HIP, Joint.KNEE} <= _said(posture, each).keys() for each in Side):
        return 0.0

    def uneven(lean: float) -> float:
        return _drop(leg, side, lean) + deeper - _drop(other, side.other, lean)

    back, forward = -FARTHEST_LEAN / 2.0, FARTHEST_LEAN
    return bisect(uneven, back, forward) if uneven(back) * uneven(forward) < 0.0 else 0.0


def _down(
    leg: LegAngles, side: Side, depth: float, lean: float, other: LegAngles, posture: Posture
) -> LegAngles:
    """A leg whose ankle is that far below the hip, by the joint that nobody said: the knee, the
    hip outwards, else the hip, away from the other foot."""
    said = _said(posture, side)

    def by(joint: str, near: float, far: float) -> LegAngles:
        def above(angle: float) -> float:
            return depth - _drop(replace(leg, **{joint: angle}), side, lean)

        return replace(leg, **{joint: bisect(above, near, far, rounds=16)})

    if abs(depth - _drop(leg, side, lean)) < 1e-4:
        return leg
    if Joint.HIP in said and Joint.KNEE not in said:
        return by("knee", 0.0, 130.0)
    if Joint.HIP_OUT in said and Joint.HIP not in said:
        return by("out", 0.0, 75.0)
    ahead = pose_leg(other, side.other, ORIGIN, pitch(-lean)).ankle[0] < 0.0
    if ahead and Joint.KNEE not in said:
        # The lower leg is upright.
        share = max(-1.0, min(1.0, (depth - of.SHANK) / of.THIGH))
        leg = replace(leg, knee=math.degrees(math.acos(share)))
    below = _tilt(leg) + lean
    return by("hip", below, below + (95.0 if ahead else -95.0))


def _on_kept_feet(
    angles: Angles, ankles: Mapping[Side, Vector], setting: Setting, stance: Side
) -> Angles:
    """The same trunk above the middle between feet that stand there, as high as the legs let it;
    of one foot, only its leg is brought there."""
    body = place(angles, setting, setting.bears or stance)
    pelvis = body.pelvis
    if len(ankles) == len(Side):
        own = [body.legs[side].ankle for side in ankles]
        x, _, z = subtract(_middle([*ankles.values()]), _middle(own))
        pelvis = add(pelvis, (x, 0.0, z))
    height = pelvis[1]
    for side, ankle in ankles.items():
        hip = add(pelvis, turned(body.pelvis_frame, (0.0, 0.0, outward(side) * of.HIP_HALF)))
        reach = FULL_LENGTH**2 - (hip[0] - ankle[0]) ** 2 - (hip[2] - ankle[2]) ** 2
        height = min(height, ankle[1] + math.sqrt(max(reach, 0.01)) - (hip[1] - pelvis[1]))
    body = pose_body(angles, (pelvis[0], height, pelvis[2]), body.pelvis_frame)
    front = turned(body.pelvis_frame, (1.0, 0.0, 0.0))
    for side, ankle in ankles.items():
        angles = with_leg(angles, side, step_to(ankle, UPRIGHT, front, side, body))
    return angles


def _middle(places: Sequence[Vector]) -> Vector:
    return between(places[0], places[1], 0.5)


def balanced(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """Who stands has the weight over the middle of the foot: the ankle gives way until it is. With
    a foot on the step the other leg stands nearly upright, and so stays where it is."""
    on_step = [
        side
        for side in Side
        if is_on_step(posture, side) and side is not stance and not is_up(posture, side)
    ]
    said = _said(posture, stance).get(Joint.ANKLE)
    standing = [side for side in Side if side not in on_step]

    def leaning(ankle: float) -> Angles:
        legs = {
            side: replace(leg, ankle=ankle) if side in standing else leg
            for side, leg in angles.legs.items()
        }
        leaned = replace(angles, legs=legs)
        for side in on_step:
            leaned = with_leg(leaned, side, _on_step(leaned, side, setting, stance))
        return leaned

    def ahead(ankle: float) -> float:
        body = place(leaning(ankle), setting, stance)
        leg = body.legs[stance]
        middle = leg.toe[0] - 0.02 if stance in setting.heels else leg.ankle[0] + 0.045
        return centre_of_mass(body)[0] - middle

    if said is not None:
        return leaning(said)
    if on_step:
        return leaning(angles.legs[stance].knee * 0.5 + 3.0)
    level = -of.TIPTOE if stance in setting.heels else 0.0
    return leaning(bisect(ahead, level - 22.0, level + 20.0, rounds=9))


def _on_step(angles: Angles, side: Side, setting: Setting, stance: Side) -> LegAngles:
    """A foot on the step, or its heel: the hip is bent until it is there."""
    body = place(angles, setting, stance)
    leg = angles.legs[side]
    whole = leg.knee >= WHOLE_FOOT

    def above(hip: float) -> float:
        posed = pose_leg(replace(leg, hip=hip), side, body.pelvis, body.pelvis_frame)
        lowest = posed.ankle[1] - of.FOOT_HEIGHT if whole else posed.heel[1] - 0.009
        return lowest - setting.step

    _, lean, _ = turned(body.pelvis_frame, (1.0, 0.0, 0.0))
    ahead = max(15.0, _tilt(leg)) - math.degrees(math.asin(max(-1.0, min(1.0, lean))))
    found = replace(leg, hip=bisect(above, ahead, ahead + 100.0))
    if not whole:
        return found
    return levelled(found, pose_leg(found, side, body.pelvis, body.pelvis_frame))


def step_height(postures: Sequence[Posture]) -> float:
    """How high the step is: as both legs were said, where one is on it by its own hip and knee;
    low for one who stands on it; else as high as a chair for the heel."""
    for posture in postures:
        for side in Side:
            said = _said(posture, side)
            if not is_on_step(posture, side) or is_up(posture, side):
                continue
            if {Joint.HIP, Joint.KNEE} <= said.keys():
                leg = LegAngles(hip=said[Joint.HIP], knee=said[Joint.KNEE])
                other = LegAngles(knee=_said(posture, side.other).get(Joint.KNEE, 0.0))
                height = _longest(other) - _drop(leg, side, 0.0)
                return max(LOWEST_STEP, min(HIGHEST_STEP, height))
    up = any(is_up(posture, side) for posture in postures for side in Side)
    return LOW_STEP if up else of.STEP_HEIGHT
