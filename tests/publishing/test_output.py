"""The output folder: what is written, what is left alone, what is removed, and what never is."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.domain.problem import Problem
from supple.publishing.file import File
from supple.publishing.ledger import ledger_file
from supple.publishing.output import publish
from supple.publishing.tally import Tally
from tests.guides import write_files

SITE = {"index.html": b"home", "a/one.html": b"one", "a/b/two.html": b"two"}


@dataclass(frozen=True)
class Site:
    """A guide's folder and its output."""

    guide: Path

    @property
    def output(self) -> Path:
        return self.guide / "_site"

    @property
    def ledger(self) -> Path:
        return ledger_file(self.guide, self.output)

    def publish(self, files: Mapping[str, bytes | Path], *, clean: bool = False) -> Tally | Problem:
        planned = [File(address, content) for address, content in files.items()]
        return publish(planned, self.guide, self.output, clean=clean)

    @property
    def files(self) -> dict[str, bytes]:
        """All there is below the output."""
        found = (file for file in self.output.rglob("*") if file.is_file())
        return {file.relative_to(self.output).as_posix(): file.read_bytes() for file in found}

    @property
    def folders(self) -> set[str]:
        found = (each for each in self.output.rglob("*") if each.is_dir())
        return {folder.relative_to(self.output).as_posix() for folder in found}

    @property
    def times(self) -> dict[str, int]:
        """When each file was last written, and its number on the disk."""
        return {
            name: (self.output / name).stat().st_mtime_ns ^ (self.output / name).stat().st_ino
            for name in self.files
        }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "guide").mkdir()
    return Site(tmp_path / "guide")


class TestWriting:
    def test_the_first_time_writes_every_file(self, site: Site) -> None:
        assert site.publish(SITE) == Tally(written=3)
        assert site.files == SITE

    def test_the_second_time_touches_nothing(self, site: Site) -> None:
        site.publish(SITE)
        before, ledger = site.times, site.ledger.stat().st_mtime_ns
        assert site.publish(SITE) == Tally(unchanged=3)
        assert site.times == before
        assert site.ledger.stat().st_mtime_ns == ledger

    def test_writes_only_what_has_changed(self, site: Site) -> None:
        site.publish(SITE)
        before = site.times
        assert site.publish({**SITE, "a/one.html": b"new"}) == Tally(written=1, unchanged=2)
        changed = {name for name, time in site.times.items() if time != before[name]}
        assert changed == {"a/one.html"}
        assert site.files["a/one.html"] == b"new"

    def test_clean_writes_everything_again(self, site: Site) -> None:
        site.publish(SITE)
        before = site.times
        assert site.publish(SITE, clean=True) == Tally(written=3)
        assert not site.times.items() & before.items()
        assert site.files == SITE

    def test_takes_a_files_bytes_from_where_it_lies(self, site: Site, tmp_path: Path) -> None:
        picture = tmp_path / "knee.png"
        picture.write_bytes(b"\x89PNG\0")
        assert site.publish({"knee.png": picture}) == Tally(written=1)
        assert site.files == {"knee.png": b"\x89PNG\0"}
        assert site.publish({"knee.png": picture}) == Tally(unchanged=1)

    def test_changes_back_what_somebody_has_edited(self, site: Site) -> None:
        site.publish(SITE)
        (site.output / "index.html").write_bytes(b"mine")
        assert site.publish(SITE) == Tally(written=1, unchanged=2)
        assert site.files == SITE

    def test_writes_again_what_somebody_has_removed(self, site: Site) -> None:
        site.publish(SITE)
        (site.output / "a/b/two.html").unlink()
        (site.output / "a/b").rmdir()
        assert site.publish(SITE) == Tally(written=1, unchanged=2)
        assert site.files == SITE

    def test_says_how_far_it_has_come(self, site: Site) -> None:
        steps: list[tuple[int, int]] = []
        files = [File(address, data) for address, data in SITE.items()]
        publish(files, site.guide, site.output, progress=lambda done, of: steps.append((done, of)))
        assert steps == [(1, 3), (2, 3), (3, 3)]


