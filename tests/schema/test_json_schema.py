"""JSON Schema for editors: it says of a guide's files what Supple says."""

import json
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from supple import cli
from supple.commands import schema as command
from supple.domain.problem import Place, Problem
from supple.domain.quantity import Count, Duration, Unit
from supple.reading import strict_yaml
from supple.reading.json_schema import FORMATS, schema_of
from supple.reading.kinds import Choice, Either, Findings, Kind, ListOf, MapOf, Parsed, Spot
from supple.reading.records import Record
from tests import guides, week
from tests.reading import everything
from tests.schema.editor import load
from tests.sites import REPOSITORY

VOCABULARIES = ("cautions", "sources", "targets", "equipment")


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(name))


def format_of(file: str) -> str:
    """The format of a file of a guide, or an empty text."""
    path = PurePosixPath(file)
    if path.name in ("guide.yaml", "home.md"):
        return {"guide.yaml": "guide", "home.md": "page"}[path.name]
    if path.parent.name in ("exercises", "routines", "pages") and path.suffix == ".md":
        return path.parent.name.removesuffix("s")
    return path.stem if path.suffix == ".yaml" and path.stem in VOCABULARIES else ""


def refusals(name: str, text: str) -> list[str]:
    """What the schema has against a file: where, and which of its words is violated."""
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {_word(error)}"
        for error in validator(name).iter_errors(load(text))
    ]


def _word(error: ValidationError) -> str:
    """The schema's word that a value violates."""
    path = error.absolute_schema_path
    return "propertyNames" if "propertyNames" in path else str(path[-1])


def supple_says(kind: Kind[Any], text: str) -> list[Problem]:
    node, problems = strict_yaml.compose(text, "file")
    findings = Findings("file", [*problems])
    if node or not problems:
        kind.read(node or strict_yaml.Scalar("", Place("file")), Spot(findings))
    return findings.problems


def own_files() -> Iterator[tuple[str, str]]:
    for file in sorted((REPOSITORY / "content").rglob("*")):
        if file.is_file() and format_of(file.as_posix()):
            yield file.relative_to(REPOSITORY).as_posix(), file.read_text(encoding="utf-8")
    yield "guide.yaml", (REPOSITORY / "guide.yaml").read_text(encoding="utf-8")


def test_files_of_guides_are_valid() -> None:
    files = [*own_files(), *everything.FILES.items(), *guides.FILES.items(), *week.FILES.items()]
    checked = [(name, format_of(name), text) for name, text in files if format_of(name)]
    assert {kind for _, kind, _ in checked} == {*FORMATS}
    said = [f"{name}: {said}" for name, kind, text in checked for said in refusals(kind, str(text))]
    assert said == []


@pytest.mark.parametrize("name", FORMATS)
class TestEverySchema:
    def test_is_a_schema(self, name: str) -> None:
        Draft202012Validator.check_schema(schema_of(name))
        assert schema_of(name)["title"]
        assert schema_of(name)["description"]

    def test_has_a_description_and_a_fitting_example_of_each_key(self, name: str) -> None:
        found = [*keys(schema_of(name))]
        assert found
        for key, schema in found:
            assert schema["description"], key
            (example,) = schema["examples"]
            assert not [*validator(name).evolve(schema=schema).iter_errors(example)], key

    def test_is_printed_as_it_is(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["schema", name]) == 0
        said = capsys.readouterr().out
        assert json.loads(said) == schema_of(name)
        assert said.startswith('{\n  "$schema": "https://json-schema.org/draft/2020-12/schema"')
        assert said.endswith("\n}\n")
        assert said.isascii()

    def test_lets_no_unknown_key_in(self, name: str) -> None:
        for key, schema in records(schema_of(name)):
            assert schema["additionalProperties"] is False, key


