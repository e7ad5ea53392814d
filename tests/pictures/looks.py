"""The ways in which a page is looked at."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.fitting import LARGE_LETTERS

WIDTHS: Final[Mapping[int, int]] = {320: 640, 390: 844, 768: 1024, 1280: 900, 1920: 1080}
"""Usual screens: the height of each by its width, in pixels."""
PHONE, DESK = 390, 1280
PAPER: Final = 680
"""The pixels across an A4 page within its margins."""

MIRROR = "document.documentElement.dir = 'rtl'"


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look: how wide, and what is special about it."""

    name: str
    width: int
    is_dark: bool = False
    is_forced: bool = False
    is_mirrored: bool = False
    is_paper: bool = False
    has_large_letters: bool = False

    def open(self, browser: Browser) -> AbstractContextManager[BrowserContext]:
        """A browser that shows pages in this way."""
        return browser.new_context(
            viewport={"width": self.width, "height": WIDTHS.get(self.width, 962)},
            color_scheme="dark" if self.is_dark else "light",
            forced_colors="active" if self.is_forced else "none",
            reduced_motion="reduce",
        )

    def prepare(self, page: Page) -> None:
        """What is done to a page that has been opened."""
        if self.is_paper:
            page.emulate_media(media="print")
        if self.is_mirrored:
            page.evaluate(MIRROR)
        if self.has_large_letters:
            page.evaluate(LARGE_LETTERS)


LOOKS: Final[tuple[Look, ...]] = (
    *(Look(f"{width} light", width) for width in WIDTHS),
    *(Look(f"{width} dark", width, is_dark=True) for width in WIDTHS),
    *(Look(f"{width} text 200 %", width, has_large_letters=True) for width in (PHONE, DESK)),
    *(Look(f"{width} mirrored", width, is_mirrored=True) for width in (PHONE, DESK)),
    Look(f"{PHONE} forced colours", PHONE, is_forced=True),
    Look(f"{DESK} forced colours dark", DESK, is_dark=True, is_forced=True),
    Look("print", PAPER, is_paper=True),
)
