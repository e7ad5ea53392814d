"""Pages into PDFs, by as many processes as there are cores.

Each process is a child, also where there is only one PDF to make: libraries in C may end the
process that they run in. Children are started anew rather than forked, since a preview has
threads.
"""

import faulthandler
import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from hashlib import sha256
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeAlias

from supple.domain.problem import Place, Problem
from supple.printing.manuscript import Manuscript
from supple.printing.typesetting import NoPressError, UnloadedError, typeset
from supple.processes import MOST, cores, leave_ctrl_c

PATIENCE: Final = 600
"""Seconds after which a PDF is given up. The longest known takes a minute."""

OWN: Final = ("typesetting.py", "tagging.py")
"""What makes another PDF of the same page, if it changes."""

INSTALL: Final = "pip install 'supple[pdf]'"
PANGO: Final[Mapping[str, str]] = {
    "linux": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    " (Debian, Ubuntu) or sudo dnf install pango (Fedora)",
    "darwin": "brew install pango",
    "win32": "MSYS2 from https://www.msys2.org, and in its window:"
    " pacman -S mingw-w64-ucrt-x86_64-pango",
}
"""How one gets Pango, by Python's name for the system."""

Typeset: TypeAlias = Callable[[Manuscript], bytes]
Result: TypeAlias = bytes | Problem


def library() -> str:
    """The library and its version; nothing if it isn't installed. Whether it finds Pango is known
    only once something is printed: to load it takes half a second."""
    try:
        return f"weasyprint {metadata.version('weasyprint')}"
    except metadata.PackageNotFoundError:
        return ""


def maker() -> str:
    """By what and how PDFs are made: another one makes them anew."""
    ways = (files(__package__).joinpath(name).read_bytes() for name in OWN)
    return f"{library()} {sha256(b''.join(ways)).hexdigest()}"


def how_to_get_it(platform: str = sys.platform) -> str:
    """What to do where nothing can be printed."""
    if not library():
        return INSTALL
    return f"WeasyPrint needs Pango: {PANGO.get(platform, 'install it with your system’s tools')}"


def left_out() -> str:
    """What a guide that asks for PDFs is told where there are none."""
    return f"Left out: sheets and cards as PDF. To have them: {how_to_get_it()}"


def printed(
    manuscripts: Mapping[str, Manuscript],
    patience: float = PATIENCE,
    make: Typeset = typeset,
) -> Iterator[tuple[str, Result]]:
    """The PDF of each page by its name, as soon as it is done, or what went wrong with it.
    Raises NoPressError if there is nothing to print with.

    If a process dies, those whose page it may have been are tried once more, one by one, so that
    one page costs no other's.
    """
    longest = sorted(manuscripts.items(), key=lambda item: -sum(map(len, item[1].pages)))
    left = dict(longest)
    work = partial(_patiently, make, patience)
    while left:
        died = []
        for name, result in _together(left, work, _processes(len(left))):
            del left[name]
            if result is None:
                died.append(name)
            else:
                yield name, result
        for name in died:
            for _, result in _together({name: manuscripts[name]}, work, 1):
                yield name, result if result is not None else _death(name)


def _together(
    manuscripts: Mapping[str, Manuscript], work: Typeset, processes: int
) -> Iterator[tuple[str, Result | None]]:
    """Results as they come. After a death: none for each that was being made, and no more."""
    waiting = deque(manuscripts)
    started: dict[Future[bytes], str] = {}
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=spawn, initializer=leave_ctrl_c)
    try:
        while waiting or started:
            while waiting and len(started) < processes:
                name = waiting.popleft()
                started[pool.submit(work, manuscripts[name])] = name
            for future in wait(started, return_when=FIRST_COMPLETED).done:
                yield started[future], _result(future, started[future])
                del started[future]
    except BrokenProcessPool:
        for name in started.values():
            yield name, None
    finally:
        pool.shutdown(cancel_futures=True)


def _result(future: Future[bytes], name: str) -> Result:
    try:
        return future.result()
    except (BrokenProcessPool, NoPressError):
        raise
    except OSError as error:
        return Problem(Place(name), "pdf", f"it can't be printed: {error}", "check that file")
    except UnloadedError as error:
        hint = "show a PNG, JPEG, GIF, WebP or SVG file of the guide there; or write pdf: false"
        return Problem(Place(name), "pdf", f"something is missing in it: {error}", hint)
    except Exception as error:  # whatever a library of many thousand lines may come to
        what = f"WeasyPrint can't print it: {type(error).__name__} {error}".strip()
        hint = "change the page's template or styles, if they are yours; or write pdf: false"
        return Problem(Place(name), "pdf", what, hint)


def _death(name: str) -> Problem:
    message = "the process that printed it has ended before its time"
    hint = f"is there memory left, and is it done within {PATIENCE // 60} minutes?"
    return Problem(Place(name), "pdf", message, f"{hint} Else write pdf: false below outputs")


def _patiently(make: Typeset, patience: float, manuscript: Manuscript) -> bytes:
    """In a child: it ends itself if this takes too long."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(patience, exit=True, file=nowhere)
        try:
            return make(manuscript)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _processes(many: int) -> int:
    return max(1, min(cores(), many, MOST))
