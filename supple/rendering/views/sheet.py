"""A routine's sheet, or one of its days': the same routine, made for paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

import segno
from markupsafe import Markup

from supple.domain.body import Position
from supple.domain.exercise import Exercise, Kind
from supple.domain.guide import Guide, Urgency
from supple.domain.paper import Form, Layout
from supple.domain.phases import phases_of, prescribe, total_seconds
from supple.domain.routine import ActivityEntry, Day, Entry, ExerciseEntry, RestEntry, Routine
from supple.domain.vocabulary import Caution, CautionKind, Grade
from supple.rendering import addresses, phrases, prose
from supple.rendering.hold_phrases import prescribed, the_hold
from supple.rendering.paper import fitting
from supple.rendering.paper.contents import Advice, Condition, SheetDay, SheetEntry, SheetPage
from supple.rendering.paper.downloads import downloads
from supple.rendering.paper.following import about_time, needed
from supple.rendering.paper.moving import UP, how_to_get_up, how_to_move
from supple.rendering.paper.numbers import in_ranges
from supple.rendering.views import care
from supple.rendering.views.desk import Anchor, Desk
from supple.rendering.views.figures import figures
from supple.rendering.views.routine import (
    day_title,
    exercises_of,
    facts,
    joined,
    needs_of,
    numbered,
)
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
    days = tuple(_days(desk, routine, forms[0]))
    url = addresses.canonical(addresses.routine(routine.slug), desk.guide.settings)
    url = f"{url}#{anchor}" if url and anchor else url
    page = SheetPage(
        form=forms[0],
        forms=forms,
        is_web=form is None,
        title=desk.say("sheet.title", routine=routine.title),
        routine=routine.title,
        facts=tuple(facts_on_paper(desk, routine)),
        needs=needed(desk, needs_of(desk, routine), numbered(desk, routine)),
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
        moves=_moves(desk, routine),
        ups={} if routine.is_week else _ups(desk, routine, routine.days[0]),
    )
    return replace(page, fits={each.name: fitting.fit(page, each, desk.say) for each in forms})


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


def stop_lines(desk: Desk, routine: Routine) -> Iterator[Advice]:
    """When to stop: the guide's list, then those warnings of the exercises that it leaves out."""
    safety = desk.guide.safety
    listed = safety.stop if safety else ()
    for line in listed:
        yield Advice(prose.on_paper(line, desk.here), "")
    said = _words(desk, " ".join(map(prose.plain, listed)))
    for caution, numbers in _warned(desk, routine, CautionKind.STOP):
        words = _words(desk, caution.short)
        if not words or not words <= said:
            text = prose.on_paper(caution.text, desk.here)
            where = "" if routine.is_week else in_ranges(numbers)
            yield Advice(text, where, tuple(numbers))


def _words(desk: Desk, text: str) -> frozenset[str]:
    """The words of a text that say something. The guide's list speaks for a warning only if it
    has each of these from what the warning is about."""
    common = set(desk.say("search.common").split())
    words = "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()
    return frozenset(words) - common


def _warned(desk: Desk, routine: Routine, kind: CautionKind) -> Iterator[tuple[Caution, list[int]]]:
    """Each warning of a kind, with the numbers of the exercises that name it."""
    concerned: dict[str, list[int]] = {}
    for day in routine.days:
        for number, exercise in _numbered(desk, day):
            for code in exercise.cautions:
                concerned.setdefault(code, []).append(number)
    for code, numbers in concerned.items():
        if desk.guide.cautions[code].kind is kind:
            yield desk.guide.cautions[code], numbers


def ask_first(desk: Desk, routine: Routine) -> Iterator[Condition]:
    """With what to ask somebody first, the warnings of one title together."""
    warned = [caution for caution, _ in _warned(desk, routine, CautionKind.ASK)]
    order = list(dict.fromkeys(caution.title for caution in warned))
    warned.sort(key=lambda caution: order.index(caution.title))
    for title, cautions in groupby(warned, lambda caution: caution.title):
        yield Condition(title, tuple(_advice(desk, routine, caution) for caution in cautions))


def _advice(desk: Desk, routine: Routine, caution: Caution) -> Advice:
    days = [
        (number, [n for n, exercise in _numbered(desk, day) if caution.code in exercise.cautions])
        for number, day in enumerate(routine.days, start=1)
    ]
    text = prose.on_paper(caution.text, desk.here)
    if not routine.is_week:
        ((_, numbers),) = days
        return Advice(text, in_ranges(numbers), tuple(numbers))
    where = (
        desk.say("sheet.ask_day", n=number, exercises=in_ranges(numbers))
        for number, numbers in days
        if numbers
    )
    return Advice(text, "; ".join(where))


def _numbered(desk: Desk, day: Day) -> list[tuple[int, Exercise]]:
    entries = [entry for entry in day.entries if isinstance(entry, ExerciseEntry)]
    return [
        (number, desk.guide.exercises[entry.exercise])
        for number, entry in enumerate(entries, start=1)
    ]


def _days(desk: Desk, routine: Routine, form: Form) -> Iterator[SheetDay]:
    for number, day in enumerate(routine.days, start=1):
        yield SheetDay(
            title=day_title(desk, day, number),
            time=_time(desk, day),
            entries=tuple(
                fitting.arranged(entry, form, desk.say)
                for entry in _entries(desk, routine, day, f"figure-{number}")
            ),
            up=_ups(desk, routine, day).get(_last_position(desk, day) or "", ""),
        )


