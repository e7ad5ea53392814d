"""Python-Markdown in less than half its time, to the same byte.

Most of that time goes into looking for what isn't there: each piece of a text is shown to fifteen
inline patterns, each block to as many processors; and a table of contents is made that nobody
asks for. Here blocks and texts are shown only to those that can find something in them, and
headings get their anchors only. All else is Markdown's own.

What is left out is known by its exact class or regular expression: anything else is tried as
ever. A version of Markdown that isn't known is left as it is. Tests compare the bytes.
"""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any, Final, TypeVar
from xml.etree.ElementTree import Element, ElementTree

import markdown
from markdown import Markdown, blockprocessors, inlinepatterns
from markdown.blockparser import BlockParser
from markdown.extensions import def_list, footnotes, sane_lists, tables, toc
from markdown.inlinepatterns import DelimiterProcessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import STX, AtomicString, Registry

TESTED: Final = frozenset({"3.11.3"})
"""The versions of Markdown that what stands here has been compared with."""


class QuickMarkdown(Markdown):
    """Takes what `Markdown` takes and gives what it gives, but for `toc` and `toc_tokens`, which
    stay empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        if markdown.__version__ in TESTED:
            _replace_inline(self)
            _replace_toc(self)

    def build_parser(self) -> "QuickMarkdown":
        super().build_parser()
        if markdown.__version__ in TESTED:
            self.parser = _Blocks(self.parser)
        return self


_Part = TypeVar("_Part")


def _own(registry: "Registry[Any]", name: str, kind: type[_Part]) -> _Part | None:
    """What is registered under this name; None where it isn't exactly of this kind."""
    part: Any = registry[name] if name in registry else None  # noqa: SIM401
    return part if type(part) is kind else None


# Blocks

_NOT_FOR_PLAIN: Final = frozenset(
    {
        blockprocessors.EmptyBlockProcessor,
        blockprocessors.ListIndentProcessor,
        blockprocessors.CodeBlockProcessor,
        blockprocessors.HashHeaderProcessor,
        blockprocessors.SetextHeaderProcessor,
        blockprocessors.HRProcessor,
        blockprocessors.BlockQuoteProcessor,
        blockprocessors.ReferenceProcessor,
        def_list.DefListIndentProcessor,
        def_list.DefListProcessor,
        footnotes.FootnoteBlockProcessor,
        sane_lists.SaneOListProcessor,
        sane_lists.SaneUListProcessor,
        tables.TableProcessor,
    }
)
_PLAIN: Final = re.compile(r"[^\W\d_].*+(?:\n[^\W_].*+)*+")
"""A block whose lines begin with letters or, but for the first, with digits. It is a paragraph to
all processors that are known."""


class _Blocks(BlockParser):
    """Takes over from the stock parser, and shows plain blocks to few processors."""

    def __init__(self, stock: BlockParser) -> None:
        super().__init__(stock.md)
        self.blockprocessors = stock.blockprocessors
        for processor in self.blockprocessors:
            processor.parser = self
        self.text = ""

    def parseDocument(self, lines: Iterable[str]) -> "ElementTree[Any]":  # noqa: N802
        self.text = "\n".join(lines)
        self._all = list(self.blockprocessors)
        self._for_plain = [each for each in self._all if type(each) not in _NOT_FOR_PLAIN]
        self.root = Element(self.md.doc_tag)
        self.parseChunk(self.root, self.text)
        return ElementTree(self.root)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        while blocks:
            plain = _PLAIN.fullmatch(blocks[0])
            for processor in self._for_plain if plain else self._all:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break


# Inline

_MARKS: Final[dict[str, tuple[str, ...]]] = {
    inlinepatterns.BACKTICK_RE: ("`",),
    inlinepatterns.ESCAPE_RE: ("\\",),
    inlinepatterns.LINK_RE: ("[",),
    inlinepatterns.IMAGE_LINK_RE: ("![",),
    inlinepatterns.AUTOLINK_RE: ("<",),
    inlinepatterns.AUTOMAIL_RE: ("<",),
    inlinepatterns.LINE_BREAK_RE: ("  \n",),
    inlinepatterns.HTML_RE: ("<",),
    inlinepatterns.ENTITY_RE: ("&",),
    r"\*|_": ("*", "_"),
    r"\[\^([^\]]*)\]": ("[^",),  # a footnote
}
"""What has to stand in a text, one of it at least, for a regular expression to match there."""

