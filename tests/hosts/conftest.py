"""One server at a time, with the Unicode site at its top or in a folder of it."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from supple.publishing.compression import TEXTS, compressed
from supple.publishing.file import File
from tests.hosts.servers import Server, Share, started
from tests.sites import Built

SAMPLES = {f"sample{ending}": b"Stretch. " * 1000 for ending in TEXTS}
"""A file of each kind that is compressed: the site hasn't all of them."""


@dataclass(frozen=True, slots=True)
class Online:
    """A site on a server, and its address there, which ends with a slash."""

    site: Built
    server: Server
    base: str


@pytest.fixture(scope="session")
def shared(week_site: Built) -> Iterator[Path]:
    """A copy of the host that everybody may read, as a web server must. Pytest's own folders are
    closed to others. Files keep the rights with which they were published. Beside them lies what
    `outputs: compressed: true` makes."""
    with tempfile.TemporaryDirectory(prefix="supple-host-") as top:
        Path(top).chmod(0o755)
        host = copytree(week_site.folder.parents[1], Path(top) / "host")
        site = host.joinpath(*week_site.folder.parts[-2:])
        for address, data in {**week_site.files, **SAMPLES}.items():
            for each in (File(address, data), *compressed(File(address, data))):
                (site / each.address).write_bytes(each.data)
        yield host


@pytest.fixture(scope="session", params=["top", "folder"])
def place(request: pytest.FixtureRequest) -> str:
    """Where on the server the site lies."""
    name: str = request.param
    return name


@pytest.fixture(scope="session", params=Server, ids=str)
def online(
    request: pytest.FixtureRequest,
    place: str,
    shared: Path,
    week_site: Built,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Online]:
    """The site on each server, in each place."""
    server: Server = request.param
    inside = "/".join(week_site.folder.parts[-2:])
    share = Share(shared, f"{inside}/") if place == "folder" else Share(shared / inside, "")
    with started(server, share, tmp_path_factory.mktemp("server")) as base:
        yield Online(week_site, server, base)
