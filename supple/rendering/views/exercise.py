"""An exercise's page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from supple.domain.dosage import Dosage
from supple.domain.drawing import shown
from supple.domain.exercise import Exercise, Kind
from supple.domain.phases import phases_of_dosage
from supple.domain.vocabulary import CautionKind, Grade, Source, SourceUse
from supple.rendering import addresses, phrases
from supple.rendering.hold_phrases import as_timer
from supple.rendering.phrases import Figure
from supple.rendering.prose import on_page
from supple.rendering.views import care, player
from supple.rendering.views.desk import (
    ROOMS,
    Anchor,
    Checked,
    Countdown,
    Desk,
    Json,
    LevelMark,
)
from supple.rendering.views.figures import FigureView, figures


@dataclass(frozen=True, slots=True)
class Dose:
    """One dosage: the exercise's own (`mode` is empty) or a mode's. `shown` are its own figures,
    where another mode has others; else the page has them."""

    mode: str
    title: str
    note: Markup
    figures: tuple[Figure, ...]
    range: str
    countdown: Countdown
    shown: tuple[FigureView, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with what it says, and a link where it may be published."""

    name: str
    href: str
    says: str
    grade: str


@dataclass(frozen=True, slots=True)
class ExercisePage:
    """`shown` is empty where each dose has figures of its own. `stop` are the exercise's own
    warnings; without any the guide's list stands in. `needs` is empty where nobody knows."""

    slug: str
    address: str
    title: str
    summary: str
    position: Anchor
    room: str
    shown: tuple[FigureView, ...]
    doses: tuple[Dose, ...]
    exercises: Json
    needs: str
    targets: tuple[Anchor, ...]
    level: LevelMark
    introduction: Markup
    steps: tuple[Markup, ...]
    more: Markup
    feel: Markup
    stop: tuple[care.Warned, ...]
    stop_list: tuple[Markup, ...]
    ask: tuple[care.Warned, ...]
    easier: Markup
    harder: Markup
    mistakes: tuple[Markup, ...]
    references: tuple[Reference, ...]
    routines: tuple[Anchor, ...]
    checked: Checked | None
    words: Markup

    @property
    def is_drawn(self) -> bool:
        """Whether there is a figure, whose room says more than an empty one."""
        return bool(self.shown) or any(dose.shown for dose in self.doses)


def exercise_page(desk: Desk, exercise: Exercise) -> ExercisePage:
    stop = care.warned(desk, [exercise], CautionKind.STOP)
    alike = _looks_alike(exercise)
    own = figures(desk, exercise, "figure") if alike else ()
    doses = tuple(_doses(desk, exercise)) if alike else tuple(_shown_doses(desk, exercise))
    timer = as_timer(exercise.dosage, desk.guide.settings.timing)
    return ExercisePage(
        slug=exercise.slug,
        address=desk.here,
        title=exercise.title,
        summary=exercise.summary,
        position=desk.position(exercise.position),
        room=ROOMS[exercise.position],
        shown=own,
        doses=doses,
        exercises=Json(lambda: player.exercises(desk, _stages(exercise, own, doses))),
        needs=_needs(desk, exercise),
        targets=tuple(desk.target(name) for name in exercise.targets),
        level=desk.level(exercise.level),
        introduction=desk.html(exercise.introduction),
        steps=tuple(on_page(step, desk.here, desk.here, timer) for step in exercise.steps),
        more=desk.html(exercise.more),
        feel=desk.html(exercise.feel),
        stop=stop,
        stop_list=() if stop else care.stop(desk),
        ask=care.warned(desk, [exercise], CautionKind.ASK),
        easier=desk.html(exercise.easier),
        harder=desk.html(exercise.harder),
        mistakes=desk.lines(exercise.mistakes),
        references=tuple(_references(desk, exercise)),
        routines=tuple(_routines(desk, exercise)),
        checked=desk.checked(exercise.checked),
        words=desk.script_words,
    )


def _needs(desk: Desk, exercise: Exercise) -> str:
    """What is needed. That it is nothing is said only where nobody has anything left to review:
    an import may not know."""
    nothing = "" if exercise.review else desk.say("exercise.nothing")
    return desk.needs(exercise.equipment) or nothing


