"""What an author gets wrong is told with its place and what to write instead, and the old site
stays as it was to the byte."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from errno import EACCES, EDQUOT, EIO, ENOSPC, EROFS
from os import strerror
from pathlib import Path
from time import process_time

import pytest

from supple.cli import main
from tests.guides import FILES, write_files, write_guide
from tests.manners.cases import CASES, GUIDE, HOME, HUG, Case, change
from tests.sites import REPOSITORY

HUGE = 50_000_000
MEMORY = 300_000_000


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> float:
    """The seconds of a processor that the guide takes while it is good: what a mistake costs is
    measured by them, as no machine is as quick at one time as at another."""
    monkeypatch.chdir(write_guide(tmp_path))
    began = process_time()
    assert main(["build"]) == 0
    return process_time() - began


@pytest.fixture
def guide(tmp_path: Path, usual: float) -> Path:
    """A guide that was good and is built, in the folder in which the command line is."""
    return tmp_path


def spoil(folder: Path, files: Mapping[str, str | bytes | None]) -> None:
    for name in (name for name, text in files.items() if text is None):
        (folder / name).unlink()
    for folder_ in {(folder / name).parent for name in files}:
        if folder_.is_dir() and not any(folder_.iterdir()):
            folder_.rmdir()
    write_files(folder, files)


def state(site: Path) -> Mapping[str, tuple[bytes, int]]:
    """Every file's bytes and the moment at which it was written."""
    return {
        str(file): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in site.rglob("*")
        if file.is_file()
    }


def nothing_written(said: str) -> str:
    """The last line."""
    numbers = [(len(re.findall(f"  {kind}  ", said)), kind) for kind in ("error", "warning")]
    counted = [f"{number} {kind}{'s' * (number > 1)}" for number, kind in numbers if number]
    return f"Nothing was written: {', '.join(counted)}.\n"


