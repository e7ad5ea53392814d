"""Lists of thousands: one that is too long for a page goes on over further ones, so that no page
grows without bound."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from supple.rendering import addresses
from supple.rendering.views.desk import Desk

MOST: Final = 200
"""The rows that a page has at most. A list that has no more is whole, and can be filtered."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the pages of a list: the address of the list, which is its first page's, and the
    number of this page, from 1."""

    address: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Turn:
    """A link to a page of a list. `is_far`: pages before it have none."""

    href: str
    number: int
    current: bool
    is_far: bool


@dataclass(frozen=True, slots=True)
class Paging:
    """What a page says of the other pages of its list. `here` is "Page 2 of 50"; `previous` and
    `next` are empty at the ends; `turns` are the first page, the last, and those around this."""

    here: str
    previous: str
    next: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands on a page of one kind: its rows, the number of the first of them among all of
    that kind in the list, from 1, and how many those are."""

    kind: int
    slugs: Sequence[str]
    first: int
    total: int

    @property
    def last(self) -> int:
        return self.first + len(self.slugs) - 1


def is_whole(count: int) -> bool:
    """Whether so many rows stand on one page."""
    return count <= MOST


def parts_of(address: str, count: int) -> Iterator[Part]:
    """The pages of a list of so many rows; of none, too, there is one."""
    return (Part(address, page_of(row)) for row in range(0, max(1, count), MOST))


def page_of(row: int) -> int:
    """The number of the page on which a row stands; rows count from 0."""
    return row // MOST + 1


def on_page(slugs: Sequence[str], part: Part) -> Sequence[str]:
    start = (part.number - 1) * MOST
    return slugs[start : start + MOST]


def sections(slugs: Sequence[str], part: Part, kind: Callable[[str], int]) -> Iterator[Section]:
    """What stands on a page, by kind. The list's slugs are in the order of their kinds. It takes
    no longer where the list has more pages."""
    before = (part.number - 1) * MOST
    for each, found in groupby(on_page(slugs, part), kind):
        rows = tuple(found)
        start, end = bisect_left(slugs, each, key=kind), bisect_right(slugs, each, key=kind)
        yield Section(each, rows, before - start + 1, end - start)
        before += len(rows)


def paging(desk: Desk, part: Part, count: int) -> Paging | None:
    """The links between the pages of a list of so many rows, if it has several."""
    if is_whole(count):
        return None
    last, number = page_of(count - 1), part.number

    def to(page: int) -> str:
        return desk.to(addresses.part(part.address, page)) if 1 <= page <= last else ""

    shown = sorted({1, number - 1, number, number + 1, last} & {*range(1, last + 1)})
    turns = (
        Turn(to(page), page, page == number, page - before > 1)
        for before, page in zip([0, *shown], shown, strict=False)
    )
    here = desk.say("lists.page_of", n=number, all=last)
    return Paging(here, to(number - 1), to(number + 1), tuple(turns))


def titled(desk: Desk, title: str, part: Part, count: int) -> str:
    """A list's title on one of its pages: the first has the list's own."""
    if part.number == 1:
        return title
    return desk.say("lists.page", title=title, n=part.number, all=page_of(count - 1))
