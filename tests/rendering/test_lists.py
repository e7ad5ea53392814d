"""Lists and what narrows them down: every choice is a link that leads somewhere."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from supple.rendering.views.filters import Facet, catalogue, limit_of, limits_of, tag
from supple.rendering.views.home import HomePage
from supple.rendering.views.lists import ExerciseList, RoutineList
from tests import week
from tests.guides import ROUTINE, SETTINGS, STRETCH
from tests.rendering.sites import plan, read, render

REST = """\
---
title: Long rest
summary: Lie still.
place: floor
level: moderate
exercises:
  - exercise: knee-hug
  - rest: 20 min
---
"""
LONG = STRETCH.replace("Knee hug", "Long hug").replace("hold: 20 s", "hold: 20 s\n    reps: 4")
"""One that takes four minutes."""
CHEST = STRETCH.replace("Knee hug", "Opener").replace("- lower back", "- chest")
BODY = """\
lower back:
  title: Lower back
  region: lower-back
upper back:
  title: Upper back
  region: upper-back
chest:
  title: Chest
  region: chest
"""


@pytest.fixture
def planned(tmp_path: Path) -> dict[str, Any]:
    """The pages' data of the guide that has all that a guide can have."""
    return {address: each.page for address, each in plan(tmp_path, week.FILES).items()}


def facets_of(page: object) -> dict[str, Facet]:
    assert isinstance(page, ExerciseList | RoutineList)
    return {facet.name: facet for facet in page.facets}


class TestTimes:
    @pytest.mark.parametrize(
        ("minutes", "limits"),
        [
            ([], ()),
            ([3], (3,)),
            ([3, 3, 4], (3, 4)),
            ([1, 1, 2], (1, 2)),
            ([3, 5, 6, 7, 10, 15], (3, 5, 10, 15)),
            ([3, 6, 7], (3, 7)),
            ([2, 25], (2, 25)),
        ],
    )
    def test_to_choose_are_few_and_clearly_apart(
        self, minutes: list[int], limits: tuple[int, ...]
    ) -> None:
        assert limits_of(minutes) == limits
        assert all(limit_of(each, limits) >= each for each in minutes)

    def test_that_are_long_enough_are_all_tags_of_a_routine(self, tmp_path: Path) -> None:
        guide = read(tmp_path, {"content/routines/rest.md": REST})
        tags = catalogue(guide).routines.tags
        assert [each for each in tags["morning"] if each.startswith("time")] == [
            "time=1",
            "time=21",
        ]
        assert [each for each in tags["rest"] if each.startswith("time")] == ["time=21"]


class TestChoices:
    def test_lead_to_lists_that_have_as_many_as_they_say(self, planned: dict[str, Any]) -> None:
        counted = 0
        for facet in facets_of(planned["exercises/index.html"]).values():
            for option in facet.options:
                if option.href:
                    found = planned[unquote(option.href).removeprefix("../")]
                    assert sum(len(group.rows) for group in found.groups) == option.count, option
                    counted += 1
        assert counted == 9

    def test_of_a_place_lead_to_its_routines(self, planned: dict[str, Any]) -> None:
        places = facets_of(planned["routines/index.html"])["place"].options
        assert [(each.href, each.count) for each in places] == [
            ("../places/bed.html", 1),
            ("../places/floor.html", 1),
            ("../places/standing.html", 1),
        ]
        page = planned["places/bed.html"]
        assert [row.title for group in page.groups for row in group.rows] == ["Morning"]
        assert page.title == "Routines to do in bed"

    def test_of_a_time_lead_to_their_part_of_the_list(self, tmp_path: Path) -> None:
        made = render(tmp_path, {"content/routines/rest.md": REST})
        hrefs = re.findall(r'href="([^"]*)" data-tag="time=', made["index.html"])
        assert hrefs == ["routines/index.html#up-to-1", "routines/index.html#up-to-21"]
        anchors = re.findall(r'<section id="(up-to-\d+)"', made["routines/index.html"])
        assert [f"routines/index.html#{anchor}" for anchor in anchors] == hrefs

    def test_are_all_links_which_need_no_script(self, tmp_path: Path) -> None:
        made = render(tmp_path, {"content/exercises/long.md": LONG})["exercises/index.html"]
        times = re.findall(r'<a [^>]*href="\.\./([^"]*)" data-tag="time=', made)
        assert times == ["times/up-to-1.html", "times/up-to-4.html"]
        assert not re.findall(r'<span [^>]*data-tag="\w+=\w', made)

    def test_of_a_time_lead_to_the_exercises_that_take_no_longer(self, tmp_path: Path) -> None:
        guide = {"content/exercises/long.md": LONG}
        made = {address: each.page for address, each in plan(tmp_path, guide).items()}
        short, all_ = made["times/up-to-1.html"], made["times/up-to-4.html"]
        assert isinstance(short, ExerciseList)
        assert isinstance(all_, ExerciseList)
        assert [row.title for group in short.groups for row in group.rows] == ["Knee hug"]
        assert (short.title, short.routines) == ("Exercises that take up to 1 minute", ())
        assert short.count < all_.count == 2

    def test_without_an_alternative_are_none(self, tmp_path: Path) -> None:
        assert "times/up-to-1.html" not in plan(tmp_path / "one", {})
        page = plan(tmp_path, {})["exercises/index.html"].page
        assert [*facets_of(page)] == ["equipment"]

    def test_that_a_page_is_the_list_of_are_marked_there(self, planned: dict[str, Any]) -> None:
        page = planned["targets/lower-back.html"]
        current = [o.tag for f in facets_of(page).values() for o in f.options if o.current]
        assert current == ["target=lower-back"]
        assert page.some
        assert not planned["exercises/index.html"].some

    def test_stand_in_the_tags_of_the_rows_that_they_find(self, planned: dict[str, Any]) -> None:
        for address in ("exercises/index.html", "routines/index.html"):
            page = planned[address]
            tags = [row.tags for group in page.groups for row in group.rows]
            for facet in page.facets:
                for option in facet.options:
                    assert sum(option.tag in each for each in tags) == option.count, option

    def test_have_addresses_in_any_language(self) -> None:
        assert tag("target", "Äußere Hüfte") == "target=äußere-hüfte"


