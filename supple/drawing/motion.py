"""The movement from start to hold: the outlines of every body on the way, for a script to play."""

import itertools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supple.domain.body import Side

from .between import way
from .figure import Stroke
from .parts import parts_of
from .props import towel
from .scene import Scene
from .shapes import Ink, Shape
from .skeleton import Body
from .space import Point

SMOOTH, OPEN, STRAIGHT, LINE = 0, 1, 2, 3
"""How a script joins the points of an outline."""

Key = tuple[str, Side | None, int]
Numbers = tuple[int, ...]
"""A body's outline: x and y in turn; empty where it can't be seen."""


@dataclass(frozen=True, slots=True)
class Movement:
    """What moves, by the number of its path within the body.

    `outlines`: number, manner of joining, and for each body on the way its points, in `steps`.
    `rims`: number, and the numbers of the outlines that the rim goes round.
    """

    outlines: tuple[tuple[int, int, tuple[Numbers, ...]], ...]
    rims: tuple[tuple[int, Numbers], ...]

    def as_json(self) -> str:
        return json.dumps([self.outlines, self.rims], separators=(",", ":"))


def movement_of(scene: Scene, strokes: Sequence[Stroke]) -> Movement:
    """The movement of a scene over the paths that were drawn of it. What doesn't move is left
    out."""
    bodies = [_shapes(scene, body) for body in way(scene)]
    outlines = []
    moving: set[int] = set()
    for number, stroke in enumerate(strokes):
        if stroke.part is None or stroke.shape is None:
            continue
        seen = [shapes[stroke.part].points for shapes in bodies]
        model = seen[-1] or max(seen, key=len)
        frames = [_flat(_like(model, points)) for points in seen]
        if any(frame != frames[-1] for frame in frames):
            moving.add(number)
            outlines.append((number, _manner(stroke.shape), steps(frames)))
    rims = [
        (number, stroke.around)
        for number, stroke in enumerate(strokes)
        if moving.intersection(stroke.around)
    ]
    return Movement(tuple(outlines), tuple(rims))


def _shapes(scene: Scene, body: Body) -> Mapping[Key, Shape]:
    """All shapes of one of the bodies, by part."""
    found: dict[Key, Shape] = {}
    for part in parts_of(scene.camera, body, scene.manner):
        if part.joint:
            found[part.name, part.side, -1] = part.joint
        for index, shape in enumerate(part.shapes):
            found[part.name, part.side, index] = shape
    if scene.setting.has_towel:
        found["towel", None, 0] = Shape(Ink.TOWEL, towel(scene.camera, body).points)
    return found


def _like(model: Sequence[Point], points: Sequence[Point]) -> Sequence[Point]:
    """An outline in as many points as the model has. A turning face shows now more, now fewer:
    then it is felt for in the model's directions."""
    if not points or len(points) == len(model):
        return points
    x, y = _middle(model)
    ways = [(px - x, py - y) for px, py in model]
    return [max(points, key=lambda p: p[0] * u + p[1] * v) for u, v in ways]


def _middle(points: Sequence[Point]) -> Point:
    return math.fsum(x for x, _ in points) / len(points), math.fsum(y for _, y in points) / len(
        points
    )


def _manner(shape: Shape) -> int:
    match shape.ink:
        case Ink.LINE:
            return OPEN
        case Ink.TOWEL:
            return LINE
        case _:
            return SMOOTH if shape.curved else STRAIGHT


def _flat(points: Sequence[Point]) -> Numbers:
    return tuple(round(number) for point in points for number in point)


def steps(frames: Sequence[Numbers]) -> tuple[Numbers, ...]:
    """Each frame as the difference to the last one before it in which there was anything, and of
    that only the steps from point to point: small numbers, and many alike."""
    last: Numbers = ()
    told = []
    for frame in frames:
        pairs = itertools.zip_longest(frame, last if frame else (), fillvalue=0)
        moved = [a - b for a, b in pairs]
        told.append((*moved[:2], *(b - a for a, b in zip(moved, moved[2:], strict=False))))
        last = frame or last
    return tuple(told)
