"""What the legs do, and where the hips of somebody on the knees go."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from supple.domain.anatomy import Joint, Prop, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Limb
from supple.drawing.contact import leg_heights, trunk_heights
from supple.drawing.habits import foot_of
from supple.drawing.skeleton import LegAngles, outward
from supple.drawing.space import subtract

from .clauses import Clause, changes
from .still import MOVED, OFF_THE_FLOOR, ON_KNEES, Still

STRIDES: Final = frozenset({"leg.front", "leg.behind"})
BENT: Final = 30.0
"""Degrees from which on a knee is seen to be bent."""
FAR_OVER: Final = 110.0
"""Degrees from which on a straight leg comes down over the chest."""
TO_CHEST: Final = 0.21
STRIDE: Final = 0.12
WIDE: Final = 0.07
"""In statures: how near a knee is that is drawn to the chest; how far apart feet are that stand in
a stride, or out to a side."""


def legs_of(still: Still) -> list[Clause]:
    return [
        Clause(f"leg.{name}", {"side": side})
        for side in Side
        for name in (*_leg(still, side), *_toes(still, side))
        if name
    ]


def _leg(still: Still, side: Side) -> tuple[str, ...]:
    """What a leg does; nothing where it does what everybody's does in that position."""
    leg = still.legs[side]
    at = foot_of(still.posture, side, still.position)
    if at:
        match at.spot:
            case Spot.KNEE:
                return ("on_knee",)
            case Spot.STEP:
                return ("on_step",)
            case Spot.FLAT if still.position is not Position.STANDING and leg.knee >= BENT:
                return _flat_leg(still, side, leg)
    shapes = {
        Position.SUPINE: _supine_leg,
        Position.PRONE: _prone_leg,
        Position.SIDE_LYING: _upper_leg,
        Position.HANDS_AND_KNEES: _kneeling_leg,
        Position.KNEELING: _kneeling_leg,
        Position.SEATED: _seated_leg,
    }
    if still.position is Position.STANDING:
        return _standing_leg(still, side, leg)
    return (shapes[still.position](still, side, leg),)


def stepped(clauses: Sequence[Clause], start: Still, shown: Still) -> list[Clause]:
    """The clauses of legs without the foot that stays where it is while the other one steps."""
    made = []
    for clause in clauses:
        side = clause.values.get("side")
        if clause.moves and clause.key in STRIDES and isinstance(side, Side):
            way = (still.body.legs[side].ankle for still in (start, shown))
            if math.dist(*way) < MOVED:
                continue
        made.append(clause)
    return made


def _flat_leg(still: Still, side: Side, leg: LegAngles) -> tuple[str, ...]:
    on_seat = still.position is Position.SEATED and {Prop.CHAIR, Prop.BED} & {*still.pose.props}
    usual = on_seat or still.position is Position.KNEELING
    return ("" if usual else "foot_flat", "knee_out" if leg.out >= 12.0 else "")


def hangs(still: Still, side: Side) -> bool:
    """Whether a leg hangs over the edge of the bed."""
    return still.body.legs[side].ankle[1] < -MOVED


def _supine_leg(still: Still, side: Side, leg: LegAngles) -> str:
    if Prop.BED in still.pose.props and hangs(still, side):
        return "off_bed"
    if leg.knee < 30.0:
        hip = leg.hip + still.solved.angles.tilt
        return "over" if hip >= FAR_OVER else _straight_leg(replace(leg, hip=hip), up=65.0)
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
        return _heel_up(leg)
    if leg.out >= 20.0:
        return "knee_out" if leg.knee >= 30.0 else "out"
    if dict(leg_heights(still.body.legs[side]))["knee"] > OFF_THE_FLOOR:
        return "raised"
    return "bent" if leg.knee >= 30.0 else "straight"


def _upper_leg(still: Still, side: Side, leg: LegAngles) -> str:
    if leg.out >= 12.0:
        return "knee_opened" if leg.knee >= BENT else "raised"
    if leg.knee >= BENT:
        if leg.hip >= 100.0:
            return "to_chest"
        return _heel_up(leg) if leg.knee >= 80.0 and leg.hip < 20.0 else "bent"
    if leg.hip >= 30.0:
        return "forward"
    # By habit both knees are bent, so legs that are long are worth a word.
    return "back" if leg.hip <= -12.0 else "long"


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
        thorax, _ = still.body.trunk_at(2.4)
        near = math.dist(still.body.legs[side].knee, thorax) < TO_CHEST
        return "to_chest" if near else "lifted"
    return "knee_out" if leg.out >= 12.0 else ""


def _standing_leg(still: Still, side: Side, leg: LegAngles) -> tuple[str, ...]:
    if still.is_lifted(side):
        return (_leg_in_air(still, side, leg),)
    bent = leg.knee >= 25.0
    mine, other = still.body.legs[side], still.body.legs[side.other]
    ahead = 0.0 if still.is_lifted(side.other) else mine.ankle[0] - other.ankle[0]
    if ahead >= STRIDE:
        return ("front", "bent" if bent else "")
    if ahead <= -STRIDE:
        return ("behind", "bent") if bent else ("back",)
    out = (mine.ankle[2] - mine.hip[2]) * outward(side)
    wide = "" if abs(out) < WIDE else "out" if out > 0 else "across"
    return (wide, "bent" if bent else "")


def _leg_in_air(still: Still, side: Side, leg: LegAngles) -> str:
    mine = still.body.legs[side]
    if leg.knee < 35.0:
        ahead, _, right = subtract(mine.ankle, mine.hip)
        out = right * outward(side)
        if abs(out) > abs(ahead):
            return "out" if out > 0 else "across"
        return "forward" if ahead > 0 else "back"
    x, y, _ = subtract(mine.knee, mine.hip)
    raised = math.degrees(math.atan2(x, -y))
    if raised >= 60.0:
        return "near_chest" if raised >= 100.0 else "hip_high"
    return "lifted" if raised >= 15.0 else _heel_up(leg)


def _heel_up(leg: LegAngles) -> str:
    """A shank that is lifted behind: how near the heel comes."""
    return "heel_up" if leg.knee >= 110.0 else "foot_up"


def _toes(still: Still, side: Side) -> Iterator[str]:
    """The foot's own joints, where the author gave them and nothing else decides."""
    said = still.posture.legs.get(side, Limb())
    leg = still.body.legs[side]
    bears = still.position in (*ON_KNEES, Position.STANDING)
    on_toes = leg.heel[1] - leg.toe[1] > OFF_THE_FLOOR and not still.is_lifted(side)
    if still.position is Position.STANDING and on_toes:
        yield "on_toes"
    if said.at is None and not bears:
        ankle = said.angles.get(Joint.ANKLE, 0.0)
        if ankle >= 15.0 or ankle <= -40.0:
            yield "toes_up" if ankle > 0 else "toes_pointed"
    if said.at is None or said.at.spot is not Spot.KNEE:
        turn = said.angles.get(Joint.HIP_TURN, 0.0)
        if abs(turn) >= 20.0:
            yield "toes_out" if turn > 0 else "toes_in"


def hips_of(start: Still, shown: Still) -> list[Clause]:
    """Where the hips of somebody on the knees have gone, or that they rest on the heels; or that
    they are lifted from the floor."""
    if shown.position is Position.SUPINE:
        return changes(_lifted_hips(start), _lifted_hips(shown))
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


def _lifted_hips(still: Still) -> list[Clause]:
    lifted = dict(trunk_heights(still.body))["pelvis"] > OFF_THE_FLOOR
    return [Clause("hips.lifted")] if lifted else []
