"""All checks of a guide."""

from collections.abc import Iterator

from supple.checking.dosages import check_dosages
from supple.checking.links import check_links
from supple.checking.words import check_words
from supple.domain.guide import HOME, SAFETY, Guide
from supple.domain.problem import Place, Problem, Severity


def check_guide(guide: Guide) -> Iterator[Problem]:
    """Everything that is wrong between the files of a guide."""
    yield from _check_whole(guide)
    yield from check_words(guide)
    yield from check_dosages(guide)
    yield from check_links(guide)


def _check_whole(guide: Guide) -> Iterator[Problem]:
    """What a guide needs to be one."""
    if not guide.exercises and not guide.broken:
        hint = "write one in content/exercises: its file's name is its address"
        yield Problem(Place("content/exercises"), "empty", "the guide has no exercise", hint)
    first = guide.settings.first_routine
    if first and first not in guide.routines and f"routines/{first}.md" not in guide.broken:
        place = guide.settings_origin.at("first_routine")
        message = f"first_routine: there is no routine {first}"
        yield Problem(place, "first-routine", message, "write a file's name in content/routines")
    for slug, name, why in (
        (HOME, "home.md", "it is the guide's first page"),
        (SAFETY, "pages/safety.md", "every page leads to it"),
    ):
        if slug not in guide.pages and name not in guide.broken:
            place = Place(f"content/{name}")
            yield Problem(place, "page-missing", "there is no such page", why, Severity.WARNING)
    for exercise in guide.exercises.values():
        if not exercise.steps:
            hint = "write them as the first numbered list below the front matter"
            message = "the exercise has no steps"
            yield Problem(exercise.origin.at(), "steps", message, hint, Severity.WARNING)
