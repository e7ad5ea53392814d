"""What Supple wrote into an output folder: each file's address and hash.

Only what stands here may ever be deleted. A ledger that is missing or can't be read
is an empty one: then nothing is deleted.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

FOLDER = ".supple"
_FORMAT = 1


def ledger_file(guide: Path, output: Path) -> Path:
    """Where the ledger of an output folder lies: in the guide, one for each output."""
    name = sha256(output.resolve().as_posix().encode()).hexdigest()[:12]
    return guide / FOLDER / f"written-{name}.json"


def read_ledger(file: Path) -> dict[str, str]:
    """Hashes by address."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    written = data.get("written") if isinstance(data, dict) else None
    if not isinstance(written, dict) or data.get("format") != _FORMAT:
        return {}
    return {str(address): str(mark) for address, mark in written.items()}


def write_ledger(file: Path, written: Mapping[str, str]) -> None:
    """Replace the ledger; half of one is never to be seen."""
    text = json.dumps({"format": _FORMAT, "written": dict(sorted(written.items()))}, indent=0)
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, text.encode("utf-8"))


def replace_file(file: Path, data: bytes) -> None:
    """Write aside, then replace: a reader sees the old file or the new one, whole."""
    aside = file.with_name(f".{file.name}.writing")
    aside.write_bytes(data)
    aside.replace(file)


def hash_of(data: bytes) -> str:
    return sha256(data).hexdigest()
