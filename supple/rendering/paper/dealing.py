"""Which text stands on which card: lines are counted before anything is printed, and what is too
long for a card goes on to another one.

Heights are in millimetres, and the same as in static/cards.css; tests compare both on real PDFs.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import inf
from textwrap import wrap
from typing import Final

from markupsafe import Markup, escape

from supple.domain.paper import CardForm, CardSize, Paper
from supple.rendering.paper.decks import Block, BlockKind, Face, Subject
from supple.rendering.paper.type import MM_PER_POINT, Run, run_lines
from supple.rendering.views.figures import FigureView
from supple.rendering.wording import Wording

HEADING_LEADING: Final = 1.08
SLACK: Final = 0.8
"""What a card's estimate may be short by, millimetres."""
IMAGE: Final = 20.0
"""How high a picture within a text may be."""
MOST_LETTERS: Final = 300
"""A text with more might be too high for a small card, so it is cut into pieces."""
FEW_LETTERS: Final = 200


@dataclass(frozen=True, slots=True)
class Measures:
    """A side's measures: type in points, all else in millimetres. `pictures` are the heights
    that a picture may have, by their names, the largest first."""

    width: float
    height: float
    text: float
    leading: float
    title: float
    long_title: float
    dose: float
    dose_frame: float
    indent: float
    disc: float
    step_gap: float
    gap: float
    foot_gap: float
    picture_gap: float
    pictures: tuple[tuple[str, float], ...]
    name: str = ""

    @property
    def line_height(self) -> float:
        return self.text * self.leading * MM_PER_POINT


A6: Final = Measures(
    width=91,
    height=134.4,
    text=13,
    leading=1.16,
    title=17,
    long_title=14,
    dose=20,
    dose_frame=5.1,
    indent=9.4,
    disc=7.6,
    step_gap=0.4,
    gap=1.4,
    foot_gap=2.2,
    picture_gap=3,
    pictures=(("large-picture", 44), ("medium-picture", 34), ("small-picture", 24)),
)
A6_SNUG: Final = replace(
    A6,
    name="snug-text",
    text=12,
    leading=1.14,
    dose=17,
    pictures=(("medium-picture", 34), ("small-picture", 24)),
)
A6_TIGHT: Final = replace(
    A6,
    name="tight-text",
    text=12,
    leading=1.1,
    dose=15.5,
    dose_frame=3.2,
    step_gap=0.2,
    gap=0.8,
    picture_gap=1.2,
    pictures=(("small-picture", 24), ("tiny-picture", 20)),
)
A6_FRONT: Final = replace(
    A6,
    name="front",
    title=20,
    long_title=15,
    dose=24,
    pictures=(
        ("huge-picture", 62),
        ("large-picture", 44),
        ("medium-picture", 34),
        ("small-picture", 24),
    ),
)
INDEX: Final = Measures(
    width=66.2,
    height=117.5,
    text=12,
    leading=1.12,
    title=15,
    long_title=12.5,
    dose=15,
    dose_frame=2.8,
    indent=9.4,
    disc=7.6,
    step_gap=0,
    gap=0.6,
    foot_gap=1.4,
    picture_gap=1.2,
    pictures=(("large-picture", 30), ("medium-picture", 21), ("small-picture", 15)),
)
INDEX_TIGHT: Final = replace(
    INDEX,
    name="tight-text",
    leading=1.08,
    title=14,
    dose=13,
    dose_frame=2.2,
    gap=0.4,
    pictures=(("small-picture", 15),),
)
INDEX_FRONT: Final = replace(
    INDEX,
    name="front",
    title=17,
    long_title=13,
    dose=19,
    pictures=(
        ("huge-picture", 50),
        ("large-picture", 30),
        ("medium-picture", 21),
        ("small-picture", 15),
    ),
)


