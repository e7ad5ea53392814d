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

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
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
    holds,
    ledger_file,
    read_ledger,
    write_ledger,
)
from supple.publishing.obstacles import strangers
from supple.publishing.refusals import told_of
from supple.publishing.tally import Tally
from supple.stamps import hash_of

PATIENCE = 30.0
"""Seconds for which a build waits until another one has written to the same folder."""

ASIDE = ".supple-writing"
"""The folder in the output for what has yet to take its place."""

Written: TypeAlias = Mapping[str, frozenset[str]]
Progress: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Put:
    """A file that was put aside, or found to be in the output as it should be; `digest` is its
    content's, `place` where it waits."""

    address: str
    digest: str
    place: str | None


class StrangerError(Exception):
    """Somebody else's file lies where one of ours belongs. Its argument is the problem."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Where files wait until all are there: any process may put some of them. `known` is what
    Supple has written to the output before; `whole`: there is no output yet, so the folder of
    those that wait becomes it."""

    output: Path
    folder: Path
    known: frozenset[str]
    whole: bool
    clean: bool

    def put(self, number: int, file: File) -> Put:
        """Each file has a number of its own. Raises StrangerError and OSError."""
        place = self.output / file.address
        if not self.whole and (stranger := strangers([file], self.known, self.output)):
            raise StrangerError(stranger)
        data = file.data
        if not (self.whole or self.clean) and holds(place, data):
            return Put(file.address, hash_of(data), None)
        aside = self.folder / (file.address if self.whole else str(number))
        with told_of(place):
            if self.whole:
                aside.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(data)
        return Put(file.address, hash_of(data), str(aside))


More: TypeAlias = Callable[[Aside, int], Iterable[Put]]
"""Puts further files aside; the first of them has this number."""
Note: TypeAlias = Callable[[Mapping[str, Put]], None]
"""Is told of all files by their addresses, once they are in place and nobody else can write."""


def publish(
    files: Sequence[File],
    guide: Path,
    output: Path,
    *,
    more: More = lambda aside, first: (),
    note: Note = lambda put: None,
    clean: bool = False,
    progress: Progress = lambda done, of: None,
    waiting: Callable[[], None] = lambda: None,
) -> Tally | Problem:
    """Bring the output folder up to date, or say why not: then all is as it was. `more` are files
    that are made only now, by other processes perhaps; `note` is told of all. `clean` writes each
    file again. `waiting` is called if another build is writing there. Raises OSError, and whatever
    `more` and `note` do."""
    record = ledger_file(guide, output)
    try:
        with _alone(record.with_suffix(".lock"), waiting):
            return _publish(files, more, note, read_ledger(record), record, output, clean, progress)
    except StrangerError as error:
        stranger: Problem = error.args[0]
        return stranger
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
    more: More,
    note: Note,
    before: Written,
    record: Path,
    output: Path,
    clean: bool,
    progress: Progress,
) -> Tally:
    whole = output.parent / f"{FOLDER}-{record.stem}"  # there, so that it only has to be renamed
    for left_by_a_build_that_was_killed in (whole, output / ASIDE):
        rmtree(left_by_a_build_that_was_killed, ignore_errors=True)
    is_new = not output.exists()
    folder = whole if is_new else output / ASIDE
    aside = Aside(output, folder, frozenset(before), is_new, clean)
    removed = 0

    def write(written: Written) -> str:
        with told_of(record.parent):
            return write_ledger(record, written)

    with _folder(folder, output):
        put = [*_put(files, aside, progress), *more(aside, len(files))]
        now = {each.address: frozenset({each.digest}) for each in put}
        gone = before.keys() - now.keys()
        written = {each.address: each.place for each in put if each.place}
        if written or is_new:
            write(_either(before, now))
        if is_new:
            folder.replace(output)
        elif written:
            removed += _remove(output, before, _in_the_way(gone, now))
            _put_in_place(written, output)
    if not is_new:
        removed += _remove(output, before, gone)
    ledger = write(now)
    note({each.address: each for each in put})
    unchanged = len(put) - len(written)
    return Tally(len(written), unchanged, removed, tuple(now), tuple(written), ledger)


def _put(files: Sequence[File], aside: Aside, progress: Progress) -> Iterator[Put]:
    for number, file in enumerate(files):
        yield aside.put(number, file)
        progress(number + 1, len(files))


def _put_in_place(written: Mapping[str, str], output: Path) -> None:
    """Move files to where they belong, with nothing between one and the next: what pages refer
    to first, then new pages, then those that may begin to link to them."""
    moves = [(Path(aside), output / address) for address, aside in written.items()]
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
    if not gone:
        return set()
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
