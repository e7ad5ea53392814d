"""A pose as clauses: what one would say of the figure to somebody who can't see it.

No language stands here. A clause is a key of the wording, and the sides and keys that fill its
gaps. First comes what is so from the start, then what the hold changes, then the arrow.
"""

from supple.domain.pose import Pose
from supple.drawing.scene import Scene, scene_of

from .arms import arms_of, staying
from .arrow import arrow_of
from .clauses import PLACED, Clause, changes, kept, named_once
from .legs import hips_of, legs_of, stepped
from .position import position_of
from .still import Still
from .trunk import trunk_of

__all__ = ["Clause", "describe", "describe_scene"]


def describe(pose: Pose) -> tuple[Clause, ...]:
    """What one would say of a pose."""
    return describe_scene(scene_of(pose))


def describe_scene(scene: Scene) -> tuple[Clause, ...]:
    """The position; legs, hands and trunk as they stay; then what changes in the same order."""
    pose = scene.pose
    start = Still(pose, pose.start, scene.ends[0])
    shown = Still(pose, pose.shown, scene.ends[-1])
    hips = hips_of(start, shown)
    legs = stepped(changes(legs_of(start), legs_of(shown)), start, shown)
    arms = [*changes(arms_of(start), arms_of(shown)), *(staying(shown) if hips else ())]
    trunk = changes(trunk_of(start), trunk_of(shown))
    legs_move = [*hips, *(each for each in legs if each.moves)]
    trunk_moves = [each for each in trunk if each.moves]
    arms_move = [each for each in named_once(arms, legs_move) if each.moves]
    hands = [each for each in arms_move if each.key in PLACED]
    # Hands belong to the legs that they hold; else one bends over and then puts them down.
    held = [each for each in hands if each.values.get("of") == "same" or not trunk_moves]
    reach = [each for each in arms_move if each not in hands]
    rest = [each for each in hands if each not in held]
    moving = [*legs_move, *held, *reach, *trunk_moves, *rest]
    return (
        position_of(shown, scene),
        *kept(legs),
        *kept(arms),
        *kept(trunk),
        *moving,
        *arrow_of(scene, moving),
    )
