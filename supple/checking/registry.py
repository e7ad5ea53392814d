"""The rules of the subject and what judges by each; what `domain/rules.py` tells of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from supple.checking.calls import check_calls
from supple.checking.finding import Finding, Owner, Subject, owners_of
from supple.checking.guide import check_exercise
from supple.checking.holds import check_holds
from supple.checking.pages import (
    check_dates,
    check_orphans,
    check_other_pictures,
    check_pictures,
    check_titles,
)
from supple.checking.promises import check_promises
from supple.checking.reading_age import check_reading_age
from supple.checking.sides import check_sides
from supple.checking.sources import check_ranges, check_sources
from supple.checking.style import check_sentences, check_words
from supple.checking.unused import check_unused_sources, check_unused_words
from supple.domain.exercise import Exercise
from supple.domain.problem import Place, Problem, Severity
from supple.domain.rules import RULES, Needs, Rule, Switch

Check: TypeAlias = Callable[[Subject], Iterator[Finding]]
ExerciseCheck: TypeAlias = Callable[[Exercise, Subject], Iterator[Finding]]
_Found: TypeAlias = tuple[Place, Rule, str]
"""Whose it is, by which rule, and about what."""

EXERCISE_CHECKS: Final[Mapping[Rule, ExerciseCheck]] = {
    Rule.SIDES: check_sides,
    Rule.DOSAGE_RANGE: check_ranges,
    Rule.DOSAGE_SOURCE: check_sources,
    Rule.STEP_DOSAGE: check_holds,
    Rule.CAUTION_MISSING: check_calls,
    Rule.PICTURE_TEXT: check_pictures,
}
"""What looks at one exercise, and at nothing else but the settings and the vocabularies. All are
quick enough for a build."""

CHECKS: Final[Mapping[Rule, Check]] = {
    Rule.PICTURE_TEXT: check_other_pictures,
    Rule.DUPLICATE_TITLE: check_titles,
    Rule.ROUTINE_TIME: check_promises,
    Rule.ORPHAN_EXERCISE: check_orphans,
    Rule.UNUSED_SOURCE: check_unused_sources,
    Rule.UNUSED_WORD: check_unused_words,
    Rule.CHECK_DATE: check_dates,
    Rule.SENTENCE_LENGTH: check_sentences,
    Rule.READING_AGE: check_reading_age,
    Rule.WORDS_TO_AVOID: check_words,
}
"""What looks at the guide, or at anything in it but exercises alone. Missing is `unused-allow`,
which looks at what has become of the others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with an exercise whatever other pages there are; and what rules are against
    in it, allowed or not, each with what it is about."""

    problems: tuple[Problem, ...]
    against: frozenset[tuple[Rule, str]] = frozenset()


def judge(subject: Subject) -> Callable[[Exercise], Judged]:
    """What judges an exercise by itself. The subject's guide needs no pages."""
    judging = _judging(subject, building=True)
    checks = [(rule, check) for rule, check in EXERCISE_CHECKS.items() if rule in judging]

    def judged(exercise: Exercise) -> Judged:
        problems = [*check_exercise(exercise, subject.guide)]
        against: set[tuple[Rule, str]] = set()
        for rule, check in checks:
            for finding in check(exercise, subject):
                against.add((rule, finding.about))
                problems += _disallowed(finding, rule, judging[rule])
        return Judged(tuple(problems), frozenset(against))

    return judged


def check_rules(
    subject: Subject, judged: Mapping[str, Judged], *, building: bool = False
) -> Iterator[Problem]:
    """What the rules are against and the guide doesn't allow, and what it allows for nothing, but
    for what is wrong with exercises alone: those were `judged` before, and stand there by their
    slugs. `building`: only by those rules that a build reports."""
    judging = _judging(subject, building=building)
    found: set[_Found] = {
        (_key(subject.guide.exercises[slug]), rule, about)
        for slug, each in judged.items()
        for rule, about in each.against
    }
    for rule, check in CHECKS.items():
        for finding in check(subject) if rule in judging else ():
            found.add((_key(finding.owner), rule, finding.about))
            yield from _disallowed(finding, rule, judging[rule])
    if severity := judging.get(Rule.UNUSED_ALLOW):
        for place, message in _for_nothing(subject, set(judging), found):
            hint = "take the exception out"
            yield Problem(place, Rule.UNUSED_ALLOW, f"allow: {message}", hint, severity)


def _judging(subject: Subject, *, building: bool) -> Mapping[Rule, Severity]:
    """The rules that are judged by, and how grave what they are against is."""
    return {
        rule: severity
        for rule in RULES
        if (RULES[rule].in_build or not building)
        and _can_judge(rule, subject)
        and (severity := _severity(rule, subject))
    }


def _disallowed(finding: Finding, rule: Rule, severity: Severity) -> Iterator[Problem]:
    if not any(each.covers(rule, finding.about) for each in finding.owner.allow):
        yield Problem(finding.place, rule, finding.message, finding.hint, severity)


def _for_nothing(
    subject: Subject, judging: set[Rule], found: set[_Found]
) -> Iterator[tuple[Place, str]]:
    """Exceptions to rules that were judged by and found nothing there, or not what they name."""
    for owner in owners_of(subject.guide):
        for number, allowance in enumerate(owner.allow):
            if (rule := allowance.rule) not in judging:
                continue
            there = {
                about for key, against, about in found if (key, against) == (_key(owner), rule)
            }
            if not there:
                yield owner.origin.at("allow", number), f"nothing here is against {rule}"
                continue
            for at, name in enumerate(allowance.only):
                if name not in there:
                    place = owner.origin.at("allow", number, "only", at)
                    yield place, f"nothing about {name} is against {rule} here"


def _key(owner: Owner) -> Place:
    """A page by its file, a word by its line: no two owners have one place."""
    return owner.origin.at()


def _severity(rule: Rule, subject: Subject) -> Severity | None:
    """How grave it is; None where it is switched off."""
    setting = subject.guide.settings.checks.get(rule)
    switch = setting.switch if setting else None
    if switch is None:
        return RULES[rule].severity
    return None if switch is Switch.OFF else Severity(switch)


def _can_judge(rule: Rule, subject: Subject) -> bool:
    match RULES[rule].needs:
        case Needs.LANGUAGE:
            return subject.language is not None
        case Needs.SYLLABLES:
            return subject.language is not None and subject.syllables is not None
        case Needs.DAY:
            return subject.today is not None
        case Needs.WHOLE:
            return subject.is_whole
    return True
