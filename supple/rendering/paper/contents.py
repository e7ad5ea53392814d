"""What stands on a sheet: filled by `views/sheet.py`, measured by `fitting.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from markupsafe import Markup

from supple.domain.paper import Form, Paper
from supple.rendering.views import care
from supple.rendering.views.desk import Anchor, Checked, as_json
from supple.rendering.views.figures import FigureView

SHORT: Final = 24
"""Letters."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One exercise as a row: what, how, how much. A rest or an activity has no number. Numbers
    begin again every day; a `key` calls an exercise of the whole sheet, from 1. `move` is
    how to come into the position, where it is another than before; `care` names conditions,
    `is_beside`: below the dosage, where there is more room than below the steps."""

    number: int
    title: str
    mode: str = ""
    position: str = ""
    move: str = ""
    steps: tuple[Markup, ...] = ()
    dosage: tuple[str, ...] = ()
    holds: str = ""
    feel: Markup = field(default_factory=Markup)
    care: str = ""
    note: Markup = field(default_factory=Markup)
    figures: tuple[FigureView, ...] = ()
    is_beside: bool = False
    key: int = 0


@dataclass(frozen=True, slots=True)
class SheetDay:
    """The only day of a plain routine has no title. `ups` is how to get up at the end, by the
    position that one is in then, where the routine doesn't say so itself."""

    title: str
    time: Markup
    entries: tuple[SheetEntry, ...]
    ups: Mapping[str, str] = field(default_factory=dict)

    @property
    def up(self) -> str:
        """How to get up from the last exercise."""
        return self.ups.get(self.exercises[-1].position, "") if self.exercises else ""

    @property
    def exercises(self) -> tuple[SheetEntry, ...]:
        return tuple(entry for entry in self.entries if entry.number)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, and in which exercises: in words, and by their keys for the script that leaves
    some out."""

    text: Markup
    where: str
    keys: tuple[int, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether the exercises are so few that their numbers can stay in one line."""
        return len(self.where) < SHORT


@dataclass(frozen=True, slots=True)
class Condition:
    """With what to ask somebody first. Its warnings of one title stand together."""

    title: str
    advice: tuple[Advice, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        return tuple(key for each in self.advice for key in each.keys)

    @property
    def without_numbers(self) -> "Condition":
        return replace(self, advice=tuple(replace(each, where="") for each in self.advice))


@dataclass(frozen=True, slots=True)
class Fit:
    """How a sheet is set in one form: by which measures (roomy, snug, tight, tight dense, large,
    large close or large close dense), how many lines for notes there are beside the days to tick
    and how many below them, and how many pages that makes. `stacked`: what stands at the end isn't
    side by side. `begins`: the first exercise comes on the first page."""

    setting: str
    notes: int
    below: int
    pages: int
    stacked: bool = False
    begins: bool = True


@dataclass(frozen=True, slots=True)
class SheetPage:
    """`form` is the usual one of the `forms` that this page can be printed in; `fits` has a fit for
    each one's name, and for browsers `tried` how high its parts are in each setting. `is_web`: it
    is the page for browsers. `moves` is how to come from each position into each other, for the
    script that leaves exercises out, and `ask_day` how it names those of a week's day. `letterhead`
    is the height in millimetres of what stands above all. `figure_styles` are for PDFs alone, whose
    maker looks for them in each figure."""

    form: Form
    forms: tuple[Form, ...]
    is_web: bool
    title: str
    routine: str
    facts: tuple[str, ...]
    needs: Markup
    emergency: tuple[care.Card, ...]
    stop: tuple[Advice, ...]
    days: tuple[SheetDay, ...]
    ask: tuple[Condition, ...]
    notes: tuple[Markup, ...]
    after: Markup
    ticks: tuple[str, ...]
    rows: int
    sources: str
    reviewed: str
    checked: Checked | None
    url: str
    code: Markup
    logo: bool
    foot: str
    back: Anchor
    downloads: tuple[Anchor, ...]
    letterhead: float = 0
    figure_styles: Markup = field(default_factory=Markup)
    moves: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ask_day: str = ""
    fits: Mapping[str, Fit] = field(default_factory=dict)
    tried: Mapping[str, Sequence[object]] = field(default_factory=dict)

    @property
    def fit(self) -> Fit:
        return self.fits[self.form.name]

    @property
    def classes(self) -> str:
        return classes(self.form, self.fit)

    @property
    def has_numbered_stops(self) -> bool:
        """Whether a line of when to stop names the exercises that it is for."""
        return any(line.where for line in self.stop)

    @property
    def for_script(self) -> Markup:
        """What a browser needs to know of each form, as JSON: classes, and lines for notes."""
        fits = {
            form.name: [classes(form, fit), fit.notes, fit.below]
            for form in self.forms
            for fit in [self.fits[form.name]]
        }
        return as_json(
            {
                "forms": fits,
                "tried": self.tried,
                "asks": [condition.keys for condition in self.ask],
                "moves": self.moves,
                "ups": [day.ups for day in self.days],
                "day": self.ask_day,
            }
        )

    @property
    def papers(self) -> tuple[Paper, ...]:
        return tuple(dict.fromkeys(form.paper for form in self.forms))

    @property
    def picks(self) -> tuple[tuple[str, tuple[SheetEntry, ...]], ...]:
        """The exercises that can be left out, day by day; the only day has no title."""
        several = sum(len(day.exercises) for day in self.days) > 1
        return tuple((day.title, day.exercises) for day in self.days) if several else ()


def classes(form: Form, fit: Fit) -> str:
    """By which the style knows how a sheet is to be set."""
    return " ".join([form.paper, fit.setting, *(["stacked"] if fit.stacked else [])])
