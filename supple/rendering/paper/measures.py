"""The measures of a sheet in each form. The same stand in static/sheet.css; tests compare both on
real PDFs."""

from dataclasses import dataclass, replace
from typing import Final

from supple.domain.paper import Form, Layout, Paper
from supple.rendering.paper.type import MM_PER_POINT

HEADING_LEADING: Final = 1.08


@dataclass(frozen=True, slots=True)
class Measures:
    """A form's measures: type in points, all else in millimetres."""

    name: str
    width: float
    height: float
    text: float
    leading: float
    title: float
    dose: float
    heading: float
    what: float
    how: float
    much: float
    picture: float
    picture_gap: float
    disc: float
    indent: float
    padding: float
    routine: float = 24
    facts: float = 15
    name_lines: float = 9.2
    names: float = 0
    head_gap: float = 1.8
    side: float = 23
    stop_frame: float = 5.7
    stop_padding: float = 5.6
    stop_heading: float = 14
    how_gap: float = 0
    log: float = 66
    cell: float = 9
    line: float = 8
    below: float = 9
    hang: float = 4
    is_large: bool = False
    has_url: bool = True

    @property
    def line_height(self) -> float:
        return self.text * self.leading * MM_PER_POINT


def heading_height(points: float) -> float:
    return points * HEADING_LEADING * MM_PER_POINT


SNUG: Final = Measures(
    name="snug",
    width=196,
    height=279.5,
    text=12,
    leading=1.14,
    title=13.5,
    dose=15.5,
    heading=14,
    what=41,
    how=106.5,
    much=44.5,
    picture=20.5,
    picture_gap=0.5,
    disc=6.6,
    indent=7.8,
    padding=1.7 + 0.43,
)
ROOMY: Final = replace(
    SNUG,
    name="roomy",
    text=12.5,
    leading=1.15,
    title=15,
    dose=17,
    what=43,
    how=103.5,
    much=45.5,
    picture=24,
    padding=2.9 + 0.43,
)
TIGHT: Final = replace(
    SNUG,
    name="tight",
    leading=1.08,
    heading=13,
    stop_heading=12.5,
    picture=18,
    padding=0.8 + 0.43,
    routine=22,
    facts=14,
    name_lines=19.2,
    names=63,
    what=40,
    how=102,
    much=50,
    head_gap=1,
    stop_padding=3.4,
    log=57,
    has_url=False,
)


def _on_letter(measures: Measures, how: float, picture: float) -> Measures:
    return replace(measures, width=202.9, height=264.4, how=how, picture=picture)


def _dense(measures: Measures) -> Measures:
    return replace(
        measures,
        name="tight dense",
        leading=1.02,
        picture=16,
        padding=0.5 + 0.43,
        routine=20,
        facts=13,
        name_lines=17.7,
    )


LETTER_TIGHT: Final = _on_letter(TIGHT, how=108.9, picture=18)
LARGE: Final = Measures(
    name="large",
    width=186,
    height=267,
    text=18,
    leading=1.17,
    title=23,
    dose=26,
    heading=22,
    what=90,
    how=186,
    much=91,
    picture=37,
    picture_gap=1.5,
    disc=10.4,
    indent=12.5,
    padding=5 + 0.71,
    routine=32,
    facts=21,
    name_lines=13.2,
    head_gap=3,
    side=30,
    stop_frame=9.5,
    stop_padding=11.5,
    how_gap=2.5,
    stop_heading=22,
    log=186,
    cell=12,
    line=11,
    below=11,
    hang=6,
    is_large=True,
)


def _close(measures: Measures) -> Measures:
    return replace(
        measures,
        name="large close",
        leading=1.08,
        heading=20,
        picture=30,
        padding=2.6 + 0.71,
        routine=28,
        facts=18,
        name_lines=11.2,
        head_gap=2,
        stop_padding=8.3,
        stop_heading=20,
        how_gap=1.2,
    )


def _close_and_dense(measures: Measures) -> Measures:
    """For sheets whose first exercise would else come on the second page."""
    return replace(
        _close(measures),
        name="large close dense",
        leading=1.04,
        title=21,
        dose=23,
        picture=24,
        padding=1.4 + 0.71,
        routine=24,
        name_lines=10.2,
        head_gap=1,
        stop_padding=6.3,
        how_gap=0.6,
    )


LETTER_LARGE: Final = replace(LARGE, width=189.9, height=251.4, how=189.9, much=94.9, log=189.9)


def choices(form: Form) -> tuple[Measures, ...]:
    """The measures that a form may have, the roomiest first."""
    if form.layout is Layout.LARGE:
        large = LARGE if form.paper is Paper.A4 else LETTER_LARGE
        return large, _close(large), _close_and_dense(large)
    if form.paper is Paper.A4:
        return ROOMY, SNUG, TIGHT, _dense(TIGHT)
    return (
        _on_letter(ROOMY, how=110.4, picture=24),
        _on_letter(SNUG, how=113.4, picture=18),
        LETTER_TIGHT,
        _dense(LETTER_TIGHT),
    )
