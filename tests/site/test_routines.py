"""The guide's routines take as long as was planned, and a week's days stand on their own."""

import pytest

from supple.domain.guide import Guide
from supple.domain.phases import phases_by_entry, total_seconds
from supple.reading.folder import read_guide
from tests.sites import REPOSITORY, Built
from tests.told import told

SECONDS = {
    "three-minute-lie-down-break": ((135, 45),),
    "morning-start-in-bed": ((48, 51, 55, 30),),
    "desk-break": ((38, 48, 81, 105, 75),),
    "after-lifting-or-carrying": ((38, 80, 135, 53, 55),),
    "before-bed": ((195, 95, 105, 30),),
    "hamstring-focus": ((300, 150, 60, 80, 25),),
    "full-back-care-15-minutes": ((48, 105, 55, 53, 145, 105, 60, 83, 64, 80, 48, 38),),
    "beginner-week": (
        (135, 28, 51),
        (33, 45, 130),
        (56, 45, 25),
        (48, 81, 38),
        (48, 85, 130),
        (83, 64, 58),
        (48, 53, 55, 30, 130),
    ),
}
"""The seconds of each entry of each day, added up by hand from holds, releases and changes."""

TOTALS = {
    "three-minute-lie-down-break": "3 min",
    "morning-start-in-bed": "3 min 4 s",
    "desk-break": "5 min 47 s",
    "after-lifting-or-carrying": "6 min 1 s",
    "before-bed": "7 min 5 s",
    "hamstring-focus": "10 min 15 s",
    "full-back-care-15-minutes": "14 min 44 s",
}
DAYS = (
    "3 min 34 s",
    "3 min 28 s",
    "2 min 6 s",
    "2 min 47 s",
    "4 min 23 s",
    "3 min 25 s",
    "5 min 16 s",
)


@pytest.fixture(scope="module")
def guide() -> Guide:
    guide, problems = read_guide(REPOSITORY)
    assert guide is not None, told(problems)
    return guide


def test_there_are_these_and_no_others(guide: Guide) -> None:
    assert guide.routines.keys() == SECONDS.keys()


@pytest.mark.parametrize("slug", SECONDS)
def test_each_entry_takes_the_time_that_was_planned(guide: Guide, slug: str) -> None:
    days = [
        tuple(map(total_seconds, phases_by_entry(day.entries, guide.exercises, timing)))
        for day in guide.routines[slug].days
        for timing in [guide.settings.timing]
    ]
    assert tuple(days) == SECONDS[slug]


@pytest.mark.parametrize("slug", TOTALS)
def test_its_page_says_how_long_it_takes(site: Built, slug: str) -> None:
    assert f"<strong>{TOTALS[slug]}</strong>" in site.text(f"routines/{slug}.html")


class TestWeek:
    @pytest.mark.parametrize(("number", "time"), [*enumerate(DAYS, start=1)])
    def test_each_day_has_its_time_its_timer_and_its_sheet(
        self, site: Built, number: int, time: str
    ) -> None:
        _, found, rest = site.text("routines/beginner-week.html").partition(f'id="day-{number}"')
        day = rest.partition('id="day-')[0]
        assert found
        assert f"<strong>{time}</strong>" in day
        assert f'data-timer="routines/beginner-week.html#day-{number}"' in day
        assert f'href="../sheets/beginner-week-day-{number}.html"' in day

    def test_a_days_sheet_has_that_day_alone(self, site: Built) -> None:
        sheet = site.text("sheets/beginner-week-day-3.html")
        assert "Beginner week. Day 3: Both knees</h1>" in sheet
        assert 'href="../routines/beginner-week.html#day-3"' in sheet
        assert sheet.count('<span class="disc">') == 3
        assert "Settle in" not in sheet

    def test_a_day_says_when_to_stop_its_own_exercises(self, site: Built) -> None:
        """Nobody bends backwards on the first day."""
        week = site.text("routines/beginner-week.html")
        first, fourth = (week.partition(f'id="day-{day}"')[2] for day in (1, 4))
        warning = "bends backwards"
        assert warning not in first.partition('id="day-2"')[0]
        assert warning in fourth.partition('id="day-5"')[0]


def test_home_lists_the_first_routine_once(site: Built) -> None:
    home = site.text("index.html")
    above = [row for row in home.split("<li ") if row.startswith('class="row is-above"')]
    assert len(above) == 1
    assert "Morning start in bed" in above[0]
    assert "More routines" in home
