"""The poses of the guide that lives here."""

from collections.abc import Mapping
from pathlib import Path

from supple.domain.anatomy import Region
from supple.domain.drawing import every_shown
from supple.domain.pose import Pose
from supple.reading.exercises import read_exercise
from supple.reading.prose import ProseReader

ROOT = Path(__file__).parents[2]
PAGE = """\
---
title: {name}
position: supine
level: gentle
dosage:
  reps: 2
figure:
{figure}---

1. Move.
"""

REGIONS: Mapping[str, Region] = {region.value.replace("-", " "): region for region in Region}


def poses() -> dict[str, Pose]:
    """All poses of its exercises, each once, by the names that a site gives them."""
    found: dict[str, Pose] = {}
    for path in sorted((ROOT / "content" / "exercises").glob("*.md")):
        exercise, _, _ = read_exercise(
            path.read_text(encoding="utf-8"), path.name, path.stem, ProseReader()
        )
        assert exercise is not None
        for shown in every_shown(exercise):
            assert isinstance(shown.figure, Pose)
            found[shown.name] = shown.figure
    return found


def pose_of(figure: str, name: str = "pose") -> Pose:
    """The pose that the lines below `figure:` stand for."""
    exercise, _, problems = read_exercise(
        PAGE.format(name=name, figure=figure), f"{name}.md", name, ProseReader()
    )
    assert not problems, problems
    assert exercise is not None
    assert isinstance(exercise.figure, Pose)
    return exercise.figure
