"""Sheets, printed."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.fixtures import Visit
from tests.sites import Built

MORNING = "sheets/morning-start-in-bed.html"
BREAK = "sheets/three-minute-lie-down-break.html"
WEEK = "sheets/first-week.html"

MILLIMETRE = 96 / 25.4  # of the browser's pixels
WIDTHS = {"A4": 210, "Letter": 215.9}  # millimetres
MARGIN = 7  # millimetres, at either side: as the sheets' @page has it

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


def open_for_print(visit: Visit, site: Built, address: str) -> Page:
    page = visit(site, address)
    page.emulate_media(media="print")
    return page


def printed(page: Page, paper: str) -> PdfReader:
    page.evaluate("document.fonts.ready.then(() => true)")
    return PdfReader(BytesIO(page.pdf(format=paper)))


@pytest.mark.parametrize("paper", WIDTHS)
@pytest.mark.parametrize("address", [MORNING, BREAK])
def test_a_short_routine_fits_one_page(site: Built, visit: Visit, address: str, paper: str) -> None:
    pdf = printed(visit(site, address), paper)
    assert len(pdf.pages) == 1
    words = " ".join(pdf.pages[0].extract_text().split())
    assert "Clasp both hands below one knee." in words
    assert "Back to the routine" not in words


def test_a_page_of_a4_is_as_large_as_that(site: Built, visit: Visit) -> None:
    (page,) = printed(visit(site, MORNING), "A4").pages
    millimetres = [round(float(points) / 72 * 25.4) for points in page.mediabox[2:]]
    assert millimetres == [210, 297]


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
    page = open_for_print(visit, request.getfixturevalue(name), address)
    width = int((WIDTHS[paper] - 2 * MARGIN) * MILLIMETRE)
    page.set_viewport_size({"width": width, "height": 1000})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(TOO_WIDE) == []
