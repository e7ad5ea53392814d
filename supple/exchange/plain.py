"""The keys of a guide's files as plain data, and back, by the kinds that read them."""

from collections.abc import Iterator, Mapping
from typing import Any

from supple.domain.problem import Place, Problem
from supple.exchange.json_text import RULE
from supple.exchange.misfits import why_misfit
from supple.exchange.shapes import SHAPES, as_it_is
from supple.exchange.yaml_text import Value
from supple.reading import strict_yaml
from supple.reading.kinds import (
    Either,
    Findings,
    Kind,
    ListOf,
    MapOf,
    Parsed,
    Spot,
    is_empty,
    keys_or_none,
)
from supple.reading.records import Record
from supple.reading.strict_yaml import Node, Scalar, Sequence


def plain_of(kind: Kind[Any], node: Node) -> Value:
    """What a file says as plain data. Nothing may be wrong with it."""
    if isinstance(node, Scalar):
        return _plain_text(kind, node)
    if isinstance(kind, Either):
        return plain_of(kind.long, node)
    if isinstance(node, Sequence):
        assert isinstance(kind, ListOf)
        return [plain_of(kind.item, item) for item in node.items]
    return dict(_plain_entries(kind, node))


def _plain_text(kind: Kind[Any], node: Scalar) -> Value:
    text = " ".join(node.text.split())
    match kind:
        case Either():
            return _plain_text(kind.short, node)
        case Parsed():
            shape = SHAPES.get(kind)
            return shape.plain(kind.parse(text)) if shape else as_it_is(kind, text)
        case MapOf() | Record():  # nothing was written, which are no keys
            return {}
    return text


def _plain_entries(kind: Kind[Any], node: strict_yaml.Mapping) -> Iterator[tuple[str, Value]]:
    for name, value in node.entries:
        if isinstance(kind, MapOf):
            yield name.text, plain_of(kind.value, keys_or_none(value))
        elif isinstance(kind, Record) and not is_empty(value):
            _, described, _ = kind.keys[name.text]
            yield name.text, plain_of(described.kind, value)


def written(kind: Kind[Any], value: Any) -> Any:
    """Plain data as one writes it in a file. What doesn't fit stays as it is, and null among keys
    is left out: reading tells what is wrong."""
    match kind:
        case Parsed() if kind in SHAPES and not isinstance(value, str):
            try:
                return SHAPES[kind].written(value)
            except (KeyError, TypeError, ValueError):
                return value
        case Either() if isinstance(value, list | dict):
            return written(kind.long, value)
        case Either():
            return written(kind.short, value)
        case ListOf() if isinstance(value, list):
            return [written(kind.item, item) for item in value]
        case MapOf() if isinstance(value, dict):
            return {name: written(kind.value, below) for name, below in value.items()}
        case Record() if isinstance(value, dict):
            return {
                name: written(kind.keys[name][1].kind, below) if name in kind.keys else below
                for name, below in value.items()
                if below is not None
            }
    return value


def what_is_wrong(kind: Kind[Any], value: Any, where: str) -> list[Problem]:
    """The problems of data that is to be written to a file, each with the keys that lead to it
    behind `where`."""
    findings = Findings(where)
    kind.read(_node(value, where), Spot(findings))
    misfits = {problem.place: problem for problem in _misfits(kind, value, where)}
    return [misfits.get(problem.place, problem) for problem in findings.problems]


def _misfits(kind: Kind[Any], value: Any, where: str) -> Iterator[Problem]:
    """What is wrong with lists and objects where a value with a shape of its own belongs."""
    if isinstance(kind, Parsed) and (told := why_misfit(kind, value)):
        message, hint = told
        name = next(part for part in reversed(where.split("/")) if not part.isdigit())
        yield Problem(Place(where), RULE, f"{name}: {message}", hint)
    for name, below, inner in _below(kind, value):
        yield from _misfits(below, inner, f"{where}{name}")


def _below(kind: Kind[Any], value: Any) -> Iterator[tuple[str, Kind[Any], Any]]:
    """What stands in a value: how it is called in a path, its kind, and itself."""
    match kind:
        case Either():
            yield "", kind.long if isinstance(value, list | dict) else kind.short, value
        case ListOf() if isinstance(value, list):
            yield from ((f"/{number}", kind.item, item) for number, item in enumerate(value))
        case MapOf() if isinstance(value, dict):
            yield from ((f"/{name}", kind.value, below) for name, below in value.items())
        case Record() if isinstance(value, dict):
            for name in value.keys() & kind.keys.keys():
                yield f"/{name}", kind.keys[name][1].kind, value[name]


def _node(value: Any, where: str) -> Node:
    """Data as the tree that reading it from a file would give."""
    place = Place(where)
    if isinstance(value, Mapping):
        entries = tuple(
            (Scalar(str(name), place, plain=False), _node(below, f"{where}/{name}"))
            for name, below in value.items()
        )
        return strict_yaml.Mapping(entries, place)
    if isinstance(value, list):
        items = tuple(_node(item, f"{where}/{number}") for number, item in enumerate(value))
        return Sequence(items, place)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", place)
    if value is None:
        return Scalar("", place)
    return Scalar(str(value), place, plain=not isinstance(value, str))
