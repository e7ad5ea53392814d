"""Texts of files that Supple writes: whatever is put in, its own reader takes out again."""

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.exchange.yaml_text import Value, page_text, yaml_text
from supple.reading import strict_yaml
from supple.reading.files import UNSHOWN, Split, split
from supple.reading.strict_yaml import Node, Scalar, Sequence, compose


def plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case strict_yaml.Mapping():
            return {name.text: plain(value) for name, value in node.entries}


def read(text: str) -> Any:
    node, problems = compose(text, "file")
    assert not problems, (text, problems)
    return plain(node) if node else {}


SIGNS = "-:#\"'\\a1é%@&*!|>{}[],?~=🧘ü"
PIECES = [*SIGNS, "no", "null", "<<", "---", "...", " ", "  ", "\n", "\t", "\u00a0", "\u3000"]
ODD = st.lists(st.sampled_from(PIECES), max_size=8)
TEXTS = st.one_of(st.text(max_size=20), ODD.map("".join)).map(lambda text: UNSHOWN.sub("", text))
VALUES = st.recursive(
    TEXTS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXTS, below, max_size=4),
    max_leaves=10,
)
FILES = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4)


@given(FILES)
def test_what_is_written_is_read(values: Mapping[str, Any]) -> None:
    assert read(yaml_text(values)) == values


@settings(max_examples=50)
@given(FILES)
def test_others_read_the_same(values: Mapping[str, Any]) -> None:
    days = yaml.SafeLoader.yaml_implicit_resolvers  # a day is one to others, and a text to us

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [each for each in found if "timestamp" not in each[0]]
            for first, found in days.items()
        }

    assert yaml.load(yaml_text(values), Loader) == values


@settings(max_examples=30)
@given(FILES, st.text(alphabet="-a \n", max_size=12))
def test_a_page_keeps_its_body(values: Mapping[str, Any], body: str) -> None:
    parts = split(page_text(values, body), "file")
    assert isinstance(parts, Split)
    assert (read(parts.front), parts.body) == (values, body)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Knee hug", "Knee hug"),
        ("mat or bed (optional)", "mat or bed (optional)"),
        ("15-30 s", "15-30 s"),
        ("2026-11-22", "2026-11-22"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("one, two", "one, two"),
        ("no", '"no"'),
        ("112", '"112"'),
        ("1:30", '"1:30"'),
        ("null", '"null"'),
        ("", '""'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ("---", '"---"'),
        ('"a"', "'\"a\"'"),
        ("it's a \\ b", "it's a \\ b"),
        ("'it\"s", "'''it\"s'"),
        ("a\nb", '"a\\nb"'),
        ("[a](b.md)", '"[a](b.md)"'),
        ("*a*", '"*a*"'),
    ],
)
def test_quotation_marks_stand_where_they_are_needed(text: str, said: str) -> None:
    assert yaml_text({"key": text}) == f"key: {said}\n"


def test_everything_has_a_line_of_its_own() -> None:
    value: dict[str, Value] = {
        "list": ["a", {"b": 1, "c": [True, 2.5]}, []],
        "lower back": {"hip": {"knee": -20}},
        "nothing": {},
    }
    assert yaml_text(value) == (
        "list:\n  - a\n  - b: 1\n    c:\n      - true\n      - 2.5\n  - []\n"
        "lower back:\n  hip:\n    knee: -20\nnothing: {}\n"
    )


def test_no_keys_are_no_text() -> None:
    assert yaml_text({}) == ""
