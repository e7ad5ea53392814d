"""Pages into a PDF, by WeasyPrint. Nothing else imports it: that alone takes half a second."""

import contextlib
import io
import warnings
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from supple.printing.manuscript import SITE, Manuscript, address_of, read

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

VARIANT: Final = "pdf/ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, so that a screen reader knows what is what."""
TYPES: Final = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
}
"""What a file is by its ending. Python's own table is another one on each machine."""


class NoPressError(Exception):
    """WeasyPrint isn't there, or one of the system's libraries that it needs."""


def typeset(manuscript: Manuscript) -> bytes:
    """A tagged PDF with its fonts in it: the same bytes each time."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it has much to say where something is missing
            from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise NoPressError(str(error)) from None
    shelf = _shelf(manuscript)
    pictures: dict[str, object] = {}
    sheets = [
        HTML(
            string=page.decode("utf-8"), base_url=SITE + manuscript.address, url_fetcher=shelf
        ).render(font_config=_fonts(), pdf_variant=VARIANT, cache=pictures)
        for page in manuscript.pages
    ]
    whole = sheets[0].copy([page for sheet in sheets for page in sheet.pages])
    whole.metadata.title = manuscript.title or whole.metadata.title
    identifier = manuscript.fingerprint[:32].encode("ascii")
    made = whole.write_pdf(pdf_variant=VARIANT, pdf_identifier=identifier, finisher=_scope_headers)
    assert isinstance(made, bytes)
    return made


def _scope_headers(document: object, pdf: Any) -> None:
    """Says of each header of a table that it is its column's, or else its row's. Without that it
    isn't known which cells it speaks of, where they are empty. WeasyPrint leaves it out."""
    for cell in pdf.objects:
        if isinstance(cell, dict) and cell.get("S") == "/TH":
            row = _object(pdf, cell["P"])
            of_column = _object(pdf, row["P"])["S"] == "/THead"
            cell["A"]["Scope"] = "/Column" if of_column else "/Row"


def _object(pdf: Any, reference: bytes) -> Any:
    """What a reference such as `12 0 R` stands for."""
    return pdf.objects[int(reference.split()[0])]


@cache
def _fonts() -> "FontConfiguration":
    """The fonts that this process has unpacked already, each known by its address."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def _shelf(manuscript: Manuscript) -> Any:
    """What hands out a manuscript's files and those that stand in the page itself, and asks
    nothing of anybody else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Shelf(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            address = address_of(url)
            if address not in manuscript.files:
                return super().fetch(url, headers)  # refuses all but data:
            kind = TYPES.get(PurePosixPath(address).suffix.lower(), "application/octet-stream")
            body = read(manuscript.files[address])
            return URLFetcherResponse(url, body, {"Content-Type": kind})

    return Shelf(allowed_protocols=["data"])
