"""`supple build`: a guide's folder into its site."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from supple.commands.report import Console, Report, counted, number_of, plain
from supple.domain.problem import has_errors

if TYPE_CHECKING:  # to load it for --help would take too long
    from supple.publishing.output import Tally

HELP = "build the site of a guide"
EXAMPLE = """\
examples:
  supple build                          the guide in this folder, into _site
  supple build my-guide --output public
  supple build --strict                 warnings stop the build too
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "guide", nargs="?", type=Path, default=Path(), metavar="GUIDE", help="default: this folder"
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where the site goes; default: GUIDE/_site"
    )
    parser.add_argument("--clean", action="store_true", help="write every file again")
    parser.add_argument("--drafts", action="store_true", help="build pages with draft: true too")
    parser.add_argument("--strict", action="store_true", help="warnings stop the build too")


def run(options: Namespace, console: Console) -> Report:
    from supple.pipeline import build  # here, so that --help need not load it

    began = perf_counter()
    output: Path = options.output or options.guide / "_site"
    outcome = build(
        options.guide,
        output,
        strict=options.strict,
        clean=options.clean,
        drafts=options.drafts,
        progress=console.progress,
        waiting=lambda: console.say("Another build is writing here; waiting."),
    )
    seconds = perf_counter() - began
    failed = outcome.tally is None or has_errors(outcome.problems, strict=options.strict)
    said = counted(outcome.problems)
    if outcome.tally is None:
        return Report(outcome.problems, f"Nothing was written: {said}.", failed)
    for sentence in outcome.left_out:
        console.say(sentence)
    done = f"{_done(outcome.tally)}, {seconds:.1f} s, {said}"
    return Report(outcome.problems, f"{plain(_shown(output))}: {done}.", failed)


def _done(tally: "Tally") -> str:
    if not tally.written and not tally.removed:
        return f"nothing to do, all {tally.unchanged} files are as they should be"
    gone = f", {tally.removed} removed" if tally.removed else ""
    return f"{number_of(tally.written, 'file')} written, {tally.unchanged} unchanged{gone}"


def _shown(folder: Path) -> Path:
    """A folder as one would type it from here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
