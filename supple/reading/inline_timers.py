"""Phrases in steps that say how long to hold: "Hold for 15 to 20 seconds".

The grammar is narrow, because a button where none is meant does more harm than a missing one: a
verb out of a short list at the beginning of a sentence or after a word such as "and", a whole
number or a range of them, a unit. What stands in a link, in code or among an author's own HTML
is left alone. The words are the language's own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from supple.domain.prose import HoldPhrase, HoldWords
from supple.domain.quantity import Duration, Unit
from supple.reading.durations import LONGEST
from supple.reading.found import Found
from supple.reading.steps import steps_of

_BLOCKS: Final = frozenset({"li", "p", "ul", "ol"})
_EMPHASIS: Final = frozenset({"em", "strong"})
_DASH: Final = r"\s?[-–—]\s?"
_BEGINS: Final = re.compile(r"(?:^|[.!?:;,(–—-])\s*$")
_SOMETHING: Final = "\ufffc"  # stands before words for what isn't looked into
_CONTEXT: Final = 40  # characters before a phrase: more than any word has that it may follow


@dataclass(frozen=True, slots=True)
class Grammar:
    """`phrase` matches a phrase, with groups for its parts; `after` what stands before one within
    a sentence; `numbers` are the values of numbers in words."""

    phrase: re.Pattern[str]
    number: re.Pattern[str]
    after: re.Pattern[str]
    numbers: dict[str, int]

    def find(self, text: str, before: str = "") -> Iterator[tuple[int, HoldPhrase]]:
        """The phrases of a text, each with its beginning. `before`: what stands before the text
        in its paragraph."""
        for match in self.phrase.finditer(text):
            above = _end(before + text[: match.start()])
            hold = self._hold(match)
            if hold and (_BEGINS.search(above) or self.after.search(above)):
                begin, end = match.span("length")
                yield (
                    match.start(),
                    HoldPhrase(
                        verb=match["verb"],
                        before=text[match.start() : begin],
                        length=match["length"],
                        after=text[end : match.end()],
                        hold=hold,
                    ),
                )

    def _hold(self, match: re.Match[str]) -> Duration | None:
        """What a length means; None where it goes from more to less, or nobody holds so long."""
        found = [number.lower() for number in self.number.findall(match["length"])]
        values = [int(each) if each.isdigit() else self.numbers.get(each, 0) for each in found]
        each = 60 if match["minutes"] else 1
        low, high = values[0] * each, values[-1] * each
        unit = Unit.BREATHS if match["breaths"] else Unit.SECONDS
        return Duration(low, high, unit) if 0 < low <= high <= LONGEST else None


def grammar(words: HoldWords) -> Grammar:
    """The grammar of a language's phrases."""
    numbers = {word: value for value, word in enumerate(words.numbers, start=1)}
    number = rf"(?:[0-9]{{1,3}}|{_any(words.numbers)})" if numbers else "[0-9]{1,3}"
    spread = _filled(words.range, {"low": number, "high": number})
    units = "|".join(
        f"(?P<{name}>{_any(forms)})"
        for name, forms in (
            ("seconds", words.seconds),
            ("minutes", words.minutes),
            ("breaths", words.breaths),
        )
    )
    unit = _any((*words.seconds, *words.minutes, *words.breaths))
    length = rf"(?P<length>(?:{spread}|{number}(?:{_DASH}{number})?)\s*(?:{units}))"
    phrase = _filled(words.phrase, {"verb": f"(?P<verb>{_any(words.verbs)})", "length": length})
    more = rf"[\s,–—-]*(?:\w+\s+)?{number}\s*{unit}"  # of a length in two units
    flags = re.IGNORECASE
    return Grammar(
        phrase=re.compile(rf"(?<![\w'’-]){phrase}(?![\w'’-])(?!{more}(?!\w))", flags),
        number=re.compile(rf"(?<!\w){number}(?!\w)|[0-9]+", flags),
        after=re.compile(rf"(?<![\w'’-]){_any(words.after)}\s+$", flags),
        numbers=numbers,
    )


def _end(text: str) -> str:
    """As much of a text's end as says whether a phrase may follow."""
    return text if len(text) <= _CONTEXT else f"{_SOMETHING}{text[-_CONTEXT:]}"


def _any(words: Iterable[str]) -> str:
    """One of these words, the longest first; a space in one is any space in a text."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(_spaced, longest_first))})"


def _filled(template: str, patterns: dict[str, str]) -> str:
    """A template of the wording, its placeholders filled with patterns."""
    return "".join(
        _spaced(text) + patterns.get(name or "", "")
        for text, name, _, _ in Formatter().parse(template)
    )


def _spaced(text: str) -> str:
    return r"\s+".join(map(re.escape, re.split(r"\s+", text)))


class InlineTimers(Treeprocessor):
    """Marks the phrases in the steps. It has to run when backslashes are gone from the tree."""

    found: Found
    steps: bool

    def __init__(self, markdown: Markdown, grammar: Grammar) -> None:
        super().__init__(markdown)
        self.grammar = grammar

    def run(self, root: Element) -> None:
        for step in steps_of(root) if self.steps else ():
            if not self._has_own_html(step):
                self._mark(step, "")

    def _has_own_html(self, step: Element) -> bool:
        """Whether an author has written tags in a step, which say already what everything is."""
        kept = self.md.htmlStash.rawHtmlBlocks
        numbers = HTML_PLACEHOLDER_RE.findall("".join(step.itertext()))
        return any(str(kept[int(number)]).startswith("<") for number in numbers)

    def _mark(self, element: Element, before: str) -> str:
        """Marks the phrases in an element; what then stands before the words after it."""
        before = "" if element.tag in _BLOCKS else before
        element.text, marked, before = self._parted(element.text, before)
        for child in list(element):
            before = self._past(child, before)
            child.tail, phrases, before = self._parted(child.tail, before)
            marked += [child, *phrases]
        element[:] = marked
        return before

    def _past(self, child: Element, before: str) -> str:
        """Marks the phrases in a child; what then stands before the words that follow it."""
        if child.tag in _EMPHASIS:
            return self._mark(child, before)
        if child.tag in _BLOCKS:
            self._mark(child, "")
        return "" if child.tag in _BLOCKS or child.tag == "br" else _SOMETHING

    def _parted(self, text: str | None, before: str) -> tuple[str, list[Element], str]:
        """A text up to its first phrase, the phrases with what follows each, and what then stands
        before the words to come."""
        text = text or ""
        first, end = text, 0
        marked: list[Element] = []
        for start, phrase in self.grammar.find(text, before):
            if marked:
                marked[-1].tail = text[end:start]
            else:
                first = text[:start]
            span = Element("span", {"class": self.found.mark(phrase)})
            span.text = phrase.words
            marked.append(span)
            end = start + len(phrase.words)
        if marked:
            marked[-1].tail = text[end:]
        return first, marked, _end(before + text)
