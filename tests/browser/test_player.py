"""What the player does on real pages, on a clock that is turned by hand."""

import json
import random
import re
from itertools import accumulate, pairwise
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.fixtures import Host, Visit
from tests.browser.hosts import Place
from tests.browser.player import NOON, Player, digits, duration, hold_clock, total
from tests.golden import data
from tests.sites import Built

HUG = "exercises/single-knee-to-chest.html"
MORNING = "routines/morning-start-in-bed.html"
WEEK = "routines/first-week.html"
FIRST_DAY, SECOND_DAY = "#day-1", "#day-2"

SAME_MOMENT = 0.05
"""Seconds by which what is shown may be off when somebody comes back."""

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
def hug(site: Built, visit: Visit) -> Player:
    """One knee to chest: 15 s to get ready, left leg 20 s, 5 s, right leg 20 s."""
    return Player(visit(site, HUG))


@pytest.fixture
def week(week_site: Built, visit: Visit) -> Player:
    return Player(visit(week_site, WEEK))


def choose(player: Player, name: str, value: str) -> None:
    """One of the options that are open."""
    player.dialog.locator(f"[name={name}][value={value}]").check()


# Tests touch a page whenever they look at it. This one was not touched before its first click.
UNTOUCHED = """
let touched = false;
addEventListener("click", () => (touched = true), true);
Object.defineProperty(navigator, "userActivation", {
  value: { get hasBeenActive() { return touched; } },
});
"""


class TestPlaying:
    @pytest.mark.parametrize("day", [FIRST_DAY, SECOND_DAY])
    def test_a_day_shows_each_phase_from_its_first_to_its_last_second(
        self, week: Player, day: str
    ) -> None:
        script = week.page.locator(f"[data-timer$='{day}'] script").first.text_content()
        phases: list[dict[str, Any]] = json.loads(script or "")
        left = total(phases)
        week.start(day)
        for phase in phases:
            week.see(digits(phase["seconds"]), phase["kind"])
            assert week.look().total == f"{duration(left)} left"
            week.wait(phase["seconds"] - 0.5)
            week.see("1", phase["kind"])
            week.wait(0.5)
            left -= phase["seconds"]
        assert week.look().state == "done"

    def test_skip_leads_to_the_end_where_nothing_was_done(self, hug: Player) -> None:
        hug.start()
        for _ in hug.phases():
            hug.press("Skip")
        assert hug.look().state == "done"
        assert hug.kept("log") is None
        expect(hug.dialog.get_by_text("How did that feel?")).to_be_hidden()
        hug.press("Close")
        expect(hug.page.locator("[data-says]")).to_have_text("Start")

    def test_the_mode_that_is_chosen_is_played(self, hug: Player) -> None:
        hug.page.get_by_role("radio", name="Short repeats").check()
        hug.start()
        assert hug.look().total == f"{duration(total(hug.phases('short-repeats')))} left"
        hug.press("Skip")
        hug.see("5")

    @pytest.mark.parametrize("key", ["Enter", "Space"])
    def test_a_phrase_in_a_step_plays_that_hold_alone(self, hug: Player, key: str) -> None:
        phrase = hug.page.get_by_role("button", name="Hold for 15 to 30 seconds")
        phrase.focus()
        hug.page.keyboard.press(key)
        hug.see("5", "ready")
        assert hug.look().step == "Use your arms to bring that knee gently towards you."
        assert hug.dialog.locator("[data-step] p").count() == 1
        hug.wait(5)
        hug.see("20")
        hug.press("Close")
        expect(phrase).to_be_focused()
        assert hug.kept("left") is None

    def test_a_link_from_another_page_starts_it(self, site: Built, visit: Visit) -> None:
        page = visit(site, HUG)
        page.add_init_script(UNTOUCHED)
        page.goto(f"{page.url.replace(HUG, MORNING)}#play")
        player = Player(page)
        player.expect_focus("[data-main]")
        assert page.url.endswith(MORNING)
        player.wait(4)
        assert player.look().state == "running"
        note = page.locator("[data-note]")
        assert note.text_content() == "Touch the screen to hear the sounds."
        player.press("Again")
        page.wait_for_timeout(500)  # a sound device wakes by the true clock
        player.wait(3)
        assert not note.is_visible()
        player.see("12", "ready")

    def test_only_one_page_of_a_guide_plays(self, site: Built, host: Host, visit: Visit) -> None:
        first, second = Player(visit(site, HUG)), Player(visit(site, MORNING))
        first.start()
        second.start()
        expect(first.dialog).to_have_attribute("data-state", "paused")
        assert second.look().state == "running"


