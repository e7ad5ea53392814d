"""An author edits all day, and the preview stays as small as it was."""

import time
from pathlib import Path

import psutil
import pytest

from bench.measuring import memory_of
from supple.publishing.ledger import PREVIEW
from tests.guides import STRETCH, write_guide
from tests.preview.running import PATIENCE, free_port, running

EXERCISES = [f"hug-{number}" for number in range(100)]


@pytest.mark.long
def test_does_not_grow_with_edits(tmp_path: Path) -> None:
    files = {f"content/exercises/{name}.md": titled(name) for name in EXERCISES}
    guide = write_guide(tmp_path / "guide", files)
    with running(guide, free_port()) as process:
        preview = psutil.Process(process.process.pid)
        edit_all(guide, rounds=range(1))
        before = memory_of(preview)
        edit_all(guide, rounds=range(1, 5))
        after = memory_of(preview)
    # What a build of this guide comes to takes 0.6 MB: of every thirty, not even one may stay.
    print("MiB after 100 and 500 edits:", before >> 20, after >> 20)
    assert after < 1.15 * before


def edit_all(guide: Path, rounds: range) -> None:
    """Edit each exercise once a round, the next when the build of the last is done."""
    for number in rounds:
        for name in EXERCISES:
            text = f"Round {number} of {name}."
            file = guide / f"content/exercises/{name}.md"
            file.write_text(f"{titled(name)}\n{text}\n", encoding="utf-8")
            wait_for(guide / PREVIEW / f"exercises/{name}.html", text)


def titled(name: str) -> str:
    return STRETCH.replace("Knee hug", f"The {name}")


def wait_for(page: Path, text: str) -> None:
    """Until a page in the site has this text."""
    until = time.monotonic() + PATIENCE
    while text not in page.read_text(encoding="utf-8"):
        assert time.monotonic() < until, f"{page.name} never said {text}"
        time.sleep(0.01)
