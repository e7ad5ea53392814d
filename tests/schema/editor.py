"""YAML as an editor reads it, by the core schema of YAML 1.2: with types; dates are texts."""

import re
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"(?:~|null|Null|NULL|)\Z", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z", list("tTfF")),
    ("int", r"[-+]?[0-9]+\Z", list("-+0123456789")),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z",
        list("-+.0123456789"),
    ),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
_Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def load(text: str) -> Any:
    """A YAML text's value, or that of a page's front matter."""
    if text.startswith("---\n"):
        text = text.split("\n---\n")[0].removeprefix("---\n")
    return _with_texts_as_keys(yaml.load(text, _Loader))


def _with_texts_as_keys(value: Any) -> Any:
    match value:
        case dict():
            return {str(name): _with_texts_as_keys(below) for name, below in value.items()}
        case list():
            return [_with_texts_as_keys(item) for item in value]
    return value