_BY_NAME: Final = frozenset(
    {
        inlinepatterns.ReferenceInlineProcessor,
        inlinepatterns.ShortReferenceInlineProcessor,
        inlinepatterns.ImageReferenceInlineProcessor,
        inlinepatterns.ShortImageReferenceInlineProcessor,
    }
)
"""Patterns that make nothing where no name is defined."""

_WORDS: Final = r"([^\s*_](?:[^*_]*[^\s*_])?)"
_SIMPLE: Final = re.compile(rf"\*(?:{_WORDS}\*|\*{_WORDS}\*\*)(?!\*)")
"""Emphasis with nothing in it that could begin or end another."""


def _replace_inline(md: Markdown) -> None:
    emphasis = _own(md.inlinePatterns, "em_strong", DelimiterProcessor)
    star = emphasis and emphasis.delimiters.get("*")
    if emphasis and star and star.tags == ("strong", "em") and not star.smart:
        md.inlinePatterns.register(_Emphasis(emphasis), "em_strong", 60)
    inline = _own(md.treeprocessors, "inline", InlineProcessor)
    if inline and isinstance(md.parser, _Blocks):
        md.treeprocessors.register(_Foresight(inline, md.parser), "foresight", 21)


class _Foresight(Treeprocessor):
    """Tells the inline processor, which comes next, what it needn't look at: patterns for which
    there is no mark in the text, and pieces of text without a mark of the others. This may be
    said of the whole text, since blocks are made of its lines by taking away, never by joining."""

    def __init__(self, inline: InlineProcessor, parser: _Blocks) -> None:
        super().__init__(inline.md)
        self.inline = inline
        self.parser = parser

    def run(self, root: Element) -> None:
        patterns = []
        present: set[str] = set()
        for pattern in self.md.inlinePatterns:
            marks = _MARKS.get(pattern.pattern, ("",))  # "" is in every text
            found = [mark for mark in marks if mark in self.parser.text]
            if found and (self.md.references or type(pattern) not in _BY_NAME):
                patterns.append(pattern)
                present.update(found)
        self.inline.inlinePatterns = patterns  # type: ignore[assignment]
        for element in root.iter():
            text = element.text
            if text and not any(mark in text for mark in present):
                element.text = AtomicString(text)


class _Emphasis(DelimiterProcessor):
    """Knows simple emphasis at sight. Takes over all else from `stock`."""

    def __init__(self, stock: DelimiterProcessor) -> None:
        vars(self).update(vars(stock))
        self.md.delimiters = self

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        simple = None if self.regions else _SIMPLE.match(data, match.start())
        if not simple:
            return super().handleMatch(match, data)
        element = Element("em" if simple[1] else "strong")
        element.text = simple[1] or simple[2]
        return element, simple.start(), simple.end()


# Headings


def _replace_toc(md: Markdown) -> None:
    """Where the extension `toc` does nothing to a text but give its headings anchors."""
    stock = _own(md.treeprocessors, "toc", toc.TocTreeprocessor)
    if stock and not (
        stock.marker or stock.base_level or stock.use_anchors or stock.use_permalinks
    ):
        md.treeprocessors.register(_Anchors(stock), "toc", 5)


class _Anchors(Treeprocessor):
    """Gives each heading the anchor that `stock` gives it."""

    def __init__(self, stock: toc.TocTreeprocessor) -> None:
        super().__init__(stock.md)
        self.stock = stock

    def run(self, root: Element) -> None:
        used = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
        counters: dict[str, int] = {}
        for element in root.iter():
            if self.stock.header_rgx.match(element.tag) and "id" not in element.attrib:
                slug = self.stock.slugify(self._words(element), self.stock.sep)
                element.set("id", toc.unique(slug, used, counters))  # type: ignore[call-arg]

    def _words(self, heading: Element) -> str:
        words = heading.text or ""
        if len(heading) or "&" in words or STX in words:
            inner = toc.render_inner_html(toc.remove_fnrefs(heading), self.md)
            return unescape(toc.strip_tags(inner))
        return " ".join(words.split())
