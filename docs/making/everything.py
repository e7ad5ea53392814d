"""All files that are made, by their paths."""

from collections.abc import Iterable
from pathlib import Path

from tests.drawing.goldens import goldens

from .pictures import Picture
from .poses import poses_page
from .sheet import sheet_page
from .specimens import FIGURE, figure_file, parts_in_words, parts_page

DOCS = Path(__file__).parents[1]
PICTURES = DOCS / "figures"


def files() -> dict[Path, str]:
    """The pages, their pictures, and the golden figures of the tests."""
    poses, of_poses = poses_page()
    sheet, of_sheet = sheet_page((DOCS / "grades.yaml").read_text(encoding="utf-8"))
    return {
        DOCS / "poses.md": poses,
        DOCS / "figures.md": sheet,
        DOCS / "parts.md": parts_in_words(),
        DOCS / "parts.html": parts_page(),
        DOCS / FIGURE: figure_file(),
        **_files([*of_poses, *of_sheet]),
        **goldens(),
    }


def _files(pictures: Iterable[Picture]) -> dict[Path, str]:
    return {PICTURES / f"{picture.name}.svg": picture.svg for picture in pictures}
