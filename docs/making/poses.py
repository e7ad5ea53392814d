"""The page of poses: every word with its picture, taken from the domain and the schema."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from inspect import getdoc
from typing import Final, TypeVar

from supple.domain.anatomy import (
    ARM,
    LEG,
    PAIRED_PARTS,
    RANGES,
    SIDED_SPOTS,
    SIDEWAYS,
    TRUNK,
    Joint,
    Part,
    Prop,
    Range,
    Region,
    Spot,
)
from supple.domain.body import Position
from supple.domain.pose import VIEWS, Looking, Pose
from supple.domain.problem import Problem
from supple.drawing.doubts import doubts
from supple.drawing.figure import draw_scene
from supple.drawing.habits import HABITS, Habit
from supple.drawing.judging import judged
from supple.drawing.posture import Shortfall
from supple.drawing.scene import scene_of
from supple.reading.exercises import read_exercise
from supple.reading.formats.pose import (
    POSTURE,
    ArmRecord,
    FigureRecord,
    LegRecord,
)
from supple.reading.formats.values import POSITION
from supple.reading.prose import ProseReader
from supple.reading.records import Key, keys_of
from tests.drawing.library import PAGE, REGIONS, pose_of

from . import examples
from .examples import Example
from .markdown import MADE, block, code, grid, image, page, slug, table
from .pictures import Picture, picture

W = TypeVar("W", Spot, Prop, Part, Region, Position)

INTRODUCTION: Final = """\
# Poses

