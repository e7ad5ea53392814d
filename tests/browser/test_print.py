"""Ordinary pages, printed: figures that say in black and white what colours say on a screen."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.fixtures import Visit
from tests.sites import Built

PAGES = (
    "index.html",
    "down-and-up.html",
    "exercises/index.html",
    "exercises/knee-rolls.html",
    "routines/morning-start-in-bed.html",
)
DRAWN = ("down-and-up.html", "exercises/knee-rolls.html", "routines/morning-start-in-bed.html")

# Files of figures that are shown: browsers print them in their colours.
FROM_FILES = """
() => [...document.images].filter((one) => one.checkVisibility()).map((one) => one.src)
"""

# The paints of the parts of all figures: what is filled, and the edge of what lies over others.
PAINTS = """
(selector) => [...new Set([...document.querySelectorAll(`main .figure ${selector}`)]
  .filter((one) => one.checkVisibility())
  .map((one) => selector === ".rim" ? getComputedStyle(one).stroke : getComputedStyle(one).fill))]
"""


@pytest.mark.parametrize("address", PAGES)
def test_no_figure_is_printed_from_a_file(site: Built, visit: Visit, address: str) -> None:
    page = visit(site, address)
    page.emulate_media(media="print")
    assert [source for source in page.evaluate(FROM_FILES) if "figures/" in source] == []


@pytest.mark.parametrize("address", DRAWN)
def test_skin_is_white_and_has_a_black_edge(site: Built, visit: Visit, address: str) -> None:
    page = visit(site, address)
    page.emulate_media(media="print")
    assert page.evaluate(PAINTS, ":is(.skin):not(.ghost *)") == ["rgb(255, 255, 255)"]
    assert page.evaluate(PAINTS, ".rim") == ["rgb(0, 0, 0)"]


def test_where_it_is_felt_is_hatched(site: Built, visit: Visit) -> None:
    page = visit(site, "exercises/knee-rolls.html")
    page.emulate_media(media="print")
    paints = page.evaluate(PAINTS, ".felt")
    assert paints
    assert all("-felt" in paint and paint.startswith("url(") for paint in paints)


def test_each_figure_of_a_page_has_its_own_name(site: Built, visit: Visit) -> None:
    page = visit(site, "down-and-up.html")
    figures = page.locator("main svg.pose")
    assert figures.count() == 10
    assert all(figure.get_attribute("aria-label") for figure in figures.all())
    patterns = page.locator("main svg.pose pattern")
    assert len({one.get_attribute("id") for one in patterns.all()}) == 10


def test_the_body_map_is_one_page_with_its_names_and_counts(site: Built, visit: Visit) -> None:
    page = visit(site, "body-map.html")
    names = page.locator(".map .chip").all_inner_texts()
    pdf = PdfReader(BytesIO(page.pdf(format="A4")))
    assert len(pdf.pages) == 1
    words = " ".join(pdf.pages[0].extract_text().split())
    assert names
    for name in names:
        label, _, count = " ".join(name.split()).rpartition(" ")
        assert (f"{label} ({count})" if count.isdigit() else f"{label} {count}".strip()) in words


# What is printed of each element in the box of signs: its colour, and the ground behind it.
COLOURS = """
() => [...new Set([...document.querySelectorAll(".care, .care *, footer p")]
  .map((one) => getComputedStyle(one)).map((one) => `${one.color} on ${one.backgroundColor}`))]
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_missing_page_is_black_on_white(site: Built, visit: Visit, scheme: str) -> None:
    page = visit(site, "404.html")
    page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    black = "rgb(0, 0, 0) on "
    assert {*page.evaluate(COLOURS)} == {f"{black}rgb(255, 255, 255)", f"{black}rgba(0, 0, 0, 0)"}


def test_no_dot_stands_before_who_has_reviewed_it(site: Built, visit: Visit) -> None:
    page = visit(site, "index.html")
    page.emulate_media(media="print")
    dot = "getComputedStyle(document.querySelector('.reviewed'), '::before').display"
    assert page.evaluate(dot) == "none"
