"""What several exercises need together."""

from supple.domain.vocabulary import Need, gather

PILLOW = Need(("pillow",))
MAT_OR_BED = Need(("mat", "bed"))


def test_each_thing_is_told_once() -> None:
    assert gather([MAT_OR_BED, PILLOW, MAT_OR_BED, PILLOW]) == (MAT_OR_BED, PILLOW)


def test_what_one_exercise_needs_is_no_longer_optional() -> None:
    assert gather([Need(("pillow",), optional=True), PILLOW]) == (PILLOW,)
    assert gather([Need(("mat", "bed"), optional=True), MAT_OR_BED]) == (MAT_OR_BED,)


def test_a_choice_is_made_by_what_is_needed_anyway() -> None:
    assert gather([Need(("chair", "sofa", "pillow"), optional=True), PILLOW]) == (PILLOW,)
    assert gather([Need(("wall", "rail")), Need(("rail",))]) == (Need(("rail",)),)


def test_what_can_be_left_out_stays_so_if_nothing_needs_it() -> None:
    optional = Need(("pillow",), optional=True)
    assert gather([MAT_OR_BED, optional]) == (MAT_OR_BED, optional)
