"""What lies compressed beside a site's texts: the same for the same, no more and no less."""

import gzip
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import brotli
import pytest

from supple import processes
from supple.pipeline import build
from supple.publishing import compression
from supple.publishing.compression import BROTLI, GZIP, LEFT_OUT, compressed
from supple.publishing.file import File
from tests.guides import SETTINGS, write_guide
from tests.sites import Built

TEXT = b"<p>Lie on your back.</p>\n" * 100


@pytest.fixture
def gzip_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without the library for Brotli."""
    monkeypatch.setattr(compression, "encodings", lambda: (GZIP,))
    monkeypatch.setattr(compression, "has_brotli", lambda: False)


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    settings = f"{SETTINGS}outputs:\n  compressed: true\n  pdf: false\n"
    return write_guide(tmp_path / "guide", {"guide.yaml": settings})


def made(guide: Path, *, clean: bool = False) -> dict[str, bytes]:
    """The site that a build makes of a guide."""
    outcome = build(guide, guide / "_site", clean=clean, jobs=1)
    assert outcome.tally, outcome.problems
    return Built(guide, guide / "_site").files


def opened(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What was compressed, by the address of what it stands for."""
    for address, data in files.items():
        if address.endswith(".gz"):
            yield address.removesuffix(".gz"), gzip.decompress(data)
        if address.endswith(".br"):
            yield address.removesuffix(".br"), brotli.decompress(data)


class TestFiles:
    def test_come_in_both_forms(self) -> None:
        found = {each.address: each.data for each in compressed(File("a.html", TEXT))}
        assert [*found] == ["a.html.gz", "a.html.br"]
        assert dict(opened(found)) == {"a.html": TEXT}

    def test_say_nothing_of_when_or_where_they_were_made(self) -> None:
        data = next(compressed(File("a.html", TEXT))).data
        flags, time = data[3], data[4:8]
        assert (flags, time) == (0, bytes(4))

    @pytest.mark.parametrize(
        ("address", "data"),
        [
            ("a.png", TEXT),
            ("a.woff2", TEXT),
            ("sheets/a.pdf", TEXT),
            ("_headers", TEXT),
            ("a.html", TEXT[:1023]),
            ("a.svg", os.urandom(2000)),
        ],
    )
    def test_that_would_gain_nothing_stay_alone(self, address: str, data: bytes) -> None:
        assert [*compressed(File(address, data))] == []

    @pytest.mark.parametrize(
        "ending", [".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"]
    )
    def test_that_are_texts_are_worth_it(self, ending: str) -> None:
        assert len([*compressed(File(f"a{ending}", TEXT))]) == 2

    def test_that_still_fit_are_taken_as_they_are(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = [*compressed(File("a.html", TEXT))]
        for each in first:
            (tmp_path / each.address).write_bytes(each.data)

        def never(_: bytes) -> bytes:
            raise AssertionError

        ways = [compression.Encoding(each.ending, never, each.opened) for each in (GZIP, BROTLI)]
        monkeypatch.setattr(compression, "encodings", lambda: ways)
        assert [*compressed(File("a.html", TEXT), tmp_path)] == first

    @pytest.mark.parametrize("harm", ["other", "short", "more", "none", "noise"])
    def test_that_are_out_of_date_or_damaged_are_made_anew(self, tmp_path: Path, harm: str) -> None:
        first = [*compressed(File("a.html", TEXT))]
        others = [*compressed(File("a.html", TEXT.replace(b"back", b"side")))]
        for each, other in zip(first, others, strict=True):
            data = {
                "other": other.data,
                "short": each.data[:-3],
                "more": each.data + bytes(4),
                "none": b"",
                "noise": os.urandom(100),
            }[harm]
            (tmp_path / each.address).write_bytes(data)
        assert [*compressed(File("a.html", TEXT), tmp_path)] == first


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Brotli takes a second for a site's styles and scripts, at its best."""
    brotli_ = replace(BROTLI, compressed=partial(brotli.compress, quality=1))
    monkeypatch.setattr(compression, "encodings", lambda: (GZIP, brotli_))


@pytest.mark.usefixtures("quickly")
class TestSites:
    def test_have_none_unless_the_guide_asks_for_them(self, tmp_path: Path) -> None:
        files = made(write_guide(tmp_path / "guide"))
        assert [name for name in files if name.endswith((".gz", ".br"))] == []

    def test_have_every_text_that_is_worth_it(self, guide: Path) -> None:
        files = made(guide)
        for name, data in opened(files):
            assert data == files[name], name
        plain = {name for name in files if not name.endswith((".gz", ".br"))}
        expected = {each.address for name in plain for each in compressed(File(name, files[name]))}
        assert files.keys() - plain == expected
        assert {"index.html.gz", "index.html.br", "search.js.br"} <= expected
        assert any(name.startswith("static/") for name in expected)

    def test_are_the_same_by_one_process_or_several(
        self, guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        one = made(guide)
        monkeypatch.setattr(processes, "WORTHWHILE", 1)
        monkeypatch.setattr(compression, "AT_ONCE", 2)
        build(guide, tmp_path / "other", jobs=3)
        assert Built(guide, tmp_path / "other").files == one

    def test_that_change_come_to_what_a_clean_build_makes(self, guide: Path) -> None:
        made(guide)
        page = guide / "content/exercises/knee-hug.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nMore of it.\n", encoding="utf-8")
        (guide / "_site/index.html.gz").write_bytes(b"spoilt")
        (guide / "_site/search.js.br").unlink()
        assert made(guide) == made(guide, clean=True)

    def test_lose_them_with_their_page_and_with_the_setting(self, guide: Path) -> None:
        about = guide / "content/pages/about.md"
        about.write_text(f"---\ntitle: About\n---\n{'About us. ' * 200}\n", encoding="utf-8")
        assert {"about.html", "about.html.gz", "about.html.br"} <= made(guide).keys()
        about.unlink()
        assert not {"about.html", "about.html.gz", "about.html.br"} & made(guide).keys()
        (guide / "guide.yaml").write_text(SETTINGS, encoding="utf-8")
        assert [name for name in made(guide) if name.endswith((".gz", ".br"))] == []

    def test_never_take_the_place_of_somebody_elses_file(self, guide: Path) -> None:
        made(guide)
        theirs = guide / "_site/exercises/new.html.gz"
        theirs.write_bytes(b"theirs")
        page = (guide / "content/exercises/knee-hug.md").read_text(encoding="utf-8")
        (guide / "content/exercises/new.md").write_text(page, encoding="utf-8")
        outcome = build(guide, guide / "_site", jobs=1)
        assert outcome.tally is None
        assert "new.html.gz is there already" in outcome.problems[-1].message
        assert theirs.read_bytes() == b"theirs"

    def test_are_not_compressed_for_whoever_only_looks(self, guide: Path) -> None:
        build(guide, guide / "_site", jobs=1, compressing=False)
        assert not [*guide.rglob("*.gz"), *guide.rglob("*.br")]


@pytest.mark.usefixtures("gzip_only")
def test_without_the_library_there_is_no_brotli_and_the_build_says_so(guide: Path) -> None:
    outcome = build(guide, guide / "_site", jobs=1)
    assert outcome.left_out == (LEFT_OUT,)
    assert "pip install 'supple[brotli]'" in LEFT_OUT
    endings = {name.rpartition(".")[2] for name in Built(guide, guide / "_site").files}
    assert "gz" in endings
    assert "br" not in endings


@pytest.mark.usefixtures("gzip_only")
def test_who_wants_nothing_compressed_is_told_nothing(tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide")
    assert build(guide, guide / "_site", jobs=1).left_out == ()
