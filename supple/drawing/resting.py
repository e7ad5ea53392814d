"""Start and hold, solved so that what rests on something in both is in the same place.

What a hold leaves alone stays where the start has it: hands on the floor, the foot of a leg that
it doesn't name. Else the hold's place counts, and the start is placed to fit: nobody slides
on what bears them.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from supple.domain.anatomy import Joint, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Limb, Pose, Posture

from . import proportions as of
from .habits import foot_of, hand_of, is_on_step, is_on_toes, is_up, stance_of, stands
from .lifting import bridges
from .placing import Kept, Setting, ankle_down, place
from .posture import Solved, arms_placed, solve, stepping
from .reach import ELBOW_HEIGHT, FULL_REACH
from .skeleton import Angles, Body, outward, shoulder_of
from .solving import bisect
from .space import Vector
from .standing import WHOLE_FOOT, step_height

LEANT_ON: Final = (Spot.CHAIR, Spot.TABLE)
FURNITURE: Final = (Spot.WALL, *LEANT_ON)
STILL: Final = (Spot.FLOOR, Spot.FLOOR_AHEAD, *FURNITURE)
"""Where a hand is on something that isn't the body's own."""
ASIDE: Final = frozenset({Joint.HIP_OUT, Joint.HIP_TURN})
APART: Final = 0.004
"""Places that are no farther apart, in statures, are the same."""
LEAN: Final = 9.0
"""How far, in degrees, one who stands leans towards the furniture that the hands hold."""
GIVEN: Final = of.SHOULDER_GLIDE * 0.6
"""How far a hold's shoulder blades give for the start's elbows."""
STRETCH: Final = FULL_REACH + of.SHOULDER_GLIDE * 0.7
"""How far a hand comes from its shoulder where it has to."""


def settled(pose: Pose, setting: Setting) -> Setting:
    """The setting of both ends: the step, and the leg of one who stands that bears the body at
    both, if they don't stand on the same by themselves."""
    if pose.position is not Position.STANDING:
        return setting
    postures = (pose.start, pose.shown)
    setting = stepping(pose.shown, replace(setting, step=step_height(postures)))
    before, after = (stance_of(each, pose.position) for each in postures)
    level = (each for each in (after, before) if before is not after and _level(pose, each))
    return replace(setting, bears=next(level, None))


def on_the_way(pose: Pose, setting: Setting, share: float) -> Setting:
    """The setting of a body between start and hold: heels rise and sink."""
    before = stepping(pose.start, setting).heels
    after = setting.heels
    if not (before or after):
        return setting
    heels = {
        side: before.get(side, 0.0) * (1.0 - share) + after.get(side, 0.0) * share
        for side in {**before, **after}
    }
    return replace(setting, heels=heels)


def _level(pose: Pose, side: Side) -> bool:
    """Whether a whole sole is down at both ends: on the floor, or on the step."""
    postures = (pose.start, pose.shown)
    return _stands_at_both(pose, side) or all(
        is_on_step(each, side)
        and (is_up(each, side) or each.legs[side].angles.get(Joint.KNEE, 0.0) >= WHOLE_FOOT)
        for each in postures
    )


def ends(pose: Pose, setting: Setting) -> tuple[Solved, Solved]:
    """The start and the hold of a pose."""
    if pose.hold is None:
        first = solve(pose.start, setting)
        return first, first
    pose = replace(pose, start=_knees_apart(pose))
    first = solve(pose.start, setting)
    kept = Kept(_hands_that_stay(pose, first.body), {}, _feet_that_stay(pose, first.body))
    last = solve(pose.shown, replace(setting, kept=kept))
    if feet := _feet_put_back(pose, first.body, last.body):
        first = solve(pose.start, replace(setting, kept=Kept(ankles=feet)))
    return _on_forearms(pose, setting, *_at_furniture(pose, setting, first, last))


