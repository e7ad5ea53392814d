"""Words that pages share and that no page uses."""

from collections.abc import Iterable, Iterator

from supple.checking.finding import Finding, Owner, Subject
from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.pose import Pose


def check_unused_sources(subject: Subject) -> Iterator[Finding]:
    """Sources that nothing rests on."""
    yield from _left(subject.guide.sources.items(), {*_sources(subject.guide)})


def check_unused_words(subject: Subject) -> Iterator[Finding]:
    """Cautions, targets and equipment that stand in their files for nothing."""
    guide = subject.guide
    exercises = tuple(guide.exercises.values())
    yield from _left(guide.cautions.items(), {code for each in exercises for code in each.cautions})
    yield from _left(guide.targets.items(), {word for each in exercises for word in _targets(each)})
    yield from _left(guide.equipment.items(), {*_equipment(guide)})


def _left(words: Iterable[tuple[str, Owner]], used: set[str]) -> Iterator[Finding]:
    for word, owner in words:
        if word not in used:
            hint = "take it out, or name it where it belongs"
            yield Finding(owner, owner.origin.at(), f"no page uses {word}", hint)


def _sources(guide: Guide) -> Iterator[str]:
    for exercise in guide.exercises.values():
        yield from (use.source for use in exercise.sources)
        yield from (use.source for mode in exercise.modes for use in mode.sources)
    for caution in guide.cautions.values():
        yield from caution.sources


def _targets(exercise: Exercise) -> Iterator[str]:
    yield from exercise.targets
    for figure in exercise.figures:
        if isinstance(figure, Pose):
            yield from (felt.target for felt in figure.felt or ())


def _equipment(guide: Guide) -> Iterator[str]:
    needs = [need for exercise in guide.exercises.values() for need in exercise.equipment]
    for exercise in guide.exercises.values():
        needs += [need for mode in exercise.modes for need in mode.equipment]
    for routine in guide.routines.values():
        needs += routine.equipment or ()
    for need in needs:
        yield from need.choices
