"""Which text stands on which card."""

from collections.abc import Iterable

import pytest
from markupsafe import Markup

from supple.domain.paper import CardForm, CardSize, Paper
from supple.rendering.paper.dealing import MOST_LETTERS, deal, in_pieces
from supple.rendering.paper.decks import Block, BlockKind, Face, Subject, turned
from supple.rendering.wording import load

SAY = load("en")
FORMS = [
    CardForm(paper, size, duplex)
    for paper in Paper
    for size in CardSize
    for duplex in (False, True)
]


def steps(count: int) -> tuple[Block, ...]:
    return tuple(
        Block(BlockKind.STEP, Markup("Lie down on your back, and wait there."), f"{n}.")
        for n in range(1, count + 1)
    )


def exercise(number: int, *blocks: Block) -> Subject:
    return Subject("Knee hug", blocks, number, dosage=("Hold 5 seconds", "2 times"), stop="pain.")


def dealt(form: CardForm, *subjects: Subject) -> tuple[Face, ...]:
    return deal(subjects, form, "", SAY)


def blocks_of(faces: Iterable[Face]) -> list[int]:
    return [at for face in faces for at in face.blocks]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("count", [0, 1, 8, 15, 60])
def test_each_block_once_in_its_order(form: CardForm, count: int) -> None:
    assert blocks_of(dealt(form, exercise(1, *steps(count)))) == [*range(count)]


def test_a_short_text_is_on_one_card() -> None:
    [face] = dealt(CardForm(), exercise(1, *steps(5)))
    assert (face.part, face.parts, face.is_first) == (1, 1, True)


def test_a_long_one_goes_on_and_says_so() -> None:
    faces = dealt(CardForm(), exercise(1, *steps(40)))
    assert [face.part for face in faces] == [*range(1, len(faces) + 1)]
    assert {face.parts for face in faces} == {len(faces)}
    assert [face.is_first for face in faces] == [True, *[False] * (len(faces) - 1)]


def test_less_fits_on_a_smaller_card() -> None:
    many = {form: len(dealt(form, exercise(1, *steps(40)))) for form in FORMS}
    index = CardForm(size=CardSize.INDEX)
    assert many[index] > many[CardForm()]


def test_an_easier_way_is_for_cards_with_two_sides() -> None:
    subject = exercise(1, *steps(2), Block(BlockKind.EASIER, Markup("Wait less."), "Easier:"))
    assert blocks_of(dealt(CardForm(), subject)) == [0, 1]
    look, back = dealt(CardForm(duplex=True), subject)
    assert (look.blocks, back.blocks) == ((2,), (0, 1))


def test_an_easier_way_that_is_too_long_for_a_picture_s_side_is_not_lost() -> None:
    easier = tuple(Block(BlockKind.EASIER, Markup("Wait less. " * 20)) for _ in range(6))
    form = CardForm(size=CardSize.INDEX, duplex=True)
    look, *others = dealt(form, exercise(1, *steps(2), *easier))
    assert look.blocks == ()
    assert blocks_of(others) == [*range(8)]


def test_cards_of_one_exercise_are_about_as_full() -> None:
    for count in range(15, 30):
        faces = dealt(CardForm(), Subject("Ask first", steps(count)))
        first, last = faces[0], faces[-1]
        assert first is last or len(first.blocks) - len(last.blocks) <= 2


def test_an_easier_way_takes_no_card_of_its_own() -> None:
    easier = Block(BlockKind.EASIER, Markup("Wait less."), "Easier:")
    for count in range(5, 30):
        subject, without = (exercise(1, *steps(count), *more) for more in ((easier,), ()))
        form = CardForm(size=CardSize.INDEX, duplex=True)
        assert dealt(form, subject)[0].parts == dealt(form, without)[0].parts


def test_two_sides_are_one_card() -> None:
    look, back = dealt(CardForm(duplex=True), exercise(1, *steps(3)))
    assert (look.parts, back.parts) == (1, 1)
    assert look.is_first
    assert look.blocks == ()
    assert not back.is_first
    assert back.blocks == (0, 1, 2)


def test_the_third_side_is_on_a_second_card() -> None:
    faces = dealt(CardForm(size=CardSize.INDEX, duplex=True), exercise(1, *steps(16)))
    assert [(face.part, face.parts) for face in faces] == [(1, 2), (1, 2), (2, 2)]


def test_an_exercise_begins_on_a_card_of_its_own() -> None:
    subjects = (Subject("Stop", steps(1)), exercise(1, *steps(3)), exercise(2, *steps(3)))
    faces = dealt(CardForm(duplex=True), *subjects)
    pairs = [
        (front.subject, back.subject if back else None) for front, back in turned(faces, subjects)
    ]
    assert pairs == [(0, None), (1, 1), (2, 2)]


def test_what_one_has_to_know_is_on_both_sides_of_a_card() -> None:
    subjects = (Subject("Stop", steps(1)), Subject("Help", steps(1)))
    [(front, back)] = turned(dealt(CardForm(duplex=True), *subjects), subjects)
    assert back
    assert (front.subject, back.subject) == (0, 1)


def test_a_heading_is_not_left_alone() -> None:
    """Wherever a card ends."""
    heading = Block(BlockKind.HEADING, Markup("Monday"))
    for before in range(8, 30):
        subject = Subject("In this order", (*steps(before), heading, *steps(9)))
        for face in dealt(CardForm(), subject):
            assert face.blocks[-1] != before


def test_a_text_that_no_card_holds_is_cut_and_loses_no_word() -> None:
    words = " ".join(f"word{number}" for number in range(400))
    block = Block(BlockKind.STEP, Markup("<b>{}</b>").format(words), "1.")
    pieces = list(in_pieces(block))
    assert " ".join(piece.text for piece in pieces) == words
    assert [piece.label for piece in pieces] == ["1.", *[""] * (len(pieces) - 1)]
    assert all(len(piece.text) <= MOST_LETTERS for piece in pieces)


def test_a_text_of_markup_is_cut_without_making_any() -> None:
    words = "a &lt;b&gt; " * 100
    pieces = list(in_pieces(Block(BlockKind.TEXT, Markup(words))))
    assert len(pieces) > 1
    assert "<" not in "".join(pieces[0].text)
