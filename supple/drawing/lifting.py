"""Who lies and lifts something: the hips over flat feet, or both legs behind."""

import math
from dataclasses import replace
from typing import Final

from supple.domain.anatomy import Joint, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Limb, Posture

from . import proportions as of
from .habits import foot_of, hand_of
from .legs import step_to
from .placing import Setting, place
from .skeleton import Angles
from .solving import bisect
from .space import UPRIGHT, turned

TOO_STRAIGHT: Final = 0.05
"""A leg that would bring its foot farther below the floor, in statures, lifts the hips."""
HIGHEST: Final = 60.0
"""How far, in degrees, a trunk is tilted on its shoulders."""
PUSHES: Final = (Spot.FLOOR, Spot.FLOOR_AHEAD, Spot.FOREARM)
"""Where the hands are of one who pushes the chest up."""


def lifted(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """The body of one who lies, tilted as its legs want it."""
    if setting.position is Position.PRONE and not _pushes_up(posture):
        # Thighs that are stretched back go up, and the hips stay where they are.
        return replace(angles, tilt=min(0.0, angles.legs[stance].hip))
    if bridges(posture, setting.position):
        return _bridged(angles, posture, setting, stance)
    return angles


def bridges(posture: Posture, position: Position) -> bool:
    """Whether the hips of one who lies on the back are off the floor: a foot is flat, and its hip
    was said to be straighter than it is on the floor."""
    return position is Position.SUPINE and any(_bears(posture, side) for side in Side)


def _bears(posture: Posture, side: Side) -> bool:
    at = foot_of(posture, side, Position.SUPINE)
    said = posture.legs.get(side, Limb()).angles
    if at is None or at.spot is not Spot.FLAT or not {Joint.HIP, Joint.KNEE} <= said.keys():
        return False
    hip, knee = (math.radians(said[joint]) for joint in (Joint.HIP, Joint.KNEE))
    return of.SHANK * math.sin(knee - hip) - of.THIGH * math.sin(hip) > TOO_STRAIGHT


def _pushes_up(posture: Posture) -> bool:
    hands = (hand_of(posture, side, Position.PRONE) for side in Side)
    return any(at is not None and at.spot in PUSHES for at in hands)


def _bridged(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """The hips so high that the hip is bent as it was said: above feet that stay where they have
    been, else above those of legs that are just as they were said."""
    side = next(side for side in Side if _bears(posture, side))
    kept = setting.kept.ankles.get(side)

    def too_high(degrees: float) -> float:
        body = place(replace(angles, tilt=degrees), setting, stance)
        if kept is None:
            return body.legs[side].ankle[1] - of.FOOT_HEIGHT
        front = turned(body.pelvis_frame, (1.0, 0.0, 0.0))
        return angles.legs[side].hip - step_to(kept, UPRIGHT, front, side, body).hip

    return replace(angles, tilt=bisect(too_high, 0.0, HIGHEST))
