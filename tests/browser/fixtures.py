"""A watched browser for tests: whatever a page complains of, or asks others for, fails them.

`PWDEBUG=1` shows the browser and stops at each step.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import provision
from tests.browser.hosts import Hosted, Place, hosted
from tests.browser.watch import Watch
from tests.sites import Built
from tests.tools import missing

# What keeps Chromium itself from asking the network for anything.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

Host = Callable[[Built, Place], Hosted]


class Visit(Protocol):
    """Opens a page of a site in a new tab."""

    def __call__(self, site: Built, address: str, place: Place = Place.TOP) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    found = provision.find()
    if found is None:
        missing("This test needs a Chromium: run `python -m tests.browser.provision`.")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    sandbox = ["--no-sandbox"] if is_root else []  # root can't have one
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*QUIET, *sandbox])
        yield browser
        browser.close()


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
