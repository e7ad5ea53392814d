"""Files of a guide that commands write: all of them or none, and nothing in their way is lost."""

import os
from collections.abc import Mapping
from errno import ENAMETOOLONG
from pathlib import Path
from shutil import copymode

from supple.domain.problem import Place, Problem

UNSEEN = (".git", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What lies in folders that people take for empty."""


def in_the_way(folder: Path) -> Problem | None:
    """What would have to be overwritten, or would be mixed up with the guide. Raises OSError."""
    hint = "choose another folder, or move what is there away"
    if files := [above for above in folder.parents if above.is_file()]:
        message = f"{files[0]} is a file, so no folder can lie in it"
        return Problem(Place(str(folder)), "new", message, hint)
    if not os.path.lexists(folder):
        return None
    if not folder.is_dir():
        return Problem(Place(str(folder)), "new", "a file has this name already", hint)
    there = sorted(file for file in folder.iterdir() if file.name not in UNSEEN)
    if not there:
        return None
    message = "is there already, and a new guide needs an empty folder"
    return Problem(Place(str(there[0])), "new", message, hint)


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files that aren't there yet: all of them, or none. Raises OSError."""
    made: list[Path] = []
    try:
        for name, data in files.items():
            place = folder / name
            for above in reversed([above for above in place.parents if not above.exists()]):
                above.mkdir()
                made.append(above)
            with place.open("xb") as file:
                made.append(place)
                file.write(data)
    except BaseException:
        for place in reversed(made):
            place.rmdir() if place.is_dir() else place.unlink()
        raise


def unwritable(error: OSError, folder: Path) -> Problem:
    from supple.publishing.refusals import REASONS  # here, so that --help need not load it

    reason = REASONS.get(error.errno or 0, error.strerror or str(error))
    where = error.filename or folder
    hint = "check that the folder may be written to and that the disk is not full"
    if error.errno == ENAMETOOLONG:
        where, hint = folder, "choose a shorter one"
    return Problem(Place(str(where)), "new", f"the guide can't be written: {reason}", hint)


def write_whole(place: Path, data: bytes) -> None:
    """Write a file, or another in its stead: at every moment one of the two is there as a whole.
    Raises OSError."""
    place = place.resolve()  # a link stays one
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        aside.write_bytes(data)
        if place.exists():
            copymode(place, aside)
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)
