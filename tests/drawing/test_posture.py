"""Postures: bones keep their lengths, bodies stand on the floor, hands are where they belong."""

import math
import textwrap
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.domain.anatomy import ARM, LEG, RANGES, TRUNK, Joint, Prop, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Limb, Posture
from supple.drawing import proportions as of
from supple.drawing.between import way
from supple.drawing.contact import centre_of_mass, heights
from supple.drawing.judging import judged
from supple.drawing.placing import Setting
from supple.drawing.posture import Solved, solve
from supple.drawing.scene import Scene, scene_of
from supple.drawing.skeleton import Body
from supple.drawing.space import turned
from tests.drawing.library import pose_of, poses

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
    bodies = scene_of(POSES["rock-forward-and-back"]).bodies
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


WALL_CALF = """\
base: standing
start: {hands: wall}
hold: {left leg: {hip: 25, knee: 35, foot: flat}, right leg: {hip: -20, knee: 0, foot: flat}}
arrow: hips
props: [wall]
"""
STRIDES = {
    "calf at a wall": WALL_CALF,
    "calf, the front hip unsaid": """\
base: standing
start: {hands: wall}
hold: {left leg: {knee: 40, foot: flat}, right leg: {hip: -20, foot: flat}}
props: [wall]
""",
    "calf, in a stride from the start": """\
base: standing
start: {left leg: {hip: 20, knee: 15, foot: flat}, right leg: {hip: -18, foot: flat}, hands: wall}
hold: {left leg: {hip: 30, knee: 45, foot: flat}, right leg: {hip: -22, knee: 0, foot: flat}}
props: [wall]
""",
    "front of the hip, a hand on a chair": """\
base: standing
start: {left hand: chair}
hold: {left leg: {knee: 50, foot: flat}}
props: [chair]
""",
    "lunge": """\
base: standing
start: {hands: hip}
hold: {left leg: {hip: 60, knee: 65, foot: flat}, right leg: {hip: -20, knee: 20, foot: flat}}
""",
    "one leg behind": """\
base: standing
hold: {right leg: {hip: -20, foot: flat}}
""",
    "to the side": """\
base: standing
hold: {right leg: {out: 30, foot: flat}, left leg: {out: 20, hip: 50, knee: 70, foot: flat}}
""",
}


def scene_of_lines(figure: str) -> Scene:
    return scene_of(pose_of(textwrap.indent(figure, "  ")))


@pytest.mark.parametrize("name", STRIDES)
def test_both_feet_of_a_stride_stand_where_they_stand(name: str) -> None:
    scene = scene_of_lines(STRIDES[name])
    assert scene.shortfalls == ()
    first, last = scene.bodies[0], scene.bodies[-1]
    assert math.dist(last.legs[Side.LEFT].ankle, last.legs[Side.RIGHT].ankle) > 25 * CENTIMETRE
    for side in Side:
        assert heights(last)[f"{side} foot"] == pytest.approx(0.0, abs=CENTIMETRE)
        assert turned(last.legs[side].foot, (1.0, 0.0, 0.0))[1] == pytest.approx(0.0, abs=0.02)
        assert math.dist(first.legs[side].ankle, last.legs[side].ankle) < 4 * CENTIMETRE


def test_the_wall_stands_still_before_the_toes_and_the_hands_stay_on_it() -> None:
    bodies = way(scene_of_lines(WALL_CALF))
    for side in Side:
        places = [body.arms[side].wrist for body in bodies]
        assert max(math.dist(places[-1], place) for place in places) < CENTIMETRE
        assert all(body.legs[side].toe[0] < places[-1][0] + 0.005 for body in bodies)


def test_the_leg_behind_is_straight_and_the_trunk_upright() -> None:
    body = scene_of_lines(WALL_CALF).bodies[-1]
    front, behind = body.legs[Side.LEFT], body.legs[Side.RIGHT]
    assert front.ankle[0] > behind.ankle[0] + 20 * CENTIMETRE
    assert math.dist(behind.hip, behind.ankle) == pytest.approx(of.THIGH + of.SHANK, abs=1e-3)
    assert abs(body.spine[-1].at[0] - body.pelvis[0]) < 4 * CENTIMETRE


def test_a_leg_too_short_for_the_floor_says_by_how_much() -> None:
    found = scene_of_lines(
        "base: standing\n"
        "hold: {left leg: {hip: 20, knee: 110, foot: flat},"
        " right leg: {hip: 0, knee: 0, foot: flat}}\n"
    )
    (short,) = found.shortfalls
    assert (short.what, short.part, short.place) == ("reach", "left foot", "floor")
    assert short.by == pytest.approx(heights(found.bodies[-1])["left foot"], abs=CENTIMETRE)


