"""The format of an exercise: `content/exercises/SLUG.md`."""

from collections.abc import Mapping
from dataclasses import dataclass

from supple.domain.body import Movement, Position, Side
from supple.domain.dosage import Sides
from supple.domain.exercise import Kind, Level
from supple.domain.quantity import Count, Duration
from supple.domain.vocabulary import Need
from supple.reading.formats.pose import FIGURE, FigureRecord
from supple.reading.formats.values import (
    COUNT,
    EQUIPMENT,
    HOLD,
    NUMBER,
    ONE_HOLD,
    POSITION,
    PROSE_LIST,
    SIDE,
    SLUG_SHAPE,
    TEXT,
    TIME,
    WORD_LIST,
    Published,
    is_slug,
)
from supple.reading.kinds import Choice, Either, ListOf, MapOf, Parsed
from supple.reading.records import Record, key


@dataclass(frozen=True)
class SourceUseRecord:
    source: str = key(TEXT, "A source's code in sources.yaml.", example="mayo-back15")
    hold: Duration | None = key(HOLD, "The hold that it gives.", example="15-30 s", default=None)
    reps: Count | None = key(COUNT, "The repetitions that it gives.", example="2-4", default=None)


SOURCES = ListOf(
    Either(
        Parsed(
            "a source", lambda text: SourceUseRecord(source=text), "write a code of sources.yaml"
        ),
        Record(SourceUseRecord, "a source's use"),
    )
)


@dataclass(frozen=True)
class DefaultRecord:
    hold: Duration | None = key(ONE_HOLD, "The hold that it loads.", example="20 s", default=None)
    reps: int | None = key(NUMBER, "The repetitions that it loads.", example="1", default=None)


DEFAULT = Record(DefaultRecord, "a default")


@dataclass(frozen=True)
class NamedHoldRecord:
    name: str = key(TEXT, "What this hold is called.", example="Stomach down")
    hold: Duration | None = key(
        HOLD, "How long, if not as the dosage says.", example="5 s", default=None
    )
    figure: FigureRecord | None = key(
        FIGURE,
        "What is drawn of this hold, if not the exercise's figure.",
        example="{hold: {lower back: -20}}",
        default=None,
    )


@dataclass(frozen=True)
class DosageRecord:
    hold: Duration | None = key(
        HOLD,
        "How long the position is held, as a range. Without it repetitions are counted.",
        example="15-30 s",
        default=None,
    )
    reps: Count = key(COUNT, "How many times, on each side.", example="2-4", default=Count(1, 1))
    sides: Sides = key(
        Choice(
            Sides,
            "a way to treat sides",
            {Sides.EACH: "one side, then the other", Sides.BOTH: "no sides"},
        ),
        "each: one side, then the other. both: no sides.",
        example="each",
        default=Sides.BOTH,
    )
    side: str = key(
        TEXT, "What is left and right, so that it says 'left leg'.", example="leg", default=""
    )
    first: Side = key(SIDE, "The side to begin with.", example="right", default=Side.LEFT)
    pace: int | None = key(
        TIME, "The seconds of one counted repetition.", example="3 s", default=None
    )
    holds: tuple[NamedHoldRecord, ...] = key(
        ListOf(Record(NamedHoldRecord, "a named hold")),
        "The holds of one repetition, where it has several.",
        example="[{name: Stomach down}, {name: Back up}]",
        default=(),
    )
    default: DefaultRecord = key(
        DEFAULT, "What the timer loads.", example="{hold: 20 s, reps: 1}", default=DefaultRecord()
    )


def _check_dosage(record: DosageRecord) -> tuple[str, str, str] | None:
    if record.hold is None and any(named.hold for named in record.holds):
        return "holds", "the dosage itself has no hold", "write hold: 5 s beside holds:"
    if record.hold is None and record.default.hold:
        return (
            "default",
            "a default hold, where nothing is held",
            "take the hold out of default:, or write hold: 15-30 s as well",
        )
    if record.side and record.sides is not Sides.EACH:
        return (
            "side",
            "a side goes with sides: each only",
            "write sides: each, or take it out",
        )
    return _check_pace(record)


def _check_pace(record: "DosageRecord | ModeRecord") -> tuple[str, str, str] | None:
    if record.pace and (record.hold or record.default.hold):
        return "pace", "a pace goes with counted repetitions only", "take out the pace or the hold"
    return None


