"""Points into the text of SVG paths: whole numbers, relative to the point before.

A path is made of whole points alone, so that a script that is told only these makes the same text.
"""

from collections.abc import Sequence

from .space import Point


def smooth(points: Sequence[Point], *, closed: bool = True) -> str:
    """A curve through all points (Catmull and Rom's spline as cubic Béziers)."""
    whole = [_whole(point) for point in points]
    run = [whole[-1], *whole, whole[0], whole[1]] if closed else [whole[0], *whole, whole[-1]]
    numbers: list[int] = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(run, run[1:], run[2:], run[3:], strict=False):
        x, y = cx - bx, cy - by
        # A sixth, to the nearest whole; a half goes up.
        numbers += (
            (cx - ax + 3) // 6,
            (cy - ay + 3) // 6,
            x - (dx - bx + 3) // 6,
            y - (dy - by + 3) // 6,
            x,
            y,
        )
    return f"M{_joined(whole[0])}c{_joined(numbers)}{'z' if closed else ''}"


def straight(points: Sequence[Point], *, closed: bool = True) -> str:
    """Lines from point to point."""
    x, y = first = _whole(points[0])
    numbers: list[int] = []
    for point in points[1:]:
        px, py = _whole(point)
        numbers += (px - x, py - y)
        x, y = px, py
    return f"M{_joined(first)}l{_joined(numbers)}{'z' if closed else ''}"


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])


def _joined(numbers: Sequence[int]) -> str:
    """Numbers with a space between them where no minus sign parts them."""
    return " ".join(map(str, numbers)).replace(" -", "-")
