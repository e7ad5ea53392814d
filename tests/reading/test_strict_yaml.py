"""YAML without its surprises: what was written stays what it is, and mistakes are told kindly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.problem import Place
from supple.reading.strict_yaml import DEEPEST, Mapping, Node, Scalar, Sequence, compose
from tests.told import told

FILE = "calf.md"


def plain(node: Node) -> object:
    """A node as texts, lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name.text: plain(value) for name, value in node.entries}


def tree(text: str, first_line: int = 1) -> Node:
    node, problems = compose(text, FILE, first_line)
    assert not problems, told(problems)
    assert node is not None
    return node


def problems_of(text: str, first_line: int = 1) -> str:
    return told(compose(text, FILE, first_line)[1])


def spots(node: Node) -> dict[str, tuple[int, int]]:
    """Line and column of every text in a tree."""
    match node:
        case Scalar():
            return {node.text: (node.place.line, node.place.column)}
        case Sequence():
            children = list(node.items)
        case Mapping():
            children = [part for entry in node.entries for part in entry]
    return {text: spot for child in children for text, spot in spots(child).items()}


def test_every_text_knows_its_line_and_column() -> None:
    text = """\
title: One knee
dosage:
  hold:   15-30 s
  default: {reps: 1}
mistakes:
  - pulling
  - "holding: breath"
"""
    assert spots(tree(text)) == {
        "title": (1, 1),
        "One knee": (1, 8),
        "dosage": (2, 1),
        "hold": (3, 3),
        "15-30 s": (3, 11),
        "default": (4, 3),
        "reps": (4, 13),
        "1": (4, 19),
        "mistakes": (5, 1),
        "pulling": (6, 5),
        "holding: breath": (7, 5),
    }


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    assert spots(tree("a: b\nc: d\n", first_line=2)) == {
        "a": (2, 1),
        "b": (2, 4),
        "c": (3, 1),
        "d": (3, 4),
    }


def test_columns_count_characters_whatever_their_bytes() -> None:
    assert spots(tree("größe: [ä, 膝, 😀, e]"))["e"] == (1, 18)


def test_lists_and_keys_have_places_too() -> None:
    node = tree("a:\n  - x\nb:\n  c: d\n")
    assert isinstance(node, Mapping)
    (_, items), (_, keys) = node.entries
    assert (items.place, keys.place) == (Place(FILE, 2, 3), Place(FILE, 4, 3))


def test_a_list_in_brackets_is_told_from_one_with_dashes() -> None:
    node = tree("a: [x, y]\nb:\n  - x\n  - y\n")
    assert isinstance(node, Mapping)
    (_, first), (_, second) = node.entries
    assert isinstance(first, Sequence)
    assert isinstance(second, Sequence)
    assert (first.flow, second.flow) == (True, False)


def test_no_text_is_taken_for_something_else() -> None:
    text = "a: no\nb: 1:30\nc: 010\nd: 1e3\ne: 2026-11-22\nf: 0x1F\ng: .inf\nh: 1_000\nno: true\n"
    assert plain(tree(text)) == {
        "a": "no",
        "b": "1:30",
        "c": "010",
        "d": "1e3",
        "e": "2026-11-22",
        "f": "0x1F",
        "g": ".inf",
        "h": "1_000",
        "no": "true",
    }


@pytest.mark.parametrize("text", ["a:", "a: ", "a: ~", "a: null", "a: # a note"])
def test_nothing_written_is_empty(text: str) -> None:
    node = tree(text)
    assert isinstance(node, Mapping)
    ((_, value),) = node.entries
    assert isinstance(value, Scalar)
    assert value.is_empty


@pytest.mark.parametrize("text", ["a: ''", 'a: "~"', "a: 'null'", "a: Null", "a: 0", "a: none"])
def test_what_was_written_is_not_empty(text: str) -> None:
    node = tree(text)
    assert isinstance(node, Mapping)
    ((_, value),) = node.entries
    assert isinstance(value, Scalar)
    assert not value.is_empty


