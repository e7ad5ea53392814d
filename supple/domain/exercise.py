"""One exercise: a stretch, a movement or a rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .body import Movement, Position
from .dosage import Dosage
from .pose import Figure
from .problem import Origin
from .prose import Prose
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
class Exercise:
    """One exercise's page. `steps` is the first ordered list of its body;
    `introduction` stands before that list, `more` after it. `review` says what somebody who
    knows the subject still has to look at."""

    slug: str
    origin: Origin
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
    introduction: Prose
    steps: tuple[Prose, ...]
    more: Prose
    anchors: frozenset[str]
    feel: Prose
    mistakes: tuple[Prose, ...]
    easier: Prose
    harder: Prose
    cautions: tuple[str, ...]
    sources: tuple[SourceUse, ...]
    checked: date | None
    figure: Figure | None
    aliases: tuple[str, ...]
    allow: tuple[Allowance, ...]
    written: Written = UNWRITTEN
    review: tuple[str, ...] = ()

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
