"""What a preview answers: the site's files, and the pages that wait to be reloaded."""

import json
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler

from supple.domain.problem import Problem
from supple.pipeline import Outcome
from supple.preview import page
from supple.publishing.file import is_page
from supple.publishing.tally import Tally
from supple.rendering import addresses
from supple.rendering.wording import Wording
from supple.stamps import hash_of

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


SHOWN_NOWHERE = frozenset({addresses.SEARCH, addresses.FEED, addresses.SITEMAP})
"""Files that no page shows before somebody asks for them."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A page as it was handed out: its file, a hash of its content, and the version of the site's
    look."""

    file: Path
    digest: str
    version: int


@dataclass(slots=True)
class Site:
    """What is served: the output folder, the problems of the last build, pages that are ahead of
    it, by their files, and how each page was handed out last, by the address that was asked for.
    With each `version` any page may look different; `size` is the number of files."""

    output: Path
    port: int
    say: Wording
    problems: tuple[Problem, ...] = ()
    ahead: dict[Path, bytes] = field(default_factory=dict)
    handed_out: dict[str, Handed] = field(default_factory=dict)
    version: int = 0
    size: int = 0

    @property
    def hosts(self) -> tuple[str, str]:
        """The names by which a browser may ask: a stranger's name could lead here as well."""
        return f"{HOST}:{self.port}", f"localhost:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.hosts[0]}/"

    def last(self, address: str) -> Handed | None:
        """What was handed out there last."""
        return self.handed_out.get(unquote(address))

    def is_stale(self, shown: Handed | None) -> bool:
        """Whether a browser that shows this would get something else now."""
        return shown is None or self._handed(shown.file, self._content(shown.file)) != shown

    def hand_out(self, file: Path, address: str, host: str) -> bytes:
        """A page of the site as a browser gets it, or the problems alone if there is no site."""
        content = self._content(file)
        self.handed_out[unquote(address)] = self._handed(file, content)
        if content is None:
            return page.bare(host, self.problems, self.say)
        return page.injected(content, host, self.problems, self.say)

    def _content(self, file: Path) -> bytes | None:
        if not ((self.output / INDEX).is_file() and file.is_file()):
            return None
        return self.ahead.get(file) or file.read_bytes()

    def _handed(self, file: Path, content: bytes | None) -> Handed:
        return Handed(file, "" if content is None else hash_of(content), self.version)

    def take(self, outcome: Outcome, ahead: Mapping[Path, bytes]) -> bool:
        """Note what a build came to; whether anything can be seen of it. These pages were `ahead`
        when it began, and aren't any more."""
        for file, content in ahead.items():
            if self.ahead.get(file) is content:
                del self.ahead[file]
        tally = outcome.tally or Tally(addresses=("",) * self.size)
        others = any(not is_page(each) and each not in SHOWN_NOWHERE for each in tally.renewed)
        is_told = outcome.problems != self.problems
        if others or is_told or tally.removed or len(tally.addresses) != self.size:
            self.version += 1
        self.problems, self.size = outcome.problems, len(tally.addresses)
        return bool(tally.written or tally.removed or is_told)


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
    """A page that waits to be reloaded, and how it was handed out."""

    shown: Handed | None = None
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
        if said.get("command") == "info":
            self.shown = self.site.last(urlsplit(said["url"]).path)
            self.reload_if_stale()  # a build may have been done while the page was on its way

    def reload_if_stale(self) -> None:
        if self.site.is_stale(self.shown):
            self.send_message(RELOAD)

    @classmethod
    def reload_stale(cls) -> None:
        """Of all pages that wait, those that have changed."""
        for waiter in cls.waiters.copy():
            waiter.reload_if_stale()


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
