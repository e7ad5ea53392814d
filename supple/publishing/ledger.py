"""What Supple wrote into an output folder: each file's address and the hash of its content.

Only what stands here may ever be deleted. A ledger that is missing or can't be read
is an empty one: then nothing is deleted. While a build writes, its ledger names what was there
and what is to come, so that a build that was killed leaves nothing behind that nobody knows.
"""

import json
from collections.abc import Mapping, Set
from hashlib import sha256
from pathlib import Path

FOLDER = ".supple"
_FORMAT = 1


def ledger_file(guide: Path, output: Path) -> Path:
    """Where the ledger of an output folder lies: in the guide, one for each output."""
    name = sha256(output.resolve().as_posix().encode()).hexdigest()[:12]
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


def write_ledger(file: Path, written: Mapping[str, Set[str]]) -> None:
    """Replace the ledger; half of one is never to be seen."""
    hashes = {address: sorted(written[address]) for address in sorted(written)}
    data = json.dumps({"format": _FORMAT, "written": hashes}, indent=0).encode("utf-8")
    if not holds(file, data):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, data)


def holds(file: Path, data: bytes) -> bool:
    """Whether a file is there and has just this content."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def replace_file(file: Path, data: bytes) -> None:
    """Write aside, then replace: a reader sees the old file or the new one, whole."""
    aside = aside_of(file)
    try:
        aside.write_bytes(data)
        aside.replace(file)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def aside_of(file: Path) -> Path:
    """Where a file is written before it takes its place."""
    return file.with_name(f".{file.name}.writing")


def hash_of(data: bytes) -> str:
    return sha256(data).hexdigest()
