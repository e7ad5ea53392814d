"""Marks in the tree of a text what rendering will have to fill in."""

import html
import re
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from supple.domain.prose import NOTHING, Link, OwnFigure, Picture
from supple.reading.found import Found
from supple.reading.references import file_of, scheme
from supple.reading.steps import mark_steps

_HIDDEN = "\x02amp\x03"  # begins a mail address that Python-Markdown hides from harvesters
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")


class Marker(Treeprocessor):
    """Marks links, pictures and the steps in the tree, when all else has been done to it."""

    found: Found
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
        if self.steps:
            mark_steps(root, self.found)

    def _mark(self, element: Element, attribute: str) -> None:
        written = element.get(attribute, "")
        if written.startswith(_HIDDEN) or element.get("class", "").startswith("footnote"):
            return
        place = self.found.place_of_address(written)
        meant = _ENTITY.sub(lambda entity: html.unescape(entity[0]), written)
        if element.tag == "img" and meant[:1] == "#" and meant[1:]:
            figure = OwnFigure(unquote(meant[1:]), element.get("alt", ""), place)
            element.set(attribute, self.found.mark(figure))
            return
        target = file_of(meant, place, self.found, picture=element.tag == "img")
        if target is None:
            if not scheme(meant) or element.tag == "img":
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
