"""A routine's time against what its text promises."""

from collections.abc import Iterator

from supple.checking.finding import Finding, Subject
from supple.checking.language import Language
from supple.checking.passages import Passage, passages_of
from supple.domain.rules import Rule

LEAST_SECONDS = 30
"""What nobody minds: a minute is said in whole ones."""
PROMISED_IN = ("title", "summary")


def check_promises(subject: Subject) -> Iterator[Finding]:
    """Routines of one day whose title, summary or first paragraph names other minutes than they
    take."""
    for routine in subject.guide.routines.values():
        seconds = subject.guide.seconds.get(routine.slug)
        if subject.language and seconds and not routine.is_week:
            for passage in passages_of(routine):
                yield from _check(passage, seconds[0], subject.language, subject)


def _check(
    passage: Passage, seconds: int, language: Language, subject: Subject
) -> Iterator[Finding]:
    for sentence in _promising(passage, language):
        for found in language.promise.finditer(sentence):
            minutes = _number(next(group for group in found.groups() if group), language)
            percent = subject.limit(Rule.ROUTINE_TIME)
            spare = max(LEAST_SECONDS, minutes * 60 * percent // 100)
            if abs(seconds - minutes * 60) > spare:
                took = f"{seconds // 60} min {seconds % 60:02} s"
                message = f'the text says "{found[0]}", but the routine takes {took}'
                hint = "write how long it takes, or change what is in it"
                yield Finding(passage.owner, passage.place_of(found[0]), message, hint)


def _promising(passage: Passage, language: Language) -> Iterator[str]:
    """The sentences that may say how long the whole of a routine takes."""
    paragraphs = [block for block in passage.blocks if not block.is_heading]
    if passage.written or passage.keys[0] in PROMISED_IN:
        for sentence in (each for block in paragraphs[:1] for each in block.sentences):
            if not language.unpromised.search(sentence):
                yield sentence


def _number(word: str, language: Language) -> int:
    return int(word) if word.isdecimal() else language.numbers.index(word.lower()) + 1
