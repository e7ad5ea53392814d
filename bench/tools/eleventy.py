"""Eleventy, from npm."""

import shutil
from pathlib import Path
from typing import Final

from bench.corpus import Corpus, with_links
from bench.tools.front_matter import with_front_matter
from bench.tools.plain import exercise_facts, page_facts, routine_facts
from bench.tools.tool import SITES, Tool, new_site, told, written

PROGRAM: Final = SITES / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
COMMAND: Final = (shutil.which("node") or "node", str(PROGRAM))


def write(guide: Corpus, folder: Path) -> None:
    new_site("eleventy", folder)
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
    facts = page_facts(guide.page) | {"layout": "page.njk"}
    written(content / f"{guide.page.slug}.md", with_front_matter(facts, guide.page.body))


def version() -> str:
    return told(*COMMAND, "--version")


ELEVENTY: Final = Tool(
    name="eleventy",
    write=write,
    version=version,
    build=(*COMMAND, "--quiet"),
    rebuild=(*COMMAND, "--quiet"),
    serve=lambda port: (*COMMAND, "--quiet", "--serve", "--incremental", "--port", str(port)),
    output="_site",
    exercise="content/exercises/{slug}.md",
    template="_includes/base.njk",
)
