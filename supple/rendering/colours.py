"""Arithmetic with colours: how much two differ, what a mixture gives, and which one is nearest to
a colour that doesn't do."""

import re
from collections.abc import Callable, Iterable, Mapping
from math import atan2, cos, hypot, sin
from typing import Final

Tokens = Mapping[str, tuple[str, str]]
"""The custom properties that are colours: in light and in dark."""

Lch = tuple[float, float, float]
"""Lightness from 0 to 1, chroma from 0 (grey), hue as an angle: OKLCH, in which colours of one
lightness look equally light."""

STEP: Final = 0.005
"""The finest difference of lightness or chroma that is tried."""

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


def mixed(one: str, share: float, other: str) -> str:
    """That share of one colour and the rest of the other, as `color-mix()` has it."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return _written(round(b + (a - b) * share) for a, b in parts)


def lch(colour: str) -> Lch:
    """A colour in OKLCH, after Björn Ottosson (https://bottosson.github.io/posts/oklab/)."""
    red, green, blue = map(_linear, _parts(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def from_lch(lightness: float, chroma: float, hue: float) -> str:
    """The colour, with as much of its chroma as a screen can show."""
    lightness = min(max(lightness, 0.0), 1.0)
    while True:
        parts = _linear_parts(lightness, chroma, hue)
        if chroma <= 0 or all(-0.0005 <= part <= 1.0005 for part in parts):
            return _written(round(255 * _gamma(part)) for part in parts)
        chroma = max(chroma - STEP, 0.0)


def apart(one: str, other: str) -> float:
    """How different two colours look: about 0.02 is just seen, black and white are 1 apart."""
    (light, chroma, hue), (light_, chroma_, hue_) = lch(one), lch(other)
    across = chroma * cos(hue) - chroma_ * cos(hue_)
    along = chroma * sin(hue) - chroma_ * sin(hue_)
    return hypot(light - light_, across, along)


def nearest(colour: str, fits: Callable[[str], bool]) -> str:
    """The colour itself if it fits, else the nearest in lightness that does; if none does, the
    colour."""
    if fits(colour):
        return colour
    lightness, chroma, hue = lch(colour)
    for number in range(1, round(1 / STEP) + 1):
        for moved in (lightness - number * STEP, lightness + number * STEP):
            if 0 <= moved <= 1 and fits(found := from_lch(moved, chroma, hue)):
                return found
    return colour


def _linear_parts(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    """A part of a colour, from 0 to 255, as an amount of light from 0 to 1."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _gamma(light: float) -> float:
    light = min(max(light, 0.0), 1.0)
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _parts(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _written(parts: Iterable[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts)
