"""YAML without its surprises: every value stays the text that was written, with its place.

`no` is not false, `1:30` is not 90 and `010` is not 8, because nothing is guessed: the schema
says what a text should be. Duplicate keys, tags, anchors, aliases and merge keys are problems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from supple.domain.problem import Place, Problem, Severity
from supple.reading.files import UNSHOWN, cannot_be_shown

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

DEEPEST = 20
"""So deep may lists and keys stand within each other; nothing that people write comes near."""

_NO_COLON_FIT = "mapping values are not allowed"
_TEXT_IN_MARKS = 'put the whole text in "double quotation marks"'
# What libyaml says, and what it means to somebody who never heard of a scalar.
_EXPLANATIONS = (
    ("a tab character", "a tab at the beginning of a line", "use spaces instead of the tab"),
    (
        "cannot start any token|while parsing a block node did not find|mapping keys are not"
        "|scanning an? (?:alias|anchor)|expected comment or line break",
        "this character can't stand here",
        "{start}",
    ),
    (
        _NO_COLON_FIT,
        "a colon where none fits",
        "begin the line as far in as its neighbours, with a space after each key's colon; "
        "put quotation marks round a text with a colon",
    ),
    (
        "did not find expected ',' or|while parsing a flow node",
        "a list in brackets is not closed, or has nothing between two commas",
        f"write one item to a line, each after a dash; if this is a text, {_TEXT_IN_MARKS}",
    ),
    (
        "unexpected end of stream|unexpected document",
        "a quotation mark is not closed",
        "close the text with the mark that it begins with",
    ),
    ("block sequence entries", "a dash can't stand here", "begin the list on a new line"),
    ("unknown escape|hexdecimal", "a backslash in double quotation marks", "use single ones: '…'"),
    (
        "invalid Unicode character",
        "a backslash with a number that no character has",
        "write the character itself",
    ),
)
_NO_FIT = "could not find expected ':'|did not find expected (?:key|'-'|<document start>)"
# The place to show is then where the construct begins, not where the parser gave up.
_FROM_ITS_START = re.compile(
    "scanning a quoted scalar|scanning an a|expected comment or line break|parsing a flow (?:s|m)"
)
_LINE_START = r"(?: |- )*"
_KEY = r"[^\W\d][\w -]*"
_STUCK = re.compile(rf"{_LINE_START}(?P<key>{_KEY}):[^\s/]")
# What looks like a space, where YAML takes plain ones only.
_ODD_SPACE = re.compile(
    rf"{_LINE_START}(?:-|{_KEY}:)?(?P<space>[\u00a0\u2000-\u200b\u202f\u205f\u3000])"
)


def stuck_key(text: str) -> str:
    """The key at the beginning of a text to whose colon the value sticks, or nothing."""
    stuck = _STUCK.match(text)
    return stuck["key"] if stuck else ""


def no_space_after(key: str) -> tuple[str, str]:
    """What to say of a key whose value sticks to its colon, and what to write instead."""
    return f"there is no space after {key}:", f"write a space after {key}:"


def compose(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a YAML text and its problems; None where there is no tree.

    `first_line` is the line of the file on which the text begins.
    """
    if odd := tuple(_odd_spaces(text, path, first_line)):
        return None, odd
    composer = _Composer(text, path, first_line)
    try:
        node = composer.document(_events(text))
    except _TooDeepError:
        return None, tuple(composer.problems)
    except yaml.MarkedYAMLError as error:
        return None, (*composer.problems, *_syntax_problems(error, text, path, first_line))
    except yaml.YAMLError:
        return None, (Problem(Place(path, first_line), "yaml", "a character that can't be shown"),)
    return node, tuple(composer.problems)


