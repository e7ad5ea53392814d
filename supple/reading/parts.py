"""Marked HTML into the parts of prose."""

import re
from collections.abc import Iterator
from dataclasses import replace

from supple.domain.prose import NOTHING, Link, Part, Prose
from supple.reading.found import MARK, Found

_MARKED = re.compile(
    rf'<a href="{MARK}(\d+)"(?: title="[^"]*")?>(.*?)</a>'
    rf'|<img [^>]*src="{MARK}(\d+)"[^>]*>'
    rf'|<span class="{MARK}(\d+)">[^<]*</span>',
    re.DOTALL,
)


def prose_of(converted: str, found: Found) -> Prose:
    """HTML in which each mark has become the part that it stands for."""
    converted = converted.strip()
    if MARK not in converted:
        return Prose((converted,)) if converted else NOTHING
    return Prose(tuple(_parts(converted, found)))


def _parts(converted: str, found: Found) -> Iterator[Part]:
    end = 0
    for match in _MARKED.finditer(converted):
        if match.start() > end:
            yield converted[end : match.start()]
        part = found.parts[int(match[1] or match[3] or match[4])]
        if isinstance(part, Link):
            part = replace(part, words=prose_of(match[2], found))
        yield part
        end = match.end()
    if end < len(converted):
        yield converted[end:]
