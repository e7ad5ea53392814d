"""The lists that the corpus comes to: all exercises, all routines, and those that share a word."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.corpus import Corpus


@dataclass(frozen=True, slots=True)
class ListPage:
    """`pages` are addresses."""

    address: str
    title: str
    pages: tuple[str, ...]


def lists(guide: Corpus) -> Iterator[ListPage]:
    """Every list, but for the home page, in no particular order."""
    exercises = {f"exercises/{each.slug}.html": each for each in guide.exercises}
    routines = {f"routines/{each.slug}.html": each for each in guide.routines}
    yield ListPage("exercises/index.html", "Exercises", tuple(exercises))
    yield ListPage("routines/index.html", "Routines", tuple(routines))
    found: dict[tuple[str, str], list[str]] = {}
    for address, each in exercises.items():
        for kind, words in (
            ("positions", (each.position,)),
            ("targets", each.targets),
            ("equipment", each.equipment),
            ("levels", (each.level,)),
        ):
            for word in words:
                found.setdefault((kind, word), []).append(address)
    for address, routine in routines.items():
        found.setdefault(("places", routine.place), []).append(address)
    for (kind, word), pages in found.items():
        yield ListPage(f"{kind}/{word.replace(' ', '-')}.html", word, tuple(pages))
