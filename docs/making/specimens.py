"""The page of all parts: cut out of pages that the real templates make, light and dark."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from supple import starter
from supple.domain.guide import Guide
from supple.drawing.gallery import gallery
from supple.reading.folder import read_guide
from supple.rendering import wording
from supple.rendering.flat import rules
from supple.rendering.plan import PagePlan, plan_pages
from supple.rendering.svg import plan_figures
from supple.rendering.theme import render_pages
from supple.rendering.views import paging
from supple.rendering.views.desk import Desk
from supple.rendering.views.lists import ExerciseList

from .markdown import MADE, code, page, table
from .parts import EXERCISES, LONG_LIST, MISSING, PARTS, Part, State

HERE: Final = Path(__file__).parent
GUIDE: Final = HERE / "specimen-guide"
STATIC: Final = "../static/"
"""Where static files lie, seen from the page: the parts have the real styles."""
FIGURE: Final = "parts-figure.svg"
"""The one figure that there is as a file, beside the page."""
PSEUDO: Final[Mapping[str, str]] = {
    ":hover": ".as-hover",
    ":focus-visible": ".as-focus",
    ":active": ".as-active",
}
"""The classes that look like what only a hand can do."""


IN_WORDS: Final = """\
# The parts of a page

Each part of a page is written once, in `templates/parts/` or as a class of `static/supple.css`.
[parts.html](parts.html) shows every one in its states, light and dark, cut out of pages that the
templates make; open it in a browser from a checkout, since a forge shows no HTML. What a guide can
change without touching a part: [its look](../README.md#its-look). Which colours meet in them, and
how much they have to differ, stands in `supple/rendering/contrasts.py`."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A state of a part in the light and in the dark."""

    name: str
    light: Markup
    dark: Markup


@dataclass(frozen=True, slots=True)
class Shown:
    part: Part
    anchor: str
    specimens: tuple[Specimen, ...]


def parts_page() -> str:
    """The page, which needs nothing but the static files of the checkout that it lies in."""
    templates = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    names = ("supple.css", "player.css")
    styles = "".join((starter.static() / name).read_text(encoding="utf-8") for name in names)
    text = templates.get_template("parts.html").render(
        parts=shown(), states=Markup("\n".join(states(styles))), static=STATIC
    )
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE) + "\n"


def shown() -> list[Shown]:
    pages = specimen_pages()
    return [
        Shown(part, part.name.lower().replace(" ", "-"), tuple(_specimens(part, number, pages)))
        for number, part in enumerate(PARTS)
    ]


def figure_file() -> str:
    """The figure as the site has it in `figures/`, for pictures in lists."""
    guide = specimen_guide()
    figures, _ = gallery(guide)
    styles = (starter.static() / "figure.css").read_text(encoding="utf-8")
    say = wording.load("en")
    return next(
        data.decode("utf-8")
        for address, data in plan_figures(guide, say, figures, styles)
        if address.endswith("knee-hug.svg")
    )


def specimen_guide() -> Guide:
    guide, problems = read_guide(GUIDE)
    if guide is None or problems:
        raise ValueError([problem.message for problem in problems])
    return guide


def specimen_pages() -> dict[str, str]:
    """The pages of the guide of specimens by address."""
    guide = specimen_guide()
    figures, _ = gallery(guide)
    names = [file.relative_to(starter.static()) for file in starter.static().rglob("*.*")]
    static = {name.as_posix(): f"static/{name.as_posix()}" for name in names}
    say = wording.load("en")
    plans = [*plan_pages(guide, say, static, figures)]
    plans.append(_of_a_long_list(plans, Desk(guide, say, LONG_LIST)))
    pages, of_templates = render_pages(plans, [starter.templates()], say)
    if of_templates:
        raise ValueError([problem.message for problem in of_templates])
    return {address: data.decode("utf-8") for address, data in pages}


def _of_a_long_list(plans: Iterable[PagePlan], desk: Desk) -> PagePlan:
    """A page as it would be if there were 2 500 exercises."""
    view = next(plan for plan in plans if plan.address == EXERCISES).view()
    if not isinstance(view.page, ExerciseList):
        raise TypeError(view.page)
    turns = paging.paging(desk, paging.Part(EXERCISES, 7), 2500)
    longer = replace(view, page=replace(view.page, paging=turns, narrows=False))
    return PagePlan(LONG_LIST, "exercises.html", lambda: longer)


def _specimens(part: Part, number: int, pages: Mapping[str, str]) -> Iterator[Specimen]:
    for at, state in enumerate(part.states):
        if html := cut(state, pages):
            light, dark = (
                _framed(html, scheme) if state.page == MISSING else Markup(twin(html, mark))
                for scheme, mark in (("light", f"l{number}-{at}"), ("dark", f"d{number}-{at}"))
            )
            if part.template == "head.html":
                light, dark = Markup(f"<pre>{escape(html)}</pre>"), Markup("")
            yield Specimen(state.name, light, dark)


def cut(state: State, pages: Mapping[str, str]) -> str:
    """What of a page shows that state; nothing where the page has no such thing."""
    whole = pages.get(state.page, "")
    if state.what == "html":
        return whole
    found = LexborHTMLParser(whole).css(state.what)[: state.count]
    html = "\n".join(node.html or "" for node in found)
    html = re.sub(r'=""(?=[ >])', "", html)  # as the templates have it
    html = f'<ul class="rows">{html}</ul>' if html.startswith("<li") else html
    return state.change(html)


def twin(html: str, mark: str) -> str:
    """A specimen with names of its own, so that many can stand on one page. Its links lead
    nowhere, and what scripts would read is left out."""
    html = re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL)
    html = re.sub(r"<a\b([^>]*?) href=\"[^\"]*\"", r'<a\1 href="#"', html)
    html = re.sub(r'src="(?:\.\./)*figures/[^"]*"', f'src="{FIGURE}"', html)
    html = re.sub(r'\bname="([^"]*)"', rf'name="\1-{mark}"', html)
    html = re.sub(r"url\(#([\w-]+)\)", rf"url(#\1-{mark})", html)

    def named(found: re.Match[str]) -> str:
        names = " ".join(f"{name}-{mark}" for name in found[2].split())
        return f'{found[1]}="{names}"'

    return re.sub(r'\b(id|for|aria-[a-z]+by|aria-controls)="([^"]*)"', named, html)


def _framed(whole: str, scheme: str) -> Markup:
    """A whole page that carries its own styles, in a frame, in one of its schemes."""
    whole = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", whole)
    whole = whole.replace("</style>", f":root{{color-scheme:only {scheme}}}</style>", 1)
    return Markup(f'<iframe title="404.html, {scheme}" srcdoc="{escape(whole)}"></iframe>')


def states(styles: str) -> Iterator[str]:
    """The rules for what only a hand can do, once more for the classes that stand for it."""
    for selectors, declarations in rules(styles):
        if any(pseudo in selectors for pseudo in PSEUDO):
            for pseudo, stands_for in PSEUDO.items():
                selectors = selectors.replace(pseudo, stands_for)
            yield f"{' '.join(selectors.split())} {{ {' '.join(declarations.split())} }}"


def parts_in_words() -> str:
    """The same as Markdown, without pictures: for whoever reads it where HTML isn't shown."""
    rows = (
        (
            f"**{part.name}**",
            code(part.template or "supple.css"),
            part.purpose,
            "; ".join(state.name for state in part.states),
        )
        for part in PARTS
    )
    return page(MADE, IN_WORDS, table(["part", "file", "what it is for", "states shown"], rows))
