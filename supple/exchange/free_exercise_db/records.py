"""The data set's JSON into records, and what is wrong with it in plain words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from supple.domain.problem import Place, Problem, Severity
from supple.exchange.json_text import RULE, read_json
from supple.reading.files import UNSHOWN
from supple.reading.kinds import listed

_GLUED: Final = re.compile(r"(?<=[a-z)][.!?])(?=[A-Z])")
"""Where a sentence begins without a space before it."""


@dataclass(frozen=True, slots=True)
class Record:
    """An exercise of the data set; what it doesn't say is empty. `muscles` are the primary ones."""

    name: str
    category: str
    force: str
    level: str
    equipment: str
    muscles: tuple[str, ...]
    instructions: tuple[str, ...]


class _UnfitError(Exception):
    """A record that can't be read, and why."""


def read_records(text: str, path: str) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """The records of the data set, and a warning for each that can't be read. Without a list of
    records there is one error, and none of them."""
    data, problem = read_json(text, path)
    if problem:
        return (), (problem,)
    if not isinstance(data, list) or not data:
        what = "an empty list" if data == [] else "no list"
        message = f"this is {what}, where the exercises of the data set belong"
        return (), (Problem(Place(path), RULE, message, "take its file dist/exercises.json"),)
    records: list[Record] = []
    problems: list[Problem] = []
    for number, each in enumerate(data, start=1):
        try:
            records.append(_record(each))
        except _UnfitError as why:
            message = f"exercise {number} of the file is left out: {why}"
            problems.append(Problem(Place(path), RULE, message, "", Severity.WARNING))
    if not records:
        hint = "take the data set's file dist/exercises.json"
        problems.append(Problem(Place(path), RULE, "no exercise of the file can be read", hint))
    return tuple(records), tuple(problems)


def of_categories(
    records: Iterable[Record], categories: Iterable[str], path: str
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """The records of these categories, or all if there are none; an error for each that no
    record has."""
    every = tuple(records)
    wanted = [category.strip().casefold() for category in categories]
    known = Counter(record.category for record in every if record.category)
    unknown = [category for category in wanted if category not in known]
    if unknown:
        told = [f"{name} ({count})" for name, count in sorted(known.items())]
        hint = f"it has {listed(told, 'and')}" if told else "leave --category out"
        return (), tuple(
            Problem(Place(path), RULE, f"the file has no category {category}", hint)
            for category in unknown
        )
    return tuple(each for each in every if not wanted or each.category in wanted), ()


def _record(data: object) -> Record:
    if not isinstance(data, dict):
        raise _UnfitError("it is no object with keys")
    record = Record(
        name=_text(data, "name"),
        category=_text(data, "category").casefold(),
        force=_text(data, "force").casefold(),
        level=_text(data, "level").casefold(),
        equipment=_text(data, "equipment").casefold(),
        muscles=tuple(each.casefold() for each in _texts(data, "primaryMuscles")),
        instructions=tuple(_texts(data, "instructions")),
    )
    if not any(character.isalnum() for character in record.name):
        raise _UnfitError("it has no name")
    return record


def _text(data: dict[str, object], key: str) -> str:
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _UnfitError(f"its {key} is no text")
    return tidied(value)


def _texts(data: dict[str, object], key: str) -> Iterator[str]:
    values = data.get(key)
    if values is None:
        return
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise _UnfitError(f"its {key} are no list of texts")
    yield from (text for each in values if (text := tidied(each)))


def tidied(text: str) -> str:
    """A text in one line, with a space between its sentences and nothing that can't be shown."""
    return _GLUED.sub(" ", " ".join(UNSHOWN.sub("", text).split()))
