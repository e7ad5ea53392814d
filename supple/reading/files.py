"""Bytes into text, and a page's text into front matter and body."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from supple.domain.problem import Place, Problem

LARGEST = 1_000_000
"""The most bytes that a page or a vocabulary may have: far more than anybody writes."""

UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, odd line ends and what is no character: nobody means to write them."""

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """A page in two: YAML that begins on line 2, Markdown that begins on `body_line`."""

    front: str
    body: str
    body_line: int


def folded(name: str) -> str:
    """A name as computers see it that don't tell capitals or Unicode's forms of a letter apart."""
    return unicodedata.normalize("NFC", name.casefold())


def read_text(file: Path, path: str) -> str | Problem:
    """The text of a file, its line ends made plain; `path` is how the guide calls it."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            message = f"the file has {size:,} bytes; a text may have {LARGEST:,}"
            return Problem(Place(path), "file", message, "is it a picture or a film by mistake?")
        data = file.read_bytes()
    except OSError as error:
        message = f"the file can't be read: {error.strerror}"
        return Problem(Place(path), "file", message, "see who may read it, then try again")
    return decode(data, path)


def decode(data: bytes, path: str) -> str | Problem:
    """Bytes as text. Anything but UTF-8 without control characters is a problem."""
    hint = "save it as UTF-8: most editors ask for the encoding under Save as"
    if b"\0" in data[:2]:  # the first letter in UTF-16 or UTF-32
        return Problem(Place(path, 1, 1), "file", "the file is not UTF-8 text", hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        *above, before = error.object[: error.start].decode().split("\n")
        place = Place(path, len(above) + 1, len(before) + 1)
        return Problem(place, "file", "the file is not UTF-8 text", hint)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unshown := UNSHOWN.search(text):
        line = text.count("\n", 0, unshown.start()) + 1
        column = unshown.start() - text.rfind("\n", 0, unshown.start())
        return Problem(
            Place(path, line, column), "file", cannot_be_shown(unshown[0]), "take it out"
        )
    return text


def cannot_be_shown(character: str) -> str:
    """What to say of a character that `UNSHOWN` finds."""
    return f"a character that can't be shown (U+{ord(character):04X})"


def split(text: str, path: str) -> Split | Problem:
    """Front matter between two lines of three dashes, and the body below."""
    hint = "begin the file with ---, the keys, and a second line of ---"
    opening = _FENCE.match(text)
    if not opening:
        return Problem(Place(path, 1), "front-matter", "there is no front matter", hint)
    closing = _FENCE.search(text, opening.end() + 1)
    if not closing:
        hint = "write a line of --- below the last key"
        return Problem(Place(path, 1), "front-matter", "the front matter has no end", hint)
    front = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() + 1 :]
    return Split(front, body, text.count("\n", 0, closing.end()) + 2)
