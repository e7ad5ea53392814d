"""What search looks through: a script with words and where they stand, instead of texts.

A guide of a thousand exercises should cost a phone no more than a picture. So each word stands
there once, with the numbers of the pages that say it. `frontend/finder.js` reads it."""

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise, product
from types import MappingProxyType
from unicodedata import category, normalize

from supple.domain.exercise import Exercise
from supple.domain.guide import HOME, SAFETY, Guide, Page
from supple.domain.routine import ActivityEntry, Entry, ExerciseEntry, Routine
from supple.domain.vocabulary import Need, Term
from supple.rendering import addresses
from supple.rendering.prose import plain
from supple.rendering.views import care
from supple.rendering.views.desk import Desk, as_json
from supple.rendering.views.filters import routine_minutes
from supple.rendering.views.rows import place_words
from supple.rendering.wording import Wording

SHORTEST = 3
"""The letters that a text's word has at least. Shorter ones hardly tell one page from another."""


@dataclass(frozen=True, slots=True)
class Findable:
    """A page that can be found. `detail` is shown with its title. `terms` are what lists go by,
    with all their other names; `further` are the words that can be looked for besides."""

    title: str
    slug: str
    detail: str
    terms: tuple[str, ...]
    further: str


def search_script(
    guide: Guide, say: Wording, known: Mapping[str, Findable] = MappingProxyType({})
) -> str:
    """A classic script, since browsers fetch nothing else from a disk. `known` are exercises, by
    their slugs, of which is known already how they can be found."""
    return f"self.suppleSearch={as_json(_index(Desk(guide, say, addresses.SEARCH), known))};\n"


def finder(guide: Guide, say: Wording) -> Callable[[Exercise], Findable]:
    """What tells how an exercise can be found. The guide needs no pages, but all words that the
    exercise uses."""
    return partial(_exercise, Desk(guide, say, addresses.SEARCH))


def _index(desk: Desk, known: Mapping[str, Findable]) -> Mapping[str, object]:
    guide, say = desk.guide, desk.say
    exercises = [known.get(slug) or _exercise(desk, each) for slug, each in guide.exercises.items()]
    routines = [_routine(desk, each) for each in guide.routines.values()]
    pages = [_page(desk, each) for slug, each in guide.pages.items() if slug != HOME]
    found = [*exercises, *routines, *pages]
    common = _common(desk)
    return {
        "kinds": [
            (say("search.exercise"), "exercises/", len(exercises)),
            (say("search.routine"), "routines/", len(routines)),
            (say("search.page"), "", len(pages)),
        ],
        "titles": [each.title for each in found],
        "slugs": ["" if each.slug == _usual_slug(each.title) else each.slug for each in found],
        "details": _standing([each.detail] for each in found),
        "terms": _standing(each.terms for each in found),
        "text": _standing(each.further.split() for each in found),
        "common": " ".join(sorted(common)),
        "general": " ".join(words_of(say("search.general"))),
        **{kind: " ".join(sorted(words - common)) for kind, words in _warnings(desk).items()},
        "safety": addresses.page(SAFETY),
        "says": {
            "one": say.number("search.found", 1),
            "other": say("search.found.other", n="{n}"),
            "more": say("search.more", n="{n}", shown="{shown}"),
            "all": say("search.show_all", n="{n}"),
            "none": say("search.none"),
            "first": say("search.first"),
            "alone": say("search.alone"),
        },
    }


def _exercise(desk: Desk, exercise: Exercise) -> Findable:
    say, position = desk.say, exercise.position.value
    detail = desk.once(f"position.{position}", lambda: say(f"position.{position}"))
    lying = desk.once(
        f"search.{position}", lambda: f"{detail} {say(f'search.position.{position}')}"
    )
    targets = (_names(desk, name, desk.guide.targets[name]) for name in exercise.targets)
    needs = _needs(desk, exercise.equipment)
    level = desk.level(exercise.level).text
    return _findable(
        desk,
        title=exercise.title,
        slug=exercise.slug,
        detail=detail,
        terms=(*targets, *needs, lying, level),
        text=" ".join(
            (
                exercise.summary,
                *map(plain, exercise.steps),
                *(mode.title for mode in exercise.modes),
            )
        ),
    )


def _routine(desk: Desk, routine: Routine) -> Findable:
    detail = place_words(desk, routine)
    titles = (title for day in routine.days for title in _titles(desk.guide, day.entries))
    return _findable(
        desk,
        title=routine.title,
        slug=routine.slug,
        detail=detail,
        terms=(
            detail,
            routine.when,
            desk.say(f"level.{routine.level.value}"),
            _length(desk, routine),
        ),
        text=" ".join((routine.summary, plain(routine.introduction), *titles)),
    )


def _page(desk: Desk, page: Page) -> Findable:
    cards = care.cards(desk) if page.care else ()
    called = (_safety_names(desk.say),) if page.slug == SAFETY else ()
    told = (*page.stop, *(part for card in page.care for part in (*card.signs, card.note)))
    return _findable(
        desk,
        title=page.title,
        slug=page.slug,
        detail="",
        terms=(*called, *(f"{card.level} {card.heading}" for card in cards)),
        text=" ".join((page.summary, plain(page.body), *map(plain, told))),
    )


