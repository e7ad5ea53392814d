"""The rules that know the subject, as a table: what `supple check` says beyond what is wrong in
a file's form. A guide can switch each of them, and set it aside where it is right to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from .problem import Severity


class Rule(StrEnum):
    """The names by which authors know the rules."""

    SIDES = "sides"
    DOSAGE_RANGE = "dosage-range"
    DOSAGE_SOURCE = "dosage-source"
    STEP_DOSAGE = "step-dosage"
    CAUTION_MISSING = "caution-missing"
    PICTURE_TEXT = "picture-text"
    DUPLICATE_TITLE = "duplicate-title"
    ROUTINE_TIME = "routine-time"
    ORPHAN_EXERCISE = "orphan-exercise"
    UNUSED_SOURCE = "unused-source"
    UNUSED_WORD = "unused-word"
    CHECK_DATE = "check-date"
    SENTENCE_LENGTH = "sentence-length"
    READING_AGE = "reading-age"
    WORDS_TO_AVOID = "words-to-avoid"
    UNUSED_ALLOW = "unused-allow"


class Needs(StrEnum):
    """What a rule can't judge without."""

    NOTHING = "nothing"
    LANGUAGE = "its words in the guide's language"
    SYLLABLES = "a library that knows where words are hyphenated"
    DAY = "today's date"
    WHOLE = "a guide of which nothing was left out"


class Switch(StrEnum):
    """How a guide takes a rule."""

    OFF = "off"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class About:
    """What there is to know of a rule. `in_build`: it is quick and needs no clock, so a build
    reports it too. `limit` is its threshold, counted in `unit`. `names` is what an exception can
    name of what it finds on one page."""

    says: str
    severity: Severity = Severity.WARNING
    in_build: bool = False
    needs: Needs = Needs.NOTHING
    limit: int | None = None
    unit: str = ""
    names: str = ""


RULES: Mapping[Rule, About] = MappingProxyType(
    {
        Rule.SIDES: About(
            "The steps tell the sides as the dosage has them.",
            in_build=True,
            needs=Needs.LANGUAGE,
        ),
        Rule.DOSAGE_RANGE: About("A range lies within what its sources give.", in_build=True),
        Rule.DOSAGE_SOURCE: About("Every hold and number has a source.", in_build=True),
        Rule.STEP_DOSAGE: About(
            "A step holds for as long as a dosage gives.", in_build=True, needs=Needs.LANGUAGE
        ),
        Rule.CAUTION_MISSING: About(
            "The cautions that a position or movement calls for are there.",
            in_build=True,
            names="cautions",
        ),
        Rule.PICTURE_TEXT: About("A picture is told in words too.", in_build=True),
        Rule.DUPLICATE_TITLE: About("Two pages have two titles."),
        Rule.ROUTINE_TIME: About(
            "A routine takes as long as its text says.",
            in_build=True,
            needs=Needs.LANGUAGE,
            limit=10,
            unit="percent",
        ),
        Rule.ORPHAN_EXERCISE: About(
            "An exercise is in a routine, or a page leads to it.", needs=Needs.WHOLE
        ),
        Rule.UNUSED_SOURCE: About("A page or a caution rests on each source.", needs=Needs.WHOLE),
        Rule.UNUSED_WORD: About(
            "Each caution, target and piece of equipment is used.", needs=Needs.WHOLE
        ),
        Rule.CHECK_DATE: About(
            "Health pages were checked, and not too long ago.",
            needs=Needs.DAY,
            limit=24,
            unit="months",
        ),
        Rule.SENTENCE_LENGTH: About(
            "Sentences are short.", needs=Needs.LANGUAGE, limit=20, unit="words"
        ),
        Rule.READING_AGE: About(
            "A page can be read at this age.", needs=Needs.SYLLABLES, limit=14, unit="years"
        ),
        Rule.WORDS_TO_AVOID: About(
            "No promises of a cure, and no jargon.", needs=Needs.LANGUAGE, names="words"
        ),
        Rule.UNUSED_ALLOW: About("An exception is still needed.", in_build=True),
    }
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a guide says of a rule; None: as usual."""

    switch: Switch | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """An exception to a rule, with its reason. `only` names the cautions or words for which it is
    one; empty: for all."""

    rule: Rule
    because: str
    only: tuple[str, ...] = ()

    def covers(self, rule: Rule, about: str) -> bool:
        """Whether it sets aside what a rule has found about that caution or word."""
        return self.rule is rule and (not self.only or about in self.only)
