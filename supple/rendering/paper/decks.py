"""What stands on cards: filled by `views/cards.py`, dealt out by `dealing.py`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby, zip_longest
from typing import Final, TypeVar

from markupsafe import Markup

from supple.domain.paper import CardForm, CardSize, Paper
from supple.rendering.views.desk import Anchor, as_json
from supple.rendering.views.figures import FigureView

SLOTS: Final = 4
"""So many cards lie on a page, whatever their size."""


T = TypeVar("T")


class BlockKind(StrEnum):
    """What a piece of text is. An easier way stands on cards with two sides alone,
    where there is room."""

    STEP = "step"
    ITEM = "item"
    HEADING = "heading"
    TEXT = "text"
    CARE = "care"
    EASIER = "easier"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that isn't broken: it stands on one card. `label` is how it begins.
    `numbers` are the exercises without which nobody needs it, if there are any; `where` says in
    words which those are."""

    kind: BlockKind
    text: Markup
    label: str = ""
    numbers: tuple[int, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card is about, or several cards, if it is long: an exercise with its `number`, or
    what one has to know. `over` is the title of all cards, and `facts` are below it: both on
    the first. `stop` is when to stop, on each."""

    title: str
    blocks: tuple[Block, ...] = ()
    number: int = 0
    mode: str = ""
    figures: tuple[FigureView, ...] = ()
    dosage: tuple[str, ...] = ()
    stop: str = ""
    over: str = ""
    facts: Markup = field(default_factory=Markup)

    @property
    def key(self) -> int:
        """By which an exercise is left out."""
        return self.number

    @property
    def steps(self) -> int:
        return sum(block.kind is BlockKind.STEP for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card. `subject` and `blocks` are numbers, from 0; `part` is that of its card
    among those of the subject, or of its side, if a card has several subjects. `is_first`: it has
    the picture and the dosage. `setting` are the classes that it is set by."""

    subject: int
    part: int
    parts: int
    is_first: bool
    setting: str
    blocks: tuple[int, ...]

    @property
    def for_script(self) -> list[object]:
        return [self.subject, self.part, self.parts, int(self.is_first), self.setting, self.blocks]


@dataclass(frozen=True, slots=True)
class CardView:
    """A face with what stands on it: runs of blocks of one kind, each block with its number.
    `spare` are blocks that this form leaves out, and another one hasn't."""

    face: Face
    subject: Subject
    runs: tuple[tuple[BlockKind, tuple[tuple[int, Block], ...]], ...]
    spare: tuple[tuple[int, Block], ...]


@dataclass(frozen=True, slots=True)
class Plate:
    """One side of a sheet of paper: `single`, `front` or `back`. On a back the columns change
    places, as the paper is turned over its long edge."""

    side: str
    cards: tuple[CardView | None, ...]


@dataclass(frozen=True, slots=True)
class CardsPage:
    """`form` is the usual one of the `forms` that this page can be printed in; `dealt` has the
    faces of each one's name. `is_web`: it is the page for browsers. `figure_styles` are for PDFs
    alone, whose maker looks for them in each figure. `unreviewed`: that nobody has reviewed the
    guide, if it is so. `words` are
    those that scripts need."""

    form: CardForm
    forms: tuple[CardForm, ...]
    is_web: bool
    title: str
    summary: str
    subjects: tuple[Subject, ...]
    unreviewed: str
    words: Mapping[str, str]
    back: Anchor
    downloads: tuple[Anchor, ...]
    figure_styles: Markup = field(default_factory=Markup)
    dealt: Mapping[str, tuple[Face, ...]] = field(default_factory=dict)

    @property
    def classes(self) -> str:
        return classes(self.form)

    @property
    def plates(self) -> tuple[Plate, ...]:
        return tuple(self._plates())

    @property
    def papers(self) -> tuple[Paper, ...]:
        return tuple(dict.fromkeys(form.paper for form in self.forms))

    @property
    def picks(self) -> tuple[tuple[str, tuple[Subject, ...]], ...]:
        """The exercises that can be left out, below no title of their own."""
        exercises = tuple(subject for subject in self.subjects if subject.number)
        return (("", exercises),) if len(exercises) > 1 else ()

    @property
    def for_script(self) -> Markup:
        """What a browser needs to know of each form, as JSON."""
        forms = {
            form.name: {
                "classes": classes(form),
                "faces": [face.for_script for face in self.dealt[form.name]],
            }
            for form in self.forms
        }
        about = [
            [subject.number, [block.numbers for block in subject.blocks]]
            for subject in self.subjects
        ]
        return as_json({"forms": forms, "subjects": about, "words": self.words})

    def _plates(self) -> Iterator[Plate]:
        faces = self.dealt[self.form.name]
        if not self.form.duplex:
            for four in _fours(faces):
                yield Plate("single", tuple(map(self._view, four)))
            return
        for pairs in _fours(turned(faces, self.subjects)):
            yield Plate("front", tuple(self._view(front) for front, _ in pairs))
            yield Plate("back", tuple(self._view(back) if back else None for _, back in pairs))

    def _view(self, face: Face) -> CardView:
        subject = self.subjects[face.subject]
        numbered = [(number, subject.blocks[number]) for number in face.blocks]
        runs = tuple(
            (kind, tuple(blocks)) for kind, blocks in groupby(numbered, lambda each: each[1].kind)
        )
        used = {
            number
            for each in self.dealt[self.form.name]
            if each.subject == face.subject
            for number in each.blocks
        }
        left = self.is_web and face.is_first
        spare = [each for each in enumerate(subject.blocks) if left and each[0] not in used]
        return CardView(face, subject, runs, tuple(spare))


def turned(faces: Iterable[Face], subjects: tuple[Subject, ...]) -> list[tuple[Face, Face | None]]:
    """Cards with two sides. An exercise begins on a card of its own; what stands before the
    exercises is on the sides of few cards."""
    sides: list[Face | None] = []
    for face in faces:
        if subjects[face.subject].number and face.is_first and len(sides) % 2:
            sides.append(None)
        sides.append(face)
    pairs = zip_longest(sides[::2], sides[1::2])
    return [(front, back) for front, back in pairs if front]


def classes(form: CardForm) -> str:
    """By which the style knows the paper and the size of the cards."""
    return f"{form.paper} {'index' if form.size is CardSize.INDEX else form.size}"


def _fours(things: Iterable[T]) -> Iterator[tuple[T, ...]]:
    whole = tuple(things)
    return (whole[at : at + SLOTS] for at in range(0, len(whole), SLOTS))
