"""Markdown into prose: HTML in which links and pictures are still the files that they name."""

import html
import re
from dataclasses import dataclass

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.util import Registry

from supple.domain.exercise import SECTIONS
from supple.domain.problem import Place, Problem
from supple.domain.prose import NOTHING, HoldWords, Prose
from supple.reading.found import Found
from supple.reading.inline_timers import InlineTimers, grammar
from supple.reading.markdown_source import undefined, without_code
from supple.reading.marker import Marker
from supple.reading.parts import prose_of
from supple.reading.patience import LARGEST, Footnotes, Meter, TooMuchError
from supple.reading.quick_markdown import QuickMarkdown
from supple.reading.raw_pictures import with_raw_pictures_marked
from supple.reading.steps import split_steps

RESERVED = SECTIONS | {"main", "words", "exercises", "play", "stop", "days"}
"""Anchors that pages use themselves; a heading of that name gets another. So do those of days
and of figures."""

_NUMBERED = re.compile(r"day-\d+(?:-title)?|figure(?:-\d+)+(?:-[a-z]+)?")
_OWN_MARKS = ("\x02", "\x03", "klzzwxh:")  # of Python-Markdown
_LEFT_OVER = re.compile("\x02?klzzwxh:[0-9]+\x03?|[\x02\x03]")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&!{}]|://")


@dataclass(frozen=True, slots=True)
class Body:
    """A page's body. `steps` are the items of its first ordered list; without one,
    everything is `introduction`. `anchors` are the names that links can lead to."""

    introduction: Prose
    steps: tuple[Prose, ...]
    more: Prose
    anchors: frozenset[str]


class ProseReader:
    """Reads Markdown. One serves a whole guide: making a Markdown instance is slow. `holds` are
    the words of phrases in steps that say how long to hold; without them none is looked for."""

    def __init__(self, holds: HoldWords | None = None) -> None:
        self._meter = Meter()
        self._markdown = QuickMarkdown(
            extensions=[
                DefListExtension(),
                Footnotes(self._meter),
                SaneListExtension(),
                TableExtension(),
                TocExtension(marker="", slugify=_anchor),
            ],
            output_format="html",
        )
        self._sentences = QuickMarkdown(output_format="html")
        self._sentences.preprocessors.deregister("html_block")
        blocks = self._sentences.parser.blockprocessors = Registry()
        blocks.register(ParagraphProcessor(self._sentences.parser), "paragraph", 1)
        self._marker = Marker()
        for markdown in (self._markdown, self._sentences):
            self._meter.watch(markdown)
            markdown.treeprocessors.register(self._marker, "supple", _LAST)
        self._timers = InlineTimers(self._markdown, grammar(holds)) if holds else None
        if self._timers:
            self._markdown.treeprocessors.register(self._timers, "inline_timers", _LAST)

    def body(
        self, text: str, path: str, first_line: int, *, steps: bool
    ) -> tuple[Body, tuple[Problem, ...]]:
        """A page's body, where `text` begins on `first_line` of the file `path`. `steps`:
        whether to take its first ordered list out of it."""
        found = Found(Place(path, first_line), text)
        converted = self._convert(self._markdown, text, found, steps=steps)
        before, items, after = split_steps(converted)
        body = Body(
            prose_of(before, found),
            tuple(prose_of(item, found) for item in items),
            prose_of(after, found),
            frozenset(found.anchors),
        )
        return body, tuple(found.problems)

    def inline(self, text: str, place: Place) -> tuple[Prose, tuple[Problem, ...]]:
        """One sentence or two of front matter, in which nothing makes a list or a heading."""
        if not _MARKDOWN.search(text):
            return (Prose((html.escape(text, quote=False),)) if text else NOTHING), ()
        found = Found(place)
        converted = self._convert(self._sentences, text, found)
        converted = converted.removeprefix("<p>").removesuffix("</p>")
        return prose_of(converted, found), tuple(found.problems)

    def _convert(self, markdown: Markdown, text: str, found: Found, *, steps: bool = False) -> str:
        self._marker.found = found
        self._marker.steps = steps
        if self._timers:
            self._timers.found = found
            self._timers.steps = steps
        if len(text) > LARGEST:
            message = f"the text has {len(text):,} characters; it may have {LARGEST:,}"
            found.report(found.first, "markdown", message, "make several pages of it")
            return ""
        try:
            self._meter.begin(text)
            markdown.parser.state.clear()  # not so where the text before was refused
            converted = markdown.reset().convert(text)
        except RecursionError:
            hint = "write fewer of them within each other"
            found.report(found.first, "markdown", "too many lists or quotations in lists", hint)
            return ""
        except TooMuchError as error:
            place = found.place_of_text(re.split(r"[\n\x02]", str(error))[0])
            message = "too many brackets, marks or lines in one paragraph to be read"
            hint = "close each bracket, and leave an empty line between two paragraphs"
            found.report(place, "markdown", message, hint)
            return ""
        plain = without_code(text) if "][" in text else ""
        for at, words, name in undefined(plain, markdown.references):
            message = f"[{words}][{name}] leads nowhere, since no line says what {name} is"
            hint = f"write [{words}](file.md), or below the paragraph a line [{name}]: file.md"
            found.report(found.place_at(at), "link", message, hint)
        whole = converted
        if any(mark in converted for mark in _OWN_MARKS):
            whole = _LEFT_OVER.sub("", converted)
        if whole != converted:  # Python-Markdown has lost its way, and a link or a word with it
            message = "stars or lines beside each other that can't be told apart"
            hint = r"write \* or \_ where one is meant as it is"
            found.report(found.first, "markdown", message, hint)
        return with_raw_pictures_marked(whole, found)


_LAST = -1  # after Markdown has put back the characters that had a backslash


def _anchor(text: str, separator: str) -> str:
    anchor: str = slugify_unicode(text, separator)
    taken = not anchor or anchor in RESERVED or _NUMBERED.fullmatch(anchor)
    return f"{anchor}{separator}section".lstrip(separator) if taken else anchor
