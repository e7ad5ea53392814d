"""The command line: what it says, and with which code it ends."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from supple import __version__, cli
from supple.checking.guide import WRITE_HOME
from supple.cli import main
from supple.printing import press
from supple.publishing.ledger import FOLDER
from tests.exchange.samples import FREE_EXERCISE_DB
from tests.guides import ROUTINE, STRETCH, write_files, write_guide
from tests.sites import REPOSITORY

HUG = "content/exercises/knee-hug.md"
BROKEN = {HUG: STRETCH.replace("  hold: 15-30 s\n  reps", "  hold: 30sek\n  reps")}
WARNED = {"content/home.md": None}
DAY = "  - title: A day\n    exercises:\n      - exercise: knee-hug\n"
FIRST_WEEK = ROUTINE.replace("exercises:\n  - exercise: knee-hug\n", f"days:\n{DAY}{DAY}")

NO_HOME = f"content/home.md  warning  there is no such page\n    hint: {WRITE_HOME}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command line is."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Terminal:
    """Runs a command line and keeps what it says."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self.capture = capture
        self.code = 0
        self.said = ""
        self.complained = ""

    def __call__(self, *arguments: str) -> int:
        # The guides of these tests were checked on that day, and age as any other would.
        day = ("--today", "2026-11-22") if arguments[:1] == ("check",) else ()
        try:
            self.code = main((*arguments, *day))
        except SystemExit as end:
            self.code = int(end.code or 0)
        self.said, self.complained = self.capture.readouterr()
        self.said = re.sub(r"\d+\.\d s", "N s", self.said)
        return self.code


