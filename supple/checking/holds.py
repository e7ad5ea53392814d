"""Holds that the steps prescribe, against those that the dosages give."""

from collections.abc import Iterator

from supple.checking.finding import Finding, Subject
from supple.domain.dosage import Dosage
from supple.domain.exercise import Exercise, Kind
from supple.domain.quantity import Duration
from supple.domain.settings import Timing


def check_holds(exercise: Exercise, subject: Subject) -> Iterator[Finding]:
    """Steps that say to hold for longer or shorter than the exercise, its modes and its named
    holds do. A pause between two holds is as long as its author likes."""
    timing = subject.guide.settings.timing
    holds = _holds(exercise, timing)
    ranges = [hold.seconds(timing.breath) for hold in holds]
    for phrase in (phrase for step in exercise.steps for phrase in step.holds):
        is_pause = subject.language and subject.language.pause.match(phrase.verb)
        if is_pause and exercise.kind is not Kind.REST:
            continue
        said = phrase.hold.seconds(timing.breath)
        if not all(any(low <= end <= high for low, high in ranges) for end in said):
            given = " or ".join(dict.fromkeys(map(str, holds)))
            message = f'a step says "{phrase.words}", but the dosage gives {given}'
            hint = "write what the dosage gives, or widen it if a source supports it"
            yield Finding(exercise, exercise.written.place_of(phrase.words), message, hint)


def _holds(exercise: Exercise, timing: Timing) -> list[Duration]:
    """Every hold that a dosage of the exercise gives."""
    dosages = (exercise.dosage, *(mode.dosage for mode in exercise.modes))
    return [hold for dosage in dosages for hold in _holds_of(dosage, timing)]


def _holds_of(dosage: Dosage, timing: Timing) -> Iterator[Duration]:
    """A counted repetition may be held for as long as it takes."""
    yield dosage.hold or Duration(1, max(1, timing.pace if dosage.pace is None else dosage.pace))
    yield from (named.hold for named in dosage.holds if named.hold)
