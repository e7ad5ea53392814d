"""What a conversion of Markdown comes upon, each with its place in the file."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from supple.domain.problem import Place, Problem
from supple.domain.prose import HoldPhrase, Link, OwnFigure, Picture
from supple.reading.markdown_source import ESCAPED, addresses, without_code

MARK = "\x1a"
"""Stands for nothing in a text: control characters are refused when a file is read."""

_LONGEST = 1000  # characters of an address
_END = re.compile(r"[\s)>\"']")  # of an address, perhaps
_TITLE = re.compile(r"^#(?!#)|^.+\n=+ *$", re.MULTILINE)


@dataclass(slots=True)
class Found:
    """What a conversion comes upon. `first` is the place of the first line of `text`; without
    a text everything is there."""

    first: Place
    text: str = ""
    parts: list[Link | Picture | OwnFigure | HoldPhrase] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    addresses: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    starts: dict[str, list[int]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)

    def report(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, rule, message, hint))

    def mark(self, part: Link | Picture | OwnFigure | HoldPhrase) -> str:
        """What stands in the HTML for a part until `parts.py` takes it out."""
        self.parts.append(part)
        return f"{MARK}{len(self.parts) - 1}"

    def place_of_address(self, written: str) -> Place:
        """The place of a link or picture; each call with the same address is its next use."""
        if not self.addresses:
            for start in addresses(without_code(self.text)):
                rest = self._line_from(start)
                self.addresses.setdefault(_beginning(rest), []).append((start, rest))
        near = self.addresses.get(_beginning(written), [])
        return self._next(
            f"address {written}", lambda: [at for at, rest in near if _begins_with(rest, written)]
        )

    def place_of_title(self) -> Place:
        return self._next("title", lambda: self._all(_TITLE))

    def place_of_text(self, words: str) -> Place:
        return self._next(f"text {words}", lambda: self._all(re.compile(re.escape(words))))

    def place_of_item(self, number: int) -> Place:
        item = re.compile(rf"^ {{0,3}}{number}\.", re.MULTILINE)
        return self._next(f"item {number}", lambda: self._all(item))

    def _all(self, pattern: re.Pattern[str]) -> list[int]:
        return [match.start() for match in pattern.finditer(self.text)]

    def _next(self, about: str, find: Callable[[], list[int]]) -> Place:
        """The next of the places that are found the first time that they are asked for."""
        if about not in self.starts:
            self.starts[about] = find()
        starts = self.starts[about]
        use = self.seen[about] = self.seen.get(about, -1) + 1
        if not starts:
            return self.first
        return self.place_at(starts[min(use, len(starts) - 1)])

    def place_at(self, at: int) -> Place:
        """The place of a character of the text."""
        if not self.text:
            return self.first
        line = self.text.count("\n", 0, at)
        return Place(self.first.path, self.first.line + line, at - self.text.rfind("\n", 0, at))

    def _line_from(self, start: int) -> str:
        """The rest of a line, as far as an address may go, without the backslashes that keep
        characters from being Markdown."""
        end = self.text.find("\n", start, start + _LONGEST)
        return ESCAPED.sub(r"\1", self.text[start : end if end >= 0 else start + _LONGEST])


def _beginning(address: str) -> str:
    """An address up to what might be its end."""
    return _END.split(address, maxsplit=1)[0]


def _begins_with(rest: str, address: str) -> bool:
    """Whether the rest of a line begins with this address and its end."""
    return rest.startswith(address) and (
        len(rest) == len(address) or bool(_END.match(rest, len(address)))
    )
