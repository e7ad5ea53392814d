"""The format of a figure: a pose in anatomical words, or a picture of the author's own.

Degrees count from a person who stands upright with hanging arms; bending forward is positive.
"""

from dataclasses import dataclass
from typing import Any, TypeVar

from supple.domain.anatomy import Joint, Prop
from supple.domain.body import Position, Side
from supple.domain.pose import Felt, Looking, Mark
from supple.reading.formats.anatomy import (
    ARROW,
    FELT,
    FOOT,
    HAND,
    HEAD,
    VIEW_ANGLE,
    Touch,
    angle,
    sideways_angle,
)
from supple.reading.formats.values import IMAGE, POSITION, SIDE, TEXT
from supple.reading.kinds import Choice, Either, Kind, ListOf, listed
from supple.reading.records import Form, Record, key

T = TypeVar("T")


def _maybe(kind: Kind[T], description: str, example: str, name: str = "") -> T | None:
    """A key that needn't be there."""
    return key(kind, description, example=example, default=None, name=name)


@dataclass(frozen=True)
class LegRecord:
    hip: float | None = _maybe(
        angle(Joint.HIP), "How far the thigh is lifted forward; minus: back.", "90"
    )
    out: float | None = _maybe(
        angle(Joint.HIP_OUT, "hip"), "How far the leg goes out; minus: across the other.", "30"
    )
    turn: float | None = _maybe(
        angle(Joint.HIP_TURN, "hip"), "How far the toes turn outwards; minus: inwards.", "40"
    )
    knee: float | None = _maybe(angle(Joint.KNEE), "How far the knee is bent.", "70")
    ankle: float | None = _maybe(
        angle(Joint.ANKLE), "How far the toes are drawn up; minus: pointed.", "-20"
    )
    foot: Touch | None = _maybe(FOOT, "Where the foot is.", "flat")


@dataclass(frozen=True)
class ArmRecord:
    shoulder: float | None = _maybe(
        angle(Joint.SHOULDER), "How far the arm is lifted forward; minus: back.", "90"
    )
    out: float | None = _maybe(
        angle(Joint.SHOULDER_OUT, "shoulder"),
        "How far the arm goes out to its side; minus: across the chest.",
        "90",
    )
    turn: float | None = _maybe(
        angle(Joint.SHOULDER_TURN, "shoulder"),
        "How far the upper arm turns outwards; minus: inwards.",
        "45",
    )
    elbow: float | None = _maybe(angle(Joint.ELBOW), "How far the elbow is bent.", "20")
    wrist: float | None = _maybe(
        angle(Joint.WRIST), "How far the palm is bent in; minus: the hand bent back.", "-70"
    )
    hand: Touch | None = _maybe(HAND, "Where the hand is.", "shin")


_LEG = Record(LegRecord, "a leg")
_ARM = Record(ArmRecord, "an arm")
_LIFTED = "{hip: 120, knee: 130}"
_FORWARD = "{shoulder: 30, elbow: 20}"


@dataclass(frozen=True)
class PostureRecord:
    lower_back: float | None = _maybe(
        angle(Joint.LOWER_BACK),
        "How far the lower back is rounded; minus: hollowed.",
        "20",
        "lower back",
    )
    upper_back: float | None = _maybe(
        angle(Joint.UPPER_BACK),
        "How far the upper back is rounded; minus: bent back.",
        "15",
        "upper back",
    )
    neck: float | None = _maybe(angle(Joint.NECK), "How far the chin is down; minus: up.", "-10")
    side_bend: float | None = _maybe(
        sideways_angle(Joint.SIDE_BEND, "trunk"),
        "How far the trunk is bent to a side.",
        "30 left",
        "side bend",
    )
    turn: float | None = _maybe(
        sideways_angle(Joint.TURN, "trunk"), "How far the chest is turned to a side.", "40 right"
    )
    head_turn: float | None = _maybe(
        sideways_angle(Joint.HEAD_TURN, "neck"),
        "How far the face is turned to a side.",
        "60 left",
        "head turn",
    )
    head_tilt: float | None = _maybe(
        sideways_angle(Joint.HEAD_TILT, "neck"),
        "How far the ear goes to the shoulder of a side, by the neck alone.",
        "30 left",
        "head tilt",
    )
    legs: LegRecord | None = _maybe(_LEG, "Both legs.", "{knee: 70, foot: flat}")
    left_leg: LegRecord | None = _maybe(_LEG, "What differs in the left leg.", _LIFTED, "left leg")
    right_leg: LegRecord | None = _maybe(
        _LEG, "What differs in the right leg.", _LIFTED, "right leg"
    )
    arms: ArmRecord | None = _maybe(_ARM, "Both arms.", _FORWARD)
    left_arm: ArmRecord | None = _maybe(_ARM, "What differs in the left arm.", _FORWARD, "left arm")
    right_arm: ArmRecord | None = _maybe(
        _ARM, "What differs in the right arm.", _FORWARD, "right arm"
    )
    feet: Touch | None = _maybe(FOOT, "Where both feet are.", "flat")
    left_foot: Touch | None = _maybe(FOOT, "Where the left foot is.", "right knee", "left foot")
    right_foot: Touch | None = _maybe(FOOT, "Where the right foot is.", "step", "right foot")
    hands: Touch | None = _maybe(HAND, "Where both hands are.", "right shin")
    left_hand: Touch | None = _maybe(HAND, "Where the left hand is.", "belly", "left hand")
    right_hand: Touch | None = _maybe(
        HAND, "Where the right hand is.", "opposite knee", "right hand"
    )
    head: bool | None = _maybe(HEAD, "Where the head is put down.", "floor")


