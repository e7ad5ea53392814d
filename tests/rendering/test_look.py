"""A guide's own character: whatever it sets, everything on a page can be told apart."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple import starter
from supple.domain.guide import Guide
from supple.domain.settings import HAIRS, SKINS, Look
from supple.rendering.colours import contrast, from_lch, lch, mixed, nearest, tokens_of
from supple.rendering.contrasts import MEANING, SCREEN, WALLS
from supple.rendering.fonts import is_variable, is_woff2
from supple.rendering.look import Dressed, dressed
from supple.rendering.palette import ACCENT, FAMILY, accented
from supple.rendering.plan import plan_pages
from supple.rendering.svg import standalone
from supple.rendering.theme import render_pages, source_hash
from tests.guides import SETTINGS
from tests.rendering.sites import SAY, STATIC, read, render
from tests.rendering.styles import FIGURES, PAGES, schemes
from tests.told import told

FONT = (starter.static() / "fonts" / "bitter-600-latin.woff2").read_bytes()
TOKENS = {**tokens_of(PAGES), **tokens_of(FIGURES)}
FILES: Mapping[str, bytes] = {
    "supple.css": PAGES.encode(),
    "figure.css": FIGURES.encode(),
    "logo.svg": b"<svg/>",
    "fonts/mine.woff2": FONT,
    "fake.woff2": b"a picture",
}


def dress(folder: Path, lines: str) -> tuple[Dressed, str]:
    """What a guide with these settings does to the static files, and its problems."""
    found = dressed(FILES, read(folder, {"guide.yaml": SETTINGS + lines}))
    return found, told(found.problems)


def styles_of(found: Dressed) -> str:
    return found.files["supple.css"].decode()


def test_without_a_look_the_styles_stay_as_they_are(tmp_path: Path) -> None:
    found, problems = dress(tmp_path, "")
    assert (found.files, found.tokens, problems) == (FILES, "", "")


def test_the_accent_is_the_guides_own_in_the_light(tmp_path: Path) -> None:
    found, problems = dress(tmp_path, "look:\n  accent: 1D4F91\n")
    assert problems == ""
    tokens = tokens_of(styles_of(found))
    assert tokens[ACCENT][0] == "#1d4f91"
    assert contrast(tokens[ACCENT][1], tokens["--paper"][1]) >= 7
    assert "--pf-mat" in tokens_of(found.figure_styles.removeprefix(FIGURES))
    assert "--pf-" not in styles_of(found).removeprefix(PAGES), "figures lie alone, too"
    assert found.tokens.count("--petrol: light-dark(#1d4f91, ") == 1


def test_an_accent_that_is_too_pale_is_told_with_the_nearest(tmp_path: Path) -> None:
    found, problems = dress(tmp_path / "a", "look:\n  accent: 8fb8de\n")
    assert problems == (
        "guide.yaml:5:11  warning  accent: 8fb8de is too pale for words: "
        "1.8 to 1 on the page, where 7 to 1 is needed\n"
        "    hint: write 2e5475, the nearest that works; the pages have it already"
    )
    better, none = dress(tmp_path / "b", "look:\n  accent: 2e5475\n")
    assert none == ""
    assert styles_of(better) == styles_of(found)


@pytest.mark.parametrize("red", ["a7002a", "b00020"])
def test_an_accent_like_the_red_of_danger_is_told_once(tmp_path: Path, red: str) -> None:
    _, problems = dress(tmp_path / "a", f"look:\n  accent: {red}\n")
    assert f"accent: {red} looks like the red that means danger on every page" in problems
    assert problems.count("warning") == 1
    better = problems.rpartition(" ")[2]
    assert dress(tmp_path / "b", f"look:\n  accent: {better}\n")[1] == ""


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 0xFFFFFF))
def test_whatever_the_accent_all_that_meets_can_be_told_apart(number: int) -> None:
    ours = accented(guide_with(f"#{number:06x}"), TOKENS).tokens
    own = " ".join(f"{name}: light-dark({', '.join(both)});" for name, both in ours.items())
    colours = schemes(PAGES, FIGURES.replace("@layer parts {", f"{own} @layer parts {{", 1))
    # Tokens of pages come last here, since both files are read as one.
    colours = {name: {**each, **_of(ours, name)} for name, each in colours.items()}
    short = [
        (meeting.front, ground, scheme)
        for scheme in ("light", "dark")
        for meeting in SCREEN
        for ground in meeting.grounds
        if meeting.only in ("", scheme)
        and contrast(colours[scheme][meeting.front], colours[scheme][ground]) < meeting.least
    ]
    assert short == []
    for colours_ in (colours["light"], colours["dark"]):
        for text, panel in (("--on-hold", "--hold"), ("--ink", "--mat-loose")):
            key = mixed(colours_[text], 0.1, colours_[panel])
            assert contrast(colours_[text], key) >= 7
    assert set(ours) == set(FAMILY)


def _of(tokens: Mapping[str, tuple[str, str]], scheme: str) -> dict[str, str]:
    at = 1 if scheme == "dark" else 0
    found = {name: both[at] for name, both in tokens.items()}
    return {**found, "--mat": found["--pf-mat"]}


GUIDES: dict[str, Guide] = {}


@pytest.fixture(scope="module", autouse=True)
def _one_guide(tmp_path_factory: pytest.TempPathFactory) -> None:
    GUIDES["small"] = read(tmp_path_factory.mktemp("guide"), {})


def guide_with(accent: str) -> Guide:
    small = GUIDES["small"]
    return replace(small, settings=replace(small.settings, look=Look(accent=accent)))


def test_a_guides_own_styles_need_not_have_our_tokens() -> None:
    assert accented(guide_with("#1d4f91"), {}).tokens == {}
    some = accented(guide_with("#1d4f91"), {ACCENT: TOKENS[ACCENT]}).tokens
    assert set(some) == {ACCENT}


def test_corners_and_typefaces(tmp_path: Path) -> None:
    found, problems = dress(
        tmp_path, "look:\n  corners: 7 px\n  headings: fonts/mine.woff2\n  text: humanist\n"
    )
    own = styles_of(found).removeprefix(PAGES)
    assert problems == ""
    assert "--r: 0.438rem;" in own
    assert '--serif: "Guide headings", Charter' in own
    assert "--sans: Seravek" in own
    assert 'src: url("fonts/mine.woff2") format("woff2"); font-weight: 600;' in own
    square, _ = dress(tmp_path / "b", "look:\n  corners: square\n")
    assert "--r: 0rem; --r-room: 0rem; --r-pill: 0rem;" in styles_of(square)


def test_files_that_are_missing_or_no_fonts_are_told(tmp_path: Path) -> None:
    lines = "look:\n  headings: fake.woff2\n  text: gone.woff2\n  logo: static/logo.svg\n"
    _, problems = dress(tmp_path, lines)
    assert problems == (
        "guide.yaml:5:13  error  headings: fake.woff2 is not a font in the form WOFF2\n"
        "    hint: renaming it is not enough: have a tool write it as WOFF2\n"
        "guide.yaml:6:9  error  text: there is no gone.woff2 in the folder static\n"
        "    hint: put it there, or take the line out\n"
        "guide.yaml:7:9  error  logo: there is no static/logo.svg in the folder static\n"
        "    hint: write logo.svg"
    )


def test_a_logo_that_no_browser_shows_is_told(tmp_path: Path) -> None:
    _, problems = dress(tmp_path, "look:\n  logo: logo.svg\n")
    assert "logo: logo.svg is SVG without its namespace, so browsers don't show it" in problems


def test_the_logo_stands_for_the_title_on_pages_and_sheets(tmp_path: Path) -> None:
    lines = f"{SETTINGS}look:\n  logo: icon.svg\n"
    pages = render(tmp_path, {"guide.yaml": lines})
    mark = f'src="{STATIC["icon.svg"]}" alt="Test guide"'
    assert mark in pages["index.html"]
    assert f'src="../{STATIC["icon.svg"]}" alt="Test guide"' in pages["sheets/morning.html"]
    assert 'class="brand"' not in pages["index.html"]


def test_the_missing_page_has_the_look_too(tmp_path: Path) -> None:
    look = f':root {{ {ACCENT}: light-dark(#1d4f91, #a7cbfe); --serif: "Guide headings", serif; }}'
    plans = [*plan_pages(read(tmp_path, {}), SAY, STATIC, look=look)]
    (found,) = (each for each in plans if each.template == "404.html")
    pages, problems = render_pages([found], [starter.templates()], SAY)
    assert not problems
    text = pages[0][1].decode()
    style = text[text.index("<style>") + 7 : text.index("</style>")]
    assert style.endswith(look)
    assert source_hash(style) in text


def test_what_a_font_file_says_of_itself() -> None:
    assert is_woff2(FONT)
    assert not is_variable(FONT)
    tables = bytes([0x3F]) + b"XXXX" + bytes([5]) + bytes([47]) + bytes([0x81, 0x00])
    variable = b"wOF2" + bytes(8) + (2).to_bytes(2, "big") + bytes(34) + tables
    assert is_variable(variable)
    assert not is_variable(variable[:50])
    assert not is_woff2(b"OTTO")


def test_the_nearest_colour_keeps_its_hue() -> None:
    found = nearest("#ffcc00", lambda colour: contrast(colour, "#ffffff") >= 7)
    assert contrast(found, "#ffffff") == pytest.approx(7.2, abs=0.25)
    assert lch(found)[2] == pytest.approx(lch("#ffcc00")[2], abs=0.05)
    assert nearest("#ffcc00", lambda colour: False) == "#ffcc00"


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_comes_back_as_it_went(number: int) -> None:
    assert from_lch(*lch(f"#{number:06x}")) == f"#{number:06x}"


# The person in the figures.


def figures(folder: Path, lines: str) -> tuple[str, str]:
    """The styles of a guide that sets these colours, and its problems."""
    found, problems = dress(folder, f"figures:\n{lines}")
    return found.figure_styles, problems


def test_a_guide_sets_the_colours_of_its_person(tmp_path: Path) -> None:
    styles, problems = figures(tmp_path, "  skin: dark\n  shirt: 7a2f5c\n")
    assert problems == ""
    assert styles.startswith(FIGURES)
    tokens = tokens_of(styles)
    assert tokens["--pf-skin"][0] == SKINS["dark"]
    assert tokens["--pf-shirt"][0] == "#7a2f5c"
    assert tokens["--pf-trousers"] == TOKENS["--pf-trousers"]


@pytest.mark.parametrize("name", [*SKINS, *HAIRS])
def test_every_colour_with_a_name_does_without_a_warning(tmp_path: Path, name: str) -> None:
    key = "skin" if name in SKINS else "hair"
    styles, problems = figures(tmp_path, f"  {key}: {name}\n")
    assert problems == ""
    tokens = tokens_of(styles)
    # A pale skin is outlined; in the dark every colour is lit as far as needed.
    part = "--pf-outline" if "--pf-outline" in tokens else f"--pf-{key}"
    assert all(contrast(tokens[part][0], TOKENS[wall][0]) >= MEANING for wall in WALLS)
    assert all(contrast(tokens[f"--pf-{key}"][1], TOKENS[wall][1]) >= MEANING for wall in WALLS)
    assert ("--pf-rim" in styles.removeprefix(FIGURES)) == ("--pf-outline" in tokens)


def test_clothes_that_the_walls_swallow_are_told(tmp_path: Path) -> None:
    styles, problems = figures(tmp_path / "a", "  skin: fffafa\n  trousers: ffffff\n")
    assert problems == (
        "guide.yaml:6:13  warning  figures: trousers ffffff hardly stands out from the walls: "
        "1.2 to 1, where 3 to 1 is needed\n"
        "    hint: write 838383, the nearest that works; the figures have it already"
    )
    assert tokens_of(styles)["--pf-trousers"][0] == "#838383"
    better, none = figures(tmp_path / "b", "  skin: fffafa\n  trousers: 838383\n")
    assert (better, none) == (styles, "")


def test_a_file_of_its_own_knows_light_dark_and_paper() -> None:
    alone = standalone(FIGURES)
    assert "light-dark(" not in alone
    assert "/*" not in alone
    light, _, dark = alone.partition("@media (prefers-color-scheme:dark)")
    assert f"--pf-shirt:{TOKENS['--pf-shirt'][0]}" in light.replace(": ", ":")
    assert f"--pf-shirt:{TOKENS['--pf-shirt'][1]}" in dark
    assert "@media print" in light
    assert alone.count("{") == alone.count("}")
