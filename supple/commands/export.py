"""`supple export`: a whole guide as one JSON file, for other programs and to keep."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from supple.commands.files import write_whole
from supple.commands.report import Console, Report, counted, number_of, plain
from supple.domain.problem import Place, Problem, has_errors

HELP = "write a whole guide into one JSON file"
EXAMPLE = """\
examples:
  supple export                        the guide in this folder, into guide.json
  supple export my-guide --output my-guide.json
  supple export --output -             to standard output, for another program

What stands in it: supple schema export. From it the same guide is made again with
supple import guide. Comments in YAML, and files that are no part of the guide, are left out.
"""
STANDARD = "-"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "guide", nargs="?", type=Path, default=Path(), metavar="GUIDE", help="default: this folder"
    )
    parser.add_argument(
        "--output",
        default="guide.json",
        metavar="FILE",
        help="where it goes, - for standard output; default: guide.json",
    )


def run(options: Namespace, console: Console) -> Report:
    # here, so that --help need not load them
    from supple.exchange.exporting import export
    from supple.publishing.refusals import unreadable
    from supple.reading.folder import read_guide

    folder: Path = options.guide
    try:
        guide, problems = read_guide(
            folder, drafts=True, progress=lambda done, of: console.progress("reading", done, of)
        )
        errors = tuple(problem for problem in problems if has_errors([problem]))
        if guide is None or errors:
            return _refused(errors)
        told = export(folder, guide)
    except OSError as error:
        return _refused((unreadable(error, folder),))
    if options.output == STANDARD:  # with escapes for what a terminal's encoding may lack
        return Report((), json.dumps(told, indent=2), failed=False)
    text = json.dumps(told, ensure_ascii=False, indent=2)
    output = Path(options.output)
    if problem := _write(output, text):
        return _refused((problem,))
    left = tuple(problem for problem in problems if problem.rule == "stray-file")
    said = [number_of(len(guide.exercises), "exercise"), number_of(len(guide.routines), "routine")]
    return Report(left, f"{plain(output)}: {' and '.join(said)} written.", failed=False)


def _refused(problems: tuple[Problem, ...]) -> Report:
    return Report(problems, f"Nothing was written: {counted(problems)}.", failed=True)


def _write(output: Path, text: str) -> Problem | None:
    """Write the file, unless there is one that isn't Supple's."""
    from supple.exchange.guide_format import FORMAT
    from supple.publishing.refusals import REASONS

    try:
        if output.exists() and FORMAT.encode() not in _beginning(output):
            message = "this is there already, and no file of supple export"
            hint = "choose another name: --output my-guide.json"
            return Problem(Place(str(output)), "export", message, hint)
        write_whole(output, f"{text}\n".encode())
    except OSError as error:
        reason = REASONS.get(error.errno or 0, error.strerror or str(error))
        hint = "choose another place: --output my-guide.json"
        return Problem(Place(str(output)), "export", f"it can't be written: {reason}", hint)
    return None


def _beginning(output: Path) -> bytes:
    if output.is_dir():
        return b""
    with output.open("rb") as file:
        return file.read(100)
