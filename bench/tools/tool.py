"""What the benchmark knows of a generator."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.corpus import Corpus

SITES: Final = Path(__file__).parents[1] / "sites"
"""The small sites, a folder a generator: settings and templates, to which the corpus is added."""
PROGRAMS: Final = Path(__file__).parents[1] / ".venv" / "bin"
"""Where `make bench` installs the generators that come from PyPI."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator. Every command runs in the folder of the site that `write` has made.

    `version` gives what it calls itself, or nothing where it isn't installed. `build` begins from
    nothing, `rebuild` with what the last build has left; `serve` is given a port. `exercise` is
    the file of an exercise, with {slug} in it, `template` the one that every page is made with.
    """

    name: str
    write: Callable[[Corpus, Path], None]
    version: Callable[[], str]
    build: tuple[str, ...]
    rebuild: tuple[str, ...]
    serve: Callable[[int], tuple[str, ...]]
    output: str
    exercise: str
    template: str
    caches: tuple[str, ...] = ()
    """What else a build leaves in the folder, besides its output."""
    environment: Mapping[str, str] = field(default_factory=dict)
    is_compared: bool = True
    """Whether its templates are the small ones that all generators have here."""

    def clean(self, folder: Path) -> None:
        """As it was before any build."""
        for name in (self.output, *self.caches):
            shutil.rmtree(folder / name, ignore_errors=True)

    def exercise_file(self, folder: Path, slug: str) -> Path:
        return folder / self.exercise.format(slug=slug)


def told(*command: str, environment: Mapping[str, str] | None = None) -> str:
    """The first line that a command prints, or nothing if it can't be run."""
    around = {**os.environ, **(environment or {})}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=60, env=around
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return (done.stdout.strip().splitlines() or [""])[0]


def new_site(name: str, folder: Path) -> None:
    """A copy of a small site, in place of whatever is there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SITES / name, folder, ignore=shutil.ignore_patterns("node_modules"))


def written(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
