"""Where a site can lie: at the top of a server, in a folder of one, or on a disk."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from tests.sites import Built


class Place(StrEnum):
    TOP = "top of a server"
    FOLDER = "folder of a server"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class Hosted:
    """A built site and where a browser finds it."""

    site: Built
    base: str

    def url(self, address: str, anchor: str = "") -> str:
        return f"{self.base}{quote(address)}" + (f"#{quote(anchor)}" if anchor else "")

    def has_page(self, url: str) -> bool:
        """Whether a browser would look for a page of this site there."""
        return url.startswith(self.base) and url.endswith(".html")


@contextmanager
def hosted(site: Built, place: Place) -> Iterator[Hosted]:
    """The very same files in one of the places."""
    match place:
        case Place.DISK:
            yield Hosted(site, f"{site.folder.as_uri()}/")
        case Place.TOP:
            with serving(site.folder) as base:
                yield Hosted(site, base)
        case Place.FOLDER:
            folders = site.folder.parts[-2:]
            with serving(site.folder.parents[1]) as base:
                yield Hosted(site, f"{base}{quote('/'.join(folders))}/")


class Quiet(SimpleHTTPRequestHandler):
    """Answers as Python's own server does, and tells nobody."""

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser goes when it likes
            super().handle()

    def log_message(self, *_: object) -> None:
        """Nothing to say."""


@contextmanager
def serving(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a server of this folder on a port of its own. It ends with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
