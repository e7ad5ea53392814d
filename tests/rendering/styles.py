"""What the styles set: colours of the tokens layers in light, in dark and on paper."""

import re
from collections.abc import Mapping
from typing import Final

from supple import starter
from supple.rendering.colours import tokens_of

PAGES: Final = (starter.static() / "supple.css").read_text(encoding="utf-8")
PLAYER: Final = (starter.static() / "player.css").read_text(encoding="utf-8")
FIGURES: Final = (starter.static() / "figure.css").read_text(encoding="utf-8")
MISSING: Final = (starter.templates() / "parts" / "missing.css").read_text(encoding="utf-8")

Colours = Mapping[str, str]


def schemes(pages: str = PAGES, figures: str = FIGURES) -> dict[str, Colours]:
    """The tokens' colours in light, in dark and on paper."""
    tokens = {**tokens_of(pages), **tokens_of(figures)}
    tokens["--mat"] = tokens["--pf-mat"]
    light = {name: both[0] for name, both in tokens.items()}
    dark = {name: both[1] for name, both in tokens.items()}
    printed = {**_plain(on_paper(pages)), **_plain(on_paper(figures))}
    return {"light": light, "dark": dark, "print": {**light, "--mat": light["--pf-mat"], **printed}}


def on_paper(styles: str) -> str:
    """The rules of the print layer."""
    return styles[styles.rindex("@layer print {") :]


def without_comments(styles: str) -> str:
    return re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL)


def _plain(rules: str) -> Colours:
    return dict(re.findall(r"(--[\w-]+):\s*(#\w+);", rules))
