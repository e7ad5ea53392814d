"""A routine's exercises as rows of a sheet: what, how and how much, and how to come from one
position into the next."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from supple.domain.body import Position
from supple.domain.exercise import Exercise, Kind
from supple.domain.paper import Form
from supple.domain.phases import prescribe
from supple.domain.routine import ActivityEntry, Day, Entry, ExerciseEntry, RestEntry, Routine
from supple.domain.vocabulary import CautionKind
from supple.rendering import phrases, prose
from supple.rendering.hold_phrases import prescribed, the_hold
from supple.rendering.paper import fitting
from supple.rendering.paper.contents import SheetDay, SheetEntry
from supple.rendering.paper.following import about_time
from supple.rendering.paper.moving import UP, how_to_get_up, how_to_move
from supple.rendering.views.desk import Desk
from supple.rendering.views.figures import figures
from supple.rendering.views.routine import day_title, exercises_of, joined


def days_on_paper(desk: Desk, routine: Routine, form: Form) -> Iterator[SheetDay]:
    first = 1
    for number, day in enumerate(routine.days, start=1):
        entries = tuple(
            fitting.arranged(entry, form, desk.say)
            for entry in _entries(desk, routine, day, f"figure-{number}", first)
        )
        many = sum(1 for entry in entries if entry.number)
        yield SheetDay(
            title=day_title(desk, day, number),
            time=about_time(desk, day, range(first, first + many)),
            entries=entries,
            ups=_ups(desk, routine, day),
        )
        first += many


def _entries(
    desk: Desk, routine: Routine, day: Day, prefix: str, first: int
) -> Iterator[SheetEntry]:
    """`prefix`: what the ids of this day's figures begin with; `first`: the key of the first."""
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
            key = first + number - 1
            row = replace(row, key=key, position=here.value, move=move, figures=shown)
            position = here
        yield row


def moves_between(desk: Desk, routine: Routine) -> dict[str, dict[str, str]]:
    """How to come from each position of a routine into each other, for the script that leaves
    exercises out: from nothing ("") is how to begin."""
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
        for each in exercises_of(desk, replace(routine, days=(day,)))
    )
    return {position: way for position, way in ways if way}


def way_up(desk: Desk, routine: Routine, day: Day) -> str:
    """How to get up from a day's last exercise, where the routine doesn't say so itself."""
    last = _last_position(desk, day)
    return _ups(desk, routine, day).get(last.value, "") if last else ""


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
