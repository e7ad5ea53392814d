"""What shows each word of a pose best: lines below `figure:`, and how near one looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import Joint, Part, Prop, Region, Spot
from supple.domain.body import Position

FIVE_LINES: Final = """\
figure:
  start: {legs: {knee: 75, foot: flat}}
  hold: {right leg: {hip: 122, knee: 128}, hands: right shin}
  arrow: right knee
  props: [mat]
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A figure's lines. `near`: the part that fills the picture, if not all does."""

    figure: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A joint at two angles: the lines of a figure, in which the joint's own stand at `@`."""

    where: str
    """What is written around the angle: "right leg: {hip: @}"."""
    angles: tuple[str, str]
    figure: str
    near: str = ""

    def written(self, angle: str) -> str:
        return self.where.replace("@", angle)

    def at(self, angle: str) -> Example:
        """The joint at an angle."""
        return Example(self.figure.replace("@", self.where.replace("@", angle)), self.near)


def _standing(view: str = "side", rest: str = "") -> str:
    return f"base: standing\nview: {view}\nstart: {{{rest}@}}\n"


JOINTS: Final[Mapping[Joint, Moved]] = {
    Joint.LOWER_BACK: Moved(
        "lower back: @", ("45", "-30"), "base: hands-and-knees\nstart: {@}\nprops: [mat]\n"
    ),
    Joint.UPPER_BACK: Moved(
        "upper back: @", ("40", "-20"), "base: seated\nstart: {@}\nprops: [chair]\n"
    ),
    Joint.NECK: Moved("neck: @", ("40", "-40"), _standing(), "head"),
    Joint.SIDE_BEND: Moved("side bend: @", ("30 left", "30 right"), _standing("front")),
    Joint.TURN: Moved(
        "turn: @",
        ("45 left", "45 right"),
        "base: seated\nview: [-90, 20]\nstart: {@, hands: opposite shoulder}\nprops: [chair]\n",
    ),
    Joint.HEAD_TURN: Moved("head turn: @", ("60 left", "60 right"), _standing("front"), "head"),
    Joint.HEAD_TILT: Moved("head tilt: @", ("35 left", "35 right"), _standing("front"), "head"),
    Joint.HIP: Moved("right leg: {hip: @}", ("70", "-25"), _standing()),
    Joint.HIP_OUT: Moved("right leg: {out: @}", ("35", "-15"), _standing("front")),
    Joint.HIP_TURN: Moved("right leg: {turn: @}", ("60", "-40"), _standing("[-90, 30]"), "ankle"),
    Joint.KNEE: Moved(
        "right leg: {knee: @}", ("40", "120"), "base: prone\nstart: {@}\nprops: [mat]\n"
    ),
    Joint.ANKLE: Moved(
        "right leg: {ankle: @}",
        ("30", "-50"),
        "base: supine\nside: right\nstart: {left leg: {knee: 75, foot: flat}, @}\nprops: [mat]\n",
        "ankle",
    ),
    Joint.SHOULDER: Moved("right arm: {shoulder: @}", ("100", "-45"), _standing()),
    Joint.SHOULDER_OUT: Moved("right arm: {out: @}", ("90", "-30"), _standing("front")),
    Joint.SHOULDER_TURN: Moved(
        "right arm: {elbow: 90, turn: @}", ("60", "-60"), _standing("[-90, 25]"), "elbow"
    ),
    Joint.ELBOW: Moved("right arm: {elbow: @}", ("30", "130"), _standing()),
    Joint.WRIST: Moved(
        "right arm: {shoulder: 90, elbow: 0, wrist: @}", ("60", "-70"), _standing(), "wrist"
    ),
}

