"""Pages into a PDF, by WeasyPrint. Nothing else imports it: that alone takes half a second."""

import contextlib
import io
import logging
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from supple.printing.manuscript import SITE, Manuscript, address_of, read
from supple.printing.tagging import finish, name_figures

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


class UnloadedError(Exception):
    """A picture, a style or a font of a page can't be loaded. Its text says which, and why."""


def typeset(manuscript: Manuscript) -> bytes:
    """A tagged PDF with its fonts in it: the same bytes each time. Raises NoPressError and
    UnloadedError."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it has much to say where something is missing
            from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise NoPressError(str(error)) from None
    with _listening():
        made = _made(manuscript, HTML)
    assert isinstance(made, bytes)
    return made


def unset(manuscript: Manuscript) -> bytes:
    """In UTF-8 the letters of a manuscript that no font has, so that its PDF lacks them: none of
    the manuscript's own, and none of this machine. Raises NoPressError and UnloadedError."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    logger.addHandler(listener)
    try:
        typeset(manuscript)
    finally:
        logger.removeHandler(listener)
    return "".join(sorted(listener.unset)).encode("utf-8")


def _made(manuscript: Manuscript, html: Any) -> object:
    """`html` is WeasyPrint's HTML."""
    shelf = _shelf(manuscript)
    pictures: dict[str, object] = {}
    pages = [
        html(string=page.decode("utf-8"), base_url=SITE + manuscript.address, url_fetcher=shelf)
        for page in manuscript.pages
    ]
    for page in pages:
        name_figures(page.etree_element)
    sheets = [
        page.render(font_config=_fonts(), pdf_variant=VARIANT, cache=pictures) for page in pages
    ]
    whole = sheets[0].copy([page for sheet in sheets for page in sheet.pages])
    whole.metadata.title = manuscript.title or whole.metadata.title
    identifier = manuscript.fingerprint[:32].encode("ascii")
    return whole.write_pdf(pdf_variant=VARIANT, pdf_identifier=identifier, finisher=finish)


@contextlib.contextmanager
def _listening() -> Iterator[None]:
    """Raises UnloadedError at the end, if WeasyPrint has left something out: it only logs that."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    before = logger.level, logger.propagate
    logger.addHandler(listener)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(listener)
        logger.level, logger.propagate = before
    if listener.heard:
        raise UnloadedError("; ".join(dict.fromkeys(listener.heard)))


class _Listener(logging.Handler):
    """Hears of pictures, styles and fonts that can't be loaded, and of letters that no font has."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.unset: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith(".notdef glyph") and isinstance(record.args, tuple):
            self.unset.add(str(record.args[0]))
        failed = message.startswith("Failed to")
        # Fonts of the machine only stand in, and aren't even asked for.
        if failed and " local font" not in message and "'file:" not in message:
            self.heard.append(message.replace(SITE, ""))


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