def test_long_texts_in_both_styles_and_escapes_are_read() -> None:
    text = (
        "a: |\n  one\n  two\nb: >\n  one\n  two\nc: one\n  two\nd: \"x\\ty\\u00e9\"\ne: 'it''s'\n"
    )
    assert plain(tree(text)) == {
        "a": "one\ntwo\n",
        "b": "one two\n",
        "c": "one two",
        "d": "x\tyé",
        "e": "it's",
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# only a note\n"])
def test_without_any_key_there_is_no_tree_and_no_problem(text: str) -> None:
    assert compose(text, FILE) == (None, ())


REFUSED = {
    "title: a\nlevel: b\ntitle: c": """\
calf.md:3:1  error  title is there twice
    hint: it stands in line 1 already: keep one of the two""",
    "a: {x: 1, x: 2}": """\
calf.md:1:11  error  x is there twice
    hint: it stands in line 1 already: keep one of the two""",
    "1: a\n'1': b": """\
calf.md:2:1  error  1 is there twice
    hint: it stands in line 1 already: keep one of the two""",
    "a: !!int 3": """\
calf.md:1:4  error  !!int is a YAML tag
    hint: put quotation marks round a text that begins with !""",
    "a: !important b": """\
calf.md:1:4  error  !important is a YAML tag
    hint: put quotation marks round a text that begins with !""",
    "a: !<tag:yaml.org,2002:python/object/apply:os.system> [ls]": """\
calf.md:1:4  error  !!python/object/apply:os.system is a YAML tag
    hint: put quotation marks round a text that begins with !""",
    "a: &x 1\nb: *x": """\
calf.md:1:4  error  &x is a YAML anchor
    hint: put quotation marks round a text that begins with &
calf.md:2:4  error  *x is a YAML alias
    hint: put quotation marks round a text that begins with *""",
    "<<: {a: 1}": """\
calf.md:1:1  error  << is a YAML merge key
    hint: write the keys out again""",
    "? [a]\n: b": """\
calf.md:1:3  error  a key must be one word, not a list
    hint: write key: value""",
    "a: 1\n---\nb: 2": """\
calf.md:3:1  error  a second document begins here
    hint: take out the --- line""",
    'a: "x\\0"': """\
calf.md:1:4  error  a character that can't be shown (U+0000)
    hint: take it out""",
    '"\\x1a": b': """\
calf.md:1:1  error  a character that can't be shown (U+001A)
    hint: take it out""",
}


@pytest.mark.parametrize("text", REFUSED, ids=repr)
def test_what_yaml_would_do_in_secret_is_refused(text: str) -> None:
    assert problems_of(text) == REFUSED[text]


def test_a_quoted_merge_key_is_a_key_as_any_other() -> None:
    assert plain(tree("'<<': a")) == {"<<": "a"}


def test_a_character_that_an_escape_hid_does_not_get_through() -> None:
    node, _ = compose('a: "x\\x1ay"', FILE)
    assert node is not None
    assert plain(node) == {"a": "xy"}


FITS = "begin it as far in as its neighbours, with a colon and a space after a key"
COLON = (
    "begin the line as far in as its neighbours, with a space after each key's colon; "
    "put quotation marks round a text with a colon"
)
BRACKETS = (
    "write one item to a line, each after a dash; "
    'if this is a text, put the whole text in "double quotation marks"'
)
WHOLE = 'put the whole text in "double quotation marks"'

ODD = "a non-breaking space (U+00A0) where a plain one belongs"
PLAIN = "take it out and type plain spaces"

MISTAKES = {
    # what was written: where, what is wrong, what to do
    "\ta: 1": ("1:1", "this character can't stand here", "use spaces instead of a tab"),
    "a:\n\t- b": ("2:1", "this character can't stand here", "use spaces instead of a tab"),
    "a: |\n\tb": ("2:1", "a tab at the beginning of a line", "use spaces instead of the tab"),
    "a: b: c": ("1:5", "a colon where none fits", COLON),
    "größe: ä: c": ("1:9", "a colon where none fits", COLON),
    "a:b\nc: d": ("1:1", "there is no space after a:", "write a space after a:"),
    "a: b\nc:d": ("2:1", "there is no space after c:", "write a space after c:"),
    "a: b\nlong key:d\n\n# e\nf: g": (
        "2:1",
        "there is no space after long key:",
        "write a space after long key:",
    ),
    "a:\n  - b:c\n    d: e": ("2:5", "there is no space after b:", "write a space after b:"),
    "a: b\nhttp://c\nd: e": ("3:1", "this line does not fit the lines around it", FITS),
    "a:\n\u00a0\u00a0b: c": ("2:1", ODD, PLAIN),
    "a:\n  -\u00a0b": ("2:4", ODD, PLAIN),
    "a: b\nc:\u202fd": ("2:3", "a non-breaking space (U+202F) where a plain one belongs", PLAIN),
    "\u3000a: b": ("1:1", "an odd space (U+3000) where a plain one belongs", PLAIN),
    'a: "\\ud800"': (
        "1:7",
        "a backslash with a number that no character has",
        "write the character itself",
    ),
    "a: b\n c: d": ("2:3", "a colon where none fits", COLON),
    "- a\nb: c": ("2:1", "this line does not fit the lines around it", FITS),
    "a:\n  - b\n c: d": ("3:2", "this line does not fit the lines around it", FITS),
    "a:\n  b: 1\n c: 2": ("3:2", "this line does not fit the lines around it", FITS),
    "a: |\n  b\n c": ("3:2", "this line does not fit the lines around it", FITS),
    "a: [b, c\nd: 1": (
        "1:4",
        "a list in brackets is not closed, or has nothing between two commas",
        BRACKETS,
    ),
    "a: [b,, c]": (
        "1:7",
        "a list in brackets is not closed, or has nothing between two commas",
        BRACKETS,
    ),
    "a: [b](c.md) d": ("1:7", "the text goes on behind its closing mark or bracket", WHOLE),
    "a: 'it's so'": ("1:8", "the text goes on behind its closing mark or bracket", WHOLE),
    'a: "b" c': ("1:8", "the text goes on behind its closing mark or bracket", WHOLE),
    "a: 'b": (
        "1:4",
        "a quotation mark is not closed",
        "close the text with the mark that it begins with",
    ),
    'a: "b\nc: d\n\n': (
        "1:4",
        "a quotation mark is not closed",
        "close the text with the mark that it begins with",
    ),
    "a: - b": ("1:4", "a dash can't stand here", "begin the list on a new line"),
    'a: "\\d"': ("1:5", "a backslash in double quotation marks", "use single ones: '…'"),
    'a: "C:\\users"': ("1:9", "a backslash in double quotation marks", "use single ones: '…'"),
    **{
        f"a: {text}": (
            "1:4",
            "this character can't stand here",
            f"put quotation marks round a text that begins with {text[0]}",
        )
        for text in (
            "@x",
            "`x`",
            "%x",
            "*very* slow",
            "**Stop** now",
            "& more",
            "? x",
            "] x",
            ", x",
        )
    },
    "- > quoted": (
        "1:3",
        "this character can't stand here",
        "put quotation marks round a text that begins with >",
    ),
}


@pytest.mark.parametrize("text", MISTAKES, ids=repr)
def test_a_mistake_is_explained_where_it_was_made(text: str) -> None:
    spot, message, hint = MISTAKES[text]
    assert problems_of(text) == f"calf.md:{spot}  error  {message}\n    hint: {hint}"


def test_a_mistake_is_told_at_its_line_of_the_file() -> None:
    assert problems_of("a: b\nc: d: e", first_line=2).startswith("calf.md:3:5  error  a colon")


def test_what_was_found_before_a_mistake_is_told_too() -> None:
    assert [line.split("  ")[0] for line in problems_of("a: !b c\nd: e: f").split("\n")[::2]] == [
        "calf.md:1:4",
        "calf.md:2:5",
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 5000, "{a: " * 5000, "? " * 5000])
def test_more_depth_than_anybody_needs_is_refused_and_not_fallen_into(text: str) -> None:
    first, hint = problems_of(text).split("\n")[-2:]
    assert first.endswith("error  too many lists and keys within each other")
    assert hint == f"    hint: write lists and keys at most {DEEPEST} deep"


