"""`supple check`: everything wrong in a guide, and nothing written."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from supple.commands.report import Console, Form, Report, counted, number_of, plain
from supple.domain.problem import has_errors

if TYPE_CHECKING:
    from supple.checking.reading_age import ReadingAges

HELP = "say what is wrong in a guide, and write nothing"
EXAMPLE = """\
examples:
  supple check                 the guide in this folder
  supple check my-guide --strict
  supple check --reading       at what age each page can be read, too
  supple check --format json   a list of problems for a program

What stands in brackets behind a problem is the rule's name. guide.yaml can switch
rules, and a page can set one aside: docs/checks.md tells of each.
"""
NOT_MEASURED = "Reading age: not measured. To measure it: pip install 'supple[reading]'"


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
    parser.add_argument(
        "--reading", action="store_true", help="tell the age at which each page can be read"
    )
    parser.add_argument(
        "--today",
        type=_day,
        metavar="DAY",
        help="judge check dates as on this day, such as 2026-11-22 (default: today)",
    )


def run(options: Namespace, console: Console) -> Report:
    from supple.pipeline import check  # here, so that --help need not load it

    form = Form(options.format)
    outcome = check(
        options.guide,
        console.progress,
        drafts=options.drafts,
        today=options.today or datetime.now().astimezone().date(),
        reading=options.reading,
    )
    failed = has_errors(outcome.problems, strict=options.strict)
    ages = _told(outcome.reading_ages) if outcome.reading_ages else ()
    summary = "\n".join((*ages, f"{plain(options.guide)}: {counted(outcome.problems)}."))
    return Report(outcome.problems, summary, failed, form, options.guide)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is no day: write 2026-11-22") from None


def _told(ages: "ReadingAges") -> Iterator[str]:
    """The middle and the spread of the pages' reading ages, and each page's, the hardest first."""
    if not ages.pages:
        yield NOT_MEASURED
        return
    lowest, highest = ages.pages[0].years, ages.pages[-1].years
    spread = f"{ages.median:.1f} in the middle, from {lowest:.1f} to {highest:.1f}"
    yield f"Reading age (Flesch-Kincaid) of {number_of(len(ages.pages), 'page')}: {spread}."
    for page in reversed(ages.pages):
        yield f"    {page.years:.1f}  {plain(page.path)}"