HANDS: Final[Mapping[Spot, Example]] = {
    Spot.FLOOR: Example("base: hands-and-knees\nstart: {hands: floor}\nprops: [mat]\n"),
    Spot.FLOOR_AHEAD: Example(
        "base: hands-and-knees\n"
        "start: {legs: {hip: 110, knee: 92}, hands: floor ahead}\nprops: [mat]\n"
    ),
    Spot.FOREARM: Example(
        "base: prone\nstart: {lower back: -28, upper back: -14, neck: -14, hands: forearm}\n"
        "props: [mat]\n"
    ),
    Spot.LOOSE: Example("base: standing\nview: corner\nstart: {hands: loose}\n"),
    Spot.KNEE: Example("base: seated\nstart: {hands: knee}\nprops: [chair]\n"),
    Spot.SHIN: Example(
        "base: supine\nstart: {left leg: {knee: 75, foot: flat},"
        " right leg: {hip: 122, knee: 128}, hands: right shin}\nprops: [mat]\n"
    ),
    Spot.THIGH: Example("base: seated\nstart: {hands: thigh}\nprops: [chair]\n"),
    Spot.BEHIND_THIGH: Example(
        "base: supine\nstart: {left leg: {knee: 75, foot: flat},"
        " right leg: {hip: 110, knee: 40}, hands: behind right thigh}\nprops: [mat]\n"
    ),
    Spot.ANKLE: Example(
        "base: seated\nstart: {legs: {hip: 128, out: 14, foot: flat}, lower back: 36,"
        " upper back: 20, hands: ankle}\nprops: [chair]\n"
    ),
    Spot.FOOT: Example(
        "base: supine\nstart: {left leg: {knee: 75, foot: flat},"
        " right leg: {hip: 140, knee: 150, ankle: 10}, hands: right foot}\nprops: [mat]\n"
    ),
    Spot.HIP: Example("base: standing\nview: front\nstart: {hands: hip}\n", "hips"),
    Spot.BELLY: Example("base: standing\nview: front\nstart: {hands: belly}\n", "belly"),
    Spot.LOWER_BACK: Example("base: standing\nview: back\nstart: {hands: lower back}\n", "belly"),
    Spot.SHOULDER: Example(
        "base: standing\nview: front\nstart: {hands: opposite shoulder}\n", "chest"
    ),
    Spot.HEAD: Example("base: standing\nview: corner\nstart: {hands: head}\n", "head"),
    Spot.TOWEL: Example(
        "base: supine\nstart: {left leg: {knee: 75, foot: flat},"
        " right leg: {hip: 82, knee: 8, ankle: 5}, hands: towel}\nprops: [mat, towel]\n"
    ),
    Spot.WALL: Example("base: standing\nstart: {hands: wall}\nprops: [wall]\n"),
    Spot.CHAIR: Example("base: standing\nstart: {hands: chair}\nprops: [chair]\n"),
    Spot.TABLE: Example("base: standing\nstart: {hands: table}\nprops: [table]\n"),
}

FEET: Final[Mapping[Spot, Example]] = {
    Spot.FLAT: Example("base: supine\nstart: {legs: {knee: 85, foot: flat}}\nprops: [mat]\n"),
    Spot.TOES: Example(
        "base: standing\nstart: {left leg: {hip: 75, knee: 80, foot: flat},"
        " right leg: {hip: -15, foot: toes}}\n"
    ),
    Spot.STEP: Example("base: standing\nstart: {right foot: step}\nprops: [step]\n"),
    Spot.KNEE: Example(
        "base: supine\nview: [-162, 22]\nstart: {left leg: {knee: 80, foot: flat},"
        " right foot: left knee}\nprops: [mat]\n"
    ),
}

STRIDE: Final = """\
figure:
  start:
    left leg: {hip: 25, knee: 35, foot: flat}
    right leg: {hip: -20, foot: flat}
    hands: wall
"""
"""One foot ahead of the other, for one who stands."""

BRIDGE: Final = """\
figure:
  start: {legs: {hip: 50, knee: 100, foot: flat}}
  hold: {legs: {hip: 0, knee: 90, foot: flat}}
  arrow: hips
  props: [mat]
"""
"""Hips that lift over flat feet, of one who lies on the back."""

HEAD_DOWN: Final = Example(
    "base: hands-and-knees\nstart: {legs: {hip: 125, knee: 130}, hands: floor ahead, head: floor}\n"
    "props: [mat]\n"
)