What may stand below `figure:` of an exercise, each word with its picture. How a figure gets into
a guide stands in the [README](../README.md#its-figure); all exercises' figures are
[on a page of their own](figures.md)."""

FIVE: Final = """\
`start` is how it begins, `hold` what is different then; what neither says is as usual in the
exercise's position. Left and right are the person's own. The start is drawn pale behind the
hold, and the arrow shows the way of the part that it names."""

DEGREES: Final = """\
In degrees. Zero is a person who stands upright with hanging arms; bending forward, out and
outwards is positive. The pictures show the right limb from the right side, or both from the
front."""

STRIDE: Final = """\
Who stands with one foot ahead of the other says so with the hips: the leg behind has a minus. With
both feet `flat`, or one on its `toes`, what nobody said fits itself to it, the trunk stays
upright or leans as far as it must. A start that says nothing of its legs stands in the
hold's footprints."""

BRIDGE: Final = """\
A foot that is flat at the start stays so unless the hold's degrees lift it. Who lies on the back
and stretches the hips over flat feet lifts them, and the shoulders stay on the floor:"""

SIDED: Final = """\
Alone, such a word is of the hand's own side; `left`, `right` or `opposite` before it says which:
`right shin`, `behind left thigh`, `opposite shoulder`. These have sides:"""

PROBLEM: Final = """\
All of them come with the file's line. An error stops the build, a warning doesn't."""


def poses_page() -> tuple[str, list[Picture]]:
    """The page, and its pictures."""
    shown = Shown()
    five = pose_of(_below(examples.FIVE_LINES.partition("\n")[2]))
    first = shown.add(picture("five-lines", five))
    return page(
        MADE,
        INTRODUCTION,
        "## A pose in five lines",
        block(examples.FIVE_LINES),
        image(first),
        f"In words, as a screen reader says it: “{first.words.description}”",
        FIVE,
        "All keys of a figure:",
        table(["key", "what it says", "such as"], _keys(keys_of(FigureRecord))),
        "## Positions and their habits",
        "The position is the exercise's, or that of `base:`. It decides what nobody says:",
        table(["position", "", "by habit"], shown.positions()),
        "## Joints",
        DEGREES,
        *shown.joints("The trunk", TRUNK, POSTURE.keys),
        *shown.joints("A leg: `legs`, `left leg`, `right leg`", LEG, keys_of(LegRecord)),
        *shown.joints("An arm: `arms`, `left arm`, `right arm`", ARM, keys_of(ArmRecord)),
        "### Where the ranges come from",
        _source(),
        "## Where a hand is",
        "Below `hands`, `left hand` and `right hand`. The arm follows: its joints need no degrees.",
        table(["place", "", "in words"], shown.words("hand", examples.HANDS)),
        SIDED,
        ", ".join(code(spot) for spot in Spot if spot in SIDED_SPOTS) + ".",
        "## Where a foot is",
        "Below `feet`, `left foot`, `right foot`, or `foot` of a leg.",
        table(["place", "", "in words"], shown.feet()),
        STRIDE,
        block(examples.STRIDE),
        image(shown.of("stride", STRIDING)),
        BRIDGE,
        block(examples.BRIDGE),
        image(shown.of("bridge", BRIDGING)),
        "## Where the head is",
        table(["key", "", "in words"], shown.head()),
        "## Props",
        "Each is made to fit the body. What the hands hold needs its prop as well.",
        table(["prop", "", "in words"], shown.words("prop", examples.PROPS)),
        "## Views",
        "The same pose in each. Without `view` it is `side`.",
        grid([*shown.views()], 5),
        "Degrees go round the person to the left (0 is the right side, -90 the front, 90 the back,"
        " 180 the left side), and up from the floor.",
        "## Where it is felt",
        "`feel:` has words of the guide's `targets.yaml`, with `left` or `right` before them where"
        " only one side is meant. Each target names its `region` there:",
        grid([*shown.regions()], 4),
        "## What an arrow can follow",
        "An arrow needs a `hold`. These have sides: "
        f"{', '.join(code(part) for part in Part if part in PAIRED_PARTS)}. Without a side it is"
        " the one that works, or both.",
        table(["part", "", "in words"], shown.words("arrow", examples.ARROWS)),
        "## What can be wrong",
        PROBLEM,
        table(["written", "told", "meaning"], _problems()),
    ), shown.pictures


BRIDGING: Final = Example(f"base: supine\n{textwrap.dedent(examples.BRIDGE.partition(chr(10))[2])}")
STRIDING: Final = Example(
    f"base: standing\n{textwrap.dedent(examples.STRIDE.partition(chr(10))[2])}"
)


class Shown:
    """Rows of tables; the pictures in them are kept."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []
        self._by_example: dict[Example, Picture] = {}

    def add(self, made: Picture) -> Picture:
        self.pictures.append(made)
        return made

    def of(self, name: str, example: Example) -> Picture:
        """The picture of an example; one for all that is shown by the same."""
        if example not in self._by_example:
            pose = pose_of(_below(example.figure), name)
            felt = () if pose.felt is None else pose.felt
            made = picture(name, replace(pose, felt=felt), example.near)
            self._by_example[example] = self.add(made)
        return self._by_example[example]

    def words(self, kind: str, shown: Mapping[W, Example]) -> Iterator[Sequence[str]]:
        for word, example in shown.items():
            made = self.of(f"{kind}-{slug(word)}", example)
            yield code(word), image(made), made.words.description

    def positions(self) -> Iterator[Sequence[str]]:
        for position, example in examples.POSITIONS.items():
            made = self.of(f"position-{position}", example)
            meaning = POSITION.meanings[position]
            yield f"`{position}`: {meaning}", image(made), _habit(HABITS[position])

    def joints(
        self, title: str, joints: Sequence[Joint], keys: Mapping[str, tuple[str, Key, bool]]
    ) -> Iterator[str]:
        yield f"### {title}"
        rows = []
        for joint in joints:
            moved = examples.JOINTS[joint]
            key = joint if joint in keys else joint.rpartition(" ")[2]
            pictures = [
                f"`{moved.written(angle)}`<br>"
                + image(self.of(f"joint-{slug(joint)}-{number}", moved.at(angle)))
                for number, angle in enumerate(moved.angles, start=1)
            ]
            name = code(key) if key == joint else f"{code(key)}<br>({joint})"
            rows.append([name, _range(joint), keys[key][1].description, *pictures])
        yield table(["key", "range", "what it says", "", ""], rows)

    def feet(self) -> Iterator[Sequence[str]]:
        for spot, example in examples.FEET.items():
            made = self.of(f"foot-{spot}", example)
            written = "left knee`, `right knee`, `opposite knee" if spot is Spot.KNEE else spot
            yield code(written), image(made), made.words.description

    def head(self) -> Iterator[Sequence[str]]:
        made = self.of("head-floor", examples.HEAD_DOWN)
        yield "`head: floor`", image(made), made.words.description

    def views(self) -> Iterator[str]:
        for name in Looking:
            made = self.of(f"view-{name}", Example(f"view: {name}\n{examples.VIEWED}"))
            view = VIEWS[name]
            degrees = f"<br>`[{view.azimuth:g}, {view.elevation:g}]`" if view else ""
            yield f"{code(name)}{degrees}<br>{image(made)}"

    def regions(self) -> Iterator[str]:
        for region, example in examples.FELT.items():
            yield f"{code(region)}<br>{image(self.of(f'feel-{region}', example))}"


def _below(figure: str) -> str:
    """Lines that stand at the margin as they stand below `figure:`."""
    return textwrap.indent(textwrap.dedent(figure).strip("\n"), "  ") + "\n"


def _keys(keys: Mapping[str, tuple[str, Key, bool]]) -> Iterator[Sequence[str]]:
    for name, (_, described, _) in keys.items():
        yield code(name), described.description, code(f"{name}: {described.example}")


def _range(joint: Joint) -> str:
    bounds = RANGES[joint]
    if joint in SIDEWAYS:
        return f"{bounds.most:g} to each side"
    return f"{bounds.least:g} to {bounds.most:g}"


def _source() -> str:
    """What the domain says of its ranges."""
    return (getdoc(Range) or "").replace("\n\n", " ").replace("\n", " ")


def _habit(habit: Habit) -> str:
    """The degrees and places of a position, in the words of the files."""
    leg = habit.leg
    angles = {"hip": leg.hip, "out": leg.out, "knee": leg.knee, "ankle": leg.ankle}
    legs = ", ".join(f"{name}: {angle:g}" for name, angle in angles.items() if angle)
    arm = dict(zip(("shoulder", "out", "turn", "elbow"), habit.arm or (), strict=False))
    arms = ", ".join(f"{name}: {angle:g}" for name, angle in arm.items() if angle)
    said = [
        *(f"{joint}: {angle:g}" for joint, angle in (habit.trunk or {}).items()),
        *([f"legs: {{{legs}}}"] if legs else []),
        *([f"feet: {habit.feet}"] if habit.feet else []),
        *([f"arms: {{{arms}}}"] if arms else []),
        *([f"hands: {habit.hands}"] if habit.hands else []),
    ]
    return "<br>".join(map(code, said))


def _problems() -> Iterator[Sequence[str]]:
    for figure, meaning in examples.PROBLEMS:
        problems = list(_told(figure))
        if not problems:
            raise ValueError(f"nothing is wrong with {figure}")
        yield "<br>".join(code(line) for line in figure.split("\n")), _said(problems), meaning
    # Hardly any pose leaves an arrow no room at all, so none is shown.
    pose = pose_of("  hold: {turn: 30 left}\n  arrow: chest\n")
    crossed = list(judged(pose, [Shortfall("arrow", "arrow", "", 0.0)]))
    yield "`arrow: …`", _said(crossed), "A warning: beside the body is no room for the arrow."


def _said(problems: Sequence[Problem]) -> str:
    lines = (f"{each.severity}: {each.message}<br>*{each.hint}*" for each in problems)
    return "<br>".join(lines)


def _told(figure: str) -> Iterator[Problem]:
    """What an author is told who writes these lines below `figure:`."""
    text = PAGE.format(name="pose", figure=_below(figure))
    exercise, _, problems = read_exercise(text, "pose.md", "pose", ProseReader())
    yield from problems
    if not problems and exercise and isinstance(exercise.figure, Pose):
        scene = scene_of(exercise.figure)
        yield from judged(
            exercise.figure, draw_scene(scene, REGIONS, scene.pose.felt or ()).shortfalls
        )
        yield from doubts(scene)
