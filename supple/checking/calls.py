"""Cautions that a position or a movement calls for."""

from collections.abc import Iterator

from supple.checking.finding import Finding, Subject
from supple.domain.body import Movement, Position
from supple.domain.exercise import Exercise


def check_calls(exercise: Exercise, subject: Subject) -> Iterator[Finding]:
    """An exercise without a caution that stands in cautions.yaml for what the body does there."""
    done: dict[str, Position | Movement] = {
        f"the position {exercise.position}": exercise.position,
        **{f"the movement {movement}": movement for movement in exercise.movements},
    }
    for caution in subject.guide.cautions.values():
        calls = [what for what, call in done.items() if call in caution.called_for_by]
        if calls and caution.code not in exercise.cautions:
            place = exercise.origin.at("cautions" if exercise.cautions else "position")
            message = (
                f"{calls[0]} calls for the caution {caution.code}, which is not among its cautions"
            )
            hint = f"write - {caution.code} below cautions:"
            yield Finding(exercise, place, message, hint, caution.code)
