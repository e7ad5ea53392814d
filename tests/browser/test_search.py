"""Search, as a person uses it: by keyboard, on a phone, from a disk, and without scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.fixtures import Visit
from tests.browser.hosts import Place
from tests.browser.reader import Reader
from tests.sites import Built

HUG = "exercises/single-knee-to-chest.html"
TITLES = "[...document.querySelectorAll('[data-results] b')].map((title) => title.textContent)"
SAFETY = "Check this before you stretch"


class Search:
    """The search of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.form: Locator = page.get_by_role("search")
        self.field: Locator = page.get_by_role("searchbox", name="Search")
        self.links: Locator = self.form.get_by_role("listitem").get_by_role("link")
        self.status: Locator = self.form.get_by_role("status")


def write(reader: Reader, text: str) -> None:
    reader.click("[type=search]")
    for letter in text:
        reader.press("Space" if letter == " " else letter)


def felt_in_buttocks(site: Built) -> list[str]:
    """The titles of what is felt there, in order of the alphabet."""
    rows = LexborHTMLParser(site.text("targets/buttocks.html")).css(
        "ul.rows a[href^='../exercises/']"
    )
    return sorted(row.text(strip=True) for row in rows)


@pytest.mark.parametrize("place", [Place.DISK, pytest.param(Place.FOLDER, marks=pytest.mark.long)])
def test_every_browser_finds(reader: Reader, site: Built, place: Place) -> None:
    reader.open(site, HUG, place)
    write(reader, "bum")
    felt = felt_in_buttocks(site)
    reader.wait_for(f"{TITLES}.length === {len(felt)}")
    titles = reader.evaluate(TITLES)
    assert sorted(titles) == felt
    said = f"document.querySelector('[role=status]').textContent === '{len(felt)} found'"
    reader.wait_for(said)
    reader.press("ArrowDown")
    reader.press("ArrowDown")
    reader.press("ArrowUp")
    assert reader.evaluate("document.activeElement.textContent").startswith(titles[0])


@pytest.mark.parametrize("query", ["numb", "chest pian", "tight chest", "can't feel my legs"])
def test_what_alarms_shows_safety_and_no_stretch(visit: Visit, site: Built, query: str) -> None:
    search = Search(visit(site, "index.html"))
    search.field.fill(query)
    expect(search.links).to_have_count(1)
    expect(search.links.first).to_contain_text(SAFETY)
    expect(search.links.first).to_contain_text("Check this first")
    expect(search.status).to_have_text("Read this first. It says when to get help.")
    search.field.press("Enter")
    search.page.wait_for_url("**/safety.html")


def test_words_and_results_change_together(visit: Visit, site: Built) -> None:
    search = Search(visit(site, "index.html"))
    search.field.fill("zzzz")
    expect(search.status).to_have_text(re.compile("^Nothing found"))
    changed = """() => new Promise((done) => {
        const list = document.querySelector("[data-results]");
        const told = document.querySelector("[data-told]");
        new MutationObserver(() => done(told.textContent)).observe(list, {childList: true});
        const field = document.querySelector("[type=search]");
        field.value = "bladder";
        field.dispatchEvent(new Event("input", {bubbles: true}));
    })"""
    assert search.page.evaluate(changed) == "Read this first. It says when to get help."
    expect(search.status).to_have_text("Read this first. It says when to get help.")


def loaded(page: Page) -> list[str]:
    names: list[str] = page.evaluate("[...document.scripts].map((script) => script.src)")
    names = [name.rpartition("/")[2].partition(".")[0] for name in names if name]
    return sorted({*names} - {"player"})  # which comes to such a page by itself


def test_what_it_finds_with_comes_only_when_it_is_wanted(visit: Visit, site: Built) -> None:
    search = Search(visit(site, HUG))
    assert loaded(search.page) == ["supple"]
    search.field.focus()
    search.page.wait_for_function("() => globalThis.suppleFinder && globalThis.suppleSearch")
    assert loaded(search.page) == ["finder", "search", "supple"]


def test_at_most_eight_are_shown_and_all_are_counted(visit: Visit, site: Built) -> None:
    search = Search(visit(site, "index.html"))
    search.field.fill("knee")
    expect(search.links).to_have_count(8)
    expect(search.status).to_have_text(re.compile(r"^\d+ found\. Here are the first 8\.$"))
    expect(search.links.first).to_contain_text("Exercise · ")


def test_the_others_are_a_button_away(visit: Visit, site: Built) -> None:
    search = Search(visit(site, "index.html"))
    search.field.fill("knee")
    expect(search.links).to_have_count(8)
    search.form.get_by_role("button", name=re.compile(r"^Show all \d+$")).click()
    expect(search.links.nth(8)).to_be_focused()
    assert search.links.count() > 8
    expect(search.status).to_have_text(f"{search.links.count()} found")
    expect(search.form.get_by_role("button")).to_have_count(0)


def test_where_nothing_is_found_other_ways_are_offered(visit: Visit, site: Built) -> None:
    search = Search(visit(site, HUG))
    search.field.fill("xyzzyq")
    expect(search.status).to_have_text("Nothing found. Try another word, or look here:")
    expect(search.form.get_by_role("link", name="Safety")).to_be_visible()
    search.form.get_by_role("link", name="All exercises").click()
    search.page.wait_for_url("**/exercises/index.html")


def test_escape_clears_and_clicks_elsewhere_close(visit: Visit, site: Built) -> None:
    search = Search(visit(site, HUG))
    search.field.fill("tilt")
    expect(search.links.first).to_contain_text("Pelvic tilt")
    search.page.keyboard.press("ArrowDown")
    expect(search.links.first).to_be_focused()
    search.page.keyboard.press("Escape")
    expect(search.field).to_be_focused()
    expect(search.field).to_have_value("")
    expect(search.links).to_have_count(0)
    search.field.fill("tilt")
    expect(search.links.first).to_be_visible()
    search.page.locator("h1").click()
    expect(search.links).to_have_count(0)
    search.field.focus()
    expect(search.links.first).to_contain_text("Pelvic tilt")


def test_on_a_phone_a_button_opens_it(visit: Visit, site: Built) -> None:
    page = visit(site, HUG)
    page.set_viewport_size({"width": 390, "height": 844})
    search = Search(page)
    button = page.get_by_role("button", name="Search")
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    expect(search.field).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(search.field).to_be_focused()
    search.field.fill("bum")
    expect(search.links).to_have_count(len(felt_in_buttocks(site)))
    for link in search.links.all():
        size = link.bounding_box()
        assert size
        assert size["height"] >= 44
    search.field.press("Escape")
    search.field.press("Escape")
    expect(search.field).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("scripts", [False])
def test_without_scripts_there_is_no_field(visit: Visit, site: Built) -> None:
    search = Search(visit(site, HUG))
    expect(search.field).to_be_hidden()
    expect(search.page.get_by_role("button", name="Search")).to_be_hidden()
    expect(search.page.get_by_role("link", name="Exercises", exact=True)).to_be_visible()
