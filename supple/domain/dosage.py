"""How long, how often and on which side an exercise is done."""

from dataclasses import dataclass
from enum import StrEnum

from .body import Side
from .pose import Figure
from .quantity import Count, Duration


class Sides(StrEnum):
    """`each`: done for one side, then for the other. `both`: no sides."""

    EACH = "each"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class NamedHold:
    """One of several holds of a repetition; without a `hold` of its own it takes the dosage's.

    `figure` is its own, else the exercise's or mode's.
    """

    name: str
    hold: Duration | None = None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Default:
    """What the timer loads: single values within the printed ranges.

    Without a hold the repetitions are counted at the dosage's pace.
    """

    hold: Duration | None
    reps: int


@dataclass(frozen=True, slots=True)
class Dosage:
    """The printed ranges and the default that the timer loads.

    `hold` is None where repetitions are counted instead; `pace` is then the seconds
    of one repetition (None: the guide's). `side` says what is left and right: "leg".
    """

    hold: Duration | None
    reps: Count
    default: Default
    sides: Sides = Sides.BOTH
    side: str = ""
    first: Side = Side.LEFT
    pace: int | None = None
    holds: tuple[NamedHold, ...] = ()

    @property
    def order_of_sides(self) -> tuple[Side, ...]:
        """The sides in the order in which they are done; none where there are no sides."""
        return (self.first, self.first.other) if self.sides is Sides.EACH else ()
