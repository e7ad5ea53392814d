"""What is in a PDF: its tags in the order in which they are read, its text by page, its ink."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import pikepdf
import pypdfium2
from pypdfium2 import raw

DPI: Final = 20
WHITE: Final = 250


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the tag tree. `text` is its own, not that of those within it."""

    kind: str
    alt: str
    text: str
    page: int
    depth: int
    attributes: Any = None


@dataclass(frozen=True)
class Pdf:
    data: bytes

    @cached_property
    def file(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.data))

    @cached_property
    def pages(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.data)

    @cached_property
    def tags(self) -> list[Tag]:
        """In reading order."""
        numbers = {page.objgen: number for number, page in enumerate(self.file.pages)}
        return list(self._walk(self.file.Root.StructTreeRoot.K[0], numbers, 0))

    def within(self, kind: str) -> Iterator[Tag]:
        """The tags that are right in one of a kind."""
        above: list[Tag] = []
        for tag in self.tags:
            above = [*above[: tag.depth], tag]
            if tag.depth and above[-2].kind == kind:
                yield tag

    @cached_property
    def fonts(self) -> list[Any]:
        """The descriptor of each font."""
        fonts = [font for page in self.file.pages for font in page.Resources.Font.values()]
        return [font.DescendantFonts[0].FontDescriptor for font in fonts]

    @cached_property
    def links(self) -> list[str]:
        return [
            str(note.A.URI)
            for page in self.file.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        ]

    def bookmarks(self) -> list[str]:
        with self.file.open_outline() as outline:
            return [title for item in outline.root for title in _titles(item)]

    def reach(self, page: int, foot: float) -> float:
        """How far down a page's ink goes, as a share of the page without its foot."""
        bitmap = self.pages[page].render(scale=DPI / 72, grayscale=True)
        rows = [
            bytes(bitmap.buffer)[at * bitmap.stride : at * bitmap.stride + bitmap.width]
            for at in range(round(bitmap.height * (1 - foot)))
        ]
        inked = [number for number, row in enumerate(rows) if min(row) < WHITE]
        return (inked[-1] - inked[0]) / len(rows) if inked else 0

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        """Each piece of text by its page and its number there, which tags call it by."""
        texts: dict[tuple[int, int], str] = {}
        for number, page in enumerate(self.pages):
            words = page.get_textpage()
            for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], textpage=words):
                mark = (number, raw.FPDFPageObj_GetMarkedContentID(each.raw))
                texts[mark] = texts.get(mark, "") + each.extract()
        return texts

    def _walk(self, element: Any, numbers: dict[Any, int], depth: int) -> Iterator[Tag]:
        page = numbers[element.Pg.objgen] if "/Pg" in element else 0
        kids = list(element.get("/K", []))
        own = "".join(self._texts.get((page, int(kid)), "") for kid in kids if _is_mark(kid))
        kind, alt = str(element.S).removeprefix("/"), str(element.get("/Alt", ""))
        yield Tag(kind, alt, own, page, depth, element.get("/A"))
        for kid in kids:
            if not _is_mark(kid) and "/S" in kid:
                yield from self._walk(kid, numbers, depth + 1)


def _is_mark(kid: object) -> bool:
    return not isinstance(kid, pikepdf.Object)


def _titles(item: Any) -> Iterator[str]:
    yield item.title
    for each in item.children:
        yield from _titles(each)
