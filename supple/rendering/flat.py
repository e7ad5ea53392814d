"""Styles of figures for what knows only plain CSS: one room, in the light, every colour said."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from supple.rendering.colours import mixed

DEEPEST: Final = 9
"""How often what a value calls for may call for something else in turn."""

_VARIABLE = re.compile(r"var\(\s*(?P<name>--[\w-]+)\s*(?:,\s*(?P<fallback>[^()]*))?\)")
_LIGHT_OR_DARK = re.compile(r"light-dark\(\s*([^(),]+?)\s*,[^(),]*\)")
_MIX = re.compile(r"color-mix\(in srgb,\s*(#\w+)\s+(\d+)%,\s*(#\w+)\s*\)")
_SEVERAL = re.compile(r":is\(([^()]*)\)")


def flattened(styles: str, room: str) -> str:
    """The rules for figures that stand in that room, below a class of the room's name."""
    values = variables(styles, room)
    return "".join(
        f"{selector.replace('.figure', f'.{room}')}{{{_plain(declarations, values)}}}"
        for selectors, declarations in rules(styles)
        for selector in _each(selectors)
        if selector.startswith(".figure ")
    )


def printed(styles: str) -> str:
    """The rules for figures on paper, below their own class."""
    on_paper = "".join(_media(styles, "print"))
    values = _properties(styles, (":root", "[data-room]", ".figure"))
    values |= _properties(on_paper, (".figure",))
    values = {name: _value(value, values) for name, value in values.items()}
    return "".join(
        f"{selector}{{{_plain(declarations, values)}}}"
        for selectors, declarations in (*rules(styles), *rules(on_paper))
        for selector in _each(selectors)
        if selector.startswith(".figure ")
    )


def variables(styles: str, room: str) -> Mapping[str, str]:
    """The custom properties that are set in a room, each by what it comes to there."""
    values = _properties(styles, (":root", "[data-room]", f'[data-room="{room}"]', ".figure"))
    return {name: _value(value, values) for name, value in values.items()}


def _properties(styles: str, scopes: Collection[str]) -> dict[str, str]:
    """The custom properties that are set by these selectors, as they are written."""
    return {
        name: value
        for selectors, declarations in rules(styles)
        if selectors in scopes
        for name, value in _declared(declarations)
        if name.startswith("--")
    }


def rules(styles: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations, those in layers too; other at-rules speak of other media."""
    for head, body in _blocks(styles):
        if head.startswith("@layer"):
            yield from rules(body)
        elif not head.startswith("@"):
            yield head, body


def _media(styles: str, medium: str) -> Iterator[str]:
    """The styles for one medium, those in layers too."""
    for head, body in _blocks(styles):
        if head.startswith("@layer"):
            yield from _media(body, medium)
        elif head == f"@media {medium}":
            yield body


def _blocks(styles: str) -> Iterator[tuple[str, str]]:
    """What stands before each outer pair of braces, and in it."""
    styles = re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL)
    end = 0
    while (begin := styles.find("{", end)) >= 0:
        head = styles[end:begin].rpartition(";")[2].strip()
        end = _end_of(styles, begin)
        yield head, styles[begin + 1 : end - 1]


def _end_of(styles: str, begin: int) -> int:
    """Where the block ends that begins there."""
    depth = 0
    for found in re.compile("[{}]").finditer(styles, begin):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    return len(styles)


def _each(selectors: str) -> Iterator[str]:
    several = _SEVERAL.search(selectors)
    if several is None:
        yield from (selector.strip() for selector in selectors.split(","))
        return
    for one in several[1].split(","):
        yield from _each(selectors.replace(several[0], one.strip(), 1))


def _declared(declarations: str) -> Iterator[tuple[str, str]]:
    for declaration in declarations.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _plain(declarations: str, values: Mapping[str, str]) -> str:
    return ";".join(
        f"{name}:{_value(value, values)}"
        for name, value in _declared(declarations)
        if not name.startswith("--")
    )


def _value(value: str, values: Mapping[str, str]) -> str:
    """A value without functions that plain CSS lacks."""

    def called(match: re.Match[str]) -> str:
        return values.get(match["name"], match["fallback"] or "")

    for _ in range(DEEPEST):
        before = value
        value = _LIGHT_OR_DARK.sub(r"\1", _VARIABLE.sub(called, value))
        value = _MIX.sub(lambda mix: mixed(mix[1], int(mix[2]) / 100, mix[3]), value)
        if value == before:
            break
    return value
