"""Every page and every file that a page asks for, from real servers set up as the README says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from gzip import decompress as gunzip
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urldefrag, urljoin
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from tests.hosts.conftest import SAMPLES, Online
from tests.site.pages import Page

TYPES = {
    ".html": {"text/html"},
    ".css": {"text/css"},
    ".js": {"text/javascript", "application/javascript"},
    ".svg": {"image/svg+xml"},
    ".png": {"image/png"},
    ".woff2": {"font/woff2"},
    ".txt": {"text/plain"},
}

LONG = "public, max-age=31536000, immutable"

OPENER = build_opener(ProxyHandler({}))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said, after redirects."""

    status: int
    headers: Message
    body: bytes

    @property
    def type(self) -> str:
        return self.headers.get_content_type()

    @property
    def caching(self) -> str | None:
        return self.headers["Cache-Control"]


def ask(url: str, accepted: str = "identity") -> Answer:
    """`accepted` are the encodings that a browser says it knows."""
    try:
        request = Request(url, headers={"Accept-Encoding": accepted})
        answer: HTTPResponse = OPENER.open(request, timeout=10)
    except HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())
    with answer:
        return Answer(answer.status, answer.headers, answer.read())


def crawl(online: Online) -> dict[str, Answer]:
    """Every page, and whatever pages and styles refer to, by its whole address."""
    found: dict[str, Answer] = {}
    ahead = [online.base + quote(address) for address in online.site.pages]
    while ahead:
        url = ahead.pop()
        if url not in found:
            found[url] = ask(url)
            if not url.endswith("/404.html"):  # it leads to the folder of whatever is missing
                ahead += [urldefrag(urljoin(url, each)).url for each in references(found[url])]
    return found


def references(answer: Answer) -> Iterator[str]:
    """The addresses in a page or a style, as they are written, that lead to this server."""
    text = answer.body.decode("utf-8", "replace")
    if answer.type == "text/html":
        for each in Page("", text).references:
            if not each.leads_out:
                yield each.url
    elif answer.type == "text/css":
        for url in re.findall(r"""url\(["']?([^"')]+)""", text):
            if not url.startswith("data:"):
                yield url


def test_every_page_and_all_that_it_refers_to_is_there_and_is_called_what_it_is(
    online: Online,
) -> None:
    found = {unquote(url.removeprefix(online.base)): each for url, each in crawl(online).items()}
    assert {name: each.status for name, each in found.items() if each.status != 200} == {}
    files = online.site.files
    assert [name for name, each in found.items() if each.body != files.get(name)] == []
    assert files.keys() - found.keys() <= {name for name in files if name.endswith(".txt")}
    wrong = {name: each.type for name, each in found.items() if each.type not in types(name)}
    assert wrong == {}


def types(name: str) -> set[str]:
    return TYPES[name[name.rindex(".") :]]


@pytest.mark.parametrize("address", ["index.html", "targets/hüfte.html", "exercises/"])
def test_pages_are_utf_8(online: Online, address: str) -> None:
    """By the server's word; Python's says nothing, and there the page's own first lines do."""
    answer = ask(online.base + quote(address))
    assert (answer.headers.get_content_charset() or "utf-8") == "utf-8"
    assert not online.server.is_configured or answer.headers.get_content_charset()
    assert b'<meta charset="utf-8">' in answer.body[:1024]


@pytest.mark.parametrize("address", ["exercises/", "exercises", ""])
def test_a_folder_shows_its_first_page(online: Online, address: str) -> None:
    file = f"{address.rstrip('/')}/index.html".lstrip("/")
    answer = ask(online.base + address)
    assert (answer.status, answer.body) == (200, online.site.files[file])


MISSING = ["no.html", "a/b/c/no.html", "übungen/kein & aber", "static/supple.0123456789.js"]


@pytest.mark.parametrize("address", MISSING)
def test_a_missing_page_at_any_depth_is_answered_by_the_guides_own(
    online: Online, address: str
) -> None:
    answer = ask(online.base + quote(address))
    assert answer.status == 404
    if not online.server.is_configured:
        pytest.skip("Python's http.server answers 404 with a page of its own.")
    assert answer.body == online.site.files["404.html"]
    assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert answer.caching in {None, "no-cache"}


def test_only_names_with_a_hash_are_kept_for_long(online: Online) -> None:
    if not online.server.is_configured:
        pytest.skip("Python's http.server has no setting for caching.")
    told = {name: ask(online.base + quote(name)).caching for name in online.site.files}
    static = {name for name in told if name.startswith("static/")}
    assert {told[name] for name in static} == {LONG}
    assert {told[name] for name in told.keys() - static} == {"no-cache"}


@pytest.mark.parametrize(
    ("accepted", "endings"),
    [("gzip, deflate, br, zstd", (".br", ".gz")), ("gzip", (".gz",)), ("deflate", ())],
)
def test_who_can_open_what_is_compressed_gets_it(
    online: Online, shared: Path, accepted: str, endings: tuple[str, ...]
) -> None:
    """As it lies there, under the same type, and kept for as long."""
    known = online.server.encodings
    encodings = {ending: known[ending] for ending in endings if ending in known}
    folder = shared.joinpath(*online.site.folder.parts[-2:])
    sent = set()
    for name, data in {**online.site.files, **SAMPLES}.items():
        if name == "404.html":
            continue
        best = next((each for each in encodings if (folder / f"{name}{each}").exists()), "")
        plain, answer = ask(online.base + quote(name)), ask(online.base + quote(name), accepted)
        assert answer.status == 200
        assert answer.headers["Content-Encoding"] == encodings.get(best), name
        assert answer.body == ((folder / f"{name}{best}").read_bytes() if best else data), name
        assert answer.headers["Content-Type"] == plain.headers["Content-Type"], name
        assert answer.caching == plain.caching, name
        if best:
            sent.add(name)
            assert "accept-encoding" in answer.headers["Vary"].lower(), name
    assert sent >= (SAMPLES.keys() if encodings else set())


@pytest.mark.parametrize("address", ["exercises/", "exercises", ""])
def test_a_folder_shows_its_first_page_compressed_too(online: Online, address: str) -> None:
    answer = ask(online.base + address, "gzip")
    assert answer.headers["Content-Encoding"] == online.server.encodings.get(".gz")
    assert answer.type == "text/html"
    data = online.site.files[f"{address.rstrip('/')}/index.html".lstrip("/")]
    assert (gunzip(answer.body) if online.server.encodings else answer.body) == data


@pytest.mark.parametrize("address", MISSING)
def test_a_missing_page_is_answered_compressed_too(online: Online, address: str) -> None:
    if not online.server.is_configured:
        pytest.skip("Python's http.server answers 404 with a page of its own.")
    answer = ask(online.base + quote(address), "gzip")
    assert answer.status == 404
    assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert answer.headers["Content-Encoding"] in {None, "gzip"}
    body = gunzip(answer.body) if answer.headers["Content-Encoding"] else answer.body
    assert body == online.site.files["404.html"]
