"""A pose as clauses: what one would say of the figure to somebody who can't see it.

No language stands here. A clause is a key of the wording, and the sides and keys that fill its
gaps. First comes what is so from the start, then what the hold changes, then the arrow.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from supple.domain.body import Position, Side
from supple.domain.pose import (
    PAIRED_PARTS,
    SIDED_SPOTS,
    Contact,
    Joint,
    Limb,
    Mark,
    Part,
    Pose,
    Posture,
    Prop,
    Spot,
)

from .habits import HABITS, angles_said, foot_of, hand_of
from .pointing import part_at
from .scene import Scene, scene_of
from .skeleton import Body, LegAngles, outward, shoulder_rotation
from .space import Vector, length, subtract, turned, turned_back

Value: TypeAlias = Side | str

LYING: Final = (Position.SUPINE, Position.PRONE, Position.SIDE_LYING)
ON_KNEES: Final = (Position.HANDS_AND_KNEES, Position.KNEELING)
UNREMARKABLE: Final = frozenset({"leg.straight", "arm.down", "trunk.flat"})
"""What nobody says unless it was different before."""
PLACED: Final = frozenset({"arm.hand", "arm.crossed", "arm.forearm", "arm.hanging", "arm.stay"})
"""Arms that are somewhere, which is said without a verb."""
MOVED: Final = 0.05
"""From here on, in statures, a part is seen to move."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to say. Without a `side`, a limb's clause is about both.

    `moves`: it comes with the hold, and wasn't so at the start.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    moves: bool = False

    def become(self) -> "Clause":
        return Clause(self.key, self.values, moves=True)


@dataclass(frozen=True, slots=True)
class Still:
    """The start or the hold: as it was written, and as it was solved."""

    pose: Pose
    posture: Posture
    body: Body

    @property
    def position(self) -> Position:
        return self.pose.position

    @property
    def legs(self) -> Mapping[Side, LegAngles]:
        return angles_said(self.posture, self.position).legs

    @property
    def lean(self) -> float:
        """How far the trunk leans forward, in degrees from upright."""
        x, y, _ = subtract(self.body.spine[-1].at, self.body.pelvis)
        return math.degrees(math.atan2(x, y))

    def degrees(self, joint: Joint) -> float:
        """A joint of the trunk."""
        return self.posture.trunk.get(joint, 0.0)


def describe(pose: Pose) -> tuple[Clause, ...]:
    """What one would say of a pose."""
    return describe_scene(scene_of(pose))


def describe_scene(scene: Scene) -> tuple[Clause, ...]:
    """The position; legs, hands and trunk as they stay; then what changes in the same order."""
    pose = scene.pose
    start = Still(pose, pose.start, scene.bodies[0])
    shown = Still(pose, pose.shown, scene.bodies[-1])
    hips = _hips(start, shown)
    legs = _changes(_legs(start), _legs(shown))
    arms = [*_changes(_arms(start), _arms(shown)), *(_staying(shown) if hips else ())]
    trunk = _changes(_trunk(start), _trunk(shown))
    legs_move = [*hips, *(each for each in legs if each.moves)]
    trunk_moves = [each for each in trunk if each.moves]
    arms_move = [each for each in _named_once(arms, legs_move) if each.moves]
    hands = [each for each in arms_move if each.key in PLACED]
    # Hands belong to the legs that they hold; else one bends over and then puts them down.
    held = [each for each in hands if each.values.get("of") == "same" or not trunk_moves]
    reach = [each for each in arms_move if each not in hands]
    rest = [each for each in hands if each not in held]
    moving = [*legs_move, *held, *reach, *trunk_moves, *rest]
    return (
        _position(shown, scene),
        *_kept(legs),
        *_kept(arms),
        *_kept(trunk),
        *moving,
        *_arrow(scene, moving),
    )


