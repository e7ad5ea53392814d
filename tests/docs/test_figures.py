"""The pages of poses and figures are what the code makes, and leave no word out."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from docs.making.everything import DOCS, PICTURES, files
from supple.domain.anatomy import RANGES, Joint, Part, Prop, Region, Spot
from supple.domain.body import Position
from supple.domain.pose import Looking
from tests.drawing.library import poses

GRADES = {"A", "A-", "B", "B-", "C", "?"}
LARGEST = 14_000
"""Bytes of a picture of one word, which has a start and an arrow at the most."""
ALL = 1_500_000


@pytest.fixture(scope="module")
def made() -> dict[Path, str]:
    return files()


def test_what_is_here_is_what_the_code_makes(made: dict[Path, str]) -> None:
    """After a wanted change, look at the pictures that differ: `make figures` writes them."""
    stale = [path.name for path, text in made.items() if text != _read(path)]
    assert stale == [], "make figures"
    assert {path for path in PICTURES.iterdir() if path not in made} == set(), "make figures"


@pytest.mark.parametrize(
    "words", [Joint, Spot, Prop, Part, Region, Looking, Position], ids=lambda words: words.__name__
)
def test_every_word_of_a_pose_is_shown(made: dict[Path, str], words: type[Joint]) -> None:
    page = made[DOCS / "poses.md"]
    told = [word for word in words if f"`{word}`" in page or f"({word})" in page]
    # A foot comes to the other knee, and the first cell of a position says what it means.
    assert told == [*words]


def test_every_range_is_told(made: dict[Path, str]) -> None:
    page = made[DOCS / "poses.md"]
    for joint, bounds in RANGES.items():
        row = next(
            line for line in page.split("\n") if f"({joint})" in line or f"| `{joint}` |" in line
        )
        assert f" {bounds.most:g} " in row


def test_every_picture_is_light(made: dict[Path, str]) -> None:
    sizes = {path.stem: len(text.encode()) for path, text in _pictures(made).items()}
    words = sizes.keys() - poses().keys()
    assert sum(sizes.values()) < ALL
    assert {name: sizes[name] for name in words if sizes[name] > LARGEST} == {}


def test_every_picture_is_whole_and_shown(made: dict[Path, str]) -> None:
    pages = made[DOCS / "poses.md"] + made[DOCS / "figures.md"]
    for path, text in _pictures(made).items():
        marks = [*ElementTree.fromstring(text).iter()]
        asked = {mark.attrib["href"].removeprefix("#") for mark in marks if "href" in mark.attrib}
        assert asked <= {mark.get("id") for mark in marks}, path.name
        assert re.search(rf"!\[[^\]]+\]\(figures/{path.name}\)", pages), path.name


def _pictures(made: dict[Path, str]) -> dict[Path, str]:
    return {path: text for path, text in made.items() if path.parent == PICTURES}


def test_every_figure_has_a_grade() -> None:
    grades = yaml.safe_load((DOCS / "grades.yaml").read_text(encoding="utf-8"))
    assert set(grades) == set(poses())
    assert {grade["grade"] for grade in grades.values()} <= GRADES


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
