"""`supple build`: a guide's folder into its site."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from supple.commands.report import Console, Report, counted, number_of, plain
from supple.domain.problem import Problem, has_errors
from supple.publishing.tally import Tally
from supple.publishing.traces import Traces, remember, traces_of, unchanged

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
    parser.add_argument("--explain", action="store_true", help="say why each page is made")
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="read and make pages in at most N processes; default: as many as there are cores",
    )


def run(options: Namespace, console: Console) -> Report:
    began = perf_counter()
    output: Path = options.output or options.guide / "_site"
    asked = {"strict": options.strict, "drafts": options.drafts}
    if not options.clean and (known := unchanged(options.guide, output, asked)):
        _say(known.left_out, console)
        return _report(output, known.problems, Tally(unchanged=known.files), began)
    traces = _traces(options.guide, output)
    from supple.pipeline import build  # only now, since it takes long to load

    outcome = build(
        options.guide,
        output,
        strict=options.strict,
        clean=options.clean,
        drafts=options.drafts,
        jobs=options.jobs,
        progress=console.progress,
        waiting=lambda: console.say("Another build is writing here; waiting."),
    )
    if outcome.tally is None:
        said = counted(outcome.problems)
        return Report(outcome.problems, f"Nothing was written: {said}.", failed=True)
    for address, reason in outcome.reasons.items() if options.explain else ():
        console.say(f"{plain(address)}: {plain(reason)}")
    _say(outcome.left_out, console)
    tally = outcome.tally
    if traces and not outcome.unsettled:
        remember(
            traces,
            options.guide,
            output,
            asked,
            tally.addresses,
            tally.ledger,
            outcome.problems,
            outcome.left_out,
        )
    return _report(output, outcome.problems, tally, began)


def _say(left_out: Iterable[str], console: Console) -> None:
    for sentence in left_out:
        console.say(sentence)


def _report(output: Path, problems: tuple[Problem, ...], tally: Tally, began: float) -> Report:
    done = f"{_done(tally)}, {perf_counter() - began:.1f} s, {counted(problems)}"
    return Report(problems, f"{plain(_shown(output))}: {done}.", failed=has_errors(problems))


def _traces(guide: Path, output: Path) -> Traces | None:
    """How the guide looks before it is read, if that can be told."""
    try:
        return traces_of(guide, output)
    except OSError:
        return None


def _jobs(text: str) -> int:
    """A number of processes. An ArgumentTypeError says what to write instead."""
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text} is no number of processes: write 1 or more")
    return int(text)


def _done(tally: Tally) -> str:
    if not tally.written and not tally.removed:
        return f"nothing to do, all {tally.unchanged} files are as they should be"
    gone = f", {tally.removed} removed" if tally.removed else ""
    return f"{number_of(tally.written, 'file')} written, {tally.unchanged} unchanged{gone}"


def _shown(folder: Path) -> Path:
    """A folder as one would type it from here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
