"""Real PDFs: what somebody hears who can't see them, and what nobody should find on paper."""

from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from pdfua import validate

from supple.domain.paper import Form, Layout, Paper
from supple.rendering import addresses
from tests.guides import write_guide
from tests.printing.pdf import Pdf
from tests.printing.reading import KINDS, elements, names, texts
from tests.printing.sheets import Sheet, manuscripts, printed
from tests.sites import REPOSITORY
from tests.week import FILES as WEEK

FOOT: Final = 0.06
"""The share of a page that its foot takes, and the margin below it."""
LEAST: Final = 0.2
"""How far down a page should reach at least."""
GAPS: Final[frozenset[str]] = frozenset()
"""Rules of `pdfua` that WeasyPrint's tags don't follow. PDF/UA-1 asks for more than it can check:
what it says nothing of is what a sighted person must judge, as whether words fit a picture."""

ROUTINE: Final = "morning-start-in-bed"
FORMS: Final = [Form(paper, layout) for paper in Paper for layout in Layout]


def check(sheet: Sheet, tmp_path: Path) -> None:
    """All that holds of every sheet."""
    pdf = Pdf(sheet.pdf)
    check_tags(sheet, pdf)
    check_breaks(sheet, pdf)
    file = tmp_path / "sheet.pdf"
    file.write_bytes(sheet.pdf)
    assert {each.rule_id for each in validate(str(file)).findings} <= GAPS


def check_tags(sheet: Sheet, pdf: Pdf) -> None:
    assert pdf.tags[0].kind == "Document"
    assert [tag.kind for tag in pdf.tags if tag.kind in KINDS.values()] == elements(sheet)
    assert {each.kind for each in pdf.within("L")} <= {"LI", "L"}
    assert {each.kind for each in pdf.within("LI")} <= {"Lbl", "LBody"}
    assert [tag.alt for tag in pdf.tags if tag.kind == "Figure"] == names(sheet)
    assert all(names(sheet))
    assert all(tag.attributes.Scope == "/Column" for tag in pdf.tags if tag.kind == "TH")


def check_breaks(sheet: Sheet, pdf: Pdf) -> None:
    """No exercise on two pages, no heading without what it is for, no page nearly empty."""
    found = texts(sheet, pdf)
    for row in {text.row for text in found if text.row}:
        assert len(frozenset().union(*(text.pages for text in found if text.row == row))) == 1
    for text, following in pairwise(found):
        if text.heading and not following.heading:
            assert text.pages == following.pages or min(following.pages) == max(text.pages)
    many = len(pdf.pages)
    assert {page for text in found for page in text.pages} <= {*range(many)}
    reach = [pdf.reach(page, FOOT) for page in range(many)]
    assert all(each >= LEAST for each in reach), f"{sheet.address}: {reach}"


@pytest.fixture(scope="module")
def forms() -> dict[str, Sheet]:
    """One routine in all its forms."""
    chosen = manuscripts(REPOSITORY, lambda each: each.here == addresses.sheet(ROUTINE))
    return {sheet.address: sheet for sheet in printed(chosen)}


@pytest.fixture(scope="module")
def a4(forms: dict[str, Sheet]) -> Sheet:
    return forms[addresses.sheet_pdf(ROUTINE, 0, Form())]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_sheet_in_each_form(forms: dict[str, Sheet], form: Form, tmp_path: Path) -> None:
    sheet = forms[addresses.sheet_pdf(ROUTINE, 0, form)]
    check(sheet, tmp_path)
    points = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[form.paper]
    for page in Pdf(sheet.pdf).pages:
        assert tuple(map(round, page.get_size())) == points


def test_it_says_what_it_is(a4: Sheet) -> None:
    pdf = Pdf(a4.pdf)
    about, root = pdf.file.docinfo, pdf.file.Root
    assert "Morning start in bed" in str(about.Title)
    assert root.Lang == "en"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.MarkInfo.Marked
    assert "CreationDate" not in about
    assert "ModDate" not in about
    with pdf.file.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"] == str(about.Title)
    assert pdf.bookmarks()[0] == "Morning start in bed"
    assert any("Pelvic tilt" in title for title in pdf.bookmarks())


def test_its_fonts_are_in_it_and_only_those_of_the_site(a4: Sheet) -> None:
    pdf = Pdf(a4.pdf)
    assert pdf.fonts
    for font in pdf.fonts:
        mark, _, name = str(font.FontName).removeprefix("/").partition("+")
        assert len(mark) == 6  # of a subset
        assert name.startswith("Sheet")
        assert len(font.FontFile2.read_bytes()) < 40_000


def test_it_leads_nowhere_that_isnt_there(forms: dict[str, Sheet]) -> None:
    for sheet in forms.values():
        assert not [link for link in Pdf(sheet.pdf).links if "guide.invalid" in link]


def test_the_same_bytes_each_time_on_every_machine(
    a4: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where there is no font at all: pages are as long there."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>'
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    [again] = printed(manuscripts(REPOSITORY, lambda each: each.address == a4.address))
    assert again.pdf == a4.pdf


@pytest.mark.parametrize("day", [0, 2])
def test_a_week_and_one_of_its_days(day: int, tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide", WEEK)
    wanted = [addresses.sheet_pdf("first-week", day, Form())]
    [sheet] = printed(manuscripts(guide, lambda each: each.address in wanted))
    check_tags(sheet, Pdf(sheet.pdf))


@pytest.mark.long
def test_every_sheet_of_this_guide(tmp_path: Path) -> None:
    sheets = manuscripts(REPOSITORY, lambda each: each.address.startswith("sheets/"))
    for sheet in printed(sheets):
        check(sheet, tmp_path)
