"""Pages in the eyes of Lighthouse, as on a slow phone. What it says of accessibility, of good
practice and of what search engines need must be perfect. How fast pages are is told at the end of
the run, and fails nothing: that depends on the machine."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.audit.compressing import Compressing
from tests.browser.engines import Engine
from tests.browser.fixtures import found
from tests.browser.hosts import serving
from tests.sites import Built
from tests.tools import require, require_packages

HERE = Path(__file__).parent
NODE = 20
RUNS = 3
PERFECT = ("accessibility", "best-practices", "seo")
EXERCISE = "exercises/single-knee-to-chest.html"
PAGES = {
    "home": "index.html",
    "list": "exercises/index.html",
    "exercise": EXERCISE,
    "routine": "routines/morning-start-in-bed.html",
    "safety": "safety.html",
    "sheet": "sheets/morning-start-in-bed.html",
}
KB = 1000


@dataclass(frozen=True, slots=True)
class Seen:
    """What Lighthouse saw of one page: its scores, its faults, the median of each figure in
    milliseconds (of `cls` without a unit), and what it asked for, by kind: for the first view, and
    `later`, when it was at rest (the player, the icon)."""

    name: str
    scores: Mapping[str, int]
    faults: Sequence[str]
    figures: Mapping[str, float]
    requests: Sequence[tuple[str, int]]
    later: Sequence[tuple[str, int]]

    @property
    def size(self) -> float:
        """Kilobytes that come over the wire for the first view, without fonts."""
        return sum(size for kind, size in self.requests if kind != "Font") / KB

    @property
    def fonts(self) -> float:
        return sum(size for kind, size in self.requests if kind == "Font") / KB

    @property
    def row(self) -> str:
        scores = "".join(f"{self.scores[name]:>6}" for name in ("performance", *PERFECT))
        times = "".join(f"{self.figures[name]:>7.0f}" for name in ("fcp", "lcp", "tbt"))
        asked = len([kind for kind, _ in self.requests if kind != "Font"])
        later = sum(size for _, size in self.later) / KB
        weight = f"{asked:>10}{self.size:>7.1f}{self.fonts:>7.1f}{later:>7.1f}"
        return f"{self.name:<9}{scores}{times}{self.figures['cls']:>8.4f}{weight}"


HEAD = (
    f"{'page':<9}{'perf':>6}{'a11y':>6}{'best':>6}{'SEO':>6}{'FCP':>7}{'LCP':>7}{'TBT':>7}"
    f"{'CLS':>8}{'requests':>10}{'kB':>7}{'fonts':>7}{'later':>7}"
)


@pytest.fixture(scope="module")
def seen(addressed_site: Built) -> dict[str, Seen]:
    """What Lighthouse says of each of these pages, as they lie on a host."""
    with serving(addressed_site.folder, Compressing) as base:
        told = look({f"{base}{page}": name for name, page in PAGES.items()})
    return {each.name: each for each in told}


def look(pages: Mapping[str, str], runs: int = RUNS) -> list[Seen]:
    """Run Lighthouse on pages; `pages` has their names by their whole addresses."""
    node = require("node", NODE)
    require_packages(HERE)
    command = [node, str(HERE / "lighthouse.mjs"), str(runs), *pages]
    environment = os.environ | {"CHROME_PATH": found(Engine.CHROMIUM)}
    said = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert said.returncode == 0, said.stderr
    return [_seen(pages[address], each) for address, each in json.loads(said.stdout).items()]


def _seen(name: str, runs: Sequence[dict[str, Any]]) -> Seen:
    first = runs[0]
    scores = {each: round(100 * first["scores"][each]) for each in PERFECT}
    speed = median(run["scores"]["performance"] for run in runs)
    return Seen(
        name,
        scores={"performance": round(100 * speed), **scores},
        faults=first["faults"],
        figures={each: median(run["figures"][each] for run in runs) for each in first["figures"]},
        requests=_asked(first, late=False),
        later=_asked(first, late=True),
    )


def _asked(run: Mapping[str, Any], *, late: bool) -> list[tuple[str, int]]:
    return [(each["kind"], each["bytes"]) for each in run["requests"] if each["isLate"] is late]


def test_pages_are_perfect_in_all_but_speed(seen: dict[str, Seen], audit_report: list[str]) -> None:
    audit_report += ["Lighthouse, as on a slow phone (milliseconds, median of three):", HEAD]
    audit_report += [each.row for each in seen.values()]
    audit_report += ["Requests and kB are compressed: of the first view without fonts; fonts; and"]
    audit_report += ["what comes later, when the page is at rest.", *bars(seen)]
    faults = [f"{each.name}: {fault}" for each in seen.values() for fault in each.faults]
    assert faults == []
    assert {each.scores[name] for each in seen.values() for name in PERFECT} == {100}


def bars(seen: Mapping[str, Seen]) -> list[str]:
    """What the first view of an exercise should keep to, and what it does."""
    page = seen["exercise"]
    asked = len([kind for kind, _ in page.requests if kind != "Font"])
    found = [
        ("kB without the font", page.size, 30),
        ("requests without the font", asked, 5),
        ("ms to the largest paint", page.figures["lcp"], 1200),
        ("layout shift", page.figures["cls"], 0),
    ]
    return [
        f"An exercise's first view: {value:.4g} {what}; aim at most {most}"
        + ("" if round(value, 3) <= most else "  MISSED")
        for what, value, most in found
    ]


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    page = '<!doctype html><html><title>No</title><img src="gone.png"><a href="#">here</a>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with serving(tmp_path, Compressing) as base:
        (wrong,) = look({f"{base}index.html": "wrong"}, runs=1)
    assert max(wrong.scores[name] for name in PERFECT) < 100
    assert any("html-has-lang" in fault for fault in wrong.faults)
