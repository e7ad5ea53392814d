"""The timers of real pages, on a clock that is turned by hand."""

import re
from itertools import accumulate

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.audio import sounds, write_down_sounds
from tests.browser.fixtures import Visit
from tests.browser.hosts import Place
from tests.browser.timer import NOON, Timer, digits, duration, hold_clock, total
from tests.sites import Built

HUG = "exercises/single-knee-to-chest.html"
MORNING = "routines/morning-start-in-bed.html"
BREAK = "routines/three-minute-lie-down-break.html"
WEEK = "routines/first-week.html"
SETTLE_IN = "Day 1: Settle in"
WALK = "Day 2: Größer"

SAY_THAT_IT_CHANGED = """
(visibility) => {
  Object.defineProperty(document, "visibilityState", { value: visibility, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
"""

WRITE_DOWN_WHAT_IS_SAID = """
(status) => {
  globalThis.said = [];
  new MutationObserver(() => said.push(status.textContent))
    .observe(status, { childList: true, characterData: true, subtree: true });
}
"""


@pytest.fixture(autouse=True)
def still_clock(context: BrowserContext) -> None:
    hold_clock(context)


@pytest.fixture
def hug(site: Built, visit: Visit) -> Timer:
    """The timer of one knee to chest: 15 s to get ready, left leg 20 s, 5 s, right leg 20 s."""
    return Timer(visit(site, HUG))


def see(timer: Timer, left: str, phase: str = "hold", state: str = "running") -> None:
    """Check what the timer shows now."""
    look = timer.look()
    assert (look.left, look.phase, look.state) == (left, phase, state)


class TestPlaying:
    def test_start_counts_down_to_the_second(self, hug: Timer) -> None:
        see(hug, "15", "ready", "ready")
        hug.press("Start")
        see(hug, "15", "ready")
        hug.wait(0.999)
        see(hug, "15", "ready")
        hug.wait(0.001)
        see(hug, "14", "ready")
        hug.wait(13.5)
        see(hug, "1", "ready")
        hug.wait(0.5)
        see(hug, "20", "hold")
        assert hug.look().cue == "Hold. Left leg."
        assert hug.look().what == "One knee to chest"

    @pytest.mark.parametrize("address", [MORNING, BREAK])
    def test_a_routine_plays_from_first_to_last(
        self, site: Built, visit: Visit, address: str
    ) -> None:
        play_to_the_end(Timer(visit(site, address)))

    @pytest.mark.parametrize("day", [SETTLE_IN, WALK])
    def test_a_day_of_a_week_plays_from_first_to_last(
        self, week_site: Built, visit: Visit, day: str
    ) -> None:
        play_to_the_end(Timer(visit(week_site, WEEK), day))

    def test_after_the_end_it_starts_again(self, hug: Timer) -> None:
        hug.press("Start")
        hug.wait(3600)
        see(hug, "0", "hold", "done")
        hug.press("Start")
        see(hug, "15", "ready")

    def test_skip_and_back_go_to_the_start_of_a_phase(self, hug: Timer) -> None:
        hug.press("Start")
        hug.wait(3)
        hug.press("Skip")
        see(hug, "20", "hold")
        hug.wait(7)
        hug.press("Skip")
        see(hug, "5", "change")
        hug.press("Back")
        see(hug, "20", "hold")
        hug.press("Back")
        hug.press("Back")
        see(hug, "15", "ready")

    def test_skip_leads_to_the_end_and_back_into_the_last_phase(self, hug: Timer) -> None:
        hug.press("Start")
        for _ in hug.phases():
            hug.press("Skip")
        see(hug, "0", "hold", "done")
        hug.press("Back")
        see(hug, "20", "hold", "paused")

    def test_pause_keeps_what_is_left(self, hug: Timer) -> None:
        hug.press("Start")
        hug.wait(20.4)
        hug.press("Pause")
        hug.wait(3600)
        see(hug, "15", "hold", "paused")
        hug.press("Start")
        hug.wait(0.5)
        see(hug, "15", "hold")
        hug.wait(0.2)
        see(hug, "14", "hold")

    def test_a_mode_loads_its_own_phases(self, hug: Timer) -> None:
        hug.press("Start")
        hug.page.get_by_role("radio", name="Short repeats").check()
        see(hug, "15", "ready", "ready")
        play_to_the_end(hug, "short-repeats")
        hug.page.get_by_role("radio", name="Long hold").check()
        play_to_the_end(hug)

    def test_one_timer_of_a_page_runs_at_a_time(self, week_site: Built, visit: Visit) -> None:
        page = visit(week_site, WEEK)
        first, second = Timer(page, SETTLE_IN), Timer(page, WALK)
        first.press("Start")
        first.wait(5)
        second.press("Start")
        second.wait(2)
        see(first, "10", "ready", "paused")
        see(second, "58", "activity")
        first.press("Start")
        first.wait(1)
        see(first, "9", "ready")
        see(second, "58", "activity", "paused")


