"""How much work a text may make.

Python-Markdown looks at the rest of a paragraph again for each bracket that isn't closed, and at
the rest of a block again for each of its lines. What people write costs it next to nothing, but
a text of nothing but brackets costs minutes. So the characters that it looks at are counted:
unlike seconds, they are as many on every machine.
"""

import re
from collections.abc import Callable
from typing import Any, Final, NoReturn
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FootnoteExtension

LARGEST: Final = 40_000
"""The most characters that a text may have: five times our longest page, forty minutes aloud.
The worst of them, a page of nothing but empty lines and letters, takes half a second."""

LOOKS: Final = 3_000_000
"""The most characters that may be looked at, again and again: a hundred times what our longest
page takes, and half a second."""

_TAG = re.compile(r"<[a-zA-Z/!?]")

_CELL: Final = 200
_SEARCH: Final = 200
_FOOTNOTE: Final = 10
"""What takes as long as so many looks: a cell of a table, the search after a comment for the end
of a tag, the search for another name for a footnote's next use."""


class TooMuchError(Exception):
    """A text that would take too long, or the part of it that does."""


class Meter:
    """Counts the characters that are looked at while one text is read."""

    def __init__(self) -> None:
        self.looks = 0

    def begin(self, text: str) -> None:
        """Another text. What isn't closed in it is looked for to its end."""
        self.looks = 0
        tags = len(_TAG.findall(text))
        unclosed = max(0, tags - text.count(">")) + max(0, text.count("[") - text.count("]"))
        self.spend(len(text) * unclosed + _SEARCH * tags * text.count("<!--"), text)

    def spend(self, looks: int, text: str) -> None:
        """Note looks at a text. Raises TooMuchError."""
        self.looks += looks
        if self.looks > LOOKS:
            raise TooMuchError(text)

    def watch(self, markdown: Markdown) -> None:
        """Note each look of this Markdown."""
        markdown.parser.blockprocessors.register(_Watched(markdown.parser, self), "watched", 1000)
        for pattern in markdown.inlinePatterns:
            pattern.handleMatch = self._watched(pattern.handleMatch)  # type: ignore[method-assign]

    def _watched(self, handle: Callable[..., Any]) -> Callable[..., Any]:
        def watched(match: re.Match[str], *data: str) -> Any:
            self.spend(len(match.string), match.string)
            return handle(match, *data)

        return watched


class _Watched(BlockProcessor):
    """Sees each block before all others, and leaves it to them."""

    def __init__(self, parser: BlockParser, meter: Meter) -> None:
        super().__init__(parser)
        self.meter = meter

    def test(self, parent: Element, block: str) -> bool:
        looks = len(block)
        if "|" in block or "`" in block:
            first, *rows = block.split("\n")
            cells = first.count("|") * len(rows)  # of a table, which are made also where none is
            ticks = sum(len(row) * row.count("`") for row in rows)  # their ends are looked for
            looks += _CELL * cells + ticks
        self.meter.spend(looks, block)
        return False

    def run(self, parent: Element, blocks: list[str]) -> NoReturn:
        raise NotImplementedError


class Footnotes(FootnoteExtension):
    """Footnotes, which look for a free name for each use among all uses before it."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self.meter = meter

    def unique_ref(self, reference: str, found: bool = False) -> str:
        self.meter.spend(_FOOTNOTE * self.found_refs.get(reference, 0), "")
        return super().unique_ref(reference, found)
