"""What is wrong with the addresses of a site's files: two that are the same, and one that no disk
takes."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from supple.domain.guide import Guide
from supple.domain.problem import Place, Problem
from supple.reading.files import folded
from supple.rendering import addresses
from supple.rendering.paper.plan import Print
from supple.rendering.plan import plan_files

LONGEST: Final = 255
"""The bytes that a file's name may have on any usual disk."""


def unfit_addresses(
    planned: Collection[str], guide: Guide, prints: Collection[Print]
) -> Iterator[Problem]:
    """Of all that is `planned`, among it these `prints`."""
    yield from _clashes(planned, guide, prints)
    yield from _too_long(planned, guide, prints)


def _clashes(planned: Iterable[str], guide: Guide, prints: Iterable[Print]) -> Iterator[Problem]:
    """Addresses that two files would have, on computers too that don't tell capitals apart."""
    alike: dict[str, list[str]] = defaultdict(list)
    for address in planned:
        alike[folded(address)].append(address)
    owners = {each.address: each.owner for each in prints} | dict(_owners(guide))
    for clashing in alike.values():
        if len(clashing) > 1:
            known = [owners[address] for address in clashing if address in owners]
            place = Place(known[-1] if known else clashing[-1])
            first, second = clashing[:2]
            what = first if first == second else f"{first} and {second}"
            hint = "rename one: a page, a word of a vocabulary, or a file beside the text"
            yield Problem(place, "address", f"two things have one address: {what}", hint)


def _too_long(planned: Iterable[str], guide: Guide, prints: Iterable[Print]) -> Iterator[Problem]:
    """Addresses that no disk takes; of those that come of one name, the longest."""
    places = {
        **{each.address: Place(each.owner) for each in prints},
        **{address: Place(path) for address, path in _owners(guide)},
        **dict(_names(guide)),
    }
    longest: dict[Place, int] = {}
    for address in planned:
        place = places.get(address, Place(address))
        length = max(len(os.fsencode(part)) for part in address.split("/"))
        longest[place] = max(length, longest.get(place, 0))
    for place, length in longest.items():
        if length > LONGEST:
            message = f"the name is too long: its address would have {length} bytes of {LONGEST}"
            letters = "1 letter" if length == LONGEST + 1 else f"{length - LONGEST} letters"
            hint = f"write one that is shorter by {letters} or more"
            yield Problem(place, "address", message, hint)


def _names(guide: Guide) -> Iterator[tuple[str, Place]]:
    """Where the address of each page is written: a file's own name, or an alias."""
    for pages, address_of in (
        (guide.exercises, addresses.exercise),
        (guide.routines, addresses.routine),
        (guide.routines, addresses.sheet),
        (guide.pages, addresses.page),
    ):
        for slug, page in pages.items():
            yield address_of(slug), Place(page.path)
            for number, alias in enumerate(page.aliases):
                yield address_of(alias), page.origin.at("aliases", number)


def _owners(guide: Guide) -> Iterator[tuple[str, str]]:
    """The guide's own files by the addresses that they are the reason of, the likeliest last."""
    for slug, routine in guide.routines.items():  # all.md would have the library's cards
        yield addresses.cards(slug), routine.path
    for name, term in guide.targets.items():
        yield addresses.target(name), term.origin.path
    for name, thing in guide.equipment.items():
        yield addresses.equipment(name), thing.origin.path
    for address, name in plan_files(guide):
        yield address, f"content/{name}"
