"""All checks of a guide."""

from collections.abc import Collection, Iterator

from supple.checking.addresses import check_addresses
from supple.checking.dosages import check_defaults, check_entries
from supple.checking.links import check_links, check_no_figures, check_own_figures
from supple.checking.reviews import check_review
from supple.checking.words import check_words, check_words_of, missing_page
from supple.domain.exercise import Exercise
from supple.domain.guide import HOME, SAFETY, Guide, Urgency
from supple.domain.problem import Place, Problem, Severity

WRITE_HOME = (
    "write the guide's first page: a line ---, a line title: My guide, a line --- "
    "and your words below"
)
WRITE_SAFETY = (
    "write the page to which every other leads: between two lines of --- title:, care: with the "
    "signs that need a doctor, and stop: with when to stop; supple new writes an example"
)


def check_guide(guide: Guide, languages: Collection[str]) -> Iterator[Problem]:
    """Everything that is wrong between the files of a guide: with no exercise by itself.
    `languages`: those that there are words of the interface in."""
    yield from _check_whole(guide)
    yield from _check_language(guide, languages)
    yield from check_words(guide)
    yield from check_entries(guide)
    yield from check_links(guide)
    yield from check_own_figures(guide)
    yield from check_addresses(guide)


def check_exercise(exercise: Exercise, guide: Guide) -> Iterator[Problem]:
    """Everything that is wrong with an exercise by itself. The guide needs no pages."""
    yield from check_words_of(exercise, guide)
    yield from check_defaults(exercise, guide.settings.timing.breath)
    yield from check_review(exercise)
    yield from check_no_figures(exercise.prose)
    if not exercise.steps:
        hint = "write them as a numbered list, 1. and so on, after an empty line"
        message = "the exercise has no steps"
        yield Problem(exercise.origin.at(), "steps", message, hint, Severity.WARNING)


def _check_whole(guide: Guide) -> Iterator[Problem]:
    """What a guide needs to be one."""
    if not guide.exercises and not guide.broken:
        hint = "write one in content/exercises: its file's name is its address"
        yield Problem(Place("content/exercises"), "empty", "the guide has no exercise", hint)
    first = guide.settings.first_routine
    if first:
        place = guide.settings_origin.at("first_routine")
        yield from missing_page("first_routine", "routine", first, place, guide)
    for slug, name, hint in (
        (HOME, "home.md", WRITE_HOME),
        (SAFETY, "pages/safety.md", WRITE_SAFETY),
    ):
        if slug not in guide.pages and not guide.is_broken(name):
            is_draft = name in guide.drafts
            message = "this page is a draft" if is_draft else "there is no such page"
            hint = "take draft: true out of it" if is_draft else hint
            place = Place(f"content/{name}")
            yield Problem(place, "page-missing", message, hint, Severity.WARNING)
    yield from _check_safety(guide)


def _check_language(guide: Guide, languages: Collection[str]) -> Iterator[Problem]:
    """A language in which pages would have English words round their own."""
    language = guide.settings.language
    if language not in languages and language.partition("-")[0] not in languages:
        known = ", ".join(languages)
        message = f"language: Supple has no words in {language} yet, so its own stay English"
        hint = f"it has words in {known}; another table beside en.toml adds a language"
        place = guide.settings_origin.at("language")
        yield Problem(place, "language", message, hint, Severity.WARNING)


def _check_safety(guide: Guide) -> Iterator[Problem]:
    """What the safety page and every sheet must not be without."""
    page = guide.safety
    if page is None:
        return
    urgent = any(card.urgency is Urgency.EMERGENCY for card in page.care)
    for there, key, message in (
        (urgent, "care", "the page has no emergency signs"),
        (bool(page.stop), "stop", "the page does not say when to stop"),
    ):
        if not there:
            hint = f"write them below {key}: in the front matter; sheets and pages show them"
            place = page.origin.at("title")
            yield Problem(place, "safety", message, hint, Severity.WARNING)
