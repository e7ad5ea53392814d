"""What search looks through: whether all is in it that a person may look for, and how small it
is. `frontend/tests/finder.test.js` looks for pages in the same golden index."""

import gzip
import json
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from supple.domain.body import Position
from supple.domain.exercise import Exercise, Text
from supple.domain.guide import Guide
from supple.domain.packed import pack
from supple.domain.problem import Origin, Place
from supple.domain.prose import NOTHING, Link, Picture, Prose
from supple.rendering.prose import plain
from supple.rendering.search import packed, search_script, words_of
from tests.golden.data import load
from tests.guides import SAFETY, STRETCH
from tests.rendering.sites import SAY, read

LARGEST = 40_000
"""The bytes that a thousand exercises may have, gzipped."""

TARGETS = """\
lower back:
  title: Lower back
buttocks:
  title: Buttocks
  synonyms:
    - bum
    - backside
hamstrings:
  title: Hamstrings
  synonyms:
    - back of thigh
chest:
  title: Chest
"""

HAMSTRING = (
    STRETCH.replace("Knee hug", "Hamstring stretch with a chair")
    .replace("position: supine", "position: standing")
    .replace("  - lower back", "  - hamstrings")
    .replace("  - mat or bed", "  - chair")
    .replace("1. Lie down.", "1. Put one heel on the chair.")
    .replace("feel:", "modes:\n  resting:\n    title: Child’s pose\nfeel:")
)

OPENER = (
    STRETCH.replace("Knee hug", "Öffner")
    .replace("position: supine", "position: seated")
    .replace("  - lower back", "  - chest")
)

CHANGES: Mapping[str, str] = {
    "content/targets.yaml": TARGETS,
    "content/equipment.yaml": "mat:\n  title: Mat\nbed:\n  title: Bed\nchair:\n  title: Chair\n",
    "content/exercises/knee-hug.md": STRETCH.replace("- lower back", "- lower back\n  - buttocks"),
    "content/exercises/hamstring.md": HAMSTRING,
    "content/exercises/opener.md": OPENER,
    "content/pages/safety.md": SAFETY.replace(
        "      - chest pain\n",
        "      - pain in your chest\n      - tingling or numbness around your buttocks\n",
    ),
}
"""A guide with a little of everything that can be found."""


def index_of(guide: Guide) -> Any:
    script = search_script(guide, SAY)
    start, end = "self.suppleSearch=", ";\n"
    assert script.startswith(start)
    assert script.endswith(end)
    return json.loads(script.removeprefix(start).removesuffix(end))


@pytest.fixture
def index(tmp_path: Path) -> Any:
    return index_of(read(tmp_path, CHANGES))


def test_the_index_is_the_golden_one(index: Any) -> None:
    assert index == load("search.json")


def test_what_targets_are_also_called_stands_with_them(index: Any) -> None:
    assert "Buttocks bum backside" in index["terms"][0].split("\n")


def test_a_word_that_title_and_terms_have_is_not_told_again(index: Any) -> None:
    words = index["text"][0].split("\n")
    assert "heel" in words
    assert not {"stretch", "chair", "the"} & set(words)


def test_targets_are_also_found_by_what_authors_call_them(tmp_path: Path) -> None:
    titled = TARGETS.replace("title: Hamstrings", "title: Rear leg")
    index = index_of(read(tmp_path, {**CHANGES, "content/targets.yaml": titled}))
    assert "Rear leg back of thigh hamstrings" in index["terms"][0].split("\n")


def test_exercises_are_found_by_what_their_modes_are_called(index: Any) -> None:
    assert {"childs", "pose"} <= set(index["text"][0].split("\n"))


def test_safety_is_found_by_its_name_in_the_navigation(index: Any) -> None:
    terms = index["terms"][0].split("\n")
    assert [each for each in terms if {"safety", "warning", "signs"} <= set(words_of(each))]


