"""Paper: its sizes, and the forms in which a routine or an exercise is printed."""

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"

    @property
    def label(self) -> str:
        """As everybody calls it, in any language."""
        return {Paper.A4: "A4", Paper.LETTER: "Letter"}[self]

    @property
    def width(self) -> float:
        """In millimetres, upright."""
        return {Paper.A4: 210, Paper.LETTER: 215.9}[self]

    @property
    def height(self) -> float:
        """In millimetres, upright."""
        return {Paper.A4: 297, Paper.LETTER: 279.4}[self]


class Layout(StrEnum):
    """How a routine's sheet is set: nothing below 12 points, or large print with 18."""

    SHEET = "sheet"
    LARGE = "large"


class CardSize(StrEnum):
    """A quarter of the page, or an index card."""

    A6 = "a6"
    INDEX = "3x5"


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a sheet."""

    paper: Paper = Paper.A4
    layout: Layout = Layout.SHEET

    @property
    def name(self) -> str:
        """As it stands in addresses: a4, letter, a4-large, letter-large."""
        return f"{self.paper}-large" if self.layout is Layout.LARGE else self.paper.value


@dataclass(frozen=True, slots=True)
class CardForm:
    """The form of cards: the paper that they are cut from, their size, and whether they are
    printed on one side or on both."""

    paper: Paper = Paper.A4
    size: CardSize = CardSize.A6
    duplex: bool = False

    @property
    def name(self) -> str:
        """As it stands in addresses: what is usual is left out."""
        size = "" if self.size is CardSize.A6 else f"-{self.size}"
        return f"{self.paper}{size}{'-duplex' if self.duplex else ''}"
