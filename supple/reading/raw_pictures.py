"""An author's own <img>: its picture is published like those of Markdown."""

import re
from html.parser import HTMLParser

from supple.domain.prose import Picture
from supple.reading.found import MARK, Found
from supple.reading.references import file_of

_RAW_PICTURE = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|(?P<tag><img\b(?:[^>"']|"[^"]*"|'[^']*')*>)""",
    re.DOTALL | re.IGNORECASE,
)


def with_raw_pictures_marked(converted: str, found: Found) -> str:
    """HTML in which the author's own pictures are marked like the others; those in comments,
    scripts and styles are left alone."""
    if "<img" not in converted.lower():
        return converted
    return _RAW_PICTURE.sub(lambda match: _marked(match, found), converted)


def _marked(match: re.Match[str], found: Found) -> str:
    said = _Attributes(match["tag"]).found if match["tag"] else {}
    written = said.pop("src", "")
    if not written or written.startswith((MARK, "data:")):
        return match[0]
    place = found.place_of_address(written)
    target = file_of(written, place, found, picture=True)
    if target is None:
        return match[0]
    alt, title, _ = (said.pop(name, "") for name in ("alt", "title", "loading"))
    mark = found.mark(Picture(target, alt, title, place, tuple(said.items())))
    return f'<img src="{mark}">'


class _Attributes(HTMLParser):
    """What a single tag says, its entities as the characters that they mean."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = {name: value or "" for name, value in attrs}
