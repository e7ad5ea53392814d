"""Figures in words: what somebody is told who can't see the picture."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from supple.domain.anatomy import HAND_SPOTS, PAIRED_PARTS, Part, Prop
from supple.domain.body import Position, Side
from supple.domain.pose import Mark, Pose, Posture, View
from supple.domain.problem import Origin
from supple.drawing.contact import heights
from supple.drawing.scene import scene_of
from supple.drawing.words import Clause, describe
from supple.rendering import wording
from supple.rendering.figure_words import MOST_WORDS, FigureWords, figure_words
from tests.drawing.library import pose_of
from tests.reading.test_poses import POSTURES

SAY = wording.load("en")
REPOSITORY = Path(__file__).parents[2]


def pose(figure: str) -> Pose:
    """The pose that is meant by these lines; a semicolon ends a line."""
    return pose_of("".join(f"  {line.strip()}\n" for line in figure.split(";")))


def words(found: Pose) -> FigureWords:
    return figure_words(describe(found), SAY)


def _swap(text: str) -> str:
    return re.sub(r"left|right", lambda side: Side(side[0]).other, text)


KNEE_TO_CHEST = (
    "start: {legs: {knee: 75, foot: flat}};"
    "hold: {left leg: {hip: 122, knee: 128}, hands: left shin}; arrow: left knee; props: [mat]"
)
FIGURE_FOUR = (
    "base: seated; start: {right foot: left knee, left hand: thigh, right hand: knee};"
    "hold: {left leg: {hip: 112, foot: flat}, left hand: right ankle};"
    "arrow: head; props: [chair]"
)

TEXTS = {
    KNEE_TO_CHEST: "Lying on the back, the right knee bent, the foot flat. "
    "The left knee is drawn to the chest, both hands below the knee.",
    "hold: {legs: {hip: 118, knee: 130}, hands: shin, lower back: 16}": "Lying on the back. "
    "Both knees are drawn to the chest, both hands below the knees.",
    "start: {legs: {hip: 92, knee: 92}}; props: [mat, chair]": "Lying on the back, "
    "both lower legs on a chair, the arms beside the body.",
    "start: {legs: {knee: 85, foot: flat}, lower back: -14, hands: belly};"
    "hold: {lower back: 8}; arrow: belly": "Lying on the back, both knees bent, the feet flat, "
    "both hands on the belly. The lower back presses down flat.",
    "start: {legs: {hip: 60, knee: 90}, arms: {out: 85, shoulder: -8}};"
    "hold: {turn: 55 right, head turn: 60 left}; arrow: right knee": "Lying on the back, "
    "both knees bent, the feet lifted, both arms out to the sides. "
    "Both knees go over to the right, and the head turns to the left.",
    "start: {left leg: {knee: 70, foot: flat}, right leg: {hip: 40}, hands: towel};"
    "hold: {right leg: {hip: 82, knee: 8}}; props: [towel]": "Lying on the back, "
    "the left knee bent, the foot flat, both hands on a towel round the right foot. "
    "The right leg is raised straight up.",
    "side: right; start: {legs: {knee: 85, foot: flat}};"
    "hold: {right leg: {hip: -18, knee: 60}}; props: [bed]": "Lying on the back at the edge "
    "of a bed, the left knee bent, the foot flat. The right leg hangs down over the edge.",
    "base: side-lying; side: right; start: {arms: {shoulder: 88}}; props: [pillow];"
    "hold: {right arm: {shoulder: 60, out: 120}, turn: 50 right, head turn: 50 right}": "Lying on "
    "the left side with a pillow under the head, both knees bent, the left arm stretched forward. "
    "The right arm opens out to the side, and the upper body and head turn to the right.",
    "base: prone; start: {hands: forearm};"
    "hold: {lower back: -28, upper back: -14, hands: forearm}; arrow: head": "Lying on the front, "
    "both forearms on the floor. The chest lifts off the floor.",
    "base: hands-and-knees; hold: {lower back: 34, upper back: 36, neck: 34}": "On hands and "
    "knees. The back rounds up, and the chin sinks to the chest.",
    "base: hands-and-knees; arrow: hips;"
    "hold: {legs: {hip: 136, knee: 150}, lower back: 18, hands: floor}": "On hands and knees. "
    "The hips go back onto the heels, and the chest sinks close to the floor. "
    "Both hands stay on the floor.",
    "base: kneeling; side: right; start: {left leg: {knee: 85, foot: flat}, hands: left thigh};"
    "hold: {right leg: {hip: -14, knee: 72}, left leg: {knee: 100, foot: flat},"
    " hands: left thigh}": "Kneeling on the right knee, the left foot flat in front, "
    "both hands on the left thigh. The hips go forward.",
    "base: seated; start: {hands: opposite shoulder}; props: [chair];"
    "hold: {turn: 40 right, head turn: 20 right}; arrow: left elbow": "Sitting on a chair, "
    "each hand on the other shoulder. The upper body and head turn to the right.",
    "base: seated; start: {right arm: {out: 165}}; hold: {side bend: 34 left};"
    "props: [chair]": "Sitting on a chair, the right arm raised above the head. "
    "The upper body bends to the left.",
    FIGURE_FOUR: "Sitting on a chair, the right ankle on the left knee, "
    "the right hand on the right knee. "
    "The upper body leans forward from the hips, the left hand on the right ankle.",
    "base: standing; start: {right leg: {knee: 3, foot: step}, hands: right thigh};"
    "hold: {left leg: {hip: 38}, lower back: 6}; props: [step]": "Standing, the right heel on "
    "a step, both hands on the right thigh. The upper body leans forward from the hips.",
    "base: standing; hold: {legs: {hip: 68, knee: 12}, lower back: 40, upper back: 22,"
    " hands: loose}; arrow: head": "Standing. The upper body bends far forward, "
    "both arms hanging down.",
    "base: standing; start: {hands: chair}; arrow: hips; props: [chair];"
    "hold: {legs: {hip: 70, knee: 12}, lower back: 8, hands: chair}": "Standing behind a chair, "
    "both hands on its back. The upper body leans far forward from the hips. "
    "The arrow shows the hips moving back.",
}

DRAWN = {
    # What is drawn is told, also where an author's words say something else.
    "base: seated; start: {feet: flat, legs: {knee: 0}}": "Sitting on the floor, "
    "both legs stretched forward.",
    "base: standing; start: {lower back: 10}": "Standing, the lower back rounded.",
    "base: standing; hold: {lower back: -10}": "Standing. The lower back hollows.",
    "base: standing; hold: {side bend: 8 right}": "Standing. The upper body bends to the right.",
    "base: standing; start: {hands: wall, left leg: {hip: 30, knee: 35, foot: flat},"
    " right leg: {hip: -20, foot: flat}}": "Standing facing a wall, the left foot in front, "
    "the left knee bent, the right leg stretched back. Both hands are on the wall.",
    "base: standing; hold: {right leg: {hip: 85, knee: 90}}": "Standing. "
    "The right knee is lifted to hip height.",
    "base: standing; start: {right leg: {knee: 90}}; hold: {right leg: {knee: 140}}": "Standing. "
    "The right heel is drawn to the buttock.",
    "base: standing; start: {right leg: {knee: 90}}": "Standing, the right knee bent, "
    "the foot in the air.",
    "base: seated; props: [chair]; hold: {left leg: {hip: 115, knee: 95}}": "Sitting on a chair. "
    "The left knee is lifted.",
    "base: seated; props: [bed]; hold: {right leg: {hip: 90, knee: 0}}": "Sitting on a bed. "
    "The right leg is stretched forward.",
    "base: side-lying; side: right; hold: {right leg: {hip: 45, knee: 70, out: 35}}": "Lying on the"
    " left side, the left knee bent, both arms stretched forward. The right knee opens upwards.",
    "base: side-lying; side: right; start: {legs: {hip: 0, knee: 0}};"
    "hold: {right leg: {hip: 0, knee: 0, out: 35}}": "Lying on the left side, the left leg "
    "straight, both arms stretched forward. The right leg is raised.",
    "start: {legs: {knee: 90, foot: flat}}; hold: {legs: {knee: 90, out: 55, foot: flat}}": "Lying "
    "on the back, both knees bent, the feet flat. The knees go apart.",
    "start: {legs: {hip: 90, knee: 90}, arms: {shoulder: 90}};"
    "hold: {left arm: {shoulder: 175}}": "Lying on the back, both knees lifted above the hips, "
    "the right arm straight up. The left arm is stretched out past the head.",
    "base: hands-and-knees; hold: {left arm: {shoulder: 165}}": "On hands and knees. "
    "The left arm stretches forward.",
    "base: standing; start: {arms: {out: 90, elbow: 90, turn: 80}}": "Standing, both arms out to "
    "the sides, both elbows bent, the hands up.",
}


@pytest.mark.parametrize(("figure", "text"), DRAWN.items())
def test_what_is_drawn_is_told(figure: str, text: str) -> None:
    assert words(pose(figure)).description == text


def test_a_foot_that_stays_does_not_step() -> None:
    lunge = words(pose("base: standing; hold: {right leg: {hip: -25, knee: 20, foot: flat}}"))
    assert "left foot goes" not in lunge.description


def test_every_sentence_but_the_first_has_a_verb() -> None:
    figure = (
        "base: seated; props: [chair]; start: {right foot: left knee, left hand: right ankle,"
        " right hand: knee, head turn: 30 left, neck: 30}"
    )
    assert words(pose(figure)).description == (
        "Sitting on a chair, the right ankle on the left knee, the left hand on the right ankle. "
        "The right hand is on the right knee, the head turned to the left, "
        "the chin close to the chest."
    )


@pytest.mark.parametrize(("figure", "text"), TEXTS.items())
def test_a_figure_in_words(figure: str, text: str) -> None:
    assert words(pose(figure)).description == text


def test_a_title_is_the_position_alone() -> None:
    assert words(pose(KNEE_TO_CHEST)).title == "Lying on the back"


@pytest.mark.parametrize(("figure", "text"), TEXTS.items())
def test_the_other_side_is_told_with_the_other_side(figure: str, text: str) -> None:
    assert words(pose(figure).mirrored()).description == _swap(text)


def test_both_sides_are_told_once_and_two_that_differ_apart() -> None:
    both = words(pose("base: standing; start: {hands: hip}")).description
    one = words(pose("base: standing; start: {left hand: hip}")).description
    apart = words(pose("base: standing; start: {left hand: hip, right hand: head}")).description
    assert both == "Standing, both hands on the hips."
    assert one == "Standing, the left hand on the left hip."
    assert apart == ("Standing, the left hand on the left hip, the right hand behind the head.")


def test_what_is_as_always_in_a_position_is_not_told() -> None:
    assert words(pose("base: seated; props: [chair]")).description == "Sitting on a chair."
    usual = pose("base: hands-and-knees; start: {legs: {knee: 90}, hands: floor}; props: [mat]")
    assert words(usual).description == "On hands and knees."


def test_an_arrow_is_told_only_where_nothing_else_tells_its_way() -> None:
    hinge = "base: standing; hold: {{legs: {{hip: 70}}}}; arrow: {part}".format
    assert "arrow" not in words(pose(hinge(part="head"))).description
    told = "The arrow shows the hips moving back."
    assert words(pose(hinge(part="hips"))).description.endswith(told)


MARKS = st.sampled_from(
    [
        *map(Mark, Part),
        *(Mark(part, side) for part in Part if part in PAIRED_PARTS for side in Side),
    ]
)
VIEWS = st.builds(View, st.integers(-180, 180), st.integers(-90, 90))


@st.composite
def poses(draw: st.DrawFn) -> Pose:
    hold = draw(st.none() | POSTURES)
    return Pose(
        Origin("hug.md"),
        draw(st.sampled_from(Position)),
        draw(POSTURES | st.just(Posture())),
        hold,
        draw(st.none() | VIEWS),
        arrow=draw(st.none() | MARKS) if hold else None,
        props=tuple(draw(st.sets(st.sampled_from(Prop)))),
        side=draw(st.none() | st.sampled_from(Side)),
    )


@settings(deadline=None, max_examples=100)
@given(poses())
def test_every_pose_has_words_and_each_sentence_is_short(found: Pose) -> None:
    told = words(found)
    assert told.title
    assert told.description.startswith(told.title)
    assert not re.search(r"[{}]|None|  |\bthe the\b| [,.]|figure_", told.description)
    for sentence in told.description.removesuffix(".").split(". "):
        assert sentence[0].isupper()
        assert 0 < len(sentence.split()) <= MOST_WORDS


def swapped(clause: Clause) -> str:
    sides = {k: v.other if isinstance(v, Side) else v for k, v in clause.values.items()}
    ways = {"arrow.left": "arrow.right", "arrow.right": "arrow.left"}
    return repr((ways.get(clause.key, clause.key), sorted(sides.items()), clause.moves))


def is_mirrored(found: Pose, mirrored: Pose) -> bool:
    """Whether all parts are as high, and the hips as far ahead, as those of the other side."""
    return all(
        heights(other) == pytest.approx({_swap(name): at for name, at in heights(body).items()})
        and other.pelvis[0] == pytest.approx(body.pelvis[0])
        for body, other in zip(scene_of(found).bodies, scene_of(mirrored).bodies, strict=True)
    )


def as_it_is(clause: Clause) -> str:
    return repr((clause.key, sorted(clause.values.items()), clause.moves))


@settings(deadline=None, max_examples=100)
@given(poses())
def test_the_mirrored_pose_swaps_left_and_right_and_nothing_else(found: Pose) -> None:
    mirrored, mark = found.mirrored(), found.arrow
    # An arrow and a figure without any side are drawn on the right.
    assume(not mark or mark.side or mark.part not in PAIRED_PARTS or found.side)
    # Nor is an impossible posture always solved alike on both sides.
    assume(is_mirrored(found, mirrored))
    assert Counter(map(swapped, describe(found))) == Counter(map(as_it_is, describe(mirrored)))


@given(poses())
def test_a_pose_mirrored_twice_is_as_it_was(found: Pose) -> None:
    assert replace(found.mirrored().mirrored(), view=None) == replace(found, view=None)


@pytest.mark.parametrize(
    ("seen", "mirrored"), [(0, 180), (180, 0), (-90, -90), (90, 90), (-35, -145), (-145, -35)]
)
def test_the_other_side_is_seen_from_the_other_side(seen: float, mirrored: float) -> None:
    assert View(seen, 22).mirrored() == View(mirrored, 22)


def test_no_text_of_a_figure_lies_unused() -> None:
    wings = REPOSITORY / "supple"
    sources = (*(wings / "drawing/words").glob("*.py"), wings / "rendering/figure_words.py")
    texts = {text for path in sources for text in _constants(path.read_text(encoding="utf-8"))}
    # Names stand alone, after what they are of ("leg.straight"), or are words of the domain.
    named = {text.rpartition(".")[2] for text in texts}
    named |= {word.name.lower() for word in (*Position, *Part, *HAND_SPOTS, *Side)}
    keys = {re.sub(r"\.(one|other)$", "", key) for key in SAY.texts if key.startswith("figure_")}
    assert sorted(key for key in keys if key.rpartition(".")[2] not in named) == []


def _constants(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize(
    ("figure", "key"),
    [
        ("base: supine\n  hold: {right leg: {hip: 140, knee: 0}}", "leg.over"),
        ("base: standing\n  hold: {lower back: 20, left hand: left knee}", "arm.towards"),
    ],
)
def test_what_is_drawn_is_said_and_not_what_was_wanted(figure: str, key: str) -> None:
    assert key in [clause.key for clause in describe(pose_of(f"  {figure}\n"))]
