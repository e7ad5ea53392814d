"""What brings a hand or a foot to its place: ways that are tried before they are told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from supple.domain.anatomy import Joint, Spot
from supple.domain.body import Position, Side
from supple.domain.pose import Contact, Limb, Pose, Posture

from .posture import Shortfall
from .scene import scene_of

ELSEWHERE: Final = "write another place for the hand, or bend the arm yourself: shoulder, elbow"
LYING_OR_SEATED: Final = (Position.SUPINE, Position.SEATED, Position.SIDE_LYING)
ROUNDED: Final = Posture({Joint.LOWER_BACK: 45.0, Joint.UPPER_BACK: 40.0})


@dataclass(frozen=True, slots=True)
class Way:
    """Words that end a sentence, and what somebody would write who follows them; None where that
    is only to leave something out."""

    words: str
    change: Posture | None = None


def nearer(pose: Pose, short: Shortfall) -> str:
    """What brings a part to its place, or a place that is nearer: those ways that mend it."""
    if short.part == "head":
        return "put it down from hands and knees, kneeling or lying, or take head: floor out"
    before = _shortfalls(pose)
    helpful = [way.words for way in _ways(pose, short) if _mends(way, pose, short, before)]
    *most, last = helpful or [ELSEWHERE]
    return f"{', '.join(most)}, or {last}" if most else last


def _shortfalls(pose: Pose) -> frozenset[tuple[str, str]]:
    return frozenset((each.what, each.part) for each in scene_of(pose).shortfalls)


def _mends(way: Way, pose: Pose, short: Shortfall, before: frozenset[tuple[str, str]]) -> bool:
    """Whether the part comes to its place that way, and nothing else falls short for it."""
    if way.change is None:
        return True
    if pose.hold is None:
        changed = replace(pose, start=way.change.over(pose.start))
    else:
        changed = replace(pose, hold=way.change.over(pose.hold))
    after = _shortfalls(changed)
    parts = Side if short.part == "hands" else ("",)
    mended = {(short.what, f"{side} hand" if side else short.part) for side in parts}
    return not (after & mended) and not (after - before)


def _ways(pose: Pose, short: Shortfall) -> Iterator[Way]:
    side, _, end = short.part.partition(" ")
    if end == "foot":
        up = {Joint.HIP: 60.0, Joint.KNEE: 80.0}
        yield Way("bend the other knee more")
        yield Way(f"lift the foot: {side} leg: {{hip: 60, knee: 80}}", _legs([Side(side)], up))
        return
    of, _, spot = short.place.removeprefix("behind ").rpartition(" ")
    # Each hand at its own leg: both legs.
    leg = f"{of or side} leg" if of or end else "legs"
    legs = [Side(of or side)] if of or end else list(Side)
    hands = [Side(side)] if end else list(Side)
    match spot:
        case "foot" | "ankle" if pose.position not in LYING_OR_SEATED:
            yield Way(
                f"bend that knee more, such as {leg}: {{knee: 150}}",
                _legs(legs, {Joint.KNEE: 150.0}),
            )
            yield _towel()
        case "foot" | "ankle" | "shin" | "knee":
            close = {Joint.HIP: 120.0, Joint.KNEE: 130.0}
            yield Way(
                f"bend hip and knee more, such as {leg}: {{hip: 120, knee: 130}}",
                _legs(legs, close),
            )
            yield _round("lower back: 45, upper back: 40")
            nearer = Spot.THIGH if spot == "knee" else Spot.KNEE
            place = f"{of} {nearer}" if of else nearer.value
            there = Contact(nearer, Side(of) if of else None)
            yield Way(f"write a nearer place: {place}", _hands(hands, there))
            if spot in ("foot", "ankle"):
                yield _towel()
        case "thigh":
            yield Way(
                f"bend the hip more, such as {leg}: {{hip: 110}}", _legs(legs, {Joint.HIP: 110.0})
            )
            yield _round("lower back: 45, upper back: 40")
        case "forearm":
            yield Way("bring the chest lower: bend the hips more")
            yield Way("hold it up with hands: floor", _hands(list(Side), Contact(Spot.FLOOR)))
        case "floor" | "ahead" | "chair" | "table":
            yield Way(
                "bend the hips or the knees more, such as legs: {hip: 80}",
                _legs(list(Side), {Joint.HIP: 80.0}),
            )
            yield Way("write hands: loose", _hands(list(Side), Contact(Spot.LOOSE)))
        case _:
            yield Way(ELSEWHERE)


def _towel() -> Way:
    return Way("write hands: towel", _hands(list(Side), Contact(Spot.TOWEL)))


def _round(written: str) -> Way:
    return Way(f"round the back, such as {written}", ROUNDED)


def _legs(sides: list[Side], angles: Mapping[Joint, float]) -> Posture:
    return Posture(legs={side: Limb(angles) for side in sides})


def _hands(sides: list[Side], at: Contact) -> Posture:
    return Posture(arms={side: Limb(at=at) for side in sides})
