"""The guide that one begins with: a few pages of Supple's own guide, and settings of its own."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from supple import starter

PAGES = (
    "exercises/double-knee-to-chest.md",
    "exercises/knee-rolls.md",
    "exercises/lie-down-break.md",
    "exercises/pelvic-tilt.md",
    "exercises/single-knee-to-chest.md",
    "pages/safety.md",
    "routines/morning-start-in-bed.md",
    "routines/three-minute-lie-down-break.md",
)
"""What it takes of `content/`. pyproject.toml puts the same files into the wheel."""

WHOLE = ("equipment.yaml", "targets.yaml")
"""Words that an author looks up and chooses from."""

NEEDED = ("cautions.yaml", "sources.yaml")
"""Of these only what its pages refer to, and what that refers to in turn."""

OWN = {
    ".gitignore": "gitignore",
    ".github/workflows/site.yml": "site.yml",
    "content/home.md": "home.md",
    "content/pages/about.md": "about.md",
    "guide.yaml": "guide.yaml",
}
"""Its own files, and how they are called beside this module."""

PLACEHOLDER = b"id: my-guide"
_FILES = Path(__file__).parent / "files"


def first_guide(name: str) -> Mapping[str, bytes]:
    """The files of a new guide whose id is `name`, by their place in its folder."""
    own = {place: (_FILES / file).read_bytes() for place, file in OWN.items()}
    settings = own["guide.yaml"].replace(PLACEHOLDER, f"id: {name}".encode())
    content = {f"content/{file}": text.encode() for file, text in _content().items()}
    return dict(sorted({**own, "guide.yaml": settings, **content}.items()))


def _content() -> Mapping[str, str]:
    home = starter.content()
    taken = {file: (home / file).read_text(encoding="utf-8") for file in (*PAGES, *WHOLE)}
    for file in NEEDED:
        taken[file] = _needed((home / file).read_text(encoding="utf-8"), taken.values())
    return taken


def _needed(vocabulary: str, texts: Iterable[str]) -> str:
    """Those blocks of a vocabulary whose words the texts list, below its first comment."""
    listed = re.compile(r"^ *- (?:source: )?([\w-]+)$", re.MULTILINE)
    words = {word for text in texts for word in listed.findall(text)}
    first, *blocks = re.split(r"^(?=[\w-]+:\s*$)", vocabulary, flags=re.MULTILINE)
    return first + "".join(block for block in blocks if block.partition(":")[0] in words)
