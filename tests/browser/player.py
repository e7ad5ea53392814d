"""The player on a page, as a person uses it, and a clock to turn by hand."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.reader import SETTLED

NOON = 1_800_000_000.0
"""When the tests' clock starts: seconds since 1970."""

READY = "document.documentElement.dataset.player === 'ready'"

AT_REST = """
() => {
  const { playerScript, player } = document.documentElement.dataset;
  return !playerScript || player === "ready";
}
"""
"""Whether the page's last script is there, if it has one."""

LOOK = """
(dialog) => {
  const text = (part) => dialog.querySelector(`[data-${part}]`).textContent;
  const step = dialog.querySelector("[data-step]");
  return {
    state: dialog.open ? dialog.dataset.state : "closed", kind: dialog.dataset.kind ?? "",
    left: text("digits"), large: dialog.querySelector(".p-large").textContent,
    total: text("total"), key: text("main").trim(),
    step: step.lastElementChild?.textContent ?? "",
  };
}
"""

SAY_THAT_IT_IS = """
(visibility) => {
  const set = (name, value) => Object.defineProperty(document, name, { value, configurable: true });
  set("visibilityState", visibility);
  set("hidden", visibility === "hidden");
  document.dispatchEvent(new Event("visibilitychange"));
}
"""


@dataclass(frozen=True, slots=True)
class Look:
    """What the player shows at one moment. `key` is what its largest key says, `step` the last of
    the steps in hand."""

    state: str
    kind: str
    left: str
    large: str
    total: str
    key: str
    step: str


class Player:
    """The player of a page, once its script is there. On a page whose clock is held."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialog: Locator = page.locator("dialog[data-player]")
        for _ in range(100):  # it comes when the page is at rest
            if page.evaluate(READY):
                return
            page.clock.run_for(100)
        raise AssertionError("The player's script has not come.")

    def start(self, key: str = "") -> None:
        """Press Start of the page's first timer, or of the one whose key ends so."""
        timer = f"[data-timer$='{key}']" if key else "[data-timer]"
        self.page.locator(f"{timer} [data-start]").first.click()
        self.page.evaluate(SETTLED)

    def press(self, name: str) -> None:
        """Pause, Skip, Mute: by the words that a person would say."""
        self.dialog.get_by_role("button", name=name, exact=True).first.click()

    def look(self) -> Look:
        return Look(**cast(dict[str, str], self.dialog.evaluate(LOOK)))

    def see(self, left: str, kind: str = "hold", state: str = "running") -> None:
        """Check what is shown now."""
        look = self.look()
        assert (look.left, look.kind, look.state) == (left, kind, state)

    def wait(self, seconds: float) -> None:
        """Let this time pass, with all that happens in it."""
        self.page.clock.run_for(round(seconds * 1000))

    def leave(self) -> None:
        """For another tab, or the screen goes off."""
        self.page.evaluate(SAY_THAT_IT_IS, "hidden")

    def come_back(self) -> None:
        self.page.evaluate(SAY_THAT_IT_IS, "visible")

    def phases(self, mode: str = "") -> list[dict[str, Any]]:
        """Those of the first timer, as they stand in the page."""
        script = self.page.locator(f'script.phases[data-mode="{mode}"]').first
        return cast(list[dict[str, Any]], json.loads(script.text_content() or ""))

    def kept(self, key: str) -> Any:
        """What the browser keeps for this guide."""
        return self.page.evaluate(
            "(key) => JSON.parse(localStorage.getItem("
            "`supple:${document.documentElement.dataset.guide}:${key}`))",
            key,
        )

    def expect_focus(self, selector: str) -> None:
        expect(self.page.locator(selector).first).to_be_focused()


def hold_clock(context: BrowserContext) -> None:
    """From now on the clock of all pages stands at noon, and moves by hand."""
    context.clock.install(time=NOON - 60)
    context.clock.pause_at(NOON)


def total(phases: Sequence[dict[str, Any]]) -> int:
    """Seconds."""
    return sum(phase["seconds"] for phase in phases)


def digits(seconds: int) -> str:
    """Seconds as the large digits show them: "14", "1:45", and "12" minutes."""
    if seconds >= 600:
        return str(-(-seconds // 60))
    return str(seconds) if seconds < 100 else f"{seconds // 60}:{seconds % 60:02}"


def duration(seconds: int) -> str:
    """Seconds as a text tells them: "45 s", "2 min", "1 min 9 s"."""
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} min"] if minutes else []
    return " ".join([*parts, f"{rest} s"] if rest or not minutes else parts)