class TestChoices:
    def test_a_hold_changes_within_its_range_and_its_releases_stay(self, hug: Player) -> None:
        hug.page.get_by_role("radio", name="Short repeats").check()
        hug.start()
        hug.press("Skip")
        hug.wait(1)
        hug.press("Sound and settings")
        hug.expect_focus("[data-options]")
        shown = hug.dialog.locator("[data-stepper=hold] output")
        expect(shown).to_have_text("5 s")
        less, more = (hug.dialog.get_by_role("button", name=name) for name in ("Less", "More"))
        expect(more.first).to_be_disabled()
        for _ in range(2):
            less.first.click()
        expect(shown).to_have_text("3 s")
        expect(less.first).to_be_disabled()
        less.first.click(force=True)
        expect(shown).to_have_text("3 s")
        hug.press("Done")
        hug.see("2")
        hug.press("Skip")
        release = next(each for each in hug.phases("short-repeats") if each["kind"] == "release")
        hug.see(str(release["seconds"]), "release")
        assert list(hug.kept("preferences")["holds"].values()) == [3]

    def test_counted_repetitions_wait_for_done_if_somebody_wants_that(self, week: Player) -> None:
        week.start(SECOND_DAY)
        week.press("Sound and settings")
        choose(week, "counting", "done")
        expect(week.dialog.locator("[data-stepper=pace]")).to_be_hidden()
        week.press("Done")
        week.press("Skip")
        week.press("Skip")
        week.wait(600)
        week.see("5")
        assert week.look().key == "Done"
        week.page.keyboard.press("Space")
        assert week.look().key == "Pause"
        assert week.look().kind != "hold"

    def test_all_that_is_chosen_lasts(self, hug: Player) -> None:
        hug.start()
        hug.press("Mute")
        hug.press("Sound and settings")
        expect(hug.dialog.get_by_label("Mute all sounds")).to_be_checked()
        choose(hug, "away", "pause")
        hug.page.reload()
        again = Player(hug.page)
        again.start()
        mute = again.dialog.get_by_role("button", name="Mute", exact=True)
        expect(mute).to_have_attribute("aria-pressed", "true")
        again.press("Pause" if again.look().state == "running" else "Go on")
        again.leave()
        assert again.look().state == "paused"

    def test_when_to_stop_can_be_read_in_the_player(self, hug: Player) -> None:
        said = hug.page.locator(".is-stop p").first.text_content()
        hug.start()
        hug.press("When to stop")
        hug.expect_focus("[data-stop]")
        assert hug.look().state == "paused"
        assert said
        expect(hug.dialog.locator("[data-stop]")).to_contain_text(said)
        expect(hug.dialog.locator("[data-stop] a").first).to_be_visible()
        hug.dialog.locator("[data-stop]").get_by_role("button", name="Back").click()
        hug.see("15", "ready")
        hug.press("Pause")
        hug.press("It hurts")
        hug.page.keyboard.press("Escape")
        hug.see("15", "ready", "paused")

    def test_whoever_only_reads_when_to_stop_is_not_told_to_stop(self, hug: Player) -> None:
        hug.start()
        hurts = hug.dialog.locator("[data-stop] [data-hurts-now]")
        hug.press("When to stop")
        expect(hurts).to_be_hidden()
        hug.page.keyboard.press("Escape")
        hug.press("Pause")
        hug.press("It hurts")
        expect(hurts).to_be_visible()

    def test_whom_it_hurts_is_not_asked_to_carry_on(self, hug: Player) -> None:
        hug.start()
        hug.wait(20)
        hug.press("Pause")
        hug.press("It hurts")
        hug.press("End here")
        expect(hug.dialog).to_be_hidden()
        assert hug.kept("left") is None
        expect(hug.page.locator("[data-says]").first).to_have_text("Start")
        hug.start()
        hug.wait(600)
        hug.dialog.get_by_text("It hurts").last.click()
        expect(hug.dialog.get_by_role("button", name="Once more")).to_be_hidden()

    def test_escape_shuts_a_panel_and_never_the_player(self, hug: Player) -> None:
        hug.start()
        for _ in range(6):
            hug.press("When to stop")
            hug.page.keyboard.press("Escape")
            expect(hug.dialog.locator("[data-stop]")).to_be_hidden()
            hug.see("15", "ready")
        hug.page.keyboard.press("Escape")
        expect(hug.dialog).to_be_hidden()

    def test_the_focus_goes_where_a_key_is_when_its_own_goes(self, hug: Player) -> None:
        hug.start()
        hug.press("When to stop")
        hug.page.keyboard.press("Escape")
        hug.expect_focus("[data-stops]")
        hug.wait(16)
        hug.expect_focus("[data-main]")

    def test_ten_seconds_more_have_an_end(self, hug: Player) -> None:
        hug.start()
        hug.press("Skip")
        more = hug.dialog.get_by_role("button", name="10 s more")
        for _ in range(28):
            more.click()
        hug.see("5:00")
        expect(more).to_be_disabled()
        more.click(force=True)
        hug.see("5:00")

    def test_who_holds_longer_than_the_page_says_is_told(self, hug: Player) -> None:
        hug.start()
        hug.press("Skip")
        note, said = hug.dialog.locator("[data-note]"), hug.dialog.locator("[data-said]")
        longer = "Longer than the usual 30 seconds."
        hug.press("10 s more")
        hug.see("30")
        expect(note).to_be_hidden()
        hug.press("10 s more")
        hug.see("40")
        expect(note).to_have_text(longer)
        expect(said).to_have_text(longer)
        hug.press("Skip")
        expect(note).to_be_hidden()

    def test_after_a_click_space_pauses_and_after_tab_it_presses(self, hug: Player) -> None:
        press = hug.page.keyboard.press
        hug.start()
        for name in ("Skip", "Back", "Again", "10 s more", "Mute"):
            hug.press(name)
            place = hug.look()
            press("Space")
            assert hug.look().state == "paused", name
            press("Space")
            assert hug.look() == place
        hug.press("Sound and settings")
        hug.press("Done")
        press("Space")
        assert hug.look().state == "paused"
        hug.press("Skip")
        press("Shift+Tab")
        hug.expect_focus("[data-longer]")
        hug.see("20", state="paused")
        press("Space")
        hug.see("30", state="paused")
        press("Enter")
        hug.see("40", state="paused")

    def test_each_page_keeps_its_own_place(self, hug: Player, site: Built, visit: Visit) -> None:
        hug.start()
        hug.wait(20)
        hug.press("Close")
        morning = Player(visit(site, MORNING))
        morning.start()
        morning.wait(3)
        morning.press("Close")
        hug.page.reload()
        expect(hug.page.locator("[data-says]").first).to_have_text("Continue")
        Player(hug.page).start()
        hug.see("15", state="paused")
        # Another page may be told a moment later of what this one has kept.
        assert [left["page"] for left in hug.kept("left")] == [MORNING, HUG]

    def test_what_was_left_can_begin_again(self, hug: Player) -> None:
        afresh = hug.dialog.get_by_role("button", name="Start again from the beginning")
        hug.start()
        expect(afresh).to_be_hidden()
        hug.press("Skip")
        hug.press("Close")
        hug.start()
        afresh.click()
        hug.see("15", "ready")
        hug.expect_focus("[data-main]")
        expect(afresh).to_be_hidden()

    def test_nothing_behind_the_options_can_be_reached(self, hug: Player) -> None:
        hug.start()
        hug.press("Sound and settings")
        for _ in range(20):
            hug.page.keyboard.press("Tab")
            assert not hug.dialog.locator(".p-keys :focus, .p-ask:focus").count()
        hug.press("Close")
        hug.start()
        settings = hug.dialog.get_by_role("button", name="Sound and settings")
        expect(settings).to_have_attribute("aria-expanded", "false")


