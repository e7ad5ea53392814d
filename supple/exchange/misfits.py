"""What is wrong with a value of `guide.json` that has a shape of its own, in JSON's terms: the
readers of a guide's files could only tell what one writes in YAML."""

import json
from collections.abc import Mapping
from typing import Any, Final

from supple.exchange.shapes import SHAPES
from supple.reading.kinds import Parsed, listed

_LONGEST: Final = 60
"""So many characters of a value are quoted."""


def why_misfit(kind: Parsed[Any], value: object) -> tuple[str, str] | None:
    """Why a list or an object can't be a value of this kind, and what to write instead; None if
    it can, or if it is a text or a number, of which its own kind knows more."""
    shape = SHAPES.get(kind)
    if shape is None or not isinstance(value, list | dict):
        return None
    try:
        shape.written(value)
    except (KeyError, TypeError, ValueError):
        fault = _fault(shape.schema, value) or f"{_quoted(value)} is not {kind.noun}"
        return fault, f"write it like {json.dumps(shape.example)}"
    return None


def _fault(schema: Mapping[str, Any], value: object) -> str:
    """The first fault in an object's keys, or nothing where it isn't that."""
    properties: Mapping[str, Mapping[str, Any]] = schema.get("properties", {})
    if not properties or not isinstance(value, dict):
        return ""
    if missing := [name for name in properties if name not in value]:
        return f"{listed(missing, 'and')} {'is' if len(missing) == 1 else 'are'} missing"
    if others := [name for name in value if name not in properties]:
        known = listed([*properties], "and")
        return f"{listed(others, 'and')} {'is' if len(others) == 1 else 'are'} not among {known}"
    for name, wanted in properties.items():
        if fault := _unlike(wanted, value[name]):
            return f"{name} is {_quoted(value[name])}, {fault}"
    if "low" in properties and value["low"] > value["high"]:
        return f"low, {value['low']}, is more than high, {value['high']}"
    return ""


def _unlike(wanted: Mapping[str, Any], value: object) -> str:
    """What a single value should be, if it isn't."""
    if words := wanted.get("enum"):
        return "" if value in words else f"where {listed(words)} belongs"
    if wanted.get("type") == "integer":
        least = wanted.get("minimum", 0)
        whole = isinstance(value, int) and not isinstance(value, bool) and value >= least
        return "" if whole else f"where a whole number of {least} or more belongs"
    return ""


def _quoted(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2]} …"
