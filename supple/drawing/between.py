"""The bodies on the way from start to hold: every joint between its two angles; hands and feet
that are at the same place at both ends stay there."""

import math
from dataclasses import replace
from typing import Final

from supple.domain.anatomy import Prop, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Posture

from .grasps import Grasp, grasp
from .habits import foot_of, hand_of, stance_of, stands
from .legs import step_to, with_leg
from .placing import Setting, place
from .posture import with_arm
from .reach import forearm_on_floor, reach
from .resting import APART, STILL, on_the_way
from .scene import Scene
from .skeleton import ArmAngles, Body, LegAngles, pose_body
from .space import add, between, blend, scale, subtract, turned

BELOW_WRIST: Final = 0.0155
BELOW_TIP: Final = 0.009
"""How thick a hand is below its two ends."""


def way(scene: Scene) -> tuple[Body, ...]:
    """The bodies of a movement, both ends counted."""
    start, hold, setting = scene.pose.start, scene.pose.shown, scene.setting
    first, last = scene.ends
    begun = first.body
    stance = setting.bears or stance_of(hold, setting.position)
    feet = [side for side in Side if _foot_stays(start, hold, side, setting.position)]
    hands = {side: at for side in Side if (at := _hand_kept(scene, side))}
    # Where the start isn't where the hold's rules would have it, the difference goes evenly.
    apart = subtract(
        begun.pelvis, place(first.angles, on_the_way(scene.pose, setting, 0.0), stance).pelvis
    )

    def body_at(share: float) -> Body:
        angles = first.angles.towards(last.angles, share)
        placed = place(angles, on_the_way(scene.pose, setting, share), stance)
        frame, pelvis = placed.pelvis_frame, add(placed.pelvis, scale(apart, 1.0 - share))
        body = pose_body(angles, pelvis, frame)
        for side in feet:
            angles = with_leg(angles, side, _foot(side, begun, last.body, share, body))
        body = pose_body(angles, pelvis, frame)
        for side in Side:
            if at := hands.get(side):
                arm = _hand(at, side, body, setting, (begun, last.body), share)
            else:
                arm = _above_floor(angles.arms[side], side, body, setting)
            angles = with_arm(angles, side, arm)
        return pose_body(angles, pelvis, frame)

    last_step = len(scene.bodies) - 1
    return (begun, *(body_at(step / last_step) for step in range(1, last_step)), last.body)


def _foot_stays(start: Posture, hold: Posture, side: Side, position: Position) -> bool:
    if stands(start, side, position) and stands(hold, side, position):
        return True
    at = foot_of(start, side, position)
    return at is not None and at.spot is Spot.STEP and at == foot_of(hold, side, position)


def _hand_kept(scene: Scene, side: Side) -> Contact | None:
    """Where a hand is all the way: at the same spot at both ends, or in the same place."""
    first, last = scene.ends
    before = hand_of(scene.pose.start, side, scene.setting.position)
    at = hand_of(scene.pose.shown, side, scene.setting.position)
    if at == before:
        return at
    apart = math.dist(first.body.arms[side].wrist, last.body.arms[side].wrist)
    return at if at and at.spot in STILL and apart < APART else None


def _foot(side: Side, first: Body, last: Body, share: float, body: Body) -> LegAngles:
    """A leg whose foot is where it has stood from start to hold."""
    a, b, here = first.legs[side], last.legs[side], body.legs[side]
    front = turned(here.thigh, (1.0, 0.0, 0.0))
    ankle = between(a.ankle, b.ankle, share)
    return step_to(ankle, blend(a.foot, b.foot, share), front, side, body)


def _hand(
    at: Contact, side: Side, body: Body, setting: Setting, ends: tuple[Body, Body], share: float
) -> ArmAngles:
    """An arm whose hand is at the spot that it has in start and hold. On what isn't the body's
    own it goes from its one place straight to the other."""
    first, last = (each.arms[side] for each in ends)
    if at.spot is Spot.FOREARM:
        return forearm_on_floor(body, side, between(first.elbow, last.elbow, share))[0]
    wanted = grasp(at, side, body, setting.position, None)
    if at.spot in STILL:
        wanted = replace(wanted, wrist=between(first.wrist, last.wrist, share))
    return reach(body, side, wanted)[0]


def _above_floor(angles: ArmAngles, side: Side, body: Body, setting: Setting) -> ArmAngles:
    """An arm that would go through the floor: its hand is lifted, just above it. Over a
    bed's edge it may hang."""
    arm = body.arms[side]
    above = min(arm.wrist[1] - BELOW_WRIST, arm.tip[1] - BELOW_TIP)
    if above >= 0.0 or Prop.BED in setting.props:
        return angles
    x, y, z = arm.wrist
    raised = (x, y - above, z)
    fingers = turned(arm.hand, (0.0, -1.0, 0.0))
    palm = turned(arm.hand, (1.0, 0.0, 0.0))
    pole = subtract(arm.elbow, between(arm.shoulder, arm.wrist, 0.5))
    wanted = Grasp(raised, fingers, palm, pole, angles.gripping)
    return reach(body, side, wanted)[0]
