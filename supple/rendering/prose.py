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
    title = (("title", part.title),) if part.title else ()
    if isinstance(part, Link):
        link = _attributes(("href", addresses.link(here, there, part.anchor)), *title)
        return f"<a{link}>{on_page(part.words, here, owner)}</a>"
    source = ("src", addresses.link(here, there))
    picture = _attributes(source, ("alt", part.alt), *title, *part.attributes)
    return f'<img{picture} loading="lazy">'


def _attributes(*pairs: tuple[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)
