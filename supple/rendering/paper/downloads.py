"""Links to the PDFs that there will be, in the words of who wants to print."""

from supple.domain.guide import Guide
from supple.domain.paper import CardForm, Form, Layout
from supple.domain.routine import Routine
from supple.rendering import addresses
from supple.rendering.views.desk import Anchor, Desk
from supple.rendering.views.paging import is_whole

WHOLE = 0
"""Stands for all days of a routine, which count from 1."""


def downloads(desk: Desk, routine: Routine, day: int) -> tuple[Anchor, ...]:
    """A routine's sheet in all forms, or a day's, which count from 1: "A4", "A4, large print"."""
    paper = desk.guide.settings.outputs.paper
    forms = [Form(each, layout) for each in paper for layout in Layout]
    found = {form: addresses.sheet_pdf(routine.slug, day, form) for form in forms}
    return tuple(
        Anchor(desk.to(address), _words(desk, form))
        for form, address in found.items()
        if address in desk.pdfs
    )


def link_to_cards(desk: Desk, slug: str = addresses.ALL) -> str:
    """A link to the cards of a routine, or of the library; nothing where there are none."""
    guide = desk.guide
    there = has_library_cards(guide) if slug == addresses.ALL else guide.settings.outputs.cards
    return desk.to(addresses.cards(slug)) if there else ""


def has_library_cards(guide: Guide) -> bool:
    """Whether the site has the cards of all exercises: no page grows without bound, nor a pile
    that somebody cuts out."""
    count = len(guide.exercises)
    return guide.settings.outputs.cards and count > 0 and is_whole(count)


def cards_to_download(desk: Desk) -> tuple[Anchor, ...]:
    """The cards of the whole library as PDF, if they will be there."""
    forms = [CardForm(paper) for paper in desk.guide.settings.outputs.paper]
    found = ((addresses.cards_pdf(addresses.ALL, form), form.paper.label) for form in forms)
    return tuple(
        Anchor(desk.to(address), label) for address, label in found if address in desk.pdfs
    )


def _words(desk: Desk, form: Form) -> str:
    words = form.paper.label
    return desk.say("paper.large", paper=words) if form.layout is Layout.LARGE else words
