"""Built sites that several tests look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from supple.commands.report import problem_lines
from supple.pipeline import build

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Built:
    """A guide and the site that was built from it."""

    guide: Path
    folder: Path

    @property
    def pages(self) -> list[str]:
        """The addresses of all its pages, in order."""
        return [name for name in self.files if name.endswith(".html")]

    @property
    def files(self) -> dict[str, bytes]:
        """The bytes of every file by its address."""
        return dict(sorted(_files(self.folder)))

    def text(self, address: str) -> str:
        return (self.folder / address).read_text(encoding="utf-8")


def build_site(guide: Path, folder: Path) -> Built:
    """Build a guide that has no problems."""
    outcome = build(guide, folder)
    assert not outcome.problems, "\n".join(problem_lines(outcome.problems))
    return Built(guide, folder)


def copy_guide(folder: Path) -> Path:
    """A copy of this repository's guide. Its ledger won't be written into the checkout."""
    folder.mkdir(parents=True)
    write_settings(folder)
    copytree(REPOSITORY / "content", folder / "content")
    return folder


def write_settings(folder: Path) -> None:
    """This guide's settings, without PDFs: a build in another process would make them all."""
    settings = (REPOSITORY / "guide.yaml").read_text(encoding="utf-8")
    assert "  pdf: true" in settings
    (folder / "guide.yaml").write_text(
        settings.replace("  pdf: true", "  pdf: false"), encoding="utf-8"
    )


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()
