"""What a sheet says of all its exercises, as the script is told it."""

import html
import json
from pathlib import Path
from typing import Any

from markupsafe import Markup

from supple.domain.vocabulary import Need
from supple.rendering import addresses
from supple.rendering.paper.following import about_time, needed
from supple.rendering.views.desk import Desk
from tests.guides import FILES, STRETCH
from tests.rendering.sites import SAY, read

EQUIPMENT = "content/equipment.yaml"
ROUTINE = "content/routines/morning.md"
SLIDE = STRETCH.replace("Knee hug", "Slide").replace("mat or bed", "towel (optional)")
ORDER = """\
  - exercise: knee-hug
  - rest: 30 s
  - exercise: slide
  - exercise: knee-hug
"""
CHANGES = {
    EQUIPMENT: FILES[EQUIPMENT] + "towel: {title: Towel}\nbell: {title: Bell}\n",
    "content/exercises/slide.md": SLIDE,
    ROUTINE: FILES[ROUTINE].replace("  - exercise: knee-hug\n", ORDER),
}


def desk(folder: Path) -> Desk:
    return Desk(read(folder, CHANGES), SAY, addresses.sheet("morning"))


def data(element: Markup, name: str) -> Any:
    start = f'<span data-{name}="'
    assert element.startswith(start)
    return json.loads(html.unescape(element.removeprefix(start).partition('"')[0]))


def test_a_thing_has_the_exercises_that_can_use_it(tmp_path: Path) -> None:
    at = desk(tmp_path)
    numbered = [(1, at.guide.exercises["knee-hug"]), (2, at.guide.exercises["slide"])]
    element = needed(at, [Need(("bed",)), Need(("towel",), optional=True)], numbered)
    assert element.striptags() == "You need: bed, towel (if you like)."
    assert data(element, "needs")["things"] == [["bed", [1]], ["towel (if you like)", [2]]]


def test_what_no_exercise_names_is_the_routines_own(tmp_path: Path) -> None:
    at = desk(tmp_path)
    element = needed(at, [Need(("bell",))], [(1, at.guide.exercises["slide"])])
    assert data(element, "needs")["things"] == [["bell", []]]


def test_who_needs_nothing_is_told_nothing(tmp_path: Path) -> None:
    assert needed(desk(tmp_path), [], []) == ""


def test_the_time_is_told_entry_by_entry_without_what_getting_ready_takes(tmp_path: Path) -> None:
    at = desk(tmp_path)
    day = at.guide.routines["morning"].days[0]
    told = data(about_time(at, day), "time")
    assert told["ready"] == [15, 10]
    first, rest, *others = told["entries"]
    assert first == [1, "supine", 20 + 5 + 20]  # a hold for each leg, and to change between
    assert rest == [0, "-", 30]
    assert [number for number, *_ in others] == [2, 3]


def test_on_cards_an_exercise_that_comes_again_has_one_number(tmp_path: Path) -> None:
    at = desk(tmp_path)
    told = data(about_time(at, at.guide.routines["morning"].days[0], [1, 2, 1]), "time")
    assert [number for number, *_ in told["entries"]] == [1, 0, 2, 1]