@pytest.fixture
def supple(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def files(folder: Path) -> Mapping[str, bytes]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


class TestCheck:
    def test_of_a_guide_without_problems_says_so(self, here: Path, supple: Terminal) -> None:
        write_guide(here)
        assert supple("check") == 0
        assert supple.said == ".: no problems.\n"

    def test_writes_nothing(self, here: Path, supple: Terminal) -> None:
        before = files(write_guide(here))
        supple("check")
        assert files(here) == before

    def test_tells_problems_as_promised(self, here: Path, supple: Terminal) -> None:
        write_guide(here / "my-guide", BROKEN)
        assert supple("check", "my-guide") == 1
        assert supple.said == (
            "content/exercises/knee-hug.md:11:9  error  hold: 30sek is not a duration\n"
            "    hint: write 30 s, 15-20 s or 2 min\n"
            "my-guide: 1 error.\n"
        )
        assert supple.complained == ""

    def test_counts_errors_and_warnings(self, here: Path, supple: Terminal) -> None:
        broken = STRETCH.replace("gentle\n", "soft\n").replace("1-4", "0")
        write_guide(here, {**WARNED, HUG: broken, "content/pages/safety.md": None})
        assert supple("check") == 1
        assert supple.said.endswith("\n.: 2 errors, 2 warnings.\n")

    def test_looks_at_drafts_if_asked_to(self, here: Path, supple: Terminal) -> None:
        draft = STRETCH.replace("title:", "draft: true\ntitle:", 1).replace("- hip", "- hips")
        write_guide(here, {"content/exercises/calf.md": draft})
        assert supple("check") == 0
        assert supple("check", "--drafts") == 1
        assert "calf.md:21:5  error  cautions: hips is not in cautions.yaml" in supple.said

    def test_lets_warnings_pass_unless_it_is_strict(self, here: Path, supple: Terminal) -> None:
        write_guide(here, WARNED)
        assert supple("check") == 0
        assert supple.said == f"{NO_HOME}.: 1 warning.\n"
        assert supple("check", "--strict") == 1
        assert supple.said == f"{NO_HOME}.: 1 warning.\n"

    def test_of_a_folder_that_is_no_guide_says_what_to_do(
        self, here: Path, supple: Terminal
    ) -> None:
        assert supple("check", str(here / "nowhere")) == 1
        assert supple.said == (
            f"{here}/nowhere  error  there is no such folder\n"
            "    hint: go to the guide's folder, or begin a guide: supple new my-guide\n"
            f"{here}/nowhere: 1 error.\n"
        )

    def test_for_github_names_files_as_one_sees_them_from_here(
        self, here: Path, supple: Terminal
    ) -> None:
        supple("check", "nowhere", "--format", "github")
        assert supple.said.startswith("::error file=nowhere,title=settings::")
        write_guide(here / "my-guide", BROKEN)
        supple("check", "my-guide", "--format", "github")
        assert supple.said.startswith(f"::error file=my-guide/{HUG},line=11,")

    @pytest.mark.parametrize("form", ["text", "github"])
    def test_shows_names_without_what_terminals_take_as_an_order(
        self, here: Path, supple: Terminal, form: str
    ) -> None:
        write_guide(here / "a\x1b[2Jb", {"content/c\nd\x1b[31m\x9be.md": "?"})
        supple("check", "a\x1b[2Jb", "--format", form)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", supple.said)
        assert ("content/c\\nd\\x1b[31m\\x9be.md" in supple.said) == (form == "text")
        assert "\na\\x1b[2Jb: 1 warning.\n" in supple.said

    def test_keeps_each_problem_on_its_line(self, here: Path, supple: Terminal) -> None:
        write_guide(here, {"guide.yaml": 'format: 1\nid: a\ntitle: A\n"b\\nc": d\n'})
        supple("check")
        assert supple.said.splitlines()[0] == (
            "guide.yaml:4:1  error  b c is not a key of the settings"
        )


class TestBuild:
    def test_says_what_it_wrote_where(self, here: Path, supple: Terminal) -> None:
        write_guide(here)
        assert supple("build") == 0
        count = len(files(here / "_site"))
        assert supple.said == f"_site: {count} files written, 0 unchanged, N s, no problems.\n"
        assert supple.complained == ""

    def test_says_that_nothing_was_to_be_done(self, here: Path, supple: Terminal) -> None:
        write_guide(here)
        supple("build")
        count = len(files(here / "_site"))
        assert supple("build") == 0
        assert supple.said == (
            f"_site: nothing to do, all {count} files are as they should be, N s, no problems.\n"
        )
        assert supple("build", "--clean") == 0
        assert supple.said == f"_site: {count} files written, 0 unchanged, N s, no problems.\n"

    def test_says_what_was_changed_and_removed(self, here: Path, supple: Terminal) -> None:
        write_guide(here, {"content/pages/about.md": "---\ntitle: About\n---\n"})
        supple("build")
        count = len(files(here / "_site"))
        about = (here / "_site/about.html").read_bytes()
        (here / "_site/about.html").write_bytes(b"spoilt")
        supple("build")
        assert supple.said == f"_site: 1 file written, {count - 1} unchanged, N s, no problems.\n"
        assert (here / "_site/about.html").read_bytes() == about
        (here / "content/pages/about.md").unlink()
        supple("build")
        assert ", 1 removed, N s, no problems.\n" in supple.said

    def test_goes_where_it_is_told(self, here: Path, supple: Terminal) -> None:
        write_guide(here / "guide")
        assert supple("build", "guide") == 0
        assert supple.said.startswith("guide/_site: ")
        assert supple("build", "guide", "--output", str(here / "public")) == 0
        assert supple.said.startswith("public: ")
        assert supple("build", "guide", "--output", "a/b") == 0
        assert files(here / "public") == files(here / "guide/_site") == files(here / "a/b")

    def test_with_errors_leaves_the_old_site_as_it_is(self, here: Path, supple: Terminal) -> None:
        write_guide(here)
        supple("build")
        before = files(here / "_site")
        write_guide(here, BROKEN)
        assert supple("build", "--clean") == 1
        assert supple.said.endswith(
            "hint: write 30 s, 15-20 s or 2 min\nNothing was written: 1 error.\n"
        )
        assert files(here / "_site") == before

    def test_tells_warnings_and_stops_for_them_only_if_strict(
        self, here: Path, supple: Terminal
    ) -> None:
        write_guide(here, WARNED)
        assert supple("build", "--strict") == 1
        assert supple.said == f"{NO_HOME}Nothing was written: 1 warning.\n"
        assert not (here / "_site").exists()
        assert supple("build") == 0
        assert supple.said.startswith(f"{NO_HOME}_site: ")
        assert supple.said.endswith("N s, 1 warning.\n")

    def test_of_no_guide_writes_nothing_at_all(self, here: Path, supple: Terminal) -> None:
        assert supple("build") == 1
        assert supple.said.endswith("Nothing was written: 1 error.\n")
        assert files(here) == {}

    def test_over_the_guides_own_files_is_refused(self, here: Path, supple: Terminal) -> None:
        before = files(write_guide(here))
        assert supple("build", "--output", "content") == 1
        assert supple.said == (
            "content  error  the site can't be written over the guide's own files\n"
            "    hint: choose another folder: --output _site\n"
            "Nothing was written: 1 error.\n"
        )
        assert {name: text for name, text in files(here).items() if FOLDER not in name} == before

    def test_where_something_is_in_the_way_says_what(self, here: Path, supple: Terminal) -> None:
        write_guide(here)
        write_files(here / "_site", {"exercises": "mine"})
        assert supple("build") == 1
        assert supple.said == (
            "_site/exercises  error  the site can't be written: "
            "a file lies where a folder belongs\n"
            "    hint: move it away, then build again\n"
            "Nothing was written: 1 error.\n"
        )

    def test_where_a_folder_is_in_the_way_says_so(self, here: Path, supple: Terminal) -> None:
        write_guide(here)
        write_files(here / "_site", {"404.html/mine.txt": "mine"})
        (here / "_site/index.html").write_text('<meta name="generator" content="Supple">')
        assert supple("build") == 1
        assert supple.said == (
            "_site/404.html  error  the site can't be written: a folder lies where a file belongs\n"
            "    hint: move it away, then build again\n"
            "Nothing was written: 1 error.\n"
        )

    def test_where_a_link_leads_nowhere_says_so(self, here: Path, supple: Terminal) -> None:
        write_guide(here)
        (here / "_site").symlink_to(here / "nothing")
        assert supple("build") == 1
        assert supple.said == (
            f"_site  error  this is a link, and where it leads, {here}/nothing, is nothing\n"
            "    hint: choose another folder: --output _site\n"
            "Nothing was written: 1 error.\n"
        )

    def test_keeps_a_file_of_somebody_elses_in_its_own_site(
        self, here: Path, supple: Terminal
    ) -> None:
        write_guide(here)
        supple("build")
        write_files(here, {"_site/hello.html": "mine"})
        write_files(here, {"content/pages/hello.md": "---\ntitle: Hello\n---\n"})
        before = files(here / "_site")
        assert supple("build") == 1
        assert supple.said == (
            "_site  error  hello.html is there already, and Supple did not write it\n"
            "    hint: choose an empty folder with --output, or move that file away\n"
            "Nothing was written: 1 error.\n"
        )
        assert files(here / "_site") == before

    def test_with_a_name_that_no_disk_takes_says_where_it_is(
        self, here: Path, supple: Terminal
    ) -> None:
        name, alias = "a" * 251, "b" * 260
        write_guide(
            here,
            {
                f"content/exercises/{name}.md": STRETCH,
                HUG: STRETCH.replace("level:", f"aliases: [{alias}]\nlevel:"),
            },
        )
        assert supple("build") == 1
        assert supple.said == (
            f"content/exercises/{name}.md  error  "
            "the name is too long: its address would have 256 bytes of 255\n"
            "    hint: write one that is shorter by 1 letter or more\n"
            f"{HUG}:9:11  error  "
            "the name is too long: its address would have 265 bytes of 255\n"
            "    hint: write one that is shorter by 10 letters or more\n"
            "Nothing was written: 2 errors.\n"
        )

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    @pytest.mark.parametrize(
        ("closed", "shown", "message"),
        [
            ("static/supple.css", "static/supple.css", "you may not read it"),
            ("content/exercises/knee.svg", "content/exercises/knee.svg", "you may not read it"),
            ("templates/home.html", "templates/home.html", "you may not read it"),
            ("", "my-guide", "you may not look into this folder"),
        ],
    )
    def test_of_what_may_not_be_read_says_what_it_is(
        self, here: Path, supple: Terminal, closed: str, shown: str, message: str
    ) -> None:
        made = {
            "static/supple.css": "?",
            "templates/home.html": "?",
            "content/exercises/knee.svg": "?",
            HUG: f"{STRETCH}\n![A knee](knee.svg)\n",
        }
        place = write_guide(here / "my-guide", {**made}) / closed
        mode = place.stat().st_mode
        place.chmod(0)
        for command in ("build",) if closed else ("build", "check", "serve"):
            assert supple(command, "my-guide") == 1
            assert supple.said.startswith(
                f"{shown}  error  {message}\n"
                "    hint: change its permissions so that you can read it\n"
            )
        place.chmod(mode)

    def test_with_a_broken_template_of_the_guides_own_writes_nothing(
        self, here: Path, supple: Terminal
    ) -> None:
        write_guide(here, {"templates/home.html": "{{ page.titel }}"})
        assert supple("build") == 1
        assert supple.said.startswith("templates/home.html:1  error  ")
        assert not (here / "_site").exists()

    @pytest.mark.parametrize(
        ("changes", "file", "address"),
        [
            (
                {
                    "content/targets.yaml": "lower back:\nlower-back:\n",
                    "content/exercises/calf.md": STRETCH.replace("- lower back", "- lower-back"),
                },
                "content/targets.yaml",
                "targets/lower-back.html",
            ),
            (
                {
                    "content/exercises/calf.html": "?",
                    "content/exercises/calf.md": f"{STRETCH}\n[a](calf.html)\n",
                },
                "content/exercises/calf.html",
                "exercises/calf.html",
            ),
            (
                {
                    "content/static/fonts/OFL-Bitter.txt": "?",
                    HUG: f"{STRETCH}\n[a](../static/fonts/OFL-Bitter.txt)\n",
                },
                "content/static/fonts/OFL-Bitter.txt",
                "static/fonts/OFL-Bitter.txt",
            ),
        ],
    )
    def test_never_writes_two_things_to_one_address(
        self, here: Path, supple: Terminal, changes: dict[str, str], file: str, address: str
    ) -> None:
        write_guide(here, {**changes})
        said = (
            f"{file}  error  two things have one address: {address}\n"
            "    hint: rename one: a page, a word of a vocabulary, or a file beside the text\n"
        )
        assert supple("build") == 1
        assert supple.said == f"{said}Nothing was written: 1 error.\n"
        assert supple("check") == 1
        assert said in supple.said

    def test_uses_the_guides_own_static_files(self, here: Path, supple: Terminal) -> None:
        write_guide(here, {"static/supple.css": "own", "static/logo.svg": "logo", "static/.x": "?"})
        assert supple("build") == 0
        built = {
            re.sub(r"\.[0-9a-f]{10}\.", ".", name): data
            for name, data in files(here / "_site/static").items()
        }
        assert (built["supple.css"], built["logo.svg"]) == (b"own", b"logo")
        assert ".x" not in built
        assert built["supple.js"] == (REPOSITORY / "static/supple.js").read_bytes()


class TestMistakes:
    @pytest.mark.parametrize(
        "arguments",
        [
            ("biuld",),
            ("build", "--outptu", "x"),
            ("check", "a", "b"),
            ("build", "--output"),
            ("-x",),
        ],
    )
    def test_of_the_command_line_end_with_two(
        self, supple: Terminal, arguments: tuple[str, ...]
    ) -> None:
        assert supple(*arguments) == 2
        assert "usage: supple" in supple.complained

    def test_such_as_saying_nothing_get_help(self, supple: Terminal) -> None:
        assert supple() == 2
        assert "usage: supple" in supple.said

    def test_of_the_system_are_told_without_a_traceback(self, supple: Terminal) -> None:
        name = "a" * 5000
        assert supple("check", name) == 1
        assert supple.said == (
            f"{name}  error  no file or folder can have so long a name\n"
            "    hint: write a shorter one\n"
            f"{name}: 1 error.\n"
        )


class TestHelp:
    @pytest.mark.parametrize("command", sorted(set(cli.COMMANDS) - {"serve"}))
    def test_of_each_command_shows_an_example_that_works(
        self, here: Path, supple: Terminal, command: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(press, "printed", lambda pages: ((name, b"%PDF") for name in pages))
        assert supple(command, "--help") == 0
        text = supple.said[supple.said.index("examples:") :]
        examples = re.findall(rf"^  supple ({command}\b[^\n]*?)(?:   .*)?$", text, re.MULTILINE)
        assert len(examples) >= 2
        if command != "new":
            write_guide(here, {"content/routines/first-week.md": FIRST_WEEK})
            write_guide(here / "my-guide")
        if command == "import":
            (here / "exercises.json").write_bytes(FREE_EXERCISE_DB.read_bytes())
            supple("export", "my-guide")
        for number, example in enumerate(examples):
            if command == "new":  # each in a folder of its own
                (here / str(number)).mkdir()
                os.chdir(here / str(number))
            assert supple(*example.split()) == 0, example

    def test_names_every_command(self, supple: Terminal) -> None:
        assert supple("--help") == 0
        assert all(f"\n    {command} " in supple.said for command in cli.COMMANDS)

    def test_tells_the_version(self, supple: Terminal) -> None:
        assert supple("--version") == 0
        assert supple.said == f"supple {__version__}\n"


def run(*arguments: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command line in a process of its own."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **settings},
        capture_output=True,
        text=True,
        check=False,
    )


class TestProcesses:
    def test_may_be_a_module(self, tmp_path: Path) -> None:
        write_guide(tmp_path, BROKEN)
        ended = run("-m", "supple", "check", folder=tmp_path)
        assert (ended.returncode, ended.stderr) == (1, "")
        assert ended.stdout.endswith("\n.: 1 error.\n")

    def test_whose_reader_has_gone_end_quietly(self, tmp_path: Path) -> None:
        write_guide(tmp_path, BROKEN)
        reading, writing = os.pipe()
        os.close(reading)
        ended = subprocess.run(
            [sys.executable, "-m", "supple", "check"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writing)
        assert (ended.returncode, ended.stderr) == (1, b"")

    def test_say_in_other_words_what_a_terminal_cannot_show(self, tmp_path: Path) -> None:
        write_guide(tmp_path, {HUG: STRETCH.replace("gentle\n", "größer\n")})
        (tmp_path / "content/exercises" / os.fsdecode(b"\xff.md")).write_text("?")
        for encoding in ("ascii", "utf-8"):
            ended = run("-m", "supple", "check", folder=tmp_path, PYTHONIOENCODING=encoding)
            assert ended.stderr == ""
            assert "gr\\xf6\\xdfer" in ended.stdout or "größer" in ended.stdout
            assert "\\udcff.md" in ended.stdout

    @pytest.mark.parametrize("command", ["check", "build"])
    def test_that_are_interrupted_stop_without_a_traceback(
        self, tmp_path: Path, command: str
    ) -> None:
        write_guide(tmp_path)
        interrupted = (
            "import os, signal, sys\n"
            "import supple.reading.folder as folder\n"
            "from supple.cli import main\n"
            f"folder.read_text = lambda *_: os.kill(os.getpid(), signal.{signal.SIGINT.name})\n"
            f"sys.exit(main(['{command}']))\n"
        )
        ended = run("-c", interrupted, folder=tmp_path)
        assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "\nStopped.\n")
        assert not (tmp_path / "_site").exists()


class TestProgress:
    def test_is_shown_on_a_terminal_when_work_takes_long(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        moments = iter([0.0, 0.1, 0.6, 0.6, 0.65, 0.8, 0.8])
        terminal = cli._Terminal(shown=True, now=lambda: next(moments))
        for done in range(1, 5):
            terminal.progress("reading", done, 4)
        terminal.say("Done.")
        assert capsys.readouterr().err == ("\r\x1b[Kreading 2 of 4\r\x1b[Kreading 4 of 4\r\x1b[K")

    def test_of_short_work_or_elsewhere_is_not_shown(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for shown, seconds in ((True, 0.2), (False, 100)):
            terminal = cli._Terminal(shown, now=iter([0, seconds]).__next__)
            terminal.progress("reading", 1, 1)
            terminal.say("Done.")
        assert capsys.readouterr().err == ""
