"""Writes tests/golden/fits.json, once sheets are measured or fitted otherwise:

python -m tests.rendering.paper.fits
"""

import json
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from supple.domain.paper import Form, Layout, Paper
from supple.rendering import addresses
from supple.rendering.paper.fitting import roomiest, tries
from supple.rendering.views.desk import Desk
from supple.rendering.views.sheet import sheet_page
from tests import week
from tests.guides import ROUTINE
from tests.rendering.paper.hostile import HOSTILE
from tests.rendering.sites import SAY, read

FITS: Final = Path(__file__).parents[2] / "golden/fits.json"
FORMS: Final = (Form(), Form(Paper.LETTER), Form(Paper.LETTER, Layout.LARGE))
MANY: Final = ROUTINE.replace(
    "  - exercise: knee-hug\n", "  - exercise: knee-hug\n  - rest: 30 s\n" * 9
)
GUIDES: Final = {
    "hard": HOSTILE,
    "morning": {"content/routines/morning.md": MANY.replace("place: bed", "place: floor")},
    "first-week": week.FILES,
}


def fits() -> list[dict[str, Any]]:
    """Sheets by their heights, and for each form how they are set with some exercises left."""
    return [_sheet(slug, form) for slug in GUIDES for form in FORMS]


def _sheet(slug: str, form: Form) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        guide = read(Path(folder), GUIDES[slug])
    page = sheet_page(Desk(guide, SAY, addresses.sheet(slug)), guide.routines[slug])
    tried = tries(page, form, SAY)
    entries = [[[each.key, each.position] for each in day.entries] for day in page.days]
    keys = [each.key for day in page.days for each in day.exercises]
    return {
        "sheet": slug,
        "form": form.name,
        "tried": [each.for_script for each in tried],
        "days": entries,
        "asks": [condition.keys for condition in page.ask],
        "fits": [
            {"kept": kept, **_fit(roomiest(tried, kept.__contains__))} for kept in _picks(keys)
        ],
    }


def _picks(keys: Collection[int]) -> Iterator[list[int]]:
    everything = list(keys)
    yield everything
    yield everything[1:]
    yield everything[::2]
    yield everything[1::3]
    yield everything[:1]
    yield everything[-1:]
    yield []


def _fit(fit: Any) -> dict[str, Any]:
    names = ("setting", "notes", "below", "pages", "stacked", "begins")
    return {name: getattr(fit, name) for name in names}


def as_text() -> str:
    return json.dumps(fits(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FITS.write_text(as_text(), "utf-8")
