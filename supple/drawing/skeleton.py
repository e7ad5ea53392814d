"""Joint angles into a body in space: where every bone is and which way it faces."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from supple.domain.body import Side

from . import proportions as of
from .space import (
    ORIGIN,
    UPRIGHT,
    Rotation,
    Vector,
    add,
    along,
    between,
    blend,
    pitch,
    roll,
    then,
    turned,
    yaw,
)

TOE: Final = 0.098
"""From the ankle ahead to the toes."""
LUMBAR_SHARES: Final = (0.40, 0.30, 0.20, 0.10)
"""How a bend is spread over the lumbar joints: the low ones move most."""
THORACIC_SHARES: Final = (0.15, 0.20, 0.25, 0.25, 0.15)
SIDE_BEND_LUMBAR: Final = 0.55
TILT_NECK: Final = 0.6
"""Of a head that tilts to a side, what the neck does; the head on top of it does the rest."""
TURN_LUMBAR: Final = 0.30
"""The lumbar spine turns little; the thorax does the rest."""


@dataclass(frozen=True, slots=True)
class LegAngles:
    """Degrees; `out` away from the other leg, `turn` toes outwards."""

    hip: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0

    def towards(self, other: "LegAngles", share: float) -> "LegAngles":
        rest = 1.0 - share
        return LegAngles(
            self.hip * rest + other.hip * share,
            self.out * rest + other.out * share,
            self.turn * rest + other.turn * share,
            self.knee * rest + other.knee * share,
            self.ankle * rest + other.ankle * share,
        )


@dataclass(frozen=True, slots=True)
class ArmAngles:
    """The arm as it was solved: the upper arm's frame within the thorax's, the elbow in degrees,
    the hand's frame within the forearm's, and how far the shoulder blade glides."""

    shoulder: Rotation = UPRIGHT
    elbow: float = 8.0
    hand: Rotation = UPRIGHT
    glide: Vector = ORIGIN
    gripping: bool = False

    def towards(self, other: "ArmAngles", share: float) -> "ArmAngles":
        return ArmAngles(
            blend(self.shoulder, other.shoulder, share),
            self.elbow * (1.0 - share) + other.elbow * share,
            blend(self.hand, other.hand, share),
            between(self.glide, other.glide, share),
            (other if share > 0.5 else self).gripping,
        )


@dataclass(frozen=True, slots=True)
class Angles:
    """All joints of a body, in degrees; the trunk's as the domain counts them."""

    lower_back: float = 0.0
    upper_back: float = 0.0
    neck: float = 0.0
    side_bend: float = 0.0
    turn: float = 0.0
    head_turn: float = 0.0
    head_tilt: float = 0.0
    tilt: float = 0.0
    """How far the whole body is tilted back from how its position lays it down, in degrees."""
    legs: Mapping[Side, LegAngles] = field(default_factory=lambda: dict.fromkeys(Side, LegAngles()))
    arms: Mapping[Side, ArmAngles] = field(default_factory=lambda: dict.fromkeys(Side, ArmAngles()))

    def towards(self, other: "Angles", share: float) -> "Angles":
        """The angles on the way from here to another posture: no bone changes its length."""
        rest = 1.0 - share
        return Angles(
            self.lower_back * rest + other.lower_back * share,
            self.upper_back * rest + other.upper_back * share,
            self.neck * rest + other.neck * share,
            self.side_bend * rest + other.side_bend * share,
            self.turn * rest + other.turn * share,
            self.head_turn * rest + other.head_turn * share,
            self.head_tilt * rest + other.head_tilt * share,
            self.tilt * rest + other.tilt * share,
            {side: self.legs[side].towards(other.legs[side], share) for side in Side},
            {side: self.arms[side].towards(other.arms[side], share) for side in Side},
        )


@dataclass(frozen=True, slots=True)
class Station:
    """A place on the spine: its measure, where it is, the frame of the trunk there."""

    measure: float
    at: Vector
    frame: Rotation


@dataclass(frozen=True, slots=True)
class Leg:
    hip: Vector
    knee: Vector
    ankle: Vector
    thigh: Rotation
    shank: Rotation
    foot: Rotation

    @property
    def heel(self) -> Vector:
        return add(self.ankle, turned(self.foot, (-0.036, -0.030, 0.0)))

    @property
    def toe(self) -> Vector:
        return add(self.ankle, turned(self.foot, (TOE, -0.030, 0.0)))

    @property
    def sole(self) -> Vector:
        return add(self.ankle, turned(self.foot, (0.045, -of.FOOT_HEIGHT, 0.0)))


@dataclass(frozen=True, slots=True)
class Arm:
    shoulder: Vector
    elbow: Vector
    wrist: Vector
    tip: Vector
    upper: Rotation
    fore: Rotation
    hand: Rotation


@dataclass(frozen=True, slots=True)
class Body:
    """A body in the world."""

    pelvis: Vector
    pelvis_frame: Rotation
    spine: tuple[Station, ...]
    neck: Vector
    neck_frame: Rotation
    throat: Vector
    head: Vector
    head_frame: Rotation
    legs: Mapping[Side, Leg]
    arms: Mapping[Side, Arm]

    @property
    def thorax_frame(self) -> Rotation:
        return self.spine[-1].frame

    def trunk_at(self, measure: float) -> tuple[Vector, Rotation]:
        """The spine at a measure of `TRUNK_SECTIONS`, also a little past its ends."""
        spine = self.spine
        if measure <= spine[0].measure:
            low = spine[0]
            up = (measure - low.measure) * of.PELVIS
            return along(low.at, turned(low.frame, (0.0, 1.0, 0.0)), up), low.frame
        for below, above in itertools.pairwise(spine):
            if measure <= above.measure + 1e-9:
                share = (measure - below.measure) / (above.measure - below.measure)
                near = below.frame if share < 0.5 else above.frame
                return between(below.at, above.at, share), near
        top = spine[-1]
        up = (measure - top.measure) * of.THORAX
        return along(top.at, turned(top.frame, (0.0, 1.0, 0.0)), up), top.frame


