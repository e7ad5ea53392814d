"""The body map: a link for each place, and where there is room, an answer beside it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import Visit
from tests.sites import Built

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
BACK = re.compile(r"Lower back: \d+ exercises")
WAIST = re.compile(r"Waist: \d+ exercise")


def map_of(visit: Visit, site: Built, size: dict[str, int]) -> Page:
    page = visit(site, "body-map.html")
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    return page


@pytest.mark.parametrize("number", [0, 1], ids=["place", "name"])
def test_answers_beside_the_map_and_leads_to_the_list_the_second_time(
    visit: Visit, site: Built, number: int
) -> None:
    page = map_of(visit, site, WIDE)
    expect(page.locator(".answer >> visible=true")).to_have_count(0)
    links = page.get_by_role("link", name=BACK)
    links.nth(number).click()
    answer = page.get_by_role("region", name="Lower back")
    expect(answer).to_be_focused()
    expect(answer.get_by_role("link", name="Morning start in bed")).to_be_visible()
    for link in links.all():
        expect(link).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name=WAIST).last.click()
    expect(answer).to_be_hidden()
    links.nth(number).click()
    links.nth(number).click()
    page.wait_for_url("**/targets/lower-back.html")


def test_leads_to_the_list_at_once_on_a_phone(visit: Visit, site: Built) -> None:
    page = map_of(visit, site, PHONE)
    page.get_by_role("link", name=BACK).first.click()
    page.wait_for_url("**/targets/lower-back.html")


def test_names_the_place_that_the_keyboard_is_at(visit: Visit, site: Built) -> None:
    page = map_of(visit, site, PHONE)
    name = page.locator("[data-pointed]")
    expect(name).to_be_hidden()
    page.get_by_role("link", name="See when to get help").first.focus()
    page.keyboard.press("Tab")
    first = page.locator(".spot").first.get_attribute("aria-label")
    expect(name).to_have_text(first or "missing")
    expect(name).to_be_in_viewport()


@pytest.mark.parametrize("place", ["Chest", "Stomach muscles"])
def test_leads_to_safety_from_where_no_stretch_helps(visit: Visit, site: Built, place: str) -> None:
    page = map_of(visit, site, WIDE)
    page.get_by_role("link", name=f"{place}: when to get help").first.click()
    page.wait_for_url("**/safety.html")


def test_every_place_can_be_touched_on_the_smallest_phone(visit: Visit, site: Built) -> None:
    page = map_of(visit, site, {"width": 320, "height": 640})
    for place in page.locator(".touch").all():
        box = place.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