@pytest.mark.parametrize("base", ["standing", "seated"])
def test_a_head_that_no_position_brings_to_the_floor_says_so(base: str) -> None:
    pose = pose_of(f"  base: {base}\n  hold:\n    head: floor\n")
    scene = scene_of(pose)
    assert scene.bodies[-1].head[1] > scene.bodies[-1].pelvis[1] + 30 * CENTIMETRE
    (problem,) = judged(pose, scene.shortfalls)
    assert "the head stops" in problem.message
    assert problem.place.line == pose.origin.at("hold", "head").line


def test_who_steps_up_stands_on_the_step_that_the_foot_was_on() -> None:
    scene = scene_of_lines(
        "base: standing\n"
        "start: {right leg: {hip: 60, knee: 70, foot: step}}\n"
        "hold: {right leg: {hip: 5, knee: 5, foot: step}, left leg: {hip: 0, knee: 10}}\n"
    )
    first, last = scene.bodies[0], scene.bodies[-1]
    assert math.dist(first.legs[Side.RIGHT].ankle, last.legs[Side.RIGHT].ankle) < CENTIMETRE
    assert heights(first)["left foot"] == pytest.approx(0.0, abs=CENTIMETRE)
    assert heights(last)["right foot"] == pytest.approx(scene.setting.step, abs=CENTIMETRE)
    assert last.pelvis[1] > first.pelvis[1] + 15 * CENTIMETRE


def test_who_cannot_reach_a_chair_upright_leans_and_does_not_slide() -> None:
    scene = scene_of(POSES["chair-supported-hip-hinge"])
    first, last = scene.bodies[0], scene.bodies[-1]
    for side in Side:
        assert math.dist(first.arms[side].wrist, last.arms[side].wrist) < CENTIMETRE
        assert math.dist(first.legs[side].ankle, last.legs[side].ankle) < CENTIMETRE


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("part", ["leg: {hip: -10}", "arm: {shoulder: 120}", "leg: {knee: 20}"])
def test_who_lies_on_a_side_lies_on_the_one_that_is_not_named(side: Side, part: str) -> None:
    for posture in ("start", "hold"):
        scene = scene_of_lines(f"base: side-lying\n{posture}: {{{side} {part}}}\n")
        body = scene.bodies[-1]
        assert scene.working is side
        assert body.legs[side].hip[1] > body.legs[side.other].hip[1]
        # One sees the face, whichever side it is.
        assert scene.camera.depth(turned(body.pelvis_frame, (1.0, 0.0, 0.0))) > 0.9


def test_a_head_tilts_without_the_trunk() -> None:
    for word, sign in (("left", -1), ("right", 1)):
        upright, tilted = scene_of_lines(
            f"base: standing\nhold: {{head tilt: 35 {word}}}\n"
        ).bodies[::6]
        assert tilted.spine[-1].at == pytest.approx(upright.spine[-1].at, abs=CENTIMETRE)
        across, up, _ = turned(tilted.head_frame, (0.0, 0.0, 1.0))[::-1]
        assert tilted.head[2] * sign > 3 * CENTIMETRE
        assert math.degrees(math.atan2(-up, across)) * sign == pytest.approx(35, abs=6)


@pytest.mark.parametrize(
    "hold",
    [
        "{left leg: {hip: 75, knee: 80, foot: flat}, right leg: {hip: -15, foot: toes}}",
        "{left leg: {hip: 40, knee: 40, foot: flat},"
        " right leg: {hip: -20, knee: 25, foot: toes}, left hand: chair}",
        "{feet: toes}",
    ],
)
def test_a_heel_rises_over_toes_that_stay(hold: str) -> None:
    scene = scene_of_lines(f"base: standing\nhold: {hold}\n")
    assert scene.shortfalls == ()
    first, *_, last = bodies = way(scene)
    assert last.legs[Side.RIGHT].heel[1] > first.legs[Side.RIGHT].heel[1] + 8 * CENTIMETRE
    for body in bodies:
        toe = body.legs[Side.RIGHT].toe
        assert heights(body)["right foot"] == pytest.approx(0.0, abs=CENTIMETRE)
        assert math.dist(toe, last.legs[Side.RIGHT].toe) < 2 * CENTIMETRE
