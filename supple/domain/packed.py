"""A value put away as bytes until somebody wants it: what few look at, of things that are many."""

import pickle
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

T = TypeVar("T")

AT_HAND = 64
"""So many values stay unpacked, since whoever wants one mostly wants it several times."""


@dataclass(frozen=True, slots=True, eq=False)
class Packed(Generic[T]):
    """Equal to another one with an equal value."""

    data: bytes

    @property
    def value(self) -> T:
        value: T = _unpacked(self.data)
        return value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Packed):
            return NotImplemented
        return self.data == other.data or bool(self.value == other.value)

    __hash__ = None  # type: ignore[assignment]  # bytes that differ can hold equal values


def pack(value: T) -> Packed[T]:
    """The value has to be such that it can be pickled, and never changes."""
    return Packed(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


@lru_cache(maxsize=AT_HAND)
def _unpacked(data: bytes) -> Any:
    return pickle.loads(data)
