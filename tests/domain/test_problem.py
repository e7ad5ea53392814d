"""Problems: where they are, in which order they are told, and which of them stop a build."""

import pytest

from supple.domain.problem import (
    Origin,
    Place,
    Problem,
    Severity,
    did_you_mean,
    did_you_mean_file,
    has_errors,
    in_order,
)


def problem(path: str, line: int = 0, column: int = 0, message: str = "m") -> Problem:
    return Problem(Place(path, line, column), "rule", message)


def test_a_place_is_written_as_editors_read_it() -> None:
    places = [Place("a.md", 3, 7), Place("a.md", 3), Place("a.md")]
    assert [str(place) for place in places] == ["a.md:3:7", "a.md:3", "a.md"]


def test_problems_are_told_by_file_line_and_column_each_once() -> None:
    first, second, third = problem("a", 2), problem("a", 10, 1), problem("b", 1)
    assert in_order([third, second, first, second]) == (first, second, third)


def test_problems_of_one_place_are_told_in_the_same_order_every_time() -> None:
    one, two = problem("a", message="1"), problem("a", message="2")
    assert in_order([two, one]) == in_order([one, two])


def test_errors_stop_a_build_and_warnings_only_a_strict_one() -> None:
    warning = Problem(Place("a"), "rule", "m", severity=Severity.WARNING)
    assert has_errors([warning, problem("a")])
    assert not has_errors([warning])
    assert has_errors([warning], strict=True)
    assert not has_errors([], strict=True)


def test_an_origin_knows_a_key_or_the_nearest_one_above() -> None:
    origin = Origin("a.md", {("dosage",): (3, 1), ("dosage", "hold"): (4, 9)})
    assert str(origin.at("dosage", "hold")) == "a.md:4:9"
    assert str(origin.at("dosage", "default", "reps")) == "a.md:3:1"
    assert str(origin.at("title")) == str(origin.at()) == "a.md"


def test_an_origin_of_what_stands_below_a_key_knows_the_key_itself() -> None:
    origin = Origin("a.md", {("dosage",): (3, 1), ("dosage", "hold"): (4, 9), ("title",): (2, 8)})
    below = origin.below("dosage")
    assert str(below.at("hold")) == "a.md:4:9"
    assert str(below.at("title")) == str(below.at()) == "a.md:3:1"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("supin", "did you mean supine?"),
        ("Supine", "did you mean supine?"),
        ("seat", "did you mean seated?"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_a_word_that_is_nearly_known_is_suggested(word: str, hint: str) -> None:
    assert did_you_mean(word, ["supine", "prone", "seated"]) == hint


def test_a_word_that_only_looks_the_same_is_not_suggested_as_another() -> None:
    assert did_you_mean("Hu\u0308fte", ["Hüfte"]) == (
        "type Hüfte anew in both places: it looks the same, but its letters differ"
    )


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("pages/safty.md", "did you mean pages/safety.md?"),
        ("page/safety.html", "did you mean pages/safety.md?"),
        ("safety.png", "did you mean safety.svg?"),
        ("pages/about.md", ""),
    ],
)
def test_a_file_is_suggested_by_its_name_and_not_by_its_folder(wanted: str, hint: str) -> None:
    assert did_you_mean_file(wanted, ["pages/safety.md", "safety.svg", "pages/x.md"]) == hint
