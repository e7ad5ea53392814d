"""Old addresses that another page has."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from supple.domain.exercise import Exercise
from supple.domain.guide import Guide, Page
from supple.domain.problem import Problem
from supple.domain.routine import Routine

Pages: TypeAlias = Mapping[str, Exercise] | Mapping[str, Routine] | Mapping[str, Page]


def check_addresses(guide: Guide) -> Iterator[Problem]:
    """Aliases that are the name of a page in the same folder, or another page's alias; routines
    that are named like a day of another."""
    for pages in (guide.exercises, guide.routines, guide.pages):
        yield from _check_aliases(pages)
    yield from _check_days(guide)


def _check_aliases(pages: Pages) -> Iterator[Problem]:
    taken = {slug: page.path for slug, page in pages.items()}
    for page in pages.values():
        for number, alias in enumerate(page.aliases):
            if alias in taken:
                message = f"aliases: {alias} is the address of {taken[alias]}"
                place = page.origin.at("aliases", number)
                own = taken[alias] == page.path
                hint = "take it out" if own else "take the alias out of one of the two"
                yield Problem(place, "address", message, hint)
            taken.setdefault(alias, page.path)


def _check_days(guide: Guide) -> Iterator[Problem]:
    """Routines whose sheet has the address of a day's sheet of another."""
    for week in guide.routines.values():
        days = range(1, len(week.days) + 1) if week.is_week else ()
        for name in (f"{week.slug}-day-{day}" for day in days):
            for each in guide.routines.values():
                if name in (each.slug, *each.aliases):
                    message = f"{name} would have the sheet of a day of {week.path}"
                    hint = "choose another name, without -day- and a number"
                    yield Problem(each.origin.at("title"), "address", message, hint)
