"""A pose into a posture that holds: joints as the author said, the rest by habit, the body on
the floor and in balance, hands and feet where they belong."""

from dataclasses import dataclass, replace
from typing import Final

from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Joint, Posture, Prop, Spot

from .contact import heights
from .habits import angles_said, hand_of, stance_of
from .legs import ankle_crossed, balanced, feet_down, hips_bent
from .placing import Setting, place
from .reach import forearm_on_floor, grasp, reach
from .skeleton import Angles, ArmAngles, Body, pose_body
from .solving import bisect


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What the body cannot do: a part (see `wording`), and by how many statures."""

    what: str
    part: str
    place: str
    by: float


@dataclass(frozen=True, slots=True)
class Solved:
    """Angles, the body that they make in the world, and what fell short."""

    angles: Angles
    body: Body
    shortfalls: tuple[Shortfall, ...]


def solve(posture: Posture, setting: Setting) -> Solved:
    """Author's words into a body that stands, sits, kneels or lies."""
    angles = angles_said(posture, setting.position)
    stance = stance_of(posture, setting.position)
    angles = feet_down(angles, posture, setting, stance)
    angles = hips_bent(angles, posture, setting, stance)
    angles = ankle_crossed(angles, posture, setting, stance)
    if setting.position is Position.STANDING:
        angles = balanced(angles, posture, setting, stance)
    angles = _head_rests(angles, posture, setting, stance)
    body = place(angles, setting, stance)
    angles, body, short = _hands(angles, body, posture, setting, stance)
    return Solved(angles, body, (*short, *_below_floor(body, setting)))


def with_arm(angles: Angles, side: Side, arm: ArmAngles) -> Angles:
    return replace(angles, arms={**angles.arms, side: arm})


PILLOW: Final = 0.035
"""How far a pillow lifts the head."""


def _head_rests(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """The head of one who lies comes down on the floor or the pillow, unless the neck was said,
    or the chest is lifted from its front."""
    chest_up = setting.position is Position.PRONE and Joint.UPPER_BACK in posture.trunk
    lying = setting.position in (Position.SUPINE, Position.PRONE)
    if not lying or chest_up or Joint.NECK in posture.trunk:
        return angles
    rest = PILLOW if Prop.PILLOW in setting.props else 0.0

    def above(neck: float) -> float:
        return place(replace(angles, neck=neck), setting, stance).head[1] - 0.060 - rest

    return replace(angles, neck=bisect(above, -45.0, 35.0, rounds=8))


def _hands(
    angles: Angles, body: Body, posture: Posture, setting: Setting, stance: Side
) -> tuple[Angles, Body, tuple[Shortfall, ...]]:
    """Arms that bring the hands where they belong, and which of them are too short."""
    short: list[Shortfall] = []
    for side in Side:
        at = hand_of(posture, side, setting.position)
        if at is None:
            continue
        if at.spot is Spot.FOREARM:
            wanted, missing = forearm_on_floor(body, side)
            arm, _ = reach(body, side, wanted)
        else:
            kept = (setting.kept_hands or {}).get(side)
            stays = at.spot in (Spot.FLOOR, Spot.FLOOR_AHEAD)
            wanted = grasp(at, side, body, setting.position, kept if stays else None)
            arm, missing = reach(body, side, wanted)
            if missing and kept and stays:
                # The hand slides to where the arm can bring it.
                wanted = grasp(Contact(Spot.FLOOR_AHEAD), side, body, setting.position, None)
                arm, missing = reach(body, side, wanted)
        angles = with_arm(angles, side, arm)
        if missing > 0.012 and at.spot is not Spot.LOOSE:
            spot = f"{at.side.value} {at.spot.value}" if at.side else at.spot.value
            short.append(Shortfall("reach", f"{side.value} hand", spot, missing))
    frame = body.pelvis_frame
    return angles, pose_body(angles, body.pelvis, frame), tuple(short)


def _below_floor(body: Body, setting: Setting) -> tuple[Shortfall, ...]:
    """Parts that are below the floor. Over a bed's edge a leg may hang."""
    if Prop.BED in setting.props:
        return ()
    return tuple(
        Shortfall("floor", part, "", -height)
        for part, height in heights(body).items()
        if height < -0.015
    )
