"""What a process and all that it starts cost: wall time, CPU time, and memory at its peak."""

import os
import shlex
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

EVERY: Final = 0.005
"""The seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Time:
    """In seconds. `cpu` is that of all processes that were waited for."""

    wall: float
    cpu: float


class FailedError(Exception):
    """A command that didn't do what it should; says which, and how it ended."""


def timed(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Time:
    """Run a command in a folder. Nothing looks at it meanwhile. Raises FailedError."""
    with tempfile.TemporaryFile() as said:
        before = time.perf_counter()
        process = _start(command, folder, environment, said.fileno())
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        _check(command, process.returncode, said.read())
    return Time(wall, used.ru_utime + used.ru_stime)


def peak_memory(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> int:
    """Run a command in a folder, and look at its memory again and again: the most bytes that it
    and its children had at one time. Memory that they share counts once, where the system can
    tell. Watching takes time, so this run isn't timed. Raises FailedError."""
    with tempfile.TemporaryFile() as said:
        process = _start(command, folder, environment, said.fileno())
        peak = 0
        with suppress(psutil.NoSuchProcess):
            root = psutil.Process(process.pid)
            while process.poll() is None:
                peak = max(peak, memory_of(root))
                time.sleep(EVERY)
        code = process.wait()
        said.seek(0)
        _check(command, code, said.read())
    return peak


def memory_of(root: psutil.Process) -> int:
    """The bytes that a process and its children have now."""
    try:
        family = [root, *root.children(recursive=True)]
    except psutil.Error:
        return 0
    if len(family) == 1:
        return _resident(root)
    return sum(_own_share(each) for each in family)


def _resident(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return int(process.memory_info().rss)
    return 0


def _own_share(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        full = process.memory_full_info()
        return int(getattr(full, "pss", 0) or getattr(full, "uss", 0) or full.rss)
    return _resident(process)


def _start(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], said: int
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
    )


def _check(command: Sequence[str], code: int, said: bytes) -> None:
    if code:
        last = said.decode("utf-8", errors="replace").strip()[-2000:]
        raise FailedError(f"{shlex.join(command)} ended with {code}:\n{last}")
