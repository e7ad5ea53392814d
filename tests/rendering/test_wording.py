"""The wording table: what templates, views and scripts take from it is there, and no more."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from jinja2 import Environment, nodes

from supple.rendering import wording
from tests.sites import REPOSITORY

SAY = wording.load("en")
PYTHON = [
    file
    for wing in ("rendering", "preview")
    for file in sorted((REPOSITORY / "supple" / wing).rglob("*.py"))
]
TEMPLATES = sorted((REPOSITORY / "templates").rglob("*.html"))
SCRIPTS = [
    *sorted((REPOSITORY / "frontend").glob("*.js")),
    *sorted((REPOSITORY / "frontend" / "player").glob("*.js")),
]
SCRIPTS_WORDS = ("timer", "player", "diary", "again", "cards")
"""The sections that pages hand to scripts."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place that takes a text. `key` may have `*` for what is only known later."""

    file: str
    key: str
    values: frozenset[str]
    counts: bool = False

    @property
    def keys(self) -> list[str]:
        """The keys of the table that it may mean."""
        ends = ("one", "other") if self.counts else ("",)
        wanted = [f"{self.key}.{end}".rstrip(".") for end in ends]
        patterns = [re.escape(each).replace(r"\*", "[a-z_-]*") for each in wanted]
        return [key for key in SAY.texts if any(re.fullmatch(each, key) for each in patterns)]


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def in_python(file: Path) -> Iterator[Use]:
    """Every `say(…)` and `say.number(…)` of a module, and what is handed to `_ranged(…)`."""
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        function = ast.unparse(call.func) if isinstance(call, ast.Call) else ""
        if isinstance(call, ast.Call) and re.search(r"\bsay(\.number)?$|^_ranged$", function):
            counts = not function.endswith("say")
            values = {str(keyword.arg) for keyword in call.keywords} | ({"n"} if counts else set())
            for key in _python_keys(call.args[0]):
                yield Use(file.name, key, frozenset(values), counts)


def _python_keys(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(key)):
            yield key
        case ast.JoinedStr(values=parts):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts
            )
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_python_keys(body), *_python_keys(orelse))


def in_template(file: Path) -> Iterator[Use]:
    """The same of a template."""
    tree = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        counts = isinstance(call.node, nodes.Getattr) and call.node.attr == "number"
        name = call.node.node if isinstance(call.node, nodes.Getattr) and counts else call.node
        if isinstance(name, nodes.Name) and name.name == "say":
            values = {keyword.key for keyword in call.kwargs} | ({"n"} if counts else set())
            for key in _template_keys(call.args[0]):
                yield Use(file.name, key, frozenset(values), counts)


def _template_keys(node: nodes.Expr) -> Iterator[str]:
    match node:
        case nodes.Const(value=str(key)):
            yield key
        case nodes.CondExpr(expr1=one, expr2=nodes.Expr() as two):
            yield from (*_template_keys(one), *_template_keys(two))
        case nodes.Concat(nodes=parts):
            yield "".join(next(_template_keys(part), "*") for part in parts)


def in_script(file: Path) -> Iterator[Use]:
    """Every `words.key` of a script, and those whose ends are known later."""
    text = re.sub(r"^(?:import|//| ?/?\*).*$|[\w/]+\.js", "", file.read_text("utf-8"), flags=re.M)
    for match in re.finditer(r"\bwords\.(\w+)", text):
        yield Use(file.name, whole(match[1]), placeholders(SAY.texts.get(whole(match[1]), "")))
    for match in re.finditer(r"\bwords\[`(\w+)\$\{", text):
        yield Use(file.name, whole(f"{match[1]}*"), frozenset())
    for match in re.finditer(r'\bcounted\(words, "(\w+)"', text):
        one = whole(f"{match[1]}.one")
        values = placeholders(SAY.texts.get(one, ""))
        yield Use(file.name, one.removesuffix(".one"), values, counts=True)


def whole(word: str) -> str:
    """A word of scripts with the section that has it."""
    pattern = re.escape(word).replace(r"\*", ".*")
    for section in SCRIPTS_WORDS:
        if any(re.fullmatch(pattern, key) for key in SAY.section(section)):
            return f"{section}.{word}"
    return f"{SCRIPTS_WORDS[0]}.{word}"


@cache
def uses() -> list[Use]:
    return [
        *(use for file in PYTHON for use in in_python(file)),
        *(use for file in TEMPLATES for use in in_template(file)),
        *(use for file in SCRIPTS for use in in_script(file)),
    ]


def test_these_tests_find_what_they_look_for() -> None:
    files = {use.file for use in uses()}
    assert {"phrases.py", "site.py", "exercise.html", "timer.html", "player.js"} <= files
    assert {"length.time", "level.*", "timer.left"} <= {use.key for use in uses()}


def test_every_text_that_is_taken_is_there() -> None:
    assert [use for use in uses() if not use.keys] == []


def test_no_text_lies_unused() -> None:
    modules = (ast.walk(ast.parse(file.read_text(encoding="utf-8"))) for file in PYTHON)
    nodes_of_all = (node for module in modules for node in module)
    named = {node.value for node in nodes_of_all if isinstance(node, ast.Constant)}
    used = {key for use in uses() for key in use.keys} | named
    assert sorted(SAY.texts.keys() - used) == []


def test_whoever_takes_a_text_fills_all_of_its_gaps() -> None:
    unfilled = [
        (use, key)
        for use in uses()
        for key in use.keys
        if "*" not in use.key and not placeholders(SAY.texts[key]) <= use.values
    ]
    assert unfilled == []


def test_scripts_name_the_words_that_they_need_as_the_table_has_them() -> None:
    text = (REPOSITORY / "frontend" / "player" / "words.js").read_text(encoding="utf-8")
    needed = dict(re.findall(r"@property \{string\} (\w+)(.*)", text))
    assert needed
    for name, said in needed.items():
        assert placeholders(said) == placeholders(SAY.texts[whole(name)]), name


def test_a_text_says_what_it_is_filled_with() -> None:
    assert SAY("length.range", low=1, high=2) == "1 to 2"
    assert SAY.number("length.time", 1) == "1 time"
    assert SAY.number("length.time", 0) == "0 times"


def test_an_unknown_text_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        SAY("length.eternity")


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert SAY("length.range", low="{high}", high=2) == "{high} to 2"


def test_a_language_without_a_table_speaks_english() -> None:
    assert wording.load("en-GB").texts == wording.load("xx").texts == SAY.texts


def test_counts_come_in_pairs() -> None:
    ones = {key.removesuffix(".one") for key in SAY.texts if key.endswith(".one")}
    others = {key.removesuffix(".other") for key in SAY.texts if key.endswith(".other")}
    assert ones == others
