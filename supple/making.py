"""A site's pages: each is planned, rendered and put aside in one go, by as many processes as pay
off, so that those of a whole site are never in memory at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeAlias

from supple.domain.problem import Problem
from supple.domain.progress import Progress
from supple.preparing import Prepared
from supple.processes import batches, spread, worth
from supple.publishing.file import File
from supple.publishing.output import Aside, Put
from supple.rendering.plan import PagePlan, plan_pages
from supple.rendering.theme import Compiled, renderer

AT_ONCE: Final = 25
"""Pages that a process makes before it tells of them."""

Batch: TypeAlias = Sequence[int]
"""The numbers of some pages."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site's pages are made from. `posters` and `pdfs` are the addresses of those that
    there will be. `compiled` are templates that were compiled before."""

    prepared: Prepared
    posters: frozenset[str] = frozenset()
    pdfs: frozenset[str] = frozenset()
    compiled: Compiled = field(default_factory=Compiled)

    def plan(self) -> tuple[PagePlan, ...]:
        """The same in every process."""
        made = self.prepared
        tokens = made.look.tokens
        return tuple(
            plan_pages(
                made.guide, made.say, made.names, made.figures, self.posters, tokens, self.pdfs
            )
        )


class TemplatesError(Exception):
    """Pages can't be made. Its argument are the problems."""


def put_pages(
    edition: Edition, pages: int, jobs: int, progress: Progress, aside: Aside, first: int
) -> Iterator[Put]:
    """Puts all pages aside, of which there are so many; the first is given this number. Raises
    TemplatesError, and what putting aside does."""
    problems: dict[Problem, None] = {}
    done = 0
    worker = partial(_worker, edition, aside, first)
    for batch in spread(worker, batches(range(pages), AT_ONCE), worth(jobs, pages)):
        for made in batch:
            if isinstance(made, Problem):
                problems[made] = None
            else:
                yield made
            done += 1
            progress("rendering", done, pages)
    if problems:
        raise TemplatesError(tuple(problems))


def _worker(edition: Edition, aside: Aside, first: int) -> Callable[[Batch], list[Put | Problem]]:
    """Makes and puts aside the pages of a batch."""
    plans = edition.plan()
    render = renderer(edition.prepared.templates, edition.prepared.say, edition.compiled)

    def put(number: int) -> Put | Problem:
        made = render(plans[number])
        if isinstance(made, Problem):
            return made
        return aside.put(first + number, File(plans[number].address, made))

    return lambda batch: [put(number) for number in batch]
