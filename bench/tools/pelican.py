"""Pelican, from PyPI."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bench import corpus
from bench.corpus import Corpus, Exercise, Routine, with_links
from bench.tools.tool import PROGRAMS, Tool, new_site, told, written

COMMAND: Final = str(PROGRAMS / "pelican")
CACHING: Final = ("CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CONTENT_CACHING_LAYER="reader"')
"""Pelican's own way to read only what has changed."""


def write(guide: Corpus, folder: Path) -> None:
    new_site("pelican", folder)
    content = folder / "content"
    for exercise in guide.exercises:
        body = with_links(exercise.body, lambda slug: f"{{filename}}{slug}.md")
        written(content / "exercises" / f"{exercise.slug}.md", _text(_exercise(exercise), body))
    for routine in guide.routines:
        written(content / "routines" / f"{routine.slug}.md", _text(_routine(routine), routine.body))
    address = f"{guide.page.slug}.html"
    page = {
        "title": guide.page.title,
        "about": guide.page.summary,
        "url": address,
        "save_as": address,
    }
    written(content / "pages" / f"{guide.page.slug}.md", _text(page, guide.page.body))


def _exercise(exercise: Exercise) -> dict[str, str | Sequence[str]]:
    return {
        "title": exercise.title,
        "date": exercise.checked,
        "about": exercise.summary,
        "category": exercise.position,
        "tags": ", ".join(exercise.targets),
        "equipment": exercise.equipment,
        "levels": exercise.level,
        "hold_low": str(exercise.hold[0]),
        "hold_high": str(exercise.hold[1]),
        "reps_low": str(exercise.reps[0]),
        "reps_high": str(exercise.reps[1]),
        "feel": exercise.feel,
        "mistakes": exercise.mistakes,
        "cautions": [corpus.CAUTIONS[code] for code in exercise.cautions],
        "sources": [corpus.SOURCES[code] for code in exercise.sources],
    }


def _routine(routine: Routine) -> dict[str, str | Sequence[str]]:
    return {
        "title": routine.title,
        "template": "routine",
        "about": routine.summary,
        "when": routine.when,
        "places": routine.place,
        "level": routine.level,
        "exercises": routine.exercises,
    }


def _text(facts: Mapping[str, str | Sequence[str]], body: str) -> str:
    """A file whose facts are in the form of Markdown's extension `meta`."""
    return "\n".join((*_lines(facts), "", body, ""))


def _lines(facts: Mapping[str, str | Sequence[str]]) -> Iterator[str]:
    for key, value in facts.items():
        first, *others = [value] if isinstance(value, str) else value
        yield f"{key}: {first}"
        yield from (f"    {each}" for each in others)


def version() -> str:
    return told(COMMAND, "--version")


PELICAN: Final = Tool(
    name="pelican",
    write=write,
    version=version,
    build=(COMMAND, "--quiet"),
    rebuild=(COMMAND, "--quiet", "--extra-settings", *CACHING),
    serve=lambda port: (COMMAND, "--listen", "--autoreload", "--port", str(port)),
    output="output",
    caches=("cache",),
    exercise="content/exercises/{slug}.md",
    template="theme/templates/base.html",
)
