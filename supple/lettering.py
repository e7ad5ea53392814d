"""Letters that PDFs lack, because no font has them: the sheets' own has those of Latin script, and
for others the machine that prints has to have one."""

import re
from collections.abc import Collection, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Final

from supple.domain.problem import Place, Problem, Severity
from supple.preparing import Prepared
from supple.printing import press
from supple.printing.manuscript import Manuscript
from supple.printing.typesetting import unset
from supple.rendering.paper.type import known_letters

RULE: Final = "font"
MOST: Final = 12
"""So many letters are named."""

_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")


def lost_letters(prepared: Prepared, texts: Mapping[str, Manuscript]) -> tuple[Problem, ...]:
    """A warning for each file of the guide with letters that are left out of the PDFs of these
    `texts`. What there is no font for is known only by trying. Raises NoPressError."""
    used = {
        letter
        for text in texts.values()
        for page in text.pages
        for letter in _FOREIGN.findall(page.decode("utf-8"))
    }
    foreign = sorted(used - known_letters())
    if not foreign:
        return ()
    any_text = next(iter(texts.values()))
    [(_, result)] = press.printed({"letters": _specimen(foreign, any_text)}, make=unset)
    lost = result.decode("utf-8") if isinstance(result, bytes) else ""
    return tuple(_told(prepared.folder, lost)) if lost else ()


def _specimen(letters: Collection[str], like: Manuscript) -> Manuscript:
    """Letters as a sheet has them, in both of its weights."""
    styles = "".join(
        f'<link rel="stylesheet" href="/{name}">' for name in like.files if name.endswith(".css")
    )
    words = escape(" ".join(letters))
    page = (
        f'<!doctype html><html lang="en"><title>x</title>{styles}'
        f'<body><main class="sheet"><p>{words}</p><p><b>{words}</b></p></main>'
    )
    return Manuscript("letters.pdf", (page.encode("utf-8"),), like.files)


def _told(folder: Path, lost: str) -> Iterator[Problem]:
    """In each file where such a letter stands, the place of the first."""
    wanted = re.compile(f"[{re.escape(lost)}]")
    home = folder / "content"
    for file in (folder / "guide.yaml", *sorted((*home.rglob("*.md"), *home.rglob("*.yaml")))):
        text = file.read_text("utf-8", "replace")
        first = wanted.search(text)
        if not first:
            continue
        line = text.count("\n", 0, first.start()) + 1
        column = first.start() - text.rfind("\n", 0, first.start())
        found = dict.fromkeys(wanted.findall(text))
        named = ", ".join([*found][:MOST]) + (" and more" if len(found) > MOST else "")
        yield Problem(
            Place(file.relative_to(folder).as_posix(), line, column),
            RULE,
            f"PDFs lack {named}: neither the sheets’ font nor any of this machine has it",
            "install a font that has it, such as one of Google’s Noto fonts; or write it otherwise",
            Severity.WARNING,
        )