def _kept(clauses: Sequence[Clause]) -> list[Clause]:
    return [each for each in clauses if not each.moves and each.key not in UNREMARKABLE]


def _changes(before: Sequence[Clause], after: Sequence[Clause]) -> list[Clause]:
    """What is so in the end, both sides in one where they do the same."""
    kept = [each for each in after if each in before]
    new = [each.become() for each in after if each not in before]
    return [*_paired(kept), *_paired(new)]


def _paired(clauses: Sequence[Clause]) -> list[Clause]:
    """Left and right as one where they mirror each other, or are at the same place."""
    made: list[Clause] = []
    for clause in clauses:
        both = next((pair for each in made if (pair := _pair(each, clause))), None)
        if both:
            made = [each for each in made if not _pair(each, clause)]
        made.append(both or clause)
    return made


def _pair(one: Clause, two: Clause) -> Clause | None:
    first, second = dict(one.values), dict(two.values)
    sides = {first.pop("side", None), second.pop("side", None)}
    if one.key != two.key or sides != set(Side):
        return None
    if first == second:
        return Clause(one.key, first, one.moves)
    at = {first.pop("of", None), second.pop("of", None)}
    if first != second or at != set(Side):
        return None
    if one.values["of"] is one.values["side"]:
        return Clause(one.key, {**first, "of": "both"}, one.moves)
    return Clause("arm.crossed", {**first, "of": "opposite"}, one.moves)


def _named_once(arms: Sequence[Clause], legs: Sequence[Clause]) -> list[Clause]:
    """Hands at the one leg that was just named need not name its side again."""
    named = {leg.values.get("side") for leg in legs}
    return [
        Clause(each.key, {**each.values, "of": "same"}, each.moves)
        if {each.values.get("of")} == named != {None}
        else each
        for each in arms
    ]


# The position


def _position(still: Still, scene: Scene) -> Clause:
    on = _support(still)
    values: dict[str, Value] = {"on": on} if on else {}
    match still.position:
        case Position.SIDE_LYING if scene.working:
            return Clause("position.on_side", {"side": scene.working.other, **values})
        case Position.KNEELING if len(flat := _flat_feet(still)) == 1:
            return Clause("position.half_kneeling", {"side": flat[0].other, **values})
        case position:
            return Clause(f"position.{position.name.lower()}", values)


def _flat_feet(still: Still) -> list[Side]:
    feet = {side: foot_of(still.posture, side, still.position) for side in Side}
    return [side for side in Side if (at := feet[side]) and at.spot is Spot.FLAT]


def _support(still: Still) -> str:
    """What one lies, sits or leans on, if it is worth a word. A mat isn't."""
    props, position = still.pose.props, still.position
    hands = {at.spot for side in Side if (at := hand_of(still.posture, side, position))}
    if Prop.BED in props:
        hangs = position is Position.SUPINE and any(_hangs(still, side) for side in Side)
        return "edge_of_bed" if hangs else "bed"
    if position is Position.SEATED:
        return "chair" if Prop.CHAIR in props else "floor"
    if Prop.CHAIR in props or Spot.CHAIR in hands:
        return {Position.STANDING: "behind_chair", Position.KNEELING: "before_chair"}.get(
            position, ""
        )
    if Prop.TABLE in props or Spot.TABLE in hands:
        return "at_table"
    if Prop.WALL in props or Spot.WALL in hands:
        return "" if position in LYING else "at_wall"
    return "on_pillow" if Prop.PILLOW in props and position in LYING else ""


# The legs


def _legs(still: Still) -> list[Clause]:
    return [
        Clause(f"leg.{name}", {"side": side})
        for side in Side
        for name in (_leg(still, side), *_toes(still, side))
        if name
    ]


