"""Cautions that a position or a movement calls for."""

from collections.abc import Iterator

from supple.checking.finding import Finding, Subject


def check_calls(subject: Subject) -> Iterator[Finding]:
    """Exercises without a caution that stands in cautions.yaml for what the body does there."""
    for exercise in subject.guide.exercises.values():
        done = (exercise.position, *exercise.movements)
        for caution in subject.guide.cautions.values():
            calls = [call for call in done if call in caution.called_for_by]
            if calls and caution.code not in exercise.cautions:
                place = exercise.origin.at("cautions" if exercise.cautions else "position")
                message = f"cautions: {calls[0]} calls for {caution.code}, which isn't there"
                hint = f"write - {caution.code} below cautions:"
                yield Finding(exercise, place, message, hint)
