"""The tests of the page's script, its types, and whether the bundle is made from its sources."""

import subprocess

import pytest

from tests.sites import REPOSITORY
from tests.tools import require, require_packages

FRONTEND = REPOSITORY / "frontend"
NODE = 18


@pytest.mark.parametrize("script", ["test", "types", "check-bundle"])
def test_the_script_passes_its_own(script: str) -> None:
    require("node", NODE)
    npm = require("npm")
    require_packages(FRONTEND)
    done = subprocess.run(
        [npm, "run", "--silent", script],
        cwd=FRONTEND,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
