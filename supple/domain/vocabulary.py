"""The words that a guide's pages share: cautions, sources, targets and equipment."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .anatomy import Region
from .body import Movement, Position
from .problem import Origin
from .prose import Prose
from .quantity import Count, Duration
from .rules import Allowance


class CautionKind(StrEnum):
    """`stop`: when to stop. `ask`: a condition with which to ask somebody first."""

    STOP = "stop"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Caution:
    """A shared warning. `short` names the condition in a list: "hip replacement"; `called_for_by`
    are the positions and movements with which it belongs on an exercise's page."""

    code: str
    origin: Origin
    title: str
    short: str
    kind: CautionKind
    text: Prose
    sources: tuple[str, ...]
    called_for_by: tuple[Position | Movement, ...] = ()
    allow: tuple[Allowance, ...] = ()


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
    allow: tuple[Allowance, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A target or a piece of equipment. `name` is the word that authors write; `region` is where
    on the body a target is."""

    name: str
    origin: Origin
    title: str
    synonyms: tuple[str, ...] = ()
    region: Region | None = None
    allow: tuple[Allowance, ...] = ()


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


def gather(needs: Iterable[Need]) -> tuple[Need, ...]:
    """What several exercises need together, each thing told once.

    Whoever has a pillow ready has what "chair or pillow" asks for; what one exercise
    can do without and another can't is needed.
    """
    whole = tuple(dict.fromkeys(needs))
    certain = {need.choices[0] for need in whole if len(need.choices) == 1 and not need.optional}
    required = {need.choices for need in whole if not need.optional}
    return tuple(
        need
        for need in whole
        if not (certain.intersection(need.choices) and need != Need(need.choices[:1]))
        and not (need.optional and need.choices in required)
    )
