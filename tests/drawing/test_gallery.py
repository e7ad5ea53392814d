"""A figure is drawn only when what it shows has changed."""

from pathlib import Path
from typing import Any

import pytest

from supple.domain.pose import Pose
from supple.drawing import gallery
from supple.pipeline import build
from tests.guides import FILES, STRETCH, write_guide

NAME = "content/exercises/knee-hug.md"
OTHER = "content/exercises/calf.md"
POSE = "level: gentle\nfigure:\n  base: supine\n"
FIGURED = STRETCH.replace("level: gentle\n", POSE)
WITHOUT = STRETCH.replace("Knee hug", "Calf")


class Draws:
    """Counts the poses that are drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        drawing: Any = gallery
        stock = drawing.scene_of

        def scene_of(pose: Pose) -> Any:
            self.count += 1
            return stock(pose)

        monkeypatch.setattr(drawing, "scene_of", scene_of)

    def of(self, guide: Path, files: dict[str, str]) -> int:
        """How many a build draws after these files have been written."""
        for name, text in files.items():
            (guide / name).write_text(text, "utf-8")
        self.count = 0
        assert build(guide, guide / "_site", printing=False).tally
        return self.count


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> Draws:
    return Draws(monkeypatch)


@pytest.fixture
def guide(tmp_path: Path, draws: Draws) -> Path:
    guide = write_guide(tmp_path, {**FILES, NAME: FIGURED, OTHER: WITHOUT})
    assert draws.of(guide, {}) == 1
    return guide


def test_none_is_drawn_for_another_exercises_words(guide: Path, draws: Draws) -> None:
    assert draws.of(guide, {OTHER: WITHOUT.replace("Why and how.", "Why.")}) == 0


def test_a_pose_that_has_changed_is_drawn(guide: Path, draws: Draws) -> None:
    assert draws.of(guide, {NAME: FIGURED.replace("base: supine", "base: prone")}) == 1


def test_where_a_target_is_decides_what_is_drawn(guide: Path, draws: Draws) -> None:
    targets = (guide / "content/targets.yaml").read_text("utf-8")
    moved = f"{targets}\nfar away:\n  title: Far away\n"
    assert draws.of(guide, {"content/targets.yaml": moved}) == 1
