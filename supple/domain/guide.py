"""A whole guide: all the content of one site."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from .exercise import Exercise
from .phases import phases_of, total_seconds
from .pose import Pose
from .problem import Origin
from .prose import Lead, Link, Picture, Prose, file_of, leads_of
from .routine import ExerciseEntry, Routine
from .rules import Allowance
from .settings import Settings
from .vocabulary import Caution, Source, Term
from .written import UNWRITTEN, Written


class Urgency(StrEnum):
    """How soon somebody has to be seen, most urgent first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    DOCTOR = "doctor"


@dataclass(frozen=True, slots=True)
class CareCard:
    """Signs that call for help. `condition` goes before the list: "you have back pain and"."""

    urgency: Urgency
    condition: str
    signs: tuple[Prose, ...]
    note: Prose


@dataclass(frozen=True, slots=True)
class Page:
    """A page of its own: home, about, safety. Care cards and `stop` (when to stop a stretch)
    stand on the safety page only. `figures` are drawn where its text names them."""

    slug: str
    origin: Origin
    title: str
    summary: str
    body: Prose
    anchors: frozenset[str]
    checked: date | None
    aliases: tuple[str, ...]
    care: tuple[CareCard, ...] = ()
    stop: tuple[Prose, ...] = ()
    figures: Mapping[str, Pose] = field(default_factory=lambda: MappingProxyType({}))
    allow: tuple[Allowance, ...] = ()
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
        yield from (self.body, *self.stop)
        for card in self.care:
            yield from (*card.signs, card.note)

    @property
    def references(self) -> Iterator[Link | Picture]:
        """Every link and picture."""
        for text in self.prose:
            yield from text.references

    @property
    def leads(self) -> frozenset[Lead]:
        return leads_of(self.references)


AnyPage: TypeAlias = Exercise | Routine | Page

HOME = "index"
SAFETY = "safety"
ABOUT = "about"


@dataclass(frozen=True)
class Guide:
    """Everything that was read. Exercises, routines and pages are keyed by slug, vocabularies
    by the word that authors write; `pages` has home under `HOME`. `files` are the pictures and
    other files beside the text, counted from `content/`. `broken` names the files and folders
    that exist but couldn't be read: a link to one of them is no mistake of its own. `drafts`
    names the pages that are left out, `unfinished` those drafts that aren't."""

    settings: Settings
    settings_origin: Origin
    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    pages: Mapping[str, Page]
    cautions: Mapping[str, Caution]
    sources: Mapping[str, Source]
    targets: Mapping[str, Term]
    equipment: Mapping[str, Term]
    files: frozenset[str]
    broken: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()

    def is_broken(self, name: str) -> bool:
        """Whether a file, or a folder that it would lie in, couldn't be read."""
        above = (name[:at] for at, letter in enumerate(name) if letter == "/")
        return not self.broken.isdisjoint((name, *above, ""))

    @cached_property
    def routines_with(self) -> Mapping[str, tuple[Routine, ...]]:
        """The routines that an exercise is part of, by its slug."""
        found: dict[str, dict[str, Routine]] = defaultdict(dict)
        for routine in self.routines.values():
            for day in routine.days:
                for entry in day.entries:
                    if isinstance(entry, ExerciseEntry):
                        found[entry.exercise][routine.slug] = routine
        return {slug: tuple(routines.values()) for slug, routines in found.items()}

    @cached_property
    def seconds(self) -> Mapping[str, tuple[int, ...]]:
        """How long each day of a routine takes, by the routine's slug; without those that name an
        exercise which isn't there."""
        timing = self.settings.timing
        return {
            slug: tuple(
                total_seconds(phases_of(day.entries, self.exercises, timing))
                for day in routine.days
            )
            for slug, routine in self.routines.items()
            if self._has_all_of(routine)
        }

    def _has_all_of(self, routine: Routine) -> bool:
        return all(
            entry.exercise in self.exercises
            for day in routine.days
            for entry in day.entries
            if isinstance(entry, ExerciseEntry)
        )

    @cached_property
    def in_review(self) -> frozenset[str]:
        """The exercises in which somebody has marked what is still to be looked at."""
        return frozenset(slug for slug, exercise in self.exercises.items() if exercise.review)

    @property
    def safety(self) -> Page | None:
        return self.pages.get(SAFETY)

    @property
    def every_page(self) -> Iterator[AnyPage]:
        """Every page that somebody wrote."""
        yield from self.exercises.values()
        yield from self.routines.values()
        yield from self.pages.values()

    @property
    def leads(self) -> Iterator[tuple[str, Lead]]:
        """Where links and pictures lead, with the file, counted from `content/`, in which they
        stand."""
        for page in self.every_page:
            yield from ((page.file, lead) for lead in page.leads)
        for caution in self.cautions.values():
            yield from (("cautions.yaml", lead) for lead in leads_of(caution.text.references))
