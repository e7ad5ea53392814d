"""A site's pages: each that is stale is planned, rendered and put aside in one go, by as many
processes as pay off, so that those of a whole site are never in memory at once."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final, TypeAlias

from supple.domain.problem import Problem
from supple.domain.progress import Progress, silent
from supple.preparing import Prepared
from supple.processes import batches, spread, worth
from supple.publishing.file import File
from supple.publishing.output import Aside, Put
from supple.publishing.staleness import (
    OUTPUT,
    Grounds,
    Made,
    Memory,
    is_as_made,
    recall,
    remember,
    why_stale,
)
from supple.rendering.plan import PagePlan, plan_pages
from supple.rendering.theme import Compiled, renderer
from supple.stamps import stamp_of

AT_ONCE: Final = 25
"""Pages that a process makes before it tells of them."""
VAST: Final = 20_000
"""Where so many pages are to be made, lists are made by this process alone: others would get
copies of whatever they look at, and lists look at everything."""

Batch: TypeAlias = Sequence[int]
"""The numbers of some pages."""


@dataclass(frozen=True)
class Edition:
    """What a site's pages are made from. `posters` and `pdfs` are the addresses of those that
    there will be. `compiled` are templates that were compiled before."""

    prepared: Prepared
    posters: frozenset[str] = frozenset()
    pdfs: frozenset[str] = frozenset()
    compiled: Compiled = field(default_factory=Compiled)

    @cached_property
    def pages(self) -> tuple[PagePlan, ...]:
        """The same in every process."""
        made = self.prepared
        tokens = made.look.tokens
        return tuple(
            plan_pages(
                made.guide,
                made.say,
                made.names,
                made.figures,
                self.posters,
                tokens,
                self.pdfs,
                made.minutes,
            )
        )

    def with_these(self, posters: frozenset[str], pdfs: frozenset[str]) -> "Edition":
        """With posters and PDFs at these addresses."""
        if (posters, pdfs) == (self.posters, self.pdfs):
            return self
        return replace(self, posters=posters, pdfs=pdfs)

    @property
    def grounds(self) -> Grounds:
        """What the pages are made from, as hashes."""
        paper = f"{bool(self.posters)} {bool(self.pdfs)}"
        made = self.prepared
        files = {file: digests.whole for file, digests in made.digests.items()}
        return Grounds({**made.common, "what can be printed": paper}, files, made.lists)

    def __reduce__(self) -> tuple[type["Edition"], tuple[Any, ...]]:
        parts = self.prepared, self.posters, self.pdfs, self.compiled
        return Edition, parts  # plans can't be handed over


class TemplatesError(Exception):
    """Pages can't be made. Its argument are the problems."""


@dataclass(frozen=True)
class Renewal:
    """Brings the pages in an output folder up to date. `anew`: all of them. `reasons` are those
    for which pages were made, by their addresses, once that is done."""

    edition: Edition
    output: Path
    jobs: int
    anew: bool = False
    progress: Progress = silent
    reasons: dict[str, str] = field(default_factory=dict)

    def put(self, aside: Aside, first: int) -> Iterator[Put]:
        """Puts all stale pages aside, and tells of all that there are; the first is given this
        number. Raises TemplatesError, and what putting aside does."""
        memory = None if self.anew else recall(self.edition.prepared.folder, self.output)
        grounds = self.edition.grounds
        stale: list[int] = []
        for number, page in enumerate(self.edition.pages):
            why = why_stale(page.address, page.files, page.words, grounds, memory, lists=page.lists)
            if memory and not why:
                if is_as_made(self.output, page.address, memory):
                    yield Put(page.address, memory.pages[page.address].digest, None)
                    continue
                why = OUTPUT
            self.reasons[page.address] = why
            stale.append(number)
        yield from self._make(stale, aside, first)

    def _make(self, stale: Sequence[int], aside: Aside, first: int) -> Iterator[Put]:
        problems: dict[Problem, None] = {}
        done = 0
        worker = partial(_worker, self.edition, aside, first)
        for some, jobs in self._shares(stale):
            for batch in spread(worker, batches(some, AT_ONCE), worth(jobs, len(some))):
                for made in batch:
                    if isinstance(made, Problem):
                        problems[made] = None
                    else:
                        yield made
                    done += 1
                    self.progress("rendering", done, len(stale))
        if problems:
            raise TemplatesError(tuple(problems))

    def _shares(self, stale: Sequence[int]) -> Iterator[tuple[Sequence[int], int]]:
        """Pages that are made together, and by how many processes at most."""
        if len(stale) < VAST:
            yield stale, self.jobs
        else:
            pages = self.edition.pages
            yield [number for number in stale if not pages[number].lists], self.jobs
            yield [number for number in stale if pages[number].lists], 1

    def note(self, put: Mapping[str, Put]) -> None:
        """Remembers what was made from what, while nobody else can write to the output."""
        at = time.time_ns()
        pages: dict[str, Made] = {}
        for page in self.edition.pages:
            file = f"{self.output}/{page.address}"  # one of many: a Path would take longer
            stamp = stamp_of(file, os.stat(file), at)  # noqa: PTH116
            pages[page.address] = Made(page.words, put[page.address].digest, stamp)
        remember(Memory(self.edition.grounds, pages), self.edition.prepared.folder, self.output)


def _worker(edition: Edition, aside: Aside, first: int) -> Callable[[Batch], list[Put | Problem]]:
    """Makes and puts aside the pages of a batch."""
    plans = edition.pages
    render = renderer(edition.prepared.templates, edition.prepared.say, edition.compiled)

    def put(number: int) -> Put | Problem:
        made = render(plans[number])
        if isinstance(made, Problem):
            return made
        return aside.put(first + number, File(plans[number].address, made))

    return lambda batch: [put(number) for number in batch]
