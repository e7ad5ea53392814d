"""What a pose asks for and its picture can't show, as warnings: things that have no place there, a
flat foot that isn't flat, a hold that changes nothing, a body that one sees end-on."""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from supple.domain.anatomy import BROUGHT_BY, Prop, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import VIEWS, Limb, Looking, Pose, Posture
from supple.domain.problem import KeyPath, Problem, Severity

from .camera import Camera
from .posture import Solved
from .scene import FROM_LEFT, Scene
from .skeleton import Body
from .space import Vector, between, dot, subtract, turned, unit

LYING: Final = (Position.SUPINE, Position.PRONE, Position.SIDE_LYING)
EVERYWHERE: Final = tuple(Position)
PLACES: Final[Mapping[Prop, tuple[Position, ...]]] = {
    Prop.MAT: EVERYWHERE,
    Prop.BED: tuple(position for position in Position if position is not Position.STANDING),
    Prop.CHAIR: (Position.SEATED, Position.STANDING, Position.KNEELING, Position.SUPINE),
    Prop.STEP: (Position.STANDING,),
    Prop.WALL: (Position.STANDING, Position.SEATED, Position.KNEELING),
    Prop.TOWEL: EVERYWHERE,
    Prop.STRAP: EVERYWHERE,
    Prop.PILLOW: (*LYING, Position.HANDS_AND_KNEES),
    Prop.TABLE: (Position.STANDING, Position.SEATED),
}
"""The positions in which a thing is drawn where it would be."""
TOUCHED: Final[Mapping[Prop, Spot]] = {
    **{prop: spot for spot, prop in BROUGHT_BY.items()},
    Prop.STRAP: Spot.TOWEL,
}
"""Where a hand or foot has to be, or else a thing stands there for nothing."""
IN_FRONT: Final = (Prop.CHAIR, Prop.TABLE, Prop.WALL)
"""What stands before one who stands or kneels: there is room for one."""
APART: Final = (
    (Prop.BED, Prop.CHAIR),
    (Prop.BED, Prop.MAT),
    (Prop.TOWEL, Prop.STRAP),
)
"""Things of which a figure has but one."""
LEAST_ANGLE: Final = 25.0
"""Degrees between the body's length and the way one looks, below which it can't be read."""
SAME: Final = 0.004
"""How little, in statures, nobody sees move: less than a centimetre."""
NEAR_FLOOR: Final = 0.06
"""How high, in statures, both ends of a foot may be that is said to be flat."""
STRAIGHT: Final = 30.0
LOW: Final = 0.2
"""Whose hips are lower, in statures, sits or lies on the floor: a straight leg lies there too."""


def doubts(scene: Scene) -> Iterator[Problem]:
    """What an author should know of a pose although it could be drawn."""
    yield from _misplaced(scene.pose)
    yield from _untouched(scene)
    yield from _clashing(scene.pose)
    yield from _not_flat(scene)
    yield from _unchanged(scene)
    yield from _end_on(scene)


def _doubt(pose: Pose, message: str, hint: str, *keys: KeyPath) -> Problem:
    """A warning at the first of the keys that is written."""
    written = next((each for each in keys if each in pose.origin.marks), ())
    place = pose.origin.at(*written)
    return Problem(place, "figure", f"figure: {message}", hint, Severity.WARNING)


# Things


def _misplaced(pose: Pose) -> Iterator[Problem]:
    """Things that have no place in a position, named or brought by a hand or foot."""
    for number, prop in enumerate(pose.props):
        if pose.position in PLACES[prop]:
            continue
        message = f"a {prop} has no place in the position {pose.position}"
        hint = f"take {prop} out: it goes with {_or(PLACES[prop])}"
        yield _doubt(pose, message, hint, ("props", number), *_ends_on(prop))


def _ends_on(prop: Prop) -> Iterator[KeyPath]:
    """Where it may be written that a hand or foot is on a thing."""
    ends = (
        ("foot", "feet", "leg", "legs") if prop is Prop.STEP else ("hand", "hands", "arm", "arms")
    )
    one, both, limb, limbs = ends
    for posture in ("hold", "start"):
        for key in (*(f"{side} {one}" for side in Side), both):
            yield posture, key
        for key in (*(f"{side} {limb}" for side in Side), limbs):
            yield posture, key, one


def _untouched(scene: Scene) -> Iterator[Problem]:
    """Things that stand there for nothing."""
    pose = scene.pose
    for number, prop in enumerate(pose.props):
        message, hint = _for_nothing(prop, scene)
        if message:
            yield _doubt(pose, message, hint, ("props", number), ("props",))


def _for_nothing(prop: Prop, scene: Scene) -> tuple[str, str]:
    """What to say of a thing that nobody uses, and what to write; nothing of one that is used."""
    pose, spot = scene.pose, TOUCHED.get(prop)
    if spot is None or pose.position not in PLACES[prop]:
        return "", ""
    if prop is Prop.CHAIR and pose.position is Position.SEATED:
        return "", ""
    if prop is Prop.CHAIR and pose.position is Position.SUPINE:
        raised = any(leg.ankle[1] > 0.12 for leg in scene.bodies[-1].legs.values())
        hint = "write legs: {hip: 90, knee: 90}, or take the chair out"
        return ("", "") if raised else ("no leg is on the chair", hint)
    ends = (
        limb.at.spot
        for posture in (pose.start, pose.shown)
        for limb in (*posture.legs.values(), *posture.arms.values())
        if limb.at
    )
    if spot in ends:
        return "", ""
    key = "right foot" if prop is Prop.STEP else "hands"
    what = "no foot is on the step" if prop is Prop.STEP else f"no hand is on the {prop}"
    if spot is Spot.TOWEL:
        what = f"no hand holds the {prop}"
    return what, f"write {key}: {spot} below start:, or take the {prop} out"


