"""A guide's folder into one `guide.json`."""

import base64
from collections.abc import Iterator
from pathlib import Path

from supple import starter
from supple.domain.exercise import Exercise
from supple.domain.guide import HOME, Guide
from supple.domain.phases import phases_of, phases_of_dosage, total_seconds
from supple.domain.problem import Problem
from supple.domain.routine import Routine
from supple.exchange.guide_format import BODY, FORMAT, PARTS, SECONDS, STEPS, Part
from supple.exchange.plain import plain_of
from supple.exchange.yaml_text import Value
from supple.reading.files import read_text, split
from supple.reading.listing import is_noise
from supple.reading.strict_yaml import compose
from supple.rendering.prose import plain


def export(folder: Path, guide: Guide) -> dict[str, Value]:
    """All of a guide as plain data. `guide` is what was read in the folder, drafts among it, and
    nothing in its files was wrong. Raises OSError where a file can't be read any more."""
    told: dict[str, Value] = {"format": FORMAT}
    for name, part in PARTS.items():
        if part.many:
            told[name] = {slug: _page(folder, part, slug, guide) for slug in _names_of(name, guide)}
        elif (folder / part.path).is_file():
            told[name] = _page(folder, part, HOME, guide)
    files = sorted({*_files_of_content(guide), *_files_of_theme(folder)})
    told["files"] = {
        name: base64.b64encode((folder / name).read_bytes()).decode("ascii") for name in files
    }
    return told


def _names_of(part: str, guide: Guide) -> Iterator[str]:
    pages = {"exercises": guide.exercises, "routines": guide.routines, "pages": guide.pages}[part]
    yield from (slug for slug in pages if (part, slug) != ("pages", HOME))


def _page(folder: Path, part: Part, slug: str, guide: Guide) -> Value:
    """What a file says; of a page also its body, and what is worked out for other programs."""
    path = part.path.format(slug)
    text = read_text(folder / path, path)
    parts = split(text, path) if part.has_body and isinstance(text, str) else None
    front = text if parts is None else parts if isinstance(parts, Problem) else parts.front
    if isinstance(front, Problem):  # it was whole a moment ago
        raise OSError(0, front.message, path)
    node, _ = compose(front, path)
    told = plain_of(part.kind, node) if node else {}
    assert isinstance(told, dict)
    if parts and not isinstance(parts, Problem):
        told[BODY] = parts.body
    if part.format == "exercise":
        told |= _of_exercise(guide.exercises[slug], guide)
    elif part.format == "routine":
        told |= _of_routine(guide.routines[slug], guide)
    return told


def _of_exercise(exercise: Exercise, guide: Guide) -> dict[str, Value]:
    phases = phases_of_dosage(exercise, "", guide.settings.timing)
    return {STEPS: [plain(step) for step in exercise.steps], SECONDS: total_seconds(phases)}


def _of_routine(routine: Routine, guide: Guide) -> dict[str, Value]:
    timing = guide.settings.timing
    try:
        days = [phases_of(day.entries, guide.exercises, timing) for day in routine.days]
    except KeyError:  # an exercise that isn't there, as `check` says
        return {}
    return {SECONDS: [total_seconds(phases) for phases in days]}


def _files_of_content(guide: Guide) -> Iterator[str]:
    """Pictures and whatever else lies beside the texts."""
    yield from (f"content/{name}" for name in guide.files)


def _files_of_theme(folder: Path) -> Iterator[str]:
    """The guide's own templates and static files. Supple's own, in whose checkout a guide may
    lie, are no guide's."""
    for name, ours in (("templates", starter.templates()), ("static", starter.static())):
        home = folder / name
        if home.is_dir() and home.resolve() != ours.resolve():
            for file in home.rglob("*"):
                parts = file.relative_to(home).parts
                if file.is_file() and not any(map(is_noise, parts)):
                    yield "/".join((name, *parts))
