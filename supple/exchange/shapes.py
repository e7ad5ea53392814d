"""Values that are no texts in `guide.json`: how each stands there, and how one writes it in a
file. Every other value is the same text, or number, in both."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from supple.domain.quantity import Count, Duration, Unit
from supple.domain.routine import Room
from supple.domain.vocabulary import Need
from supple.exchange.yaml_text import Value
from supple.reading.formats import values as kinds
from supple.reading.kinds import Parsed

T = TypeVar("T")


@dataclass(frozen=True)
class Shape(Generic[T]):
    """`schema`: what it is as JSON, and an `example` of it. `plain` makes that of a value;
    `written` makes of it what one writes in a file, and raises KeyError, TypeError or ValueError
    where it can't."""

    schema: Mapping[str, object]
    example: Value
    plain: Callable[[T], Value]
    written: Callable[[Any], Value]


def as_it_is(kind: Parsed[Any], text: str) -> Value:
    """A text of a kind without a shape of its own; a number, where it is one and may be."""
    if "number" in str(kind.json.get("type", "")):
        if re.fullmatch(r"-?(?:0|[1-9]\d{0,14})", text) and text != "-0":
            return int(text)
        if re.fullmatch(r"-?(?:0|[1-9]\d{0,5})\.\d{0,5}[1-9]", text):
            return float(text)
    return text


def _whole(least: int) -> dict[str, object]:
    return {"type": "integer", "minimum": least}


def _object(title: str, **properties: object) -> dict[str, object]:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


def _these(value: Any, *names: str) -> list[Any]:
    """What stands below these keys of an object, which has no others: nothing gets lost."""
    if not isinstance(value, Mapping) or value.keys() != {*names}:
        raise ValueError(value)
    return [value[name] for name in names]


def _seconds(value: Any) -> str:
    return str(Duration(_number(value), value))


def _duration(value: Any) -> str:
    low, high, unit = _these(value, "low", "high", "unit")
    return str(Duration(_number(low), _number(high), Unit(unit)))


def _count(value: Any) -> Value:
    low, high = _these(value, "low", "high")
    count = Count(_number(low), _number(high))
    return str(count) if count.is_range else count.low


def _need(value: Any) -> str:
    several, optional = _these(value, "choices", "optional")
    choices = " or ".join(_text(each) for each in several)
    return f"{choices} (optional)" if optional else choices


def _rooms(value: Any) -> str:
    return " or ".join(_text(each) for each in value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


_DURATION: Final = Shape[Duration](
    {
        "description": "A length of time as a range; both ends are the same where it is none.",
        **_object(
            "a length of time",
            low=_whole(1),
            high=_whole(1),
            unit={"enum": [unit.value for unit in Unit]},
        ),
    },
    {"low": 15, "high": 30, "unit": "seconds"},
    lambda duration: {"low": duration.low, "high": duration.high, "unit": duration.unit.value},
    _duration,
)
_COUNT: Final = Shape[Count](
    {
        "description": "A number of times as a range; both ends are the same where it is none.",
        **_object("a number of times", low=_whole(1), high=_whole(1)),
    },
    {"low": 2, "high": 5},
    lambda count: {"low": count.low, "high": count.high},
    _count,
)
_SECONDS: Final = Shape[int](
    {"description": "Seconds.", **_whole(0)}, 30, lambda seconds: seconds, _seconds
)
_TIME: Final = Shape[int](
    {"description": "Seconds.", **_whole(1)}, 30, lambda seconds: seconds, _seconds
)
_WHOLE: Final = Shape[int](_whole(1), 3, lambda number: number, _number)
_YES_OR_NO: Final = Shape[bool]({"type": "boolean"}, True, lambda value: value, lambda value: value)
_NEED: Final = Shape[Need](
    {
        "description": "One of the choices is needed, or can be left out.",
        **_object(
            "equipment",
            choices={"type": "array", "items": {"type": "string"}, "minItems": 1},
            optional={"type": "boolean"},
        ),
    },
    {"choices": ["mat", "bed"], "optional": False},
    lambda need: {"choices": [*need.choices], "optional": need.optional},
    _need,
)
_ROOMS: Final = Shape[tuple[Room, ...]](
    {"type": "array", "items": {"enum": [room.value for room in Room]}, "minItems": 1},
    [Room.FLOOR.value],
    lambda rooms: [room.value for room in rooms],
    _rooms,
)

SHAPES: Final[Mapping[Parsed[Any], Shape[Any]]] = {
    kinds.HOLD: _DURATION,
    kinds.ONE_HOLD: _DURATION,
    kinds.SECONDS: _SECONDS,
    kinds.TIME: _TIME,
    kinds.COUNT: _COUNT,
    kinds.TIMES_A_DAY: _COUNT,
    kinds.NUMBER: _WHOLE,
    kinds.FORMAT_NUMBER: _WHOLE,
    kinds.YES_OR_NO: _YES_OR_NO,
    kinds.EQUIPMENT: _NEED,
    kinds.PLACE: _ROOMS,
}
