"""How wide texts are, by the fonts themselves."""

import json

import pytest

from supple.rendering.paper.type import MM_PER_POINT, SPARE, lines, run_lines, width

from .advances import ADVANCES, measured


def test_the_widths_that_are_kept_are_those_of_the_fonts() -> None:
    assert json.loads(ADVANCES.read_text("utf-8")) == measured()


def test_a_width_is_that_of_the_letters_and_of_what_kerning_takes() -> None:
    assert width("Hold", 400, 72) == pytest.approx((652 + 542 + 255 + 555) / 1000 * 25.4)
    assert width("To", 400, 12) < width("T", 400, 12) + width("o", 400, 12)
    assert width("Hold", 700, 12) > width("Hold", 400, 12)


def test_a_letter_that_the_font_lacks_is_taken_for_a_wide_one() -> None:
    assert width("漢", 400, 10) == pytest.approx(10 * MM_PER_POINT)
    assert width("Ж", 400, 10) > width("H", 400, 10)
    assert width("é", 400, 10) == width("é", 400, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("Hold", 1), ("Hold it", 1), ("Hold it now", 2), ("Hold-it-now", 2), ("x" * 30, 5)],
)
def test_lines_break_after_spaces_and_hyphens_and_in_words_too_long(
    text: str, expected: int
) -> None:
    assert lines(text, 400, 12, 12.6 + SPARE) == expected


def test_what_stands_before_a_text_takes_room_in_its_first_line() -> None:
    assert lines("Hold it", 400, 12, 13, taken_mm=0) == 1
    assert lines("Hold it", 400, 12, 13, taken_mm=5) == 2
    assert lines("Hold it", 400, 12, 11, taken_mm=-4) == 1
    assert lines("", 400, 12, 13, taken_mm=5) == 1


def test_texts_of_two_weights_follow_each_other() -> None:
    both = run_lines([("Care:", 700), (" hip replacement", 400)], 12, 40)
    assert both == lines("Care: hip replacement", 400, 12, 40)


def test_a_word_that_goes_on_in_another_weight_is_not_broken_there() -> None:
    narrow = width("Hold it", 400, 12) + SPARE + 0.1
    assert run_lines([("Hold it", 400), (" (2) so", 700)], 12, narrow) == 2
    assert run_lines([("Hold it", 400), ("\xa0(2) so", 700)], 12, narrow) == 3