@dataclass(frozen=True)
class ModeRecord:
    title: str = key(TEXT, "What the mode is called.", example="Short repeats")
    note: str = key(TEXT, "One sentence: what differs.", example="Let go each time.", default="")
    hold: Duration | None = key(HOLD, "How long, as a range.", example="3-5 s", default=None)
    reps: Count | None = key(COUNT, "How many times.", example="2-5", default=None)
    pace: int | None = key(
        TIME, "The seconds of one counted repetition.", example="3 s", default=None
    )
    default: DefaultRecord = key(
        DEFAULT, "What the timer loads.", example="{hold: 20 s, reps: 1}", default=DefaultRecord()
    )
    kind: Kind | None = key(
        Choice(Kind, "a kind"), "The kind, if it differs.", example="move", default=None
    )
    level: Level | None = key(
        Choice(Level, "a level"), "The level, if it differs.", example="moderate", default=None
    )
    equipment: tuple[Need, ...] | None = key(
        ListOf(EQUIPMENT), "The equipment, if it differs.", example="[towel]", default=None
    )
    sources: tuple[SourceUseRecord, ...] = key(
        SOURCES, "Where the mode's figures come from.", example="[mayo-back15]", default=()
    )
    figure: FigureRecord | None = key(
        FIGURE,
        "What is drawn of the mode, if not the exercise's figure.",
        example="{base: seated, props: [chair]}",
        default=None,
    )


@dataclass(frozen=True)
class ExerciseRecord(Published):
    position: Position = key(
        POSITION,
        "How the body lies, kneels, sits or stands.",
        example="supine",
    )
    targets: tuple[str, ...] = key(
        WORD_LIST,
        "Where you feel it, in the words of targets.yaml.",
        example="[lower back, buttocks]",
        default=(),
    )
    equipment: tuple[Need, ...] = key(
        ListOf(EQUIPMENT),
        "What is needed, in the words of equipment.yaml.",
        example="[mat or bed, pillow (optional)]",
        default=(),
    )
    movements: tuple[Movement, ...] = key(
        ListOf(Choice(Movement, "a movement")),
        "What the body does.",
        example="[bend-forward]",
        default=(),
    )
    level: Level = key(Choice(Level, "a level"), "How hard it is.", example="gentle")
    kind: Kind = key(
        Choice(Kind, "a kind"), "hold, move or rest.", example="hold", default=Kind.HOLD
    )
    dosage: DosageRecord = key(
        Record(DosageRecord, "a dosage", _check_dosage),
        "How long, how often, on which sides.",
        example="{hold: 15-30 s, reps: 2-4, sides: each}",
    )
    modes: Mapping[str, ModeRecord] | None = key(
        MapOf(
            Record(ModeRecord, "a mode", _check_pace),
            is_slug,
            "use small letters, digits and hyphens",
            SLUG_SHAPE,
        ),
        "Other dosages of the same exercise.",
        example="{short-repeats: {title: Short repeats, hold: 3-5 s}}",
        default=None,
    )
    feel: str = key(
        TEXT, "Where you should feel it.", example="A gentle pull in the buttock.", default=""
    )
    mistakes: tuple[str, ...] = key(
        PROSE_LIST,
        "What often goes wrong.",
        example="[pulling before the back has relaxed]",
        default=(),
    )
    easier: str = key(TEXT, "How to make it gentler.", example="Hold behind the thigh.", default="")
    harder: str = key(
        TEXT, "How to make it stronger.", example="Slide the other leg out flat.", default=""
    )
    cautions: tuple[str, ...] = key(
        WORD_LIST, "Codes of cautions.yaml.", example="[stop-pain, hip-replacement]", default=()
    )
    sources: tuple[SourceUseRecord, ...] = key(
        SOURCES,
        "Where the figures come from.",
        example="[{source: mayo-back15, hold: 5 s, reps: 2-3}]",
        default=(),
    )
    figure: FigureRecord | None = key(
        FIGURE,
        "The pose that is drawn, or a picture.",
        example="{view: front, props: [mat]}",
        default=None,
    )
    review: tuple[str, ...] = key(
        PROSE_LIST,
        "What somebody who knows the subject still has to look at, one to a line.",
        example="[Nobody has said how long it is held.]",
        default=(),
    )


def _check_modes(record: ExerciseRecord) -> tuple[str, str, str] | None:
    for name, mode in (record.modes or {}).items():
        if mode.default.hold and not (mode.hold or record.dosage.hold):
            return "modes", f"{name} has a default hold, but no hold", "write hold: 15-30 s as well"
    return None


EXERCISE = Record(ExerciseRecord, "an exercise", _check_modes)