@pytest.mark.parametrize("case", CASES, ids=[case.mistake for case in CASES])
def test_a_mistake_is_told_and_the_old_site_stays(
    guide: Path, usual: float, case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(guide / "_site")
    spoil(guide, case.files)
    capsys.readouterr()
    began = process_time()
    assert main(["build", "--strict"]) == 1  # warnings are told alike
    assert process_time() - began < 4 * usual
    said, complained = capsys.readouterr()
    assert complained == ""
    *problems, summary = said.splitlines(keepends=True)
    assert "".join(problems) == f"{case.says}\n"
    assert summary == nothing_written("".join(problems))
    assert state(guide / "_site") == before


@pytest.mark.parametrize("case", CASES, ids=[case.mistake for case in CASES])
def test_whatever_is_told_has_a_place_and_says_what_to_write_instead(case: Case) -> None:
    lines = case.says.splitlines()
    errors, hints = lines[::2], lines[1::2]
    assert len(errors) == len(hints)
    assert all(re.match(r"\S[^:]*(?::\d+){0,2}  (?:error|warning)  \S", line) for line in errors)
    assert all(re.match(r"    hint: \S", line) for line in hints)
    assert "Traceback" not in case.says


OUTPUTS = {
    "a file is where the site's folder belongs": (
        "notes.txt",
        "notes.txt  error  there is a file of that name where the site's folder belongs\n"
        "    hint: choose another folder: --output _site\n",
    ),
    "the site would lie over the guide's own files": (
        "content",
        "content  error  the site can't be written over the guide's own files\n"
        "    hint: choose another folder: --output _site\n",
    ),
    "a file is where a folder above the site belongs": (
        "notes.txt/site",
        "notes.txt/site  error  notes.txt is a file, so no folder can lie in it\n"
        "    hint: choose another folder: --output _site\n",
    ),
    "a folder in which nobody may write": (
        "/proc/site",
        "/proc/site  error  the site can't be written: no folder can be made here\n"
        "    hint: choose another folder: --output _site\n",
    ),
    "a name that no system takes": (
        "a" * 300,
        f"{'a' * 300}  error  the site can't be written: the name is too long\n"
        "    hint: choose a shorter one: --output _site\n",
    ),
    "a folder with somebody else's pages": (
        "mine",
        "mine  error  index.html is there already, and Supple did not write it\n"
        "    hint: choose an empty folder with --output, or move that file away\n",
    ),
}


@pytest.mark.parametrize("mistake", OUTPUTS)
def test_an_output_that_cannot_be_written_is_told(
    guide: Path, mistake: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output, says = OUTPUTS[mistake]
    if output.startswith("/proc") and not Path("/proc").is_dir():
        pytest.skip("there is no /proc, where not even root may write")
    write_files(guide, {"notes.txt": "Mine.", "mine/index.html": "Mine."})
    before = state(guide)
    capsys.readouterr()
    assert main(["build", "--output", output]) == 1
    said, complained = capsys.readouterr()
    assert (said, complained) == (says + nothing_written(says), "")
    after = {name: kept for name, kept in state(guide).items() if "/.supple/" not in name}
    assert after.items() <= before.items()
    assert state(guide / "_site").items() <= after.items()


@pytest.mark.parametrize(
    ("number", "reason", "hint"),
    [
        (ENOSPC, "the disk is full", "make room on it, or choose another one with --output"),
        (EDQUOT, "your part of the disk is full", "make room, or choose another with --output"),
        (EACCES, "you may not write here", "choose another folder: --output _site"),
        (EROFS, "the disk can only be read", "choose another folder: --output _site"),
        (EIO, strerror(EIO), "check the folder and the disk, then build again"),
    ],
)
def test_a_disk_that_takes_no_more_is_told_and_the_old_site_stays(
    guide: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    reason: str,
    hint: str,
) -> None:
    before = state(guide / "_site")
    write_files(guide, change(HOME, "Hello.", "Good morning."))
    write = Path.write_bytes

    def refuse(file: Path, data: bytes) -> int:
        if ".supple" in file.parts:
            return write(file, data)
        write(file, data[:10])
        raise OSError(number, strerror(number))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    capsys.readouterr()
    assert main(["build"]) == 1
    says = f"_site  error  the site can't be written: {reason}\n"
    says += f"    hint: {hint}\n"
    assert capsys.readouterr() == (says + nothing_written(says), "")
    assert state(guide / "_site") == before


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (name, f"{name}  error  the file has 50,000,000 bytes; a text may have 1,000,000\n{hint}")
        for name in (GUIDE, HOME, HUG, "content/targets.yaml")
        for hint in ("    hint: is it a picture or a film by mistake?\n",)
    ]
    + [
        (
            "templates/home.html",
            "templates/home.html  error  the template has 50,000,000 bytes; it may have 1,000,000\n"
            "    hint: is it a picture or a film by mistake?\n",
        )
    ],
)
def test_a_file_of_50_mb_takes_neither_time_nor_memory(guide: Path, name: str, says: str) -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("there is no /proc, which alone tells the memory of one program")
    before = state(guide / "_site")
    padded_to(write_files(guide, {name: FILES.get(name, "")}) / name, 2_000_000)
    _, usual, _ = build_measured(guide)
    padded_to(guide / name, HUGE)
    ended, seconds, peak = build_measured(guide)
    assert (ended.returncode, ended.stdout) == (1, says + nothing_written(says))
    assert peak < MEMORY
    assert seconds < 2 * usual  # ten times what 2 MB need, if it were read
    assert state(guide / "_site") == before


def padded_to(file: Path, size: int) -> None:
    with file.open("ab") as end:
        end.write(b"a" * (size - end.tell()))


def build_measured(guide: Path) -> tuple[subprocess.CompletedProcess[str], float, int]:
    """A build by a program of its own, the seconds that it had of a processor, and the most bytes
    of memory that it held."""
    measured = (  # getrusage would count in what pytest had when it started the program
        "import re, sys, time\n"
        "from supple.cli import main\n"
        "code = main(['build'])\n"
        "peak = re.search('VmHWM: *\\s*(.*) kB', open('/proc/self/status').read())[1]\n"
        "print(time.process_time(), peak, file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", measured],
        cwd=guide,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds, kilobytes = ended.stderr.split()
    return ended, float(seconds), int(kilobytes) * 1024
