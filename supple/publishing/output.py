"""The output folder: what is new is written, what is the same is left alone, what is gone
is removed, in an order in which every page finds its files."""

import errno
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from filelock import FileLock, Timeout

from supple.domain.problem import Place, Problem
from supple.publishing.ledger import (
    aside_of,
    hash_of,
    holds,
    ledger_file,
    read_ledger,
    replace_file,
    write_ledger,
)

PATIENCE = 30.0
"""Seconds for which a build waits until another one has written to the same folder."""

Written: TypeAlias = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class File:
    """A file to publish: its address, and its bytes or the file that holds them."""

    address: str
    content: bytes | Path

    @property
    def data(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()


class BusyError(Exception):
    """Another build is writing to the output folder, and doesn't come to an end."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files were written, left as they were, and removed."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


def publish(
    files: Sequence[File],
    guide: Path,
    output: Path,
    *,
    clean: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Tally:
    """Bring the output folder up to date. `clean` writes each file again. Raises OSError,
    and `BusyError` where another build is writing to the same folder."""
    record = ledger_file(guide, output)
    record.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(record.with_suffix(".lock"), timeout=PATIENCE):
            return _publish(files, record, output, clean, progress)
    except Timeout:
        raise BusyError from None


def _publish(
    files: Sequence[File],
    record: Path,
    output: Path,
    clean: bool,
    progress: Callable[[int, int], None],
) -> Tally:
    before = read_ledger(record)
    for address in before:  # what a build that was killed had written aside
        with suppress(OSError):
            aside_of(output / address).unlink()
    now = {file.address: frozenset({hash_of(file.data)}) for file in files}
    gone = before.keys() - now.keys()
    removed = 0
    written = 0
    for number, file in enumerate(_in_order(files, before), start=1):
        data, place = file.data, output / file.address
        if clean or not holds(place, data):
            if not written:
                write_ledger(record, _either(before, now))
                removed += _remove(output, before, _in_the_way(gone, now))
            place.parent.mkdir(parents=True, exist_ok=True)
            replace_file(place, data)
            written += 1
        progress(number, len(files))
    removed += _remove(output, before, gone)
    write_ledger(record, now)
    return Tally(written, len(files) - written, removed)


def _in_order(files: Sequence[File], before: Written) -> list[File]:
    """What pages refer to first, then new pages, then those that may begin to link to them:
    whatever page is there finds what it needs, wherever a build is cut off."""
    return sorted(files, key=lambda file: (_is_page(file.address), file.address in before))


def _is_page(address: str) -> bool:
    return address.endswith(".html")


def _either(before: Written, now: Written) -> Written:
    return {
        address: before.get(address, frozenset()) | now.get(address, frozenset())
        for address in before.keys() | now.keys()
    }


def _in_the_way(gone: Set[str], now: Written) -> set[str]:
    """What is gone and lies where a folder has to be now, or in a folder that becomes a file."""
    folders = {str(folder) for address in now for folder in PurePosixPath(address).parents}
    return {
        address
        for address in gone
        if address in folders
        or any(str(folder) in now for folder in PurePosixPath(address).parents)
    }


def _remove(output: Path, before: Written, addresses: Set[str]) -> int:
    """Remove files that Supple wrote, unless somebody has changed them or they lie elsewhere:
    pages first, then what they needed."""
    removed = 0
    top = output.resolve()
    for address in sorted(addresses, key=lambda each: (not _is_page(each), each)):
        place = output / address
        inside = place.resolve().is_relative_to(top)
        if inside and place.is_file() and hash_of(place.read_bytes()) in before[address]:
            place.unlink()
            removed += 1
            _remove_empty(place.parent, output)
    return removed


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


MARK = b'<meta name="generator" content="Supple">'
"""What the first page of every site of ours says of itself."""


def strangers(files: Sequence[File], guide: Path, output: Path) -> Problem | None:
    """Why these files can't be written: somebody else's of the same name lie there.

    A folder whose first page is one of ours is ours, also where the ledger has been lost.
    """
    before = read_ledger(ledger_file(guide, output))
    in_the_way = [
        file.address
        for file in files
        if file.address not in before
        and (output / file.address).exists()
        and not holds(output / file.address, file.data)
    ]
    if not in_the_way or _is_ours(output):
        return None
    message = f"{in_the_way[0]} is there already, and Supple did not write it"
    hint = "choose an empty folder with --output, or move that file away"
    return Problem(Place(str(output)), "output", message, hint)


def _is_ours(output: Path) -> bool:
    first = output / "index.html"
    return first.is_file() and MARK in first.read_bytes()


def unfit_output(guide: Path, output: Path) -> Problem | None:
    """Why a folder can't be the output: it is the guide itself, or part of its sources, or there
    can be none."""
    inside = guide.resolve()
    sources = [inside / name for name in ("content", "templates", "static")]
    try:
        target = output.resolve()
        if inside.is_relative_to(target) or any(map(target.is_relative_to, sources)):
            return _unfit(output, "the site can't be written over the guide's own files")
        if output.exists() and not output.is_dir():
            return _unfit(output, "there is a file of that name where the site's folder belongs")
        files = [above for above in output.parents if above.is_file()]
    except OSError as error:
        return unwritable(error, output)
    return _unfit(output, f"{files[0]} is a file, so no folder can lie in it") if files else None


def _unfit(output: Path, message: str) -> Problem:
    return Problem(Place(str(output)), "output", message, "choose another folder: --output _site")


_REASONS = {
    errno.ENOSPC: ("the disk is full", "make room on it, or choose another one with --output"),
    errno.EDQUOT: ("your part of the disk is full", "make room, or choose another with --output"),
    errno.EACCES: ("you may not write here", "choose another folder: --output _site"),
    errno.EPERM: ("you may not write here", "choose another folder: --output _site"),
    errno.EROFS: ("the disk can only be read", "choose another folder: --output _site"),
    errno.EEXIST: ("a file lies where a folder belongs", "move it away, then build again"),
    errno.EISDIR: ("a folder lies where a file belongs", "move it away, then build again"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one: --output _site"),
}
"""What an author is told of an error of the system, and what to do."""


def unwritable(error: OSError, output: Path) -> Problem:
    """Why the site can't be written, after the system has refused something."""
    where = Path(error.filename2 or error.filename or output)
    otherwise = (error.strerror or str(error), "check the folder and the disk, then build again")
    if error.errno == errno.ENOENT and where.is_relative_to(output):  # it just wasn't made
        otherwise = ("no folder can be made here", "choose another folder: --output _site")
    reason, hint = _REASONS.get(error.errno or 0, otherwise)
    return Problem(Place(str(where)), "output", f"the site can't be written: {reason}", hint)
