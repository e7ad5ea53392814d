"""Records of the data set into the files of a guide that is there: what is new, what is left as
it is, and which words its vocabularies lack."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from supple.domain.anatomy import Region
from supple.domain.guide import Guide
from supple.domain.problem import Place, Problem, Severity
from supple.domain.vocabulary import Term
from supple.exchange.free_exercise_db import words
from supple.exchange.free_exercise_db.exercises import Imported, Vocabulary, exercise_of
from supple.exchange.free_exercise_db.records import Record
from supple.exchange.free_exercise_db.words import Word
from supple.exchange.json_text import RULE
from supple.exchange.yaml_text import Value
from supple.reading.files import folded
from supple.reading.folder import RESERVED
from supple.reading.formats.values import DEVICES, is_slug
from supple.rendering.addresses import slug_of

FOLDER: Final = "content/exercises"


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. `pages` are new files, `additions` the entries that vocabularies
    lack, both by their place in the guide's folder; `problems` tell what is left as it is."""

    pages: Mapping[str, Imported]
    additions: Mapping[str, Mapping[str, Value]]
    problems: tuple[Problem, ...]

    @property
    def to_review(self) -> int:
        return sum(page.to_review for page in self.pages.values())


def plan_import(
    records: Iterable[Record], guide: Guide, there: Iterable[str], *, draft: bool
) -> Plan:
    """What to write. `there`: the names of the files that the guide's folder of exercises has."""
    taken = {folded(name) for name in there}
    old = {alias for exercise in guide.exercises.values() for alias in exercise.aliases}
    targets, things = _Words(guide.targets), _Words(guide.equipment)
    vocabulary = Vocabulary(targets.word_for, things.word_for)
    pages: dict[str, Imported] = {}
    problems: list[Problem] = []
    for record in records:
        slug = _slug(record.name, {path.rpartition("/")[2][:-3] for path in pages} | old)
        path = f"{FOLDER}/{slug}.md"
        if folded(f"{slug}.md") in taken:
            message = f"this file is there already, so {record.name} was not imported"
            problems.append(Problem(Place(path), RULE, message, "", Severity.WARNING))
        else:
            pages[path] = exercise_of(record, vocabulary, draft=draft)
    additions = {
        "content/sources.yaml": {} if words.SOURCE in guide.sources else _sources(),
        "content/targets.yaml": _terms(targets.added),
        "content/equipment.yaml": _terms(things.added),
    }
    needed = {path: entries for path, entries in additions.items() if entries and pages}
    return Plan(pages, needed, tuple(problems))


def _slug(name: str, taken: Iterable[str]) -> str:
    """A file's name for an exercise; the second of the same name gets a number."""
    used = {*taken, *RESERVED["exercises"], *DEVICES}
    slug = slug_of(folded(name))
    slug = slug if is_slug(slug) else "exercise"
    number = 1
    while (numbered := slug if number == 1 else f"{slug}-{number}") in used:
        number += 1
    return numbered


@dataclass(slots=True)
class _Words:
    """A vocabulary of a guide, and the words that have to be added to it."""

    terms: Mapping[str, Term]
    added: dict[str, Word] = field(default_factory=dict)

    def word_for(self, wanted: Word, said: str) -> str:
        """The guide's word for what the data set calls `said`; ours if it has none."""
        for known in (self._own(said), self._own(wanted.word), self._of(wanted.region)):
            if known:
                return known
        self.added[wanted.word] = wanted
        return wanted.word

    def _own(self, said: str) -> str:
        """A word, its title or a synonym, as the guide's word."""
        names = {folded(name): name for name in self.terms}
        if name := names.get(folded(said)):
            return name
        others = (
            name
            for name, term in self.terms.items()
            if folded(said) in {folded(each) for each in (term.title, *term.synonyms)}
        )
        return next(others, "")

    def _of(self, region: Region | None) -> str:
        same = (name for name, term in self.terms.items() if region and term.region is region)
        return next(same, "")


def _sources() -> Mapping[str, Value]:
    return {words.SOURCE: dict(words.SOURCE_ENTRY)}


def _terms(added: Mapping[str, Word]) -> Mapping[str, Value]:
    return {
        name: {
            "title": word.title,
            **({"region": word.region.value} if word.region else {}),
        }
        for name, word in added.items()
    }
