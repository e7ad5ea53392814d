"""What a rule looks at, and what it finds. The rule's name and how grave it is come later: they
stand in the table of rules and in the guide's settings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from supple.checking.language import Language, load
from supple.checking.syllables import Syllables, counter
from supple.domain.guide import Guide
from supple.domain.problem import Origin, Place
from supple.domain.rules import RULES, Allowance, Rule


class Owner(Protocol):
    """A page, or a word that pages share: what can have exceptions."""

    @property
    def origin(self) -> Origin: ...
    @property
    def allow(self) -> tuple[Allowance, ...]: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule is against. `owner` is whose exceptions count; `about` is the caution
    or the word by which one of them can name it."""

    owner: Owner
    place: Place
    message: str
    hint: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """A guide and what it takes to judge it: the words of its language, where there are some;
    what counts its syllables, where a library for it is there; the day, where it is known.
    `is_whole`: nothing was left out of it or misspelt, so what isn't used is used by nothing."""

    guide: Guide
    language: Language | None = None
    syllables: Syllables | None = None
    today: date | None = None
    is_whole: bool = True

    def limit(self, rule: Rule) -> int:
        """The guide's own limit of a rule, else the usual one."""
        setting = self.guide.settings.checks.get(rule)
        return (setting and setting.limit) or RULES[rule].limit or 0


def subject_of(
    guide: Guide,
    today: date | None = None,
    *,
    building: bool = False,
    has_errors: bool = False,
) -> Subject:
    """What is judged. A build looks at no syllables: loading them takes longer than all else."""
    language = load(guide.settings.language)
    syllables = counter(language.reading.hyphenation) if language and not building else None
    is_whole = not (has_errors or guide.drafts or guide.broken)
    return Subject(guide, language, syllables, today, is_whole)


def owners_of(guide: Guide) -> Iterator[Owner]:
    """Every page and every word that pages share."""
    yield from guide.every_page
    yield from guide.cautions.values()
    yield from guide.sources.values()
    yield from guide.targets.values()
    yield from guide.equipment.values()
