"""`supple check`: everything wrong in a guide, and nothing written."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from supple.commands.report import Console, Form, Report, counted, plain
from supple.domain.problem import has_errors

HELP = "say what is wrong in a guide, and write nothing"
EXAMPLE = """\
examples:
  supple check                the guide in this folder
  supple check my-guide --strict
  supple check --format json   a list of problems for a program
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "guide", nargs="?", type=Path, default=Path(), metavar="GUIDE", help="default: this folder"
    )
    parser.add_argument(
        "--format",
        choices=[form.value for form in Form],
        default=Form.TEXT.value,
        help="text (default), json for a program, github for annotations",
    )
    parser.add_argument("--drafts", action="store_true", help="check pages with draft: true too")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")


def run(options: Namespace, console: Console) -> Report:
    from supple.pipeline import check  # here, so that --help need not load it

    problems = check(options.guide, console.progress, drafts=options.drafts).problems
    failed = has_errors(problems, strict=options.strict)
    summary = f"{plain(options.guide)}: {counted(problems)}."
    return Report(problems, summary, failed, Form(options.format), options.guide)
