"""What one build keeps for the next because making it takes long: files that nobody misses."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from supple.domain.problem import Problem
from supple.publishing.ledger import FOLDER
from supple.sound import read_sound, sweep, write_sound
from supple.stamps import hash_of

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
        name: data for name, file in files.items() if (data := read_sound(file))
    }
    if missing := [name for name in sources if name not in made]:
        for name, result in make(missing):
            made[name] = _keep(files[name], result) if isinstance(result, bytes) else result
            progress(len(made), len(sources))
    sweep(folder, {file.name for file in files.values()})
    return {name: made[name] for name in sources}


def _name(source: str) -> str:
    return hash_of(source)


def _keep(file: Path, data: bytes) -> bytes:
    write_sound(file, data)
    return data
