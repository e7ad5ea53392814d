"""Letters that no font has: nobody finds out from an empty place on paper."""

import re
from pathlib import Path
from typing import Final

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from supple.cli import main
from tests.guides import STRETCH, write_guide

STATIC: Final = Path(__file__).parents[2] / "static"
FACE: Final = re.compile(r'url\("(fonts/sheet-[^"]+)"\).*?unicode-range: ([^;]+);')
PRIVATE: Final = "\ue123"
"""A letter that no font may have: each may give it a meaning of its own."""
HUG: Final = "content/exercises/knee-hug.md"


def test_a_letter_that_no_font_has_is_a_warning_at_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = STRETCH.replace("title: Knee hug", f"title: Knee {PRIVATE} hug Ā")
    guide = write_guide(tmp_path / "guide", {HUG: changed})
    monkeypatch.chdir(guide)
    assert main(["print", "morning"]) == 0
    told = capsys.readouterr().out
    assert f"{HUG}:2:13  warning  PDFs lack {PRIVATE}: neither" in told
    assert told.count("warning") == 1
    (guide / HUG).write_text(STRETCH)
    assert main(["print", "morning"]) == 0
    assert "warning" not in capsys.readouterr().out


def test_the_style_claims_no_letter_that_the_font_lacks() -> None:
    """Else no font of the machine is asked for it, and it is left out."""
    faces = FACE.findall((STATIC / "sheet.css").read_text("utf-8"))
    assert len(faces) == 4
    for file, ranges in faces:
        known = {*TTFont(STATIC / file).getBestCmap(), *range(0x20), *range(0x7F, 0xA0)}
        claimed = {
            code
            for each in re.findall(r"U\+([0-9A-F-]+)", ranges)
            for first, _, last in [each.partition("-")]
            for code in range(int(first, 16), int(last or first, 16) + 1)
        }
        assert claimed <= known, (file, sorted(map(hex, claimed - known)))
