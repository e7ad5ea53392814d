"""What is photographed: pages, and some as they are after somebody has touched them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page

TOUCHES: Final[Mapping[str, str]] = {
    "timer": ".timer [data-start] >> visible=true",
    "filters": ".filter:not([open]) > summary >> visible=true",
}
"""What is pressed, by the name of what comes of it. Only where it is there."""
SEARCH: Final = "search"
WORD: Final = "buttoks"
"""What is written into the search field: a word with a slip in it."""
AGAIN: Final = "again"
"""The first page for somebody who comes back to it from a routine."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A page, and what is pressed on it, if anything."""

    address: str
    touch: str = ""

    @property
    def name(self) -> str:
        name = self.address.removesuffix(".html")
        return f"{name} ({self.touch})" if self.touch else name

    @property
    def file(self) -> str:
        """A name for its pictures."""
        return re.sub(r"\W+", "-", self.name).strip("-")

    def play(self, page: Page) -> bool:
        """Press what is to be pressed; whether it was there."""
        if not self.touch:
            return True
        if self.touch == SEARCH:
            _search(page)
            return True
        if self.touch == AGAIN:
            return _come_again(page)
        target = page.locator(TOUCHES[self.touch]).first
        if not target.is_visible():
            return False
        target.click()
        return True


def _search(page: Page) -> None:
    """Open the search field, where it isn't open, and look for something."""
    if (button := page.locator("[aria-controls=search]")).is_visible():
        button.click()
    page.locator("[data-search] input").fill(WORD)
    page.locator("[data-search] [role=status]:not(:empty)").wait_for(state="attached")


def _come_again(page: Page) -> bool:
    """Begin the routine of the first page, and leave it half way."""
    home, start = page.url, page.locator("[data-first] a.button")
    if not start.is_visible():
        return False
    start.click()
    page.locator("dialog[data-player][open]").wait_for()
    page.goto(home)
    return True


def scenes(addresses: Iterable[str], *, every_page: bool) -> Iterator[Scene]:
    """Of every page, or of one of each kind; and of one of each kind what one can press."""
    seen = set()
    for address in addresses:
        kind = kind_of(address)
        if every_page or kind not in seen:
            yield Scene(address)
        if kind not in seen:
            yield from (Scene(address, touch) for touch in touches(kind))
        seen.add(kind)


def kind_of(address: str) -> str:
    """Pages of one folder look alike, but for its list."""
    folder, _, name = address.rpartition("/")
    return folder if folder and name != "index.html" else address


def touches(kind: str) -> tuple[str, ...]:
    match kind:
        case "exercises" | "routines":
            return ("timer",)
        case "exercises/index.html" | "routines/index.html":
            return ("filters",)
        case "index.html":
            return (SEARCH, AGAIN)
        case _:
            return ()
