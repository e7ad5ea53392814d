"""How the body is at the beginning, as far as a text says."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from supple.domain.body import Position

_WORDS: Final = re.compile(
    r"\b(?:(?P<all_fours>hands and (?:your )?knees|hands knees|all fours)"
    r"|(?P<lying>(?:lie|lies|lay|lying|laying)\b)"
    r"|(?P<kneeling>kneel(?:ing)?\b)"
    r"|(?P<seated>(?:sit|sitting|seated|seat yourself)\b)"
    r"|(?P<standing>(?:stand|standing)\b|(?:feet|hip|shoulder)[- ]width|stance\b))",
    re.IGNORECASE,
)
_EITHER: Final = re.compile(
    r"\b(?:sit|stand|lie|kneel)(?:ting|ing)? or (?:sit|stand|lie|kneel)", re.I
)
_IF: Final = re.compile(r"\bif (?:you|your)\b", re.IGNORECASE)
_HOW: Final = (
    (Position.PRONE, r"face[- ]?down|stomach|belly|prone|on your front"),
    (Position.SIDE_LYING, r"(?:on|onto) (?:your|one|the) (?:right |left )?side\b"),
    (Position.SUPINE, r"(?:on|with) (?:your|the) back\b|back pressed|face[- ]?up|supine"),
)
_UPRIGHT: Final = {
    "all_fours": Position.HANDS_AND_KNEES,
    "kneeling": Position.KNEELING,
    "seated": Position.SEATED,
    "standing": Position.STANDING,
}
_BEGINNING: Final = 2
"""So many steps of a text may be about how one begins."""


def position_of(name: str, steps: Sequence[str]) -> tuple[Position, str]:
    """The position, and in plain words what is doubtful about it, or nothing."""
    begins, lies = _first(steps[:_BEGINNING])
    if begins:
        either = any(map(_EITHER.search, steps[:_BEGINNING]))
        doubt = f"The text leaves a choice of positions. The page has the first, {begins}."
        return begins, doubt if either else ""
    named, lies_by_name = _first((name,))
    if named:
        return named, f"Only its name says that the position is {named}. Is it so?"
    if lies or lies_by_name:
        return Position.SUPINE, "The text says lying, but not how. On the back (supine) is a guess."
    later, _ = _first(steps[_BEGINNING:])
    if later:
        return later, f"The position, {later}, is taken from a later step. Does one begin so?"
    doubt = "The text doesn't say how one begins. The position, standing, is a guess."
    return Position.STANDING, doubt


def _first(texts: Sequence[str]) -> tuple[Position | None, bool]:
    """The position that is named first; else whether somebody lies, nobody knows how."""
    lies = False
    for sentence in _sentences(texts):
        match = _WORDS.search(sentence)
        if match and not _IF.search(sentence[: match.start()]):
            if match.lastgroup != "lying":
                return (None if lies else _UPRIGHT[match.lastgroup or ""]), lies
            rest = sentence[match.start() :]
            how = next((each for each, words in _HOW if re.search(words, rest, re.I)), None)
            if how:
                return how, True
            lies = True
    return None, lies


def _sentences(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from re.split(r"(?<=[.!?;])\s+", text)
