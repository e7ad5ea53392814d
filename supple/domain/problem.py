"""Something wrong in a guide, and where."""

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from posixpath import basename, splitext
from typing import TypeAlias
from unicodedata import normalize


class Severity(StrEnum):
    """Errors stop a build; warnings don't, unless asked to."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a guide's file. Line and column count from 1; 0 means the whole file or line."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = (self.path, *(str(number) for number in (self.line, self.column) if number))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in the file's own terms, and what to write instead (`hint`)."""

    place: Place
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


KeyPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was read: its file, and line and column of each key in it."""

    path: str
    marks: Mapping[KeyPath, tuple[int, int]] = field(default_factory=dict)

    def at(self, *keys: str | int) -> Place:
        """The place of a key such as `("dosage", "hold")`, or of the nearest key above it."""
        for length in range(len(keys), -1, -1):
            mark = self.marks.get(keys[:length])
            if mark:
                return Place(self.path, *mark)
        return Place(self.path)

    def below(self, *keys: str | int) -> "Origin":
        """The origin of a key's own keys."""
        length = len(keys)
        marks = {
            found[length:]: mark for found, mark in self.marks.items() if found[:length] == keys
        }
        return Origin(self.path, marks)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, line and column, each told once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.rule, p.message)))


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether these problems stop a build; `strict` counts warnings too."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def did_you_mean(word: str, known: Collection[str], least: float = 0.6) -> str:
    """ "did you mean …?" for a word that is nearly a known one, else nothing. `least`: how much
    alike they have to be, from 0 to 1."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=least)
    if near and near[0] != word and normalize("NFC", near[0]) == normalize("NFC", word):
        return f"type {near[0]} anew in both places: it looks the same, but its letters differ"
    return f"did you mean {near[0]}?" if near else ""


def did_you_mean_file(wanted: str, known: Collection[str]) -> str:
    """The same for a file. What counts is its name: folders and endings are alike by chance."""
    near = difflib.get_close_matches(_stem(wanted), {_stem(file): None for file in known}, n=1)
    return did_you_mean(wanted, [file for file in known if _stem(file) in near], least=0)


def _stem(file: str) -> str:
    return splitext(basename(normalize("NFC", file)))[0].lower()
