"""A routine's sheet: the same routine, made for paper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from supple.domain.body import Position
from supple.domain.exercise import Exercise, Kind
from supple.domain.guide import Urgency
from supple.domain.phases import phases_of, prescribe, total_seconds
from supple.domain.routine import ActivityEntry, Day, Entry, ExerciseEntry, RestEntry, Routine
from supple.domain.vocabulary import CautionKind
from supple.rendering import addresses, phrases, prose
from supple.rendering.hold_phrases import prescribed, the_hold
from supple.rendering.views import care
from supple.rendering.views.desk import Checked, Desk
from supple.rendering.views.figures import FigureView, figures
from supple.rendering.views.routine import day_title, exercises_of, facts, joined, needs_of

NAMED_SOURCES = 3


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One exercise as a row: what, how, how much. A rest or an activity has no number."""

    number: int
    title: str
    mode: str
    move: str
    steps: tuple[Markup, ...]
    dosage: tuple[str, ...]
    holds: str
    feel: Markup
    care: str
    note: Markup
    figures: tuple[FigureView, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetDay:
    title: str
    time: str
    entries: tuple[SheetEntry, ...]
    ask: tuple[care.AskFirst, ...]


@dataclass(frozen=True, slots=True)
class SheetPage:
    title: str
    routine: str
    facts: tuple[str, ...]
    needs: str
    emergency: tuple[care.Card, ...]
    stop: tuple[Markup, ...]
    days: tuple[SheetDay, ...]
    notes: tuple[Markup, ...]
    after: Markup
    ticks: tuple[str, ...]
    rows: int
    sources: str
    checked: Checked | None
    url: str
    back: str


def days_of(routine: Routine) -> Iterator[int]:
    """Which sheets a routine has: of the whole, which is 0, and of each day of a week."""
    yield 0
    if routine.is_week:
        yield from range(1, len(routine.days) + 1)


def sheet_page(desk: Desk, routine: Routine, day: int = 0) -> SheetPage:
    """The sheet of a routine, or of one day, counted from 1."""
    page = addresses.routine(routine.slug)
    anchor = f"day-{day}" if day else ""
    url = addresses.canonical(page, desk.guide.settings)
    routine = _of_day(desk, routine, day) if day else routine
    title = desk.say("sheet.title", routine=routine.title)
    days = tuple(_days(desk, routine))
    about = () if routine.is_week else (days[0].time,)
    cards = care.cards(desk)
    return SheetPage(
        title=title,
        routine=routine.title,
        facts=(*about, *facts(desk, routine)),
        needs=desk.needs(needs_of(desk, routine)),
        emergency=tuple(card for card in cards if card.urgency == Urgency.EMERGENCY),
        stop=_stop(desk, routine),
        days=days,
        notes=tuple(prose.on_paper(note, desk.here) for note in routine.notes),
        after=prose.on_paper(routine.after, desk.here),
        ticks=tuple(desk.say("date.days").split()),
        rows=routine.times_per_day.high if routine.times_per_day else 1,
        sources=_sources(desk, routine),
        checked=desk.checked(routine.checked),
        url=f"{url}#{anchor}" if url and anchor else url,
        back=desk.to(page, anchor),
    )


def _of_day(desk: Desk, routine: Routine, number: int) -> Routine:
    """A day as a routine of its own, which needs what its own exercises need."""
    day = routine.days[number - 1]
    title = desk.say("sheet.day", routine=routine.title, day=day_title(desk, day, number))
    return replace(routine, title=title, days=(replace(day, title=""),), equipment=None)


def _stop(desk: Desk, routine: Routine) -> tuple[Markup, ...]:
    """When to stop: the guide's list, which speaks for all exercises; without one, their own."""
    safety = desk.guide.safety
    if safety and safety.stop:
        return tuple(prose.on_paper(line, desk.here) for line in safety.stop)
    cautions = care.warned(desk, exercises_of(desk, routine), CautionKind.STOP)
    return tuple(caution.text for caution in cautions)


def _days(desk: Desk, routine: Routine) -> Iterator[SheetDay]:
    guide = desk.guide
    for number, day in enumerate(routine.days, start=1):
        seconds = total_seconds(phases_of(day.entries, guide.exercises, guide.settings.timing))
        yield SheetDay(
            title=day_title(desk, day, number),
            time=phrases.about_minutes(seconds, desk.say),
            entries=tuple(_entries(desk, day, f"figure-{number}")),
            ask=_ask(desk, day),
        )


def _entries(desk: Desk, day: Day, prefix: str) -> Iterator[SheetEntry]:
    """`prefix`: what the ids of this day's figures begin with."""
    number = 0
    position: Position | None = None
    for entry in day.entries:
        number += isinstance(entry, ExerciseEntry)
        row = _entry(desk, entry, number, position)
        if isinstance(entry, ExerciseEntry):
            exercise = desk.guide.exercises[entry.exercise]
            position = exercise.position
            shown = figures(desk, exercise, f"{prefix}-{number}", entry.mode)
            row = replace(row, figures=shown)
        yield row


def _entry(desk: Desk, entry: Entry, number: int, position: Position | None) -> SheetEntry:
    note = prose.on_paper(entry.note, desk.here)
    match entry:
        case RestEntry() | ActivityEntry():
            title = entry.activity if isinstance(entry, ActivityEntry) else desk.say("routine.rest")
            time = (phrases.time_words(entry.seconds, desk.say),)
            return SheetEntry(0, title, "", "", (), time, "", Markup(), "", note)
        case ExerciseEntry():
            exercise = desk.guide.exercises[entry.exercise]
            mode = exercise.mode(entry.mode)
            moves = exercise.position is not position
            return SheetEntry(
                number=number,
                title=exercise.title,
                mode=mode.title if mode else "",
                move=desk.say(f"position.{exercise.position.value}") if moves else "",
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


def _ask(desk: Desk, day: Day) -> tuple[care.AskFirst, ...]:
    entries = [entry for entry in day.entries if isinstance(entry, ExerciseEntry)]
    found = [
        (number, desk.guide.exercises[entry.exercise])
        for number, entry in enumerate(entries, start=1)
    ]
    return care.ask_first(desk, found)


def _sources(desk: Desk, routine: Routine) -> str:
    """Who published the figures: the first few, since the web page names each."""
    names = _publishers(desk, routine)
    key = "sheet.sources_more" if len(names) > NAMED_SOURCES else "sheet.sources"
    return desk.say(key, publishers=", ".join(names[:NAMED_SOURCES])) if names else ""


def _publishers(desk: Desk, routine: Routine) -> list[str]:
    """Who published the sources of a routine's figures."""
    sources = desk.guide.sources
    names = (
        sources[use.source].publisher or sources[use.source].title
        for exercise in exercises_of(desk, routine)
        for use in exercise.sources
        if use.hold or use.reps
    )
    return list(dict.fromkeys(names))
