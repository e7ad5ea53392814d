"""The paths of a drawing made smaller: what lies outside the picture left out, curves shortened,
nothing said twice.

It knows no more of SVG than what `supple/drawing/paths.py` writes.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

Box: TypeAlias = tuple[int, int, int, int]
"""x, y, width, height."""

POINTS: Final = {"M": 1, "c": 3, "l": 1, "h": 1, "z": 1}
"""How many points each letter takes at a time."""
RIM: Final = 12
"""So far a line reaches beyond its points."""


def within(marks: str, box: Box) -> str:
    """Marks without what lies outside the box."""
    return _each_path(marks, lambda d: "".join(part for part in _parts(d) if _touches(part, box)))


def packed(marks: str) -> str:
    """Marks with curves that go on smoothly written as SVG's `s`: the same picture, a third
    shorter."""
    return _each_path(marks, lambda d: re.sub(r"c[-\d ]+", lambda found: _smooth(found[0]), d))


def shared(marks: str) -> str:
    """Marks whose rims point at the shapes that they surround, rather than repeat them. What is
    filled so below is filled once more above."""
    surrounded = {part for d in re.findall(r'class="rim" d="([^"]*)"', marks) for part in _parts(d)}
    names: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        words, d = found[1], found[2]
        if words == "rim" or d not in surrounded or d in names:
            return found[0]
        names[d] = f"s{len(names)}"
        return f'<path id="{names[d]}" class="{words}" d="{d}"/>'

    def pointing(found: re.Match[str]) -> str:
        uses = "".join(f'<use href="#{names[part]}"/>' for part in _parts(found[1]))
        return f'<g class="rim">{uses}</g>'

    before, group, body = marks.partition('<g class="body">')
    body = re.sub(r'<path class="([^"]*)" d="([^"]*)"/>', named, body)
    return before + group + re.sub(r'<path class="rim" d="([^"]*)"/>', pointing, body)


def _each_path(marks: str, change: Callable[[str], str]) -> str:
    def changed(found: re.Match[str]) -> str:
        d = change(found[2])
        return f'{found[1]}d="{d}"/>' if d else ""

    return re.sub(r'(<path [^>]*?)d="([^"]*)"/>', changed, marks)


def _parts(d: str) -> list[str]:
    return re.findall(r"M[^M]+", d)


def _touches(part: str, box: Box) -> bool:
    x, y, width, height = box
    points = [*_points(part)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across = min(xs) - RIM < x + width and max(xs) + RIM > x
    return across and min(ys) - RIM < y + height and max(ys) + RIM > y


def _points(part: str) -> Iterator[tuple[int, int]]:
    """The points of a part, those of curves' handles too."""
    x = y = 0
    for letter, text in re.findall(r"([A-Za-z])([-\d ]*)", part):
        numbers = _numbers(text)
        if letter == "h":
            numbers = [numbers[0], 0]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        every = POINTS[letter]
        for number, (dx, dy) in enumerate(pairs, start=1):
            yield x + dx, y + dy
            if number % every == 0:
                x, y = x + dx, y + dy


def _smooth(curves: str) -> str:
    """ "c…" with each curve that begins as the one before it ends in the form without that."""
    numbers = _numbers(curves[1:])
    runs = [numbers[at : at + 6] for at in range(0, len(numbers), 6)]
    text = f"c{_joined(runs[0])}"
    for before, (a, b, *rest) in itertools.pairwise(runs):
        goes_on = (a, b) == (before[4] - before[2], before[5] - before[3])
        text += f"s{_joined(rest)}" if goes_on else f"c{_joined([a, b, *rest])}"
    return text


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"-?\d+", text)]


def _joined(numbers: list[int]) -> str:
    return " ".join(map(str, numbers)).replace(" -", "-")
