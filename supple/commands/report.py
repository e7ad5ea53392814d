"""What a command has to say at the end."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from supple.domain.problem import Problem, Severity
from supple.domain.rules import Rule

_SWITCHED = frozenset(rule.value for rule in Rule)
_ORDERS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Form(StrEnum):
    """How problems are told: to people, to a program, to GitHub's annotations."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Console(Protocol):
    """How a command speaks while it works; what it has to say at the end is its report."""

    def progress(self, stage: str, done: int, of: int) -> None:
        """Long work has come so far."""

    def say(self, line: str) -> None:
        """A line that stays."""


@dataclass(frozen=True, slots=True)
class Report:
    """Problems, one summary line, and whether the command failed; `misused`: because its command
    line asks for what can't be had. `lines` is all of that as it is told, for people or, in
    another form, for a machine."""

    problems: tuple[Problem, ...]
    summary: str
    failed: bool
    form: Form = Form.TEXT
    folder: Path = Path()
    misused: bool = False

    @property
    def lines(self) -> Iterable[str]:
        match self.form:
            case Form.TEXT:
                return (*problem_lines(self.problems), self.summary)
            case Form.JSON:
                return (json_text(self.problems),)
            case Form.GITHUB:
                return (*github_lines(self.problems, self.folder), self.summary)


def json_text(problems: Iterable[Problem]) -> str:
    """A list with an object for each problem. Line and column are null where there is none."""
    told = [
        {
            "severity": problem.severity.value,
            "path": problem.place.path,
            "line": problem.place.line or None,
            "column": problem.place.column or None,
            "rule": problem.rule,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)


def github_lines(problems: Iterable[Problem], folder: Path) -> Iterable[str]:
    """GitHub's workflow commands, which show each problem at its line in a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for problem in problems:
        place = problem.place
        told = {
            "file": _file_of(place.path, folder),
            "line": str(place.line or ""),
            "col": str(place.column or ""),
            "title": problem.rule,
        }
        properties = ",".join(f"{key}={_property(text)}" for key, text in told.items() if text)
        message = "\n".join(part for part in (problem.message, problem.hint) if part)
        yield f"::{problem.severity.value} {properties}::{_data(message)}"


def _file_of(path: str, folder: Path) -> str:
    """A problem's file as one sees it from here; the guide's folder itself already is."""
    return path if path == str(folder) else (folder / path).as_posix()


def _data(text: str) -> str:
    return plain(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def problem_lines(problems: Iterable[Problem]) -> Iterable[str]:
    """Each problem as `file:line:column  severity  message`, its hint on a line below. A rule
    that a guide can switch or allow is named, so that its author knows what to write."""
    for problem in problems:
        told = f"{plain(problem.place)}  {problem.severity.value}  {_one_line(problem.message)}"
        yield f"{told}  [{problem.rule}]" if problem.rule in _SWITCHED else told
        if problem.hint:
            yield f"    hint: {_one_line(problem.hint)}"


def counted(problems: Iterable[Problem]) -> str:
    """ "1 error, 2 warnings", or "no problems"."""
    numbers = Counter(problem.severity for problem in problems)
    said = [
        number_of(numbers[severity], severity.value) for severity in Severity if numbers[severity]
    ]
    return ", ".join(said) or "no problems"


def number_of(number: int, noun: str) -> str:
    """ "1 file", "2 files"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def plain(text: object) -> str:
    """In one line, and without what a terminal takes as an order: such stand in a file's name
    where somebody means mischief."""
    return _ORDERS.sub(_escaped, str(text))


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def _one_line(text: str) -> str:
    return plain(" ".join(text.split()))
