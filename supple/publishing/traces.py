"""Whether anything has changed since the last build, seen from outside: by the names, sizes and
times of files. That is known before anything is loaded that takes long.

It is a shortcut and nothing else: whatever it isn't sure of, a build looks at.
"""

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from supple import starter
from supple.domain.problem import Place, Problem, Severity
from supple.publishing.ledger import FOLDER, ledger_file
from supple.stamps import Stamp, digest_of, fits, hash_of, stamp_of

_FORMAT: Final = 1
_SOURCES: Final = ("guide.yaml", "content", "templates", "static")
_PACKAGE: Final = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Traces:
    """How a guide looks from outside, and what would make its site."""

    stamps: Mapping[str, Stamp]
    supple: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the last build came to, where the next would come to the same. `left_out` says in
    sentences what the site lacks."""

    files: int
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()


def traces_of(guide: Path, output: Path) -> Traces:
    """To be looked at before the guide is read. Raises OSError."""
    at = time.time_ns()
    stamps = {name: stamp_of(Path(entry.path), entry.stat(), at) for name, entry in _files(guide)}
    # Names at the guide's top can be mistakes, of which a build tells.
    tops = (each.name for each in _entries(guide) if each.name not in (output.name, FOLDER))
    return Traces(stamps | {f"./{name}": "is there" for name in sorted(tops)}, made_by())


def unchanged(guide: Path, output: Path, options: Mapping[str, bool]) -> Known | None:
    """What a build with these options would come to, if that is what it came to the last time."""
    try:
        data = json.loads(_file(guide, output).read_bytes())
        if data["format"] != _FORMAT or data["options"] != options:
            return None
        now = traces_of(guide, output)
        same = now.supple == data["supple"] and _same(data["sources"], now.stamps, guide)
        if not same or digest_of(ledger_file(guide, output)) != data["ledger"]:
            return None
        if not all(fits(f"{output}/{name}", stamp) for name, stamp in data["output"].items()):
            return None
        problems = tuple(map(_problem, data["problems"]))
        return Known(len(data["output"]), problems, tuple(data["left_out"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def remember(
    traces: Traces,
    guide: Path,
    output: Path,
    options: Mapping[str, bool],
    addresses: Sequence[str],
    ledger: str,
    problems: Sequence[Problem],
    left_out: Sequence[str],
) -> None:
    """Note what a build came to: of the guide as these traces show it, these files in the output,
    a ledger with this hash, and what was told. Where it can't be noted, the next build takes its
    time."""
    try:
        at = time.time_ns()
        places = {name: f"{output}/{name}" for name in addresses}  # a Path would take longer
        stamps = {name: stamp_of(file, os.stat(file), at) for name, file in places.items()}  # noqa: PTH116
        if digest_of(ledger_file(guide, output)) != ledger:
            return  # another build has been there since
        data = {
            "format": _FORMAT,
            "options": options,
            "supple": traces.supple,
            "sources": traces.stamps,
            "output": stamps,
            "ledger": ledger,
            "problems": [_told(problem) for problem in problems],
            "left_out": left_out,
        }
        file = _file(guide, output)
        aside = file.with_suffix(".new")
        aside.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
        aside.replace(file)
    except OSError:
        pass


def _files(guide: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    for entry in _entries(guide):
        if entry.name in _SOURCES:
            yield from _below(entry, entry.name)


def _below(entry: "os.DirEntry[str]", name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """A file, or the files in a folder. A link may lead anywhere, so there it isn't sure."""
    if entry.is_symlink():
        raise OSError(f"{name} is a link")
    if entry.is_dir():
        for each in _entries(entry.path):
            yield from _below(each, f"{name}/{each.name}")
    else:
        yield name, entry


def _entries(folder: str | Path) -> list["os.DirEntry[str]"]:
    with os.scandir(folder) as found:
        return [*found]


def _same(before: Mapping[str, Stamp], now: Mapping[str, Stamp], guide: Path) -> bool:
    if before.keys() != now.keys():
        return False
    different = (name for name, stamp in before.items() if stamp != now[name])
    return all(_has(guide / name, before[name]) for name in different)


def _has(path: Path, stamp: Stamp) -> bool:
    """Whether a file's content is known, and still the same."""
    return isinstance(stamp, str) and path.is_file() and digest_of(path) == stamp


def made_by() -> str:
    """What makes the site: Supple's own files, Python, and the versions of the libraries."""
    own = (
        (name, found.st_size, found.st_mtime_ns)
        for top in (_PACKAGE, starter.templates(), starter.static())
        for name, entry in _under(top)
        if not name.endswith(".pyc")
        for found in [entry.stat()]
    )
    libraries = (
        entry.name
        for folder in sys.path
        if Path(folder).is_dir()
        for entry in _entries(folder or ".")
        if entry.name.endswith(".dist-info")
    )
    made_by = repr((sys.version, sorted(own), sorted(libraries)))
    return hash_of(made_by)


def _under(top: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    for entry in _entries(top):
        if entry.is_dir():
            yield from _under(Path(entry.path))
        else:
            yield entry.path, entry


def _file(guide: Path, output: Path) -> Path:
    record = ledger_file(guide, output)
    return record.with_name(record.name.replace("written-", "seen-"))


def _told(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "place": [place.path, place.line, place.column],
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "severity": problem.severity.value,
    }


def _problem(told: Mapping[str, Any]) -> Problem:
    severity = Severity(told["severity"])
    return Problem(Place(*told["place"]), told["rule"], told["message"], told["hint"], severity)
