"""Which part of a body hides which: parts into the order in which they are painted."""

import math
from collections.abc import Sequence
from typing import Final

from .camera import UNITS, Camera
from .shapes import Part
from .space import Point

NEIGHBOURS: Final = frozenset(
    {
        frozenset({"trunk", "head"}),
        frozenset({"trunk", "thigh"}),
        frozenset({"trunk", "upper arm"}),
        frozenset({"thigh", "shank"}),
        frozenset({"upper arm", "forearm"}),
    }
)


def joined(a: Part, b: Part) -> bool:
    """Whether two parts hang together at a joint."""
    same = a.side is b.side or a.side is None or b.side is None
    return same and frozenset({a.name, b.name}) in NEIGHBOURS


def painted_order(camera: Camera, parts: Sequence[Part]) -> list[Part]:
    """The parts from the hindmost to the foremost.

    Two parts that cover each other on the screen are ordered by their depth where they do.
    Where three go round in a circle, the weakest claim gives way.
    """
    flat = [
        [(camera.project(at), camera.depth(at), radius * UNITS) for at, radius in part.balls]
        for part in parts
    ]
    count = len(parts)
    claims = [[0.0] * count for _ in parts]
    for a in range(count):
        for b in range(a):
            claim = _nearer(flat[a], flat[b], joined(parts[a], parts[b]))
            claims[a][b], claims[b][a] = claim, -claim
    depths = [sum(depth for _, depth, _ in balls) / len(balls) for balls in flat]
    left = set(range(count))
    order: list[Part] = []

    # The next to paint is the one that least has to wait for another. Of these, as `groups` wants
    # them: one that hangs on to the last, else one that doesn't hang on to any to come.
    def wait(a: int) -> tuple[float, bool, bool, float]:
        part = parts[a]
        apart = not order or not joined(part, order[-1])
        early = part.name == "shank" and any(joined(part, parts[b]) for b in left)
        return max(0.0, *(claims[a][b] for b in left)), apart, early, depths[a]

    while left:
        found = min(sorted(left), key=wait)
        order.append(parts[found])
        left.remove(found)
    return order


Flat = list[tuple[Point, float, float]]


def _nearer(a: Flat, b: Flat, neighbours: bool) -> float:
    """How strongly `a` lies before `b`: the depth between them where they cover each other,
    weighed by how much they do. Two that hang together always meet at their joint, which says
    nothing about the rest."""
    claim = 0.0
    for (ax, ay), a_depth, a_radius in a:
        for (bx, by), b_depth, b_radius in b:
            covered = a_radius + b_radius - math.hypot(ax - bx, ay - by)
            if covered > 0.0:
                apart = a_depth - b_depth
                if not neighbours or abs(apart) * UNITS > 0.25 * (a_radius + b_radius):
                    claim += covered * apart
    return claim


def overlap(camera: Camera, a: Part, b: Part) -> bool:
    """Whether two parts cover each other on the screen."""
    for at, radius in a.balls:
        ax, ay = camera.project(at)
        for other, other_radius in b.balls:
            bx, by = camera.project(other)
            if math.hypot(ax - bx, ay - by) < (radius + other_radius) * UNITS:
                return True
    return False


def groups(camera: Camera, ordered: Sequence[Part]) -> list[list[Part]]:
    """Runs of parts that hang together and are painted as one, so that no rim parts them.

    A part begins a new group when it covers one of the group that it doesn't hang on to.
    """
    made: list[list[Part]] = []
    for part in ordered:
        group = made[-1] if made else []
        # An arm before the trunk would be lost in it: it is told apart by its rim.
        before = part.name == "upper arm" and any(done.name == "trunk" for g in made for done in g)
        hangs = not before and any(joined(part, member) for member in group)
        if hangs and not any(
            overlap(camera, part, member) for member in group if not joined(part, member)
        ):
            group.append(part)
        else:
            made.append([part])
    return made
