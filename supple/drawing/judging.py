"""What falls short in a figure, as problems at the lines that the author wrote."""

from collections.abc import Iterator, Sequence
from typing import Final

from supple.domain.pose import Pose
from supple.domain.problem import KeyPath, Place, Problem, Severity

from .posture import Shortfall
from .proportions import CENTIMETRES

LIMBS: Final = {
    "hand": "arm",
    "elbow": "arm",
    "foot": "leg",
    "shank": "leg",
    "knee": "leg",
    "thigh": "leg",
}
PEOPLE_SAY: Final = {"shank": "lower leg", "thorax": "chest"}
"""What parts are called by people who are no anatomists."""


def judged(pose: Pose, shortfalls: Sequence[Shortfall]) -> Iterator[Problem]:
    """Each shortfall as a warning: the picture is less than perfect, and still a picture."""
    for each in _worst(shortfalls):
        message, hint = _words(each)
        yield Problem(_place(pose, each), "figure", f"figure: {message}", hint, Severity.WARNING)


def _worst(shortfalls: Sequence[Shortfall]) -> Iterator[Shortfall]:
    """Of a limb that is below the floor, only the part that is lowest: mending it mends all."""
    for each in shortfalls:
        same = (other for other in shortfalls if _limb(other) == _limb(each))
        if each.what != "floor" or each is max(same, key=lambda other: other.by):
            yield each


def _limb(short: Shortfall) -> tuple[str, str, str]:
    side, _, part = short.part.rpartition(" ")
    return short.what, side, LIMBS.get(part, part)


def _words(short: Shortfall) -> tuple[str, str]:
    part = " ".join(PEOPLE_SAY.get(word, word) for word in short.part.split())
    far = max(1, round(short.by * CENTIMETRES))
    match short.what:
        case "reach":
            message = _short_of(part, far, short.place)
            return message, "bend more to bring the two together, or put the hand nearer"
        case "floor":
            message = f"the {part} is {far} cm below the floor"
            return message, "bend another joint, or put the foot or the hand down: flat, floor"
        case "arrow":
            message = "the arrow runs through the body"
            return message, "let it follow another part, or look from another side: view"
        case _:
            message = f"{part} can’t be seen from this side"
            return message, "look from another side with view:, or write below feel: what is seen"


def _short_of(part: str, far: int, place: str) -> str:
    """A hand that doesn't reach its place; `forearm` puts all of that on the floor."""
    side, _, spot = place.rpartition("behind ")
    if place == "forearm":
        part, place = part.replace("hand", "forearm"), "floor"
    elif spot != place:
        place = f"back of the {side}{spot}"
    return f"the {part} stops {far} cm short of the {place}"


def _place(pose: Pose, short: Shortfall) -> Place:
    """The most telling key that is written: of the limb, of the hold, of the figure."""
    for keys in _keys(short):
        if keys in pose.origin.marks:
            return pose.origin.at(*keys)
    return pose.origin.at()


def _keys(short: Shortfall) -> Iterator[KeyPath]:
    if short.what in ("arrow", "felt"):
        yield ("arrow",) if short.what == "arrow" else ("feel",)
        return
    side, _, part = short.part.rpartition(" ")
    limb = LIMBS.get(part, part)
    end = {"arm": "hand", "leg": "foot"}.get(limb, part)
    ends = {"hand": "hands", "foot": "feet"}.get(end, end)
    for posture in ("hold", "start"):
        yield posture, f"{side} {end}"
        yield posture, f"{side} {limb}", end
        yield posture, f"{side} {limb}"
        yield posture, ends
        yield posture, f"{limb}s"
    yield ("hold",)
    yield ("start",)
