"""Lengths of time and numbers of repetitions."""

import pytest

from supple.domain.quantity import Count, Duration, Unit, clamp


@pytest.mark.parametrize(("low", "high"), [(2, 1), (-1, 1), (-2, -1)])
def test_a_range_goes_up_from_nothing_or_more(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="not a range"):
        Duration(low, high)
    with pytest.raises(ValueError, match="not a range"):
        Count(low, high)


def test_nobody_repeats_anything_no_times() -> None:
    with pytest.raises(ValueError, match="not a range: 0 to 1"):
        Count(0, 1)


def test_one_value_is_no_range() -> None:
    assert not Duration(5, 5).is_range
    assert Duration(5, 6).is_range
    assert not Count(5, 5).is_range
    assert Count(5, 6).is_range


def test_breaths_take_the_seconds_that_a_guide_gives_them() -> None:
    assert Duration(2, 3, Unit.BREATHS).seconds(breath=4) == (8, 12)
    assert Duration(2, 3).seconds(breath=4) == (2, 3)


def test_a_value_is_moved_into_a_range_no_further_than_needed() -> None:
    assert [clamp(value, 3, 5) for value in (1, 3, 4, 5, 9)] == [3, 3, 4, 5, 5]