def _safety_names(say: Wording) -> str:
    """What the navigation calls it, and what people do, whatever its title is."""
    return f"{say('site.safety')} {say('search.safety')}"


def _length(desk: Desk, routine: Routine) -> str:
    """ "3 minutes three", as people write either."""
    minutes = routine_minutes(desk.guide, routine)
    words = desk.say("search.numbers").split()
    spelt = words[minutes - 1] if minutes <= len(words) else ""
    return f"{desk.say.number('length.minute', minutes)} {spelt}"


def _titles(guide: Guide, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        match entry:
            case ExerciseEntry():
                yield guide.exercises[entry.exercise].title
            case ActivityEntry():
                yield entry.activity


def _needs(desk: Desk, needs: Iterable[Need]) -> Iterator[str]:
    things = desk.guide.equipment
    return (_names(desk, name, things[name]) for need in needs for name in need.choices)


def _names(desk: Desk, name: str, term: Term) -> str:
    """All that people call a target or a thing, its authors included."""
    return desk.once(("names", term.origin.path, name), lambda: _all_names(name, term))


def _all_names(name: str, term: Term) -> str:
    called = (term.title, *term.synonyms)
    known = {word for each in called for word in words_of(each)}
    return " ".join(called if known.issuperset(words_of(name)) else (*called, name))


def _findable(
    desk: Desk, title: str, slug: str, detail: str, terms: tuple[str, ...], text: str
) -> Findable:
    """A page with what can be looked for in its text alone."""
    known = {word for each in (title, *terms) for word in words_of(each)}
    words = {word for word in words_of(text) if len(word) >= SHORTEST}
    further = " ".join(sorted(words - known - _common(desk)))
    return Findable(title, slug, _on_one_line(detail), tuple(map(_on_one_line, terms)), further)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _common(desk: Desk) -> frozenset[str]:
    """Words that nobody looks for."""
    return desk.once("common", lambda: frozenset(words_of(desk.say("search.common"))))


def _warnings(desk: Desk) -> Mapping[str, set[str]]:
    """Words of the signs that call for help: whoever looks for one of the `alarms` is shown
    Safety alone; for one of the `pains` or of the places that call for `care` Safety first, and
    alone where it hurts in such a place. Words joined by + warn only together. Other parts of
    the body warn nobody: most who look for them want an exercise."""
    guide, say = desk.guide, desk.say
    signs = [
        plain(sign) for card in (guide.safety.care if guide.safety else ()) for sign in card.signs
    ]
    if not signs:
        return {"alarms": set(), "pains": set(), "care": set()}
    things = (*guide.targets.items(), *guide.equipment.items())
    terms = (_names(desk, name, term) for name, term in things)
    calm = {word for text in (say("search.calm"), *terms) for word in words_of(text)}
    pains = _listed(say("search.pains"))
    alarming = {word for sign in signs for word in words_of(sign)} | _listed(say("search.alarms"))
    return {
        "alarms": {word for word in alarming - calm - pains if len(word) >= SHORTEST},
        "pains": pains,
        "care": _listed(say("search.care")),
    }


def _listed(words: str) -> set[str]:
    """The words of a list, as they are compared. A + joins those that count only together, and
    a / those that count for each other: "cold+hand/foot" is cold+hand and cold+foot."""
    return {
        "+".join(words_of(" ".join(one)))
        for each in words.split()
        for one in product(*(part.split("/") for part in each.split("+")))
    }


def _usual_slug(title: str) -> str:
    """The slug of most pages, which the script can make of their title."""
    return title.lower().replace(" ", "-") if title.isascii() else ""


def _standing(pages: Iterable[Iterable[str]]) -> tuple[str, str]:
    """Every text of these pages, and in the same order the numbers of the pages it stands in."""
    pages = list(pages)
    stands: defaultdict[str, list[int]] = defaultdict(list)
    for number, texts in enumerate(pages):
        for text in {*texts} - {""}:
            stands[text].append(number)
    names = sorted(stands)
    return "\n".join(names), packed((stands[name] for name in names), len(pages))


def packed(rows: Iterable[Sequence[int]], end: int) -> str:
    """Rows of rising numbers below `end` as bits in base64: of each row how many numbers it has
    (Elias' gamma code), then the steps between them (Rice's code, which is short for steps of
    about the length that is usual for so many). Gzip alone would make a third more of them."""
    bits = "".join(chain.from_iterable(_bits(row, end) for row in rows))
    bits += "0" * (-len(bits) % 8)
    return b64encode(int(f"0{bits}", 2).to_bytes(len(bits) // 8, "big")).decode("ascii")


def _bits(row: Sequence[int], end: int) -> Iterator[str]:
    count = f"{len(row):b}"
    yield "0" * (len(count) - 1) + count
    low = max(0, (end * 11 // (16 * len(row))).bit_length() - 1)
    for before, after in pairwise((-1, *row)):
        step = after - before - 1
        yield "1" * (step >> low) + "0"
        if low:
            yield f"{step & ((1 << low) - 1):0{low}b}"


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: in small letters, without accents."""
    letters = text.lower().replace("'", "").replace("’", "")
    if not letters.isascii():
        spread = normalize("NFD", letters)
        letters = "".join(letter for letter in spread if not category(letter).startswith("M"))
    return re.findall(r"[^\W_]+", letters)
