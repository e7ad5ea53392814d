"""Feed and sitemap, by RELAX NG. The schemas beside this file are ours, after RFC 4287 and
sitemaps.org; Jing, which reads them, comes with the Nu Html Checker."""

import subprocess
from pathlib import Path

import pytest

from tests.audit.test_html import jar, java
from tests.sites import Built

HERE = Path(__file__).parent
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"


def faults(schema: str, file: Path) -> str:
    command = [java(), "-cp", jar(), JING, "-c", str(HERE / schema), str(file)]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert bool(said.stdout) == bool(said.returncode), said.stderr
    return said.stdout


@pytest.mark.parametrize("name", ["addressed_site", "addressed_week_site"])
def test_feed_and_sitemap_are_valid(request: pytest.FixtureRequest, name: str) -> None:
    site: Built = request.getfixturevalue(name)
    assert faults("atom.rnc", site.folder / "feed.xml") == ""
    assert faults("sitemap.rnc", site.folder / "sitemap.xml") == ""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<updated>2026-11-22T00:00:00Z", "<updated>2026-11-22"),
        ("<author>", "<autor>"),
        ("<id>https:", "<id>"),
        ("<summary>", "<summary><b/>"),
    ],
)
def test_a_wrong_feed_would_be_found(
    addressed_site: Built, tmp_path: Path, right: str, wrong: str
) -> None:
    feed = addressed_site.text("feed.xml")
    assert right in feed
    file = tmp_path / "feed.xml"
    file.write_text(feed.replace(right, wrong, 1), encoding="utf-8")
    assert faults("atom.rnc", file)
