"""The position, and what one lies, sits or leans on."""

from supple.domain.anatomy import Prop, Spot
from supple.domain.body import Position, Side
from supple.drawing.habits import foot_of, hand_of
from supple.drawing.scene import Scene

from .clauses import Clause, Value
from .legs import hangs
from .still import LYING, Still


def position_of(still: Still, scene: Scene) -> Clause:
    on = _support(still)
    values: dict[str, Value] = {"on": on} if on else {}
    match still.position:
        case Position.SIDE_LYING if scene.working:
            return Clause("position.on_side", {"side": scene.working.other, **values})
        case Position.KNEELING if len(flat := _flat_feet(still)) == 1:
            return Clause("position.half_kneeling", {"side": flat[0].other, **values})
        case position:
            return Clause(f"position.{position.name.lower()}", values)


def _flat_feet(still: Still) -> list[Side]:
    feet = {side: foot_of(still.posture, side, still.position) for side in Side}
    return [side for side in Side if (at := feet[side]) and at.spot is Spot.FLAT]


def _support(still: Still) -> str:
    """What one lies, sits or leans on, if it is worth a word. A mat isn't."""
    props, position = still.pose.props, still.position
    hands = {at.spot for side in Side if (at := hand_of(still.posture, side, position))}
    if Prop.BED in props:
        over = position is Position.SUPINE and any(hangs(still, side) for side in Side)
        return "edge_of_bed" if over else "bed"
    if position is Position.SEATED:
        return "chair" if Prop.CHAIR in props else "floor"
    if Prop.CHAIR in props or Spot.CHAIR in hands:
        return {Position.STANDING: "behind_chair", Position.KNEELING: "before_chair"}.get(
            position, ""
        )
    if Prop.TABLE in props or Spot.TABLE in hands:
        return "at_table"
    if Prop.WALL in props or Spot.WALL in hands:
        return "" if position in LYING else "at_wall"
    return "on_pillow" if Prop.PILLOW in props and position in LYING else ""
