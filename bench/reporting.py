"""What was measured, as Markdown: medians, and medians of per-round ratios."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from bench.running import COLD, SCENARIOS, SERVE, Measurement, Results

NAMES: Final = {
    "supple": "Supple",
    "hugo": "Hugo",
    "eleventy": "Eleventy",
    "pelican": "Pelican",
    "mkdocs": "MkDocs",
    "supple-rich": "Supple, rich",
}
TITLES: Final = {
    COLD: "Cold build",
    "nothing": "Nothing changed",
    "body": "One body changed",
    "title": "One title changed",
    "template": "One template changed",
    SERVE: "Serving: from saving a file to its page over HTTP",
}
RICH: Final = "supple-rich"
MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ratio:
    """Of two times, round by round: the median, the least and the most."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        if self.least == self.most:
            return f"{self.median:.2f}"
        return f"{self.median:.2f} ({self.least:.2f}–{self.most:.2f})"


@dataclass(frozen=True, slots=True)
class Aim:
    """The most that Supple wants to take of another's cold build."""

    size: int
    scenario: str
    other: str
    most: float


AIMS: Final = (
    Aim(10_000, COLD, "hugo", 1.0),
    Aim(10_000, COLD, "pelican", 0.4),
    Aim(10_000, COLD, "mkdocs", 0.4),
    Aim(1_000, COLD, "hugo", 1.2),
    Aim(10_000, "nothing", "hugo", 0.05),
    Aim(10_000, "title", "hugo", 0.1),
)


def ratio(
    measurements: Iterable[Measurement], one: tuple[str, str], other: tuple[str, str]
) -> Ratio | None:
    """How long one tool takes for a scenario beside another for another: the ratio of their wall
    times in each round that has both. None without such a round."""
    walls = {(each.tool, each.scenario, each.round): each.wall for each in measurements}
    ratios = [
        wall / walls[*other, number]
        for (tool, scenario, number), wall in walls.items()
        if (tool, scenario) == one and (*other, number) in walls
    ]
    return Ratio(median(ratios), min(ratios), max(ratios)) if ratios else None


def report(
    results: Sequence[Results], versions: Mapping[str, str], machine: str, rounds: int
) -> str:
    """All of it, as a Markdown document."""
    parts = [
        "# Results",
        "Written by `make bench`. What is measured, how, and what isn't equal stands in "
        "`bench/README.md`.",
        f"{machine}. Rounds: {rounds}. Times are medians in seconds. A ratio is the median of what "
        "each round gave, with the least and the most; below 1 is faster.",
        table(
            ("generator", "version"),
            ((name, it or "not installed") for name, it in versions.items()),
        ),
        *(part for each in results for part in _size(each)),
        *_aims(results),
    ]
    return "\n\n".join(parts) + "\n"


def _size(results: Results) -> Iterator[str]:
    yield f"## {results.size:,} exercises"
    for scenario in SCENARIOS:
        found = [each for each in results.measurements if each.scenario == scenario]
        if any(each.tool != RICH for each in found):
            yield f"### {TITLES[scenario]}"
            yield _scenario(results, scenario)
    if any(each.tool == RICH for each in results.measurements):
        yield "### Supple alone, with its own templates, figures and sheets"
        yield _rich(results)
    if results.failures:
        yield "### What failed"
        yield "\n".join(f"- {each}" for each in results.failures)
    yield "### What was written"
    yield table(
        ("generator", "pages", "of them further", "files", "MiB"),
        (
            (
                NAMES[name],
                f"{weight.pages:,}",
                f"{weight.further:,}",
                f"{weight.files:,}",
                f"{weight.size / MIB:.1f}",
            )
            for name, weight in results.weights.items()
        ),
    )


def _scenario(results: Results, scenario: str) -> str:
    tools = [name for name in results.weights if _walls(results, name, scenario)]
    tools = [name for name in tools if name != RICH]
    if scenario == SERVE:  # single edits, one generator after the other
        heads = ("generator", "median", "longest")
        return table(heads, ((NAMES[name], *_seen(results, name)) for name in tools))
    beside = {"÷ Hugo": scenario, "÷ Hugo's cold build": COLD}
    if scenario == COLD:
        del beside["÷ Hugo's cold build"]
    return table(
        ("generator", "wall", "CPU", "peak MiB", *beside),
        (
            (
                NAMES[name],
                *_spent(results, name, scenario),
                *(
                    _said(ratio(results.measurements, (name, scenario), ("hugo", other)))
                    for other in beside.values()
                ),
            )
            for name in tools
        ),
    )


def _seen(results: Results, name: str) -> tuple[str, str]:
    walls = _walls(results, name, SERVE)
    return f"{median(walls):.3f}", f"{max(walls):.3f}"


def _rich(results: Results) -> str:
    return table(
        ("what", "wall", "CPU", "peak MiB"),
        (
            (TITLES[scenario], *_spent(results, RICH, scenario))
            for scenario in SCENARIOS
            if _walls(results, RICH, scenario)
        ),
    )


def _spent(results: Results, name: str, scenario: str) -> tuple[str, str, str]:
    """Wall and CPU seconds, and the peak of memory."""
    cpus = [
        each.cpu
        for each in results.measurements
        if (each.tool, each.scenario) == (name, scenario) and each.cpu is not None
    ]
    peak = results.peaks.get((name, scenario))
    return (
        f"{median(_walls(results, name, scenario)):.3f}",
        f"{median(cpus):.3f}" if cpus else "",
        f"{peak / MIB:.0f}" if peak else "",
    )


def _walls(results: Results, name: str, scenario: str) -> list[float]:
    return [
        each.wall for each in results.measurements if (each.tool, each.scenario) == (name, scenario)
    ]


def _aims(results: Sequence[Results]) -> Iterator[str]:
    """What Supple wants to reach, where it was measured."""
    by_size = {each.size: each.measurements for each in results}
    rows = [
        (
            f"{TITLES[aim.scenario]} at {aim.size:,}, ÷ {NAMES[aim.other]}'s cold build",
            f"{aim.most:g}",
            _said(found),
            "yes" if found.median <= aim.most else "no",
        )
        for aim in AIMS
        if (found := ratio(by_size.get(aim.size, ()), ("supple", aim.scenario), (aim.other, COLD)))
    ]
    if rows:
        yield "## What Supple aims at"
        yield table(("ratio", "at most", "is", "reached"), rows)


def _said(ratio: Ratio | None) -> str:
    return str(ratio) if ratio else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (heads, ["---"] * len(heads), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
