"""A page for paper, and where each of its texts stands in the PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.printing.pdf import Pdf
from tests.printing.sheets import Sheet

SKIPPED: Final = ("svg", "style", "script")
KINDS: Final = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "table": "Table",
    "th": "TH",
    "svg": "Figure",
    "img": "Figure",
}
"""What elements are in a PDF. Others don't matter, or depend on how a page is set."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the page: its words, the tag around it, the number of the exercise's row that it
    is in, if any, and the pages of the PDF that it stands on."""

    words: str
    heading: str
    row: int
    pages: frozenset[int]


def elements(sheet: Sheet) -> list[str]:
    """The kinds of a page's elements in their order."""
    return [KINDS[node.tag] for node in _nodes(_main(sheet)) if node.tag in KINDS]


def names(sheet: Sheet) -> list[str]:
    """What a browser says of each of a page's pictures."""
    return [_name(node) for node in _nodes(_main(sheet)) if KINDS.get(node.tag or "") == "Figure"]


def _name(picture: LexborNode) -> str:
    said = picture.attributes.get("alt")
    if by := picture.attributes.get("aria-labelledby"):
        said = " ".join(each.text() for each in map(picture.css_first, _by_id(by)) if each)
    elif not said and (title := picture.css_first("title")):
        said = title.text()
    return said or ""


def _by_id(ids: str) -> list[str]:
    return [f"#{each}" for each in ids.split()]


def texts(sheet: Sheet, pdf: Pdf) -> list[Text]:
    """Every text of the page in its order; asserts that it is that of the PDF's tags, too."""
    letters: list[str] = []
    pages: list[int] = []
    for tag in pdf.tags:
        own = _letters(tag.text)
        letters += own
        pages += [tag.page] * len(own)
    whole = "".join(letters)
    found = []
    at = 0
    main = _main(sheet)
    rows = {row.mem_id: number for number, row in enumerate(main.css(".row"), start=1)}
    for node in _nodes(main):
        wanted = _letters(node.text(deep=False) or "") if node.tag == "-text" else ""
        if not wanted:
            continue
        start = whole.find(wanted, at)
        assert start >= 0, f"{node.text()!r} doesn't come after {whole[max(0, at - 40) : at]!r}"
        at = start + len(wanted)
        above = list(_above(node))
        heading = next((each.tag or "" for each in above if (each.tag or "")[0] == "h"), "")
        row = next((rows[each.mem_id] for each in above if each.mem_id in rows), 0)
        found.append(Text(wanted, heading, row, frozenset(pages[start:at])))
    return found


def _letters(text: str) -> str:
    """Without spaces, which lines end with, and hyphens: PDFium takes one there as its own."""
    return "".join(letter for letter in text if letter.isprintable() and letter not in " \xa0-")


def _main(sheet: Sheet) -> LexborNode:
    main = LexborHTMLParser(sheet.html).css_first("main")
    assert main
    return main


def _nodes(node: LexborNode) -> Iterator[LexborNode]:
    """What is printed of an element, from its first child on."""
    for child in node.iter(include_text=True):
        if "hidden" not in child.attributes:
            yield child
            if child.tag not in SKIPPED:
                yield from _nodes(child)


def _above(node: LexborNode) -> Iterator[LexborNode]:
    while (parent := node.parent) and parent.tag != "main":
        yield parent
        node = parent
