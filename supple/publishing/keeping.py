"""What one build keeps for the next because making it takes long: files that nobody misses."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from supple.domain.problem import Problem
from supple.publishing.ledger import FOLDER

PICTURES: Final = "pictures"
PRINTS: Final = "prints"
READ: Final = "read"
TEMPLATES: Final = "templates"


def kept_or_made(
    guide: Path,
    kind: str,
    sources: Mapping[str, str],
    maker: str,
    make: Callable[[Iterable[str]], Iterable[tuple[str, bytes | Problem]]],
    progress: Callable[[int, int], None],
) -> dict[str, bytes | Problem]:
    """What is made of each source, by its name: what an earlier build has kept of just this
    source by just this maker, or else made now. `make` is given the names of those that are to be
    made, and says for each, in any order, what came of it; a problem isn't kept.
    What no source stands for any more is thrown away. A folder that can't be written to costs time
    and nothing else."""
    folder = guide / FOLDER / kind
    files = {name: folder / _name(maker + text) for name, text in sources.items()}
    made: dict[str, bytes | Problem] = {
        name: data for name, file in files.items() if (data := _read(file))
    }
    if missing := [name for name in sources if name not in made]:
        for name, result in make(missing):
            made[name] = _keep(files[name], result) if isinstance(result, bytes) else result
            progress(len(made), len(sources))
    _sweep(folder, {file.name for file in files.values()})
    return {name: made[name] for name in sources}


def _name(source: str) -> str:
    return sha256(source.encode("utf-8")).hexdigest()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _keep(file: Path, data: bytes) -> bytes:
    aside = file.with_suffix(".new")  # so that half of it is never taken for the whole
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
        aside.replace(file)
    except OSError:
        pass
    return data


def _sweep(folder: Path, wanted: set[str]) -> None:
    try:
        for file in folder.iterdir():
            if file.name not in wanted:
                file.unlink(missing_ok=True)
    except OSError:
        pass
