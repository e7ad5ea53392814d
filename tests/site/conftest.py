"""Tests of whole sites."""

from collections.abc import Mapping

import pytest

from tests.site.pages import Page, pages_of
from tests.sites import Built


@pytest.fixture(params=["site", "week_site"], scope="session")
def built(request: pytest.FixtureRequest) -> Built:
    """Each of the two sites."""
    site: Built = request.getfixturevalue(request.param)
    return site


@pytest.fixture(scope="session")
def pages(built: Built) -> Mapping[str, Page]:
    """The pages of each of the two sites, by address."""
    return {page.address: page for page in pages_of(built)}
