"""Static files under names that hold a hash of their content, so that browsers and hosts may
keep them for ever: a change of content is another name."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

FOLDER = "static"

_REFERENCE = re.compile(
    r"""(?P<before>url\(\s*|@import\s+)(?P<quote>["']?)(?P<name>[^"'()\s]+)(?P=quote)"""
)


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A static file as it is published."""

    address: str
    content: bytes


_READING = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|url\([^"')]*\))"""
    r"""|(?:/\*.*?(?:\*/|\Z)|\s)+""",
    re.DOTALL,
)
_AROUND = re.compile(r"""(?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')| ?(?P<mark>[{};]) ?""")


def compact(css: str) -> str:
    """A style without its comments, each white space in it a single one, and none around braces
    and semicolons. Nothing more: a space can be a selector, as in `.figure :is(.mat)`, which
    smaller minifiers have been seen to lose."""
    spaced = _READING.sub(lambda match: match["kept"] or " ", css)
    return _AROUND.sub(lambda match: match["mark"] or match["kept"], spaced).strip()


def with_hashes(files: Mapping[str, bytes]) -> dict[str, StaticFile]:
    """Each static file by the name that templates and styles call it by, such as
    `fonts/a.woff2`. Styles are made to call the files that they name by their new names,
    and lose their comments and white space. Licences and other plain texts keep their names,
    for people to find."""

    @cache
    def published(name: str, above: frozenset[str] = frozenset()) -> StaticFile:
        content = files[name]
        if name.endswith(".css"):
            content = _rewritten(name, above | {name})
        mark = "" if name.endswith(".txt") else f".{sha256(content).hexdigest()[:10]}"
        stem, ending = posixpath.splitext(name)
        return StaticFile(f"{FOLDER}/{stem}{mark}{ending}", content)

    def _rewritten(name: str, above: frozenset[str]) -> bytes:
        folder = posixpath.dirname(name)

        def renamed(match: re.Match[str]) -> str:
            target = posixpath.normpath(posixpath.join(folder, match["name"]))
            if target not in files or target in above:  # not ours, or it names itself
                return match[0]
            there = published(target, above).address.removeprefix(f"{FOLDER}/")
            href = posixpath.relpath(there, folder or ".")
            return f"{match['before']}{match['quote']}{href}{match['quote']}"

        text = compact(files[name].decode("utf-8", "replace"))
        return _REFERENCE.sub(renamed, text).encode("utf-8")

    return {name: published(name) for name in files}
