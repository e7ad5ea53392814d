"""Text that an author wrote in Markdown, as fragments of HTML.

Links and pictures are kept by the file that they name: the same step stands on a page,
a sheet and a card, each with addresses of its own, which rendering fills in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from .problem import Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a file of the guide. `target` counts from `content/`; empty: the page itself.
    `words` are what is shown: text, perhaps a picture."""

    target: str
    anchor: str
    words: "Prose"
    place: Place
    title: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside the text. `target` counts from `content/`; `attributes` are what an author
    who wrote it in HTML has said besides, such as its width."""

    target: str
    alt: str
    title: str
    place: Place
    attributes: tuple[tuple[str, str], ...] = ()


Part: TypeAlias = str | Link | Picture


@dataclass(frozen=True, slots=True)
class Prose:
    """HTML in parts; the strings among them are safe to publish as they are."""

    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def references(self) -> Iterator[Link | Picture]:
        """The links and pictures in the order in which they stand."""
        for part in self.parts:
            if not isinstance(part, str):
                yield part
            if isinstance(part, Link):
                yield from part.words.references


NOTHING = Prose()
"""No text at all."""
