"""All the figures of a guide: each pose drawn once, and what falls short in them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from supple.domain.anatomy import Region
from supple.domain.drawing import Drawing, Figures, every_shown, figures_of_page
from supple.domain.guide import Guide
from supple.domain.pose import Felt, Pose
from supple.domain.problem import Problem

from .body_map import body_sides
from .doubts import doubts
from .figure import draw_scene
from .judging import judged
from .motion import movement_of
from .scene import scene_of

_Made: TypeAlias = tuple[Drawing, tuple[Problem, ...], str]
Kept: TypeAlias = dict[str, tuple[object, _Made]]
"""Each figure's name with what it was drawn from and what came of it."""


def gallery(guide: Guide, kept: Kept | None = None) -> tuple[Figures, tuple[Problem, ...]]:
    """The drawings of a guide's exercises and pages, and their problems. `kept`: where whoever
    builds again and again keeps them, since only a pose that was changed is drawn anew."""
    kept = {} if kept is None else kept
    regions = {name: term.region for name, term in guide.targets.items() if term.region}
    drawings: dict[str, Drawing] = {}
    movements: dict[str, str] = {}
    problems: list[Problem] = []
    for name, pose, targets in _poses(guide):
        asked = (pose, regions, _felt(pose, targets))
        if name not in kept or kept[name][0] != asked:
            kept[name] = (asked, _made(*asked))
        drawings[name], found, movement = kept[name][1]
        problems += found
        if movement:
            movements[name] = movement
    return Figures(drawings, movements, body_sides()), tuple(problems)


def _poses(guide: Guide) -> Iterator[tuple[str, Pose, tuple[str, ...]]]:
    """Every pose of a guide with its figure's name, and the targets of what it belongs to."""
    for exercise in guide.exercises.values():
        for each in every_shown(exercise):
            if isinstance(each.figure, Pose):
                yield each.name, each.figure, exercise.targets
    for page in guide.pages.values():
        yield from ((name, pose, ()) for name, pose in figures_of_page(page))


def _made(pose: Pose, regions: Mapping[str, Region], felt: Sequence[Felt]) -> _Made:
    scene = scene_of(pose)
    drawn = draw_scene(scene, regions, felt)
    movement = movement_of(scene, drawn.strokes).as_json() if pose.hold else ""
    problems = (*judged(pose, drawn.shortfalls), *doubts(scene))
    return drawn.drawing, problems, movement


def _felt(pose: Pose, targets: Sequence[str]) -> tuple[Felt, ...]:
    """One feels it at the exercise's targets, unless the pose says where."""
    if pose.felt is not None:
        return pose.felt
    return tuple(Felt(target) for target in targets)
