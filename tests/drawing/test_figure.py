"""Figures: the same pose gives the same bytes, in whole numbers, light enough for a page."""

import gzip
import re
import statistics
from dataclasses import replace
from pathlib import Path

import pytest

from supple.domain.anatomy import Part, Region
from supple.domain.body import Side
from supple.domain.pose import Felt, Mark, View
from supple.drawing.camera import Camera
from supple.drawing.figure import Drawn, draw
from supple.drawing.layers import painted_order
from supple.drawing.parts import parts_of
from supple.drawing.scene import scene_of
from supple.drawing.shapes import Ink
from tests.drawing.goldens import NAMES, goldens
from tests.drawing.library import REGIONS, pose_of, poses

POSES = poses()
INKS = {ink.value for ink in Ink} | {
    *("rim", "ghost", "arrow", "arrow-head", "body", "far", "lit"),
    *("prop", "sheet", "pillow", "mat", "floor", "shade"),
}


def drawn(name: str) -> Drawn:
    return draw(POSES[name], REGIONS)


@pytest.mark.parametrize("name", POSES)
def test_a_figure_is_well_drawn(name: str) -> None:
    assert drawn(name) == drawn(name)
    assert drawn(name).shortfalls == ()
    drawing = drawn(name).drawing
    assert set(re.findall(r'class="([^"]+)"', drawing.marks)) <= {
        *INKS,
        *(f"{ink} far" for ink in INKS),
        "prop lit",
        "sheet lit",
    }
    # Whole numbers only, and nothing outside the view box by more than half a rim.
    assert not re.search(r"\d\.\d|nan|inf|e-", drawing.marks)
    assert ('class="felt"' in drawing.marks) == (POSES[name].felt != ())
    assert ('class="arrow"' in drawing.marks) == (POSES[name].arrow is not None)


def test_figures_are_light() -> None:
    sizes = [len(gzip.compress(drawn(name).drawing.marks.encode(), mtime=0)) for name in POSES]
    assert statistics.median(sizes) < 4096
    assert max(sizes) < 4600


@pytest.mark.parametrize(("path", "text"), goldens().items(), ids=NAMES)
def test_a_golden_figure_keeps_its_bytes(path: Path, text: str) -> None:
    """After a wanted change, look at the new picture, and write it: `make figures`."""
    assert path.is_file(), f"{path.name} is missing: make figures writes it"
    assert path.read_text(encoding="utf-8") == text


def test_one_looks_from_the_side_that_works() -> None:
    right = POSES["single-knee-to-chest"]
    left = pose_of(
        "  start:\n    legs: {knee: 75, foot: flat}\n"
        "  hold:\n    left leg: {hip: 122, knee: 128}\n    hands: left shin\n"
    )
    assert scene_of(right).camera == Camera(0.0, 0.0)
    assert scene_of(left).camera == Camera(180.0, 0.0)
    assert (draw(right, REGIONS).drawing.side, draw(left, REGIONS).drawing.side) == (
        Side.RIGHT,
        Side.LEFT,
    )


def test_the_near_leg_hides_the_trunk_and_the_far_leg_does_not() -> None:
    scene = scene_of(POSES["seated-knee-hug"])
    parts = painted_order(scene.camera, parts_of(scene.camera, scene.bodies[-1], scene.manner))
    order = [(part.name, part.side) for part in parts]
    trunk = order.index(("trunk", None))
    assert order.index(("thigh", Side.RIGHT)) > trunk > order.index(("thigh", Side.LEFT))


def test_a_crossed_shank_lies_over_the_other_thigh() -> None:
    scene = scene_of(POSES["seated-figure-four"])
    parts = painted_order(scene.camera, parts_of(scene.camera, scene.bodies[-1], scene.manner))
    order = [(part.name, part.side) for part in parts]
    assert order.index(("shank", Side.RIGHT)) > order.index(("thigh", Side.LEFT))


def test_what_cannot_be_seen_is_told() -> None:
    pose = replace(POSES["standing-forward-bend"], felt=(Felt("stomach"), Felt("inner thigh")))
    front = replace(pose, view=View(90.0, 0.0), hold=None, arrow=None, felt=(Felt("chest"),))
    assert [short.place or short.part for short in draw(front, REGIONS).shortfalls] == ["chest"]


def test_a_target_without_a_region_is_not_drawn() -> None:
    pose = replace(POSES["cat-and-camel"], felt=(Felt("calm"),))
    assert 'class="felt"' not in draw(pose, {}).drawing.marks


def test_an_arrow_follows_its_part() -> None:
    """The head goes down and forward in a forward bend, and so does its arrow."""
    pose = replace(POSES["standing-forward-bend"], arrow=Mark(Part.HEAD))
    found = re.search(
        r'class="arrow-head" d="M(-?\d+)[ ]?(-?\d+)', draw(pose, REGIONS).drawing.marks
    )
    start = re.search(r'class="arrow" d="M(-?\d+)[ ]?(-?\d+)', draw(pose, REGIONS).drawing.marks)
    assert found is not None
    assert start is not None
    assert int(found[1]) > int(start[1])
    assert int(found[2]) > int(start[2])


@pytest.mark.parametrize("region", Region)
def test_every_region_can_be_seen_from_somewhere(region: Region) -> None:
    pose = pose_of("  base: standing\n  start: {legs: {out: 20}, arms: {out: 30}}\n")
    word = region.value.replace("-", " ")
    seen = [
        'class="felt"'
        in draw(replace(pose, view=View(azimuth, 0), felt=(Felt(word),)), REGIONS).drawing.marks
        for azimuth in (0, 90, 180, -90, -45)
    ]
    assert any(seen)
