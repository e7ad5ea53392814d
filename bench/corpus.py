"""A guide made of nothing but numbers: so many exercises, a tenth as many routines, and one page.

It is the same on every machine and belongs to no generator; `bench/tools/` writes it down in the
form of each. Its words are drawn at random and mean nothing.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

TARGETS: Final = (
    "lower back", "upper back", "buttocks", "outer hip", "front of hip", "hamstrings",
    "front of thigh", "inner thigh", "stomach", "waist", "chest", "shoulders",
)  # fmt: skip
POSITIONS: Final = (
    "supine", "side-lying", "prone", "hands-and-knees", "kneeling", "seated", "standing",
)  # fmt: skip
EQUIPMENT: Final = ("bed", "chair", "mat", "pillow", "step", "towel", "wall")
LEVELS: Final = ("gentle", "moderate", "strong")
PLACES: Final = ("bed", "floor", "chair", "standing")
CAUTIONS: Final[Mapping[str, str]] = {
    "stop-pain": "Stop if a pain is sharp or new.",
    "stop-dizzy": "Stop if you feel dizzy or unsteady.",
    "stop-leg": "Stop if your leg goes numb or starts to tingle.",
    "ask-bones": "Ask a health professional first if you have weak bones.",
    "ask-surgery": "Ask your surgeon first if you had an operation lately.",
    "ask-pregnancy": "Ask your midwife for another position if you are pregnant.",
}
SOURCES: Final[Mapping[str, str]] = {
    f"leaflet-{number}": f"Stretching leaflet number {number}" for number in range(1, 41)
}
SMALLEST: Final = 10
"""The least exercises that a corpus has, lest a routine have too few to choose from."""
HOLDS: Final = ((5, 10), (10, 20), (15, 30), (20, 30), (30, 45), (30, 60))

_ADJECTIVES: Final = (
    "Slow", "Long", "Half", "Full", "Crossed", "Lifted", "Rolling", "Folded",
    "Wide", "Narrow", "Bent", "Straight", "Active", "Quiet", "Low", "High",
)  # fmt: skip
_NOUNS: Final = (
    "Stretch", "Bridge", "Fold", "Twist", "Lunge", "Reach", "Curl", "Hinge",
    "Bend", "Raise", "Press", "Slide", "Turn", "Hug", "Circle", "Opener",
)  # fmt: skip
_TEXT: Final = """
breathe slowly and let the weight of one leg settle towards floor while keeping spine long
shoulders relaxed your hand rests on thigh knee pelvis stays level tension through front hip
ease back when stretch becomes strong then again with same care notice any difference between
upper lower adjust range so that movement remains smooth steady comfortable throughout whole
set between rounds drink water finish by walking around room before next exercise
"""
_WORDS: Final = tuple(_TEXT.split())
_LINK: Final = re.compile(r"\(exercise:([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Exercise:
    """`hold` is in seconds, least and most, as are the `reps`; `body` is Markdown whose links to
    other exercises are `exercise:SLUG`."""

    slug: str
    title: str
    summary: str
    position: str
    targets: tuple[str, ...]
    equipment: tuple[str, ...]
    level: str
    hold: tuple[int, int]
    reps: tuple[int, int]
    feel: str
    mistakes: tuple[str, ...]
    cautions: tuple[str, ...]
    sources: tuple[str, ...]
    checked: str
    body: str


@dataclass(frozen=True, slots=True)
class Routine:
    """`exercises` are slugs, each once."""

    slug: str
    title: str
    summary: str
    when: str
    place: str
    level: str
    exercises: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Page:
    slug: str
    title: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Corpus:
    title: str
    summary: str
    exercises: tuple[Exercise, ...]
    routines: tuple[Routine, ...]
    page: Page


def make_corpus(size: int, seed: int = 9) -> Corpus:
    """A guide of `size` exercises, and a tenth as many routines."""
    if size < SMALLEST:
        raise ValueError(f"a corpus has {SMALLEST} exercises at the least")
    chance = Random(f"{seed} {size}")
    names = [_name(chance, number) for number in range(size)]
    return Corpus(
        title="Stretches",
        summary="All exercises and routines.",
        exercises=tuple(_exercise(chance, name, names) for name in names),
        routines=tuple(_routine(chance, number, names) for number in range(size // 10)),
        page=Page(
            "safety", "Check this first", "Some signs need a doctor.", _paragraph(chance, 120)
        ),
    )


def with_links(body: str, address: Callable[[str], str]) -> str:
    """A body whose links to exercises lead where a generator wants them to."""
    return _LINK.sub(lambda link: f"({address(link[1])})", body)


def linked(body: str) -> list[str]:
    """The slugs of the exercises that a body leads to."""
    return _LINK.findall(body)


def _name(chance: Random, number: int) -> tuple[str, str]:
    """An exercise's slug and title."""
    part = chance.choice(TARGETS).capitalize()
    title = f"{chance.choice(_ADJECTIVES)} {part} {chance.choice(_NOUNS)} {number:05d}"
    return title.lower().replace(" ", "-"), title


