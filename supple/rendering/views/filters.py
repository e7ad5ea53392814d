"""What lists are narrowed down by: the tags of each row, and the choices that there are.

A tag is a facet and a value, "level=gentle", as it stands in the address bar. Every choice is a
link to the list that it stands for. Where scripts run, choices combine.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from supple.domain.body import Position
from supple.domain.exercise import Exercise, Level
from supple.domain.guide import Guide
from supple.domain.phases import phases_of_dosage, total_seconds
from supple.domain.routine import ExerciseEntry, Room, Routine
from supple.domain.settings import Timing
from supple.domain.vocabulary import Need
from supple.rendering import addresses
from supple.rendering.views.desk import Desk
from supple.rendering.views.paging import is_whole, page_of

STEP: Final = 1.5
"""A time is worth a choice of its own if it is this much longer than the choice before."""
NEARLY: Final = 1.25
"""The longest takes the place of the choice before it if it is hardly longer."""
TAGS: Final = 4096
"""So many different tags are made once: thousands of rows have the same."""
NOTHING_KNOWN: Final[Mapping[str, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its tag, what it says, the list that it leads to, and how many that one has.
    `current`: the page is that list."""

    tag: str
    text: str
    href: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A question with all of its answers; `anyone` is the one that leaves it open."""

    name: str
    title: str
    anyone: str
    options: tuple[Option, ...]

    @property
    def is_answered(self) -> bool:
        """Whether the page is the list of one of the answers."""
        return any(option.current for option in self.options)


@dataclass(frozen=True, slots=True)
class Tagged:
    """The slugs of all exercises or routines, in the order of lists; the minutes and tags of each,
    the times to choose from, and, in the same order, the slugs of those that have each tag."""

    slugs: tuple[str, ...]
    minutes: Mapping[str, int]
    tags: Mapping[str, tuple[str, ...]]
    limits: tuple[int, ...]
    having: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that lists are narrowed down by, made once for a whole site."""

    exercises: Tagged
    routines: Tagged


def catalogue(guide: Guide, known: Mapping[str, int] = NOTHING_KNOWN) -> Catalogue:
    """`known`: the minutes of exercises, by their slugs."""
    timing = guide.settings.timing
    exercises = in_order(guide.exercises.values())
    lengths = {
        each.slug: known.get(each.slug) or exercise_minutes(each, timing) for each in exercises
    }
    minutes = {slug: routine_minutes(guide, each) for slug, each in guide.routines.items()}
    routines = _shortest_first(guide.routines.values(), minutes)
    return Catalogue(
        _tagged(
            lengths,
            {each.slug: [*_exercise_tags(each)] for each in exercises},
        ),
        _tagged(minutes, {each.slug: [*_routine_tags(guide, each)] for each in routines}),
    )


