"""What a position does where the author says nothing, and what he says over it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import Joint, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Limb, Pose, Posture

from .skeleton import Angles, ArmAngles, LegAngles, shoulder_rotation
from .space import pitch

UPRIGHT_LEG: Final = LegAngles()


@dataclass(frozen=True, slots=True)
class Habit:
    """What a position does where the author says nothing."""

    leg: LegAngles = UPRIGHT_LEG
    trunk: Mapping[Joint, float] | None = None
    arm: tuple[float, float, float, float] | None = None
    """Degrees of shoulder, out, turn and elbow."""
    hands: Spot | None = None
    feet: Spot | None = None


HABITS: Final[Mapping[Position, Habit]] = {
    Position.STANDING: Habit(hands=Spot.LOOSE),
    Position.SUPINE: Habit(LegAngles(ankle=-22.0), {Joint.NECK: 6.0}, hands=Spot.LOOSE),
    Position.PRONE: Habit(LegAngles(knee=9.0, ankle=-58.0), hands=Spot.LOOSE),
    Position.KNEELING: Habit(LegAngles(knee=90.0, ankle=-52.0), hands=Spot.LOOSE),
    Position.HANDS_AND_KNEES: Habit(
        LegAngles(knee=90.0, ankle=-52.0), {Joint.NECK: -14.0}, hands=Spot.FLOOR
    ),
    Position.SEATED: Habit(LegAngles(hip=90.0, knee=90.0), hands=Spot.THIGH, feet=Spot.FLAT),
    Position.SIDE_LYING: Habit(
        LegAngles(hip=45.0, knee=70.0, ankle=-15.0), arm=(85.0, 0.0, 0.0, 12.0)
    ),
}


def upper_side(pose: Pose) -> Side | None:
    """The side that is on top in side-lying, where the pose has no `side`: the only one whose
    limbs the hold names, or else the start. One lies on the side that doesn't work."""
    for posture in (pose.hold, pose.start):
        named = {*posture.legs, *posture.arms} if posture else set()
        if len(named) == 1:
            return named.pop()
    return None


STRAIGHT: Final = 35.0
"""A leg whose hip and knee are bent by fewer degrees bears the body."""


def angles_said(posture: Posture, position: Position) -> Angles:
    """The author's degrees over the position's habits."""
    habit = HABITS[position]
    trunk = {**(habit.trunk or {}), **posture.trunk}
    turn = trunk.get(Joint.TURN, 0.0)
    return Angles(
        trunk.get(Joint.LOWER_BACK, 0.0),
        trunk.get(Joint.UPPER_BACK, 0.0),
        trunk.get(Joint.NECK, 0.0),
        trunk.get(Joint.SIDE_BEND, 0.0),
        # Who lies on the back turns the knees, and the chest stays where it is.
        -turn if position is Position.SUPINE else turn,
        trunk.get(Joint.HEAD_TURN, 0.0),
        trunk.get(Joint.HEAD_TILT, 0.0),
        legs={side: _leg(posture.legs.get(side, Limb()), habit.leg) for side in Side},
        arms={side: _arm(posture.arms.get(side, Limb()), side, habit) for side in Side},
    )


def _leg(limb: Limb, habit: LegAngles) -> LegAngles:
    said = limb.angles
    return LegAngles(
        said.get(Joint.HIP, habit.hip),
        said.get(Joint.HIP_OUT, habit.out),
        said.get(Joint.HIP_TURN, habit.turn),
        said.get(Joint.KNEE, habit.knee),
        said.get(Joint.ANKLE, habit.ankle),
    )


def _arm(limb: Limb, side: Side, habit: Habit) -> ArmAngles:
    shoulder, out, turn, elbow = habit.arm or (0.0, 0.0, 0.0, 8.0)
    said = limb.angles
    return ArmAngles(
        shoulder_rotation(
            side,
            said.get(Joint.SHOULDER, shoulder),
            said.get(Joint.SHOULDER_OUT, out),
            said.get(Joint.SHOULDER_TURN, turn),
        ),
        said.get(Joint.ELBOW, elbow),
        pitch(said.get(Joint.WRIST, 0.0)),
    )


def _spot(limb: Limb | None, habit: Spot | None, joints_said: bool) -> Contact | None:
    """Where the end of a limb is: as said, else by habit unless its joints were given."""
    if limb and limb.at:
        return limb.at
    return None if joints_said or habit is None else Contact(habit)