def play_to_the_end(timer: Timer, mode: str = "") -> None:
    """Start, and check what is shown at both borders of every phase."""
    phases = timer.phases(mode)
    left = total(phases)
    assert timer.look().total == f"{duration(left)} left"
    timer.press("Start")
    for phase in phases:
        look = timer.look()
        assert (look.state, look.phase) == ("running", phase["kind"])
        assert look.left == digits(phase["seconds"])
        assert look.total == f"{duration(left)} left"
        if phase.get("of", 1) > 1 and phase["kind"] == "hold":
            assert look.cue.endswith(f"{phase['rep']} of {phase['of']}.")
        timer.wait(phase["seconds"] - 0.5)
        see(timer, "1", phase["kind"])
        timer.wait(0.5)
        left -= phase["seconds"]
    look = timer.look()
    assert (look.state, look.left, look.cue) == ("done", "0", "That’s it.")
    assert look.total == f"{duration(total(phases))} done."


class TestAway:
    """Time is a deadline: however long nobody looked, the next look is right."""

    def test_it_is_right_after_the_page_was_frozen(self, hug: Timer) -> None:
        hug.press("Start")
        hug.wait(2)
        hug.page.clock.fast_forward(34_500)
        see(hug, "4", "change")

    def test_it_is_over_after_the_page_was_frozen_for_long(self, hug: Timer) -> None:
        hug.press("Start")
        hug.page.clock.fast_forward("02:00:00")
        see(hug, "0", "hold", "done")

    def test_it_is_right_after_the_machine_slept(self, hug: Timer) -> None:
        """Some systems' steady clocks stand still meanwhile: only the time of day goes on."""
        hug.press("Start")
        hug.wait(2)
        hug.page.evaluate(SAY_THAT_IT_CHANGED, "hidden")
        hug.page.clock.set_system_time(NOON + 2 + 34.5)
        see(hug, "13", "ready")
        hug.page.evaluate(SAY_THAT_IT_CHANGED, "visible")
        see(hug, "4", "change")

    def test_a_clock_that_is_set_back_changes_nothing(self, hug: Timer) -> None:
        hug.press("Start")
        hug.wait(2)
        hug.page.clock.set_system_time(NOON - 3600)
        hug.wait(2)
        see(hug, "11", "ready")

    def test_a_pause_lasts_through_sleep(self, hug: Timer) -> None:
        hug.press("Start")
        hug.wait(2)
        hug.press("Pause")
        hug.page.clock.fast_forward("10:00:00")
        hug.page.evaluate(SAY_THAT_IT_CHANGED, "visible")
        see(hug, "13", "ready", "paused")


class TestSound:
    @pytest.fixture(autouse=True)
    def fake_sound_card(self, context: BrowserContext) -> None:
        write_down_sounds(context)

    def test_every_change_of_phase_sounds_on_time(self, site: Built, visit: Visit) -> None:
        timer = Timer(visit(site, MORNING))
        timer.press("Start")
        phases = timer.phases()
        borders = [0, *accumulate(phase["seconds"] for phase in phases)]
        ahead = sounds(timer.page)  # handed over at once: they sound in a hidden page too
        assert [sound.begins for sound in ahead] == borders
        timer.wait(total(phases) + 1)
        assert sounds(timer.page) == ahead

    def test_each_kind_of_phase_sounds_unlike_the_others(
        self, week_site: Built, visit: Visit
    ) -> None:
        page = visit(week_site, WEEK)
        melodies: dict[str, set[tuple[float, ...]]] = {}
        for day in (SETTLE_IN, WALK):
            timer, before = Timer(page, day), len(sounds(page))
            timer.press("Start")
            played = sounds(page)[before:]
            kinds = [
                "counted" if phase.get("counted") else phase["kind"] for phase in timer.phases()
            ]
            for kind, sound in zip([*kinds, "done"], played, strict=True):
                melodies.setdefault(kind, set()).add(sound.melody)
            timer.wait(3600)
        assert {kind: len(found) for kind, found in melodies.items()} == dict.fromkeys(
            ["ready", "hold", "counted", "release", "change", "rest", "activity", "done"], 1
        )
        assert len(set.union(*melodies.values())) == len(melodies)

    def test_a_pause_is_silent_and_the_rest_sounds_later(self, hug: Timer) -> None:
        hug.press("Start")
        hug.wait(10)
        hug.press("Pause")
        hug.wait(100)
        assert [sound.begins for sound in sounds(hug.page)] == [0]
        hug.press("Start")
        assert [sound.begins for sound in sounds(hug.page)] == [0, 115, 135, 140, 160]

    def test_skip_brings_the_next_sound_at_once(self, hug: Timer) -> None:
        hug.press("Start")
        hug.wait(10)
        hug.press("Skip")
        assert [sound.begins for sound in sounds(hug.page)] == [0, 10, 30, 35, 55]


