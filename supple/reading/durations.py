"""Durations and counts as people write them: `20 s`, `15–20 seconds`, `1 min 30 s`, `2-5`.

A length is minutes, seconds, both, breaths, or a bare number of seconds; a range is two
lengths with a dash or "to" between them, where the first may leave its unit to the second.
"""

import re

from supple.domain.quantity import Count, Duration, Unit

LONGEST = 24 * 60 * 60
"""No hold, rest or activity takes longer than a day, in seconds."""

_NUMBER = r"(?:0|[1-9][0-9]{0,5})"
_MINUTES = re.compile(rf"({_NUMBER}(?:\.[0-9]+)?)\s*(?:minutes?|mins?)")
_SECONDS = re.compile(rf"({_NUMBER})\s*(?:seconds?|secs?|s)")
_BREATHS = re.compile(rf"({_NUMBER})\s*breaths?")
_BARE = re.compile(_NUMBER)
_BOTH = re.compile(rf"({_MINUTES.pattern})\s*(?:and\s+)?({_SECONDS.pattern})")
_TO = re.compile(r"\s*[-–—‑]\s*|\s+to\s+")


def parse_duration(text: str) -> Duration | None:
    """The duration that a text says, or None where nobody could tell."""
    lengths = [part.strip() for part in _TO.split(text.strip().lower())]
    if not 1 <= len(lengths) <= 2:
        return None
    last = _length(lengths[-1])
    first = _length(_with_unit_of(lengths[0], lengths[-1]))
    if first is None or last is None or first[1] is not last[1]:
        return None
    low, high = first[0], last[0]
    return Duration(low, high, first[1]) if low <= high <= LONGEST else None


def write_duration(duration: Duration) -> str:
    """The shortest text that `parse_duration` reads back as the same duration."""
    low, high = duration.low, duration.high
    if duration.unit is Unit.BREATHS:
        return f"{_dash(str(low), str(high))} breath{'' if high == 1 else 's'}"
    if low % 60 == high % 60 == 0 and low:
        return f"{_dash(str(low // 60), str(high // 60))} min"
    if high < 60:
        return f"{_dash(str(low), str(high))} s"
    return " - ".join(dict.fromkeys((_write_length(low), _write_length(high))))


def parse_count(text: str) -> Count | None:
    """The number of repetitions that a text such as `5` or `2-5` says, or None."""
    numbers = [part.strip() for part in _TO.split(text.strip().lower())]
    if not 1 <= len(numbers) <= 2 or not all(_BARE.fullmatch(number) for number in numbers):
        return None
    low, high = int(numbers[0]), int(numbers[-1])
    return Count(low, high) if 1 <= low <= high else None


def write_count(count: Count) -> str:
    """The text that `parse_count` reads back as the same count."""
    return _dash(str(count.low), str(count.high))


def _length(text: str) -> tuple[int, Unit] | None:
    """One length in whole seconds or breaths."""
    if both := _BOTH.fullmatch(text):
        minutes, seconds = _length(both[1]), _length(both[3])
        return (minutes[0] + seconds[0], Unit.SECONDS) if minutes and seconds else None
    if match := _MINUTES.fullmatch(text):
        seconds_exactly = float(match[1]) * 60
        return (int(seconds_exactly), Unit.SECONDS) if seconds_exactly.is_integer() else None
    if match := _SECONDS.fullmatch(text):
        return int(match[1]), Unit.SECONDS
    if match := _BREATHS.fullmatch(text):
        return int(match[1]), Unit.BREATHS
    return (int(text), Unit.SECONDS) if _BARE.fullmatch(text) else None


def _with_unit_of(first: str, last: str) -> str:
    """`15` of `15-20 s` gets the unit that stands behind the second number."""
    if _BARE.fullmatch(first) and (unit := re.fullmatch(r"[0-9.]+\s*([a-z]+)", last)):
        return f"{first} {unit[1]}"
    return first


def _write_length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} min" if minutes else "", f"{rest} s" if rest or not minutes else "")
    return " ".join(part for part in parts if part)


def _dash(low: str, high: str) -> str:
    return low if low == high else f"{low}-{high}"
