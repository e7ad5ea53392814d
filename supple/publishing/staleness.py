"""Which pages of an earlier build are stale, and why: a pure function of what pages are made from,
then and now. What it can't know, it takes for stale; a build that makes all pages anew comes to
the same."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from supple.publishing.ledger import ledger_file
from supple.stamps import Stamp, fits

_FORMAT: Final = 1

NOTHING_KNOWN: Final = "no earlier build is known here"
NEW: Final = "the page is new"
WORDS: Final = "another page that it names has another title or address"
LISTS: Final = "what lists show of the pages has changed"
OUTPUT: Final = "its file is not there as it was written"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the pages of a site are made from, each part by its name with its hash: `common` is
    for all pages, `files` are those below `content/` that a page may be made from, `lists` is
    what lists show of them all."""

    common: Mapping[str, str]
    files: Mapping[str, str]
    lists: str


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: the words that it has from elsewhere, the hash of its content, and how
    its file looks."""

    words: str
    digest: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Memory:
    """What an output's pages were made from, and what became of them, by their addresses."""

    grounds: Grounds
    pages: Mapping[str, Made]


def why_stale(
    address: str,
    files: Iterable[str],
    words: str,
    now: Grounds,
    memory: Memory | None,
    *,
    lists: bool,
) -> str:
    """Why a page has to be made again, in words; nothing if it hasn't. It is made from these
    `files` and these `words`, and from what lists show, if it `lists`."""
    if memory is None:
        return NOTHING_KNOWN
    before = memory.grounds
    if before.common != now.common:
        names = sorted({*before.common, *now.common})
        return _changed(
            next(name for name in names if before.common.get(name) != now.common.get(name))
        )
    if address not in memory.pages:
        return NEW
    for name in files:
        if before.files.get(name) != now.files.get(name):
            return _changed(f"content/{name}")
    if memory.pages[address].words != words:
        return WORDS
    if lists and before.lists != now.lists:
        return LISTS
    return ""


def _changed(name: str) -> str:
    return f"{name} has changed"


def is_as_made(output: Path, address: str, memory: Memory) -> bool:
    """Whether a page's file is still what was written."""
    try:
        return fits(f"{output}/{address}", memory.pages[address].stamp)
    except OSError:
        return False


def recall(guide: Path, output: Path) -> Memory | None:
    """What is known of an output folder. What is damaged is unknown."""
    try:
        data = json.loads(_file(guide, output).read_bytes())
        if data["format"] != _FORMAT:
            return None
        pages = {address: Made(*made) for address, made in data["pages"].items()}
        return Memory(Grounds(**data["grounds"]), pages)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def remember(memory: Memory, guide: Path, output: Path) -> None:
    """A folder that can't be written to costs time and nothing else."""
    pages = {
        address: [made.words, made.digest, made.stamp] for address, made in memory.pages.items()
    }
    data = {"format": _FORMAT, "grounds": asdict(memory.grounds), "pages": pages}
    file = _file(guide, output)
    with suppress(OSError):
        aside = file.with_suffix(".new")
        aside.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
        aside.replace(file)


def _file(guide: Path, output: Path) -> Path:
    record = ledger_file(guide, output)
    return record.with_name(record.name.replace("written-", "made-"))
