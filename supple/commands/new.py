"""`supple new`: a small guide to begin with, in a new folder."""

import json
import os
import unicodedata
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from shlex import quote

from supple.commands.files import in_the_way, unwritable, write_new
from supple.commands.report import Console, Report, counted, number_of, plain
from supple.domain.problem import Problem

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
        if taken := in_the_way(folder):
            return _refused(taken)
        files = _files(folder)
        write_new(folder, files)
    except OSError as error:
        return _refused(unwritable(error, folder))
    return Report((), "\n".join(_next_steps(folder, len(files))), failed=False)


def _refused(problem: Problem) -> Report:
    return Report((problem,), f"Nothing was written: {counted([problem])}.", failed=True)


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
