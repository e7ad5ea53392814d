"""The words that a guide's pages share: cautions, sources, targets and equipment."""

from dataclasses import dataclass
from enum import StrEnum

from .problem import Origin
from .prose import Prose
from .quantity import Count, Duration


class CautionKind(StrEnum):
    """`stop`: when to stop. `ask`: a condition with which to ask somebody first."""

    STOP = "stop"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Caution:
    """A shared warning. `short` names the condition in a list: "hip replacement"."""

    code: str
    origin: Origin
    title: str
    short: str
    kind: CautionKind
    text: Prose
    sources: tuple[str, ...]


class Grade(StrEnum):
    """How near a source is to the body that answers for it, best first after the seed."""

    SEED = "seed"
    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure came from. Only a source of grade A may have its address published."""

    code: str
    origin: Origin
    title: str
    publisher: str
    grade: Grade
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Term:
    """A target or a piece of equipment. `name` is the word that authors write."""

    name: str
    origin: Origin
    title: str
    synonyms: tuple[str, ...] = ()
    region: str = ""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source as an exercise refers to it, with the range that it gives."""

    source: str
    hold: Duration | None = None
    reps: Count | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A line of equipment: "mat or bed", "pillow (optional)"."""

    choices: tuple[str, ...]
    optional: bool = False
