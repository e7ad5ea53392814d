"""Front matter: keys with texts, numbers, lists and mappings, written as plain YAML."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | Sequence[Value] | Mapping[str, Value]"


def with_front_matter(facts: Mapping[str, Value], body: str) -> str:
    """A file: its facts between two lines of dashes, and its Markdown."""
    return "\n".join(("---", yaml(facts), "---", body, ""))


def yaml(facts: Mapping[str, Value]) -> str:
    """Plain YAML, without quotes: no text of the corpus needs any."""
    return "\n".join(_lines(facts))


def _lines(value: Value) -> Iterator[str]:
    """The lines of a mapping or of a list, not indented."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _line(f"{key}:", each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            first, *others = _lines(each)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
    else:
        yield str(value)


def _line(key: str, value: Value) -> Iterator[str]:
    if isinstance(value, str | int):
        yield f"{key} {value}"
    else:
        yield key
        yield from (f"  {line}" for line in _lines(value))
