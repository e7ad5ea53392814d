"""Every page is valid HTML, and every style valid CSS, by the Nu Html Checker."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.sites import Built
from tests.tools import require, require_packages

JAVA = 17

# The checker takes JSON for code, a file beside a page for another host's, and finds no style by
# its hash. Whether pages keep to their policy is seen where they run: in the browser tests. Of
# SVG 2, it has yet to learn that a rectangle's way around has a length too.
POLICY = r"(Inline script|Inline style|Resource) violates Content Security Policy"
LENGTH = r"Attribute “pathLength” not allowed on element “rect”"
MISTAKEN = rf".*({POLICY}|{LENGTH}).*"

# Of CSS, it has yet to learn container queries with their units, and properties of SVG's shapes.
UNKNOWN = r".*(@container|container-type|“container”|paint-order|Property “(x|y|rx)”).*"
UNITS = re.compile(r"(?<=\d)cq(?=[ib]\b)")


def java() -> str:
    """Where it lies."""
    return require("java", JAVA, "Debian has it as default-jre-headless.")


def jar() -> str:
    """The Nu Html Checker."""
    return str(require_packages(Path(__file__).parent) / "vnu-jar/build/dist/vnu.jar")


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The command that checks files and folders."""
    return [java(), "-jar", jar(), "--format", "json", "--stdout"]


@pytest.mark.parametrize("name", ["site", "week_site", "addressed_site"])
def test_pages_have_neither_errors_nor_warnings(
    request: pytest.FixtureRequest, checker: list[str], name: str
) -> None:
    site: Built = request.getfixturevalue(name)
    kinds = ("--skip-non-html", "--also-check-svg")
    command = [*checker, "--filterpattern", MISTAKEN, *kinds, str(site.folder)]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    messages = json.loads(said.stdout)["messages"]
    assert [one_line(message) for message in messages] == []
    assert said.returncode == 0


@pytest.mark.parametrize(
    ("more", "faults"), [("", 0), ("a { colour: red }", 1), ("a { color: #12345 }", 1)]
)
def test_styles_have_no_errors(
    site: Built, checker: list[str], tmp_path: Path, more: str, faults: int
) -> None:
    for style in (site.folder / "static").glob("*.css"):
        text = UNITS.sub("v", style.read_text(encoding="utf-8"))
        (tmp_path / style.name).write_text(text, encoding="utf-8")
    (tmp_path / "more.css").write_text(more, encoding="utf-8")
    command = [*checker, "--filterpattern", UNKNOWN, "--skip-non-css", str(tmp_path)]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    messages = json.loads(said.stdout)["messages"]
    assert len(messages) == faults, [one_line(message) for message in messages]


def test_the_checker_finds_what_is_wrong(checker: list[str], tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text("<!doctype html><title></title><p onclick=1 id=a id=b>")
    said = subprocess.run([*checker, str(tmp_path)], capture_output=True, check=False)
    assert json.loads(said.stdout)["messages"]


def one_line(message: dict[str, object]) -> str:
    return f"{message.get('url')}:{message.get('lastLine')}: {message['message']}"
