"""The movement from start to hold: the outlines of every body on the way, for a script to play."""

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from supple.domain.body import Side

from .figure import Stroke
from .parts import parts_of
from .props import towel
from .scene import Scene, has_towel
from .shapes import Ink, Shape
from .space import Point

SMOOTH, OPEN, STRAIGHT, LINE = 0, 1, 2, 3
"""How a script joins the points of an outline."""

Key = tuple[str, Side | None, int]


@dataclass(frozen=True, slots=True)
class Movement:
    """What moves, by the number of its path within the body.

    `outlines`: number, manner of joining, and for each body on the way its points, x and y in
    turn, the first as they are, every further one as the difference to the one before.
    `rims`: number, and the numbers of the outlines that the rim goes round.
    """

    outlines: tuple[tuple[int, int, tuple[tuple[int, ...], ...]], ...]
    rims: tuple[tuple[int, tuple[int, ...]], ...]

    def as_json(self) -> str:
        return json.dumps([self.outlines, self.rims], separators=(",", ":"))


def movement_of(scene: Scene, strokes: Sequence[Stroke]) -> Movement:
    """The movement of a scene over the paths of its hold. What doesn't move is left out."""
    bodies = [_shapes(scene, number) for number in range(len(scene.bodies))]
    outlines = []
    moving: set[int] = set()
    for number, stroke in enumerate(strokes):
        if stroke.part is None or stroke.shape is None:
            continue
        frames = [shapes.get(stroke.part) for shapes in bodies]
        points = [
            frame.points
            if frame and len(frame.points) == len(stroke.shape.points)
            else stroke.shape.points
            for frame in frames
        ]
        flat = [_flat(each) for each in points]
        if any(frame != flat[-1] for frame in flat):
            moving.add(number)
            outlines.append((number, _manner(stroke.shape), _differences(flat)))
    rims = [
        (number, stroke.around)
        for number, stroke in enumerate(strokes)
        if moving.intersection(stroke.around)
    ]
    return Movement(tuple(outlines), tuple(rims))


def _shapes(scene: Scene, number: int) -> Mapping[Key, Shape]:
    """All shapes of one of the bodies, by part."""
    body = scene.bodies[number]
    found: dict[Key, Shape] = {}
    for part in parts_of(scene.camera, body, scene.manner):
        if part.joint:
            found[part.name, part.side, -1] = part.joint
        for index, shape in enumerate(part.shapes):
            found[part.name, part.side, index] = shape
    if has_towel(scene.setting):
        found["towel", None, 0] = Shape(Ink.TOWEL, towel(scene.camera, body).points)
    return found


def _manner(shape: Shape) -> int:
    match shape.ink:
        case Ink.LINE:
            return OPEN
        case Ink.TOWEL:
            return LINE
        case _:
            return SMOOTH if shape.curved else STRAIGHT


def _flat(points: Sequence[Point]) -> tuple[int, ...]:
    return tuple(round(number) for point in points for number in point)


def _differences(frames: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    rest = [
        tuple(b - a for a, b in zip(before, after, strict=True))
        for before, after in itertools.pairwise(frames)
    ]
    return (frames[0], *rest)


NOTHING: Final = Movement((), ())
