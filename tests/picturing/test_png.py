"""Posters and icons as pictures of dots."""

import struct
from dataclasses import replace
from pathlib import Path

import pytest
import resvg_py

from supple import starter
from supple.domain.guide import Guide
from supple.domain.settings import FigureColours
from supple.drawing.gallery import gallery
from supple.picturing.png import png
from supple.reading.folder import read_guide
from supple.rendering.look import dressed
from supple.rendering.posters import HEIGHT, WIDTH, plan_posters
from tests.sites import REPOSITORY

STYLES = (starter.static() / "figure.css").read_text(encoding="utf-8")
EXERCISE = "posters/exercises/pelvic-tilt.png"


@pytest.fixture(scope="module")
def guide() -> Guide:
    guide, _ = read_guide(REPOSITORY)
    assert guide
    return replace(guide, settings=replace(guide.settings, url="https://example.org/"))


def posters(guide: Guide) -> dict[str, str]:
    figures, _ = gallery(guide)
    files = {"supple.css": b"", "figure.css": STYLES.encode()}
    styles = dressed(files, guide).figure_styles
    return {each.address: each.svg for each in plan_posters(guide, figures, styles)}


def size(data: bytes) -> tuple[int, ...]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def test_a_poster_has_its_size_and_the_same_bytes_each_time(guide: Guide) -> None:
    svg = posters(guide)[EXERCISE]
    first = png(svg)
    assert size(first) == (WIDTH, HEIGHT)
    assert png(svg) == first


def test_a_poster_shows_more_than_a_room(guide: Guide) -> None:
    """A library that doesn't understand the drawing would leave the wall and the floor."""
    svg = posters(guide)[EXERCISE]
    bare = svg[: svg.index('<g class="lying"')] + "</svg></svg></svg>"
    assert len(png(svg)) > 2 * len(png(bare))


def test_a_poster_wears_the_colours_of_the_guide(guide: Guide) -> None:
    dressed = FigureColours(shirt="#7a2f5c")
    other = replace(guide, settings=replace(guide.settings, figures=dressed))
    assert png(posters(guide)[EXERCISE]) != png(posters(other)[EXERCISE])


@pytest.mark.parametrize(("name", "pixels"), [("icon.png", 48), ("touch-icon.png", 180)])
def test_icons_show_what_the_svg_icon_shows(name: str, pixels: int) -> None:
    """If this fails after a change of icon.svg, write these bytes to static/. The touch icon's
    corners are cut by the telephone."""
    svg = (starter.static() / "icon.svg").read_text(encoding="utf-8")
    square = svg.replace(' rx="14"', "") if name == "touch-icon.png" else svg
    made = resvg_py.svg_to_bytes(
        svg_string=square, width=pixels, height=pixels, skip_system_fonts=True
    )
    assert Path(starter.static() / name).read_bytes() == made
    assert size(made) == (pixels, pixels)
