"""What the player shows of an exercise while it leads through it: its names, what to do before,
in and after a hold, and which figure belongs to which hold. As JSON in the page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from supple.domain.body import Side
from supple.domain.exercise import Exercise
from supple.domain.prose import HoldPhrase, Prose
from supple.rendering.hold_phrases import listed, the_hold
from supple.rendering.prose import plain
from supple.rendering.views.desk import ROOMS, Desk
from supple.rendering.views.figures import FigureView
from supple.rendering.wording import Wording

_WHOLE_SENTENCES = re.compile(r"(?:(.*[.!?:])\s+)?(.*)", re.DOTALL)
_ENDED = re.compile(r"[.!?]+\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """What a person is told: how to get into a hold, in it, and how to let go of it. Without a
    phrase that says how long, `ready` is all."""

    ready: tuple[str, ...]
    hold: str = ""
    release: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """The figures of an exercise, done in a mode, as they stand on the page."""

    exercise: Exercise
    mode: str
    figures: tuple[FigureView, ...]


def exercises(desk: Desk, stages: Iterable[Stage]) -> dict[str, dict[str, object]]:
    """What the player needs of each exercise, by its slug. Only what applies is there."""
    stages = [*stages]
    known = {stage.exercise.slug: stage.exercise for stage in stages}
    found = {}
    for slug, exercise in known.items():
        own = [stage for stage in stages if stage.exercise.slug == slug]
        found[slug] = {**_names(desk, exercise), **_told(desk, exercise), **_figures(own)}
    return found


def _names(desk: Desk, exercise: Exercise) -> dict[str, object]:
    names: dict[str, object] = {"title": exercise.title, "room": ROOMS[exercise.position]}
    if exercise.dosage.order_of_sides:
        names |= {side.value: desk.side(side, exercise.dosage) for side in Side}
    return names


def _told(desk: Desk, exercise: Exercise) -> dict[str, object]:
    dosage, timing = exercise.dosage, desk.guide.settings.timing
    phrase = None if dosage.holds else the_hold(exercise.steps, dosage, timing)
    said = told(exercise.steps, phrase, desk.say)
    found = {"ready": list(said.ready), "hold": said.hold, "release": said.release}
    return {name: value for name, value in found.items() if value}


def _figures(stages: Iterable[Stage]) -> dict[str, object]:
    """The ids of the figures by the names of their holds: "" for any. In a mode "MODE/" stands
    before the name."""
    ids: dict[str, str] = {}
    for stage in stages:
        mode = f"{stage.mode}/" if stage.mode else ""
        for figure in stage.figures:
            for key in ("", mode, f"{mode}{figure.caption}"):
                ids.setdefault(key, figure.id)
    return {"figures": ids} if ids else {}


def told(steps: tuple[Prose, ...], phrase: HoldPhrase | None, say: Wording) -> Told:
    """Steps as a person needs them in time. `phrase` is the exercise's own hold, of which there
    is none where repetitions are counted, or have several holds with names that say what to do."""
    texts = [_line(plain(step)).strip() for step in steps]
    at = next((number for number, step in enumerate(steps) if phrase in step.parts), None)
    if phrase is None or at is None:
        return Told(tuple(texts))
    before, rest = _around(steps[at], phrase)
    match = _WHOLE_SENTENCES.fullmatch(before)
    lead, opening = (match[1] or "", match[2]) if match else ("", before)
    ready = (*texts[:at], *([lead] if lead else []))
    following = texts[at + 1] if at + 1 < len(texts) else ""
    release = "" if _begins_with(following, listed(say("hold_phrase.again"))) else following
    return Told(ready, _held(opening, phrase, rest, say), release)


def _around(step: Prose, phrase: HoldPhrase) -> tuple[str, str]:
    """What stands before and after a phrase in its step."""
    number = step.parts.index(phrase)
    before, after = Prose(step.parts[:number]), Prose(step.parts[number + 1 :])
    return _line(plain(before)).lstrip(), _line(plain(after)).rstrip()


def _held(opening: str, phrase: HoldPhrase, rest: str, say: Wording) -> str:
    """What to do in the hold. Digits stand beside it, so its length is left out where that can
    be read. Where nothing but the verb would be left, there is nothing to say."""
    ended = _ENDED.match(rest)
    if ended and _begins_with(rest[ended.end() :], listed(say("hold_phrase.again"))):
        rest = ended[0].rstrip()
    if not opening and (not rest or _ENDED.fullmatch(rest)):
        return ""
    goes_on = _begins_with(rest.lstrip(), listed(say("hold_phrase.goes_on")))
    words = phrase.verb if ended or not rest or goes_on else phrase.words
    return f"{opening}{words}{rest}"


def _begins_with(text: str, words: Iterable[str]) -> bool:
    words = tuple(words)
    return bool(words and _beginning(words).match(text))


@cache
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of these words, whole."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _line(text: str) -> str:
    """A text in one line, each white space in it a single one."""
    return re.sub(r"\s+", " ", text)