def _clashing(pose: Pose) -> Iterator[Problem]:
    """Two things where there is room for one."""
    pairs = [pair for pair in APART if set(pair) <= {*pose.props}]
    if pose.position in (Position.STANDING, Position.KNEELING):
        front = [prop for prop in pose.props if prop in IN_FRONT]
        pairs += [(front[0], other) for other in front[1:]]
    for one, other in pairs:
        message = f"a {one} and a {other} don’t go together in one figure"
        keys = (("props", pose.props.index(each)) for each in (other, one))
        yield _doubt(pose, message, "keep the one that the picture needs", *keys, ("props",))


# The body


def _not_flat(scene: Scene) -> Iterator[Problem]:
    """Feet that are said to be flat, and aren't."""
    pose = scene.pose
    ends = (("start", pose.start, scene.ends[0]), ("hold", pose.shown, scene.ends[1]))
    told: set[Side] = set()
    for name, posture, solved in ends if pose.hold else ends[:1]:
        feet = {side: why for side in Side if (why := _why_not_flat(posture, side, solved))}
        feet = {side: why for side, why in feet.items() if side not in told}
        if not feet:
            continue
        told |= feet.keys()
        side, why = next(iter(feet.items()))
        who = "feet" if len(feet) > 1 else f"{side} foot"
        hint = "bend the knee more, such as knee: 80, or take flat out"
        keys = ((f"{side} foot",), (f"{side} leg", "foot"), ("feet",), ("legs", "foot"), ())
        names = dict.fromkeys((name, "start"))
        places = ((each, *key) for each in names for key in keys)
        yield _doubt(pose, f"the {who} {why}", hint, *places)


def _why_not_flat(posture: Posture, side: Side, solved: Solved) -> str:
    at = posture.legs.get(side, Limb()).at
    if at is None or at.spot is not Spot.FLAT:
        return ""
    leg = solved.body.legs[side]
    if solved.angles.legs[side].knee < STRAIGHT and leg.hip[1] < LOW:
        return "can’t be flat with a straight knee"
    # A foot may roll on its edge where the knee falls out: heel and toe count.
    level = max(leg.heel[1], leg.toe[1]) < NEAR_FLOOR
    return "" if level else "can’t come flat on the floor"


def _unchanged(scene: Scene) -> Iterator[Problem]:
    pose = scene.pose
    if pose.hold and not moves(scene):
        said = "are" if pose.shown == pose.start else "look"
        message = f"the start and the hold {said} the same"
        hint = "leave out hold:, or write below it what changes"
        yield _doubt(pose, message, hint, ("hold",))


def moves(scene: Scene) -> bool:
    """Whether anything is seen to move from start to hold."""
    ways = zip(_points(scene.bodies[0]), _points(scene.bodies[-1]), strict=True)
    return any(math.dist(before, after) > SAME for before, after in ways)


def _points(body: Body) -> Iterator[Vector]:
    yield from (body.head, body.pelvis, *(station.at for station in body.spine))
    yield turned(body.head_frame, (0.1, 0.0, 0.0))
    yield from (turned(station.frame, (0.1, 0.0, 0.0)) for station in body.spine)
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        yield from (leg.knee, leg.heel, leg.toe, arm.elbow, arm.wrist, arm.tip)


def _end_on(scene: Scene) -> Iterator[Problem]:
    """A view from which one looks along the body."""
    if scene.pose.view is None or _angle(scene, scene.camera) >= LEAST_ANGLE:
        return
    views = [name for name in Looking if _angle(scene, _camera(name, scene)) >= LEAST_ANGLE]
    hint = f"write view: {_or(views)}"
    yield _doubt(scene.pose, "from here the body is seen end-on", hint, ("view",))


def _camera(name: Looking, scene: Scene) -> Camera:
    view = VIEWS[name]
    if view is None:
        return Camera(FROM_LEFT if scene.working is Side.LEFT else 0.0, 0.0)
    return Camera(view.azimuth, view.elevation)


def _angle(scene: Scene, camera: Camera) -> float:
    """Degrees between the body's length and the way one looks."""
    along = abs(dot(unit(_length_of(scene)), camera.towards))
    return math.degrees(math.acos(min(1.0, along)))


def _length_of(scene: Scene) -> Vector:
    """From the feet to the head; of one who sits or kneels, from the hips."""
    body = scene.bodies[-1]
    if scene.pose.position in (*LYING, Position.STANDING):
        left, right = (body.legs[side].ankle for side in Side)
        return subtract(body.head, between(left, right, 0.5))
    return subtract(body.head, body.pelvis)


def _or(words: tuple[str, ...] | list[Looking]) -> str:
    *most, last = map(str, words)
    return f"{', '.join(most)} or {last}" if most else last
