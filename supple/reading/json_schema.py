"""The formats as JSON Schema, for editors: from the same declarations that read the files.

An editor reads YAML by its own rules, so a value may reach the schema as a number or as true
where Supple reads a text; and a schema can't say all. So it lets through whatever Supple takes,
and refuses what is wrong in shape: unknown and missing keys, wrong words, misshapen values.

The same walk tells programs of the formats as plain data, where values have shapes of their own.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeAlias

from supple.reading.formats.exercise import EXERCISE
from supple.reading.formats.page import PAGE
from supple.reading.formats.routine import ROUTINE
from supple.reading.formats.settings import SETTINGS
from supple.reading.formats.vocabularies import CAUTIONS, SOURCE_LIST, TERMS
from supple.reading.kinds import (
    SOMETHING,
    Choice,
    Either,
    Kind,
    ListOf,
    MapOf,
    Parsed,
    Text,
)
from supple.reading.records import Form, Key, Record, has_parts
from supple.reading.strict_yaml import Mapping as YamlMapping
from supple.reading.strict_yaml import Node, Scalar, Sequence, compose

Schema: TypeAlias = dict[str, object]
Names: TypeAlias = Mapping[Record[Any], str]

WRITTEN: Final[Schema] = {"type": ["string", "number", "boolean", "array", "object"]}
NOTHING: Final[Schema] = {"not": WRITTEN}
"""Nothing written. It is null, but editors would offer to write that."""
A_TEXT: Final[Schema] = {"type": "string"}

FORMATS: Final[Mapping[str, tuple[Kind[Any], str, str]]] = {
    "guide": (SETTINGS, "The settings of a guide", "guide.yaml"),
    "exercise": (EXERCISE, "An exercise", "the front matter of content/exercises/NAME.md"),
    "routine": (ROUTINE, "A routine", "the front matter of content/routines/NAME.md"),
    "page": (PAGE, "A page", "the front matter of content/home.md and content/pages/NAME.md"),
    "cautions": (CAUTIONS, "The cautions", "content/cautions.yaml"),
    "sources": (SOURCE_LIST, "The sources", "content/sources.yaml"),
    "targets": (TERMS, "The words for where it is felt", "content/targets.yaml"),
    "equipment": (TERMS, "The words for what is needed", "content/equipment.yaml"),
}
"""What has a schema: its kind, a title, and where it stands in a guide."""


DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class Telling:
    """How a schema tells of values. `names`: records that it tells once, in a place of their own.
    Editors have no `values`; for programs these are the shapes of values that aren't texts there.
    `example` gives a key's example as whoever is told would have it."""

    names: Names
    values: Mapping[Parsed[Any], Schema] | None
    example: Callable[[Key], object]

    @property
    def for_editors(self) -> bool:
        return self.values is None


def schema_of(name: str) -> Schema:
    """The JSON Schema (draft 2020-12) of a format of FORMATS, for editors."""
    kind, title, where = FORMATS[name]
    telling = Telling(_names([kind]), None, example_of)
    schema = _schema(kind, telling)
    if isinstance(kind, MapOf):
        schema = _or_nothing(schema, telling)  # a vocabulary without words yet
    if telling.names:
        schema["$defs"] = _defined(telling)
    return {
        "$schema": DRAFT,
        **schema,
        "title": title,
        "description": f"What stands in {where} of a guide made with Supple.",
    }


def plain_schemas(
    kinds: Mapping[str, Kind[Any]],
    values: Mapping[Parsed[Any], Schema],
    example: Callable[[Key], object],
) -> tuple[dict[str, Schema], dict[str, Schema]]:
    """The schemas of several formats as plain data, by the same names, and those of the records
    that stand in several places of them, for `$defs`."""
    telling = Telling(_names(kinds.values()), values, example)
    return {name: _schema(kind, telling) for name, kind in kinds.items()}, _defined(telling)


def _defined(telling: Telling) -> dict[str, Schema]:
    return {name: _record(record, telling) for record, name in telling.names.items()}


def _names(kinds: Iterable[Kind[Any]]) -> Names:
    """The records that stand in several places of some formats, which tell each once."""
    found = Counter(record for kind in kinds for record in _records(kind))
    names: dict[Record[Any], str] = {}
    for record, times in found.items():
        if times > 1:
            name = _slug(record.noun)
            alike = sum(1 for other in names.values() if re.fullmatch(rf"{name}(-\d+)?", other))
            names[record] = f"{name}-{alike + 1}" if alike else name
    return names


def _slug(noun: str) -> str:
    """ "source-use" for "a source's use"."""
    _, _, words = noun.partition(" ")
    return "-".join(re.findall("[a-z]{2,}", words))


