"""The kinds of values: each knows how to read itself from a YAML node, and how to say what is
wrong in the words of the file."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final, Generic, TypeVar

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
    `why` may know better what is wrong with a text, and what to write instead of just that one.
    """

    noun: str
    parse: Callable[[str], T | None]
    hint: str
    json: Mapping[str, object] = field(default_factory=lambda: SOMETHING, compare=False)
    why: Callable[[str], tuple[str, str] | None] = lambda text: None

    def read(self, node: Node, spot: Spot) -> T | None:
        text = _single(node, spot, self.noun, self.hint)
        if text is None:
            return None
        value = self.parse(text)
        if value is None:
            known = (f"{_shown(text)} is not {self.noun}", self.hint)
            spot.report(node.place, *(self.why(text) or known))
        return value


class Text(Kind[str]):
    """A text of one paragraph; line breaks count as spaces."""

    def read(self, node: Node, spot: Spot) -> str | None:
        hint = 'put "quotation marks" round a text with a colon, brackets or braces'
        return _single(node, spot, "a text", hint)


@dataclass(frozen=True)
class Choice(Kind[E]):
    """One of a few fixed words, and what each means where the word alone doesn't say it.
    `others` are words for which people reach, each with those to choose from."""

    words: type[E]
    noun: str
    meanings: Mapping[E, str] = field(default_factory=dict, compare=False)
    others: Mapping[str, tuple[E, ...]] = field(default_factory=dict, compare=False)

    def read(self, node: Node, spot: Spot) -> E | None:
        words = self._by_text
        text = _single(node, spot, self.noun, self._hint)
        if text is not None and text not in words:
            best = self._choice(text) or did_you_mean(text, words)
            spot.report(node.place, f"{_shown(text)} is not {self.noun}", best or self._hint)
        return words.get(text or "")

    @cached_property
    def _by_text(self) -> Mapping[str, E]:
        return {word.value: word for word in self.words}

    @cached_property
    def _hint(self) -> str:
        return "write " + listed(list(self._by_text))

    def _choice(self, text: str) -> str:
        """ "write supine (on your back) or prone (on your front)" for "lying"."""
        words = self.others.get(text.lower(), ())
        told = [f"{word} ({self.meanings[word]})" for word in words]
        return f"write {listed(told)}" if told else ""


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
        node = keys_or_none(node)
        if not isinstance(node, strict_yaml.Mapping):
            spot.report(node.place, *self._no_names())
            return None
        values: dict[str, T | None] = {}
        for name, value in node.entries:
            below = spot.into(name.text, name.place)
            if not self.key(name.text):
                spot.report(name.place, f"{name.text} can't be a name", self.key_hint)
            values[name.text] = self.value.read(value, below)
        whole = {name: value for name, value in values.items() if value is not None}
        return whole if len(whole) == len(values) else None

    def _no_names(self) -> tuple[str, str]:
        """What to say of something that has no names of the author's own."""
        if isinstance(self.value, Text):
            hint = "write a word or several, a colon and a text, with no dash before"
            return "words with a text behind each belong here", hint
        hint = "write a name of your own and a colon, and below it, further in, its keys"
        return "names with keys below them belong here", hint


@dataclass(frozen=True)
class Either(Kind[T]):
    """A short form, one text, or a long form with keys of its own."""

    short: Kind[T]
    long: Kind[T]

    def read(self, node: Node, spot: Spot) -> T | None:
        return (self.short if isinstance(node, Scalar) else self.long).read(node, spot)


def is_empty(node: Node) -> bool:
    """Whether nothing was written."""
    return isinstance(node, Scalar) and node.is_empty


def keys_or_none(node: Node) -> Node:
    """Where nothing was written, no keys were."""
    return strict_yaml.Mapping((), node.place) if is_empty(node) else node


def _single(node: Node, spot: Spot, noun: str, hint: str) -> str | None:
    """The text of a single value, line breaks as spaces; a list or keys instead are a problem."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    what = "a list" if isinstance(node, Sequence) else "keys"
    spot.report(node.place, f"{what}, where {noun} belongs", hint)
    return None


def _shown(text: str) -> str:
    """A text in a message, such that nothing at all can be seen too."""
    return (text if len(text) <= 60 else f"{text[:57].rstrip()} …") or '""'


def listed(words: list[str], last: str = "or") -> str:
    """ "a, b or c"."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
