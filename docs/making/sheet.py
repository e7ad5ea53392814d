"""The page of all exercises' figures, with the grade of each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypedDict, cast

import yaml

from tests.drawing.library import poses

from .markdown import MADE, image, page, table
from .pictures import Picture, picture

INTRODUCTION: Final = """\
# The figures of the exercises

Every figure as a site shows it. A grade is given by looking at it large, and at 30 mm in black
and white. A: one sees at once what to do. B: right, but one has to look twice. C: not good
enough. `?`: not yet graded. How such a pose is written: [poses](poses.md)."""


class Grade(TypedDict):
    """A line of grades.yaml."""

    grade: str
    remark: str


def sheet_page(grades: str) -> tuple[str, list[Picture]]:
    """The page, and its pictures. `grades` is the text of grades.yaml."""
    given = cast(Mapping[str, Grade], yaml.safe_load(grades))
    pictures = [picture(name, pose) for name, pose in poses().items()]
    rows = table(["", "exercise", "in words", "grade", "remark"], _rows(pictures, given))
    return page(MADE, INTRODUCTION, _summary(pictures, given), rows), pictures


def _summary(pictures: Sequence[Picture], given: Mapping[str, Grade]) -> str:
    count = Counter(given[each.name]["grade"] for each in pictures)
    told = ", ".join(f"{number} × {grade}" for grade, number in sorted(count.items()))
    return f"{len(pictures)} figures: {told}."


def _rows(pictures: Sequence[Picture], given: Mapping[str, Grade]) -> Iterator[Sequence[str]]:
    for each in pictures:
        title = each.name.replace("-", " ").capitalize()
        grade = given[each.name]
        yield image(each), title, each.words.description, grade["grade"], grade["remark"]
