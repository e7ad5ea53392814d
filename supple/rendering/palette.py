"""The colours that a guide's settings make: of its accent a whole family, light and dark, and those
of the person in its figures. All are fitted to the table of contrasts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import floor
from typing import Final

from supple.domain.guide import Guide
from supple.domain.problem import Problem, Severity
from supple.rendering.colours import Tokens, apart, contrast, from_lch, lch, mixed, nearest
from supple.rendering.contrasts import MEANING, WALLS, demands

ACCENT: Final = "--petrol"
BESIDE: Final = (
    "--petrol-lip",
    "--petrol-lit",
    "--hold",
    "--hold-rail",
    "--doctor",
    "--pf-arrow",
)
"""In the light, these are as much lighter or darker than the accent as in Supple's own colours."""
AROUND: Final = ("--on-petrol", "--pf-mat", "--mat-loose", "--let-go-rail")
"""These keep their lightness, and take on the accent's hue."""
FAMILY: Final = (ACCENT, *AROUND, *BESIDE)
CALLED: Final = {"--pf-mat": "--mat"}
"""What a token of figures goes by on pages."""
STRONGER: Final = 1.6
"""The most by which a strong accent makes those around it stronger too."""
DANGER: Final = "--red"
TOO_LIKE: Final = 0.055
"""An accent nearer to the red of danger is taken for it."""
TURN: Final = 0.05
"""The step in hue, in radians, in which a colour away from red is looked for."""
OUTLINE: Final = "#5c4033"
"""What goes round a skin that is nearly as pale as the walls."""

SCHEMES: Final = ("light", "dark")
LIGHT: Final = 0
DARK: Final = 1


@dataclass(frozen=True, slots=True)
class Palette:
    """The tokens that a guide's own colours set, `more` declarations that go with them, and what
    is wrong with the colours that it wants."""

    tokens: Tokens
    problems: tuple[Problem, ...] = ()
    more: tuple[str, ...] = ()


NOTHING: Final = Palette({})


def accented(guide: Guide, tokens: Tokens) -> Palette:
    """The accent's family in place of Supple's own. `tokens` are those of all styles; where a
    guide's own styles lack one, it is left out."""
    wanted = guide.settings.look.accent
    if not wanted or ACCENT not in tokens:
        return NOTHING
    taken = _fitted(ACCENT, wanted, _without_family(tokens, LIGHT), LIGHT)
    lights, darks = _family(taken, tokens, LIGHT), _family(taken, tokens, DARK)
    made = {name: (lights[name], darks[name]) for name in lights}
    return Palette(made, tuple(_of_accent(guide, taken, tokens)))


def _family(accent: str, tokens: Tokens, scheme: int) -> dict[str, str]:
    """Each token of the family as it is in the light or in the dark."""
    others = _without_family(tokens, scheme)
    made: dict[str, str] = {}
    for name in (name for name in FAMILY if name in tokens):
        colour = (
            accent if (name, scheme) == (ACCENT, LIGHT) else _akin(name, accent, tokens, scheme)
        )
        made[name] = _fitted(name, colour, {**others, **made}, scheme)
    return made


def _akin(name: str, accent: str, tokens: Tokens, scheme: int) -> str:
    """A token of Supple's in the accent's hue, and as strong."""
    lightness, chroma, _ = lch(tokens[name][scheme])
    light_of_own, strength_of_own, _ = lch(tokens[ACCENT][LIGHT])
    light_of_accent, strength, hue = lch(accent)
    share = strength / strength_of_own if strength_of_own else 1.0
    if scheme == LIGHT and name in BESIDE:
        return from_lch(lightness + light_of_accent - light_of_own, chroma * share, hue)
    return from_lch(lightness, chroma * min(share, STRONGER), hue)


def _fitted(name: str, colour: str, others: Mapping[str, str], scheme: int) -> str:
    """The nearest colour that stands out from each of the others as far as it must."""
    asked = [
        *demands(name, others, SCHEMES[scheme]),
        *demands(CALLED.get(name, ""), others, SCHEMES[scheme]),
    ]
    return nearest(colour, partial(_fits, asked=asked))


def _fits(colour: str, asked: list[tuple[str, float]]) -> bool:
    return all(contrast(colour, other) >= least for other, least in asked)


