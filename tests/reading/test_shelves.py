"""Pages as they were read before: what is read again, and what is kept safe from."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from supple import stamps
from supple.domain.guide import Guide
from supple.domain.prose import Prose
from supple.pipeline import build
from supple.reading import shelves
from supple.reading.folder import Keeping, Reading, read_folder
from tests.guides import FILES, write_guide

HUG = "content/exercises/knee-hug.md"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return write_guide(tmp_path / "guide")


class Counting:
    """Reads, and notes which exercises were read and not found on a shelf."""

    def __init__(self, guide: Path) -> None:
        self.guide, self.shelf = guide, guide / ".supple/read"
        self.read: list[str] = []

    def __call__(self, maker: str = "1") -> Reading:
        self.read.clear()
        keeping = Keeping(self.shelf, {"Supple": maker})
        return read_folder(self.guide, regards=self.regards, keeping=keeping)

    def regards(self, _: Guide) -> Callable[[object], str]:
        def regard(exercise: object) -> str:
            self.read.append(getattr(exercise, "slug", ""))
            return "regarded"

        return regard


@pytest.fixture
def reading(guide: Path) -> Counting:
    counting = Counting(guide)
    counting()
    assert counting.read == ["knee-hug"]
    return counting


def test_a_page_that_is_the_same_is_not_read_again(reading: Counting) -> None:
    again = reading()
    assert reading.read == []
    assert again.guide
    assert again.guide.exercises["knee-hug"].title == "Knee hug"
    assert again.guide.exercises["knee-hug"].steps[0] == Prose(
        ("Lie down. Use one leg, then the other.",)
    )
    assert again.regarded == {"knee-hug": "regarded"}


def test_one_that_has_changed_is(reading: Counting) -> None:
    file = reading.guide / HUG
    file.write_text(file.read_text().replace("Knee hug", "Hug"))
    found = reading()
    assert reading.read == ["knee-hug"]
    assert found.guide
    assert found.guide.exercises["knee-hug"].title == "Hug"


def test_one_of_the_same_length_in_the_same_tick_is(
    guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "_TICK", 3_600_000_000_000)  # however slow the machine is
    reading = Counting(guide)
    reading()
    file = reading.guide / HUG
    before = file.stat()
    file.write_text(file.read_text().replace("Knee hug", "Knee tug"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    reading()
    assert reading.read == ["knee-hug"]


@pytest.mark.parametrize(
    "name", ["guide.yaml", *(name for name in FILES if name.endswith(".yaml"))]
)
def test_all_are_read_again_where_settings_or_a_vocabulary_have_changed(
    reading: Counting, name: str
) -> None:
    with (reading.guide / name).open("a") as file:
        file.write("# a remark\n")
    reading()
    assert reading.read == ["knee-hug"]
    reading()
    assert reading.read == []


def test_and_by_another_supple(reading: Counting) -> None:
    reading("2")
    assert reading.read == ["knee-hug"]
    assert len([*reading.shelf.iterdir()]) == 1  # nothing is left of the first


@pytest.mark.parametrize("how", ["cut", "changed", "empty", "gone"])
def test_a_damaged_shelf_is_an_empty_one(reading: Counting, how: str) -> None:
    (file,) = reading.shelf.iterdir()
    data = file.read_bytes()
    match how:
        case "gone":
            file.unlink()
        case "changed":
            file.write_bytes(data[:-3] + b"?" + data[-2:])
        case _:
            file.write_bytes(data[: len(data) // 2] if how == "cut" else b"")
    assert reading().problems == ()
    assert reading.read == ["knee-hug"]
    reading()
    assert reading.read == []


def test_a_page_that_is_gone_is_gone(reading: Counting) -> None:
    (reading.guide / HUG).unlink()
    found = reading()
    assert found.guide
    assert not found.guide.exercises


def test_problems_are_told_again(reading: Counting) -> None:
    file = reading.guide / HUG
    file.write_text(file.read_text().replace("supine", "upside down"))
    first, again = reading(), reading()
    assert first.problems
    assert first.problems == again.problems


def test_a_folder_that_cannot_be_written_to_does_no_harm(guide: Path) -> None:
    (guide / ".supple").write_text("in the way")
    reading = Counting(guide)
    assert reading().problems == reading().problems == ()
    assert reading.read == ["knee-hug"]


def test_one_page_more_leaves_the_other_shelves_alone(
    reading: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "ON_ONE", 1)
    hug = (reading.guide / HUG).read_text()
    for number in range(8):
        (reading.guide / f"content/exercises/more-{number}.md").write_text(hug)
    reading()
    (reading.guide / "content/exercises/new.md").write_text(hug)
    reading()
    assert reading.read == ["new"]


def test_two_guides_of_one_process_share_nothing(tmp_path: Path) -> None:
    first = read_folder(write_guide(tmp_path / "first"))
    other = write_guide(tmp_path / "other")
    file = other / HUG
    before = (tmp_path / "first" / HUG).stat()
    file.write_text(file.read_text().replace("Knee hug", "Knee tug"))
    for each in (tmp_path / "first" / HUG, file):
        os.utime(each, ns=(before.st_atime_ns, 1_700_000_000_000_000_001))
    read_folder(tmp_path / "first")
    found = read_folder(other)
    assert first.guide
    assert found.guide
    assert first.guide.exercises["knee-hug"].title == "Knee hug"
    assert found.guide.exercises["knee-hug"].title == "Knee tug"


def test_a_clean_build_reads_what_looks_unchanged(guide: Path) -> None:
    file, site = guide / HUG, guide / "_site"
    os.utime(file, ns=(1_700_000_000_000_000_001, 1_700_000_000_000_000_001))
    assert build(guide, site).tally
    file.write_text(file.read_text().replace("Knee hug", "Knee tug"))
    os.utime(file, ns=(1_700_000_000_000_000_001, 1_700_000_000_000_000_001))
    assert build(guide, site, clean=True).tally
    assert "Knee tug" in (site / "exercises/knee-hug.html").read_text()
