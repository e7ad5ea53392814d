"""Work spread over processes comes to what one process comes to."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree

import pytest

from supple import processes
from supple.pipeline import build
from supple.processes import batches, spread, worth
from supple.publishing.ledger import FOLDER
from tests.guides import SETTINGS, write_guide
from tests.week import FILES


def doubling() -> Callable[[int], int]:
    return lambda number: 2 * number


def stumbling() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 3:
            raise OSError(28, "No space left", "a.html")
        return number

    return work


def dying(parent: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 3 and os.getpid() != parent:
            os._exit(1)
        return number

    return work


def telling() -> Callable[[int], tuple[int, int]]:
    """Tells of a task, and by which process it was done."""
    return lambda task: (task, os.getpid())


@pytest.fixture(params=["linux", "elsewhere"])
def platform(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where processes are forks, and where they are started anew."""
    name: str = request.param
    monkeypatch.setattr("supple.processes.sys.platform", name)
    return name


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks(platform: str, jobs: int) -> None:
    assert [*spread(doubling, range(9), jobs)] == [*range(0, 18, 2)]


def test_what_a_worker_raises_is_raised_here(platform: str) -> None:
    with pytest.raises(OSError, match="No space left") as caught:
        list(spread(stumbling, range(9), 2))
    assert caught.value.filename == "a.html"


def test_what_is_left_when_a_process_dies_is_done_here(platform: str) -> None:
    assert [*spread(partial(dying, os.getpid()), range(9), 2)] == [*range(9)]


def test_few_pages_are_worth_no_other_process() -> None:
    assert (worth(8, 38), worth(8, 600), worth(2, 10_000)) == (1, 3, 2)
    assert batches(range(5), 2) == [range(2), range(2, 4), range(4, 5)]


def test_forks_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lest each comes to hold a copy of everything."""
    monkeypatch.setattr(processes, "AT_MOST", 4)
    told = [*spread(telling, range(12), 2)]
    assert [task for task, _ in told] == [*range(12)]
    first, second, third = ({process for _, process in told[at : at + 4]} for at in (0, 4, 8))
    assert not first & second
    assert not second & third


@pytest.mark.parametrize("vast", [1, 20_000])
def test_several_processes_make_the_same_site(
    platform: str, vast: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.making.VAST", vast)
    settings = f"{SETTINGS}outputs:\n  pdf: false\n"
    guide = write_guide(tmp_path / "guide", {**FILES, "guide.yaml": settings})
    one = build(guide, tmp_path / "one", jobs=1)
    monkeypatch.setattr(processes, "WORTHWHILE", 1)
    monkeypatch.setattr(processes, "AT_MOST", 2)
    monkeypatch.setattr("supple.making.AT_ONCE", 3)
    monkeypatch.setattr("supple.reading.shelves.ON_ONE", 2)
    rmtree(guide / FOLDER)  # with the pages that were read
    two = build(guide, tmp_path / "two", jobs=2)
    assert (two.problems, two.tally) == (one.problems, one.tally)
    assert two.tally
    for address in two.tally.addresses:
        assert (tmp_path / "two" / address).read_bytes() == (
            tmp_path / "one" / address
        ).read_bytes()
