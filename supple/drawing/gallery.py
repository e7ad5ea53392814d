"""All the figures of a guide: each pose drawn once, and what falls short in them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from supple.domain.anatomy import Region
from supple.domain.drawing import Drawing, Figures, every_shown, figures_of_page
from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.packed import Packed, pack
from supple.domain.pose import Felt, Pose
from supple.domain.problem import Problem

from .body_map import body_sides
from .doubts import doubts
from .figure import draw_scene
from .judging import judged
from .motion import movement_of
from .scene import scene_of

Regions: TypeAlias = Mapping[str, Region]
"""Where in the body one feels a target, by its name."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The figures of a page by their names, the movements of those that move, and what falls short
    in them."""

    drawings: Mapping[str, Drawing]
    movements: Mapping[str, Packed[str]]
    problems: tuple[Problem, ...]


Kept: TypeAlias = dict[str, tuple[object, Drawn]]
"""What was drawn for pages, by their slugs, and what it was drawn from."""
NOTHING_DRAWN: Final[Mapping[str, Drawn]] = MappingProxyType({})


def drawer(guide: Guide) -> Callable[[Exercise], Drawn | None]:
    """What draws the figures of an exercise, if it has any. The guide needs no pages."""
    regions = _regions(guide)

    def draw(exercise: Exercise) -> Drawn | None:
        shown = ((each.name, each.figure) for each in every_shown(exercise))
        poses = [(name, figure) for name, figure in shown if isinstance(figure, Pose)]
        return _drawn(poses, exercise.targets, regions) if poses else None

    return draw


def gallery(
    guide: Guide, drawn: Mapping[str, Drawn] = NOTHING_DRAWN, kept: Kept | None = None
) -> tuple[Figures, tuple[Problem, ...]]:
    """The drawings of a guide's exercises and pages, and their problems. `drawn` are those of
    exercises, by their slugs, as far as they are there; `kept`: where whoever builds again and
    again keeps those of pages, since only poses that were changed are drawn anew."""
    kept = {} if kept is None else kept
    regions, draw = _regions(guide), drawer(guide)
    every = [drawn.get(slug) or draw(each) for slug, each in guide.exercises.items()]
    for slug, page in guide.pages.items():
        if poses := [*figures_of_page(page)]:
            if slug not in kept or kept[slug][0] != (poses, regions):
                kept[slug] = ((poses, regions), _drawn(poses, (), regions))
            every.append(kept[slug][1])
    drawings: dict[str, Drawing] = {}
    movements: dict[str, Packed[str]] = {}
    problems: list[Problem] = []
    for each in filter(None, every):
        drawings |= each.drawings
        movements |= each.movements
        problems += each.problems
    return Figures(drawings, movements, body_sides()), tuple(problems)


def _regions(guide: Guide) -> Regions:
    return {name: term.region for name, term in guide.targets.items() if term.region}


def _drawn(poses: Iterable[tuple[str, Pose]], targets: Sequence[str], regions: Regions) -> Drawn:
    """Poses by their figures' names, of what belongs to these targets."""
    drawings: dict[str, Drawing] = {}
    movements: dict[str, Packed[str]] = {}
    problems: list[Problem] = []
    for name, pose in poses:
        scene = scene_of(pose)
        drawn = draw_scene(scene, regions, _felt(pose, targets))
        drawings[name] = drawn.drawing
        if pose.hold:
            movements[name] = pack(movement_of(scene, drawn.strokes).as_json())
        problems += (*judged(pose, drawn.shortfalls), *doubts(scene))
    return Drawn(drawings, movements, tuple(problems))


def _felt(pose: Pose, targets: Sequence[str]) -> tuple[Felt, ...]:
    """One feels it at the exercise's targets, unless the pose says where."""
    if pose.felt is not None:
        return pose.felt
    return tuple(Felt(target) for target in targets)
