"""How long an edit takes to be seen: a generator serves its site, a file is saved, and the page is
asked for until it shows the change."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final

import psutil

from bench.corpus import Corpus
from bench.editing import edit_body, edited
from bench.measuring import FailedError
from bench.tools.tool import Tool

EVERY: Final = 0.01
"""The seconds between an answer and the next question."""
PATIENCE: Final = 300.0
"""The seconds that a server may take to begin, and an edit to be seen."""


def seconds_to_be_seen(tool: Tool, folder: Path, guide: Corpus, edits: int) -> list[float]:
    """For each of so many edits of one exercise's body, the seconds from saving it until its page
    has it. One edit before them isn't counted. Raises FailedError."""
    with _served(tool, folder) as port:
        _wait(port, f"exercises/{edited(guide, 0)}.html", "</html>")
        _settle(port)
        return [_seen_after(tool, folder, guide, number, port) for number in range(edits + 1)][1:]


def _seen_after(tool: Tool, folder: Path, guide: Corpus, number: int, port: int) -> float:
    time.sleep(1)  # nobody saves twice in a second, and watchers gather what comes together
    before = time.perf_counter()
    address, text = edit_body(tool, folder, guide, 1000 + number)
    _wait(port, address, text)
    return time.perf_counter() - before


def _settle(port: int) -> None:
    """Let watchers begin: some do only after the first answer."""
    time.sleep(2)
    _page(port, "index.html")


@contextmanager
def _served(tool: Tool, folder: Path) -> Iterator[int]:
    port = _free_port()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            tool.serve(port),
            cwd=folder,
            env={**os.environ, **tool.environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            yield port
        except FailedError as error:
            said.seek(0)
            last = said.read().decode("utf-8", errors="replace")[-2000:]
            raise FailedError(f"{error}\n{last}") from error
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """As with Ctrl-C; whatever of its family is still there then is ended."""
    with suppress(psutil.NoSuchProcess):
        family = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        for each in psutil.wait_procs(family, timeout=1)[1]:
            with suppress(psutil.NoSuchProcess):
                each.kill()
    process.kill()
    process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def _wait(port: int, address: str, text: str) -> None:
    """Until a page has a text. Raises FailedError if that takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if text in _page(port, address):
            return
        time.sleep(EVERY)
    raise FailedError(f"{address} didn't show {text!r} within {PATIENCE:.0f} s")


def _page(port: int, address: str) -> str:
    """What a server answers; nothing while it doesn't."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", f"/{address}")
        answer = connection.getresponse()
        return answer.read().decode("utf-8", errors="replace") if answer.status == 200 else ""
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()
