"""The contact sheet: all pictures on one page, with what was found wrong beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

STYLES = """
body { margin: 1.5rem; font: 1rem/1.4 system-ui, sans-serif; background: #ddd; color: #111; }
section > div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
figure { margin: 0; }
figcaption { font-weight: 600; }
img { display: block; max-width: 22rem; max-height: 40rem; border: 1px solid #888; }
p { max-width: 22rem; margin: 0; color: #a00; overflow-wrap: anywhere; }
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's file, which page it shows in which look, and what is wrong with that page."""

    file: str
    page: str
    look: str
    faults: tuple[str, ...]


def contact_sheet(pictures: Iterable[Picture]) -> str:
    """A page of HTML. Pictures of one page come one after the other."""
    sections = "".join(_section(page, each) for page, each in groupby(pictures, lambda p: p.page))
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Pictures</title>\n'
        f"<style>{STYLES}</style>\n<h1>Pictures</h1>\n{sections}</html>\n"
    )


def _section(page: str, pictures: Iterable[Picture]) -> str:
    figures = "".join(map(_figure, pictures))
    return f"<section>\n<h2>{escape(page)}</h2>\n<div>\n{figures}</div>\n</section>\n"


def _figure(picture: Picture) -> str:
    faults = "".join(f"<p>{escape(fault)}</p>" for fault in picture.faults)
    return (
        f'<figure><a href="{picture.file}"><img src="{picture.file}" alt="" loading="lazy"></a>'
        f"<figcaption>{escape(picture.look)}</figcaption>{faults}</figure>\n"
    )