class TestAway:
    """Time is a deadline: however long nobody looked, the next look is right."""

    def test_twenty_minutes_mostly_hidden_are_right_at_every_return(self, hug: Player) -> None:
        routines = data.load("routines.json")["routines"]
        long = next(each for each in routines if each["slug"] == "full-back-care-15-minutes")
        phases: list[dict[str, Any]] = long["phases"]
        phases = [*phases, *phases[: len(phases) // 3]]
        assert total(phases) > 1190
        hug.page.locator("script.phases").first.evaluate(
            "(script, phases) => { script.textContent = JSON.stringify(phases); }", phases
        )
        hug.start()
        borders = list(accumulate((phase["seconds"] for phase in phases), initial=0))
        chance = random.Random(6)
        now = 0.0
        for index, (begin, end) in enumerate(pairwise(borders)):
            if index == 0 or (chance.random() < 0.5 and index < len(phases) - 1):
                continue  # slept through
            for moment, place in ((begin - SAME_MOMENT, index - 1), (begin + SAME_MOMENT, index)):
                hug.leave()
                hug.page.clock.fast_forward(round((moment - now) * 1000))
                now = moment
                hug.come_back()
                left = end - moment if place == index else begin - moment
                hug.see(digits(-int(-left // 1)), phases[place]["kind"])
        hug.leave()
        hug.page.clock.fast_forward(round((borders[-1] - now + SAME_MOMENT) * 1000))
        hug.come_back()
        assert hug.look().state == "done"

    def test_who_wants_a_pause_gets_one_also_where_the_machine_slept(self, hug: Player) -> None:
        hug.start()
        hug.press("Sound and settings")
        choose(hug, "away", "pause")
        hug.press("Done")
        hug.wait(2)
        hug.page.clock.fast_forward("01:00:00")
        hug.see("13", "ready", "paused")

    def test_a_pause_lasts(self, hug: Player) -> None:
        hug.start()
        hug.wait(2)
        hug.press("Pause")
        hug.page.clock.fast_forward("10:00:00")
        hug.see("13", "ready", "paused")

    def test_the_diary_has_the_time_when_it_was_over(self, hug: Player) -> None:
        hug.start()
        hug.leave()
        hug.page.clock.fast_forward("08:00:00")
        hug.come_back()
        [entry] = hug.kept("log")["entries"]
        ended = hug.page.evaluate("(ms) => new Date(ms).getHours()", (NOON + 60) * 1000)
        assert int(entry["time"][:2]) == ended

    def test_without_sounds_the_player_says_so(self, site: Built, visit: Visit) -> None:
        page = visit(site, HUG)
        page.add_init_script("delete globalThis.AudioContext; delete globalThis.AudioBuffer")
        page.reload()
        player = Player(page)
        player.start()
        player.wait(2)
        note = page.locator("[data-note]")
        expect(note).to_contain_text("This browser makes no sound.")
        assert "turn the sound up" not in (note.text_content() or "")
        player.press("Sound and settings")
        expect(page.locator("[data-soundless]")).to_be_visible()


class TestSaid:
    """What a screen reader says, and what it is spared."""

    def test_phases_are_announced_once_and_seconds_never(self, site: Built, visit: Visit) -> None:
        player = Player(visit(site, MORNING))
        status = player.dialog.locator("[data-said]")
        expect(status).to_have_attribute("role", "status")
        status.evaluate(WRITE_DOWN_WHAT_IS_SAID)
        player.start()
        player.wait(3600)
        said: list[str] = player.page.evaluate("said.filter(Boolean)")
        phases = player.phases()
        assert len(said) <= len(phases)
        assert said[0].startswith("Get ready. Pelvic tilt.")
        assert said[1] == "Hold 5 seconds. 1 of 5."
        assert not [one for one, next_one in pairwise(said) if one == next_one]
        assert not [words for words in said if re.search(r"\bleft\b(?! (leg|side))|\d:\d", words)]

    def test_whoever_skips_in_a_pause_hears_where_they_are(self, hug: Player) -> None:
        said = hug.dialog.locator("[data-said]")
        hug.start()
        hug.press("Pause")
        expect(said).to_have_text("Paused.")
        hug.press("Skip")
        expect(said).to_have_text("Paused. One knee to chest. Left leg. Hold 20 seconds.")

    def test_each_day_has_a_start_of_its_own_name(self, week: Player) -> None:
        starts = week.page.locator("[data-start]")
        names = [each.inner_text() for each in starts.all()]
        assert len(set(names)) == len(names) > 1
        week.start(SECOND_DAY)
        title = week.page.locator(f"[data-timer$='{SECOND_DAY}']").get_attribute("data-title")
        expect(week.dialog).to_have_accessible_name(title or "")

    def test_the_digits_are_a_timer_that_is_not_announced(self, hug: Player) -> None:
        hug.start()
        left = hug.dialog.get_by_role("timer", name="Time left")
        expect(left).to_have_text("15")
        live = left.evaluate("one => one.closest('[aria-live], [role=status], [role=alert]')")
        assert live is None

    def test_the_dialog_has_the_name_of_what_is_played(self, site: Built, visit: Visit) -> None:
        player = Player(visit(site, MORNING))
        player.start()
        expect(player.page.get_by_role("dialog", name="Morning start in bed")).to_be_visible()


class TestPage:
    @pytest.mark.parametrize("place", Place)
    def test_it_runs_wherever_the_site_lies(self, site: Built, visit: Visit, place: Place) -> None:
        player = Player(visit(site, HUG, place))
        player.start()
        player.wait(16)
        player.see("19")

    def test_an_exercise_states_the_time_that_its_phases_take(self, hug: Player) -> None:
        in_all = hug.page.locator("div:has(> dt:text-is('in all')) > dd")
        stated = [each.text_content() for each in in_all.all()]
        times = [total(hug.phases(mode)) for mode in ("", "short-repeats")]
        assert stated == [duration(seconds) for seconds in times]

    @pytest.mark.parametrize("scripts", [False])
    @pytest.mark.parametrize("address", [HUG, MORNING])
    def test_without_scripts_the_page_says_why_there_is_no_timer_and_all_else(
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
