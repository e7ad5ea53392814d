"""Plain values into YAML that reads as the same under our own strict reader, and under others.

Everything stands one to a line; a text is put into quotation marks where any reader could take
it for something else. Comments and the author's own layout are not known here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import yaml

from supple.reading.files import UNSHOWN

Value: TypeAlias = "str | int | float | Sequence[Value] | Mapping[str, Value]"
"""What a file can say. Nothing at all isn't among it: a key without a value is left out."""

_SAFE: Final = re.compile(r"[^\W_](?:[^\s:#]|:(?=[^\s])|#| (?=[^\s#]))*")
"""A text that begins with a letter or a digit, and in which nothing ends it or begins a note."""
_TAKEN_FOR_TEXT: Final = frozenset(("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"))
"""What bare words may be to other readers. A day is written without marks by everybody."""
_RESOLVER: Final = yaml.resolver.Resolver()
_INVISIBLE: Final = re.compile(rf"[\n\t\r]|{UNSHOWN.pattern}")
_ESCAPED: Final = re.compile(rf'["\\]|{_INVISIBLE.pattern}')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def yaml_text(value: Mapping[str, Value]) -> str:
    """The keys of a file, one to a line; nothing where there are none."""
    return "".join(f"{line}\n" for line in _lines(value)) if value else ""


def page_text(front: Mapping[str, Value], body: str) -> str:
    """A page: its facts between two lines of dashes, and its text in Markdown below."""
    return f"---\n{yaml_text(front)}---\n{body}"


def _lines(value: Value) -> Iterator[str]:
    """A value's lines, none further in than it has to be."""
    if isinstance(value, Mapping) and value:
        for key, below in value.items():
            yield from _entry(f"{_scalar(key)}:", below)
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        for item in value:
            first, *rest = _lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield _single(value)


def _entry(key: str, value: Value) -> Iterator[str]:
    if isinstance(value, str | int | float) or not value:
        yield f"{key} {_single(value)}"
    else:
        yield key
        yield from (f"  {line}" for line in _lines(value))


def _single(value: Value) -> str:
    """A value that has one line of its own: a text, a number, or a list or keys that are empty."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _scalar(value)
        case int() | float():
            return str(value)
        case Mapping():
            return "{}"
    return "[]"


def _scalar(text: str) -> str:
    plainly = not _INVISIBLE.search(text)
    if plainly and _SAFE.fullmatch(text) and _is_text(text):
        return text
    if plainly and re.search(r'["\\]', text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _is_text(text: str) -> bool:
    """Whether a reader who guesses takes these bare words for a text, or for a day."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag in _TAKEN_FOR_TEXT


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character, f"\\U{ord(character):08x}")
