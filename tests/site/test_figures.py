"""Figures in whole sites: in pages, in lists, on sheets and as files of their own."""

import gzip
import re
import statistics
from pathlib import Path
from xml.etree import ElementTree

import pytest

from supple.pipeline import build
from tests.guides import FILES, STRETCH, write_guide
from tests.site.pages import Page, pages_of
from tests.sites import Built, build_site

SVG = "{http://www.w3.org/2000/svg}"
POSE = """\
figure:
  start:
    legs: {knee: 75, foot: flat}
  hold:
    right leg: {hip: 122, knee: 128}
    hands: right shin
  arrow: right knee
  props: [mat]
"""
HOLDS = """\
  holds:
    - name: Knee up
      figure:
        hold: {right leg: {hip: 110, knee: 120}}
    - name: Knee <down>
      figure:
        start: {legs: {knee: 70, foot: flat}}
"""
MODE = """\
modes:
  resting:
    title: Resting
    hold: 15-30 s
    figure:
      start: {legs: {knee: 70, foot: flat}}
"""
PICTURE = 'figure:\n  image: knee.svg\n  alt: A knee & "more".\n'
KNEE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
TARGETS = "lower back:\n  region: lower-back\n"
HUG = "content/exercises/knee-hug.md"


def stretch(figure: str, holds: str = "") -> str:
    text = STRETCH.replace("cautions:", f"{figure}cautions:")
    return text.replace("feel:", f"{holds}feel:", 1) if holds else text


def site(folder: Path, figure: str, holds: str = "", **more: str) -> dict[str, Page]:
    return {page.address: page for page in pages_of(built(folder, figure, holds, **more))}


def built(folder: Path, figure: str, holds: str = "", **more: str) -> Built:
    """The site of a guide of one exercise with this figure."""
    changes = {
        "content/targets.yaml": TARGETS,
        "content/exercises/knee.svg": KNEE,
        HUG: stretch(figure, holds),
        **{f"content/exercises/{name}.md": text for name, text in more.items()},
    }
    return build_site(write_guide(folder / "guide", changes), folder / "site")


def test_an_exercise_shows_its_figure_in_a_room(tmp_path: Path) -> None:
    page = site(tmp_path, POSE)["exercises/knee-hug.html"]
    room = page.one(".figures .room")
    assert room.attributes["data-room"] == "lying"
    svg = page.one("svg.figure")
    assert (svg.attributes["role"], svg.attributes["data-figure"]) == ("img", "knee-hug")
    assert svg.attributes["data-side"] == "right"
    names = (svg.attributes["aria-labelledby"] or "").split()
    # The description begins with the title, which a name must not say twice.
    assert [page.one(f"#{name}").text() for name in names] == [page.one("svg.figure desc").text()]
    assert page.one("svg.figure title").text() == "Lying on the back"
    assert re.match("Lying on the back.*knee", page.one("svg.figure desc").text())
    assert page.one("svg.figure g.body").css("g.body > :not(path)") == []
    # The page's own room is for pages without a figure.
    assert page.all(".room.empty") == []


def test_what_moves_has_a_button_and_a_file(tmp_path: Path) -> None:
    made = built(tmp_path, POSE, rest=stretch("figure:\n  start: {legs: {knee: 70, foot: flat}}\n"))
    page = {page.address: page for page in pages_of(made)}
    button = page["exercises/knee-hug.html"].one("[data-movement]")
    assert button.attributes["data-movement"] == "../figures/knee-hug.js"
    assert "hidden" in button.attributes
    start = '(self.suppleMovements??={})["knee-hug"]='
    assert made.text("figures/knee-hug.js").startswith(start)
    assert page["exercises/rest.html"].all("[data-movement]") == []
    assert "figures/rest.js" not in made.files


def test_two_holds_have_a_figure_each_with_its_name(tmp_path: Path) -> None:
    made = built(tmp_path, "", HOLDS)
    page = {page.address: page for page in pages_of(made)}["exercises/knee-hug.html"]
    captions = [caption.text() for caption in page.all(".figures figcaption")]
    assert captions == ["Knee up", "Knee <down>"]
    shown = [svg.attributes["data-figure"] for svg in page.all("svg.figure")]
    assert shown == ["knee-hug", "knee-hug-2"]
    assert {"figures/knee-hug.svg", "figures/knee-hug-2.svg"} <= made.files.keys()


def test_holds_that_look_the_same_have_one_figure(tmp_path: Path) -> None:
    alike = "  holds:\n    - name: First\n    - name: Second\n"
    page = site(tmp_path, POSE, alike)["exercises/knee-hug.html"]
    assert len(page.all("svg.figure")) == 1
    assert page.all("figcaption") == []


