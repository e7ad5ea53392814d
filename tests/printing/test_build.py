"""Sites with their PDFs, built with and without what makes them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from supple.cli import main
from supple.domain.problem import Place, Problem
from supple.pipeline import build
from supple.printing import press
from supple.printing.manuscript import Manuscript
from supple.printing.typesetting import NoPressError
from tests.guides import FILES, ROUTINE, write_guide
from tests.printing.makers import echo
from tests.sites import Built
from tests.told import told
from tests.week import FILES as WEEK

SHEETS = f"{FILES['guide.yaml']}outputs:\n  cards: false\n"
ONE_FORM = f"{SHEETS}  paper: [a4]\n"
TWO_ROUTINES = {
    **FILES,
    "guide.yaml": ONE_FORM,
    "content/routines/evening.md": ROUTINE.replace("Morning", "Evening"),
}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Nothing is really printed: each page is its own PDF. What was asked for, in order."""
    asked: list[str] = []

    def printed(pages: Mapping[str, Manuscript]) -> Iterator[tuple[str, bytes | Problem]]:
        asked.extend(sorted(pages))
        return ((name, echo(page)) for name, page in pages.items())

    monkeypatch.setattr(press, "printed", printed)
    return asked


def pdfs(site: Built) -> set[str]:
    return {name for name in site.files if name.endswith(".pdf")}


def linked(site: Built) -> set[str]:
    found = re.compile(r'href="(?:\.\./)*((?:sheets/)?[^"]*\.pdf)"')
    names = {name for page in site.pages for name in found.findall(site.text(page))}
    return {name if "/" in name else f"sheets/{name}" for name in names}


def test_a_real_build_has_the_pdfs_that_its_pages_link_to(tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide", {**FILES, "guide.yaml": ONE_FORM})
    outcome = build(guide, tmp_path / "site")
    assert outcome.tally
    assert not outcome.left_out
    site = Built(guide, tmp_path / "site")
    assert pdfs(site) == {"sheets/morning-a4.pdf", "sheets/morning-a4-large.pdf"} == linked(site)
    assert all(site.files[name].startswith(b"%PDF-1.7") for name in pdfs(site))


def test_a_week_has_pdfs_of_each_day_in_all_forms(tmp_path: Path, quick: list[str]) -> None:
    guide = write_guide(tmp_path / "guide", {**WEEK, "guide.yaml": SHEETS})
    build(guide, tmp_path / "site")
    site = Built(guide, tmp_path / "site")
    assert "sheets/first-week-day-2-letter-large.pdf" in pdfs(site)
    assert pdfs(site) == linked(site) == set(quick)
    page = site.text("routines/first-week.html")
    assert '<a href="../sheets/first-week-day-2-a4-large.pdf">A4 in large print</a>' in page


def test_only_what_has_changed_is_printed_again(tmp_path: Path, quick: list[str]) -> None:
    guide = write_guide(tmp_path / "guide", TWO_ROUTINES)
    build(guide, tmp_path / "site")
    assert len(quick) == 4
    quick.clear()
    build(guide, tmp_path / "site")
    assert not quick
    evening = guide / "content/routines/evening.md"
    evening.write_text(evening.read_text().replace("title: Evening", "title: Night"))
    build(guide, tmp_path / "site")
    assert quick == ["sheets/evening-a4-large.pdf", "sheets/evening-a4.pdf"]


@pytest.mark.parametrize("key", ["sheets", "pdf"])
def test_who_wants_none_gets_none(tmp_path: Path, quick: list[str], key: str) -> None:
    settings = f"{SHEETS}  {key}: false\n"
    guide = write_guide(tmp_path / "guide", {**FILES, "guide.yaml": settings})
    outcome = build(guide, tmp_path / "site")
    assert not outcome.left_out
    assert not quick
    assert not linked(Built(guide, tmp_path / "site"))


def test_without_the_library_all_else_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(press, "library", lambda: "")
    guide = write_guide(tmp_path / "guide", FILES)
    assert main(["build", str(guide), "--strict"]) == 0
    assert capsys.readouterr().out.count("pip install 'supple[pdf]'") == 1
    site = Built(guide, guide / "_site")
    assert linked(site) == pdfs(site) == set()
    assert "sheets/morning.html" in site.files


def test_without_pango_all_else_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(pages: object) -> Iterator[tuple[str, bytes | Problem]]:
        raise NoPressError

    monkeypatch.setattr(press, "printed", none)
    guide = write_guide(tmp_path / "guide", {"guide.yaml": SHEETS})
    assert main(["build", str(guide), "--strict"]) == 0
    assert capsys.readouterr().out.count("WeasyPrint needs Pango") == 1
    site = Built(guide, guide / "_site")
    assert linked(site) == pdfs(site) == set()


def test_a_page_that_cant_be_printed_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(Place("sheets/morning-a4.pdf"), "pdf", "the process has ended")
    monkeypatch.setattr(press, "printed", lambda pages: ((name, problem) for name in pages))
    guide = write_guide(tmp_path / "guide", {"guide.yaml": SHEETS})
    outcome = build(guide, tmp_path / "site")
    assert outcome.tally is None
    assert outcome.problems == (problem,)


def test_a_pdf_that_has_another_ones_address_is_a_problem(tmp_path: Path) -> None:
    files = {**WEEK, "content/routines/first-week-day-2.md": ROUTINE}
    outcome = build(write_guide(tmp_path / "guide", files), tmp_path / "site")
    assert outcome.tally is None
    assert "first-week-day-2" in told(outcome.problems)
