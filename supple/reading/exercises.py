"""An exercise's text into an exercise."""

from collections.abc import Iterable
from dataclasses import replace

from supple.domain.dosage import Default, Dosage, NamedHold
from supple.domain.exercise import Exercise, Mode, Text
from supple.domain.packed import H, pack, shared
from supple.domain.pose import Figure
from supple.domain.problem import Problem
from supple.domain.prose import leads_of
from supple.domain.quantity import Duration
from supple.domain.vocabulary import SourceUse
from supple.reading.formats.exercise import (
    EXERCISE,
    ExerciseRecord,
    ModeRecord,
    SourceUseRecord,
)
from supple.reading.pages import Sheet, read_page_file
from supple.reading.poses import read_figure
from supple.reading.prose import ProseReader


def read_exercise(
    text: str, path: str, slug: str, prose: ProseReader
) -> tuple[Exercise | None, bool, list[Problem]]:
    """The exercise, whether it is a draft, and its problems; None where it can't be read."""
    sheet, problems = read_page_file(text, path, EXERCISE, prose, steps=True)
    if sheet is None:
        return None, False, problems
    record = sheet.record
    figure = read_figure(record.figure, sheet, record.position, "figure")
    dosage = _dosage(sheet, figure)
    exercise = Exercise(
        slug=slug,
        path=path,
        title=record.title,
        summary=record.summary,
        position=record.position,
        targets=_all_shared(record.targets),
        equipment=_all_shared(record.equipment),
        movements=record.movements,
        level=record.level,
        kind=record.kind,
        dosage=dosage,
        modes=tuple(
            _mode(sheet, name, mode, dosage, figure) for name, mode in (record.modes or {}).items()
        ),
        text=pack(
            Text(
                origin=sheet.origin,
                introduction=sheet.body.introduction,
                steps=sheet.body.steps,
                more=sheet.body.more,
                feel=sheet.inline(record.feel, "feel"),
                mistakes=sheet.lines(record.mistakes, "mistakes"),
                easier=sheet.inline(record.easier, "easier"),
                harder=sheet.inline(record.harder, "harder"),
                written=sheet.written,
            )
        ),
        anchors=frozenset(map(shared, sheet.body.anchors)),
        leads=frozenset(),
        cautions=_all_shared(record.cautions),
        sources=_sources(record.sources),
        checked=record.checked,
        figure=figure,
        aliases=record.aliases,
        allow=sheet.allow,
        review=record.review,
    )
    return replace(exercise, leads=leads_of(exercise.references)), record.draft, problems


def _dosage(sheet: Sheet[ExerciseRecord], figure: Figure | None) -> Dosage:
    """The dosage with its default filled in: what isn't said is the least of the range."""
    record = sheet.record.dosage
    return Dosage(
        hold=record.hold,
        reps=record.reps,
        default=Default(
            hold=(record.default.hold or _least(record.hold)) if record.hold else None,
            reps=record.default.reps or record.reps.low,
        ),
        sides=record.sides,
        side=record.side,
        first=record.first,
        pace=record.pace,
        holds=_holds(sheet, figure),
    )


def _holds(sheet: Sheet[ExerciseRecord], figure: Figure | None) -> tuple[NamedHold, ...]:
    """The holds of a repetition; one without a figure has that of the whole."""
    position = sheet.record.position
    return tuple(
        NamedHold(
            named.name,
            named.hold,
            read_figure(named.figure, sheet, position, "dosage", "holds", number, "figure")
            or figure,
        )
        for number, named in enumerate(sheet.record.dosage.holds)
    )


def _mode(
    sheet: Sheet[ExerciseRecord],
    name: str,
    record: ModeRecord,
    base: Dosage,
    usual_figure: Figure | None,
) -> Mode:
    """A mode with all that it leaves out taken from the exercise. A pace makes it counted."""
    exercise = sheet.record
    own = read_figure(record.figure, sheet, exercise.position, "modes", name, "figure")
    figure = own or usual_figure
    hold = record.hold or (None if record.pace else base.hold)
    usual_hold = _least(record.hold) or (base.default.hold if hold else None)
    usual_reps = record.reps.low if record.reps else base.default.reps
    dosage = Dosage(
        hold=hold,
        reps=record.reps or base.reps,
        default=Default(
            hold=(record.default.hold or usual_hold) if hold else None,
            reps=record.default.reps or usual_reps,
        ),
        sides=base.sides,
        side=base.side,
        first=base.first,
        pace=record.pace or base.pace,
        holds=_holds(sheet, figure),
    )
    return Mode(
        name=name,
        title=record.title,
        note=sheet.inline(record.note, "modes", name, "note"),
        dosage=dosage,
        kind=record.kind or exercise.kind,
        level=record.level or exercise.level,
        equipment=exercise.equipment if record.equipment is None else record.equipment,
        sources=_sources(record.sources),
        figure=figure,
    )


def _sources(records: Iterable[SourceUseRecord]) -> tuple[SourceUse, ...]:
    return _all_shared(SourceUse(each.source, each.hold, each.reps) for each in records)


def _all_shared(values: Iterable[H]) -> tuple[H, ...]:
    return tuple(map(shared, values))


def _least(hold: Duration | None) -> Duration | None:
    return Duration(hold.low, hold.low, hold.unit) if hold else None