def foot_of(posture: Posture, side: Side, position: Position) -> Contact | None:
    limb = posture.legs.get(side)
    moved = bool(limb and {Joint.HIP, Joint.KNEE, Joint.HIP_OUT} & limb.angles.keys())
    return _spot(limb, HABITS[position].feet, moved)


def stands(posture: Posture, side: Side, position: Position) -> bool:
    """Whether a foot is on the floor: by its word, or since its leg just stands there."""
    at = foot_of(posture, side, position)
    if at or position is not Position.STANDING:
        return at is not None and at.spot in (Spot.FLAT, Spot.TOES)
    limb = posture.legs.get(side, Limb())
    return not {Joint.HIP, Joint.KNEE, Joint.HIP_OUT} & limb.angles.keys()


def hand_of(posture: Posture, side: Side, position: Position) -> Contact | None:
    limb = posture.arms.get(side)
    return _spot(limb, HABITS[position].hands, bool(limb and limb.angles))


def stance_of(posture: Posture, position: Position) -> Side:
    """The leg that bears the body. Half kneeling it is the one whose foot is not flat."""
    if position is Position.STANDING and (found := _stander(posture)):
        return found
    feet = {side: foot_of(posture, side, position) for side in Side}
    flat = {side for side in Side if (at := feet[side]) and at.spot is Spot.FLAT}
    if len(flat) == 1:
        (found,) = flat
        return found.other if position is Position.KNEELING else found
    raised = {side for side in Side if (at := feet[side]) and at.spot is not Spot.FLAT}
    if len(raised) == 1:
        (found,) = raised
        return found.other
    # Of two that are bent alike, the one that more was said of.
    bent = {
        side: (*_lifted(limb, position), _bent(limb), -len(limb.angles))
        for side in Side
        for limb in (posture.legs.get(side, Limb()),)
    }
    return Side.LEFT if bent[Side.LEFT] < bent[Side.RIGHT] else Side.RIGHT


def _lifted(limb: Limb, position: Position) -> tuple[float, ...]:
    """How far a leg is from bearing one who lies on the front, by its hip, or who is on hands and
    knees, by its knee; there a leg whose hip was said is rather the one in the air."""
    said = limb.angles
    match position:
        case Position.PRONE:
            return (abs(said.get(Joint.HIP, 0.0)),)
        case Position.HANDS_AND_KNEES:
            return (max(0.0, 90.0 - said.get(Joint.KNEE, 90.0)), float(Joint.HIP in said))
        case _:
            return ()


def _stander(posture: Posture) -> Side | None:
    """The only leg that stands on the floor, rather on the whole sole than on its toes; where
    none does, the one that stands on the step."""
    standing = [side for side in Side if stands(posture, side, Position.STANDING)]
    if any(is_on_toes(posture, side) for side in standing):
        standing = [side for side in standing if not is_on_toes(posture, side)] or standing
    standing = standing or [side for side in Side if is_up(posture, side)]
    return standing[0] if len(standing) == 1 else None


def is_on_toes(posture: Posture, side: Side) -> bool:
    """Whether a foot is on its toes, the heel up."""
    limb = posture.legs.get(side)
    return limb is not None and limb.at is not None and limb.at.spot is Spot.TOES


def is_on_step(posture: Posture, side: Side, position: Position = Position.STANDING) -> bool:
    """Whether a foot of one who stands is on the step."""
    at = foot_of(posture, side, position)
    return position is Position.STANDING and at is not None and at.spot is Spot.STEP


def is_up(posture: Posture, side: Side) -> bool:
    """Whether one stands on the step with that leg: both feet are there, or the leg was said to
    be nearly straight from the hip, while the other isn't put on the floor."""
    if not is_on_step(posture, side) or stands(posture, side.other, Position.STANDING):
        return False
    said = posture.legs[side].angles
    straight = Joint.HIP in said and max(said[Joint.HIP], said.get(Joint.KNEE, 0.0)) < STRAIGHT
    return straight or is_on_step(posture, side.other)


def _bent(limb: Limb) -> float:
    """How far a leg is from standing on it, in degrees."""
    hip, knee = (limb.angles.get(joint, 0.0) for joint in (Joint.HIP, Joint.KNEE))
    return hip + abs(knee)
