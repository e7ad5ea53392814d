"""A figure's pose in anatomical words: joints in degrees, places of hands and feet, things around.

Zero is a person who stands upright with hanging arms; bending forward counts positive.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, TypeAlias

from .body import Position, Side
from .problem import Origin
from .prose import Picture


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


@dataclass(frozen=True, slots=True)
class Contact:
    """A spot that a hand or foot is at. Without a side it is the limb's own side's."""

    spot: Spot
    side: Side | None = None

    def mirrored(self) -> "Contact":
        return Contact(self.spot, _other(self.side))


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm or a leg as far as the author said: degrees by joint, and where its end is."""

    angles: Mapping[Joint, float] = field(default_factory=dict)
    at: Contact | None = None

    def over(self, below: "Limb") -> "Limb":
        """This one's words, and another's where it says nothing.

        Who moves a limb's joints has taken its end from where it was.
        """
        kept = None if self.angles and not self.at else below.at
        return Limb({**below.angles, **self.angles}, self.at or kept)

    def mirrored(self) -> "Limb":
        return Limb(self.angles, self.at and self.at.mirrored())


@dataclass(frozen=True, slots=True)
class Posture:
    """A still position as far as the author said; the rest is the habit of the position."""

    trunk: Mapping[Joint, float] = field(default_factory=dict)
    legs: Mapping[Side, Limb] = field(default_factory=dict)
    arms: Mapping[Side, Limb] = field(default_factory=dict)
    head_down: bool = False

    def over(self, below: "Posture") -> "Posture":
        """This one's words, and another's where it says nothing: a hold over its start."""
        return Posture(
            {**below.trunk, **self.trunk},
            _limbs_over(self.legs, below.legs),
            _limbs_over(self.arms, below.arms),
            self.head_down or below.head_down,
        )

    def mirrored(self) -> "Posture":
        return Posture(
            {
                joint: 0.0 - degrees if joint in SIDEWAYS else degrees
                for joint, degrees in self.trunk.items()
            },
            {side.other: limb.mirrored() for side, limb in self.legs.items()},
            {side.other: limb.mirrored() for side, limb in self.arms.items()},
            self.head_down,
        )


def _other(side: Side | None) -> Side | None:
    return side.other if side else None


def _limbs_over(above: Mapping[Side, Limb], below: Mapping[Side, Limb]) -> Mapping[Side, Limb]:
    return {
        side: above.get(side, Limb()).over(below.get(side, Limb()))
        for side in Side
        if side in above or side in below
    }


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


@dataclass(frozen=True, slots=True)
class Mark:
    """The part whose path the arrow follows."""

    part: Part
    side: Side | None = None

    def mirrored(self) -> "Mark":
        return Mark(self.part, _other(self.side))


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


@dataclass(frozen=True, slots=True)
class Felt:
    """Where one feels it: a target's word, on one side or wherever it is."""

    target: str
    side: Side | None = None

    def mirrored(self) -> "Felt":
        return Felt(self.target, _other(self.side))


@dataclass(frozen=True, slots=True)
class View:
    """Where one looks from, in degrees: `azimuth` round the person to their left, 0 from their
    right side; `elevation` up from the floor."""

    azimuth: float
    elevation: float

    def mirrored(self) -> "View":
        """What is seen from the right, seen from the left; before and behind stay."""
        return View(math.copysign(180.0, self.azimuth) - self.azimuth, self.elevation)


class Looking(StrEnum):
    """Where one looks from, by name."""

    SIDE = "side"
    FRONT = "front"
    BACK = "back"
    ABOVE = "above"
    CORNER = "corner"


VIEWS: Final[Mapping[Looking, View | None]] = {
    Looking.SIDE: None,  # the drawing's own choice
    Looking.FRONT: View(-90, 8),
    Looking.BACK: View(90, 8),
    Looking.ABOVE: View(0, 78),
    Looking.CORNER: View(-35, 22),
}


NEARLY_STRAIGHT: Final = 30.0
"""No sole is flat on the floor with a knee that is bent by fewer degrees."""
LIFTED: Final = 0.2
"""From this height on, in lengths of a thigh, a foot is off the floor."""


@dataclass(frozen=True, slots=True)
class Pose:
    """A figure as it is written: where it starts, what is held, and how it is shown.

    Without a `hold` it is a position of rest. `side` is the one that works, where one does:
    for the other side the picture is mirrored.
    """

    origin: Origin
    position: Position
    start: Posture
    hold: Posture | None = None
    view: View | None = None
    felt: tuple[Felt, ...] | None = None
    arrow: Mark | None = None
    props: tuple[Prop, ...] = ()
    side: Side | None = None

    @property
    def shown(self) -> Posture:
        """The posture that the picture shows in full: the hold, else the start."""
        if self.hold is None:
            return self.start
        shown = self.hold.over(self.start)
        return replace(
            shown, legs={side: self._footed(side, shown.legs[side]) for side in shown.legs}
        )

    def _footed(self, side: Side, limb: Limb) -> Limb:
        """A leg of the hold, its foot still flat where the start has it so and the hold's words
        don't lift it."""
        before = self.start.legs.get(side, Limb())
        said = self.hold.legs.get(side, Limb()) if self.hold else Limb()
        if limb.at or before.at != Contact(Spot.FLAT):
            return limb
        return replace(limb, at=before.at) if self._stays_flat(said, before, limb) else limb

    def _stays_flat(self, said: Limb, before: Limb, limb: Limb) -> bool:
        bends = {Joint.HIP, Joint.KNEE} & said.angles.keys()
        if Joint.ANKLE in said.angles:
            return False
        match self.position:
            case Position.STANDING:
                # A stride or a squat goes on; who just stood there lifts the foot.
                return not bends or bool({Joint.HIP, Joint.KNEE} & before.angles.keys())
            case Position.KNEELING | Position.HANDS_AND_KNEES:
                return limb.angles.get(Joint.KNEE, 90.0) >= NEARLY_STRAIGHT
            case Position.SUPINE:
                knee = limb.angles.get(Joint.KNEE, 0.0)
                hip = limb.angles.get(Joint.HIP, knee / 2.0)
                # Thigh and lower leg are about as long as each other.
                rise = math.sin(math.radians(hip)) - math.sin(math.radians(knee - hip))
                hangs = Prop.BED in self.props and rise < -LIFTED
                return knee >= NEARLY_STRAIGHT and rise < LIFTED and not hangs
            case _:
                return not bends and Joint.HIP_OUT not in said.angles

    def mirrored(self) -> "Pose":
        """The same for the other side of the body."""
        return replace(
            self,
            start=self.start.mirrored(),
            hold=self.hold and self.hold.mirrored(),
            view=self.view and self._mirrored_view(self.view),
            felt=None if self.felt is None else tuple(felt.mirrored() for felt in self.felt),
            arrow=self.arrow and self.arrow.mirrored(),
            side=_other(self.side),
        )

    def _mirrored_view(self, view: View) -> View:
        """Who lies on the other side has turned round on the spot: head where the feet were."""
        if self.position is Position.SIDE_LYING:
            return replace(view, azimuth=0.0 - view.azimuth)
        return view.mirrored()


Figure: TypeAlias = Pose | Picture
"""What is shown of an exercise: drawn from a pose, or a picture of the author's own."""
