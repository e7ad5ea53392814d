"""Sites with an address, built with and without the library that makes their posters."""

import re
from pathlib import Path

import pytest

from supple.commands.report import problem_lines
from supple.pipeline import build
from tests.sites import Built, copy_guide


def addressed(folder: Path) -> Path:
    """This repository's guide with an address."""
    guide = copy_guide(folder)
    settings = guide / "guide.yaml"
    settings.write_text(settings.read_text() + "\nurl: https://example.org/back/\n")
    return guide


def pictures_named(site: Built) -> set[str]:
    found = re.compile(r"https://example\.org/back/([^\"]*\.png)")
    return {name for page in site.pages for name in found.findall(site.text(page))}


def test_every_picture_that_a_page_names_is_there_and_the_same_each_time(tmp_path: Path) -> None:
    guide = addressed(tmp_path / "guide")
    outcome = build(guide, tmp_path / "one")
    assert not outcome.problems, "\n".join(problem_lines(outcome.problems))
    assert not outcome.left_out
    one = Built(guide, tmp_path / "one")
    made = {name for name in one.files if name.endswith(".png") and name.startswith("posters/")}
    assert pictures_named(one) == made
    assert len(made) > 7
    other = addressed(tmp_path / "elsewhere" / "guide")
    build(other, tmp_path / "two")
    assert Built(other, tmp_path / "two").files == one.files


def test_without_the_library_all_else_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from supple.cli import main

    monkeypatch.setattr("supple.picturing.png.library", lambda: "")
    guide = addressed(tmp_path / "guide")
    assert main(["build", str(guide), "--strict"]) == 0
    said = capsys.readouterr().out
    assert said.count("pip install 'supple[share]'") == 1
    site = Built(guide, guide / "_site")
    assert pictures_named(site) == set()
    assert "sitemap.xml" in site.files
    assert "og:title" in site.text("index.html")


def test_icons_of_dots_are_those_of_the_svg_icon(tmp_path: Path) -> None:
    """A guide with an icon of its own doesn't show Supple's to those who know no SVG."""
    guide = copy_guide(tmp_path / "guide")
    (guide / "static").mkdir()
    (guide / "static" / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    build(guide, tmp_path / "site")
    html = Built(guide, tmp_path / "site").text("exercises/pelvic-tilt.html")
    assert 'type="image/svg+xml"' in html
    assert "touch-icon" not in html
    (guide / "static" / "touch-icon.png").write_bytes(b"mine")
    build(guide, tmp_path / "site")
    html = Built(guide, tmp_path / "site").text("exercises/pelvic-tilt.html")
    assert "touch-icon" in html
    assert "icon.png" not in html.replace("touch-icon", "")
