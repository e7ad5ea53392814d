"""Bringing browsers, with programs that only pretend."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.browser import provision
from tests.browser.engines import PRODUCTS, WEBKIT, Engine


@pytest.fixture
def bin_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder of programs, on a machine without any browser, for root, not in CI."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.delenv("CI", raising=False)
    for engine, product in list(PRODUCTS.items()):
        monkeypatch.delenv(engine.upper(), raising=False)
        needs = tuple(f"pretended-{each}" for each in product.needs)
        pretended = replace(product, names=(f"pretended-{engine}",), needs=needs)
        monkeypatch.setitem(PRODUCTS, engine, pretended)
    monkeypatch.setattr(provision, "PLAYWRIGHTS_OWN", "print('/no/such/browser')")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "python", "exit 1")))
    program(tmp_path, "apt-get", "exit 100")  # the real one would be found in /bin
    provision.find.cache_clear()
    yield tmp_path
    provision.find.cache_clear()


def program(folder: Path, name: str, script: str) -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_browsers_that_are_there_are_used(bin_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chromium = program(bin_, "pretended-chromium", "echo Chromium 150")
    firefox = program(bin_, "pretended-firefox", "echo Firefox 150")
    driver = program(bin_, "pretended-webkit", 'test "$1" = --help && echo Usage:')
    program(bin_, "pretended-Xvfb", "exit 0")
    assert provision.main() == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Chromium of the tests: {chromium}",
        f"Firefox of the tests: {firefox}",
        f"WebKitGTK of the tests: {driver}",
    ]


def test_webkit_is_nothing_without_a_display(bin_: Path) -> None:
    program(bin_, "pretended-webkit", "echo Usage:")
    assert provision.find(WEBKIT) is None


@pytest.mark.parametrize("engine", PRODUCTS)
def test_the_one_that_is_named_comes_first(
    bin_: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    program(bin_, "pretended-Xvfb", "exit 0")
    program(bin_, f"pretended-{engine}", "echo Browser 150")
    own = program(bin_, "my-own", "echo Browser 151")
    monkeypatch.setenv(engine.upper(), str(own))
    assert provision.find(engine) == str(own)


def test_root_gets_them_from_debian(bin_: Path) -> None:
    program(bin_, "later", "echo Browser 150")
    install = f"cp {bin_}/later {bin_}/pretended"
    ways = [
        f"*install*chromium) {install}-chromium;;",
        f"*install*firefox-esr) {install}-firefox;;",
        f"*install*webkit2gtk-driver\\ xvfb) {install}-webkit; {install}-Xvfb;;",
    ]
    program(bin_, "apt-get", f'case "$*" in {" ".join(ways)} *) exit 100;; esac')
    assert provision.main() == 0
    assert provision.find(Engine.FIREFOX) == f"{bin_}/pretended-firefox"
    assert provision.find(WEBKIT) == f"{bin_}/pretended-webkit"


def test_a_note_that_a_browser_is_elsewhere_is_no_browser(
    bin_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(bin_, "pretended-chromium", "echo Install the snap >&2; exit 1")
    assert provision.main() == 1
    assert "apt-get install --no-install-recommends chromium" in capsys.readouterr().out


def test_only_ci_needs_more_than_chromium(
    bin_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(bin_, "pretended-chromium", "echo Chromium 150")
    assert provision.main() == 0
    said = capsys.readouterr().out
    assert "apt-get install --no-install-recommends firefox-esr" in said
    assert "apt-get install --no-install-recommends webkit2gtk-driver xvfb" in said
    monkeypatch.setenv("CI", "true")
    assert provision.main() == 1


@pytest.mark.parametrize("engine", PRODUCTS)
def test_a_wrong_name_brings_no_other(
    bin_: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    engine: str,
) -> None:
    program(bin_, "pretended-Xvfb", "exit 0")
    program(bin_, f"pretended-{engine}", "echo Browser 150")
    monkeypatch.setenv(engine.upper(), "/no/such/browser")
    assert provision.find(engine) is None
    provision.main()
    said = capsys.readouterr().out.splitlines()
    assert f"{engine.upper()} names /no/such/browser, which doesn't run." in said
    tried = [line for line in said if line.startswith("$")]
    assert not [command for command in tried if command.endswith(PRODUCTS[engine].packages)]
