"""The body map: what hurts leads to what stretches it, and a chest to help."""

import re
from collections.abc import Mapping
from pathlib import Path

from supple import starter
from supple.domain.drawing import Figures
from supple.drawing.body_map import body_sides
from supple.rendering.plan import plan_pages
from supple.rendering.theme import render_pages
from tests.guides import STRETCH
from tests.rendering.sites import SAY, STATIC, read
from tests.rendering.test_lists import BODY, CHEST

CHANGES = {
    "content/targets.yaml": BODY,
    "content/exercises/opener.md": CHEST,
    "content/exercises/twist.md": STRETCH.replace("Knee hug", "Twist"),
}
FIGURES = Figures(body=body_sides())


def pages(
    folder: Path, changes: Mapping[str, str | bytes | None], figures: Figures
) -> dict[str, str]:
    plans = [*plan_pages(read(folder, changes), SAY, STATIC, figures)]
    made, problems = render_pages(plans, [starter.templates()], SAY)
    assert not problems
    return {address: data.decode() for address, data in made}


def links(html: str, kind: str) -> dict[str, str]:
    """What links of a class say, and where they lead."""
    found = re.findall(rf'<a class="{kind}" href="([^"]+)" aria-label="([^"]+)"', html)
    return {label: href for href, label in found}


def test_has_each_place_on_the_body_and_by_name(tmp_path: Path) -> None:
    made = pages(tmp_path, CHANGES, FIGURES)
    wanted = {
        "Lower back: 2 exercises": "targets/lower-back.html",
        "Chest: when to get help": "safety.html",
    }
    assert links(made["body-map.html"], "spot") == wanted
    assert links(made["body-map.html"], "chip") == wanted
    assert wanted["Lower back: 2 exercises"] in made
    assert made["body-map.html"].count('class="octagon"') == 1


def test_leads_a_chest_to_help_in_a_guide_that_does_not_stretch_it(tmp_path: Path) -> None:
    made = pages(tmp_path, {**CHANGES, "content/exercises/opener.md": None}, FIGURES)
    assert links(made["body-map.html"], "spot")["Chest: when to get help"] == "safety.html"
    assert links(made["body-map.html"], "chip")["Chest: when to get help"] == "safety.html"


def test_what_is_felt_in_a_chest_begins_with_the_way_to_help(tmp_path: Path) -> None:
    made = pages(tmp_path, CHANGES, FIGURES)
    asks = 'Pain in your chest? <a href="../safety.html">See when to get help</a>'
    assert asks in made["targets/chest.html"]
    assert 'class="caution"' not in made["targets/lower-back.html"]
    assert (
        'between your shoulders, or down both legs? <a href="safety.html">' in made["body-map.html"]
    )


def test_leads_a_chest_to_its_stretches_only_where_there_is_no_page_on_safety(
    tmp_path: Path,
) -> None:
    made = pages(tmp_path, {**CHANGES, "content/pages/safety.md": None}, FIGURES)
    assert links(made["body-map.html"], "spot")["Chest: 1 exercise"] == "targets/chest.html"


def test_leads_a_belly_to_help_too(tmp_path: Path) -> None:
    belly = BODY + "belly:\n  title: Belly\n  region: stomach\n"
    made = pages(tmp_path, {**CHANGES, "content/targets.yaml": belly}, FIGURES)
    assert links(made["body-map.html"], "spot")["Belly: when to get help"] == "safety.html"
    assert made["body-map.html"].count('class="octagon"') == 2


def test_answers_with_some_of_the_list_and_a_link_to_it(tmp_path: Path) -> None:
    html = pages(tmp_path, CHANGES, FIGURES)["body-map.html"]
    answers = dict(re.findall(r'<section class="answer" id="(.*?)".*?>(.*?)</section>', html, re.S))
    assert [*answers] == ["answer-lower-back"]
    (answer,) = answers.values()
    assert '<p class="soft">1 routine and 2 exercises.</p>' in answer
    assert re.findall('href="(.*?)"', answer) == [
        "routines/morning.html",
        "targets/lower-back.html",
    ]


def test_answers_with_exercises_where_no_routine_has_them(tmp_path: Path) -> None:
    without = {**CHANGES, "content/routines/morning.md": None}
    html = pages(tmp_path, without, FIGURES)["body-map.html"]
    answer = html.partition('class="answer"')[2].partition("</section>")[0]
    assert 'href="exercises/knee-hug.html"' in answer


def test_is_linked_from_home_where_there_is_one(tmp_path: Path) -> None:
    turn = STRETCH.replace("- lower back", "- upper back")
    more = {**CHANGES, "content/exercises/turn.md": turn}
    assert 'href="body-map.html"' in pages(tmp_path / "a", more, FIGURES)["index.html"]
    without = pages(tmp_path / "b", more, Figures())
    assert "body-map.html" not in without
    assert "body-map" not in without["index.html"]


def test_is_not_there_where_no_target_is_on_a_body(tmp_path: Path) -> None:
    assert "body-map.html" not in pages(tmp_path, {}, FIGURES)
