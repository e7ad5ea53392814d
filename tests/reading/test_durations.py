"""Durations and counts: what people write, what it means, and what nobody could tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.quantity import Count, Duration, Unit
from supple.reading.durations import LONGEST, MOST, parse_count, parse_duration

BREATHS = Unit.BREATHS

MEANT = {
    "20 s": Duration(20, 20),
    "20s": Duration(20, 20),
    "20": Duration(20, 20),
    " 20 s ": Duration(20, 20),
    "20\u00a0s": Duration(20, 20),  # a space that doesn't break, as word processors put it
    "1 sec": Duration(1, 1),
    "20 secs": Duration(20, 20),
    "1 Second": Duration(1, 1),
    "20 SECONDS": Duration(20, 20),
    "0 s": Duration(0, 0),
    "15-20 s": Duration(15, 20),
    "15–20 seconds": Duration(15, 20),
    "15 — 20 s": Duration(15, 20),
    "15‑20 s": Duration(15, 20),  # a hyphen that doesn't break
    "15−20 s": Duration(15, 20),  # a minus sign
    "15 to 20 s": Duration(15, 20),
    "15 s to 20 s": Duration(15, 20),
    "15-20": Duration(15, 20),
    "20-20 s": Duration(20, 20),
    "1 min": Duration(60, 60),
    "2 mins": Duration(120, 120),
    "2-3 min": Duration(120, 180),
    "1.5 min": Duration(90, 90),
    "0.1 min": Duration(6, 6),
    "16.15 min": Duration(969, 969),  # whole seconds, though no binary fraction says so
    "1.5-2 min": Duration(90, 120),
    "1 min 30 s": Duration(90, 90),
    "1min30s": Duration(90, 90),
    "1 minute and 30 seconds": Duration(90, 90),
    "30 s - 1 min": Duration(30, 60),
    "30 seconds–1 minute 15 seconds": Duration(30, 75),
    "1 min 30 s to 2 min": Duration(90, 120),
    "1 breath": Duration(1, 1, BREATHS),
    "3-5 breaths": Duration(3, 5, BREATHS),
    "1 breath to 2 breaths": Duration(1, 2, BREATHS),
    "24 min": Duration(1440, 1440),
    "86400 s": Duration(LONGEST, LONGEST),
}

REFUSED = [
    "",
    " ",
    "s",
    "min",
    "-",
    "1:30",
    "010",
    "010 s",
    "30sek",
    "20 s.",
    "about 20 s",
    "20 s 20 s",
    "-5 s",
    "+5 s",
    "5-3 s",
    "2 min - 90 s",
    "15-",
    "15--20 s",
    "10-15-20 s",
    "1.25 s",
    "1,5 min",
    "1.001 min",
    ".5 min",
    "1e3 s",
    "15-20 breaths s",
    "15 s - 2 breaths",
    "2 breaths - 30 s",
    "1.5 breaths",
    "1 h",
    "1 m",
    "1 minand 30 s",
    "30 s 1 min",
    "1-2 min 30 s",  # from one second, or from one minute?
    "1 min - 90",  # ninety of what?
    "15to20 s",
    "５ s",
    "٣ s",
    "² s",
    "86401 s",
    "1441 min",
    "100000 breaths",
    "99999999999999999999 s",
    "9" * 5000,
    "1." + "0" * 5000 + " min",
]


@pytest.mark.parametrize("text", MEANT)
def test_a_duration_means_what_people_mean_by_it(text: str) -> None:
    assert parse_duration(text) == MEANT[text]


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: repr(text)[:24])
def test_what_nobody_could_tell_is_no_duration(text: str) -> None:
    assert parse_duration(text) is None


def ranges(most: int, least: int = 0) -> st.SearchStrategy[tuple[int, int]]:
    """Low and high, often the same, often in whole minutes."""
    numbers = st.integers(least, most) | st.integers(1, most // 60).map(lambda number: number * 60)
    pairs = st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))
    return pairs | numbers.map(lambda number: (number, number))


DURATIONS = st.builds(
    lambda ends, unit: Duration(ends[0], ends[1], unit), ranges(LONGEST), st.sampled_from(Unit)
)


@given(DURATIONS)
def test_a_duration_written_out_reads_as_the_same(duration: Duration) -> None:
    assert parse_duration(str(duration)) == duration


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (Duration(0, 0), "0 s"),
        (Duration(20, 20), "20 s"),
        (Duration(15, 30), "15-30 s"),
        (Duration(60, 60), "1 min"),
        (Duration(120, 180), "2-3 min"),
        (Duration(90, 90), "1 min 30 s"),
        (Duration(30, 60), "30 s - 1 min"),
        (Duration(0, 60), "0 s - 1 min"),
        (Duration(90, 150), "1 min 30 s - 2 min 30 s"),
        (Duration(1, 1, BREATHS), "1 breath"),
        (Duration(60, 120, BREATHS), "60-120 breaths"),
    ],
)
def test_a_duration_is_written_as_shortly_as_it_can_be(duration: Duration, text: str) -> None:
    assert str(duration) == text


DASHES = st.sampled_from(["-", "–", "—", "‑", "−", " - ", " – ", " to ", " TO "])
SPACES = st.sampled_from(["", " ", "  ", "\u00a0"])
WORDS = {
    (Unit.SECONDS, 1): ["s", "sec", "secs", "second", "seconds", "Sec", "SECONDS"],
    (Unit.SECONDS, 60): ["min", "mins", "minute", "minutes", "Min"],
    (Unit.BREATHS, 1): ["breath", "breaths", "Breath"],
}


@given(st.data())
def test_every_way_to_write_a_duration_reads_as_the_same(data: st.DataObject) -> None:
    unit, times = data.draw(st.sampled_from(sorted(WORDS)))
    word = st.sampled_from(WORDS[unit, times])
    low, high = data.draw(ranges(LONGEST // times))
    first_unit = data.draw(st.just("") | st.builds(str.__add__, SPACES, word))
    first = f"{low}{first_unit}{data.draw(DASHES)}" if low < high else ""
    text = f"{first}{high}{data.draw(SPACES)}{data.draw(word)}"
    assert parse_duration(text) == Duration(low * times, high * times, unit), text


@given(st.integers(1, 1439), st.integers(0, 59), SPACES, st.sampled_from([" and ", " ", ""]))
def test_minutes_and_seconds_add_up(minutes: int, seconds: int, space: str, link: str) -> None:
    text = f"{minutes}{space}min{link}{seconds}{space}s"
    total = minutes * 60 + seconds
    assert parse_duration(text) == Duration(total, total)


NEARLY = st.lists(
    st.sampled_from(["1", "15", "0", "s", "min", "breaths", "and", "to", "-", ".", " "]),
    max_size=8,
).map("".join)


@given(st.text() | NEARLY)
def test_no_text_at_all_upsets_the_grammar(text: str) -> None:
    for parse in (parse_duration, parse_count):
        read = parse(text)
        assert read is None or 0 <= read.low <= read.high


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1", Count(1, 1)),
        (" 5 ", Count(5, 5)),
        ("2-5", Count(2, 5)),
        ("2–5", Count(2, 5)),
        ("2 to 5", Count(2, 5)),
        (str(MOST), Count(MOST, MOST)),
    ],
)
def test_a_count_means_what_people_mean_by_it(text: str, count: Count) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    "text",
    ["", "0", "0-3", "5-2", "1-2-3", "1.5", "2x", "x2", "twice", "010", "-2", "2-", "２", "1001"],
)
def test_what_nobody_could_count_is_no_count(text: str) -> None:
    assert parse_count(text) is None


@given(ranges(MOST, least=1).map(lambda ends: Count(*ends)))
def test_a_count_written_out_reads_as_the_same(count: Count) -> None:
    assert parse_count(str(count)) == count
