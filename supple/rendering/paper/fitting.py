"""How a sheet is set on its paper: roomy or snug, and how many lines are left for notes.

Whoever replaces static/sheet.css keeps what it says about columns and sizes, or loses no more than
a page that is filled less well.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil, floor
from typing import Final, TypeAlias

from supple.domain.paper import Form, Layout
from supple.rendering.paper import heights
from supple.rendering.paper.contents import Fit, SheetEntry, SheetPage
from supple.rendering.paper.measured import Day, Measured, Moves, Row, measured
from supple.rendering.paper.measures import choices
from supple.rendering.wording import Wording

IsKept: TypeAlias = Callable[[int], bool]
"""Whether an exercise is on the sheet, by its key."""

FEWEST_LINES: Final = 2
MOST_BESIDE: Final = 4
"""More lines than so many stand below the days to tick, over the whole width."""


def arranged(entry: SheetEntry, form: Form, say: Wording) -> SheetEntry:
    """An exercise whose conditions stand where its row is lower for it: below its steps, or
    below its dosage."""
    m = choices(form)[-1]
    beside = replace(entry, is_beside=True)
    is_lower = heights.row_height(beside, m, say) < heights.row_height(entry, m, say)
    return beside if is_lower else entry


def tries(page: SheetPage, form: Form, say: Wording) -> tuple[Measured, ...]:
    """A sheet in all settings that it may have in a form, the roomiest first. What stands at the
    end goes one below the other only if that saves a page, and always in large print."""
    is_large = form.layout is Layout.LARGE
    return tuple(
        measured(page, measures, say, stacked=stacked)
        for stacked in ((True,) if is_large else (False, True))
        for measures in choices(form)
    )


def roomiest(tried: Iterable[Measured], is_kept: IsKept = lambda key: True) -> Fit:
    """The roomiest setting that takes no more pages than any other, and with which the first
    exercise comes on the first page, if it can. Some exercises may be left out."""
    fits = (_fit(each, is_kept) for each in tried)
    return min(fits, key=lambda each: (each.pages, not each.begins))


def _fit(each: Measured, is_kept: IsKept) -> Fit:
    asked = _asked(each, is_kept)
    least = FEWEST_LINES
    if each.stacked:
        end = [asked, each.log + least * each.line + 3]
    else:
        least = max(least, floor((asked - each.log) / each.line))
        end = [max(asked, each.log + least * each.line) + 1.7]
    end[-1] += each.closing
    rows = [height for day in each.days for height in _rows(day, each.moves, is_kept)]
    blocks = [*each.opening, *rows, *each.notes, *end]
    begins = sum([*each.opening, *rows[:1]]) <= each.room - each.slack
    pages, careful = paginate(blocks, each.room - each.slack)
    _, hopeful = paginate(blocks, each.room)
    # Where the slack decides on which page a block comes, the notes must suit either: else they
    # would send the foot of the sheet to a page of its own.
    free = min(careful, hopeful)
    more = floor(free / each.line)
    if not each.stacked and more <= MOST_BESIDE:
        return Fit(each.setting, least + more, 0, pages, begins=begins)
    below = floor(free / each.below)
    return Fit(each.setting, least, below, pages, each.stacked, begins)


def _asked(each: Measured, is_kept: IsKept) -> float:
    """How high all is that says whom to ask first."""
    height = 0.0
    for keys, bare, whole in each.asks:
        left = sum(map(is_kept, keys))
        if left:
            lines = round((whole - bare) / each.leading)
            height += bare + ceil(lines * left / len(keys)) * each.leading
    return height + each.ask if height else 0


def _rows(day: Day, moves: Moves, is_kept: IsKept) -> Sequence[float]:
    """The heights of a day's rows, with its title and what stands below them; none where none of
    its exercises is left."""
    kept = [row for row in day.rows if row.key and is_kept(row.key)]
    if not kept and any(row.key for row in day.rows):
        return ()
    rows = list(_heights(day.rows, moves, is_kept))
    rows[0] += day.title
    rows[-1] += day.ups.get(kept[-1].position, 0) if kept else 0
    rows[-1] += day.after
    return rows


def _heights(rows: Iterable[Row], moves: Moves, is_kept: IsKept) -> Iterator[float]:
    before = ""
    for row in rows:
        if not row.key:
            yield row.height(0)
        elif is_kept(row.key):
            yield row.height(moves.get(before, {}).get(row.position, 0))
            before = row.position


def paginate(blocks: Iterable[float], height: float) -> tuple[int, float]:
    """On how many pages blocks come that may not be broken, and what is left of the last one.
    A block that is higher than a page is broken all the same."""
    pages, free = 1, height
    for block in blocks:
        if block > free and free < height:
            pages, free = pages + 1, height
        while block > height:
            pages, block = pages + 1, block - height
        free -= block
    return pages, max(free, 0)
