"""What goes to press: the HTML of pages, and those of the site's files that they name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin

SITE: Final = "https://guide.invalid/"
"""Where a page is said to lie. No such host can exist (RFC 2606)."""

_IN_STYLES: Final = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"'()\s]+)""")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Pages that become one PDF, as if they lay at an address of the site, and by their addresses
    the files that they may use. `title` is the PDF's, if it isn't the only page's own."""

    address: str
    pages: tuple[bytes, ...]
    files: Mapping[str, bytes | Path]
    title: str = ""

    @property
    def fingerprint(self) -> str:
        """Another one for another content. It says nothing of where the page lies."""
        whole = sha256(self.title.encode())
        for page in self.pages:
            whole.update(sha256(page).digest())
        for address, content in sorted(self.files.items()):
            whole.update(f"\n{address}\n".encode())
            whole.update(sha256(read(content)).digest())
        return whole.hexdigest()


def manuscript(
    address: str, pages: Iterable[bytes], files: Mapping[str, bytes | Path]
) -> Manuscript:
    """Pages and what they show of a site's files, with what those styles name in turn."""
    pages = tuple(pages)
    named: dict[str, bytes | Path] = {}
    fresh = {name for page in pages for name in _of_page(address, page)}
    while fresh:
        known = {each: files[each] for each in fresh if each in files}
        named |= known
        styles = ((each, read(known[each])) for each in known if each.endswith(".css"))
        fresh = {name for each, css in styles for name in _of_style(each, css)} - {*named}
    return Manuscript(address, pages, dict(sorted(named.items())))


def bound(parts: Sequence[Manuscript], title: str) -> Manuscript:
    """Several as one PDF of this title, as if it lay where the first lies. One alone stays as it
    is."""
    if len(parts) == 1:
        return parts[0]
    pages = tuple(page for part in parts for page in part.pages)
    files = {address: content for part in parts for address, content in part.files.items()}
    return Manuscript(parts[0].address, pages, dict(sorted(files.items())), title)


def read(content: bytes | Path) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()


def address_of(url: str) -> str:
    """The address in the site that a URL stands for; nothing if it leads elsewhere."""
    return unquote(urldefrag(url).url.removeprefix(SITE)) if url.startswith(SITE) else ""


def _of_page(here: str, page: bytes) -> Iterator[str]:
    reader = _Reader()
    reader.feed(page.decode("utf-8", "replace"))
    reader.close()
    return _addresses(here, reader.hrefs)


def _of_style(here: str, css: bytes) -> Iterator[str]:
    return _addresses(here, _IN_STYLES.findall(css.decode("utf-8", "replace")))


def _addresses(here: str, hrefs: Iterable[str]) -> Iterator[str]:
    for href in dict.fromkeys(hrefs):
        if address := address_of(urljoin(SITE + here, href)):
            yield address


class _Reader(HTMLParser):
    """Notes what a page shows: its styles and its pictures, not what it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            self.hrefs.append(values.get("src", ""))
        elif tag in ("image", "use") or (
            tag == "link" and "stylesheet" in values.get("rel", "").split()
        ):
            self.hrefs.append(values.get("href") or values.get("xlink:href", ""))

    def handle_data(self, data: str) -> None:
        if self.lasttag == "style":
            self.hrefs += _IN_STYLES.findall(data)
