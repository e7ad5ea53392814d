"""`supple schema`: what may stand in a guide's files, as JSON Schema for editors."""

import json
from argparse import ArgumentParser, Namespace

from supple.commands.report import Console, Report

HELP = "print the JSON Schema of a file, for editors"
EXAMPLE = """\
examples:
  supple schema guide       what may stand in guide.yaml
  supple schema exercise    what may stand in the front matter of an exercise

To keep it in a file, write > guide.schema.json behind it.
"""
FORMATS = ("exercise", "routine", "guide", "page", "cautions", "sources", "targets", "equipment")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "format", choices=FORMATS, metavar="FORMAT", help=f"one of {', '.join(FORMATS)}"
    )


def run(options: Namespace, console: Console) -> Report:
    from supple.reading.json_schema import schema_of  # here, so that --help need not load it

    # Escapes instead of what a terminal's encoding may lack: it stays the same JSON everywhere.
    return Report((), json.dumps(schema_of(options.format), indent=2), failed=False)
