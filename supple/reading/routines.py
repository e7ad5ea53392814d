"""A routine's text into a routine."""

from supple.domain.problem import Problem
from supple.domain.routine import ActivityEntry, Day, Entry, ExerciseEntry, RestEntry, Routine
from supple.reading.formats.routine import ROUTINE, EntryRecord, RoutineRecord
from supple.reading.pages import Sheet, read_page_file
from supple.reading.prose import ProseReader


def read_routine(
    text: str, path: str, slug: str, prose: ProseReader
) -> tuple[Routine | None, bool, list[Problem]]:
    """The routine, whether it is a draft, and its problems; None where it can't be read."""
    sheet, problems = read_page_file(text, path, ROUTINE, prose)
    if sheet is None:
        return None, False, problems
    record = sheet.record
    routine = Routine(
        slug=slug,
        origin=sheet.origin,
        title=record.title,
        summary=record.summary,
        when=record.when,
        place=record.place,
        level=record.level,
        times_per_day=record.times_per_day,
        days=_days(sheet),
        equipment=record.equipment,
        introduction=sheet.body.introduction,
        anchors=sheet.body.anchors,
        notes=sheet.lines(record.notes, "notes"),
        after=sheet.inline(record.after, "after"),
        checked=record.checked,
        aliases=record.aliases,
        allow=sheet.allow,
        written=sheet.written,
    )
    return routine, record.draft, problems


def _days(sheet: Sheet[RoutineRecord]) -> tuple[Day, ...]:
    record = sheet.record
    if record.days is None:
        entries = enumerate(record.exercises or ())
        return (Day("", tuple(_entry(sheet, entry, "exercises", at) for at, entry in entries)),)
    return tuple(
        Day(
            day.title,
            tuple(
                _entry(sheet, entry, "days", number, "exercises", at)
                for at, entry in enumerate(day.exercises)
            ),
        )
        for number, day in enumerate(record.days)
    )


def _entry(sheet: Sheet[RoutineRecord], record: EntryRecord, *keys: str | int) -> Entry:
    note = sheet.inline(record.note, *keys, "note")
    if record.rest:
        return RestEntry(record.rest, note)
    if record.activity:
        return ActivityEntry(record.activity, record.time or 0, note)
    return ExerciseEntry(record.exercise, record.mode, record.hold, record.reps, note)
