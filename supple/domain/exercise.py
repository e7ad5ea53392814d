"""One exercise: a stretch, a movement or a rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .body import Movement, Position
from .dosage import Dosage
from .packed import Packed, pack
from .pose import Figure
from .problem import Origin
from .prose import NOTHING, Lead, Link, Picture, Prose, file_of, references_in
from .rules import Allowance
from .vocabulary import Need, SourceUse
from .written import UNWRITTEN, Written


class Level(StrEnum):
    """How hard it is. Never 'easy': what is easy for one person hurts another."""

    GENTLE = "gentle"
    MODERATE = "moderate"
    STRONG = "strong"


class Kind(StrEnum):
    HOLD = "hold"
    MOVE = "move"
    REST = "rest"


SECTIONS = frozenset(
    {"timer", "steps", "feel", "safety", "easier", "harder", "mistakes", "sources"}
)
"""The anchors of an exercise's page that are there whatever its text says. A section that has
nothing to say is left out; a link to it then leads to the top of the page."""


@dataclass(frozen=True, slots=True)
class Mode:
    """A second dosage of the same exercise. What it leaves out it takes from the exercise."""

    name: str
    title: str
    note: Prose
    dosage: Dosage
    kind: Kind
    level: Level
    equipment: tuple[Need, ...]
    sources: tuple[SourceUse, ...]
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Text:
    """What an exercise's page says, and where each key of its file stands."""

    origin: Origin
    introduction: Prose = NOTHING
    steps: tuple[Prose, ...] = ()
    more: Prose = NOTHING
    feel: Prose = NOTHING
    mistakes: tuple[Prose, ...] = ()
    easier: Prose = NOTHING
    harder: Prose = NOTHING
    written: Written = UNWRITTEN


NO_TEXT = pack(Text(Origin("")))


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise. `steps` is the first ordered list of its body; `introduction` stands before
    that list, `more` after it. Its text is packed: a list of thousands shows none of it. `review`
    says what somebody who knows the subject still has to look at."""

    slug: str
    path: str
    title: str
    summary: str
    position: Position
    targets: tuple[str, ...]
    equipment: tuple[Need, ...]
    movements: tuple[Movement, ...]
    level: Level
    kind: Kind
    dosage: Dosage
    modes: tuple[Mode, ...]
    text: Packed[Text]
    anchors: frozenset[str]
    leads: frozenset[Lead]
    cautions: tuple[str, ...]
    sources: tuple[SourceUse, ...]
    checked: date | None
    figure: Figure | None
    aliases: tuple[str, ...]
    allow: tuple[Allowance, ...]
    review: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Its file, counted from `content/`."""
        return file_of(self.path)

    @property
    def origin(self) -> Origin:
        return self.text.value.origin

    @property
    def introduction(self) -> Prose:
        return self.text.value.introduction

    @property
    def steps(self) -> tuple[Prose, ...]:
        return self.text.value.steps

    @property
    def more(self) -> Prose:
        return self.text.value.more

    @property
    def feel(self) -> Prose:
        return self.text.value.feel

    @property
    def mistakes(self) -> tuple[Prose, ...]:
        return self.text.value.mistakes

    @property
    def easier(self) -> Prose:
        return self.text.value.easier

    @property
    def harder(self) -> Prose:
        return self.text.value.harder

    @property
    def written(self) -> Written:
        return self.text.value.written

    @property
    def prose(self) -> Iterator[Prose]:
        """Every piece of prose."""
        text = self.text.value
        yield from (text.introduction, *text.steps, text.more, text.feel)
        yield from (*text.mistakes, text.easier, text.harder)
        yield from (mode.note for mode in self.modes)

    @property
    def references(self) -> Iterator[Link | Picture]:
        """Every link and picture; `leads` says where they lead."""
        yield from references_in(part for text in self.prose for part in text.parts)
        yield from (figure for figure in self.figures if isinstance(figure, Picture))

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure: the exercise's, its modes' and those of the holds of a repetition. One
        that several of them share comes several times."""
        figures = [self.figure, *(mode.figure for mode in self.modes)]
        for dosage in (self.dosage, *(mode.dosage for mode in self.modes)):
            figures += [hold.figure for hold in dosage.holds]
        yield from (figure for figure in figures if figure)

    def mode(self, name: str) -> Mode | None:
        """The mode of that name, if there is one."""
        return next((mode for mode in self.modes if mode.name == name), None)

    def dosage_of(self, mode: str) -> Dosage:
        """The dosage of a mode; an empty name is the exercise's own."""
        found = self.mode(mode)
        return found.dosage if found else self.dosage
