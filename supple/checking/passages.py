"""The texts of a guide as people read them: passages of plain blocks, blocks of sentences."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import chain

from supple.checking.finding import Owner
from supple.domain.exercise import Exercise
from supple.domain.guide import AnyPage, Guide, Page
from supple.domain.problem import KeyPath, Place
from supple.domain.prose import HoldPhrase, Link, Part, Prose
from supple.domain.routine import Routine
from supple.domain.written import Written

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>")
_WITHIN_A_LINE = re.compile(
    "a|abbr|b|bd[io]|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|"
    "time|u|var|wbr"
)
_UNREAD = frozenset(("pre", "script", "style", "sup", "svg"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_WORD = re.compile(r"[^\W_]+(?:['’.,:/-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, a cell or a heading, in plain text."""

    text: str
    is_heading: bool = False

    @property
    def sentences(self) -> Iterator[str]:
        yield from _END.split(self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A key's text or a part of a body. `written` is the body that it is part of."""

    owner: Owner
    keys: KeyPath
    blocks: tuple[Block, ...]
    written: Written | None = None

    def place_of(self, words: str) -> Place:
        """Where in the file these words of it stand."""
        return self.written.place_of(words) if self.written else self.owner.origin.at(*self.keys)


def words_of(sentence: str) -> list[str]:
    """Its words; "15-30" and "don't" are one each."""
    return _WORD.findall(sentence)


def passages(guide: Guide) -> Iterator[Passage]:
    """All that people read, page after page, and the cautions."""
    for page in guide.every_page:
        yield from passages_of(page)
    for caution in guide.cautions.values():
        yield _key(caution, caution.title, "title")
        yield _key(caution, caution.text, "text")


def passages_of(page: AnyPage) -> Iterator[Passage]:
    """The texts of a page, in the order in which they stand on it."""
    yield _key(page, page.title, "title")
    yield _key(page, page.summary, "summary")
    match page:
        case Exercise():
            yield from _of_exercise(page)
        case Routine():
            yield from _of_routine(page)
        case Page():
            yield from _of_page(page)


def _of_exercise(exercise: Exercise) -> Iterator[Passage]:
    yield from _body(exercise, (exercise.introduction, *exercise.steps, exercise.more))
    for name, text in (
        ("feel", exercise.feel),
        ("easier", exercise.easier),
        ("harder", exercise.harder),
    ):
        yield _key(exercise, text, name)
    yield from _list(exercise, exercise.mistakes, "mistakes")
    for mode in exercise.modes:
        yield _key(exercise, mode.note, "modes", mode.name, "note")


def _of_routine(routine: Routine) -> Iterator[Passage]:
    yield _key(routine, routine.when, "when")
    yield from _body(routine, (routine.introduction,))
    yield from _list(routine, routine.notes, "notes")
    yield _key(routine, routine.after, "after")
    for number, day in enumerate(routine.days):
        above: KeyPath = ("days", number) if routine.is_week else ()
        for at, entry in day.numbered:
            yield _key(routine, entry.note, *above, "exercises", at, "note")


def _of_page(page: Page) -> Iterator[Passage]:
    yield from _body(page, (page.body,))
    yield from _list(page, page.stop, "stop")
    for number, card in enumerate(page.care):
        yield from _list(page, card.signs, "care", number, "signs")
        yield _key(page, card.note, "care", number, "note")


def _key(owner: Owner, text: Prose | str, *keys: str | int) -> Passage:
    return Passage(owner, keys, blocks_of(text))


def _list(owner: Owner, texts: Iterable[Prose], *keys: str | int) -> Iterator[Passage]:
    for number, text in enumerate(texts):
        yield _key(owner, text, *keys, number)


def _body(page: AnyPage, texts: Iterable[Prose]) -> Iterator[Passage]:
    yield Passage(page, (), tuple(chain.from_iterable(map(blocks_of, texts))), page.written)


def blocks_of(text: Prose | str) -> tuple[Block, ...]:
    """The blocks of a text that have words in them."""
    if isinstance(text, str):
        return (Block(text),) if text else ()
    html = _html(text.parts)
    return tuple(_blocks(_without_comments(html)) if "<" in html else _block((html,)))


def _without_comments(html: str) -> str:
    first, *rest = html.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)


def _html(parts: Iterable[Part]) -> str:
    return "".join(map(_html_of, parts))


def _html_of(part: Part) -> str:
    match part:
        case str():
            return part
        case Link():
            return _html(part.words.parts)
        case HoldPhrase():
            return escape(part.words)
    return ""


def _blocks(html: str) -> Iterator[Block]:
    text: list[str] = []
    unread, heading, end = "", False, 0
    for tag in _TAG.finditer(html):
        if not unread:
            text.append(html[end : tag.start()])
        end = tag.end()
        closes, name = bool(tag[1]), tag[2].lower()
        if unread:
            unread = "" if closes and name == unread else unread
        elif name in _UNREAD:
            unread = "" if closes else name
        elif name == "br":
            text.append(" ")
        elif not _WITHIN_A_LINE.fullmatch(name):
            yield from _block(text, heading)
            text = []
            heading = name in _HEADINGS and not closes
    if not unread:
        text.append(html[end:])
    yield from _block(text, heading)


def _block(text: Iterable[str], heading: bool = False) -> Iterator[Block]:
    plain = " ".join(unescape("".join(text)).split())
    if plain:
        yield Block(plain, heading)
