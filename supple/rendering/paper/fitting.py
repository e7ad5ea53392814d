"""How a sheet is set on its paper: roomy or snug, and how many lines are left for notes.

Whoever replaces static/sheet.css keeps what it says about columns and sizes, or loses no more than
a page that is filled less well.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import floor
from typing import Final

from supple.domain.paper import Form, Layout
from supple.rendering.paper import heights
from supple.rendering.paper.contents import Fit, SheetEntry, SheetPage
from supple.rendering.paper.measures import Measures, choices
from supple.rendering.wording import Wording

SLACK: Final = 0.6
"""What a page's estimate may be short by, millimetres."""
SLACK_LARGE: Final = 4.0
"""The same in large print: half a line, since a text that wraps otherwise costs a whole one."""
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


def fit(page: SheetPage, form: Form, say: Wording) -> Fit:
    """The roomiest setting that takes no more pages than any other, and with which the first
    exercise comes on the first page, if it can. What stands at the end goes one below the other
    only if that saves a page."""
    is_large = form.layout is Layout.LARGE
    slack = SLACK_LARGE if is_large else SLACK
    tried = [
        _fit(page, measures, say, slack, stacked=stacked)
        for stacked in ((True,) if is_large else (False, True))
        for measures in choices(form)
    ]
    return min(tried, key=lambda each: (each.pages, not each.begins))


def _fit(page: SheetPage, m: Measures, say: Wording, slack: float, *, stacked: bool) -> Fit:
    mind, log = list(heights.mind(page, m, say, stacked=stacked)), heights.log_height(page, m)
    least = FEWEST_LINES
    if stacked:
        end = [*mind, log + least * m.line + 3]
    else:
        least = max(least, floor((sum(mind) - log) / m.line))
        end = [max(sum(mind), log + least * m.line) + 1.7]
    end[-1] += heights.closing(page, m, say)
    body = list(heights.body(page, m, say))
    opening = body[: 3 if page.stop or page.emergency else 2]
    begins = sum(opening) <= m.height - slack
    blocks = [*body, *heights.notes(page, m), *end]
    pages, careful = paginate(blocks, m.height - slack)
    _, hopeful = paginate(blocks, m.height)
    # Where the slack decides on which page a block comes, the notes must suit either: else they
    # would send the foot of the sheet to a page of its own.
    free = min(careful, hopeful)
    more = floor(free / m.line)
    if not stacked and more <= MOST_BESIDE:
        return Fit(m.name, least + more, 0, pages, begins=begins)
    return Fit(m.name, least, floor(free / m.below), pages, stacked, begins)


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
