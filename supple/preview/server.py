"""A preview as it runs: it builds, serves, and builds again for each change."""

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread
from time import perf_counter

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from supple.domain.problem import Place, Problem
from supple.pipeline import Kept, Outcome, build
from supple.preview.handlers import HOST, Connection, Site, application
from supple.preview.watching import Watcher


class GuideGone(Exception):  # noqa: N818 - nothing went wrong but this
    """The guide's folder was deleted, moved or replaced while it was served."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a build came to, and how long it took."""

    outcome: Outcome
    seconds: float


def listen(port: int) -> list[socket.socket]:
    """Take a port, for this machine only. An OSError where it can't be had."""
    return bind_sockets(port, HOST, family=socket.AF_INET)


def serve(
    guide: Path,
    site: Site,
    sockets: list[socket.socket],
    serving: Callable[[], None],
    rebuilt: Callable[[Rebuilt], None],
    *,
    drafts: bool = False,
) -> None:
    """Build, serve, and build again on each change, until Ctrl-C. `serving` is called when pages
    can be opened, `rebuilt` after each build of which anything can be seen. `drafts`: pages that
    are not finished are shown too. No PDFs are made: they would take longer than one waits.

    Raises KeyboardInterrupt, GuideGone, and OSError where the guide can't be watched."""
    for name in ("livereload", "tornado", "watchfiles"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    # In this process alone: to start others would take longer than most changes do.
    make = partial(
        build,
        guide,
        site.output,
        drafts=drafts,
        printing=False,
        compressing=False,
        kept=Kept(),
        jobs=1,
    )
    asyncio.run(_serve(guide, site, sockets, serving, rebuilt, make))


async def _serve(
    guide: Path,
    site: Site,
    sockets: list[socket.socket],
    serving: Callable[[], None],
    rebuilt: Callable[[Rebuilt], None],
    make: Callable[[], Outcome],
) -> None:
    loop = asyncio.get_running_loop()
    dirty = asyncio.Event()
    end: asyncio.Future[None] = loop.create_future()
    watcher = Watcher(
        guide,
        site.output,
        lambda: _hand_over(loop, dirty.set),
        lambda error: _hand_over(loop, lambda: _end(end, error)),
    )
    watcher.start()
    server = HTTPServer(application(site))
    try:
        await _rebuild(guide, site, rebuilt, make)
        server.add_sockets(sockets)
        serving()
        builder = asyncio.create_task(_rebuild_on_change(guide, site, dirty, rebuilt, make))
        await asyncio.wait({end, builder}, return_when=asyncio.FIRST_COMPLETED)
        builder.cancel()
        (end if end.done() else builder).result()
    finally:
        watcher.stop()
        server.stop()


def _hand_over(loop: asyncio.AbstractEventLoop, call: Callable[[], object]) -> None:
    """From a watching thread to the loop, if it still turns."""
    with suppress(RuntimeError):  # it doesn't
        loop.call_soon_threadsafe(call)


def _end(end: asyncio.Future[None], error: OSError | None) -> None:
    if not end.done():
        end.set_exception(error or GuideGone())


async def _rebuild_on_change(
    guide: Path,
    site: Site,
    dirty: asyncio.Event,
    rebuilt: Callable[[Rebuilt], None],
    make: Callable[[], Outcome],
) -> None:
    """One build after another. Changes during a build lead to one more."""
    while True:
        await dirty.wait()
        dirty.clear()
        if await _rebuild(guide, site, rebuilt, make):
            Connection.reload_waiters()


async def _rebuild(
    guide: Path, site: Site, rebuilt: Callable[[Rebuilt], None], make: Callable[[], Outcome]
) -> bool:
    """Whether anything can be seen of it."""
    began = perf_counter()
    outcome = await _in_a_thread(partial(_built, guide, make))
    first = site.version == 0
    seen = site.take(outcome)
    if (seen or first) and guide.is_dir():
        rebuilt(Rebuilt(outcome, perf_counter() - began))
    return seen


def _in_a_thread(call: Callable[[], Outcome]) -> asyncio.Future[Outcome]:
    """What a call comes to. The program doesn't wait for it at its end, as it would for a thread
    of asyncio's own: a build may take long, and one that is cut off leaves a site that is good."""
    loop = asyncio.get_running_loop()
    awaited: asyncio.Future[Outcome] = loop.create_future()

    def tell(outcome: Outcome) -> None:
        if not awaited.cancelled():
            awaited.set_result(outcome)

    def run() -> None:
        _hand_over(loop, partial(tell, call()))

    Thread(target=run, name="build", daemon=True).start()
    return awaited


def _built(guide: Path, make: Callable[[], Outcome]) -> Outcome:
    """A build that never ends the preview, whatever comes: files vanish while one edits."""
    try:
        return make()
    except OSError as error:
        place = Place(str(error.filename or guide))
        message = error.strerror or str(error)
        return Outcome((Problem(place, "preview", message, "save the file once more"),))
    except Exception as error:
        message = f"Supple itself failed: {type(error).__name__}: {error}"
        hint = "run supple build to see more, and report it"
        return Outcome((Problem(Place(str(guide)), "preview", message, hint),))
