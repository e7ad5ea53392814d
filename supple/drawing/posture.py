"""A pose into a posture that holds: joints as the author said, the rest by habit, the body on
the floor and in balance, hands and feet where they belong."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from supple.domain.anatomy import Joint, Prop, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Posture

from . import proportions as of
from .contact import heights, leg_heights
from .grasps import grasp
from .habits import angles_said, hand_of, is_on_step, is_on_toes, stance_of, stands
from .legs import ankle_crossed, feet_down, hips_bent, hips_forward
from .lifting import lifted
from .placing import Setting, place
from .reach import forearm_on_floor, reach
from .skeleton import Angles, ArmAngles, Body, pose_body
from .solving import bisect
from .standing import stood


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
    setting = stepping(posture, setting)
    stance = stance_of(posture, setting.position)
    angles = lifted(angles, posture, setting, stance)
    angles = hips_forward(angles, posture, setting, stance)
    angles = feet_down(angles, posture, setting, stance)
    angles = hips_bent(angles, posture, setting, stance)
    angles = ankle_crossed(angles, posture, setting, stance)
    if setting.position is Position.STANDING:
        angles = stood(angles, posture, setting, stance)
    angles = _head_rests(angles, posture, setting, stance)
    body = place(angles, setting, setting.bears or stance)
    return arms_placed(angles, body, posture, setting)


def stepping(posture: Posture, setting: Setting) -> Setting:
    """The setting with the feet of one who stands that are on the step or on their toes."""
    if setting.position is not Position.STANDING:
        return setting
    on_step = frozenset(side for side in Side if is_on_step(posture, side))
    heels = {side: of.TIPTOE for side in Side if is_on_toes(posture, side)}
    return replace(setting, on_step=on_step, heels=heels)


def with_arm(angles: Angles, side: Side, arm: ArmAngles) -> Angles:
    return replace(angles, arms={**angles.arms, side: arm})


PILLOW: Final = 0.035
"""How far a pillow lifts the head."""
HEAD_HALF: Final = 0.060
"""Half the depth of a head."""
ALMOST_DOWN: Final = 0.03
"""A head that is no higher, in statures, is as good as on the floor."""


def _head_rests(angles: Angles, posture: Posture, setting: Setting, stance: Side) -> Angles:
    """The head of one who lies comes down on the floor or the pillow, unless the neck was said,
    or the chest is lifted from its front."""
    chest_up = setting.position is Position.PRONE and Joint.UPPER_BACK in posture.trunk
    lying = setting.position in (Position.SUPINE, Position.PRONE)
    if not lying or chest_up or Joint.NECK in posture.trunk:
        return angles
    rest = PILLOW if Prop.PILLOW in setting.props else 0.0

    def above(neck: float) -> float:
        return place(replace(angles, neck=neck), setting, stance).head[1] - HEAD_HALF - rest

    return replace(angles, neck=bisect(above, -45.0, 35.0, rounds=8))


def arms_placed(angles: Angles, body: Body, posture: Posture, setting: Setting) -> Solved:
    """A body with its hands where they belong, and all that falls short."""
    short: list[Shortfall] = []
    for side in Side:
        at = hand_of(posture, side, setting.position)
        if at is None:
            continue
        arm, missing = _arm(at, side, body, setting)
        angles = with_arm(angles, side, arm)
        if missing > 0.012 and at.spot is not Spot.LOOSE:
            spot = f"{at.side.value} {at.spot.value}" if at.side else at.spot.value
            short.append(Shortfall("reach", f"{side.value} hand", spot, missing))
    body = pose_body(angles, body.pelvis, body.pelvis_frame)
    return Solved(
        angles, body, (*short, *_above_floor(body, posture, setting), *_below_floor(body, setting))
    )


def _arm(at: Contact, side: Side, body: Body, setting: Setting) -> tuple[ArmAngles, float]:
    """The arm whose hand is at a spot, and by how many statures it is too short."""
    if at.spot is Spot.FOREARM:
        return forearm_on_floor(body, side, setting.kept.elbows.get(side))
    kept = setting.kept.wrists.get(side)
    if at.spot in (Spot.FLOOR, Spot.FLOOR_AHEAD):
        arm, missing = reach(body, side, grasp(at, side, body, setting.position, kept))
        if missing and kept:
            # The hand slides to where the arm can bring it.
            ahead = Contact(Spot.FLOOR_AHEAD)
            return reach(body, side, grasp(ahead, side, body, setting.position, None))
        return arm, missing
    wanted = grasp(at, side, body, setting.position, None)
    return reach(body, side, replace(wanted, wrist=kept) if kept else wanted)


def _above_floor(body: Body, posture: Posture, setting: Setting) -> Iterator[Shortfall]:
    """What was to be on the floor and doesn't come down to it: the head of one who stands or
    sits, a foot whose leg is too short for the way that the other one is bent."""
    if posture.head_down and body.head[1] - HEAD_HALF > ALMOST_DOWN:
        yield Shortfall("reach", "head", "floor", body.head[1] - HEAD_HALF)
    if setting.position is Position.STANDING and not setting.on_step:
        for side, leg in body.legs.items():
            height = dict(leg_heights(leg))["foot"]
            if stands(posture, side, setting.position) and height > ALMOST_DOWN / 2.0:
                yield Shortfall("reach", f"{side.value} foot", "floor", height)


def _below_floor(body: Body, setting: Setting) -> tuple[Shortfall, ...]:
    """Parts that are below the floor. Over a bed's edge a leg may hang."""
    if Prop.BED in setting.props:
        return ()
    return tuple(
        Shortfall("floor", part, "", -height)
        for part, height in heights(body).items()
        if height < -0.015
    )
