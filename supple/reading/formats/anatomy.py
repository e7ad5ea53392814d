"""The kinds of values in a pose: angles of joints, and words with left and right before them."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from supple.domain.anatomy import (
    FOOT_SPOTS,
    HAND_SPOTS,
    PAIRED_PARTS,
    RANGES,
    SIDED_SPOTS,
    Joint,
    Part,
    Spot,
)
from supple.domain.body import Side
from supple.domain.pose import Contact, Felt, Mark
from supple.domain.problem import did_you_mean
from supple.reading.kinds import Parsed, listed

T = TypeVar("T")

_AMOUNT = r"[0-9]+(?:\.[0-9]+)?"
_SIDES: Final[Mapping[str, Side]] = {side.value: side for side in Side}
_EITHER_SIDE = "|".join(_SIDES)
_OPPOSITE = "opposite"


def degrees(text: str) -> float | None:
    """ "70", "-12.5"."""
    return float(text) + 0.0 if re.fullmatch(f"-?{_AMOUNT}", text) else None  # + 0.0: never -0


def degrees_sideways(text: str) -> float | None:
    """ "30 left" as degrees to the right: -30. Upright needs no side."""
    match = re.fullmatch(f"({_AMOUNT})(?: ({_EITHER_SIDE}))?", text)
    if not match or (float(match[1]) and not match[2]):
        return None
    return 0.0 - float(match[1]) if match[2] == Side.LEFT else float(match[1])


def angle(joint: Joint, whose: str = "") -> Parsed[float]:
    """A joint's degrees. `whose` range it is, in a message, if not the joint's."""
    least, most = RANGES[joint].least, RANGES[joint].most
    hint = f"write a number from {least:g} to {most:g}"

    def why(text: str) -> tuple[str, str] | None:
        past = degrees(text) is not None
        return (f"{text} is past the {whose or joint}'s range", hint) if past else None

    parse = _within(joint, degrees)
    return Parsed("an angle in degrees", parse, hint, _number(f"-?{_AMOUNT}", least, most), why)


def sideways_angle(joint: Joint, whose: str) -> Parsed[float]:
    """The degrees of a joint that goes to the left and to the right."""
    most = RANGES[joint].most
    hint = f"write a number up to {most:g} and the side: 30 left or 30 right"

    def why(text: str) -> tuple[str, str] | None:
        if degrees_sideways(text) is not None:
            return f"{text} is past the {whose}'s range", hint
        if degrees(text) is None:
            return None
        amount = text.removeprefix("-")
        return f"{text} has no side", f"write {amount} left or {amount} right"

    json = _number(rf"{_AMOUNT}\s+(?:{_EITHER_SIDE})|0+(?:\.0+)?", 0, 0)
    parse = _within(joint, degrees_sideways)
    return Parsed("an angle with its side", parse, hint, json, why)


def _within(joint: Joint, read: Callable[[str], float | None]) -> Callable[[str], float | None]:
    def parse(text: str) -> float | None:
        found = read(text)
        return found if found is not None and RANGES[joint].has(found) else None

    return parse


def _number(pattern: str, least: float, most: float) -> Mapping[str, object]:
    """What editors are told of a number, or of a text of this shape."""
    shape = rf"^\s*(?:{pattern})\s*$"
    return {"type": ["number", "string"], "minimum": least, "maximum": most, "pattern": shape}


@dataclass(frozen=True, slots=True)
class Touch:
    """A spot as it is written: on one side, on the limb's opposite one, or on its own."""

    spot: Spot
    side: Side | None = None
    opposite: bool = False

    def of(self, limb: Side) -> Contact:
        """What it means for the limb of a side."""
        return Contact(self.spot, limb.other if self.opposite else self.side)


def _touches(spots: Iterable[Spot]) -> Mapping[str, Touch]:
    """Spots by every phrase for them."""
    phrases: dict[str, Touch] = {}
    for spot in spots:
        phrases[spot.value] = Touch(spot)
        if spot in SIDED_SPOTS:
            phrases |= {_before_its_noun(side, spot): Touch(spot, side) for side in Side}
            phrases[_before_its_noun(_OPPOSITE, spot)] = Touch(spot, opposite=True)
    return phrases


def _before_its_noun(side: str, spot: Spot) -> str:
    """ "left knee", "behind left thigh"."""
    *before, noun = spot.split(" ")
    return " ".join((*before, side, noun))


def _marks() -> Mapping[str, Mark]:
    """What an arrow can follow, by every phrase for it."""
    phrases = {part.value: Mark(part) for part in Part}
    for part in Part:
        if part in PAIRED_PARTS:
            phrases |= {f"{side} {part}": Mark(part, side) for side in Side}
    return phrases


def _felt(text: str) -> Felt | None:
    side, _, target = text.partition(" ")
    if side in _SIDES and target:
        return Felt(target, _SIDES[side])
    return Felt(text) if text else None


def _one_of(noun: str, phrases: Mapping[str, T], hint: str) -> Parsed[T]:
    def why(text: str) -> tuple[str, str] | None:
        better = _in_order(text, phrases) or _sideless(text, phrases)
        better = better or did_you_mean(text, phrases)
        return (f"{text} is not {noun}", better) if better else None

    return Parsed(noun, phrases.get, hint, {"enum": [*phrases]}, why)


def _in_order(text: str, phrases: Iterable[str]) -> str:
    """What to write for "knee left"."""
    same = (phrase for phrase in phrases if sorted(phrase.split()) == sorted(text.split()))
    phrase = next(same, "")
    return f"did you mean {phrase}?" if phrase else ""


def _sideless(text: str, phrases: Collection[str]) -> str:
    """What to write for "left belly"."""
    side, _, rest = text.partition(" ")
    sided = any(f"{each} {rest}" in phrases for each in _SIDES)
    known = side in (*_SIDES, _OPPOSITE) and rest in phrases and not sided
    return f"write {rest}: it has no sides" if known else ""


_FEET = {phrase: touch for phrase, touch in _touches(FOOT_SPOTS).items() if phrase != Spot.KNEE}
"""No foot comes to its own knee, so a knee has to be one of a side."""

HAND = _one_of(
    "a place for a hand", _touches(HAND_SPOTS), "write shin, left knee, opposite shoulder or floor"
)
FOOT = _one_of("a place for a foot", _FEET, f"write {listed([*_FEET])}")
HEAD = _one_of("a place for the head", {"floor": True}, "write floor, or take it out")
ARROW = _one_of("a part that an arrow can follow", _marks(), "write knee, left hand or head")
FELT = Parsed("a place of the body", _felt, "write a word of targets.yaml: left buttocks")
VIEW_ANGLE = Parsed(
    "an angle in degrees",
    lambda text: found if (found := degrees(text)) is not None and abs(found) <= 180.0 else None,
    "write a number from -180 to 180, as the second one from -90 to 90",
    _number(f"-?{_AMOUNT}", -180, 180),
)
