"""A guide's own look: what `look:` and `figures:` in its settings make of the static files.

What they set is written after Supple's own styles, as custom properties of the same layer. So it
wins, and pages stay free of styles of their own, which their policy forbids.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import splitext
from typing import Final

from supple.domain.guide import Guide
from supple.domain.problem import Problem, did_you_mean_file
from supple.domain.settings import STACKS, Look
from supple.rendering.colours import tokens_of
from supple.rendering.fonts import is_variable, is_woff2
from supple.rendering.palette import accented, dyed

STYLES: Final = "supple.css"
FIGURE_STYLES: Final = "figure.css"

RADII: Final[Mapping[str, float]] = {
    "--r-small": 4 / 7,
    "--r": 1,
    "--r-room": 10 / 7,
    "--r-pill": 4,
}
"""How round each kind of corner is, in shares of a button's."""
ROOT: Final = 16
"""The pixels of a rem, as browsers begin."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface that can be set: the token that says it, what a font file of the guide's is
    called there, what stands for letters that it lacks, and the weight that it is used for."""

    token: str
    family: str
    fallback: str
    weight: int


FACES: Final[Mapping[str, Face]] = {
    "headings": Face("--serif", "Guide headings", STACKS["serif"], 600),
    "text": Face("--sans", "Guide text", STACKS["system"], 400),
}
SVG: Final = b"http://www.w3.org/2000/svg"
VARIABLE: Final = "1 1000"
"""The weights of a font that has all of them."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A guide's static files with its look in their styles, and what is wrong with that look.
    `tokens` are the rules for a page that carries its styles itself."""

    files: Mapping[str, bytes]
    tokens: str
    problems: tuple[Problem, ...]

    @property
    def figure_styles(self) -> str:
        return self.files[FIGURE_STYLES].decode("utf-8", "replace")


def dressed(files: Mapping[str, bytes], guide: Guide) -> Dressed:
    """`files` are the static files by their names."""
    pages, figures = (files[name].decode("utf-8", "replace") for name in (STYLES, FIGURE_STYLES))
    family = accented(guide, {**tokens_of(pages), **tokens_of(figures)})
    person = dyed(guide, tokens_of(figures))
    colours = {**family.tokens, **person.tokens}
    declared = {name: f"{name}: light-dark({', '.join(both)});" for name, both in colours.items()}
    of_figures = [text for name, text in declared.items() if name.startswith("--pf-")]
    of_pages = [text for name, text in declared.items() if not name.startswith("--pf-")]
    of_pages += _forms(guide.settings.look)
    styles = {
        STYLES: f"{pages}{_faces(guide.settings.look, files)}{_layer(of_pages)}",
        FIGURE_STYLES: f"{figures}{_layer([*of_figures, *person.more])}",
    }
    return Dressed(
        files={**files, **{name: text.encode("utf-8") for name, text in styles.items()}},
        tokens=_root([*of_pages, *of_figures]),
        problems=(*family.problems, *person.problems, *_of_files(guide, files)),
    )


def _layer(declarations: list[str]) -> str:
    rules = _root(declarations)
    return f"\n@layer tokens {{ {rules} }}\n" if rules else ""


def _root(declarations: list[str]) -> str:
    return f":root {{ {' '.join(declarations)} }}" if declarations else ""


def _forms(look: Look) -> Iterator[str]:
    """The typefaces and corners that are set."""
    for key, face in FACES.items():
        if chosen := look.typefaces.get(key):
            stack = STACKS.get(chosen) or f'"{face.family}", {face.fallback}'
            yield f"{face.token}: {stack};"
    if look.corners is not None:
        for name, share in RADII.items():
            yield f"{name}: {round(look.corners * share / ROOT, 3):g}rem;"


def _faces(look: Look, files: Mapping[str, bytes]) -> str:
    """The guide's own font files, told to the browser."""
    return "".join(
        f'\n@font-face {{ font-family: "{face.family}"; src: url("{chosen}") format("woff2"); '
        f"font-weight: {VARIABLE if is_variable(files[chosen]) else face.weight}; "
        "font-display: swap; }\n"
        for key, face in FACES.items()
        if (chosen := look.typefaces.get(key, "")) in files and is_woff2(files[chosen])
    )


def _of_files(guide: Guide, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Files that the look names and that aren't there, and fonts that are none."""
    look = guide.settings.look
    named = {key: name for key, name in look.typefaces.items() if name not in STACKS}
    if look.logo:
        named["logo"] = look.logo
    for key, name in named.items():
        place = guide.settings_origin.at("look", key)
        if name not in files:
            inside = name.removeprefix("static/")
            alike = [file for file in files if splitext(file)[1] == splitext(name)[1]]
            near = f"write {inside}" if inside in files else did_you_mean_file(name, alike)
            hint = near or "put it there, or take the line out"
            yield Problem(place, "file", f"{key}: there is no {name} in the folder static", hint)
        elif key in FACES and not is_woff2(files[name]):
            message = f"{key}: {name} is not a font in the form WOFF2"
            hint = "renaming it is not enough: have a tool write it as WOFF2"
            yield Problem(place, "file", message, hint)
        elif name.endswith(".svg") and SVG not in files[name]:
            message = f"{key}: {name} is SVG without its namespace, so browsers don't show it"
            hint = f'write <svg xmlns="{SVG.decode()}" …> in its first line'
            yield Problem(place, "file", message, hint)
