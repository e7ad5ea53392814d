"""Prose into HTML for one page: links and pictures get their addresses."""

from html import escape

from markupsafe import Markup

from supple.domain.prose import Link, Part, Prose
from supple.rendering import addresses


def on_page(prose: Prose, here: str, owner: str) -> Markup:
    """HTML of a text of the page at `owner` that stands on the page at `here`."""
    return Markup("").join(Markup(_part(part, here, owner)) for part in prose.parts)


def on_paper(prose: Prose, here: str) -> Markup:
    """HTML for paper: the words of links without the links, which nobody can tap."""
    parts = (
        on_paper(part.words, here) if isinstance(part, Link) else _part(part, here, here)
        for part in prose.parts
    )
    return Markup("").join(map(Markup, parts))


def _part(part: Part, here: str, owner: str) -> str:
    if isinstance(part, str):
        return part
    there = addresses.of_file(part.target) if part.target else owner
    if isinstance(part, Link):
        href = escape(addresses.link(here, there, part.anchor))
        return f'<a href="{href}">{on_page(part.words, here, owner)}</a>'
    title = f' title="{escape(part.title)}"' if part.title else ""
    source = escape(addresses.link(here, there))
    return f'<img src="{source}" alt="{escape(part.alt)}"{title} loading="lazy">'
