"""Links and pictures that lead nowhere."""

import re
from collections.abc import Collection, Iterator
from posixpath import dirname, relpath

from supple.checking.words import UNDRAFT, misnamed
from supple.domain.exercise import SECTIONS
from supple.domain.guide import HOME, Guide, Page
from supple.domain.problem import Problem, Severity, did_you_mean, did_you_mean_file
from supple.domain.prose import Link, Picture


def check_links(guide: Guide) -> Iterator[Problem]:
    """Every link and picture whose file or anchor isn't there."""
    anchors = dict(_anchors(guide))
    for name, reference in guide.references:
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
    """Figures that a text names and no front matter describes; and those that no text names."""
    described = {_file_of(page): page.figures for page in guide.pages.values()}
    named: set[tuple[str, str]] = set()
    for name, text in guide.prose:
        for shown in text.figures:
            named.add((name, shown.name))
            if shown.name not in described.get(name, ()):
                message = f"the page has no figure {shown.name}"
                near = did_you_mean(shown.name, described.get(name, ()))
                hint = near or "describe it below figures: in the front matter of the page"
                if name not in described:
                    hint = "only home and the files in content/pages show figures in their text"
                yield Problem(shown.place, "dead-link", message, hint)
    for name, figures in described.items():
        for own, pose in figures.items():
            if (name, own) not in named:
                message = f"no text shows the figure {own}"
                hint = f"write ![](#{own}) where it belongs, or take it out"
                yield Problem(pose.origin.at(), "figure", message, hint, Severity.WARNING)


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
        yield f"exercises/{exercise.slug}.md", exercise.anchors | SECTIONS
    for routine in guide.routines.values():
        days = {f"day-{number}" for number in range(1, len(routine.days) + 1)}
        own = days if routine.is_week else {"timer"}
        yield f"routines/{routine.slug}.md", routine.anchors | own | {"safety"}
    for page in guide.pages.values():
        yield _file_of(page), page.anchors | ({"stop"} if page.stop else set())


def _file_of(page: Page) -> str:
    return "home.md" if page.slug == HOME else f"pages/{page.slug}.md"
