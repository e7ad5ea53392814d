"""The pages of a built site, as a program reads them."""

import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.sites import Built

REFERRING = (
    *("href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href"),
    *("data-movement", "data-finder", "data-index", "data-player-script", "data-player-style"),
)
"""Attributes that hold an address, our script's own among them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a page, and the element that names it."""

    page: str
    tag: str
    url: str

    @property
    def scheme(self) -> str:
        return urlsplit(self.url).scheme

    @property
    def leads_out(self) -> bool:
        return bool(self.scheme)

    @property
    def target(self) -> str:
        """The address within the site that it leads to."""
        path = unquote(urlsplit(self.url).path)
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.page), path or self.name))

    @property
    def name(self) -> str:
        return posixpath.basename(self.page)

    @property
    def anchor(self) -> str:
        return unquote(urlsplit(self.url).fragment)

    def __str__(self) -> str:
        return f"{self.page}: <{self.tag}> {self.url}"


@dataclass(frozen=True)
class Page:
    """One page: its address and its tree."""

    address: str
    source: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.source)

    def all(self, selector: str) -> list[LexborNode]:
        """Elements in the order in which they stand."""
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        found = self.all(selector)
        assert len(found) == 1, f"{self.address}: {len(found)} of {selector}"
        return found[0]

    @cached_property
    def references(self) -> list[Reference]:
        return [
            Reference(self.address, element.tag or "", value)
            for element in self.all("*")
            for name, value in element.attributes.items()
            if name in REFERRING and value is not None
        ]

    @cached_property
    def ids(self) -> list[str]:
        return [element.attributes["id"] or "" for element in self.all("[id]")]

    @property
    def leads_on(self) -> bool:
        """Whether it stands at an old address and only leads to the new one."""
        return bool(self.all('meta[http-equiv="refresh"]'))

    @property
    def words(self) -> str:
        """What a person reads."""
        body = LexborHTMLParser(self.source)
        body.strip_tags(["script", "style", "noscript"])
        return " ".join((body.body.text(separator=" ") if body.body else "").split())

    def json(self, selector: str) -> list[Any]:
        """The data in each of these elements."""
        return [json.loads(element.text()) for element in self.all(selector)]


def pages_of(site: Built) -> Iterator[Page]:
    for address in site.pages:
        yield Page(address, site.text(address))
