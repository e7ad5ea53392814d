"""A figure's record into a pose or a picture."""

from collections.abc import Collection, Mapping
from typing import TypeAlias, TypeVar

from supple.domain.anatomy import BROUGHT_BY, Joint, Prop
from supple.domain.body import Position, Side
from supple.domain.pose import VIEWS, Figure, Limb, Looking, Pose, Posture, View
from supple.reading.formats.anatomy import Touch
from supple.reading.formats.pose import (
    ArmRecord,
    FigureRecord,
    LegRecord,
    PoseRecord,
    PostureRecord,
)
from supple.reading.formats.values import Published
from supple.reading.pages import Sheet
from supple.reading.references import read_picture

P = TypeVar("P", bound=Published)
Written: TypeAlias = tuple[Mapping[Joint, float], Touch | None]
"""A limb's angles and where its end is, as far as it is written."""


def read_figure(
    record: FigureRecord | None, sheet: Sheet[P], position: Position, *keys: str | int
) -> Figure | None:
    """The figure that stands below these keys of a page, of an exercise in that position."""
    if record is None:
        return None
    if record.image:
        place = sheet.origin.at(*keys, "image")
        picture, problems = read_picture(record.image, record.alt, place)
        sheet.findings.problems.extend(problems)
        return picture
    return read_pose(record, sheet, record.base or position, *keys)


def read_pose(record: PoseRecord, sheet: Sheet[P], position: Position, *keys: str | int) -> Pose:
    """The pose that stands below these keys of a page."""
    start = _posture(record.start or PostureRecord())
    hold = _posture(record.hold) if record.hold else None
    return Pose(
        origin=sheet.origin.below(*keys),
        position=position,
        start=start,
        hold=hold,
        view=_view(record.view),
        felt=record.feel,
        arrow=record.arrow,
        props=(*record.props, *_brought(record.props, start, hold or start)),
        side=record.side,
    )


def _view(written: Looking | tuple[float, ...] | None) -> View | None:
    if isinstance(written, tuple):
        azimuth, elevation = written
        return View(azimuth, elevation)
    return VIEWS[written] if written else None


def _brought(named: Collection[Prop], *postures: Posture) -> tuple[Prop, ...]:
    """The things that hands and feet are on, where nobody has named them."""
    ends = (
        limb.at for posture in postures for limb in (*posture.legs.values(), *posture.arms.values())
    )
    found = dict.fromkeys(BROUGHT_BY[at.spot] for at in ends if at and at.spot in BROUGHT_BY)
    known = {*named, Prop.TOWEL} if Prop.STRAP in named else {*named}
    return tuple(prop for prop in found if prop not in known)


def _posture(record: PostureRecord) -> Posture:
    trunk = {
        Joint.LOWER_BACK: record.lower_back,
        Joint.UPPER_BACK: record.upper_back,
        Joint.NECK: record.neck,
        Joint.SIDE_BEND: record.side_bend,
        Joint.TURN: record.turn,
        Joint.HEAD_TURN: record.head_turn,
        Joint.HEAD_TILT: record.head_tilt,
    }
    legs = _limbs(
        _leg(record.legs, record.feet),
        {
            Side.LEFT: _leg(record.left_leg, record.left_foot),
            Side.RIGHT: _leg(record.right_leg, record.right_foot),
        },
    )
    arms = _limbs(
        _arm(record.arms, record.hands),
        {
            Side.LEFT: _arm(record.left_arm, record.left_hand),
            Side.RIGHT: _arm(record.right_arm, record.right_hand),
        },
    )
    return Posture(_said(trunk), legs, arms, head_down=bool(record.head))


def _limbs(both: Written, own: Mapping[Side, Written]) -> Mapping[Side, Limb]:
    """What is said of both limbs and of each; nothing where nothing is said."""
    limbs = {}
    for side, (angles, at) in own.items():
        touch = at or both[1]
        limbs[side] = Limb({**both[0], **angles}, touch.of(side) if touch else None)
    return {side: limb for side, limb in limbs.items() if limb != Limb()}


def _leg(record: LegRecord | None, foot: Touch | None) -> Written:
    if record is None:
        return {}, foot
    angles = {
        Joint.HIP: record.hip,
        Joint.HIP_OUT: record.out,
        Joint.HIP_TURN: record.turn,
        Joint.KNEE: record.knee,
        Joint.ANKLE: record.ankle,
    }
    return _said(angles), record.foot or foot


def _arm(record: ArmRecord | None, hand: Touch | None) -> Written:
    if record is None:
        return {}, hand
    angles = {
        Joint.SHOULDER: record.shoulder,
        Joint.SHOULDER_OUT: record.out,
        Joint.SHOULDER_TURN: record.turn,
        Joint.ELBOW: record.elbow,
        Joint.WRIST: record.wrist,
    }
    return _said(angles), record.hand or hand


def _said(angles: Mapping[Joint, float | None]) -> Mapping[Joint, float]:
    return {joint: degrees for joint, degrees in angles.items() if degrees is not None}
