"""Drafts that their author looks at: marked on their page, on their sheet and in every list."""

import re
from dataclasses import replace
from pathlib import Path

from supple import starter
from supple.rendering.plan import plan_pages
from supple.rendering.theme import render_pages
from tests.guides import STRETCH
from tests.rendering.sites import SAY, STATIC, read

CHANGES = {"content/exercises/twist.md": STRETCH.replace("Knee hug", "Twist")}
MARK = '<b class="draft">Draft</b>'
WHY = "This page isn’t finished."


def pages(folder: Path, *unfinished: str) -> dict[str, str]:
    guide = replace(read(folder, CHANGES), unfinished=frozenset(unfinished))
    made, problems = render_pages([*plan_pages(guide, SAY, STATIC)], [starter.templates()], SAY)
    assert not problems
    return {address: data.decode() for address, data in made}


def test_are_marked_on_their_page_its_sheet_and_its_cards(tmp_path: Path) -> None:
    made = pages(tmp_path, "exercises/twist.md", "routines/morning.md", "pages/safety.md")
    marked = {address for address, html in made.items() if WHY in html}
    wanted = {"exercises/twist.html", "routines/morning.html", "sheets/morning.html"}
    assert marked == {*wanted, "cards/all.html", "cards/morning.html", "safety.html"}


def test_are_marked_in_lists_and_nothing_else_is(tmp_path: Path) -> None:
    html = pages(tmp_path, "exercises/twist.md")["exercises/index.html"]
    rows = re.findall(r'<li class="row".*?</li>', html, re.S)
    assert {"Twist" in row: MARK in row for row in rows} == {True: True, False: False}


def test_are_not_spoken_of_where_there_is_none(tmp_path: Path) -> None:
    assert not [address for address, html in pages(tmp_path).items() if "draft" in html]
