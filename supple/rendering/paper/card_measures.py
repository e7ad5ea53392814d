"""The measures of cards: the same as in static/cards.css; tests compare both on real PDFs."""

from dataclasses import dataclass, replace
from typing import Final

from supple.domain.paper import CardForm, CardSize, Paper
from supple.rendering.paper.type import MM_PER_POINT


@dataclass(frozen=True, slots=True)
class Measures:
    """A side's measures: type in points, all else in millimetres. `pictures` are the heights
    that a picture may have, by their names, the largest first."""

    width: float
    height: float
    text: float
    leading: float
    title: float
    long_title: float
    dose: float
    dose_frame: float
    indent: float
    disc: float
    step_gap: float
    gap: float
    foot_gap: float
    picture_gap: float
    pictures: tuple[tuple[str, float], ...]
    name: str = ""

    @property
    def line_height(self) -> float:
        return self.text * self.leading * MM_PER_POINT


A6: Final = Measures(
    width=91,
    height=134.4,
    text=13,
    leading=1.16,
    title=17,
    long_title=14,
    dose=20,
    dose_frame=5.1,
    indent=9.4,
    disc=7.6,
    step_gap=0.4,
    gap=1.4,
    foot_gap=2.2,
    picture_gap=3,
    pictures=(("large-picture", 44), ("medium-picture", 34), ("small-picture", 24)),
)
A6_SNUG: Final = replace(
    A6,
    name="snug-text",
    text=12,
    leading=1.14,
    dose=17,
    pictures=(("medium-picture", 34), ("small-picture", 24)),
)
A6_TIGHT: Final = replace(
    A6,
    name="tight-text",
    text=12,
    leading=1.1,
    dose=15.5,
    dose_frame=3.2,
    step_gap=0.2,
    gap=0.8,
    picture_gap=1.2,
    pictures=(("small-picture", 24), ("tiny-picture", 20)),
)
A6_FRONT: Final = replace(
    A6,
    name="front",
    title=20,
    long_title=15,
    dose=24,
    pictures=(
        ("huge-picture", 62),
        ("large-picture", 44),
        ("medium-picture", 34),
        ("small-picture", 24),
    ),
)
INDEX: Final = Measures(
    width=66.2,
    height=117.5,
    text=12,
    leading=1.12,
    title=15,
    long_title=12.5,
    dose=15,
    dose_frame=2.8,
    indent=9.4,
    disc=7.6,
    step_gap=0,
    gap=0.6,
    foot_gap=1.4,
    picture_gap=1.2,
    pictures=(("large-picture", 30), ("medium-picture", 21), ("small-picture", 15)),
)
INDEX_TIGHT: Final = replace(
    INDEX,
    name="tight-text",
    leading=1.08,
    title=14,
    dose=13,
    dose_frame=2.2,
    gap=0.4,
    pictures=(("small-picture", 15),),
)
INDEX_FRONT: Final = replace(
    INDEX,
    name="front",
    title=17,
    long_title=13,
    dose=19,
    pictures=(
        ("huge-picture", 50),
        ("large-picture", 30),
        ("medium-picture", 21),
        ("small-picture", 15),
    ),
)


def measures_of(form: CardForm) -> tuple[list[Measures], Measures]:
    """Those that a text's side may have, the roomiest first, and those of a picture's side."""
    if form.size is CardSize.INDEX:
        return [INDEX, INDEX_TIGHT], INDEX_FRONT
    texts, front = [A6, A6_SNUG, A6_TIGHT], A6_FRONT
    if form.paper is Paper.A4:
        return texts, front
    return [_quarter_of_letter(m) for m in texts], _quarter_of_letter(front)


def _quarter_of_letter(m: Measures) -> Measures:
    return replace(m, width=93.95, height=125.65)
