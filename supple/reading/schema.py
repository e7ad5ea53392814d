"""The schema's parts: each kind of value knows how to read itself from a YAML node,
and how to say what is wrong in the words of the file.

A record of the files is a dataclass whose fields are made by `key(…)`: one declaration gives
the typed record, the reading, the problems, and what an editor is told about the key.
"""

import dataclasses
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from supple.domain.problem import KeyPath, Origin, Place, Problem, did_you_mean
from supple.reading import strict_yaml
from supple.reading.strict_yaml import Node, Scalar, Sequence

SOMETHING: Final[Mapping[str, object]] = {
    "not": {"type": ["array", "object", "null"]},
    "pattern": r"\S",
}
"""A text as JSON Schema. An editor guesses types, so it may be a number or true as well; they
are not named, because it would offer true and false wherever a text belongs."""

T = TypeVar("T")
D = TypeVar("D")
E = TypeVar("E", bound=StrEnum)


@dataclass(slots=True)
class Findings:
    """What comes to light while one file is read: its problems, and where each key stands."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    marks: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)

    def origin(self) -> Origin:
        return Origin(self.path, self.marks)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file the reader is: the keys that led there."""

    findings: Findings
    keys: KeyPath = ()

    def into(self, key: str | int, place: Place) -> "Spot":
        """The spot below, remembered with its line and column."""
        keys = (*self.keys, key)
        self.findings.marks[keys] = (place.line, place.column)
        return Spot(self.findings, keys)

    def report(self, place: Place, message: str, hint: str = "", rule: str = "value") -> None:
        """Note a problem; the message begins with the key that it is about."""
        about = next((key for key in reversed(self.keys) if isinstance(key, str)), "")
        said = f"{about}: {message}" if about else message
        self.findings.problems.append(Problem(place, rule, said, hint))


class Kind(ABC, Generic[T]):
    """A kind of value. `read` gives the value, or None after it has reported a problem."""

    @abstractmethod
    def read(self, node: Node, spot: Spot) -> T | None: ...


@dataclass(frozen=True)
class Parsed(Kind[T]):
    """A single text that a function turns into a value; the function gives None where it can't.

    `noun` says what it should be ("a duration"), `hint` what to write instead,
    `json` tells the same to editors: it takes whatever the function takes, or a little more.
    """

    noun: str
    parse: Callable[[str], T | None]
    hint: str
    json: Mapping[str, object] = field(default_factory=lambda: SOMETHING, compare=False)

    def read(self, node: Node, spot: Spot) -> T | None:
        text = _single(node, spot, self.noun, self.hint)
        if text is None:
            return None
        value = self.parse(text)
        if value is None:
            spot.report(node.place, f"{_shown(text)} is not {self.noun}", self.hint)
        return value


class Text(Kind[str]):
    """A text of one paragraph; line breaks count as spaces."""

    def read(self, node: Node, spot: Spot) -> str | None:
        return _single(node, spot, "a text", 'write a text; one with a colon in "quotation marks"')


@dataclass(frozen=True)
class Choice(Kind[E]):
    """One of a few fixed words, and what each means where the word alone doesn't say it."""

    words: type[E]
    noun: str
    meanings: Mapping[E, str] = field(default_factory=dict, compare=False)

    def read(self, node: Node, spot: Spot) -> E | None:
        words = {word.value: word for word in self.words}
        hint = "write " + listed(list(words))
        text = _single(node, spot, self.noun, hint)
        if text is not None and text not in words:
            best = did_you_mean(text, words)
            spot.report(node.place, f"{_shown(text)} is not {self.noun}", best or hint)
        return words.get(text or "")


