"""The press: what comes of pages, and of those that can't be printed."""

import sys
from collections.abc import Mapping

import pytest

from supple.domain.problem import Problem
from supple.printing import press
from supple.printing.manuscript import Manuscript
from supple.printing.typesetting import NoPressError, UnloadedError, typeset
from tests.printing.makers import echo


def run(texts: Mapping[str, str], patience: float = 60) -> Mapping[str, bytes | Problem]:
    pages = {name: Manuscript(name, (text.encode(),), {}) for name, text in texts.items()}
    return dict(press.printed(pages, patience, echo))


def test_every_page_comes_back() -> None:
    many = {f"page{number}": f"text {number}" for number in range(7)}
    assert run(many) == {name: text.encode() for name, text in many.items()}


def test_nothing_to_print_starts_no_process() -> None:
    assert run({}) == {}


def test_a_page_that_ends_its_process_costs_no_other() -> None:
    made = run({"one": "fine", "two": "die", "three": "also fine", "four": "fine too"})
    death = made["two"]
    assert isinstance(death, Problem)
    assert "before its time" in death.message
    assert [made[name] for name in ("one", "three", "four")] == [b"fine", b"also fine", b"fine too"]


def test_a_page_that_takes_for_ever_is_given_up() -> None:
    assert isinstance(run({"one": "sleep"}, patience=1)["one"], Problem)


def test_a_bug_of_the_library_is_told_as_a_problem_of_that_page() -> None:
    made = run({"one": "fail", "two": "fine"})
    bug = made["one"]
    assert isinstance(bug, Problem)
    assert "AssertionError a bug" in bug.message
    assert bug.place.path == "one"
    assert made["two"] == b"fine"


def test_without_the_library_nothing_is_tried_twice() -> None:
    with pytest.raises(NoPressError):
        run({"one": "none", "two": "none", "three": "none"})


@pytest.mark.parametrize(
    "page",
    [
        '<img src="missing.jpg" alt="x">',
        '<img src="broken.jpg" alt="x">',
        '<img src="https://example.org/x.jpg" alt="x">',
        '<link rel="stylesheet" href="missing.css">',
        '<style>@font-face { font-family: x; src: url("missing.woff2") } p { font: 1em x }</style>',
        '<style>@font-face { font-family: x; src: url("broken.jpg") } p { font: 1em x }</style>',
    ],
)
def test_what_cant_be_loaded_is_told(page: str) -> None:
    html = f'<!doctype html><html lang="en"><title>x</title>{page}<p>x</p>'
    with pytest.raises(UnloadedError, match=r"missing|broken|example"):
        typeset(Manuscript("x.pdf", (html.encode(),), {"broken.jpg": b"no picture"}))


def test_a_font_of_the_machine_only_stands_in() -> None:
    style = '@font-face { font-family: x; src: local("No Such Font") } p { font: 1em x }'
    html = f'<!doctype html><html lang="en"><title>x</title><style>{style}</style><p>x</p>'
    assert typeset(Manuscript("x.pdf", (html.encode(),), {})).startswith(b"%PDF")


def test_a_library_that_cant_be_loaded_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(NoPressError):
        typeset(Manuscript("x.pdf", (b"<p>",), {}))
    assert not any(capsys.readouterr())


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_every_system_has_its_way_to_get_pango(platform: str) -> None:
    assert "Pango" in press.how_to_get_it(platform)


def test_where_the_library_is_missing_pip_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "library", lambda: "")
    assert press.how_to_get_it() == "pip install 'supple[pdf]'"
