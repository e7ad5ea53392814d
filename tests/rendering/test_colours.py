"""What carries a meaning in a figure stands out from what it lies on, in light and in dark."""

from itertools import product
from pathlib import Path

import pytest

from supple import starter
from supple.domain.settings import HAIRS, SKINS
from supple.rendering.colours import ENOUGH, ROOMS, contrast, dyed, tokens_of
from supple.rendering.svg import standalone
from tests.guides import SETTINGS
from tests.rendering.sites import read
from tests.told import told

STYLES = (starter.static() / "figure.css").read_text(encoding="utf-8")
TOKENS = tokens_of(STYLES)
WALLS = ROOMS
CLOTHES = ("--pf-skin", "--pf-shirt", "--pf-trousers")


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("part", "ground"),
    [
        *product(CLOTHES, [*WALLS, "--floor"]),
        *product(["--pf-hair"], WALLS),
        *product(["--pf-arrow"], [*WALLS, "--floor"]),
        *product(["--pf-felt-rim"], CLOTHES),
        *product(["--pf-towel"], WALLS),
        *product(["--pf-prop-edge"], WALLS),
        ("--pf-ground", "--floor"),
    ],
)
def test_a_part_stands_out(part: str, ground: str, theme: int) -> None:
    least = ENOUGH if (part, ground) != ("--pf-ground", "--floor") else 2.5  # only decorates
    assert contrast(TOKENS[part][theme], TOKENS[ground][theme]) >= least


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#ffffff", 21.0), ("#777777", "#fff", 4.48), ("#0a4d52", "#0a4d52", 1.0)],
)
def test_contrast_is_what_wcag_counts(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def figures(folder: Path, lines: str) -> tuple[str, str]:
    """The styles of a guide that sets these colours, and its problems."""
    guide = read(folder, {"guide.yaml": f"{SETTINGS}figures:\n{lines}"})
    found = dyed(STYLES, guide)
    return found.styles, told(found.problems)


def test_a_guide_sets_the_colours_of_its_person(tmp_path: Path) -> None:
    styles, problems = figures(tmp_path, "  skin: dark\n  shirt: 7a2f5c\n")
    assert problems == ""
    assert styles.startswith(STYLES)
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
    assert all(contrast(tokens[part][0], TOKENS[wall][0]) >= ENOUGH for wall in WALLS)
    assert all(contrast(tokens[f"--pf-{key}"][1], TOKENS[wall][1]) >= ENOUGH for wall in WALLS)


def test_clothes_that_the_walls_swallow_are_told(tmp_path: Path) -> None:
    _, problems = figures(tmp_path, "  skin: fffafa\n  trousers: ffffff\n")
    assert problems == (
        "guide.yaml:6:13  warning  figures: trousers #ffffff hardly stands out from the walls: "
        "1.2 to 1, where 3 to 1 is needed\n    hint: take a darker colour"
    )


def test_a_file_of_its_own_knows_light_dark_and_paper() -> None:
    alone = standalone(STYLES)
    assert "light-dark(" not in alone
    assert "/*" not in alone
    light, _, dark = alone.partition("@media (prefers-color-scheme:dark)")
    assert f"--pf-shirt:{TOKENS['--pf-shirt'][0]}" in light.replace(": ", ":")
    assert f"--pf-shirt:{TOKENS['--pf-shirt'][1]}" in dark
    assert "@media print" in light
    assert alone.count("{") == alone.count("}")
