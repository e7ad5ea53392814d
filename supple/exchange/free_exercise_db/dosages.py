"""What a text says of how long, how often and on which sides. What it doesn't say plainly is
left out, and told."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
_HOLDING: Final = re.compile(
    r"\bhold (?:the|this|that|your) (?:stretch|position|pose)\b", re.IGNORECASE
)
_IN_WORDS: Final[Mapping[str, str]] = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "eight": "8",
    "ten": "10",
    "fifteen": "15",
    "twenty": "20",
    "thirty": "30",
    "sixty": "60",
}
_WORD: Final = rf"(?:{'|'.join(_IN_WORDS)})"
_COUNTED: Final = re.compile(
    rf"\b{_WORD}(?: (?:to|or) {_WORD})?(?=[ -](?:{_UNIT}|repetitions|reps|times)\b)",
    re.IGNORECASE,
)
_ANY_NUMBER: Final = r"\d+(?:[.,]\d+)?"
_ANY_LENGTH: Final = re.compile(
    rf"(?<![\d.,]){_ANY_NUMBER}(?:\s*(?:-|–|to)\s*{_ANY_NUMBER})?(?: or more)?[ -](?:{_UNIT})",
    re.IGNORECASE,
)
_REPS: Final = re.compile(
    rf"\b(?:repeat|repetitions?|continu\w+|alternat\w+|perform|do|swing)\b[^.]*?"
    rf"(?<![\d-])(?P<told>{_RANGE}) (?:repetitions|reps|times)\b",
    re.IGNORECASE,
)
_SETS: Final = re.compile(r"\b\d+ sets\b", re.IGNORECASE)
_WHAT: Final = r"(?P<what>sides?|legs?|arms?|foot|feet|hands?|ankles?|knees?)\b"
_EACH: Final = tuple(
    re.compile(rf"{pattern} {_WHAT}", re.IGNORECASE)
    for pattern in (
        r"\b(?:switch|chang|swap)\w*(?: to)?(?: the| your)?(?: other| opposite| left| right)?",
        r"\b(?:repeat|perform|do)(?: (?!until\b)[\w-]+){0,6} (?:on|with|for)(?: the| your)?"
        r" (?:other|opposite|left|right)",
        r"\b(?:repeat|perform|do|times|repetitions|reps|seconds|breaths)(?: (?!until\b)[\w-]+){0,6}"
        r" (?:on|with|for|per) each",
    )
)
"""How a text says that all is done on one side, and then on the other."""
_IN_PASSING: Final = re.compile(r"\b(?:you (?:can|could|may)|switching hands as)\b", re.IGNORECASE)
_TAKING_TURNS: Final = re.compile(r"\balternat(?:e|es|ed|ing)\b(?!-| (?:\w+ )?grip)", re.IGNORECASE)
_BOTH: Final = re.compile(r"\bboth (?:legs|knees|arms|hands|feet|elbows)\b", re.IGNORECASE)
_ONE: Final = re.compile(r"\b(?:one|right|left|other|each)\b", re.IGNORECASE)
_LIMBS: Final = {"leg": "leg", "foot": "foot", "feet": "foot", "arm": "arm", "hand": "hand"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says, and in plain words what it leaves open. `counts`: it counts how often,
    be it in several ways."""

    hold: Duration | None
    reps: Count | None
    counts: bool
    sides: Sides | None
    side: str
    doubts: tuple[str, ...]


def said(steps: Sequence[str], *, held: bool) -> Said:
    """What an exercise's steps say. `held`: the data set calls it static, so one holds it."""
    steps = [_COUNTED.sub(_in_digits, step) for step in steps]
    holds = _told(_HOLD, steps, parse_duration)
    hold = holds[0] if len(holds) == 1 else None
    counts = _told(_REPS, steps, parse_count)
    reps = counts[0] if len(counts) == 1 else None
    sides, side = _sides(steps)
    doubts = (
        *_about_hold(steps, holds, held=held and not counts),
        *_about_reps(steps, counts),
        *_about_sides(steps, sides),
    )
    return Said(hold, reps, bool(counts), sides, side, doubts)


def _in_digits(match: re.Match[str]) -> str:
    """ "one to two" as "1 to 2"."""
    words = match[0].lower().replace(" or ", " to ").split()
    return " ".join(_IN_WORDS.get(word, word) for word in words)


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
    elif not holds and any(map(_HOLDING.search, steps)):
        yield (
            "The text speaks of holding, but not for how long. If one holds it, write a hold below "
            "dosage, with a source."
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
    """Whether it is done on each side, and what is left and right; None where nobody says, or
    where the sides take turns: a count is then of both together."""
    if _take_turns(steps):
        return None, ""
    for sentence in _sentences(steps):
        match = next(filter(None, (pattern.search(sentence) for pattern in _EACH)), None)
        if match and not _IN_PASSING.search(sentence):
            what = match["what"].lower()
            return Sides.EACH, next((side for word, side in _LIMBS.items() if word in what), "")
    whole = " ".join(steps)
    return (Sides.BOTH if _BOTH.search(whole) and not _ONE.search(whole) else None), ""


def _sentences(steps: Sequence[str]) -> Iterator[str]:
    for step in steps:
        yield from re.split(r"(?<=[.!?])\s+", step)


def _take_turns(steps: Sequence[str]) -> bool:
    return any(
        _TAKING_TURNS.search(sentence) and not _IN_PASSING.search(sentence)
        for sentence in _sentences(steps)
    )


def _about_sides(steps: Sequence[str], sides: Sides | None) -> Iterator[str]:
    if _take_turns(steps):
        yield (
            "The text lets the sides take turns, so its count is of both together. The page has "
            "no sides. Write sides, and reps for one side, if each is meant."
        )
    elif sides is None:
        yield "The text doesn't say whether it is done on each side. The page has no sides."
    elif sides is Sides.BOTH:
        yield "The text speaks of both at once. That it is done on both sides together is a guess."
