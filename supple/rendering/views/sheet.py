"""A routine's sheet, or one of its days': the same routine, made for paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from supple.domain.exercise import Exercise
from supple.domain.guide import Guide, Urgency
from supple.domain.paper import Form, Layout
from supple.domain.routine import Routine
from supple.domain.vocabulary import Grade
from supple.rendering import addresses, prose
from supple.rendering.paper import fitting
from supple.rendering.paper.contents import SheetPage
from supple.rendering.paper.downloads import downloads
from supple.rendering.paper.following import about_time, needed
from supple.rendering.views import care
from supple.rendering.views.desk import Anchor, Desk
from supple.rendering.views.routine import exercises_of, facts, needs_of
from supple.rendering.views.sheet_rows import days_on_paper, moves_between
from supple.rendering.views.sheet_warnings import ask_first, stop_lines
from supple.rendering.views.site import reviewed
from supple.rendering.wording import Wording

NAMED_SOURCES: Final = 3
WHOLE: Final = 0


def sheet_page(
    desk: Desk,
    routine: Routine,
    day: int = 0,
    form: Form | None = None,
    figure_styles: str = "",
) -> SheetPage:
    """The sheet of a routine, or of that day of a week's, from 1. Without a `form` it is the page
    for the browser, which can be printed in every form that the guide has; else the one for a
    PDF of that form, which needs `figure_styles` (`flat.printed`) in each figure."""
    anchor = f"day-{day}" if day else ""
    whole, routine = routine, of_day(routine, day, desk.say) if day else routine
    forms = (form,) if form else forms_of(desk)
    days = tuple(days_on_paper(desk, routine, forms[0]))
    url = addresses.canonical(addresses.routine(routine.slug), desk.guide.settings)
    url = f"{url}#{anchor}" if url and anchor else url
    exercises = list(enumerate(exercises_of(desk, routine), start=1))
    page = SheetPage(
        form=forms[0],
        forms=forms,
        is_web=form is None,
        title=desk.say("sheet.title", routine=routine.title),
        routine=routine.title,
        facts=tuple(facts_on_paper(desk, routine)),
        needs=needed(desk, needs_of(desk, routine), exercises),
        emergency=tuple(card for card in care.cards(desk) if card.urgency == Urgency.EMERGENCY),
        stop=tuple(stop_lines(desk, routine)),
        days=days,
        ask=tuple(ask_first(desk, routine)),
        notes=tuple(prose.on_paper(note, desk.here) for note in routine.notes),
        after=prose.on_paper(routine.after, desk.here),
        ticks=tuple(desk.say("date.days").split()),
        rows=routine.times_per_day.high if routine.times_per_day else 1,
        sources=_sources(desk, routine),
        reviewed=reviewed(desk.guide.settings, desk.say),
        checked=desk.checked(routine.checked),
        url=url,
        code=_code(url, desk.say("sheet.code", routine=routine.title)) if url else Markup(),
        logo=bool(desk.guide.settings.look.logo),
        letterhead=desk.guide.settings.outputs.letterhead,
        foot=desk.to(addresses.sheet_foot(whole.slug, day)),
        back=Anchor(desk.to(addresses.routine(routine.slug), anchor), desk.say("sheet.back")),
        downloads=() if form else downloads(desk, whole, day),
        figure_styles=Markup(figure_styles),
        moves=moves_between(desk, routine),
        ask_day=desk.say.texts["sheet.ask_day"] if routine.is_week else "",
    )
    tried = {each.name: fitting.tries(page, each, desk.say) for each in forms}
    return replace(
        page,
        fits={name: fitting.roomiest(every) for name, every in tried.items()},
        tried={name: [each.for_script for each in every] for name, every in tried.items()},
    )


def facts_on_paper(
    desk: Desk, routine: Routine, numbers: Iterable[int] | None = None
) -> Iterator[str]:
    """How long a routine takes, unless it has several days; how often, where and when. Its
    exercises have these `numbers`, or else count from 1."""
    if not routine.is_week:
        yield about_time(desk, routine.days[0], numbers)
    for fact in facts(desk, routine):
        yield _upper_first(fact)


def forms_of(desk: Desk) -> tuple[Form, ...]:
    """Every form in which the guide's sheets can be printed, the usual one first."""
    papers = desk.guide.settings.outputs.paper
    return tuple(Form(paper, layout) for layout in Layout for paper in papers)


def sheets(guide: Guide, say: Wording) -> Iterator[tuple[Routine, int, str]]:
    """Every sheet of a guide: its routine, the day of a week's or 0, and its title."""
    for routine in guide.routines.values():
        for day in days_of(routine):
            yield routine, day, title_of_day(routine, day, say) if day else routine.title


def days_of(routine: Routine) -> Iterable[int]:
    """What of a routine has a sheet: all of it, which 0 stands for, and each day of a week."""
    return range(len(routine.days) + 1) if routine.is_week else (WHOLE,)


def title_of_day(routine: Routine, number: int, say: Wording) -> str:
    day = say("routine.day", n=number, title=routine.days[number - 1].title)
    return say("sheet.day", routine=routine.title, day=day)


def of_day(routine: Routine, number: int, say: Wording) -> Routine:
    """One day of a week's routine, from 1, as a routine of its own."""
    day = replace(routine.days[number - 1], title="")
    return replace(routine, title=title_of_day(routine, number, say), days=(day,), equipment=None)


def _sources(desk: Desk, routine: Routine) -> str:
    """Who published the figures: the first few, since the web page names each. Of that page nothing
    is said where its address isn't on the sheet."""
    names = _publishers(desk, exercises_of(desk, routine))
    more = "sheet.sources_more" if desk.guide.settings.url else "sheet.sources_offline"
    key = more if len(names) > NAMED_SOURCES else "sheet.sources"
    return desk.say(key, publishers=", ".join(names[:NAMED_SOURCES])) if names else ""


def _publishers(desk: Desk, exercises: Iterable[Exercise]) -> Sequence[str]:
    """Who published the sources of the exercises' figures, the best grade first."""
    used = [
        desk.guide.sources[use.source]
        for exercise in exercises
        for use in exercise.sources
        if use.hold or use.reps
    ]
    order = (Grade.A, Grade.B, Grade.C, Grade.SEED)
    used.sort(key=lambda source: order.index(source.grade))
    return list(dict.fromkeys(source.publisher or source.title for source in used))


def _code(url: str, title: str) -> Markup:
    """A QR code as SVG, which says in its title where it leads."""
    import segno  # here, since it takes long to load and most rebuilds need no code

    code = segno.make(url, error="m", micro=False)
    return Markup(code.svg_inline(border=0, omitsize=True, title=title, svgclass="code"))


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