def _check_posture(record: PostureRecord) -> tuple[str, str, str] | None:
    ends = (
        ("feet", record.feet, "legs", record.legs and record.legs.foot),
        ("left foot", record.left_foot, "left leg", record.left_leg and record.left_leg.foot),
        ("right foot", record.right_foot, "right leg", record.right_leg and record.right_leg.foot),
        ("hands", record.hands, "arms", record.arms and record.arms.hand),
        ("left hand", record.left_hand, "left arm", record.left_arm and record.left_arm.hand),
        ("right hand", record.right_hand, "right arm", record.right_arm and record.right_arm.hand),
    )
    for short, place, limb, other in ends:
        if place and other:
            return short, f"{short} stands below {limb} as well", "keep one of the two"
    return None


POSTURE = Record(PostureRecord, "a posture", _check_posture)


_LOOKING = {
    Looking.SIDE: "from the side that shows more",
    Looking.FRONT: "at the face",
    Looking.BACK: "at the back",
    Looking.ABOVE: "down from above",
    Looking.CORNER: "from the front and the side, a little from above",
}


@dataclass(frozen=True)
class PoseRecord:
    base: Position | None = _maybe(POSITION, "The position, if not the exercise's.", "kneeling")
    view: Looking | tuple[float, ...] | None = _maybe(
        Either[Any](Choice(Looking, "a view", _LOOKING), ListOf(VIEW_ANGLE)),
        "Where one looks from: a word, or degrees to the left and up, such as [-35, 22].",
        "front",
    )
    side: Side | None = _maybe(SIDE, "The side that works.", "right")
    start: PostureRecord | None = _maybe(
        POSTURE, "How it begins, where it isn't as usual in that position.", "{hands: belly}"
    )
    hold: PostureRecord | None = _maybe(
        POSTURE, "What is held, where it differs from the start.", "{lower back: 30, hands: shin}"
    )
    feel: tuple[Felt, ...] | None = _maybe(
        ListOf(FELT),
        "Where it is felt, if not at the exercise's targets; with left or right before a word.",
        "[lower back, right buttocks]",
    )
    arrow: Mark | None = _maybe(ARROW, "The part whose way an arrow shows.", "right knee")
    props: tuple[Prop, ...] = key(
        ListOf(Choice(Prop, "a prop")),
        "What is drawn as well. What a hand or foot is on comes by itself: hands: wall brings one.",
        example="[mat]",
        default=(),
    )


@dataclass(frozen=True)
class FigureRecord(PoseRecord):
    image: str = key(
        IMAGE, "A picture beside the exercise, in place of a pose.", example="knee.svg", default=""
    )
    alt: str = key(
        TEXT,
        "What the picture shows, in words.",
        example="The right knee is drawn to the chest.",
        default="",
    )


_OF_POSES = ("base", "view", "side", "start", "hold", "feel", "arrow", "props")
_OF_PICTURES = ("image", "alt")


def _check_figure(record: FigureRecord) -> tuple[str, str, str] | None:
    if record.alt and not record.image:
        return "alt", "alt goes with an image only", "take it out, or write image: as well"
    if not record.image:
        return _check_pose(record)
    if not record.alt:
        hint = "write alt: and below the image in words what it shows"
        return "image", "an image needs words for those who can't see it", hint
    for name in _OF_POSES:
        if getattr(record, name):
            return name, f"{name} goes with a pose, not with an image", "take it or the image out"
    return None


def _check_pose_of_page(record: PoseRecord) -> tuple[str, str, str] | None:
    if not record.base:
        return "base", "base is missing, since a page has no position", "write base: kneeling"
    return _check_pose(record)


def _check_pose(record: PoseRecord) -> tuple[str, str, str] | None:
    if isinstance(record.view, tuple) and (wrong := _no_direction(record.view)):
        return "view", *wrong
    for prop in record.props:
        if record.props.count(prop) > 1:
            return "props", f"{prop} is there twice", "keep one of the two"
    if record.arrow and not record.hold:
        hint = "write hold: and what differs there, or take the arrow out"
        return "arrow", "an arrow, where nothing moves", hint
    return None


def _no_direction(angles: tuple[float, ...]) -> tuple[str, str] | None:
    """What is wrong with the angles of a view, and what to write."""
    if len(angles) != 2:
        message = "a view has two angles: to the left, from -180 to 180, and up, from -90 to 90"
        return message, f"write [-35, 22], {listed(list(Looking))}"
    left, up = angles
    if abs(up) > 90:
        message = f"{up:g} is past straight up or down, as the view's second angle"
        return message, f"write a number from -90 to 90: [{left:g}, {min(90, max(-90, up)):g}]"
    return None


FIGURE = Record(
    FigureRecord,
    "a figure",
    _check_figure,
    (
        Form("a pose", needs=(), without=_OF_PICTURES),
        Form("a picture", needs=_OF_PICTURES, without=_OF_POSES),
    ),
)

POSE_OF_PAGE = Record(PoseRecord, "a page's figure", _check_pose_of_page)
