"""The bodies on the way from start to hold: every joint between its two angles; hands and feet
that are at the same place at both ends stay there."""

from dataclasses import replace
from typing import Final

from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Posture, Prop, Spot

from .habits import foot_of, hand_of, stance_of
from .legs import step_to, with_leg
from .placing import Setting, place
from .posture import with_arm
from .reach import Grasp, forearm_on_floor, grasp, reach
from .scene import Scene
from .skeleton import ArmAngles, Body, LegAngles, pose_body
from .space import Vector, add, between, blend, scale, subtract, turned

FURNITURE: Final = (Spot.WALL, Spot.CHAIR, Spot.TABLE)
STILL: Final = (Spot.FLOOR, Spot.FLOOR_AHEAD, *FURNITURE)
"""Where a hand is on something that isn't the body's own."""
BELOW_WRIST: Final = 0.0155
BELOW_TIP: Final = 0.009
"""How thick a hand is below its two ends."""


def way(scene: Scene) -> tuple[Body, ...]:
    """The bodies of a movement, both ends counted."""
    start, hold, setting = scene.pose.start, scene.pose.shown, scene.setting
    first, last = scene.ends
    begun = _at_furniture(start, hold, scene)
    stance = stance_of(hold, setting.position)
    feet = [side for side in Side if _foot_stays(start, hold, side, setting.position)]
    hands = {side: at for side in Side if (at := _hand_kept(start, hold, side, setting.position))}
    # Where the start isn't where the hold's rules would have it, the difference goes evenly.
    apart = subtract(begun.pelvis, place(first.angles, setting, stance).pelvis)

    def body_at(share: float) -> Body:
        angles = first.angles.towards(last.angles, share)
        placed = place(angles, setting, stance)
        frame, pelvis = placed.pelvis_frame, add(placed.pelvis, scale(apart, 1.0 - share))
        body = pose_body(angles, pelvis, frame)
        for side in feet:
            angles = with_leg(angles, side, _foot(side, begun, last.body, share, body))
        body = pose_body(angles, pelvis, frame)
        for side in Side:
            if at := hands.get(side):
                wrist = between(begun.arms[side].wrist, last.body.arms[side].wrist, share)
                arm = _hand(at, side, body, setting, wrist)
            else:
                arm = _above_floor(angles.arms[side], side, body, setting)
            angles = with_arm(angles, side, arm)
        return pose_body(angles, pelvis, frame)

    last_step = len(scene.bodies) - 1
    return (begun, *(body_at(step / last_step) for step in range(1, last_step)), last.body)


def _at_furniture(start: Posture, hold: Posture, scene: Scene) -> Body:
    """The body of the start, stood where its hands are on the furniture that the hold's are on:
    furniture stays, and who holds it walks."""
    (first, last), position = scene.ends, scene.setting.position
    for side in Side:
        at = _hand_kept(start, hold, side, position)
        if at and at.spot in FURNITURE:
            x, y, z = first.body.pelvis
            ahead = last.body.arms[side].wrist[0] - first.body.arms[side].wrist[0]
            return pose_body(first.angles, (x + ahead, y, z), first.body.pelvis_frame)
    return first.body


def _foot_stays(start: Posture, hold: Posture, side: Side, position: Position) -> bool:
    at = foot_of(start, side, position)
    return at is not None and at.spot is not Spot.KNEE and at == foot_of(hold, side, position)


def _hand_kept(start: Posture, hold: Posture, side: Side, position: Position) -> Contact | None:
    at = hand_of(start, side, position)
    return at if at == hand_of(hold, side, position) else None


def _foot(side: Side, first: Body, last: Body, share: float, body: Body) -> LegAngles:
    """A leg whose foot is where it has stood from start to hold."""
    a, b, here = first.legs[side], last.legs[side], body.legs[side]
    front = turned(here.thigh, (1.0, 0.0, 0.0))
    ankle = between(a.ankle, b.ankle, share)
    return step_to(ankle, blend(a.foot, b.foot, share), front, side, body)


def _hand(at: Contact, side: Side, body: Body, setting: Setting, wrist: Vector) -> ArmAngles:
    """An arm whose hand is at the spot that it has in start and hold. On what isn't the body's
    own that is `wrist`."""
    if at.spot is Spot.FOREARM:
        wanted, _ = forearm_on_floor(body, side)
    else:
        wanted = grasp(at, side, body, setting.position, None)
        if at.spot in STILL:
            wanted = replace(wanted, wrist=wrist)
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
