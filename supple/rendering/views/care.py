"""Safety: care cards, when to stop, and whom to ask first."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from supple.domain.exercise import Exercise
from supple.domain.guide import SAFETY, CareCard, Urgency
from supple.domain.vocabulary import Caution, CautionKind
from supple.rendering import addresses
from supple.rendering.views.desk import Anchor, Desk


@dataclass(frozen=True, slots=True)
class Card:
    """Signs that call for help; `level` in words for those who don't see the colour."""

    urgency: str
    level: str
    heading: str
    signs: tuple[Markup, ...]
    note: Markup


@dataclass(frozen=True, slots=True)
class Warned:
    """A caution of an exercise."""

    title: str
    text: Markup


@dataclass(frozen=True, slots=True)
class AskFirst:
    """A condition, what to do with it, and the exercises that it concerns."""

    title: str
    text: Markup
    exercises: tuple[Anchor, ...]
    numbers: tuple[int, ...]


def cards(desk: Desk) -> tuple[Card, ...]:
    """The care cards of the safety page, most urgent first."""
    page = desk.guide.safety
    order = list(Urgency)
    found = sorted(page.care if page else (), key=lambda card: order.index(card.urgency))
    return tuple(_card(desk, card) for card in found)


def stop(desk: Desk) -> tuple[Markup, ...]:
    """When to stop a stretch."""
    page = desk.guide.safety
    return desk.lines(page.stop, addresses.page(SAFETY)) if page else ()


def warned(desk: Desk, exercises: Iterable[Exercise], kind: CautionKind) -> tuple[Warned, ...]:
    """The cautions of one kind that exercises name, each told once."""
    codes = dict.fromkeys(code for exercise in exercises for code in exercise.cautions)
    found = (desk.guide.cautions[code] for code in codes)
    return tuple(
        Warned(caution.title, desk.html(caution.text)) for caution in found if caution.kind is kind
    )


def ask_first(desk: Desk, exercises: Iterable[tuple[int, Exercise]]) -> tuple[AskFirst, ...]:
    """The conditions that the numbered exercises of a routine name, each told once."""
    concerned: dict[str, list[tuple[int, Exercise]]] = {}
    for number, exercise in exercises:
        for code in exercise.cautions:
            concerned.setdefault(code, []).append((number, exercise))
    cautions = desk.guide.cautions
    return tuple(
        _ask(desk, cautions[code], found)
        for code, found in concerned.items()
        if cautions[code].kind is CautionKind.ASK
    )


def _ask(desk: Desk, caution: Caution, found: list[tuple[int, Exercise]]) -> AskFirst:
    links = tuple(
        Anchor(desk.to(addresses.exercise(exercise.slug)), exercise.title)
        for exercise in {exercise.slug: exercise for _, exercise in found}.values()
    )
    numbers = tuple(number for number, _ in found)
    return AskFirst(caution.title, desk.html(caution.text), links, numbers)


def _card(desk: Desk, card: CareCard) -> Card:
    owner = addresses.page(SAFETY)
    return Card(
        urgency=card.urgency.value,
        level=desk.say(f"care.{card.urgency.value}"),
        heading=heading(desk, card),
        signs=desk.lines(card.signs, owner),
        note=desk.html(card.note, owner),
    )


def heading(desk: Desk, card: CareCard) -> str:
    """ "Call 999 or go to A&E now if you have back pain and:"."""
    key = "care.heading_condition" if card.condition else "care.heading"
    return desk.say(key, do=_to_do(desk, card.urgency), condition=card.condition)


def _to_do(desk: Desk, urgency: Urgency) -> str:
    whom = desk.guide.settings.emergency
    advice = "_advice" if urgency is Urgency.URGENT and whom.advice else ""
    return desk.say(
        f"care.{urgency.value}_do{advice}",
        call=whom.call,
        department=whom.department,
        doctor=whom.doctor,
        advice=whom.advice,
    )
