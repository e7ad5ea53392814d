"""What a sheet or cards say of all their exercises together, so that a script can say it of those
that are left, where somebody leaves some out. Each stands in an element of its own, which has in
its attributes all that the script must know."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count
from typing import Final, TypeAlias

from markupsafe import Markup

from supple.domain.exercise import Exercise
from supple.domain.phases import Phase, PhaseKind, phases_by_entry, total_seconds
from supple.domain.routine import ActivityEntry, Day, Entry, ExerciseEntry
from supple.domain.vocabulary import Need
from supple.rendering import phrases
from supple.rendering.views.desk import Desk

Numbered: TypeAlias = Sequence[tuple[int, Exercise]]
"""Exercises by the numbers under which they can be left out."""

_ELEMENT: Final = Markup('<span data-{name}="{data}">{words}</span>')


def needed(desk: Desk, needs: Sequence[Need], exercises: Numbered) -> Markup:
    """ "You need: mat or bed, towel." A thing goes with the last exercise that can use it. One
    that none of them names is the routine's own, and stays."""
    if not needs:
        return Markup()
    words = desk.say("sheet.need", needs=desk.needs(needs))
    things = [(desk.needs([need]), _users(need, exercises)) for need in needs]
    data = {"say": desk.say.texts["sheet.need"], "things": things}
    return _ELEMENT.format(name="needs", data=_json(data), words=words)


def about_time(desk: Desk, day: Day, numbers: Iterable[int] | None = None) -> Markup:
    """ "About 3 minutes": a day's time. Its exercises have these numbers, or else count from 1."""
    timing = desk.guide.settings.timing
    phases = phases_by_entry(day.entries, desk.guide.exercises, timing)
    words = phrases.about_minutes(sum(map(total_seconds, phases)), desk.say)
    data = {
        "one": desk.say.texts["length.about.one"],
        "other": desk.say.texts["length.about.other"],
        "ready": [timing.ready_new_position, timing.ready_same_position],
        "entries": list(_entries(desk, day.entries, phases, iter(numbers or count(1)))),
    }
    return _ELEMENT.format(name="time", data=_json(data), words=words)


def _users(need: Need, exercises: Numbered) -> list[int]:
    """The exercises that name one of a need's choices, in their own dosage or in a mode's."""
    return [number for number, each in exercises if _names(each, need.choices)]


def _names(exercise: Exercise, choices: Collection[str]) -> bool:
    needs = [*exercise.equipment, *(need for mode in exercise.modes for need in mode.equipment)]
    return any(set(choices).intersection(need.choices) for need in needs)


def _entries(
    desk: Desk,
    entries: Sequence[Entry],
    phases: Sequence[Sequence[Phase]],
    numbers: Iterator[int],
) -> Iterator[tuple[int, str, int]]:
    """Of each entry its number, its position and its seconds without those to get ready. What is
    no exercise has the number 0; a rest keeps the position, which "-" stands for."""
    for entry, own in zip(entries, phases, strict=True):
        seconds = sum(phase.seconds for phase in own if phase.kind is not PhaseKind.READY)
        if isinstance(entry, ExerciseEntry):
            yield next(numbers), desk.guide.exercises[entry.exercise].position.value, seconds
        else:
            yield 0, "" if isinstance(entry, ActivityEntry) else "-", seconds


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
