"""What stands in `guide.json`: its parts, and its schema from the kinds that read the files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from supple.exchange.plain import plain_of
from supple.exchange.shapes import SHAPES
from supple.reading.json_schema import DRAFT, FORMATS, Schema, plain_schemas
from supple.reading.kinds import Kind
from supple.reading.records import Key
from supple.reading.strict_yaml import compose

NAME: Final = "guide.json"
FORMAT: Final = "supple-guide-1"
"""Stands first in every guide.json, so that nobody takes it for something else."""

BODY: Final = "body"
STEPS: Final = "steps"
SECONDS: Final = "seconds"
DERIVED: Final = frozenset((STEPS, SECONDS))
"""Worked out from the rest for other programs' sake; an import doesn't read it."""

FOLDERS: Final = ("content", "templates", "static")
"""Where the files lie that are carried as they are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of guide.json: the format of what stands in it, the file that it is in a guide, and
    what is told of it. `many`: there are several by their names. `has_body`: below its keys
    stands a text in Markdown. `derived`: what is worked out from the rest."""

    format: str
    path: str
    about: str
    many: bool = False
    has_body: bool = False
    derived: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind[Any]:
        return FORMATS[self.format][0]


PARTS: Final[Mapping[str, Part]] = {
    "settings": Part("guide", "guide.yaml", "The guide's settings."),
    "home": Part("page", "content/home.md", "The first page.", has_body=True),
    "pages": Part(
        "page", "content/pages/{}.md", "Other pages by their names.", many=True, has_body=True
    ),
    "exercises": Part(
        "exercise",
        "content/exercises/{}.md",
        "Exercises by their names.",
        many=True,
        has_body=True,
        derived=(STEPS, SECONDS),
    ),
    "routines": Part(
        "routine",
        "content/routines/{}.md",
        "Routines by their names.",
        many=True,
        has_body=True,
        derived=(SECONDS,),
    ),
    "cautions": Part("cautions", "content/cautions.yaml", "Shared warnings by their codes."),
    "sources": Part("sources", "content/sources.yaml", "Where figures come from, by codes."),
    "targets": Part("targets", "content/targets.yaml", "The words for where it is felt."),
    "equipment": Part("equipment", "content/equipment.yaml", "The words for what is needed."),
}

_DERIVED_SCHEMAS: Final[Mapping[str, Schema]] = {
    "exercise": {
        STEPS: {
            "description": "The steps as plain text, taken from the body. Not read by an import.",
            "type": "array",
            "items": {"type": "string"},
            "readOnly": True,
        },
        SECONDS: {
            "description": "How long it takes in its default dosage. Not read by an import.",
            "type": "integer",
            "readOnly": True,
        },
    },
    "routine": {
        SECONDS: {
            "description": "How long each of its days takes. Not read by an import.",
            "type": "array",
            "items": {"type": "integer"},
            "readOnly": True,
        },
    },
}


def guide_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of guide.json."""
    kinds = {part.format: part.kind for part in PARTS.values()}
    values = {kind: dict(shape.schema) for kind, shape in SHAPES.items()}
    formats, defined = plain_schemas(kinds, values, _example)
    for part in PARTS.values():
        if part.has_body:
            formats[part.format] = _with_body(formats[part.format], part)
    return {
        "$schema": DRAFT,
        "title": "A guide",
        "description": (
            "A whole guide made with Supple, as supple export writes it. Texts are Markdown. "
            "Durations, counts and equipment have a shape of their own; the order of keys is that "
            "of the pages, and counts for modes and vocabularies."
        ),
        "type": "object",
        "properties": {
            "format": {"description": "Says what this file is.", "const": FORMAT},
            **{name: _part(part) for name, part in PARTS.items()},
            "files": {
                "description": "Pictures and other files by their places in the guide's folder, "
                "their bytes in base64.",
                "type": "object",
                "propertyNames": {"pattern": f"^(?:{'|'.join(FOLDERS)})/"},
                "additionalProperties": {"type": "string", "contentEncoding": "base64"},
            },
        },
        "required": ["format", "settings"],
        "additionalProperties": False,
        "$defs": {**_titled(formats), **defined},
    }


def _titled(formats: Mapping[str, Schema]) -> dict[str, Schema]:
    return {_def(name): schema for name, schema in formats.items()}


def _def(name: str) -> str:
    """The name of a format's own schema: records that stand in several places have theirs."""
    return f"file-{name}"


def _part(part: Part) -> Schema:
    below: Schema = {"$ref": f"#/$defs/{_def(part.format)}"}
    if part.many:
        below = {"type": "object", "additionalProperties": below}
    return {"description": part.about, **below}


def _with_body(schema: Schema, part: Part) -> Schema:
    properties = schema["properties"]
    assert isinstance(properties, dict)
    body = {"description": "The text below the keys, in Markdown.", "type": "string"}
    more = {BODY: body, **_DERIVED_SCHEMAS.get(part.format, {})}
    return {**schema, "properties": {**properties, **more}}


def _example(described: Key) -> object:
    """A key's example, which is YAML, as plain data."""
    node, _ = compose(described.example, "")
    return plain_of(described.kind, node) if node else ""
