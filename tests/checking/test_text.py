"""What the rules about text take for blocks, sentences, words, sides and promises."""

import time
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from supple.checking import language
from supple.checking.finding import subject_of
from supple.checking.pages import _months
from supple.checking.passages import Block, blocks_of, words_of
from supple.checking.reading_age import reading_ages
from supple.checking.sides import first_side
from supple.checking.syllables import counter
from supple.domain.body import Movement, Position
from supple.domain.problem import Place
from supple.domain.prose import Prose
from supple.domain.written import Written
from supple.reading.folder import read_guide
from supple.reading.formats.vocabularies import CAUTIONS
from supple.reading.kinds import Findings, Spot
from supple.reading.prose import ProseReader
from supple.reading.strict_yaml import compose
from tests.checking.examples import GUIDE
from tests.guides import write_files

ENGLISH = cast("language.Language", language.load("en"))


def blocks(markdown: str) -> list[Block]:
    body, _ = ProseReader().body(markdown, "a.md", 1, steps=False)
    return [*blocks_of(body.introduction)]


class TestBlocks:
    def test_are_paragraphs_items_cells_and_headings(self) -> None:
        markdown = "## A *b*\n\nOne [two](x.md)\nthree &amp; four.\n\n- Five\n- Six\n\n> Seven\n"
        assert blocks(markdown) == [
            Block("A b", is_heading=True),
            Block("One two three & four."),
            Block("Five"),
            Block("Six"),
            Block("Seven"),
        ]

    def test_leave_out_code_pictures_notes_and_what_browsers_run(self) -> None:
        markdown = (
            "Pain[^1] ![alt](a.png) and `code`.\n\n    indented code\n\n"
            "<script>let words = 1;</script>\n\n<!-- nothing -->\n\n[^1]: A note.\n"
        )
        assert [block.text for block in blocks(markdown)] == ["Pain and code.", "A note. ↩"]

    def test_of_a_text_are_itself(self) -> None:
        assert blocks_of("Five < six") == (Block("Five < six"),)
        assert blocks_of("") == blocks_of(Prose()) == ()

    @pytest.mark.parametrize(
        ("text", "sentences"),
        [
            ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
            ('He said "stop." Then', ['He said "stop.', "Then"]),
            ("Hold for 1.5 minutes, e.g. in bed.", ["Hold for 1.5 minutes, e.g. in bed."]),
            ("See it. 5 minutes.", ["See it.", "5 minutes."]),
            ("Wait … and go on.", ["Wait … and go on."]),
        ],
    )
    def test_have_sentences(self, text: str, sentences: list[str]) -> None:
        assert [*Block(text).sentences] == sentences

    def test_have_words(self) -> None:
        said = "Don’t hold 15-30 s – it's at www.example.org/a, isn't it?"
        assert words_of(said) == (
            ["Don’t", "hold", "15-30", "s", "it's", "at", "www.example.org/a", "isn't", "it"]
        )

    def test_of_a_text_without_end_are_quickly_there(self) -> None:
        start = time.process_time()
        for text in ("<" * 50_000, "<a " * 20_000, "<!--" * 20_000, '."' * 30_000, "a" * 100_000):
            for block in blocks_of(Prose((text,))):
                assert [words_of(sentence) for sentence in block.sentences]
        assert time.process_time() - start < 5


class TestPlaces:
    BODY = Written("a.md", 10, "Why.\n\n**Pull** one [knee](b.md)\nup. Pull it.\n")

    @pytest.mark.parametrize(
        ("words", "line", "column"),
        [
            ("Pull one knee up.", 12, 3),
            ("one knee", 12, 10),
            ("Pull it.", 13, 5),
            ("nothing of it", 10, 0),
            ("…", 10, 0),
        ],
    )
    def test_are_those_of_words_among_marks(self, words: str, line: int, column: int) -> None:
        assert self.BODY.place_of(words) == Place("a.md", line, column)