def test_routines_are_found_by_their_minutes_in_digits_and_words(index: Any) -> None:
    assert "1 minute one" in index["terms"][0].split("\n")


def test_signs_alarm_but_parts_of_the_body_and_pain_alone_do_not(index: Any) -> None:
    alarms = set(index["alarms"].split())
    assert {"numbness", "tingling"} <= alarms
    assert not {"chest", "buttocks", "your", "in", "pain"} & alarms
    assert "pain" in index["pains"].split()
    assert "chest" in index["care"].split()


def test_some_words_alarm_only_together(index: Any) -> None:
    alarms = set(index["alarms"].split())
    assert {"cant+walk", "car+crash", "cant+feel+leg", "cannot+feel+feet"} <= alarms
    assert not {"cant", "walk", "car"} & alarms


def test_without_safety_nothing_warns(tmp_path: Path) -> None:
    index = index_of(read(tmp_path, {"content/pages/safety.md": None}))
    assert (index["alarms"], index["pains"], index["care"]) == ("", "", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Größe, Élan & l’été!", ["große", "elan", "lete"]),
        ("knee-to-chest (2×)", ["knee", "to", "chest", "2"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words_are_compared_without_case_and_accents(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_prose_is_read_as_a_person_reads_it() -> None:
    place = Place("content/home.md")
    link = Link("a.md", "", Prose(("the <em>other</em> one",)), place)
    parts = ("<p>Rest &amp; see ", link, Picture("a.svg", "A knee", "", place), "</p>")
    assert plain(Prose(parts)).split() == ["Rest", "&", "see", "the", "other", "one", "A", "knee"]
    assert plain(NOTHING) == ""


@pytest.mark.parametrize(
    ("rows", "end", "bits"),
    [([], 3, ""), ([[0]], 1, "10"), ([[1]], 4, "101"), ([[0, 1, 2]], 3, "011000")],
)
def test_numbers_are_packed_bit_by_bit(rows: Sequence[Sequence[int]], end: int, bits: str) -> None:
    data = b64decode(packed(rows, end))
    assert "".join(f"{byte:08b}" for byte in data) == bits + "0" * (-len(bits) % 8)


class TestSize:
    """Of a guide with as many words an exercise as the one that lives here has, and as few that
    are new. They are drawn by chance, as a person's aren't, and so are harder to pack."""

    def test_a_thousand_exercises_are_small(self, tmp_path: Path) -> None:
        guide = read(tmp_path, CHANGES)
        more = many(guide.exercises["knee-hug"], 1000 - len(guide.exercises))
        large = replace(guide, exercises={**guide.exercises, **dict(more)})
        size = len(gzip.compress(search_script(large, SAY).encode(), 9))
        assert 20_000 < size < LARGEST, size


def many(pattern: Exercise, count: int) -> list[tuple[str, Exercise]]:
    """Exercises of made-up words, some of which are said far more often than others."""
    chance = Random(1)
    syllables = ["".join(each) for each in product("bdfgklmnprst", "aeiou")]
    words = ["".join(chance.choices(syllables, k=chance.choice((2, 2, 3)))) for _ in range(2200)]
    words = list(dict.fromkeys(words))
    often = [1 / (place + 4) for place in range(len(words))]

    def text(length: int, known: int) -> str:
        return " ".join(chance.choices(words[:known], often[:known], k=length))

    made: dict[str, Exercise] = {}
    while len(made) < count:
        title = text(chance.choice((2, 3, 4)), 500)
        slug = title.replace(" ", "-")
        made[slug] = replace(
            pattern,
            slug=slug,
            title=title.capitalize(),
            summary=text(6, len(words)),
            position=chance.choice(list(Position)),
            targets=tuple(chance.sample(("lower back", "buttocks", "hamstrings", "chest"), 2)),
            text=pack(
                Text(Origin(""), steps=tuple(Prose((text(4, len(words)),)) for _ in range(6)))
            ),
        )
    return sorted(made.items())
