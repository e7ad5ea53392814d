"""Problems as machines read them."""

import json
from pathlib import Path

import pytest

from supple.checking.guide import WRITE_SAFETY
from supple.cli import main
from tests.guides import STRETCH, write_guide

HUG = "content/exercises/knee-hug.md"
DAY = ("--today", "2026-11-22")
BROKEN = {
    "content/exercises/knee-hug.md": STRETCH.replace(
        "hold: 15-30 s\n  reps", "hold: 30sek\n  reps"
    ),
    "content/pages/safety.md": None,
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return write_guide(tmp_path / "guide", BROKEN)


def test_json_is_a_list_with_all_that_is_known(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(guide), "--format", "json", *DAY]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "severity": "error",
            "path": "content/exercises/knee-hug.md",
            "line": 11,
            "column": 9,
            "rule": "value",
            "message": "hold: 30sek is not a duration",
            "hint": "write 30 s, 15-20 s or 2 min",
        },
        {
            "severity": "warning",
            "path": "content/pages/safety.md",
            "line": None,
            "column": None,
            "rule": "page-missing",
            "message": "there is no such page",
            "hint": WRITE_SAFETY,
        },
    ]


def test_json_of_a_guide_without_problems_is_an_empty_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(write_guide(tmp_path)), "--format", "json", *DAY]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_is_told_file_line_and_column_from_the_top_of_the_checkout(
    guide: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(guide.parent)
    assert main(["check", "guide", "--format", "github", *DAY]) == 1
    assert capsys.readouterr().out == (
        "::error file=guide/content/exercises/knee-hug.md,line=11,col=9,title=value"
        "::hold: 30sek is not a duration%0Awrite 30 s, 15-20 s or 2 min\n"
        "::warning file=guide/content/pages/safety.md,title=page-missing"
        f"::there is no such page%0A{WRITE_SAFETY}\n"
        "guide: 1 error, 1 warning.\n"
    )


def test_an_unknown_form_is_a_wrong_command_line(guide: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", str(guide), "--format", "xml"])
    assert stop.value.code == 2
