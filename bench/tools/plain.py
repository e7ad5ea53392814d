"""What Hugo, Eleventy and MkDocs read alike: facts in YAML, with all words written out."""

from bench import corpus
from bench.corpus import Exercise, Page, Routine
from bench.tools.front_matter import Value


def exercise_facts(exercise: Exercise) -> dict[str, Value]:
    return {
        "title": exercise.title,
        "summary": exercise.summary,
        "positions": [exercise.position],
        "targets": exercise.targets,
        "equipment": exercise.equipment,
        "levels": [exercise.level],
        "hold": {"low": exercise.hold[0], "high": exercise.hold[1]},
        "reps": {"low": exercise.reps[0], "high": exercise.reps[1]},
        "feel": exercise.feel,
        "mistakes": exercise.mistakes,
        "cautions": [corpus.CAUTIONS[code] for code in exercise.cautions],
        "sources": [corpus.SOURCES[code] for code in exercise.sources],
        "checked": exercise.checked,
    }


def routine_facts(routine: Routine) -> dict[str, Value]:
    return {
        "title": routine.title,
        "summary": routine.summary,
        "when": routine.when,
        "places": [routine.place],
        "level": routine.level,
        "exercises": routine.exercises,
    }


def page_facts(page: Page) -> dict[str, Value]:
    return {"title": page.title, "summary": page.summary}
