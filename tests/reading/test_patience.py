"""No text keeps anybody waiting, whatever stands in it."""

from time import process_time

import pytest

from supple.domain.problem import Place
from supple.reading.patience import LARGEST, LOOKS
from supple.reading.prose import ProseReader
from tests.sites import REPOSITORY
from tests.told import told

PATH = "content/pages/long.md"
SECONDS = 1.0
"""Of the processor: a busy machine is no mistake."""

REFUSED = "too many brackets, marks or lines in one paragraph to be read"

NONSENSE = (
    *("[", "![", "[](", "[a](", "[a](<", "[^", "[^1] ", "[^1]\n\n", "[a][", "[[]]", "]("),
    *(
        "<",
        "<a ",
        "<a b='",
        "a<",
        "<div ",
        "<div>\n",
        "<!--",
        "<![CDATA[",
        "<?",
        "<img src=a.png> ",
    ),
    *("*", "_", "**a ", "*a _b ", "`", "``a`", "|`", "a|", "|a\n|-\n", "(", "&", "\\", "{"),
    *(">", "> - ", "- ", "1. ", "* * ", "- a\n", "1. a\n", "> a\n\n", ": b\n", "a\n: b\n\n"),
    *("# a\n", "## a\n\n", "a\n===\n", "---\n", "a\n", "a\n\n", "    a\n", "word ", "\n", " "),
    *(
        "[a](b.md) ",
        "[a](b.md)\n\n",
        "![a](b.png) ",
        "<http://a.b> ",
        "<script>",
        "<b>a</b>",
        "<!--a--><b>",
    ),
)
"""What makes a text when it is repeated."""


@pytest.mark.parametrize("repeated", NONSENSE)
@pytest.mark.parametrize("size", [LARGEST // 5, LARGEST])
def test_nonsense_is_read_or_refused_in_a_second(repeated: str, size: int) -> None:
    reader = ProseReader()
    began = process_time()
    reader.body((repeated * size)[:size], PATH, 4, steps=True)
    assert process_time() - began < SECONDS


@pytest.mark.parametrize("text", ["[" * 2000, "<a " * 2000, "``a`" * 2500])
def test_what_takes_too_long_is_told_where_it_begins(text: str) -> None:
    _, problems = ProseReader().body(f"One.\n\nTwo.\n\n{text}\n", PATH, 4, steps=False)
    (problem,) = problems
    assert problem.message == REFUSED
    assert problem.place.line in (4, 8)


def test_a_sentence_is_told_like_a_body() -> None:
    prose, problems = ProseReader().inline("[" * 2000, Place(PATH, 2, 5))
    assert not prose
    assert told(problems) == (
        f"{PATH}:2:5  error  {REFUSED}\n"
        "    hint: close each bracket, and leave an empty line between two paragraphs"
    )


def test_a_text_above_the_largest_size_is_told() -> None:
    _, problems = ProseReader().body("a" * (LARGEST + 1), PATH, 4, steps=True)
    assert told(problems) == (
        f"{PATH}:4  error  the text has 40,001 characters; it may have 40,000\n"
        "    hint: make several pages of it"
    )


def test_a_text_that_was_refused_leaves_nothing_behind() -> None:
    reader = ProseReader()
    _, problems = reader.body("- a\n- " + "a|" * 300 + "\n  b" * 100, PATH, 4, steps=True)
    assert [problem.message for problem in problems] == [REFUSED]
    following = "One.\n\nTwo."
    assert reader.body(following, PATH, 4, steps=True) == ProseReader().body(
        following, PATH, 4, steps=True
    )


def test_what_people_write_is_far_from_too_much() -> None:
    _, _, body = (
        (REPOSITORY / "content/pages/about.md").read_text(encoding="utf-8").split("---\n", 2)
    )
    several = [f"{body}\n"] * (LARGEST // len(body))
    links = "".join(f"- [Exercise {number}](b.md), `code` | 5 < 6\n" for number in range(500))
    table = "a|b|c|d\n-|-|-|-\n" + "[one](a.md)|two|*three*|`four`\n" * 300
    for text in ("\n".join(several), links, table):
        assert len(text) < LARGEST
        body_, problems = ProseReader().body(text, PATH, 4, steps=False)
        assert not {problem.message for problem in problems} & {REFUSED}, told(problems)
        assert body_.introduction


def test_the_bounds_leave_room() -> None:
    assert LARGEST * 10 < LOOKS