def in_order(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Exercises from the floor up, and by title."""
    return sorted(exercises, key=lambda each: (number_of(each.position), each.title, each.slug))


def number_of(position: Position) -> int:
    """How many positions are nearer to the floor."""
    return _NUMBERS[position]


_NUMBERS: Final = {position: number for number, position in enumerate(Position)}


def _shortest_first(routines: Iterable[Routine], minutes: Mapping[str, int]) -> list[Routine]:
    def order(each: Routine) -> tuple[int, str, str]:
        return minutes[each.slug], each.title, addresses.routine(each.slug)

    return sorted(routines, key=order)


def exercise_minutes(exercise: Exercise, timing: Timing) -> int:
    return in_minutes(total_seconds(phases_of_dosage(exercise, "", timing)))


def routine_minutes(guide: Guide, routine: Routine) -> int:
    """Those of its longest day."""
    return max(map(in_minutes, guide.seconds[routine.slug]))


def in_minutes(seconds: int) -> int:
    return max(1, round(seconds / 60))


def limits_of(minutes: Iterable[int]) -> tuple[int, ...]:
    """The times to choose from, each clearly longer than the one before; the last is enough for
    everything."""
    kept: list[int] = []
    every = sorted(set(minutes))
    for each in every:
        if not kept or each >= STEP * kept[-1]:
            kept.append(each)
    if kept and kept[-1] < every[-1]:
        kept[len(kept) - (every[-1] < NEARLY * kept[-1]) :] = [every[-1]]
    return tuple(kept)


def limit_of(minutes: int, limits: Sequence[int]) -> int:
    """The shortest time to choose that is enough."""
    return next(limit for limit in limits if limit >= minutes)


@lru_cache(TAGS)
def tag(facet: str, value: str | int) -> str:
    """ "target=lower-back"."""
    return f"{facet}={addresses.slug_of(str(value))}"


def equipment_of(exercise: Exercise) -> set[str]:
    return {name for need in exercise.equipment for name in need.choices}


def exercises_of(guide: Guide, routine: Routine) -> Iterator[Exercise]:
    """The exercises of a routine in their order, each as often as it is done."""
    for day in routine.days:
        for entry in day.entries:
            if isinstance(entry, ExerciseEntry):
                yield guide.exercises[entry.exercise]


def _tagged(minutes: Mapping[str, int], tags: Mapping[str, list[str]]) -> Tagged:
    limits = limits_of(minutes.values())
    every = {
        slug: (*own, *(tag("time", limit) for limit in limits if limit >= minutes[slug]))
        for slug, own in tags.items()
    }
    having: dict[str, list[str]] = defaultdict(list)
    for slug, own in every.items():
        for each in own:
            having[each].append(slug)
    found = {each: tuple(slugs) for each, slugs in having.items()}
    return Tagged(tuple(tags), minutes, every, limits, found)


def _exercise_tags(exercise: Exercise) -> Iterator[str]:
    yield tag("position", exercise.position.value)
    yield from (tag("target", name) for name in exercise.targets)
    yield tag("level", exercise.level.value)
    yield from (tag("equipment", name) for name in sorted(equipment_of(exercise)))


def _routine_tags(guide: Guide, routine: Routine) -> Iterator[str]:
    exercises = [*exercises_of(guide, routine)]
    yield from (tag("place", place.value) for place in routine.place)
    yield from sorted({tag("target", name) for each in exercises for name in each.targets})
    yield tag("level", routine.level.value)
    needs: Iterable[Need] = (need for each in exercises for need in each.equipment)
    if routine.equipment is not None:
        needs = routine.equipment
    yield from sorted({tag("equipment", name) for need in needs for name in need.choices})


class Choices:
    """Makes the facets of one page. `tagged` are the rows that are counted; `current` is the tag
    whose list the page is. Where the list of all goes on over several pages, no script can narrow
    it down, so each choice has to lead to a list."""

    def __init__(self, desk: Desk, tagged: Tagged, current: str = "") -> None:
        self._desk, self._tagged, self._current = desk, tagged, current
        self._narrows = is_whole(len(tagged.slugs))

    def of_exercises(self) -> tuple[Facet, ...]:
        return self._worth_asking(
            self.target(),
            self._position(),
            self._level(),
            self._equipment(),
            self._time(),
        )

    def of_routines(self) -> tuple[Facet, ...]:
        return self._worth_asking(
            self.length("lists.by_length"),
            self.place(),
            *([self.target(), self._level(), self._equipment()] if self._narrows else ()),
        )

    def length(self, title: str) -> Facet:
        """Of routines, which have an anchor for each time in the list of all."""
        limits, having = self._tagged.limits, self._tagged.having
        shorter = (0, *(len(having[tag("time", limit)]) for limit in limits))
        hrefs = (
            self._desk.to(addresses.part(addresses.ROUTINES, page_of(before)), time_anchor(limit))
            for limit, before in zip(limits, shorter, strict=False)
        )
        return self._up_to(title, hrefs)

    def _time(self) -> Facet:
        """Of exercises, which have a list of their own for each time."""
        hrefs = (self._desk.to(addresses.time(limit)) for limit in self._tagged.limits)
        return self._up_to("lists.by_time", hrefs)

    def _up_to(self, title: str, hrefs: Iterable[str]) -> Facet:
        say, limits = self._desk.say, self._tagged.limits
        values = (
            (limit, say.number("lists.up_to", limit), href)
            for limit, href in zip(limits, hrefs, strict=True)
        )
        return self._facet("time", title, "lists.any_time", values)

    def place(self) -> Facet:
        to, say = self._desk.to, self._desk.say
        values = (
            (room.value, upper_first(say(f"place.{room.value}")), to(addresses.place(room.value)))
            for room in Room
        )
        return self._facet("place", "lists.by_place", "lists.any_place", values)

    def target(self) -> Facet:
        to, targets = self._desk.to, self._desk.guide.targets
        values = ((name, term.title, to(addresses.target(name))) for name, term in targets.items())
        return self._facet("target", "lists.by_target", "lists.any_target", values)

    def _position(self) -> Facet:
        anchors = ((each.value, self._desk.position(each)) for each in Position)
        values = ((value, anchor.text, anchor.href) for value, anchor in anchors)
        return self._facet("position", "lists.by_position", "lists.any_position", values)

    def _level(self) -> Facet:
        to, say = self._desk.to, self._desk.say
        values = (
            (each.value, upper_first(say(f"level.{each.value}")), to(addresses.level(each.value)))
            for each in Level
        )
        return self._facet("level", "lists.by_level", "lists.any_level", values)

    def _equipment(self) -> Facet:
        to, things = self._desk.to, self._desk.guide.equipment
        values = (
            (name, term.title, to(addresses.equipment(name))) for name, term in things.items()
        )
        return self._facet("equipment", "lists.by_equipment", "lists.any_equipment", values)

    def _facet(
        self, name: str, title: str, anyone: str, values: Iterable[tuple[object, str, str]]
    ) -> Facet:
        options = (
            Option(each, text, href, len(self._tagged.having[each]), each == self._current)
            for value, text, href in values
            if (each := tag(name, value)) in self._tagged.having
        )
        return Facet(name, self._desk.say(title), self._desk.say(anyone), tuple(options))

    @staticmethod
    def _worth_asking(*facets: Facet) -> tuple[Facet, ...]:
        """A question with one answer is none."""
        return tuple(facet for facet in facets if len(facet.options) > 1)


def time_anchor(limit: int) -> str:
    """Where the routines of that time begin in the list of all."""
    return f"up-to-{limit}"


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
