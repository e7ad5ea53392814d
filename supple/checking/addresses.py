"""Old addresses that another page has."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from supple.domain.exercise import Exercise
from supple.domain.guide import Guide, Page
from supple.domain.problem import Problem
from supple.domain.routine import Routine

Pages: TypeAlias = Mapping[str, Exercise] | Mapping[str, Routine] | Mapping[str, Page]


def check_addresses(guide: Guide) -> Iterator[Problem]:
    """Aliases that are the name of a page in the same folder, or another page's alias."""
    for pages in (guide.exercises, guide.routines, guide.pages):
        yield from _check_aliases(pages)


def _check_aliases(pages: Pages) -> Iterator[Problem]:
    taken = {slug: page.origin.path for slug, page in pages.items()}
    for page in pages.values():
        for number, alias in enumerate(page.aliases):
            if alias in taken:
                message = f"aliases: {alias} is the address of {taken[alias]}"
                place = page.origin.at("aliases", number)
                own = taken[alias] == page.origin.path
                hint = "take it out" if own else "take the alias out of one of the two"
                yield Problem(place, "address", message, hint)
            taken.setdefault(alias, page.origin.path)
