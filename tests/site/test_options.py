"""What a build can be asked for, and two builds at once."""

from pathlib import Path

import pytest
from filelock import FileLock

from supple.pipeline import build
from supple.publishing import output as output_module
from supple.publishing.ledger import ledger_file
from tests.guides import STRETCH, write_guide
from tests.sites import Built
from tests.told import told

DRAFT = "content/exercises/secret.md"


def test_drafts_are_built_only_where_they_are_asked_for(tmp_path: Path) -> None:
    draft = STRETCH.replace("title: Knee hug", "title: Secret\ndraft: true")
    guide = write_guide(tmp_path / "guide", {DRAFT: draft})
    site = Built(guide, tmp_path / "site")
    build(guide, site.folder, drafts=True)
    assert "exercises/secret.html" in site.pages
    assert "Secret" in site.text("exercises/index.html")
    build(guide, site.folder)
    assert "exercises/secret.html" not in site.pages
    assert "Secret" not in site.text("exercises/index.html")


def test_a_build_that_another_one_keeps_waiting_says_so_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output_module, "PATIENCE", 0.05)
    guide, folder = write_guide(tmp_path / "guide"), tmp_path / "site"
    lock = ledger_file(guide, folder).with_suffix(".lock")
    lock.parent.mkdir()
    told_that_it_waits: list[bool] = []
    with FileLock(lock):
        outcome = build(guide, folder, waiting=lambda: told_that_it_waits.append(True))
    assert told_that_it_waits == [True]
    assert told(outcome.problems) == (
        f"{folder}  error  another build is writing to this folder\n"
        "    hint: wait until it has ended, then build again"
    )
    assert not folder.exists()
    assert build(guide, folder).tally
