"""`supple import` and `supple export`: what they say, what they write, and how they end."""

import json
import os
from pathlib import Path

import pytest

from supple.exchange.guide_format import FORMAT, guide_schema
from tests.exchange.samples import FREE_EXERCISE_DB
from tests.guides import FILES, write_guide
from tests.test_cli import Terminal, files

DATA_SET = ("import", "free-exercise-db")
WORDS = {"content/sources.yaml", "content/targets.yaml", "content/equipment.yaml"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a guide and the data set, in which the command line is."""
    monkeypatch.chdir(tmp_path)
    write_guide(tmp_path / "guide")
    (tmp_path / "db.json").write_bytes(FREE_EXERCISE_DB.read_bytes())
    return tmp_path


@pytest.fixture
def supple(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


class TestImportOfExercises:
    def test_writes_them_and_says_what_is_next(self, here: Path, supple: Terminal) -> None:
        before = files(here / "guide")
        assert supple(*DATA_SET, "db.json", "--into", "guide") == 0
        written, next_ = supple.said.splitlines()
        assert written == "guide: 40 exercises written."
        number = int(next_.partition(" ")[0])
        assert next_ == f"{number} things to review. To see them: supple check guide"
        after = files(here / "guide")
        assert len(after) == len(before) + 40
        assert {name for name in before if after[name] != before[name]} == WORDS
        assert all(after[name].startswith(before[name]) for name in before)
        assert supple("check", "guide", "--format", "json") == 0
        told = [each for each in json.loads(supple.said) if each["rule"] == "review"]
        assert len(told) == number

    def test_of_a_category_leaves_the_others(self, here: Path, supple: Terminal) -> None:
        line = (*DATA_SET, "db.json", "--into", "guide", "--category")
        assert supple(*line, "Cardio", "--category", "plyometrics") == 0
        assert supple.said.startswith("guide: 2 exercises written.\n")
        assert (here / "guide/content/exercises/skating.md").is_file()

    def test_only_says_what_it_would_write_if_asked_to(self, here: Path, supple: Terminal) -> None:
        before = files(here)
        line = (*DATA_SET, "db.json", "--into", "guide", "--category", "cardio")
        assert supple(*line, "--dry-run") == 0
        assert supple.said == (
            "content/exercises/skating.md: 9 things to review\n"
            "content/sources.yaml: free-exercise-db added at the end\n"
            "content/targets.yaml: front of thigh added at the end\n"
            "guide: 1 exercise would be written.\n"
        )
        assert files(here) == before

    def test_never_writes_over_a_file(self, here: Path, supple: Terminal) -> None:
        line = (*DATA_SET, "db.json", "--into", "guide", "--category", "cardio")
        supple(*line)
        mine = here / "guide/content/exercises/skating.md"
        mine.write_text(mine.read_text().replace("Skating", "Mine"))
        before = files(here)
        assert supple(*line) == 0
        assert supple.said == (
            "content/exercises/skating.md  warning  "
            "this file is there already, so Skating was not imported\n"
            "guide: 0 exercises written, 1 left as they were.\n"
        )
        assert files(here) == before

    def test_can_hide_them(self, here: Path, supple: Terminal) -> None:
        assert supple(*DATA_SET, "db.json", "--into", "guide", "--drafts") == 0
        assert supple.said.endswith(" supple check guide --drafts\n")
        supple("check", "guide")
        assert "to review" not in supple.said
        supple("check", "guide", "--drafts")
        assert "to review" in supple.said

    def test_into_a_guide_without_such_folders_makes_them(
        self, here: Path, supple: Terminal
    ) -> None:
        (here / "new").mkdir()
        (here / "new/guide.yaml").write_text(FILES["guide.yaml"])
        assert supple(*DATA_SET, "db.json", "--into", "new") == 0
        assert supple("build", "new") == 0

    def test_begins_with_the_words(
        self, here: Path, supple: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What is killed half way leaves a guide whose pages find all their words."""

        def full(*arguments: object) -> None:
            raise OSError(28, "No space left on device", "guide/content/exercises")

        monkeypatch.setattr("supple.commands.import_.write_new", full)
        before = files(here / "guide")
        assert supple(*DATA_SET, "db.json", "--into", "guide") == 1
        assert "error  the guide can't be written: the disk is full" in supple.said
        after = files(here / "guide")
        assert after.keys() == before.keys()
        assert {name for name in before if after[name] != before[name]} == WORDS

    def test_into_a_guide_with_mistakes_is_refused(self, here: Path, supple: Terminal) -> None:
        (here / "guide/content/targets.yaml").write_text("a: b: c\n")
        before = files(here)
        assert supple(*DATA_SET, "db.json", "--into", "guide") == 1
        assert supple.said.startswith("content/targets.yaml:1:5  error  a colon where none fits\n")
        assert supple.said.endswith("\nNothing was written: 1 error.\n")
        assert files(here) == before

    def test_into_words_that_cannot_be_added_to_is_refused(
        self, here: Path, supple: Terminal
    ) -> None:
        (here / "guide/content/sources.yaml").write_text("{clinic: {title: A, grade: B}}\n")
        before = files(here)
        assert supple(*DATA_SET, "db.json", "--into", "guide") == 1
        assert "nothing can be added at the end of this file\n    hint: add it" in supple.said
        assert files(here) == before

    @pytest.mark.parametrize(
        ("file", "into", "said"),
        [
            ("none.json", "guide", "none.json  error  there is no such file\n    hint: mind"),
            ("guide", "guide", "guide  error  it can't be read: "),
            ("guide/guide.yaml", "guide", "guide/guide.yaml:1:1  error  the file is not JSON"),
            ("latin", "guide", "latin  error  the file is no text in UTF-8\n"),
            ("db.json", "nowhere", "nowhere  error  there is no such folder\n"),
            ("db.json", "empty", "guide.yaml  error  there is no guide.yaml here, so this is no"),
        ],
    )
    def test_of_what_is_not_there_says_so(
        self, here: Path, supple: Terminal, file: str, into: str, said: str
    ) -> None:
        (here / "latin").write_bytes(b"[\xff]")
        (here / "empty").mkdir()
        assert supple(*DATA_SET, file, "--into", into) == 1
        assert supple.said.startswith(said)
        assert supple.said.endswith("\nNothing was written: 1 error.\n")

    def test_of_another_category_lists_those_that_there_are(
        self, here: Path, supple: Terminal
    ) -> None:
        assert supple(*DATA_SET, "db.json", "--into", "guide", "--category", "yoga") == 1
        assert supple.said.startswith("db.json  error  the file has no category yoga\n")
        assert "hint: it has cardio (1), olympic weightlifting (" in supple.said


@pytest.mark.parametrize(
    "line",
    [
        ("import",),
        ("import", "yoga", "a.json", "--into", "guide"),
        (*DATA_SET, "db.json"),
        (*DATA_SET, "--into", "guide"),
        ("import", "guide", "guide.json"),
        ("export", "guide", "more"),
    ],
)
def test_a_wrong_command_line_says_so(here: Path, supple: Terminal, line: tuple[str, ...]) -> None:
    assert supple(*line) == 2
    assert "usage: supple " in supple.complained


@pytest.mark.parametrize("what", ["free-exercise-db", "guide"])
def test_each_import_has_help_with_an_example(supple: Terminal, what: str) -> None:
    assert supple("import", what, "--help") == 0
    assert f"\n  supple import {what} " in supple.said


class TestExport:
    def test_writes_one_file(self, here: Path, supple: Terminal) -> None:
        assert supple("export", "guide") == 0
        assert supple.said == "guide.json: 1 exercise and 1 routine written.\n"
        data = json.loads((here / "guide.json").read_text(encoding="utf-8"))
        assert data["exercises"]["knee-hug"]["title"] == "Knee hug"

    def test_goes_to_standard_output_if_asked_to(self, here: Path, supple: Terminal) -> None:
        title = FILES["guide.yaml"].replace("Test guide", "Rücken")
        write_guide(here / "guide", {"guide.yaml": title})
        assert supple("export", "guide", "--output", "-") == 0
        assert supple.said.isascii()
        assert json.loads(supple.said)["settings"]["title"] == "Rücken"
        assert not (here / "guide.json").exists()

    def test_writes_over_its_own_file_only(self, here: Path, supple: Terminal) -> None:
        assert supple("export", "guide") == supple("export", "guide") == 0
        (here / "notes.json").write_text("{}")
        assert supple("export", "guide", "--output", "notes.json") == 1
        assert supple.said.startswith("notes.json  error  this is there already, and no file of")
        assert (here / "notes.json").read_text() == "{}"
        assert supple("export", "guide", "--output", "guide") == 1
        assert supple("export", "guide", "--output", "no/where.json") == 1
        assert supple.said.startswith("no/where.json  error  it can't be written: ")
        assert {file.name for file in here.iterdir()} == {
            "guide",
            "db.json",
            "guide.json",
            "notes.json",
        }

    def test_of_a_guide_with_mistakes_is_refused(self, here: Path, supple: Terminal) -> None:
        write_guide(here / "guide", {"content/home.md": "no front matter"})
        assert supple("export", "guide") == 1
        assert supple.said.startswith("content/home.md:1  error  there is no front matter\n")
        assert supple("export", "nowhere") == 1
        assert not (here / "guide.json").exists()

    def test_says_which_files_it_leaves_out(self, here: Path, supple: Terminal) -> None:
        write_guide(here / "guide", {"content/notes.md": "mine"})
        assert supple("export", "guide") == 0
        assert supple.said.startswith("content/notes.md  warning  this file is not part of")

    def test_is_the_same_each_time(self, here: Path, supple: Terminal) -> None:
        supple("export", "guide", "--output", "1.json")
        os.chdir(here / "guide")
        supple("export", "--output", "../2.json")
        assert (here / "1.json").read_bytes() == (here / "2.json").read_bytes()


class TestImportOfAGuide:
    def test_makes_the_guide_again(self, here: Path, supple: Terminal) -> None:
        supple("export", "guide")
        assert supple("import", "guide", "guide.json", "--into", "again") == 0
        assert ": 9 files written, no problems.\n" in supple.said
        supple("export", "again", "--output", "again.json")
        assert (here / "again.json").read_bytes() == (here / "guide.json").read_bytes()

    def test_needs_an_empty_folder(self, here: Path, supple: Terminal) -> None:
        supple("export", "guide")
        before = files(here)
        assert supple("import", "guide", "guide.json", "--into", "guide") == 1
        assert "is there already, and a new guide needs an empty folder\n" in supple.said
        assert files(here) == before

    def test_tells_what_is_wrong_with_the_file(self, here: Path, supple: Terminal) -> None:
        (here / "a.json").write_text(json.dumps({"format": FORMAT, "settings": {"format": 2}}))
        assert supple("import", "guide", "a.json", "--into", "again") == 1
        assert supple.said.startswith("a.json: settings")
        assert not (here / "again").exists()

    def test_tells_what_is_wrong_with_the_guide(self, here: Path, supple: Terminal) -> None:
        supple("export", "guide")
        text = (here / "guide.json").read_text().replace("Why and how", "[Why](how.md)")
        (here / "guide.json").write_text(text)
        before = files(here)
        assert supple("import", "guide", "guide.json", "--into", "again") == 1
        assert "error  there is no file content/exercises/how.md\n" in supple.said
        assert supple.said.startswith("guide.json: exercises/knee-hug  error  ")
        assert supple.said.endswith("\nNothing was written: 1 error.\n")
        assert files(here) == before

    def test_without_an_exercise_writes_nothing(self, here: Path, supple: Terminal) -> None:
        supple("export", "guide")
        data = json.loads((here / "guide.json").read_text())
        del data["exercises"]["knee-hug"]
        (here / "guide.json").write_text(json.dumps(data))
        assert supple("import", "guide", "guide.json", "--into", "again") == 1
        assert supple.said.startswith("guide.json: exercises  error  the guide has no exercise\n")
        assert "\nguide.json: routines/morning  error  " in supple.said
        assert supple.said.endswith("\nNothing was written: 2 errors.\n")
        assert not (here / "again").exists()

    def test_only_counts_warnings(self, here: Path, supple: Terminal) -> None:
        stretch = FILES["content/exercises/knee-hug.md"]
        reviewed = stretch.replace("title:", "review:\n  - Is it so?\n  - And so?\ntitle:", 1)
        write_guide(here / "guide", {"content/exercises/knee-hug.md": reviewed})
        supple("export", "guide")
        assert supple("import", "guide", "guide.json", "--into", "again") == 0
        assert supple.said == (
            "again: 9 files written, 2 warnings.\n"
            "To see what there is: supple check again --drafts\n"
        )

    def test_refuses_a_routine_with_the_address_of_the_library_s_cards(
        self, here: Path, supple: Terminal
    ) -> None:
        supple("export", "guide")
        data = json.loads((here / "guide.json").read_text())
        data["routines"]["all"] = data["routines"]["morning"]
        (here / "guide.json").write_text(json.dumps(data))
        assert supple("import", "guide", "guide.json", "--into", "again") == 1
        assert "guide.json: routines/all  error  two things have one address: cards/all.html\n" in (
            supple.said
        )


def test_the_schema_is_published(supple: Terminal) -> None:
    assert supple("schema", "export") == 0
    assert json.loads(supple.said) == guide_schema()
    assert supple.said.isascii()
