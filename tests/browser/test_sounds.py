"""What is heard of a routine: rendered by the browsers' own audio engines, and compared with its
phases. Sounds are handed over minutes ahead, so this is also how they come in a hidden tab."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.engines import Engine
from tests.browser.hosts import serving
from tests.golden import data
from tests.sites import REPOSITORY

WITHIN = 0.02
"""Seconds by which a sound may miss its moment."""

# The player believes that it hands its sounds to a device, which it looks at only while that stands
# still, as it must to hand over more (Firefox can't). Each sound is told by its likeness to those
# that there are.
RENDER = """
async ({ phases, rate, top_up }) => {
  const load = (name) => import(new URL(`player/${name}.js`, document.baseURI));
  const names = ["cues", "moments", "session", "sounds", "tones"];
  const [{ createCues }, { moments }, sessions, { createSounds }, tones] =
    await Promise.all(names.map(load));
  const seconds = phases.reduce((sum, phase) => sum + phase.seconds, 2);
  let [device, time] = [undefined, 0];
  class Device extends OfflineAudioContext {
    constructor() { super(1, seconds * rate, rate); device = this; }
    // As of a device that plays: it stands while one looks. This one renders minutes meanwhile.
    get currentTime() { return time; }
    hold() { time = super.currentTime; }
    get state() { return "running"; }
    set onstatechange(listener) {}
  }
  const now = () => time * 1000;
  const cues = createCues(Device, createSounds(AudioBuffer), now);
  const session = sessions.start(sessions.create(phases), 0);
  cues.play(() => moments(sessions.changes(session, now())));
  for (let look = 0; look < 9; look += 1) cues.sync(); // Each hands over some.
  for (let end = top_up; top_up && end < seconds; end += top_up) {
    device.suspend(end).then(() => { device.hold(); cues.sync(); device.resume(); });
  }
  const heard = (await device.startRendering()).getChannelData(0);

  const known = Object.keys(tones.NOTES).map((name) => [name, tones.samples(name, rate)]);
  const likeness = (begin, made) => {
    let [both, one, other] = [0, 0, 0];
    for (let at = 0; at < made.length; at += 1) {
      const sample = heard[begin + at] ?? 0;
      both += sample * made[at]; one += sample ** 2; other += made[at] ** 2;
    }
    // Where it is the same all over, and not only as far as the shorter one goes.
    for (let at = made.length; at < rate; at += 1) one += (heard[begin + at] ?? 0) ** 2;
    return both / Math.sqrt(one * other);
  };
  const nameAt = (begin) => {
    const near = [-2, -1, 0, 1, 2];
    const scores = known.map(([name, made]) =>
      [Math.max(...near.map((step) => likeness(begin + step, made))), name]);
    return scores.sort(([one], [other]) => other - one)[0][1];
  };
  const onsets = [];
  let silent = rate;
  heard.forEach((sample, at) => {
    const isLoud = Math.abs(sample) > 0.001;
    if (isLoud && silent > rate * 0.15) onsets.push([at / rate, nameAt(at)]);
    silent = isLoud ? 0 : silent + 1;
  });
  return onsets;
}
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds from the start, and which sound."""

    at: float
    sound: str


def moments(phases: list[dict[str, Any]]) -> list[Moment]:
    """What ought to be heard."""
    found: list[Moment] = []
    begin = 0
    for phase in phases:
        kind, seconds = phase["kind"], phase["seconds"]
        sound = {"ready": "next", "hold": "start"}.get(kind, kind)
        found.append(Moment(begin, "count" if phase.get("counted") else sound))
        begin += seconds
        if seconds >= 5 and kind not in ("rest", "activity") and not phase.get("counted"):
            found += [Moment(begin - before, "tick") for before in (3, 2, 1)]
    return [*found, Moment(begin, "done")]


@pytest.fixture(scope="module")
def frontend() -> Iterator[str]:
    """The address of the scripts as modules."""
    with serving(REPOSITORY / "frontend") as address:
        yield address


def listen(
    browser: Browser, frontend: str, phases: list[dict[str, Any]], top_up: int | None = None
) -> list[Moment]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(frontend)
        wanted = {"phases": phases, "rate": 8000, "top_up": top_up}
        return [Moment(*each) for each in page.evaluate(RENDER, wanted)]


def phases_of(slug: str) -> list[dict[str, Any]]:
    """Of a routine's first day."""
    routines = data.load("routines.json")["routines"]
    phases: list[dict[str, Any]] = next(each for each in routines if each["slug"] == slug)["phases"]
    return phases


def compare(heard: list[Moment], wanted: list[Moment]) -> None:
    assert [each.sound for each in heard] == [each.sound for each in wanted]
    missed = max(abs(one.at - other.at) for one, other in zip(heard, wanted, strict=True))
    print(f"{len(heard)} sounds, within {missed * 1000:.1f} ms")
    assert missed < WITHIN


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("slug", ["morning-start-in-bed", "three-minute-lie-down-break"])
def test_every_sound_comes_on_its_moment(browser: Browser, frontend: str, slug: str) -> None:
    phases = phases_of(slug)
    compare(listen(browser, frontend, phases), moments(phases))


def test_a_long_routine_is_handed_over_minute_by_minute(browser: Browser, frontend: str) -> None:
    phases = phases_of("full-back-care-15-minutes")
    compare(listen(browser, frontend, phases, top_up=60), moments(phases))


def test_counted_repetitions_rests_and_walks_sound_too(browser: Browser, frontend: str) -> None:
    phases: list[dict[str, Any]] = [
        {"kind": "activity", "seconds": 10, "name": "Walk"},
        {"kind": "ready", "seconds": 10, "exercise": "rock"},
        *({"kind": "hold", "seconds": 3, "exercise": "rock", "counted": True} for _ in range(3)),
        {"kind": "rest", "seconds": 10},
    ]
    compare(listen(browser, frontend, phases), moments(phases))