def outward(side: Side) -> float:
    """The sign of the axis to the right, away from the body's middle."""
    return 1.0 if side is Side.RIGHT else -1.0


def pose_body(angles: Angles, pelvis: Vector = ORIGIN, frame: Rotation = UPRIGHT) -> Body:
    """Forward kinematics: from the middle between the hips outwards."""
    spine = _spine(angles, pelvis, frame)
    top = spine[-1]
    neck_frame = then(
        then(top.frame, yaw(-angles.head_turn * 0.3)),
        then(
            pitch(-angles.neck * 0.5 - 18.0),
            roll(angles.side_bend * 0.15 + angles.head_tilt * TILT_NECK),
        ),
    )
    throat = along(top.at, turned(neck_frame, (0.0, 1.0, 0.0)), of.NECK)
    nod = then(pitch(-angles.neck * 0.5 + 18.0), roll(angles.head_tilt * (1.0 - TILT_NECK)))
    head_frame = then(neck_frame, then(nod, yaw(-angles.head_turn * 0.7)))
    return Body(
        pelvis,
        frame,
        spine,
        along(top.at, turned(top.frame, (0.0, 1.0, 0.0)), -0.012),
        neck_frame,
        throat,
        add(throat, turned(head_frame, (0.012, of.HEAD * 0.42, 0.0))),
        head_frame,
        {side: pose_leg(angles.legs[side], side, pelvis, frame) for side in Side},
        {side: pose_arm(angles.arms[side], side, top) for side in Side},
    )


def _spine(angles: Angles, pelvis: Vector, frame: Rotation) -> tuple[Station, ...]:
    up = turned(frame, (0.0, 1.0, 0.0))
    stations = [Station(at, along(pelvis, up, of.PELVIS * at), frame) for at in (-0.2, 0.35, 1.0)]
    at = stations[-1].at
    for number, share in enumerate(LUMBAR_SHARES, start=1):
        bend = pitch(-angles.lower_back * share)
        lean = roll(angles.side_bend * SIDE_BEND_LUMBAR * share)
        twist = yaw(-angles.turn * TURN_LUMBAR / len(LUMBAR_SHARES))
        frame = then(frame, then(bend, then(lean, twist)))
        at = along(at, turned(frame, (0.0, 1.0, 0.0)), of.LUMBAR / len(LUMBAR_SHARES))
        stations.append(Station(1.0 + number / len(LUMBAR_SHARES), at, frame))
    for number, share in enumerate(THORACIC_SHARES, start=1):
        bend = pitch(-angles.upper_back * share)
        lean = roll(angles.side_bend * (1.0 - SIDE_BEND_LUMBAR) / len(THORACIC_SHARES))
        twist = yaw(-angles.turn * (1.0 - TURN_LUMBAR) / len(THORACIC_SHARES))
        frame = then(frame, then(bend, then(lean, twist)))
        at = along(at, turned(frame, (0.0, 1.0, 0.0)), of.THORAX / len(THORACIC_SHARES))
        stations.append(Station(2.0 + number / len(THORACIC_SHARES), at, frame))
    return tuple(stations)


def pose_leg(angles: LegAngles, side: Side, pelvis: Vector, frame: Rotation) -> Leg:
    away = outward(side)
    hip = add(pelvis, turned(frame, (0.0, 0.0, away * of.HIP_HALF)))
    thigh = then(
        frame,
        then(pitch(angles.hip), then(roll(-away * angles.out), yaw(-away * angles.turn))),
    )
    knee = along(hip, turned(thigh, (0.0, -1.0, 0.0)), of.THIGH)
    shank = then(thigh, pitch(-angles.knee))
    ankle = along(knee, turned(shank, (0.0, -1.0, 0.0)), of.SHANK)
    return Leg(hip, knee, ankle, thigh, shank, then(shank, pitch(angles.ankle)))


def shoulder_of(side: Side, top: Station, glide: Vector = ORIGIN) -> Vector:
    """Where the arm hangs from the top of the spine; the glide is given in the world."""
    joint = (-0.004, -of.SHOULDER_DROP, outward(side) * of.SHOULDER_HALF)
    return add(add(top.at, turned(top.frame, joint)), glide)


def pose_arm(angles: ArmAngles, side: Side, top: Station) -> Arm:
    shoulder = shoulder_of(side, top, angles.glide)
    upper = then(top.frame, angles.shoulder)
    elbow = along(shoulder, turned(upper, (0.0, -1.0, 0.0)), of.UPPER_ARM)
    fore = then(upper, pitch(angles.elbow))
    wrist = along(elbow, turned(fore, (0.0, -1.0, 0.0)), of.FOREARM)
    hand = then(fore, angles.hand)
    tip = along(wrist, turned(hand, (0.0, -1.0, 0.0)), of.GRIP if angles.gripping else of.HAND)
    return Arm(shoulder, elbow, wrist, tip, upper, fore, hand)


def shoulder_rotation(side: Side, flexion: float, out: float, turn: float) -> Rotation:
    """The upper arm within the thorax, from the author's degrees; `turn` brings the forearm of a
    bent elbow outwards."""
    away = outward(side)
    return then(pitch(flexion), then(roll(-away * out), yaw(-away * turn)))
