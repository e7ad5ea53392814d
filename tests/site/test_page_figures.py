"""Figures that a page describes itself, and shows where its text says."""

from pathlib import Path

import pytest

from supple.pipeline import build, check
from tests.guides import STRETCH, write_guide
from tests.told import told

UP = "content/pages/up.md"
HUG = "content/exercises/knee-hug.md"
KNEELING = """\
---
title: Up
figures:
  half-kneeling:
    base: kneeling
    start:
      left leg: {knee: 85, foot: flat}
      hands: left thigh
---

1. Bring one foot forward.

    ![](#half-kneeling)

2. Stand up.
"""


def built(folder: Path, text: str, name: str = UP) -> Path:
    outcome = build(write_guide(folder / "guide", {name: text}), folder / "site")
    assert not outcome.problems, told(outcome.problems)
    return folder / "site"


def problems(folder: Path, name: str, text: str) -> str:
    return told(
        each
        for each in check(write_guide(folder, {name: text})).problems
        if each.place.path == name
    )


def test_stand_in_the_room_of_their_position_with_their_words(tmp_path: Path) -> None:
    site = built(tmp_path, KNEELING)
    html = (site / "up.html").read_text(encoding="utf-8")
    image = html.partition('<svg class="room pose figure"')[2].partition(">")[0]
    assert 'data-room="kneeling"' in image
    assert 'aria-label="Kneeling' in image


def test_have_the_authors_words_where_there_are_some(tmp_path: Path) -> None:
    site = built(tmp_path, KNEELING.replace("![]", '![A "man" kneels]'))
    assert 'aria-label="A &#34;man&#34; kneels"' in (site / "up.html").read_text(encoding="utf-8")


def test_stand_on_the_first_page_too(tmp_path: Path) -> None:
    site = built(tmp_path, KNEELING, "content/home.md")
    html = (site / "index.html").read_text(encoding="utf-8")
    assert '<svg class="room pose figure" data-room="kneeling"' in html


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "(#half-kneeling)",
            "(#half-kneling)",
            f"{UP}:13:9  error  the page has no figure half-kneling",
        ),
        (
            "    ![](#half-kneeling)\n",
            "",
            f"{UP}:4:3  warning  no text shows the figure half-kneeling",
        ),
        (
            "    base: kneeling\n",
            "",
            f"{UP}:5:5  error  half-kneeling: base is missing, since a page has no position",
        ),
        (
            "    base: kneeling\n",
            "    base: kneeling\n    image: knee.svg\n",
            f"{UP}:6:5  error  half-kneeling: image is not a key of a page's figure",
        ),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in problems(tmp_path, UP, KNEELING.replace(old, new))


def test_exercises_have_none_in_their_text(tmp_path: Path) -> None:
    found = problems(tmp_path, HUG, f"{STRETCH}\n![](#half-kneeling)\n")
    assert "the page has no figure half-kneeling" in found
    assert "only home and the files in content/pages" in found
