"""Work spread over processes: as many as there are cores, and none where that doesn't pay off.

Each makes a worker of its own, then takes one task after the other, so that a quick process does
more of them. On Linux they are forks: what the worker is made from is there already. Elsewhere, and
where threads run, which a fork would tear apart, they are started anew and are sent it.
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeVar

MOST: Final = 61
"""Windows waits for no more processes than so many."""
WORTHWHILE: Final = 250
"""So many pages more are worth a process more."""
AT_MOST: Final = 60
"""So many tasks are given to forks before others take over. A fork gets a copy of whatever it looks
at, so that in the end each would hold the whole guide."""

Task = TypeVar("Task")
Result = TypeVar("Result")

_worker: Callable[[Any], Any]  # of this process, which is nobody else's


def cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def worth(jobs: int, pages: int) -> int:
    """How many of the processes that there may be pay off for so many pages."""
    return min(jobs, pages // WORTHWHILE + 1)


def batches(things: Sequence[Task], size: int) -> list[Sequence[Task]]:
    """Things by as many as one process takes at once."""
    return [things[start : start + size] for start in range(0, len(things), size)]


def spread(
    make_worker: Callable[[], Callable[[Task], Result]], tasks: Iterable[Task], jobs: int
) -> Iterator[Result]:
    """What becomes of each task, in their order, by as many as `jobs` processes, or in this one
    where that is 1. All that is handed over has to be such that it can be pickled. What a worker
    raises is raised here."""
    waiting = [*tasks]
    done = 0
    if min(jobs, len(waiting)) > 1:
        from concurrent.futures.process import BrokenProcessPool  # only here: it takes long to load

        try:
            for result in _by_others(make_worker, waiting, min(jobs, len(waiting), MOST)):
                yield result
                done += 1
        except BrokenProcessPool:  # the system has ended one, for want of memory most likely
            pass
    if rest := waiting[done:]:
        yield from map(make_worker(), rest)


def _by_others(
    make_worker: Callable[[], Callable[[Task], Result]], tasks: Sequence[Task], jobs: int
) -> Iterator[Result]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    forked = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forked else "spawn")
    for some in batches(tasks, AT_MOST) if forked else [tasks]:
        pool = ProcessPoolExecutor(min(jobs, len(some)), context, _begin, (make_worker,))
        try:
            yield from pool.map(_work, some)
        finally:
            pool.shutdown(cancel_futures=True)


def _begin(make_worker: Callable[[], Callable[[Any], Any]]) -> None:
    global _worker
    leave_ctrl_c()
    _worker = make_worker()


def _work(task: Any) -> Any:
    return _worker(task)


@contextmanager
def uncollected() -> Iterator[None]:
    """While a great many values are made that stay: Python would look through all of them again
    and again for rings that nobody holds any more, which takes a quarter of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def leave_ctrl_c() -> None:
    """In a child: who presses Ctrl+C means the parent, which then has no more work for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
