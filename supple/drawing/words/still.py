"""One end of a pose, the start or the hold, as words look at it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import Joint
from supple.domain.body import Position, Side
from supple.domain.pose import Pose, Posture
from supple.drawing.contact import leg_heights
from supple.drawing.posture import Solved
from supple.drawing.skeleton import Body, LegAngles
from supple.drawing.space import subtract

LYING: Final = (Position.SUPINE, Position.PRONE, Position.SIDE_LYING)
ON_KNEES: Final = (Position.HANDS_AND_KNEES, Position.KNEELING)
MOVED: Final = 0.05
"""From here on, in statures, a part is seen to move."""
OFF_THE_FLOOR: Final = 0.03


@dataclass(frozen=True, slots=True)
class Still:
    """The start or the hold: as it was written, and as it was solved.

    What is seen is told: where the two differ, the body counts and not the author's angles.
    """

    pose: Pose
    posture: Posture
    solved: Solved

    @property
    def body(self) -> Body:
        return self.solved.body

    @property
    def position(self) -> Position:
        return self.pose.position

    @property
    def legs(self) -> Mapping[Side, LegAngles]:
        return self.solved.angles.legs

    @property
    def lean(self) -> float:
        """How far the trunk leans forward, in degrees from upright."""
        x, y, _ = subtract(self.body.spine[-1].at, self.body.pelvis)
        return math.degrees(math.atan2(x, y))

    def is_lifted(self, side: Side) -> bool:
        """Whether a foot is in the air."""
        return dict(leg_heights(self.body.legs[side]))["foot"] > OFF_THE_FLOOR

    def degrees(self, joint: Joint) -> float:
        """A joint of the trunk."""
        return self.posture.trunk.get(joint, 0.0)
