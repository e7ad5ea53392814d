"""The wheel: it carries all that a guide needs, and builds what the checkout builds."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from supple.cli import main
from supple.starter.guide import NEEDED, PAGES, WHOLE
from tests.packaging.installed import (
    Installed,
    build_wheel,
    build_wheel_by_sdist,
    files_of,
    install,
)
from tests.sites import REPOSITORY, Built, build_site

DEFAULTS = "supple/defaults/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made as it is published: from the sdist."""
    return build_wheel_by_sdist(REPOSITORY, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(wheel, tmp_path_factory.mktemp("environment"))


@pytest.fixture
def guide(installed: Installed, tmp_path: Path) -> Path:
    """A new guide of the wheel's."""
    said = installed.supple(tmp_path, "new", "my-guide")
    assert said.code == 0, said.text
    return tmp_path / "my-guide"


def built_by(installed: Installed, guide: Path) -> Built:
    settings = guide / "guide.yaml"  # without PDFs: tests/printing has them
    text = settings.read_text(encoding="utf-8")
    if "pdf: false" not in text:
        text = text.replace("\n  sheets: true", "\n  pdf: false\n  sheets: true")
        settings.write_text(text, encoding="utf-8")
    said = installed.supple(guide, "build", "--strict")
    assert said.code == 0, said.text
    return Built(guide, guide / "_site")


def files(folder: Path) -> Mapping[str, bytes]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def test_carries_the_theme_and_the_first_guide_and_nothing_else_of_the_content(
    wheel: Path,
) -> None:
    carried = {
        name.removeprefix(DEFAULTS): data
        for name, data in files_of(wheel).items()
        if name.startswith(DEFAULTS)
    }
    taken = [f"content/{name}" for name in (*PAGES, *WHOLE, *NEEDED, "LICENSE.txt")]
    theme = {
        f"{home}/{name}": data
        for home in ("templates", "static")
        for name, data in files(REPOSITORY / home).items()
    }
    assert carried == {**theme, **{name: (REPOSITORY / name).read_bytes() for name in taken}}


def test_is_the_same_from_the_checkout_and_from_the_sdist(wheel: Path, tmp_path: Path) -> None:
    assert files_of(build_wheel(REPOSITORY, tmp_path)) == files_of(wheel)


def test_runs_without_the_checkout(installed: Installed, tmp_path: Path) -> None:
    said = installed.python(
        tmp_path, "import sys, supple; print(supple.__file__, *sys.path, sep='\\n')"
    )
    home, *paths = (Path(line) for line in said.text.splitlines())
    assert home.is_relative_to(installed.folder)
    assert REPOSITORY not in paths


def test_begins_a_guide_that_has_no_problems(installed: Installed, guide: Path) -> None:
    said = installed.supple(guide.parent, "check", "my-guide", "--strict", "--today", "2026-11-23")
    assert (said.code, said.text) == (0, "my-guide: no problems.\n")


def test_builds_what_the_checkout_builds(
    installed: Installed, guide: Path, site: Built, tmp_path: Path
) -> None:
    of_wheel = built_by(installed, guide).files
    assert of_wheel == build_site(guide, tmp_path / "of-checkout").files
    ours = {name: data for name, data in site.files.items() if name.startswith("static/")}
    assert ours
    assert {name: of_wheel.get(name) for name in ours} == ours


def test_knows_at_a_glance_that_nothing_has_changed(installed: Installed, guide: Path) -> None:
    built_by(installed, guide)
    assert [*(guide / ".supple").glob("seen-*.json")]


def test_begins_the_guide_that_the_checkout_begins(
    guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "of-checkout").mkdir()
    monkeypatch.chdir(tmp_path / "of-checkout")
    assert main(["new", "my-guide"]) == 0
    assert files(tmp_path / "of-checkout/my-guide") == files(guide)


def test_lets_a_guide_replace_a_template_and_a_static_file(
    installed: Installed, guide: Path
) -> None:
    before = built_by(installed, guide)
    page = before.text("exercises/pelvic-tilt.html")
    (guide / "templates").mkdir()
    (guide / "templates/home.html").write_text("{{ page.title }}, mine", encoding="utf-8")
    (guide / "static").mkdir()
    (guide / "static/icon.svg").write_text("<svg/>", encoding="utf-8")
    after = built_by(installed, guide)
    assert after.text("index.html") == "Gentle stretches for your back, mine"
    assert after.text("exercises/pelvic-tilt.html").split("<main")[1] == page.split("<main")[1]
    icons = [data for name, data in after.files.items() if name.startswith("static/icon.")]
    assert icons == [b"<svg/>"]


def test_never_overwrites(installed: Installed, guide: Path) -> None:
    (guide / "content/home.md").write_text("mine", encoding="utf-8")
    before = files(guide)
    said = installed.supple(guide.parent, "new", "my-guide")
    assert said.code == 1
    assert said.text.endswith("\nNothing was written: 1 error.\n")
    assert files(guide) == before