def _odd_spaces(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """YAML would take them for the beginning of a key or of a text."""
    for number, line in enumerate(text.split("\n"), start=first_line):
        if odd := _ODD_SPACE.match(line):
            space = odd["space"]
            kind = "a non-breaking" if space in "\u00a0\u202f" else "an odd"
            message = f"{kind} space (U+{ord(space):04X}) where a plain one belongs"
            place = Place(path, number, odd.start("space") + 1)
            yield Problem(place, "yaml", message, "take it out and type plain spaces")


def _events(text: str) -> Iterator[yaml.Event]:
    loader = Loader(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


class _TooDeepError(Exception):
    """Told already as a problem; nothing more can be read."""


class _Composer:
    """Builds the tree from events, which alone still tell tags, anchors and aliases."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.depth = 0
        self.has_notes = "#" in text

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
        if isinstance(event, yaml.AliasEvent):
            alias = getattr(event, "anchor", "")
            self.report(event, f"*{alias} is a YAML alias", _quote_hint("*"))
            return Scalar("", self.place(event))
        if anchor := getattr(event, "anchor", None):
            self.report(event, f"&{anchor} is a YAML anchor", _quote_hint("&"))
        if getattr(event, "tag", None):
            self.report(event, f"{_short_tag(event)} is a YAML tag", _quote_hint("!"))
        if isinstance(event, yaml.CollectionStartEvent):
            return self.collection(event, events)
        assert isinstance(event, yaml.ScalarEvent)
        return self.scalar(event)

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if self.has_notes and (hidden := self.hidden_text(event)):
            return hidden
        text, style = event.value, event.style
        if style == '"' and (
            unshown := UNSHOWN.search(text)
        ):  # written as an escape such as "\x00"
            self.report(event, cannot_be_shown(unshown[0]), "take it out")
            text = UNSHOWN.sub("", text)
        return Scalar(text, self.place(event), plain=not style)

    def hidden_text(self, event: yaml.ScalarEvent) -> Scalar | None:
        """A # begins a note for the reader of the file; one that sticks to a word was meant
        as text. Where the text begins with it, the text as it was meant. One that stands among
        several words as if it were one of them may have been meant as text."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end and end.line < len(self.lines) else ""
        if event.style:
            return None
        if re.match(r" #\s", rest) and re.match(r"\D+ ", event.value):
            message = "the text ends before the #, and what follows is a note"
            hint = "put quotation marks round all that is text, or two spaces before a note"
            place = self.place(event)
            self.problems.append(Problem(place, "yaml", message, hint, Severity.WARNING))
        if not re.match(r"\s+#[^\s#]", rest):
            return None
        note = "or a space behind the # of a note"
        if event.value:
            hint = f"put quotation marks round the text, {note}"
            self.report(event, f"the text is cut off at {rest.split()[0]}", hint)
            return None
        assert end is not None
        text = rest.strip()
        column = end.column + len(rest) - len(rest.lstrip()) + 1
        place = Place(self.path, end.line + self.first_line, column)
        message = f"{text.split()[0]} begins a note, so nothing is said here"
        self.problems.append(Problem(place, "yaml", message, f"{_quote_hint('#')}, {note}"))
        return Scalar(text, place)

    def collection(
        self, event: yaml.CollectionStartEvent, events: Iterator[yaml.Event]
    ) -> Sequence | Mapping:
        self.depth += 1
        if self.depth > DEEPEST:
            hint = f"write lists and keys at most {DEEPEST} deep"
            self.report(event, "too many lists and keys within each other", hint)
            raise _TooDeepError
        place = self.place(event)
        node = (
            Sequence(tuple(self.items(events)), place, flow=bool(event.flow_style))
            if isinstance(event, yaml.SequenceStartEvent)
            else Mapping(tuple(self.entries(events)), place)
        )
        self.depth -= 1
        return node

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
            elif key.plain and key.text == "<<":
                self.report(event, "<< is a YAML merge key", "write the keys out again")
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


def _syntax_problems(
    error: yaml.MarkedYAMLError, text: str, path: str, first_line: int
) -> Iterator[Problem]:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    marks = (error.problem_mark, error.context_mark)
    mark = next(filter(None, reversed(marks) if _FROM_ITS_START.search(said) else marks), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    stuck = [*_stuck_above(lines, line)] if re.search(f"{_NO_FIT}|{_NO_COLON_FIT}", said) else []
    for number, start, key in stuck:
        place = Place(path, number + first_line, start + 1)
        yield Problem(place, "yaml", *no_space_after(key))
    if not stuck:
        written = dict(enumerate(lines)).get(line, "")
        message, hint = _explanation(said, written[:column], written[column : column + 1])
        yield Problem(Place(path, line + first_line, column + 1), "yaml", message, hint)


def _stuck_above(lines: list[str], end: int) -> Iterator[tuple[int, int, str]]:
    """Lines above the one at which a parser gave up whose value sticks to the key's colon: what
    was meant as a key has become a text, which ends where the next key begins. Each one's
    number, where its key begins, and the key."""
    for number in range(min(end, len(lines)) - 1, -1, -1):
        stuck = _STUCK.match(lines[number])
        if stuck:
            yield number, stuck.start("key"), stuck["key"]
        elif lines[number].strip():
            return


def _explanation(said: str, before: str, character: str) -> tuple[str, str]:
    """What a parser's words mean, where `before` stands on the line before the `character`."""
    if re.search(_NO_FIT, said):
        if before.strip():
            return "the text goes on behind its closing mark or bracket", _TEXT_IN_MARKS
        hint = "begin it as far in as its neighbours, with a colon and a space after a key"
        return "this line does not fit the lines around it", hint
    for pattern, meaning, advice in _EXPLANATIONS:
        if re.search(pattern, said):
            return meaning, advice.format(start=_start_hint(character))
    return "this is not valid YAML", said


def _start_hint(character: str) -> str:
    return "use spaces instead of a tab" if character == "\t" else _quote_hint(character)