def test_a_mode_with_a_figure_of_its_own_shows_it(tmp_path: Path) -> None:
    made = built(tmp_path, POSE + MODE)
    page = {page.address: page for page in pages_of(made)}["exercises/knee-hug.html"]
    shown = [svg.attributes["data-figure"] for svg in page.all(".mode svg.figure")]
    assert shown == ["knee-hug", "knee-hug-resting"]
    assert "figures/knee-hug-resting.svg" in made.files


def test_a_mode_without_one_leaves_the_exercise_s(tmp_path: Path) -> None:
    mode = MODE.partition("    figure:")[0]
    page = site(tmp_path, POSE + mode)["exercises/knee-hug.html"]
    assert len(page.all(".mode")) == 2
    assert [svg.attributes["data-figure"] for svg in page.all("svg.figure")] == ["knee-hug"]


def test_a_picture_of_the_author_s_own_is_shown_with_its_words(tmp_path: Path) -> None:
    made = built(tmp_path, PICTURE)
    pages = {page.address: page for page in pages_of(made)}
    picture = pages["exercises/knee-hug.html"].one(".figures .room img").attributes
    assert (picture["src"], picture["alt"]) == ("../exercises/knee.svg", 'A knee & "more".')
    thumb = pages["exercises/index.html"].one(".thumb img").attributes
    assert (thumb["src"], thumb["alt"]) == ("../exercises/knee.svg", "")
    assert "figures/knee-hug.svg" not in made.files
    assert "exercises/knee.svg" in made.files


def test_without_a_figure_the_page_has_the_room_of_its_position(tmp_path: Path) -> None:
    pages = site(tmp_path, "")
    assert len(pages["exercises/knee-hug.html"].all(".room.empty .scene")) == 1
    assert len(pages["exercises/index.html"].all(".thumb .scene")) == 1


@pytest.mark.parametrize(
    "address", ["exercises/index.html", "positions/supine.html", "targets/lower-back.html"]
)
def test_lists_load_figures_late(tmp_path: Path, address: str) -> None:
    images = site(tmp_path, POSE)[address].all(".thumb img")
    assert images
    for image in (each.attributes for each in images):
        assert image["src"] == "../figures/knee-hug.svg"
        assert (image["loading"], image["alt"]) == ("lazy", "")
        assert int(image["width"] or 0) > int(image["height"] or 0) > 0


def test_routines_and_sheets_draw_every_entry_also_the_same_one_twice(tmp_path: Path) -> None:
    routine = FILES["content/routines/morning.md"]
    twice = routine.replace("  - exercise: knee-hug\n", "  - exercise: knee-hug\n" * 2)
    files = {"content/targets.yaml": TARGETS, HUG: stretch(POSE)}
    guide = write_guide(tmp_path / "guide", {**files, "content/routines/morning.md": twice})
    pages = {page.address: page for page in pages_of(build_site(guide, tmp_path / "site"))}
    for address in ("routines/morning.html", "sheets/morning.html"):
        page = pages[address]
        assert len(page.all("svg.figure")) == 2
        assert len(page.ids) == len(set(page.ids))
        for svg in page.all("svg.figure"):
            name = re.fullmatch(r"url\(#(.+)\)", svg.attributes["fill"] or "")
            assert name
            assert svg.css_first(f"pattern#{name[1]}") is not None


def test_files_are_whole_and_ask_for_nothing(tmp_path: Path) -> None:
    made = built(tmp_path, POSE)
    text = made.text("figures/knee-hug.svg")
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == "Lying on the back"
    assert root.findtext(f"{SVG}desc")
    style = root.findtext(f"{SVG}style") or ""
    assert "prefers-color-scheme:dark" in style
    assert "@media print" in style
    assert re.findall(r"(?:url\(|href=)[^)\"]*", text) == ["url(#felt"]
    assert "style=" not in text
    again = tmp_path / "again"
    build(made.guide, again)
    assert (again / "figures/knee-hug.svg").read_text(encoding="utf-8") == text


def test_each_colour_class_of_a_figure_has_a_rule(site: Built) -> None:
    """A class without a rule would be a black shape."""
    named = {
        word
        for address in site.files
        if address.startswith("figures/") and address.endswith(".svg")
        for words in re.findall(r'<path class="([^"]+)"', site.text(address))
        for word in words.split()
    }
    sheet = next(name for name in site.files if re.fullmatch(r"static/figure\.\w+\.css", name))
    assert {word for word in named if f".{word}" not in site.text(sheet)} == set()


def test_figures_are_light(site: Built, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = {
        svg.attributes["data-figure"]: len(gzip.compress((svg.html or "").encode(), mtime=0))
        for page in pages_of(site)
        if page.address.startswith("exercises/")
        for svg in page.all("svg.figure")
    }
    median, worst = statistics.median(sizes.values()), max(sizes.values())
    with capsys.disabled():
        print(f"\nA figure in a page: median {median} B gzipped, at most {worst} B.")
    assert median <= 4096
    assert worst <= 5000
