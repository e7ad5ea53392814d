"""Which text stands on which card: lines are counted before anything is printed, and what is too
long for a card goes on to another one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from math import inf
from textwrap import wrap
from typing import Final

from markupsafe import Markup, escape

from supple.domain.paper import CardForm
from supple.rendering.paper.card_heights import (
    block_height,
    foot_height,
    foot_runs,
    head_height,
    look_height,
    over_height,
    plain,
    title_lines,
)
from supple.rendering.paper.card_measures import Measures, measures_of
from supple.rendering.paper.decks import Block, BlockKind, Face, Subject
from supple.rendering.paper.type import Run
from supple.rendering.views.figures import FigureView
from supple.rendering.wording import Wording

SLACK: Final = 0.8
"""What a card's estimate may be short by, millimetres."""
STEP: Final = 2.0
"""Millimetres by which sides are tried less full."""
MOST_LETTERS: Final = 300
"""A text with more might be too high for a small card, so it is cut into pieces."""
FEW_LETTERS: Final = 200


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
    words = plain(block.text)
    if len(words) <= MOST_LETTERS or "<img" in block.text:
        yield block
        return
    pieces = wrap(words, FEW_LETTERS, break_on_hyphens=False)
    for number, piece in enumerate(pieces):
        kind = block.kind if not number else BlockKind.TEXT
        label = block.label if not number else ""
        where = block.where if number == len(pieces) - 1 else ""
        yield replace(block, kind=kind, text=Markup(escape(piece)), label=label, where=where)


def _faces(
    number: int, subject: Subject, form: CardForm, unreviewed: str, say: Wording
) -> list[Face]:
    """A subject's sides, set so that there are as few as can be, and its picture as large. An
    easier way is on cards with two sides alone: below the picture, if it fits there."""
    settings, front = measures_of(form)
    foot = foot_runs(subject, unreviewed, say)
    everything = range(len(subject.blocks))
    needed = [at for at in everything if subject.blocks[at].kind is not BlockKind.EASIER]
    if form.duplex and subject.number:
        easier = tuple(at for at in everything if at not in needed)
        for look, behind in ((easier, needed), ((), everything)):
            sides = min((_texts(subject, behind, m, foot, say) for m in settings), key=_cards)
            parts = _cards(sides)
            face, fits = _look(subject, look, front, foot, say, parted=parts > 1)
            if fits:
                break
        found = [face, *(replace(side, is_first=False) for side in sides)]
        return [
            replace(face, subject=number, part=at // 2 + 1, parts=parts)
            for at, face in enumerate(found)
        ]
    tried = [
        _texts(subject, needed, m, foot, say, picture)
        for m in settings
        for picture in (_pictures(subject, m) or [("", 0)])
    ]
    found = min(tried, key=len)
    return [
        replace(face, subject=number, part=part, parts=len(found))
        for part, face in enumerate(found, start=1)
    ]


def _cards(sides: Sequence[Face]) -> int:
    """How many cards an exercise takes that has a side for its picture, and these."""
    return len(sides) // 2 + 1


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
    subject: Subject,
    blocks: tuple[int, ...],
    m: Measures,
    foot: Sequence[Run],
    say: Wording,
    *,
    parted: bool,
) -> tuple[Face, bool]:
    """The side with the picture, the dosage and these blocks, and whether they fit there."""
    room = m.height - SLACK - foot_height(foot, m) - head_height(subject, m, say, parted=parted)
    room -= sum(block_height(subject.blocks[at], subject, m) for at in blocks)
    choices = _pictures(subject, m) or [("", 0)]
    fitting = [name for name, height in choices if look_height(subject, m, height) <= room]
    name = fitting[0] if fitting else choices[-1][0]
    face = Face(0, 1, 1, True, _setting(subject, m, name, say, parted=parted), blocks)
    return face, bool(fitting)


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
        return _evenly(subject.blocks, wanted, heights, look, room)

    found = dealt(parted=False)
    if parted := len(found) > 1:
        found = dealt(parted=True)
    setting = _setting(subject, m, name, say, parted=parted)
    return [Face(0, 1, 1, not at, setting, blocks) for at, blocks in enumerate(found)]


def _evenly(
    blocks: Sequence[Block],
    wanted: Sequence[int],
    heights: dict[int, float],
    look: float,
    room: float,
) -> list[tuple[int, ...]]:
    """Numbers of blocks by sides: as few sides as can be, and the last about as full as others.
    The first has what is to look at, so high, too."""
    found = _in_rooms(blocks, wanted, heights, room - look, room)
    while len(found) > 1 and room > STEP:
        room -= STEP
        lower = _in_rooms(blocks, wanted, heights, room - look, room)
        if len(lower) > len(found):
            break
        found = lower
    return found


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
    is_long = title_lines(subject, m.title, m, say, parted=parted) > 1
    return " ".join(filter(None, [m.name, picture, "long" if is_long else ""]))
