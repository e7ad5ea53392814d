"""Small pictures of poses, as files that carry their colours for light, dark and paper."""

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Final

from supple.domain.body import Side
from supple.domain.pose import Pose
from supple.drawing.figure import draw_scene
from supple.drawing.scene import Scene, scene_of
from supple.drawing.skeleton import Body
from supple.drawing.space import Vector
from supple.rendering import wording
from supple.rendering.figure_words import FigureWords, figure_words
from supple.rendering.svg import standalone
from supple.rendering.views.desk import ROOMS
from supple.rendering.views.figures import HATCHING
from tests.drawing.library import REGIONS, ROOT

from .shapes import Box, packed, shared, within

SCALE: Final = 0.28
"""Pixels to a unit, so that bodies are as large in one picture as in the next."""
NEARER: Final = 0.56
"""The same of a picture of a part."""
HALF: Final = 135
"""Half the width of a picture of a part, in units."""
ROUND: Final = 26
WALL: Final = ".wall{fill:var(--wall)}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file's name without the ending, the file, and what it shows."""

    name: str
    svg: str
    words: FigureWords


def picture(name: str, pose: Pose, near: str = "") -> Picture:
    """The figure of a pose; only what is about a part of the body, where `near` names one."""
    scene = scene_of(pose)
    drawing = draw_scene(scene, REGIONS, pose.felt or ()).drawing
    words = figure_words(drawing.clauses, wording.load("en"))
    box = _about(scene, near) if near else drawing.box
    marks = shared(packed(within(drawing.marks, box)))
    return Picture(name, _file(marks, box, ROOMS[pose.position], words, bool(near)), words)


def _file(marks: str, box: Box, room: str, words: FigureWords, near: bool) -> str:
    x, y, width, height = box
    scale = NEARER if near else SCALE
    felt = 'class="felt"' in marks
    fill, hatching = (' fill="url(#felt)"', HATCHING.format(id="felt")) if felt else ("", "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" data-room="{room}"'
        f' viewBox="{x} {y} {width} {height}" width="{round(width * scale)}"'
        f' height="{round(height * scale)}" role="img" aria-labelledby="title what"{fill}>'
        f'<title id="title">{escape(words.title)}</title>'
        f'<desc id="what">{escape(words.description)}</desc>'
        f"<style>{_styles()}</style>{hatching}"
        f'<rect class="wall" x="{x}" y="{y}" width="{width}" height="{height}" rx="{ROUND}"/>'
        f"{marks}</svg>\n"
    )


@cache
def _styles() -> str:
    return standalone((ROOT / "static" / "figure.css").read_text(encoding="utf-8")) + WALL


def _about(scene: Scene, near: str) -> Box:
    x, y = scene.camera.project(_point(scene.bodies[-1], near))
    return round(x) - HALF, round(y) - HALF, 2 * HALF, 2 * HALF


def _point(body: Body, near: str) -> Vector:
    """A part of the body; of limbs those on the right."""
    leg, arm = body.legs[Side.RIGHT], body.arms[Side.RIGHT]
    return {
        "head": body.head,
        "chest": body.trunk_at(2.4)[0],
        "belly": body.trunk_at(1.4)[0],
        "hips": body.pelvis,
        "hip": leg.hip,
        "knee": leg.knee,
        "ankle": leg.ankle,
        "shoulder": arm.shoulder,
        "elbow": arm.elbow,
        "wrist": arm.wrist,
    }[near]