def _leg(still: Still, side: Side) -> str:
    """What a leg does; nothing where it does what everybody's does in that position."""
    leg = still.legs[side]
    at = foot_of(still.posture, side, still.position)
    if at:
        match at.spot:
            case Spot.KNEE:
                return "on_knee"
            case Spot.STEP:
                return "on_step"
            case Spot.FLAT:
                return _flat_leg(still, side, leg)
    shapes = {
        Position.SUPINE: _supine_leg,
        Position.PRONE: _prone_leg,
        Position.SIDE_LYING: _upper_leg,
        Position.HANDS_AND_KNEES: _kneeling_leg,
        Position.KNEELING: _kneeling_leg,
        Position.SEATED: _seated_leg,
        Position.STANDING: _standing_leg,
    }
    return shapes[still.position](still, side, leg)


def _flat_leg(still: Still, side: Side, leg: LegAngles) -> str:
    if leg.out >= 12.0:
        return "knee_out"
    on_chair = still.position is Position.SEATED and Prop.CHAIR in still.pose.props
    bears = still.position in (Position.STANDING, Position.KNEELING)
    return "" if on_chair or bears else "foot_flat"


def _hangs(still: Still, side: Side) -> bool:
    """Whether a leg hangs over the edge of the bed."""
    return still.body.legs[side].ankle[1] < -MOVED


def _supine_leg(still: Still, side: Side, leg: LegAngles) -> str:
    if Prop.BED in still.pose.props and _hangs(still, side):
        return "off_bed"
    if leg.knee < 30.0:
        return _straight_leg(leg, up=65.0)
    if Prop.CHAIR in still.pose.props and leg.hip >= 45.0:
        return "on_chair"
    if leg.hip >= 75.0:
        return _drawn_up(leg, close=100.0)
    if leg.out >= 20.0:
        return "knee_out"
    # Thigh and shank are about as long as each other.
    rise = math.sin(math.radians(leg.hip)) - math.sin(math.radians(leg.knee - leg.hip))
    return "lifted" if rise > 0.25 else "bent"


def _drawn_up(leg: LegAngles, close: float) -> str:
    if leg.out <= -15.0:
        return "to_shoulder"
    return "to_chest" if leg.hip >= close else "near_chest"


def _straight_leg(leg: LegAngles, up: float) -> str:
    if leg.hip >= 20.0:
        return "straight_up" if leg.hip >= up else "raised"
    if abs(leg.out) >= 12.0:
        return "out" if leg.out > 0 else "across"
    return "back" if leg.hip <= -12.0 else "straight"


def _prone_leg(still: Still, side: Side, leg: LegAngles) -> str:
    if leg.knee >= 70.0:
        return "heel_up"
    if leg.out >= 20.0:
        return "knee_out" if leg.knee >= 30.0 else "out"
    # With both legs back it is the trunk that comes up; the thighs lie.
    if leg.hip <= still.legs[side.other].hip - 8.0:
        return "raised"
    return "bent" if leg.knee >= 30.0 else "straight"


def _upper_leg(still: Still, side: Side, leg: LegAngles) -> str:
    if leg.out >= 12.0:
        return "raised"
    if leg.knee >= 30.0:
        if leg.hip >= 100.0:
            return "to_chest"
        return "heel_up" if leg.knee >= 80.0 and leg.hip < 20.0 else "bent"
    if leg.hip >= 30.0:
        return "forward"
    return "back" if leg.hip <= -12.0 else "straight"


def _kneeling_leg(still: Still, side: Side, leg: LegAngles) -> str:
    if leg.knee < 40.0:
        behind = still.position is Position.HANDS_AND_KNEES and leg.hip < 50.0
        if behind or leg.hip <= -12.0:
            return "back"
        return "out" if leg.out >= 20.0 else "forward"
    return "knee_out" if leg.out >= 12.0 else ""


def _seated_leg(still: Still, side: Side, leg: LegAngles) -> str:
    # If the other thigh is raised as well, it is the pelvis that leans.
    raised = leg.hip - min(each.hip for each in still.legs.values())
    if leg.knee < 35.0:
        return "out" if leg.out >= 25.0 else "forward"
    if raised >= 10.0:
        if leg.out <= -15.0:
            return "to_shoulder"
        return "to_chest" if raised >= 25.0 else "lifted"
    return "knee_out" if leg.out >= 12.0 else ""


