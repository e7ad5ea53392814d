"""The rules of the subject and what judges by each; what `domain/rules.py` tells of them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from supple.checking.calls import check_calls
from supple.checking.finding import Finding, Owner, Subject, owners_of
from supple.checking.holds import check_holds
from supple.checking.pages import check_dates, check_orphans, check_pictures, check_titles
from supple.checking.promises import check_promises
from supple.checking.reading_age import check_reading_age
from supple.checking.sides import check_sides
from supple.checking.sources import check_ranges, check_sources
from supple.checking.style import check_sentences, check_words
from supple.checking.unused import check_unused_sources, check_unused_words
from supple.domain.problem import Place, Problem, Severity
from supple.domain.rules import RULES, Needs, Rule, Switch

Check: TypeAlias = Callable[[Subject], Iterator[Finding]]
_Found: TypeAlias = tuple[Place, Rule, str]
"""Whose it is, by which rule, and about what."""

CHECKS: Final[Mapping[Rule, Check]] = {
    Rule.SIDES: check_sides,
    Rule.DOSAGE_RANGE: check_ranges,
    Rule.DOSAGE_SOURCE: check_sources,
    Rule.STEP_DOSAGE: check_holds,
    Rule.CAUTION_MISSING: check_calls,
    Rule.PICTURE_TEXT: check_pictures,
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
"""All but `unused-allow`, which looks at what has become of the others."""


def check_rules(subject: Subject, *, building: bool = False) -> Iterator[Problem]:
    """What the rules are against and the guide doesn't allow, and what it allows for nothing.
    `building`: only by those rules that a build reports."""
    judging = {
        rule: severity
        for rule in RULES
        if (RULES[rule].in_build or not building)
        and _can_judge(rule, subject)
        and (severity := _severity(rule, subject))
    }
    found: set[_Found] = set()
    for rule, check in CHECKS.items():
        for finding in check(subject) if rule in judging else ():
            found.add((_key(finding.owner), rule, finding.about))
            if not any(each.covers(rule, finding.about) for each in finding.owner.allow):
                yield Problem(finding.place, rule, finding.message, finding.hint, judging[rule])
    if severity := judging.get(Rule.UNUSED_ALLOW):
        for place, message in _for_nothing(subject, set(judging), found):
            hint = "take the exception out"
            yield Problem(place, Rule.UNUSED_ALLOW, f"allow: {message}", hint, severity)


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
