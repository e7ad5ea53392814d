"""A static server that compresses what it sends, as every real host does."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO

SMALL = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
"""Files that become smaller. Fonts and pictures are compressed already."""


@contextmanager
def compressing(folder: Path) -> Iterator[str]:
    """The address of a server of this folder on a port of its own. It ends with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=folder)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Compressing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file = file / "index.html"
        if not file.is_file() or file.suffix not in SMALL:
            return super().send_head()
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Nothing to say."""
