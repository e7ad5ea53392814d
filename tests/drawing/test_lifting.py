"""Who lies, kneels or is on hands and knees stays where the body is borne; what is named moves."""

import math

import pytest

from supple.domain.body import Side
from supple.drawing.contact import heights
from supple.drawing.figure import draw
from supple.drawing.scene import Scene, scene_of
from tests.drawing.library import REGIONS, pose_of

ON_FLOOR = 0.02


def scene(figure: str) -> Scene:
    return scene_of(pose_of(figure))


def held(figure: str) -> dict[str, float]:
    """How high each part is in the hold."""
    return dict(heights(scene(figure).bodies[-1]))


@pytest.mark.parametrize("hip", [-10, -15, -20])
def test_a_leg_lifts_behind_one_who_lies_on_the_front(hip: int) -> None:
    height = held(f"  base: prone\n  hold: {{right leg: {{hip: {hip}, knee: 0}}}}\n")
    assert min(height.values()) > -ON_FLOOR
    assert height["right foot"] > height["left foot"] + 0.03
    assert all(height[part] < ON_FLOOR for part in ("pelvis", "left knee", "head"))


def test_both_legs_lift_unless_the_hands_push_the_chest_up() -> None:
    lifted = held("  base: prone\n  hold: {legs: {hip: -15, knee: 0}}\n")
    assert lifted["left knee"] > ON_FLOOR
    pushed = held(
        "  base: prone\n  hold: {legs: {hip: -14}, lower back: -35, upper back: -24,"
        " hands: floor}\n"
    )
    assert pushed["left knee"] < ON_FLOOR


BRIDGE = """\
  base: supine
  start: {legs: {hip: 50, knee: 100, foot: flat}}
  hold: {@}
  arrow: hips
"""


@pytest.mark.parametrize(
    "hold",
    [
        "legs: {hip: 0, knee: 90, foot: flat}",
        "legs: {hip: 0}",
        "right leg: {hip: 0, foot: flat}, left leg: {hip: 0, knee: 0}",
    ],
)
def test_hips_lift_over_feet_that_stay(hold: str) -> None:
    figure = BRIDGE.replace("@", hold)
    shown = scene(figure)
    first, last = shown.bodies[0], shown.bodies[-1]
    height = heights(last)
    assert height["pelvis"] > 0.05
    assert height["thorax"] < ON_FLOOR
    assert height["head"] < ON_FLOOR
    assert math.dist(first.legs[Side.RIGHT].ankle, last.legs[Side.RIGHT].ankle) < 0.004
    assert shown.ends[-1].angles.legs[Side.RIGHT].hip == pytest.approx(0.0, abs=2.0)
    drawn = draw(pose_of(figure), REGIONS)
    assert not drawn.shortfalls
    assert 'class="arrow"' in drawn.drawing.marks


HALF_KNEELING = """\
  base: kneeling
  start: {left leg: {hip: 90, knee: 90, foot: flat}}
  hold: {@}
"""


@pytest.mark.parametrize(
    "hold",
    [
        "right leg: {hip: -20}",
        "left leg: {hip: 90, knee: 120, foot: flat}, right leg: {hip: -25, knee: 60}",
    ],
)
def test_hips_go_forward_over_the_front_foot(hold: str) -> None:
    shown = scene(HALF_KNEELING.replace("@", hold))
    first, last = shown.bodies[0], shown.bodies[-1]
    assert last.pelvis[0] > first.pelvis[0] + 0.05
    assert abs(shown.ends[-1].body.spine[-1].at[0] - last.pelvis[0]) < 0.06  # upright
    assert math.dist(first.legs[Side.LEFT].ankle, last.legs[Side.LEFT].ankle) < 0.004
    assert min(heights(last).values()) > -ON_FLOOR


def test_the_other_knee_and_hand_of_a_bird_dog_stay_down() -> None:
    shown = scene(
        "  base: hands-and-knees\n"
        "  hold: {right leg: {hip: 0, knee: 0}, left arm: {shoulder: 170}}\n"
    )
    first, last = shown.bodies[0], shown.bodies[-1]
    assert not shown.shortfalls
    assert math.dist(first.legs[Side.LEFT].knee, last.legs[Side.LEFT].knee) < 0.004
    assert math.dist(first.arms[Side.RIGHT].wrist, last.arms[Side.RIGHT].wrist) < 0.004
    height = heights(last)
    assert height["right foot"] > 0.09
    assert height["left hand"] > 0.15


@pytest.mark.parametrize(
    ("figure", "flat"),
    [
        ("base: supine\n  start: {@}\n  hold: {right leg: {hip: 30, knee: 60}}", True),
        ("base: supine\n  start: {@}\n  hold: {right leg: {knee: 70}}", True),
        ("base: supine\n  start: {@}\n  hold: {right leg: {hip: 122, knee: 128}}", False),
        ("base: supine\n  start: {@}\n  hold: {right leg: {knee: 0}}", False),
        ("base: supine\n  start: {@}\n  hold: {right leg: {ankle: 20}}", False),
        ("base: seated\n  start: {@}\n  hold: {right leg: {knee: 0}}\n  props: [chair]", False),
        ("base: standing\n  start: {feet: flat}\n  hold: {right leg: {hip: 90}}", False),
    ],
)
def test_a_flat_foot_stays_flat_unless_the_hold_lifts_it(figure: str, flat: bool) -> None:
    pose = pose_of(f"  {figure.replace('@', 'legs: {knee: 75, foot: flat}')}\n")
    assert (pose.shown.legs[Side.RIGHT].at is not None) is flat


def test_a_turn_of_the_head_has_its_arrow_or_a_warning() -> None:
    figure = "  base: seated\n  view: front\n  hold: {head turn: @ right}\n  arrow: head\n"
    turned = draw(pose_of(figure.replace("@", "60")), REGIONS)
    assert 'class="arrow"' in turned.drawing.marks
    (short,) = draw(pose_of(figure.replace("@", "10")), REGIONS).shortfalls
    assert (short.what, short.part) == ("hidden", "head")
