"""Builds that are killed: whatever page is on the disk finds all that it refers to, pages too,
and the next build equals a clean one."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest

from tests.guides import ROUTINE, SETTINGS, STRETCH, write_guide
from tests.site.pages import pages_of
from tests.sites import REPOSITORY, Built

BUILD = (sys.executable, "-m", "supple", "build")
REPLACING = 0.03  # seconds, about
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY)}


def write_version(guide: Path, version: int) -> None:
    """The guide with other words in every page, other styles, and other pages."""
    added = {
        f"content/exercises/hug-{version}-{number}.md": STRETCH.replace("Knee", f"Knee {number}")
        for number in range(30)
    }
    for old in (guide / "content/exercises").glob("hug-*.md"):
        old.unlink()
    write_guide(
        guide,
        {
            **added,
            "content/routines/morning.md": ROUTINE.replace("Morning", f"Morning {version}"),
            "static/supple.css": f"body {{ margin: {version}px }}",
            "guide.yaml": f"{SETTINGS}outputs:\n  pdf: false\n",  # they take far longer
        },
    )


def broken_pages(site: Built) -> Iterator[str]:
    """Pages that name a file or link to a page which isn't there, or that aren't whole. Where the
    missing page will be shown, and so where it leads, is known to nobody."""
    for page in pages_of(site):
        if "</html>" not in page.source:
            yield f"{page.address} is not whole"
        for reference in page.references if page.address != "404.html" else ():
            if not reference.leads_out and not (site.folder / reference.target).is_file():
                yield str(reference)


def run_a_build(guide: Path, *options: str) -> None:
    command = (*BUILD, *options)
    subprocess.run(command, cwd=guide, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)


def kill_a_build(guide: Path, moment: float, usual: float) -> None:
    """Kill one anywhere in the second half of its time, or while it replaces files: that is over
    in a moment, and it begins when the ledger is written."""
    before = ledgers(guide)
    building = subprocess.Popen(BUILD, cwd=guide, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    if moment < 0.5:
        time.sleep((moment + 0.5) * usual)
    else:
        while ledgers(guide) == before and building.poll() is None:
            time.sleep(0.0002)
        time.sleep((moment - 0.5) * 2 * REPLACING)
    building.kill()
    building.wait()


def ledgers(guide: Path) -> set[int]:
    return {file.stat().st_mtime_ns for file in (guide / ".supple").glob("written-*.json")}


@pytest.mark.parametrize("times", [12, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize("cold", [True, False], ids=["cold", "incremental"])
def test_a_killed_build_leaves_whole_pages_and_the_next_one_mends_all(
    tmp_path: Path, cold: bool, times: int
) -> None:
    moments = random.Random(1)
    guide = tmp_path / "guide"
    site, clean = Built(guide, guide / "_site"), Built(guide, tmp_path / "clean")
    write_version(guide, 0)
    began = time.monotonic()
    run_a_build(guide)
    usual = time.monotonic() - began
    for version in range(1, times + 1):
        if cold:
            rmtree(site.folder, ignore_errors=True)
        write_version(guide, version)
        kill_a_build(guide, moments.random(), usual)
        assert list(broken_pages(site)) == []
    run_a_build(guide)
    run_a_build(guide, "--output", str(clean.folder))
    assert site.files == clean.files
