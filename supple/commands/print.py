"""`supple print`: one PDF of just what somebody wants in hand."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from supple.commands.report import Console, Report, plain
from supple.domain.paper import CardForm, CardSize, Form, Layout, Paper
from supple.domain.problem import Severity

HELP = "print a routine's sheet or cards into a PDF"
CARDS = "cards"
FOR_CARDS = "--size and --duplex are for cards: add --layout cards."
EXAMPLE = """\
examples:
  supple print morning                 its sheet, into morning-a4.pdf
  supple print morning --layout large --paper letter
  supple print morning --layout cards --size 3x5 --duplex
  supple print all --layout cards      a card for each exercise of the guide
  supple print first-week --day 2 --output tuesday.pdf
  supple print morning first-week --output for-mrs-miller.pdf
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "routines",
        nargs="+",
        metavar="ROUTINE",
        help="the name of its file in content/routines; several become one PDF",
    )
    parser.add_argument(
        "--guide", type=Path, default=Path(), metavar="DIR", help="default: this folder"
    )
    parser.add_argument(
        "--paper",
        type=str.lower,
        choices=[each.value for each in Paper],
        default=Paper.A4.value,
        help="default: a4",
    )
    parser.add_argument(
        "--layout",
        type=str.lower,
        choices=[*(each.value for each in Layout), CARDS],
        default=Layout.SHEET.value,
        help="large: large print; cards: to cut out; default: sheet",
    )
    parser.add_argument(
        "--size",
        type=str.lower,
        choices=[each.value for each in CardSize],
        help="of cards: a6 is a quarter of the page, 3x5 in inches; default: a6",
    )
    parser.add_argument(
        "--duplex",
        action="store_true",
        help="cards with two sides, for a printer that flips on the long edge",
    )
    parser.add_argument(
        "--day", type=_day, default=0, metavar="N", help="just this day of a week's routine"
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="default: a name like ROUTINE-a4.pdf"
    )


def run(options: Namespace, console: Console) -> Report:
    from supple.printout import print_routines  # here, so that --help need not load it

    if options.layout != CARDS and (options.size or options.duplex):
        return Report((), FOR_CARDS, failed=True, misused=True)
    paper = Paper(options.paper)
    form: Form | CardForm
    if options.layout == CARDS:
        form = CardForm(paper, CardSize(options.size or CardSize.A6), options.duplex)
    else:
        form = Form(paper, Layout(options.layout))
    done = print_routines(
        options.guide, options.routines, form, options.day, options.output, console.progress
    )
    told = tuple(
        each for each in done.problems if each.severity is Severity.ERROR or not done.failed
    )
    return Report(told, plain(done.sentence), done.failed, misused=done.misused)


def _day(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not the number of a day: write 1, 2 or more")
    return int(text)
