"""`supple new`: a small guide to begin with, in a new folder."""

import json
import os
import unicodedata
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from shlex import quote

from supple.commands.report import Console, Report, counted, number_of
from supple.domain.problem import Place, Problem

HELP = "begin a guide: a few exercises, ready to build"
EXAMPLE = """\
examples:
  supple new my-guide         five exercises and two routines, in the new folder my-guide
  supple new .                the same in this folder, if it is empty
"""

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
        place = Place(str(error.filename or folder))
        message = f"the guide can't be written: {error.strerror or error}"
        hint = "check that the folder may be written to and that the disk is not full"
        return _refused(Problem(place, "new", message, hint))
    return Report((), "\n".join(_next_steps(folder, len(files))), failed=False)


def _refused(problem: Problem) -> Report:
    return Report((problem,), f"Nothing was written: {counted([problem])}.", failed=True)


def _in_the_way(folder: Path) -> Problem | None:
    """What would have to be overwritten, or would be mixed up with the guide. Raises OSError."""
    if not os.path.lexists(folder):
        return None
    hint = "choose another folder, or move what is there away"
    if not folder.is_dir():
        return Problem(Place(str(folder)), "new", "a file has this name already", hint)
    there = sorted(file for file in folder.iterdir() if file.name != ".git")  # an empty repository
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
    yield f"{folder}: {number_of(count, 'file')} written. Next:"
    if folder.resolve() != Path.cwd():
        yield f"    cd {quote(str(folder))}"
    yield "    supple serve"
