"""Outlines of rounded bodies as the camera sees them, each with a fixed number of points, so that
the same part of two postures can be blended point by point."""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from .camera import UNITS, Camera
from .proportions import Section
from .space import Point, Rotation, Vector, add, between, turned, turned_back

CAP_POINTS: Final = 3
"""Points of a round end between its two corners."""
DIRECTIONS: Final = 24
"""Directions in which a body's outline is felt for where it has no long axis on the screen."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A cut across a limb in the world: its middle, its frame, half its width to each side."""

    at: Vector
    frame: Rotation
    front: float
    back: float
    side: float

    def extent(self, direction: Vector) -> float:
        """How far it reaches from its middle in a direction of the world."""
        x, _, z = turned_back(self.frame, direction)
        return math.hypot((self.front if x > 0.0 else self.back) * x, self.side * z)

    def edge(self, direction: Vector) -> Vector:
        """The point of its edge that lies farthest in a direction of the world."""
        x, _, z = turned_back(self.frame, direction)
        ahead = self.front if x > 0.0 else self.back
        reach = math.hypot(ahead * x, self.side * z) or 1.0
        out = (ahead * ahead * x / reach, 0.0, self.side * self.side * z / reach)
        return add(self.at, turned(self.frame, out))


def width_at(sections: Sequence[Section], at: float) -> Section:
    """The section anywhere along a segment, between those that are given."""
    if at <= sections[0].at:
        low = sections[0]
        return Section(at, low.front, low.back, low.side)
    for low, high in itertools.pairwise(sections):
        if at <= high.at:
            share = (at - low.at) / (high.at - low.at)
            rest = 1.0 - share
            return Section(
                at,
                low.front * rest + high.front * share,
                low.back * rest + high.back * share,
                low.side * rest + high.side * share,
            )
    high = sections[-1]
    return Section(at, high.front, high.back, high.side)


def rings(
    start: Vector,
    end: Vector,
    frame: Rotation,
    sections: Sequence[Section],
    low: float = 0.0,
    high: float = 1.0,
    grow: float = 0.0,
) -> tuple[Ring, ...]:
    """The cuts of a straight segment from `low` to `high` of its length."""
    inner = [section.at for section in sections if low + 0.03 < section.at < high - 0.03]
    made = []
    for at in (low, *inner, high):
        width = width_at(sections, at)
        made.append(
            Ring(
                between(start, end, at),
                frame,
                width.front + grow,
                width.back + grow,
                width.side + grow,
            )
        )
    return tuple(made)


def swept(camera: Camera, cuts: Sequence[Ring], roundness: float = 1.0) -> list[Point]:
    """The outline of a limb that lies across the view: along one edge, round the end, and back.

    Each edge is as far from the axis as the cut reaches along the screen's normal. An end of
    roundness 1 is half a circle, of 0 it is cut off.
    """
    middles = [camera.project(cut.at) for cut in cuts]
    last = len(middles) - 1
    left: list[Point] = []
    right: list[Point] = []
    tangents: list[Point] = []
    for number, (middle, cut) in enumerate(zip(middles, cuts, strict=True)):
        before, after = middles[max(number - 1, 0)], middles[min(number + 1, last)]
        tangent = _unit((after[0] - before[0], after[1] - before[1]))
        normal = (-tangent[1], tangent[0])
        world = camera.across(normal)
        out = cut.extent(world) * UNITS
        back = cut.extent((-world[0], -world[1], -world[2])) * UNITS
        tangents.append(tangent)
        left.append((middle[0] + normal[0] * out, middle[1] + normal[1] * out))
        right.append((middle[0] - normal[0] * back, middle[1] - normal[1] * back))
    end = _cap(left[-1], right[-1], tangents[-1], roundness)
    return [*left, *end, *reversed(right), *_cap(right[0], left[0], tangents[0], -roundness)]


def _cap(a: Point, b: Point, tangent: Point, way: float) -> list[Point]:
    """The points of a round end from one corner to the other."""
    middle = ((a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0)
    arm = (a[0] - middle[0], a[1] - middle[1])
    radius = math.hypot(*arm)
    points = []
    for number in range(1, CAP_POINTS + 1):
        angle = math.pi * number / (CAP_POINTS + 1)
        c, s = math.cos(angle), math.sin(angle) * radius * way
        points.append(
            (middle[0] + arm[0] * c + tangent[0] * s, middle[1] + arm[1] * c + tangent[1] * s)
        )
    return points


def hull(camera: Camera, cuts: Iterable[Ring]) -> list[Point]:
    """The outline of anything rounded from any side: how far it reaches in each direction."""
    seen = [(camera.project(cut.at), cut) for cut in cuts]
    points = []
    for number in range(DIRECTIONS):
        angle = 2.0 * math.pi * number / DIRECTIONS
        u = (math.cos(angle), math.sin(angle))
        world = camera.across(u)
        _, _, farthest = max(
            (middle[0] * u[0] + middle[1] * u[1] + cut.extent(world) * UNITS, number, cut)
            for number, (middle, cut) in enumerate(seen)
        )
        points.append(camera.project(farthest.edge(world)))
    return points


def ellipsoid(
    camera: Camera, middle: Vector, frame: Rotation, halves: Vector, count: int = 12
) -> list[Point]:
    """The outline of an ellipsoid, an ellipse on the screen. `halves` are its half axes."""
    x, y = camera.project(middle)
    a, b, c = halves
    axes = [camera.project(turned(frame, axis)) for axis in ((a, 0, 0), (0, b, 0), (0, 0, c))]
    points = []
    for number in range(count):
        angle = 2.0 * math.pi * number / count
        u, v = math.cos(angle), math.sin(angle)
        shares = [ax * u + ay * v for ax, ay in axes]
        reach = math.hypot(*shares)
        points.append(
            (
                x + sum(ax * share for (ax, _), share in zip(axes, shares, strict=True)) / reach,
                y + sum(ay * share for (_, ay), share in zip(axes, shares, strict=True)) / reach,
            )
        )
    return points


def balls(camera: Camera, middles: Iterable[tuple[Vector, float]], count: int) -> list[Point]:
    """The outline of a set of balls, each a middle and a radius in statures."""
    seen = [(camera.project(at), radius * UNITS) for at, radius in middles]
    points = []
    for number in range(count):
        angle = 2.0 * math.pi * number / count
        x, y = math.cos(angle), math.sin(angle)
        (mx, my), radius = max(seen, key=lambda ball: ball[0][0] * x + ball[0][1] * y + ball[1])
        points.append((mx + x * radius, my + y * radius))
    return points


def lies_across(camera: Camera, start: Vector, end: Vector) -> bool:
    """Whether a segment is long enough on the screen to be swept along."""
    a, b = camera.project(start), camera.project(end)
    whole = math.dist(start, end) * UNITS
    return math.dist(a, b) > 0.5 * whole


def _unit(a: Point) -> Point:
    size = math.hypot(*a)
    return (a[0] / size, a[1] / size) if size > 1e-6 else (0.0, 1.0)


def convex(points: Iterable[Point]) -> list[Point]:
    """The convex hull of points on the screen (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def chain(run: Iterable[Point]) -> list[Point]:
        kept: list[Point] = []
        for p in run:
            while len(kept) > 1 and _turn(kept[-2], kept[-1], p) <= 0.0:
                kept.pop()
            kept.append(p)
        return kept[:-1]

    return chain(ordered) + chain(reversed(ordered))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
