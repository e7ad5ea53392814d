"""Turns in space: the signs that every pose rests on."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.drawing import space
from supple.drawing.space import Rotation, Vector

AHEAD, UP, RIGHT = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
DOWN = (0.0, -1.0, 0.0)
degrees = st.floats(-180, 180)
turns = st.builds(
    lambda a, b, c: space.then(space.pitch(a), space.then(space.roll(b), space.yaw(c))),
    degrees,
    degrees,
    degrees,
)
vectors = st.tuples(*(st.floats(-2, 2),) * 3)


def near(a: Vector, b: Vector) -> bool:
    return math.dist(a, b) < 1e-9


def test_pitch_lifts_what_hangs_down_forward() -> None:
    assert near(space.turned(space.pitch(90), DOWN), AHEAD)


def test_roll_leans_to_the_right() -> None:
    assert near(space.turned(space.roll(90), UP), RIGHT)


def test_yaw_turns_to_the_left() -> None:
    assert near(space.turned(space.yaw(90), RIGHT), AHEAD)


@given(turns, vectors)
def test_a_turn_keeps_lengths_and_goes_back(turn: Rotation, vector: Vector) -> None:
    carried = space.turned(turn, vector)
    assert space.length(carried) == pytest.approx(space.length(vector), abs=1e-9)
    assert math.dist(space.turned_back(turn, carried), vector) < 1e-9
    assert math.dist(space.turned(space.inverse(turn), carried), vector) < 1e-9


@given(turns, turns, vectors)
def test_turns_follow_one_another(first: Rotation, second: Rotation, vector: Vector) -> None:
    together = space.turned(space.then(first, second), vector)
    assert math.dist(together, space.turned(first, space.turned(second, vector))) < 1e-9


@given(turns, turns, st.floats(0, 1), vectors)
def test_a_blend_is_a_turn_between_the_two(
    first: Rotation, second: Rotation, share: float, vector: Vector
) -> None:
    blended = space.turned(space.blend(first, second, share), vector)
    assert space.length(blended) == pytest.approx(space.length(vector), abs=1e-6)


@given(turns, turns)
def test_a_blend_begins_and_ends_where_it_should(first: Rotation, second: Rotation) -> None:
    for share, wanted in ((0.0, first), (1.0, second)):
        blended = space.blend(first, second, share)
        for axis in (AHEAD, UP, RIGHT):
            apart = math.dist(space.turned(blended, axis), space.turned(wanted, axis))
            assert apart < 1e-3


def test_the_frame_of_a_bone_points_down_along_it() -> None:
    frame = space.frame((1.0, -1.0, 0.0), AHEAD)
    assert near(space.turned(frame, DOWN), space.unit((1.0, -1.0, 0.0)))
    assert space.dot(space.turned(frame, AHEAD), AHEAD) > 0.7
