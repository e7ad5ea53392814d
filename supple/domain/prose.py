"""Text that an author wrote in Markdown, as fragments of HTML.

Links and pictures are kept by the file that they name: the same step stands on a page,
a sheet and a card, each with addresses of its own, which rendering fills in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from .problem import Place
from .quantity import Duration


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


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A figure that the page itself describes, shown where its text says. `name` is what its front
    matter calls it; `alt` the author's words for it, empty where its pose speaks for itself."""

    name: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class HoldPhrase:
    """Words of a step that say how long to hold: "Hold for 15 to 20 seconds". They are plain
    text, kept as they were written: `verb` ("Hold") and `length` ("15 to 20 seconds") with what
    stands `before` the length ("Hold for ") and `after` it; `hold` is what the length means."""

    verb: str
    before: str
    length: str
    after: str
    hold: Duration

    @property
    def words(self) -> str:
        return f"{self.before}{self.length}{self.after}"


@dataclass(frozen=True, slots=True)
class HoldWords:
    """A language's words for such phrases. `phrase` has {verb} and {length} in it, `range` {low}
    and {high}; a phrase may follow one of the words `after`; `numbers` are those from one on."""

    phrase: str
    range: str
    verbs: tuple[str, ...]
    after: tuple[str, ...]
    seconds: tuple[str, ...]
    minutes: tuple[str, ...]
    breaths: tuple[str, ...]
    numbers: tuple[str, ...] = ()


Part: TypeAlias = str | Link | Picture | OwnFigure | HoldPhrase


@dataclass(frozen=True, slots=True)
class Prose:
    """HTML in parts; the strings among them are safe to publish as they are."""

    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def holds(self) -> Iterator[HoldPhrase]:
        """The phrases that say how long to hold, in the order in which they stand."""
        yield from (part for part in self.parts if isinstance(part, HoldPhrase))

    @property
    def figures(self) -> Iterator[OwnFigure]:
        """The page's own figures in the order in which they stand."""
        for part in self.parts:
            if isinstance(part, OwnFigure):
                yield part
            if isinstance(part, Link):
                yield from part.words.figures

    @property
    def references(self) -> Iterator[Link | Picture]:
        """The links and pictures in the order in which they stand."""
        return references_in(self.parts)


NOTHING = Prose()
"""No text at all."""


def references_in(parts: Iterable[Part]) -> Iterator[Link | Picture]:
    """The links and pictures among these parts, and in their words."""
    for part in parts:
        if isinstance(part, Link | Picture):
            yield part
        if isinstance(part, Link):
            yield from references_in(part.words.parts)


class Lead(NamedTuple):
    """Where a link or a picture leads, without its words and its place."""

    target: str
    anchor: str
    is_picture: bool


def file_of(path: str) -> str:
    """A page's file, counted from `content/`."""
    return path.removeprefix("content/")


def leads_of(references: Iterable[Link | Picture]) -> frozenset[Lead]:
    return frozenset(
        Lead(each.target, each.anchor, False)
        if isinstance(each, Link)
        else Lead(each.target, "", True)
        for each in references
    )