@dataclass(frozen=True)
class ListOf(Kind[tuple[T, ...]]):
    """A list. Lists of `prose` stand one item to a line: in brackets a comma would split them."""

    item: Kind[T]
    prose: bool = False

    def read(self, node: Node, spot: Spot) -> tuple[T, ...] | None:
        if not isinstance(node, Sequence):
            stuck = isinstance(node, Scalar) and re.match(r"-\w", node.text)
            how = "write a space after each dash" if stuck else "write each on a line, after a dash"
            spot.report(node.place, "a list belongs here", how)
            return None
        if self.prose and node.flow:
            spot.report(
                node.place,
                "a list of sentences can't stand in brackets, where each comma splits it",
                "write one to a line, each after a dash",
            )
            return None
        items = [
            self._item(item, spot.into(number, item.place))
            for number, item in enumerate(node.items)
        ]
        whole = [item for item in items if item is not None]
        return tuple(whole) if len(whole) == len(items) else None

    def _item(self, node: Node, spot: Spot) -> T | None:
        if isinstance(node, Scalar) and (node.is_empty or not node.text.strip()):
            spot.report(node.place, "an empty line in a list", "take the dash out")
            return None
        return self.item.read(node, spot)


@dataclass(frozen=True)
class MapOf(Kind[Mapping[str, T]]):
    """A mapping whose keys the author chooses. `key_pattern` is for editors, as `json` is."""

    value: Kind[T]
    key: Callable[[str], bool] = lambda text: bool(text)
    key_hint: str = ""
    key_pattern: str = "."

    def read(self, node: Node, spot: Spot) -> Mapping[str, T] | None:
        node = _keys_or_none(node)
        if not isinstance(node, strict_yaml.Mapping):
            hint = "write a name of your own and a colon, and below it, further in, its keys"
            spot.report(node.place, "names with keys below them belong here", hint)
            return None
        values: dict[str, T | None] = {}
        for name, value in node.entries:
            below = spot.into(name.text, name.place)
            if not self.key(name.text):
                spot.report(name.place, f"{name.text} can't be a name", self.key_hint)
            values[name.text] = self.value.read(value, below)
        whole = {name: value for name, value in values.items() if value is not None}
        return whole if len(whole) == len(values) else None


@dataclass(frozen=True)
class Either(Kind[T]):
    """A short form, one text, or a long form with keys of its own."""

    short: Kind[T]
    long: Kind[T]

    def read(self, node: Node, spot: Spot) -> T | None:
        return (self.short if isinstance(node, Scalar) else self.long).read(node, spot)


class AnyMapping(Kind[Mapping[str, object]]):
    """A mapping whose keys are checked elsewhere: texts, lists and mappings as they stand."""

    def read(self, node: Node, spot: Spot) -> Mapping[str, object] | None:
        if not isinstance(node, strict_yaml.Mapping):
            spot.report(node.place, "keys belong here", "write key: value, one to a line")
            return None
        return {name.text: plain(value) for name, value in node.entries}


def plain(node: Node) -> object:
    """A node as texts, lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case strict_yaml.Mapping():
            return {name.text: plain(value) for name, value in node.entries}


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
        node = _keys_or_none(node)
        if not isinstance(node, strict_yaml.Mapping):
            first = next(iter(self.keys))
            hint = f"write keys, one to a line: {first}: {self.keys[first][1].example}"
            spot.report(node.place, f"the keys of {self.noun} belong here", hint)
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
            if _is_empty(value):
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


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_empty


def _keys_or_none(node: Node) -> Node:
    """Where nothing was written, no keys were."""
    return strict_yaml.Mapping((), node.place) if _is_empty(node) else node


def _single(node: Node, spot: Spot, noun: str, hint: str) -> str | None:
    """The text of a single value, line breaks as spaces; a list or keys instead are a problem."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Sequence):
        spot.report(node.place, f"a list, where {noun} belongs", hint)
    else:
        spot.report(node.place, f"keys, where {noun} belongs", 'put "quotation marks" round it')
    return None


def _shown(text: str) -> str:
    """A text in a message, such that nothing at all can be seen too."""
    return (text if len(text) <= 60 else f"{text[:57].rstrip()} …") or '""'


def listed(words: list[str], last: str = "or") -> str:
    """ "a, b or c"."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
