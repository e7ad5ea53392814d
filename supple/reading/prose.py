"""Markdown into prose: HTML in which links and pictures are still the files that they name."""

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry

from supple.domain.exercise import SECTIONS
from supple.domain.problem import Place, Problem
from supple.domain.prose import NOTHING, Link, Part, Picture, Prose
from supple.reading.markdown_source import ESCAPED, addresses, undefined, without_code
from supple.reading.patience import LARGEST, Footnotes, Meter, TooMuchError

SCHEMES = ("http", "https", "mailto", "tel")
"""The only links that lead out of the guide."""

RESERVED = SECTIONS | {"main", "words", "stop", "days"}
"""Anchors that pages use themselves; a heading of that name gets another. So do those of days."""

_DAY = re.compile(r"day-\d+(?:-title)?")
_MARK = "\x1a"  # stands for nothing in a text: control characters are refused when a file is read
_LEFT_OVER = re.compile("\x02?klzzwxh:[0-9]+\x03?|[\x02\x03]")  # of Python-Markdown's own marks
_HIDDEN = "\x02amp\x03"  # begins a mail address that Python-Markdown hides from harvesters
_REFERENCE = re.compile(
    rf'<a href="{_MARK}(\d+)"(?: title="[^"]*")?>(.*?)</a>|<img [^>]*src="{_MARK}(\d+)"[^>]*>',
    re.DOTALL,
)
_STEPS = f'<ol class="{_MARK}">'
_STEP = f'<li class="{_MARK}">'
_STEPS_END = f"{_MARK}end"
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&!{}]|://")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_OWN_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|file:|\\\\|~[\\/]", re.IGNORECASE)
_WHOLE = re.compile(r"https?://[^\s/?#]|(?:mailto|tel):[^\s]", re.IGNORECASE)
_RAW_PICTURE = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|(?P<tag><img\b(?:[^>"']|"[^"]*"|'[^']*')*>)""",
    re.DOTALL | re.IGNORECASE,
)
_LONGEST = 1000  # characters of an address
_TITLE = re.compile(r"^#(?!#)|^.+\n=+ *$", re.MULTILINE)


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
    """What a conversion comes upon. `first` is the place of the first line of `text`; without
    a text everything is there."""

    first: Place
    text: str = ""
    references: list[Link | Picture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    addresses: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    starts: dict[str, list[int]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)

    def report(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, rule, message, hint))

    def place_of_address(self, written: str) -> Place:
        """The place of a link or picture; each call with the same address is its next use."""
        if not self.addresses:
            for start in addresses(without_code(self.text)):
                rest = self._line_from(start)
                self.addresses.setdefault(_beginning(rest), []).append((start, rest))
        wanted = re.compile(rf"{re.escape(written)}(?=[\s)>\"']|$)")
        near = self.addresses.get(_beginning(written), [])
        return self._next(
            f"address {written}", lambda: [at for at, rest in near if wanted.match(rest)]
        )

    def file_of(self, written: str, place: Place, *, picture: bool) -> str | None:
        """The file that an address names, counted from `content/`; empty: the page itself. None
        where it leads elsewhere, and after noting that it may not."""
        if refused := _refusal(written, picture=picture):
            self.report(place, "link", *refused)
        if refused or _scheme(written):
            return None
        path = unquote(written.partition("#")[0])
        folder = posixpath.dirname(self.first.path)
        target = posixpath.normpath(posixpath.join(folder, path)) if path else ""
        inside = target.removeprefix("content/")
        if target and inside == target:
            hint = "link to files below content only, as seen from this file"
            self.report(place, "link", f"{written} leads out of the content folder", hint)
            return None
        return inside

    def mark(self, reference: Link | Picture) -> str:
        """What stands for a link's or picture's address until rendering knows it."""
        self.references.append(reference)
        return f"{_MARK}{len(self.references) - 1}"

    def place_of_title(self) -> Place:
        return self._next("title", lambda: self._all(_TITLE))

    def place_of_text(self, words: str) -> Place:
        return self._next(f"text {words}", lambda: self._all(re.compile(re.escape(words))))

    def place_of_item(self, number: int) -> Place:
        item = re.compile(rf"^ {{0,3}}{number}\.", re.MULTILINE)
        return self._next(f"item {number}", lambda: self._all(item))

    def _all(self, pattern: re.Pattern[str]) -> list[int]:
        return [match.start() for match in pattern.finditer(self.text)]

    def _next(self, about: str, find: Callable[[], list[int]]) -> Place:
        """The next of the places that are found the first time that they are asked for."""
        if about not in self.starts:
            self.starts[about] = find()
        starts = self.starts[about]
        use = self.seen[about] = self.seen.get(about, -1) + 1
        if not starts:
            return self.first
        return self.place_at(starts[min(use, len(starts) - 1)])

    def place_at(self, at: int) -> Place:
        """The place of a character of the text."""
        if not self.text:
            return self.first
        line = self.text.count("\n", 0, at)
        return Place(self.first.path, self.first.line + line, at - self.text.rfind("\n", 0, at))

    def _line_from(self, start: int) -> str:
        """The rest of a line, as far as an address may go, without the backslashes that keep
        characters from being Markdown."""
        end = self.text.find("\n", start, start + _LONGEST)
        return ESCAPED.sub(r"\1", self.text[start : end if end >= 0 else start + _LONGEST])


class ProseReader:
    """Reads Markdown. One serves a whole guide: making a Markdown instance is slow."""

    def __init__(self) -> None:
        self._meter = Meter()
        self._markdown = Markdown(
            extensions=[
                DefListExtension(),
                Footnotes(self._meter),
                SaneListExtension(),
                TableExtension(),
                TocExtension(marker="", slugify=_anchor),
            ],
            output_format="html",
        )
        self._sentences = Markdown(output_format="html")
        self._sentences.preprocessors.deregister("html_block")
        blocks = self._sentences.parser.blockprocessors = Registry()
        blocks.register(ParagraphProcessor(self._sentences.parser), "paragraph", 1)
        self._marker = _Marker()
        for markdown in (self._markdown, self._sentences):
            self._meter.watch(markdown)
            markdown.treeprocessors.register(self._marker, "supple", _LAST)

    def body(
        self, text: str, path: str, first_line: int, *, steps: bool
    ) -> tuple[Body, tuple[Problem, ...]]:
        """A page's body, where `text` begins on `first_line` of the file `path`. `steps`:
        whether to take its first ordered list out of it."""
        found = _Found(Place(path, first_line), text)
        converted = self._convert(self._markdown, text, found, steps=steps)
        before, items, after = _split_steps(converted)
        body = Body(
            _prose(before, found),
            tuple(_prose(item, found) for item in items),
            _prose(after, found),
            frozenset(found.anchors),
        )
        return body, tuple(found.problems)

    def inline(self, text: str, place: Place) -> tuple[Prose, tuple[Problem, ...]]:
        """One sentence or two of front matter, in which nothing makes a list or a heading."""
        if not _MARKDOWN.search(text):
            return (Prose((html.escape(text, quote=False),)) if text else NOTHING), ()
        found = _Found(place)
        converted = self._convert(self._sentences, text, found)
        converted = converted.removeprefix("<p>").removesuffix("</p>")
        return _prose(converted, found), tuple(found.problems)

    def _convert(self, markdown: Markdown, text: str, found: _Found, *, steps: bool = False) -> str:
        self._marker.found = found
        self._marker.steps = steps
        if len(text) > LARGEST:
            message = f"the text has {len(text):,} characters; it may have {LARGEST:,}"
            found.report(found.first, "markdown", message, "make several pages of it")
            return ""
        try:
            self._meter.begin(text)
            converted = markdown.reset().convert(text)
        except RecursionError:
            hint = "write fewer of them within each other"
            found.report(found.first, "markdown", "too many lists or quotations in lists", hint)
            return ""
        except TooMuchError as error:
            place = found.place_of_text(re.split(r"[\n\x02]", str(error))[0])
            message = "too many brackets, marks or lines in one paragraph to be read"
            hint = "close each bracket, and leave an empty line between two paragraphs"
            found.report(place, "markdown", message, hint)
            return ""
        plain = without_code(text) if "][" in text else ""
        for at, words, name in undefined(plain, markdown.references):
            message = f"[{words}][{name}] leads nowhere, since no line says what {name} is"
            hint = f"write [{words}](file.md), or below the paragraph a line [{name}]: file.md"
            found.report(found.place_at(at), "link", message, hint)
        whole = _LEFT_OVER.sub("", converted)
        if whole != converted:  # Python-Markdown has lost its way, and a link or a word with it
            message = "stars or lines beside each other that can't be told apart"
            hint = r"write \* or \_ where one is meant as it is"
            found.report(found.first, "markdown", message, hint)
        return _RAW_PICTURE.sub(lambda match: _marked(match, found), whole)


_LAST = -1  # after Markdown has put back the characters that had a backslash


class _Marker(Treeprocessor):
    """Marks links, pictures and the steps in the tree, when all else has been done to it."""

    found: _Found
    steps: bool

    def run(self, root: Element) -> None:
        self._refuse_links_in_links(root)
        for element in root.iter():
            if element.tag == "a":
                self._mark(element, "href")
            elif element.tag == "img":
                self._mark(element, "src")
            elif element.tag == "h1":
                self._refuse_title(element)
            if name := element.get("id"):
                self.found.anchors.add(name)
        lists = root.findall("ol") if self.steps else []
        if lists:
            self._mark_steps(lists[0])
            self._check_steps(lists)

    def _mark_steps(self, steps: Element) -> None:
        steps.attrib = {"class": _MARK}
        steps.tail = _STEPS_END + (steps.tail or "")
        for item in steps.findall("li"):
            item.set("class", _MARK)

    def _check_steps(self, lists: list[Element]) -> None:
        """Steps stand on paper too, several exercises' together, and have to be whole there."""
        for element in lists[0].iter():
            if name := element.get("id"):
                note = re.match(r"fnref\d*:(.+)", name)
                words = f"[^{note[1]}]" if note else "".join(element.itertext())
                what = "a footnote" if note else "a heading"
                place = self.found.place_of_text(words)
                self.found.report(place, "steps", f"{what} in a step", "write it below the steps")
        following = str(len(lists[0]) + 1)
        if any(other.get("start") == following for other in lists[1:]):
            place = self.found.place_of_item(len(lists[0]) + 1)
            message = f"the steps have ended above: {following}. begins another list"
            hint = "begin what stands between two steps with four spaces"
            self.found.report(place, "steps", message, hint)

    def _mark(self, element: Element, attribute: str) -> None:
        written = element.get(attribute, "")
        if written.startswith(_HIDDEN) or element.get("class", "").startswith("footnote"):
            return
        place = self.found.place_of_address(written)
        meant = _ENTITY.sub(lambda entity: html.unescape(entity[0]), written)
        target = self.found.file_of(meant, place, picture=element.tag == "img")
        if target is None:
            if not _scheme(meant) or element.tag == "img":
                del element.attrib[attribute]  # told once
            return
        title = element.get("title", "")
        element.set(
            attribute,
            self.found.mark(
                Picture(target, element.get("alt", ""), title, place)
                if element.tag == "img"
                else Link(target, unquote(meant.partition("#")[2]), NOTHING, place, title)
            ),
        )

    def _refuse_links_in_links(self, root: Element) -> None:
        for link in list(root.iter("a")):
            for inner in [each for each in link.iter("a") if each is not link]:
                place = self.found.place_of_address(inner.get("href", ""))
                self.found.report(place, "link", "a link within a link", "take one of them out")
                inner.tag, inner.attrib = "span", {}

    def _refuse_title(self, heading: Element) -> None:
        message = f"# {''.join(heading.itertext()).strip()} is a second title"
        hint = "the page has its title already: begin with ##"
        self.found.report(self.found.place_of_title(), "heading", message, hint)


class _Attributes(HTMLParser):
    """What a single tag says, its entities as the characters that they mean."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = {name: value or "" for name, value in attrs}


def _marked(match: re.Match[str], found: _Found) -> str:
    """An author's own <img>, whose picture is published like those of Markdown; whatever else
    `_RAW_PICTURE` finds is left alone."""
    said = _Attributes(match["tag"]).found if match["tag"] else {}
    written = said.pop("src", "")
    if not written or written.startswith((_MARK, "data:")):
        return match[0]
    place = found.place_of_address(written)
    target = found.file_of(written, place, picture=True)
    if target is None:
        return match[0]
    alt, title, _ = (said.pop(name, "") for name in ("alt", "title", "loading"))
    mark = found.mark(Picture(target, alt, title, place, tuple(said.items())))
    return f'<img src="{mark}">'


def read_picture(
    written: str, alt: str, place: Place
) -> tuple[Picture | None, tuple[Problem, ...]]:
    """A picture that a key names by its file, as seen from the file in which the key stands."""
    found = _Found(place)
    target = found.file_of(written, place, picture=True)
    return Picture(target, alt, "", place) if target else None, tuple(found.problems)


def _beginning(address: str) -> str:
    """An address up to what might be its end."""
    return re.split(r"[\s)>\"']", address, maxsplit=1)[0]


def _scheme(address: str) -> str:
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
    return match[1].lower() if match else ""


def _refusal(address: str, *, picture: bool) -> tuple[str, str] | None:
    """Why an address can't be used, and what to write instead; None where it can."""
    scheme = _scheme(address)
    if not address:
        return "a link without an address", "write [words](file.md)"
    if _OWN_COMPUTER.match(address):
        what = "picture" if picture else "file"
        hint = f"put the {what} beside the text, and write its name alone"
        return f"{address} is a place on your own computer", hint
    if address.startswith("/"):
        return f"{address} begins with a slash", "write the file's name as seen from this file"
    if picture and scheme:
        return f"{address} is somebody else's picture", "put the picture beside the text"
    if scheme and scheme not in SCHEMES:
        return f"{scheme}: is no link that a page may have", "write https://… or a file's name"
    if scheme and not _WHOLE.match(address):
        hint = "write https://example.org/page, mailto:name@example.org or tel: and a number"
        return f"{address} is not a whole address", hint
    return None


def _anchor(text: str, separator: str) -> str:
    anchor: str = slugify_unicode(text, separator)
    taken = not anchor or anchor in RESERVED or _DAY.fullmatch(anchor)
    return f"{anchor}{separator}section".lstrip(separator) if taken else anchor


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
            reference = replace(reference, words=_prose(match[2], found))
        yield reference
        end = match.end()
    if end < len(converted):
        yield converted[end:]
