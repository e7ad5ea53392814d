"""How the trunk is bent and turned, and where the head is."""

import math
from collections.abc import Iterator

from supple.domain.anatomy import Joint
from supple.domain.body import Position, Side
from supple.drawing.space import subtract

from .clauses import Clause
from .still import Still


def trunk_of(still: Still) -> list[Clause]:
    bent = _bend(still)
    return [
        *([Clause(f"trunk.{bent}")] if bent else []),
        *_turns(still),
        *_head(still),
    ]


def _bend(still: Still) -> str:
    """How the trunk is bent forward or back."""
    low, high = still.degrees(Joint.LOWER_BACK), still.degrees(Joint.UPPER_BACK)
    curve = low + high
    match still.position:
        case Position.SUPINE:
            if high >= 15.0 and curve >= 30.0:
                return "curled_up"
            return "hollow" if low <= -8.0 else "flat"
        case Position.PRONE if curve <= -12.0:
            return "chest_up"
        case Position.HANDS_AND_KNEES:
            if curve <= -12.0:
                return "sunk"
            return "rounded_up" if curve >= 30.0 else _chest_low(still)
        case Position.STANDING if abs(lean := _whole_lean(still)) >= 8.0:
            return "all_forward" if lean > 0.0 else "all_back"
        case Position.STANDING | Position.SEATED | Position.KNEELING if (
            still.lean >= 15.0 or still.lean <= -8.0
        ):
            return _leaning(still.lean, curve)
    return _curved(low, high)


def _curved(low: float, high: float) -> str:
    """A back that is bent where it stands."""
    curve = low + high
    if abs(curve) < 8.0:
        return ""
    if abs(high) < 5.0:
        return "low_rounded" if curve > 0 else "hollow"
    return "rounded" if curve > 0 else "arched"


def _whole_lean(still: Still) -> float:
    """How far one leans as stiff as a board, in degrees forward: trunk and both legs alike."""
    hips = still.body.pelvis
    leans = [still.lean]
    for leg in still.body.legs.values():
        x, y, _ = subtract(hips, leg.ankle)
        leans.append(math.degrees(math.atan2(x, y)))
    return sum(leans) / len(leans) if max(leans) - min(leans) < 8.0 else 0.0


def _chest_low(still: Still) -> str:
    return "chest_low" if still.body.spine[-1].at[1] < 0.2 else ""


def _leaning(lean: float, curve: float) -> str:
    if lean < 0.0:
        return "bent_back"
    if curve < 20.0:
        return "far_forward_at_hips" if lean >= 60.0 else "forward_at_hips"
    return "far_forward" if lean >= 60.0 else "forward"


def _turns(still: Still) -> Iterator[Clause]:
    """Bends and turns to a side; who lies on the back turns the knees."""
    lean = still.degrees(Joint.SIDE_BEND)
    if abs(lean) >= 6.0:
        yield Clause("trunk.to_side", {"side": _side(lean)})
    turn, head = still.degrees(Joint.TURN), still.degrees(Joint.HEAD_TURN)
    turns, looks = abs(turn) >= 6.0, abs(head) >= 8.0
    if turns and still.position is Position.SUPINE:
        yield Clause("trunk.knees_over", {"side": _side(turn)})
    elif turns and looks and _side(turn) is _side(head):
        yield Clause("trunk.all_turned", {"side": _side(turn)})
        looks = False
    elif turns:
        yield Clause("trunk.turned", {"side": _side(turn)})
    if looks:
        yield Clause("trunk.looking", {"side": _side(head)})
    tilt = still.degrees(Joint.HEAD_TILT)
    if abs(tilt) >= 10.0:
        yield Clause("trunk.tilted", {"side": _side(tilt)})


def _side(degrees: float) -> Side:
    return Side.RIGHT if degrees > 0 else Side.LEFT


def _head(still: Still) -> Iterator[Clause]:
    if still.posture.head_down:
        yield Clause("trunk.head_on_floor")
        return
    neck = still.degrees(Joint.NECK)
    # Who looks ahead from the floor has the head up already.
    looks_down = still.position in (Position.PRONE, Position.HANDS_AND_KNEES)
    up = -25.0 if looks_down else -18.0
    if neck >= 20.0:
        yield Clause("trunk.chin_down")
    elif neck <= up:
        yield Clause("trunk.head_up" if looks_down else "trunk.head_back")
