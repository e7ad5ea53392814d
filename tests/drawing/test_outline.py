"""Outlines of rounded bodies: on the screen, none leaves out or adds anything."""

import math

from hypothesis import given
from hypothesis import strategies as st

from supple.drawing import space
from supple.drawing.camera import UNITS, Camera
from supple.drawing.outline import Ring, ellipsoid, hull
from supple.drawing.space import Point, Rotation, Vector

angles = st.floats(-180, 180)
sizes = st.floats(0.01, 0.2)
cameras = st.builds(Camera, angles, st.floats(-80, 80))
frames = st.builds(
    lambda a, b: space.then(space.pitch(a), space.yaw(b)),
    angles,
    angles,
)
AROUND = [math.radians(step * 15) for step in range(24)]


def reach(points: list[Point], angle: float) -> float:
    """How far an outline reaches in a direction of the screen."""
    return max(x * math.cos(angle) + y * math.sin(angle) for x, y in points)


@given(cameras, frames, st.tuples(sizes, sizes, sizes))
def test_an_ellipsoid_reaches_as_far_as_its_surface(
    camera: Camera, frame: Rotation, halves: Vector
) -> None:
    outline = ellipsoid(camera, (0.1, 0.2, 0.3), frame, halves, len(AROUND))
    x, y = camera.project((0.1, 0.2, 0.3))
    for angle in AROUND:
        u = (math.cos(angle), math.sin(angle))
        across = space.turned_back(frame, camera.across(u))
        surface = math.hypot(*(half * part for half, part in zip(halves, across, strict=True)))
        wanted = x * u[0] + y * u[1] + surface * UNITS
        assert math.isclose(reach(outline, angle), wanted, abs_tol=1e-6)


@given(cameras, frames, st.tuples(sizes, sizes, sizes))
def test_a_hull_keeps_to_its_cuts(camera: Camera, frame: Rotation, widths: Vector) -> None:
    """Every point of the outline lies on the edge of a cut, so none makes a bump."""
    cut = Ring((0.0, 0.0, 0.0), frame, *widths)
    points = hull(camera, [cut])
    for angle in AROUND:
        world = camera.across((math.cos(angle), math.sin(angle)))
        assert reach(points, angle) <= cut.extent(world) * UNITS + 1e-6
