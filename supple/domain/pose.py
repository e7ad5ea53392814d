"""A figure's pose in anatomical words: joints in degrees, places of hands and feet, things around.

Zero is a person who stands upright with hanging arms; bending forward counts positive.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, TypeAlias

from .anatomy import SIDEWAYS, Joint, Part, Prop, Spot
from .body import Position, Side
from .problem import Origin
from .prose import Picture


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


@dataclass(frozen=True, slots=True)
class Mark:
    """The part whose path the arrow follows."""

    part: Part
    side: Side | None = None

    def mirrored(self) -> "Mark":
        return Mark(self.part, _other(self.side))


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
