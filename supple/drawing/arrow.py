"""The arrow: the way that a part of the body takes from start to hold, drawn beside it."""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import Part
from supple.domain.body import Side
from supple.domain.pose import Mark

from .camera import UNITS, Camera
from .outline import width_at
from .pointing import SURFACES, part_at
from .proportions import TRUNK_SECTIONS
from .skeleton import Body
from .space import Point, Rotation, Vector, add, dot, subtract, turned, turned_back

POINTS: Final = 11
LEAST: Final = 96.0
"""The shortest arrow that is still seen on a card."""
MOST: Final = 330.0
"""Of a longer way the arrow shows the end."""
SHORT: Final = 120.0
"""An arrow before or behind the body."""
ROUND: Final = 0.13
"""The radius of an arrow that tells of a turn, in statures, and how high above the middle of the
head it is."""
LEAST_TURN: Final = 12.0
"""From so many degrees on, a turn has its arrow."""
CLEAR: Final = 24.0
"""The gap between an arrow and the body."""
HEAD_LENGTH: Final = 30.0
HEAD_HALF: Final = 24.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """A shaft and the four corners of its head, on the screen."""

    shaft: tuple[Point, ...]
    head: tuple[Point, ...]
    clearance: float
    """How far the shaft keeps from the body; less than nothing where it runs through it."""


