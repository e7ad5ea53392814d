"""Sentences that are somebody else's, known by their hashes alone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

LINES = Path(__file__).with_name("quoted.txt").read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    """What a text says, whatever its marks: no Markdown, no addresses, no capitals."""
    shown = re.sub(r"\]\([^)]*\)|^ *(\d+\.|[\w-]+:)(?= )", " ", text, flags=re.MULTILINE)
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", shown.replace("’", "'").lower())


def fingerprint(said: list[str]) -> str:
    """A line of quoted.txt: how many words a sentence has, and a hash of them."""
    return f"{len(said)} {sha256(' '.join(said).encode()).hexdigest()[:16]}"


def known() -> frozenset[str]:
    """The fingerprints of all sentences that are not ours."""
    return frozenset(line for line in LINES.splitlines() if not line.startswith("#"))


def found(text: str, quoted: frozenset[str]) -> Iterator[str]:
    """What in a text stands word for word in one of those sentences, also within a longer one."""
    said = words(text)
    for length, hashes in _by_length(quoted).items():
        for start in range(len(said) - length + 1):
            part = said[start : start + length]
            if fingerprint(part) in hashes:
                yield " ".join(part)


def _by_length(quoted: frozenset[str]) -> Mapping[int, set[str]]:
    lengths: defaultdict[int, set[str]] = defaultdict(set)
    for line in quoted:
        lengths[int(line.partition(" ")[0])].add(line)
    return lengths
