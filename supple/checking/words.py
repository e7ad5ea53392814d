"""Words that have to stand in a vocabulary, and names that have to be a file's."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from posixpath import basename

from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.pose import Pose
from supple.domain.problem import KeyPath, Origin, Place, Problem, did_you_mean
from supple.domain.routine import ExerciseEntry, Routine
from supple.domain.vocabulary import Need, SourceUse, Term

UNDRAFT = "take draft: true out there, or take it out here"

EXAMPLES = {
    "cautions": "hip: {title: Hip replacement, text: Ask your surgeon first.}",
    "sources": "leaflet: {title: A leaflet, publisher: A clinic, grade: B}",
    "targets": "lower back: {synonyms: [lumbar]}",
    "equipment": "mat: {title: Mat}",
}
"""A line of each vocabulary."""


def check_words(guide: Guide) -> Iterator[Problem]:
    """Every piece of equipment, source, exercise and mode that isn't there and that a routine or
    a caution names."""
    for routine in guide.routines.values():
        yield from _check_routine(routine, guide)
    for caution in guide.cautions.values():
        for number, source in enumerate(caution.sources):
            place = ("sources", number)
            yield from _unknown(source, guide.sources, "sources", caution.origin, place, guide)


def check_words_of(exercise: Exercise, guide: Guide) -> Iterator[Problem]:
    """Every target, piece of equipment, caution and source that isn't there and that an exercise
    names."""
    origin = exercise.origin
    for number, target in enumerate(exercise.targets):
        yield from _unknown(target, guide.targets, "targets", origin, ("targets", number), guide)
    for number, caution in enumerate(exercise.cautions):
        place = ("cautions", number)
        yield from _unknown(caution, guide.cautions, "cautions", origin, place, guide)
    yield from _check_uses(exercise.sources, origin, (), guide)
    yield from _check_needs(exercise.equipment, origin, (), guide)
    for figure in exercise.figures:
        if isinstance(figure, Pose):
            yield from _check_felt(figure, guide)
    for mode in exercise.modes:
        yield from _check_uses(mode.sources, origin, ("modes", mode.name), guide)
        if mode.equipment != exercise.equipment:
            yield from _check_needs(mode.equipment, origin, ("modes", mode.name), guide)


def _check_felt(pose: Pose, guide: Guide) -> Iterator[Problem]:
    for number, felt in enumerate(pose.felt or ()):
        place = ("feel", number)
        yield from _unknown(felt.target, guide.targets, "targets", pose.origin, place, guide)


def _check_uses(
    uses: tuple[SourceUse, ...], origin: Origin, above: KeyPath, guide: Guide
) -> Iterator[Problem]:
    for number, use in enumerate(uses):
        place = (*above, "sources", number)
        yield from _unknown(use.source, guide.sources, "sources", origin, place, guide)


def _check_needs(
    needs: tuple[Need, ...], origin: Origin, above: KeyPath, guide: Guide
) -> Iterator[Problem]:
    for number, need in enumerate(needs):
        for name in need.choices:
            place = (*above, "equipment", number)
            yield from _unknown(name, guide.equipment, "equipment", origin, place, guide)


def _check_routine(routine: Routine, guide: Guide) -> Iterator[Problem]:
    if routine.equipment:
        yield from _check_needs(routine.equipment, routine.origin, (), guide)
    for above, entry in exercise_entries(routine):
        exercise = guide.exercises.get(entry.exercise)
        if exercise is None:
            place = routine.origin.at(*above, "exercise")
            yield from missing_page("exercise", "exercise", entry.exercise, place, guide)
        elif entry.mode and not exercise.mode(entry.mode):
            names = [mode.name for mode in exercise.modes]
            there = (
                f"its modes are {', '.join(names)}"
                if names
                else "it has no modes: take the line out"
            )
            hint = did_you_mean(entry.mode, names) or there
            message = f"mode: {entry.exercise} has no mode {entry.mode}"
            yield Problem(routine.origin.at(*above, "mode"), "unknown", message, hint)


def missing_page(key: str, kind: str, slug: str, place: Place, guide: Guide) -> Iterator[Problem]:
    """A problem where a key names no exercise or routine (`kind`) that could be read or not."""
    name = f"{kind}s/{slug}.md"
    known = guide.exercises if kind == "exercise" else guide.routines
    if slug in known or guide.is_broken(name):
        return
    if name in guide.drafts:
        yield Problem(place, "unknown", f"{key}: the {kind} {slug} is a draft", UNDRAFT)
    else:
        hint = (
            misnamed(name, guide.files)
            or did_you_mean(slug, known)
            or f"write a file's name in content/{kind}s, without .md"
        )
        yield Problem(place, "unknown", f"{key}: there is no {kind} {slug}", hint)


def misnamed(name: str, files: Collection[str]) -> str:
    """ "rename content/exercises/calf.md.txt to calf.md" where that is why a page isn't there."""
    found = [f"{name}.txt", f"{name.removesuffix('.md')}.txt"] if name.endswith(".md") else []
    there = [other for other in found if other in files]
    return f"rename content/{there[0]} to {basename(name)}" if there else ""


def exercise_entries(routine: Routine) -> Iterator[tuple[KeyPath, ExerciseEntry]]:
    """The exercises of a routine, each with the keys that lead to it in its file."""
    for day_number, day in enumerate(routine.days):
        above: KeyPath = ("days", day_number) if routine.is_week else ()
        for number, entry in day.numbered:
            if isinstance(entry, ExerciseEntry):
                yield (*above, "exercises", number), entry


def _unknown(
    word: str,
    known: Mapping[str, object],
    vocabulary: str,
    origin: Origin,
    keys: KeyPath,
    guide: Guide,
) -> Iterator[Problem]:
    """A problem where a word isn't in its vocabulary, which itself could be read."""
    name = f"{vocabulary}.yaml"
    if word in known or guide.is_broken(name):
        return
    if not known:  # told once: problems that are alike are one
        message = "the file is missing or empty, and pages use its words"
        hint = f"write a line there for each word, as in {EXAMPLES[vocabulary]}"
        yield Problem(Place(f"content/{name}"), "unknown", message, hint)
        return
    near = _synonym(word, known) or did_you_mean(word, known)
    key = next(key for key in reversed(keys) if isinstance(key, str))
    message = f"{key}: {word} is not in {name}"
    hint = f"add it to content/{name}"
    if vocabulary == "targets":
        hint = f"write {', '.join(known)}; or {hint}"
    yield Problem(origin.at(*keys), "unknown", message, near or hint)


def _synonym(word: str, known: Mapping[str, object]) -> str:
    """ "write buttocks" for "bum"."""
    terms = (term for term in known.values() if isinstance(term, Term))
    pairs = chain.from_iterable(((other, term.name) for other in term.synonyms) for term in terms)
    name = dict(pairs).get(word)
    return f"write {name}" if name else ""
