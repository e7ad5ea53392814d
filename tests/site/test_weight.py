"""What a phone has to fetch before it shows a page: little, over a slow line."""

import gzip
import posixpath

import pytest

from tests.site.pages import Page, pages_of
from tests.sites import REPOSITORY, Built

MOST_BYTES = 30_000
"""Of an exercise's first view, gzipped, without the one font."""
MOST_REQUESTS = 4
"""And the font is the fifth."""
AT_FIRST = "link[rel=stylesheet], script[src], img[src]"
SCRIPTS = {"supple.js": 3_100, "lists.js": 2_300, "player.js": 14_050}
"""What each may weigh, gzipped: whoever adds to one sees it here."""


def zipped(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def first_view(page: Page) -> list[str]:
    """The addresses of the page and of what it asks for at once."""
    folder = posixpath.dirname(page.address)
    asked = [node.attributes.get("href") or node.attributes["src"] for node in page.all(AT_FIRST)]
    return [
        page.address,
        *(posixpath.normpath(posixpath.join(folder, each or "")) for each in asked),
    ]


def test_the_first_view_of_every_exercise_is_small(site: Built) -> None:
    files = site.files
    weights: dict[str, int] = {}
    for page in pages_of(site):
        if page.address.startswith("exercises/") and not page.address.endswith("index.html"):
            view = first_view(page)
            assert len(view) <= MOST_REQUESTS, view
            weights[page.address] = sum(zipped(files[each]) for each in view)
    heavy = max(weights, key=lambda address: weights[address])
    print(f"\nFirst views of exercises: {min(weights.values())} to {weights[heavy]} B, {heavy}.")
    assert len(weights) == 30
    assert weights[heavy] <= MOST_BYTES, heavy


def test_what_only_the_player_needs_comes_with_it(site: Built) -> None:
    page = next(each for each in pages_of(site) if each.address == "exercises/knee-rolls.html")
    assert [each for each in first_view(page) if "player" in each or "lists" in each] == []
    root = page.one("html").attributes
    for name in ("script", "style"):
        address = posixpath.normpath(f"exercises/{root[f'data-player-{name}']}")
        assert address in site.files
    assert ".p-" not in (REPOSITORY / "static" / "supple.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_small(name: str) -> None:
    assert zipped((REPOSITORY / "static" / name).read_bytes()) <= SCRIPTS[name]
