"""What stands on a sheet."""

import re
from collections.abc import Mapping
from pathlib import Path

from supple.domain.paper import Form, Layout, Paper
from supple.rendering import addresses
from supple.rendering.paper.contents import SheetPage
from supple.rendering.paper.fitting import paginate
from supple.rendering.paper.foot import foot, plan_feet, shortened
from supple.rendering.paper.numbers import in_ranges
from supple.rendering.paper.type import width
from supple.rendering.views.desk import Desk
from supple.rendering.views.sheet import sheet_page
from tests import week
from tests.guides import FILES, ROUTINE, SAFETY, SETTINGS, STRETCH
from tests.rendering.paper.fits import FITS, as_text
from tests.rendering.sites import SAY, read, render

CAUTIONS = "content/cautions.yaml"
HUG = "content/exercises/knee-hug.md"


def page(
    folder: Path,
    changes: Mapping[str, str | bytes | None],
    day: int = 0,
    form: Form | None = None,
) -> SheetPage:
    guide = read(folder, changes)
    slug = "first-week" if day else "morning"
    desk = Desk(guide, SAY, addresses.sheet(slug, day))
    return sheet_page(desk, guide.routines[slug], day, form)


def test_numbers_that_follow_each_other_are_a_range() -> None:
    assert in_ranges([4, 1, 2, 3, 3]) == "1–4"
    assert in_ranges([1, 2, 7]) == "1, 2, 7"
    assert in_ranges([]) == ""


class TestStop:
    LEG = (
        FILES[CAUTIONS] + "leg:\n  title: Leg\n  short: tingling in a leg\n  kind: stop\n"
        "  text: Stop if a leg tingles.\n"
    )

    def stop(self, folder: Path, line: str) -> list[str]:
        changes = {
            CAUTIONS: self.LEG,
            HUG: STRETCH.replace("  - hip\n", "  - leg\n"),
            "content/pages/safety.md": SAFETY.replace("  - Sharp pain\n", line),
        }
        return [str(each.text) for each in page(folder, changes).stop]

    def test_the_list_speaks_for_a_warning_whose_words_it_has(self, tmp_path: Path) -> None:
        line = "  - Pain or tingling in the leg\n  - What hurts you, stop it\n"
        assert "Stop if a leg tingles." not in self.stop(tmp_path, line)

    def test_a_warning_of_which_it_says_less_stands_there_itself(self, tmp_path: Path) -> None:
        (tmp_path / "a").mkdir()
        assert "Stop if a leg tingles." in self.stop(tmp_path / "a", "  - Pain in the leg\n")


class TestDays:
    def test_each_day_of_a_week_has_a_sheet_of_its_own(self, tmp_path: Path) -> None:
        pages = render(tmp_path, week.FILES)
        assert {each for each in pages if each.startswith("sheets/first")} == {
            "sheets/first-week.html",
            "sheets/first-week-day-1.html",
            "sheets/first-week-day-2.html",
        }
        assert "first-week-day-2.html" in pages["routines/first-week.html"]

    def test_it_has_its_own_exercises_and_leads_back_to_its_day(self, tmp_path: Path) -> None:
        one = page(tmp_path, week.FILES, 1)
        assert len(one.days) == 1
        assert one.days[0].title == ""
        assert one.routine.endswith("Day 1: " + one.routine.rpartition(": ")[2])
        assert one.back.href.endswith("routines/first-week.html#day-1")


class TestEnd:
    MORNING = "content/routines/morning.md"
    FLOOR = ROUTINE.replace("place: bed", "place: floor")
    AFTER = FLOOR.replace("checked:", "after: Push yourself up.\nchecked:")
    ROLL = "Roll onto one side and push up with your hands. Stand up slowly."
    STAND = STRETCH.replace("Knee hug", "Reach up").replace("supine", "standing")

    def ends(self, folder: Path, routine: str) -> tuple[str, dict[str, str]]:
        changes = {self.MORNING: routine, "content/exercises/reach-up.md": self.STAND}
        found = page(folder, changes)
        return found.days[0].up, dict(found.days[0].ups)

    def test_a_routine_that_doesnt_say_how_to_get_up_is_helped(self, tmp_path: Path) -> None:
        assert self.ends(tmp_path, self.FLOOR) == (self.ROLL, {"supine": self.ROLL})
        assert (
            f'<p class="after up">{self.ROLL}</p>'
            in (render(tmp_path / "site", {self.MORNING: self.FLOOR})["sheets/morning.html"])
        )

    def test_a_rest_at_the_end_leaves_one_lying(self, tmp_path: Path) -> None:
        rest = self.FLOOR.replace("checked:", "  - rest: 30 s\nchecked:")
        assert self.ends(tmp_path, rest)[0] == self.ROLL

    def test_in_bed_nobody_has_to_get_up(self, tmp_path: Path) -> None:
        assert self.ends(tmp_path, ROUTINE) == ("", {})

    def test_words_of_its_own_are_enough(self, tmp_path: Path) -> None:
        assert self.ends(tmp_path, self.AFTER) == ("", {})

    def test_one_that_ends_standing_knows_the_way_for_who_leaves_that_out(
        self, tmp_path: Path
    ) -> None:
        up = self.AFTER.replace("knee-hug\n", "knee-hug\n  - exercise: reach-up\n")
        assert self.ends(tmp_path, up) == ("", {"supine": self.ROLL})


