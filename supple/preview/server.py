"""The server of a preview: the site's files, the pages that wait, and a build for each change."""

import asyncio
import json
import logging
import mimetypes
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files
from pathlib import Path
from threading import Thread
from time import perf_counter
from types import SimpleNamespace
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler

from supple.domain.problem import Place, Problem
from supple.pipeline import Kept, Outcome, build
from supple.preview import page
from supple.preview.watching import Watcher
from supple.rendering.wording import Wording

HOST = "127.0.0.1"
INDEX = "index.html"
MISSING = "404.html"

TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Not left to the machine, since some know other types of these."""


class GuideGone(Exception):  # noqa: N818 - nothing went wrong but this
    """The guide's folder was deleted, moved or replaced while it was served."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a build came to, and how long it took."""

    outcome: Outcome
    seconds: float


@dataclass(slots=True)
class Site:
    """What is served: the output folder, the problems of the last build, and which version of
    each page was handed out last."""

    output: Path
    port: int
    say: Wording
    problems: tuple[Problem, ...] = ()
    version: int = 0
    handed_out: dict[str, int] = field(default_factory=dict)

    @property
    def hosts(self) -> tuple[str, str]:
        """The names by which a browser may ask: a stranger's name could lead here as well."""
        return f"{HOST}:{self.port}", f"localhost:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.hosts[0]}/"

    def is_stale(self, address: str) -> bool:
        """Whether a browser shows another page there than it would get now."""
        return self.handed_out.get(unquote(address)) != self.version

    def hand_out(self, file: Path, address: str, host: str) -> bytes:
        """A page of the site as a browser gets it, or the problems alone if there is no site."""
        self.handed_out[unquote(address)] = self.version
        if (self.output / INDEX).is_file() and file.is_file():
            return page.injected(file.read_bytes(), host, self.problems, self.say)
        return page.bare(host, self.problems, self.say)

    def take(self, outcome: Outcome) -> bool:
        """Note what a build came to; whether anything can be seen of it."""
        tally = outcome.tally
        changed = bool(tally and (tally.written or tally.removed))
        if not changed and outcome.problems == self.problems:
            return False
        self.problems = outcome.problems
        self.version += 1
        return True


class Guarded(RequestHandler):
    """Answers nobody who asks by another name, and lets nothing be kept."""

    site: Site

    def initialize(self, site: Site) -> None:
        self.site = site

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.clear_header("Server")

    def prepare(self) -> None:
        if self.request.host.lower() not in self.site.hosts:
            self.set_status(403)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(f"This preview answers at {self.site.url} only.\n")

    def compute_etag(self) -> None:
        """None: nothing is kept."""


class Connection(Guarded, LiveReloadHandler):
    """A page that waits to be reloaded."""

    watcher = SimpleNamespace(filepath="*")  # type: ignore[assignment]  # it only tells what to reload

    def prepare(self) -> None:
        super().prepare()
        origin = self.request.headers.get("Origin")  # what is no browser sends none
        if not self._finished and origin is not None and not self.check_origin(origin):
            self.set_status(403)
            self.finish()

    def check_origin(self, origin: str) -> bool:
        return origin in {f"http://{host}" for host in self.site.hosts}

    def on_message(self, message: str | bytes) -> None:
        try:
            said = json.loads(message)
            super().on_message(message)
        except (ValueError, AttributeError, TypeError):
            self.close()  # whoever that is doesn't speak LiveReload
            return
        if said.get("command") == "info" and self.site.is_stale(urlsplit(said["url"]).path):
            self.send_message(RELOAD)  # a build was done while the page was on its way


RELOAD = {"command": "reload", "path": "*", "liveCSS": False}


class Script(Guarded, LiveReloadJSHandler):
    """LiveReload's own script."""


class Styles(Guarded):
    """The look of the problems."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(files(__package__).joinpath("problems.css").read_bytes())


class Files(Guarded, StaticFileHandler):
    """The site's files."""

    def initialize(self, site: Site) -> None:  # type: ignore[override]  # it knows its folder
        Guarded.initialize(self, site)
        StaticFileHandler.initialize(self, str(site.output.absolute()), INDEX)

    async def get(self, path: str, include_body: bool = True) -> None:
        try:
            self.path = self.parse_url_path(path)
            found = self.get_absolute_path(self.root, self.path)
            file = self.validate_absolute_path(self.root, found)
            if file is None:  # sent on to the same with a slash
                return
            if not file.endswith(".html"):
                await super().get(path, include_body)
                return
            self._answer(200, Path(file))
        except (HTTPError, OSError, ValueError):  # not there, no file, outside, or no name
            self._answer(404, self.site.output / MISSING)

    def _answer(self, status: int, file: Path) -> None:
        body = self.site.hand_out(file, self.request.path, self.request.host.lower())
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(body)

    def should_return_304(self) -> bool:
        return False

    def set_extra_headers(self, path: str) -> None:
        for name in ("Etag", "Last-Modified", "Expires"):
            self.clear_header(name)

    def get_content_type(self) -> str:
        return content_type(self.path)


def content_type(path: str) -> str:
    """What a file is, by its name."""
    kind = TYPES.get(Path(path).suffix.lower()) or mimetypes.guess_type(path)[0]
    if kind and kind.startswith("text/"):
        return f"{kind}; charset=utf-8"
    return kind or "application/octet-stream"


def application(site: Site) -> Application:
    """All that the server answers."""
    return Application(
        [
            (r"/livereload", Connection, {"site": site}),
            (page.SCRIPT.replace(".", r"\."), Script, {"site": site}),
            (page.STYLES.replace(".", r"\."), Styles, {"site": site}),
            (r"/(.*)", Files, {"site": site}),
        ]
    )


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
    make = partial(build, guide, site.output, drafts=drafts, printing=False, kept=Kept())
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
