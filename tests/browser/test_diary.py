"""What the browser keeps: the first page for somebody who comes back, and the diary's page."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.engines import Engine
from tests.browser.fixtures import Visit
from tests.browser.hosts import Place
from tests.browser.player import hold_clock
from tests.sites import Built

NOON = "2026-11-22T12:00:00"
ROUTINE = "routines/morning-start-in-bed.html"
KNEES = "exercises/double-knee-to-chest.html"
ENGINES = pytest.mark.parametrize("engine", [Engine.CHROMIUM, Engine.FIREFOX])


def entry(day: str, **changes: object) -> dict[str, object]:
    usual = {"time": "07:31", "page": ROUTINE, "title": "Morning start in bed", "seconds": 190}
    return {"day": day, **usual, "done": ["pelvic-tilt"], **changes}


LOG = [
    entry("2026-11-02"),
    entry("2026-11-20", page=KNEES, title="Both knees to chest", seconds=65, felt="harder"),
    entry("2026-11-21"),
    entry("2026-11-21", time="21:40", felt="hurts"),
]
DIARY = {"format": 1, "entries": LOG}
LEFT = {
    "course": ROUTINE,
    "seconds": [10, 20],
    "elapsed": 12_000,
    "completed": [0],
    "page": ROUTINE,
    "title": "Morning start in bed",
    "done": 2,
    "of": 4,
    "remains": 94,
    "next": ["One knee to chest", "Both knees to chest"],
}


@pytest.fixture(autouse=True)
def _sunday(context: BrowserContext) -> None:
    context.clock.set_fixed_time(NOON)


def coming_back(
    visit: Visit, site: Built, kept: Mapping[str, Any], address: str, place: Place = Place.TOP
) -> Page:
    """A page as it opens in a browser that keeps these things of the guide."""
    page = visit(site, address, place)
    page.evaluate(
        """kept => {
            for (const [key, value] of Object.entries(kept)) {
                if (value.course) value.day = Date.now() - 60_000;
                localStorage.setItem(`supple:back-care:${key}`, JSON.stringify(value));
            }
        }""",
        kept,
    )
    page.reload()
    return page


def home(visit: Visit, site: Built, **kept: object) -> Page:
    return coming_back(visit, site, kept, "index.html")


def diary(visit: Visit, site: Built, kept: object = None, place: Place = Place.TOP) -> Page:
    return coming_back(visit, site, {"log": kept} if kept else {}, "diary.html", place)


def days(page: Page) -> Locator:
    return page.get_by_role("heading", level=2).filter(has_text="2026")


class TestHome:
    def test_is_as_it_was_sent_for_somebody_new(self, visit: Visit, site: Built) -> None:
        page = home(visit, site)
        expect(page.get_by_role("heading", level=1)).to_have_text("Gentle stretches for your back")
        expect(page.get_by_text("Good to see you again")).to_have_count(0)
        expect(page.get_by_role("link", name="Start", exact=False).first).to_be_visible()

    @pytest.mark.parametrize("odd", ["{", "[]", "7", '{"entries": 3}', '{"entries": [null]}'])
    def test_is_so_too_where_what_is_kept_makes_no_sense(
        self, visit: Visit, site: Built, odd: str
    ) -> None:
        page = visit(site, "index.html")
        for key in ("log", "left"):
            page.evaluate(
                "([key, odd]) => localStorage.setItem(key, odd)", [f"supple:back-care:{key}", odd]
            )
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("Gentle stretches for your back")

    @ENGINES
    def test_tells_where_one_left_off_and_leads_there(self, visit: Visit, site: Built) -> None:
        page = home(visit, site, left=LEFT, log=DIARY)
        expect(page.get_by_role("heading", level=1)).to_have_text("Good to see you again")
        lead = page.get_by_text("You did 2 of 4 in Morning start in bed. About 2 minutes are left.")
        expect(lead.get_by_role("link")).to_have_attribute("href", ROUTINE)
        carry_on = page.get_by_role("link", name="Carry on 1 min 34 s")
        expect(carry_on).to_have_attribute("href", f"{ROUTINE}#play")
        expect(page.get_by_text("Then: Both knees to chest, and you’re done.")).to_be_visible()

    def test_begins_again_where_one_would_rather(self, visit: Visit, site: Built) -> None:
        page = home(visit, site, left=LEFT)
        page.get_by_role("link", name="Start again from the beginning").click()
        page.wait_for_url(f"**/{ROUTINE}")
        expect(page.get_by_role("dialog").locator("[data-main]")).to_have_text("Pause")
        expect(page.get_by_role("dialog").get_by_text("Continue where")).to_have_count(0)

    def test_leads_to_the_timer_of_that_day(self, visit: Visit, site: Built) -> None:
        page = home(visit, site, left={**LEFT, "course": f"{ROUTINE}#day 2"})
        carry_on = page.get_by_role("link", name="Carry on")
        expect(carry_on).to_have_attribute("href", f"{ROUTINE}#play-day%202")

    def test_after_a_day_tells_only_what_was_done(self, visit: Visit, site: Built) -> None:
        page = home(visit, site, left=LEFT, log=DIARY)
        page.evaluate(
            """left => localStorage.setItem("supple:back-care:left", JSON.stringify(
                {...left, day: Date.now() - 13 * 3_600_000}))""",
            LEFT,
        )
        page.reload()
        expect(page.get_by_text("Last time, yesterday: Morning start in bed.")).to_be_visible()
        expect(page.get_by_role("link", name="Carry on")).to_have_count(0)
        expect(page.get_by_role("link", name="Start 3 minutes")).to_be_visible()

    def test_shows_the_last_days_by_name(self, visit: Visit, site: Built) -> None:
        page = home(visit, site, log=DIARY)
        expect(page.get_by_text("The last seven days: 2 with a stretch")).to_be_visible()
        week = page.locator("[data-week] [data-day]")
        assert week.all_inner_texts() == [
            "Monday: no stretching",
            "Tuesday: no stretching",
            "Wednesday: no stretching",
            "Thursday: no stretching",
            "Friday: done",
            "Saturday: done",
            "Sunday: no stretching",
        ]

    def test_shows_nobody_an_empty_week(self, visit: Visit, site: Built) -> None:
        page = home(visit, site, log={"format": 1, "entries": LOG[:1]})
        expect(page.get_by_text("Last time, November 2, 2026: Morning")).to_be_visible()
        expect(page.locator("[data-week]")).to_be_hidden()

    def test_forgets_once_it_was_asked_twice(self, visit: Visit, site: Built) -> None:
        page = home(visit, site, left=LEFT, log=DIARY)
        forget = page.get_by_role("button", name="Forget it")
        forget.click()
        page.get_by_role("button", name="Press again to forget it for good").click()
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("Gentle stretches for your back")
        expect(heading).to_be_focused()
        page.reload()
        expect(heading).to_have_text("Gentle stretches for your back")
        assert page.evaluate("localStorage.length") == 0

    def test_no_link_leads_out_of_the_guide(self, visit: Visit, site: Built) -> None:
        for address in ("//example.org/a", "javascript:alert(1)"):
            page = home(visit, site, left={**LEFT, "page": address}, log=DIARY)
            expect(page.get_by_text("Last time, yesterday")).to_be_visible()
            page.close()


class TestDiary:
    def test_says_that_nothing_is_there_yet(self, visit: Visit, site: Built) -> None:
        page = diary(visit, site)
        expect(page.get_by_text("Nothing is here yet.")).to_be_visible()
        expect(page.get_by_role("button", name="Save as a file")).to_be_disabled()
        expect(page.get_by_role("button", name="Clear the diary")).to_be_disabled()

    @pytest.mark.parametrize("place", [Place.FOLDER, Place.DISK])
    def test_tells_what_was_done_on_which_day(
        self, visit: Visit, site: Built, place: Place
    ) -> None:
        page = diary(visit, site, DIARY, place)
        expect(page.get_by_text("3 days, 11 min in all.")).to_be_visible()
        assert days(page).all_inner_texts() == [
            "Saturday, November 21, 2026",
            "Friday, November 20, 2026",
            "Monday, November 2, 2026",
        ]
        expect(page.get_by_text("12:31 AM")).to_have_count(0)
        expect(page.get_by_text("9:40 PM · 3 min 10 s · it hurt")).to_be_visible()
        page.get_by_role("link", name="Both knees to chest").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Both knees to chest")

    @pytest.mark.parametrize("place", [Place.TOP, Place.DISK])
    def test_can_be_taken_away_as_a_file(
        self, visit: Visit, site: Built, place: Place, tmp_path: Path
    ) -> None:
        """In Firefox too, but its driver isn't told of files that a page itself has made, nor of
        the window in which one chooses a file."""
        page = diary(visit, site, DIARY, place)
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save as a file").click()
        assert saved.value.suggested_filename == "back-care-diary.json"
        file = tmp_path / "diary.json"
        saved.value.save_as(file)
        assert json.loads(file.read_text("utf-8")) == {"guide": "back-care", **DIARY}
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Open a saved file").click()
        chooser.value.set_files(file)
        expect(page.locator("[data-said]")).to_have_text("All of that was in your diary already.")

    @ENGINES
    @pytest.mark.parametrize("place", [Place.TOP, Place.DISK])
    def test_can_be_cleared_and_brought_back(
        self, visit: Visit, site: Built, place: Place, tmp_path: Path
    ) -> None:
        page = diary(visit, site, DIARY, place)
        page.get_by_role("button", name="Clear the diary").click()
        page.get_by_role("button", name="Press again to clear it for good").click()
        said = page.locator("[data-said]")
        expect(said).to_have_text("Your diary is empty now.")
        expect(said).to_be_focused()
        page.reload()
        expect(page.get_by_text("Nothing is here yet.")).to_be_visible()
        file = tmp_path / "diary.json"
        file.write_text(json.dumps(DIARY), "utf-8")
        for words in ("4 new entries are in your", "All of that was in your"):
            page.locator("input[type=file]").set_input_files(file)
            expect(said).to_have_text(re.compile(words))
        expect(days(page)).to_have_count(3)

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 2, "entries": []}', "\x00\xff"])
    def test_refuses_what_is_no_diary(
        self, visit: Visit, site: Built, tmp_path: Path, text: str
    ) -> None:
        page = diary(visit, site, DIARY)
        file = tmp_path / "odd.json"
        file.write_text(text, "utf-8")
        page.locator("input[type=file]").set_input_files(file)
        expect(page.locator("[data-said]")).to_contain_text("That isn’t a diary of this guide.")
        expect(days(page)).to_have_count(3)

    def test_says_so_where_nothing_in_a_file_can_be_read(
        self, visit: Visit, site: Built, tmp_path: Path
    ) -> None:
        page = diary(visit, site, DIARY)
        file = tmp_path / "bad.json"
        file.write_text(json.dumps({"format": 1, "entries": [entry("2026-02-31")]}), "utf-8")
        page.locator("input[type=file]").set_input_files(file)
        expect(page.locator("[data-said]")).to_have_text("Nothing in that file could be read.")

    def test_is_not_cleared_by_one_press(self, visit: Visit, site: Built) -> None:
        page = diary(visit, site, DIARY)
        page.get_by_role("button", name="Clear the diary").click()
        page.get_by_role("button", name="Save as a file").focus()
        expect(page.get_by_role("button", name="Clear the diary")).to_be_visible()
        expect(days(page)).to_have_count(3)

    def test_of_many_days_shows_the_latest_first(self, visit: Visit, site: Built) -> None:
        many = [entry(f"2026-{month:02}-{day:02}") for month in (8, 9) for day in range(1, 29)]
        page = diary(visit, site, {"format": 1, "entries": many})
        expect(days(page)).to_have_count(30)
        page.get_by_role("button", name="Show earlier days").click()
        expect(days(page)).to_have_count(56)
        expect(page.get_by_role("button", name="Show earlier days")).to_be_hidden()

    def test_shows_titles_as_texts(self, visit: Visit, site: Built) -> None:
        odd = "<img src=x onerror=alert(1)>"
        page = diary(visit, site, {"format": 1, "entries": [entry("2026-11-21", title=odd)]})
        expect(page.get_by_role("link", name=odd)).to_be_visible()

    def test_says_so_where_the_browser_keeps_nothing(
        self, visit: Visit, site: Built, tmp_path: Path, context: BrowserContext
    ) -> None:
        context.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
        page = visit(site, "diary.html")
        file = tmp_path / "diary.json"
        file.write_text(json.dumps(DIARY), "utf-8")
        page.locator("input[type=file]").set_input_files(file)
        expect(page.locator("[data-said]")).to_contain_text("This browser refuses to keep it.")
        expect(days(page)).to_have_count(3)

    @pytest.mark.parametrize("scripts", [False])
    def test_without_a_script_says_what_it_needs(self, visit: Visit, site: Built) -> None:
        page = visit(site, "diary.html")
        expect(page.locator("noscript > *")).to_contain_text("The diary needs JavaScript")
        expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_what_is_played_comes_into_the_diary(
    visit: Visit, site: Built, context: BrowserContext
) -> None:
    """From the first page: one press and it runs; left half way, carried on, finished."""
    hold_clock(context)
    page = visit(site, "index.html")
    page.get_by_role("link", name="Start 3 minutes").click()
    player = page.get_by_role("dialog")
    main = player.locator("[data-main]")
    expect(main).to_have_text("Pause")
    page.clock.run_for(100_000)
    page.goto(page.url.replace(ROUTINE, "index.html"))
    expect(page.get_by_text("of 4 in Morning start in bed.")).to_be_visible()
    page.get_by_role("link", name="Carry on").click()
    expect(player.get_by_text("Continue where you left off?").first).to_be_visible()
    main.click()
    page.clock.run_for(300_000)
    player.get_by_role("link", name="See your diary").click()
    expect(page.locator("[data-days] li")).to_have_count(1)
    expect(page.get_by_role("main").get_by_role("link")).to_have_text("Morning start in bed")
    page.goto(page.url.replace("diary.html", "index.html"))
    expect(page.get_by_text("Last time, today: Morning start in bed.")).to_be_visible()


def test_a_week_starts_with_the_day_after_the_last(visit: Visit, week_site: Built) -> None:
    page = visit(week_site, "routines/first-week.html")
    start = page.locator("a[data-next-day]")
    expect(start.locator("[data-says]")).to_have_text("Start day 1")
    first = page.locator("[data-timer]").first.get_attribute("data-title")
    last = entry("2026-11-21", page="routines/first-week.html", title=first)
    kept = json.dumps({"format": 1, "entries": [last]})
    page.evaluate("kept => localStorage.setItem('supple:test:log', kept)", kept)
    page.reload()
    expect(start.locator("[data-says]")).to_have_text("Start day 2")
    start.click()
    second = page.locator("[data-timer]").nth(1).get_attribute("data-title")
    expect(page.get_by_role("dialog")).to_have_attribute("aria-label", second or "missing")


def test_a_link_carries_on_with_the_day_that_was_left(visit: Visit, week_site: Built) -> None:
    page = visit(week_site, "routines/first-week.html")
    page.goto(f"{page.url}#play-day-2")
    page.get_by_role("dialog").locator("[data-main]").click()
    page.wait_for_timeout(50)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    [left] = json.loads(page.evaluate("localStorage.getItem('supple:test:left')"))
    assert left["course"] == "routines/first-week.html#day-2"
