"""Whole builds: what they write, what they leave alone, and that nothing around them matters."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree, ignore_patterns
from time import perf_counter

import pytest

from supple.pipeline import Kept, build
from supple.publishing.ledger import FOLDER
from tests import week
from tests.guides import FILES, ROUTINE, STRETCH, write_guide
from tests.sites import REPOSITORY, Built, copy_guide, write_settings

CHECKOUT = ("supple", "templates", "static", "content")

SURROUNDINGS: Mapping[str, Mapping[str, str]] = {
    "east": {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "west": {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8"},
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A tiny guide that a test may change."""
    return write_guide(tmp_path / "guide", week.FILES)


@pytest.fixture
def output(guide: Path) -> Path:
    """Where its site has been built."""
    folder = guide / "_site"
    assert build(guide, folder).tally
    return folder


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The bytes of every file, and when it was written."""
    return {
        file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def copy_checkout(folder: Path) -> Path:
    """The generator and its guide, somewhere else."""
    for name in CHECKOUT:
        copytree(REPOSITORY / name, folder / name, ignore=ignore_patterns("__pycache__"))
    for name in ("build.py", "pyproject.toml"):
        (folder / name).write_bytes((REPOSITORY / name).read_bytes())
    write_settings(folder)
    return folder


def run(
    *command: object, at: Path, supple: Path = REPOSITORY, around: Mapping[str, str] | None = None
) -> str:
    """What a command printed that went well. `supple` is the checkout whose code is run."""
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=at,
        env={**os.environ, **(around or {}), "PYTHONPATH": str(supple)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class TestAgain:
    def test_a_second_build_touches_nothing(self, guide: Path, output: Path) -> None:
        before = snapshot(output)
        tally = build(guide, output).tally
        assert tally
        assert (tally.written, tally.unchanged, tally.removed) == (0, len(before), 0)
        assert snapshot(output) == before

    def test_a_change_writes_the_pages_that_show_it_and_no_other(
        self, guide: Path, output: Path
    ) -> None:
        before = snapshot(output)
        lift = guide / "content/exercises/lift.md"
        lift.write_text(week.LIFT.replace("Lift your head.", "Raise your head."), encoding="utf-8")
        build(guide, output)
        after = snapshot(output)
        assert {name for name in after if after[name] != before.get(name)} == {
            "cards/all.html",
            "cards/first-week.html",
            "exercises/lift.html",
            "routines/first-week.html",  # whose player says the steps
            "search.js",
            "sheets/first-week-day-2.html",
            "sheets/first-week.html",
        }

    def test_what_one_build_keeps_for_the_next_changes_no_byte(self, tmp_path: Path) -> None:
        guide, kept = copy_guide(tmp_path / "guide"), Kept()
        exercise = guide / "content/exercises/single-knee-to-chest.md"
        text = exercise.read_text(encoding="utf-8")
        bent = re.sub(r"knee: \d(\d)", r"knee: 7\1", text, count=1)
        assert bent != text
        for changed in (text, f"{text}\nMore.\n", bent, text):
            exercise.write_text(changed, encoding="utf-8")
            assert build(guide, tmp_path / "kept", kept=kept).tally
            assert build(guide, tmp_path / "anew").tally
            assert Built(guide, tmp_path / "kept").files == Built(guide, tmp_path / "anew").files

    def test_clean_writes_every_file_again_with_the_same_bytes(
        self, guide: Path, output: Path
    ) -> None:
        before = snapshot(output)
        tally = build(guide, output, clean=True).tally
        assert tally
        assert tally.written == len(before)
        after = snapshot(output)
        assert {name: data for name, (data, _) in after.items()} == {
            name: data for name, (data, _) in before.items()
        }

    def test_what_was_spoilt_is_made_good(self, guide: Path, output: Path) -> None:
        before = snapshot(output)
        (output / "index.html").write_bytes(b"spoilt")
        next(output.glob("static/supple.*.css")).unlink()
        build(guide, output)
        after = snapshot(output)
        assert after["index.html"][0] == before["index.html"][0]
        assert after.keys() == before.keys()


class TestErrors:
    """An error leaves the old site as it was."""

    @pytest.mark.parametrize(
        ("file", "text"),
        [
            ("content/exercises/knee-hug.md", STRETCH.replace("15-30 s", "30sek")),
            ("content/exercises/knee-hug.md", STRETCH.replace("title:", "titel:")),
            ("content/routines/morning.md", ROUTINE.replace("knee-hug", "knee-bug")),
            ("content/home.md", "---\ntitle: Home\n---\n\n[Nowhere](pages/nowhere.md)\n"),
            ("guide.yaml", "format: 1\nformat: 1\n"),
            ("templates/routine.html", "{{ page.no_such_thing }}"),
            ("templates/routine.html", "{% if %}"),
        ],
    )
    def test_of_any_file(self, guide: Path, output: Path, file: str, text: str) -> None:
        before = snapshot(guide)
        (guide / file).parent.mkdir(exist_ok=True)
        (guide / file).write_text(text, encoding="utf-8")
        outcome = build(guide, output)
        assert outcome.problems
        assert outcome.tally is None
        kept = {name for name in before if name.startswith(f"{FOLDER}/")}  # and nobody misses it
        now = snapshot(guide)
        assert {name: now[name] for name in before.keys() - kept - {file}} == {
            name: before[name] for name in before.keys() - kept - {file}
        }
        assert {name for name in now.keys() - before.keys() - {file} if FOLDER not in name} == set()

    def test_a_warning_too_if_asked_for(self, guide: Path, output: Path) -> None:
        before = snapshot(output)
        (guide / "content/stray.md").write_text("Nobody reads this.", encoding="utf-8")
        assert build(guide, output, strict=True).tally is None
        assert snapshot(output) == before
        assert build(guide, output).tally


class TestOutput:
    def test_can_be_anywhere(self, guide: Path, tmp_path: Path) -> None:
        sources = snapshot(guide)
        assert build(guide, tmp_path / "else where" / "öffentlich").tally
        assert (tmp_path / "else where/öffentlich/index.html").is_file()
        new = {name.split("/")[0] for name in snapshot(guide).keys() - sources.keys()}
        assert new == {".supple"}

    def test_files_of_others_stay(self, guide: Path, output: Path) -> None:
        own = {"CNAME": b"example.org", "exercises/note.txt": b"mine", "old/page.html": b"<p>"}
        for name, data in own.items():
            (output / name).parent.mkdir(exist_ok=True)
            (output / name).write_bytes(data)
        (guide / "content/home.md").write_text("---\ntitle: Home\n---\n", encoding="utf-8")
        (guide / "content/routines/first-week.md").unlink()
        (guide / "content/exercises/knee-hug.md").write_text(STRETCH, encoding="utf-8")
        (guide / f"content/{week.PICTURE}").unlink()
        tally = build(guide, output).tally
        assert tally
        # The routine, its cards, its three sheets and the style of each, the lists of its two
        # places, and the picture.
        assert tally.removed == 11
        assert not (output / "routines/first-week.html").exists()
        assert {name: (output / name).read_bytes() for name in own} == own


class TestSurroundings:
    @pytest.mark.parametrize("name", SURROUNDINGS)
    def test_change_no_byte(self, site: Built, tmp_path: Path, name: str) -> None:
        checkout = copy_checkout(tmp_path / f"checkout {name}")
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        output = tmp_path / name / "output"
        build_it = ("-m", "supple", "build", checkout, "--output", output)
        run(*build_it, at=elsewhere, supple=checkout, around=SURROUNDINGS[name])
        assert Built(checkout, output).files == site.files

    @pytest.mark.parametrize("name", SURROUNDINGS)
    def test_change_no_byte_of_a_guide_elsewhere(
        self, week_site: Built, tmp_path: Path, name: str
    ) -> None:
        settings = FILES["guide.yaml"] + "outputs:\n  pdf: false\n"
        guide = write_guide(tmp_path / "guide", {**week.FILES, "guide.yaml": settings})
        run("-m", "supple", "build", at=guide, around=SURROUNDINGS[name])
        assert Built(guide, guide / "_site").files == week_site.files

    def test_build_py_does_the_same_from_anywhere(self, site: Built, tmp_path: Path) -> None:
        checkout = copy_checkout(tmp_path / "checkout")
        said = run(checkout / "build.py", at=tmp_path, supple=checkout)
        assert Built(checkout, checkout / "_site").files == site.files
        assert f"{len(site.files)} files written" in said
        said = run(checkout / "build.py", at=tmp_path, supple=checkout)
        assert "nothing to do" in said


def test_how_long_the_guide_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Told, not judged: it depends on the machine."""
    guide = copy_guide(tmp_path / "guide")
    times = []
    for _ in ("first", "second"):
        began = perf_counter()
        assert build(guide, tmp_path / "site").tally
        times.append(perf_counter() - began)
    with capsys.disabled():
        print(f"\nThe guide was built in {times[0]:.2f} s, and again in {times[1]:.2f} s.")
