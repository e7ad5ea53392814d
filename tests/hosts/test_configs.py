"""What the README gives for hosts that nobody can start here: it can be read, and says the same."""

import re
import shlex
import tomllib
from itertools import pairwise
from pathlib import Path
from textwrap import indent

import pytest

from tests.guides import SETTINGS, write_guide
from tests.hosts.servers import CONFIGS
from tests.hosts.test_servers import LONG
from tests.sites import REPOSITORY, build_site


def text(name: str) -> str:
    return (CONFIGS / name).read_text(encoding="utf-8")


def test_netlify_builds_the_guide() -> None:
    config = tomllib.loads(text("netlify.toml"))
    assert config["build"]["publish"] == "_site"
    assert config["build"]["command"].endswith("supple build --strict")


def test_netlify_and_cloudflare_keep_static_files() -> None:
    """Its form: a path at the margin, and below it headers, indented."""
    path, *headers = text("_headers").splitlines()
    assert path == "/static/*"
    fields = [re.fullmatch(r"\s+([\w-]+): (.+)", line) for line in headers]
    assert [field and field.groups() for field in fields] == [("Cache-Control", LONG)]


def test_supple_writes_what_the_readme_shows(tmp_path: Path) -> None:
    settings = f"{SETTINGS}outputs:\n  headers: true\n  pdf: false\n"
    guide = write_guide(tmp_path / "guide", {"guide.yaml": settings})
    site = build_site(guide, tmp_path / "site")
    assert site.files["_headers"].decode() == text("_headers")
    (guide / "guide.yaml").write_text(SETTINGS, encoding="utf-8")
    assert "_headers" not in build_site(guide, tmp_path / "site").files


def test_s3_gets_what_pages_need_before_the_pages() -> None:
    static, pages, website = (shlex.split(line) for line in text("s3.sh").splitlines())
    assert static[:4] == pages[:4] == ["aws", "s3", "sync", "_site"]
    assert options(static) == [
        ("--cache-control", LONG),
        ("--exclude", "*"),
        ("--include", "static/*"),
    ]
    assert options(pages) == [("--cache-control", "no-cache"), ("--exclude", "static/*")]
    assert options(website) == [
        ("--index-document", "index.html"),
        ("--error-document", "404.html"),
    ]


def options(command: list[str]) -> list[tuple[str, str]]:
    """Each option with its value, in order."""
    return [(word, value) for word, value in pairwise(command) if word.startswith("--")]


@pytest.mark.parametrize("name", sorted(file.name for file in CONFIGS.iterdir()))
def test_the_readme_shows_these_very_texts(name: str) -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert indent(text(name), "    ") in readme
