"""A body into the parts that are drawn: trunk, head, and two parts of each limb."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from supple.domain.body import Side

from . import proportions as of
from .camera import Camera
from .contact import FOOT_BALLS
from .head import head_shapes, in_profile
from .outline import Ring, balls, hull, lies_across, rings, swept, width_at
from .shapes import Ink, Part, Shape
from .skeleton import Arm, Body, Leg
from .space import Point, Rotation, Vector, add, between, turned

FOOT_POINTS = 28
WITHIN = 0.45
"""Where the middle of the pelvis is, on the trunk's measure."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How each part is outlined. Settled once for a figure, so that every picture of one
    movement has the same points."""

    profile: bool
    swept: frozenset[str]


def manner_of(camera: Camera, body: Body) -> Manner:
    bones = _bones(body)
    across = {name for name, (start, end) in bones.items() if lies_across(camera, start, end)}
    return Manner(in_profile(camera, body), frozenset(across))


def _bones(body: Body) -> dict[str, tuple[Vector, Vector]]:
    bones = {"trunk": (body.pelvis, body.spine[-1].at), "neck": (body.neck, body.throat)}
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        bones |= {
            f"{side} thigh": (leg.hip, leg.knee),
            f"{side} shank": (leg.knee, leg.ankle),
            f"{side} upper arm": (arm.shoulder, arm.elbow),
            f"{side} forearm": (arm.elbow, arm.wrist),
            f"{side} hand": (arm.wrist, arm.tip),
        }
    return bones


def parts_of(camera: Camera, body: Body, manner: Manner) -> list[Part]:
    """All parts of a body, in no order yet."""
    drawer = _Drawer(camera, manner)
    parts = [drawer.trunk(body), drawer.head(body)]
    for side in Side:
        parts += drawer.leg(body.legs[side], side, body.trunk_at(WITHIN)[0])
        parts += drawer.arm(body.arms[side], side)
    return parts


@dataclass(frozen=True, slots=True)
class _Drawer:
    camera: Camera
    manner: Manner

    def outline(self, bone: str, cuts: Sequence[Ring], roundness: float = 1.0) -> tuple[Point, ...]:
        if bone in self.manner.swept:
            return tuple(swept(self.camera, cuts, roundness))
        return tuple(hull(self.camera, cuts))

    def ball(self, ink: Ink, at: Vector, radius: float) -> Shape:
        return Shape(ink, tuple(balls(self.camera, [(at, radius)], 12)))

    def trunk(self, body: Body) -> Part:
        whole = trunk_rings(body, -0.60, 3.0)
        shirt = trunk_rings(body, of.WAISTBAND - 0.16, 3.0)
        pelvis = trunk_rings(body, -0.60, of.WAISTBAND + 0.12)
        shapes = (
            Shape(Ink.TROUSERS, self.outline("trunk", pelvis)),
            Shape(Ink.SHIRT, self.outline("trunk", shirt, 0.35)),
        )
        volume = [
            (surface(ring.frame, ring.at, 0.0, aside * ring.side * 0.5), ring.side * 0.55)
            for ring in whole
            for aside in (-1.0, 1.0)
        ]
        return Part("trunk", None, shapes, tuple(volume))

    def head(self, body: Body) -> Part:
        neck = rings(body.neck, body.throat, body.neck_frame, of.NECK_SECTIONS, 0.15, 1.0)
        shapes = (
            Shape(Ink.SKIN, self.outline("neck", neck, 0.6)),
            *head_shapes(self.camera, body, profile=self.manner.profile),
        )
        return Part("head", None, shapes, ((body.head, 0.064), (body.throat, 0.03)))

    def leg(self, leg: Leg, side: Side, pelvis: Vector) -> list[Part]:
        """Thigh and shank. `pelvis` is within it: there the buttock runs over into it."""
        thigh = rings(leg.hip, leg.knee, leg.thigh, of.THIGH_SECTIONS)
        shank = rings(leg.knee, leg.ankle, leg.shank, of.SHANK_SECTIONS, 0.0, of.TROUSER_END, 0.001)
        bare = rings(leg.knee, leg.ankle, leg.shank, of.SHANK_SECTIONS, of.TROUSER_END - 0.10, 1.0)
        foot = [(add(leg.ankle, turned(leg.foot, (x, y, z))), r) for x, y, z, r in FOOT_BALLS]
        buttock = self.ball(Ink.TROUSERS, buttock_of(leg), of.BUTTOCK)
        within = between(buttock_of(leg), pelvis, 0.6)
        joint = [(buttock_of(leg), of.BUTTOCK * 0.9), (within, of.BUTTOCK * 0.9)]
        return [
            Part(
                "thigh",
                side,
                (buttock, Shape(Ink.TROUSERS, self.outline(f"{side} thigh", thigh))),
                _volume(thigh),
                Shape(Ink.TROUSERS, tuple(balls(self.camera, joint, 10))),
            ),
            Part(
                "shank",
                side,
                (
                    Shape(Ink.SKIN, tuple(balls(self.camera, foot, FOOT_POINTS)), curved=False),
                    Shape(Ink.SKIN, self.outline(f"{side} shank", bare)),
                    Shape(Ink.TROUSERS, self.outline(f"{side} shank", shank)),
                ),
                (*_volume(shank), *foot),
                self.ball(Ink.TROUSERS, leg.knee, 0.0335),
            ),
        ]

    def arm(self, arm: Arm, side: Side) -> list[Part]:
        bare = rings(arm.shoulder, arm.elbow, arm.upper, of.UPPER_ARM_SECTIONS, 0.45, 1.0)
        sleeve = rings(
            arm.shoulder, arm.elbow, arm.upper, of.UPPER_ARM_SECTIONS, 0.0, of.SLEEVE_END, 0.0025
        )
        upper = rings(arm.shoulder, arm.elbow, arm.upper, of.UPPER_ARM_SECTIONS)
        fore = rings(arm.elbow, arm.wrist, arm.fore, of.FOREARM_SECTIONS)
        hand = rings(arm.wrist, arm.tip, arm.hand, of.HAND_SECTIONS)
        return [
            Part(
                "upper arm",
                side,
                (
                    Shape(Ink.SKIN, self.outline(f"{side} upper arm", bare)),
                    Shape(Ink.SHIRT, self.outline(f"{side} upper arm", sleeve)),
                ),
                _volume(upper),
                self.ball(Ink.SHIRT, arm.shoulder, 0.0365),
            ),
            Part(
                "forearm",
                side,
                (
                    Shape(Ink.SKIN, self.outline(f"{side} forearm", fore)),
                    Shape(Ink.SKIN, self.outline(f"{side} hand", hand)),
                ),
                (*_volume(fore), (between(arm.wrist, arm.tip, 0.6), 0.016), (arm.tip, 0.011)),
                self.ball(Ink.SKIN, arm.elbow, 0.0235),
            ),
        ]


def buttock_of(leg: Leg) -> Vector:
    """The ball that joins thigh and pelvis, a little behind the hip."""
    return add(leg.hip, turned(leg.thigh, (-0.004, 0.004, 0.0)))


def trunk_rings(body: Body, low: float, high: float) -> list[Ring]:
    measures = [low, *(s.at for s in of.TRUNK_SECTIONS if low + 0.1 < s.at < high - 0.1), high]
    made = []
    for measure in measures:
        at, frame = body.trunk_at(measure)
        width = width_at(of.TRUNK_SECTIONS, measure)
        made.append(Ring(at, frame, width.front, width.back, width.side))
    return made


def _volume(cuts: Sequence[Ring]) -> tuple[tuple[Vector, float], ...]:
    """A limb as balls, close enough together to leave no gap."""
    halves = [
        (between(a.at, b.at, share), (a.front + a.back) / 2.0 * (1.0 - share) + b.side * share)
        for a, b in itertools.pairwise(cuts)
        for share in (0.0, 0.5)
    ]
    return (*halves, (cuts[-1].at, cuts[-1].side))


def surface(frame: Rotation, at: Vector, ahead: float, right: float) -> Vector:
    return add(at, turned(frame, (ahead, 0.0, right)))
