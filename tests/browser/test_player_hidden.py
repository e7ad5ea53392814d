"""A routine by the true clock, in a page that is hidden and frozen most of the time, as that of a
phone in a pocket: what is shown at each return, and when each sound comes."""

import random
import time
from itertools import accumulate
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.fixtures import Visit
from tests.browser.player import SAY_THAT_IT_IS, digits, total
from tests.browser.test_sounds import moments
from tests.sites import Built

MORNING = "routines/morning-start-in-bed.html"
SHOWN_WITHIN, HEARD_WITHIN, DEVICE_WITHIN = 0.05, 0.02, 0.1
"""Seconds."""

# When each sound that is not taken back begins, by the page's clock: seconds since 1970.
WRITE_DOWN_SOUNDS = """
globalThis.heard = [];
const { start, stop } = AudioScheduledSourceNode.prototype;
AudioBufferSourceNode.prototype.start = function (when) {
  const { performanceTime, contextTime } = this.context.getOutputTimestamp();
  const base = performanceTime ? performance.timeOrigin + performanceTime : Date.now();
  const from = performanceTime ? contextTime : this.context.currentTime;
  heard.push([this, base / 1000 + when - from]);
  start.call(this, when);
};
AudioScheduledSourceNode.prototype.stop = function (when) {
  heard = heard.filter(([source]) => source !== this);
  stop.call(this, when);
};
"""

LOOK = """
() => {
  const dialog = document.querySelector("dialog[data-player]");
  const left = dialog.querySelector("[data-digits]").textContent;
  return [Date.now() / 1000, dialog.dataset.state, left];
}
"""

START = """
() => {
  const began = Date.now() / 1000;
  document.querySelector("[data-start]").click();
  return began;
}
"""


def shown_at(phases: list[dict[str, Any]], seconds: float) -> tuple[str, str]:
    """The state and the digits."""
    for end in accumulate(phase["seconds"] for phase in phases):
        if seconds < end:
            return "running", digits(-int(-(end - seconds) // 1))
    return "done", ""


@pytest.mark.long
def test_a_routine_in_a_hidden_page_is_right_by_the_true_clock(
    context: BrowserContext, site: Built, visit: Visit
) -> None:
    context.add_init_script(WRITE_DOWN_SOUNDS)
    page = visit(site, MORNING)
    page.locator("html[data-player=ready]").wait_for(state="attached")
    phases: list[dict[str, Any]] = page.evaluate(
        "JSON.parse(document.querySelector('script.phases').textContent)"
    )
    lifecycle = context.new_cdp_session(page)
    page.locator("h1").click()  # Now it may sound.
    began: float = page.evaluate(START)
    chance = random.Random(6)
    off: list[float] = []
    while time.time() < began + total(phases) + 1:
        time.sleep(1.5)
        page.evaluate(SAY_THAT_IT_IS, "hidden")
        lifecycle.send("Page.setWebLifecycleState", {"state": "frozen"})
        time.sleep(chance.uniform(5, 25))
        lifecycle.send("Page.setWebLifecycleState", {"state": "active"})
        page.evaluate(SAY_THAT_IT_IS, "visible")
        now, state, left = page.evaluate(LOOK)
        steps = [sign * step / 1000 for step in range(0, 2000, 5) for sign in (1, -1)]
        off.append(
            next(
                abs(step)
                for step in steps
                if shown_at(phases, now - began + step) in ((state, left), (state, ""))
            )
        )
    heard: list[float] = sorted(
        at - began for at in page.evaluate("heard.map(([, at]) => at)") if at > began
    )
    wanted = [moment.at for moment in moments(phases)]
    assert len(heard) == len(wanted)
    # The first waits for the device to wake up. Then all are as late as the device itself is.
    late = [at - moment for at, moment in zip(heard, wanted, strict=True)][1:]
    usual = median(late)
    missed = max(abs(each - usual) for each in late)
    print(
        f"{total(phases)} s, {len(off)} returns within {max(off) * 1000:.0f} ms; {len(heard)} "
        f"sounds within {missed * 1000:.1f} ms, on a device that is {usual * 1000:.0f} ms late"
    )
    assert max(off) <= SHOWN_WITHIN
    assert missed < HEARD_WITHIN
    assert 0 <= usual < DEVICE_WITHIN