class TestLists:
    def test_have_no_group_without_a_row(self, planned: dict[str, Any]) -> None:
        lists = [page for page in planned.values() if isinstance(page, ExerciseList | RoutineList)]
        assert len(lists) == 14
        assert all(group.rows for page in lists for group in page.groups)

    def test_of_a_target_have_the_routines_that_it_is_in_too(self, tmp_path: Path) -> None:
        changes = {
            "content/targets.yaml": BODY,
            "content/exercises/opener.md": CHEST,
        }
        planned = plan(tmp_path, changes)
        back, chest = planned["targets/lower-back.html"].page, planned["targets/chest.html"].page
        assert isinstance(back, ExerciseList)
        assert isinstance(chest, ExerciseList)
        assert [row.title for row in back.routines] == ["Morning"]
        assert back.found == "1 routine and 1 exercise."
        assert chest.routines == ()
        assert chest.found == "1 exercise."

    def test_of_routines_begin_with_the_shortest(self, tmp_path: Path) -> None:
        changes = {
            "content/routines/a-rest.md": REST,
            "content/routines/short.md": ROUTINE.replace("title: Morning", "title: Evening"),
        }
        page = plan(tmp_path, changes)["routines/index.html"].page
        assert isinstance(page, RoutineList)
        assert [(group.title, [row.title for row in group.rows]) for group in page.groups] == [
            ("Up to 1 minute", ["Evening", "Morning"]),
            ("Up to 21 minutes", ["Long rest"]),
        ]


class TestHome:
    def test_asks_nothing_that_has_one_answer(self, tmp_path: Path) -> None:
        page = plan(tmp_path, {})["index.html"].page
        assert isinstance(page, HomePage)
        assert (page.spans, page.scenes, page.targets) == ((), (), ())

    def test_answers_with_pages_that_are_there(self, tmp_path: Path) -> None:
        planned = plan(tmp_path, {**week.FILES, "content/routines/rest.md": REST})
        page = planned["index.html"].page
        assert isinstance(page, HomePage)
        options = [span.option for span in page.spans]
        options += [scene.option for scene in page.scenes]
        options += page.targets
        assert len(options) == 8
        assert {unquote(option.href).partition("#")[0] for option in options} <= planned.keys()

    def test_shows_times_as_mats_of_their_length(self, tmp_path: Path) -> None:
        page = plan(tmp_path, {"content/routines/rest.md": REST})["index.html"].page
        assert isinstance(page, HomePage)
        assert [(span.minutes, span.length) for span in page.spans] == [(1, 5), (21, 100)]

    def test_offers_nobody_whose_chest_hurts_a_stretch_for_it(self, tmp_path: Path) -> None:
        changes = {
            "content/targets.yaml": BODY,
            "content/exercises/opener.md": CHEST,
            "content/exercises/turn.md": STRETCH.replace("- lower back", "- upper back"),
        }
        page = plan(tmp_path, changes)["index.html"].page
        assert isinstance(page, HomePage)
        assert [option.text for option in page.targets] == ["Lower back", "Upper back"]

    def test_shows_a_place_by_what_one_does_there(self, tmp_path: Path) -> None:
        page = plan(tmp_path, week.FILES)["index.html"].page
        assert isinstance(page, HomePage)
        rooms = {scene.option.tag: scene.room for scene in page.scenes}
        assert rooms == {
            "place=bed": "lying",
            "place=floor": "kneeling",
            "place=standing": "standing",
        }

    def test_offers_a_place_where_only_exercises_are_done(self, tmp_path: Path) -> None:
        changes = {"content/exercises/lean.md": STRETCH.replace("supine", "standing")}
        page = plan(tmp_path, changes)["index.html"].page
        assert isinstance(page, HomePage)
        assert [(scene.option.href, scene.leads_on) for scene in page.scenes] == [
            ("places/bed.html", False),
            ("positions/standing.html", True),
        ]

    def test_has_its_first_routine_one_tap_away(self, tmp_path: Path) -> None:
        settings = f"{SETTINGS}first_routine: morning\n"
        page = plan(tmp_path, {"guide.yaml": settings})["index.html"].page
        assert isinstance(page, HomePage)
        assert page.start == "routines/morning.html#play"