def _stages(
    exercise: Exercise, own: tuple[FigureView, ...], doses: Iterable[Dose]
) -> Iterator[player.Stage]:
    """The figures that the player can show: those of all modes, then those of single ones."""
    yield player.Stage(exercise, "", own)
    for dose in doses:
        yield player.Stage(exercise, dose.mode, dose.shown)


def _looks_alike(exercise: Exercise) -> bool:
    """Whether one picture stands for all modes."""
    own = [each.name for each in shown(exercise)]
    return all([each.name for each in shown(exercise, mode.name)] == own for mode in exercise.modes)


def _shown_doses(desk: Desk, exercise: Exercise) -> Iterator[Dose]:
    """Doses with the figures that change with them."""
    for number, dose in enumerate(_doses(desk, exercise), start=1):
        yield replace(dose, shown=figures(desk, exercise, f"figure-{number}", dose.mode))


def _doses(desk: Desk, exercise: Exercise) -> Iterator[Dose]:
    usual = {Kind.HOLD: "usual", Kind.MOVE: "usual_move", Kind.REST: "usual_rest"}
    own = desk.say(f"dosage.{usual[exercise.kind]}")
    yield _dose(desk, exercise, "", own, Markup(), exercise.kind)
    for mode in exercise.modes:
        yield _dose(desk, exercise, mode.name, mode.title, desk.html(mode.note), mode.kind)


def _dose(desk: Desk, exercise: Exercise, mode: str, title: str, note: Markup, kind: Kind) -> Dose:
    dosage = exercise.dosage_of(mode)
    countdown = desk.countdown(phases_of_dosage(exercise, mode, desk.guide.settings.timing))
    return Dose(
        mode=mode,
        title=title,
        note=note,
        figures=phrases.figures(dosage, countdown.seconds, desk.say),
        range=_range(desk, dosage, kind),
        countdown=countdown,
    )


def _range(desk: Desk, dosage: Dosage, kind: Kind) -> str:
    """The printed range: "Hold for 15 to 30 seconds, 1 to 4 times each leg.", and the names
    of the holds where one repetition has several."""
    said = (_range_alone(desk, dosage, kind), phrases.named_holds(dosage, desk.say))
    return " ".join(part for part in said if part)


def _range_alone(desk: Desk, dosage: Dosage, kind: Kind) -> str:
    reps = phrases.reps_words(dosage.reps, dosage, desk.say)
    if dosage.hold is None:
        return desk.say("dosage.range_count", reps=reps)
    hold = phrases.hold_words(dosage.hold, desk.say)
    if kind is Kind.REST and dosage.reps.high == 1:
        return desk.say("dosage.range_rest", hold=hold)
    return desk.say("dosage.range_hold", hold=hold, reps=reps)


def _references(desk: Desk, exercise: Exercise) -> Iterator[Reference]:
    for use in exercise.sources:
        yield _reference(desk, use, exercise.dosage, "")
    for mode in exercise.modes:
        for use in mode.sources:
            yield _reference(desk, use, mode.dosage, mode.title)


def _reference(desk: Desk, use: SourceUse, dosage: Dosage, mode: str) -> Reference:
    source = desk.guide.sources[use.source]
    name = desk.once(("source", source.code), lambda: _name(desk, source))
    said = [
        phrases.hold_words(use.hold, desk.say) if use.hold else "",
        phrases.reps_words(use.reps, dosage, desk.say) if use.reps else "",
    ]
    says = ", ".join(part for part in said if part)
    about = desk.say("exercise.mode_sources", mode=mode) if mode else ""
    return Reference(
        name=name,
        href=source.url if source.grade is Grade.A else "",
        says=" ".join(part for part in (about, f"{says}." if says else "") if part),
        grade=desk.once(("grade", source.grade), lambda: _grade(desk, source.grade)),
    )


def _grade(desk: Desk, grade: Grade) -> str:
    if grade is Grade.SEED:
        return desk.say("exercise.grade_seed")
    return desk.say("exercise.grade", grade=grade.value)


def _name(desk: Desk, source: Source) -> str:
    if not source.publisher:
        return source.title
    return desk.say("exercise.source", publisher=source.publisher, title=source.title)


def _routines(desk: Desk, exercise: Exercise) -> Iterator[Anchor]:
    """The routines that an exercise is part of."""
    for routine in desk.guide.routines_with.get(exercise.slug, ()):
        yield Anchor(desk.to(addresses.routine(routine.slug)), routine.title)
