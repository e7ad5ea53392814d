"""Pages as they were read before, some dozens of them in a file: what hasn't changed since needn't
be read again.

Nothing that stands here can't be thrown away. A shelf that is damaged, or was filled by something
else than what reads now, is an empty one.
"""

import os
import pickle
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias
from zlib import crc32

from supple.domain.packed import pickled
from supple.processes import spread, worth
from supple.reading.reader import Named, Read, Reader
from supple.sound import read_sound, sweep, write_sound
from supple.stamps import Stamp, fits, stamp_of

ON_ONE: Final = 50
"""About so many pages stand on a shelf. A process takes one after the other."""

Standing: TypeAlias = Mapping[str, tuple[Stamp, Read]]
"""The pages on a shelf, by the names of their files, and how those looked."""
AtHand: TypeAlias = dict[str, Standing]
"""Shelves by their names, for a process that reads again and again."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some pages, and the folder that keeps them in a file of this name."""

    name: str
    pages: tuple[Named, ...]
    folder: Path | None = None

    @property
    def file(self) -> Path | None:
        return self.folder / self.name if self.folder else None


def read_pages(
    pages: Sequence[Named],
    content: Path,
    make_reader: Callable[[], Reader],
    keep: Path | None,
    at_hand: AtHand | None,
    mark: str,
    jobs: int,
    progress: Callable[[], None],
) -> dict[str, Read]:
    """Each page by the name of its file below `content`. `keep` is the folder of the shelves, if
    any should be kept, `at_hand` those that needn't be fetched from there, for whoever reads
    again; `mark` stands for all that reading depends on besides the pages' own files."""
    at_hand = {} if at_hand is None else at_hand
    read: dict[str, Read] = {}
    stale: list[Shelf] = []
    shelves = _shelves(pages, keep, mark)
    for shelf in shelves:
        standing = at_hand.get(shelf.name) or _standing(shelf)
        at_hand[shelf.name] = standing
        if all(_is_fresh(page, standing, content) for page in shelf.pages):
            read |= {page.name: standing[page.name][1] for page in shelf.pages}
        else:
            stale.append(shelf)
    jobs = worth(jobs, sum(len(shelf.pages) for shelf in stale))
    for _ in read:
        progress()
    filled = spread(partial(_filler, make_reader, content), stale, jobs)
    for shelf, data in zip(stale, filled, strict=True):
        at_hand[shelf.name] = pickle.loads(data)
        for name, (_, page) in at_hand[shelf.name].items():
            read[name] = page
            progress()
    for name in at_hand.keys() - {shelf.name for shelf in shelves}:
        del at_hand[name]
    if keep:
        sweep(keep, {shelf.name for shelf in shelves})
    return read


def _shelves(pages: Iterable[Named], keep: Path | None, mark: str) -> list[Shelf]:
    """Each page goes by its name, so that one more, or one less, leaves the others in place."""
    pages = [*pages]
    count = 1 << (len(pages) // ON_ONE).bit_length()
    on: dict[int, list[Named]] = defaultdict(list)
    for page in pages:
        on[crc32(os.fsencode(page.name)) % count].append(page)
    return [
        Shelf(f"{mark[:16]}-{count}-{number}", tuple(on[number]), keep) for number in sorted(on)
    ]


def _standing(shelf: Shelf) -> Standing:
    data = read_sound(shelf.file)
    standing: Standing = pickle.loads(data) if data else {}
    return standing


def _is_fresh(page: Named, standing: Standing, content: Path) -> bool:
    if page.name not in standing:
        return False
    try:
        return fits(f"{content}/{page.name}", standing[page.name][0])
    except OSError:
        return False


def _filler(make_reader: Callable[[], Reader], content: Path) -> Callable[[Shelf], bytes]:
    """What reads those pages of a shelf that aren't fresh, and tells of all that stand there."""
    read = make_reader()

    def fill(shelf: Shelf) -> bytes:
        before = _standing(shelf)
        now: dict[str, tuple[Stamp, Read]] = {}
        for page in shelf.pages:
            if _is_fresh(page, before, content):
                now[page.name] = before[page.name]
            else:
                now[page.name] = _stamp(content / page.name), read(page)
        data = pickled(now)
        write_sound(shelf.file, data)
        return data

    return fill


def _stamp(file: Path) -> Stamp:
    """Before it is read: if it changes in between, it is read again the next time. One that can't
    be looked at is never fresh."""
    try:
        return stamp_of(file, file.stat(), time.time_ns())
    except OSError:
        return ""
