"""The rounds: in each, every generator in turn does everything once."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from bench.comparing import Weight, first_differences, weight
from bench.corpus import Corpus, make_corpus
from bench.editing import edit_body, edit_template, edit_title
from bench.measuring import FailedError, peak_memory, timed
from bench.serving import seconds_to_be_seen
from bench.tools.tool import Tool

Edit = Callable[[Tool, Path, Corpus, int], tuple[str, str]]
COLD: Final = "cold"
SERVE: Final = "serve"
EDITS: Final[Mapping[str, Edit]] = {
    "body": edit_body,
    "title": edit_title,
    "template": edit_template,
}
SCENARIOS: Final = (COLD, "nothing", *EDITS, SERVE)
FEWEST_EDITS: Final = 5
"""While serving, however few rounds there are."""


class UnlikeError(Exception):
    """A generator whose site isn't the corpus, so that its time says nothing."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run. Where a server is asked there is no CPU time."""

    tool: str
    scenario: str
    round: int
    wall: float
    cpu: float | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """All that was measured at one size. `peaks` are bytes by tool and scenario; `failures` say
    what couldn't be."""

    size: int
    weights: Mapping[str, Weight]
    peaks: Mapping[tuple[str, str], int]
    measurements: Sequence[Measurement]
    failures: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Contest:
    """The generators at one size, each with a site in a folder of its own."""

    guide: Corpus
    tools: Sequence[Tool]
    folder: Path
    say: Callable[[str], None]
    numbers: Iterator[int] = field(default_factory=partial(count, 1))
    """Of the edits: each is new."""

    def run(self, rounds: int, scenarios: Sequence[str]) -> Results:
        """Raises FailedError and UnlikeError."""
        weights = {tool.name: self._prepare(tool) for tool in self.tools}
        offline = [each for each in scenarios if each != SERVE]
        peaks = {key: peak for tool in self.tools for key, peak in self._peaks(tool, offline)}
        done = [each for number in range(rounds) for each in self._round(number, rounds, offline)]
        failures = []
        for tool in self.tools if SERVE in scenarios else ():
            try:
                done += self._serve(tool, max(rounds, FEWEST_EDITS))
            except FailedError as error:  # after hours, all else is worth keeping
                self.say(str(error))
                failures.append(f"{tool.name} while serving: {str(error).splitlines()[0]}")
        return Results(len(self.guide.exercises), weights, peaks, done, failures)

    def _prepare(self, tool: Tool) -> Weight:
        """Write the site, build it, and compare it with the corpus before anything is timed."""
        self.say(f"{tool.name}: writing, building and comparing")
        folder = self._site(tool)
        tool.write(self.guide, folder)
        timed(tool.build, folder, tool.environment)
        if tool.is_compared and (wrong := first_differences(self.guide, folder / tool.output)):
            raise UnlikeError(f"{tool.name} can't be compared:\n  " + "\n  ".join(wrong))
        return weight(self.guide, folder / tool.output)

    def _peaks(self, tool: Tool, scenarios: Sequence[str]) -> Iterator[tuple[tuple[str, str], int]]:
        self.say(f"{tool.name}: memory")
        for scenario in scenarios:
            if not _is_possible(tool, scenario):
                continue
            command, check = self._scene(tool, scenario)
            peak = peak_memory(command, self._site(tool), tool.environment)
            check()
            yield (tool.name, scenario), peak

    def _round(self, number: int, rounds: int, scenarios: Sequence[str]) -> Iterator[Measurement]:
        """All do the same, one right after the other, since a machine's speed changes. Who begins
        changes from round to round."""
        first = number % len(self.tools)
        tools = (*self.tools[first:], *self.tools[:first])
        for scenario in scenarios:
            self.say(f"round {number + 1} of {rounds}: {scenario}")
            for tool in tools:
                if not _is_possible(tool, scenario):
                    continue
                command, check = self._scene(tool, scenario)
                spent = timed(command, self._site(tool), tool.environment)
                check()
                yield Measurement(tool.name, scenario, number, spent.wall, spent.cpu)

    def _scene(self, tool: Tool, scenario: str) -> tuple[Sequence[str], Callable[[], None]]:
        """Make ready what is to be measured: its command, and a check that it did its work."""
        site = self._site(tool)
        if scenario == COLD:
            tool.clean(site)
            return tool.build, lambda: _check(site / tool.output / "index.html", "</html>")
        if scenario not in EDITS:
            if tool.rebuild != tool.build:  # it keeps something only if it is told to
                timed(tool.rebuild, site, tool.environment)
            return tool.rebuild, lambda: None
        address, text = EDITS[scenario](tool, site, self.guide, next(self.numbers))
        return tool.rebuild, lambda: _check(site / tool.output / address, text)

    def _serve(self, tool: Tool, edits: int) -> Iterator[Measurement]:
        self.say(f"{tool.name}: serving")
        site = self._site(tool)
        for number, wall in enumerate(seconds_to_be_seen(tool, site, self.guide, edits)):
            yield Measurement(tool.name, SERVE, number, wall)

    def _site(self, tool: Tool) -> Path:
        return self.folder / str(len(self.guide.exercises)) / tool.name


def contest(size: int, tools: Sequence[Tool], folder: Path, say: Callable[[str], None]) -> Contest:
    shutil.rmtree(folder / str(size), ignore_errors=True)
    return Contest(make_corpus(size), tools, folder, lambda text: say(f"{size:,}: {text}"))


def _is_possible(tool: Tool, scenario: str) -> bool:
    return scenario != "template" or bool(tool.template)


def _check(file: Path, text: str) -> None:
    if text not in file.read_text(encoding="utf-8"):
        raise FailedError(f"{file} doesn't show {text!r}")
