"""Old addresses go on working."""

from pathlib import Path

import pytest

from supple.pipeline import build, check
from tests import week
from tests.guides import FILES, ROUTINE, STRETCH, write_guide
from tests.site.pages import pages_of
from tests.sites import Built
from tests.told import told

HUG = "content/exercises/knee-hug.md"
OTHER = "content/exercises/other.md"
MORNING = "content/routines/morning.md"


def with_aliases(text: str, *names: str) -> str:
    listed = "".join(f"  - {name}\n" for name in names)
    return text.replace("summary:", f"aliases:\n{listed}summary:", 1)


@pytest.fixture
def moved(tmp_path: Path) -> dict[str, str]:
    """Where each page of a guide with old addresses sends whoever comes."""
    guide = write_guide(
        tmp_path / "guide",
        {
            HUG: with_aliases(STRETCH, "old-hug", "hug.html"),
            MORNING: with_aliases(ROUTINE, "start"),
        },
    )
    outcome = build(guide, tmp_path / "site")
    assert not outcome.problems, told(outcome.problems)
    found = {}
    for page in pages_of(Built(guide, tmp_path / "site")):
        if page.leads_on:
            sent = page.one('meta[http-equiv="refresh"]').attributes["content"]
            found[page.address] = sent or ""
    return found


def test_each_leads_to_where_its_page_is_now(moved: dict[str, str]) -> None:
    assert moved == {
        "exercises/old-hug.html": "0; url=../exercises/knee-hug.html",
        "exercises/hug.html": "0; url=../exercises/knee-hug.html",
        "routines/start.html": "0; url=../routines/morning.html",
        "sheets/start.html": "0; url=../sheets/morning.html",
        "cards/start.html": "0; url=../cards/morning.html",
    }


def test_those_of_a_weeks_sheets_lead_to_each_days(tmp_path: Path) -> None:
    text = with_aliases(week.WEEK, "old-week")
    guide = write_guide(tmp_path / "guide", {**week.FILES, "content/routines/first-week.md": text})
    assert build(guide, tmp_path / "site").tally
    for name in ("week", "week-day-1", "week-day-2"):
        html = (tmp_path / "site/sheets" / f"old-{name}.html").read_text(encoding="utf-8")
        assert f"../sheets/first-{name}.html" in html


def test_a_routine_that_is_named_like_a_day_of_another_is_told(tmp_path: Path) -> None:
    name = "content/routines/first-week-day-2.md"
    files = {**week.FILES, name: ROUTINE, "content/routines/first-week-day-3.md": ROUTINE}
    assert (
        f"{name}:2:8  error  first-week-day-2 would have the sheet of a day of "
        "content/routines/first-week.md\n"
        "    hint: choose another name, without -day- and a number"
    ) in (said := told(check(write_guide(tmp_path, files)).problems))
    assert "first-week-day-3 would" not in said


def test_one_that_is_taken_is_told(tmp_path: Path) -> None:
    other = with_aliases(STRETCH.replace("Knee hug", "Knee pull"), "knee-hug", "old")
    guide = write_guide(tmp_path, {HUG: with_aliases(STRETCH, "old"), OTHER: other})
    hint = "    hint: take the alias out of one of the two"
    assert told(check(guide).problems) == (
        f"{OTHER}:4:5  error  aliases: knee-hug is the address of {HUG}\n{hint}\n"
        f"{OTHER}:5:5  error  aliases: old is the address of {HUG}\n{hint}"
    )


def test_one_that_cannot_be_an_address_is_told(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, {HUG: with_aliases(FILES[HUG], "../up")})
    assert told(check(guide).problems) == (
        "content/exercises/knee-hug.md:4:5  error  aliases: ../up is not an old name\n"
        "    hint: write one of the same folder, in small letters and without an ending: up"
    )
