"""What falls short in a figure is told in people's words, at the line that says it."""

import pytest

from supple.domain.pose import Felt
from supple.domain.problem import Severity
from supple.drawing.figure import draw
from supple.drawing.judging import judged
from supple.drawing.posture import Shortfall
from tests.drawing.library import REGIONS, pose_of
from tests.told import told

FIGURE = """\
  start:
    legs: {knee: 75, foot: flat}
  hold:
    right leg: {hip: 122, knee: 128}
    hands: right shin
  feel: [lower back]
  arrow: right knee
"""


@pytest.mark.parametrize(
    ("short", "place", "said"),
    [
        (
            Shortfall("reach", "right hand", "left shin", 0.081),
            "12:12",
            "the right hand stops 14 cm short of the left shin",
        ),
        (
            Shortfall("reach", "left hand", "behind thigh", 0.02),
            "12:12",
            "the left hand stops 3 cm short of the back of the thigh",
        ),
        (
            Shortfall("reach", "left hand", "forearm", 0.02),
            "12:12",
            "the left forearm stops 3 cm short of the floor",
        ),
        (
            Shortfall("floor", "left foot", "", 0.031),
            "9:11",
            "the left foot is 5 cm below the floor",
        ),
        (
            Shortfall("floor", "right shank", "", 0.05),
            "11:16",
            "the right lower leg is 8 cm below the floor",
        ),
        (Shortfall("floor", "thorax", "", 0.02), "11:5", "the chest is 3 cm below the floor"),
        (Shortfall("arrow", "arrow", "", 0.0), "14:10", "the arrow runs through the body"),
        (
            Shortfall("still", "left knee", "right foot, right knee, head", 0.0),
            "14:10",
            "the arrow follows the left knee, which doesn’t move",
        ),
        (
            Shortfall("hidden", "left knee", "right foot", 0.2),
            "14:10",
            "the left knee can’t be seen to move from this side, so it has no arrow",
        ),
        (
            Shortfall("felt", "buttocks", "", 0.0),
            "13:9",
            "buttocks can’t be seen from this side",
        ),
    ],
    ids=lambda value: value.what if isinstance(value, Shortfall) else None,
)
def test_a_shortfall_is_told_at_its_line(short: Shortfall, place: str, said: str) -> None:
    (problem,) = judged(pose_of(FIGURE), [short])
    assert f"{problem.place.line}:{problem.place.column}" == place
    assert problem.message == f"figure: {said}"
    assert problem.severity is Severity.WARNING
    assert problem.hint


def test_both_hands_are_told_as_one() -> None:
    short = [Shortfall("reach", f"{side} hand", "right shin", by) for side, by in HANDS.items()]
    (problem,) = judged(pose_of(FIGURE), short)
    assert problem.message == "figure: the hands stop 14 cm short of the right shin"
    assert f"{problem.place.line}:{problem.place.column}" == "12:12"
    forearms = [Shortfall("reach", f"{side} hand", "forearm", by) for side, by in HANDS.items()]
    (problem,) = judged(pose_of(FIGURE), forearms)
    assert problem.message == "figure: the forearms stop 14 cm short of the floor"


HANDS = {"left": 0.06, "right": 0.081}


def floor(part: str, by: float) -> Shortfall:
    return Shortfall("floor", part, "", by)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([floor("left shank", 0.18)], ""),
        ([floor("right foot", 0.03)], "; so is the right foot"),
        (
            [floor("right foot", 0.03), floor("right shank", 0.02), floor("thorax", 0.02)],
            "; so are the right foot and the chest",
        ),
    ],
)
def test_all_that_is_below_the_floor_is_one_problem(others: list[Shortfall], said: str) -> None:
    (problem,) = judged(pose_of(FIGURE), [*others, floor("left foot", 0.20)])
    assert problem.message == f"figure: the left foot is 34 cm below the floor{said}"
    assert problem.hint.endswith("left foot: flat")


@pytest.mark.parametrize(
    ("base", "hand", "place", "hint"),
    [
        ("supine", "left hand", "right shin", "right leg: {hip: 120, knee: 130}"),
        ("seated", "left hand", "right shin", "a nearer place: right knee"),
        ("supine", "left hand", "ankle", "left leg: {hip: 120, knee: 130}"),
        ("supine", "left hand", "behind right thigh", "right leg: {hip: 110}"),
        ("standing", "right hand", "foot", "right leg: {knee: 150}"),
        ("standing", "right hand", "chair", "legs: {hip: 80}"),
        ("prone", "right hand", "forearm", "hands: floor"),
    ],
)
def test_the_hint_says_which_joint_to_bend(base: str, hand: str, place: str, hint: str) -> None:
    pose = pose_of(f"  base: {base}\n")
    (problem,) = judged(pose, [Shortfall("reach", hand, place, 0.1)])
    assert hint in problem.hint


def test_real_figures_are_judged() -> None:
    behind = pose_of("  view: front\n  start: {legs: {knee: 75, foot: flat}}\n")
    seen = draw(behind, REGIONS, [Felt("upper back")])
    assert told(judged(behind, seen.shortfalls)).startswith(
        "pose.md:8:3  warning  figure: upper back can’t be seen from this side"
    )


def test_a_hint_that_makes_it_worse_is_not_given() -> None:
    lunge = pose_of(
        "  base: standing\n"
        "  start: {left leg: {hip: 40, knee: 50, foot: flat}, right leg: {hip: -15, foot: flat}}\n"
        "  hold: {left leg: {hip: 60, knee: 70, foot: flat}, left hand: left knee}\n"
    )
    (problem,) = judged(lunge, draw(lunge, REGIONS).shortfalls)
    assert "hip: 120" not in problem.hint
    assert "round the back" in problem.hint
