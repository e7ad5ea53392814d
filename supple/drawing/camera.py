"""From space to the screen: a camera so far away that lines stay parallel."""

from dataclasses import dataclass
from functools import cached_property

from .space import Point, Rotation, Vector, roll, then, turned_back, yaw

UNITS = 680.0
"""One stature in the drawing's own units, in which all numbers are whole."""


@dataclass(frozen=True)
class Camera:
    """Looks from `azimuth` degrees round the person (0 from the right side, -90 from the front,
    180 from the left) and `elevation` degrees up."""

    azimuth: float
    elevation: float

    @cached_property
    def frame(self) -> Rotation:
        return then(roll(self.elevation), yaw(self.azimuth))

    @cached_property
    def towards(self) -> Vector:
        """The direction from the scene to the camera, in the world."""
        return turned_back(self.frame, (0.0, 0.0, 1.0))

    def project(self, a: Vector) -> Point:
        f = self.frame
        x, y, z = a
        return (
            (f[0] * x + f[1] * y + f[2] * z) * UNITS,
            -(f[3] * x + f[4] * y + f[5] * z) * UNITS,
        )

    def depth(self, a: Vector) -> float:
        """How near to the camera a point is, in statures."""
        f = self.frame
        return f[6] * a[0] + f[7] * a[1] + f[8] * a[2]

    def across(self, direction: Point) -> Vector:
        """The direction in the world that a direction on the screen stands for."""
        return turned_back(self.frame, (direction[0], -direction[1], 0.0))
