"""YAML without its surprises: every value stays the text that was written, with its place.

`no` is not false, `1:30` is not 90 and `010` is not 8, because nothing is guessed: the schema
says what a text should be. Duplicate keys, tags, anchors and aliases are problems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from supple.domain.problem import Place, Problem

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where PyYAML has it


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as it was written. `plain`: without quotation marks."""

    text: str
    place: Place
    plain: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written at all (an empty string in quotation marks is something)."""
        return self.plain and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Sequence:
    """`flow`: written in brackets, where every comma begins another item."""

    items: "tuple[Node, ...]"
    place: Place
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order in which they were written, each once. A value's place is its own."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping

# What libyaml says, and what it means to somebody who never heard of a scalar.
_EXPLANATIONS = (
    ("cannot start any token", "this character can't stand here", "{start}"),
    ("a tab character", "a tab at the beginning of a line", "use spaces instead of the tab"),
    (
        "mapping values are not allowed",
        "a colon where none fits",
        "begin the line as far in as its neighbours; put quotation marks round a text with a colon",
    ),
    (
        "could not find expected ':'|did not find expected key|did not find expected '-'",
        "this line does not fit the lines around it",
        "begin it as far in as its neighbours, with a colon and a space after a key",
    ),
    (
        "did not find expected ',' or",
        "a list in brackets is not closed",
        "close it with ], or write one item to a line, each after a dash",
    ),
    (
        "unexpected end of stream|unexpected document",
        "a quotation mark is not closed",
        "close the text with the mark that it begins with",
    ),
    ("block sequence entries", "a dash can't stand here", "begin the list on a new line"),
    ("unknown escape", "a backslash in double quotation marks", "use single quotation marks"),
)
_QUOTED = "while scanning a quoted scalar"  # the mark to show is then where the text begins


def compose(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a YAML text and its problems; None where there is no tree.

    `first_line` is the line of the file on which the text begins.
    """
    composer = _Composer(path, first_line)
    try:
        node = composer.document(_events(text))
    except yaml.MarkedYAMLError as error:
        return None, (*composer.problems, _syntax_problem(error, text, path, first_line))
    except yaml.YAMLError:
        return None, (Problem(Place(path, first_line), "yaml", "a character that can't be shown"),)
    return node, tuple(composer.problems)


def _events(text: str) -> Iterator[yaml.Event]:
    loader = Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Composer:
    """Builds the tree from events, which alone still tell tags, anchors and aliases."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if node is not None:
                    self.report(event, "a second document begins here", "take out the --- line")
                    break
                node = self.node(event, events)
        return node

    def node(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        place = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            alias = getattr(event, "anchor", "")
            self.report(event, f"*{alias} is a YAML alias", "write the value out again")
            return Scalar("", place)
        if anchor := getattr(event, "anchor", None):
            self.report(event, f"&{anchor} is a YAML anchor", _quote_hint("&"))
        if getattr(event, "tag", None):
            self.report(event, f"{_short_tag(event)} is a YAML tag", _quote_hint("!"))
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.items(events)), place, flow=bool(event.flow_style))
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self.entries(events)), place)
        assert isinstance(event, yaml.ScalarEvent)
        return Scalar(event.value, place, plain=not event.style)

    def items(self, events: Iterator[yaml.Event]) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self.node(event, events)

    def entries(self, events: Iterator[yaml.Event]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self.node(event, events)
            value = self.node(next(events), events)
            if not isinstance(key, Scalar):
                self.report(event, "a key must be one word, not a list", "write key: value")
            elif key.text in seen:
                hint = f"it stands in line {seen[key.text]} already: keep one of the two"
                self.report(event, f"{key.text} is there twice", hint)
            else:
                seen[key.text] = key.place.line
                yield key, value

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None  # every event of a text has one
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def report(self, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.append(Problem(self.place(event), "yaml", message, hint))


def _short_tag(event: yaml.Event) -> str:
    tag: str = getattr(event, "tag", "")
    return tag.replace("tag:yaml.org,2002:", "!!")


def _quote_hint(character: str) -> str:
    return f"put quotation marks round a text that begins with {character}"


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    quoted = (error.context or "") == _QUOTED
    mark = (error.context_mark if quoted else error.problem_mark) or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    written = dict(enumerate(text.splitlines())).get(line, "")[column : column + 1]
    message, hint = "this is not valid YAML", said
    for pattern, meaning, advice in _EXPLANATIONS:
        if re.search(pattern, said):
            message, hint = meaning, advice.format(start=_start_hint(written))
            break
    return Problem(Place(path, line + first_line, column + 1), "yaml", message, hint)


def _start_hint(character: str) -> str:
    return "use spaces instead of a tab" if character == "\t" else _quote_hint(character)
