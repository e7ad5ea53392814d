"""A file to publish."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """A file to publish: its address, and its bytes or the file that holds them."""

    address: str
    content: bytes | Path

    @property
    def data(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()


def is_page(address: str) -> bool:
    """Or one that is compressed."""
    return address.endswith((".html", ".html.gz", ".html.br"))