Balls = Sequence[tuple[Point, float]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an arrow keeps clear of: of the body for certain, of its start where there is room."""

    body: Balls
    ghost: Balls


def arrow_of(
    camera: Camera, mark: Mark, side: Side, bodies: Sequence[Body], around: Surroundings
) -> Arrow | None:
    """The arrow for a mark over the bodies of a movement; None where it hardly moves."""
    if mark.part is Part.CHEST and abs(turn := _turned(bodies, _chest)) > LEAST_TURN:
        return _round(camera, bodies[-1], turn)
    if mark.part in SURFACES and _bends(bodies):
        return _push(camera, mark.part, bodies)
    track = [camera.project(part_at(mark.part, side, body)) for body in bodies]
    beside = _beside(track, around, inline=mark.part is Part.HIPS)
    if not beside and mark.part is Part.HEAD and abs(turn := _turned(bodies, _head)) > LEAST_TURN:
        return _round(camera, bodies[-1], turn)
    return beside


def _chest(body: Body) -> Rotation:
    return body.thorax_frame


def _head(body: Body) -> Rotation:
    return body.head_frame


def _turned(bodies: Sequence[Body], frame: Callable[[Body], Rotation]) -> float:
    """How far a part of the body turns about its own axis, in degrees to the right."""
    before, after = frame(bodies[0]), frame(bodies[-1])
    x, _, z = turned_back(before, turned(after, (1.0, 0.0, 0.0)))
    return math.degrees(math.atan2(z, x))


def _round(camera: Camera, body: Body, turn: float) -> Arrow:
    """Most of half a circle above the head, about the body's axis, on the camera's side: nothing
    of the body is in its way there."""
    frame = body.thorax_frame
    x, _, z = turned_back(frame, camera.towards)
    near = math.atan2(z, x)
    way = math.copysign(1.0, turn)
    track = []
    for step in range(POINTS):
        angle = near + way * math.radians(150.0 * step / (POINTS - 1) - 85.0)
        out = (math.cos(angle) * ROUND, ROUND, math.sin(angle) * ROUND)
        track.append(camera.project(add(body.head, turned(frame, out))))
    return _with_head(track, CLEAR)


def _bends(bodies: Sequence[Body]) -> bool:
    """Whether the trunk stays where it is, so that a surface pushes rather than travels."""
    return math.dist(bodies[0].spine[-1].at, bodies[-1].spine[-1].at) < 0.16


def _push(camera: Camera, part: Part, bodies: Sequence[Body]) -> Arrow:
    """A straight arrow on the surface's normal, outwards where it rises, inwards where it sinks."""
    measure, way = SURFACES[part]
    width = width_at(TRUNK_SECTIONS, measure)
    reach = (width.front if way > 0 else width.back) * way

    def surface(body: Body) -> tuple[Vector, Vector]:
        at, frame = body.trunk_at(measure)
        normal = turned(frame, (way, 0.0, 0.0))
        return add(at, turned(frame, (reach, 0.0, 0.0))), normal

    before, _ = surface(bodies[0])
    after, normal = surface(bodies[-1])
    moved = subtract(after, before)
    rises = dot(moved, normal) > 0.0
    foot = camera.project(after)
    x, y = camera.project(normal)
    size = math.hypot(x, y) or 1.0
    nx, ny = x / size, y / size
    steps = (20.0, 50.0, 100.0) if rises else (108.0, 60.0, 26.0)
    track = [(foot[0] + nx * step, foot[1] + ny * step) for step in steps]
    return _with_head(track, CLEAR)


def _beside(track: Sequence[Point], around: Surroundings, *, inline: bool) -> Arrow | None:
    """The track moved outwards along its normals until it is clear of the body; or, rather if
    `inline`, along itself."""
    whole = sum(math.dist(a, b) for a, b in itertools.pairwise(track))
    if whole < 12.0:
        return None
    last = _resampled(track, 41)[-1 - round(40 * min(1.0, MOST / whole)) :]
    path = _stretched(_resampled(last, POINTS), max(1.0, LEAST / whole))
    normals = _normals(path)
    size = math.dist(path[0], path[-1]) or 1.0
    onward = [((path[-1][0] - path[0][0]) / size, (path[-1][1] - path[0][1]) / size)] * POINTS
    short = _stretched(path, min(1.0, SHORT / size))
    # Each way to move it: how little one wants it, the path, the directions, how far.
    ways = [(out, path, normals, way * out) for way in (1, -1) for out in range(0, 240, 12)]
    # Where there is no room beside, it stands before the body or pushes from behind.
    ways += [
        (out // 2 if inline else out + 40, short, onward, way * out)
        for way in (1, -1)
        for out in range(20, 420, 16)
    ]
    best, moved, best_gap = -math.inf, path, 0.0
    for out, run, directions, by in sorted(ways, key=lambda way: way[0]):
        if CLEAR * 5.0 - out * 0.45 <= best:
            break
        candidate = _shifted(run, directions, by)
        gap = _gap(candidate, around.body, (best + out * 0.45) / 5.0)
        score = min(gap, CLEAR) * 5.0 - out * 0.45
        if score > best:
            score += min(0.0, _gap(candidate, around.ghost, -math.inf)) * 0.9
        if score > best:
            best, moved, best_gap = score, candidate, gap
    return _with_head(_smoothed(moved)[1:], best_gap)


def _shifted(path: Sequence[Point], ways: Sequence[Point], by: float) -> list[Point]:
    return [(x + dx * by, y + dy * by) for (x, y), (dx, dy) in zip(path, ways, strict=True)]


def _gap(path: Sequence[Point], obstacles: Balls, wanted: float) -> float:
    """How far a path keeps from the nearest of many discs; of one that keeps less than wanted,
    no more than that it does."""
    least = math.inf
    for x, y in path:
        for (bx, by), radius in obstacles:
            gap = math.hypot(x - bx, y - by) - radius
            if gap < least:
                if gap < wanted:
                    return gap
                least = gap
    return least


def _with_head(path: Sequence[Point], gap: float) -> Arrow:
    tip = path[-1]
    back = next((p for p in reversed(path) if math.dist(p, tip) > HEAD_LENGTH), path[0])
    size = math.dist(back, tip) or 1.0
    dx, dy = (tip[0] - back[0]) / size, (tip[1] - back[1]) / size

    def at(ahead: float, aside: float) -> Point:
        return tip[0] + dx * ahead - dy * aside, tip[1] + dy * ahead + dx * aside

    shaft = [p for p in path[:-1] if math.dist(p, tip) > HEAD_LENGTH]
    chosen = [shaft[round(i * (len(shaft) - 1) / 4)] for i in range(5)] if len(shaft) > 5 else shaft
    head = (
        at(12.0, 0.0),
        at(-HEAD_LENGTH, HEAD_HALF),
        at(-HEAD_LENGTH * 0.62, 0.0),
        at(-HEAD_LENGTH, -HEAD_HALF),
    )
    return Arrow((*chosen, at(-HEAD_LENGTH * 0.6, 0.0)), head, gap)


def _resampled(track: Sequence[Point], count: int) -> list[Point]:
    lengths = [0.0]
    for a, b in itertools.pairwise(track):
        lengths.append(lengths[-1] + math.dist(a, b))
    made = []
    leg = 0
    for number in range(count):
        want = lengths[-1] * number / (count - 1)
        while leg < len(track) - 2 and lengths[leg + 1] < want:
            leg += 1
        span = lengths[leg + 1] - lengths[leg] or 1.0
        share = (want - lengths[leg]) / span
        a, b = track[leg], track[leg + 1]
        made.append((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
    return made


def _stretched(path: Sequence[Point], by: float) -> list[Point]:
    cx = sum(x for x, _ in path) / len(path)
    cy = sum(y for _, y in path) / len(path)
    return [(cx + (x - cx) * by, cy + (y - cy) * by) for x, y in path]


def _normals(path: Sequence[Point]) -> list[Point]:
    made = []
    for number in range(len(path)):
        a, b = path[max(0, number - 1)], path[min(len(path) - 1, number + 1)]
        size = math.dist(a, b) or 1.0
        made.append((-(b[1] - a[1]) / size, (b[0] - a[0]) / size))
    return made


def _smoothed(path: Sequence[Point]) -> list[Point]:
    made = list(path)
    for _ in range(2):
        made = [
            made[0],
            *(
                ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
                for a, b, c in zip(made, made[1:], made[2:], strict=False)
            ),
            made[-1],
        ]
    return made


def balls_on_screen(camera: Camera, bodies: Sequence[Sequence[tuple[Vector, float]]]) -> Balls:
    """Balls in the world as discs on the screen."""
    return [(camera.project(at), radius * UNITS) for balls in bodies for at, radius in balls]
