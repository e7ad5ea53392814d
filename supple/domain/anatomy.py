"""The words of a body: its joints and how far they go, places of hands and feet, things around,
parts that move, regions where one feels it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Joint(StrEnum):
    """The joints, by the words of the files. Those of limbs have a left and a right."""

    LOWER_BACK = "lower back"
    UPPER_BACK = "upper back"
    NECK = "neck"
    SIDE_BEND = "side bend"
    TURN = "turn"
    HEAD_TURN = "head turn"
    HEAD_TILT = "head tilt"
    HIP = "hip"
    HIP_OUT = "hip out"
    HIP_TURN = "hip turn"
    KNEE = "knee"
    ANKLE = "ankle"
    SHOULDER = "shoulder"
    SHOULDER_OUT = "shoulder out"
    SHOULDER_TURN = "shoulder turn"
    ELBOW = "elbow"
    WRIST = "wrist"


TRUNK: Final = (
    Joint.LOWER_BACK,
    Joint.UPPER_BACK,
    Joint.NECK,
    Joint.SIDE_BEND,
    Joint.TURN,
    Joint.HEAD_TURN,
    Joint.HEAD_TILT,
)
LEG: Final = (Joint.HIP, Joint.HIP_OUT, Joint.HIP_TURN, Joint.KNEE, Joint.ANKLE)
ARM: Final = (
    Joint.SHOULDER,
    Joint.SHOULDER_OUT,
    Joint.SHOULDER_TURN,
    Joint.ELBOW,
    Joint.WRIST,
)
SIDEWAYS: Final = (Joint.SIDE_BEND, Joint.TURN, Joint.HEAD_TURN, Joint.HEAD_TILT)
"""Joints of the trunk that have a side: positive is to the right."""


@dataclass(frozen=True, slots=True)
class Range:
    """How far a joint goes, in degrees, when the person or gravity helps a little.

    After 'Joint Motion' (American Academy of Orthopaedic Surgeons, 1965) and Norkin and White,
    'Measurement of Joint Motion': the averages of healthy adults, plus what a passive stretch
    adds (hip, knee, shoulder) and, for the trunk, what the pelvis and ribs give.
    """

    least: float
    most: float

    def has(self, degrees: float) -> bool:
        return self.least <= degrees <= self.most


RANGES: Final[Mapping[Joint, Range]] = {
    Joint.LOWER_BACK: Range(-35, 60),
    Joint.UPPER_BACK: Range(-25, 50),
    Joint.NECK: Range(-70, 60),
    Joint.SIDE_BEND: Range(-45, 45),
    Joint.TURN: Range(-70, 70),
    Joint.HEAD_TURN: Range(-80, 80),
    Joint.HEAD_TILT: Range(-45, 45),
    Joint.HIP: Range(-30, 140),
    Joint.HIP_OUT: Range(-35, 70),
    Joint.HIP_TURN: Range(-50, 70),
    Joint.KNEE: Range(-5, 155),
    Joint.ANKLE: Range(-60, 35),
    Joint.SHOULDER: Range(-60, 180),
    Joint.SHOULDER_OUT: Range(-45, 180),
    Joint.SHOULDER_TURN: Range(-90, 100),
    Joint.ELBOW: Range(-5, 155),
    Joint.WRIST: Range(-85, 90),
}


class Spot(StrEnum):
    """Where a hand or a foot is, in the words of the files. `forearm`: the whole forearm rests on
    the floor; `loose`: the arm hangs, or lies beside the body; `toes`: on them, the heel up."""

    FLOOR = "floor"
    FLOOR_AHEAD = "floor ahead"
    FOREARM = "forearm"
    LOOSE = "loose"
    KNEE = "knee"
    SHIN = "shin"
    THIGH = "thigh"
    BEHIND_THIGH = "behind thigh"
    ANKLE = "ankle"
    FOOT = "foot"
    HIP = "hip"
    BELLY = "belly"
    LOWER_BACK = "lower back"
    SHOULDER = "shoulder"
    HEAD = "head"
    TOWEL = "towel"
    WALL = "wall"
    CHAIR = "chair"
    TABLE = "table"
    FLAT = "flat"
    TOES = "toes"
    STEP = "step"


HAND_SPOTS: Final = tuple(spot for spot in Spot if spot not in (Spot.FLAT, Spot.TOES, Spot.STEP))
FOOT_SPOTS: Final = (Spot.FLAT, Spot.TOES, Spot.STEP, Spot.KNEE)
SIDED_SPOTS: Final = frozenset(
    {
        Spot.KNEE,
        Spot.SHIN,
        Spot.THIGH,
        Spot.BEHIND_THIGH,
        Spot.ANKLE,
        Spot.FOOT,
        Spot.HIP,
        Spot.SHOULDER,
    }
)
"""Spots on the body that have a left and a right: "left shin"."""


class Prop(StrEnum):
    """Things that a figure lies, sits or leans on, or holds. Each is made to fit the body."""

    MAT = "mat"
    BED = "bed"
    CHAIR = "chair"
    STEP = "step"
    WALL = "wall"
    TOWEL = "towel"
    STRAP = "strap"
    PILLOW = "pillow"
    TABLE = "table"


BROUGHT_BY: Final[Mapping[Spot, Prop]] = {
    Spot.WALL: Prop.WALL,
    Spot.CHAIR: Prop.CHAIR,
    Spot.TABLE: Prop.TABLE,
    Spot.STEP: Prop.STEP,
    Spot.TOWEL: Prop.TOWEL,
}
"""The thing that a hand or a foot is on or holds: it is there without being named."""


class Part(StrEnum):
    """What an arrow can follow."""

    HEAD = "head"
    CHEST = "chest"
    BACK = "back"
    BELLY = "belly"
    HIPS = "hips"
    KNEE = "knee"
    FOOT = "foot"
    ELBOW = "elbow"
    HAND = "hand"
    SHOULDER = "shoulder"


PAIRED_PARTS: Final = frozenset({Part.KNEE, Part.FOOT, Part.ELBOW, Part.HAND, Part.SHOULDER})


class Region(StrEnum):
    """The regions of the body that targets stand for, on figures and on the body map."""

    NECK = "neck"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    UPPER_BACK = "upper-back"
    LOWER_BACK = "lower-back"
    WAIST = "waist"
    STOMACH = "stomach"
    BUTTOCKS = "buttocks"
    OUTER_HIP = "outer-hip"
    FRONT_OF_HIP = "front-of-hip"
    FRONT_OF_THIGH = "front-of-thigh"
    HAMSTRINGS = "hamstrings"
    INNER_THIGH = "inner-thigh"
    CALVES = "calves"
    ARMS = "arms"
