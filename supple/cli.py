"""Arguments in, problems and exit codes out: the only place that prints.

Exit codes: 0 all is well, 1 the guide has errors, 2 the command line is wrong.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword
from time import monotonic
from typing import NoReturn

from supple import __version__
from supple.processes import uncollected

COMMANDS = ("new", "build", "serve", "check", "print", "import", "export", "schema")


def command() -> NoReturn:
    """What a shell starts. Once all is said and written the process ends at once: to free a
    guide's values one by one would take a large one most of a second."""
    code = main()
    with suppress(OSError, ValueError):  # nobody listens any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; the exit code. A wrong command line exits by itself, with 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what a terminal can't show is told all the same
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = _parser(arguments)
    options = parser.parse_args(arguments)
    if options.run is None:
        parser.print_help()
        return 2
    try:
        return _run(options)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever was reading has read enough
        sys.stderr.close()
        return 1
    except OSError as error:
        print(f"supple: {error}", file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    terminal = _Terminal(sys.stderr.isatty())
    with uncollected():
        report = options.run(options, terminal)
    for line in report.lines:
        terminal.say(line)
    return 2 if report.misused else int(report.failed)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Knows all commands; or just the one that is asked for, since each takes time to load."""
    parser = argparse.ArgumentParser(
        prog="supple",
        description="Turns a folder of Markdown exercise pages into a stretching guide.",
    )
    parser.add_argument("--version", action="version", version=f"supple {__version__}")
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name in arguments[:1] if arguments[:1] and arguments[0] in COMMANDS else COMMANDS:
        module = f"{name}_" if iskeyword(name) else name
        command = import_module(f"supple.commands.{module}")
        made = commands.add_parser(
            name,
            help=command.HELP,
            description=(command.__doc__ or "").splitlines()[0],
            epilog=command.EXAMPLE,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(made)
        made.set_defaults(run=command.run)
    return parser


class _Terminal:
    """Lines that stay, and on a terminal one line that long work rewrites."""

    PATIENCE = 0.5  # seconds before anything is shown
    PAUSE = 0.1  # seconds between two changes

    def __init__(self, shown: bool, now: Callable[[], float] = monotonic) -> None:
        self.shown = shown
        self.now = now
        self.next = now() + self.PATIENCE
        self.told = False

    def progress(self, stage: str, done: int, of: int) -> None:
        if self.shown and self.now() >= self.next:
            self.next = self.now() + self.PAUSE
            self.told = True
            print(f"\r\x1b[K{stage} {done} of {of}", end="", file=sys.stderr, flush=True)

    def say(self, line: str) -> None:
        if self.told:
            self.told = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        print(line, flush=True)


if __name__ == "__main__":
    command()
