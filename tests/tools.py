"""Programs that some tests need and that nobody must have."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest


def missing(sentence: str) -> NoReturn:
    """Skip the test with a sentence that says what is missing; in CI, where all must be there,
    fail it."""
    if os.environ.get("CI"):
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


def require(tool: str, version: int = 0, hint: str = "") -> str:
    """Where a program lies, of that major version or a newer one."""
    found = shutil.which(tool)
    wanted = f"{tool} {version} or newer" if version else tool
    if found is None:
        missing(f"This test needs {wanted}, and there is none here. {hint}".strip())
    if version and _major(found) < version:
        missing(f"This test needs {wanted}, and the one here is older. {hint}".strip())
    return found


def require_packages(folder: Path) -> Path:
    """The npm packages of a folder of this repository, once `npm ci` has been run there."""
    packages = folder / "node_modules"
    # npm copies the lock file to here when everything is in place.
    if not (packages / ".package-lock.json").is_file():
        missing(f"This test needs npm packages: run `npm ci` in {folder.parent.name}/{folder.name}")
    return packages


def _major(program: str) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    number = re.search(r"(\d+)\.", said.stdout)
    return int(number[1]) if number else 0
