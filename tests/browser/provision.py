"""Finds a Chromium for the tests, and brings one where there is none.

python -m tests.browser.provision
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

VARIABLE = "CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome")
APT = ("apt-get", "-y", "-q", "-o", "DPkg::Lock::Timeout=300")

HELP = f"""\
There is no Chromium here, and none could be installed. The browser tests need one:
  on Debian:    apt-get install --no-install-recommends chromium     (as root)
  elsewhere:    {Path(sys.executable).name} -m playwright install --with-deps chromium
  or name one:  {VARIABLE}=/path/to/chromium make test"""

PLAYWRIGHTS_OWN = """\
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def main() -> int:
    """Say which browser the tests will use, after bringing one if need be."""
    found = find() or _bring()
    if not found and VARIABLE in os.environ:
        print(f"{VARIABLE} names {os.environ[VARIABLE]}, which doesn't run.")
    print(f"Browser of the tests: {found}" if found else HELP, flush=True)
    return 0 if found else 1


@cache
def find() -> str | None:
    """The first Chromium that runs: the one named in the environment, the system's,
    Playwright's own."""
    if named := os.environ.get(VARIABLE):
        return named if _runs(named) else None
    return next(filter(_runs, _candidates()), None)


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    asked = _run([sys.executable, "-c", PLAYWRIGHTS_OWN], quiet=True)
    if asked is not None:
        yield asked.strip()


def _runs(program: str) -> bool:
    """Whether it is there and starts: Ubuntu's package is only a note that says it's elsewhere,
    and a downloaded browser may lack a library."""
    return bool(_run([program, "--version"], quiet=True))


def _bring() -> str | None:
    if os.environ.get(VARIABLE):
        return None  # whoever names a browser doesn't want another
    for commands in _ways():
        for command in commands:
            _run(command)
        find.cache_clear()
        if found := find():
            return found
    return None


def _ways() -> Iterator[list[Sequence[str]]]:
    """Ways to bring a Chromium, the lightest first."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    has_apt = is_root and shutil.which("apt-get") is not None
    if has_apt:
        packages = ("--no-install-recommends", "chromium")
        yield [(*APT, "update"), (*APT, "install", *packages)]
    # With its libraries where it may install them.
    deps = ("--with-deps",) if has_apt else ()
    yield [(sys.executable, "-m", "playwright", "install", *deps, "chromium")]


def _run(command: Sequence[str], *, quiet: bool = False) -> str | None:
    """What a command printed, or None where it failed; unless `quiet` it is shown as it comes."""
    if not quiet:
        print("$", *command, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, check=True, text=True, env=environment, capture_output=quiet, timeout=1200
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout or ""


if __name__ == "__main__":
    sys.exit(main())
