"""What falls short in a figure, as problems at the lines that the author wrote."""

from collections.abc import Iterator, Sequence
from typing import Final

from supple.domain.pose import Pose
from supple.domain.problem import KeyPath, Place, Problem, Severity

from .hints import nearer
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
    below = sorted((each for each in shortfalls if each.what == "floor"), key=lambda s: -s.by)
    above = [each for each in shortfalls if each.what != "floor"]
    for each in (*_both_hands(above), *below[:1]):
        others = _limbs_of(below[1:], each) if each in below else []
        message, hint = _words(each, pose, others)
        yield Problem(_place(pose, each), "figure", f"figure: {message}", hint, Severity.WARNING)


def _both_hands(shortfalls: Sequence[Shortfall]) -> Iterator[Shortfall]:
    """Two hands that both fall short of their place as one."""
    short = {each.part: each for each in shortfalls if each.what == "reach"}
    left, right = short.get("left hand"), short.get("right hand")
    if left and right and left.place == right.place:
        far = max(left.by, right.by)
        yield Shortfall("reach", "hands", left.place, far)
        shortfalls = [each for each in shortfalls if each not in (left, right)]
    yield from shortfalls


def _limbs_of(others: Sequence[Shortfall], first: Shortfall) -> list[str]:
    """What else is below the floor, once for each limb: mending the lowest often mends all."""
    named: dict[tuple[str, str], str] = {}
    for each in others:
        if _limb(each) != _limb(first):
            named.setdefault(_limb(each), f"the {_said(each.part)}")
    return list(named.values())


def _limb(short: Shortfall) -> tuple[str, str]:
    side, _, part = short.part.rpartition(" ")
    return side, LIMBS.get(part, "trunk")


def _said(part: str) -> str:
    return " ".join(PEOPLE_SAY.get(word, word) for word in part.split())


def _words(short: Shortfall, pose: Pose, others: Sequence[str]) -> tuple[str, str]:
    part = _said(short.part)
    far = max(1, round(short.by * CENTIMETRES))
    match short.what:
        case "reach":
            return _short_of(part, far, short.place), nearer(pose, short)
        case "floor":
            so = f"; so {'is' if len(others) == 1 else 'are'} {_listed(others, 'and')}"
            message = f"the {part} is {far} cm below the floor{so if others else ''}"
            return message, _off_the_floor(short)
        case "arrow":
            message = "the arrow runs through the body"
            return message, "let it follow another part, or look from another side: view"
        case "still":
            not_ = "don’t" if part == "hips" else "doesn’t"
            message = f"the arrow follows the {part}, which {not_} move"
            return message, f"write what moves: {_listed(short.place.split(', '), 'or')}"
        case "hidden":
            message = f"the {part} can’t be seen to move from this side, so it has no arrow"
            return message, "look from another side with view:, or let it follow another part"
        case _:
            message = f"{part} can’t be seen from this side"
            return message, "look from another side with view:, or write below feel: what is seen"


def _off_the_floor(short: Shortfall) -> str:
    side, limb = _limb(short)
    if limb == "leg":
        return f"bend that hip or knee another way, or put the foot down: {side} foot: flat"
    if limb == "arm":
        return f"bend that shoulder or elbow another way, or put it down: {side} hand: floor"
    return "keep a knee or a foot below the body: bend hips and knees as in the start"


def _listed(words: Sequence[str], join: str) -> str:
    *most, last = words or [""]
    return f"{', '.join(most)} {join} {last}" if most else last


def _short_of(part: str, far: int, place: str) -> str:
    """A hand that doesn't reach its place; `forearm` puts all of that on the floor."""
    side, _, spot = place.rpartition("behind ")
    if place == "forearm":
        part, place = part.replace("hand", "forearm"), "floor"
    elif spot != place:
        place = f"back of the {side}{spot}"
    stop = "stop" if part.endswith("s") else "stops"
    return f"the {part} {stop} {far} cm short of the {place}"


def _place(pose: Pose, short: Shortfall) -> Place:
    """The most telling key that is written: of the limb, of the hold, of the figure."""
    for keys in _keys(short):
        if keys in pose.origin.marks:
            return pose.origin.at(*keys)
    return pose.origin.at()


def _keys(short: Shortfall) -> Iterator[KeyPath]:
    if short.what in ("arrow", "still", "hidden", "felt"):
        yield ("feel",) if short.what == "felt" else ("arrow",)
        return
    side, _, part = short.part.rpartition(" ")
    if not side:
        yield from ((posture, part) for posture in ("hold", "start"))
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
