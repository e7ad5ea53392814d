"""A whole guide: all the content of one site."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from .exercise import Exercise
from .pose import Pose
from .problem import Origin
from .prose import Link, Picture, Prose
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
    def in_review(self) -> frozenset[str]:
        """The exercises in which somebody has marked what is still to be looked at."""
        return frozenset(slug for slug, exercise in self.exercises.items() if exercise.review)

    @property
    def safety(self) -> Page | None:
        return self.pages.get(SAFETY)

    @property
    def prose(self) -> Iterator[tuple[str, Prose]]:
        """Every piece of prose with the file, counted from `content/`, that it stands in."""
        for exercise in self.exercises.values():
            yield from ((f"exercises/{exercise.slug}.md", text) for text in _of_exercise(exercise))
        for routine in self.routines.values():
            yield from ((f"routines/{routine.slug}.md", text) for text in _of_routine(routine))
        for page in self.pages.values():
            name = "home.md" if page.slug == HOME else f"pages/{page.slug}.md"
            yield from ((name, text) for text in _of_page(page))
        for caution in self.cautions.values():
            yield "cautions.yaml", caution.text

    @property
    def references(self) -> Iterator[tuple[str, Link | Picture]]:
        """Every link and picture with the file, counted from `content/`, that it stands in."""
        for name, text in self.prose:
            yield from ((name, reference) for reference in text.references)
        for exercise in self.exercises.values():
            for figure in exercise.figures:
                if isinstance(figure, Picture):
                    yield f"exercises/{exercise.slug}.md", figure


def _of_exercise(exercise: Exercise) -> Iterator[Prose]:
    yield from (exercise.introduction, *exercise.steps, exercise.more, exercise.feel)
    yield from (*exercise.mistakes, exercise.easier, exercise.harder)
    yield from (mode.note for mode in exercise.modes)


def _of_routine(routine: Routine) -> Iterator[Prose]:
    yield from (routine.introduction, *routine.notes, routine.after)
    yield from (entry.note for day in routine.days for entry in day.entries)


def _of_page(page: Page) -> Iterator[Prose]:
    yield from (page.body, *page.stop)
    for card in page.care:
        yield from (*card.signs, card.note)
