"""A pose solved: where one looks from, and the bodies from start to hold."""

from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import Joint, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Limb, Pose, View

from .camera import Camera
from .habits import foot_of, stance_of, upper_side
from .parts import Manner, manner_of
from .placing import Setting, place
from .posture import Shortfall, Solved
from .resting import ends, on_the_way, settled
from .skeleton import Body

STEPS: Final = 7
"""Bodies on the way from start to hold, both counted."""
FROM_LEFT: Final = 180.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A pose solved: the camera, the bodies from start to hold, and all that was missing.

    Those between are roughly where they would be, which is enough for an arrow's way; what a
    movement shows is in `between`. `ends` are start and hold with their angles.
    """

    pose: Pose
    setting: Setting
    camera: Camera
    bodies: tuple[Body, ...]
    manner: Manner
    shortfalls: tuple[Shortfall, ...]
    ends: tuple[Solved, Solved]

    @property
    def working(self) -> Side | None:
        """The side that works, if one does."""
        return self.setting.side

    @property
    def side(self) -> Side:
        """The side that an arrow's paired part is on where nothing says it."""
        return self.setting.side or Side.RIGHT


def scene_of(pose: Pose) -> Scene:
    """Solve a pose's start and hold, and the way between them by joint angles."""
    side = pose.side or working_side(pose)
    setting = settled(
        pose, Setting(pose.position, pose.props, side, grounded=_hips_stay_down(pose))
    )
    first, last = ends(pose, setting)
    bodies = [first.body]
    if pose.hold:
        stance = setting.bears or stance_of(pose.shown, setting.position)
        for step in range(1, STEPS - 1):
            share = step / (STEPS - 1)
            angles = first.angles.towards(last.angles, share)
            bodies.append(place(angles, on_the_way(pose, setting, share), stance))
        bodies.append(last.body)
    # Who lies on a side has the front towards the viewer, whichever side it is.
    camera = _camera(pose.view, None if pose.position is Position.SIDE_LYING else side)
    short = {(s.what, s.part, s.place): s for s in (*first.shortfalls, *last.shortfalls)}
    return Scene(
        pose,
        setting,
        camera,
        tuple(bodies),
        manner_of(camera, last.body),
        tuple(short.values()),
        (first, last),
    )


def _hips_stay_down(pose: Pose) -> bool:
    """Who lies on the back with both feet flat all the time doesn't lift the hips."""
    postures = (pose.start, pose.shown)
    feet = [foot_of(posture, side, pose.position) for posture in postures for side in Side]
    return pose.position is Position.SUPINE and all(
        at is not None and at.spot is Spot.FLAT for at in feet
    )


def working_side(pose: Pose) -> Side | None:
    """The side that does more: the one whose limbs were told more of, or other things."""
    shown = pose.shown
    prone = pose.position is Position.PRONE
    if pose.position is Position.SIDE_LYING and (upper := upper_side(pose)):
        return upper

    def told(side: Side) -> tuple[float, ...]:
        leg, arm = shown.legs.get(side, Limb()), shown.arms.get(side, Limb())
        hip = leg.angles.get(Joint.HIP, 0.0)
        return (
            200.0 * (leg.at is not None and leg.at.spot is not Spot.FLAT)
            + (abs(hip) if prone else hip),
            sum(abs(angle) for angle in leg.angles.values()),
            sum(abs(angle) for angle in arm.angles.values()),
        )

    left, right = told(Side.LEFT), told(Side.RIGHT)
    if left != right:
        return Side.LEFT if left > right else Side.RIGHT
    for joint in (Joint.SIDE_BEND, Joint.TURN):
        if angle := shown.trunk.get(joint, 0.0):
            return Side.RIGHT if angle > 0 else Side.LEFT
    return None


def _camera(view: View | None, side: Side | None) -> Camera:
    """By default one looks from the side that works."""
    if view is None:
        return Camera(FROM_LEFT if side is Side.LEFT else 0.0, 0.0)
    return Camera(view.azimuth, view.elevation)
