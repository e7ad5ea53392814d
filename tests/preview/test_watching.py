"""What is noticed of a guide's folder."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from watchfiles import Change

from supple.preview.watching import Watcher, is_source
from tests.guides import write_guide

PATIENCE = 5.0  # seconds
SETTLED = 1.3  # seconds after which nothing of the beginning is told any more


@dataclass(frozen=True, slots=True)
class Watched:
    """A guide and what is told of it."""

    guide: Path
    changed: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)

    def tells(self) -> bool:
        """Whether a change is told, each time that this is asked."""
        told = self.changed.wait(PATIENCE)
        time.sleep(0.3)  # for those that belong to it
        self.changed.clear()
        return told


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(write_guide(tmp_path / "guide"))
    watcher = Watcher(
        watched.guide,
        watched.guide / "_site",
        lambda files: watched.changed.set(),
        lambda error: watched.ended.set() if not error else None,
    )
    watcher.start()
    time.sleep(SETTLED)
    watched.changed.clear()
    yield watched
    watcher.stop()


def test_files_however_they_are_saved(watched: Watched) -> None:
    home = watched.guide / "content" / "home.md"
    home.write_text("written over", encoding="utf-8")
    assert watched.tells()
    aside = home.with_name(".home.md.swp")
    aside.write_text("replaced", encoding="utf-8")
    aside.replace(home)
    assert watched.tells()
    home.unlink()
    assert watched.tells()


def test_a_folder_that_is_put_in_the_place_of_another(watched: Watched) -> None:
    content = watched.guide / "content"
    shutil.copytree(content, watched.guide / "copy")
    shutil.rmtree(content)
    assert watched.tells()
    (watched.guide / "copy").rename(content)
    assert watched.tells()
    time.sleep(SETTLED)
    watched.changed.clear()
    (content / "pages" / "new.md").write_text("new", encoding="utf-8")
    assert watched.tells()


def test_a_folder_that_is_made_anew_again_and_again(watched: Watched) -> None:
    """The system may give it the number of the one before."""
    content = watched.guide / "content"
    shutil.copytree(content, watched.guide / "copy")
    for _ in range(4):
        shutil.rmtree(content)
        shutil.copytree(watched.guide / "copy", content)
        assert watched.tells()
        time.sleep(SETTLED)
        watched.changed.clear()
        (content / "home.md").write_text("new", encoding="utf-8")
        assert watched.tells()


def test_nothing_of_the_site_and_of_other_files(watched: Watched) -> None:
    (watched.guide / "_site").mkdir()
    (watched.guide / "_site" / "index.html").write_text("", encoding="utf-8")
    (watched.guide / "notes.txt").write_text("", encoding="utf-8")
    (watched.guide / "content" / ".home.md.swp").write_text("", encoding="utf-8")
    assert not watched.changed.wait(SETTLED)
    assert not watched.ended.is_set()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("home.md", True), ("a/b.yaml", True), (".x", False), ("x~", False), ("#x#", False)],
)
def test_what_editors_lay_beside_is_no_source(name: str, expected: bool) -> None:
    assert is_source(Change.added, f"/guide/content/{name}") is expected
