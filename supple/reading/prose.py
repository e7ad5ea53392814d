"""Markdown into prose: HTML in which links and pictures are still the files that they name."""

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.treeprocessors import Treeprocessor

from supple.domain.exercise import SECTIONS
from supple.domain.problem import Place, Problem
from supple.domain.prose import NOTHING, Link, Part, Picture, Prose

SCHEMES = ("http", "https", "mailto", "tel")
"""The only links that lead out of the guide."""

RESERVED = SECTIONS | {"main", "words"}
"""Anchors that pages use themselves; a heading of that name gets another."""

_MARK = "\x1a"  # stands for nothing in a text: control characters are refused when a file is read
_STASH = "\x02"  # begins Python-Markdown's own placeholders
_LINK = re.compile(rf'<a href="{_MARK}(\d+)"(?: title="[^"]*")?>(.*?)</a>', re.DOTALL)
_REFERENCE = re.compile(rf'{_LINK.pattern}|<img [^>]*src="{_MARK}(\d+)"[^>]*>', re.DOTALL)
_STEPS = f'<ol class="{_MARK}">'
_STEP = f'<li class="{_MARK}">'
_STEPS_END = f"{_MARK}end"
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&!{}]|://")


@dataclass(frozen=True, slots=True)
class Body:
    """A page's body. `steps` are the items of its first ordered list; without one,
    everything is `introduction`. `anchors` are the names that links can lead to."""

    introduction: Prose
    steps: tuple[Prose, ...]
    more: Prose
    anchors: frozenset[str]


@dataclass(slots=True)
class _Found:
    """What a conversion comes upon. `place_of` gives the place of the n-th use of a target."""

    path: str
    place_of: Callable[[str, int], Place]
    references: list[Link | Picture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    seen: dict[str, int] = field(default_factory=dict)

    def next_place(self, target: str) -> Place:
        self.seen[target] = self.seen.get(target, -1) + 1
        return self.place_of(target, self.seen[target])


class ProseReader:
    """Reads Markdown. One serves a whole guide: making a Markdown instance is slow."""

    def __init__(self) -> None:
        self._markdown = Markdown(
            extensions=[
                DefListExtension(),
                FootnoteExtension(),
                SaneListExtension(),
                TableExtension(),
                TocExtension(marker="", slugify=_anchor),
            ],
            output_format="html",
        )
        self._marker = _Marker(self._markdown)
        self._markdown.treeprocessors.register(self._marker, "supple", 1)

    def body(self, text: str, path: str, first_line: int) -> tuple[Body, tuple[Problem, ...]]:
        """A page's body, where `text` begins on `first_line` of the file `path`."""
        lines = text.split("\n")

        def place_of(target: str, use: int) -> Place:
            uses = [number for number, line in enumerate(lines) if target in line]
            return Place(path, first_line + (uses[min(use, len(uses) - 1)] if uses else 0))

        found = _Found(path, place_of)
        converted = self._convert(text, found, steps=True)
        before, steps, after = _split_steps(converted)
        body = Body(
            _prose(before, found),
            tuple(_prose(step, found) for step in steps),
            _prose(after, found),
            frozenset(found.anchors),
        )
        return body, tuple(found.problems)

    def inline(self, text: str, place: Place) -> tuple[Prose, tuple[Problem, ...]]:
        """One sentence or two of front matter, without a paragraph around them."""
        if not _MARKDOWN.search(text):
            return (Prose((html.escape(text, quote=False),)) if text else NOTHING), ()
        found = _Found(place.path, lambda target, use: place)
        converted = self._convert(text, found)
        converted = converted.removeprefix("<p>").removesuffix("</p>")
        return _prose(converted, found), tuple(found.problems)

    def _convert(self, text: str, found: _Found, *, steps: bool = False) -> str:
        self._marker.found = found
        self._marker.steps = steps
        return self._markdown.reset().convert(text)


class _Marker(Treeprocessor):
    """Marks links, pictures and the steps in the tree, when all else has been done to it."""

    found: _Found
    steps: bool

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                self._mark(element, "href")
            elif element.tag == "img":
                self._mark(element, "src")
            elif element.tag == "h1":
                self._refuse_title(element)
            if name := element.get("id"):
                self.found.anchors.add(name)
        first = root.find("ol") if self.steps else None
        if first is not None:
            first.set("class", _MARK)
            first.tail = _STEPS_END + (first.tail or "")
            for item in first.findall("li"):
                item.set("class", _MARK)

    def _mark(self, element: Element, attribute: str) -> None:
        written = element.get(attribute, "")
        if _STASH in written or element.get("class", "").startswith("footnote"):
            return  # an address that Markdown has hidden from harvesters, or its own links
        place = self.found.next_place(written)
        refused = _refusal(written, picture=element.tag == "img")
        if refused:
            self.found.problems.append(Problem(place, "link", *refused))
        if refused or _scheme(written):
            return
        path, _, anchor = written.partition("#")
        folder = posixpath.dirname(self.found.path)
        target = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else ""
        inside = target.removeprefix("content/")
        if target and inside == target:
            hint = "link to files below content only, as seen from this file"
            message = f"{written} leads out of the content folder"
            self.found.problems.append(Problem(place, "link", message, hint))
            return
        element.set(attribute, f"{_MARK}{len(self.found.references)}")
        self.found.references.append(
            Picture(inside, element.get("alt", ""), element.get("title", ""), place)
            if element.tag == "img"
            else Link(inside, unquote(anchor), "", place)
        )

    def _refuse_title(self, heading: Element) -> None:
        text = "".join(heading.itertext()).strip()
        message = f"# {text} is a second title"
        place = self.found.next_place(text)
        self.found.problems.append(
            Problem(place, "heading", message, "the page has its title already: begin with ##")
        )


def _scheme(address: str) -> str:
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
    return match[1].lower() if match else ""


def _refusal(address: str, *, picture: bool) -> tuple[str, str] | None:
    """Why an address can't be used, and what to write instead; None where it can."""
    scheme = _scheme(address)
    if not address:
        return "a link without an address", "write [words](file.md)"
    if address.startswith("/"):
        return f"{address} begins with a slash", "write the file's name as seen from this file"
    if picture and scheme:
        return f"{address} is somebody else's picture", "put the picture beside the text"
    if scheme and scheme not in SCHEMES:
        return f"{scheme}: is no link that a page may have", "write https://… or a file's name"
    return None


def _anchor(text: str, separator: str) -> str:
    anchor: str = slugify_unicode(text, separator)
    return f"{anchor}{separator}section" if anchor in RESERVED or not anchor else anchor


def _split_steps(converted: str) -> tuple[str, list[str], str]:
    """HTML before the steps, each step, and HTML after them."""
    before, mark, rest = converted.partition(_STEPS)
    if not mark:
        return converted, [], ""
    steps, _, after = rest.partition(_STEPS_END)
    items = steps.rstrip().removesuffix("</ol>").split(_STEP)[1:]
    return before, [item.strip().removesuffix("</li>").strip() for item in items], after


def _prose(converted: str, found: _Found) -> Prose:
    return Prose(tuple(_parts(converted.strip(), found)))


def _parts(converted: str, found: _Found) -> Iterator[Part]:
    end = 0
    for match in _REFERENCE.finditer(converted):
        if match.start() > end:
            yield converted[end : match.start()]
        reference = found.references[int(match[1] or match[3])]
        if isinstance(reference, Link):
            yield Link(reference.target, reference.anchor, match[2], reference.place)
        else:
            yield reference
        end = match.end()
    if end < len(converted):
        yield converted[end:]
