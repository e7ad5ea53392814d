"""How the text reads: short sentences, and no words that promise, frighten or shut out."""

import re
from collections.abc import Iterable, Iterator

from supple.checking.finding import Finding, Subject
from supple.checking.passages import passages, words_of
from supple.domain.rules import Rule

_SHOWN = 5
_NEAR = 60
_QUOTES = ('"', "“", "‘", "«")
"""Behind these a word is talked about, not used."""


def check_sentences(subject: Subject) -> Iterator[Finding]:
    """Sentences with more words than one can hold in mind."""
    limit = subject.limit(Rule.SENTENCE_LENGTH)
    for passage in passages(subject.guide):
        for block in passage.blocks:
            for sentence in block.sentences:
                words = words_of(sentence)
                if len(words) > limit:
                    begins = " ".join(sentence.split()[:_SHOWN])
                    message = f'"{begins} …" has {len(words)} words; a sentence may have {limit}'
                    yield Finding(
                        passage.owner, passage.place_of(sentence), message, "make two of it"
                    )


def check_words(subject: Subject) -> Iterator[Finding]:
    """Words that the language's table or the guide would rather not read."""
    language = subject.language
    if not language:
        return
    own = subject.guide.settings.avoid
    avoid = {**language.avoid, **own}
    fine = language.fine - own.keys()
    pattern = _any_of((*avoid, *fine))
    for passage in passages(subject.guide):
        for block in passage.blocks:
            for found in pattern.finditer(block.text):
                word = found[0].lower()
                before, rest = block.text[: found.start()], block.text[found.start() :]
                is_denied = word in language.promises and language.denied.search(before[-_NEAR:])
                if not (word in fine or is_denied or before.endswith(_QUOTES)):
                    place = passage.place_of(rest)
                    message = f"avoid: {found[0]}"
                    yield Finding(passage.owner, place, message, avoid[word], word)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words as whole ones, the longest that fits."""
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(re.escape(word) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
