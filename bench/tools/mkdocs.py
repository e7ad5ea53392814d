"""MkDocs, from PyPI."""

from pathlib import Path
from typing import Final

from bench.corpus import Corpus, with_links
from bench.lists import lists
from bench.tools.front_matter import with_front_matter
from bench.tools.plain import exercise_facts, page_facts, routine_facts
from bench.tools.tool import PROGRAMS, Tool, new_site, told, written

COMMAND: Final = str(PROGRAMS / "mkdocs")


def write(guide: Corpus, folder: Path) -> None:
    new_site("mkdocs", folder)
    docs = folder / "docs"
    for exercise in guide.exercises:
        facts = exercise_facts(exercise) | {"template": "exercise.html"}
        body = with_links(exercise.body, lambda slug: f"{slug}.md")
        written(docs / "exercises" / f"{exercise.slug}.md", with_front_matter(facts, body))
    for routine in guide.routines:
        facts = routine_facts(routine) | {"template": "routine.html"}
        written(docs / "routines" / f"{routine.slug}.md", with_front_matter(facts, routine.body))
    facts = page_facts(guide.page) | {"template": "main.html"}
    written(docs / f"{guide.page.slug}.md", with_front_matter(facts, guide.page.body))
    home = {"title": guide.title, "summary": guide.summary, "template": "home.html"}
    written(docs / "index.md", with_front_matter(home, ""))
    for each in lists(guide):  # MkDocs makes no page without a file
        name = each.address.removesuffix(".html")
        facts = {"title": each.title, "template": "list.html"}
        written(docs / f"{name}.md", with_front_matter(facts, ""))


def version() -> str:
    words = told(COMMAND, "--version").split()
    return words[2] if words[:2] == ["mkdocs,", "version"] else ""


MKDOCS: Final = Tool(
    name="mkdocs",
    write=write,
    version=version,
    build=(COMMAND, "build", "--quiet"),
    rebuild=(COMMAND, "build", "--quiet"),
    serve=lambda port: (COMMAND, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"),
    output="site",
    exercise="docs/exercises/{slug}.md",
    template="theme/base.html",
)
