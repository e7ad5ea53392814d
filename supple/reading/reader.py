"""Reads pages, one by one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from supple.domain.exercise import Exercise
from supple.domain.guide import AnyPage
from supple.domain.problem import Problem
from supple.domain.prose import HoldWords
from supple.reading.exercises import read_exercise
from supple.reading.files import Split, read_text, split
from supple.reading.plain_pages import read_page
from supple.reading.prose import ProseReader
from supple.reading.routines import read_routine
from supple.stamps import hash_of

EXERCISES: Final = "exercises"
ROUTINES: Final = "routines"
PAGES: Final = "pages"

READERS: Final[Mapping[str, Callable[..., Any]]] = {
    EXERCISES: read_exercise,
    ROUTINES: read_routine,
    PAGES: read_page,
}
"""What reads the pages of each folder."""


@dataclass(frozen=True, slots=True)
class Named:
    """A page to be read: what kind of page it is, its file below `content/`, its slug."""

    kind: str
    name: str
    slug: str


class Digests(NamedTuple):
    """Hashes of a page's file, and of what lists show of the page."""

    whole: str
    listed: str


UNREAD: Final = Digests("", "")


@dataclass(frozen=True, slots=True)
class Read:
    """A page as it was read, or None with the problems that say why not. `regarded` is what was
    made of an exercise by whoever looks at each."""

    page: AnyPage | None
    is_draft: bool
    problems: Sequence[Problem]
    regarded: Any = None
    digests: Digests = UNREAD


Reader: TypeAlias = Callable[[Named], Read]
Regard: TypeAlias = Callable[[Exercise], Any]
"""What is made of an exercise as soon as it is read, of it alone, and kept with it."""


def reader(root: Path, holds: HoldWords | None, make_regard: Callable[[], Regard] | None) -> Reader:
    """Reads pages of the guide at `root`. `holds`: the words of phrases that say how long to
    hold, where they become timers."""
    prose = ProseReader(holds)
    regard = make_regard() if make_regard else None

    def read(named: Named) -> Read:
        path = f"content/{named.name}"
        text = read_text(root / path, path)
        if isinstance(text, Problem):
            return Read(None, False, (text,))
        page, is_draft, problems = READERS[named.kind](text, path, named.slug, prose)
        regarded = regard(page) if regard and isinstance(page, Exercise) else None
        return Read(page, is_draft, problems, regarded, _digests(text, page))

    return read


def _digests(text: str, page: AnyPage | None) -> Digests:
    """Lists show nothing of an exercise's body."""
    whole = hash_of(text)
    if not isinstance(page, Exercise):
        return Digests(whole, whole)
    parts = split(text, page.path)
    return Digests(whole, hash_of(parts.front) if isinstance(parts, Split) else whole)
