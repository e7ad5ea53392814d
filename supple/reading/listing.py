"""What lies in a guide's folder: the files to read, and what looks like one but is none."""

import os
import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

from supple.domain.problem import Place, Problem, Severity

VOCABULARIES = ("cautions.yaml", "sources.yaml", "targets.yaml", "equipment.yaml")
PAGE_FOLDERS = ("exercises", "routines", "pages")

LINKED_FOLDER = "this folder is a link, so nothing in it is published"
FOLDER_ITSELF = "put the folder itself here"
LEADS_OUT = (
    "this file is a link that leads out of the guide",
    "put the file itself here, if everybody may see it",
)

_TEXT = re.compile(r"\.(?:md|markdown|yaml|yml)$", re.IGNORECASE)
_OF_SYSTEMS = frozenset(("thumbs.db", "desktop.ini", "icon\r"))


@dataclass(frozen=True, slots=True)
class Listing:
    """The files below `content/`, counted from there, and what is wrong with others: `broken`
    names files and folders that are there but can't be read. Empty: `content/` itself."""

    files: tuple[str, ...]
    broken: frozenset[str]
    problems: tuple[Problem, ...]


def list_content(root: Path) -> Listing:
    """Every file of a guide's content. Its folder, and those of its pages, may be links to
    folders elsewhere: many people keep them where several computers share them."""
    content = root / "content"
    homes = (root, content, *(content / name for name in PAGE_FOLDERS))
    walk = _Walk([Path(os.path.realpath(home)) for home in homes])
    if content.is_dir():
        walk.folder(content, "", ())
    elif os.path.lexists(content):
        walk.refuse("", "no folder can be read here", "make a folder of that name for the pages")
    return Listing(tuple(sorted(walk.files)), frozenset(walk.broken), tuple(walk.problems))


def list_static(root: Path) -> tuple[dict[str, Path], tuple[Problem, ...]]:
    """A guide's own static files by their names, and what is wrong with others. All that lies in
    `static/` is published, so links out of the guide aren't followed; the folder itself may be
    one."""
    home = root / "static"
    homes = [root.resolve(), home.resolve()]
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for file in sorted(home.rglob("*")):
        name = file.relative_to(home).as_posix()
        if any(part.startswith(".") for part in name.split("/")):
            continue
        place = Place(f"static/{name}")
        if file.is_file():
            real = file.resolve()
            if any(real.is_relative_to(each) for each in homes):
                files[name] = file
            else:
                problems.append(Problem(place, "file", *LEADS_OUT))
        elif file.is_symlink():
            why = (LINKED_FOLDER, FOLDER_ITSELF) if file.is_dir() else _why_no_file(file)
            problems.append(Problem(place, "file", *why, Severity.WARNING))
    return files, tuple(problems)


@dataclass(slots=True)
class _Walk:
    """The way through a folder. What is published must lie in one of the guide's `homes`: a link
    to a file elsewhere would make it public."""

    homes: list[Path]
    files: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def folder(self, folder: Path, name: str, above: tuple[Path, ...]) -> None:
        """A folder, its links followed. `above`: the folders that led here, as they really are."""
        real = Path(os.path.realpath(folder))
        if any(each.is_relative_to(real) for each in above):
            message = "this folder is a link to one that it lies in itself"
            self.warn(name, message, "take the link out")
            return
        if not self.is_home(real):
            message = "this folder is a link that leads out of the guide, so nothing in it is read"
            self.warn(name, message, FOLDER_ITSELF)
            return
        try:
            found = sorted(each.name for each in folder.iterdir() if not is_noise(each.name))
        except OSError as error:
            message = f"the folder can't be read: {error.strerror}"
            self.refuse(name, message, "see who may read it, then try again")
            return
        for each in found:
            self.thing(folder / each, posixpath.join(name, each), (*above, real))

    def thing(self, path: Path, name: str, above: tuple[Path, ...]) -> None:
        """Whatever has a name in a folder."""
        # These tell of any trouble that it isn't there, where Path's methods raise some of it.
        is_folder, is_file = os.path.isdir(path), os.path.isfile(path)  # noqa: PTH112, PTH113
        if is_folder and is_text(name):
            ending = posixpath.splitext(name)[1]
            hint = f"take {ending} out of its name, or put the file in its place"
            self.refuse(name, "this is a folder, and a text is a file", hint)
        elif is_folder:
            self.folder(path, name, above)
        elif name in PAGE_FOLDERS:
            message = "this is no folder that can be read"
            self.refuse(name, message, f"make a folder {name} here, with a file for each page")
        elif is_file:
            self.file(path, name)
        elif is_text(name):
            self.refuse(name, *_why_no_file(path))
        else:
            self.warn(name, *_why_no_file(path))

    def file(self, path: Path, name: str) -> None:
        if not is_text(name) and path.is_symlink() and not self.is_home(path.resolve()):
            self.refuse(name, *LEADS_OUT)
        else:
            self.files.append(name)

    def is_home(self, real: Path) -> bool:
        return any(real.is_relative_to(home) for home in self.homes)

    def refuse(self, name: str, message: str, hint: str) -> None:
        self.problems.append(Problem(_place(name), "file", message, hint))
        self.broken.add(name)

    def warn(self, name: str, message: str, hint: str) -> None:
        self.problems.append(Problem(_place(name), "file", message, hint, Severity.WARNING))


def _place(name: str) -> Place:
    return Place(f"content/{name}".rstrip("/"))


def _why_no_file(path: Path) -> tuple[str, str]:
    if path.is_symlink() and not path.exists():
        return "this is a link to a file that isn't there", "put the file itself here"
    return "this is no file that can be read", "put a file in its place"


def is_noise(name: str) -> bool:
    """Whether systems and editors put a file of this name beside one's own."""
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _OF_SYSTEMS


def is_text(name: str) -> bool:
    """Whether a file has the ending of a page or a vocabulary, or nearly."""
    return bool(_TEXT.search(name))
