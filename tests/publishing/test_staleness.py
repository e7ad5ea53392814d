"""Which pages are stale, and why, on literal maps."""

from dataclasses import replace

import pytest

from supple.publishing.staleness import (
    LISTS,
    NEW,
    NOTHING_KNOWN,
    WORDS,
    Grounds,
    Made,
    Memory,
    why_stale,
)

GROUNDS = Grounds(
    common={"guide.yaml": "a", "templates/base.html": "b"},
    files={"exercises/hug.md": "c", "routines/morning.md": "d", "pages/about.md": "e"},
    lists="f",
)
MEMORY = Memory(
    GROUNDS,
    {
        "exercises/hug.html": Made("morning Morning", "1", [1, 1]),
        "routines/morning.html": Made("", "2", [2, 2]),
        "index.html": Made("", "3", [3, 3]),
    },
)


def why(now: Grounds, words: str = "morning Morning", memory: Memory | None = MEMORY) -> list[str]:
    """Why the exercise's, the routine's and the first page are stale."""
    files = ("routines/morning.md", "exercises/hug.md")
    return [
        why_stale("exercises/hug.html", files[1:], words, now, memory, lists=False),
        why_stale("routines/morning.html", files, "", now, memory, lists=False),
        why_stale("index.html", (), "", now, memory, lists=True),
    ]


def test_nothing_is_stale_where_nothing_has_changed() -> None:
    assert why(GROUNDS) == ["", "", ""]


def test_everything_is_where_nothing_is_known() -> None:
    assert why(GROUNDS, memory=None) == [NOTHING_KNOWN] * 3


@pytest.mark.parametrize(
    ("common", "name"),
    [
        ({"guide.yaml": "x", "templates/base.html": "b"}, "guide.yaml"),
        ({"guide.yaml": "a"}, "templates/base.html"),
        ({"guide.yaml": "a", "templates/base.html": "b", "static files": "x"}, "static files"),
    ],
    ids=["changed", "gone", "new"],
)
def test_what_all_are_made_from_makes_all_stale(common: dict[str, str], name: str) -> None:
    assert why(replace(GROUNDS, common=common)) == [f"{name} has changed"] * 3


@pytest.mark.parametrize("digest", ["x", None], ids=["changed", "gone"])
def test_a_file_makes_those_stale_that_are_made_from_it(digest: str | None) -> None:
    files = {**GROUNDS.files, "exercises/hug.md": digest}
    now = replace(GROUNDS, files={name: each for name, each in files.items() if each})
    assert why(now) == ["content/exercises/hug.md has changed"] * 2 + [""]
    files = {**GROUNDS.files, "routines/morning.md": digest}
    now = replace(GROUNDS, files={name: each for name, each in files.items() if each})
    assert why(now) == ["", "content/routines/morning.md has changed", ""]


def test_what_lists_show_makes_lists_stale() -> None:
    assert why(replace(GROUNDS, lists="x")) == ["", "", LISTS]


def test_words_from_elsewhere_do() -> None:
    assert why(GROUNDS, words="morning Noon") == [WORDS, "", ""]


def test_a_new_page_has_to_be_made() -> None:
    assert why_stale("new.html", (), "", GROUNDS, MEMORY, lists=False) == NEW
