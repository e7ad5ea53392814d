"""Phrases in steps that start a timer: what is one, and above all what isn't."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.prose import HoldPhrase, HoldWords, Prose
from supple.domain.quantity import Duration, Unit
from supple.reading.inline_timers import grammar
from supple.reading.patience import LARGEST
from supple.reading.prose import ProseReader
from supple.rendering import hold_phrases
from supple.rendering.prose import plain
from tests.sites import REPOSITORY

PATH = "content/exercises/knee.md"
ENGLISH = hold_phrases.words("en")
assert ENGLISH is not None
READER = ProseReader(ENGLISH)
PLAIN = ProseReader()

GERMAN = HoldWords(
    phrase="{verb} {length} lang",
    range="{low} bis {high}",
    verbs=("halte", "halten Sie"),
    after=("und", "dann"),
    seconds=("Sekunde", "Sekunden"),
    minutes=("Minute", "Minuten"),
    breaths=("Atemzug", "Atemzüge"),
    numbers=("eine", "zwei"),
)


def phrases(markdown: str, reader: ProseReader = READER) -> list[HoldPhrase]:
    """The phrases in the steps of a body."""
    body, _ = reader.body(markdown, PATH, 4, steps=True)
    assert not [*body.introduction.holds, *body.more.holds]
    return [phrase for step in body.steps for phrase in step.holds]


def found(step: str) -> list[str]:
    """The phrases of one step, each with what it means."""
    return [f"{phrase.words} = {phrase.hold}" for phrase in phrases(f"1. {step}\n")]


@pytest.mark.parametrize(
    ("step", "meant"),
    [
        ("Hold for 15 to 20 seconds.", "Hold for 15 to 20 seconds = 15-20 s"),
        ("Hold for 15-20 seconds.", "Hold for 15-20 seconds = 15-20 s"),
        ("Hold for 15–20 seconds.", "Hold for 15–20 seconds = 15-20 s"),
        ("Hold for 15 - 20 s", "Hold for 15 - 20 s = 15-20 s"),
        (r"Hold for 15\-20 seconds.", "Hold for 15-20 seconds = 15-20 s"),
        ("Hold for 1 second", "Hold for 1 second = 1 s"),
        ("Hold for 20s.", "Hold for 20s = 20 s"),
        ("Rest for 2 to 3 minutes and breathe.", "Rest for 2 to 3 minutes = 2-3 min"),
        ("Stay for one deep breath.", "Stay for one deep breath = 1 breath"),
        ("Hold for two to three breaths.", "Hold for two to three breaths = 2-3 breaths"),
        ("Stay here for 5 slow breaths", "Stay here for 5 slow breaths = 5 breaths"),
        ("Pull it up and hold for 20 seconds.", "hold for 20 seconds = 20 s"),
        ("Pull it up, then hold it for 20 seconds.", "hold it for 20 seconds = 20 s"),
        ("Sink down: hold for 20 seconds.", "hold for 20 seconds = 20 s"),
        ("Let go.\nHold for\n20 seconds.", "Hold for\n20 seconds = 20 s"),
        ("**Hold for 20 seconds**, softly.", "Hold for 20 seconds = 20 s"),
        ("*Softly* and hold for 20 seconds.", "hold for 20 seconds = 20 s"),
        ("HOLD FOR 20 SECONDS", "HOLD FOR 20 SECONDS = 20 s"),
        ("Sink down.\n\n    Hold for 20 seconds.", "Hold for 20 seconds = 20 s"),
        ("Sink down.\n    - Hold for 20 seconds.", "Hold for 20 seconds = 20 s"),
        ("Breathe *in*  \nhold for 20 seconds", "hold for 20 seconds = 20 s"),
    ],
)
def test_a_plain_phrase_is_found(step: str, meant: str) -> None:
    assert found(step) == [meant]


@pytest.mark.parametrize(
    "step",
    [
        "Hold, and keep breathing.",
        "Hold a rail for 20 seconds.",
        "Hold the rail, for 20 seconds you will need it.",
        "Hold for a moment.",
        "Hold for up to 20 seconds.",
        "Hold for 20 repetitions.",
        "Hold for 0 seconds.",
        "Hold for 20 to 15 seconds.",
        "Hold for 1.5 minutes.",
        "Hold for 1/2 minute.",
        "Hold for 1000 seconds.",
        "Hold for 1 minute 30 seconds.",
        "Hold for 1 minute and 30 seconds.",
        "Hold for 30 seconds to 1 minute.",
        "Hold for 30 seconds – 2 minutes.",
        "Hold for 20 secondsish.",
        "Hold for 20-second turns.",
        "Do not hold for 20 seconds.",
        "Don't hold for 20 seconds.",
        "Never hold for 20 seconds.",
        "If you can't manage to hold for 20 seconds, stop.",
        "*Don't* hold for 20 seconds.",
        "Don't *hold for 20 seconds*.",
        "Re-hold for 20 seconds.",
        "`Don't` hold for 20 seconds.",
        "A household for 20 seconds.",
        "Holding for 20 seconds is enough.",
        "A foothold for 20 seconds.",
        "The rest for 2 minutes is short.",
        'Say "hold for 20 seconds".',
    ],
)
def test_another_sentence_is_left_alone(step: str) -> None:
    assert found(step) == []


@pytest.mark.parametrize(
    "step",
    [
        "[Hold for 20 seconds](https://example.org/)",
        "[and **hold for 20 seconds**](other.md)",
        "`Hold for 20 seconds`",
        "``Hold for 20 seconds``",
        "A.\n\n        Hold for 20 seconds",
        "> Hold for 20 seconds",
        "<a href='https://example.org/'>Hold for 20 seconds</a>",
        "<button>Hold for 20 seconds</button>",
        "<b>A.</b> Hold for 20 seconds.",
        "A.\n\n    <div>Hold for 20 seconds</div>",
        "<a href='https://example.org/'>A\n\n    Hold for 20 seconds.\n\n    b</a>",
        "![Hold for 20 seconds](knee.png)",
        "<!-- Hold for 20 seconds -->",
        "Hold for `20` seconds",
        "Hold for [20](b.md) seconds",
        "Hold for **20 seconds**",
    ],
)
def test_links_code_and_html_are_left_alone(step: str) -> None:
    assert phrases(f"1. {step}\n") == []


def test_only_steps_have_phrases() -> None:
    text = "Hold for 5 seconds.\n\n1. Hold for 20 seconds.\n\nHold for 6 s.\n\n1. Hold for 7 s.\n"
    assert [each.words for each in phrases(text)] == ["Hold for 20 seconds"]
    body, _ = READER.body(text, PATH, 4, steps=False)
    assert not [*body.introduction.holds]


def test_one_step_may_have_several() -> None:
    step = "Hold for 5 s, and hold for 6 s. *Then* hold for 7 s. Rest for 8 s"
    assert [each.split(" = ")[1] for each in found(step)] == ["5 s", "6 s", "7 s", "8 s"]


def test_without_words_there_are_no_phrases() -> None:
    body, _ = PLAIN.body("1. Hold for 20 seconds.\n", PATH, 4, steps=True)
    assert body.steps == (Prose(("Hold for 20 seconds.",)),)


def test_a_language_has_words_and_an_order_of_its_own() -> None:
    reader = ProseReader(GERMAN)
    text = (
        "1. Ziehe sie heran und halte 15 bis 20 Sekunden lang.\n2. Halten Sie zwei Atemzüge lang."
    )
    assert [
        (each.verb, each.length, each.after, str(each.hold)) for each in phrases(text, reader)
    ] == [
        ("halte", "15 bis 20 Sekunden", " lang", "15-20 s"),
        ("Halten Sie", "zwei Atemzüge", " lang", "2 breaths"),
    ]
    assert phrases("1. Hold for 20 seconds.\n", reader) == []


def test_a_phrase_is_kept_as_it_was_written_in_its_place() -> None:
    body, _ = READER.body("1. Up &amp; *on* and hold for 5 s - *so*.\n", PATH, 4, steps=True)
    hold = HoldPhrase("hold", "hold for ", "5 s", "", Duration(5, 5))
    assert body.steps == (Prose(("Up &amp; <em>on</em> and ", hold, " - <em>so</em>.")),)


UNITS = {
    "second": Unit.SECONDS,
    "seconds": Unit.SECONDS,
    "breath": Unit.BREATHS,
    "breaths": Unit.BREATHS,
}


@given(
    st.tuples(st.integers(1, 999), st.integers(1, 999)).map(sorted),
    st.sampled_from((" to ", "-", "–", " - ", " – ", "—")),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(("Hold", "Stay here", "rest", "PAUSE")),
    st.sampled_from(("", "Sink down. ", "Sink down and ", "Sink - ")),
    st.sampled_from(("", ".", " and breathe.", ", softly", "; breathe 5 times")),
)
def test_a_range_means_what_it_says(
    ends: list[int], to: str, unit: str, verb: str, before: str, after: str
) -> None:
    low, high = ends
    step = f"{before}{verb} for {low}{to}{high} {unit}{after}"
    (phrase,) = phrases(f"1. {step}\n")
    assert phrase.hold == Duration(low, high, UNITS[unit])
    assert f"{before}{phrase.words}{after}" == step


WORDS = st.sampled_from(
    (
        *("hold", "Hold", "holding", "holds", "household", "threshold", "hold-up", "behold"),
        *("for", "forty", "15", "20", "to", "-", "–", "seconds", "secondhand", "minutes", "times"),
        *("not", "never", "rest", "resting", "the", "stay", "breath", "and", "it", ".", ",", "a"),
    )
)
BLUNT = re.compile(
    r"(?:^|[.,–-]|\band)\s*(?:hold|stay|rest)(?: it)?\s+for\s+\d+(?:\s*(?:to|-|–)\s*\d+)?"
    r"\s+(?:seconds|minutes|breath)(?![\w’'-])",
    re.IGNORECASE,
)


@given(st.lists(WORDS, max_size=25))
def test_no_row_of_words_makes_more_phrases_than_it_says(words: list[str]) -> None:
    text = " ".join(words)
    for phrase in phrases(f"1. So: {text}\n"):
        assert BLUNT.search(f". {phrase.words} "), phrase.words
        assert phrase.hold.low >= 1
    if not BLUNT.search(f": {text}".replace(":", ".")):
        assert phrases(f"1. So. {text}\n") == []


@given(st.text(alphabet="Hold for20 -tseconds.\n*_`[]()<>&\\1", max_size=60))
def test_whatever_is_written_phrases_change_no_word(text: str) -> None:
    steps = f"1. {text} Hold for 20 seconds.\n"
    one, told = READER.body(steps, PATH, 4, steps=True)
    other, told_too = PLAIN.body(steps, PATH, 4, steps=True)
    assert told == told_too
    for mine, theirs in zip(one.steps, other.steps, strict=True):
        assert plain(mine) == plain(theirs)
    assert not re.search("[\x00-\x08\x0e-\x1f]", repr(one))


@pytest.mark.parametrize(
    "repeated",
    [
        "Hold for 20 seconds. ",
        "hold ",
        "Hold for ",
        "Hold for 1 to ",
        "and ",
        " ",
        "hold\n",
        "20 ",
        "- ",
        "*Hold* ",
    ],
)
def test_it_takes_no_time(repeated: str) -> None:
    text = f"1. {(repeated * LARGEST)[: LARGEST - 10]}"
    began = process_time()
    READER.body(text, PATH, 4, steps=True)
    assert process_time() - began < 1


def test_the_grammar_itself_is_linear() -> None:
    known = grammar(GERMAN)
    for text in ("halte " * 40_000, f"halte{' ' * 100_000}", "halte 1 " * 40_000, "1" * 200_000):
        began = process_time()
        assert [*known.find(text)] == []
        assert process_time() - began < 1


SAID = {
    "bed-edge-hip-stretch": ["Hold for 30 to 60 seconds"],
    "bottom-to-heels": ["Hold for 1 deep breath"],
    "cat-and-camel": ["Hold for 5 seconds", "Hold for 5 seconds"],
    "chair-supported-hip-hinge": ["Hold for 10 to 30 seconds"],
    "double-knee-to-chest": ["Hold for 15 to 30 seconds"],
    "half-kneeling-hip-stretch": ["Hold for 30 seconds"],
    "hamstring-stretch-foot-on-step": ["Hold for 15 to 30 seconds"],
    "knee-rolls": ["Hold for 2 to 10 seconds"],
    "knee-to-opposite-shoulder": ["Hold for 20 to 30 seconds"],
    "lie-down-break": ["Rest for 2 to 3 minutes"],
    "lie-on-front": ["Rest for 2 to 5 minutes"],
    "lying-figure-four": ["Hold for 20 to 30 seconds"],
    "lying-hamstring-stretch": ["Hold for 15 to 60 seconds"],
    "lying-trunk-twist": ["Hold for 10 to 30 seconds"],
    "open-book": ["Hold for 1 breath"],
    "pelvic-tilt": ["Hold for 2 to 15 seconds"],
    "press-up-on-hands": ["Hold for 2 to 3 seconds"],
    "prop-on-elbows": ["Hold for 10 to 30 seconds"],
    "rock-forward-and-back": ["Hold for 5 seconds", "Hold for 5 seconds"],
    "seated-chest-opener": ["hold for 5 to 10 seconds"],
    "seated-figure-four": ["Hold for 10 to 30 seconds"],
    "seated-forward-fold": ["Hold for 20 seconds"],
    "seated-knee-hug": ["Hold for 30 seconds"],
    "seated-side-bend": ["Hold for 20 seconds"],
    "seated-trunk-turn": ["Hold for 5 seconds"],
    "single-knee-drop": ["Hold for 10 to 30 seconds"],
    "single-knee-to-chest": ["Hold for 15 to 30 seconds"],
    "standing-back-bend": ["Hold for 3 seconds"],
    "standing-forward-bend": ["Hold for 15 to 20 seconds"],
    "thread-the-needle": ["Hold for 30 seconds"],
}
"""Every phrase of the guide that lives here."""

LEFT_ALONE = {
    "Follow it with that shoulder until your head rests on the pillow.",
    "Hold a rail with one hand, or put that hand on the wall.",
    "Put a towel round the sole of one foot and hold both ends.",
    "Reach through and hold that other leg behind the thigh.",
    "Rest your hands on your front thigh, or one on the chair. Make yourself tall.",
    "Rest for a moment before the next one.",
    "Rest your hands on your hips.",
    "Rest your right heel on the step.",
    "Turn your chest slowly to the left, while your knees stay where they are.",
}
"""Every step that says hold, stay, rest or pause, and means no time."""


def test_the_guide_that_lives_here_has_these_and_no_others() -> None:
    said, left_alone = {}, set()
    for file in sorted((REPOSITORY / "content" / "exercises").glob("*.md")):
        text = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        body, _ = READER.body(text, PATH, 4, steps=True)
        said[file.stem] = [phrase.words for step in body.steps for phrase in step.holds]
        left_alone |= {
            plain(step)
            for step in body.steps
            if not [*step.holds] and re.search(r"(?i)\b(?:hold|stay|rest|pause)", plain(step))
        }
    assert said == SAID
    assert left_alone == LEFT_ALONE