class TestWeek:
    def test_any_exercise_of_any_day_can_be_left_out(self, tmp_path: Path) -> None:
        html = render(tmp_path, week.FILES)["sheets/first-week.html"]
        boxes = re.findall(r'type="checkbox" name="exercise" value="(\d+)"', html)
        assert boxes == re.findall(r'data-exercise="(\d+)"', html)
        assert boxes == [str(key) for key in range(1, len(boxes) + 1)]
        assert html.count("<legend>Day ") == 2


class TestSources:
    def test_a_web_page_is_named_where_its_address_is_on_the_sheet(self, tmp_path: Path) -> None:
        codes = [f"source-{number}" for number in range(5)]
        sources = "".join(
            f"{code}:\n  title: {code}\n  publisher: {code}\n  grade: B\n" for code in codes
        )
        used = "".join(f"  - source: {code}\n    hold: 15-30 s\n" for code in codes)
        changes = {
            "content/sources.yaml": FILES["content/sources.yaml"] + sources,
            HUG: STRETCH.replace("sources:\n", f"sources:\n{used}"),
        }
        assert "and others." in page(tmp_path / "a", changes).sources
        assert "web page" not in page(tmp_path / "b", changes).sources
        changes["guide.yaml"] = f"{SETTINGS}url: https://example.org/\n"
        assert "The web page names each." in page(tmp_path / "c", changes).sources


class TestForms:
    def test_the_page_for_browsers_can_be_printed_in_all(self, tmp_path: Path) -> None:
        assert list(page(tmp_path, {}).fits) == ["a4", "letter", "a4-large", "letter-large"]

    def test_the_guide_says_for_which_paper(self, tmp_path: Path) -> None:
        settings = f"{SETTINGS}outputs:\n  paper: [letter]\n"
        assert list(page(tmp_path, {"guide.yaml": settings}).fits) == ["letter", "letter-large"]

    def test_a_pdf_is_of_one_and_has_nothing_to_choose(self, tmp_path: Path) -> None:
        one = page(tmp_path, {}, form=Form(Paper.LETTER, Layout.LARGE))
        assert one.classes == "letter large close stacked"
        assert not one.is_web


def test_a_guide_with_an_address_has_a_code_that_says_where_it_leads(tmp_path: Path) -> None:
    changes = {"guide.yaml": f"{SETTINGS}url: https://example.org/\n"}
    html = render(tmp_path / "with", changes)["sheets/morning.html"]
    assert re.search(r'<svg [^>]*class="code"><title>Link to: Morning</title>', html)
    assert "https://example.org/routines/morning.html</b>" in html
    assert 'class="code"' not in render(tmp_path / "without", {})["sheets/morning.html"]


class TestPages:
    def test_what_may_not_be_broken_goes_on_to_the_next(self) -> None:
        assert paginate([60, 30, 20], 100) == (2, 80)
        assert paginate([60, 40], 100) == (1, 0)

    def test_what_is_higher_than_a_page_is_broken(self) -> None:
        assert paginate([20, 250, 40], 100) == (4, 10)


def test_what_is_left_of_a_sheet_is_set_as_the_golden_file_says() -> None:
    """By which the script is held to the same."""
    assert as_text() == FITS.read_text("utf-8")


class TestFoot:
    def test_names_the_sheet_and_counts_its_pages(self) -> None:
        css = foot("Morning", SAY)
        assert '@bottom-left{content:"Morning"}' in css
        assert '@bottom-right{content:"Page " counter(page) " of " counter(pages) ""}' in css

    def test_no_title_ends_its_string(self) -> None:
        assert r'content:"a\"}b\\"' in foot('a"}b\\', SAY)

    def test_a_long_title_leaves_room_for_the_number(self) -> None:
        assert shortened("Morning") == "Morning"
        assert shortened("w" * 120).endswith("w…")
        assert width(shortened("w" * 120), 700, 18) <= 118

    def test_is_there_for_each_sheet(self, tmp_path: Path) -> None:
        feet = dict(plan_feet(read(tmp_path, week.FILES), SAY))
        assert set(feet) >= {"sheets/first-week.css", "sheets/first-week-day-2.css"}
