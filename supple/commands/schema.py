"""`supple schema`: what may stand in a guide's files, as JSON Schema for editors and programs."""

import json
from argparse import ArgumentParser, Namespace

from supple.commands.report import Console, Report

HELP = "print the JSON Schema of a file, for editors"
EXAMPLE = """\
examples:
  supple schema guide       what may stand in guide.yaml
  supple schema exercise    what may stand in the front matter of an exercise
  supple schema export      what stands in the guide.json of supple export

To keep it in a file, write > guide.schema.json behind it.
"""
FORMATS = ("exercise", "routine", "guide", "page", "cautions", "sources", "targets", "equipment")
EXPORT = "export"
"""The format of guide.json, which holds a whole guide."""


def add_arguments(parser: ArgumentParser) -> None:
    known = (*FORMATS, EXPORT)
    parser.add_argument(
        "format", choices=known, metavar="FORMAT", help=f"one of {', '.join(known)}"
    )


def run(options: Namespace, console: Console) -> Report:
    # here, so that --help need not load them
    from supple.exchange.guide_format import guide_schema
    from supple.reading.json_schema import schema_of

    schema = guide_schema() if options.format == EXPORT else schema_of(options.format)
    # Escapes instead of what a terminal's encoding may lack: it stays the same JSON everywhere.
    return Report((), json.dumps(schema, indent=2), failed=False)
