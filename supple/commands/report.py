"""What a command has to say at the end."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from supple.domain.problem import Problem, Severity


class Console(Protocol):
    """How a command speaks while it works; what it has to say at the end is its report."""

    def progress(self, stage: str, done: int, of: int) -> None:
        """Long work has come so far."""

    def say(self, line: str) -> None:
        """A line that stays."""


@dataclass(frozen=True, slots=True)
class Report:
    """Problems, one summary line, and whether the command failed."""

    problems: tuple[Problem, ...]
    summary: str
    failed: bool


def problem_lines(problems: Iterable[Problem]) -> Iterable[str]:
    """Each problem as `file:line:column  severity  message`, its hint on a line below."""
    for problem in problems:
        yield f"{problem.place}  {problem.severity.value}  {_one_line(problem.message)}"
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


def _one_line(text: str) -> str:
    return " ".join(text.split())
