"""A static server that compresses what it sends, as every real host does."""

import gzip
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tests.browser.hosts import Quiet

SMALL = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
"""Files that become smaller. Fonts and pictures are compressed already."""


class Compressing(Quiet):
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
