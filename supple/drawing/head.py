"""The head: a profile where one looks at it from the side, else a face on a rounded skull."""

import math
from collections.abc import Sequence
from typing import Final

from .camera import UNITS, Camera
from .outline import convex, ellipsoid
from .shapes import Ink, Shape
from .skeleton import Body
from .space import Point, Vector, add, dot, turned

PROFILE_FACE: Final = (
    (-0.050, 0.010),
    (-0.036, 0.048),
    (-0.004, 0.061),
    (0.028, 0.052),
    (0.046, 0.030),
    (0.0495, 0.010),
    (0.0490, 0.001),
    (0.0560, -0.010),
    (0.0610, -0.018),
    (0.0575, -0.023),
    (0.0500, -0.025),
    (0.0520, -0.034),
    (0.0495, -0.039),
    (0.0505, -0.045),
    (0.0470, -0.050),
    (0.0465, -0.058),
    (0.0360, -0.065),
    (0.0200, -0.060),
    (0.0020, -0.048),
    (-0.022, -0.046),
    (-0.044, -0.026),
)
"""Forward and up from the middle of the head, in statures: brow, nose, lips, chin, jaw."""
PROFILE_HAIR: Final = (
    (-0.026, -0.052),
    (-0.047, -0.034),
    (-0.0595, 0.000),
    (-0.050, 0.044),
    (-0.014, 0.0695),
    (0.026, 0.064),
    (0.0505, 0.040),
    (0.036, 0.038),
    (0.010, 0.034),
    (-0.003, 0.020),
    (-0.004, 0.000),
    (-0.016, -0.010),
    (-0.016, -0.034),
)
PROFILE_EAR: Final = (
    (-0.014, 0.007),
    (-0.005, 0.004),
    (-0.005, -0.008),
    (-0.012, -0.015),
    (-0.018, -0.003),
)
PROFILE_EYE: Final = (0.034, 0.006)
PROFILE_BROW: Final = ((0.026, 0.019), (0.034, 0.0215), (0.042, 0.018))
PROFILE_MOUTH: Final = ((0.0495, -0.0395), (0.043, -0.0405), (0.037, -0.038))

SKULL: Final = ((-0.006, 0.012, 0.0), (0.058, 0.060, 0.048))
"""The skull's middle and half axes."""
JAW: Final = ((0.024, -0.036, 0.0), (0.026, 0.030, 0.030))
FACE: Final = (
    (0.046, 0.040, 0.000),
    (0.036, 0.042, 0.024),
    (0.024, 0.022, 0.040),
    (0.012, -0.002, 0.046),
    (0.010, -0.034, 0.038),
    (0.024, -0.058, 0.022),
    (0.036, -0.067, 0.010),
    (0.048, -0.058, 0.000),
    (0.052, -0.030, 0.010),
    (0.050, 0.010, 0.016),
    (0.042, -0.020, 0.034),
)
"""The right half of the face: hairline, temple, cheek, jaw, chin, and its raised middle."""
NOSE: Final = ((0.053, 0.002, 0.0), (0.064, -0.018, 0.0), (0.054, -0.024, 0.0))
EYE: Final = (0.048, 0.006, 0.018)
BROW: Final = ((0.052, 0.0220, 0.009), (0.050, 0.0232, 0.018), (0.044, 0.0195, 0.027))
MOUTH: Final = ((0.046, -0.039, -0.012), (0.050, -0.0440, 0.0), (0.046, -0.039, 0.012))
EAR: Final = (-0.004, -0.006, 0.047)

PROFILE_FROM: Final = 0.90
"""A head is drawn in profile where the camera looks that straight at its side (a cosine)."""


def in_profile(camera: Camera, body: Body) -> bool:
    sideways = turned(body.head_frame, (0.0, 0.0, 1.0))
    return abs(dot(sideways, camera.towards)) > PROFILE_FROM


def head_shapes(camera: Camera, body: Body, *, profile: bool) -> list[Shape]:
    """All shapes of a head, the hindmost first."""
    return _profile(camera, body) if profile else _rounded(camera, body)


