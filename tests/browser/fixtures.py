"""A watched browser for tests: whatever a page complains of, or asks others for, fails them.

`PWDEBUG=1` shows the browser and stops at each step.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import cache
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser import provision, webkit
from tests.browser.engines import PRODUCTS, WEBKIT, Engine, launch
from tests.browser.hosts import Hosted, Place, hosted
from tests.browser.reader import PlaywrightReader, Reader
from tests.browser.watch import Watch
from tests.sites import Built
from tests.tools import missing

Host = Callable[[Built, Place], Hosted]
Browsers = Callable[[Engine], Browser]


class Visit(Protocol):
    """Opens a page of a site in a new tab."""

    def __call__(self, site: Built, address: str, place: Place = Place.TOP) -> Page: ...


class StartWebKit(Protocol):
    """Starts a fresh browser, to be closed at the end of a `with`."""

    def __call__(self, *, scripts: bool = True) -> AbstractContextManager[WebDriver]: ...


def found(engine: str) -> str:
    """The program of this engine's browser. A test that lacks it is skipped; in CI it fails."""
    program = provision.find(engine)
    if program is None:
        title = PRODUCTS[engine].title
        missing(f"This test needs a {title}: run `python -m tests.browser.provision`.")
    return program


@pytest.fixture(scope="session")
def browsers() -> Iterator[Browsers]:
    """One browser of each engine for all tests, started when the first of them needs it."""
    with sync_playwright() as playwright, ExitStack() as stack:

        def launched(engine: Engine) -> Browser:
            return stack.enter_context(launch(playwright, engine, found(engine)))

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
    return visiting(context, watch, host)


def visiting(context: BrowserContext, watch: Watch, host: Host) -> Visit:
    """Opens pages in this browser profile, which that watch is of."""

    def visit(site: Built, address: str, place: Place = Place.TOP) -> Page:
        at = host(site, place)
        watch.allow(at.base)
        page = context.new_page()
        page.goto(at.url(address))
        return page

    return visit


@pytest.fixture(scope="session")
def start_webkit() -> Iterator[StartWebKit]:
    """Starts browsers on one screen for all tests, when the first of them needs it."""
    program = found(WEBKIT)
    with webkit.display() as screen:

        def start(*, scripts: bool = True) -> AbstractContextManager[WebDriver]:
            return webkit.launch(program, screen, scripts=scripts)

        yield start


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Built], Built]:
    """A site as WebKit's reader gets it."""
    return cache(lambda site: webkit.watched(site, tmp_path_factory.mktemp("watched")))


@pytest.fixture(params=[*Engine, WEBKIT])
def reader(request: pytest.FixtureRequest, host: Host) -> Iterator[Reader]:
    """Somebody in a fresh browser of each engine. In the end no page may have complained."""
    if request.param == WEBKIT:
        start: StartWebKit = request.getfixturevalue("start_webkit")
        copy: Callable[[Built], Built] = request.getfixturevalue("watched")
        with start() as driver:
            reader = webkit.WebKitReader(
                driver, lambda site, address, place: host(copy(site), place).url(address)
            )
            yield reader
            reader.listen()
        complaints = reader.complaints
    else:
        browsers: Browsers = request.getfixturevalue("browsers")
        with browsers(request.param).new_context() as context:
            watch = Watch(context)
            yield PlaywrightReader(visiting(context, watch, host))
        complaints = watch.complaints
    assert not complaints, "\n".join(complaints)
