"""A site with an address, which says more of itself than one without; and what is told of an
audit when it is over."""

from typing import Final

import pytest
from _pytest.terminal import TerminalReporter

from tests import week
from tests.guides import SETTINGS, write_guide
from tests.sites import Built, build_site, copy_guide

ADDRESS = "https://example.org/für alle/".replace("ü", "%C3%BC").replace(" ", "%20")

REPORT: Final = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[REPORT] = []


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    for line in config.stash.get(REPORT, []):
        terminalreporter.write_line(line)


@pytest.fixture
def audit_report(request: pytest.FixtureRequest) -> list[str]:
    """Lines that are shown at the end of the run, whatever comes of it."""
    return request.config.stash.setdefault(REPORT, [])


@pytest.fixture(scope="session")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """This repository's guide with an address and a reviewer. Not to be changed by a test."""
    top = tmp_path_factory.mktemp("addressed")
    guide = copy_guide(top / "guide")
    settings = (guide / "guide.yaml").read_text(encoding="utf-8")
    more = f"\nurl: {ADDRESS}\nreviewed:\n  by: Dr A. Example\n  date: 2026-11-22\n"
    (guide / "guide.yaml").write_text(f"{settings}{more}", encoding="utf-8")
    return build_site(guide, top / "site")


@pytest.fixture(scope="session")
def addressed_week_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The tiny guide with all that a guide can have, and an address at a host that drops .html.
    Not to be changed by a test."""
    top = tmp_path_factory.mktemp("addressed_week")
    settings = f"{SETTINGS}url: {ADDRESS}\nclean_urls: true\npublisher: <Clinic> & Sons\n"
    guide = write_guide(top / "guide", {**week.FILES, "guide.yaml": settings})
    return build_site(guide, top / "site")
