"""`python -m bench`: the benchmark, and the corpus alone."""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import psutil

from bench.corpus import SMALLEST, make_corpus
from bench.measuring import FailedError
from bench.reporting import NAMES, report
from bench.running import SCENARIOS, UnlikeError, contest
from bench.tools import TOOLS
from bench.tools.tool import Tool, told

FOLDER: Final = Path("_bench")
"""Where sites are written, and the results of runs that nobody keeps."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return _corpus(options) if options.command == "corpus" else _run(options)
    except (FailedError, UnlikeError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _corpus(options: argparse.Namespace) -> int:
    """Write a site, and leave it there."""
    TOOLS[options.tool].write(make_corpus(options.size), options.to)
    return 0


def _run(options: argparse.Namespace) -> int:
    tools = [TOOLS[name] for name in options.tools]
    versions = {tool.name: tool.version() for tool in tools}
    there = [tool for tool in tools if versions[tool.name]]
    for tool in tools:
        if tool not in there:
            _say(f"{NAMES[tool.name]} is left out: it isn't installed")
    said = {NAMES[name]: version for name, version in versions.items()}
    results = []
    for size in options.sizes:
        results.append(
            contest(size, there, options.folder, _say).run(options.rounds, options.scenarios)
        )
        text = report(results, said, _machine(there), options.rounds)
        options.output.parent.mkdir(parents=True, exist_ok=True)
        options.output.write_text(text, encoding="utf-8")  # after each size: a run takes long
    print(text)
    _say(f"written to {options.output}")
    return 0


def _machine(tools: Sequence[Tool]) -> str:
    """What it ran on, without a name."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = psutil.virtual_memory().total / 1024**3
    node = f", Node {told('node', '--version')}" if TOOLS["eleventy"] in tools else ""
    return (
        f"{platform.system()} on {platform.machine()}, {cores} cores, {memory:.0f} GiB, "
        f"Python {platform.python_version()}{node}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="measure, and write down what came of it")
    run.add_argument("--sizes", type=_size, nargs="+", default=[100, 1000], metavar="N")
    run.add_argument("--rounds", type=_positive, default=3, metavar="N")
    run.add_argument("--tools", nargs="+", choices=[*TOOLS], default=[*TOOLS], metavar="TOOL")
    run.add_argument(
        "--scenarios", nargs="+", choices=SCENARIOS, default=[*SCENARIOS], metavar="SCENARIO"
    )
    run.add_argument("--output", type=Path, default=FOLDER / "RESULTS.md", metavar="FILE")
    run.add_argument("--folder", type=Path, default=FOLDER, help="where sites are written")
    alone = commands.add_parser("corpus", help="write the corpus as a site, and nothing else")
    alone.add_argument("--tool", choices=[*TOOLS], default="supple")
    alone.add_argument("--size", type=_size, default=1000, metavar="N")
    alone.add_argument("--to", type=Path, required=True, metavar="FOLDER")
    return parser


def _size(text: str) -> int:
    if (size := int(text)) < SMALLEST:
        raise argparse.ArgumentTypeError(f"write {SMALLEST} or more")
    return size


def _positive(text: str) -> int:
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("write 1 or more")
    return number


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
