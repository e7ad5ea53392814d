"""`supple new`: a small guide to begin with, in a new folder."""

import json
import os
import unicodedata
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from errno import ENAMETOOLONG
from pathlib import Path
from shlex import quote

from supple.commands.report import Console, Report, counted, number_of, plain
from supple.domain.problem import Place, Problem

HELP = "begin a guide: a few exercises, ready to build"
EXAMPLE = """\
examples:
  supple new my-guide         five exercises and two routines, in the new folder my-guide
  supple new .                the same in this folder, if it is empty
"""

UNSEEN = (".git", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What lies in folders that people take for empty."""

SCHEMA = "guide.schema.json"
"""By this name the first line of the new guide's settings tells editors of it."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder", type=Path, metavar="DIR", help="a folder that is empty or isn't there yet"
    )


def run(options: Namespace, console: Console) -> Report:
    folder: Path = options.folder
    try:
        if in_the_way := _in_the_way(folder):
            return _refused(in_the_way)
        files = _files(folder)
        _write(folder, files)
    except OSError as error:
        return _refused(_unwritable(error, folder))
    return Report((), "\n".join(_next_steps(folder, len(files))), failed=False)


def _refused(problem: Problem) -> Report:
    return Report((problem,), f"Nothing was written: {counted([problem])}.", failed=True)


def _unwritable(error: OSError, folder: Path) -> Problem:
    from supple.publishing.refusals import REASONS  # here, so that --help need not load it

    reason = REASONS.get(error.errno or 0, error.strerror or str(error))
    where = error.filename or folder
    hint = "check that the folder may be written to and that the disk is not full"
    if error.errno == ENAMETOOLONG:
        where, hint = folder, "choose a shorter one"
    return Problem(Place(str(where)), "new", f"the guide can't be written: {reason}", hint)


def _in_the_way(folder: Path) -> Problem | None:
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


def _files(folder: Path) -> Mapping[str, bytes]:
    # here, so that --help need not load them
    from supple.reading.json_schema import schema_of
    from supple.starter.guide import first_guide

    schema = json.dumps(schema_of("guide"), indent=2)  # as `supple schema guide` prints it
    return {**first_guide(_id(folder)), SCHEMA: f"{schema}\n".encode()}


def _id(folder: Path) -> str:
    """The folder's name as a guide's id."""
    from supple.reading.formats.values import is_slug
    from supple.rendering.addresses import slug_of

    name = slug_of(unicodedata.normalize("NFC", folder.resolve().name.lower()))
    return name if is_slug(name) and name != "null" else "my-guide"  # YAML's null is nothing


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
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


def _next_steps(folder: Path, count: int) -> Iterator[str]:
    yield f"{plain(folder)}: {number_of(count, 'file')} written. Next:"
    if folder.resolve() != Path.cwd():
        yield f"    cd {_typed(str(folder))}"
    yield "    supple serve"


def _typed(name: str) -> str:
    """A name as one pastes it into a shell, also where it is no text."""
    return quote(name) if name.isprintable() else f"$'{''.join(map(_octal, os.fsencode(name)))}'"


def _octal(byte: int) -> str:
    letter = chr(byte)
    plainly = letter.isascii() and letter.isprintable() and letter not in "'\\"
    return letter if plainly else f"\\{byte:03o}"
