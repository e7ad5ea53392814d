"""What the benchmark says of what it measured."""

from bench.comparing import Weight
from bench.reporting import Ratio, ratio, report
from bench.running import Measurement, Results

WALLS = {
    # The machine was three times slower in the second round, and both felt it.
    ("supple", "cold"): (1.0, 3.0, 1.4),
    ("hugo", "cold"): (2.0, 6.0, 2.0),
    ("supple", "title"): (0.1, 0.6, 0.2),
    ("supple", "serve"): (0.2, 0.1, 0.3),
    ("supple-rich", "cold"): (9.0, 9.0, 9.0),
}
MEASUREMENTS = [
    Measurement(tool, scenario, number, wall, None if scenario == "serve" else wall * 2)
    for (tool, scenario), walls in WALLS.items()
    for number, wall in enumerate(walls)
]
RESULTS = Results(
    size=10_000,
    weights={name: Weight(82, 2, 100, 1024 * 1024) for name in ("supple", "hugo", "supple-rich")},
    peaks={("supple", "cold"): 50 * 1024 * 1024},
    measurements=MEASUREMENTS,
    failures=["pelican while serving: it wouldn't"],
)


def test_a_ratio_is_the_median_of_rounds_and_not_of_times() -> None:
    found = ratio(MEASUREMENTS, ("supple", "cold"), ("hugo", "cold"))
    assert found == Ratio(median=0.5, least=0.5, most=0.7)
    assert str(found) == "0.50 (0.50–0.70)"


def test_rounds_that_only_one_has_do_not_count() -> None:
    few = [each for each in MEASUREMENTS if each.tool != "hugo" or each.round == 2]
    assert str(ratio(few, ("supple", "cold"), ("hugo", "cold"))) == "0.70"
    assert ratio(few, ("supple", "cold"), ("pelican", "cold")) is None


def test_the_report_has_medians_ratios_and_what_was_aimed_at() -> None:
    text = report([RESULTS], {"Supple": "1.0", "Hugo": ""}, "A machine", rounds=3)
    lines = text.splitlines()
    assert "| Hugo | not installed |" in lines
    assert "## 10,000 exercises" in lines
    assert "| Supple | 1.400 | 2.800 | 50 | 0.50 (0.50–0.70) |" in lines
    assert "| Supple | 0.200 | 0.400 |  |  | 0.10 (0.05–0.10) |" in lines
    assert "| Supple | 0.200 | 0.300 |" in lines  # serving: median and longest
    assert "| Cold build | 9.000 | 18.000 |  |" in lines  # the rich one, apart
    assert "- pelican while serving: it wouldn't" in lines
    assert "| Cold build at 10,000, ÷ Hugo's cold build | 1 | 0.50 (0.50–0.70) | yes |" in lines
    aims = [line for line in lines if line.startswith("| One title changed at 10,000")]
    assert aims == [
        "| One title changed at 10,000, ÷ Hugo's cold build | 0.1 | 0.10 (0.05–0.10) | yes |"
    ]
    assert not any("Pelican's cold build" in line for line in lines)
