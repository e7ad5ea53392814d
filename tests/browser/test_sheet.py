"""Sheets, printed."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.fixtures import Visit
from tests.sites import Built

MORNING = "sheets/morning-start-in-bed.html"
CARDS = "cards/morning-start-in-bed.html"
LONG = "sheets/full-back-care-15-minutes.html"
BREAK = "sheets/three-minute-lie-down-break.html"
WEEK = "sheets/first-week.html"
OWN_WEEK = "sheets/beginner-week.html"

MILLIMETRE = 96 / 25.4  # of the browser's pixels
WIDTHS = {"A4": 210, "Letter": 215.9}  # millimetres
MARGINS = {"A4": 7, "Letter": 6.5}  # millimetres, at either side: as the sheets' @page has it

# Every text that will be printed, and its size in pixels.
SIZES = """
() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (data.trim() && parentElement.checkVisibility() && !parentElement.closest("script, style"))
      sizes.push([parseFloat(getComputedStyle(parentElement).fontSize), data.trim()]);
  }
  return sizes;
}
"""

TOO_WIDE = """
() => [...document.body.querySelectorAll("*")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
  .map((one) => one.outerHTML.slice(0, 80))
"""


def keep(page: Page, *numbers: int) -> None:
    for number, box in enumerate(page.get_by_role("checkbox").all(), start=1):
        box.set_checked(number in numbers)


def open_for_print(visit: Visit, site: Built, address: str, paper: str = "A4") -> Page:
    page = visit(site, address)
    page.get_by_role("radio", name=paper, exact=True).check()
    page.emulate_media(media="print")
    return page


def printed(page: Page) -> PdfReader:
    page.evaluate("document.fonts.ready.then(() => true)")
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def millimetres(pdf: PdfReader) -> list[int]:
    return [round(float(points) / 72 * 25.4) for points in pdf.pages[0].mediabox[2:]]


@pytest.mark.parametrize("paper", WIDTHS)
@pytest.mark.parametrize("address", [MORNING, BREAK])
def test_a_short_routine_fits_one_page(site: Built, visit: Visit, address: str, paper: str) -> None:
    page = visit(site, address)
    page.get_by_role("radio", name=paper, exact=True).check()
    pdf = printed(page)
    assert len(pdf.pages) == 1
    words = " ".join(pdf.pages[0].extract_text().split())
    assert "Clasp both hands below one knee." in words
    assert "Page 1 of 1" in words
    assert "Back to the routine" not in words
    assert "Exercises on the sheet" not in words


def test_the_page_is_as_large_as_the_paper_that_is_chosen(site: Built, visit: Visit) -> None:
    page = visit(site, MORNING)
    assert millimetres(printed(page)) == [210, 297]
    page.get_by_role("radio", name="Letter", exact=True).check()
    assert millimetres(printed(page)) == [216, 279]


def test_large_print_is_18_points_at_least(site: Built, visit: Visit) -> None:
    page = visit(site, MORNING)
    page.get_by_role("radio", name="Large").check()
    page.emulate_media(media="print")
    sizes: list[tuple[float, str]] = page.evaluate(SIZES)
    assert sizes
    assert [text for size, text in sizes if size < 24] == []


def test_an_exercise_that_is_left_out_takes_along_what_is_about_it_alone(
    site: Built, visit: Visit
) -> None:
    page = visit(site, MORNING)
    for number in (1, 2):
        page.get_by_role("checkbox", name=f"{number}. ").uncheck()
    words = " ".join(page.locator("main").inner_text().split())
    assert "Pelvic tilt" not in words
    assert "Turn slowly and only part of the way" not in words  # of the knee rolls
    assert "16 weeks. Your midwife can suggest another position. (3, 4)" in words
    assert "Start: Lying on your back. Lie on your back with your knees up" in words
    assert "You need: pillow (if you like). Move slowly" in words
    assert (
        "Your midwife can suggest another position.\xa0(3, 4)" in page.locator("main").inner_text()
    )
    assert page.locator(".facts").inner_text().startswith("About 2 minutes · Once a day")
    page.get_by_role("checkbox", name="1. ").check()
    page.get_by_role("checkbox", name="2. ").check()
    for number in (2, 3, 4):
        page.get_by_role("checkbox", name=f"{number}. ").uncheck()
    words = page.locator("main").inner_text()
    assert "You need" not in words  # a pillow, for the others alone
    assert "About 1 minute · Once a day" in words
    for number in (2, 3, 4):
        page.get_by_role("checkbox", name=f"{number}. ").check()
    words = page.locator("main").inner_text()
    assert "(1–4)" in words
    assert "You need: pillow (if you like). Move slowly" in words
    assert "About 3 minutes · Once a day" in words


def test_what_is_left_is_fitted_again(site: Built, visit: Visit) -> None:
    """A few exercises of many are one page, which is filled with lines for notes."""
    page = visit(site, LONG)
    assert len(printed(page).pages) > 1
    keep(page, 1, 2, 3)
    assert len(printed(page).pages) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int(196 * MILLIMETRE), "height": 1000})
    end = page.locator("main > .last").evaluate("(last) => last.getBoundingClientRect().bottom")
    assert 0.9 * 279.5 < end / MILLIMETRE <= 279.5
    page.emulate_media(media="screen")
    keep(page, *range(1, 13))
    assert len(printed(page).pages) > 1


def test_a_week_can_be_picked_from(site: Built, visit: Visit) -> None:
    page = visit(site, OWN_WEEK)
    boxes = page.get_by_role("checkbox").all()
    days = page.locator(".day")
    many = days.nth(0).locator("[data-exercise]").count()
    keep(page, *range(many + 1, len(boxes) + 1))
    assert not days.nth(0).is_visible()
    assert days.nth(1).is_visible()
    words = page.locator("main").inner_text()
    assert "(day 2: " in words
    assert "day 1: " not in words
    keep(page, *range(1, len(boxes) + 1))
    assert "(day 1: " in page.locator("main").inner_text()


def test_who_keeps_only_a_lying_exercise_is_told_how_to_get_up(site: Built, visit: Visit) -> None:
    page = visit(site, LONG)
    roll = page.get_by_text("Roll onto one side and push up with your hands. Stand up slowly.")
    last = page.locator(".day .up")
    assert not last.is_visible()
    keep(page, 1)
    assert last.is_visible()
    assert roll.count() == 1
    keep(page, *range(1, page.get_by_role("checkbox").count() + 1))
    assert not last.is_visible()


def test_nothing_is_said_of_exercises_where_none_is_left(site: Built, visit: Visit) -> None:
    for address in (MORNING, LONG):
        page = visit(site, address)
        keep(page)
        words = page.locator("main").inner_text()
        for left in ("About ", "(exercise)", "Ask first", "To finish"):
            assert left not in words
        assert "When to stop" in words
        keep(page, 1)
        assert "About 1 minute" in page.locator("main").inner_text()
        assert "Ask first if you have one of these (exercise)" in page.locator("main").inner_text()


def test_each_piece_of_advice_about_one_condition_has_lines_of_its_own(
    site: Built, visit: Visit
) -> None:
    page = visit(site, LONG)
    several = page.locator(".condition:has(.advice ~ .advice)")
    one, other = several.first.locator(".advice").all()
    above, below = one.bounding_box(), other.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 4


def test_cards_too_say_what_one_needs_for_the_exercises_that_are_left(
    site: Built, visit: Visit
) -> None:
    page = visit(site, CARDS)
    order = page.locator("article", has_text="In this order")
    assert "You need: pillow (if you like)." in order.inner_text()
    for number in (2, 3, 4):
        page.get_by_role("checkbox", name=f"{number}. ").uncheck()
    assert "You need" not in order.inner_text()
    assert "Card 2" not in order.inner_text()
    assert page.locator(".over p").inner_text().startswith("About 1 minute · Once a day")


def test_a_sheet_without_exercises_is_not_printed(site: Built, visit: Visit) -> None:
    page = visit(site, MORNING)
    boxes = page.get_by_role("checkbox").all()
    for box in boxes:
        box.uncheck()
    button = page.get_by_role("button", name="Print the sheet")
    assert button.is_disabled()
    assert page.get_by_role("status").inner_text() == "Choose at least one exercise."
    boxes[0].check()
    assert button.is_enabled()
    assert not page.get_by_role("status").is_visible()


@pytest.mark.parametrize("address", [MORNING, BREAK])
def test_nothing_is_smaller_than_12_points(site: Built, visit: Visit, address: str) -> None:
    sizes: list[tuple[float, str]] = open_for_print(visit, site, address).evaluate(SIZES)
    assert sizes
    assert [text for size, text in sizes if size < 16] == []


@pytest.mark.parametrize("paper", WIDTHS)
@pytest.mark.parametrize(
    ("name", "address"), [("site", MORNING), ("site", BREAK), ("week_site", WEEK)]
)
def test_nothing_is_wider_than_the_page(
    request: pytest.FixtureRequest, visit: Visit, name: str, address: str, paper: str
) -> None:
    page = open_for_print(visit, request.getfixturevalue(name), address, paper)
    width = int((WIDTHS[paper] - 2 * MARGINS[paper]) * MILLIMETRE) + 1
    page.set_viewport_size({"width": width, "height": 1000})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(TOO_WIDE) == []
