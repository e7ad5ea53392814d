"""The start as a pale ghost behind the hold: of its parts those that tell how one moves."""

import math
from collections.abc import Sequence
from typing import Final

from supple.domain import anatomy
from supple.domain.body import Side

from .arrow import Balls, balls_on_screen
from .camera import Camera
from .layers import painted_order
from .parts import parts_of
from .scene import Scene
from .shapes import Part

MOVED: Final = 0.02
CARRIED: Final = 0.05
"""How far a part has to move, in statures; an arm that moves less than this is only carried along
by the chest."""
HIDDEN: Final = 0.6
"""An arm of which more than this share is behind the hold is left out: it looks like a scrap."""
ARM_PARTS: Final = ("upper arm", "forearm")
OF_ARMS: Final = (anatomy.Part.HAND, anatomy.Part.ELBOW, anatomy.Part.SHOULDER)


def ghost_parts(scene: Scene, hold: Sequence[Part]) -> list[Part]:
    """The parts that are somewhere else at the start, in their order; `hold` are all parts of the
    hold."""
    if len(scene.bodies) < 2:
        return []
    after = {(part.name, part.side): part for part in hold}
    moved = [
        part
        for part in parts_of(scene.camera, scene.bodies[0], scene.manner)
        if _apart(part, after[part.name, part.side])
        > (CARRIED if part.name in ARM_PARTS else MOVED)
    ]
    scraps = _scraps(scene, moved, hold)
    return painted_order(scene.camera, [part for part in moved if part not in scraps])


def _scraps(scene: Scene, moved: Sequence[Part], hold: Sequence[Part]) -> list[Part]:
    """Those arms that all but vanish behind the hold, unless the arrow is theirs."""
    mark = scene.pose.arrow
    pointed_at = mark.side or scene.side if mark and mark.part in OF_ARMS else None
    discs = balls_on_screen(scene.camera, [part.balls for part in hold])
    found: list[Part] = []
    for side in Side:
        arm = [part for part in moved if part.name in ARM_PARTS and part.side is side]
        hidden = sum(_hidden(scene.camera, part, discs) for part in arm)
        if side is not pointed_at and hidden > HIDDEN * len(arm):
            found += arm
    return found


def _hidden(camera: Camera, part: Part, discs: Balls) -> float:
    """How much of a part, from 0 to 1, lies behind discs on the screen."""
    middles = [camera.project(at) for at, _ in part.balls]
    behind = [any(math.dist(at, disc) < radius for disc, radius in discs) for at in middles]
    return sum(behind) / len(behind)


def _apart(a: Part, b: Part) -> float:
    """The farthest that any ball of a part has moved along an axis, in statures."""
    return max(
        abs(p[axis] - q[axis])
        for (p, _), (q, _) in zip(a.balls, b.balls, strict=True)
        for axis in range(3)
    )
