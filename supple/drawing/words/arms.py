"""What the arms do, and where the hands are."""

from collections.abc import Iterator
from typing import Final

from supple.domain.anatomy import SIDED_SPOTS, Joint, Prop, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Limb
from supple.drawing.habits import HABITS, hand_of
from supple.drawing.reach import ELBOW_HEIGHT
from supple.drawing.skeleton import Body, outward
from supple.drawing.space import subtract, turned_back, unit

from .clauses import Clause, Value, paired
from .still import LYING, MOVED, OFF_THE_FLOOR, Still

FAR_SHORT: Final = 0.03
"""From here on, in statures, one sees that a hand isn't where it was to be."""


def staying(still: Still) -> list[Clause]:
    """Hands that stay on the floor, while the hips move: the arms get long, or upright."""
    hands = {side: hand_of(still.posture, side, still.position) for side in Side}
    staying = [side for side in Side if (at := hands[side]) and at.spot is Spot.FLOOR]
    return paired([Clause("arm.stay", {"side": side}, moves=True) for side in staying])


def arms_of(still: Still) -> list[Clause]:
    return [clause for side in Side for clause in _arm(still, side)]


def _arm(still: Still, side: Side) -> Iterator[Clause]:
    at = hand_of(still.posture, side, still.position)
    if at and not (at.spot is Spot.FOREARM and _elbow_up(still, side)):
        yield from _hand(still, side, at)
        return
    said = still.posture.arms.get(side, Limb()).angles
    arm = still.body.arms[side]
    bent = still.solved.angles.arms[side].elbow >= 60.0
    hand_up = bent and unit(subtract(arm.wrist, arm.elbow))[1] > 0.8
    turn = 0.0 if hand_up else said.get(Joint.SHOULDER_TURN, 0.0)
    wrist = said.get(Joint.WRIST, 0.0)
    names = (
        _arm_way(still, side),
        "hand_up" if hand_up else "elbow_bent" if bent else "",
        ("turned_out" if turn > 0 else "turned_in") if abs(turn) >= 45.0 else "",
        ("wrist_in" if wrist > 0 else "wrist_back") if abs(wrist) >= 30.0 else "",
    )
    for name in names:
        if name:
            yield Clause(f"arm.{name}", {"side": side})


def _elbow_up(still: Still, side: Side) -> bool:
    return still.body.arms[side].elbow[1] > OFF_THE_FLOOR + ELBOW_HEIGHT


def _arm_way(still: Still, side: Side) -> str:
    """Where an upper arm points, as the chest sees it; of one who doesn't stand upright, as the
    world does."""
    arm = still.body.arms[side]
    way = unit(subtract(arm.elbow, arm.shoulder))
    ahead, up, right = turned_back(still.body.thorax_frame, way)
    outwards = right * outward(side)
    if up > 0.7:
        if abs(way[1]) > 0.6:
            return "up"
        return "past_head" if still.position in LYING else "forward"
    if still.position is Position.SUPINE and way[1] > 0.8:
        return "to_ceiling"
    if outwards < -0.4:
        return "under" if still.position is Position.HANDS_AND_KNEES else "across"
    if outwards > 0.55:
        return "out"
    if abs(ahead) > 0.55:
        return "forward" if ahead > 0 else "back"
    return "up" if up > 0.3 else "down"


def _hand(still: Still, side: Side, at: Contact) -> Iterator[Clause]:
    habit = HABITS[still.position].hands
    values: dict[str, Value] = {"side": side}
    match at.spot:
        case Spot.LOOSE:
            yield from _loose(still, side)
            return
        case Spot.FOREARM:
            yield Clause("arm.forearm", values)
            return
        case Spot.TOWEL:
            place = "strap" if Prop.STRAP in still.pose.props else "towel"
            foot = _towelled(still.body)
            values |= {"place": place, "of": foot or "both"}
        case Spot.HEAD if still.position is Position.PRONE:
            values["place"] = "below_head"
        case Spot.FLOOR if still.position is Position.PRONE:
            values["place"] = "by_shoulders"
        case Spot.CHAIR:
            values["place"] = "chair_back" if still.position is Position.STANDING else "seat"
        case spot if spot in SIDED_SPOTS:
            values |= {"place": spot.name.lower(), "of": at.side or side}
        case spot:
            values["place"] = spot.name.lower()
    if at.spot is not habit or (at.side or side) is not side:
        short = any(
            each.part == f"{side} hand" and each.by > FAR_SHORT for each in still.solved.shortfalls
        )
        yield Clause("arm.towards" if short else "arm.hand", values)


def _loose(still: Still, side: Side) -> Iterator[Clause]:
    """Loose arms are worth a word where they hang from a bent trunk, or where one only rests."""
    values = {"side": side}
    if still.position not in LYING:
        if still.lean >= 40.0 or still.position is Position.SEATED:
            yield Clause("arm.hanging", values)
    elif not still.pose.hold:
        yield Clause("arm.beside", values)


def _towelled(body: Body) -> Side | None:
    """The foot that a towel goes round; none if they are as high as each other."""
    left, right = (body.legs[side].ankle[1] for side in Side)
    if abs(left - right) < MOVED:
        return None
    return Side.LEFT if left > right else Side.RIGHT
