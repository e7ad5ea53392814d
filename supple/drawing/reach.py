"""The arm that brings a wrist to where it is wanted, and the forearm that lies on the floor."""

import math
from typing import Final

from supple.domain.body import Side

from . import proportions as of
from .grasps import AHEAD, DOWN, Grasp
from .skeleton import ArmAngles, Body, outward, shoulder_of
from .space import (
    ORIGIN,
    Vector,
    across,
    add,
    along,
    between,
    cross,
    dot,
    frame,
    inverse,
    length,
    scale,
    subtract,
    then,
    turned,
    unit,
)

FULL_REACH: Final = of.ARM * 0.995
"""An elbow is never drawn quite straight."""
ELBOW_HEIGHT: Final = 0.024
"""How high an elbow is that lies on the floor."""


def reach(body: Body, side: Side, wanted: Grasp, glide: Vector = ORIGIN) -> tuple[ArmAngles, float]:
    """The arm that brings its wrist to where it is wanted, and by how many statures it is short.

    Two bones in the plane of shoulder, wrist and elbow (the law of cosines); what is still
    missing the shoulder blade gives, as far as it glides.
    """
    top = body.spine[-1]
    shoulder = shoulder_of(side, top, glide)
    way = subtract(wanted.wrist, shoulder)
    distance = length(way)
    if glide == ORIGIN and distance > FULL_REACH:
        glide = scale(way, min(of.SHOULDER_GLIDE, distance - FULL_REACH) / distance)
        shoulder = add(shoulder, glide)
        way = subtract(wanted.wrist, shoulder)
        distance = length(way)
    short = max(0.0, distance - FULL_REACH)
    distance = max(min(distance, FULL_REACH), abs(of.UPPER_ARM - of.FOREARM) + 0.01)
    direction = unit(way)
    height = of.UPPER_ARM * of.UPPER_ARM - of.FOREARM * of.FOREARM
    foot = (distance * distance + height) / (2.0 * distance)
    aside = math.sqrt(max(of.UPPER_ARM * of.UPPER_ARM - foot * foot, 0.0))
    bend = across(wanted.elbow, direction)
    elbow = along(along(shoulder, direction, foot), bend, aside)
    wrist = along(shoulder, direction, distance)
    return _angles(body, shoulder, elbow, wrist, wanted, glide), short


def _angles(
    body: Body, shoulder: Vector, elbow: Vector, wrist: Vector, wanted: Grasp, glide: Vector
) -> ArmAngles:
    """The frames of an arm whose joints are known. The elbow bends to the front of the upper arm,
    so that is where the forearm goes."""
    upper_way, fore_way = unit(subtract(elbow, shoulder)), unit(subtract(wrist, elbow))
    bent = math.degrees(math.acos(max(-1.0, min(1.0, dot(upper_way, fore_way)))))
    front = fore_way if bent > 2.0 else cross(upper_way, cross(wanted.elbow, upper_way))
    upper = frame(upper_way, front if bent > 2.0 else scale(front, -1.0))
    fore = frame(fore_way, turned(upper, (1.0, 0.0, 0.0)) if bent < 80.0 else scale(upper_way, -1))
    return ArmAngles(
        then(inverse(body.thorax_frame), upper),
        bent,
        then(inverse(fore), frame(wanted.fingers, wanted.palm)),
        glide,
        wanted.gripping,
    )


def forearm_on_floor(body: Body, side: Side, kept: Vector | None = None) -> tuple[ArmAngles, float]:
    """The arm whose forearm lies flat ahead, its elbow on the floor as near below the shoulder as
    the upper arm lets it, or where it is kept; and how far the elbow stays above the floor."""
    away = outward(side)
    shoulder = shoulder_of(side, body.spine[-1])
    above = max(0.0, shoulder[1] - ELBOW_HEIGHT - of.UPPER_ARM)
    glide, way = ORIGIN, (0.6, 0.0, 0.8 * away)
    if kept:
        # The shoulder blade gives what the upper arm is too long or too short for.
        back = subtract(shoulder, kept)
        far = max(-of.SHOULDER_GLIDE, min(of.SHOULDER_GLIDE, of.UPPER_ARM - length(back)))
        glide = scale(unit(back), far)
        shoulder = add(shoulder, glide)
        way = unit((kept[0] - shoulder[0], 0.0, kept[2] - shoulder[2]))
    drop = shoulder[1] - ELBOW_HEIGHT
    flat = math.sqrt(max(of.UPPER_ARM * of.UPPER_ARM - drop * drop, 0.0))
    elbow = along((shoulder[0], ELBOW_HEIGHT, shoulder[2]), way, flat)
    x, _, z = along(elbow, unit((1.0, 0.0, -0.2 * away)), of.FOREARM)
    wrist = (x, 0.0165, z)
    pole = subtract(elbow, between(shoulder, wrist, 0.5))
    return reach(body, side, Grasp(wrist, AHEAD, DOWN, pole), glide)[0], above
