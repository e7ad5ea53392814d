"""Whether anything has changed, seen from outside: what must be noticed, and what costs nothing."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import time_ns
from typing import NoReturn

import pytest

from supple.cli import main
from supple.printing.typesetting import NoPressError
from supple.publishing.compression import LEFT_OUT
from supple.publishing.ledger import ledger_file
from supple.publishing.traces import Known, unchanged
from supple.rendering.paper.plan import plan_prints
from tests.guides import SETTINGS, write_guide
from tests.sites import REPOSITORY

ASKED = {"strict": False, "drafts": False}
PAGE = "exercises/knee-hug.html"

LOADED = """
import sys
from supple.cli import main
assert main(["build"]) == 0
print(sorted({"jinja2", "markdown", "yaml", "supple.pipeline"} & set(sys.modules)))
"""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide that was built, whose files are older than a clock's tick."""
    guide = write_guide(tmp_path / "guide")
    for file in (each for each in guide.rglob("*") if each.is_file()):
        os.utime(file, ns=(1_700_000_000_000_000_001, 1_700_000_000_000_000_001))
    assert main(["build", str(guide)]) == 0
    return guide


def known(guide: Path, asked: Mapping[str, bool] = ASKED) -> Known | None:
    return unchanged(guide, guide / "_site", asked)


def test_nothing_has_changed(guide: Path) -> None:
    found = known(guide)
    assert found
    assert found.files == len([each for each in (guide / "_site").rglob("*") if each.is_file()])


def test_then_nothing_is_loaded_and_the_same_is_said(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (guide / "content/home.md").unlink()
    capsys.readouterr()
    main(["build", str(guide)])
    warned, _ = capsys.readouterr()
    said = subprocess.run(
        (sys.executable, "-c", LOADED),
        cwd=guide,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    *told, last, loaded = said.splitlines()
    assert loaded == "[]"
    assert told == warned.splitlines()[:-1]
    assert "nothing to do" in last
    assert "1 warning" in last


def write(name: str, text: str) -> Callable[[Path], object]:
    def change(guide: Path) -> None:
        (guide / name).parent.mkdir(parents=True, exist_ok=True)
        (guide / name).write_text(text, encoding="utf-8")

    return change


def edit(name: str) -> Callable[[Path], object]:
    """A letter more at the end of a file."""
    return lambda guide: (guide / name).write_bytes((guide / name).read_bytes() + b"x")


def slip(name: str) -> Callable[[Path], object]:
    """Another letter at the end of a file, which then looks as it did."""

    def change(guide: Path) -> None:
        seen = (guide / name).stat()
        (guide / name).write_bytes((guide / name).read_bytes()[:-2] + b"x\n")
        os.utime(guide / name, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    return change


CHANGES: Mapping[str, Callable[[Path], object]] = {
    "a text": edit("content/exercises/knee-hug.md"),
    "a text whose size and time stay the same": slip("content/exercises/knee-hug.md"),
    "the settings": edit("guide.yaml"),
    "a new page": write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n"),
    "a page that is gone": lambda guide: (guide / "content/home.md").unlink(),
    "another name": lambda guide: (guide / "content/exercises/knee-hug.md").rename(
        guide / "content/exercises/hug.md"
    ),
    "a template": write("templates/page.html", "{{ page.title }}"),
    "a static file": write("static/more.css", "p { color: red }"),
    "a folder at the top": write("template/page.html", "in the wrong place"),
    "a page edited by hand": edit(f"_site/{PAGE}"),
    "a page that was deleted": lambda guide: (guide / "_site" / PAGE).unlink(),
    "the ledger": lambda guide: ledger_file(guide, guide / "_site").write_text("{}"),
    "a link": lambda guide: (guide / "content/link.md").symlink_to("home.md"),
    "a damaged note": lambda guide: note(guide).write_bytes(note(guide).read_bytes()[:-100]),
    "a note of nothing": lambda guide: note(guide).write_text("[]"),
    "no note": lambda guide: note(guide).unlink(),
}


def note(guide: Path) -> Path:
    (found,) = (guide / ".supple").glob("seen-*.json")
    return found


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_is_noticed(guide: Path, change: Callable[[Path], object]) -> None:
    change(guide)
    assert known(guide) is None


def test_a_change_in_the_same_tick_of_the_clock_as_the_last_look_is_noticed_too(
    guide: Path,
) -> None:
    page = guide / "content/exercises/knee-hug.md"
    tick = (time_ns() + 10**9,) * 2
    os.utime(page, ns=tick)  # so late that no build has looked later
    assert main(["build", str(guide)]) == 0
    assert known(guide)
    page.write_bytes(page.read_bytes().replace(b"Why and how.", b"How and why."))
    os.utime(page, ns=tick)
    assert known(guide) is None


def test_what_the_site_lacks_is_said_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("supple.publishing.compression.has_brotli", lambda: False)
    settings = f"{SETTINGS}outputs: {{compressed: true, pdf: false}}\n"
    guide = write_guide(tmp_path / "guide", {"guide.yaml": settings})
    assert main(["build", str(guide)]) == 0
    assert main(["build", str(guide)]) == 0
    first, _, again, last = capsys.readouterr().out.splitlines()
    assert first == again == LEFT_OUT
    assert "nothing to do" in last
    assert known(guide)


def test_what_only_trying_tells_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library may be there that lacks something of the system."""
    monkeypatch.setattr("supple.pipeline.plan_prints", plan_prints)  # as elsewhere than in tests
    monkeypatch.setattr("supple.printing.press.library", lambda: "weasyprint 1")
    monkeypatch.setattr("supple.printing.press.printed", none_is_printed)
    guide = write_guide(tmp_path / "guide")
    assert main(["build", str(guide)]) == 0
    assert known(guide) is None


def none_is_printed(*_: object, **__: object) -> NoReturn:
    raise NoPressError


def test_what_was_asked_for_counts(guide: Path) -> None:
    assert known(guide, {"strict": True, "drafts": False}) is None
    assert known(guide, {"strict": False, "drafts": True}) is None
    assert unchanged(guide, guide / "other", ASKED) is None


def test_to_touch_a_file_changes_nothing_for_long(guide: Path) -> None:
    (guide / "content/exercises/knee-hug.md").touch()
    assert main(["build", str(guide)]) == 0
    assert known(guide)
