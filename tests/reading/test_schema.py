"""The schema's parts: what each kind of value reads, and how it says that something is wrong."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

import pytest

from supple.domain.quantity import Count, Duration, Unit
from supple.domain.routine import Room
from supple.domain.vocabulary import Need
from supple.reading.formats import values
from supple.reading.kinds import (
    Choice,
    Either,
    Findings,
    Kind,
    ListOf,
    MapOf,
    Parsed,
    Spot,
    Text,
    listed,
)
from supple.reading.records import Record, key
from supple.reading.strict_yaml import Mapping, compose
from tests.told import told

T = TypeVar("T")


class Colour(StrEnum):
    RED = "red"
    GREEN = "dark-green"


COLOUR = Choice(Colour, "a colour")
LACES = ListOf(Text())


@dataclass(frozen=True)
class Shoe:
    maker: str = key(Text(), "Who made it.", example="Anna")
    size: int | None = key(values.NUMBER, "How large.", example="42", default=None)
    colour: Colour = key(COLOUR, "Its colour.", example="red", default=Colour.RED)  # noqa: RUF009
    laces: tuple[str, ...] = key(LACES, "Its laces.", example="[short]", default=(), name="with")


def _no_red_giants(shoe: Shoe) -> tuple[str, str, str] | None:
    if shoe.colour is Colour.RED and (shoe.size or 0) > 50:
        return "size", "no red shoe is that large", "paint it"
    return None


SHOE = Record(Shoe, "a shoe", _no_red_giants)


def read(kind: Kind[T], text: str) -> tuple[T | None, str]:
    """What a kind reads from the value of the key `it`, and what it says."""
    node, problems = compose(f"it: {text}", "f")
    assert isinstance(node, Mapping)
    assert not problems
    findings = Findings("f")
    (_, value) = node.entries[0]
    return kind.read(value, Spot(findings).into("it", value.place)), told(findings.problems)


def value(kind: Kind[T], text: str) -> T | None:
    outcome = read(kind, text)
    assert outcome[1] == ""
    return outcome[0]


def refusal(kind: Kind[T], text: str) -> str:
    outcome = read(kind, text)
    assert outcome[0] is None
    return outcome[1]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a b", "a b"),
        ("'a: b'", "a: b"),
        ("no", "no"),
        ("010", "010"),
        ("|\n  a\n  b\n", "a b"),
        ("a\n  b", "a b"),
        ("' a  b '", "a b"),
        ("''", ""),
    ],
)
def test_a_text_is_one_paragraph(text: str, meant: str) -> None:
    assert value(Text(), text) == meant


def test_a_list_or_keys_are_no_text() -> None:
    assert refusal(Text(), "\n  - a") == (
        "f:2:3  error  it: a list, where a text belongs\n"
        '    hint: put "quotation marks" round a text with a colon, brackets or braces'
    )
    assert refusal(Text(), "\n  a: b") == (
        "f:2:3  error  it: keys, where a text belongs\n"
        '    hint: put "quotation marks" round a text with a colon, brackets or braces'
    )


def test_a_word_of_a_few_is_read_or_suggested() -> None:
    assert value(COLOUR, "dark-green") is Colour.GREEN
    assert refusal(COLOUR, "dark green") == (
        "f:1:5  error  it: dark green is not a colour\n    hint: did you mean dark-green?"
    )
    assert refusal(COLOUR, "Red") == (
        "f:1:5  error  it: Red is not a colour\n    hint: did you mean red?"
    )
    assert refusal(COLOUR, "7") == (
        "f:1:5  error  it: 7 is not a colour\n    hint: write red or dark-green"
    )
    assert refusal(COLOUR, "''").startswith('f:1:5  error  it: "" is not a colour')


def test_a_refused_text_is_shown_on_one_line_and_not_at_length() -> None:
    said = refusal(values.HOLD, "|\n  as long\n  as " + "you like " * 40)
    assert said == (
        "f:1:5  error  it: as long as you like you like you like you like you like y … "
        "is not a duration\n    hint: write 30 s, 15-20 s or 2 min"
    )


KINDS: list[tuple[Kind[Any], str, object]] = [
    (values.HOLD, "15-20 s", Duration(15, 20)),
    (values.HOLD, "1 breath", Duration(1, 1, Unit.BREATHS)),
    (values.ONE_HOLD, "20 s", Duration(20, 20)),
    (values.SECONDS, "0 s", 0),
    (values.SECONDS, "1 min", 60),
    (values.TIME, "5 min", 300),
    (values.COUNT, "2-5", Count(2, 5)),
    (values.TIMES_A_DAY, "1-24", Count(1, 24)),
    (values.NUMBER, "3", 3),
    (values.YES_OR_NO, "true", True),
    (values.YES_OR_NO, "false", False),
    (values.DATE, "2024-02-29", date(2024, 2, 29)),
    (values.SITE_ADDRESS, "https://example.org", "https://example.org/"),
    (values.SITE_ADDRESS, "https://example.org/back//", "https://example.org/back/"),
    (values.WEB_ADDRESS, "http://example.org/a?b#c", "http://example.org/a?b#c"),
    (values.LANGUAGE, "pt-BR", "pt-BR"),
    (values.NAME, "back-care_2", "back-care_2"),
    (values.NAME, "rücken", "rücken"),
    (values.EQUIPMENT, "mat", Need(("mat",))),
    (values.EQUIPMENT, "mat  or thick rug (optional)", Need(("mat", "thick rug"), optional=True)),
    (values.EQUIPMENT, "floor or bed or mat", Need(("floor", "bed", "mat"))),
    (values.EQUIPMENT, "orange", Need(("orange",))),
    (values.PLACE, "bed", (Room.BED,)),
    (values.PLACE, "bed or floor or chair", (Room.BED, Room.FLOOR, Room.CHAIR)),
]


@pytest.mark.parametrize(("kind", "text", "meant"), KINDS)
def test_each_kind_reads_what_people_write(kind: Kind[Any], text: str, meant: object) -> None:
    assert value(kind, text) == meant


REFUSED: list[tuple[Kind[Any], str, str]] = [
    (values.HOLD, "30sek", "a duration"),
    (values.ONE_HOLD, "15-20 s", "a single duration"),
    (values.SECONDS, "1 breath", "a number of seconds"),
    (values.SECONDS, "5-10 s", "a number of seconds"),
    (values.TIME, "10-20 s", "a length of time"),
    (values.COUNT, "once", "a number of times"),
    (values.TIMES_A_DAY, "25", "a number of times a day"),
    (values.COUNT, "0", "a number of times"),
    (values.NUMBER, "2-3", "a whole number"),
    (values.FORMAT_NUMBER, "one", "a format that there is"),
    (values.FORMAT_NUMBER, "0", "a format that there is"),
    (values.FORMAT_NUMBER, "1-2", "a format that there is"),
    (values.YES_OR_NO, "yes", "true or false"),
    (values.YES_OR_NO, "True", "true or false"),
    (values.DATE, "2026-02-29", "a date"),
    (values.DATE, "2026-1-2", "a date"),
    (values.DATE, "22.11.2026", "a date"),
    (values.DATE, "２０２６-11-22", "a date"),
    (values.SITE_ADDRESS, "example.org", "a web address"),
    (values.SITE_ADDRESS, "https://example.org/?a", "a web address"),
    (values.WEB_ADDRESS, "javascript:alert(1)", "a web address"),
    (values.WEB_ADDRESS, "https://exa mple.org", "a web address"),
    (values.LANGUAGE, "English", "a language"),
    (values.NAME, "Back", "a short name"),
    (values.NAME, "a b", "a short name"),
    (values.NAME, "-a", "a short name"),
    (values.EQUIPMENT, "(optional)", "equipment"),
    (values.EQUIPMENT, "mat or", "equipment"),
    (values.PLACE, "garden", "a place"),
    (values.PLACE, "bed, floor", "a place"),
]


@pytest.mark.parametrize(("kind", "text", "noun"), REFUSED)
def test_each_kind_refuses_what_it_cannot_read(kind: Kind[Any], text: str, noun: str) -> None:
    first, hint = refusal(kind, text).split("\n")
    assert first == f"f:1:5  error  it: {text} is not {noun}"
    assert hint.startswith("    hint: ")


TOLD = {
    (values.HOLD, "5-3 s"): ("5-3 s goes from more to less", "write 3-5 s"),
    (values.HOLD, "2 min - 90 s"): (
        "2 min - 90 s goes from more to less",
        "write 1 min 30 s - 2 min",
    ),
    (values.HOLD, "0 s"): ("0 s is no time at all", "write 1 s or more"),
    (values.HOLD, "0-5 s"): ("0-5 s begins with no time at all", "write 1 s or more"),
    (values.HOLD, "1,5 min"): ("1,5 min has a comma in a number", "write 1.5 min"),
    (values.HOLD, "86401 s"): (
        "86401 s is longer than a day",
        "write less, such as 30 s or 2 min",
    ),
    (values.TIME, f"{'9' * 5000} s"): (
        f"{'9' * 28} … is longer than a day",
        "write less, such as 30 s or 2 min",
    ),
    (values.ONE_HOLD, "0 breaths"): ("0 breaths is no time at all", "write 1 s or more"),
    (values.COUNT, "5-2"): ("5-2 goes from more to less", "write 2-5"),
    (values.COUNT, "1001"): ("1001 is too often", "write at most 1000"),
    (values.COUNT, "9" * 5000): (f"{'9' * 28} … is too often", "write at most 1000"),
    (values.ALIAS, "old-tilt.md"): (
        "old-tilt.md is not an old name",
        "write one of the same folder, in small letters and without an ending: old-tilt",
    ),
    (values.ALIAS, "Old Name"): (
        "Old Name is not an old name",
        "write one of the same folder, in small letters and without an ending: old-name",
    ),
    (values.ALIAS, "../Knee-Rolls.html"): (
        "../Knee-Rolls.html is not an old name",
        "write one of the same folder, in small letters and without an ending: knee-rolls",
    ),
    (values.ALIAS, "a&b"): (
        "a&b is not an old name",
        "write one of the same folder, in small letters and without an ending: knee-hug",
    ),
    (values.ALIAS, "nul"): (
        "Windows keeps the name nul for itself, so no file can have it there",
        "take it out",
    ),
    (values.POSITION, "lying"): (
        "lying is not a position",
        "write supine (on your back), prone (on your front) or side-lying (on your side)",
    ),
    (values.POSITION, "Sitting"): (
        "Sitting is not a position",
        "write seated (on a chair, a bed or the floor)",
    ),
    (values.HOLD, "{a: b}"): ("keys, where a duration belongs", "write 30 s, 15-20 s or 2 min"),
}


@pytest.mark.parametrize(("kind", "text"), TOLD, ids=lambda value: repr(value)[:30])
def test_what_is_nearly_right_is_told_in_words_of_its_own(kind: Kind[Any], text: str) -> None:
    message, hint = TOLD[kind, text]
    assert refusal(kind, text) == f"f:1:5  error  it: {message}\n    hint: {hint}"


def test_a_kind_may_know_better_what_is_wrong_with_a_text() -> None:
    kind = Parsed(
        "a shoe size",
        lambda text: int(text) if text == "42" else None,
        "write 42",
        why=lambda text: ("41 is too small", "add one") if text == "41" else None,
    )
    assert value(kind, "42") == 42
    assert refusal(kind, "41") == "f:1:5  error  it: 41 is too small\n    hint: add one"
    assert refusal(kind, "x") == "f:1:5  error  it: x is not a shoe size\n    hint: write 42"


def test_a_list_is_read_item_by_item() -> None:
    assert value(ListOf(values.NUMBER), "\n  - 1\n  - 2") == (1, 2)
    assert value(ListOf(values.NUMBER), "[1, 2]") == (1, 2)
    assert value(ListOf(values.NUMBER), "[]") == ()


def test_every_item_that_is_wrong_is_told_at_its_place() -> None:
    assert refusal(ListOf(values.NUMBER), "\n  - 1\n  - x\n  - 2\n  - y\n  -\n  - ''") == (
        "f:3:5  error  it: x is not a whole number\n    hint: write 1, 2, 3 …\n"
        "f:5:5  error  it: y is not a whole number\n    hint: write 1, 2, 3 …\n"
        "f:6:4  error  it: an empty line in a list\n    hint: take the dash out\n"
        "f:7:5  error  it: an empty line in a list\n    hint: take the dash out"
    )


def test_one_text_is_no_list() -> None:
    assert refusal(ListOf(Text()), "a") == (
        "f:1:5  error  it: a list belongs here\n    hint: write each on a line, after a dash"
    )


def test_sentences_in_brackets_are_refused_before_a_comma_loses_a_warning() -> None:
    assert value(values.PROSE_LIST, "\n  - Stop, and rest.") == ("Stop, and rest.",)
    assert refusal(values.PROSE_LIST, "[Stop, and rest.]") == (
        "f:1:5  error  it: a list of sentences can't stand in brackets, where each comma splits it"
        "\n    hint: write one to a line, each after a dash"
    )


def test_names_of_the_authors_own_have_to_be_names() -> None:
    kind = MapOf(values.NUMBER, values.is_slug, "use small letters")
    assert value(kind, "{a: 1, b-2: 2}") == {"a": 1, "b-2": 2}
    assert value(kind, "") == {}
    assert refusal(kind, "[a]") == (
        "f:1:5  error  it: names with keys below them belong here\n    hint: "
        "write a name of your own and a colon, and below it, further in, its keys"
    )
    _, said = read(kind, "\n  A: 1\n  b: x")
    assert said == (
        "f:2:3  error  it: A can't be a name\n    hint: use small letters\n"
        "f:3:6  error  b: x is not a whole number\n    hint: write 1, 2, 3 …"
    )


def test_a_short_form_or_a_long_one() -> None:
    kind = Either(Parsed("a shoe", lambda text: Shoe(maker=text), "name it"), SHOE)
    assert value(kind, "Anna") == Shoe(maker="Anna")
    assert value(kind, "{maker: Anna, size: 42}") == Shoe(maker="Anna", size=42)
    assert refusal(kind, "[Anna]").startswith("f:1:5  error  it: the keys of a shoe belong here")


def test_a_record_takes_its_keys_and_the_defaults_of_those_left_out_or_empty() -> None:
    assert value(SHOE, "{maker: Anna, with: [a, b]}") == Shoe(maker="Anna", laces=("a", "b"))
    assert value(SHOE, "\n  maker: Anna\n  size:\n  colour: ~") == Shoe(maker="Anna")


def test_an_unknown_key_gets_a_suggestion_or_the_keys_there_are() -> None:
    assert refusal(SHOE, "{maker: Anna, sise: 42}") == (
        "f:1:19  error  it: sise is not a key of a shoe\n    hint: did you mean size?"
    )
    assert refusal(SHOE, "{maker: Anna, price: 42}") == (
        "f:1:19  error  it: price is not a key of a shoe\n"
        "    hint: the keys of a shoe are maker, size, colour and with"
    )
    assert "laces is not a key of a shoe" in refusal(SHOE, "{maker: Anna, laces: [a]}")


def test_a_missing_key_is_told_at_the_top_and_an_empty_one_where_it_stands() -> None:
    assert refusal(SHOE, "\n  size: 42") == (
        "f:2:3  error  it: maker is missing\n    hint: write maker: Anna"
    )
    for nothing in ("", " ~", " ''", " '  '"):
        assert refusal(SHOE, f"\n  size: 42\n  maker:{nothing}") == (
            "f:3:3  error  it: maker is empty\n    hint: write maker: Anna"
        )


def test_nothing_at_all_is_a_record_whose_keys_are_missing() -> None:
    assert refusal(SHOE, "") == "f:1:4  error  it: maker is missing\n    hint: write maker: Anna"


def test_a_text_or_a_list_is_no_record() -> None:
    for text in ("Anna", "[Anna]"):
        assert refusal(SHOE, text) == (
            "f:1:5  error  it: the keys of a shoe belong here\n"
            "    hint: write keys, one to a line: maker: Anna"
        )


def test_what_no_key_can_see_alone_is_told_at_the_key_to_mend() -> None:
    assert refusal(SHOE, "{maker: Anna, size: 51}") == (
        "f:1:25  error  it: no red shoe is that large\n    hint: paint it"
    )


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert refusal(SHOE, "\n  size: big\n  colour: blue\n  heel: 3\n  with: [[a]]") == (
        "f:2:9  error  size: big is not a whole number\n    hint: write 1, 2, 3 …\n"
        "f:3:11  error  colour: blue is not a colour\n    hint: write red or dark-green\n"
        "f:4:3  error  it: heel is not a key of a shoe\n"
        "    hint: the keys of a shoe are maker, size, colour and with\n"
        "f:5:10  error  with: a list, where a text belongs\n"
        '    hint: put "quotation marks" round a text with a colon, brackets or braces\n'
        "f:2:3  error  it: maker is missing\n    hint: write maker: Anna"
    )


def test_each_key_and_item_is_remembered_with_its_place() -> None:
    node, _ = compose("maker: Anna\nwith:\n  - a\n  - b\n", "f", first_line=2)
    findings = Findings("f")
    assert node is not None
    SHOE.read(node, Spot(findings))
    origin = findings.origin()
    assert str(origin.at("maker")) == "f:2:8"
    assert str(origin.at("with", 1)) == "f:5:5"
    assert str(origin.at("with", 7)) == "f:4:3"  # the nearest above
    assert str(origin.at("size")) == "f"


def test_words_are_listed_as_one_says_them() -> None:
    assert [listed(list("abc")[:length]) for length in (1, 2, 3)] == ["a", "a or b", "a, b or c"]
    assert listed(["a", "b"], "and") == "a and b"
