"""A record of the data set into the text of an exercise's file."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from supple.domain.exercise import Kind, Level
from supple.exchange.free_exercise_db import words
from supple.exchange.free_exercise_db.dosages import Said, said
from supple.exchange.free_exercise_db.positions import position_of
from supple.exchange.free_exercise_db.records import Record
from supple.exchange.free_exercise_db.words import Word
from supple.exchange.yaml_text import Value, page_text

ALWAYS: Final = (
    "Read all of it: the words are the data set's, and nobody who knows the subject has "
    "checked them here.",
    "Nothing is said of movements and cautions. Write movements and cautions, as far as it "
    "calls for some.",
    "There is no summary. Write in a sentence or two what it is for.",
)
"""What has to be looked at in every exercise of the data set."""

_MARKDOWN: Final = re.compile(r"([\\`*_\[\]])")
_BEGINS: Final = re.compile(r"^([-+#>=~:]|\d+(?=[.)]))(?P<rest>[.)]?)")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How a guide calls what the data set needs: each gives the guide's own word."""

    target: Callable[[Word, str], str]
    thing: Callable[[Word, str], str]


@dataclass(frozen=True, slots=True)
class Imported:
    """An exercise as text, with how many things somebody has to look at."""

    text: str
    to_review: int


def exercise_of(record: Record, vocabulary: Vocabulary, *, draft: bool) -> Imported:
    """The text of a record's exercise. `draft`: it is hidden until somebody takes that out."""
    dosage = said(record.instructions, held=record.force == "static")
    position, about_position = position_of(record.name, record.instructions)
    targets, about_targets = _targets(record, vocabulary)
    equipment, about_equipment = _equipment(record, vocabulary)
    level, about_level = _level(record)
    kind, about_kind = _kind(record, dosage)
    doubts = (
        about_position,
        *about_targets,
        *about_equipment,
        about_level,
        about_kind,
        *dosage.doubts,
    )
    missing = (
        () if record.instructions else ("There are no steps. Write them below, 1. and so on.",)
    )
    review = [*ALWAYS, *missing, *filter(None, doubts)]
    front: dict[str, Value] = {
        "title": record.name,
        **({"draft": True} if draft else {}),
        "review": review,
        "position": position.value,
        **({"targets": targets} if targets else {}),
        **({"equipment": equipment} if equipment else {}),
        "level": level.value,
        "kind": kind.value,
        "dosage": _dosage(dosage),
        "sources": [_source(dosage)],
    }
    return Imported(page_text(front, _body(record.instructions)), len(review))


def _level(record: Record) -> tuple[Level, str]:
    level = words.LEVELS.get(record.level)
    if not level:
        return Level.MODERATE, "The data set doesn't say how hard it is. The level is a guess."
    trains = record.category not in words.GENTLE_CATEGORIES or record.equipment in words.WEIGHTS
    if level is Level.GENTLE and trains:
        level = Level.MODERATE
    return level, (
        f"The data set says {record.level}, which is about experience and not about how hard it "
        f"is. The level, {level}, is a guess."
    )


def _kind(record: Record, dosage: Said) -> tuple[Kind, str]:
    """Whether it is held or moved: whoever counts repetitions moves, unless a hold is told."""
    if dosage.hold:
        return Kind.HOLD, ""
    if record.force != "static":
        return Kind.MOVE, ""
    if not dosage.counts:
        return Kind.HOLD, ""
    return Kind.MOVE, (
        "The data set calls it static, but its text counts repetitions. That one moves in it is "
        "a guess."
    )


def _targets(record: Record, vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """The guide's words for the muscles, and what is to be said of the others."""
    known = [muscle for muscle in record.muscles if muscle in words.MUSCLES]
    targets = [vocabulary.target(words.MUSCLES[muscle], muscle) for muscle in known]
    doubts = [
        f"It works the {muscle}, for which there is no target here. Write where one feels it."
        for muscle in record.muscles
        if muscle not in words.MUSCLES
    ]
    if not record.muscles:
        doubts = ["The data set names no muscle. Write below targets where one feels it."]
    return [*dict.fromkeys(targets)], doubts


def _equipment(record: Record, vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """The guide's words for what is needed, and what is to be said of the rest."""
    text = " ".join((record.name, *record.instructions))
    needed = [
        vocabulary.thing(word, word.word)
        for pattern, word in words.NAMED_IN_TEXT.items()
        if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE)
    ]
    doubts = []
    if needed:
        doubts.append(f"Its text speaks of {' and '.join(needed)}. Is that needed?")
    if own := words.EQUIPMENT.get(record.equipment):
        needed.insert(0, vocabulary.thing(own, record.equipment))
    elif record.equipment == words.UNNAMED:
        doubts.append("The data set says that something is needed, but not what. Write equipment.")
    elif not record.equipment:
        if not needed:
            doubts.append(
                "The data set doesn't say what is needed, so the page doesn't either. Write "
                "equipment, if it takes some."
            )
    elif record.equipment != words.NO_EQUIPMENT:
        doubts.append(f"It needs {record.equipment}, for which there is no word here.")
    if re.search(r"\bpartner\b", text, re.IGNORECASE):
        doubts.append("It takes a partner. Say so in the title or the summary, or leave it out.")
    return [*dict.fromkeys(needed)], doubts


def _dosage(dosage: Said) -> dict[str, Value]:
    told: dict[str, Value] = {}
    if dosage.hold:
        told["hold"] = str(dosage.hold)
    told["reps"] = _count(dosage)
    if dosage.sides:
        told["sides"] = dosage.sides.value
    if dosage.side:
        told["side"] = dosage.side
    return told


def _count(dosage: Said) -> Value:
    reps = dosage.reps
    if reps is None:
        return 1
    return str(reps) if reps.is_range else reps.low


def _source(dosage: Said) -> Value:
    """The source with the figures that its text gives."""
    if not (dosage.hold or dosage.reps):
        return words.SOURCE
    use: dict[str, Value] = {"source": words.SOURCE}
    if dosage.hold:
        use["hold"] = str(dosage.hold)
    if dosage.reps:
        use["reps"] = _count(dosage)
    return use


def _body(instructions: Sequence[str]) -> str:
    return "".join(("\n", *_numbered(instructions))) if instructions else ""


def _numbered(instructions: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(instructions, start=1):
        yield f"{number}. {as_markdown(text)}\n"


def as_markdown(text: str) -> str:
    """A plain text such that Markdown shows it as it is."""
    escaped = _MARKDOWN.sub(r"\\\1", _ENTITY.sub("&amp;", text)).replace("<", "&lt;")
    return _BEGINS.sub(_not_a_beginning, escaped)


def _not_a_beginning(match: re.Match[str]) -> str:
    """What stands at the beginning of a text and would begin a list or a heading."""
    number, sign = match[1], match["rest"]
    return f"{number}\\{sign}" if number.isdigit() else f"\\{number}{sign}"
