"""What a figure shows, in sentences: clauses of a pose, put into the words of the table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from supple.domain.body import Side
from supple.domain.drawing import Clause
from supple.rendering.wording import Wording

MOST_WORDS: Final = 20
"""In one sentence: what is heard once has to be short."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """A figure's title, "Lying on the back", and all that it shows, in whole sentences."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence. One with a verb of its own could be a sentence itself; of others
    `whole` could."""

    text: str
    verb: bool = False
    alone: bool = False
    whole: str = ""


def figure_words(clauses: Sequence[Clause], say: Wording) -> FigureWords:
    """A figure in words: the position first, then what stays, then what moves."""
    pieces = [_piece(clause, say) for clause in clauses]
    sentences = [_joined(_whole(sentence), say) for sentence in _sentences(pieces)]
    return FigureWords(_capital(pieces[0].text), " ".join(sentences))


def _piece(clause: Clause, say: Wording) -> Piece:
    what, _, name = clause.key.partition(".")
    values = clause.values
    match what:
        case "position":
            return Piece(_position(name, values, say))
        case "arrow":
            shown = say(f"figure_arrow.{name}", part=_part(values, say))
            return Piece(shown, verb=True, alone=True)
        case "leg" | "arm":
            sides = _sides(values, say)
            many = 1 if "side" in values else 2
            # Where arms are is said without a verb, also when they have just come there.
            if clause.moves and f"figure_moves.{clause.key}.one" in say.texts:
                return Piece(say.number(f"figure_moves.{what}.{name}", many, **sides), verb=True)
            sides |= {"place": _place(values, say)}
            short, whole = (
                say.number(f"figure_is.{what}.{name}", many, **sides, **verbs)
                for verbs in _verbs(say)
            )
            return Piece(short, whole=whole)
    sides = _sides(values, say)
    if clause.moves:
        return Piece(say(f"figure_moves.{what}.{name}", **sides), verb=True)
    short, whole = (say(f"figure_is.{what}.{name}", **sides, **verbs) for verbs in _verbs(say))
    return Piece(short, whole=whole)


def _verbs(say: Wording) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What stands for the verb within a sentence, and where one begins."""
    verbs = {"is": say("figure_join.is"), "are": say("figure_join.are")}
    return dict.fromkeys(verbs, ""), verbs


def _sides(values: Mapping[str, Side | str], say: Wording) -> dict[str, str]:
    """The words for the side and for the other one."""
    side = values.get("side")
    if not isinstance(side, Side):
        return {"side": "", "other": ""}
    return {"side": say(f"figure_side.{side}"), "other": say(f"figure_side.{side.other}")}


def _position(name: str, values: Mapping[str, Side | str], say: Wording) -> str:
    text = say(f"figure_position.{name}", **_sides(values, say))
    on = values.get("on")
    return f"{text} {say(f'figure_on.{on}')}" if on else text


def _place(values: Mapping[str, Side | str], say: Wording) -> str:
    """Where hands are: "on the belly", "below the left knee", "on the other shoulder"."""
    place, of = values.get("place"), values.get("of")
    if place is None:
        return ""
    if of is None:
        return say(f"figure_place.{place}")
    if of == "both":
        return say.number(f"figure_spot.{place}", 2)
    # The knee that was just named is only "the knee".
    side = "" if of == "same" else say(f"figure_side.{of}")
    return " ".join(say.number(f"figure_spot.{place}", 1, side=side).split())


def _part(values: Mapping[str, Side | str], say: Wording) -> str:
    """What an arrow follows: "the hips", "the left knee", "both knees"."""
    part = values["part"]
    if values.get("of") == "body":
        return say(f"figure_part.{part}")
    return say.number(f"figure_limb.{part}", 1 if "side" in values else 2, **_sides(values, say))


def _sentences(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Pieces by sentence: a new one where something new moves, and before one gets long."""
    current: list[Piece] = []
    for piece in pieces:
        if current and not _goes_on(current, piece):
            yield current
            current = []
        current.append(piece)
    yield current


def _goes_on(sentence: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece belongs to the sentence so far."""
    if piece.alone or _words([*sentence, piece]) > MOST_WORDS:
        return False
    return sentence[-1].verb or not piece.verb


def _words(pieces: Sequence[Piece]) -> int:
    """How long a sentence gets, with a word to join its verbs."""
    joined = sum(piece.verb for piece in pieces) > 1
    return sum(len(piece.text.split()) for piece in _whole(pieces)) + joined


def _whole(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a sentence, whose first one gets a verb if it has none."""
    first, *rest = pieces
    return [Piece(first.whole), *rest] if first.whole else pieces


def _joined(pieces: Sequence[Piece], say: Wording) -> str:
    """The pieces of a sentence, the last two verbs joined by a word."""
    verbs = [number for number, piece in enumerate(pieces) if piece.verb]
    text = pieces[0].text
    for number, piece in enumerate(pieces[1:], start=1):
        last = piece.verb and number == verbs[-1]
        key = "last" if last else "more"
        text = say(f"figure_join.{key}", so_far=text, next=piece.text)
    return say("figure_join.sentence", text=_capital(text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
