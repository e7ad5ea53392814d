"""`supple print`: what it prints, and what it says."""

from pathlib import Path

import pytest

from supple.cli import main
from supple.printing import press
from supple.printing.typesetting import NoPressError
from tests.guides import FILES, ROUTINE, STRETCH, write_guide
from tests.printing.pdf import Pdf
from tests.week import FILES as WEEK


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, and a guide with two routines and a week."""
    routine = ROUTINE.replace("Morning", "Evening")
    guide = write_guide(tmp_path / "guide", {**WEEK, "content/routines/evening.md": routine})
    monkeypatch.chdir(guide)
    return guide


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_two_routines_become_one_pdf(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = ["print", "content/routines/evening.md", "first-week", "--day", "1"]
    assert main(["print", "evening", "--output", "one.pdf"]) == 0
    assert said(capsys).startswith("one.pdf: ")
    assert main(["print", "evening", "evening", "--output", "two.pdf"]) == 0
    one, two = (Pdf((guide / name).read_bytes()) for name in ("one.pdf", "two.pdf"))
    assert len(two.pages) == 2 * len(one.pages)
    assert [tag.kind for tag in two.tags].count("H1") == 2
    assert str(two.file.docinfo.Title) == "Evening, Evening"
    assert main(order) == 2
    assert "evening has no days: leave out --day" in said(capsys)
    assert not (guide / "_site").exists()


def test_a_day_in_large_print_on_letter(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--day", "2", "--layout", "Large", "--paper", "Letter"]  # as people write it
    assert main(["print", "first-week", *arguments]) == 0
    assert said(capsys).startswith("first-week-day-2-letter-large.pdf: ")
    page = Pdf((guide / "first-week-day-2-letter-large.pdf").read_bytes()).pages[0]
    assert tuple(page.get_size()) == (612, 792)


def test_cards_of_a_day_and_of_the_library(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cards = ["--layout", "cards"]
    form = ["--size", "3x5", "--duplex", "--paper", "letter"]
    assert main(["print", "first-week", *cards, *form, "--day", "2"]) == 0
    assert said(capsys).startswith("first-week-day-2-letter-3x5-duplex.pdf: ")
    pdf = Pdf((guide / "first-week-day-2-letter-3x5-duplex.pdf").read_bytes())
    assert tuple(pdf.pages[0].get_size()) == (612, 792)
    assert "Knee hug" not in " ".join(pdf.bookmarks())
    assert main(["print", "all", *cards]) == 0
    assert said(capsys).startswith("all-a4.pdf: ")
    assert "Knee hug" in " ".join(Pdf((guide / "all-a4.pdf").read_bytes()).bookmarks())


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["evening", "--size", "a6"], "--size and --duplex are for cards: add --layout cards."),
        (["evening", "--duplex"], "--size and --duplex are for cards: add --layout cards."),
        (["all"], "all is for cards: add --layout cards."),
        (["evning"], "There is no routine evning: did you mean evening?"),
        (["x"], "There is no routine x: there are "),
        (["first-week", "--day", "9"], "first-week has 2 days: there is no day 9."),
        (["evening", "--output", "a.txt"], "a.txt would be a PDF: let its name end in .pdf."),
    ],
)
def test_a_wrong_command_line_is_answered_with_what_to_write(
    guide: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], answer: str
) -> None:
    assert main(["print", *arguments]) == 2
    assert answer in said(capsys)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["evening", "--output", "no/x.pdf"], "no/x.pdf can't be written: there is no folder no."),
        (["evening", "--output", "content"], "content can't be written: a folder lies where"),
        (["evening", "--guide", "content"], "guide.yaml"),
    ],
)
def test_it_says_what_is_in_its_way(
    guide: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    answer: str,
) -> None:
    monkeypatch.setattr(press, "printed", lambda pages: ((name, b"%PDF") for name in pages))
    assert main(["print", *arguments]) == 1
    assert answer in said(capsys)


def test_a_guide_with_an_error_is_not_printed(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (guide / "content/exercises/bad.md").write_text(STRETCH.replace("15-30 s", "30sek"))
    assert main(["print", "evening"]) == 1
    out = said(capsys)
    assert "content/exercises/bad.md" in out
    assert "Nothing was printed: the guide has errors." in out


def test_without_the_library_it_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = write_guide(tmp_path / "guide", FILES)
    monkeypatch.setattr(press, "library", lambda: "")
    monkeypatch.setattr(press, "printed", _none)
    assert main(["print", "morning", "--guide", str(guide)]) == 1
    assert "To change that: pip install 'supple[pdf]'" in said(capsys)


def _none(pages: object) -> object:
    raise NoPressError