PROPS: Final[Mapping[Prop, Example]] = {
    Prop.MAT: Example("base: supine\nstart: {legs: {knee: 75, foot: flat}}\nprops: [mat]\n"),
    Prop.BED: Example("base: supine\nview: corner\nprops: [bed]\n"),
    Prop.CHAIR: Example("base: seated\nview: corner\nprops: [chair]\n"),
    Prop.STEP: Example("base: standing\nview: corner\nstart: {right foot: step}\nprops: [step]\n"),
    Prop.WALL: HANDS[Spot.WALL],
    Prop.TOWEL: HANDS[Spot.TOWEL],
    Prop.STRAP: Example(
        "base: supine\nstart: {right leg: {hip: 70, knee: 5, ankle: 0}, hands: towel}\n"
        "props: [mat, strap]\n"
    ),
    Prop.PILLOW: Example(
        "base: supine\nstart: {legs: {knee: 75, foot: flat}}\nprops: [mat, pillow]\n"
    ),
    Prop.TABLE: Example("base: standing\nview: [-35, 12]\nstart: {hands: table}\nprops: [table]\n"),
}

VIEWED: Final = """\
base: seated
start: {right leg: {hip: 90, knee: 20, ankle: 15}, side bend: 10 right, right arm: {out: 80}}
props: [chair]
"""

POSITIONS: Final[Mapping[Position, Example]] = {
    position: Example(f"base: {position}\n{lines}\n")
    for position, lines in {
        Position.SUPINE: "props: [mat]",
        Position.SIDE_LYING: "side: right\nview: [-8, 38]\nprops: [mat, pillow]",
        Position.PRONE: "props: [mat]",
        Position.HANDS_AND_KNEES: "props: [mat]",
        Position.KNEELING: "props: [mat]",
        Position.SEATED: "props: [chair]",
        Position.STANDING: "view: side",
    }.items()
}


def _felt(region: Region, view: str, near: str, rest: str = "arms: {out: 22}") -> Example:
    target = region.value.replace("-", " ")
    return Example(f"base: standing\nview: {view}\nstart: {{{rest}}}\nfeel: [{target}]\n", near)


FELT: Final[Mapping[Region, Example]] = {
    Region.NECK: _felt(Region.NECK, "[60, 8]", "head", "neck: 25"),
    Region.SHOULDERS: _felt(Region.SHOULDERS, "corner", "chest"),
    Region.CHEST: _felt(Region.CHEST, "front", "chest"),
    Region.UPPER_BACK: _felt(Region.UPPER_BACK, "back", "chest"),
    Region.LOWER_BACK: _felt(Region.LOWER_BACK, "back", "belly"),
    Region.WAIST: _felt(Region.WAIST, "corner", "belly", "arms: {out: 60}"),
    Region.STOMACH: _felt(Region.STOMACH, "front", "belly"),
    Region.BUTTOCKS: _felt(Region.BUTTOCKS, "[35, 8]", "hips", "arms: {shoulder: 60}"),
    Region.OUTER_HIP: _felt(Region.OUTER_HIP, "side", "hips", "arms: {shoulder: 60}"),
    Region.FRONT_OF_HIP: _felt(Region.FRONT_OF_HIP, "front", "hips", "arms: {out: 40}"),
    Region.FRONT_OF_THIGH: _felt(Region.FRONT_OF_THIGH, "front", "knee"),
    Region.HAMSTRINGS: _felt(Region.HAMSTRINGS, "back", "knee"),
    Region.INNER_THIGH: _felt(Region.INNER_THIGH, "front", "knee", "legs: {out: 14}"),
    Region.CALVES: _felt(Region.CALVES, "back", "knee"),
    Region.ARMS: _felt(Region.ARMS, "front", "elbow", "arms: {out: 30}"),
}