class TestSides:
    @pytest.mark.parametrize(
        "step",
        [
            "Do the same with your other leg.",
            "Change legs and do the same.",
            "Repeat on the left.",
            "Swap sides.",
            "Then do as many to the right.",
            "Use one leg, then the other.",
            "Repeat with this arm, then turn round and do the same with the other.",
            "Roll from side to side.",
            "Do this 5 times on each side.",
            "Lift your arms in turn.",
        ],
    )
    def test_that_come_next_are_found(self, step: str) -> None:
        assert ENGLISH.turn.search(step)

    @pytest.mark.parametrize(
        "step",
        [
            "Keep your other leg where it is.",
            "Bend both knees.",
            "Put one ankle across the other leg.",
            "Then lower the foot.",
            "Change your position. Lift the other leg.",
        ],
    )
    def test_that_are_only_named_are_not(self, step: str) -> None:
        assert not ENGLISH.turn.search(step)

    @pytest.mark.parametrize(
        ("step", "told"),
        [
            ("Now the other side.", True),
            ("Repeat with the other leg.", True),
            ("Open your arms wide to both sides.", False),
            ("Draw up one knee, then the other knee.", False),
            ("Turn your face to whichever side feels better.", False),
        ],
    )
    def test_where_there_are_none_are_found(self, step: str, *, told: bool) -> None:
        assert bool(ENGLISH.second.search(step)) is told

    @pytest.mark.parametrize(
        "step", ["Change hands if they tire.", "Swap hands when your arms tire."]
    )
    def test_are_not_changed_by_hands_that_tire(self, step: str) -> None:
        assert not ENGLISH.second.search(step)
        assert not ENGLISH.turn.search(step)

    @pytest.mark.parametrize(
        ("steps", "noun", "first"),
        [
            ("Bend to the left. Then do as many to the right.", "", "left"),
            ("Lift your right leg. Do the same with your left leg.", "leg", "right"),
            ("Do it with your right leg, then your left.", "leg", "right"),
            ("Do it first on the right, then on the left.", "", "right"),
            ("Put your left hand on a wall. Lift your right leg. Repeat on the left.", "", "right"),
            ("Lift your right leg. Change legs.", "leg", "right"),
            ("Turn to the left. Look to the right. Do the same to the right.", "", "left"),
            ("Repeat 5 times to the right, then do as many to the left.", "", "right"),
            # where it isn't clear
            ("Lift one leg. Change legs.", "leg", None),
            ("Put your left hand on the wall. Lift one leg. Change legs.", "leg", None),
            ("Keep your left leg still and lift your other leg. Change legs.", "leg", None),
            ("Lie on your left side. Lift the top leg. Change legs.", "leg", None),
            (
                "Lie on your left side. Lift the leg. Lie on your right side and do the same.",
                "",
                None,
            ),
            ("Lift a leg. Do the same, right hand on your left leg.", "leg", None),
            ("Turn your face to the right. Then lift your left leg. Change legs.", "leg", None),
        ],
    )
    def test_begin_with_one_where_that_is_clear(
        self, steps: str, noun: str, first: str | None
    ) -> None:
        assert first_side((steps,), noun, ENGLISH) == first


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("In about 3 minutes", "3"),
        ("Full back care in 15 minutes", "15"),
        ("It takes two minutes.", "two"),
        ("3-minute lie-down break", "3"),
        ("A five-minute break", "five"),
        ("Two minutes for calf and neck", "Two"),
        ("2 min for your neck", "2"),
        ("Two minutes is all you need", "Two"),
        ("It takes 2 minutes to do.", "2"),
        ("Two minutes of rest, then a stretch.", None),
        ("It needs 5 minutes of rest afterwards.", None),
        ("One minute for your neck, two for your calf.", None),
        ("Follow it with a 10-minute walk.", None),
        ("Walk for 5 minutes first.", None),
        ("In 3 weeks", None),
    ],
)
def test_promises_are_told_from_other_times(text: str, minutes: str | None) -> None:
    found = ENGLISH.promise.search(text)
    assert (found and next(group for group in found.groups() if group)) == minutes


@pytest.mark.parametrize(
    ("since", "months"),
    [((2024, 11, 22), 24), ((2024, 11, 23), 23), ((2026, 11, 22), 0), ((2026, 10, 31), 0)],
)
def test_months_are_whole_ones(since: tuple[int, int, int], months: int) -> None:
    assert _months(date(*since), date(2026, 11, 22)) == months


class TestReadingAge:
    def test_is_that_of_flesch_and_kincaid(self) -> None:
        # 100 words in 10 sentences with 150 syllables: 3.9 + 17.7 - 15.59 is grade 6
        syllables = round(150 / ENGLISH.reading.missed)
        assert ENGLISH.reading.age(100, 10, syllables) == pytest.approx(11.01, abs=0.1)

    def test_of_short_pages_is_not_told(self, tmp_path: Path) -> None:
        guide, _ = read_guide(write_files(tmp_path, GUIDE))
        assert guide
        assert reading_ages(subject_of(guide)).pages == ()

    def test_counts_the_syllables_that_hyphens_part(self) -> None:
        count = counter("en_US")
        assert count
        assert [count(word) for word in ("knee", "stretching", "physiotherapy")] == [1, 2, 5]
        assert counter("xx") is None


class TestCalls:
    def test_are_positions_and_movements(self) -> None:
        node, _ = compose("a: {title: A, text: T, for: [prone, twist]}", "f")
        assert node
        read = CAUTIONS.read(node, Spot(Findings("f")))
        assert read
        assert read["a"].called_for_by == (Position.PRONE, Movement.TWIST)

    @pytest.mark.parametrize(
        ("word", "hint"),
        [("twsit", "did you mean twist?"), ("up", "write supine, side-lying, ")],
    )
    def test_that_are_neither_are_told(self, word: str, hint: str) -> None:
        node, _ = compose(f"a: {{title: A, text: T, for: [{word}]}}", "f")
        findings = Findings("f")
        assert node
        CAUTIONS.read(node, Spot(findings))
        assert findings.problems[0].message == f"for: {word} is not a position or a movement"
        assert findings.problems[0].hint.startswith(hint)
