"""A figure as a file of its own, which carries its colours: light, dark and on paper."""

import re
from collections.abc import Iterator, Mapping
from html import escape

from supple.domain.drawing import Drawing, Figures, every_shown, figures_of_page
from supple.domain.guide import Guide
from supple.rendering import addresses
from supple.rendering.colours import tokens_of
from supple.rendering.figure_words import figure_words
from supple.rendering.views.desk import ROOMS
from supple.rendering.views.figures import HATCHING, box_words
from supple.rendering.wording import Wording


def plan_figures(
    guide: Guide, say: Wording, figures: Figures, styles: str
) -> Iterator[tuple[str, bytes]]:
    """The files of a guide's figures and of their movements: their addresses and bytes.
    `styles` are those of figures."""
    alone = standalone(styles)
    for exercise in guide.exercises.values():
        for each in every_shown(exercise):
            if drawing := figures.drawings.get(each.name):
                file = _file(drawing, ROOMS[exercise.position], alone, say)
                yield addresses.figure(each.name), file.encode("utf-8")
            if movement := figures.movements.get(each.name):
                yield (
                    addresses.movement(each.name),
                    _script(each.name, movement.value).encode("utf-8"),
                )
    for page in guide.pages.values():
        for name, pose in figures_of_page(page):
            if drawing := figures.drawings.get(name):
                file = _file(drawing, ROOMS[pose.position], alone, say)
                yield addresses.figure(name), file.encode("utf-8")


def _file(drawing: Drawing, room: str, styles: str, say: Wording) -> str:
    words = figure_words(drawing.clauses, say)
    _, _, width, height = drawing.box
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" data-room="{room}"'
        f' viewBox="{box_words(drawing)}" width="{width}" height="{height}" role="img"'
        f' aria-labelledby="title what" fill="url(#felt)">'
        f'<title id="title">{escape(words.title)}</title>'
        f'<desc id="what">{escape(words.description)}</desc>'
        f"<style>{styles}</style>{HATCHING.format(id='felt')}{drawing.marks}</svg>\n"
    )


def _script(name: str, movement: str) -> str:
    """A classic script, since browsers fetch nothing else from a disk."""
    return f'(self.suppleMovements??={{}})["{name}"]={movement};\n'


def standalone(styles: str) -> str:
    """Styles for a file that is shown by whatever shows SVG: colours by media queries, which are
    known more widely than `light-dark()`, never larger than the window that it is opened in, and
    no white space that only people need."""
    dark = _declared(tokens_of(styles))
    bright = re.sub(r"light-dark\(\s*([^,()]+?)\s*,\s*[^,()]+?\s*\)", r"\1", styles)
    night = f"@layer tokens{{@media (prefers-color-scheme:dark){{:root{{{dark}}}}}}}"
    return _tight(f"{bright}{night}:root{{max-width:100%;max-height:100%}}")


def _declared(tokens: Mapping[str, tuple[str, str]]) -> str:
    return "".join(f"{name}:{dark};" for name, (_, dark) in tokens.items())


def _tight(styles: str) -> str:
    without_comments = re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL)
    words = re.sub(r"\s+", " ", without_comments)
    return re.sub(r"\s*([{};,])\s*", r"\1", words).replace(";}", "}").strip()
