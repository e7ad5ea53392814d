"""A glimpse of an exercise is its page as a build makes it, or there is none."""

from pathlib import Path

import pytest

from supple.glimpse import Glimpser, glimpser
from supple.pipeline import build
from tests.guides import FILES, STRETCH, write_guide

FILE = "exercises/knee-hug.md"
NAME = f"content/{FILE}"
FIGURED = STRETCH.replace("level: gentle\n", "level: gentle\nfigure:\n  base: supine\n")


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_guide(tmp_path_factory.mktemp("guide"), {**FILES, NAME: FIGURED})


@pytest.fixture
def glimpse(guide: Path) -> Glimpser:
    (guide / NAME).write_text(FIGURED, "utf-8")
    outcome = build(guide, guide / "_site", printing=False)
    assert outcome.edition is not None, outcome.problems
    return glimpser(outcome.edition)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Why and how.", "Why, how, and *when*."),
        ("Why and how.", "## A heading\n\n<b>and HTML</b>"),
        ("title: Knee hug", "title: Another knee"),
        ("summary: A gentle pull.", "summary: A pull."),
        ("level: gentle", "level: strong"),
        ("reps: 1-4", "reps: 1-3"),
        ("  - mat or bed", "  - mat"),
        ("base: supine", "base: prone"),
        ("figure:\n  base: supine\n", ""),
    ],
)
def test_it_is_what_a_build_makes(guide: Path, glimpse: Glimpser, old: str, new: str) -> None:
    assert old in FIGURED
    (guide / NAME).write_text(FIGURED.replace(old, new, 1), "utf-8")
    seen = glimpse(FILE)
    outcome = build(guide, guide / "_site", printing=False)
    assert outcome.tally is not None
    address = "exercises/knee-hug.html"
    assert seen == (address, (guide / "_site" / address).read_bytes())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Knee hug", "titel: Knee hug"),
        ("title: Knee hug", "title: Knee hug\ndraft: true"),
        ("  - lower back", "  - lower bakc"),
        ("  - hip", "  - hips"),
        ("  - lower back\n", ""),
        ("1. Lie down", "1. [Lie](#how) down"),
        ("Why and how.", "See [how](nowhere.md)."),
        ("Why and how.", "![](nothing.png)"),
        ("base: supine", "base: floating"),
        ("  base: supine", "  image: nothing.png\n  alt: nothing"),
        ("---\n\nWhy", "Why"),
    ],
)
def test_there_is_none_of_a_mistake(guide: Path, glimpse: Glimpser, old: str, new: str) -> None:
    assert old in FIGURED
    (guide / NAME).write_text(FIGURED.replace(old, new, 1), "utf-8")
    assert glimpse(FILE) is None


def test_there_is_none_of_other_files(guide: Path, glimpse: Glimpser) -> None:
    (guide / "content/exercises/new.md").write_text(FIGURED, "utf-8")
    names = ("exercises/new.md", "home.md", "routines/morning.md", "knee-hug.md", "cautions.yaml")
    assert [glimpse(name) for name in (*names, "exercises/knee-hug", "")] == [None] * 7
    (guide / "content/exercises/new.md").unlink()
    (guide / NAME).unlink()
    assert glimpse(FILE) is None
