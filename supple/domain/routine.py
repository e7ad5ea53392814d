"""One routine: an ordered list of entries, or several days of such lists."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from .exercise import Level
from .problem import Origin
from .prose import NOTHING, Lead, Link, Picture, Prose, file_of, leads_of
from .quantity import Count, Duration
from .rules import Allowance
from .vocabulary import Need
from .written import UNWRITTEN, Written


class Room(StrEnum):
    """Where a routine can be done."""

    BED = "bed"
    FLOOR = "floor"
    CHAIR = "chair"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class ExerciseEntry:
    """An exercise in a routine. What is None is taken from the exercise's dosage or mode."""

    exercise: str
    mode: str = ""
    hold: Duration | None = None
    reps: Count | None = None
    note: Prose = NOTHING


@dataclass(frozen=True, slots=True)
class RestEntry:
    """A pause of that many seconds."""

    seconds: int
    note: Prose = NOTHING


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """Something to do that is no exercise: walk on the spot for five minutes."""

    activity: str
    seconds: int
    note: Prose = NOTHING


Entry: TypeAlias = ExerciseEntry | RestEntry | ActivityEntry


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of one day; the only day of a plain routine has no title. `numbers` say where
    each stands in its file's list, from 0, if not all that stand there are among them."""

    title: str
    entries: tuple[Entry, ...]
    numbers: tuple[int, ...] = field(default=(), compare=False)

    @property
    def numbered(self) -> Iterator[tuple[int, Entry]]:
        """Each entry with its place in the file's list."""
        yield from zip(self.numbers or range(len(self.entries)), self.entries, strict=True)


@dataclass(frozen=True, slots=True)
class Routine:
    """One routine's page. `times_per_day` is None where the routine doesn't say;
    `equipment` is None where it is what the exercises need."""

    slug: str
    origin: Origin
    title: str
    summary: str
    when: str
    place: tuple[Room, ...]
    level: Level
    times_per_day: Count | None
    days: tuple[Day, ...]
    equipment: tuple[Need, ...] | None
    introduction: Prose
    anchors: frozenset[str]
    notes: tuple[Prose, ...]
    after: Prose
    checked: date | None
    aliases: tuple[str, ...]
    allow: tuple[Allowance, ...]
    written: Written = UNWRITTEN

    @property
    def path(self) -> str:
        return self.origin.path

    @property
    def file(self) -> str:
        """Its file, counted from `content/`."""
        return file_of(self.path)

    @property
    def prose(self) -> Iterator[Prose]:
        """Every piece of prose."""
        yield from (self.introduction, *self.notes, self.after)
        yield from (entry.note for day in self.days for entry in day.entries)

    @property
    def references(self) -> Iterator[Link | Picture]:
        """Every link and picture."""
        for text in self.prose:
            yield from text.references

    @property
    def leads(self) -> frozenset[Lead]:
        return leads_of(self.references)

    @property
    def is_week(self) -> bool:
        """Whether its days are titled days rather than one plain list."""
        return bool(self.days and self.days[0].title)
