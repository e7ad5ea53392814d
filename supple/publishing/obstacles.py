"""What stands in the way of a site: folders that can't be its own, and files of others."""

import os
from collections.abc import Container, Iterable
from pathlib import Path

from supple.domain.problem import Place, Problem
from supple.publishing.file import File, is_page
from supple.publishing.ledger import FOLDER, PREVIEW, holds
from supple.publishing.refusals import unwritable

MARK = b'<meta name="generator" content="Supple">'
"""What every page of ours says of itself."""

_OWN = ("content", "templates", "static", FOLDER, ".git", ".github")
"""Folders of a guide in which no site may lie."""


def unfit_output(guide: Path, output: Path) -> Problem | None:
    """Why a folder can't be the output: it is the guide itself, or part of its sources, or there
    can be none."""
    try:
        inside, target = guide.resolve(), output.resolve()
        sources = [each for name in _OWN for each in (inside / name, (inside / name).resolve())]
        is_own = inside.is_relative_to(target) or any(map(target.is_relative_to, sources))
        if is_own and target != inside / PREVIEW:
            return _unfit(output, "the site can't be written over the guide's own files")
        if output.is_symlink() and not output.exists():
            return _unfit(output, f"this is a link, and where it leads, {target}, is nothing")
        if output.exists() and not output.is_dir():
            return _unfit(output, "there is a file of that name where the site's folder belongs")
        files = [above for above in output.parents if above.is_file()]
        if files:
            return _unfit(output, f"{files[0]} is a file, so no folder can lie in it")
        notes = guide / FOLDER
        if os.path.lexists(notes) and not notes.is_dir():
            message = "Supple keeps its notes in a folder of that name, and this is none"
            return Problem(Place(str(notes)), "output", message, "move it away, then build again")
    except (OSError, RuntimeError) as error:  # links that lead in a circle
        return unwritable(error if isinstance(error, OSError) else OSError(str(error)), output)
    return None


def _unfit(output: Path, message: str) -> Problem:
    return Problem(Place(str(output)), "output", message, "choose another folder: --output _site")


def strangers(files: Iterable[File], before: Container[str], output: Path) -> Problem | None:
    """Why these files can't be written: somebody else's lie there. `before`: what Supple wrote.

    What says of itself that it is a page of ours is one, also where the ledger has been lost.
    """
    for file in files:
        if file.address not in before and _is_strange(output / file.address, file):
            message = f"{file.address} is there already, and Supple did not write it"
            hint = "choose an empty folder with --output, or move that file away"
            return Problem(Place(str(output)), "output", message, hint)
    return None


def _is_strange(place: Path, file: File) -> bool:
    if not os.path.lexists(place) or place.is_dir() or holds(place, file.data):
        return False
    return not (is_page(file.address) and place.is_file() and MARK in place.read_bytes())
