"""What authors, or an import, have marked as still to be looked at."""

from collections.abc import Iterator

from supple.domain.exercise import Exercise
from supple.domain.problem import Problem, Severity

HINT = "look at it, mend what is wrong, then take this line out"


def check_review(exercise: Exercise) -> Iterator[Problem]:
    """A warning for each line below `review:`, at that line."""
    for number, text in enumerate(exercise.review):
        place = exercise.origin.at("review", number)
        yield Problem(place, "review", f"to review: {text}", HINT, Severity.WARNING)