class TestSaid:
    """What a screen reader says, and what it is spared."""

    def test_phases_are_announced_and_seconds_never(self, site: Built, visit: Visit) -> None:
        timer = Timer(visit(site, MORNING))
        status = timer.section.get_by_role("status")
        expect(status).to_have_text("")
        status.evaluate(WRITE_DOWN_WHAT_IS_SAID)
        timer.press("Start")
        timer.wait(3600)
        said: list[str] = timer.page.evaluate("said")
        assert len(said) == len(timer.phases()) + 1
        assert said[:3] == ["Get ready.", "Hold. 1 of 5.", "Let go."]
        assert said[-1] == "That’s it."
        assert not [words for words in said if re.search(r"\d+ (s|min)\b|\d:\d", words)]

    def test_the_time_left_is_there_to_be_asked_for_only(self, hug: Timer) -> None:
        left = hug.section.get_by_role("timer", name="Time left")
        expect(left).to_have_text("15")
        live = left.evaluate("one => one.closest('[aria-live], [role=status], [role=alert]')")
        assert live is None
        assert left.get_attribute("aria-live") is None  # as it is by definition: off

    def test_the_name_of_the_button_says_what_it_will_do(self, hug: Timer) -> None:
        names = [button.inner_text() for button in hug.section.get_by_role("button").all()]
        assert names == ["Start"]  # at rest there is nothing else to press
        hug.press("Start")
        names = [button.inner_text() for button in hug.section.get_by_role("button").all()]
        assert names == ["Back", "Pause", "Skip"]

    def test_it_can_be_played_from_the_keyboard(self, hug: Timer) -> None:
        focus = hug.page.locator(":focus")
        start = hug.section.get_by_role("button", name="Start")
        for _ in range(30):
            if start.evaluate("one => one === document.activeElement"):
                break
            hug.page.keyboard.press("Tab")
        expect(focus).to_have_text("Start")
        hug.page.keyboard.press("Space")
        see(hug, "15", "ready")
        expect(focus).to_have_text("Pause")
        hug.page.keyboard.press("Tab")
        hug.page.keyboard.press("Enter")
        see(hug, "20", "hold")
        hug.page.keyboard.press("Shift+Tab")
        hug.page.keyboard.press("Enter")
        see(hug, "20", "hold", "paused")
        hug.page.keyboard.press("Shift+Tab")
        hug.page.keyboard.press("Space")
        see(hug, "15", "ready", "paused")


class TestPage:
    @pytest.mark.parametrize("place", Place)
    def test_it_runs_wherever_the_site_lies(self, site: Built, visit: Visit, place: Place) -> None:
        timer = Timer(visit(site, HUG, place))
        timer.press("Start")
        timer.wait(16)
        see(timer, "19", "hold")

    @pytest.mark.parametrize("address", [MORNING, BREAK])
    def test_a_routine_states_the_time_that_its_phases_take(
        self, site: Built, visit: Visit, address: str
    ) -> None:
        page = visit(site, address)
        seconds = total(Timer(page).phases())
        expect(page.locator(".total strong")).to_have_text(duration(seconds))
        expect(page.get_by_text(f"Ends at {seconds // 60}:{seconds % 60:02}")).to_be_attached()

    def test_an_exercise_states_the_time_that_its_phases_take(self, hug: Timer) -> None:
        in_all = hug.page.locator("div:has(> dt:text-is('in all')) > dd")
        stated = [each.text_content() for each in in_all.all()]
        times = [total(hug.phases(mode)) for mode in ("", "short-repeats")]
        assert stated == [duration(seconds) for seconds in times]

    @pytest.mark.parametrize("scripts", [False])
    @pytest.mark.parametrize("address", [HUG, MORNING])
    def test_without_scripts_there_is_no_timer_and_the_page_says_all_else(
        self, site: Built, visit: Visit, address: str
    ) -> None:
        page = visit(site, address)
        expect(page.locator("[data-timer]")).to_be_hidden()
        expect(page.get_by_role("button")).to_have_count(0)
        without = page.locator("noscript > *")
        expect(without).to_be_visible()
        expect(without).to_have_text(re.compile("The timer needs JavaScript"))
        says_the_dosage(page, address)


def says_the_dosage(page: Page, address: str) -> None:
    if address == HUG:
        expect(
            page.get_by_text("Hold for 15 to 30 seconds, 1 to 4 times each leg.")
        ).to_be_visible()
    else:
        expect(page.get_by_text("20 seconds, 1 time each leg")).to_be_visible()
