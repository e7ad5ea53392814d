"""A watched browser for tests: whatever a page complains of, or asks others for, fails them.

`PWDEBUG=1` shows the browser and stops at each step.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import provision
from tests.browser.engines import PRODUCTS, Engine, launch
from tests.browser.hosts import Hosted, Place, hosted
from tests.browser.watch import Watch
from tests.sites import Built
from tests.tools import missing

Host = Callable[[Built, Place], Hosted]
Browsers = Callable[[Engine], Browser]


class Visit(Protocol):
    """Opens a page of a site in a new tab."""

    def __call__(self, site: Built, address: str, place: Place = Place.TOP) -> Page: ...


@pytest.fixture(scope="session")
def browsers() -> Iterator[Browsers]:
    """One browser of each engine for all tests, started when the first of them needs it."""
    with sync_playwright() as playwright, ExitStack() as stack:

        def launched(engine: Engine) -> Browser:
            found = provision.find(engine)
            if found is None:
                title = PRODUCTS[engine].title
                missing(f"This test needs a {title}: run `python -m tests.browser.provision`.")
            return stack.enter_context(launch(playwright, engine, found))

        yield cache(launched)


@pytest.fixture
def engine() -> Engine:
    """What shows the pages. A test that wants another, or all, says so."""
    return Engine.CHROMIUM


@pytest.fixture
def browser(browsers: Browsers, engine: Engine) -> Browser:
    return browsers(engine)


@pytest.fixture
def scripts() -> bool:
    """Whether pages may run scripts. A test that wants none says so."""
    return True


@pytest.fixture
def context(browser: Browser, scripts: bool) -> Iterator[BrowserContext]:
    """A fresh browser profile, as good as one browser of its own."""
    with browser.new_context(java_script_enabled=scripts) as context:
        yield context


@pytest.fixture(scope="session")
def host() -> Iterator[Host]:
    """Puts a site in one of the places where it can lie, for all tests to come."""
    with ExitStack() as stack:
        yield cache(lambda site, place: stack.enter_context(hosted(site, place)))


@pytest.fixture
def watch(context: BrowserContext) -> Iterator[Watch]:
    """Notes what the pages of this test complain of. In the end there must be nothing."""
    watch = Watch(context)
    yield watch
    assert not watch.complaints, "\n".join(watch.complaints)


@pytest.fixture
def visit(context: BrowserContext, watch: Watch, host: Host) -> Visit:
    """Opens pages, and watches them."""

    def visit(site: Built, address: str, place: Place = Place.TOP) -> Page:
        at = host(site, place)
        watch.allow(at.base)
        page = context.new_page()
        page.goto(at.url(address))
        return page

    return visit
