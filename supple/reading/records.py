"""Records: mappings with known keys, each declared once.

A record of the files is a dataclass whose fields are made by `key(…)`: one declaration gives
the typed record, the reading, the problems, and what an editor is told about the key.
"""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from supple.domain.problem import did_you_mean
from supple.reading import strict_yaml
from supple.reading.kinds import Kind, ListOf, MapOf, Spot, is_empty, keys_or_none, listed
from supple.reading.strict_yaml import Node

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Key:
    """What the schema says of a key: its kind, what it is for, an example as one writes it."""

    kind: Kind[Any]
    description: str
    example: str
    name: str = ""


REQUIRED: Final = dataclasses.MISSING


def key(
    kind: Kind[T],
    description: str,
    *,
    example: str,
    default: D | Any = REQUIRED,
    name: str = "",
) -> T | D:
    """A field of a record. Without a default the key must be there; `name` is the key's
    where Python has taken the word."""
    described = Key(kind, description, example, name)
    made: T | D = field(default=default, kw_only=True, metadata={"key": described})
    return made


def keys_of(record: type[Any]) -> dict[str, tuple[str, Key, bool]]:
    """A record's keys by the name in the file: attribute, description, whether required."""
    return {
        item.metadata["key"].name or item.name: (
            item.name,
            item.metadata["key"],
            item.default is REQUIRED,
        )
        for item in dataclasses.fields(record)
    }


@dataclass(frozen=True, slots=True)
class Form:
    """One of the forms that a record may have: keys that it needs, and keys that it can't have."""

    noun: str
    needs: tuple[str, ...]
    without: tuple[str, ...]


class Record(Kind[T]):
    """A mapping with known keys, read into a dataclass made of `key(…)` fields.

    `check` looks at the whole record, for what no key can see alone: it gives the key
    to point at, what is wrong and what to write instead. Where it asks for one of several
    `forms`, these tell editors.
    """

    def __init__(
        self,
        record: type[T],
        noun: str,
        check: Callable[[T], tuple[str, str, str] | None] = lambda record: None,
        forms: tuple[Form, ...] = (),
    ) -> None:
        self.record = record
        self.noun = noun
        self.keys = keys_of(record)
        self.check = check
        self.forms = forms

    def read(self, node: Node, spot: Spot) -> T | None:
        node = keys_or_none(node)
        if not isinstance(node, strict_yaml.Mapping):
            spot.report(node.place, *self._no_keys(node))
            return None
        values, whole = self._values(node, spot)
        if not (self._has_all(node, values, spot) and whole):
            return None
        record = self.record(**values)
        if found := self.check(record):
            name, message, hint = found
            places = {key.text: value.place for key, value in node.entries}
            spot.report(places.get(name, node.place), message, hint)
            return None
        return record

    def _no_keys(self, node: Node) -> tuple[str, str]:
        """What to say of something that has no keys, and what to write instead."""
        stuck = strict_yaml.stuck_key(node.text) if isinstance(node, strict_yaml.Scalar) else ""
        if stuck in self.keys:
            return strict_yaml.no_space_after(stuck)
        first = next(iter(self.keys))
        example = f"{first}: {self.keys[first][1].example}"
        return f"the keys of {self.noun} belong here", f"write keys, one to a line: {example}"

    def _has_all(self, node: strict_yaml.Mapping, values: Mapping[str, Any], spot: Spot) -> bool:
        """Whether every required key says something; each that doesn't is a problem."""
        written = {name.text: name.place for name, _ in node.entries}
        missing = [
            (name, described)
            for name, (attribute, described, required) in self.keys.items()
            if required and values.get(attribute, "") in ("", ())
        ]
        for name, described in missing:
            place, what = written.get(name, node.place), "empty" if name in written else "missing"
            spot.report(place, f"{name} is {what}", f"write {name}: {_how(described)}", "key")
        return not missing

    def _values(self, node: strict_yaml.Mapping, spot: Spot) -> tuple[dict[str, Any], bool]:
        values: dict[str, Any] = {}
        whole = True
        for name, value in node.entries:
            if name.text not in self.keys:
                whole = False
                known = f"the keys of {self.noun} are {listed(list(self.keys), 'and')}"
                hint = did_you_mean(name.text, self.keys) or known
                spot.report(name.place, f"{name.text} is not a key of {self.noun}", hint, "key")
                continue
            attribute, described, required = self.keys[name.text]
            if is_empty(value):
                if has_parts(described.kind) and not required:
                    whole = False
                    hint = f"write {name.text}: {_how(described)}, or take it out"
                    spot.report(name.place, f"{name.text} has nothing below it", hint, "key")
            else:
                read = described.kind.read(value, spot.into(name.text, value.place))
                whole = whole and read is not None
                values[attribute] = read
        return values, whole


def has_parts(kind: Kind[Any]) -> bool:
    """Whether a value has lines of its own: a list, or keys."""
    return isinstance(kind, ListOf | MapOf | Record)


def _how(described: Key) -> str:
    """What to write behind a key's colon."""
    if isinstance(described.kind, ListOf):
        keys = re.match(r"\[\{([^{}]*)\}", described.example)
        return f"and below it - {keys[1]}" if keys else "and each on a line below, after a dash"
    if isinstance(described.kind, MapOf | Record):
        return f"and its keys on lines below, as in {described.example.strip('{}')}"
    return described.example
