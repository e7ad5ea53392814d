"""A routine's page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from supple.domain.body import Position
from supple.domain.exercise import Exercise
from supple.domain.phases import (
    Phase,
    PhaseKind,
    phases_by_entry,
    prescribe,
    total_seconds,
)
from supple.domain.quantity import Count
from supple.domain.routine import ActivityEntry, Day, Entry, ExerciseEntry, RestEntry, Routine
from supple.domain.vocabulary import CautionKind, Need, gather
from supple.rendering import addresses, phrases
from supple.rendering.paper.downloads import WHOLE, downloads, link_to_cards
from supple.rendering.views import care, player
from supple.rendering.views.desk import ROOMS, Anchor, Checked, Countdown, Desk, Json, LevelMark
from supple.rendering.views.figures import FigureView, figures
from supple.rendering.views.rows import place_words, room_of


@dataclass(frozen=True, slots=True)
class Strip:
    """A time of holding on the mat, in per cent of its piece."""

    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of the mat that is one entry, in per cent of the whole."""

    number: int
    start: float
    length: float
    holds: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """One entry on the way through a routine. `number` is 0 for a rest or an activity;
    `move` says how to lie, kneel, sit or stand where that changes on the way."""

    number: int
    clock: str
    title: str
    href: str
    mode: str
    dosage: str
    holds: str
    note: Markup
    move: str
    room: str
    figures: tuple[FigureView, ...] = ()


@dataclass(frozen=True, slots=True)
class DayView:
    """One day; the only day of a plain routine has no title. `end` is the clock then, and
    `ending` what is left to do. `warned`: when its exercises say to stop; `sheet`: the page to
    print, and `downloads` the same as PDF."""

    title: str
    anchor: str
    time: str
    end: str
    ending: str
    mat: tuple[Piece, ...]
    stops: tuple[Stop, ...]
    countdown: Countdown
    warned: tuple[care.Warned, ...]
    sheet: str
    downloads: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class RoutinePage:
    address: str
    title: str
    summary: str
    introduction: Markup
    room: str
    facts: tuple[str, ...]
    level: LevelMark
    needs: str
    all_routines: str
    sheet: str
    cards: str
    downloads: tuple[Anchor, ...]
    days: tuple[DayView, ...]
    exercises: Json
    notes: tuple[Markup, ...]
    after: Markup
    ask: tuple[care.AskFirst, ...]
    stop: tuple[Markup, ...]
    checked: Checked | None
    words: Markup

    @property
    def is_drawn(self) -> bool:
        """Whether there are figures, whose rooms say more than an empty one."""
        return any(stop.figures for day in self.days for stop in day.stops)


def routine_page(desk: Desk, routine: Routine) -> RoutinePage:
    days = tuple(_days(desk, routine))
    return RoutinePage(
        address=desk.here,
        title=routine.title,
        summary=routine.summary,
        introduction=desk.html(routine.introduction),
        room=room_of(desk.guide, routine),
        facts=facts(desk, routine),
        level=desk.level(routine.level),
        needs=desk.needs(needs_of(desk, routine)),
        all_routines=desk.to(addresses.ROUTINES),
        sheet=sheet_of(desk, routine, WHOLE),
        cards=link_to_cards(desk, routine.slug),
        downloads=downloads(desk, routine, WHOLE),
        days=days,
        exercises=Json(lambda: player.exercises(desk, _stages(desk, routine, days))),
        notes=desk.lines(routine.notes),
        after=desk.html(routine.after),
        ask=care.ask_first(desk, numbered(desk, routine)),
        stop=care.stop(desk),
        checked=desk.checked(routine.checked),
        words=desk.script_words,
    )


def _stages(desk: Desk, routine: Routine, views: Iterable[DayView]) -> Iterator[player.Stage]:
    """The figures of a routine's exercises as they stand on the page."""
    for day, view in zip(routine.days, views, strict=True):
        for entry, stop in zip(day.entries, view.stops, strict=True):
            if isinstance(entry, ExerciseEntry):
                exercise = desk.guide.exercises[entry.exercise]
                yield player.Stage(exercise, entry.mode, stop.figures)


def sheet_of(desk: Desk, routine: Routine, day: int) -> str:
    """A link to the sheet of a routine or of a day; nothing where there are none."""
    sheets = desk.guide.settings.outputs.sheets
    return desk.to(addresses.sheet(routine.slug, day)) if sheets else ""


def facts(desk: Desk, routine: Routine) -> tuple[str, ...]:
    """How many days, how often, where and when: what applies."""
    days = desk.say.number("routine.week", len(routine.days)) if routine.is_week else ""
    often = times_words(desk, routine.times_per_day) if routine.times_per_day else ""
    return tuple(part for part in (days, often, place_words(desk, routine), routine.when) if part)


def times_words(desk: Desk, times: Count) -> str:
    """ "once a day", "2 to 3 times a day"."""
    if times.is_range:
        return desk.say("routine.times_range", low=times.low, high=times.high)
    return desk.say.number("routine.times_per_day", times.low)


def needs_of(desk: Desk, routine: Routine) -> tuple[Need, ...]:
    """A routine's equipment: its own, or all that its exercises need."""
    if routine.equipment is not None:
        return routine.equipment
    return gather(need for exercise in exercises_of(desk, routine) for need in exercise.equipment)


def exercises_of(desk: Desk, routine: Routine) -> list[Exercise]:
    """The exercises of a routine in their order, as often as they are done."""
    return [exercise for _, exercise in numbered(desk, routine)]


