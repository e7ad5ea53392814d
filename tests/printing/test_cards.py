"""Real cards to cut out: nothing lost, nothing on another card's place, backs behind fronts."""

from pathlib import Path

import pytest
from pdfua import validate
from selectolax.lexbor import LexborHTMLParser

from supple.domain.paper import CardForm, CardSize, Paper
from supple.rendering import addresses
from tests.guides import write_guide
from tests.printing.cards import FORMS, check_places, deck, letters, slots
from tests.printing.pdf import Pdf
from tests.printing.reading import texts
from tests.printing.sheets import Sheet
from tests.rendering.paper.hostile import HOSTILE, WORD
from tests.sites import REPOSITORY
from tests.week import FILES as WEEK

ROUTINE = "morning-start-in-bed"


def check(sheet: Sheet, form: CardForm, tmp_path: Path) -> None:
    """All that holds of every deck."""
    pdf = Pdf(sheet.pdf)
    texts(sheet, pdf)
    check_places(pdf, form)
    plates = LexborHTMLParser(sheet.html).css(".plate")
    assert len(pdf.pages) == len(plates)
    points = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[form.paper]
    for page in pdf.pages:
        assert tuple(map(round, page.get_size())) == points
    file = tmp_path / "cards.pdf"
    file.write_bytes(sheet.pdf)
    assert not validate(str(file)).findings


def titles(pdf: Pdf, number: int, form: CardForm) -> list[str]:
    """What is written in each slot of a page, without spaces."""
    own = list(letters(pdf, number))
    return ["".join(each.text for each in own if slot.holds(each, 0)) for slot in slots(form)]


@pytest.mark.parametrize("size", CardSize)
def test_a_back_lies_behind_its_front(size: CardSize) -> None:
    """Paper that is turned over its long edge shows what was at the left at the right."""
    form = CardForm(Paper.A4, size, duplex=True)
    [sheet] = deck(REPOSITORY, ROUTINE, form)
    pdf = Pdf(sheet.pdf)
    plates = LexborHTMLParser(sheet.html).css(".plate")
    assert [plate.attributes["class"] for plate in plates] == ["plate front", "plate back"] * (
        len(plates) // 2
    )
    seen = 0
    for page in range(0, len(plates), 2):
        for title in plates[page].css("h2.numbered"):
            card = title.parent
            assert card
            slot = int((card.attributes["class"] or "").split("slot-")[1][0]) - 1
            words = "".join((title.text(deep=False) or "").split())
            assert words in titles(pdf, page, form)[slot]
            assert words in titles(pdf, page + 1, form)[(1, 0, 3, 2)[slot]]
            seen += 1
    assert seen >= 3


def test_marks_are_on_fronts_alone() -> None:
    form = CardForm(Paper.A4, CardSize.INDEX, duplex=True)
    [sheet] = deck(REPOSITORY, ROUTINE, form)
    pages = Pdf(sheet.pdf).pages
    # Above the cards there is nothing but marks.
    height = round(21.5 / 297 * 842)
    for number, page in enumerate(pages):
        bitmap = page.render(scale=1, grayscale=True)
        rows = bytes(bitmap.buffer)[: (height - 2) * bitmap.stride]
        assert (min(rows) < 250) == (number % 2 == 0)


@pytest.mark.parametrize("form", [CardForm(), CardForm(Paper.LETTER, CardSize.INDEX, duplex=True)])
def test_a_week_has_a_card_for_each_exercise(form: CardForm, tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide", WEEK)
    [sheet] = deck(guide, "first-week", form)
    check(sheet, form, tmp_path)
    assert "Walk or march on the spot" in sheet.html
    assert "Settle in" in sheet.html


@pytest.mark.parametrize("form", [CardForm(), CardForm(Paper.LETTER, CardSize.INDEX)])
def test_hostile_texts(form: CardForm, tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide", HOSTILE)
    [sheet] = deck(guide, "hard", form)
    check(sheet, form, tmp_path)
    pdf = Pdf(sheet.pdf)
    whole = "".join(each.text for page in range(len(pdf.pages)) for each in letters(pdf, page))
    assert WORD in whole
    for step in range(1, 16):
        assert f"Thisisstep{step},anditneedsmorethanonelinetosayallofit." in whole


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("slug", ["hard", "many", addresses.ALL])
def test_hostile_texts_in_each_form(slug: str, form: CardForm, tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide", HOSTILE)
    [sheet] = deck(guide, slug, form)
    check(sheet, form, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_whole_library(form: CardForm, tmp_path: Path) -> None:
    [sheet] = deck(REPOSITORY, addresses.ALL, form)
    check(sheet, form, tmp_path)
