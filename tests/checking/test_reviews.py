"""What is marked as still to be looked at: told at its line, and said on the page."""

from pathlib import Path

from supple.pipeline import build
from tests.guides import STRETCH, write_guide
from tests.told import told

HUG = "content/exercises/knee-hug.md"
MARKED = STRETCH.replace(
    "feel:", "review:\n  - 'Is it so? 1: yes'\n  - How long is it held?\nfeel:", 1
)


def test_each_line_is_a_warning_at_its_place(tmp_path: Path) -> None:
    outcome = build(write_guide(tmp_path / "guide", {HUG: MARKED}), tmp_path / "site")
    line = MARKED.split("\n").index("review:") + 2
    hint = "    hint: look at it, mend what is wrong, then take this line out"
    assert told(each for each in outcome.problems if each.rule == "review").splitlines() == [
        f"{HUG}:{line}:5  warning  to review: Is it so? 1: yes",
        hint,
        f"{HUG}:{line + 1}:5  warning  to review: How long is it held?",
        hint,
    ]


def test_the_page_says_so_and_no_other(tmp_path: Path) -> None:
    build(write_guide(tmp_path / "guide", {HUG: MARKED}), tmp_path / "site")
    pages = {
        file for file in (tmp_path / "site").rglob("*.html") if "Not checked yet" in _text(file)
    }
    assert pages == {tmp_path / "site/exercises/knee-hug.html"}


def test_a_strict_build_publishes_nothing_of_it(tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide", {HUG: MARKED})
    assert build(guide, tmp_path / "site", strict=True).tally is None


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