def deal(
    subjects: Iterable[Subject], form: CardForm, unreviewed: str, say: Wording
) -> tuple[Face, ...]:
    """The sides of all cards in their order. `unreviewed` stands on each, if it isn't empty."""
    return tuple(
        face
        for number, subject in enumerate(subjects)
        for face in _faces(number, subject, form, unreviewed, say)
    )


def in_pieces(block: Block) -> Iterator[Block]:
    """A block, or the pieces of one that might be too high for a card. They lose its emphasis,
    and no word."""
    plain = _plain(block.text)
    if len(plain) <= MOST_LETTERS or "<img" in block.text:
        yield block
        return
    for number, piece in enumerate(wrap(plain, FEW_LETTERS, break_on_hyphens=False)):
        kind = block.kind if not number else BlockKind.TEXT
        label = block.label if not number else ""
        yield replace(block, kind=kind, text=Markup(escape(piece)), label=label)


def _faces(
    number: int, subject: Subject, form: CardForm, unreviewed: str, say: Wording
) -> list[Face]:
    """A subject's sides, set so that there are as few as can be, and its picture as large."""
    plain, front = _measures(form)
    foot = _foot(subject, unreviewed, say)
    if form.duplex and subject.number:
        everything = range(len(subject.blocks))
        sides = _texts(subject, everything, plain[0], foot, say)
        parts = (len(sides) + 2) // 2
        look = _look(subject, front, foot, say, parted=parts > 1)
        found = [look, *(replace(face, is_first=False) for face in sides)]
        return [
            replace(face, subject=number, part=at // 2 + 1, parts=parts)
            for at, face in enumerate(found)
        ]
    wanted = [
        at
        for at, block in enumerate(subject.blocks)
        if form.duplex or block.kind is not BlockKind.EASIER
    ]
    tried = [
        _texts(subject, wanted, m, foot, say, picture)
        for m in plain
        for picture in (_pictures(subject, m) or [("", 0)])
    ]
    found = min(tried, key=len)
    return [
        replace(face, subject=number, part=part, parts=len(found))
        for part, face in enumerate(found, start=1)
    ]


def _measures(form: CardForm) -> tuple[list[Measures], Measures]:
    """Those that a text's side may have, the roomiest first, and those of a picture's side."""
    if form.size is CardSize.INDEX:
        return [INDEX, INDEX_TIGHT], INDEX_FRONT
    texts, front = [A6, A6_SNUG, A6_TIGHT], A6_FRONT
    if form.paper is Paper.A4:
        return texts, front
    return [_quarter_of_letter(m) for m in texts], _quarter_of_letter(front)


def _quarter_of_letter(m: Measures) -> Measures:
    return replace(m, width=93.95, height=125.65)


def _pictures(subject: Subject, m: Measures) -> list[tuple[str, float]]:
    """The heights that a subject's pictures may have, without those that they don't need, being
    wide rather than high."""
    natural = max(
        (_natural_height(each, m.width / len(subject.figures)) for each in subject.figures),
        default=0,
    )
    needed = [
        each
        for each, smaller in zip_longest(m.pictures, m.pictures[1:])
        if not smaller or smaller[1] < natural
    ]
    return needed if subject.figures else []


def _natural_height(figure: FigureView, width: float) -> float:
    """How high a figure is where it is as wide as it may be. An author's own isn't known."""
    if not figure.box:
        return inf
    _, _, wide, high = map(float, figure.box.split())
    return width * high / wide


def _look(
    subject: Subject, m: Measures, foot: Sequence[Run], say: Wording, *, parted: bool
) -> Face:
    """The side with the picture and the dosage alone."""
    room = m.height - SLACK - foot_height(foot, m) - head_height(subject, m, say, parted=parted)
    choices = _pictures(subject, m) or [("", 0)]
    fitting = [name for name, height in choices if look_height(subject, m, height) <= room]
    name = fitting[0] if fitting else choices[-1][0]
    return Face(0, 1, 1, True, _setting(subject, m, name, say, parted=parted), ())


def _texts(
    subject: Subject,
    wanted: Sequence[int],
    m: Measures,
    foot: Sequence[Run],
    say: Wording,
    picture: tuple[str, float] | None = None,
) -> list[Face]:
    """The sides that have text. With a `picture`, by its name and height, the first has what is
    to look at too."""
    heights = {at: block_height(subject.blocks[at], subject, m) for at in wanted}
    name, height = picture or ("", 0)
    look = over_height(subject, m)
    if picture:
        look += look_height(subject, m, height)

    def dealt(*, parted: bool) -> list[tuple[int, ...]]:
        room = m.height - SLACK - foot_height(foot, m)
        room -= head_height(subject, m, say, parted=parted)
        return _in_rooms(subject.blocks, wanted, heights, room - look, room)

    found = dealt(parted=False)
    if parted := len(found) > 1:
        found = dealt(parted=True)
    setting = _setting(subject, m, name, say, parted=parted)
    return [Face(0, 1, 1, not at, setting, blocks) for at, blocks in enumerate(found)]


def _in_rooms(
    blocks: Sequence[Block],
    wanted: Sequence[int],
    heights: dict[int, float],
    first: float,
    room: float,
) -> list[tuple[int, ...]]:
    """Numbers of blocks by sides. Only the first side may have none; a heading never stands
    alone at the end of one."""
    sides: list[list[int]] = [[]]
    free = first
    for at in wanted:
        if heights[at] > free and (sides[-1] or len(sides) == 1):
            kept: list[int] = []
            while sides[-1] and blocks[sides[-1][-1]].kind is BlockKind.HEADING:
                kept.insert(0, sides[-1].pop())
            sides.append(kept)
            free = room - sum(heights[each] for each in kept)
        sides[-1].append(at)
        free -= heights[at]
    return [tuple(side) for side in sides]


def _setting(
    subject: Subject, m: Measures, picture: str, say: Wording, *, parted: bool = False
) -> str:
    """The classes by which the style sets a side."""
    is_long = _title_lines(subject, m.title, m, say, parted=parted) > 1
    return " ".join(filter(None, [m.name, picture, "long" if is_long else ""]))


def head_height(subject: Subject, m: Measures, say: Wording, *, parted: bool = False) -> float:
    """The title's."""
    if not subject.title:
        return 0
    lines = _title_lines(subject, m.title, m, say, parted=parted)
    points = m.title
    if lines > 1:
        points = m.long_title
        lines = _title_lines(subject, points, m, say, parted=parted)
    height = lines * points * HEADING_LEADING * MM_PER_POINT
    return (max(m.disc, height + 0.5) if subject.number else height) + m.gap


def _title_lines(
    subject: Subject, points: float, m: Measures, say: Wording, *, parted: bool
) -> int:
    mode = f" {subject.mode}" if subject.mode else ""
    part = f" {say('cards.part', n=9, of=9)}" if parted else ""
    runs: list[Run] = [(subject.title, 700), (f"{mode}{part}", 400)]
    return run_lines(runs, points, m.width - (m.indent if subject.number else 0))


def over_height(subject: Subject, m: Measures) -> float:
    """That of the title of all cards, on the first."""
    if not subject.over:
        return 0
    title = run_lines([(subject.over, 700)], m.title, m.width)
    facts = run_lines([(subject.facts, 400)], m.text, m.width)
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


def _foot(subject: Subject, unreviewed: str, say: Wording) -> list[Run]:
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
    runs: list[Run] = [*label, (_plain(block.text), 700 if is_strong else 400)]
    boxed = block.kind is BlockKind.CARE
    lines = run_lines(runs, m.text, m.width - indent, 2.45 if boxed else 0)
    frame = 1 + max(0, (m.text + 1.8) * MM_PER_POINT - m.line_height) if boxed else 0
    images = str(block.text).count("<img") * IMAGE
    return lines * m.line_height + frame + images + (m.step_gap if is_item else m.gap)


def _plain(text: Markup) -> str:
    return text.striptags()
