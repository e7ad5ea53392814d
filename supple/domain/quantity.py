"""Lengths of time and numbers of repetitions, each a range of low and high."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a length of time is counted in. A breath gets its seconds from the guide's timing."""

    SECONDS = "seconds"
    BREATHS = "breaths"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a range: `low` to `high`, in whole seconds or whole breaths."""

    low: int
    high: int
    unit: Unit = Unit.SECONDS

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"not a range: {self.low} to {self.high}")

    @property
    def is_range(self) -> bool:
        return self.low < self.high

    def seconds(self, breath: int) -> tuple[int, int]:
        """Low and high in seconds, where one breath takes `breath` seconds."""
        each = breath if self.unit is Unit.BREATHS else 1
        return self.low * each, self.high * each

    def __str__(self) -> str:
        """As an author would write it: "15-30 s", "2 min", "1 min 30 s - 2 min", "1 breath"."""
        low, high = self.low, self.high
        if self.unit is Unit.BREATHS:
            return f"{_range(low, high)} breath{'' if high == 1 else 's'}"
        if low and low % 60 == high % 60 == 0:
            return f"{_range(low // 60, high // 60)} min"
        if high < 60:
            return f"{_range(low, high)} s"
        return " - ".join(dict.fromkeys((_length(low), _length(high))))


@dataclass(frozen=True, slots=True)
class Count:
    """A number of repetitions as a range: `low` to `high`, both at least 1."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 1 <= self.low <= self.high:
            raise ValueError(f"not a range: {self.low} to {self.high}")

    @property
    def is_range(self) -> bool:
        return self.low < self.high

    def __str__(self) -> str:
        """As an author would write it: "5", "2-5"."""
        return _range(self.low, self.high)


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}-{high}"


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} min" if minutes else "", f"{rest} s" if rest or not minutes else "")
    return " ".join(part for part in parts if part)


def clamp(value: int, low: int, high: int) -> int:
    """The value within low and high that is nearest to `value`."""
    return max(low, min(value, high))
