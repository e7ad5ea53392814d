"""The formats of the shared vocabularies: `cautions.yaml`, `sources.yaml`, `targets.yaml`
and `equipment.yaml` in `content/`."""

from collections.abc import Mapping
from dataclasses import dataclass

from supple.domain.anatomy import Region
from supple.domain.body import Movement, Position
from supple.domain.problem import did_you_mean
from supple.domain.vocabulary import CautionKind, Grade
from supple.reading.formats.values import (
    ALLOW,
    SLUG_SHAPE,
    TEXT,
    WEB_ADDRESS,
    WORD_LIST,
    AllowanceRecord,
    is_slug,
)
from supple.reading.kinds import Choice, ListOf, MapOf, Parsed, listed
from supple.reading.records import Record, key

_CALLS: Mapping[str, Position | Movement] = {
    **{position.value: position for position in Position},
    **{movement.value: movement for movement in Movement},
}


def _why_no_call(text: str) -> tuple[str, str] | None:
    near = did_you_mean(text, _CALLS)
    return (f"{text} is not {_CALL.noun}", near) if near else None


_CALL: Parsed[Position | Movement] = Parsed(
    "a position or a movement",
    lambda text: _CALLS.get(text),
    f"write {listed(list(_CALLS))}",
    {"type": "string", "enum": list(_CALLS)},
    _why_no_call,
)


def _allow() -> tuple[AllowanceRecord, ...]:
    """The key of what can have exceptions; each record has a field of its own."""
    allow: tuple[AllowanceRecord, ...] = key(
        ALLOW,
        "Rules that are set aside, each with its reason.",
        example="[{rule: unused-word, because: The next pages use it.}]",
        default=(),
    )
    return allow


@dataclass(frozen=True)
class CautionRecord:
    title: str = key(TEXT, "The condition or the warning.", example="Hip replacement")
    short: str = key(
        TEXT, "The condition in a list, in small letters.", example="hip replacement", default=""
    )
    kind: CautionKind = key(
        Choice(
            CautionKind,
            "a kind of caution",
            {CautionKind.STOP: "when to stop", CautionKind.ASK: "ask somebody first"},
        ),
        "ask: ask somebody first. stop: when to stop.",
        example="ask",
        default=CautionKind.ASK,
    )
    text: str = key(TEXT, "What to do.", example="Follow your surgeon's rules first.")
    sources: tuple[str, ...] = key(
        WORD_LIST, "Codes of sources.yaml.", example="[mayo-back15]", default=()
    )
    called_for_by: tuple[Position | Movement, ...] = key(
        ListOf(_CALL),
        "The positions and movements with which an exercise needs it.",
        example="[prone, twist]",
        default=(),
        name="for",
    )
    allow: tuple[AllowanceRecord, ...] = _allow()


@dataclass(frozen=True)
class SourceRecord:
    title: str = key(TEXT, "The source's title.", example="Back exercises in 15 minutes a day")
    publisher: str = key(TEXT, "Who published it.", example="Mayo Clinic", default="")
    grade: Grade = key(
        Choice(Grade, "a grade"), "How near it is to who answers for it.", example="A"
    )
    url: str = key(
        WEB_ADDRESS, "Its address; published for grade A only.", example="https://…", default=""
    )
    note: str = key(TEXT, "What to know about it.", example="abstract only", default="")
    allow: tuple[AllowanceRecord, ...] = _allow()


@dataclass(frozen=True)
class TermRecord:
    title: str = key(TEXT, "How it stands on pages.", example="Lower back", default="")
    synonyms: tuple[str, ...] = key(
        WORD_LIST,
        "Other words that people search for.",
        example="[lumbar, small of the back]",
        default=(),
    )
    region: Region | None = key(
        Choice(Region, "a region of the body"),
        "Where it is on figures and on the body map; targets only.",
        example="lower-back",
        default=None,
    )
    allow: tuple[AllowanceRecord, ...] = _allow()


CAUTIONS = MapOf(
    Record(CautionRecord, "a caution"), is_slug, "use small letters and hyphens", SLUG_SHAPE
)
SOURCE_LIST = MapOf(
    Record(SourceRecord, "a source"), is_slug, "use small letters and hyphens", SLUG_SHAPE
)
TERMS = MapOf(
    Record(TermRecord, "a term"),
    lambda text: any(character.isalnum() for character in text),
    "use words: its list's address is made of them",
    r"[A-Za-z0-9]|[^\x00-\x7F]",
)
