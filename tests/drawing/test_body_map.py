"""Both sides of a body: every region can be pointed at, with a finger."""

import re
from collections import Counter

from supple.domain.anatomy import Region
from supple.drawing.body_map import BACK, FINGER, FRONT, body_sides


def test_every_region_is_on_one_side() -> None:
    regions = Counter(zone.region for side in body_sides() for zone in side.zones)
    assert regions == Counter(Region)


def test_every_region_can_be_seen_and_touched() -> None:
    for side in body_sides():
        x, y, width, height = side.box
        for zone in side.zones:
            assert zone.patches, zone.region
            assert len(zone.patches) == len(zone.touch)
            for left, top, wide, high in zone.touch:
                assert (wide, high) >= FINGER
                assert x <= left + wide / 2 <= x + width
                assert y <= top + high / 2 <= y + height


def test_what_has_sides_has_two_patches_each_on_its_own() -> None:
    back, front = body_sides()
    numbers = {zone.region: len(zone.patches) for zone in (*back.zones, *front.zones)}
    single = {region for region, number in numbers.items() if number == 1}
    assert single == {
        Region.NECK,
        Region.UPPER_BACK,
        Region.LOWER_BACK,
        Region.CHEST,
        Region.STOMACH,
    }
    assert set(numbers.values()) == {1, 2}
    assert numbers.keys() == {*BACK, *FRONT}


def test_the_body_is_painted_in_the_inks_of_figures() -> None:
    for side in body_sides():
        inks = set(re.findall(r'class="(\w+)"', side.marks))
        assert {"rim", "skin", "shirt", "trousers", "hair"} <= inks


def test_the_two_sides_are_a_back_and_a_front() -> None:
    back, front = body_sides()
    assert [back.name, front.name] == ["back", "front"]
    assert "eye" not in back.marks
    assert "eye" in front.marks
