"""Real cards: the page that each PDF is printed from, and where its letters stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from pypdfium2 import raw

from supple.domain.paper import CardForm, CardSize, Paper
from supple.preparing import Prepared, prepare
from supple.rendering import addresses
from supple.rendering.paper.plan import all_cards, cards
from tests.printing.pdf import Pdf
from tests.printing.sheets import Sheet, printed, to_press

MM: Final = 25.4 / 72
FORMS: Final = [
    CardForm(paper, size, duplex)
    for paper in Paper
    for size in CardSize
    for duplex in (False, True)
]
LEAST_LINE: Final = 3.9
"""Millimetres from one line to the next, where none overlaps."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, and its box in millimetres from the top left of the page; `base` is its line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a card lies, in millimetres from the top left of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, letter: Letter, edge: float) -> bool:
        return (
            self.left + edge <= letter.left
            and letter.right <= self.right - edge
            and self.top + edge <= letter.top
            and letter.bottom <= self.bottom - edge
        )


def deck(guide: Path, slug: str, *forms: CardForm) -> list[Sheet]:
    """A routine's cards, or the library's, in these forms."""
    prepared = prepare(guide, {})
    assert isinstance(prepared, Prepared)
    prints = [
        all_cards(prepared.guide, form)
        if slug == addresses.ALL
        else cards(prepared.guide.routines[slug], form)
        for form in forms
    ]
    made = {sheet.address: sheet for sheet in printed(to_press(prepared, prints))}
    return [made[each.address] for each in prints]


def slots(form: CardForm) -> list[Slot]:
    """The four places of a page, row by row."""
    width, height = form.paper.width / 2, form.paper.height / 2
    if form.size is CardSize.INDEX:
        width, height = 76.2, 127
    across, down = form.paper.width / 2, form.paper.height / 2
    return [
        Slot(left, top, left + width, top + height)
        for top in (down - height, down)
        for left in (across - width, across)
    ]


def letters(pdf: Pdf, number: int) -> Iterator[Letter]:
    """Those of a page, without spaces."""
    page = pdf.pages[number]
    height = page.get_height()
    text = page.get_textpage()
    for at in range(text.count_chars()):
        words = text.get_text_range(at, 1)
        if not words.strip():
            continue
        left, bottom, right, top = text.get_charbox(at)
        base = raw.c_double(), raw.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, at, *base)
        yield Letter(
            words,
            left * MM,
            (height - top) * MM,
            right * MM,
            (height - bottom) * MM,
            (height - base[1].value) * MM,
        )


def check_places(pdf: Pdf, form: CardForm) -> None:
    """Each letter is within its card and its margins, and no line lies on another."""
    edge = 3.5 if form.size is CardSize.INDEX else 5.5
    for number in range(len(pdf.pages)):
        own = list(letters(pdf, number))
        for slot in slots(form):
            within = [each for each in own if slot.holds(each, edge)]
            own = [each for each in own if not slot.holds(each, edge)]
            close = [
                "".join(each.text for each in (*first, *second))
                for first, second in pairwise(_lines(within))
                if second[0].base - first[0].base < LEAST_LINE and _is_above(first, second)
            ]
            assert not close, (number, slot, close)
        assert not own, (number, "".join(each.text for each in own))


def _lines(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Letters by the line that they stand on, from the top."""
    found: dict[float, list[Letter]] = {}
    for each in letters:
        found.setdefault(round(each.base, 1), []).append(each)
    return [found[base] for base in sorted(found)]


def _is_above(first: list[Letter], second: list[Letter]) -> bool:
    """Whether any of a line stands above any of another. The number in a disc stands beside its
    title, a little lower."""
    return second[0].base - first[0].base > 0.35 and any(
        a.left < b.right and b.left < a.right for a in first for b in second
    )
