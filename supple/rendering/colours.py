"""The colours of figures: those that a guide sets, written into the styles, and how well the parts
of a figure stand out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from supple.domain.guide import Guide
from supple.domain.problem import Problem, Severity

ENOUGH: Final = 3.0
"""The least contrast of what carries a meaning (WCAG 1.4.11)."""
ROOMS: Final = ("--lying", "--kneeling", "--seated", "--standing")
OUTLINE: Final = "#5c4033"
"""What goes round a skin that is nearly as pale as the walls."""

Tokens = Mapping[str, tuple[str, str]]
"""The custom properties that are colours: in light and in dark."""

_TOKEN = re.compile(
    r"(?P<name>--[\w-]+):\s*light-dark\(\s*(?P<light>#\w+)\s*,\s*(?P<dark>#\w+)\s*\);"
)


def tokens_of(styles: str) -> Tokens:
    """The colours that styles set, the last word of each."""
    return {found["name"]: (found["light"], found["dark"]) for found in _TOKEN.finditer(styles)}


def contrast(one: str, other: str) -> float:
    """Between two colours, from 1 to 21, as WCAG 2.2 counts it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


@dataclass(frozen=True, slots=True)
class Dyed:
    """A guide's styles for figures, and what is wrong with the colours that it wants."""

    styles: str
    problems: tuple[Problem, ...]


def dyed(styles: str, guide: Guide) -> Dyed:
    """The styles of figures with the guide's own colours after them, which therefore win.

    In the dark a colour is lit as far as it has to be. A pale skin gets an outline.
    """
    tokens = tokens_of(styles)
    if not all(room in tokens for room in ROOMS):  # a guide's own styles, which know best
        return Dyed(styles, ())
    light = [tokens[room][0] for room in ROOMS]
    dark = [tokens[room][1] for room in ROOMS]
    wanted = guide.settings.figures.each
    lines = [
        f"--pf-{name}: light-dark({colour}, {_lit(colour, dark)});"
        for name, colour in wanted.items()
    ]
    if "skin" in wanted and _least(wanted["skin"], light) < ENOUGH:
        lines.append(f"--pf-outline: light-dark({OUTLINE}, #0a1314); --pf-rim: 7;")
    own = f"\n@layer tokens {{ :root {{ {' '.join(lines)} }} }}\n" if lines else ""
    return Dyed(styles + own, tuple(_problems(guide, wanted, light)))


def _problems(guide: Guide, wanted: Mapping[str, str], walls: list[str]) -> Iterator[Problem]:
    """Clothes and hair that the walls swallow."""
    for name, colour in wanted.items():
        stands_out = _least(colour, walls)
        if name != "skin" and stands_out < ENOUGH:
            message = (
                f"figures: {name} {colour} hardly stands out from the walls: "
                f"{stands_out:.1f} to 1, where 3 to 1 is needed"
            )
            place = guide.settings_origin.at("figures", name)
            yield Problem(place, "contrast", message, "take a darker colour", Severity.WARNING)


def _least(colour: str, others: list[str]) -> float:
    return min(contrast(colour, other) for other in others)


def _lit(colour: str, walls: list[str]) -> str:
    """The colour with as much white as it takes to stand out from dark walls."""
    for share in range(0, 100, 4):
        lit = mixed("#ffffff", share / 100, colour)
        if _least(lit, walls) >= ENOUGH:
            return lit
    return "#ffffff"


def mixed(one: str, share: float, other: str) -> str:
    """That share of one colour and the rest of the other, as `color-mix()` has it."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(b + (a - b) * share):02x}" for a, b in parts)
