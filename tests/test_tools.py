"""Whether a missing program skips a test, and fails it in CI."""

from pathlib import Path

import pytest

from tests.tools import require, require_packages


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")


def test_what_is_there_is_found() -> None:
    assert Path(require("sh")).is_file()


@pytest.mark.usefixtures("at_home")
def test_a_missing_program_skips() -> None:
    with pytest.raises(pytest.skip.Exception, match="needs no-such-tool, and there is none"):
        require("no-such-tool")


@pytest.mark.usefixtures("at_home")
def test_an_old_program_skips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "old-tool"
    program.write_text("#!/bin/sh\necho old-tool 17.9.1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    assert require("old-tool", 17)
    with pytest.raises(pytest.skip.Exception, match="needs old-tool 18 or newer"):
        require("old-tool", 18)


@pytest.mark.usefixtures("at_home")
def test_missing_packages_skip(tmp_path: Path) -> None:
    with pytest.raises(pytest.skip.Exception, match="run `npm ci` in"):
        require_packages(tmp_path)


@pytest.mark.usefixtures("in_ci")
def test_in_ci_nothing_is_skipped(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="needs no-such-tool"):
        require("no-such-tool")
    with pytest.raises(pytest.fail.Exception, match="npm ci"):
        require_packages(tmp_path)
