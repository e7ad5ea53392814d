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


def test_of_a_limb_below_the_floor_the_lowest_part_is_told() -> None:
    both = [Shortfall("floor", "left foot", "", 0.20), Shortfall("floor", "left shank", "", 0.18)]
    other = Shortfall("floor", "right foot", "", 0.03)
    assert [each.message for each in judged(pose_of(FIGURE), [*both, other])] == [
        "figure: the left foot is 34 cm below the floor",
        "figure: the right foot is 5 cm below the floor",
    ]


def test_real_figures_are_judged() -> None:
    behind = pose_of("  view: front\n  start: {legs: {knee: 75, foot: flat}}\n")
    seen = draw(behind, REGIONS, [Felt("upper back")])
    assert told(judged(behind, seen.shortfalls)).startswith(
        "pose.md:8:3  warning  figure: upper back can’t be seen from this side"
    )
