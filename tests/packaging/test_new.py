"""`supple new`: what it writes, what it refuses, and what it says."""

import os
import re
import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from supple.cli import COMMANDS, main
from supple.pipeline import build, check
from supple.reading.folder import read_guide
from supple.starter.guide import first_guide
from tests.guides import write_files
from tests.told import told

HINT = "    hint: choose another folder, or move what is there away\n"
NOTHING = "Nothing was written: 1 error.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command line is."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> Mapping[str, bytes]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


class TestWrites:
    def test_a_guide_and_says_what_comes_next(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["new", "my-guide"]) == 0
        count = len(files(here / "my-guide"))
        said = capsys.readouterr().out
        assert said == (
            f"my-guide: {count} files written. Next:\n    cd my-guide\n    supple serve\n"
        )
        assert set(re.findall(r"supple (\w+)", said)) <= {*COMMANDS}

    def test_five_exercises_two_routines_and_all_that_they_need(self, here: Path) -> None:
        main(["new", "my-guide"])
        assert not (problems := check(here / "my-guide").problems), told(problems)
        guide, _ = read_guide(here / "my-guide")
        assert guide is not None
        assert (len(guide.exercises), len(guide.routines)) == (5, 2)
        assert {*guide.pages} >= {"about", "safety"}
        assert guide.settings.title == "My stretching guide"
        assert (guide.settings.publisher, guide.settings.reviewed_by) == ("", "")

    def test_only_the_cautions_and_sources_that_its_pages_use(self, here: Path) -> None:
        main(["new", "my-guide"])
        content = here / "my-guide/content"
        pages = "".join(page.read_text(encoding="utf-8") for page in content.rglob("*.md"))
        cautions = (content / "cautions.yaml").read_text(encoding="utf-8")
        for code in yaml.safe_load(cautions):
            assert f"- {code}\n" in pages
        sources = (content / "sources.yaml").read_text(encoding="utf-8")
        for code in yaml.safe_load(sources):
            assert re.search(rf"(- |source: ){code}\n", pages + cautions), code
        assert cautions.startswith("# Warnings that several exercises share.")

    def test_into_an_empty_folder(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (here / "there").mkdir()
        assert main(["new", "there"]) == 0
        assert not check(here / "there").problems

    def test_into_this_folder_and_an_empty_repository(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (here / ".git").mkdir()
        assert main(["new", "."]) == 0
        assert capsys.readouterr().out.endswith(" files written. Next:\n    supple serve\n")
        assert not check(here).problems

    @pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini"])
    def test_into_a_folder_that_people_take_for_empty(self, here: Path, name: str) -> None:
        write_files(here, {f"my-guide/{name}": "?"})
        assert main(["new", "my-guide"]) == 0
        assert not check(here / "my-guide").problems

    @pytest.mark.parametrize("name", [b"caf\xe9", b"it's\n\x1b[31m red", "größer".encode()])
    def test_into_a_folder_with_any_name_and_says_how_to_go_there(
        self, here: Path, capfd: pytest.CaptureFixture[str], name: bytes
    ) -> None:
        assert main(["new", os.fsdecode(name)]) == 0
        said = capfd.readouterr().out
        assert "\x1b" not in said
        _, go_there, _ = said.splitlines()
        went = subprocess.run(["bash", "-c", f"{go_there}; ls"], cwd=here, capture_output=True)
        assert b"guide.yaml" in went.stdout, went.stderr
        assert not check(here / os.fsdecode(name)).problems

    def test_into_folders_that_are_not_there_yet(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["new", "a/b c"]) == 0
        assert "\n    cd 'a/b c'\n" in capsys.readouterr().out
        assert not check(here / "a/b c").problems

    @pytest.mark.parametrize(
        ("name", "made"),
        [
            ("my-guide", "my-guide"),
            ("Rücken & Schultern", "rücken-schultern"),
            (unicodedata.normalize("NFD", "Rücken"), "rücken"),
            ("stretch_2026.v2", "stretch-2026-v2"),
            ("2026", "2026"),
            ("no", "no"),
            ("体操", "体操"),
            ("null", "my-guide"),
            ("---x", "x"),
            ("…", "my-guide"),
            ("İ", "i"),
        ],
    )
    def test_an_id_that_comes_from_the_folders_name(self, here: Path, name: str, made: str) -> None:
        assert main(["new", "--", name]) == 0
        guide, problems = read_guide(here / name)
        assert not problems, told(problems)
        assert guide is not None
        assert guide.settings.id == made

    def test_a_schema_that_the_settings_name_to_editors(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(["new", "my-guide"])
        settings = (here / "my-guide/guide.yaml").read_text(encoding="utf-8")
        first = settings.splitlines()[0]
        assert first == "# yaml-language-server: $schema=guide.schema.json"
        capsys.readouterr()
        main(["schema", "guide"])
        schema = (here / "my-guide/guide.schema.json").read_text(encoding="utf-8")
        assert schema == capsys.readouterr().out

    def test_a_gitignore_that_leaves_out_what_was_built(self, here: Path) -> None:
        main(["new", "my-guide"])
        before = files(here / "my-guide")
        assert build(here / "my-guide", here / "my-guide/_site").tally
        made = {name.split("/")[0] for name in files(here / "my-guide").keys() - before.keys()}
        ignored = (here / "my-guide/.gitignore").read_text(encoding="utf-8").splitlines()
        assert {f"/{name}/" for name in made} <= {*ignored}

    def test_a_workflow_that_builds_and_publishes(self, here: Path) -> None:
        main(["new", "my-guide"])
        text = (here / "my-guide/.github/workflows/site.yml").read_text(encoding="utf-8")
        workflow = yaml.load(text, yaml.BaseLoader)
        assert workflow["permissions"] == {
            "contents": "read",
            "pages": "write",
            "id-token": "write",
        }
        job = workflow["jobs"]["publish"]
        done = [step.get("run") or step["uses"].split("@")[0] for step in job["steps"]]
        assert done == [
            "actions/checkout",
            "actions/setup-python",
            "pip install supple",
            "supple build --strict",
            "actions/upload-pages-artifact",
            "actions/deploy-pages",
        ]
        assert job["steps"][4]["with"] == {"path": "_site"}
        assert job["steps"][5]["id"] == "deploy"


class TestRefuses:
    @pytest.mark.parametrize("there", ["guide.yaml", "content/home.md", "README", ".hidden"])
    def test_a_folder_that_is_not_empty(
        self, here: Path, capsys: pytest.CaptureFixture[str], there: str
    ) -> None:
        before = files(write_files(here, {f"my-guide/{there}": "mine"}))
        assert main(["new", "my-guide"]) == 1
        first = there.split("/")[0]
        assert capsys.readouterr().out == (
            f"my-guide/{first}  error  is there already, and a new guide needs an empty folder\n"
            + HINT
            + NOTHING
        )
        assert files(here) == before

    def test_to_write_twice(self, here: Path) -> None:
        assert main(["new", "my-guide"]) == 0
        before = files(here)
        assert main(["new", "my-guide"]) == 1
        assert files(here) == before

    @pytest.mark.parametrize("dangling", [False, True])
    def test_a_name_that_a_file_has(
        self, here: Path, capsys: pytest.CaptureFixture[str], dangling: bool
    ) -> None:
        if dangling:
            (here / "my-guide").symlink_to(here / "nowhere")
        else:
            (here / "my-guide").write_text("mine", encoding="utf-8")
        assert main(["new", "my-guide"]) == 1
        said = "my-guide  error  a file has this name already\n"
        assert capsys.readouterr().out == said + HINT + NOTHING
        assert not (here / "nowhere").exists()

    def test_a_folder_below_a_file(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (here / "file").write_text("mine", encoding="utf-8")
        assert main(["new", "file/my-guide"]) == 1
        assert capsys.readouterr().out == (
            "file/my-guide  error  file is a file, so no folder can lie in it\n" + HINT + NOTHING
        )
        assert files(here) == {"file": b"mine"}

    def test_a_name_that_is_too_long(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        name = "a" * 300
        assert main(["new", name]) == 1
        assert capsys.readouterr().out == (
            f"{name}  error  the guide can't be written: the name is too long\n"
            f"    hint: choose a shorter one\n{NOTHING}"
        )

    @pytest.mark.parametrize("number", [0, 1, 8])
    def test_to_leave_half_a_guide_where_it_cannot_write(
        self,
        here: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        number: int,
    ) -> None:
        refused = [*first_guide("a")][number]
        real = Path.open

        def full(file: Path, *given: Any, **named: Any) -> Any:
            if file == Path("above/my-guide") / refused:
                raise PermissionError(13, "Permission denied", str(file))
            return real(file, *given, **named)

        monkeypatch.setattr(Path, "open", full)
        assert main(["new", "above/my-guide"]) == 1
        assert (
            capsys.readouterr().out
            == (
                f"above/my-guide/{refused}  error  the guide can't be written: "
                "you may not write here\n"
                "    hint: check that the folder may be written to and that the disk is not full\n"
            )
            + NOTHING
        )
        assert [*here.iterdir()] == []