class TestRemoving:
    def test_what_is_gone_is_removed_with_the_folders_that_it_leaves_empty(
        self, site: Site
    ) -> None:
        site.publish(SITE)
        assert site.publish({"index.html": b"home"}) == Tally(unchanged=1, removed=2)
        assert site.files == {"index.html": b"home"}
        assert site.folders == set()

    def test_a_folder_in_which_something_is_left_stays(self, site: Site) -> None:
        site.publish(SITE)
        site.publish({"index.html": b"home", "a/one.html": b"one"})
        assert site.folders == {"a"}

    def test_files_of_others_are_never_removed(self, site: Site) -> None:
        write_files(site.output, {"CNAME": "example.org", "a/b/mine.txt": "mine"})
        site.publish(SITE)
        assert site.publish({}) == Tally(removed=3)
        assert site.files == {"CNAME": b"example.org", "a/b/mine.txt": b"mine"}

    def test_a_file_that_somebody_has_edited_since_is_left(self, site: Site) -> None:
        site.publish(SITE)
        (site.output / "a/one.html").write_bytes(b"mine")
        assert site.publish({"index.html": b"home"}) == Tally(unchanged=1, removed=1)
        assert site.files == {"index.html": b"home", "a/one.html": b"mine"}
        site.publish({"index.html": b"home"})
        assert "a/one.html" in site.files

    def test_a_file_may_become_a_folder_and_a_folder_a_file(self, site: Site) -> None:
        one = {"index.html": b"home", "x": b"a file", "y/z.txt": b"in a folder"}
        two = {"index.html": b"home", "x/z.txt": b"in a folder", "y": b"a file"}
        site.publish(one)
        assert site.publish(two) == Tally(written=2, unchanged=1, removed=2)
        assert site.files == two
        site.publish(one)
        assert site.files == one

    @pytest.mark.parametrize(
        "damage",
        [
            None,
            b"",
            b"\xff\xfe\x00",
            b"nonsense",
            b"[]",
            b'{"format": 1}',
            b'{"format": 1, "written": []}',
            b'{"format": 1, "written": {"index.html": "no list"}}',
            b'{"format": 2, "written": {"index.html": ["x"]}}',
            b'{"format": 1, "written": {"index.html": [null, 3]}}',
        ],
    )
    def test_without_a_ledger_that_can_be_read_nothing_is_removed(
        self, site: Site, damage: bytes | None
    ) -> None:
        site.publish(SITE)
        site.ledger.unlink()
        if damage is not None:
            site.ledger.write_bytes(damage)
        assert site.publish({"new.html": b"new"}) == Tally(written=1)
        assert site.files == {**SITE, "new.html": b"new"}
        assert site.publish({}) == Tally(removed=1)
        assert site.files == SITE

    def test_a_ledger_can_lead_nobody_out_of_the_output(self, site: Site) -> None:
        site.publish(SITE)
        outside = write_files(site.guide.parent, {"other/one.html": "one", "guide/mine.md": "one"})
        (site.output / "link").symlink_to(outside / "other")
        ledger = site.ledger.read_text()
        for name in ("../mine.md", "../../other/one.html", str(outside / "other/one.html")):
            ledger = ledger.replace('"a/one.html"', f'"{name}"')
            site.ledger.write_text(ledger)
            assert site.publish({"index.html": b"home", "a/b/two.html": b"two"}) == Tally(
                unchanged=2
            )
            ledger = ledger.replace(f'"{name}"', '"a/one.html"')
        site.ledger.write_text(ledger.replace('"a/one.html"', '"link/one.html"'))
        site.publish({})
        assert (outside / "other/one.html").read_bytes() == b"one"
        assert (outside / "guide/mine.md").read_bytes() == b"one"

    def test_what_is_gone_is_removed_after_the_guide_was_moved_too(self, site: Site) -> None:
        site.publish(SITE)
        moved = Site(site.guide.rename(site.guide.with_name("moved")))
        assert moved.publish({"index.html": b"home"}) == Tally(unchanged=1, removed=2)

    def test_a_folder_may_have_a_name_that_is_no_text(self, tmp_path: Path) -> None:
        site = Site(tmp_path / os.fsdecode(b"caf\xe9"))
        site.guide.mkdir()
        assert site.publish(SITE) == Tally(written=3)
        assert site.publish({}) == Tally(removed=3)

    def test_another_output_has_a_ledger_of_its_own(self, site: Site) -> None:
        site.publish(SITE)
        files = [File("index.html", b"home")]
        assert publish(files, site.guide, site.guide / "other") == Tally(written=1)
        assert site.files == SITE


