"""The two ways in which unknown angles are found."""

from collections.abc import Callable, Sequence

from .space import Vector


def bisect(height: Callable[[float], float], low: float, high: float, rounds: int = 13) -> float:
    """Where a function passes zero, in degrees; the nearer end where it doesn't."""
    below, above = height(low), height(high)
    if below * above > 0.0:
        return low if abs(below) < abs(above) else high
    for _ in range(rounds):
        middle = (low + high) / 2.0
        here = height(middle)
        if below * here <= 0.0:
            high = middle
        else:
            low, below = middle, here
    return (low + high) / 2.0


def least_squares(slopes: Sequence[Vector], error: Vector, damping: float = 2e-6) -> list[float]:
    """The smallest step of the joints that takes the error away: Jᵀ (J Jᵀ + λ)⁻¹ e."""
    (a, b, c), (d, e, f), (g, h, i) = (
        [sum(s[p] * s[q] for s in slopes) + (damping if p == q else 0.0) for q in range(3)]
        for p in range(3)
    )
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    x, y, z = error
    solved = (
        (x * (e * i - f * h) - b * (y * i - f * z) + c * (y * h - e * z)) / whole,
        (a * (y * i - f * z) - x * (d * i - f * g) + c * (d * z - y * g)) / whole,
        (a * (e * z - y * h) - b * (d * z - y * g) + x * (d * h - e * g)) / whole,
    )
    return [
        max(-15.0, min(15.0, s[0] * solved[0] + s[1] * solved[1] + s[2] * solved[2]))
        for s in slopes
    ]
