"""What a text says of how long, how often and on which sides. What it doesn't say plainly is
left out, and told."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from supple.domain.dosage import Sides
from supple.domain.quantity import Count, Duration
from supple.reading.durations import parse_count, parse_duration
from supple.reading.kinds import listed

T = TypeVar("T", Count, Duration)

_RANGE: Final = r"\d{1,3}(?:\s*(?:-|–|to)\s*\d{1,3})?"
_UNIT: Final = r"(?:seconds?|minutes?|breaths?)"
_HOLD: Final = re.compile(
    r"(?:^|[.!?:;,]\s*|\band\s+)(?:hold|stay|rest)"
    r"(?: (?:the|this|that) (?:stretch|position|pose))?"
    rf"(?: here| there)? for (?:about |around )?(?P<told>{_RANGE} {_UNIT})(?! of)",
    re.IGNORECASE,
)
_ANY_LENGTH: Final = re.compile(rf"{_RANGE}(?: or more)?[ -](?:{_UNIT})", re.IGNORECASE)
_REPS: Final = re.compile(
    rf"\b(?:repeat|repetitions?|continu\w+|alternat\w+|perform|do|swing)\b[^.]*?"
    rf"(?<![\d-])(?P<told>{_RANGE}) (?:repetitions|reps|times)\b",
    re.IGNORECASE,
)
_SETS: Final = re.compile(r"\b\d+ sets\b", re.IGNORECASE)
_SIDES: Final = re.compile(
    r"\b(?:other|opposite|each|alternat\w+|switch\w*|change)(?: (?:your|the))?[ -]"
    r"(?P<what>sides?|legs?|arms?|foot|feet|hands?|ankles?|knees?)\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\b(?:repeat|switch)\b[^.]*\b(?:left|right) (?P<what>sides?|legs?|arms?|foot|hands?|knees?)\b",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"\b(?:repeat|switch|change|then|reverse|alternat|each)\w*\b", re.IGNORECASE
)
_LIMBS: Final = {"leg": "leg", "foot": "foot", "feet": "foot", "arm": "arm", "hand": "hand"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says, and in plain words what it leaves open."""

    hold: Duration | None
    reps: Count | None
    sides: Sides | None
    side: str
    doubts: tuple[str, ...]


def said(steps: Sequence[str], *, held: bool) -> Said:
    """What an exercise's steps say. `held`: the data set calls it static, so one holds it."""
    holds = _told(_HOLD, steps, parse_duration)
    hold = holds[0] if len(holds) == 1 else None
    counts = _told(_REPS, steps, parse_count)
    reps = counts[0] if len(counts) == 1 else None
    sides, side = _sides(steps)
    doubts = (
        *_about_hold(steps, holds, held=held),
        *_about_reps(steps, counts),
        *_about_sides(sides),
    )
    return Said(hold, reps, sides, side, doubts)


def _told(
    pattern: re.Pattern[str], steps: Sequence[str], parse: Callable[[str], T | None]
) -> list[T]:
    """The different figures that a pattern finds; nothing at all, such as 0 seconds, is none."""
    found: list[T] = []
    for match in (match for step in steps for match in pattern.finditer(step)):
        figure = parse(" ".join(match["told"].split()))
        if figure and figure.low and figure not in found:
            found.append(figure)
    return found


def _about_hold(steps: Sequence[str], holds: Sequence[Duration], *, held: bool) -> Iterator[str]:
    lengths = (match[0] for step in steps for match in _ANY_LENGTH.finditer(step))
    others = [each for each in dict.fromkeys(lengths) if parse_duration(each) not in holds]
    if len(holds) > 1:
        several = listed([str(hold) for hold in holds], "and")
        yield (
            f"The text has several holds, {several}. Write the one that is meant below dosage, "
            "or give each a name below holds."
        )
    elif others:
        yield (
            f"The text speaks of {listed(others, 'and')}, but not as a plain hold. If one holds "
            "it for so long, write that as the hold below dosage."
        )
    elif held and not holds:
        yield (
            "The text doesn't say how long it is held. Write a hold below dosage, with a source. "
            "Until then the page counts instead."
        )


def _about_reps(steps: Sequence[str], counts: Sequence[Count]) -> Iterator[str]:
    if len(counts) != 1:
        told = listed([str(count) for count in counts], "and") if counts else ""
        several = f"The text has several counts, {told}. Which is meant?"
        nothing = "The text doesn't say how many times it is done."
        yield f"{several if told else nothing} The page says once."
    if sets := [match[0] for step in steps for match in _SETS.finditer(step)]:
        yield f"The text speaks of {sets[0]}, which a dosage here has no place for."


def _sides(steps: Sequence[str]) -> tuple[Sides | None, str]:
    """Whether it is done on each side, and what is left and right; None where nobody says."""
    for step in steps:
        for sentence in re.split(r"(?<=[.!?])\s+", step):
            match = _NAMED.search(sentence) or _SIDES.search(sentence)
            if match and _AGAIN.search(sentence):
                what = match["what"].lower()
                return Sides.EACH, next((s for word, s in _LIMBS.items() if word in what), "")
    both = re.search(r"\bboth (?:legs|knees|arms|hands|feet|elbows)\b", " ".join(steps), re.I)
    one = re.search(r"\bone\b|\bright\b|\bleft\b|\bother\b", " ".join(steps), re.I)
    return (Sides.BOTH if both and not one else None), ""


def _about_sides(sides: Sides | None) -> Iterator[str]:
    if sides is None:
        yield "The text doesn't say whether it is done on each side. The page has no sides."
