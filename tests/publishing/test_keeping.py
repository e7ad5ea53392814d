"""What a build keeps for the next one."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from supple.domain.problem import Place, Problem
from supple.publishing.keeping import PICTURES, PRINTS, kept_or_made

FAILURE = Problem(Place("x"), "pdf", "it can't be printed")


class Maker:
    """Makes capitals, and notes of what."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def all_of(
        self, folder: Path, sources: Mapping[str, str], maker: str = "one", kind: str = PICTURES
    ) -> dict[str, bytes | Problem]:
        def make(names: Iterable[str]) -> Iterator[tuple[str, bytes | Problem]]:
            for name in sorted(names, reverse=True):
                self.made.append(sources[name])
                text = sources[name].upper().encode()
                yield name, FAILURE if text == b"FAIL" else text

        return kept_or_made(folder, kind, sources, maker, make, lambda done, of: None)


def test_only_what_has_changed_is_made_again(tmp_path: Path) -> None:
    make = Maker()
    assert make.all_of(tmp_path, {"a": "x", "b": "y"}) == {"a": b"X", "b": b"Y"}
    assert make.all_of(tmp_path, {"a": "x", "b": "z"}) == {"a": b"X", "b": b"Z"}
    assert make.made == ["y", "x", "z"]


def test_another_maker_makes_everything_again(tmp_path: Path) -> None:
    make = Maker()
    make.all_of(tmp_path, {"a": "x"})
    make.all_of(tmp_path, {"a": "x"}, maker="two")
    assert make.made == ["x", "x"]


def test_nothing_gathers(tmp_path: Path) -> None:
    make = Maker()
    make.all_of(tmp_path, {"a": "x", "b": "y"})
    make.all_of(tmp_path, {"a": "x"})
    assert len(list((tmp_path / ".supple" / "pictures").iterdir())) == 1


def test_a_folder_that_cant_be_written_to_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".supple").write_text("a file")
    make = Maker()
    assert make.all_of(tmp_path, {"a": "x"}) == {"a": b"X"}
    assert make.all_of(tmp_path, {"a": "x"}) == {"a": b"X"}
    assert make.made == ["x", "x"]


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    make = Maker()
    sources = {"a": "fail", "b": "y"}
    assert make.all_of(tmp_path, sources) == {"a": FAILURE, "b": b"Y"}
    assert make.all_of(tmp_path, sources) == {"a": FAILURE, "b": b"Y"}
    assert make.made == ["y", "fail", "fail"]


def test_one_kind_doesnt_throw_away_another(tmp_path: Path) -> None:
    make = Maker()
    make.all_of(tmp_path, {"a": "x"})
    make.all_of(tmp_path, {"b": "y"}, kind=PRINTS)
    make.all_of(tmp_path, {"a": "x"})
    assert make.made == ["x", "y"]


def test_what_is_damaged_is_made_again(tmp_path: Path) -> None:
    make = Maker()
    make.all_of(tmp_path, {"a": "x"})
    (file,) = (tmp_path / ".supple" / PICTURES).iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"Y")
    assert make.all_of(tmp_path, {"a": "x"}) == {"a": b"X"}
    assert make.made == ["x", "x"]