def _time(desk: Desk, day: Day) -> str:
    guide = desk.guide
    phases = phases_of(day.entries, guide.exercises, guide.settings.timing)
    return phrases.about_minutes(total_seconds(phases), desk.say)


def _entries(desk: Desk, routine: Routine, day: Day, prefix: str) -> Iterator[SheetEntry]:
    """`prefix`: what the ids of this day's figures begin with."""
    number = 0
    position: Position | None = None
    for entry in day.entries:
        number += isinstance(entry, ExerciseEntry)
        row = row_of(desk, entry, number)
        if isinstance(entry, ExerciseEntry):
            here = desk.guide.exercises[entry.exercise].position
            move = how_to_move(position, here, routine.place, desk.say)
            shown = figures(
                desk, desk.guide.exercises[entry.exercise], f"{prefix}-{number}", entry.mode
            )
            row = replace(row, position=here.value, move=move, figures=shown)
            position = here
        yield row


def _moves(desk: Desk, routine: Routine) -> dict[str, dict[str, str]]:
    """How to come from each position of a plain routine into each other, for the script that
    leaves exercises out: from nothing ("") is how to begin."""
    if routine.is_week:
        return {}
    found = list(dict.fromkeys(exercise.position for exercise in exercises_of(desk, routine)))
    return {
        before.value if before else "": {
            here.value: how_to_move(before, here, routine.place, desk.say) for here in found
        }
        for before in (None, *found)
    }


def _ups(desk: Desk, routine: Routine, day: Day) -> dict[str, str]:
    """How to get up at a day's end, by the position that one is in then. A routine that ends lying
    or kneeling and has words of its own for its end says it itself."""
    last = _last_position(desk, day)
    if last is None or (routine.after and last not in UP):
        return {}
    ways = (
        (each.position.value, how_to_get_up(each.position, routine.place, desk.say))
        for _, each in _numbered(desk, day)
    )
    return {position: way for position, way in ways if way}


def _last_position(desk: Desk, day: Day) -> Position | None:
    """The position that a day ends in; not known after an activity. A rest keeps it."""
    for entry in reversed(day.entries):
        if isinstance(entry, ExerciseEntry):
            return desk.guide.exercises[entry.exercise].position
        if isinstance(entry, ActivityEntry):
            return None
    return None


def row_of(desk: Desk, entry: Entry, number: int) -> SheetEntry:
    note = prose.on_paper(entry.note, desk.here)
    match entry:
        case RestEntry() | ActivityEntry():
            title = entry.activity if isinstance(entry, ActivityEntry) else desk.say("routine.rest")
            time = (phrases.time_words(entry.seconds, desk.say),)
            return SheetEntry(0, title, dosage=time, note=note)
        case ExerciseEntry():
            exercise = desk.guide.exercises[entry.exercise]
            mode = exercise.mode(entry.mode)
            return SheetEntry(
                number=number,
                title=exercise.title,
                mode=mode.title if mode else "",
                steps=_steps(desk, entry, exercise),
                dosage=tuple(_dosage(desk, entry, exercise)),
                holds=phrases.named_holds(exercise.dosage_of(entry.mode), desk.say),
                feel=prose.on_paper(exercise.feel, desk.here),
                care=", ".join(_conditions(desk, exercise)),
                note=joined(prose.on_paper(mode.note, desk.here) if mode else Markup(), note),
            )


def _steps(desk: Desk, entry: ExerciseEntry, exercise: Exercise) -> tuple[Markup, ...]:
    """The steps, in which the hold is as long as the entry prescribes it."""
    said = the_hold(exercise.steps, exercise.dosage, desk.guide.settings.timing)
    phrased = prescribed(said, prescribe(entry, exercise), desk.say)
    return tuple(prose.on_paper(step, desk.here, phrased) for step in exercise.steps)


def _dosage(desk: Desk, entry: ExerciseEntry, exercise: Exercise) -> Iterator[str]:
    """In two lines: "Hold 20 seconds", "1 time each leg"; of a rest only how long it is."""
    prescription = prescribe(entry, exercise)
    mode = exercise.mode(entry.mode)
    rests = (mode.kind if mode else exercise.kind) is Kind.REST
    if prescription.hold:
        key = "dosage.rest_line" if rests else "dosage.hold_line"
        yield desk.say(key, hold=phrases.hold_words(prescription.hold, desk.say))
    if not (rests and prescription.hold and prescription.reps.high == 1):
        yield phrases.reps_words(prescription.reps, prescription.dosage, desk.say)


def _conditions(desk: Desk, exercise: Exercise) -> list[str]:
    """The conditions' names; what to do about each stands once, below the exercises."""
    cautions = [desk.guide.cautions[code] for code in exercise.cautions]
    names = (caution.short for caution in cautions if caution.kind is CautionKind.ASK)
    return list(dict.fromkeys(names))


def _sources(desk: Desk, routine: Routine) -> str:
    """Who published the figures: the first few, since the web page names each."""
    names = _publishers(desk, exercises_of(desk, routine))
    key = "sheet.sources_more" if len(names) > NAMED_SOURCES else "sheet.sources"
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
    code = segno.make(url, error="m", micro=False)
    return Markup(code.svg_inline(border=0, omitsize=True, title=title, svgclass="code"))


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
