"""Points, directions and turns in space, in plain floats.

Lengths are fractions of the body's stature. x points forward, y up, z to the person's right.
"""

import math
from typing import Final, TypeAlias

Vector: TypeAlias = tuple[float, float, float]
Rotation: TypeAlias = tuple[float, float, float, float, float, float, float, float, float]
"""A 3 × 3 matrix, row by row. Its columns are where forward, up and right have come to point."""
Point: TypeAlias = tuple[float, float]
"""On the screen: x to the right, y down."""

UPRIGHT: Final[Rotation] = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
ORIGIN: Final[Vector] = (0.0, 0.0, 0.0)


def add(a: Vector, b: Vector) -> Vector:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def subtract(a: Vector, b: Vector) -> Vector:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vector, by: float) -> Vector:
    return (a[0] * by, a[1] * by, a[2] * by)


def along(a: Vector, direction: Vector, distance: float) -> Vector:
    """The point that far from `a` in a direction."""
    return (
        a[0] + direction[0] * distance,
        a[1] + direction[1] * distance,
        a[2] + direction[2] * distance,
    )


def between(a: Vector, b: Vector, share: float) -> Vector:
    """The point that lies that share of the way from `a` to `b`."""
    rest = 1.0 - share
    return (a[0] * rest + b[0] * share, a[1] * rest + b[1] * share, a[2] * rest + b[2] * share)


def dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vector) -> float:
    return math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vector) -> Vector:
    """The direction of `a`; of no length, up."""
    size = length(a)
    return (a[0] / size, a[1] / size, a[2] / size) if size > 1e-9 else (0.0, 1.0, 0.0)


def across(a: Vector, direction: Vector) -> Vector:
    """What is left of `a` at right angles to a direction, as a direction."""
    return unit(along(a, direction, -dot(a, direction)))


def turned(r: Rotation, a: Vector) -> Vector:
    """A vector carried along by a rotation."""
    x, y, z = a
    return (
        r[0] * x + r[1] * y + r[2] * z,
        r[3] * x + r[4] * y + r[5] * z,
        r[6] * x + r[7] * y + r[8] * z,
    )


def turned_back(r: Rotation, a: Vector) -> Vector:
    """A vector of the world as the rotated body sees it."""
    x, y, z = a
    return (
        r[0] * x + r[3] * y + r[6] * z,
        r[1] * x + r[4] * y + r[7] * z,
        r[2] * x + r[5] * y + r[8] * z,
    )


def then(r: Rotation, s: Rotation) -> Rotation:
    """`s` in the frame that `r` has made."""
    a, b, c, d, e, f, g, h, i = r
    j, k, m, n, o, p, q, t, u = s
    return (
        a * j + b * n + c * q,
        a * k + b * o + c * t,
        a * m + b * p + c * u,
        d * j + e * n + f * q,
        d * k + e * o + f * t,
        d * m + e * p + f * u,
        g * j + h * n + i * q,
        g * k + h * o + i * t,
        g * m + h * p + i * u,
    )


def inverse(r: Rotation) -> Rotation:
    return (r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8])


def pitch(degrees: float) -> Rotation:
    """About the axis to the right: what points forward comes up, what hangs down comes forward."""
    a = math.radians(degrees)
    c, s = math.cos(a), math.sin(a)
    return (c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0)


def roll(degrees: float) -> Rotation:
    """About the axis forward: what points up goes to the right."""
    a = math.radians(degrees)
    c, s = math.cos(a), math.sin(a)
    return (1.0, 0.0, 0.0, 0.0, c, -s, 0.0, s, c)


def yaw(degrees: float) -> Rotation:
    """About the axis up: what points to the right comes forward, so one turns to the left."""
    a = math.radians(degrees)
    c, s = math.cos(a), math.sin(a)
    return (c, 0.0, s, 0.0, 1.0, 0.0, -s, 0.0, c)


def frame(down: Vector, forward: Vector) -> Rotation:
    """The frame of a bone that points down along `down`, its front as near to `forward` as it
    can be."""
    up = scale(unit(down), -1.0)
    ahead = across(forward, up)
    right = cross(ahead, up)
    return (ahead[0], up[0], right[0], ahead[1], up[1], right[1], ahead[2], up[2], right[2])


def blend(r: Rotation, s: Rotation, share: float) -> Rotation:
    """The rotation that lies that share of the way from `r` to `s`, by the shortest turn."""
    rest = then(inverse(r), s)
    cosine = max(-1.0, min(1.0, (rest[0] + rest[4] + rest[8] - 1.0) / 2.0))
    angle = math.acos(cosine)
    if angle < 1e-6:
        return s
    return then(r, about(_axis(rest, angle), angle * share))


def _axis(r: Rotation, angle: float) -> Vector:
    """What a rotation turns about. Near half a turn what tells it elsewhere has all but vanished;
    there it is read off the symmetric half of the matrix, cos + (1 - cos) · axis · axisᵀ."""
    told = (r[7] - r[5], r[2] - r[6], r[3] - r[1])
    if angle < 2.0:
        return unit(told)
    c = math.cos(angle)
    xy, xz, yz = (r[1] + r[3]) / 2.0, (r[2] + r[6]) / 2.0, (r[5] + r[7]) / 2.0
    columns = ((r[0] - c, xy, xz), (xy, r[4] - c, yz), (xz, yz, r[8] - c))
    axis = unit(max(columns, key=length))
    return axis if dot(axis, told) >= 0.0 else scale(axis, -1.0)


def about(axis: Vector, radians: float) -> Rotation:
    """The turn about an axis of length 1 (Rodrigues' formula)."""
    x, y, z = axis
    c, s = math.cos(radians), math.sin(radians)
    d = 1.0 - c
    return (
        c + x * x * d,
        x * y * d - z * s,
        x * z * d + y * s,
        y * x * d + z * s,
        c + y * y * d,
        y * z * d - x * s,
        z * x * d - y * s,
        z * y * d + x * s,
        c + z * z * d,
    )
