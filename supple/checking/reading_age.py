"""At what age pages can be read: the grade of Flesch and Kincaid, from the lengths of sentences
and words. It measures no more than these; whether people understand a page, only people can say."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from statistics import median

from supple.checking.finding import Finding, Subject
from supple.checking.passages import passages_of, words_of
from supple.domain.guide import AnyPage
from supple.domain.rules import Rule

LEAST_WORDS = 100
"""Fewer say nothing: one long word would decide."""


@dataclass(frozen=True, slots=True)
class PageAge:
    """A page and the age at which it can be read, in years."""

    path: str
    years: float


@dataclass(frozen=True, slots=True)
class ReadingAges:
    """The pages that are long enough to tell, youngest first."""

    pages: tuple[PageAge, ...]

    @property
    def median(self) -> float:
        return median(page.years for page in self.pages)


def reading_ages(subject: Subject) -> ReadingAges:
    """The reading age of each page with enough text."""
    found = ((page, _age(page, subject)) for page in subject.guide.every_page)
    ages = [PageAge(page.path, years) for page, years in found if years is not None]
    return ReadingAges(tuple(sorted(ages, key=lambda each: (each.years, each.path))))


def check_reading_age(subject: Subject) -> Iterator[Finding]:
    """Pages that are harder to read than they should be."""
    limit = subject.limit(Rule.READING_AGE)
    for page in subject.guide.every_page:
        years = _age(page, subject)
        if years is not None and years > limit:
            message = f"the page reads as for people of {years:.0f}; it may be {limit}"
            hint = "write shorter sentences, and shorter words that everybody knows"
            yield Finding(page, page.origin.at("title"), message, hint)


def _age(page: AnyPage, subject: Subject) -> float | None:
    if not (subject.language and subject.syllables):
        return None
    blocks = chain.from_iterable(passage.blocks for passage in passages_of(page))
    sentences = [
        words
        for block in blocks
        if not block.is_heading
        for sentence in block.sentences
        if (words := words_of(sentence))
    ]
    count = sum(map(len, sentences))
    if count < LEAST_WORDS:
        return None
    syllables = sum(subject.syllables(word.lower()) for words in sentences for word in words)
    return subject.language.reading.age(count, len(sentences), syllables)
