"""A page's text into its record and its prose: what exercises, routines and pages share."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from supple.domain.problem import Origin, Place, Problem
from supple.domain.prose import Prose
from supple.domain.rules import Allowance
from supple.domain.written import Written
from supple.reading.files import split
from supple.reading.formats.values import AllowanceRecord, Published
from supple.reading.kinds import Findings, Spot
from supple.reading.prose import Body, ProseReader
from supple.reading.records import Record
from supple.reading.strict_yaml import Mapping, Node, compose

R = TypeVar("R")
P = TypeVar("P", bound=Published)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[P]):
    """A page as read: its record, its body, and a reader for the prose in its front matter."""

    record: P
    body: Body
    written: Written
    findings: Findings
    prose: ProseReader

    @property
    def origin(self) -> Origin:
        return self.findings.origin()

    @property
    def allow(self) -> tuple[Allowance, ...]:
        return allowances(self.record.allow)

    def inline(self, text: str, *keys: str | int) -> Prose:
        """The prose of a key; what is wrong in it is noted at the key's place."""
        place = self.origin.at(*keys)
        prose, problems = self.prose.inline(text, place)
        self.findings.problems.extend(problems)
        return prose

    def lines(self, texts: Iterable[str], *keys: str | int) -> tuple[Prose, ...]:
        """The prose of each item of a list."""
        return tuple(self.inline(text, *keys, number) for number, text in enumerate(texts))


def read_page_file(
    text: str, path: str, format_: Record[P], prose: ProseReader, *, steps: bool = False
) -> tuple[Sheet[P] | None, list[Problem]]:
    """A Markdown file with front matter, or None and its problems. The list goes on growing
    while the sheet's prose is read. `steps`: whether the body's first numbered list are some."""
    parts = split(text, path)
    if isinstance(parts, Problem):
        return None, [parts]
    findings = Findings(path)
    record = read_yaml(parts.front, findings, format_, first_line=2)
    body, problems = prose.body(parts.body, path, parts.body_line, steps=steps)
    findings.problems.extend(problems)
    if record is None:
        return None, findings.problems
    written = Written(path, parts.body_line, parts.body)
    return Sheet(record, body, written, findings, prose), findings.problems


def allowances(records: Iterable[AllowanceRecord]) -> tuple[Allowance, ...]:
    """The exceptions of a page or of a term."""
    return tuple(Allowance(record.rule, record.because, record.only) for record in records)


def read_yaml(text: str, findings: Findings, format_: Record[R], first_line: int = 1) -> R | None:
    """A record from YAML; None after a problem has been noted."""
    node = read_node(text, findings, first_line)
    return None if node is None else format_.read(node, Spot(findings))


def read_node(text: str, findings: Findings, first_line: int = 1) -> Node | None:
    """The tree of a YAML text, in which nothing at all are no keys; None after a problem."""
    node, problems = compose(text, findings.path, first_line)
    findings.problems.extend(problems)
    return node or (None if problems else Mapping((), Place(findings.path, first_line)))