def _exercise(chance: Random, name: tuple[str, str], names: Sequence[tuple[str, str]]) -> Exercise:
    slug, title = name
    others = [each for each in chance.sample(names, 3) if each != name][:2]
    hold = chance.choice(HOLDS)
    low = chance.randint(1, 3)
    return Exercise(
        slug=slug,
        title=title,
        summary=_sentence(chance, 12),
        position=chance.choice(POSITIONS),
        targets=_some(chance, TARGETS, 3),
        equipment=_some(chance, EQUIPMENT, 3),
        level=chance.choice(LEVELS),
        hold=hold,
        reps=(low, low + chance.randint(1, 3)),
        feel=_sentence(chance, 9),
        mistakes=tuple(_sentence(chance, 6) for _ in range(2)),
        cautions=_some(chance, tuple(CAUTIONS), 3),
        sources=_some(chance, tuple(SOURCES), 3),
        checked=f"2026-{chance.randint(1, 9):02d}-{chance.randint(1, 28):02d}",
        body=_body(chance, hold, others),
    )


def _body(chance: Random, hold: tuple[int, int], others: Sequence[tuple[str, str]]) -> str:
    """About 250 words, with what people use: steps, emphasis, links, a quotation, headings."""
    before, after = (f"[{title}](exercise:{slug})" for slug, title in others)
    told = (_sentence(chance, 11) for _ in range(4))
    held = f"Hold for {hold[0]} to {hold[1]} seconds. {_sentence(chance, 6)}"
    steps = [*told, held, "Do the same with your other leg."]
    return "\n\n".join(
        (
            f"{_stressed(chance, _paragraph(chance, 45))} It goes well with {before}.",
            "\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1)),
            f"> **Mind:** {_paragraph(chance, 22)}",
            "## Why it helps",
            _stressed(chance, _paragraph(chance, 45)),
            "## Worth knowing",
            f"{_paragraph(chance, 45)} Then go on to {after}.",
        )
    )


def _routine(chance: Random, number: int, names: Sequence[tuple[str, str]]) -> Routine:
    several = chance.sample(names, chance.randint(6, 8))
    return Routine(
        slug=f"routine-{number:05d}",
        title=f"Routine {number:05d}",
        summary=_sentence(chance, 11),
        when=_sentence(chance, 5).rstrip("."),
        place=chance.choice(PLACES),
        level=chance.choice(LEVELS),
        exercises=tuple(slug for slug, _ in several),
        body=_paragraph(chance, 40),
    )


def _some(chance: Random, of: Sequence[str], most: int) -> tuple[str, ...]:
    """One to `most` of them, in their own order."""
    return tuple(sorted(chance.sample(of, chance.randint(1, most)), key=of.index))


def _sentence(chance: Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


def _paragraph(chance: Random, words: int) -> str:
    """Sentences of 15 words, the last with what is left."""
    lengths = [15] * (words // 15) + ([words % 15] if words % 15 else [])
    return " ".join(_sentence(chance, length) for length in lengths)


def _stressed(chance: Random, text: str) -> str:
    """A text with one word in italics and one in bold."""
    words = text.split(" ")
    light, strong = sorted(chance.sample(range(1, 14), 2))
    words[light] = f"*{words[light]}*"
    words[strong] = f"**{words[strong]}**"
    return " ".join(words)
