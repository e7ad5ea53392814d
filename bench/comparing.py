"""Whether a built site is the corpus: every page there, with its title, its texts and its links.

Each site is held to the corpus and so to all others. What a generator writes besides is allowed,
and counted.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from bench import corpus
from bench.corpus import Corpus, Exercise, Routine
from bench.lists import lists

PARTS: Final = frozenset({"summary", "cautions", "body", "feel", "mistakes", "sources"})
"""The classes of what is compared word for word. All templates here have them."""
SHOWN: Final = 5
"""So many differences are told; the first says what is wrong."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What counts of a page: its one heading of the first level (empty where a generator names the
    page itself), its texts without mark-up, and where the links of its main part lead."""

    title: str
    parts: Mapping[str, str]
    links: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weight:
    """A site in numbers. `further` pages are none of the corpus."""

    pages: int
    further: int
    files: int
    size: int


def differences(guide: Corpus, folder: Path) -> Iterator[str]:
    """In what a built site isn't the corpus, in sentences. None: it can be compared."""
    pages = expected(guide)
    whole = {each.address for each in lists(guide)}
    for address, page in pages.items():
        if not (folder / address).is_file():
            yield f"{address} is missing"
            continue
        found = _read(folder, address)
        if address in whole:
            found = replace(found, links=_listed(folder, address, pages.keys()) - whole)
        yield from _differences(address, page, found)


def _listed(folder: Path, address: str, known: Set[str]) -> frozenset[str]:
    """The pages of the corpus that a list leads to. It may go on over pages of its own."""
    found: set[str] = set()
    read: set[str] = set()
    unread = {address}
    while unread:
        read |= unread
        found |= {link for each in unread for link in _read(folder, each).links}
        further = {link for link in found - known - read if (folder / link).is_file()}
        unread = {link for link in further if link.endswith(".html")}
    return frozenset(found & known)


def _read(folder: Path, address: str) -> Seen:
    return seen(address, (folder / address).read_text(encoding="utf-8"))


def first_differences(guide: Corpus, folder: Path) -> tuple[str, ...]:
    return tuple(islice(differences(guide, folder), SHOWN))


def weight(guide: Corpus, folder: Path) -> Weight:
    """How much there is, of the corpus and besides."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    pages = {file.relative_to(folder).as_posix() for file in files if file.suffix == ".html"}
    return Weight(
        pages=len(pages),
        further=len(pages - expected(guide).keys()),
        files=len(files),
        size=sum(file.stat().st_size for file in files),
    )


def _differences(address: str, wanted: Seen, found: Seen) -> Iterator[str]:
    if wanted.title and found.title != wanted.title:
        yield f"{address}: the title is {found.title!r}, not {wanted.title!r}"
    for name, text in wanted.parts.items():
        if (other := found.parts.get(name, "")) != text:
            yield f"{address}: the {name} differs: {_first_difference(other, text)}"
    if missing := wanted.links - found.links:
        yield f"{address}: {len(missing)} links are missing, such as {min(missing)}"
    if more := found.links - wanted.links:
        yield f"{address}: {len(more)} links are too many, such as {min(more)}"


def _first_difference(found: str, wanted: str) -> str:
    pairs = enumerate(zip(found, wanted, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(found), len(wanted)))
    return f"{found[at : at + 40]!r}, not {wanted[at : at + 40]!r}"


def expected(guide: Corpus) -> dict[str, Seen]:
    """Every page that the corpus comes to, by its address."""
    home = {"exercises/index.html", "routines/index.html"}
    return {
        "index.html": Seen(guide.title, {"summary": guide.summary}, frozenset(home)),
        "404.html": Seen("", {}, frozenset()),
        f"{guide.page.slug}.html": Seen(
            guide.page.title,
            {"summary": guide.page.summary, "body": plain(guide.page.body)},
            frozenset(),
        ),
        **{f"exercises/{each.slug}.html": _exercise(each) for each in guide.exercises},
        **{f"routines/{each.slug}.html": _routine(each) for each in guide.routines},
        **{each.address: Seen("", {}, frozenset(each.pages)) for each in lists(guide)},
    }


def _exercise(exercise: Exercise) -> Seen:
    links = {
        f"positions/{exercise.position}.html",
        *(f"targets/{name.replace(' ', '-')}.html" for name in exercise.targets),
        *(f"exercises/{slug}.html" for slug in corpus.linked(exercise.body)),
    }
    parts = {
        "summary": exercise.summary,
        "cautions": " ".join(corpus.CAUTIONS[code] for code in exercise.cautions),
        "body": plain(exercise.body),
        "feel": exercise.feel,
        "mistakes": " ".join(exercise.mistakes),
        "sources": " ".join(corpus.SOURCES[code] for code in exercise.sources),
    }
    return Seen(exercise.title, parts, frozenset(links))


def _routine(routine: Routine) -> Seen:
    links = frozenset(f"exercises/{slug}.html" for slug in routine.exercises)
    return Seen(routine.title, {"summary": routine.summary, "body": plain(routine.body)}, links)


def plain(body: str) -> str:
    """The words of a body, without the mark-up that the corpus uses."""
    without_marks = re.sub(r"^(?:#+|>|\d+\.) |\*", "", body, flags=re.MULTILINE)
    return " ".join(re.sub(r"\[(.*?)\]\(.*?\)", r"\1", without_marks).split())


def seen(address: str, html: str) -> Seen:
    """A page as its reader sees it. Links are given as addresses from the top of the site."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    here = f"/{address}"
    paths = (urlsplit(urljoin(here, link)).path for link in reader.links)
    return Seen(
        title=reader.text("h1"),
        parts={name: reader.text(name) for name in PARTS},
        links=frozenset(unquote(path).lstrip("/") for path in paths),
    )


class _Reader(HTMLParser):
    """Gathers the text of the first heading and of the parts, and the links of `main`."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self._texts: dict[str, list[str]] = {}
        self._in_main = False
        self._part = ""
        self._tag = ""
        self._depth = 0

    def text(self, part: str) -> str:
        return " ".join("".join(self._texts.get(part, ())).split())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag == "main":
            self._in_main = True
        if tag == "a" and self._in_main and (link := values.get("href")):
            self.links.append(link)
        if self._part:
            self._depth += tag == self._tag
            return
        name = tag if tag == "h1" else values.get("class") or ""
        if name in PARTS or name == "h1":
            self._part, self._tag, self._depth = name, tag, 1
            self._texts[name] = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._in_main = False
        if self._part:
            self._texts[self._part].append(" " if tag in BLOCKS else "")
            self._depth -= tag == self._tag
            if not self._depth:
                self._part = ""

    def handle_data(self, data: str) -> None:
        if self._part:
            self._texts[self._part].append(data)


BLOCKS: Final = frozenset({"p", "li", "h2", "ol", "ul", "blockquote", "div"})
"""Ends of these part words, whatever lies between them."""
