"""No page has to be pushed sideways to be read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests.browser.fitting import LARGE_LETTERS, sideways
from tests.browser.fixtures import Host, Visit
from tests.browser.hosts import Place
from tests.site.pages import pages_of
from tests.sites import Built

NARROW = 320  # pixels: the smallest phones, and what 1280 pixels are at 400 %


@pytest.fixture(params=["site", "week_site"])
def every_page(request: pytest.FixtureRequest, visit: Visit, host: Host) -> Iterator[Page]:
    """A tab in which each page of a site is opened in turn."""
    site: Built = request.getfixturevalue(request.param)
    at = host(site, Place.TOP)
    page = visit(site, "index.html")

    def pages() -> Iterator[Page]:
        for each in pages_of(site):
            if not each.leads_on:  # such a page is gone before anybody has looked at it
                page.goto(at.url(each.address))
                yield page

    return pages()


def test_tables_fit_with_letters_twice_as_large(visit: Visit, site: Built, host: Host) -> None:
    with_tables = [
        each.address
        for each in pages_of(site)
        if LexborHTMLParser(site.text(each.address)).css_first(".prose table")
    ]
    assert with_tables
    page = visit(site, "index.html")
    page.set_viewport_size({"width": NARROW, "height": 640})
    wrong = []
    for address in with_tables:
        page.goto(host(site, Place.TOP).url(address))
        page.evaluate(LARGE_LETTERS)
        wrong += sideways(page)
    assert wrong == []


def test_on_the_narrowest_phone_and_with_letters_twice_as_large(
    every_page: Iterator[Page],
) -> None:
    wrong = []
    for page in every_page:
        page.set_viewport_size({"width": NARROW, "height": 640})
        wrong += sideways(page)
        page.evaluate(LARGE_LETTERS)
        page.set_viewport_size({"width": 2 * NARROW, "height": 640})
        wrong += sideways(page)
    assert wrong == []
