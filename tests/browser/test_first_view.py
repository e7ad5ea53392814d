"""What stands in the first view on a phone, before anything is moved: what to do, and Start."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import Host, Visit
from tests.browser.hosts import Place
from tests.sites import Built

HUG = "exercises/single-knee-to-chest.html"
MORNING = "routines/morning-start-in-bed.html"
WIDTH, TALL, SHORT = 390, 844, 664  # A usual phone, and the same with the browser's bars.
BOTTOMS = """
(selectors) => selectors.map((selector) =>
  [...document.querySelectorAll(selector)].find((one) => one.checkVisibility())
    .getBoundingClientRect().bottom)
"""


def bottoms(page: Page, *selectors: str) -> list[float]:
    """Where the first of the visible of each ends, from the top of the view."""
    found: list[float] = page.evaluate(BOTTOMS, selectors)
    return found


def test_figure_dosage_and_start_of_every_exercise_stand_in_it(
    site: Built, visit: Visit, host: Host
) -> None:
    page = visit(site, HUG)
    at = host(site, Place.TOP)
    low = []
    for address in site.pages:
        if address.startswith("exercises/") and not address.endswith("index.html"):
            page.goto(at.url(address))
            for height in (TALL, SHORT):
                page.set_viewport_size({"width": WIDTH, "height": height})
                figure, dosage, start = bottoms(page, ".figures", ".dose", "[data-start]")
                assert figure < dosage < start
                if start > height:
                    low.append((address, height))
    assert low == []


def test_start_and_print_of_a_routine_stand_in_it_side_by_side(site: Built, visit: Visit) -> None:
    page = visit(site, MORNING)
    page.set_viewport_size({"width": WIDTH, "height": SHORT})
    start, sheet = page.locator("[data-start]"), page.get_by_role("link", name="Print the sheet")
    one, other = start.bounding_box(), sheet.bounding_box()
    assert one
    assert other
    assert one["y"] == other["y"]
    assert one["x"] + one["width"] < other["x"]
    assert max(bottoms(page, "[data-start]")) < SHORT


@pytest.mark.parametrize("address", [HUG, MORNING])
def test_the_timer_is_one_button_until_it_starts_and_then_the_whole_screen(
    site: Built, visit: Visit, address: str
) -> None:
    page = visit(site, address)
    page.set_viewport_size({"width": WIDTH, "height": SHORT})
    timer = page.locator("[data-timer]").bounding_box()
    assert timer
    assert timer["height"] < 64
    page.locator("[data-start]").click()
    assert page.get_by_role("dialog").bounding_box() == {
        "x": 0,
        "y": 0,
        "width": WIDTH,
        "height": SHORT,
    }
    expect(page.get_by_role("button", name="Pause")).to_be_in_viewport(ratio=1)


def test_another_dosage_shows_its_own_numbers_and_range(site: Built, visit: Visit) -> None:
    page = visit(site, HUG)
    hold = page.locator("dt:text-is('hold') + dd >> visible=true")
    expect(hold).to_have_text("20 s")
    page.get_by_role("radio", name="Short repeats").check()
    expect(hold).to_have_text("5 s")
    expect(page.locator(".range >> visible=true")).to_contain_text("Hold for 3 to 5 seconds")


@pytest.mark.parametrize("scripts", [False])
def test_without_scripts_every_dosage_stands_there_by_its_name(site: Built, visit: Visit) -> None:
    page = visit(site, HUG)
    expect(page.locator("p.mode-name")).to_have_text(["Long hold", "Short repeats"])
    for name in page.locator(".mode-name, .dose, .range").all():
        expect(name).to_be_visible()
    expect(page.locator(".modes")).to_be_hidden()
