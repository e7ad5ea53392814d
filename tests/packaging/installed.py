"""Supple as a wheel, installed where nothing of the checkout can be imported."""

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.sites import REPOSITORY

NEEDED = ("jinja2", "markdown", "markupsafe", "yaml")
"""What Supple imports of others, and what they import."""


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    text: str


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the wheel."""

    folder: Path

    def supple(self, here: Path, *arguments: str) -> Said:
        """Run the wheel's command in a folder."""
        return _said([str(self._program("supple")), *arguments], here)

    def python(self, here: Path, code: str) -> Said:
        return _said([str(self._program("python")), "-c", code], here)

    def _program(self, name: str) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / name


def build_wheel(source: Path, folder: Path) -> Path:
    """The wheel of a source folder, or of the sdist that it makes first, in a new folder."""
    _do([sys.executable, "-m", "build", "-n", "--wheel", "-o", str(folder), str(source)], folder)
    return next(folder.glob("*.whl"))


def build_wheel_by_sdist(source: Path, folder: Path) -> Path:
    """The wheel that is made from the sdist of a source folder."""
    _do([sys.executable, "-m", "build", "-n", "-o", str(folder), str(source)], folder)
    return next(folder.glob("*.whl"))


def install(wheel: Path, folder: Path) -> Installed:
    """Install a wheel into a new environment. What it needs is found where it is already."""
    venv.create(folder, symlinks=os.name != "nt")
    installed = Installed(folder)
    found = installed.python(folder, "import sysconfig; print(sysconfig.get_path('purelib'))")
    specs = [spec for name in NEEDED if (spec := find_spec(name)) and spec.origin]
    others = sorted({str(Path(str(spec.origin)).parents[1]) for spec in specs})
    (Path(found.text.strip()) / "others.pth").write_text("\n".join(others), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "--disable-pip-version-check"]
    _do([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], folder)
    return installed


def files_of(wheel: Path) -> Mapping[str, bytes]:
    """The files of a wheel's package."""
    with zipfile.ZipFile(wheel) as archive:
        names = (name for name in archive.namelist() if name.startswith("supple/"))
        return {name: archive.read(name) for name in names}


def _do(command: list[str], here: Path) -> None:
    said = _said(command, here)
    assert said.code == 0, said.text


def _said(command: list[str], here: Path) -> Said:
    """Run a command that can import nothing by way of this one's environment."""
    assert not here.resolve().is_relative_to(REPOSITORY)  # whose build.py is not `build`
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ended = subprocess.run(
        command,
        cwd=here,
        env={**bare, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Said(ended.returncode, ended.stdout)
