"""The edits whose price is measured, each with a number that makes it new."""

from pathlib import Path
from typing import Final

from bench.corpus import Corpus
from bench.tools.tool import Tool

FOOT: Final = "General information, not a diagnosis."
"""Stands at the foot of all templates here."""


def edit_body(tool: Tool, folder: Path, guide: Corpus, number: int) -> tuple[str, str]:
    """Add a sentence to an exercise. Gives the address of a page that must show it, and what."""
    exercise = edited(guide, number)
    file = tool.exercise_file(folder, exercise)
    sentence = f"Added sentence {number}."
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")
    return f"exercises/{exercise}.html", sentence


def edit_title(tool: Tool, folder: Path, guide: Corpus, number: int) -> tuple[str, str]:
    """Give an exercise another title, which its own page shows, and lists."""
    exercise = edited(guide, number)
    title = f"Other title {number}"
    file = tool.exercise_file(folder, exercise)
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("title: "))
    lines[at] = f"title: {title}"
    file.write_text("\n".join(lines), encoding="utf-8")
    return f"exercises/{exercise}.html", title


def edit_template(tool: Tool, folder: Path, guide: Corpus, number: int) -> tuple[str, str]:
    """Add a sentence to the foot of every page."""
    file = folder / tool.template
    sentence = f"Foot {number}."
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(FOOT, f"{FOOT} {sentence}", 1), encoding="utf-8")
    return f"exercises/{edited(guide, number)}.html", sentence


def edited(guide: Corpus, number: int) -> str:
    """The exercise that is edited: another one each time."""
    return guide.exercises[number * 7 % len(guide.exercises)].slug
