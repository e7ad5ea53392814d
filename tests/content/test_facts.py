"""The table of the old page's facts leaves none out, and leads to files that are there."""

import re
from collections.abc import Mapping

import pytest

from tests.sites import REPOSITORY

PAGE = REPOSITORY / "docs" / "facts.md"
TEXT = PAGE.read_text(encoding="utf-8")
FACTS = [f"F{number:02}" for number in range(1, 40)]
ELSEWHERE = ("about.md", "evidence.md")
"""Pages that may tell of a claim, to say that it isn't so."""
UNSUPPORTED: Mapping[str, str] = {
    "F06": r"really works",
    "F07": r"eleven times|11 times|times normal",
    "F08": r"downhill|times your (body )?weight",
    "F14": r"hundreds of|helped many",
    "F15": r"athlete",
    "F22": r"(extremely|very) important",
    "F32": r"lock(ed)? (your |the )?(legs|knees) straight|legs straight",
    "F34": r"let yourself go lower|go lower and lower",
    "F37": r"video for sale|buy",
    "I9": r"decompress",
    "a cure": r"\bcures?\b|pain[- ]free|guarantee",
}


def rows() -> dict[str, str]:
    """What became of each fact, by its number."""
    lines = re.findall(r"(?m)^\| (F\d\d) \| [^|]+ \| ([^|]+) \|$", TEXT)
    assert len(lines) == len(dict(lines)), "a fact is there twice"
    return dict(lines)


def test_every_fact_is_told_once_and_in_order() -> None:
    assert [*rows()] == FACTS


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_used_somewhere_or_dropped_with_a_reason(fact: str) -> None:
    told = rows()[fact]
    assert "](../" in told or re.search(r"[Dd]ropped: \w", told), told


def test_every_file_that_is_named_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert links
    assert [link for link in links if not (PAGE.parent / link).is_file()] == []


@pytest.mark.parametrize("claim", UNSUPPORTED)
def test_a_claim_without_support_stands_nowhere(claim: str) -> None:
    for path in sorted((REPOSITORY / "content").rglob("*.md")):
        if path.name not in ELSEWHERE:
            text = " ".join(path.read_text(encoding="utf-8").split())
            assert not re.search(UNSUPPORTED[claim], text, re.IGNORECASE), path.name
