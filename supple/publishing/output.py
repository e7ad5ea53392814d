"""The output folder: what is new is written, what is the same is left alone, what is gone
is removed, in an order in which every page finds what it refers to.

A site that isn't there yet is written aside and then appears as a whole. In one that is there,
everything is written aside first; then it takes its place, in one go: what pages need, new pages,
the pages that may link to them; and last, what is gone is removed. At every moment every page
finds its styles, scripts and pictures, and the pages that were there before and stay find
whatever they link to. For new pages that link to each other no order does that, nor for such
that go: a build that is killed just between them, in a few thousandths of a second, can leave
one without the other until the next build. The same goes for the first pages in a folder that
is there and holds no site yet.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EISDIR
from os import strerror
from pathlib import Path, PurePosixPath
from shutil import rmtree
from typing import TypeAlias

from filelock import FileLock, Timeout

from supple.domain.problem import Place, Problem
from supple.publishing.file import File, is_page
from supple.publishing.ledger import (
    FOLDER,
    hash_of,
    holds,
    ledger_file,
    read_ledger,
    write_ledger,
)
from supple.publishing.obstacles import strangers
from supple.publishing.refusals import told_of

PATIENCE = 30.0
"""Seconds for which a build waits until another one has written to the same folder."""

ASIDE = ".supple-writing"
"""The folder in the output for what has yet to take its place."""

Written: TypeAlias = Mapping[str, frozenset[str]]
Progress: TypeAlias = Callable[[int, int], None]


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
    progress: Progress = lambda done, of: None,
    waiting: Callable[[], None] = lambda: None,
) -> Tally | Problem:
    """Bring the output folder up to date, or say why not: then all is as it was. `clean` writes
    each file again. `waiting` is called if another build is writing there. Raises OSError."""
    record = ledger_file(guide, output)
    try:
        with _alone(record.with_suffix(".lock"), waiting):
            before = read_ledger(record)
            if stranger := strangers(files, before, output):
                return stranger
            return _publish(files, before, record, output, clean, progress)
    except Timeout:
        hint = "wait until it has ended, then build again"
        message = "another build is writing to this folder"
        return Problem(Place(str(output)), "output", message, hint)


@contextmanager
def _alone(file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """While no other build does the same."""
    lock = FileLock(file)
    with told_of(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        lock.release()


def _publish(
    files: Sequence[File],
    before: Written,
    record: Path,
    output: Path,
    clean: bool,
    progress: Progress,
) -> Tally:
    now = {file.address: frozenset({hash_of(file.data)}) for file in files}
    gone = before.keys() - now.keys()

    def note(written: Written) -> None:
        with told_of(record.parent):
            write_ledger(record, written)

    whole = output.parent / f"{FOLDER}-{record.stem}"  # there, so that it only has to be renamed
    aside = output / ASIDE
    for left_by_a_build_that_was_killed in (whole, aside):
        rmtree(left_by_a_build_that_was_killed, ignore_errors=True)
    if not output.exists():
        note(_either(before, now))
        _create(files, output, whole, progress)
        note(now)
        return Tally(written=len(files))
    removed = 0
    with _folder(aside, output):
        written = _write_aside(files, output, aside, clean, progress)
        if written:
            note(_either(before, now))
            removed += _remove(output, before, _in_the_way(gone, now))
            _put_in_place(written, output)
    removed += _remove(output, before, gone)
    note(now)
    return Tally(len(written), len(files) - len(written), removed)


def _create(files: Sequence[File], output: Path, whole: Path, progress: Progress) -> None:
    """Write a site that isn't there yet, to appear as a whole."""
    with _folder(whole, output):
        for number, file in enumerate(files, start=1):
            data, place = file.data, whole / file.address
            with told_of(output / file.address):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
            progress(number, len(files))
        whole.replace(output)


def _write_aside(
    files: Sequence[File], output: Path, aside: Path, clean: bool, progress: Progress
) -> dict[str, Path]:
    """Write what isn't in the output as it should be, and say where, by its address."""
    written = {}
    for number, file in enumerate(files, start=1):
        data, place = file.data, output / file.address
        if clean or not holds(place, data):
            written[file.address] = aside / str(number)
            with told_of(place):
                written[file.address].write_bytes(data)
        progress(number, len(files))
    return written


def _put_in_place(written: Mapping[str, Path], output: Path) -> None:
    """Move files to where they belong, with nothing between one and the next: what pages refer
    to first, then new pages, then those that may begin to link to them."""
    moves = [(aside, output / address) for address, aside in written.items()]
    for _, place in moves:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR), str(place))
    for aside, place in sorted(moves, key=lambda move: (is_page(move[1].name), move[1].exists())):
        aside.replace(place)


@contextmanager
def _folder(folder: Path, output: Path) -> Iterator[None]:
    """A folder for what is being written, which is gone afterwards whatever comes."""
    try:
        with told_of(output):
            folder.mkdir(parents=True)
        yield
    finally:
        rmtree(folder, ignore_errors=True)


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
    pages first, then what they needed, and then the folders that are left empty."""
    top = output.resolve()
    inside = {
        address: top / address
        for address in sorted(addresses, key=lambda each: (not is_page(each), each))
        if (top / address).resolve().is_relative_to(top)
    }
    ours = [
        place
        for address, place in inside.items()
        if place.is_file() and hash_of(place.read_bytes()) in before[address]
    ]
    for place in ours:
        place.unlink()
    for place in inside.values():
        _remove_empty(place.parent.resolve(), top)
    return len(ours)


def _remove_empty(folder: Path, top: Path) -> None:
    while folder.is_relative_to(top) and folder != top:
        if folder.is_dir():
            if any(folder.iterdir()):
                return
            folder.rmdir()
        folder = folder.parent