def test_the_depth_that_people_need_is_there() -> None:
    tree("[" * DEEPEST + "]" * DEEPEST)


PIECES = (
    *"a[]{},'|>#%~é\t\n\\\"",
    ": ",
    "- ",
    "? ",
    "  ",
    "&x",
    "*x",
    "!t",
    "<<",
    "---\n",
    "...\n",
)
NEARLY = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(st.text() | NEARLY)
def test_no_text_at_all_upsets_the_reader(text: str) -> None:
    _, problems = compose(text, FILE)
    for problem in problems:
        assert 1 <= problem.place.line <= text.count("\n") + 2
        assert problem.message


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("feel: A pull # in the leg", True),
        ("- A pull # in the leg", True),
        ("feel: A pull  # in the leg", False),
        ("hold: 10 s # not long", False),
        ('feel: "A pull # in the leg"', False),
        ("title: Calf # the muscle", False),
        ("# A pull # in the leg", False),
    ],
)
def test_a_note_that_looks_like_text_is_a_warning(line: str, is_told: bool) -> None:
    node, problems = compose(f"{line}\n", "calf.md")
    assert node or line.startswith("#")
    assert [(str(each.severity), each.message) for each in problems] == [
        ("warning", "the text ends before the #, and what follows is a note")
    ] * is_told


def test_a_hash_that_cuts_a_text_off_is_told() -> None:
    _, problems = compose("feel: A pull #1 in the calf\ntitle: Calf  # the muscle\n", "calf.md")
    assert told(problems) == (
        "calf.md:1:7  error  the text is cut off at #1\n"
        "    hint: put quotation marks round the text, or a space behind the # of a note"
    )


def test_a_hash_that_hides_a_whole_text_is_told_and_nothing_follows_from_it() -> None:
    node, problems = compose("title: #1 tilt\nurl: # later\n", FILE)
    assert told(problems) == (
        "calf.md:1:8  error  #1 begins a note, so nothing is said here\n"
        "    hint: put quotation marks round a text that begins with #, "
        "or a space behind the # of a note"
    )
    assert node is not None
    assert plain(node) == {"title": "#1 tilt", "url": ""}


def test_two_values_that_stick_to_their_colons_are_told_both() -> None:
    said = problems_of("a:b\nc:d\ne: f").split("\n")[::2]
    assert sorted(line.split("  ")[0] for line in said) == ["calf.md:1:1", "calf.md:2:1"]


def test_spaces_that_do_not_break_are_text_within_a_text() -> None:
    assert plain(tree("a: 20\u00a0s\nb: x:\u00a0y\n")) == {"a": "20\u00a0s", "b": "x:\u00a0y"}
