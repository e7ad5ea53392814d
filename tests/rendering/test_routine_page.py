"""A routine's page: its mat, the changes of position on the way, and how it ends."""

import re
from pathlib import Path

import pytest

from tests import week
from tests.guides import ROUTINE, STRETCH
from tests.rendering.sites import render

ENTRIES = "  - exercise: knee-hug\n"
UPRIGHT = "content/exercises/upright.md"


def page(folder: Path, entries: str, after: str = "") -> str:
    """The page of a routine of knee hugs (lying) and of the same upright (standing)."""
    routine = ROUTINE.replace(ENTRIES, entries)
    if after:
        head, _, body = routine[4:].partition("---\n")
        routine = f"---\n{head}after: {after}\n---\n{body}"
    upright = STRETCH.replace("position: supine", "position: standing")
    changes = {"content/routines/morning.md": routine, UPRIGHT: upright}
    return render(folder, changes)["routines/morning.html"]


def moves(html: str) -> list[str]:
    return re.findall(r'<p class="move"[^>]*>(.*?)</p>', html)


def ending(html: str) -> str:
    found = re.search(r'is-end">\s*<h3>(.*?)</h3>', html)
    return found[1] if found else ""


class TestWay:
    def test_announces_each_change_of_position_and_not_the_first(self, tmp_path: Path) -> None:
        upright = "  - exercise: upright\n"
        way = ENTRIES * 2 + upright + "  - rest: 10 s\n" + upright + ENTRIES
        assert moves(page(tmp_path, way)) == ["Stand up slowly", "Lie on your back"]

    @pytest.mark.parametrize(
        ("last", "after", "title"),
        [
            ("knee-hug", "Roll over.", "Then get up"),
            ("knee-hug", "", "To finish"),
            ("upright", "Walk about.", "To finish"),
        ],
    )
    def test_ends_with_getting_up_for_whoever_lies(
        self, tmp_path: Path, last: str, after: str, title: str
    ) -> None:
        assert ending(page(tmp_path, f"  - exercise: {last}\n", after)) == title


class TestMat:
    HELD = re.compile(r'<rect class="mat-held" x="([\d.]+)%" width="([\d.]+)%"')
    PIECE = re.compile(r'<svg class="mat-piece" x="([\d.]+)%" width="([\d.]+)%">')

    def test_has_a_piece_for_each_entry_and_is_dark_where_something_is_held(
        self, tmp_path: Path
    ) -> None:
        html = page(tmp_path, ENTRIES + "  - rest: 10 s\n" + ENTRIES)
        pieces = [(float(start), float(length)) for start, length in self.PIECE.findall(html)]
        assert len(pieces) == 3
        assert pieces[0][0] == 0
        assert sum(length for _, length in pieces) == pytest.approx(100, abs=0.05)
        for start, length in self.HELD.findall(html):
            assert 0 < float(start) < 100
            assert float(start) + float(length) <= 100.01
        assert len(self.HELD.findall(html)) > 0

    def test_of_a_long_routine_shows_no_holds(self, tmp_path: Path) -> None:
        html = page(tmp_path, ENTRIES * 8)
        assert len(self.PIECE.findall(html)) == 8
        assert self.HELD.findall(html) == []

    def test_stands_on_every_day_of_a_week(self, tmp_path: Path) -> None:
        html = render(tmp_path, week.FILES)["routines/first-week.html"]
        assert html.count('<figure class="mat">') == 2
