"""Sides in the steps, as the dosage has them."""

from collections.abc import Iterator

from supple.checking.finding import Finding, Subject
from supple.checking.language import Language
from supple.checking.passages import blocks_of
from supple.domain.body import Side
from supple.domain.dosage import Sides
from supple.domain.exercise import Exercise
from supple.domain.pose import Pose


def check_sides(exercise: Exercise, subject: Subject) -> Iterator[Finding]:
    """`each` without a side in the steps or without a word about the other, or in another order
    than theirs; `both` with one."""
    if subject.language:
        steps = _steps(exercise)
        if steps and exercise.dosage.sides is Sides.EACH:
            yield from _check_each(exercise, steps, subject.language)
            yield from _check_order(exercise, steps, subject.language)
        else:
            yield from _check_both(exercise, steps, subject.language)


def _check_each(
    exercise: Exercise, steps: tuple[str, ...], language: Language
) -> Iterator[Finding]:
    place = exercise.origin.at("dosage", "sides")
    if not any(language.named.search(step) for step in steps):
        message = "sides: each, but no step says which side it means"
        hint = "write one leg, or your left arm, in a step; or write sides: both"
        yield Finding(exercise, place, message, hint)
    elif not any(language.turn.search(step) for step in steps):
        message = "sides: each, but no step says to do the other side"
        hint = "write a last step, such as: Do the same with your other leg."
        yield Finding(exercise, place, message, hint)


def _check_order(
    exercise: Exercise, steps: tuple[str, ...], language: Language
) -> Iterator[Finding]:
    """A timer or a figure that begins with the other side than the steps."""
    origin, first = exercise.origin, exercise.dosage.first
    said = first_side(steps, exercise.dosage.side, language)
    if said and said is not first:
        message = f"the steps begin with {said}, but the timer begins with {first}"
        hint = f"write first: {said} below dosage:, or turn the steps round"
        yield Finding(exercise, origin.at("dosage", "first"), message, hint)
    elif said or ("dosage", "first") in origin.marks:
        for figure in exercise.figures:
            if isinstance(figure, Pose) and figure.side is first.other:
                message = f"side: the figure shows {figure.side}, but {first} comes first"
                hint = f"write side: {first}, and turn the figure's words round"
                yield Finding(exercise, figure.origin.at("side"), message, hint)


def first_side(steps: tuple[str, ...], noun: str, language: Language) -> Side | None:
    """The side with which the steps begin; None where they don't clearly say so. They do where
    one follows the other ("right, then left"), where the side that comes second is named and the
    first one before it, or where the only side that is named has the dosage's `noun`."""
    order = language.order
    if not any(order.side.search(step) for step in steps):
        return None
    text = "\n".join(order.lying.sub("", step) for step in steps)
    for second in reversed([*order.second.finditer(text)]):
        named, before = _sides(second[0], language), _sides(text[: second.start()], language)
        if len({*named}) == 1 and named[0].other in before:
            return named[0].other
    if both := order.both.search(text):
        first, last = _sides(both[0], language)
        return first if first is not last else None
    turn = language.turn.search(text)
    before_turn = text[: turn.start()] if turn else ""
    only = {*_sides(before_turn, language)}
    if noun and len(only) == 1 and not order.other.search(before_turn):
        side = only.pop()
        return side if f"{side} {noun}" in before_turn.lower() else None
    return None


def _sides(text: str, language: Language) -> list[Side]:
    """The sides that a text names, in its order."""
    return [Side(found.lastgroup or "") for found in language.order.side.finditer(text)]


def _check_both(
    exercise: Exercise, steps: tuple[str, ...], language: Language
) -> Iterator[Finding]:
    for step in steps:
        if found := language.second.search(step):
            message = f'sides: both, but a step says "{found[0]}"'
            hint = "write sides: each, so that the timer does both; or say it in other words"
            yield Finding(exercise, exercise.written.place_of(step), message, hint)


def _steps(exercise: Exercise) -> tuple[str, ...]:
    """The steps in plain text, a line each."""
    return tuple(" ".join(block.text for block in blocks_of(step)) for step in exercise.steps)