def _profile(camera: Camera, body: Body) -> list[Shape]:
    centre = camera.project(body.head)
    up = _on_screen(camera, turned(body.head_frame, (0.0, 1.0, 0.0)))
    ahead = _on_screen(camera, turned(body.head_frame, (1.0, 0.0, 0.0)))
    lean = ahead[0] * up[0] + ahead[1] * up[1]
    ahead = _unit((ahead[0] - up[0] * lean, ahead[1] - up[1] * lean))

    def placed(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(
            (
                centre[0] + (ahead[0] * x + up[0] * y) * UNITS,
                centre[1] + (ahead[1] * x + up[1] * y) * UNITS,
            )
            for x, y in points
        )

    (eye,) = placed((PROFILE_EYE,))
    return [
        Shape(Ink.SKIN, placed(PROFILE_FACE)),
        Shape(Ink.HAIR, placed(PROFILE_HAIR)),
        Shape(Ink.SKIN, placed(PROFILE_EAR), detail=True),
        Shape(Ink.LINE, placed(PROFILE_BROW), detail=True),
        Shape(Ink.LINE, placed(PROFILE_MOUTH), detail=True),
        Shape(Ink.EYE, _disc(eye, 0.0046), detail=True),
    ]


def _rounded(camera: Camera, body: Body) -> list[Shape]:
    """A skull of hair, and on it what of the face and the ears can be seen. What can't has no
    points, but its place: so a feature is the same one in every picture of a movement."""

    def place(point: Vector) -> Vector:
        return add(body.head, turned(body.head_frame, point))

    def faces(point: Vector) -> float:
        """How straight the head's surface looks at the camera there, from -1 to 1."""
        (cx, cy, cz), (a, b, c) = SKULL
        x, y, z = (
            (point[0] - cx) / (a * a),
            (point[1] - cy) / (b * b),
            (point[2] - cz) / (c * c),
        )
        size = math.sqrt(x * x + y * y + z * z)
        return dot(turned(body.head_frame, (x / size, y / size, z / size)), camera.towards)

    def rounded(ink: Ink, solid: tuple[Vector, Vector]) -> Shape:
        middle, halves = solid
        return Shape(ink, tuple(ellipsoid(camera, place(middle), body.head_frame, halves)))

    def line(points: Sequence[Vector], seen_from: float) -> Shape:
        """A line on the face, where none of it turns away."""
        drawn = [camera.project(place(point)) for point in points]
        seen = all(faces(point) > seen_from for point in points)
        return Shape(Ink.LINE, _if(seen, drawn), detail=True)

    shapes = [rounded(Ink.SKIN, JAW), rounded(Ink.HAIR, SKULL)]
    whole = [*FACE, *((x, y, -z) for x, y, z in FACE if z)]
    seen = [camera.project(place(point)) for point in whole if faces(point) > -0.12]
    face = convex(seen)
    shapes.append(Shape(Ink.SKIN, _if(len(face) > 4, face)))
    for away in (1.0, -1.0):
        ear = (EAR[0], EAR[1], EAR[2] * away)
        lobe = _disc(camera.project(place(ear)), 0.0105)
        shapes.append(Shape(Ink.SKIN, _if(faces(ear) > 0.05, lobe), detail=True))
    wings = ((0.050, -0.022, 0.009), (0.050, -0.022, -0.009))
    wedge = convex(camera.project(place(point)) for point in (*NOSE, *wings))
    sideways = -0.2 < faces(NOSE[1]) < 0.75
    shapes.append(Shape(Ink.SKIN, _if(sideways, wedge), curved=False))
    for away in (1.0, -1.0):
        eye = (EYE[0], EYE[1], EYE[2] * away)
        brow = [(x, y, z * away) for x, y, z in BROW]
        disc = _disc(camera.project(place(eye)), 0.0046)
        shapes.append(line(brow, seen_from=0.28))
        shapes.append(Shape(Ink.EYE, _if(faces(eye) > 0.25, disc), detail=True))
    shapes += [line(NOSE, seen_from=0.1), line(MOUTH, seen_from=0.0)]
    return shapes


def _if(seen: bool, points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(points) if seen else ()


def _on_screen(camera: Camera, direction: Vector) -> Point:
    x, y = camera.project(direction)
    return _unit((x, y))


def _unit(a: Point) -> Point:
    size = math.hypot(*a)
    return (a[0] / size, a[1] / size) if size > 1e-6 else (0.0, -1.0)


def _disc(middle: Point, radius: float) -> tuple[Point, ...]:
    reach = radius * UNITS
    return tuple(
        (
            middle[0] + reach * math.cos(step * math.pi / 3),
            middle[1] + reach * math.sin(step * math.pi / 3),
        )
        for step in range(6)
    )
