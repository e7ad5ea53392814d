"""The thirty exercises' poses: those of the guide, and those that wait for their pages."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from supple.domain.anatomy import Region
from supple.domain.pose import Pose
from supple.reading.exercises import read_exercise
from supple.reading.prose import ProseReader

ROOT = Path(__file__).parents[2]
WAITING = Path(__file__).parent / "poses.yaml"
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
    """All poses by the name of their exercise."""
    return dict(sorted([*_of_the_guide(), *_waiting()]))


def pose_of(figure: str, name: str = "pose") -> Pose:
    """The pose that the lines below `figure:` stand for."""
    exercise, _, problems = read_exercise(
        PAGE.format(name=name, figure=figure), f"{name}.md", name, ProseReader()
    )
    assert not problems, problems
    assert exercise is not None
    assert isinstance(exercise.figure, Pose)
    return exercise.figure


def _of_the_guide() -> Iterator[tuple[str, Pose]]:
    for path in sorted((ROOT / "content" / "exercises").glob("*.md")):
        exercise, _, _ = read_exercise(
            path.read_text(encoding="utf-8"), path.name, path.stem, ProseReader()
        )
        assert exercise is not None
        for number, figure in enumerate(exercise.figures):
            if isinstance(figure, Pose):
                yield (path.stem if number == 0 else f"{path.stem}-{number + 1}"), figure


def _waiting() -> Iterator[tuple[str, Pose]]:
    text = re.sub(r"(?m)^#.*\n", "", WAITING.read_text(encoding="utf-8"))
    for block in re.split(r"(?m)^(?=[a-z])", text):
        if block.strip():
            name, figure = block.split(":\n", 1)
            yield name, pose_of(figure, name)
