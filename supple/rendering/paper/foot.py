"""What stands at the foot of a sheet's pages: a style for each sheet, since browsers put nothing
else there that differs from one sheet to another."""

from collections.abc import Iterator
from typing import Final

from supple.domain.guide import Guide
from supple.rendering import addresses
from supple.rendering.paper.type import width
from supple.rendering.views.sheet import sheets
from supple.rendering.wording import Wording

WIDEST: Final = 118.0
"""Millimetres of a title in large print."""
POINTS: Final = 18


def plan_feet(guide: Guide, say: Wording) -> Iterator[tuple[str, bytes]]:
    """The style of each sheet: its address and its bytes."""
    if guide.settings.outputs.sheets:
        for routine, day, title in sheets(guide, say):
            yield addresses.sheet_foot(routine.slug, day), foot(title, say).encode("utf-8")


def foot(title: str, say: Wording) -> str:
    """The title at the left, "Page 1 of 2" at the right."""
    counters = {"n": '" counter(page) "', "of": '" counter(pages) "'}
    pages = f'"{_escaped(say.texts["sheet.page"]).format(**counters)}"'
    return (
        f'@page{{@bottom-left{{content:"{_escaped(shortened(title))}"}}'
        f"@bottom-right{{content:{pages}}}}}\n"
    )


def shortened(title: str) -> str:
    """A title that fits beside the number of the page."""
    if width(title, 700, POINTS) <= WIDEST:
        return title
    while width(f"{title}…", 700, POINTS) > WIDEST:
        title = title[:-1]
    return f"{title.rstrip()}…"


def _escaped(text: str) -> str:
    """For a string of CSS."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
