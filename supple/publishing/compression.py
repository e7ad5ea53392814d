"""Files beside those of a site that hold the same, compressed: a host sends them as they are, and
needs no time for it. The same bytes come to the same bytes."""

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final, TypeAlias

from supple.domain.progress import Progress
from supple.processes import batches, spread, worth
from supple.publishing.file import File
from supple.publishing.output import Aside, More, Put

TEXTS: Final = (".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
"""Pictures, fonts and PDFs are compressed in themselves."""
SMALLEST: Final = 1024
"""The bytes from which on it is worth it: less goes into one packet anyway."""
AT_ONCE: Final = 25
"""Files that a process compresses before it tells of them."""

LEFT_OUT: Final = (
    "Left out: what is compressed by Brotli (.br). To have it: pip install 'supple[brotli]'"
)

Batch: TypeAlias = Sequence[tuple[int, File]]
"""Some files with their numbers."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """A way to compress. `opened` raises a ValueError where that can't be undone."""

    ending: str
    compressed: Callable[[bytes], bytes]
    opened: Callable[[bytes], bytes]


def put_with_compressed(
    files: Sequence[File], more: More, jobs: int, progress: Progress, aside: Aside, first: int
) -> Iterator[Put]:
    """Puts further files aside, and then what is compressed of them, and of the `files` that were
    put before. By as many as `jobs` processes, since it takes longer than to make a page."""
    put = []
    for each in more(aside, first):
        put.append(each)
        yield each
    made = (File(each.address, Path(each.place or aside.output / each.address)) for each in put)
    sources = [*enumerate((*files, *made))]
    worker = partial(_worker, aside, first + len(put))
    done = 0
    for batch in spread(worker, batches(sources, AT_ONCE), worth(jobs, len(sources))):
        yield from batch
        done = min(done + AT_ONCE, len(sources))
        progress("compressing", done, len(sources))


def _worker(aside: Aside, first: int) -> Callable[[Batch], list[Put]]:
    before = None if aside.whole or aside.clean else aside.output
    most = len(encodings())

    def put(number: int, file: File) -> Iterator[Put]:
        for way, each in enumerate(compressed(file, before)):
            yield aside.put(first + number * most + way, each)

    return lambda batch: [made for number, file in batch for made in put(number, file)]


def compressed(file: File, before: Path | None = None) -> Iterator[File]:
    """What lies beside a file, if that is worth it. In the folder `before` there may be some of
    it: what still holds the same isn't compressed again."""
    if not file.address.endswith(TEXTS):
        return
    data = file.data
    if len(data) < SMALLEST:
        return
    for encoding in encodings():
        address = file.address + encoding.ending
        made = _kept(before / address, encoding, data) if before else b""
        made = made or encoding.compressed(data)
        if len(made) < len(data):
            yield File(address, made)


@cache
def encodings() -> tuple[Encoding, ...]:
    """Those that this machine has."""
    return (GZIP, BROTLI) if has_brotli() else (GZIP,)


@cache
def has_brotli() -> bool:
    try:
        import brotli  # noqa: F401 (only here, since most guides need none of it)
    except ImportError:
        return False
    return True


def _kept(place: Path, encoding: Encoding, data: bytes) -> bytes:
    try:
        found = place.read_bytes()
        return found if encoding.opened(found) == data else b""
    except (OSError, ValueError):
        return b""


def _gzipped(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)


def _gunzipped(data: bytes) -> bytes:
    opening = zlib.decompressobj(wbits=31)
    try:
        text = opening.decompress(data)
    except zlib.error as error:
        raise ValueError from error
    if not opening.eof or opening.unused_data:
        raise ValueError
    return text


def _by_brotli(data: bytes) -> bytes:
    import brotli

    made: bytes = brotli.compress(data)
    return made


def _opened_by_brotli(data: bytes) -> bytes:
    import brotli

    try:
        text: bytes = brotli.decompress(data)
    except brotli.error as error:
        raise ValueError from error
    return text


GZIP: Final = Encoding(".gz", _gzipped, _gunzipped)
BROTLI: Final = Encoding(".br", _by_brotli, _opened_by_brotli)
