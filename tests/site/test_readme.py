"""The README's examples, done as it says."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from supple.domain.anatomy import HAND_SPOTS, Prop
from supple.domain.problem import Problem
from supple.domain.rules import Rule
from supple.pipeline import check
from supple.reading.formats.pose import POSTURE, ArmRecord, LegRecord
from supple.reading.records import keys_of
from tests.guides import write_files
from tests.sites import REPOSITORY, copy_guide
from tests.told import told

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def example(beginning: str) -> str:
    """The indented block of the README that begins so."""
    blocks = re.findall(r"(?:^(?: {4}.*)?\n)+", README, re.MULTILINE)
    found = [dedent(block).strip("\n") + "\n" for block in blocks]
    return next(block for block in found if block.startswith(beginning))


def problems_with(folder: Path, files: dict[str, str]) -> tuple[Problem, ...]:
    """What is said of this guide with these files; an exercise comes before its routine."""
    problems = check(write_files(copy_guide(folder), dict(files))).problems
    return tuple(problem for problem in problems if problem.rule != Rule.ORPHAN_EXERCISE)


def test_the_exercise_can_be_written_down_as_it_stands(tmp_path: Path) -> None:
    text = example("---\ntitle: Knee hug")
    problems = problems_with(tmp_path / "guide", {"content/exercises/knee-hug.md": text})
    assert not problems, told(problems)


def test_the_routine_can_be_written_down_as_it_stands(tmp_path: Path) -> None:
    text = example("---\ntitle: Evening")
    problems = problems_with(tmp_path / "guide", {"content/routines/evening.md": text})
    assert not problems, told(problems)


def test_the_page_can_be_written_down_as_it_stands(tmp_path: Path) -> None:
    text = example("---\ntitle: Up from")
    problems = problems_with(tmp_path / "guide", {"content/pages/up.md": text})
    assert not problems, told(problems)


KNEE = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize("beginning", ["figure:\n  view", "figure:\n  image"])
def test_the_figures_can_be_written_down_as_they_stand(tmp_path: Path, beginning: str) -> None:
    text = example("---\ntitle: Knee hug").replace("feel:", f"{example(beginning)}feel:", 1)
    files = {"content/exercises/knee-hug.md": text, "content/exercises/knee.svg": KNEE}
    problems = problems_with(tmp_path / "guide", files)
    assert not problems, told(problems)


def test_it_names_every_key_place_and_prop_of_a_figure() -> None:
    keys = [*POSTURE.keys, *keys_of(LegRecord), *keys_of(ArmRecord), *HAND_SPOTS]
    assert [word for word in keys if f"`{word}`" not in README] == []
    assert [prop for prop in Prop if not re.search(rf"^ +props:.*\b{prop}\b", README, re.M)] == []


def test_a_guide_of_ones_own_can_be_begun_with_nothing_but_the_readme(tmp_path: Path) -> None:
    files = {
        "guide.yaml": example("format: 1"),
        "content/targets.yaml": example("lower back:"),
        "content/equipment.yaml": example("mat:"),
        "content/cautions.yaml": example("stop-pain:"),
        "content/sources.yaml": example("healthwise-k2c:"),
        "content/pages/safety.md": example("---\ntitle: Check this first"),
        "content/home.md": example("---\ntitle: Stretch"),
        "content/exercises/knee-hug.md": example("---\ntitle: Knee hug"),
    }
    problems = check(write_files(tmp_path, dict(files))).problems
    assert not problems, told(problems)


def test_the_look_can_be_written_down_as_it_stands(tmp_path: Path) -> None:
    settings = (REPOSITORY / "guide.yaml").read_text(encoding="utf-8") + example("look:")
    font = (REPOSITORY / "static" / "fonts" / "bitter-600-latin.woff2").read_bytes()
    copy_guide(tmp_path / "guide")
    write_files(
        tmp_path / "guide",
        {
            "guide.yaml": settings,
            "static/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
            "static/fonts/mine.woff2": font,
        },
    )
    problems = check(tmp_path / "guide").problems
    assert not problems, told(problems)
