"""How to come from one position into the next."""

from pathlib import Path

import pytest

from supple.domain.body import Position
from supple.domain.routine import Room
from supple.rendering import addresses
from supple.rendering.paper.moving import how_to_get_up, how_to_move
from supple.rendering.views.cards import cards_page
from supple.rendering.views.desk import Desk
from tests.guides import ROUTINE, STRETCH
from tests.rendering.sites import SAY, read

FLOOR = (Room.FLOOR,)
BED = (Room.BED,)


@pytest.mark.parametrize(
    ("before", "here", "place", "said"),
    [
        (None, Position.SUPINE, BED, "Start: Lying on your back."),
        (None, Position.STANDING, FLOOR, "Start: Standing."),
        (None, Position.SUPINE, FLOOR, "Kneel down, then sit to one side. Lie on your back."),
        (None, Position.SUPINE, (Room.FLOOR, Room.BED), "Kneel down, then sit"),
        (Position.SUPINE, Position.SUPINE, FLOOR, ""),
        (Position.SUPINE, Position.PRONE, FLOOR, "Roll over. Lie on your front."),
        (Position.SUPINE, Position.STANDING, FLOOR, "Roll onto one side and push up"),
        (Position.PRONE, Position.HANDS_AND_KNEES, FLOOR, "Push up with your hands."),
        (Position.PRONE, Position.SEATED, FLOOR, "Push up onto hands and knees first."),
        (Position.KNEELING, Position.STANDING, FLOOR, "Put one foot forward"),
        (Position.KNEELING, Position.PRONE, FLOOR, "Sit to one side."),
        (Position.SEATED, Position.STANDING, FLOOR, "Stand up slowly."),
        (Position.STANDING, Position.HANDS_AND_KNEES, FLOOR, "Hold something firm"),
        (Position.SUPINE, Position.SEATED, BED, "Sit down."),
    ],
)
def test_says_the_way(
    before: Position | None, here: Position, place: tuple[Room, ...], said: str
) -> None:
    assert how_to_move(before, here, place, SAY).startswith(said)


def test_no_way_is_without_words() -> None:
    ways = [
        how_to_move(before, here, FLOOR, SAY)
        for before in (None, *Position)
        for here in Position
        if before is not here
    ]
    assert all(way.endswith(".") and ".." not in way for way in ways)


def test_who_lies_is_told_how_to_get_up_at_the_end() -> None:
    assert how_to_get_up(Position.PRONE, FLOOR, SAY) == how_to_move(
        Position.PRONE, Position.STANDING, FLOOR, SAY
    )
    assert how_to_get_up(Position.KNEELING, FLOOR, SAY).startswith("Put one foot forward")


def test_nobody_has_to_get_up_from_a_chair_or_out_of_bed() -> None:
    assert not how_to_get_up(Position.SEATED, FLOOR, SAY)
    assert not how_to_get_up(Position.STANDING, FLOOR, SAY)
    assert not how_to_get_up(Position.SUPINE, BED, SAY)


def test_cards_say_the_way_in_their_order(tmp_path: Path) -> None:
    routine = ROUTINE.replace("place: bed", "place: floor").replace(
        "  - exercise: knee-hug\n", "  - exercise: reach-up\n  - exercise: knee-hug\n"
    )
    changes = {
        "content/exercises/reach-up.md": STRETCH.replace("Knee hug", "Reach up").replace(
            "supine", "standing"
        ),
        "content/routines/morning.md": routine,
    }
    guide = read(tmp_path, changes)
    desk = Desk(guide, SAY, addresses.cards("morning"))
    cards = cards_page(desk, guide.routines["morning"])
    [order] = [each for each in cards.subjects if each.title == SAY("cards.order")]
    said = [block.text.striptags() for block in order.blocks]
    assert "Start: Standing. Card 1: Reach up" in said
    assert "Kneel down, then sit to one side. Lie on your back. Card 2: Knee hug" in said
    assert said[-1].startswith("Roll onto one side and push up with your hands.")
    assert 'data-after="1"' in "".join(block.text for block in order.blocks)
