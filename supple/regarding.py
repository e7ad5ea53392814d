"""What is made of each exercise as soon as it is read, by whichever process has read it, and kept
with it: what is wrong with it alone, how it can be found, how long it takes, and its figures."""

from collections.abc import Callable
from dataclasses import dataclass

from supple.checking.finding import subject_of
from supple.checking.registry import Judged, judge
from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.problem import has_errors
from supple.drawing.gallery import Drawn, drawer
from supple.rendering import wording
from supple.rendering.search import Findable, finder
from supple.rendering.views.filters import exercise_minutes


@dataclass(frozen=True, slots=True)
class Regarded:
    """Nobody finds an exercise with errors, or in a guide with broken vocabularies: its words may
    mean nothing."""

    judged: Judged
    findable: Findable | None
    minutes: int
    drawn: Drawn | None


def regards(vocabularies: Guide, *, drawing: bool = True) -> Callable[[Exercise], Regarded]:
    """By the settings and the vocabularies of a guide, whose pages don't count. `drawing`: its
    figures are drawn, which takes longer than all else."""
    judged_of = judge(subject_of(vocabularies, building=True))
    draw = drawer(vocabularies)
    find = finder(vocabularies, wording.load(vocabularies.settings.language))

    def regard(exercise: Exercise) -> Regarded:
        judged = judged_of(exercise)
        minutes = exercise_minutes(exercise, vocabularies.settings.timing)
        is_sound = not (vocabularies.broken or has_errors(judged.problems))
        found = find(exercise) if is_sound else None
        return Regarded(judged, found, minutes, draw(exercise) if drawing else None)

    return regard
