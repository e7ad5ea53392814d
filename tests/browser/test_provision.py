"""Bringing a browser, with programs that only pretend."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import provision


@pytest.fixture
def bin_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder of programs, on a machine without any browser, for root."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.delenv(provision.VARIABLE, raising=False)
    monkeypatch.setattr(provision, "NAMES", ("pretended-chromium",))
    monkeypatch.setattr(provision, "PLAYWRIGHTS_OWN", "print('/no/such/browser')")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "python", "exit 1")))
    provision.find.cache_clear()
    yield tmp_path
    provision.find.cache_clear()


def program(folder: Path, name: str, script: str) -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_a_browser_that_is_there_is_used(bin_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    browser = program(bin_, "pretended-chromium", "echo Chromium 150")
    assert provision.main() == 0
    assert capsys.readouterr().out == f"Browser of the tests: {browser}\n"


def test_the_one_that_is_named_comes_first(bin_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bin_, "pretended-chromium", "echo Chromium 150")
    own = program(bin_, "my-chromium", "echo Chromium 151")
    monkeypatch.setenv(provision.VARIABLE, str(own))
    assert provision.find() == str(own)


def test_root_gets_one_from_debian(bin_: Path) -> None:
    install = f"cp {bin_}/later {bin_}/pretended-chromium"
    program(bin_, "later", "echo Chromium 150")
    program(bin_, "apt-get", f'case "$*" in *install*chromium) {install};; *) exit 100;; esac')
    assert provision.main() == 0


def test_a_note_that_a_browser_is_elsewhere_is_no_browser(
    bin_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(bin_, "pretended-chromium", "echo Install the snap >&2; exit 1")
    program(bin_, "apt-get", "exit 100")
    assert provision.main() == 1
    assert "apt-get install --no-install-recommends chromium" in capsys.readouterr().out


def test_a_wrong_name_brings_no_other(
    bin_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(bin_, "pretended-chromium", "echo Chromium 150")
    monkeypatch.setenv(provision.VARIABLE, "/no/such/browser")
    assert provision.main() == 1
    assert "CHROMIUM names /no/such/browser, which doesn't run." in capsys.readouterr().out
