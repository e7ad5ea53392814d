"""Sides in the steps, as the dosage has them."""

from collections.abc import Iterator

from supple.checking.finding import Finding, Subject
from supple.checking.language import Language
from supple.checking.passages import blocks_of
from supple.domain.dosage import Sides
from supple.domain.exercise import Exercise


def check_sides(subject: Subject) -> Iterator[Finding]:
    """`each` without a side in the steps or without a word about the other; `both` with one."""
    if subject.language:
        for exercise in subject.guide.exercises.values():
            if exercise.steps and exercise.dosage.sides is Sides.EACH:
                yield from _check_each(exercise, subject.language)
            else:
                yield from _check_both(exercise, subject.language)


def _check_each(exercise: Exercise, language: Language) -> Iterator[Finding]:
    steps = _steps(exercise)
    place = exercise.origin.at("dosage", "sides")
    if not any(language.named.search(step) for step in steps):
        message = "sides: each, but no step says which side it means"
        hint = "write one leg, or your left arm, in a step; or write sides: both"
        yield Finding(exercise, place, message, hint)
    elif not any(language.turn.search(step) for step in steps):
        message = "sides: each, but no step says to do the other side"
        hint = "write a last step, such as: Do the same with your other leg."
        yield Finding(exercise, place, message, hint)


def _check_both(exercise: Exercise, language: Language) -> Iterator[Finding]:
    for step in _steps(exercise):
        if found := language.second.search(step):
            message = f'sides: both, but a step says "{found[0]}"'
            hint = "write sides: each, so that the timer does both; or say it in other words"
            yield Finding(exercise, exercise.written.place_of(step), message, hint)


def _steps(exercise: Exercise) -> tuple[str, ...]:
    """The steps in plain text, a line each."""
    return tuple(" ".join(block.text for block in blocks_of(step)) for step in exercise.steps)
