"""The format of a routine: `content/routines/SLUG.md`."""

from dataclasses import dataclass

from supple.domain.exercise import Level
from supple.domain.quantity import Count, Duration
from supple.domain.routine import Room
from supple.domain.vocabulary import Need
from supple.reading.formats.values import (
    COUNT,
    EQUIPMENT,
    HOLD,
    PLACE,
    PROSE_LIST,
    SECONDS,
    TEXT,
    TIME,
    TIMES_A_DAY,
    Published,
)
from supple.reading.kinds import Choice, ListOf
from supple.reading.records import Form, Record, key


@dataclass(frozen=True)
class EntryRecord:
    exercise: str = key(
        TEXT, "The exercise's file name without .md.", example="pelvic-tilt", default=""
    )
    mode: str = key(TEXT, "One of the exercise's modes.", example="short-repeats", default="")
    hold: Duration | None = key(HOLD, "How long, here.", example="20 s", default=None)
    reps: Count | None = key(COUNT, "How many times, here.", example="2", default=None)
    rest: int | None = key(SECONDS, "A pause.", example="30 s", default=None)
    activity: str = key(
        TEXT, "Something to do that is no exercise.", example="Walk on the spot", default=""
    )
    time: int | None = key(TIME, "How long the activity takes.", example="5 min", default=None)
    note: str = key(
        TEXT, "A sentence about this entry.", example="Only as far as is comfortable.", default=""
    )

    @property
    def is_rest(self) -> bool:
        return self.rest is not None


_OF_EXERCISES = ("mode", "hold", "reps")


def _check_entry(entry: EntryRecord) -> tuple[str, str, str] | None:
    given = [
        name
        for name, value in (
            ("exercise", entry.exercise),
            ("rest", entry.is_rest),
            ("activity", entry.activity),
        )
        if value
    ]
    if len(given) != 1:
        return (
            "",
            "an entry is one of exercise, rest or activity",
            "write exercise: and a file's name, rest: 30 s, or activity: and time:",
        )
    if given != ["exercise"]:
        for name in _OF_EXERCISES:
            if getattr(entry, name):
                return name, f"{name} goes with an exercise only", "take it out"
    if bool(entry.time) is not bool(entry.activity):
        return "time", "an activity and its time go together", "write activity: … and time: 5 min"
    return None


ENTRY_FORMS = (
    Form("an exercise", needs=("exercise",), without=("rest", "activity", "time")),
    Form("a rest", needs=("rest",), without=("exercise", "activity", "time", *_OF_EXERCISES)),
    Form("an activity", needs=("activity", "time"), without=("exercise", "rest", *_OF_EXERCISES)),
)

ENTRIES = ListOf(Record(EntryRecord, "an entry", _check_entry, ENTRY_FORMS))


@dataclass(frozen=True)
class DayRecord:
    title: str = key(TEXT, "The day's name.", example="Settle in")
    exercises: tuple[EntryRecord, ...] = key(
        ENTRIES, "The day's entries.", example="[{exercise: pelvic-tilt}]"
    )


def _check_day(day: DayRecord) -> tuple[str, str, str] | None:
    if all(entry.rest == 0 for entry in day.exercises):
        return "exercises", "nothing on this day takes any time", "write - exercise: pelvic-tilt"
    return None


@dataclass(frozen=True)
class RoutineRecord(Published):
    when: str = key(TEXT, "When to do it.", example="Before you get up", default="")
    place: tuple[Room, ...] = key(PLACE, "Where it can be done.", example="bed or floor")
    level: Level = key(Choice(Level, "a level"), "How hard it is.", example="gentle")
    times_per_day: Count | None = key(TIMES_A_DAY, "How often a day.", example="1-2", default=None)
    equipment: tuple[Need, ...] | None = key(
        ListOf(EQUIPMENT),
        "What is needed, if not the exercises' own.",
        example="[pillow]",
        default=None,
    )
    exercises: tuple[EntryRecord, ...] | None = key(
        ENTRIES,
        "The entries in their order.",
        example="[{exercise: pelvic-tilt}, {rest: 30 s}]",
        default=None,
    )
    days: tuple[DayRecord, ...] | None = key(
        ListOf(Record(DayRecord, "a day", _check_day)),
        "Days instead of entries.",
        example="[{title: Settle in, exercises: [{exercise: pelvic-tilt}]}]",
        default=None,
    )
    notes: tuple[str, ...] = key(
        PROSE_LIST,
        "What to mind.",
        example="[Skip the knee hugs if you have weak bones.]",
        default=(),
    )
    after: str = key(TEXT, "What to do at the end.", example="Roll onto your side.", default="")


def _check_routine(routine: RoutineRecord) -> tuple[str, str, str] | None:
    if (routine.exercises is None) is (routine.days is None):
        return "days", "a routine has either exercises or days", "write exercises: and a list"
    if not (routine.exercises or routine.days):
        name = "days" if routine.exercises is None else "exercises"
        return name, "the routine is empty", "write - exercise: pelvic-tilt"
    days = [day.exercises for day in routine.days or ()] or [routine.exercises or ()]
    if all(entry.is_rest for entries in days for entry in entries):
        name = "exercises" if routine.days is None else "days"
        return name, "the routine has nothing but rests", "write - exercise: pelvic-tilt"
    return None


ROUTINE_FORMS = (
    Form("a routine for each day", needs=("exercises",), without=("days",)),
    Form("a routine of several days", needs=("days",), without=("exercises",)),
)

ROUTINE = Record(RoutineRecord, "a routine", _check_routine, ROUTINE_FORMS)
