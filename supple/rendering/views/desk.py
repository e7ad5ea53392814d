"""What every view is made with: the guide, its words, and the address of the page."""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, TypeVar

from markupsafe import Markup

from supple.domain.body import Position, Side
from supple.domain.dosage import Dosage
from supple.domain.drawing import Figures
from supple.domain.exercise import Level
from supple.domain.guide import Guide
from supple.domain.phases import Phase, total_seconds
from supple.domain.prose import Prose
from supple.domain.vocabulary import Need
from supple.rendering import addresses, phrases, prose
from supple.rendering.wording import Wording

ROOMS: Mapping[Position, str] = {
    Position.SUPINE: "lying",
    Position.SIDE_LYING: "lying",
    Position.PRONE: "lying",
    Position.HANDS_AND_KNEES: "kneeling",
    Position.KNEELING: "kneeling",
    Position.SEATED: "seated",
    Position.STANDING: "standing",
}
"""The room whose wall colour says the position."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link: where it leads and what it says."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The day of the last check, for people and machines, and the month of the next."""

    iso: str
    text: str
    next: str


@dataclass(frozen=True, slots=True)
class LevelMark:
    """A level as one to three dots and the word."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Countdown:
    """What a timer plays: its phases as JSON, and how long they take."""

    phases: "Json"
    seconds: int


@dataclass(frozen=True)
class Desk:
    """Turns values of the domain into words, links and HTML for the page at `here`.
    `static` has the address of each static file by its name, `pdfs` are the addresses of the PDFs
    that there will be. `shared` is what desks of one guide have made `once`."""

    guide: Guide
    say: Wording
    here: str
    static: Mapping[str, str] = field(default_factory=dict)
    figures: Figures = field(default_factory=Figures)
    pdfs: frozenset[str] = frozenset()
    shared: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, what: Hashable, make: Callable[[], T]) -> T:
        """What is the same on all pages of a guide that lie as deep as this one, where its desks
        share what they make."""
        key = addresses.root_of(self.here), what
        if key not in self.shared:
            self.shared[key] = make()
        made: T = self.shared[key]
        return made

    def to(self, address: str, anchor: str = "") -> str:
        """A link from this page."""
        return addresses.link(self.here, address, anchor)

    def is_draft(self, address: str) -> bool:
        """Whether a page isn't finished, and is there only because its author looks at it."""
        return any(address == addresses.of_file(name) for name in self.guide.unfinished)

    def is_in_review(self, address: str) -> bool:
        """Whether somebody has marked what is still to be looked at on a page."""
        return addresses.exercise_at(address) in self.guide.in_review

    def html(self, text: Prose, owner: str = "") -> Markup:
        """Prose of the page at `owner` (this one, if left out) as HTML for this page."""
        return prose.on_page(text, self.here, owner or self.here)

    def lines(self, texts: Iterable[Prose], owner: str = "") -> tuple[Markup, ...]:
        return tuple(self.html(text, owner) for text in texts)

    def checked(self, day: date | None) -> Checked | None:
        if day is None:
            return None
        words = phrases.date_words(day, self.say)
        return Checked(day.isoformat(), words, phrases.next_check_words(day, self.say))

    def level(self, level: Level) -> LevelMark:
        return self.once(
            level, lambda: LevelMark([*Level].index(level) + 1, self.say(f"level.{level.value}"))
        )

    def position(self, position: Position) -> Anchor:
        address = addresses.position(position.value)
        return Anchor(self.to(address), self.say(f"position.{position.value}"))

    def target(self, name: str) -> Anchor:
        return self.once(
            ("target", name),
            lambda: Anchor(self.to(addresses.target(name)), self.guide.targets[name].title),
        )

    def needs(self, needs: Iterable[Need]) -> str:
        """Equipment in one line: "mat or bed, pillow (if you like)"."""
        return ", ".join(self.once(need, partial(self._need, need)) for need in needs)

    def _need(self, need: Need) -> str:
        titles = [_lower_first(self.guide.equipment[name].title) for name in need.choices]
        words = titles[-1]
        if len(titles) > 1:
            words = self.say("exercise.or", first=", ".join(titles[:-1]), last=words)
        return self.say("exercise.optional", item=words) if need.optional else words

    def side(self, side: Side, dosage: Dosage) -> str:
        return phrases.side_words(side, dosage, self.say)

    def countdown(self, phases: Iterable[Phase]) -> Countdown:
        phases = list(phases)
        as_data = Json(lambda: [phase.as_json() for phase in phases])
        return Countdown(as_data, total_seconds(phases))

    @property
    def script_words(self) -> Markup:
        """The words that scripts need, as JSON."""
        return self.once(
            "script words",
            lambda: as_json({**self.say.section("timer"), **self.say.section("player")}),
        )


class Json:
    """What `as_json` makes of a value, once a template shows it: not all templates do."""

    def __init__(self, value: Callable[[], object]) -> None:
        self.value = value

    def __html__(self) -> str:
        return as_json(self.value())

    def __str__(self) -> str:
        return self.__html__()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Json) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


def as_json(value: object) -> Markup:
    """JSON that can stand in a script element: no `<` in it ends the element early."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
