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
        return (_day(sheet, "", record.exercises or ()),)
    return tuple(
        _day(sheet, day.title, day.exercises, "days", number)
        for number, day in enumerate(record.days)
    )


def _day(
    sheet: Sheet[RoutineRecord], title: str, records: tuple[EntryRecord, ...], *above: str | int
) -> Day:
    """A day without the rests of no time: whoever writes `rest: 0 s` wants none."""
    kept = {number: entry for number, entry in enumerate(records) if entry.rest != 0}
    entries = (_entry(sheet, entry, *above, "exercises", at) for at, entry in kept.items())
    return Day(title, tuple(entries), (*kept,))


def _entry(sheet: Sheet[RoutineRecord], record: EntryRecord, *keys: str | int) -> Entry:
    note = sheet.inline(record.note, *keys, "note")
    if record.rest:
        return RestEntry(record.rest, note)
    if record.activity:
        return ActivityEntry(record.activity, record.time or 0, note)
    return ExerciseEntry(record.exercise, record.mode, record.hold, record.reps, note)