class CrashError(BaseException):
    """As if the machine had stopped."""


@contextmanager
def stopping(after: int) -> Iterator[None]:
    """The machine stops when so many files have been written, moved or removed; then nobody
    tidies up."""
    left = after

    def then_stop(name: str) -> Callable[..., object]:
        real = getattr(Path, name)

        def step(*given: object, **named: object) -> object:
            nonlocal left
            if not left:
                raise CrashError
            left -= 1
            return real(*given, **named)

        return step

    def tidy(folder: Path, ignore_errors: bool) -> None:
        if left:
            rmtree(folder, ignore_errors)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("write_bytes", "replace", "unlink", "rmdir", "mkdir"):
            patch.setattr(Path, name, then_stop(name))
        patch.setattr("supple.publishing.output.rmtree", tidy)
        with suppress(CrashError):
            yield


PAGES = {
    "s/1.css": b"1",
    "index.html": b"s/1.css x/a.html y/gone.html",
    "x/a.html": b"s/1.css index.html",
    "x/gone.html": b"s/1.css x/a.html",
    "y/gone.html": b"s/1.css x/a.html",
}
LATER = {
    "s/2.css": b"2",
    "index.html": b"s/2.css x/a.html x/new.html",
    "x/a.html": b"s/2.css index.html x/new.html",
    "x/new.html": b"s/2.css index.html",
    "z/new.html": b"s/2.css index.html",
}
"""Pages that consist of what they refer to."""

STEPS = 40
"""More than any of these publications takes."""


def broken(site: Site) -> list[str]:
    """Pages, each with something that it refers to and that isn't there."""
    files = site.files
    return [
        f"{name}: {needed}"
        for name, data in files.items()
        if name.endswith(".html")
        for needed in data.decode().split()
        if needed not in files
    ]


CONTENTS = st.sampled_from([b"", b"a", b"b", b"longer"])
NAMES = st.sampled_from(["index.html", "a.html", "d", "d/a.html", "d/e", "d/e/a.html", "f"])
SITES = st.dictionaries(NAMES, CONTENTS).filter(
    lambda files: not any(str(above) in files for name in files for above in Path(name).parents)
)
"""Files that can lie in one folder: `d` is one, or a folder of others."""


