"""Points into the text of SVG paths: whole numbers, relative to the point before."""

from collections.abc import Sequence

from .space import Point


def smooth(points: Sequence[Point], *, closed: bool = True) -> str:
    """A curve through all points (Catmull and Rom's spline as cubic Béziers)."""
    if closed:
        run = [points[-1], *points, points[0], points[1]]
    else:
        run = [points[0], *points, points[-1]]
    x, y = first = _whole(points[0])
    numbers: list[int] = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(run, run[1:], run[2:], run[3:], strict=False):
        end_x, end_y = round(cx), round(cy)
        numbers += (
            round(bx + (cx - ax) / 6.0) - x,
            round(by + (cy - ay) / 6.0) - y,
            round(cx - (dx - bx) / 6.0) - x,
            round(cy - (dy - by) / 6.0) - y,
            end_x - x,
            end_y - y,
        )
        x, y = end_x, end_y
    return f"M{_joined(first)}c{_joined(numbers)}{'z' if closed else ''}"


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
