"""A timer on a page, as a person uses it, and a clock to turn by hand."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from playwright.sync_api import BrowserContext, Locator, Page

NOON = 1_800_000_000.0
"""When the tests' clock starts: seconds since 1970."""

LOOK = """
(section) => {
  const text = (part) => section.querySelector(`[data-${part}]`).textContent;
  return {
    state: section.dataset.state, phase: section.dataset.phase,
    what: text("what"), cue: text("cue"), left: text("left"), total: text("total"),
  };
}
"""


@dataclass(frozen=True, slots=True)
class Look:
    """All that a timer shows at one moment. `state` and `phase` are what its colours go by."""

    state: str
    phase: str
    what: str
    cue: str
    left: str
    total: str


class Timer:
    """One timer of a page, by the name that it is announced by."""

    def __init__(self, page: Page, name: str = "Timer") -> None:
        self.page = page
        region = page.get_by_role("region", name=name, exact=True)
        self.section: Locator = region.and_(page.locator("[data-timer]"))

    def press(self, name: str) -> None:
        """Start, Pause, Back or Skip."""
        self.section.get_by_role("button", name=name, exact=True).click()

    def look(self) -> Look:
        return Look(**cast(dict[str, str], self.section.evaluate(LOOK)))

    def phases(self, mode: str = "") -> list[dict[str, Any]]:
        """The phases that stand in the page as JSON."""
        script = self.section.locator(f'script.phases[data-mode="{mode}"]')
        return cast(list[dict[str, Any]], json.loads(script.text_content() or ""))

    def wait(self, seconds: float) -> None:
        """Let this time pass, with all that happens in it."""
        self.page.clock.run_for(round(seconds * 1000))


def hold_clock(context: BrowserContext) -> None:
    """From now on the clock of all pages stands at noon, and moves by hand."""
    context.clock.install(time=NOON - 60)
    context.clock.pause_at(NOON)


def total(phases: Sequence[dict[str, Any]]) -> int:
    """Seconds."""
    return sum(phase["seconds"] for phase in phases)


def digits(seconds: int) -> str:
    """Seconds as the timer's large figures show them: "14", "1:45"."""
    return str(seconds) if seconds < 60 else f"{seconds // 60}:{seconds % 60:02}"


def duration(seconds: int) -> str:
    """Seconds as the page's text tells them: "45 s", "2 min", "1 min 9 s"."""
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} min"] if minutes else []
    return " ".join([*parts, f"{rest} s"] if rest or not minutes else parts)