def keys(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each key that a schema describes."""
    for where, record in records(schema):
        yield from ((f"{where}: {name}", below) for name, below in record["properties"].items())


def records(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, list):
        for each in schema:
            yield from records(each)
    elif isinstance(schema, dict):
        if "additionalProperties" in schema and "properties" in schema:
            yield schema["title"], schema
            schema = {name: part for name, part in schema.items() if name != "anyOf"}
            yield from records([*schema.pop("properties").values()])
        for part in schema.values():
            yield from records(part)


def test_the_command_knows_every_format() -> None:
    assert {*command.FORMATS} == {*FORMATS}
    assert command.EXPORT not in FORMATS


def test_another_word_is_a_wrong_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["schema", "stretch"])
    assert end.value.code == 2
    assert "invalid choice: 'stretch'" in capsys.readouterr().err


def test_each_printing_is_the_same() -> None:
    def printed(seed: str) -> bytes:
        line = [sys.executable, "-m", "supple", "schema", "exercise"]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)}
        return subprocess.run(line, env=environment, capture_output=True, check=True).stdout

    assert printed("1") == printed("2")


HUG, WEEK, DAY = everything.HUG, everything.WEEK, everything.DAY


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "said"),
    [
        ("exercise", HUG, "position: supine", "posture: supine", ": additionalProperties"),
        ("exercise", HUG, "position: supine\n", "", ": required"),
        ("exercise", HUG, "position: supine", "position: supin", "position: enum"),
        ("exercise", HUG, "position: supine", "position: [supine]", "position: enum"),
        ("exercise", HUG, "title: One knee to chest", "title:", "title: not"),
        ("exercise", HUG, "title: One knee to chest", "title: ' '", "title: pattern"),
        ("exercise", HUG, "  hold: 15-30 s\n", "  hold: 30sek\n", "dosage/hold: anyOf"),
        ("exercise", HUG, "  hold: 15-30 s\n", "  holt: 30 s\n", "dosage: additionalProperties"),
        ("exercise", HUG, "  hold: 15-30 s\n", "  hold: 0 s\n", "dosage/hold: anyOf"),
        ("exercise", HUG, "  hold: 15-30 s\n", "  hold: 0\n", "dosage/hold: anyOf"),
        ("exercise", HUG, "  hold: 15-30 s\n", "  hold: 0 to 5 s\n", "dosage/hold: anyOf"),
        ("exercise", HUG, "checked: 2026-11-22", "checked: 2026-02-30", "checked: anyOf"),
        ("exercise", HUG, "reps: 1-4", "reps: once", "dosage/reps: anyOf"),
        ("exercise", HUG, "sides: each", "sides: every", "dosage/sides: anyOf"),
        ("exercise", HUG, "- bend-hip", "- bend-knee", "movements/1: enum"),
        ("exercise", HUG, "- hurrying", "-", "mistakes/1: not"),
        ("exercise", HUG, "- hurrying", "- a: b", "mistakes/1: not"),
        ("exercise", HUG, "cautions:\n  - hip", "cautions: hip", "cautions: type"),
        ("exercise", HUG, "cautions:\n  - hip", "cautions:", "cautions: type"),
        ("exercise", HUG, "short-repeats:", "Short Repeats:", "modes: propertyNames"),
        ("exercise", HUG, "title: Counted\n    ", "", "modes/counted: required"),
        ("exercise", HUG, "- source: clinic", "- sauce: clinic", "sources/0: anyOf"),
        ("exercise", HUG, "checked: 2026-11-22", "checked: yesterday", "checked: anyOf"),
        ("exercise", HUG, "view: corner", "view: top", "figure/view: anyOf"),
        ("exercise", HUG, "hip: 122", "hip: 300", "figure/hold/right leg/hip: anyOf"),
        ("exercise", HUG, "side bend: 10 left", "side bend: 10", "figure/hold/side bend: anyOf"),
        ("exercise", HUG, "feet: step", "feet: stairs", "figure/hold/feet: anyOf"),
        ("exercise", HUG, "hip: 10\n", "hipp: 10\n", "figure/start/left leg: additionalProperties"),
        ("exercise", HUG, "- pillow\naliases", "- sofa\naliases", "figure/props/1: enum"),
        (
            "exercise",
            HUG,
            "      alt: A knee is drawn up.\n",
            "",
            "modes/short-repeats/figure: anyOf",
        ),
        (
            "exercise",
            HUG,
            "image: knee.png",
            "image: knee",
            "modes/short-repeats/figure/image: anyOf",
        ),
        (
            "targets",
            everything.FILES["content/targets.yaml"],
            "lower-back",
            "back",
            ": anyOf",
        ),
        ("routine", WEEK, "floor or bed", "floor or roof", "place: anyOf"),
        ("routine", WEEK, "days:", "exercises: []\ndays:", ": anyOf"),
        ("routine", WEEK, "rest: 30 s", "pause: 30 s", "days/0/exercises/1: additionalProperties"),
        ("routine", WEEK, "time: 5 min", "note: Slowly.", "days/1/exercises/0: anyOf"),
        ("routine", WEEK, "- rest: 30 s\n        ", "- ", "days/0/exercises/1: anyOf"),
        (
            "routine",
            DAY,
            "- exercise: breaths",
            "- exercise: a\n    rest: 5 s",
            "exercises/0: anyOf",
        ),
        ("routine", DAY, "- exercise: breaths", "- rest: 5 s\n    reps: 2", "exercises/0: anyOf"),
        ("routine", DAY, "exercises:\n  - exercise: breaths", "exercises: []", ": anyOf"),
        ("routine", DAY, "exercises:\n  - exercise: breaths", "exercises:", "exercises: type"),
        ("guide", everything.GUIDE, "format: 1\n", "", ": required"),
        ("guide", everything.GUIDE, "format: 1\n", "format: 0\n", "format: minimum"),
        ("guide", everything.GUIDE, "format: 1\n", "format: 1-2\n", "format: pattern"),
        ("guide", everything.GUIDE, "- letter", "- legal", "outputs/paper/0: enum"),
        ("guide", everything.GUIDE, "clean_urls: true", "clean_urls: yes", "clean_urls: anyOf"),
        ("guide", everything.GUIDE, "url: https://", "url: ", "url: anyOf"),
        ("guide", everything.GUIDE, '  call: "112"\n', "", "emergency: anyOf"),
        ("guide", everything.GUIDE, "id: back-care", "id: Back care", "id: pattern"),
        ("page", everything.SAFETY, "level: doctor", "level: nurse", "care/0/level: enum"),
        (
            "page",
            everything.SAFETY,
            "    signs:\n      - pain that stays\n",
            "",
            "care/0: required",
        ),
    ],
)
def test_what_supple_refuses_the_schema_refuses(
    name: str, text: str, old: str, new: str, said: str
) -> None:
    assert old in text
    wrong = text.replace(old, new, 1)
    assert said in refusals(name, wrong)
    front_matter = wrong.split("\n---\n")[0].removeprefix("---\n")
    assert supple_says(FORMATS[name][0], front_matter)


@pytest.mark.parametrize(
    "emergency", ["emergency: us", "emergency:", "emergency:\n  call: 112\n  department: A&E"]
)
def test_settings_may_be_short(emergency: str) -> None:
    assert refusals("guide", f"format: 1\nid: a\ntitle: 2026\n{emergency}\nurl:\n") == []


def test_a_key_of_another_form_may_stand_there_empty() -> None:
    text = DAY.replace("- exercise: breaths", "- exercise: breaths\n    rest:\n    time:")
    assert refusals("routine", text) == []


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_may_have_no_words_yet(name: str, text: str) -> None:
    assert refusals(name, text) == []


@pytest.mark.parametrize("name", FORMATS)
def test_meanings_are_given_for_all_words_or_none(name: str) -> None:
    for choice in choices(FORMATS[name][0]):
        assert not choice.meanings or {*choice.meanings} == {*choice.words}


def choices(kind: Kind[Any]) -> Iterator[Choice[StrEnum]]:
    match kind:
        case Choice():
            yield kind
        case ListOf():
            yield from choices(kind.item)
        case MapOf():
            yield from choices(kind.value)
        case Either():
            yield from choices(kind.long)
        case Record():
            for _, described, _ in kind.keys.values():
                yield from choices(described.kind)


def parsed(kind: Kind[Any]) -> Iterator[Parsed[Any]]:
    match kind:
        case Parsed():
            yield kind
        case ListOf():
            yield from parsed(kind.item)
        case MapOf():
            yield from parsed(kind.value)
        case Either():
            yield from parsed(kind.short)
            yield from parsed(kind.long)
        case Record():
            for _, described, _ in kind.keys.values():
                yield from parsed(described.kind)


PARSED = [*{id(kind): kind for each, _, _ in FORMATS.values() for kind in parsed(each)}.values()]

LENGTHS = st.builds(
    lambda low, more, unit: str(Duration(low, low + more, unit)),
    st.integers(0, 400),
    st.integers(0, 400),
    st.sampled_from(Unit),
)
COUNTS = st.builds(
    lambda low, more: str(Count(low, low + more)), st.integers(1, 30), st.integers(0, 9)
)
WORDS = """
    0 1 15 2.5 07 s S sec Seconds min minutes Mins breath and to To - – — or bed chair floor
    mat (optional) true false uk en de -DE https://example.org/ # ? ü A b 2026-11-22
"""
PIECES = st.lists(st.sampled_from([*WORDS.split(), " "]), max_size=7).map("".join)


@given(st.one_of(LENGTHS, COUNTS, PIECES, st.text(max_size=6)))
def test_a_value_that_supple_takes_the_schema_takes(text: str) -> None:
    plain = " ".join(text.split())
    for kind in PARSED:
        if plain and kind.parse(plain) is not None:  # nothing at all is refused elsewhere
            schema = Draft202012Validator(dict(kind.json))
            assert schema.is_valid(plain), (kind.noun, plain)
            if plain.isascii() and plain.isdigit() and plain == str(int(plain)):
                assert schema.is_valid(int(plain)), (kind.noun, plain)


FILES = {
    name: text.split("\n---\n")[0].removeprefix("---\n").splitlines()
    for name, text in everything.FILES.items()
    if format_of(name)
}


@st.composite
def mistaken(draw: st.DrawFn) -> tuple[str, str]:
    """A file of a guide, a line of which is changed or left out, or several."""
    name = draw(st.sampled_from(sorted(FILES)))
    lines = [*FILES[name]]
    for number in draw(st.sets(st.sampled_from(range(len(lines))), min_size=1, max_size=3)):
        start, colon, value = lines[number].partition(":")
        changed = (f"{start}x{colon}{value}", f"{start}{colon} x", f"{start}{colon}", "")
        lines[number] = draw(st.sampled_from(changed))
    return format_of(name), "\n".join(line for line in lines if line)


@settings(max_examples=400)
@given(mistaken())
def test_supple_and_the_schema_agree_on_keys(file: tuple[str, str]) -> None:
    name, text = file
    rules = {problem.rule for problem in supple_says(FORMATS[name][0], text)}
    assume("yaml" not in rules)  # such as a key that is there twice
    if not rules:
        assert refusals(name, text) == []
    elif "key" in rules:
        assert refusals(name, text) != []
