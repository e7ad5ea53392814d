"""How high each part of a card is, in millimetres: its lines are counted, as nothing is printed
yet."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from supple.rendering.paper.card_measures import Measures
from supple.rendering.paper.decks import Block, BlockKind, Subject
from supple.rendering.paper.type import MM_PER_POINT, NO_BREAK, Run, run_lines
from supple.rendering.wording import Wording

HEADING_LEADING: Final = 1.08
IMAGE: Final = 20.0
"""How high a picture within a text may be."""


def head_height(subject: Subject, m: Measures, say: Wording, *, parted: bool = False) -> float:
    """The title's."""
    if not subject.title:
        return 0
    lines = title_lines(subject, m.title, m, say, parted=parted)
    points = m.title
    if lines > 1:
        points = m.long_title
        lines = title_lines(subject, points, m, say, parted=parted)
    height = lines * points * HEADING_LEADING * MM_PER_POINT
    return (max(m.disc, height + 0.5) if subject.number else height) + m.gap


def title_lines(subject: Subject, points: float, m: Measures, say: Wording, *, parted: bool) -> int:
    mode = f" {subject.mode}" if subject.mode else ""
    part = f" {say('cards.part', n=9, of=9)}" if parted else ""
    runs: list[Run] = [(subject.title, 700), (f"{mode}{part}", 400)]
    return run_lines(runs, points, m.width - (m.indent if subject.number else 0))


def over_height(subject: Subject, m: Measures) -> float:
    """That of the title of all cards, on the first."""
    if not subject.over:
        return 0
    title = run_lines([(subject.over, 700)], m.title, m.width)
    facts = run_lines([(subject.facts.striptags(), 400)], m.text, m.width)
    return title * m.title * HEADING_LEADING * MM_PER_POINT + facts * m.line_height + 2 * m.gap


def look_height(subject: Subject, m: Measures, picture: float) -> float:
    """That of the pictures, and of the dosage below them."""
    height = 0.0
    if subject.figures:
        width = m.width / len(subject.figures) - 1
        captions = (run_lines([(each.caption, 400)], m.text, width) for each in subject.figures)
        height += picture + max(captions) * m.text * MM_PER_POINT + m.picture_gap
    if subject.dosage:
        lines = 1
        if run_lines([(", ".join(subject.dosage), 700)], m.dose, m.width) > 1:
            lines = sum(run_lines([(f"{each},", 700)], m.dose, m.width) for each in subject.dosage)
        height += lines * m.dose * HEADING_LEADING * MM_PER_POINT + m.dose_frame
    return height


def foot_runs(subject: Subject, unreviewed: str, say: Wording) -> list[Run]:
    """When to stop, and that nobody has reviewed it."""
    stop: list[Run] = [(say("cards.stop"), 700), (f" {subject.stop} ", 400)] if subject.stop else []
    return [*stop, (unreviewed, 400)]


def foot_height(foot: Sequence[Run], m: Measures) -> float:
    """That of a foot, which has 12 points on all cards."""
    lines = run_lines(foot, 12, m.width)
    return lines * 12 * 1.1 * MM_PER_POINT + m.foot_gap if lines else 0


def block_height(block: Block, subject: Subject, m: Measures) -> float:
    is_item = block.kind in (BlockKind.STEP, BlockKind.ITEM)
    indent = (1.75 if subject.steps > 9 else 1.2) * m.text * MM_PER_POINT if is_item else 0
    is_strong = block.kind is BlockKind.HEADING or "<strong" in block.text or "<b" in block.text
    label: list[Run] = [(f"{block.label} ", 700)] if block.label and not is_item else []
    where: list[Run] = [(f"{NO_BREAK}({block.where})", 400)] if block.where else []
    runs: list[Run] = [*label, (plain(block.text), 700 if is_strong else 400), *where]
    boxed = block.kind is BlockKind.CARE
    lines = run_lines(runs, m.text, m.width - indent, 2.45 if boxed else 0)
    frame = 1 + max(0, (m.text + 1.8) * MM_PER_POINT - m.line_height) if boxed else 0
    images = str(block.text).count("<img") * IMAGE
    return lines * m.line_height + frame + images + (m.step_gap if is_item else m.gap)


def plain(text: Markup) -> str:
    return text.striptags()
