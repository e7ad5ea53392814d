"""The guide's words are its own: nothing is taken from the old page or a source word for word."""

from pathlib import Path

import pytest

from tests.content.quoted import fingerprint, found, known, words
from tests.sites import REPOSITORY

CONTENT = REPOSITORY / "content"
FILES = sorted(
    path for path in CONTENT.rglob("*") if path.suffix in {".md", ".yaml"} and path.is_file()
)
OURS = "The cat sat on the mat & purred."


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_no_sentence_is_somebody_elses(path: Path) -> None:
    assert [*found(path.read_text(encoding="utf-8"), known())] == []


@pytest.mark.parametrize(
    "text",
    [
        "Then the cat sat on the mat; purred. All was well.",
        "1. The [cat](cat.md) **sat** on\n   the mat,\n   purred",
        "feel: the cat sat on the mat: purred",
        "easier: >\n  The cat sat\n  on the mat. Purred",
    ],
)
def test_a_quotation_is_found_whatever_its_marks(text: str) -> None:
    assert [*found(text, frozenset({fingerprint(words(OURS))}))] == [
        "the cat sat on the mat purred"
    ]


def test_there_are_sentences_to_compare_with() -> None:
    assert len(known()) > 50
    assert all(int(line.partition(" ")[0]) > 4 for line in known())
