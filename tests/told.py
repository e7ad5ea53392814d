"""Problems as an author reads them."""

from collections.abc import Iterable

from supple.commands.report import problem_lines
from supple.domain.problem import Problem


def told(problems: Iterable[Problem]) -> str:
    """All of what the command line says of problems, without the last line's end."""
    return "\n".join(problem_lines(problems))


def places(problems: Iterable[Problem]) -> list[str]:
    """Where they are: `file:line:column`."""
    return [str(problem.place) for problem in problems]


def messages(problems: Iterable[Problem]) -> list[str]:
    """What they say, without place and hint."""
    return [problem.message for problem in problems]
