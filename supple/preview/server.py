"""A preview as it runs: it builds, serves, and builds again for each change."""

import asyncio
import gc
import logging
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread
from time import perf_counter
from typing import Final, TypeVar

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from supple.domain.problem import Place, Problem
from supple.glimpse import Glimpser, glimpser
from supple.pipeline import Kept, Outcome, build
from supple.preview.handlers import HOST, Connection, Site, application
from supple.preview.watching import Watcher
from supple.processes import uncollected

PAUSE: Final = 0.2
"""Seconds for which nobody writes before the whole is built anew, where what was written can be
seen already."""

LONG: Final = 0.1
"""Seconds that everything may wait for Python to tidy up."""
TURN: Final = 0.0005
"""Seconds for which a thread that builds may keep on while another waits to show or to answer
something, which hands over many times."""

T = TypeVar("T")


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
        kept=Kept(pages={}),
        jobs=1,
    )
    sys.setswitchinterval(TURN)
    with uncollected():
        asyncio.run(_serve(_Preview(guide, site, make, rebuilt), sockets, serving))


@dataclass(frozen=True, slots=True)
class _Preview:
    """What turns: a guide, its site, what builds it, who is told, and the files that have changed
    since anybody looked. `due` is set when the whole has to be built again."""

    guide: Path
    site: Site
    make: Callable[[], Outcome]
    rebuilt: Callable[[Rebuilt], None]
    changed: asyncio.Queue[frozenset[Path]] = field(default_factory=asyncio.Queue)
    due: asyncio.Event = field(default_factory=asyncio.Event)
    glimpsers: list[Glimpser] = field(default_factory=list)
    """The last, if there is one, of the edition that the last build made."""

    async def glimpse_on_change(self) -> None:
        """Shows the pages whose texts have changed, and lets the whole be built anew: soon, or
        when nobody has written for a while."""
        loop = asyncio.get_running_loop()
        waiting: asyncio.TimerHandle | None = None
        while True:
            files = await self.changed.get()
            if waiting:
                waiting.cancel()
            if await self._glimpse(files):
                Connection.reload_stale()
                waiting = loop.call_later(PAUSE, self.due.set)
            else:
                self.due.set()

    async def _glimpse(self, files: frozenset[Path]) -> bool:
        """Whether all that has changed can be seen."""
        if not (self.glimpsers and files):
            return False
        ahead = await _in_a_thread(partial(_glimpsed, self.glimpsers[-1], files, self.guide))
        self.site.ahead |= {self.site.output / address: page for address, page in ahead.items()}
        return len(ahead) == len(files)

    async def build_when_due(self) -> None:
        """One build after another. Changes during a build lead to one more."""
        while True:
            await self.due.wait()
            self.due.clear()
            await self.build()
            Connection.reload_stale()

    async def build(self, *, first: bool = False) -> None:
        """Tells of a build if it is the first, or anything can be seen of it."""
        began = perf_counter()
        ahead = dict(self.site.ahead)
        outcome = await _in_a_thread(partial(_built, self.guide, self.make))
        if outcome.edition:
            self.glimpsers[:] = [glimpser(outcome.edition)]
        if (self.site.take(outcome, ahead) or first) and self.guide.is_dir():
            self.rebuilt(Rebuilt(outcome, perf_counter() - began))
        _tidy_up()


async def _serve(
    preview: _Preview, sockets: list[socket.socket], serving: Callable[[], None]
) -> None:
    loop = asyncio.get_running_loop()
    end: asyncio.Future[None] = loop.create_future()
    watcher = Watcher(
        preview.guide,
        preview.site.output,
        lambda files: _hand_over(loop, partial(preview.changed.put_nowait, files)),
        lambda error: _hand_over(loop, lambda: _end(end, error)),
    )
    watcher.start()
    server = HTTPServer(application(preview.site))
    try:
        await preview.build(first=True)
        server.add_sockets(sockets)
        serving()
        turning = [
            asyncio.create_task(each)
            for each in (preview.glimpse_on_change(), preview.build_when_due())
        ]
        done, _ = await asyncio.wait({end, *turning}, return_when=asyncio.FIRST_COMPLETED)
        for task in turning:
            task.cancel()
        for each in done:
            each.result()
    finally:
        watcher.stop()
        server.stop()


def _tidy_up() -> None:
    """Free what a build leaves and nobody holds any more. Python would look for that by itself, and
    in the middle of a build: through all that there is, while every thread waits. What takes long
    to look through, as a large guide just read, isn't looked through again."""
    began = perf_counter()
    gc.collect()
    if perf_counter() - began > LONG:
        gc.freeze()


def _hand_over(loop: asyncio.AbstractEventLoop, call: Callable[[], object]) -> None:
    """From a watching thread to the loop, if it still turns."""
    with suppress(RuntimeError):  # it doesn't
        loop.call_soon_threadsafe(call)


def _end(end: asyncio.Future[None], error: OSError | None) -> None:
    if not end.done():
        end.set_exception(error or GuideGone())


def _in_a_thread(call: Callable[[], T]) -> asyncio.Future[T]:
    """What a call comes to. The program doesn't wait for it at its end, as it would for a thread
    of asyncio's own: a build may take long, and one that is cut off leaves a site that is good."""
    loop = asyncio.get_running_loop()
    awaited: asyncio.Future[T] = loop.create_future()

    def tell(came: T) -> None:
        if not awaited.cancelled():
            awaited.set_result(came)

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


def _glimpsed(glimpse: Glimpser, files: frozenset[Path], guide: Path) -> dict[str, bytes]:
    """The pages of these files, by their addresses, as far as they can be told so soon. Files
    vanish while one edits, and whatever goes wrong, a build will tell of it."""
    content = guide / "content"
    found = (
        glimpse(file.relative_to(content).as_posix())
        for file in files
        if file.is_relative_to(content)
    )
    with suppress(Exception):
        return dict(filter(None, found))
    return {}