def _at_both(pose: Pose, side: Side) -> Contact | None:
    """Where a hand is at both ends."""
    at = hand_of(pose.start, side, pose.position)
    return at if at == hand_of(pose.shown, side, pose.position) else None


def _hands_that_stay(pose: Pose, body: Body) -> dict[Side, Vector]:
    """The wrists of hands on the floor that the hold doesn't send ahead."""
    found = {}
    for side in Side:
        after = hand_of(pose.shown, side, pose.position)
        low = body.arms[side].wrist[1] < 0.03
        if low and after and (after.spot is Spot.FLOOR or _at_both(pose, side)):
            found[side] = body.arms[side].wrist
    return found


def _feet_that_stay(pose: Pose, body: Body) -> dict[Side, Vector]:
    """The ankles of those feet that stand flat from start to hold while the body moves: of one who
    kneels on one knee and leans forward, unless only that foot's own leg is said to move; and of
    one who lifts the hips."""
    if pose.hold is None:
        return {}
    if not bridges(pose.shown, pose.position) and pose.position is not Position.KNEELING:
        return {}
    steps = pose.hold.legs.keys() if len(pose.hold.legs) < len(Side) else frozenset[Side]()
    flat = (Contact(Spot.FLAT), Contact(Spot.FLAT))
    return {
        side: body.legs[side].ankle
        for side in Side
        if (side not in steps or pose.position is Position.SUPINE)
        and tuple(foot_of(each, side, pose.position) for each in (pose.start, pose.shown)) == flat
    }


def _knees_apart(pose: Pose) -> Posture:
    """The start of one who sits, the knees as far apart as in the hold where the feet stand at
    both ends: there the feet are then in the same place."""
    legs = dict(pose.start.legs)
    for side, limb in pose.shown.legs.items() if pose.position is Position.SEATED else ():
        before = legs.get(side, Limb())
        out = {joint: limb.angles[joint] for joint in ASIDE if joint in limb.angles}
        if out and not ASIDE & before.angles.keys() and _stands_at_both(pose, side):
            legs[side] = Limb({**before.angles, **out}, Contact(Spot.FLAT))
    return replace(pose.start, legs=legs)


def _stands_at_both(pose: Pose, side: Side) -> bool:
    return all(stands(each, side, pose.position) for each in (pose.start, pose.shown))


def _feet_put_back(pose: Pose, first: Body, last: Body) -> dict[Side, Vector]:
    """The ankles that the start of one who stands takes over from the hold: of both feet where
    both are on the floor at both ends, else of one that is on the step."""
    if pose.position is not Position.STANDING:
        return {}
    sides = [side for side in Side if _stands_at_both(pose, side)]
    if len(sides) < len(Side):
        sides = [side for side in Side if _props_up(pose, side)]
    if any(is_on_toes(pose.start, side) for side in sides):
        return {}
    lifted = {side for side in sides if is_on_toes(pose.shown, side)}
    found = {
        side: ankle_down(leg) if side in lifted else leg.ankle
        for side, leg in last.legs.items()
        if side in sides
    }
    apart = any(math.dist(first.legs[side].ankle, at) > APART for side, at in found.items())
    return found if apart else {}


def _props_up(pose: Pose, side: Side) -> bool:
    """Whether a foot is on the step at both ends, while the other leg bears the body."""
    postures = (pose.start, pose.shown)
    return all(is_on_step(each, side) and not is_up(each, side) for each in postures)


