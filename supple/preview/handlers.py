"""What a preview answers: the site's files, and the pages that wait to be reloaded."""

import json
import mimetypes
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
