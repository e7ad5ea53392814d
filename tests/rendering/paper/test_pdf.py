"""What was counted, and real PDFs: as many pages, no row broken, nothing lost, cut or covered."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from markupsafe import Markup
from pypdf import PdfReader

from supple.domain.paper import Form, Layout, Paper
from supple.domain.routine import Routine
from supple.preparing import Prepared, manuscripts, prepare
from supple.printing.typesetting import NoPressError, typeset
from supple.rendering.paper.contents import SheetEntry, SheetPage
from supple.rendering.paper.plan import sheet
from supple.rendering.views.desk import Desk
from supple.rendering.views.sheet import days_of, sheet_page
from tests.guides import write_guide
from tests.rendering.paper.hostile import HOSTILE

ROOT: Final = Path(__file__).parents[3]
DOCS: Final = (ROOT / "docs/paper.md").read_text("utf-8")
FORMS: Final = tuple(Form(paper, layout) for paper in Paper for layout in Layout)
A4: Final = Form()
LARGE_LETTER: Final = Form(Paper.LETTER, Layout.LARGE)
LONELY: Final = re.compile(r"^([a-z]{1,6}|\([^)]{1,6}\)) *\n(?=[a-z])", re.MULTILINE)
"""A line that ends after one short word, though its sentence goes on."""
POPPLER: Final = shutil.which("pdftotext")
EDGE: Final = 3.5 / 25.4 * 72
"""Points at a page's edge in which no letter's box stands. Printers leave 4 mm white, and a letter
ends a millimetre above its box."""


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


@cache
def own() -> Prepared:
    return _prepared(ROOT)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return _prepared(write_guide(tmp_path_factory.mktemp("hostile"), HOSTILE))


def _prepared(folder: Path) -> Prepared:
    guide = prepare(folder, {})
    assert isinstance(guide, Prepared), guide
    return guide


def printed(guide: Prepared, routine: Routine, day: int, form: Form) -> tuple[SheetPage, bytes]:
    wanted = sheet(routine, day, form)
    desk = Desk(guide.guide, guide.say, wanted.here, guide.names, guide.figures)
    texts, problems = manuscripts(guide, [wanted], guide.files())
    assert not problems
    try:
        return sheet_page(desk, routine, day, form), typeset(texts[wanted.address])
    except NoPressError as error:
        pytest.skip(str(error))


def proved(guide: Prepared, routine: Routine, day: int, form: Form, folder: Path) -> None:
    page, pdf = printed(guide, routine, day, form)
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    written = [each.extract_text() for each in PdfReader(file).pages]
    assert [found for text in written for found in LONELY.findall(text)] == []
    texts = [_tight(text) for text in written]
    # In large print a page may be counted that isn't needed, where half a line decides.
    assert len(texts) in {page.fit.pages, page.fit.pages - (form.layout is Layout.LARGE)}
    if page.fit.begins:
        assert _all_in(page.days[0].entries[0], texts[0])
    for each in page.days:
        for entry in each.entries:
            assert any(_all_in(entry, text) for text in texts), entry.title
    whole = "".join(texts)
    for text in _said_once(page):
        assert _tight(text) in whole, text
    for number, text in enumerate(texts, start=1):
        assert _tight(guide.say("sheet.page", n=number, of=len(texts))) in text
    if POPPLER:
        for words in _words(file):
            _lie_well(words, form)


def _all_in(entry: SheetEntry, text: str) -> bool:
    parts = (entry.title, entry.move, *entry.steps, *entry.dosage, entry.feel, entry.note)
    return all(_tight(part) in text for part in (*parts, entry.care))


def _said_once(page: SheetPage) -> list[str]:
    advice = [each for condition in page.ask for each in condition.advice] + [*page.stop]
    signs = [sign for card in page.emergency for sign in card.signs]
    headings = [card.heading for card in page.emergency]
    conditions = [condition.title for condition in page.ask]
    texts = [*(each.text for each in advice), *signs, *headings, *conditions, *page.notes]
    ups = [day.up for day in page.days]
    return [page.routine, *map(str, texts), *ups, page.after, page.sources, page.reviewed]


def _tight(text: str | Markup) -> str:
    return re.sub(r"\s|[•▸]", "", Markup(text).striptags())


def _words(file: Path) -> list[list[Word]]:
    """The words of each page and the boxes that they stand in, in points."""
    command = ["pdftotext", "-bbox", str(file), "-"]
    html = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pattern = r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)'
    return [
        [
            Word(float(left), float(top), float(right), float(bottom), text)
            for left, top, right, bottom, text in re.findall(pattern, page)
        ]
        for page in html.split("<page ")[1:]
    ]


def _lie_well(words: list[Word], form: Form) -> None:
    """Within the page, and no word on another one."""
    width, height = form.paper.width / 25.4 * 72, form.paper.height / 25.4 * 72
    for word in words:
        assert word.left >= EDGE, word
        assert word.top >= EDGE / 2, word
        assert word.right <= width - EDGE, word
        assert word.bottom <= height - EDGE, word
    for one, other in combinations(words, 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.bottom, other.bottom) - max(one.top, other.top)
        # Boxes are as high as the font's tallest letters: lines that are set close share a third.
        assert across < 1 or down < 0.55 * min(one.bottom - one.top, other.bottom - other.top), (
            one,
            other,
        )


@pytest.mark.parametrize("form", [A4, Form(Paper.LETTER)])
@pytest.mark.parametrize("url", ["", "https://www.riverside-physiotherapy.example/back-care/"])
def test_the_morning_routine_takes_one_page(tmp_path: Path, form: Form, url: str) -> None:
    """With a code that leads to its page too."""
    settings = replace(own().guide.settings, url=url)
    guide = replace(own(), guide=replace(own().guide, settings=settings))
    routine = guide.guide.routines["morning-start-in-bed"]
    page, _ = printed(guide, routine, 0, form)
    assert page.fit.pages == 1
    assert bool(page.code) == bool(url)
    proved(guide, routine, 0, form, tmp_path)


def test_the_morning_routine_stays_on_one_page_below_the_letterhead_of_the_docs(
    tmp_path: Path,
) -> None:
    height = re.search(r"^  letterhead: (\d+) mm$", DOCS, re.MULTILINE)
    assert height
    texts = dict(re.findall(r"`((?:templates|static)/\S+)`:\n\n```\w+\n(.*?)```", DOCS, re.DOTALL))
    assert f"height: {height[1]}mm;" in texts["static/letterhead.css"]
    assert sum(text.count("\n") for text in texts.values()) <= 10
    shutil.copytree(ROOT / "content", tmp_path / "content")
    settings = (ROOT / "guide.yaml").read_text("utf-8")
    assert "outputs:\n" in settings
    texts["guide.yaml"] = settings.replace("outputs:\n", f"outputs:\n{height[0]}\n")
    texts["static/clinic.svg"] = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 3"/>'
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    guide = _prepared(tmp_path)
    routine = guide.guide.routines["morning-start-in-bed"]
    page, pdf = printed(guide, routine, 0, A4)
    assert page.letterhead == float(height[1])
    [only] = PdfReader(io.BytesIO(pdf)).pages
    assert page.fit.pages == 1
    text = only.extract_text()
    assert text.index("01632 960000") < text.index(page.routine)


@pytest.mark.parametrize(
    ("slug", "form"),
    [
        *(("morning-start-in-bed", form) for form in FORMS),
        ("full-back-care-15-minutes", LARGE_LETTER),
    ],
)
def test_the_first_exercise_comes_on_the_first_page(slug: str, form: Form) -> None:
    """In large print as well, though the box above it takes half of the page."""
    routine = own().guide.routines[slug]
    page, pdf = printed(own(), routine, 0, form)
    assert page.fit.begins
    assert _all_in(
        page.days[0].entries[0], _tight(PdfReader(io.BytesIO(pdf)).pages[0].extract_text())
    )


def test_whom_to_ask_first_stands_on_one_page_below_its_heading() -> None:
    routine = own().guide.routines["full-back-care-15-minutes"]
    page, pdf = printed(own(), routine, 0, Form(Paper.A4, Layout.LARGE))
    texts = [_tight(each.extract_text()) for each in PdfReader(io.BytesIO(pdf)).pages]
    [with_heading] = [text for text in texts if _tight(own().say("sheet.ask")) in text]
    for condition in page.ask:
        assert all(_tight(each.text) in with_heading for each in condition.advice)


def test_no_line_holds_one_short_word_though_its_sentence_goes_on() -> None:
    """Where numbers of exercises on many days follow a sentence that fills its line."""
    _, pdf = printed(own(), own().guide.routines["beginner-week"], 0, A4)
    written = "\n".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages)
    assert "(day 1: " in written
    assert LONELY.findall(written) == []


@pytest.mark.parametrize("form", [A4, LARGE_LETTER])
def test_too_long_texts_lose_nothing(tmp_path: Path, hostile: Prepared, form: Form) -> None:
    proved(hostile, hostile.guide.routines["hard"], 0, form, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("slug", ["hard", "many"])
def test_too_long_texts_lose_nothing_in_any_form(
    tmp_path: Path, hostile: Prepared, slug: str, form: Form
) -> None:
    proved(hostile, hostile.guide.routines[slug], 0, form, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("slug", own().guide.routines)
def test_every_sheet_is_as_it_was_counted(tmp_path: Path, slug: str, form: Form) -> None:
    routine = own().guide.routines[slug]
    for day in days_of(routine):
        proved(own(), routine, day, form, tmp_path)
