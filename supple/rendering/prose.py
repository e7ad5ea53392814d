"""Prose into HTML for one page: links and pictures get their addresses."""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Final, TypeAlias

from markupsafe import Markup

from supple.domain.prose import HoldPhrase, Link, OwnFigure, Part, Picture, Prose
from supple.rendering import addresses

Phrased: TypeAlias = Callable[[HoldPhrase], str]
"""HTML for a phrase that says how long to hold."""

Drawn: TypeAlias = Callable[[OwnFigure], str]
"""HTML for a figure of the page's own."""

_FORM: Final = re.compile(r"</?(?:a|abbr|b|code|em|i|kbd|mark|s|small|span|strong|u)\b[^<>]*>")


def in_words(phrase: HoldPhrase) -> str:
    """A phrase as it was written."""
    return escape(phrase.words)


def not_drawn(figure: OwnFigure) -> str:
    """What stands for a figure where none can be shown."""
    return escape(figure.alt)


def on_page(
    prose: Prose, here: str, owner: str, phrased: Phrased = in_words, drawn: Drawn = not_drawn
) -> Markup:
    """HTML of a text of the page at `owner` that stands on the page at `here`."""
    parts = (_part(part, here, owner, phrased, drawn) for part in prose.parts)
    return Markup("").join(map(Markup, parts))


def on_paper(prose: Prose, here: str, phrased: Phrased = in_words) -> Markup:
    """HTML for paper: the words of links without the links, which nobody can tap."""
    parts = (
        on_paper(part.words, here) if isinstance(part, Link) else _part(part, here, here, phrased)
        for part in prose.parts
    )
    return Markup("").join(map(Markup, parts))


def plain(prose: Prose) -> str:
    """What a person reads of prose, without its form."""
    return "".join(map(_plain, prose.parts))


def _part(part: Part, here: str, owner: str, phrased: Phrased, drawn: Drawn = not_drawn) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, HoldPhrase):
        return phrased(part)
    if isinstance(part, OwnFigure):
        return drawn(part)
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


def _plain(part: Part) -> str:
    match part:
        case Link():
            return plain(part.words)
        case Picture() | OwnFigure():
            return f" {part.alt} "
        case HoldPhrase():
            return part.words
    return unescape(re.sub("<[^<>]*>", " ", _FORM.sub("", part)))
