"""A guide as guide.json, and the same guide out of it again."""

import base64
import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from supple.domain.guide import Guide
from supple.domain.packed import Packed
from supple.domain.problem import Origin, Place, has_errors
from supple.domain.written import Written
from supple.exchange.exporting import export
from supple.exchange.guide_format import DERIVED, FORMAT, PARTS, guide_schema
from supple.exchange.importing import files_of
from supple.pipeline import build
from supple.reading.folder import read_guide
from tests import week
from tests.guides import FILES, STRETCH, write_files, write_guide
from tests.reading import everything
from tests.schema.test_json_schema import keys, own_files
from tests.sites import Built, build_site
from tests.told import told

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def guide_of(folder: Path) -> Guide:
    guide, problems = read_guide(folder, drafts=True)
    assert guide
    assert not has_errors(problems), told(problems)
    return guide


def exported(folder: Path) -> dict[str, Any]:
    """What stands in guide.json, as another program reads it."""
    data: dict[str, Any] = json.loads(json.dumps(export(folder, guide_of(folder))))
    return data


def brought_back(data: Mapping[str, Any], folder: Path) -> Path:
    files, problems = files_of(json.dumps(data, ensure_ascii=False), "guide.json")
    assert told(problems) == ""
    return write_files(folder, files)


def bare(value: object) -> object:
    """A value of the domain without the places where it was read."""
    if isinstance(value, Origin | Place | Written):
        return None
    if isinstance(value, Packed):
        return bare(value.value)
    if dataclasses.is_dataclass(value):
        return [bare(getattr(value, each.name)) for each in dataclasses.fields(value)]
    if isinstance(value, Mapping):
        return [(key, bare(below)) for key, below in value.items()]
    if isinstance(value, tuple | list):
        return [bare(each) for each in value]
    return value


def site_of(guide: Path, folder: Path) -> Mapping[str, bytes]:
    """The files of a guide's site, which may be built with warnings."""
    outcome = build(guide, folder)
    assert outcome.tally, told(outcome.problems)
    return Built(guide, folder).files


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(guide_schema())


def refusals(data: object) -> list[str]:
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:80]}"
        for error in validator().iter_errors(data)
    ]


GUIDES: Mapping[str, Mapping[str, str | bytes | None]] = {
    "small": FILES,
    "week": {**FILES, **week.FILES},
    "everything": everything.FILES,
}


class TestSameGuide:
    @pytest.mark.parametrize("name", GUIDES)
    def test_is_read_again(self, tmp_path: Path, name: str) -> None:
        folder = write_files(tmp_path / "guide", GUIDES[name])
        data = exported(folder)
        assert refusals(data) == []
        again = brought_back(data, tmp_path / "again")
        assert bare(guide_of(again)) == bare(guide_of(folder))
        assert exported(again) == data

    def test_is_this_repository_s_too(self, tmp_path: Path) -> None:
        folder = write_files(tmp_path / "guide", dict(own_files()))
        data = exported(folder)
        assert refusals(data) == []
        again = brought_back(data, tmp_path / "again")
        assert bare(guide_of(again)) == bare(guide_of(folder))

    def test_makes_the_same_site(self, tmp_path: Path) -> None:
        folder = write_files(tmp_path / "guide", GUIDES["week"])
        again = brought_back(exported(folder), tmp_path / "again")
        first, second = (site_of(each, tmp_path / f"{each.name} site") for each in (folder, again))
        assert first == second
        assert len(first) > 20

    @pytest.mark.long
    def test_makes_the_same_site_of_this_repository(self, site: Built, tmp_path: Path) -> None:
        again = brought_back(exported(site.guide), tmp_path / "again")
        assert build_site(again, tmp_path / "site").files == site.files

    def test_has_its_own_theme_and_pictures(self, tmp_path: Path) -> None:
        own: dict[str, str | bytes | None] = {
            "content/exercises/knee.png": DOT,
            "content/leaflet.pdf": b"%PDF-\xff",
            "content/exercises/knee-hug.md": STRETCH.replace("Why", "![A knee](knee.png) Why"),
            "static/supple.css": "body { color: red }\n",
            "static/fonts/mine.woff2": b"\x00\xff",
            "templates/404.html": "<p>ä</p>",
            "static/.DS_Store": "x",
            "content/.hidden": "x",
        }
        folder = write_guide(tmp_path / "guide", own)
        data = exported(folder)
        assert [*data["files"]] == [
            "content/exercises/knee.png",
            "content/leaflet.pdf",
            "static/fonts/mine.woff2",
            "static/supple.css",
            "templates/404.html",
        ]
        again = brought_back(data, tmp_path / "again")
        first, second = (site_of(each, tmp_path / f"{each.name} site") for each in (folder, again))
        assert first == second

    def test_keeps_drafts(self, tmp_path: Path) -> None:
        draft = STRETCH.replace("title:", "draft: true\ntitle:", 1)
        folder = write_guide(tmp_path / "guide", {"content/exercises/calf.md": draft})
        data = exported(folder)
        assert data["exercises"]["calf"]["draft"] is True
        again, _ = read_guide(brought_back(data, tmp_path / "again"))
        assert again
        assert again.drafts == {"exercises/calf.md"}

    def test_is_not_its_comments(self, tmp_path: Path) -> None:
        folder = write_guide(tmp_path / "guide", {"guide.yaml": f"# mine\n{FILES['guide.yaml']}"})
        again = brought_back(exported(folder), tmp_path / "again")
        assert (again / "guide.yaml").read_text() == FILES["guide.yaml"]


