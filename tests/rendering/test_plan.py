"""The plan: every page once, under the address that it promises to keep."""

from collections import Counter
from pathlib import Path

import pytest

from supple.rendering.plan import plan_files, plan_pages
from tests import week
from tests.guides import SETTINGS, STRETCH
from tests.rendering.sites import SAY, plan, read

ADDRESSES = [
    "404.html",
    "about.html",
    "cards/all.html",
    "cards/first-week.html",
    "cards/morning.html",
    "diary.html",
    "equipment/bed.html",
    "equipment/mat.html",
    "exercises/cat-breath.html",
    "exercises/index.html",
    "exercises/knee-hug.html",
    "exercises/lift.html",
    "exercises/old-lift.html",
    "index.html",
    "levels/gentle.html",
    "levels/moderate.html",
    "places/bed.html",
    "places/floor.html",
    "places/standing.html",
    "positions/hands-and-knees.html",
    "positions/prone.html",
    "positions/supine.html",
    "routines/first-week.html",
    "routines/index.html",
    "routines/morning.html",
    "safety.html",
    "sheets/first-week-day-1.html",
    "sheets/first-week-day-2.html",
    "sheets/first-week.html",
    "sheets/morning.html",
    "targets/hüfte.html",
    "targets/lower-back.html",
]


def test_every_page_is_planned_once_under_its_address(tmp_path: Path) -> None:
    plans = Counter(each.address for each in plan_pages(read(tmp_path, week.FILES), SAY, {}))
    assert plans == Counter(ADDRESSES)


def test_of_files_beside_the_text_those_are_planned_that_a_text_names(tmp_path: Path) -> None:
    linked = f"{STRETCH}\n[a](leaflet.pdf) [![b](b.png)](knee-hug.md) <img src='raw.png'>\n"
    files = {f"content/exercises/{name}": "?" for name in ("leaflet.pdf", "b.png", "raw.png")}
    guide = read(tmp_path, {"content/exercises/knee-hug.md": linked, **files})
    assert [*plan_files(guide)] == [
        (f"exercises/{name}", f"exercises/{name}") for name in ("b.png", "leaflet.pdf", "raw.png")
    ]


def test_sheets_are_not_planned_where_nobody_wants_them(tmp_path: Path) -> None:
    settings = f"{SETTINGS}outputs:\n  sheets: false\n"
    assert [*plan(tmp_path, {"guide.yaml": settings})] == [
        address for address in plan(tmp_path, {}) if not address.startswith("sheets/")
    ]


def test_a_guide_without_anything_to_time_has_no_diary(tmp_path: Path) -> None:
    pages = {"content/exercises/knee-hug.md": None, "content/routines/morning.md": None}
    assert "diary.html" in plan(tmp_path / "with", {})
    assert "diary.html" not in plan(tmp_path / "without", pages)


@pytest.mark.parametrize("missing", ["content/home.md", "content/pages/safety.md"])
def test_a_guide_without_a_page_that_it_should_have_is_planned_all_the_same(
    tmp_path: Path, missing: str
) -> None:
    planned = plan(tmp_path, {missing: None})
    assert "index.html" in planned
    assert ("safety.html" in planned) is (missing == "content/home.md")


def test_a_list_has_the_exercises_that_belong_to_it(tmp_path: Path) -> None:
    planned = plan(
        tmp_path, {**week.FILES, "content/exercises/calf.md": STRETCH.replace("Knee", "Calf")}
    )
    text = str(planned["positions/supine.html"].page)
    assert ("calf.html" in text, "knee-hug.html" in text, "lift.html" in text) == (
        True,
        True,
        False,
    )


def test_a_page_is_planned_from_what_it_shows_and_nothing_else(tmp_path: Path) -> None:
    """So that a list changes only when something changes that it shows."""
    before = plan(tmp_path / "before", {})
    feel = STRETCH.replace("feel: A gentle pull.", "feel: A stronger pull.")
    after = plan(tmp_path / "after", {"content/exercises/knee-hug.md": feel})
    changed = [address for address in after if before[address] != after[address]]
    assert changed == [
        "exercises/knee-hug.html",
        "sheets/morning.html",
        "cards/all.html",
        "cards/morning.html",
    ]
