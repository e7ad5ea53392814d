"""What pages say as data, in the eyes of TypeScript with schema.org's whole vocabulary
(schema-dts, which Google makes from its releases): types, properties, and what each may hold."""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.browser.fixtures import Visit
from tests.sites import REPOSITORY, Built
from tests.tools import require, require_packages

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
OPTIONS = (
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "esnext",
    "--moduleResolution",
    "bundler",
    "--target",
    "esnext",
)


def blocks(site: Built) -> Iterator[tuple[str, str]]:
    """Each page's data with its address."""
    for page in site.pages:
        for block in BLOCK.findall(site.text(page)):
            yield page, block


def faults(found: Iterable[tuple[str, str]], folder: Path) -> list[str]:
    """What the vocabulary doesn't have, by page."""
    require("node", 18)
    compiler = require_packages(REPOSITORY / "frontend") / "typescript" / "bin" / "tsc"
    vocabulary = require_packages(Path(__file__).parent) / "schema-dts"
    lines = [f"import type {{ Thing, WithContext }} from {json.dumps(str(vocabulary))};"]
    pages = ["import"]
    for number, (page, block) in enumerate(found):
        lines.append(f"export const d{number}: WithContext<Thing> = {block};")
        pages.append(page)
    file = folder / "data.ts"
    file.write_text("\n".join(lines), encoding="utf-8")
    command = ["node", str(compiler), *OPTIONS, str(file)]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    told = re.sub(
        r"^\S*data\.ts\((\d+),", lambda m: f"{pages[int(m[1]) - 1]} (", said.stdout, flags=re.M
    )
    assert bool(told) == bool(said.returncode), said.stderr
    return told.splitlines()


@pytest.mark.parametrize("name", ["addressed_site", "addressed_week_site"])
def test_every_word_is_of_the_vocabulary(
    request: pytest.FixtureRequest, tmp_path: Path, name: str
) -> None:
    site: Built = request.getfixturevalue(name)
    found = list(blocks(site))
    assert len(found) > 10
    assert faults(found, tmp_path) == []


def test_a_wrong_word_would_be_found(tmp_path: Path) -> None:
    wrong = {
        "type.html": '{"@context":"https://schema.org","@type":"WebPge"}',
        "property.html": '{"@context":"https://schema.org","@type":"WebPage","lastReviewd":"1"}',
        "another's.html": '{"@context":"https://schema.org","@type":"HowTo","activityDuration":"1"}',
        "value.html": '{"@context":"https://schema.org","@type":"WebPage","reviewedBy":'
        '{"@type":"HowToStep"}}',
    }
    found = [each for each in faults(wrong.items(), tmp_path) if not each.startswith(" ")]
    assert [each.partition(" (")[0] for each in found] == [*wrong]


def test_times_are_iso_durations_and_days_are_days(addressed_site: Built) -> None:
    """To TypeScript any text is a duration."""
    text = " ".join(block for _, block in blocks(addressed_site))
    durations = re.findall(r'"(?:totalTime|activityDuration)":"([^"]*)"', text)
    days = re.findall(r'"lastReviewed":"([^"]*)"', text)
    assert len(durations) > 8
    assert len(days) > 8
    assert all(re.fullmatch(r"PT(\d+M)?(\d+S)?", each) and each != "PT" for each in durations)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", each) for each in days)


def test_no_browser_takes_it_for_a_script(addressed_week_site: Built, visit: Visit) -> None:
    """The page's policy allows no inline script; what it complains of fails the test."""
    page = visit(addressed_week_site, "exercises/knee-hug.html")
    assert page.locator("script[type='application/ld+json']").count() == 1
