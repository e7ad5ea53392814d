"""How high each part of a sheet is in one setting, so that what is left of it can be fitted where
somebody leaves exercises out: here, and by the same rules in `frontend/fitting.js`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from supple.rendering.paper import heights
from supple.rendering.paper.contents import SheetDay, SheetPage
from supple.rendering.paper.measures import Measures
from supple.rendering.wording import Wording

Moves: TypeAlias = Mapping[str, Mapping[str, float]]
"""How high the words are that say how to come from a position into another; from "" to begin."""

SLACK: Final = 0.6
"""What a page's estimate may be short by, millimetres."""
SLACK_LARGE: Final = 4.0
"""The same in large print: half a line, since a text that wraps otherwise costs a whole one."""
DIGITS: Final = 2
"""Behind the point, in what scripts are told of millimetres."""


@dataclass(frozen=True, slots=True)
class Row:
    """An exercise by its key, or a rest, which has the key 0 and always stays. It is as high as
    what stands at the sides, or as its steps below the words on how to come into its position."""

    key: int
    position: str
    beside: float
    steps: float

    def height(self, move: float) -> float:
        return max(self.beside, self.steps + move)


@dataclass(frozen=True, slots=True)
class Day:
    """Its title, its rows, and what stands below them: how to get up, by the last position, and
    the routine's own words."""

    title: float
    rows: tuple[Row, ...]
    ups: Mapping[str, float]
    after: float


@dataclass(frozen=True, slots=True)
class Measured:
    """All in millimetres. `room` is a page's height without `slack`; `opening` what stands
    before the exercises; `asks` whom to ask first, each with the keys of its exercises, below
    the heading `ask`: how high it is without their numbers, and with all of them; they take as
    much less as fewer are left, in whole lines of text (`leading`). A `line` for notes stands
    beside the days to tick, and one as high as `below` below."""

    setting: str
    stacked: bool
    room: float
    slack: float
    opening: tuple[float, ...]
    days: tuple[Day, ...]
    notes: tuple[float, ...]
    ask: float
    asks: tuple[tuple[tuple[int, ...], float, float], ...]
    leading: float
    log: float
    closing: float
    line: float
    below: float
    moves: Moves

    @property
    def for_script(self) -> dict[str, object]:
        """With what differs from one setting to another, and in which order is known."""
        return {
            "setting": self.setting,
            "stacked": self.stacked,
            "room": self.room,
            "slack": self.slack,
            "opening": _rounded(self.opening),
            "days": [
                {
                    "title": round(day.title, DIGITS),
                    "rows": [_rounded((row.beside, row.steps)) for row in day.rows],
                    "ups": {position: round(up, DIGITS) for position, up in day.ups.items()},
                    "after": round(day.after, DIGITS),
                }
                for day in self.days
            ],
            "notes": _rounded(self.notes),
            "ask": round(self.ask, DIGITS),
            "asks": [_rounded(sizes) for _, *sizes in self.asks],
            "end": _rounded((self.log, self.closing, self.line, self.below, self.leading)),
            "moves": {
                before: {here: round(height, DIGITS) for here, height in ways.items()}
                for before, ways in self.moves.items()
            },
        }


def measured(page: SheetPage, m: Measures, say: Wording, *, stacked: bool) -> Measured:
    return Measured(
        setting=m.name,
        stacked=stacked,
        room=m.height,
        slack=SLACK_LARGE if m.is_large else SLACK,
        opening=tuple(_opening(page, m, say)),
        days=tuple(_day(page, day, m, say) for day in page.days),
        notes=tuple(heights.notes(page, m)),
        ask=heights.ask_height(page, m, say, stacked=stacked),
        asks=tuple(
            (
                each.keys,
                heights.condition_height(each.without_numbers, m, stacked=stacked),
                heights.condition_height(each, m, stacked=stacked),
            )
            for each in page.ask
        ),
        leading=m.line_height,
        log=heights.log_height(page, m),
        closing=heights.closing(page, m, say),
        line=m.line,
        below=m.below,
        moves={
            before: {here: heights.move_height(words, m) for here, words in ways.items()}
            for before, ways in page.moves.items()
        },
    )


def _opening(page: SheetPage, m: Measures, say: Wording) -> Iterator[float]:
    yield page.letterhead + heights.head_height(page, m, say)
    if page.stop or page.emergency:
        yield heights.stop_height(page, m, say)


def _day(page: SheetPage, day: SheetDay, m: Measures, say: Wording) -> Day:
    after = f"{say('sheet.after')} {heights.plain(page.after)}" if page.after else ""
    return Day(
        title=heights.day_title_height(day, m),
        rows=tuple(
            Row(each.key, each.position, *heights.row_sides(each, m, say)) for each in day.entries
        ),
        ups={position: heights.after_height(way, m) for position, way in day.ups.items()},
        after=heights.after_height(after, m),
    )


def _rounded(sizes: Sequence[float]) -> list[float]:
    return [round(size, DIGITS) for size in sizes]
