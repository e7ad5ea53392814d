"""Figures on pages: drawn in the page itself, or as pictures that lists load late."""

from dataclasses import dataclass
from itertools import count
from typing import Final

from markupsafe import Markup

from supple.domain.drawing import Drawing, Shown, figure_of_page, shown
from supple.domain.exercise import Exercise
from supple.domain.guide import Page
from supple.domain.prose import OwnFigure, Picture
from supple.rendering import addresses, prose
from supple.rendering.figure_words import figure_words
from supple.rendering.views.desk import ROOMS, Desk

HATCHING: Final = (
    '<pattern id="{id}" width="18" height="18" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path fill="#fff" d="M0 0h18v18H0z"/>'
    '<path class="hatch" d="M0 9h18"/></pattern>'
)
"""What paper shows where it is felt. A figure has it as its own fill, which that part inherits:
a class can't name a pattern whose id is different in every figure."""


NO_MARKS: Final = Markup()


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure in a page: `marks` in their `box`, or else a `picture` of the author's own, which
    the `description` stands for. `movement` is the file of its movement, if it has one."""

    id: str
    name: str
    caption: str
    title: str
    description: str
    box: str = ""
    marks: Markup = NO_MARKS
    side: str = ""
    above: bool = False
    picture: str = ""
    movement: str = ""


@dataclass(frozen=True, slots=True)
class Thumb:
    """A figure as a picture in a list, where the words beside it say what it is. The size of a
    picture of the author's own isn't known."""

    href: str
    width: int = 0
    height: int = 0
    above: bool = False


def figures(desk: Desk, exercise: Exercise, prefix: str, mode: str = "") -> tuple[FigureView, ...]:
    """What is shown of an exercise, or of a mode. `prefix` is what no other id of the page
    begins with."""
    views = (
        _view(desk, each, f"{prefix}-{number}")
        for number, each in enumerate(shown(exercise, mode), start=1)
    )
    return tuple(view for view in views if view)


def thumb(desk: Desk, exercise: Exercise) -> Thumb | None:
    """An exercise's first figure for a list."""
    for each in shown(exercise):
        if isinstance(each.figure, Picture):
            return Thumb(desk.to(addresses.of_file(each.figure.target)))
        if drawing := desk.figures.drawings.get(each.name):
            _, _, width, height = drawing.box
            return Thumb(desk.to(addresses.figure(each.name)), width, height, drawing.above)
    return None


def page_body(desk: Desk, page: Page) -> Markup:
    """A page's text, in which each figure that it names stands in a room. It is drawn in the page
    itself: a browser that prints sets no picture from a file in black and white."""
    numbers = count(1)

    def drawn(figure: OwnFigure) -> str:
        name = figure_of_page(page, figure.name)
        drawing = desk.figures.drawings.get(name)
        if drawing is None:
            return prose.not_drawn(figure)
        return _room(desk, page, figure, drawing, f"drawing-{next(numbers)}")

    return prose.on_page(page.body, desk.here, desk.here, drawn=drawn)


def _room(desk: Desk, page: Page, figure: OwnFigure, drawing: Drawing, identifier: str) -> Markup:
    return Markup(
        '<svg class="room pose figure" data-room="{room}"{view} viewBox="{box}"'
        ' preserveAspectRatio="xMidYMax meet" role="img" aria-label="{alt}"'
        ' fill="url(#{id}-felt)">{marks}</svg>'
    ).format(
        room=ROOMS[page.figures[figure.name].position],
        view=Markup(' data-view="above"') if drawing.above else "",
        box=box_words(drawing),
        alt=figure.alt or figure_words(drawing.clauses, desk.say).description,
        id=identifier,
        marks=_marks(drawing, identifier),
    )


def _marks(drawing: Drawing, identifier: str) -> Markup:
    return Markup(HATCHING.format(id=f"{identifier}-felt") + drawing.marks)


def box_words(drawing: Drawing) -> str:
    """The view box as SVG writes it."""
    return " ".join(map(str, drawing.box))


def _view(desk: Desk, each: Shown, identifier: str) -> FigureView | None:
    if isinstance(each.figure, Picture):
        source = desk.to(addresses.of_file(each.figure.target))
        alt = each.figure.alt
        return FigureView(identifier, each.name, each.caption, "", alt, picture=source)
    drawing = desk.figures.drawings.get(each.name)
    if drawing is None:
        return None
    words = figure_words(drawing.clauses, desk.say)
    moves = each.name in desk.figures.movements
    return FigureView(
        id=identifier,
        name=each.name,
        caption=each.caption,
        title=words.title,
        description=words.description,
        box=box_words(drawing),
        marks=_marks(drawing, identifier),
        side=drawing.side.value if drawing.side else "",
        above=drawing.above,
        movement=desk.to(addresses.movement(each.name)) if moves else "",
    )
