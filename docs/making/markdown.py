"""Pieces of Markdown."""

import re
from collections.abc import Iterable, Sequence

from .pictures import Picture

MADE = "<!-- Made by `make figures` from the code: change docs/making/ instead. -->"


def slug(text: str) -> str:
    """ "left shin" as a part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def code(text: str) -> str:
    return f"`{text}`"


def image(picture: Picture) -> str:
    return f"![{picture.words.description}](figures/{picture.name}.svg)"


def block(text: str) -> str:
    """Lines as they stand in a file."""
    return "\n".join(f"    {line}" for line in text.rstrip("\n").split("\n"))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def grid(cells: Sequence[str], across: int) -> str:
    """Cells side by side in a table without a head."""
    filled = [*cells, *[""] * (-len(cells) % across)]
    rows = [filled[at : at + across] for at in range(0, len(filled), across)]
    return table([""] * across, rows)


def page(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
