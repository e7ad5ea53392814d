"""Golden data as values of the domain."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from supple.domain.body import Position, Side
from supple.domain.dosage import Default, Dosage, NamedHold, Sides
from supple.domain.exercise import Exercise, Kind, Level, Text
from supple.domain.packed import pack
from supple.domain.problem import Origin
from supple.domain.quantity import Count, Duration, Unit
from supple.domain.routine import ActivityEntry, Entry, ExerciseEntry

FOLDER = Path(__file__).parent


def load(name: str) -> Any:
    """A golden file's content."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def exercises() -> dict[str, Exercise]:
    """The thirty exercises by slug."""
    known = cast(Mapping[str, Mapping[str, Any]], load("exercises.json"))
    return {slug: exercise(slug, data) for slug, data in known.items()}


def exercise(slug: str, data: Mapping[str, Any]) -> Exercise:
    """An exercise of which only what takes time is filled in."""
    unit = Unit(data["unit"])
    names = [f"hold {number + 1}" for number in range(data["holds"])]
    dosage = Dosage(
        hold=Duration(data["hold"][0], data["hold"][1], unit),
        reps=Count(*data["reps"]),
        default=Default(
            Duration(data["default"]["hold"], data["default"]["hold"], unit),
            data["default"]["reps"],
        ),
        sides=Sides(data["sides"]),
        first=Side(data.get("first", "left")),
        holds=tuple(NamedHold(name) for name in names) if len(names) > 1 else (),
    )
    path = f"content/exercises/{slug}.md"
    return Exercise(
        slug=slug,
        path=path,
        title=slug,
        summary="",
        position=Position(data["position"]),
        targets=(),
        equipment=(),
        movements=(),
        level=Level.GENTLE,
        kind=Kind.HOLD,
        dosage=dosage,
        modes=(),
        text=pack(Text(Origin(path))),
        anchors=frozenset(),
        leads=frozenset(),
        cautions=(),
        sources=(),
        checked=None,
        figure=None,
        aliases=(),
        allow=(),
    )


def entry(data: Mapping[str, Any]) -> Entry:
    """An entry of a golden routine."""
    if "activity" in data:
        return ActivityEntry(data["activity"], data["time"])
    hold = Duration(data["hold"], data["hold"], Unit(data["unit"]))
    return ExerciseEntry(data["exercise"], hold=hold, reps=Count(data["reps"], data["reps"]))
