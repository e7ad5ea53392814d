"""Reads pages: as many at a time as one process is given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from supple.domain.exercise import Exercise
from supple.domain.guide import Page
from supple.domain.problem import Problem
from supple.domain.prose import HoldWords
from supple.domain.routine import Routine
from supple.reading.exercises import read_exercise
from supple.reading.files import read_text
from supple.reading.plain_pages import read_page
from supple.reading.prose import ProseReader
from supple.reading.routines import read_routine

EXERCISES: Final = "exercises"
ROUTINES: Final = "routines"
PAGES: Final = "pages"

READERS: Final[Mapping[str, Callable[..., Any]]] = {
    EXERCISES: read_exercise,
    ROUTINES: read_routine,
    PAGES: read_page,
}
"""What reads the pages of each folder."""

AT_ONCE: Final = 50
"""Pages that a process reads before it hands them over."""


@dataclass(frozen=True, slots=True)
class Named:
    """A page to be read: what kind of page it is, its file below `content/`, its slug."""

    kind: str
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Read:
    """A page as it was read, or None with the problems that say why not."""

    page: Exercise | Routine | Page | None
    is_draft: bool
    problems: Sequence[Problem]


Reader: TypeAlias = Callable[[Sequence[Named]], list[Read]]


def reader(root: Path, holds: HoldWords | None) -> Reader:
    """Reads pages of the guide at `root`. `holds`: the words of phrases that say how long to
    hold, where they become timers."""
    prose = ProseReader(holds)

    def read(named: Named) -> Read:
        path = f"content/{named.name}"
        text = read_text(root / path, path)
        if isinstance(text, Problem):
            return Read(None, False, (text,))
        return Read(*READERS[named.kind](text, path, named.slug, prose))

    return lambda batch: [read(named) for named in batch]