LINES = st.lists(
    st.sampled_from([*"aäß-:#\"'\\,.!?*_&<>()=%@~|{}`1", "no", "null", " ", " ", "🧘", "\u00a0"]),
    min_size=1,
    max_size=12,
).map("".join)
SAYINGS = LINES.filter(lambda text: any(map(str.isalnum, text)))


@st.composite
def guides(draw: st.DrawFn) -> Mapping[str, str]:
    """A guide whose texts may hold anything that one can type."""

    def quoted(texts: st.SearchStrategy[str]) -> str:
        return json.dumps(draw(texts), ensure_ascii=False)

    low, more = draw(st.integers(1, 100)), draw(st.integers(0, 90))
    hold = f"{low}-{low + more} {draw(st.sampled_from(['s', 'breaths']))}"
    mistakes = "".join(f"  - {quoted(SAYINGS)}\n" for _ in range(draw(st.integers(1, 3))))
    stretch = f"""\
---
title: {quoted(SAYINGS)}
summary: {quoted(LINES)}
position: {draw(st.sampled_from(["supine", "standing"]))}
targets: [{quoted(st.just("lower back"))}]
level: gentle
dosage: {{hold: {hold}, reps: {draw(st.integers(1, 9))}}}
feel: {quoted(LINES)}
mistakes:
{mistakes}---
{draw(LINES)}

1. {draw(SAYINGS)}
2. {draw(SAYINGS)}

{draw(LINES)}
"""
    targets = f"lower back:\n  title: {quoted(SAYINGS)}\n  synonyms: [{quoted(SAYINGS)}]\n"
    return {
        "content/exercises/knee-hug.md": stretch,
        "content/targets.yaml": targets,
        "content/home.md": f"---\ntitle: {quoted(SAYINGS)}\n---\n{draw(LINES)}",
        "guide.yaml": f"format: 1\nid: a\ntitle: {quoted(SAYINGS)}\npublisher: {quoted(LINES)}\n",
    }


class TestAnyGuide:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.filter_too_much])
    @given(guides())
    def test_is_the_same_again(self, changes: Mapping[str, str]) -> None:
        with TemporaryDirectory() as place:
            folder = write_guide(Path(place, "guide"), changes)
            guide, problems = read_guide(folder, drafts=True)
            assume(guide and not has_errors(problems))
            data = exported(folder)
            assert refusals(data) == []
            again = brought_back(data, Path(place, "again"))
            assert bare(guide_of(again)) == bare(guide_of(folder))

    @settings(max_examples=3, suppress_health_check=[HealthCheck.filter_too_much])
    @given(guides())
    def test_makes_the_same_site(self, changes: Mapping[str, str]) -> None:
        with TemporaryDirectory() as place:
            folder = write_guide(Path(place, "guide"), changes)
            assume(build(folder, Path(place, "site")).tally)
            again = brought_back(exported(folder), Path(place, "again"))
            first = Built(folder, Path(place, "site")).files
            assert site_of(again, Path(place, "again site")) == first