class TestCrashes:
    @pytest.mark.parametrize("step", range(STEPS))
    def test_at_no_step_leave_a_page_without_what_it_refers_to(self, site: Site, step: int) -> None:
        with stopping(step):
            site.publish(PAGES)
        assert broken(site) == []
        site.publish(PAGES)
        with stopping(step):
            site.publish(LATER)
        assert broken(site) == []
        site.publish(LATER)
        assert site.files == LATER

    def test_leave_a_whole_new_site_or_none(self, site: Site) -> None:
        seen = set()
        for step in range(STEPS):
            with stopping(step):
                site.publish(PAGES)
            seen.add(len(site.files))
            rmtree(site.output, ignore_errors=True)
        assert seen == {0, len(PAGES)}

    @pytest.mark.parametrize("step", range(STEPS))
    def test_leave_nothing_behind_that_nobody_knows(self, site: Site, step: int) -> None:
        for first in ({}, {"index.html": b"old"}):
            if first:
                site.publish(first)
            with stopping(step):
                site.publish(SITE)
            site.publish({})
            assert site.files == {}
            assert site.folders == set()
            assert {each.name for each in site.guide.iterdir()} == {"_site", ".supple"}
            site.output.rmdir()

    def test_remove_nothing_of_others_at_the_next_time(self, site: Site) -> None:
        write_files(site.output, {"a/mine.html": "mine"})
        with stopping(5):
            site.publish(SITE)
        site.publish({})
        assert site.files == {"a/mine.html": b"mine"}

    def test_while_a_file_is_replaced_keep_the_old_one_and_no_other(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        site.publish(SITE)

        def full(self: Path, target: Path) -> None:
            raise OSError(28, "No space left on device", str(self), None, str(target))

        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space left"):
            site.publish({"index.html": b"new"})
        monkeypatch.undo()
        assert site.files == SITE

    @settings(max_examples=150, deadline=None)
    @given(data=st.data())
    def test_at_any_moment_are_made_good_by_the_next_time(
        self, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        site = Site(tmp_path_factory.mktemp("guide"))
        for _ in range(data.draw(st.integers(0, 3))):
            with stopping(data.draw(st.integers(0, 30))):
                site.publish(data.draw(SITES))
        last = data.draw(SITES)
        assert isinstance(site.publish(last), Tally)
        assert site.files == last
        assert site.folders == {
            str(folder) for name in last for folder in Path(name).parents if str(folder) != "."
        }
        assert {each.name for each in site.guide.iterdir()} == {"_site", ".supple"}


class TestObstacles:
    @pytest.mark.parametrize("lost", [False, True], ids=["", "the ledger is lost"])
    def test_a_file_of_others_in_a_new_pages_place_is_told_and_left(
        self, site: Site, lost: bool
    ) -> None:
        site.publish(SITE)
        write_files(site.output, {"hello.html": "mine"})
        if lost:
            site.ledger.unlink()
        said = site.publish({**SITE, "hello.html": b"hello", "index.html": b"home"})
        assert isinstance(said, Problem)
        assert said.message == "hello.html is there already, and Supple did not write it"
        assert site.files == {**SITE, "hello.html": b"mine"}

    def test_a_name_may_be_as_long_as_the_disk_takes(self, site: Site) -> None:
        name = f"{'a' * 250}.html"
        assert site.publish({name: b"a"}) == Tally(written=1)
        assert site.publish({name: b"b"}) == Tally(written=1)

    def test_a_name_that_is_longer_is_told_by_itself(self, site: Site) -> None:
        site.publish(SITE)
        name = f"{'a' * 251}.html"
        with pytest.raises(OSError, match=rf"_site/{name}'"):
            site.publish({**SITE, name: b"a"})
        assert site.files == SITE

    def test_a_file_of_others_where_a_folder_must_be_is_told_and_left(self, site: Site) -> None:
        write_files(site.output, {"a": "mine"})
        with pytest.raises(OSError, match="a"):
            site.publish(SITE)
        assert site.files["a"] == b"mine"

    def test_a_folder_of_others_where_a_file_must_be_is_told_and_left(self, site: Site) -> None:
        write_files(site.output, {"index.html/mine.txt": "mine"})
        with pytest.raises(OSError, match=r"index\.html"):
            site.publish({"a.html": b"a", **SITE})
        assert site.files == {"index.html/mine.txt": b"mine"}

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_may_not_be_written_to_is_told(self, site: Site) -> None:
        site.output.mkdir()
        site.output.chmod(0o500)
        with pytest.raises(PermissionError):
            site.publish(SITE)
        site.output.chmod(0o700)
        assert site.files == {}
