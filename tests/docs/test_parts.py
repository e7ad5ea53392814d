"""The page of parts shows every part, from the templates, with nothing that it would have to fetch
from anywhere."""

import re

import pytest

from docs.making.everything import DOCS
from docs.making.parts import OF_PAPER, PARTS
from docs.making.specimens import FIGURE, Shown, parts_in_words, parts_page, shown
from supple import starter

PAGE = parts_page()


@pytest.fixture(scope="module")
def every() -> list[Shown]:
    return shown()


def test_every_file_of_a_part_is_there() -> None:
    """Whoever adds one to templates/parts/ adds it to docs/making/parts.py."""
    files = {file.name for file in (starter.templates() / "parts").iterdir()}
    assert {part.template for part in PARTS if part.template} | OF_PAPER == files


def test_every_state_is_found_in_the_pages(every: list[Shown]) -> None:
    lost = [
        (each.part.name, state.name)
        for each in every
        for state in each.part.states
        if state.name not in {specimen.name for specimen in each.specimens}
    ]
    assert lost == []


def test_every_change_changes_something(every: list[Shown]) -> None:
    """No state looks like another for want of what was to be changed."""
    alike = [
        (each.part.name, one.name)
        for each in every
        for number, one in enumerate(each.specimens)
        for other in each.specimens[:number]
        if _bare(one.light) == _bare(other.light)
    ]
    assert alike == []


def _bare(html: str) -> str:
    """Without the marks that tell specimens apart."""
    return re.sub(r"-[ld]\d+-\d+", "", html)


def test_both_schemes_are_shown(every: list[Shown]) -> None:
    for each in every:
        for specimen in each.specimens:
            assert specimen.light
            assert specimen.dark or each.part.template == "head.html"
    assert PAGE.count('data-scheme="light"') == PAGE.count('data-scheme="dark"') > len(PARTS)


def test_what_only_a_hand_can_do_has_its_rules() -> None:
    for name in ("as-hover", "as-focus", "as-active"):
        assert f".button.{name} {{" in PAGE


def test_no_two_things_have_one_name() -> None:
    names = re.findall(r'\bid="([^"]*)"', re.sub(r'srcdoc="[^"]*"', "", PAGE))
    assert len(names) == len({*names})


def test_it_fetches_nothing_but_what_lies_beside_it() -> None:
    sources = set(re.findall(r'<(?:img|link|script)\b[^>]*?(?:src|href)="([^"]*)"', PAGE))
    styles = {f"../static/{name}.css" for name in ("supple", "figure", "player")}
    assert sources == {*styles, FIGURE}
    assert all((DOCS / source).is_file() for source in sources)
    assert "<script" not in PAGE


def test_the_words_name_every_part() -> None:
    words = parts_in_words()
    assert [part.name for part in PARTS if f"**{part.name}**" not in words] == []
