"""What a link or a picture may lead to, and the file of the guide that it names."""

import posixpath
import re
from urllib.parse import unquote

from supple.domain.problem import Place, Problem
from supple.domain.prose import Picture
from supple.reading.found import Found

SCHEMES = ("http", "https", "mailto", "tel")
"""The only links that lead out of the guide."""

_OWN_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|file:|\\\\|~[\\/]", re.IGNORECASE)
_WHOLE = re.compile(r"https?://[^\s/?#]|(?:mailto|tel):[^\s]", re.IGNORECASE)


def file_of(written: str, place: Place, found: Found, *, picture: bool) -> str | None:
    """The file that an address names, counted from `content/`; empty: the page itself. None
    where it leads elsewhere, and after noting that it may not."""
    if refused := _refusal(written, picture=picture):
        found.report(place, "link", *refused)
    if refused or scheme(written):
        return None
    path = unquote(written.partition("#")[0])
    folder = posixpath.dirname(found.first.path)
    target = posixpath.normpath(posixpath.join(folder, path)) if path else ""
    inside = target.removeprefix("content/")
    if target and inside == target:
        hint = "link to files below content only, as seen from this file"
        found.report(place, "link", f"{written} leads out of the content folder", hint)
        return None
    return inside


def read_picture(
    written: str, alt: str, place: Place
) -> tuple[Picture | None, tuple[Problem, ...]]:
    """A picture that a key names by its file, as seen from the file in which the key stands."""
    found = Found(place)
    target = file_of(written, place, found, picture=True)
    return Picture(target, alt, "", place) if target else None, tuple(found.problems)


def scheme(address: str) -> str:
    """What an address begins with: "https"; empty where it is a file's name."""
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
    return match[1].lower() if match else ""


def _refusal(address: str, *, picture: bool) -> tuple[str, str] | None:
    """Why an address can't be used, and what to write instead; None where it can."""
    begins = scheme(address)
    if not address:
        return "a link without an address", "write [words](file.md)"
    if _OWN_COMPUTER.match(address):
        what = "picture" if picture else "file"
        hint = f"put the {what} beside the text, and write its name alone"
        return f"{address} is a place on your own computer", hint
    if address.startswith("/"):
        return f"{address} begins with a slash", "write the file's name as seen from this file"
    if picture and begins:
        return f"{address} is somebody else's picture", "put the picture beside the text"
    if begins and begins not in SCHEMES:
        return f"{begins}: is no link that a page may have", "write https://… or a file's name"
    if begins and not _WHOLE.match(address):
        hint = "write https://example.org/page, mailto:name@example.org or tel: and a number"
        return f"{address} is not a whole address", hint
    return None
