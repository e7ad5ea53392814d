"""What tells that a file has changed without reading it: its size, its time, and the time at which
the system last touched it, which no program can set back as it can the other. (On Windows that is
when it was made, and tells nothing more.)

A file that was written so shortly before somebody looked that it could be written again without
looking newer is known by its content instead.
"""

import os
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeAlias

_TICK: Final = 50_000_000
"""Nanoseconds within which two changes of a file may have the same time."""
_COARSE: Final = 2_000_000_000
"""The same where times are whole seconds."""

Stamp: TypeAlias = list[int] | str
"""A file's size and the nanoseconds of its last change, by its own account and by the system's; or
its content's hash."""


def stamp_of(file: Path | str, found: os.stat_result, at: int) -> Stamp:
    """The stamp of a file that was looked at then, in nanoseconds, and was `found` so. Raises
    OSError."""
    last = max(found.st_mtime_ns, found.st_ctime_ns)
    coarse = last % 1_000_000_000 == 0
    if last > at - (_COARSE if coarse else _TICK):
        return digest_of(file)
    return _stamp(found)


def fits(file: Path | str, stamp: Stamp) -> bool:
    """Whether a file is as it was. Raises OSError where it isn't there."""
    if isinstance(stamp, str):
        return digest_of(file) == stamp
    found = os.stat(file)  # noqa: PTH116 (a Path takes several times as long)
    return stamp == _stamp(found)


def _stamp(found: os.stat_result) -> list[int]:
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def hash_of(content: str | bytes) -> str:
    """The hash of bytes, or of a text; of a name that is none, too."""
    data = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
    return sha256(data).hexdigest()


def digest_of(file: Path | str) -> str:
    """The hash of a file's content."""
    return hash_of(Path(file).read_bytes())
