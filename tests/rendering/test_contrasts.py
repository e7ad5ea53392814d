"""What meets on a page can be told apart: every colour of the styles, computed in light, in dark
and on paper."""

import re

import pytest

from supple.domain.settings import STACKS
from supple.rendering.colours import contrast, lch, mixed, tokens_of
from supple.rendering.contrasts import DECORATES, PAPER, SCREEN, TEXT, Meeting
from tests.rendering.styles import (
    FIGURES,
    MISSING,
    PAGES,
    PLAYER,
    on_paper,
    schemes,
    without_comments,
)

SCHEMES = schemes()
PANELS = {"--on-hold": "--hold", "--on-change": "--change"}
ON_PANELS = [*PANELS.items(), *(("--ink", one) for one in ("--mat-loose", "--paused", "--lying"))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("meeting", SCREEN, ids=lambda each: f"{each.front} {each.where}")
def test_on_the_screen(meeting: Meeting, scheme: str) -> None:
    if meeting.only in ("", scheme):
        assert too_little(meeting, scheme) == {}


@pytest.mark.parametrize("meeting", PAPER, ids=lambda each: f"{each.front} {each.where}")
def test_on_paper(meeting: Meeting) -> None:
    assert too_little(meeting, "print") == {}


def too_little(meeting: Meeting, scheme: str) -> dict[str, float]:
    """The grounds from which it doesn't stand out enough, each with how much it does."""
    colours = SCHEMES[scheme]
    found = {each: contrast(colours[meeting.front], colours[each]) for each in meeting.grounds}
    return {ground: round(ratio, 2) for ground, ratio in found.items() if ratio < meeting.least}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "panel"), ON_PANELS)
def test_the_players_keys_are_a_shade_of_its_ground(text: str, panel: str, scheme: str) -> None:
    """`color-mix()` in the player's rules."""
    shares = re.findall(
        r"--key: color-mix\(in srgb, var\(--text\) (\d+)%, var\(--back\)\);", PLAYER
    )
    plain = PLAYER.count("--key: var(--back);")  # the end's keys have the ground itself
    assert len(shares) + plain == PLAYER.count("--key:") > plain
    colours = SCHEMES[scheme]
    keys = [mixed(colours[text], int(share) / 100, colours[panel]) for share in shares]
    assert min(contrast(colours[text], key) for key in keys) >= TEXT


def test_every_colour_is_in_the_table() -> None:
    """A new one has to say what it meets, or what makes up for it."""
    named = {name for each in (*SCREEN, *PAPER) for name in (each.front, *each.grounds)}
    known = named | set(DECORATES)
    assert set(SCHEMES["light"]) - known == set()
    assert known - set(SCHEMES["print"]) == set(), "there is none of that name"
    on_screen = {name for each in SCREEN for name in (each.front, *each.grounds)}
    assert on_screen & set(DECORATES) == set(), "it can't be both"


def test_every_colour_is_a_token() -> None:
    """Outside the tokens layers no rule says a colour, but on paper."""
    for styles in (PAGES, FIGURES):
        rules = without_comments(styles)
        paper = on_paper(rules)
        rest = re.sub(r"@layer tokens \{.*?\n\}\n", "", rules.replace(paper, ""), flags=re.DOTALL)
        said = re.findall(r"(?<![\w(])#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", rest)
        assert set(said) <= IN_FIGURES, styles[:40]
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", without_comments(PLAYER))


IN_FIGURES = {"#000", "#fff"}
"""What a figure's far side is shaded with, and the lines of its hatching."""


@pytest.mark.parametrize("name", sorted({*SCHEMES["light"]}))
def test_every_token_is_used(name: str) -> None:
    styles = PAGES + PLAYER + FIGURES
    assert f"var({name})" in styles or f"var({name}," in styles


def test_the_page_without_styles_has_the_same_colours() -> None:
    """The missing page carries its own, which can't go another way."""
    colours = set(re.findall(r"light-dark\((#\w+),(#\w+)\)", MISSING))
    assert colours <= set({**tokens_of(PAGES), **tokens_of(FIGURES)}.values())
    alone = set(re.findall(r"(?<![\w(,])#[0-9a-f]{3,6}\b", MISSING))
    assert alone <= {one for colours in SCHEMES.values() for one in colours.values()}


def test_the_usual_typefaces_are_those_with_a_name() -> None:
    assert f"--serif: {STACKS['bitter']};" in PAGES
    assert f"--sans: {STACKS['system']};" in PAGES


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#ffffff", 21.0), ("#777777", "#fff", 4.48), ("#0a4d52", "#0a4d52", 1.0)],
)
def test_contrast_is_what_wcag_counts(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "lightness", "chroma", "degrees"),
    [
        ("#ff0000", 0.62796, 0.25768, 29.2339),
        ("#00ff00", 0.86644, 0.29483, 142.4953),
        ("#0000ff", 0.45201, 0.31321, 264.052),
        ("#663399", 0.44027, 0.1603, 303.373),
    ],
)
def test_oklch_is_that_of_css_color_4(
    colour: str, lightness: float, chroma: float, degrees: float
) -> None:
    found = lch(colour)
    assert found[:2] == pytest.approx((lightness, chroma), abs=0.0005)
    assert found[2] % 6.283185307 == pytest.approx(degrees / 57.29577951, abs=0.002)