class TestData:
    def test_is_of_use_to_other_programs(self, tmp_path: Path) -> None:
        data = exported(write_guide(tmp_path))
        assert [*data] == ["format", *PARTS, "files"]
        assert data["format"] == FORMAT
        hug = data["exercises"]["knee-hug"]
        assert hug["dosage"] == {
            "hold": {"low": 15, "high": 30, "unit": "seconds"},
            "reps": {"low": 1, "high": 4},
            "sides": "each",
            "side": "leg",
            "default": {"hold": {"low": 20, "high": 20, "unit": "seconds"}},
        }
        assert hug["equipment"] == [{"choices": ["mat", "bed"], "optional": False}]
        assert len(hug["steps"]) > 1
        assert hug["steps"] == re.findall(r"^\d\. (.*)$", hug["body"], re.MULTILINE)
        assert hug["seconds"] == 15 + 20 + 5 + 20
        assert data["routines"]["morning"]["seconds"] == [hug["seconds"]]
        assert data["settings"] == {"format": 1, "id": "test", "title": "Test guide"}

    def test_has_seconds_of_each_day(self, tmp_path: Path) -> None:
        data = exported(write_files(tmp_path, GUIDES["week"]))
        days = [routine["seconds"] for routine in data["routines"].values()]
        assert max(map(len, days)) > 1

    def test_lacks_them_where_an_exercise_is_not_there(self, tmp_path: Path) -> None:
        routine = FILES["content/routines/morning.md"].replace("knee-hug", "knee-hugs")
        data = exported(write_guide(tmp_path, {"content/routines/morning.md": routine}))
        assert "seconds" not in data["routines"]["morning"]


class TestSchema:
    def test_is_one(self) -> None:
        Draft202012Validator.check_schema(guide_schema())

    def test_has_a_fitting_example_of_each_key(self) -> None:
        for key, schema in keys(guide_schema()["$defs"]):
            if "examples" in schema:
                (example,) = schema["examples"]
                errors = [*validator().evolve(schema=schema).iter_errors(example)]
                assert not errors, (key, errors)

    def test_marks_what_is_worked_out(self) -> None:
        schema: Any = guide_schema()
        exercise = schema["$defs"]["file-exercise"]["properties"]
        derived = {name for name, schema in exercise.items() if schema.get("readOnly")}
        assert derived == DERIVED

    @pytest.mark.parametrize(
        "change",
        [
            {"format": "other"},
            {"settings": {"format": 1, "id": "a"}},
            {"exercises": {"a": {"title": "A"}}},
            {"files": {"/etc/passwd": ""}},
            {"more": 1},
        ],
    )
    def test_refuses_what_an_import_refuses(
        self, tmp_path: Path, change: Mapping[str, Any]
    ) -> None:
        data = {**exported(write_guide(tmp_path)), **change}
        assert refusals(data)
        assert files_of(json.dumps(data), "guide.json")[1]


def settings_and(**parts: object) -> str:
    """A guide.json with some parts."""
    told = {"format": 1, "id": "a", "title": "A"}
    return json.dumps({"format": FORMAT, "settings": told, **parts})


EXERCISE = {
    "title": "A",
    "position": "supine",
    "level": "gentle",
    "dosage": {"hold": {"low": 5, "high": 9, "unit": "seconds"}},
}


def _known_keys() -> list[str]:
    def found(schema: object) -> Iterator[str]:
        if isinstance(schema, dict):
            properties = schema.get("properties")
            yield from properties if isinstance(properties, dict) else ()
            for below in schema.values():
                yield from found(below)

    return sorted({*found(guide_schema()), "a", "low", "high", "unit"})


