"""The format of home and of every other page: `content/home.md`, `content/pages/SLUG.md`."""

from dataclasses import dataclass

from supple.domain.guide import Urgency
from supple.reading.formats.values import PROSE_LIST, TEXT, Published
from supple.reading.kinds import Choice, ListOf
from supple.reading.records import Record, key


@dataclass(frozen=True)
class CareRecord:
    level: Urgency = key(
        Choice(Urgency, "a level of care"), "How soon help is needed.", example="emergency"
    )
    condition: str = key(
        TEXT,
        "What goes before the signs.",
        example="you have back pain and",
        default="",
        name="if",
    )
    signs: tuple[str, ...] = key(PROSE_LIST, "The signs, one to a line.", example="[chest pain]")
    note: str = key(
        TEXT,
        "A sentence below the signs.",
        example="Abroad, call the number of that country.",
        default="",
    )


@dataclass(frozen=True)
class PageRecord(Published):
    care: tuple[CareRecord, ...] = key(
        ListOf(Record(CareRecord, "a care card")),
        "Care cards, on the safety page.",
        example="[{level: emergency, if: you have back pain and, signs: [chest pain]}]",
        default=(),
    )
    stop: tuple[str, ...] = key(
        PROSE_LIST, "When to stop a stretch, on the safety page.", example="[Dizziness]", default=()
    )


PAGE = Record(PageRecord, "a page")
