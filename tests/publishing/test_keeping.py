"""What a build keeps for the next one."""

from collections.abc import Mapping
from pathlib import Path

from supple.publishing.keeping import kept_or_made


class Maker:
    """Makes capitals, and notes of what."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, text: str) -> bytes:
        self.made.append(text)
        return text.upper().encode()

    def all_of(
        self, folder: Path, sources: Mapping[str, str], maker: str = "one"
    ) -> dict[str, bytes]:
        return kept_or_made(folder, sources, maker, self, lambda done, of: None)


def test_only_what_has_changed_is_made_again(tmp_path: Path) -> None:
    make = Maker()
    assert make.all_of(tmp_path, {"a": "x", "b": "y"}) == {"a": b"X", "b": b"Y"}
    assert make.all_of(tmp_path, {"a": "x", "b": "z"}) == {"a": b"X", "b": b"Z"}
    assert make.made == ["x", "y", "z"]


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
