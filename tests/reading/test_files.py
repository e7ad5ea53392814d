"""Bytes into text, and a page's text into front matter and body."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.problem import Problem
from supple.reading.files import LARGEST, Split, decode, read_text, split
from tests.told import told


def text(data: bytes) -> str:
    decoded = decode(data, "f")
    assert isinstance(decoded, str), told([decoded])
    return decoded


def refusal(outcome: object) -> str:
    assert isinstance(outcome, Problem)
    return told([outcome])


def test_line_ends_of_every_system_are_the_same() -> None:
    assert text(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert text(b"\xef\xbb\xbf---\n") == "---\n"


def test_a_text_that_is_not_utf_8_is_told_at_its_line() -> None:
    hint = "    hint: save it as UTF-8: most editors ask for the encoding under Save as"
    for data, place in (
        ("a\nbé\n".encode("latin-1"), "2:2"),
        (b"a\n\xff\xfeb\x00", "2:1"),
        ("a\n膝 ".encode() + b"\xed\xa0\x80", "2:3"),
        (b"\xef\xbb\xbfa\n\xed\xa0\x80", "2:1"),
        ("---\n".encode("utf-16"), "1:1"),
        ("---\n".encode("utf-16-le"), "1:1"),
        ("---\n".encode("utf-16-be"), "1:1"),
    ):
        assert refusal(decode(data, "f")) == f"f:{place}  error  the file is not UTF-8 text\n{hint}"


@pytest.mark.parametrize(
    ("character", "number"),
    [
        ("\0", "0000"),
        ("\x1a", "001A"),
        ("\x0c", "000C"),
        ("\x7f", "007F"),
        ("\x85", "0085"),
        ("\u2028", "2028"),
        ("\ufeff", "FEFF"),
        ("\uffff", "FFFF"),
    ],
)
def test_a_character_that_nobody_sees_is_told_at_its_place(character: str, number: str) -> None:
    assert refusal(decode(f"a\nébc{character}d\n".encode(), "f")) == (
        f"f:2:4  error  a character that can't be shown (U+{number})\n    hint: take it out"
    )


def test_tabs_and_characters_of_every_script_are_text() -> None:
    assert text("\ta é 膝 😀 א \u00a0\u00ad\u200d".encode()).startswith("\ta é 膝")


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_at_all_upset_the_reader(data: bytes) -> None:
    decoded = decode(data, "f")
    if isinstance(decoded, str):
        assert "\r" not in decoded
        assert text(decoded.encode()) == decoded


def test_a_file_far_too_large_for_a_text_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "film.md"
    file.write_bytes(b" " * LARGEST)
    assert isinstance(read_text(file, "content/film.md"), str)
    with file.open("ab") as film:
        film.truncate(LARGEST + 1)
    assert refusal(read_text(file, "content/film.md")) == (
        "content/film.md  error  the file has 1,000,001 bytes; a text may have 1,000,000\n"
        "    hint: is it a picture or a film by mistake?"
    )


def test_a_file_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    assert refusal(read_text(tmp_path / "gone.md", "gone.md")) == (
        "gone.md  error  the file can't be read: No such file or directory\n"
        "    hint: see who may read it, then try again"
    )


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("---\na: b\n---\nc\n", Split("a: b\n", "c\n", 4)),
        ("---\na: b\nc: d\n---\n\ne\n", Split("a: b\nc: d\n", "\ne\n", 5)),
        ("--- \t\na: b\n---  \nc", Split("a: b\n", "c", 4)),
        ("---\na: b\n---", Split("a: b\n", "", 4)),
        ("---\n---\nc", Split("", "c", 3)),
        ("---\na: b\n---\nc\n---\nd", Split("a: b\n", "c\n---\nd", 4)),
        ("---\na: x --- y\nb: ----\n---\nc", Split("a: x --- y\nb: ----\n", "c", 5)),
    ],
)
def test_a_page_is_split_at_its_lines_of_dashes(page: str, parts: Split) -> None:
    assert split(page, "f") == parts


@pytest.mark.parametrize(
    "page", ["", "\n---\na: b\n---\n", "a: b\n---\n", "----\na: b\n---\n", "# A"]
)
def test_a_page_begins_with_its_front_matter(page: str) -> None:
    assert refusal(split(page, "f")) == (
        "f:1  error  there is no front matter\n"
        "    hint: begin the file with ---, the keys, and a second line of ---"
    )


@pytest.mark.parametrize("page", ["---", "---\na: b\n", "---\na: b\n ---\n", "---\na: b\n----\n"])
def test_front_matter_ends(page: str) -> None:
    assert refusal(split(page, "f")) == (
        "f:1  error  the front matter has no end\n    hint: write a line of --- below the last key"
    )
