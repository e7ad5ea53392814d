"""Supple, twice: with templates as small as the others' (`SUPPLE`), and as it comes, with its own
templates, figures and sheets (`RICH`)."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from bench import corpus
from bench.corpus import Corpus, Exercise, Page, Routine
from bench.tools.front_matter import Value, with_front_matter, yaml
from bench.tools.tool import Tool, new_site, told, written

HERE: Final = Path(__file__).parents[2]
"""The folder of this repository, whose `supple` is run, and whose poses are drawn."""
COMMAND: Final = (sys.executable, "-m", "supple")
ENVIRONMENT: Final = {"PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": ""}
"""So that it is the Supple of this folder, even where another is installed, and that it is compiled
once, as all that was installed is, even where Python is told to compile everything every time."""


class Pose(NamedTuple):
    """What is drawn of an exercise: the lines of `figure:`, and what they need to be understood."""

    position: str
    figure: str


def poses() -> tuple[Pose, ...]:
    """Those of the guide in this repository, in the order of their names. Where only the holds of
    an exercise have figures, there is none."""
    files = sorted((HERE / "content" / "exercises").glob("*.md"))
    texts = [file.read_text(encoding="utf-8").split("\n---\n")[0] for file in files]
    found = [(_key("position", text), _key("figure", text)) for text in texts]
    return tuple(
        Pose(position.partition(":")[2].strip(), figure) for position, figure in found if figure
    )


def _key(name: str, front_matter: str) -> str:
    """The lines of one key, with those that are indented below it."""
    found = re.search(rf"^{name}:.*\n?(?:^[ ].*\n?)*", front_matter, re.MULTILINE)
    return found[0].rstrip() if found else ""


def write(guide: Corpus, folder: Path) -> None:
    """A guide with small templates, neither figures nor anything on paper."""
    new_site("supple", folder)
    _write_words(folder)
    for exercise in guide.exercises:
        _write_exercise(folder, exercise)
    for routine in guide.routines:
        _write_routine(folder, routine)
    _write_page(folder, guide.page)


def write_rich(guide: Corpus, folder: Path) -> None:
    """The same guide with a figure for each exercise, Supple's own templates, and sheets."""
    drawn = poses()
    posed = [
        (replace(exercise, position=pose.position), pose.figure)
        for number, exercise in enumerate(guide.exercises)
        for pose in [drawn[number % len(drawn)]]
    ]
    new_site("supple-rich", folder)
    _write_words(folder)
    for exercise, figure in posed:
        _write_exercise(folder, exercise, figure)
    for routine in guide.routines:
        _write_routine(folder, routine)
    _write_page(folder, guide.page)


def _write_words(folder: Path) -> None:
    """What exercises share."""
    targets: dict[str, Value] = {
        name: {"title": name.capitalize(), "region": name.replace(" ", "-")}
        for name in corpus.TARGETS
    }
    equipment: dict[str, Value] = {name: {"title": name.capitalize()} for name in corpus.EQUIPMENT}
    cautions: dict[str, Value] = {
        code: {"title": text.rstrip("."), "kind": code.partition("-")[0], "text": text}
        for code, text in corpus.CAUTIONS.items()
    }
    sources: dict[str, Value] = {
        code: {"title": title, "grade": "B"} for code, title in corpus.SOURCES.items()
    }
    for name, words in (
        ("targets", targets),
        ("equipment", equipment),
        ("cautions", cautions),
        ("sources", sources),
    ):
        written(folder / "content" / f"{name}.yaml", yaml(words) + "\n")


def _write_exercise(folder: Path, exercise: Exercise, figure: str = "") -> None:
    hold = f"{exercise.hold[0]}-{exercise.hold[1]} s"
    reps = f"{exercise.reps[0]}-{exercise.reps[1]}"
    facts: dict[str, Value] = {
        "title": exercise.title,
        "summary": exercise.summary,
        "position": exercise.position,
        "targets": exercise.targets,
        "equipment": exercise.equipment,
        "level": exercise.level,
        "dosage": {
            "hold": hold,
            "reps": reps,
            "sides": "each",
            "side": "leg",
            "default": {"hold": f"{exercise.hold[0]} s", "reps": exercise.reps[0]},
        },
        "feel": exercise.feel,
        "mistakes": exercise.mistakes,
        "cautions": exercise.cautions,
        "sources": [{"source": code, "hold": hold, "reps": reps} for code in exercise.sources],
        "checked": exercise.checked,
    }
    text = with_front_matter(facts, corpus.with_links(exercise.body, lambda slug: f"{slug}.md"))
    if figure:
        text = text.replace("\n---\n", f"\n{figure}\n---\n", 1)
    written(folder / "content" / "exercises" / f"{exercise.slug}.md", text)


def _write_routine(folder: Path, routine: Routine) -> None:
    facts: dict[str, Value] = {
        "title": routine.title,
        "summary": routine.summary,
        "when": routine.when,
        "place": routine.place,
        "level": routine.level,
        "exercises": [{"exercise": slug} for slug in routine.exercises],
    }
    written(
        folder / "content" / "routines" / f"{routine.slug}.md",
        with_front_matter(facts, routine.body),
    )


def _write_page(folder: Path, page: Page) -> None:
    facts: dict[str, Value] = {
        "title": page.title,
        "summary": page.summary,
        "care": [{"level": "emergency", "signs": ["chest pain"]}],
        "stop": ["A pain that is sharp or new"],
    }
    written(folder / "content" / "pages" / f"{page.slug}.md", with_front_matter(facts, page.body))


def version() -> str:
    return told(*COMMAND, "--version", environment=ENVIRONMENT).removeprefix("supple ")


SUPPLE: Final = Tool(
    name="supple",
    write=write,
    version=version,
    build=(*COMMAND, "build"),
    rebuild=(*COMMAND, "build"),
    serve=lambda port: (*COMMAND, "serve", "--port", str(port)),
    output="_site",
    caches=(".supple",),
    exercise="content/exercises/{slug}.md",
    template="templates/base.html",
    environment=ENVIRONMENT,
)
RICH: Final = replace(SUPPLE, name="supple-rich", write=write_rich, template="", is_compared=False)
