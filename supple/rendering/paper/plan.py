"""Which PDFs a build makes, and the page that each is printed from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from supple.domain.drawing import Figures
from supple.domain.guide import Guide
from supple.domain.paper import CardForm, Form, Layout
from supple.domain.routine import Routine
from supple.rendering import addresses
from supple.rendering.flat import printed
from supple.rendering.paper.downloads import WHOLE, has_library_cards
from supple.rendering.plan import PagePlan, View
from supple.rendering.sharing import head_of, subjects_of
from supple.rendering.structured import Subject
from supple.rendering.views.cards import cards_page, library
from supple.rendering.views.desk import Desk
from supple.rendering.views.sheet import of_day, sheet_page
from supple.rendering.views.site import site_of
from supple.rendering.wording import Wording


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF: its address, the address of the page that it is a form of, that page's template,
    its data (from a desk, and the styles of figures on paper), and the guide's file that it is
    made for."""

    address: str
    here: str
    template: str
    page_of: Callable[[Desk, str], object]
    owner: str


def plan_prints(guide: Guide) -> Iterator[Print]:
    """The PDFs that a guide's settings ask for: the sheets of every routine and of each day of a
    week's, in all forms; and the cards of all exercises, large and with one side."""
    outputs = guide.settings.outputs
    if outputs.pdf and outputs.sheets:
        forms = [Form(paper, layout) for paper in outputs.paper for layout in Layout]
        for routine in guide.routines.values():
            for day in days_of(routine):
                for form in forms:
                    yield sheet(routine, day, form)
    if outputs.pdf and has_library_cards(guide):
        for paper in outputs.paper:
            yield all_cards(guide, CardForm(paper))


def days_of(routine: Routine) -> Iterable[int]:
    """What of a routine has a sheet: all of it, and each day of a week."""
    return range(WHOLE, len(routine.days) + 1) if routine.is_week else (WHOLE,)


def sheet(routine: Routine, day: int, form: Form) -> Print:
    return Print(
        address=addresses.sheet_pdf(routine.slug, day, form),
        here=addresses.sheet(routine.slug, day),
        template="sheet.html",
        page_of=lambda desk, styles: sheet_page(desk, routine, day, form, styles),
        owner=routine.origin.path,
    )


def cards(routine: Routine, form: CardForm, day: int = 0) -> Print:
    """The cards of a routine, or just those of a day of a week's, from 1."""
    return Print(
        address=addresses.cards_pdf(routine.slug, form, day),
        here=addresses.cards(routine.slug),
        template="cards.html",
        page_of=lambda desk, styles: cards_page(
            desk, of_day(routine, day, desk.say) if day else routine, form, styles
        ),
        owner=routine.origin.path,
    )


def all_cards(guide: Guide, form: CardForm) -> Print:
    """The cards of the whole library."""
    return Print(
        address=addresses.cards_pdf(addresses.ALL, form),
        here=addresses.cards(),
        template="cards.html",
        page_of=lambda desk, styles: cards_page(desk, library(guide, desk.say), form, styles),
        owner=guide.settings_origin.path,
    )


def pages_to_print(
    prints: Iterable[Print],
    guide: Guide,
    say: Wording,
    static: Mapping[str, str],
    figures: Figures,
    figure_styles: str,
) -> Iterator[PagePlan]:
    """The page of each print, under the print's own address. That lies in the folder of the page
    that it is a form of, so the same links work. `figure_styles` are those of figures."""
    subjects, styles = subjects_of(guide), printed(figure_styles)
    for each in prints:
        desk = Desk(guide, say, each.here, static, figures)
        view = partial(_view, desk, each, subjects.get(each.here), styles)
        yield PagePlan(each.address, each.template, view)


def _view(desk: Desk, print_: Print, subject: Subject | None, styles: str) -> View:
    page = print_.page_of(desk, styles)
    return View(site_of(desk), page, head_of(desk, page, subject, frozenset()))
