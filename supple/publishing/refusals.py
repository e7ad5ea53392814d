"""What an author is told when the system refuses to read or to write something."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from supple.domain.problem import Place, Problem

REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your part of the disk is full",
    errno.EACCES: "you may not write here",
    errno.EPERM: "you may not write here",
    errno.EROFS: "the disk can only be read",
    errno.EEXIST: "a file lies where a folder belongs",
    errno.ENOTDIR: "a file lies where a folder belongs",
    errno.EISDIR: "a folder lies where a file belongs",
    errno.ENAMETOOLONG: "the name is too long",
}
"""Why nothing could be written, by the error's number."""

_ELSEWHERE = "choose another folder: --output _site"
_AWAY = "move it away, then build again"
_HINTS = {
    errno.ENOSPC: "make room on it, or choose another one with --output",
    errno.EDQUOT: "make room, or choose another with --output",
    errno.EACCES: _ELSEWHERE,
    errno.EPERM: _ELSEWHERE,
    errno.EROFS: _ELSEWHERE,
    errno.EEXIST: _AWAY,
    errno.ENOTDIR: _AWAY,
    errno.EISDIR: _AWAY,
    errno.ENAMETOOLONG: "choose a shorter one: --output _site",
}
_FORBIDDEN = (errno.EACCES, errno.EPERM)


def unwritable(error: OSError, output: Path) -> Problem:
    """Why the site can't be written, after the system has refused something."""
    where = place_of(error, output)
    otherwise = error.strerror or str(error)
    hint = "check the folder and the disk, then build again"
    if error.errno == errno.ENOENT and where.is_relative_to(output):  # it just wasn't made
        otherwise, hint = "no folder can be made here", _ELSEWHERE
    hint = _HINTS.get(error.errno or 0, hint)
    if error.errno in _FORBIDDEN and not where.is_relative_to(output):  # another won't help
        hint = "change its permissions so that you can write to it"
    message = f"the site can't be written: {REASONS.get(error.errno or 0, otherwise)}"
    return Problem(Place(str(where)), "output", message, hint)


def unreadable(error: OSError, guide: Path) -> Problem:
    """Why the guide can't be read, after the system has refused something."""
    where = place_of(error, guide)
    if error.errno in _FORBIDDEN:
        where = next(filter(_is_closed, _from_the_top(where)), where)
        message = "you may not look into this folder" if where.is_dir() else "you may not read it"
        hint = "change its permissions so that you can read it"
    elif error.errno == errno.ENAMETOOLONG:
        where = next(filter(_is_too_long, _from_the_top(where)), where)
        message, hint = "no file or folder can have so long a name", "write a shorter one"
    else:
        message = f"it can't be read: {error.strerror or error}"
        hint = "check the file and the disk, then try again"
    shown = where.relative_to(guide) if where != guide and where.is_relative_to(guide) else where
    return Problem(Place(shown.as_posix()), "file", message, hint)


def is_of_sources(error: OSError, guide: Path) -> bool:
    """Whether it was one of the guide's own files that the system refused."""
    where = place_of(error, Path())
    return any(where.is_relative_to(guide / name) for name in ("content", "static", "templates"))


def place_of(error: OSError, otherwise: Path) -> Path:
    """What the system refused: where something was to go, rather than where it came from."""
    return Path(os.fsdecode(error.filename2 or error.filename or otherwise))


@contextmanager
def told_of(place: Path) -> Iterator[None]:
    """Whatever is refused in here is told of this place: nobody knows our names for files that
    have yet to go there."""
    try:
        yield
    except OSError as error:
        if error.filename is not None:
            error.filename, error.filename2 = str(place), None
        raise


def _from_the_top(where: Path) -> tuple[Path, ...]:
    return (*reversed(where.parents), where)


def _is_closed(place: Path) -> bool:
    return not os.access(place, os.R_OK | os.X_OK if place.is_dir() else os.R_OK)


def _is_too_long(place: Path) -> bool:
    try:
        place.lstat()
    except OSError as error:
        return error.errno == errno.ENAMETOOLONG
    return False