def _at_furniture(
    pose: Pose, setting: Setting, first: Solved, last: Solved
) -> tuple[Solved, Solved]:
    """The hands of both ends on the same furniture. It stands where the hold has it; who can't
    reach a rail at the start leans on it, and it stands nearer by what is still missing: so who
    leans to a wall bends the elbows."""
    wrists = {
        side: last.body.arms[side].wrist
        for side in Side
        if (at := _at_both(pose, side)) and at.spot in FURNITURE
    }
    if all(math.dist(first.body.arms[side].wrist, at) < APART for side, at in wrists.items()):
        return first, last
    if any((at := _at_both(pose, side)) and at.spot in LEANT_ON for side in wrists):
        first = _leaning(pose, stepping(pose.start, setting), first, wrists)
    if (missing := _missing(first.body, wrists)) > 0.0:
        wrists = {side: (x - missing, y, z) for side, (x, y, z) in wrists.items()}
        there = replace(setting, kept=Kept(wrists))
        last = arms_placed(last.angles, last.body, pose.shown, there)
    there = replace(setting, kept=Kept(wrists))
    return arms_placed(first.angles, first.body, pose.start, there), last


def _leaning(pose: Pose, setting: Setting, solved: Solved, wrists: Mapping[Side, Vector]) -> Solved:
    """One who stands leans from the ankles until the hands come to what they hold."""
    if pose.position is not Position.STANDING or _missing(solved.body, wrists) <= 0.0:
        return solved
    left, right = (solved.angles.legs[side] for side in Side)
    if abs(left.hip - right.hip) + abs(left.knee - right.knee) > 1.0:
        return solved  # in a stride both feet have their places
    stance = setting.bears or stance_of(pose.start, pose.position)

    def leant(degrees: float) -> Angles:
        legs = solved.angles.legs.items()
        bent = {side: replace(leg, ankle=leg.ankle + degrees) for side, leg in legs}
        return replace(solved.angles, legs=bent)

    def missing(degrees: float) -> float:
        return _missing(place(leant(degrees), setting, stance), wrists)

    angles = leant(bisect(missing, 0.0, LEAN, rounds=7))
    return replace(solved, angles=angles, body=place(angles, setting, stance))


def _missing(body: Body, wrists: Mapping[Side, Vector]) -> float:
    """How much nearer furniture would have to stand for both hands; less than 0 with room."""
    most = -math.inf
    for side, (x, y, z) in wrists.items():
        shoulder = shoulder_of(side, body.spine[-1])
        aside = math.hypot(y - shoulder[1], z - shoulder[2])
        most = max(most, x - shoulder[0] - math.sqrt(max(STRETCH**2 - aside**2, 0.0)))
    return most


def _on_forearms(
    pose: Pose, setting: Setting, first: Solved, last: Solved
) -> tuple[Solved, Solved]:
    """Both ends with the elbows in the same place on the floor."""
    elbows = {
        side: _elbow(side, first.body, last.body)
        for side in Side
        if (at := _at_both(pose, side)) and at.spot is Spot.FOREARM
    }
    if not elbows:
        return first, last
    there = replace(setting, kept=Kept(elbows=elbows))
    return (
        arms_placed(first.angles, first.body, pose.start, there),
        arms_placed(last.angles, last.body, pose.shown, there),
    )


def _elbow(side: Side, first: Body, last: Body) -> Vector:
    """The place on the floor that is one upper arm away from where the shoulder is at the start,
    and from where it is in the hold: where two circles meet. Where they don't, the shoulder blades
    give the rest."""
    (x, y, z), (u, v, w) = (shoulder_of(side, body.spine[-1]) for body in (last, first))
    here, there = (_flat(of.UPPER_ARM, height - ELBOW_HEIGHT) for height in (y, v))
    apart = math.hypot(u - x, w - z) or 1e-9
    ahead, aside = (u - x) / apart, (w - z) / apart
    along = (apart * apart + here * here - there * there) / (2.0 * apart)
    along = max(-here, min(here, along))
    if along == -here:
        along = -max(here, min(there - apart - of.SHOULDER_GLIDE, here + GIVEN))
    across = _flat(here, along) * outward(side) * (1.0 if ahead >= 0.0 else -1.0)
    return (x + ahead * along - aside * across, ELBOW_HEIGHT, z + aside * along + ahead * across)


def _flat(longest: float, other: float) -> float:
    """The third side of a triangle with a right angle."""
    return math.sqrt(max(longest * longest - other * other, 0.0))
