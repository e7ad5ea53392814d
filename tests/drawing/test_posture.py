"""Postures: bones keep their lengths, bodies stand on the floor, hands are where they belong."""

import math
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.domain.body import Position, Side
from supple.domain.pose import ARM, LEG, RANGES, TRUNK, Contact, Joint, Limb, Posture, Prop, Spot
from supple.drawing import proportions as of
from supple.drawing.contact import centre_of_mass, heights
from supple.drawing.placing import Setting
from supple.drawing.posture import Solved, solve
from supple.drawing.scene import scene_of
from supple.drawing.skeleton import Body
from supple.drawing.space import turned
from tests.drawing.library import poses

POSES = poses()
CENTIMETRE = 1.0 / of.CENTIMETRES


def bones(body: Body) -> Iterator[tuple[str, float, float]]:
    """Each bone, its length, and the length that it should have."""
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        yield f"{side} thigh", math.dist(leg.hip, leg.knee), of.THIGH
        yield f"{side} shank", math.dist(leg.knee, leg.ankle), of.SHANK
        yield f"{side} upper arm", math.dist(arm.shoulder, arm.elbow), of.UPPER_ARM
        yield f"{side} forearm", math.dist(arm.elbow, arm.wrist), of.FOREARM


def angles(joints: tuple[Joint, ...]) -> st.SearchStrategy[dict[Joint, float]]:
    return st.fixed_dictionaries(
        {}, optional={joint: st.floats(RANGES[joint].least, RANGES[joint].most) for joint in joints}
    )


limbs = st.builds(Limb, angles(LEG)), st.builds(Limb, angles(ARM))
postures = st.builds(
    Posture,
    angles(TRUNK),
    st.dictionaries(st.sampled_from(Side), limbs[0]),
    st.dictionaries(st.sampled_from(Side), limbs[1]),
)
settings_of = st.builds(Setting, st.sampled_from(Position))


def solved(position: Position, posture: Posture = Posture(), *props: Prop) -> Solved:  # noqa: B008
    return solve(posture, Setting(position, props))


@settings(max_examples=150, deadline=None)
@given(postures, settings_of)
def test_every_posture_within_the_ranges_has_whole_bones(
    posture: Posture, setting: Setting
) -> None:
    for bone, length, wanted in bones(solve(posture, setting).body):
        assert length == pytest.approx(wanted, abs=1e-6), bone


@pytest.mark.parametrize("name", POSES)
def test_no_bone_of_the_library_changes_its_length_on_the_way(name: str) -> None:
    for body in scene_of(POSES[name]).bodies:
        for bone, length, wanted in bones(body):
            assert length == pytest.approx(wanted, abs=1e-6), bone


@pytest.mark.parametrize("name", POSES)
def test_the_library_can_be_done(name: str) -> None:
    assert scene_of(POSES[name]).shortfalls == ()


@pytest.mark.parametrize(
    ("position", "props"), [(each, ()) for each in Position] + [(Position.SEATED, (Prop.CHAIR,))]
)
def test_a_position_without_words_rests_on_the_floor(
    position: Position, props: tuple[Prop, ...]
) -> None:
    found = solved(position, Posture(), *props)
    assert found.shortfalls == ()
    lowest = min(heights(found.body).values())
    assert lowest == pytest.approx(0.0, abs=2 * CENTIMETRE)


@settings(max_examples=60, deadline=None)
@given(angles((Joint.LOWER_BACK, Joint.UPPER_BACK, Joint.NECK)), st.floats(0, 60))
def test_who_stands_has_the_weight_over_the_feet(trunk: dict[Joint, float], hip: float) -> None:
    legs = {side: Limb({Joint.HIP: hip}) for side in Side}
    body = solved(Position.STANDING, Posture(trunk, legs)).body
    ahead = centre_of_mass(body)[0] - body.legs[Side.RIGHT].ankle[0]
    # Between heel and toes; most bends can be balanced over the middle of the foot.
    assert -0.04 < ahead < 0.11


@settings(max_examples=60, deadline=None)
@given(st.floats(40, 95), st.sampled_from([Position.SUPINE, Position.SEATED]))
def test_a_flat_foot_is_flat_and_on_the_floor(knee: float, position: Position) -> None:
    leg = Limb({Joint.KNEE: knee}, Contact(Spot.FLAT))
    body = solved(position, Posture(legs=dict.fromkeys(Side, leg))).body
    for side in Side:
        found = body.legs[side]
        assert found.ankle[1] == pytest.approx(of.FOOT_HEIGHT, abs=CENTIMETRE)
        assert turned(found.foot, (1.0, 0.0, 0.0))[1] == pytest.approx(0.0, abs=0.02)


def test_a_hand_that_cannot_reach_says_by_how_much() -> None:
    arms = {Side.RIGHT: Limb({}, Contact(Spot.FOOT))}
    (short,) = solved(Position.STANDING, Posture(arms=arms)).shortfalls
    assert (short.what, short.part, short.place) == ("reach", "right hand", "foot")
    body = solved(Position.STANDING, Posture(arms=arms)).body
    missing = math.dist(body.arms[Side.RIGHT].wrist, body.legs[Side.RIGHT].ankle)
    assert short.by == pytest.approx(missing, abs=6 * CENTIMETRE)


def test_a_limb_below_the_floor_says_so() -> None:
    legs = {Side.RIGHT: Limb({Joint.HIP: 30.0, Joint.KNEE: 140.0, Joint.ANKLE: 0.0})}
    found = solved(Position.SUPINE, Posture(legs=legs)).shortfalls
    assert ("floor", "right foot") in [(short.what, short.part) for short in found]
    assert all(short.by > 1.5 * CENTIMETRE for short in found)


def test_hands_on_the_floor_stay_where_they_are() -> None:
    """Who sits back on the heels leaves the hands where they were."""
    bodies = scene_of(POSES["rock-forward"]).bodies
    for side in Side:
        assert math.dist(bodies[0].arms[side].wrist, bodies[-1].arms[side].wrist) < CENTIMETRE


def test_an_ankle_crosses_to_the_other_knee() -> None:
    body = scene_of(POSES["seated-figure-four"]).bodies[-1]
    ankle, knee = body.legs[Side.RIGHT].ankle, body.legs[Side.LEFT].knee
    assert math.dist(ankle, knee) < 14 * CENTIMETRE
    assert ankle[1] > knee[1]


def test_a_knee_that_falls_out_leaves_its_foot() -> None:
    bodies = scene_of(POSES["single-knee-drop"]).bodies
    before, after = (body.legs[Side.RIGHT] for body in (bodies[0], bodies[-1]))
    assert math.dist(before.ankle, after.ankle) < CENTIMETRE
    assert after.knee[2] > before.knee[2] + 10 * CENTIMETRE