def _of_accent(guide: Guide, taken: str, tokens: Tokens) -> Iterator[Problem]:
    wanted = guide.settings.look.accent
    place = guide.settings_origin.at("look", "accent")
    red = tokens.get(DANGER, ("", ""))[LIGHT]
    if red and apart(taken, red) < TOO_LIKE:
        # Its cure is dark enough for words, too.
        message = f"accent: {_short(wanted)} looks like the red that means danger on every page"
        hint = f"take another hue, such as {_short(_turned(taken, red, tokens))}"
        yield Problem(place, "contrast", message, hint, Severity.WARNING)
    elif taken != wanted:
        least, most = min(
            (contrast(wanted, other), least)
            for other, least in demands(ACCENT, _without_family(tokens, LIGHT), SCHEMES[LIGHT])
        )
        message = (
            f"accent: {_short(wanted)} is too pale for words: "
            f"{_told(least)} to 1 on the page, where {most:g} to 1 is needed"
        )
        hint = f"write {_short(taken)}, the nearest that works; the pages have it already"
        yield Problem(place, "contrast", message, hint, Severity.WARNING)


def _without_family(tokens: Tokens, scheme: int) -> dict[str, str]:
    return {name: both[scheme] for name, both in tokens.items() if name not in FAMILY}


def _turned(colour: str, red: str, tokens: Tokens) -> str:
    """The nearest colour of another hue that isn't taken for red."""
    lightness, chroma, hue = lch(colour)
    others = _without_family(tokens, LIGHT)
    for number in range(1, 60):
        for turned in (hue - number * TURN, hue + number * TURN):
            found = _fitted(ACCENT, from_lch(lightness, chroma, turned), others, LIGHT)
            if apart(found, red) >= TOO_LIKE:
                return found
    return colour


def dyed(guide: Guide, tokens: Tokens) -> Palette:
    """The colours of the person in the figures.

    In the dark a colour is lit as far as it has to be. In the light clothes and hair that the
    walls swallow are corrected, and a pale skin gets an outline.
    """
    if not all(wall in tokens for wall in WALLS):  # a guide's own styles, which know best
        return NOTHING
    light = [tokens[wall][LIGHT] for wall in WALLS]
    dark = [tokens[wall][DARK] for wall in WALLS]
    wanted = guide.settings.figures.each
    seen = {name: _seen(name, colour, light) for name, colour in wanted.items()}
    made = {f"--pf-{name}": (colour, _lit(colour, dark)) for name, colour in seen.items()}
    more: tuple[str, ...] = ()
    if "skin" in wanted and _least(wanted["skin"], light) < MEANING:
        made["--pf-outline"] = (OUTLINE, "#0a1314")
        more = ("--pf-rim: 7;",)
    return Palette(made, tuple(_of_figures(guide, wanted, light)), more)


def _of_figures(guide: Guide, wanted: Mapping[str, str], walls: list[str]) -> Iterator[Problem]:
    """Clothes and hair that the walls swallow."""
    for name, colour in wanted.items():
        better = _seen(name, colour, walls)
        if better != colour:
            message = (
                f"figures: {name} {_short(colour)} hardly stands out from the walls: "
                f"{_told(_least(colour, walls))} to 1, where {MEANING:g} to 1 is needed"
            )
            hint = f"write {_short(better)}, the nearest that works; the figures have it already"
            place = guide.settings_origin.at("figures", name)
            yield Problem(place, "contrast", message, hint, Severity.WARNING)


def _seen(name: str, colour: str, walls: list[str]) -> str:
    """The nearest colour of a part that the walls don't swallow; a skin keeps its own."""
    asked = [(wall, MEANING) for wall in walls]
    return colour if name == "skin" else nearest(colour, partial(_fits, asked=asked))


def _least(colour: str, others: list[str]) -> float:
    return min(contrast(colour, other) for other in others)


def _lit(colour: str, walls: list[str]) -> str:
    """The colour with as much white as it takes to stand out from dark walls."""
    for share in range(0, 100, 4):
        lit = mixed("#ffffff", share / 100, colour)
        if _least(lit, walls) >= MEANING:
            return lit
    return "#ffffff"


def _told(ratio: float) -> str:
    """A contrast with one digit, never rounded up to what it doesn't reach."""
    return f"{floor(ratio * 10) / 10:.1f}"


def _short(colour: str) -> str:
    """A colour as one writes it in `guide.yaml`, where # begins a note."""
    return colour.removeprefix("#")
