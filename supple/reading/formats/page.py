"""The format of home and of every other page: `content/home.md`, `content/pages/SLUG.md`."""

from collections.abc import Mapping
from dataclasses import dataclass

from supple.domain.guide import Urgency
from supple.reading.formats.pose import POSE_OF_PAGE, PoseRecord
from supple.reading.formats.values import PROSE_LIST, SLUG_SHAPE, TEXT, Published, is_slug
from supple.reading.kinds import Choice, ListOf, MapOf
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
    figures: Mapping[str, PoseRecord] | None = key(
        MapOf(POSE_OF_PAGE, is_slug, "use small letters, digits and hyphens", SLUG_SHAPE),
        "Figures by names of your own; the text shows one with ![](#name).",
        example="{half-kneeling: {base: kneeling, start: {left foot: flat}}}",
        default=None,
    )


PAGE = Record(PageRecord, "a page")
