"""The way from start to hold: bones keep their lengths, what touches stays, nothing jumps; and the
files that tell of it are light and end in the very paths of the page."""

import gzip
import itertools
import json
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest

from supple.domain.anatomy import Spot
from supple.domain.body import Side
from supple.domain.pose import Pose
from supple.drawing import proportions as of
from supple.drawing.between import way
from supple.drawing.contact import heights
from supple.drawing.figure import Drawn, draw_scene, outline_of
from supple.drawing.habits import foot_of, hand_of
from supple.drawing.motion import LINE, OPEN, STRAIGHT, Numbers, movement_of, steps
from supple.drawing.scene import Scene, scene_of
from supple.drawing.shapes import Ink, Shape
from supple.drawing.skeleton import Body
from supple.drawing.space import Vector
from tests.drawing.library import REGIONS, poses
from tests.golden.data import load

POSES = {name: pose for name, pose in poses().items() if pose.hold}
CENTIMETRE = 1.0 / of.CENTIMETRES
STILL = (Spot.FLOOR, Spot.FLOOR_AHEAD, Spot.CHAIR, Spot.TABLE, Spot.WALL)

each_pose = pytest.mark.parametrize("name", POSES)


def scene(name: str) -> Scene:
    return scene_of(POSES[name])


@cache
def drawn(name: str) -> Drawn:
    return draw_scene(scene(name), REGIONS, POSES[name].felt or ())


@cache
def bodies(name: str) -> tuple[Body, ...]:
    return way(scene(name))


def bones(body: Body) -> dict[str, float]:
    found = {"neck": math.dist(body.spine[-1].at, body.throat)}
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        found |= {
            f"{side} thigh": math.dist(leg.hip, leg.knee),
            f"{side} shank": math.dist(leg.knee, leg.ankle),
            f"{side} foot": math.dist(leg.heel, leg.toe),
            f"{side} upper arm": math.dist(arm.shoulder, arm.elbow),
            f"{side} forearm": math.dist(arm.elbow, arm.wrist),
        }
    return found


def joints(body: Body) -> dict[str, Vector]:
    found = {"head": body.head, "pelvis": body.pelvis}
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        found |= {f"{side} knee": leg.knee, f"{side} ankle": leg.ankle, f"{side} toe": leg.toe}
        found |= {f"{side} elbow": arm.elbow, f"{side} wrist": arm.wrist, f"{side} tip": arm.tip}
    return found


def shared_feet(pose: Pose) -> Iterator[Side]:
    """The sides whose foot stands on the floor from start to hold."""
    for side in Side:
        at = foot_of(pose.start, side, pose.position)
        if at and at.spot is Spot.FLAT and at == foot_of(pose.shown, side, pose.position):
            yield side


@each_pose
def test_no_bone_changes_its_length(name: str) -> None:
    first, *others = (bones(body) for body in bodies(name))
    for other in others:
        assert other == pytest.approx(first, abs=1e-6)


@each_pose
def test_a_foot_that_stands_at_both_ends_stands_all_the_way(name: str) -> None:
    for side in shared_feet(POSES[name]):
        for body in bodies(name):
            assert heights(body)[f"{side} foot"] == pytest.approx(0.0, abs=CENTIMETRE)


def test_many_feet_stand_all_the_way() -> None:
    assert sum(len(list(shared_feet(pose))) for pose in POSES.values()) > 10


@each_pose
def test_a_hand_on_the_floor_or_on_furniture_stays_where_it_is(name: str) -> None:
    pose = POSES[name]
    for side in Side:
        at = hand_of(pose.start, side, pose.position)
        if at and at.spot in STILL and at == hand_of(pose.shown, side, pose.position):
            begun = bodies(name)[0].arms[side].wrist
            for body in bodies(name):
                assert math.dist(body.arms[side].wrist, begun) < 2 * CENTIMETRE


def resting(body: Body) -> dict[str, tuple[Vector, float]]:
    """Each part that can rest on the floor: where it is, and how high."""
    high = heights(body)
    found = {"pelvis": (body.pelvis, high["pelvis"])}
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        found[f"{side} foot"] = (leg.ankle, high[f"{side} foot"])
        found[f"{side} knee"] = (leg.knee, high[f"{side} knee"])
        found[f"{side} elbow"] = (arm.elbow, high[f"{side} elbow"])
        found[f"{side} hand"] = (arm.wrist, high[f"{side} hand"])
    return found


