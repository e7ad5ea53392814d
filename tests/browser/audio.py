"""A sound card that only writes down what it is asked to play."""

from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import BrowserContext, Page

# As much of Web Audio as the cues use, on the page's own clock.
FAKE = """
(() => {
  class Param {
    setValueAtTime() {}
    linearRampToValueAtTime() {}
    exponentialRampToValueAtTime() {}
    setTargetAtTime() {}
  }
  class Node {
    gain = new Param();
    frequency = new Param();
    connect() {}
  }
  class Oscillator extends Node {
    ends = Infinity;
    constructor(context) { super(); this.context = context; }
    start(when) { this.begins = when; }
    stop(when) { if (this.context.currentTime < this.ends) this.ends = when; }
  }
  globalThis.played = [];
  globalThis.AudioContext = class {
    state = "suspended";
    destination = new Node();
    opened = performance.now();
    get currentTime() { return (performance.now() - this.opened) / 1000; }
    createGain() { return new Node(); }
    createOscillator() {
      const oscillator = new Oscillator(this);
      globalThis.played.push(oscillator);
      return oscillator;
    }
    async resume() { this.state = "running"; }
  };
})();
"""

# Silenced before they began: taken back.
PLAYED = """
() => played.filter(({ begins, ends }) => ends > begins)
  .map(({ begins, ends, frequency }) => [begins, ends, frequency.value])
"""

TOUCHING = 0.001  # seconds


@dataclass(frozen=True, slots=True)
class Sound:
    """Tones in a row. `begins` counts seconds from the first time that Start was pressed."""

    begins: float
    melody: tuple[float, ...]


def write_down_sounds(context: BrowserContext) -> None:
    """For all pages that are opened from now on."""
    context.add_init_script(FAKE)


def sounds(page: Page) -> list[Sound]:
    """All sounds that were played, or are still to be played if nobody stops them."""
    tones: list[tuple[float, float, float]] = sorted(page.evaluate(PLAYED))
    starts = [0] + [
        number
        for number, (before, after) in enumerate(pairwise(tones), start=1)
        if after[0] - before[1] > TOUCHING
    ]
    rows = [tones[first:last] for first, last in pairwise([*starts, len(tones)])]
    return [Sound(round(row[0][0], 3), tuple(tone[2] for tone in row)) for row in rows if row]
