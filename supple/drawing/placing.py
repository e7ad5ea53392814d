"""A body into the world: turned as its position wants it, and let down on the floor."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from supple.domain.anatomy import Prop
from supple.domain.body import Position, Side

from . import proportions as of
from .contact import leg_heights, trunk_heights
from .skeleton import TOE, Angles, Body, Leg, LegAngles, outward, pose_body, pose_leg
from .space import ORIGIN, UPRIGHT, Rotation, Vector, inverse, pitch, then, turned, unit

FLAT_SHANK: Final = -93.0
"""The pitch of a shank that lies on the floor: the foot below it lifts the ankle a little."""


LYING_THIGH: Final = -84.0
"""The pitch of a thigh that lies on its front: the knee is slimmer than the hip."""
LYING_ON: Final[Mapping[Side, Rotation]] = {
    Side.LEFT: (0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0),
    Side.RIGHT: (0.0, -1.0, 0.0, 0.0, 0.0, -1.0, 1.0, 0.0, 0.0),
}
"""The frame of a body that lies on its side, its front towards the viewer."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where hands, elbows and feet have to be, in the world, since they are there at the other end
    of the movement: wrists, elbows of forearms that lie on the floor, and ankles."""

    wrists: Mapping[Side, Vector] = field(default_factory=dict)
    elbows: Mapping[Side, Vector] = field(default_factory=dict)
    ankles: Mapping[Side, Vector] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a posture is solved on: the position, what stands around, the side that works, and
    what stays where it is from start to hold."""

    position: Position
    props: tuple[Prop, ...] = ()
    side: Side | None = None
    kept: Kept = Kept()
    bears: Side | None = None
    """The leg that the body is put down on from start to hold, if it isn't the posture's own."""
    step: float = of.STEP_HEIGHT
    """How high the step is."""
    on_step: frozenset[Side] = frozenset()
    """The feet that are on it."""
    heels: Mapping[Side, float] = field(default_factory=dict)
    """The feet of one who stands whose heels are up, and how far they point down, in degrees."""
    grounded: bool = False
    """Whether one who lies on the back has the hips on the floor as well as the chest."""

    @property
    def has_towel(self) -> bool:
        return Prop.TOWEL in self.props or Prop.STRAP in self.props

    @property
    def seated_high(self) -> bool:
        return self.position is Position.SEATED and (
            Prop.CHAIR in self.props or Prop.BED in self.props
        )


def place(angles: Angles, setting: Setting, stance: Side) -> Body:
    """A body on the floor: turned as its position wants it, and let down until it touches."""
    frame = _root(angles, setting, stance)
    if setting.grounded:
        frame = _hips_down(angles, frame)
    if angles.tilt:
        frame = then(pitch(angles.tilt), frame)
    body = pose_body(angles, ORIGIN, frame)
    anchor = _anchor(body, setting, stance)
    lowest = _lowest(body, setting, stance)
    raised = of.SEAT_HEIGHT if setting.seated_high else 0.0
    return pose_body(angles, (-anchor[0], raised - lowest, -anchor[2]), frame)


def _root(angles: Angles, setting: Setting, stance: Side) -> Rotation:
    """How the pelvis is turned in the world: one segment of the body is fixed by the position."""
    leg = angles.legs[stance]
    match setting.position:
        case Position.STANDING:
            frame = _over_sole(leg, stance)
            heel = setting.heels.get(stance)
            return then(pitch(-heel), frame) if heel else frame
        case Position.KNEELING | Position.HANDS_AND_KNEES:
            return pitch(FLAT_SHANK - leg.hip + leg.knee)
        case Position.SEATED:
            # On the floor with bent knees one sits upright; else the thigh is level.
            bent = leg.knee > 30.0 and not setting.seated_high
            return UPRIGHT if bent else pitch(90.0 - leg.hip)
        case Position.PRONE:
            return pitch(LYING_THIGH - leg.hip)
        case Position.SUPINE:
            top = pose_body(angles).thorax_frame
            return then(pitch(90.0), inverse(top))
        case Position.SIDE_LYING:
            return LYING_ON[Side.LEFT if setting.side is not Side.LEFT else Side.RIGHT]


def _over_sole(leg: LegAngles, side: Side) -> Rotation:
    """The pelvis over a sole that is level from heel to toes."""
    if not (leg.out or leg.turn):
        return pitch(leg.knee - leg.hip - leg.ankle)
    x, y, _ = turned(pose_leg(leg, side, ORIGIN, UPRIGHT).foot, (1.0, 0.0, 0.0))
    return pitch(-math.degrees(math.atan2(y, x)))


def _hips_down(angles: Angles, frame: Rotation) -> Rotation:
    """The whole body tilted until hips and chest are on the same floor."""
    for _ in range(3):
        body = pose_body(angles, ORIGIN, frame)
        lowest = dict(trunk_heights(body))
        span = max(abs(body.pelvis[0] - body.spine[-1].at[0]), 0.05)
        slope = (lowest["pelvis"] - lowest["thorax"]) / span
        frame = then(pitch(-math.degrees(math.atan(slope))), frame)
    return frame


def _anchor(body: Body, setting: Setting, stance: Side) -> Vector:
    """The point that stays in place from start to hold."""
    match setting.position:
        case Position.STANDING:
            leg = body.legs[stance]
            if stance in setting.heels:
                return _under_hip(ankle_down(leg), stance)
            return _under_hip(leg.ankle, stance)
        case Position.KNEELING | Position.HANDS_AND_KNEES:
            return _under_hip(body.legs[stance].knee, stance)
        case Position.SUPINE:
            return body.spine[-1].at
        case _:
            return body.pelvis


def ankle_down(leg: Leg) -> Vector:
    """Where the ankle of one who is on the toes comes to be when the heel goes down."""
    ahead = turned(leg.foot, (1.0, 0.0, 0.0))
    x, _, z = unit((ahead[0], 0.0, ahead[2]))
    return (leg.toe[0] - x * TOE, of.FOOT_HEIGHT, leg.toe[2] - z * TOE)


def _under_hip(at: Vector, side: Side) -> Vector:
    """The point that is as far to the left or right as a hip: whichever leg bears the body, it
    stands in the same place."""
    return (at[0], at[1], at[2] - outward(side) * of.HIP_HALF)


def _lowest(body: Body, setting: Setting, stance: Side) -> float:
    """The height of what bears the body."""
    legs = dict(leg_heights(body.legs[stance]))
    match setting.position:
        case Position.STANDING:
            return legs["foot"] - (setting.step if stance in setting.on_step else 0.0)
        case Position.KNEELING | Position.HANDS_AND_KNEES:
            return min(legs["shank"], legs["knee"])
        case Position.SIDE_LYING:
            # The shoulder below reaches farther down than the hip, whatever the chest does.
            return dict(trunk_heights(body))["pelvis"] - 0.030
        case Position.SUPINE:
            trunk = dict(trunk_heights(body))
            return min(trunk["pelvis"], trunk["thorax"])
        case Position.PRONE:
            return min(dict(trunk_heights(body))["pelvis"], legs["knee"])
        case Position.SEATED:
            if setting.seated_high:
                return legs["thigh"]
            return min(dict(trunk_heights(body))["pelvis"], legs["thigh"])
