"""Whether the file of a figure's picture is one: by its first bytes, or its root as SVG."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.parsers import expat

from supple.domain.exercise import Exercise
from supple.domain.problem import Problem, Severity
from supple.domain.prose import Picture

LARGEST_SVG: Final = 5_000_000
"""The most bytes of a drawing that are looked through: more than anybody wants to load."""
SVG: Final = "http://www.w3.org/2000/svg"
FIRST_BYTES: Final = (
    (b"\x89PNG\r\n\x1a\n", 0),
    (b"\xff\xd8\xff", 0),
    (b"GIF87a", 0),
    (b"GIF89a", 0),
    (b"WEBP", 8),
    (b"ftypavif", 4),
    (b"ftypavis", 4),
)
"""How pictures made of points begin, and from which byte on."""

Fault = tuple[str, str, Severity]
"""What is wrong with a picture, what to do about it, and how bad it is."""


def check_pictures(root: Path, exercises: Iterable[Exercise]) -> Iterator[Problem]:
    """A problem for each figure's picture below a guide's folder that is no picture. One that
    isn't there is told elsewhere."""
    for exercise in exercises:
        for figure in exercise.figures:
            if isinstance(figure, Picture):
                fault = _of_file(root / "content" / figure.target)
                if fault:
                    what, hint, severity = fault
                    message = f"image: content/{figure.target} {what}"
                    yield Problem(figure.place, "picture", message, hint, severity)


def _of_file(file: Path) -> Fault | None:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_SVG + 1 if file.suffix.lower() == ".svg" else 32)
    except OSError:
        return None
    return fault_of(data, is_svg=file.suffix.lower() == ".svg")


def fault_of(data: bytes, *, is_svg: bool) -> Fault | None:
    """What is wrong with a picture of these bytes (of one made of points, the first 32)."""
    if not data.strip():
        return "is empty", "save the picture anew", Severity.ERROR
    if is_svg:
        return _fault_of_svg(data)
    if any(data.startswith(first, start) for first, start in FIRST_BYTES):
        return None
    hint = "open it in a picture program, and save it as PNG, JPEG or WebP"
    return "is no picture, whatever its name says", hint, Severity.ERROR


class _NotSvgError(Exception):
    """Carries the fault that ends the reading."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault[0])
        self.fault = fault


def _fault_of_svg(data: bytes) -> Fault | None:
    if len(data) > LARGEST_SVG:
        most = f"{LARGEST_SVG // 1_000_000} MB"
        return f"is larger than {most}", "save it smaller, or as PNG", Severity.ERROR
    scripts: list[str] = []
    depth = 0

    def begins(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        if depth == 0 and name != f"{SVG} svg":
            raise _NotSvgError(_wrong_root(name))
        depth += 1
        if name.rpartition(" ")[2] == "script" or any(map(_runs, attributes.items())):
            scripts.append(name)

    def declares(*_: object) -> None:
        hint = "save it as plain SVG, without a DOCTYPE that declares entities"
        raise _NotSvgError(("declares entities, which no picture needs", hint, Severity.ERROR))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begins
    parser.EntityDeclHandler = declares
    try:
        parser.Parse(data, True)
    except _NotSvgError as found:
        return found.fault
    except (expat.ExpatError, LookupError, ValueError) as error:
        where = f" (line {error.lineno})" if isinstance(error, expat.ExpatError) else ""
        hint = "open it in a drawing program, and save it anew as SVG"
        return f"is broken: no browser can read it as SVG{where}", hint, Severity.ERROR
    if scripts:
        hint = "save it as plain SVG, or take <script> and on… attributes out"
        return "holds a script, and pictures don't need any", hint, Severity.WARNING
    return None


def _wrong_root(name: str) -> Fault:
    if name == "svg":
        hint = f'write <svg xmlns="{SVG}" …> in its first line'
        return "is SVG without its namespace, so browsers don't show it", hint, Severity.ERROR
    shown = name.rpartition(" ")[2]
    hint = "name a file that a drawing program has saved as SVG"
    return f"is no SVG: it begins with <{shown}>", hint, Severity.ERROR


def _runs(attribute: tuple[str, str]) -> bool:
    name, value = attribute
    link = name.rpartition(" ")[2] == "href"
    return name.startswith("on") or (link and value.strip().lower().startswith("javascript:"))