class TestDamage:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "guide.json:1:1  error  the file is not JSON from here on"),
            ("[]", "guide.json  error  this is no supple-guide-1: its first key should say so"),
            ("{}", "guide.json  error  this is no supple-guide-1: its first key should say so"),
            (
                json.dumps({"format": FORMAT}),
                "guide.json: settings  error  the settings are missing",
            ),
            (
                settings_and(exercise={}),
                "guide.json: exercise  error  exercise is not a part of a guide\n"
                "    hint: did you mean exercises?",
            ),
            (
                settings_and(exercises=[]),
                "guide.json: exercises  error  pages by their names belong here",
            ),
            (
                settings_and(exercises={"../../etc": EXERCISE}),
                "guide.json: exercises/../../etc  error  ../../etc can't be a file's name",
            ),
            (
                settings_and(exercises={"con": EXERCISE}),
                "guide.json: exercises/con  error  con can't be a file's name",
            ),
            (
                settings_and(exercises={"a": 1}),
                "guide.json: exercises/a  error  the keys of content/exercises/a.md belong here",
            ),
            (
                settings_and(exercises={"a": {**EXERCISE, "position": "supin"}}),
                "guide.json: exercises/a/position  error  position: supin is not a position\n"
                "    hint: did you mean supine?",
            ),
            (
                settings_and(exercises={"a": {**EXERCISE, "dosage": {"hold": {"low": 5}}}}),
                "guide.json: exercises/a/dosage/hold  error  hold: high and unit are missing\n"
                '    hint: write it like {"low": 15, "high": 30, "unit": "seconds"}',
            ),
            (
                settings_and(exercises={"a": {**EXERCISE, "body": 1}}),
                "guide.json: exercises/a/body  error  a text in Markdown belongs here",
            ),
            (
                settings_and(exercises={"a": {**EXERCISE, "title": "\ud83d"}}),
                "guide.json: exercises/a  error  a character that can't be shown (U+D83D)",
            ),
            (
                settings_and(files={"content/a.png": "?"}),
                "guide.json: files/content/a.png  error  this is no base64",
            ),
            (settings_and(files=[]), "guide.json: files  error  files by their names belong"),
        ],
    )
    def test_is_told_with_the_keys_that_lead_to_it(self, text: str, said: str) -> None:
        _, problems = files_of(text, "guide.json")
        assert told(problems).startswith(said)

    @pytest.mark.parametrize(
        ("dosage", "said"),
        [
            (
                {"hold": {"low": 30, "high": 20, "unit": "seconds"}},
                "hold  error  hold: low, 30, is more than high, 20",
            ),
            (
                {"hold": {"low": 1, "high": 2, "unit": "hours"}},
                'hold  error  hold: unit is "hours", where seconds or breaths belongs',
            ),
            (
                {"hold": {"low": 1.5, "high": 2, "unit": "seconds"}},
                "hold  error  hold: low is 1.5, where a whole number of 1 or more belongs",
            ),
            (
                {"hold": {"low": 5, "high": 9, "unit": "seconds", "lwo": 3, "note": ""}},
                "hold  error  hold: lwo and note are not among low, high and unit",
            ),
            (
                {"hold": "20 s", "reps": {"low": 2, "high": 2, "most": 3}},
                "reps  error  reps: most is not among low and high",
            ),
            ({"hold": [20]}, "hold  error  hold: [20] is not a duration"),
            (
                {"hold": "20 s", "reps": {"low": 5, "high": 2}},
                "reps  error  reps: low, 5, is more than high, 2",
            ),
            (
                {"hold": "20 s", "reps": {"low": True, "high": 2}},
                "reps  error  reps: low is true, where a whole number of 1 or more belongs",
            ),
        ],
    )
    def test_of_a_value_with_a_shape_is_told_in_terms_of_json(
        self, dosage: Mapping[str, object], said: str
    ) -> None:
        _, problems = files_of(
            settings_and(exercises={"a": {**EXERCISE, "dosage": dosage}}), "guide.json"
        )
        (line, hint) = told(problems).splitlines()
        assert line == f"guide.json: exercises/a/dosage/{said}"
        assert hint.startswith('    hint: write it like {"low": ')

    def test_within_a_list_is_told_by_the_key_of_the_list(self) -> None:
        exercise = {**EXERCISE, "equipment": [{"choices": "mat"}]}
        _, problems = files_of(settings_and(exercises={"a": exercise}), "guide.json")
        assert told(problems).startswith(
            "guide.json: exercises/a/equipment/0  error  equipment: optional is missing\n"
        )

    @pytest.mark.parametrize(
        "name",
        [
            "guide.yaml",
            "/etc/passwd",
            "content",
            "content/",
            "content/../guide.yaml",
            "content/./a.png",
            "content//a.png",
            "content\\..\\a.png",
            "content/a.md",
            "content/exercises/b.YAML",
            "content/nul.png",
            "static/.htaccess",
            "static/a\x00b",
            "templates/a.",
            "_site/index.html",
            "",
        ],
    )
    def test_is_a_file_that_would_lie_where_none_may(self, name: str) -> None:
        files, problems = files_of(settings_and(files={name: ""}), "guide.json")
        assert problems
        assert name not in {*files} - {"guide.yaml"}

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers(-9, 99) | st.floats() | st.text(max_size=4),
            lambda below: (
                st.lists(below, max_size=3)
                | st.dictionaries(st.sampled_from(_known_keys()), below, max_size=4)
            ),
            max_leaves=15,
        )
    )
    def test_never_ends_in_a_traceback(self, data: object) -> None:
        for part in ("settings", "exercises", "routines", "targets", "files"):
            files_of(settings_and(**{part: data}), "guide.json")
            files_of(settings_and(exercises={"a": data}), "guide.json")

    def test_is_forgiven_where_its_sense_is_plain(self) -> None:
        """Somebody who writes such a file may leave things empty, and write as in a guide."""
        exercise = {**EXERCISE, "targets": None, "dosage": {"hold": "5-9 s", "reps": 2}}
        files, problems = files_of(settings_and(exercises={"a": exercise}), "guide.json")
        assert not problems
        text = files["content/exercises/a.md"].decode()
        assert text.endswith("dosage:\n  hold: 5-9 s\n  reps: 2\n---\n")
        assert "targets" not in text