ARROWS: Final[Mapping[Part, Example]] = {
    Part.HEAD: Example(
        "base: prone\nstart: {hands: forearm}\n"
        "hold: {lower back: -28, upper back: -14, neck: -14, hands: forearm}\n"
        "arrow: head\nprops: [mat]\n"
    ),
    Part.CHEST: Example(
        "base: seated\nview: [-55, 14]\nstart: {hands: opposite shoulder}\n"
        "hold: {turn: 40 right}\narrow: chest\nprops: [chair]\n"
    ),
    Part.BACK: Example(
        "base: hands-and-knees\nhold: {lower back: 40, upper back: 46, neck: 34}\narrow: back\n"
    ),
    Part.BELLY: Example("base: hands-and-knees\nhold: {lower back: -35}\narrow: belly\n"),
    Part.HIPS: Example(
        "base: hands-and-knees\nhold: {legs: {hip: 130, knee: 145}, hands: floor}\narrow: hips\n"
    ),
    Part.KNEE: Example(
        "base: supine\nstart: {legs: {knee: 75, foot: flat}}\n"
        "hold: {right leg: {hip: 110, knee: 120}}\narrow: right knee\n"
    ),
    Part.FOOT: Example("base: supine\nhold: {right leg: {hip: 70}}\narrow: right foot\n"),
    Part.ELBOW: Example(
        "base: standing\nview: front\nstart: {hands: shoulder}\n"
        "hold: {right arm: {out: 95, elbow: 150}}\narrow: right elbow\n"
    ),
    Part.HAND: Example(
        "base: standing\nview: front\nhold: {right arm: {out: 150}}\narrow: right hand\n"
    ),
    Part.SHOULDER: Example(
        "base: standing\nview: front\nhold: {side bend: 28 left}\narrow: right shoulder\n"
    ),
}

PROBLEMS: Final[tuple[tuple[str, str], ...]] = (
    ("hold: {right leg: {nee: 128}}", "A word that isn't known. Where one is near, it is named."),
    ("hold: {hands: right chin}", "The same for a place."),
    ("hold: {hands: knee left}", "The words are right, their order isn't."),
    ("hold: {right leg: {knee: 170}}", "No knee bends so far: each joint's range stands above."),
    ("hold: {right leg: {knee: much}}", "Degrees are numbers."),
    ("hold: {side bend: 30}", "Bends and turns of the trunk have a side."),
    ("start: {feet: flat, legs: {foot: step}}", "One place is said twice."),
    ("arrow: right knee", "Nothing moves without a `hold`."),
    ("hold: {turn: 30 left}\narrow: left belly", "The belly has no sides."),
    ("view: [200, 20]", "A view is a word, or two angles."),
    ("base: lying", "There are several ways to lie."),
    ("view: [-35, 120]", "Nobody looks down from farther than straight above."),
    ("props: [matt]", "A thing that Supple can't draw."),
    ("props: [mat, mat]", "One is enough."),
    ("image: knee.svg", "A picture needs words for those who can't see it."),
    (
        "base: supine\nhold: {left hand: left ankle}",
        "A warning: the picture is made, but the hand hangs in the air.",
    ),
    (
        "base: supine\nhold: {left leg: {hip: -25}}",
        "A warning. Over the edge of a `bed` a leg may hang.",
    ),
    (
        "base: standing\nview: front\nfeel: [upper back]",
        "A warning: what is felt is on the other side.",
    ),
    ("base: standing\nprops: [pillow]", "A warning: things have their positions."),
    ("base: standing\nprops: [wall]", "A warning: nothing touches it. A hand alone brings it."),
    (
        "base: seated\nstart: {feet: flat, legs: {knee: 0}}",
        "A warning: the picture and its words show straight legs.",
    ),
    (
        "hold: {right leg: {hip: 60}}\narrow: left knee",
        "A warning: without it, the arrow would be missing and nobody told.",
    ),
    (
        "start: {legs: {knee: 75, foot: flat}}\nhold: {legs: {knee: 75, foot: flat}}",
        "A warning: a position of rest needs no `hold`.",
    ),
    ("base: supine\nview: front", "A warning: the feet would hide the rest."),
)
"""Lines below `figure:` that something is wrong with, and what it means."""
