"""How to come from one position into the next: down to the floor, over, and up again."""

from collections.abc import Collection
from typing import Final

from supple.domain.body import Position
from supple.domain.routine import Room
from supple.rendering.wording import Wording

ON_BACK_OR_SIDE: Final = frozenset({Position.SUPINE, Position.SIDE_LYING})
ON_KNEES: Final = frozenset({Position.HANDS_AND_KNEES, Position.KNEELING})
UP: Final = frozenset({Position.SEATED, Position.STANDING})


def how_to_move(
    before: Position | None, here: Position, place: Collection[Room], say: Wording
) -> str:
    """In one or two sentences; nothing, where the position stays. `before` is None where a
    routine begins. In a bed nobody has to get down or up."""
    if before is here:
        return ""
    if before is None and (here in UP or set(place) == {Room.BED}):
        return say("sheet.start", position=say(f"position.{here.value}"))
    way = "" if set(place) == {Room.BED} else _way(before, here)
    move = say(f"move.{here.value}")
    return say(f"sheet.way_{way}", move=move) if way else say("sheet.then", move=move)


def how_to_get_up(last: Position, place: Collection[Room], say: Wording) -> str:
    """From the last position, at the end of a routine; nothing where nobody has to."""
    if last in UP or set(place) == {Room.BED}:
        return ""
    return how_to_move(last, Position.STANDING, place, say)


def _way(before: Position | None, here: Position) -> str:
    """The name of the way between two positions, if it has more than one part."""
    was_up = before is None or before in UP
    if was_up and here not in UP:
        return "to_knees" if here in ON_KNEES else "down"
    if here in ON_KNEES | UP and before in ON_BACK_OR_SIDE:
        return "up_from_back"
    if here in UP and before is Position.PRONE:
        return "up_from_front"
    if here in UP and before in ON_KNEES:
        return "up_from_knees"
    if here in ON_KNEES and before is Position.PRONE:
        return "push_up"
    if before in ON_KNEES and here not in ON_KNEES | UP:
        return "lie_down"
    if before is not None and {before, here} <= {*ON_BACK_OR_SIDE, Position.PRONE}:
        return "over"
    return ""