def numbered(desk: Desk, routine: Routine) -> list[tuple[int, Exercise]]:
    """The exercises of a routine with their numbers, which begin again every day."""
    return [
        each for day in routine.days for each in enumerate(_exercises_of_day(desk, day), start=1)
    ]


def _exercises_of_day(desk: Desk, day: Day) -> list[Exercise]:
    entries = (entry for entry in day.entries if isinstance(entry, ExerciseEntry))
    return [desk.guide.exercises[entry.exercise] for entry in entries]


def day_title(desk: Desk, day: Day, number: int) -> str:
    return desk.say("routine.day", n=number, title=day.title) if day.title else ""


def _days(desk: Desk, routine: Routine) -> Iterator[DayView]:
    for number, day in enumerate(routine.days, start=1):
        guide = desk.guide
        phases = phases_by_entry(day.entries, guide.exercises, guide.settings.timing)
        seconds = sum(map(total_seconds, phases))
        yield DayView(
            title=day_title(desk, day, number),
            anchor=f"day-{number}" if day.title else "timer",
            time=phrases.time_words(seconds, desk.say),
            end=phrases.clock(seconds, desk.say),
            ending=_ending(desk, routine, day),
            mat=tuple(_mat(day, phases, seconds)),
            stops=tuple(_stops(desk, day, phases, f"figure-{number}")),
            countdown=desk.countdown(phase for entry in phases for phase in entry),
            warned=care.warned(desk, _exercises_of_day(desk, day), CautionKind.STOP),
            sheet=sheet_of(desk, routine, number if day.title else WHOLE),
            downloads=downloads(desk, routine, number if day.title else WHOLE),
        )


def _ending(desk: Desk, routine: Routine, day: Day) -> str:
    """ "Then get up", where the last exercise leaves one lying, kneeling or sitting, and the
    routine says how."""
    positions = [_position(desk, entry) for entry in day.entries]
    is_up = not positions or positions[-1] in (None, Position.STANDING)
    return desk.say("routine.get_up" if routine.after and not is_up else "routine.after")


def _position(desk: Desk, entry: Entry) -> Position | None:
    """The position that an entry asks for, if it is an exercise."""
    if isinstance(entry, ExerciseEntry):
        return desk.guide.exercises[entry.exercise].position
    return None


def _mat(day: Day, phases: Sequence[Sequence[Phase]], seconds: int) -> Iterator[Piece]:
    """The mat is time: a piece for each entry, dark where something is held."""
    start, number = 0, 0
    for entry, its_phases in zip(day.entries, phases, strict=True):
        number += isinstance(entry, ExerciseEntry)
        length = total_seconds(its_phases)
        yield Piece(
            number=number if isinstance(entry, ExerciseEntry) else 0,
            start=_per_cent(start, seconds),
            length=_per_cent(length, seconds),
            holds=tuple(_holds(its_phases, length)),
        )
        start += length


def _holds(phases: Sequence[Phase], seconds: int) -> Iterator[Strip]:
    start = 0
    for phase in phases:
        if phase.kind in (PhaseKind.HOLD, PhaseKind.ACTIVITY):
            yield Strip(_per_cent(start, seconds), _per_cent(phase.seconds, seconds))
        start += phase.seconds


def _per_cent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0


def _stops(desk: Desk, day: Day, phases: Sequence[Sequence[Phase]], prefix: str) -> Iterator[Stop]:
    """`prefix`: what the ids of this day's figures begin with."""
    start, number = 0, 0
    position: Position | None = None
    for entry, its_phases in zip(day.entries, phases, strict=True):
        number += isinstance(entry, ExerciseEntry)
        stop = _stop(desk, entry, number, start, position)
        if isinstance(entry, ExerciseEntry):
            exercise = desk.guide.exercises[entry.exercise]
            position = exercise.position
            shown = figures(desk, exercise, f"{prefix}-{number}", entry.mode)
            stop = replace(stop, figures=shown)
        yield stop
        start += total_seconds(its_phases)


def _stop(desk: Desk, entry: Entry, number: int, start: int, position: Position | None) -> Stop:
    clock, note = phrases.clock(start, desk.say), desk.html(entry.note)
    match entry:
        case RestEntry():
            time = phrases.time_words(entry.seconds, desk.say)
            return Stop(0, clock, desk.say("routine.rest"), "", "", time, "", note, "", "")
        case ActivityEntry():
            time = phrases.time_words(entry.seconds, desk.say)
            return Stop(0, clock, entry.activity, "", "", time, "", note, "", "standing")
        case ExerciseEntry():
            exercise = desk.guide.exercises[entry.exercise]
            mode = exercise.mode(entry.mode)
            moves = start > 0 and exercise.position is not position
            prescription = prescribe(entry, exercise)
            return Stop(
                number=number,
                clock=clock,
                title=exercise.title,
                href=desk.to(addresses.exercise(exercise.slug)),
                mode=mode.title if mode else "",
                dosage=phrases.prescription_words(prescription, desk.say),
                holds=phrases.named_holds(prescription.dosage, desk.say),
                note=joined(desk.html(mode.note) if mode else Markup(), note),
                move=desk.say(f"move.{exercise.position.value}") if moves else "",
                room=ROOMS[exercise.position],
            )


def joined(*notes: Markup) -> Markup:
    """Sentences one after the other: a mode's own, then the entry's."""
    return Markup(" ").join(note for note in notes if note)
