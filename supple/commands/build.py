"""`supple build`: a guide's folder into its site."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from time import perf_counter

from supple.commands.report import Report, counted
from supple.domain.problem import has_errors
from supple.domain.progress import Progress

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
    parser.add_argument("--strict", action="store_true", help="warnings stop the build too")


def run(options: Namespace, progress: Progress) -> Report:
    from supple.pipeline import build  # here, so that --help need not load it

    began = perf_counter()
    output: Path = options.output or options.guide / "_site"
    outcome = build(
        options.guide, output, strict=options.strict, clean=options.clean, progress=progress
    )
    seconds = perf_counter() - began
    failed = outcome.tally is None or has_errors(outcome.problems, strict=options.strict)
    said = counted(outcome.problems)
    if outcome.tally is None:
        return Report(outcome.problems, f"Nothing was written: {said}.", failed)
    tally = outcome.tally
    done = _done(tally.written, tally.unchanged, tally.removed)
    return Report(outcome.problems, f"{_shown(output)}: {done}, {seconds:.1f} s, {said}.", failed)


def _done(written: int, unchanged: int, removed: int) -> str:
    if not written and not removed:
        return f"nothing to do, all {unchanged} files are as they should be"
    gone = f", {removed} removed" if removed else ""
    return f"{written} files written, {unchanged} unchanged{gone}"


def _shown(folder: Path) -> Path:
    """A folder as one would type it from here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
