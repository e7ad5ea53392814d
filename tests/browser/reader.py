"""A person with one tab, in any engine: the little that every browser's driver can do.

A test that asks for a `reader` runs in Chromium, Firefox and WebKit. What only Playwright can do
(its clock, its audio, its locators) is for tests of a `visit`.
"""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.browser.hosts import Place
from tests.sites import Built

PATIENCE = 10.0  # seconds

# Turned by hand, since no driver but Playwright can hold a page's clock. As much of one as the
# scripts use: `new Date()` goes on, and what was to happen before it stopped still happens.
CLOCK = """
(() => {
  const day = Date.now();
  const steady = performance.now();
  const due = new Map();
  let passed = 0;
  let number = 0;
  Date.now = () => day + passed;
  performance.now = () => steady + passed;
  globalThis.setTimeout = (call, after = 0) => {
    number += 1;
    due.set(number, { call, at: passed + Math.max(1, after) });
    return number;
  };
  globalThis.requestAnimationFrame = (call) => setTimeout(() => call(performance.now()), 16);
  globalThis.clearTimeout = globalThis.cancelAnimationFrame = (number) => void due.delete(number);
  globalThis.passTime = (milliseconds) => {
    const end = passed + milliseconds;
    for (;;) {
      const [next] = [...due].sort(([, one], [, other]) => one.at - other.at);
      if (!next || next[1].at > end) break;
      due.delete(next[0]);
      passed = Math.max(passed, next[1].at);
      next[1].call();
    }
    passed = end;
  };
  globalThis.sleep = (milliseconds) => {
    passed += milliseconds;
    passTime(0);
  };
})()
"""


# What the scripts put off to the next task (frontend/soon.js), and from there to the one after it,
# is done when this is: messages arrive in the order in which they were sent.
SETTLED = """
(async () => {
  for (const _ of [1, 2]) {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  }
})()
"""


class Reader(ABC):
    """Selectors are CSS, and mean the first of what they match."""

    @abstractmethod
    def open(self, site: Built, address: str, place: Place = Place.TOP) -> None:
        """Go to a page of a site."""

    @abstractmethod
    def click(self, selector: str) -> None: ...

    @abstractmethod
    def press(self, key: str) -> None:
        """One of the keyboard, as Playwright names them: "Tab", "Shift+Tab", "a"."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """What JavaScript makes of it in the page; of a promise, what it promised."""

    def text(self, selector: str) -> str:
        found: str = self.evaluate(f"document.querySelector({json.dumps(selector)}).textContent")
        return found

    def wait_for(self, predicate: str) -> None:
        """Until this expression is true. On the tests' own clock: the page's may be held."""
        end = time.monotonic() + PATIENCE
        while not self.evaluate(f"Boolean({predicate})"):
            assert time.monotonic() < end, f"This never became true: {predicate}"
            time.sleep(0.05)

    def hold_clock(self) -> None:
        """From now on the time of this page, until it is left, moves by hand."""
        self.evaluate(CLOCK)

    def pass_time(self, seconds: float) -> None:
        """Let this time pass, with all that happens in it."""
        self._turn(f"passTime({round(seconds * 1000)})")

    def sleep(self, seconds: float) -> None:
        """Let this time pass while the page is frozen, and wake it: what was due happens late."""
        self._turn(f"sleep({round(seconds * 1000)})")

    def _turn(self, clock: str) -> None:
        self.evaluate(SETTLED)
        self.evaluate(clock)
        self.evaluate(SETTLED)


class PlaywrightReader(Reader):
    """In Chromium and Firefox."""

    def __init__(self, visit: Callable[[Built, str, Place], Page]) -> None:
        self._visit = visit
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        assert self._page, "No page was opened."
        return self._page

    def open(self, site: Built, address: str, place: Place = Place.TOP) -> None:
        if self._page:
            self._page.close()
        self._page = self._visit(site, address, place)

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(f"({expression})")
