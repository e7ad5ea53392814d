"""The list of what pages do for WCAG: it leaves nothing out, and names tests that there are."""

import re
from typing import Final

from tests.sites import REPOSITORY

TEXT: Final = (REPOSITORY / "docs" / "accessibility.md").read_text(encoding="utf-8")
CRITERIA: Final = {
    "1.1": [1],
    "1.2": [1, 2, 3, 4, 5],
    "1.3": [1, 2, 3, 4, 5],
    "1.4": [1, 2, 3, 4, 5, 10, 11, 12, 13],
    "2.1": [1, 2, 4],
    "2.2": [1, 2],
    "2.3": [1],
    "2.4": [1, 2, 3, 4, 5, 6, 7, 11],
    "2.5": [1, 2, 3, 4, 7, 8],
    "3.1": [1, 2],
    "3.2": [1, 2, 3, 4, 6],
    "3.3": [1, 2, 3, 4, 7, 8],
    "4.1": [2, 3],
}
"""Those of levels A and AA in WCAG 2.2, by their guidelines."""
ROW: Final = re.compile(r"^\| (\d[\d., –]+) A.*\| ([^|]+) \|$", re.MULTILINE)


def numbers(told: str) -> list[str]:
    """ "1.2.1–1.2.5, 1.3.1": each of them."""
    found = []
    for each in told.split(","):
        first, _, last = each.strip().partition("–")
        guideline, _, number = first.rpartition(".")
        end = int((last or first).rpartition(".")[2])
        found += [f"{guideline}.{one}" for one in range(int(number), end + 1)]
    return found


def test_every_criterion_is_there_once() -> None:
    told = [number for row in ROW.finditer(TEXT) for number in numbers(row[1])]
    assert sorted(told) == sorted(
        f"{one}.{each}" for one, all_ in CRITERIA.items() for each in all_
    )


def test_every_criterion_says_how_it_was_checked() -> None:
    ways = [row[2] for row in ROW.finditer(TEXT)]
    assert [way for way in ways if "not checked" in way] == []


def test_every_test_that_it_names_is_there() -> None:
    names = re.findall(r"`(?:tests/)?([\w/]*test_\w+)`", TEXT)
    assert len(set(names)) > 10
    gone = [name for name in names if not list((REPOSITORY / "tests").rglob(f"{name}.py"))]
    assert gone == []
