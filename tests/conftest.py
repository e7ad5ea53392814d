"""What all tests share: two built sites, and the order in which tests run."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from supple.processes import cores
from tests import week
from tests.guides import write_guide
from tests.sites import Built, build_site, copy_guide

pytest_plugins = ["tests.browser.fixtures"]

# A busy machine is no mistake. What chance finds is for people; elsewhere a run can be repeated.
settings.register_profile("supple", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("supple")

LAST = ("packaging", "site", "frontend", "schema", "hosts", "preview", "browser", "audit")
"""Folders of tests in which one takes seconds; all others run before them."""


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: much of a test's time is waiting for a browser or a server."""
    return cores() + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first, so that most mistakes show at once. Audits are marked as such."""
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        folder = item.path.relative_to(here).parts[0] if item.path.is_relative_to(here) else ""
        return LAST.index(folder) if folder in LAST else -1

    items.sort(key=rank)
    for item in items:
        if item.path.is_relative_to(here / "audit"):
            item.add_marker(pytest.mark.audit)


@pytest.fixture(scope="session", autouse=True)
def _without_pdfs() -> Iterator[None]:
    """Sites of tests are built without PDFs, which take a second each: tests/printing has them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("supple.pipeline.plan_prints", lambda guide: ())
        yield


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """This repository's guide, built. Not to be changed by a test."""
    top = tmp_path_factory.mktemp("repository")
    return build_site(copy_guide(top / "guide"), top / "host" / "back care" / "site")


@pytest.fixture(scope="session")
def week_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A tiny guide with all that a guide can have, built. Not to be changed by a test."""
    top = tmp_path_factory.mktemp("week")
    guide = write_guide(top / "guide", week.FILES)
    return build_site(guide, top / "host" / "für alle" / "site")
