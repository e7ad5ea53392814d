"""Finds the browsers of the tests, and brings those that are missing.

python -m tests.browser.provision
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from tests.browser.engines import PRODUCTS, Engine

APT = ("apt-get", "-y", "-q", "-o", "DPkg::Lock::Timeout=300")
DEBIANS = "--no-install-recommends"

PLAYWRIGHTS_OWN = """\
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(getattr(playwright, sys.argv[1]).executable_path)
"""


def main() -> int:
    """Say which browsers the tests will use, after bringing those that are missing. Without
    Chromium little can be tested; what needs another is skipped, except in CI."""
    lacking = [engine for engine in PRODUCTS if not _is_ready(engine)]
    needed = set(PRODUCTS) if os.environ.get("CI") else {Engine.CHROMIUM}
    return 1 if needed.intersection(lacking) else 0


@cache
def find(engine: str) -> str | None:
    """The first browser of this engine that runs: the one named in the environment, the
    system's, Playwright's own. Of WebKit, the program that drives it."""
    product = PRODUCTS[engine]
    if not all(map(shutil.which, product.needs)):
        return None
    named = os.environ.get(engine.upper())
    candidates = [named] if named else _candidates(engine)
    return next((each for each in candidates if _runs(each, product.question)), None)


def _is_ready(engine: str) -> bool:
    found = find(engine) or _bring(engine)
    named = os.environ.get(engine.upper())
    if named and not found:
        print(f"{engine.upper()} names {named}, which doesn't run.")
    print(f"{PRODUCTS[engine].title} of the tests: {found}" if found else _help(engine), flush=True)
    return found is not None


def _help(engine: str) -> str:
    product = PRODUCTS[engine]
    packages = " ".join(product.packages)
    ways = [("on Debian:", f"apt-get install {DEBIANS} {packages}     (as root)")]
    if product.has_download:
        python = Path(sys.executable).name
        ways.append(("elsewhere:", f"{python} -m playwright install --with-deps {engine}"))
    ways.append(("or name one:", f"{engine.upper()}=/path/to/{product.names[0]} make test"))
    return "\n".join(
        [
            f"There is no {product.title} here, and none could be installed. Tests in it need one:",
            *(f"  {where:<13} {command}" for where, command in ways),
        ]
    )


def _candidates(engine: str) -> Iterator[str]:
    product = PRODUCTS[engine]
    yield from filter(None, map(shutil.which, product.names))
    if product.has_download:
        asked = _run([sys.executable, "-c", PLAYWRIGHTS_OWN, engine], quiet=True)
        if asked is not None:
            yield asked.strip()


def _runs(program: str, question: str) -> bool:
    """Whether it is there and starts: Ubuntu's package is only a note that says it's elsewhere,
    and a downloaded browser may lack a library."""
    return bool(_run([program, question], quiet=True))


def _bring(engine: str) -> str | None:
    if os.environ.get(engine.upper()):
        return None  # whoever names a browser doesn't want another
    for commands in _ways(engine):
        for command in commands:
            _run(command)
        find.cache_clear()
        if found := find(engine):
            return found
    return None


def _ways(engine: str) -> Iterator[list[Sequence[str]]]:
    """Ways to bring a browser, the lightest first."""
    product = PRODUCTS[engine]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    has_apt = is_root and shutil.which("apt-get") is not None
    if has_apt:
        yield [(*APT, "update"), (*APT, "install", DEBIANS, *product.packages)]
    if product.has_download:
        # With its libraries where it may install them.
        deps = ("--with-deps",) if has_apt else ()
        yield [(sys.executable, "-m", "playwright", "install", *deps, engine)]


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