def _records(kind: Kind[Any]) -> Iterator[Record[Any]]:
    match kind:
        case ListOf():
            yield from _records(kind.item)
        case MapOf():
            yield from _records(kind.value)
        case Either():
            yield from _records(kind.long)
        case Record():
            yield kind
            for _, described, _ in kind.keys.values():
                yield from _records(described.kind)


def _schema(kind: Kind[Any], telling: Telling) -> Schema:
    match kind:
        case Text():
            return {"not": {"type": ["array", "object"]}} if telling.for_editors else dict(A_TEXT)
        case Parsed():
            return _parsed(kind, telling)
        case Choice():
            return _choice(kind)
        case ListOf():
            return {"type": "array", "items": _item(kind.item, telling)}
        case MapOf():
            return _map(kind, telling)
        case Either():
            return {"anyOf": [_item(kind.short, telling), _schema(kind.long, telling)]}
        case Record():
            names = telling.names
            return {"$ref": f"#/$defs/{names[kind]}"} if kind in names else _record(kind, telling)
    raise TypeError(f"no JSON Schema for {kind}")


def _parsed(kind: Parsed[Any], telling: Telling) -> Schema:
    if telling.values is not None:
        return telling.values.get(kind) or {**kind.json}
    told = {"patternErrorMessage": f"not {kind.noun}: {kind.hint}"}  # a word of VS Code's own
    return {**kind.json, **(told if "pattern" in kind.json else {})}


def _choice(kind: Choice[StrEnum]) -> Schema:
    words = list(kind.words)
    schema: Schema = {"type": "string", "enum": [word.value for word in words]}
    if kind.meanings:
        schema["enumDescriptions"] = [kind.meanings[word] for word in words]
    return schema


def _map(kind: MapOf[Any], telling: Telling) -> Schema:
    value = _schema(kind.value, telling)
    if not value.get("required"):
        value = _or_nothing(value, telling)
    word = {"pattern": kind.key_pattern, "patternErrorMessage": f"not a name: {kind.key_hint}"}
    return {"type": "object", "propertyNames": word, "additionalProperties": value}


def _record(record: Record[Any], telling: Telling) -> Schema:
    schema: Schema = {
        "title": record.noun,
        "type": "object",
        "properties": {
            name: _property(described, required, telling)
            for name, (_, described, required) in record.keys.items()
        },
        "additionalProperties": False,
    }
    if needed := [name for name, (_, _, required) in record.keys.items() if required]:
        schema["required"] = needed
    if record.forms:
        schema["anyOf"] = [_form(form, record) for form in record.forms]
    return schema


def _property(described: Key, required: bool, telling: Telling) -> Schema:
    schema = _schema(described.kind, telling)
    if required:
        schema = _not_empty(described.kind, schema)
    elif not (isinstance(described.kind, Text) or has_parts(described.kind)):
        schema = _or_nothing(schema, telling)
    about = {"description": described.description, "examples": [telling.example(described)]}
    return {**about, **schema}


def _form(form: Form, record: Record[Any]) -> Schema:
    """A form by the keys that it needs; the keys of other forms may stand there empty."""
    lists = {name: _not_empty(record.keys[name][1].kind, {}) for name in form.needs}
    others = [{"required": [name], "properties": {name: WRITTEN}} for name in form.without]
    return {
        "title": form.noun,
        "required": list(form.needs),
        "properties": {name: schema for name, schema in lists.items() if "minItems" in schema},
        "not": {"anyOf": others},
    }


def _item(kind: Kind[Any], telling: Telling) -> Schema:
    """What stands in a list: never nothing."""
    schema = _schema(kind, telling)
    return _not_empty(kind, schema) if isinstance(kind, Text) else schema


def _not_empty(kind: Kind[Any], schema: Schema) -> Schema:
    match kind:
        case Text():
            return schema | dict(SOMETHING)
        case ListOf():
            return schema | {"minItems": 1}
    return schema


def _or_nothing(schema: Schema, telling: Telling) -> Schema:
    """The same, or nothing written at all, which plain data never has."""
    return {"anyOf": [schema, NOTHING]} if telling.for_editors else schema


def example_of(described: Key) -> object:
    """A key's example, which is YAML, as an editor takes it."""
    node, _ = compose(described.example, "")
    return _typed(node) if node else ""


def _typed(node: Node) -> object:
    match node:
        case Scalar(text, plain=True) if re.fullmatch("0|[1-9][0-9]*", text):
            return int(text)
        case Scalar("true" | "false", plain=True):
            return node.text == "true"
        case Scalar():
            return node.text
        case Sequence():
            return [_typed(item) for item in node.items]
        case YamlMapping():
            return {name.text: _typed(value) for name, value in node.entries}
