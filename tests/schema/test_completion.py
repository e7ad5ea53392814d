"""What an editor with npm's yaml-language-server offers, told by the schemas."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.reading.json_schema import schema_of
from tests.schema.language_server import LanguageServer
from tests.tools import require, require_packages

NODE = 20


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    node = require("node", NODE)
    with LanguageServer(node, require_packages(Path(__file__).parent)) as server:
        yield server


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A folder with the schemas in it."""
    for name in ("guide", "exercise", "routine"):
        file = tmp_path / f"{name}.schema.json"
        file.write_text(json.dumps(schema_of(name)), encoding="utf-8")
    return tmp_path


def lines(name: str, text: str = "‸") -> str:
    return f"# yaml-language-server: $schema={name}.schema.json\n{text}"


def test_settings_are_offered_with_what_they_are_for(server: LanguageServer, guide: Path) -> None:
    offered = server.completions(guide / "guide.yaml", lines("guide", "format: 1\nid: a\n‸"))
    about = {key: offered[key]["documentation"] for key in ("language", "emergency", "url")}
    assert about == {
        "language": "The language of its text.",
        "emergency": "Which emergency and advice numbers.",
        "url": "Where it is published.",
    }
    assert "format" not in offered  # it is there already


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("guide", "emergency: ‸", ["uk", "us", "eu", "au", "ie"]),
        ("guide", "language: ‸", ["en"]),
        ("guide", "title: ‸", ["Back care"]),
        ("guide", "clean_urls: ‸", ["false", "true"]),
        ("guide", "outputs:\n  paper:\n    - ‸", ["a4", "letter"]),
        ("exercise", "dosage:\n  hold: ‸", ["15-30 s"]),
        ("exercise", "dosage:\n  sides: ‸", ["each", "both"]),
        ("exercise", "figure:\n  view: ‸", ["front", "side", "back", "above", "corner"]),
        (
            "exercise",
            "figure:\n  start:\n    left foot: ‸",
            ["right knee", "flat", "toes", "step", "left knee", "opposite knee"],
        ),
        ("routine", "place: ‸", ["bed or floor", "bed", "floor", "chair", "standing"]),
    ],
)
def test_values_are_offered(
    server: LanguageServer, guide: Path, name: str, text: str, words: list[str]
) -> None:
    assert [*server.completions(guide / f"{name}.yaml", lines(name, text))] == words


def test_words_of_front_matter_are_offered_with_what_they_mean(
    server: LanguageServer, guide: Path
) -> None:
    text = lines("exercise", "title: One knee to chest\nposition: ‸\nlevel: gentle\n")
    offered = server.completions(guide / "exercise.yaml", text)
    assert {word: about["documentation"] for word, about in offered.items()} == {
        "supine": "on your back",
        "side-lying": "on your side",
        "prone": "on your front",
        "hands-and-knees": "on hands and knees",
        "kneeling": "on one knee or both",
        "seated": "on a chair, a bed or the floor",
        "standing": "on your feet",
    }


def test_entries_of_a_routine_are_offered(server: LanguageServer, guide: Path) -> None:
    offered = server.completions(guide / "routine.yaml", lines("routine", "exercises:\n  - ‸"))
    assert {"exercise", "rest", "activity", "note"} <= {*offered}
    assert offered["rest"]["documentation"] == "A pause."


def test_mistakes_are_told_in_the_words_of_supple(server: LanguageServer, guide: Path) -> None:
    text = "title: A\nposition: supine\nlevel: gentle\nposture: prone\ndosage:\n  hold: 30sek\n"
    said = server.problems(guide / "exercise.yaml", lines("exercise", text))
    assert said == [
        "Property posture is not allowed.",
        "not a duration: write 30 s, 15-20 s or 2 min",
    ]
