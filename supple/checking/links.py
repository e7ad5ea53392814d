"""Links and pictures that lead nowhere."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from posixpath import dirname, relpath
from typing import TypeAlias

from supple.checking.words import UNDRAFT, misnamed
from supple.domain.exercise import SECTIONS
from supple.domain.guide import Guide
from supple.domain.problem import Problem, Severity, did_you_mean, did_you_mean_file
from supple.domain.prose import Lead, Link, OwnFigure, Picture, Prose

_Anchors: TypeAlias = Mapping[str, frozenset[str]]
"""Those of each page, by its file below `content/`."""


def check_links(guide: Guide) -> Iterator[Problem]:
    """Every link and picture whose file or anchor isn't there."""
    anchors = dict(_anchors(guide))
    for page in guide.every_page:
        if not all(_is_there(lead, page.file, anchors, guide) for lead in page.leads):
            yield from _check_references(page.file, page.references, anchors, guide)
    for caution in guide.cautions.values():
        yield from _check_references("cautions.yaml", caution.text.references, anchors, guide)


def _is_there(lead: Lead, name: str, anchors: _Anchors, guide: Guide) -> bool:
    """Whether a link or a picture leads somewhere for sure."""
    target = lead.target or name
    if lead.is_picture or target not in anchors:
        return target in guide.files
    return not lead.anchor or lead.anchor in anchors[target]


def _check_references(
    name: str, references: Iterator[Link | Picture], anchors: _Anchors, guide: Guide
) -> Iterator[Problem]:
    for reference in references:
        if isinstance(reference, Picture) and not reference.target:
            hint = "write the name of a picture that is there, as seen from this file"
            yield Problem(reference.place, "dead-link", "a picture without a file", hint)
            continue
        target = reference.target or name
        if guide.is_broken(target) or target in guide.files:
            continue
        if isinstance(reference, Picture):
            yield _dead(reference, name, "picture", guide.files)
        elif name == "cautions.yaml" and not reference.target:
            message = f"#{reference.anchor}: a caution stands on many pages"
            yield Problem(reference.place, "dead-link", message, "write the page's file before #")
        elif target in guide.drafts:
            yield Problem(reference.place, "dead-link", f"content/{target} is a draft", UNDRAFT)
        elif target not in anchors:
            yield _dead(reference, name, "file", [*anchors, *guide.files])
        elif reference.anchor not in anchors[target] | {""}:
            hint = did_you_mean(reference.anchor, anchors[target])
            message = f"{target} has no heading {reference.anchor}"
            yield Problem(reference.place, "dead-link", message, hint or "mend the name after #")


def check_own_figures(guide: Guide) -> Iterator[Problem]:
    """Figures that a page names and its front matter doesn't describe, or the other way round;
    and those that are named where there can be none. Exercises have been looked at before."""
    for page in guide.pages.values():
        named = [figure for text in page.prose for figure in text.figures]
        for figure in named:
            if figure.name not in page.figures:
                near = did_you_mean(figure.name, page.figures)
                hint = near or "describe it below figures: in the front matter of the page"
                yield _no_figure(figure, hint)
        for own in page.figures.keys() - {figure.name for figure in named}:
            message = f"no text shows the figure {own}"
            hint = f"write ![](#{own}) where it belongs, or take it out"
            place = page.figures[own].origin.at()
            yield Problem(place, "figure", message, hint, Severity.WARNING)
    for routine in guide.routines.values():
        yield from check_no_figures(routine.prose)
    yield from check_no_figures(caution.text for caution in guide.cautions.values())


def check_no_figures(texts: Iterable[Prose]) -> Iterator[Problem]:
    """Figures that texts name in files that can describe none."""
    for text in texts:
        for figure in text.figures:
            hint = "only home and the files in content/pages show figures in their text"
            yield _no_figure(figure, hint)


def _no_figure(figure: OwnFigure, hint: str) -> Problem:
    return Problem(figure.place, "dead-link", f"the page has no figure {figure.name}", hint)


def _dead(reference: Link | Picture, name: str, what: str, known: Collection[str]) -> Problem:
    folder = dirname(name) or "."
    wanted = relpath(reference.target, folder)
    hint = (
        misnamed(reference.target, known)
        or _elsewhere(wanted, what)
        or did_you_mean_file(wanted.replace("\\", "/"), [relpath(file, folder) for file in known])
        or f"write the name of a {what} that is there, as seen from this file"
    )
    message = f"there is no {what} content/{reference.target}"
    return Problem(reference.place, "dead-link", message, hint)


def _elsewhere(wanted: str, what: str) -> str:
    """What to write for an address of the web, or of somebody's mail, that looks like a file."""
    if what == "file" and re.match(r"www\.", wanted, re.IGNORECASE):
        return f"write https://{wanted}"
    is_mail = re.fullmatch(r"[^@\s/]+@[^@\s/]+\.[^@\s/]+", wanted)
    return f"write mailto:{wanted}" if what == "file" and is_mail else ""


def _anchors(guide: Guide) -> Iterator[tuple[str, frozenset[str]]]:
    """The anchors of each page, by its file below `content/`."""
    for exercise in guide.exercises.values():
        yield exercise.file, exercise.anchors | SECTIONS
    for routine in guide.routines.values():
        days = {f"day-{number}" for number in range(1, len(routine.days) + 1)}
        own = days if routine.is_week else {"timer"}
        yield routine.file, routine.anchors | own | {"safety"}
    for page in guide.pages.values():
        yield page.file, page.anchors | ({"stop"} if page.stop else set())