def _standing_leg(still: Still, side: Side, leg: LegAngles) -> str:
    other = foot_of(still.posture, side.other, still.position)
    # Who stands on this leg alone leans forward, where its hip is bent.
    raised = 0.0 if other else leg.hip - min(each.hip for each in still.legs.values())
    if raised >= 12.0:
        if leg.knee < 35.0:
            return "forward"
        return "near_chest" if raised >= 60.0 else "bent"
    if leg.knee >= 70.0 and still.legs[side.other].knee < 40.0:
        return "heel_up"
    if leg.knee >= 25.0:
        return "bent"
    if abs(leg.out) >= 10.0:
        return "out" if leg.out > 0 else "across"
    return ""


def _toes(still: Still, side: Side) -> Iterator[str]:
    """The foot's own joints, where the author gave them and nothing else decides."""
    said = still.posture.legs.get(side, Limb())
    bears = still.position in (*ON_KNEES, Position.STANDING)
    if said.at is None and not bears:
        ankle = said.angles.get(Joint.ANKLE, 0.0)
        if ankle >= 15.0 or ankle <= -40.0:
            yield "toes_up" if ankle > 0 else "toes_pointed"
    if said.at is None or said.at.spot is not Spot.KNEE:
        turn = said.angles.get(Joint.HIP_TURN, 0.0)
        if abs(turn) >= 20.0:
            yield "toes_out" if turn > 0 else "toes_in"


def _hips(start: Still, shown: Still) -> list[Clause]:
    """Where the hips of somebody on the knees have gone, or that they rest on the heels."""
    if shown.position not in ON_KNEES:
        return []
    low = min(leg.knee for leg in shown.legs.values()) >= 145.0
    x, y, _ = subtract(shown.body.pelvis, start.body.pelvis)
    if x <= -MOVED:
        return [Clause("hips.on_heels" if low else "hips.to_heels", moves=True)]
    if x >= MOVED / 2.0:
        return [Clause("hips.forward", moves=True)]
    if y <= -2.0 * MOVED:
        return [Clause("hips.down", moves=True)]
    return [Clause("hips.on_heels")] if low else []


# The arms


def _staying(still: Still) -> list[Clause]:
    """Hands that stay on the floor, while the hips move: the arms get long, or upright."""
    hands = {side: hand_of(still.posture, side, still.position) for side in Side}
    staying = [side for side in Side if (at := hands[side]) and at.spot is Spot.FLOOR]
    return _paired([Clause("arm.stay", {"side": side}, moves=True) for side in staying])


def _arms(still: Still) -> list[Clause]:
    return [clause for side in Side for clause in _arm(still, side)]


def _arm(still: Still, side: Side) -> Iterator[Clause]:
    at = hand_of(still.posture, side, still.position)
    if at:
        yield from _hand(still, side, at)
        return
    said = still.posture.arms.get(side, Limb()).angles
    shoulder, out, turn, elbow = HABITS[still.position].arm or (0.0, 0.0, 0.0, 8.0)
    elbow = said.get(Joint.ELBOW, elbow)
    turn = said.get(Joint.SHOULDER_TURN, turn)
    upper = shoulder_rotation(
        side, said.get(Joint.SHOULDER, shoulder), said.get(Joint.SHOULDER_OUT, out), 0.0
    )
    wrist = said.get(Joint.WRIST, 0.0)
    names = (
        _arm_way(still, side, turned(upper, (0.0, -1.0, 0.0))),
        "elbow_bent" if elbow >= 60.0 else "",
        ("turned_out" if turn > 0 else "turned_in") if abs(turn) >= 45.0 else "",
        ("wrist_in" if wrist > 0 else "wrist_back") if abs(wrist) >= 30.0 else "",
    )
    for name in names:
        if name:
            yield Clause(f"arm.{name}", {"side": side})


