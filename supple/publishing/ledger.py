"""What Supple wrote into an output folder: each file's address and the hash of its content.

Only what stands here may ever be deleted. A ledger that is missing or can't be read
is an empty one: then nothing is deleted. While a build writes, its ledger names what was there
and what is to come, so that a build that was killed leaves nothing behind that nobody knows.
"""

import json
import os
from collections.abc import Mapping, Set
from hashlib import sha256
from pathlib import Path

from supple.stamps import hash_of

FOLDER = ".supple"
PREVIEW = f"{FOLDER}/preview"
"""Where the site lies that `supple serve` shows. It has no PDFs, and may have drafts."""
_FORMAT = 1


def ledger_file(guide: Path, output: Path) -> Path:
    """Where the ledger of an output folder lies: in the guide, one for each output. An output
    inside the guide is known by its way from there, so that the guide may move."""
    top, folder = guide.resolve(), output.resolve()
    known = folder.relative_to(top) if folder.is_relative_to(top) else folder
    name = sha256(os.fsencode(known.as_posix())).hexdigest()[:12]
    return guide / FOLDER / f"written-{name}.json"


def read_ledger(file: Path) -> dict[str, frozenset[str]]:
    """The hashes that a file may have if Supple wrote it, by address."""
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    written = data.get("written") if isinstance(data, dict) else None
    if not isinstance(written, dict) or data.get("format") != _FORMAT:
        return {}
    return {
        address: frozenset(map(str, hashes))
        for address, hashes in written.items()
        if isinstance(hashes, list)
    }


def write_ledger(file: Path, written: Mapping[str, Set[str]]) -> str:
    """Replace the ledger; half of one is never to be seen. The hash of what stands there now."""
    hashes = {address: sorted(written[address]) for address in sorted(written)}
    text = json.dumps({"format": _FORMAT, "written": hashes}, separators=(",\n", ":"))
    data = text.encode("utf-8")
    if not holds(file, data):
        aside = file.with_suffix(".new")
        aside.write_bytes(data)
        aside.replace(file)
    return hash_of(data)


def holds(file: Path, data: bytes) -> bool:
    """Whether a file is there and has just this content."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False
