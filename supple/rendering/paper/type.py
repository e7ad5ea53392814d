"""How wide a text is in the sheet's font, and how many lines it takes.

The advance widths of `static/fonts/sheet-*`, and what kerning takes away between two letters,
stand in advances.json, made by `python -m tests.rendering.paper.advances`.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, Literal, TypeAlias

Weight: TypeAlias = Literal[400, 700]
Run: TypeAlias = tuple[str, Weight]
"""A text in one weight."""

MM_PER_POINT: Final = 25.4 / 72
UNITS_PER_EM: Final = 1000

UNKNOWN: Final = 850
"""Of a letter that our font lacks, in thousandths of its size: as wide as most are anywhere."""
WIDE: Final = 1000

SPARE: Final = 0.15
"""Millimetres by which a line may be longer in an engine that rounds."""

TEXTS: Final = 8192
"""So many texts are remembered: more than a guide of hundreds of exercises has."""

NO_BREAK: Final = "\xa0"
"""A space at which no line ends."""

_BREAK: Final = re.compile(r"[^ -]*(?:-+| +|$)")
"""As far as a line's end may be: after a space, and after a hyphen."""


def width(text: str, weight: Weight, points: float) -> float:
    """Millimetres of a text in one line, `points` large."""
    return _units(text, weight) / UNITS_PER_EM * points * MM_PER_POINT


def lines(text: str, weight: Weight, points: float, width_mm: float, taken_mm: float = 0) -> int:
    """How many lines a text takes in a column; `taken_mm` is what stands before it in its first
    line. A word that is too long for a line is broken wherever the line ends. An empty text
    takes none, or the one that something stands in already."""
    return run_lines([(text, weight)], points, width_mm, taken_mm)


def run_lines(runs: Iterable[Run], points: float, width_mm: float, taken_mm: float = 0) -> int:
    """The same of texts of several weights that follow each other."""
    count, used = (1 if taken_mm > 0 else 0), taken_mm
    width_mm -= SPARE
    unit = points * MM_PER_POINT / UNITS_PER_EM
    for word, of_word, of_space in _joined(runs):
        count = count or 1
        own = of_word * unit
        if used > 0 and used + own > width_mm:
            count, used = count + 1, 0
        if own > width_mm:
            rows, own = _broken(word, points, width_mm)
            count += rows
        used += own + of_space * unit
    return count


def _joined(runs: Iterable[Run]) -> Iterator[tuple[list[Run], int, int]]:
    """The words of texts that follow each other, each with its width and that of the spaces after
    it, in thousandths of its size. One that goes on in the next text is one word."""
    word: list[Run] = []
    units = 0
    for text, weight in runs:
        for part, of_part, of_space in _words(text, weight):
            word.append((part, weight))
            units += of_part
            if of_space or part.endswith("-"):
                yield word, units, of_space
                word, units = [], 0
    if word:
        yield word, units, 0


def _broken(word: Iterable[Run], points: float, width_mm: float) -> tuple[int, float]:
    """How many lines a word fills that fits none, and how much it takes of the one after."""
    rows, used = 0, 0.0
    for part, weight in word:
        for letter in part:
            own = width(letter, weight, points)
            if used and used + own > width_mm:
                rows, used = rows + 1, 0
            used += own
    return rows, used


@lru_cache(maxsize=TEXTS)
def _words(text: str, weight: Weight) -> tuple[tuple[str, int, int], ...]:
    """A text's words as lines may end after them: each, its width and that of the spaces after
    it, in thousandths of its size. Sheets are tried in many settings, with the same texts."""
    pieces = ((match[0].rstrip(" "), match[0]) for match in _BREAK.finditer(text) if match[0])
    return tuple(
        (word, _units(word, weight), _units(piece[len(word) :], weight)) for word, piece in pieces
    )


def known_letters() -> frozenset[str]:
    """Those that the sheet's font has in all its weights."""
    by_weight = ({letter for letter in each if len(letter) == 1} for each in _advances().values())
    return frozenset(set.intersection(*by_weight))


def _units(text: str, weight: Weight) -> int:
    """The width of a text in thousandths of its size."""
    known = _advances()[weight]
    units = sum(known[letter] if letter in known else _unknown(letter) for letter in text)
    return units + sum(known.get(first + second, 0) for first, second in pairwise(text))


def _unknown(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return WIDE if unicodedata.east_asian_width(letter) in "WF" else UNKNOWN


@cache
def _advances() -> Mapping[int, Mapping[str, int]]:
    """By weight and letter, or pair of letters, in thousandths of the font's size."""
    text = files(__package__).joinpath("advances.json").read_text("utf-8")
    return {int(weight): advances for weight, advances in json.loads(text).items()}
