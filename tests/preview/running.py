"""A preview in a process of its own, as an author starts it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from tests.sites import REPOSITORY

PATIENCE = 60.0  # seconds, on a machine that does much else


class Running:
    """A `supple serve`, what it says, and how it ends."""

    def __init__(self, *arguments: str, at: Path = REPOSITORY, **environment: str) -> None:
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "supple", "serve", *arguments],
            cwd=at,
            env=os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONPATH": str(REPOSITORY)} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line)
        self.process.stdout.close()

    @property
    def text(self) -> str:
        return "".join(self.said)

    def wait_for(self, words: str, times: int = 1) -> None:
        """Until it has said this."""
        until = time.monotonic() + PATIENCE
        while self.text.count(words) < times:
            assert self.process.poll() is None or self._reader.is_alive(), self.text
            assert time.monotonic() < until, self.text
            time.sleep(0.01)

    def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.ended()

    def ended(self) -> int:
        """The exit code, once it has come to an end by itself."""
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.end()
            raise
        self._reader.join(PATIENCE)
        return code

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def running(guide: Path, port: int, *arguments: str, **environment: str) -> Iterator[Running]:
    """A preview that is ready."""
    made = Running(str(guide), "--port", str(port), *arguments, at=REPOSITORY, **environment)
    try:
        made.wait_for("Ctrl-C")
        yield made
    finally:
        made.end()
