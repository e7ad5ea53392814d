"""What a sheet or cards warn of: when to stop, and whom to ask first. No warning's meaning is lost,
though each stands there once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from supple.domain.routine import Routine
from supple.domain.vocabulary import Caution, CautionKind
from supple.rendering import prose
from supple.rendering.paper.contents import Advice, Condition
from supple.rendering.paper.numbers import in_ranges
from supple.rendering.views.desk import Desk
from supple.rendering.views.routine import exercises_of, numbered


def stop_lines(desk: Desk, routine: Routine) -> Iterator[Advice]:
    """When to stop: the guide's list, then those warnings of the exercises that it leaves out."""
    safety = desk.guide.safety
    listed = safety.stop if safety else ()
    for line in listed:
        yield Advice(prose.on_paper(line, desk.here), "")
    said = _words(desk, " ".join(map(prose.plain, listed)))
    for caution, keys in _warned(desk, routine, CautionKind.STOP):
        words = _words(desk, caution.short)
        if not words or not words <= said:
            text = prose.on_paper(caution.text, desk.here)
            yield Advice(text, "" if routine.is_week else in_ranges(keys), tuple(keys))


def _words(desk: Desk, text: str) -> frozenset[str]:
    """The words of a text that say something. The guide's list speaks for a warning only if it
    has each of these from what the warning is about."""
    common = set(desk.say("search.common").split())
    words = "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()
    return frozenset(words) - common


def _warned(desk: Desk, routine: Routine, kind: CautionKind) -> Iterator[tuple[Caution, list[int]]]:
    """Each warning of a kind, with the keys of the exercises that name it."""
    concerned: dict[str, list[int]] = {}
    for key, exercise in enumerate(exercises_of(desk, routine), start=1):
        for code in exercise.cautions:
            concerned.setdefault(code, []).append(key)
    for code, keys in concerned.items():
        if desk.guide.cautions[code].kind is kind:
            yield desk.guide.cautions[code], keys


def ask_first(desk: Desk, routine: Routine) -> Iterator[Condition]:
    """With what to ask somebody first, the warnings of one title together."""
    warned: dict[str, list[Advice]] = {}
    for caution, keys in _warned(desk, routine, CautionKind.ASK):
        text = prose.on_paper(caution.text, desk.here)
        advice = Advice(text, _where(desk, routine, keys), tuple(keys))
        warned.setdefault(caution.title, []).append(advice)
    for title, advices in warned.items():
        yield Condition(title, tuple(advices))


def _where(desk: Desk, routine: Routine, keys: Sequence[int]) -> str:
    """ "1–4, 6"; of a week "day 1: 1–4; day 3: 2", where numbers begin again every day."""
    if not routine.is_week:
        return in_ranges(keys)
    numbers = [
        (number, day)
        for day in range(len(routine.days))
        for number, _ in numbered(desk, replace(routine, days=routine.days[day : day + 1]))
    ]
    days: dict[int, list[int]] = {}
    for key in keys:
        number, day = numbers[key - 1]
        days.setdefault(day + 1, []).append(number)
    return "; ".join(
        desk.say("sheet.ask_day", n=day, exercises=in_ranges(own)) for day, own in days.items()
    )
