"""A value put away as bytes until somebody wants it: what few look at, of things that are many."""

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from io import BytesIO
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)

_ALIKE: Final = 4096
_MOST: Final = 64
"""So many values stay unpacked, since whoever wants one mostly wants it several times."""
_QUICK = 1
"""The level at which text takes a third of its room; what other levels spare is hardly more."""


@dataclass(frozen=True, slots=True, eq=False)
class Packed(Generic[T]):
    """Equal to another one with an equal value."""

    data: bytes

    @property
    def value(self) -> T:
        value: T = _AT_HAND.value_of(self.data)
        return value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Packed):
            return NotImplemented
        return self.data == other.data or bool(self.value == other.value)

    __hash__ = None  # type: ignore[assignment]  # bytes that differ can hold equal values


@lru_cache(_ALIKE)
def shared(value: H) -> H:
    """The first value that was equal to this one, for small things that thousands have."""
    return value


def pack(value: T) -> Packed[T]:
    """The value has to be such that it can be pickled, and never changes."""
    data = zlib.compress(pickled(value), _QUICK)
    _AT_HAND.keep(data, value)
    return Packed(data)


def pickled(value: object) -> bytes:
    """A value as bytes that are quick to read: dataclasses come back by their constructors. What
    dataclasses do themselves, if they are frozen and have slots, takes twice as long."""
    stream = BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        kind: Any = type(value)
        if names := _fields_of(kind):
            return kind, tuple(getattr(value, name) for name in names)
        return NotImplemented


@cache
def _fields_of(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass that its constructor takes in their order; else none."""
    if not is_dataclass(kind) or "__reduce__" in vars(kind):
        return ()
    return tuple(each.name for each in fields(kind))


class _Values:
    """Those that were packed or wanted lately."""

    def __init__(self, most: int) -> None:
        self._values: OrderedDict[bytes, Any] = OrderedDict()
        self._most = most

    def value_of(self, data: bytes) -> Any:
        value = self._values.get(data)
        if value is None:
            value = pickle.loads(zlib.decompress(data))
            self.keep(data, value)
        return value

    def keep(self, data: bytes, value: Any) -> None:
        self._values[data] = value
        if len(self._values) > self._most:
            self._values.popitem(last=False)


_AT_HAND: Final = _Values(_MOST)