def at_both_ends(name: str) -> set[str]:
    """What rests on the floor, the step or furniture at the start and in the hold."""
    pose, (first, *_, last) = POSES[name], map(resting, bodies(name))
    found = {
        part for part in first if max(abs(first[part][1]), abs(last[part][1])) < 2.5 * CENTIMETRE
    }
    for side in Side:
        hand, foot = (
            {of(each, side, pose.position) for each in (pose.start, pose.shown)}
            for of in (hand_of, foot_of)
        )
        if len(hand) == 1 and (at := hand.pop()) and at.spot in (*STILL, Spot.FOREARM):
            found.add(f"{side} hand")
        if len(foot) == 1 and (at := foot.pop()) and at.spot in (Spot.FLAT, Spot.STEP):
            found.add(f"{side} foot")
    return found


@each_pose
def test_what_rests_at_both_ends_stays_where_it_is(name: str) -> None:
    """Nobody glides on what bears them. Hips roll a little on their round back."""
    first, *others = map(resting, bodies(name))
    for part in at_both_ends(name):
        far = max(math.dist(first[part][0], other[part][0]) for other in others)
        assert far < 4.5 * CENTIMETRE, (part, far / CENTIMETRE)


def test_much_rests() -> None:
    assert sum(len(at_both_ends(name)) for name in POSES) > 80


@each_pose
def test_nothing_goes_through_the_floor_on_the_way(name: str) -> None:
    first, *way, last = (heights(body) for body in bodies(name))
    for body in way:
        for part, height in body.items():
            assert height > min(0.0, first[part], last[part]) - 2 * CENTIMETRE, part


@each_pose
def test_nothing_jumps(name: str) -> None:
    """No joint goes much farther in one step than it does on the whole, or than its neighbours."""
    seen = [joints(body) for body in bodies(name)]
    for joint in seen[0]:
        gone = [math.dist(a[joint], b[joint]) for a, b in itertools.pairwise(seen)]
        assert max(gone) < 2.2 * sum(gone) / len(gone) + 0.03, (joint, gone)


def paths(drawn: Drawn) -> list[tuple[str, str]]:
    """The paths of the body in the page: what each is drawn with, and its outline."""
    body = re.search(r'<g class="body">(.*?)</g>', drawn.drawing.marks)
    assert body
    return re.findall(r'<path class="([^"]*)" d="([^"]*)"/>', body[1])


@each_pose
def test_the_last_picture_is_the_pages_own(name: str) -> None:
    picture = drawn(name)
    stills = paths(picture)
    movement = movement_of(scene(name), picture.strokes)
    made = [d for _, d in stills]
    assert movement.outlines
    for number, manner, told in movement.outlines:
        made[number] = joined(manner, pictures(told)[-1])
    for number, around in movement.rims:
        assert stills[number][0] == "rim"
        made[number] = "".join(made[each] for each in around)
    assert made == [d for _, d in stills]


@each_pose
def test_a_movement_is_light(name: str) -> None:
    text = movement_of(scene(name), drawn(name).strokes).as_json()
    assert len(gzip.compress(text.encode(), mtime=0)) < 4096
    outlines, rims = json.loads(text)
    assert all(len(told) == len(bodies(name)) for _, _, told in outlines)
    assert rims


@pytest.mark.parametrize("golden", load("movement.json"), ids=lambda each: each["paths"][0])
def test_outlines_are_told_and_joined_as_the_script_does(golden: dict[str, Any]) -> None:
    frames = [tuple(frame) for frame in golden["frames"]]
    assert [list(told) for told in steps(frames)] == golden["steps"]
    assert [joined(golden["manner"], frame) for frame in frames] == golden["paths"]


def pictures(told: Sequence[Numbers]) -> list[Numbers]:
    """What `steps` was made of."""
    last: Numbers = ()
    found = []
    for step in told:
        sums = (itertools.accumulate(step[axis::2]) for axis in (0, 1))
        moved = itertools.chain.from_iterable(zip(*sums, strict=True))
        before = last or (0,) * len(step)
        picture = tuple(a + b for a, b in zip(moved, before, strict=bool(step)))
        found.append(picture)
        last = picture or last
    return found


def joined(manner: int, flat: Numbers) -> str:
    ink = {OPEN: Ink.LINE, LINE: Ink.TOWEL}.get(manner, Ink.SKIN)
    points = tuple(zip(flat[::2], flat[1::2], strict=True))
    return outline_of(Shape(ink, points, curved=manner != STRAIGHT))
