"""Durations, counts, dates and dosages in words: computed here and nowhere else."""

from dataclasses import dataclass
from datetime import date

from supple.domain.body import Side
from supple.domain.dosage import Dosage
from supple.domain.phases import Prescription
from supple.domain.quantity import Count, Duration, Unit
from supple.rendering.wording import Wording

CHECK_EVERY = 2
"""Years after which a page has to be checked again."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number to be read from afar: the value, its unit beside it, its meaning below."""

    value: str
    unit: str
    label: str


def hold_words(hold: Duration, say: Wording) -> str:
    """ "20 seconds", "15 to 30 seconds", "2 minutes", "1 breath"."""
    low, high = hold.low, hold.high
    if hold.unit is Unit.BREATHS:
        return _ranged("length.breath", low, high, say)
    if low % 60 == high % 60 == 0:
        return _ranged("length.minute", low // 60, high // 60, say)
    if high < 60:
        return _ranged("length.second", low, high, say)
    if low == high:
        return time_words(low, say)
    return say("length.range", low=time_words(low, say), high=time_words(high, say))


def time_words(seconds: int, say: Wording) -> str:
    """A time to the second: "3 min 4 s", "45 s", "2 min"."""
    minutes, rest = divmod(seconds, 60)
    if minutes and rest:
        return say("length.minutes_seconds", minutes=minutes, seconds=rest)
    return say("length.minutes", n=minutes) if minutes else say("length.seconds", n=rest)


def about_minutes(seconds: int, say: Wording) -> str:
    """A time to the minute: "About 3 minutes"."""
    return say.number("length.about", max(1, round(seconds / 60)))


def clock(seconds: int, say: Wording) -> str:
    """A moment within a routine: "1:39"."""
    return say("length.clock", minutes=seconds // 60, seconds=f"{seconds % 60:02}")


def count_words(count: Count, say: Wording) -> str:
    """ "5 times", "1 time", "2 to 4 times": never 'once' or 'twice', which are misread."""
    return _ranged("length.time", count.low, count.high, say)


def reps_words(reps: Count, dosage: Dosage, say: Wording) -> str:
    """ "5 times", "1 time each leg"."""
    times = count_words(reps, say)
    return f"{times} {each_side(dosage, say)}" if dosage.order_of_sides else times


def each_side(dosage: Dosage, say: Wording) -> str:
    """ "each side", "each leg"."""
    return say("side.each_of", side=dosage.side) if dosage.side else say("side.each")


def side_words(side: Side, dosage: Dosage, say: Wording) -> str:
    """ "Left leg", "Right side"."""
    if dosage.side:
        return say(f"side.{side.value}_of", side=dosage.side)
    return say(f"side.{side.value}")


def named_holds(dosage: Dosage, say: Wording) -> str:
    """The holds of one repetition by their names: "Each time: Stomach down, then Back up."."""
    names = [
        say("dosage.named", name=named.name, hold=hold_words(named.hold, say))
        if named.hold
        else named.name
        for named in dosage.holds
    ]
    return say("dosage.holds", names=say("dosage.then").join(names)) if names else ""


def prescription_words(prescription: Prescription, say: Wording) -> str:
    """An entry's dosage in one line: "2 seconds, 5 times each side"."""
    reps = reps_words(prescription.reps, prescription.dosage, say)
    if prescription.hold is None:
        return reps
    return say("dosage.for", hold=hold_words(prescription.hold, say), reps=reps)


def brief_words(prescription: Prescription, say: Wording) -> str:
    """An entry's dosage for a list: "20 s, each leg", "2 s, 5 times each side", "10 times"."""
    reps, dosage, hold = prescription.reps, prescription.dosage, prescription.hold
    if hold is None:
        return reps_words(reps, dosage, say)
    words = hold_words(hold, say)
    if hold.unit is not Unit.BREATHS and hold.low == hold.high:
        words = time_words(hold.low, say)
    if reps.high > 1:
        return say("dosage.for", hold=words, reps=reps_words(reps, dosage, say))
    if dosage.order_of_sides:
        return say("dosage.for", hold=words, reps=each_side(dosage, say))
    return words


def figures(dosage: Dosage, total: int, say: Wording) -> tuple[Figure, ...]:
    """A dosage's default as numbers: the hold, the repetitions, the time in all."""
    default = dosage.default
    hold = (_hold_figure(default.hold, say),) if default.hold else ()
    label = each_side(dosage, say) if dosage.order_of_sides else say("dosage.times")
    reps = Figure(
        str(default.reps), say(f"unit.time.{'one' if default.reps == 1 else 'other'}"), label
    )
    minutes, seconds = divmod(total, 60)
    whole = (
        Figure(clock(total, say), say("unit.min"), say("dosage.in_all"))
        if minutes and seconds
        else Figure(
            str(minutes or seconds), say("unit.min" if minutes else "unit.s"), say("dosage.in_all")
        )
    )
    return (*hold, reps, whole)


def _hold_figure(hold: Duration, say: Wording) -> Figure:
    label = say("dosage.hold")
    if hold.unit is Unit.BREATHS:
        unit = say(f"unit.breath.{'one' if hold.low == 1 else 'other'}")
        return Figure(str(hold.low), unit, label)
    if hold.low >= 60 and hold.low % 60 == 0:
        return Figure(str(hold.low // 60), say("unit.min"), label)
    return Figure(str(hold.low), say("unit.s"), label)


def date_words(day: date, say: Wording) -> str:
    """ "22 November 2026"."""
    return say("date.long", day=day.day, month=_month(day, say), year=day.year)


def next_check_words(day: date, say: Wording) -> str:
    """The month in which a page checked on that day has to be checked again."""
    return say("date.month_year", month=_month(day, say), year=day.year + CHECK_EVERY)


def _month(day: date, say: Wording) -> str:
    return say("date.months").split()[day.month - 1]


def _ranged(key: str, low: int, high: int, say: Wording) -> str:
    if low == high:
        return say.number(key, low)
    return say("length.range", low=low, high=say.number(key, high))
