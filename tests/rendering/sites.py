"""Guides planned and rendered without writing anything."""

from collections.abc import Mapping
from pathlib import Path

from supple import starter
from supple.domain.guide import Guide
from supple.reading.folder import read_guide
from supple.rendering import wording
from supple.rendering.plan import View, plan_pages
from supple.rendering.theme import render_pages
from tests.guides import write_guide
from tests.told import told

SAY = wording.load("en")
STATIC = {
    file.relative_to(starter.static()).as_posix(): f"static/{file.name}"
    for file in starter.static().rglob("*.*")
}


def read(folder: Path, changes: Mapping[str, str | bytes | None]) -> Guide:
    """The small guide with some files changed."""
    guide, problems = read_guide(write_guide(folder, changes))
    assert not problems, told(problems)
    assert guide is not None
    return guide


def plan(folder: Path, changes: Mapping[str, str | bytes | None]) -> dict[str, View]:
    """What its pages' templates see, by address."""
    return {each.address: each.view() for each in plan_pages(read(folder, changes), SAY, STATIC)}


def render(folder: Path, changes: Mapping[str, str | bytes | None]) -> dict[str, str]:
    """The HTML of its pages by address."""
    return rendered(read(folder, changes))


def rendered(guide: Guide) -> dict[str, str]:
    """The HTML of a guide's pages by address."""
    pages, problems = render_pages([*plan_pages(guide, SAY, STATIC)], [starter.templates()], SAY)
    assert not problems, told(problems)
    return {address: data.decode() for address, data in pages}