def _arm_way(still: Still, side: Side, points: Vector) -> str:
    """Where an upper arm points, as the chest sees it."""
    ahead, up, right = points
    outwards = right * outward(side)
    if up > 0.7:
        return "up"
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
        yield Clause("arm.hand", values)


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


# The trunk and the head


def _trunk(still: Still) -> list[Clause]:
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
        case Position.STANDING | Position.SEATED | Position.KNEELING if (
            still.lean >= 15.0 or still.lean <= -8.0
        ):
            return _leaning(still.lean, curve)
    if abs(curve) < 12.0:
        return ""
    return "rounded" if curve > 0 else "arched"


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
    if abs(lean) >= 10.0:
        yield Clause("trunk.to_side", {"side": _side(lean)})
    turn, head = still.degrees(Joint.TURN), still.degrees(Joint.HEAD_TURN)
    turns, looks = abs(turn) >= 10.0, abs(head) >= 12.0
    if turns and still.position is Position.SUPINE:
        yield Clause("trunk.knees_over", {"side": _side(turn)})
    elif turns and looks and _side(turn) is _side(head):
        yield Clause("trunk.all_turned", {"side": _side(turn)})
        return
    elif turns:
        yield Clause("trunk.turned", {"side": _side(turn)})
    if looks:
        yield Clause("trunk.looking", {"side": _side(head)})


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


# The arrow


def _arrow(scene: Scene, moving: Sequence[Clause]) -> Iterator[Clause]:
    """The way that an arrow shows, where no other clause tells it."""
    mark = scene.pose.arrow
    if mark is None or len(scene.bodies) < 2 or _is_told(mark, moving):
        return
    first, last = scene.bodies[0], scene.bodies[-1]
    side = mark.side or scene.side
    way = _way(scene.pose.position, first, _travelled(mark.part, side, first, last))
    values: dict[str, Value] = {"part": mark.part.value}
    if not way:
        return
    if mark.part in PAIRED_PARTS:
        other = _way(scene.pose.position, first, _travelled(mark.part, side.other, first, last))
        values |= {} if other == way else {"side": side}
    else:
        values["of"] = "body"
    yield Clause(f"arrow.{way}", values, moves=True)


TOLD_BY: Final[Mapping[Part, tuple[str, ...]]] = {
    Part.HIPS: ("hips",),
    Part.KNEE: ("leg", "hips", "trunk"),
    Part.FOOT: ("leg", "hips", "trunk"),
    Part.ELBOW: ("arm", "trunk"),
    Part.HAND: ("arm", "trunk"),
}
"""Which clauses tell a part's way; for all others it is those of hips and trunk."""


def _is_told(mark: Mark, moving: Sequence[Clause]) -> bool:
    told = TOLD_BY.get(mark.part, ("trunk", "hips"))
    return any(each.key.partition(".")[0] in told for each in moving)


def _travelled(part: Part, side: Side, first: Body, last: Body) -> Vector:
    return subtract(part_at(part, side, last), part_at(part, side, first))


def _way(position: Position, body: Body, travelled: Vector) -> str:
    """The direction that a movement has most of, in the words of the one who makes it."""
    if length(travelled) < MOVED / 2.0:
        return ""
    x, rise, z = travelled
    ways = {("up", "down"): rise}
    if position in LYING:
        ahead, along, right = turned_back(body.pelvis_frame, (x, 0.0, z))
        ways |= {("forward", "back"): ahead, ("to_head", "to_feet"): along}
    else:
        ways |= {("forward", "back"): x}
        right = z
    ways |= {("right", "left"): right}
    (plus, minus), most = max(ways.items(), key=lambda each: abs(each[1]))
    return plus if most > 0 else minus
