"""Durations and counts as people write them: `20 s`, `15–20 seconds`, `1 min 30 s`, `2-5`.

A length is minutes, seconds, both, breaths, or a bare number of seconds; a range is two
lengths with a dash or "to" between them, where the first may leave its unit to the second.
Written out again, as `str` does it, both read as the same.
"""

import re
from fractions import Fraction

from supple.domain.quantity import Count, Duration, Unit

LONGEST = 24 * 60 * 60
"""No hold, rest or activity takes longer than a day, in seconds."""

MOST = 1_000
"""Nothing is repeated more often than that."""

_NUMBER = r"(?:0|[1-9][0-9]{0,5})"
_DECIMAL = rf"{_NUMBER}(?:\.[0-9]{{1,6}})?"
_MINUTES = re.compile(rf"({_DECIMAL})\s*(?:minutes?|mins?)")
_SECONDS = re.compile(rf"({_NUMBER})\s*(?:seconds?|secs?|s)")
_BREATHS = re.compile(rf"({_NUMBER})\s*breaths?")
_BARE = re.compile(_NUMBER)
_BOTH = re.compile(rf"({_MINUTES.pattern})(?:\s+and\s+|\s*)({_SECONDS.pattern})")
_UNITLESS = re.compile(_DECIMAL)
_WITH_UNIT = re.compile(rf"{_DECIMAL}\s*([a-z]+)")
_HUGE = re.compile(r"[0-9]{7,}")
_TO = re.compile(r"\s*[-‐‑‒–—−]\s*|\s+to\s+")


def parse_duration(text: str) -> Duration | None:
    """The duration that a text says, or None where nobody could tell."""
    said = _range(text)
    return Duration(*said) if said and said[0] <= said[1] <= LONGEST else None


def why_no_duration(text: str) -> tuple[str, str] | None:
    """What is wrong with a text that nearly says a duration, and what to write instead."""
    with_point = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", text)
    if with_point != text and parse_duration(with_point):
        return f"{text} has a comma in a number", f"write {with_point}"
    said = _range(_HUGE.sub("999999", text))
    if said is None:
        return None
    low, high, unit = said
    if max(low, high) > LONGEST:
        return f"{_short(text)} is longer than a day", "write less, such as 30 s or 2 min"
    if low > high:
        return f"{text} goes from more to less", f"write {Duration(high, low, unit)}"
    if low:
        return None
    return f"{text} {'begins with' if high else 'is'} no time at all", "write 1 s or more"


def parse_count(text: str) -> Count | None:
    """The number of repetitions that a text such as `5` or `2-5` says, or None."""
    numbers = _ends(text)
    if len(numbers) > 2 or not all(_BARE.fullmatch(number) for number in numbers):
        return None
    low, high = int(numbers[0]), int(numbers[-1])
    return Count(low, high) if 1 <= low <= high <= MOST else None


def why_no_count(text: str) -> tuple[str, str] | None:
    """The same for a number of repetitions."""
    numbers = _ends(_HUGE.sub("999999", text))
    if len(numbers) > 2 or not all(_BARE.fullmatch(number) for number in numbers):
        return None
    low, high = int(numbers[0]), int(numbers[-1])
    if max(low, high) > MOST:
        return f"{_short(text)} is too often", f"write at most {MOST}"
    return (f"{text} goes from more to less", f"write {high}-{low}") if 0 < high < low else None


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:28]} …"


def _range(text: str) -> tuple[int, int, Unit] | None:
    """The two ends that a text says, be it from more to less or longer than anybody can."""
    lengths = _ends(text)
    if len(lengths) > 2:
        return None
    first, last = _with_one_unit(lengths[0], lengths[-1])
    low, high = _length(first), _length(last)
    return (low[0], high[0], low[1]) if low and high and low[1] is high[1] else None


def _ends(text: str) -> list[str]:
    """The two ends of a range, or the one thing that the text says."""
    return [part.strip() for part in _TO.split(text.strip().lower())]


def _length(text: str) -> tuple[int, Unit] | None:
    """One length in whole seconds or breaths."""
    if both := _BOTH.fullmatch(text):
        minutes, seconds = _length(both[1]), _length(both[3])
        return (minutes[0] + seconds[0], Unit.SECONDS) if minutes and seconds else None
    if match := _MINUTES.fullmatch(text):
        exactly = Fraction(match[1]) * 60
        return (int(exactly), Unit.SECONDS) if exactly.denominator == 1 else None
    if match := _SECONDS.fullmatch(text):
        return int(match[1]), Unit.SECONDS
    if match := _BREATHS.fullmatch(text):
        return int(match[1]), Unit.BREATHS
    return (int(text), Unit.SECONDS) if _BARE.fullmatch(text) else None


def _with_one_unit(first: str, last: str) -> tuple[str, str]:
    """`15` of `15-20 s` gets the unit behind the second number. In `1-2 min 30 s` and in
    `1 min - 90` nobody can tell what the number without a unit counts."""
    if bool(_UNITLESS.fullmatch(first)) is bool(_UNITLESS.fullmatch(last)):
        return first, last
    unit = _WITH_UNIT.fullmatch(last)
    return (f"{first} {unit[1]}", last) if unit else ("", "")
