"""What the player is told of each exercise, and what it shows of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from supple.domain.dosage import Default, Dosage
from supple.domain.problem import Place
from supple.domain.prose import HoldPhrase, Link, Picture, Prose
from supple.domain.quantity import Count, Duration, Unit
from supple.domain.settings import Timing
from supple.drawing.gallery import gallery
from supple.reading.folder import read_guide
from supple.reading.prose import ProseReader
from supple.rendering import addresses, hold_phrases
from supple.rendering.hold_phrases import seconds_of, the_hold
from supple.rendering.prose import plain
from supple.rendering.views.desk import Desk
from supple.rendering.views.exercise import exercise_page
from supple.rendering.views.player import told as told_in_time
from supple.rendering.views.routine import routine_page
from supple.rendering.views.sheet import sheet_page
from tests.golden.data import load
from tests.guides import ROUTINE, STRETCH, write_guide
from tests.rendering.sites import SAY
from tests.told import told

READER = ProseReader(hold_phrases.words("en"))
GOLDEN: Any = load("player.json")


def desk(folder: Path, changes: dict[str, str], here: str) -> Desk:
    """A desk for one page of the small guide with some files changed."""
    guide, problems = read_guide(write_guide(folder, changes), hold_words=hold_phrases.words)
    assert not problems, told(problems)
    assert guide is not None
    return Desk(guide, SAY, here, figures=gallery(guide)[0])


def steps(*texts: str) -> tuple[Prose, ...]:
    lines = "".join(f"{number}. {text}\n" for number, text in enumerate(texts, start=1))
    body, problems = READER.body(lines, "content/exercises/knee.md", 4, steps=True)
    assert not problems, told(problems)
    return body.steps


def dosage(hold: Duration | None, usual: int = 0, unit: Unit = Unit.SECONDS) -> Dosage:
    default = Duration(usual, usual, unit) if usual else hold
    return Dosage(hold, Count(1, 4), Default(default, 1))


LONG = Duration(15, 30)


def in_time(*texts: str, hold: Duration | None = LONG) -> tuple[list[str], str, str]:
    """What a person is told before a hold, in it and after it."""
    made = steps(*texts)
    said = told_in_time(made, the_hold(made, dosage(hold), Timing()), SAY)
    return list(said.ready), said.hold, said.release


class TestToldInTime:
    def test_is_what_stands_before_in_and_after_the_step_with_the_hold(self) -> None:
        assert in_time("Lie.", "Hold for 20 seconds with care.", "Let go.", "Rest.") == (
            ["Lie."],
            "Hold with care.",
            "Let go.",
        )

    def test_is_all_at_once_without_a_hold(self) -> None:
        assert in_time("Lie.", "Hold a rail.", "Let go.") == (
            ["Lie.", "Hold a rail.", "Let go."],
            "",
            "",
        )
        assert in_time() == ([], "", "")

    def test_is_all_at_once_where_repetitions_are_counted(self) -> None:
        assert in_time("Up. Pause for 2 seconds.", "Down.", hold=None) == (
            ["Up. Pause for 2 seconds.", "Down."],
            "",
            "",
        )

    def test_takes_a_pause_for_no_hold_that_is_far_from_it(self) -> None:
        assert in_time("Rest for 2 minutes.", "Up.", "Hold for 20 s.", "Down.") == (
            ["Rest for 2 minutes.", "Up."],
            "",
            "Down.",
        )

    @pytest.mark.parametrize(
        ("step", "lead", "held"),
        [
            ("Hold for 20 seconds.", "", ""),
            ("Hold for 20 seconds", "", ""),
            ("Hold for 20 seconds while you breathe.", "", "Hold while you breathe."),
            ("Hold for 20 seconds andante.", "", "Hold for 20 seconds andante."),
            ("Hold for 20 seconds, 3 times.", "", "Hold for 20 seconds, 3 times."),
            ("Hold for 20 seconds or longer.", "", "Hold for 20 seconds or longer."),
            ("Hold for 20 seconds. Breathe.", "", "Hold. Breathe."),
            ("Hold for 20 seconds. Change legs.", "", ""),
            ("Lift it up. Hold for 20 seconds.", "Lift it up.", ""),
            ("Lift it and hold for 20 s.", "", "Lift it and hold."),
            ("Up. Lift it and hold for 20 s.", "Up.", "Lift it and hold."),
            ("Up! **Hold for 20 s** and *breathe*.", "Up!", "Hold and breathe."),
            ("Hold for 20 s [with care](safety.md) &amp; joy.", "", "Hold with care & joy."),
            ("Hold for 20 s\nand breathe.", "", "Hold and breathe."),
        ],
    )
    def test_leaves_the_length_out_where_that_can_be_read(
        self, step: str, lead: str, held: str
    ) -> None:
        ready = ["Lie.", lead] if lead else ["Lie."]
        assert in_time("Lie.", step, "Let go.") == (ready, held, "Let go.")

    @pytest.mark.parametrize(
        "again", ["Repeat.", "Do the same with the other leg.", "Change legs.", "then do it again"]
    )
    def test_takes_doing_it_again_for_no_release(self, again: str) -> None:
        assert in_time("Hold for 20 s and breathe.", again)[2] == ""

    def test_knows_a_word_from_its_beginning(self) -> None:
        assert in_time("Hold for 20 s.", "Double over and down.")[2] == "Double over and down."


class TestSeconds:
    @pytest.mark.parametrize(
        ("said", "usual", "seconds"),
        [
            (Duration(15, 30), 20, 20),
            (Duration(15, 30), 30, 30),
            (Duration(15, 30), 5, 15),
            (Duration(15, 30), 40, 15),
            (Duration(3, 5, Unit.BREATHS), 20, 20),
            (Duration(3, 5, Unit.BREATHS), 60, 15),
        ],
    )
    def test_are_the_default_if_the_phrase_says_it_else_its_least(
        self, said: Duration, usual: int, seconds: int
    ) -> None:
        phrase = HoldPhrase("Hold", "Hold for ", "so long", "", said)
        assert seconds_of(phrase, dosage(Duration(1, 90), usual), Timing(breath=5)) == seconds

    def test_of_counted_repetitions_are_what_the_phrase_says(self) -> None:
        phrase = HoldPhrase("Pause", "Pause for ", "2 to 3 s", "", Duration(2, 3))
        assert seconds_of(phrase, dosage(None), Timing()) == 2


class TestPages:
    HUG = "content/exercises/knee-hug.md"
    MORNING = "content/routines/morning.md"

    def test_an_exercise_has_its_phrase_as_words_that_carry_the_seconds(
        self, tmp_path: Path
    ) -> None:
        here = desk(tmp_path, {}, addresses.exercise("knee-hug"))
        page = exercise_page(here, here.guide.exercises["knee-hug"])
        assert page.steps[1] == (
            'Pull one knee up. <span class="hold-phrase" data-hold="20">'
            "Hold for 15 to 30 seconds</span>."
        )

    def test_a_guide_can_do_without(self, tmp_path: Path) -> None:
        settings = "format: 1\nid: test\ntitle: Test\ninline_timers: false\n"
        here = desk(tmp_path, {"guide.yaml": settings}, addresses.exercise("knee-hug"))
        page = exercise_page(here, here.guide.exercises["knee-hug"])
        assert page.steps[1] == "Pull one knee up. Hold for 15 to 30 seconds."

    @pytest.mark.parametrize("language", ["de", "fr-CA"])
    def test_so_does_a_language_without_the_words(self, language: str) -> None:
        assert hold_phrases.words(language) is None
        assert hold_phrases.words("en-GB") == hold_phrases.words("en")

    @pytest.mark.parametrize(
        ("entry", "said"),
        [
            ("", "Hold for 20 seconds."),
            ("    hold: 30 s\n", "Hold for 30 seconds."),
            ("    hold: 15-20 s\n", "Hold for 15 to 20 seconds."),
            ("    hold: 1 min\n", "Hold for 1 minute."),
            ("    hold: 3 breaths\n", "Hold for 3 breaths."),
            ("    mode: short\n", "Hold for 3 seconds."),
            ("    mode: counted\n", "Hold for 15 to 30 seconds."),
        ],
    )
    def test_a_sheet_says_what_is_prescribed(self, tmp_path: Path, entry: str, said: str) -> None:
        modes = (
            "modes:\n  short:\n    title: Short\n    hold: 3-5 s\n"
            "  counted:\n    title: Counted\n    kind: move\n    pace: 3 s\n"
        )
        changes = {
            self.HUG: STRETCH.replace("feel:", f"{modes}feel:"),
            self.MORNING: ROUTINE.replace("hug\n", f"hug\n{entry}"),
        }
        here = desk(tmp_path, changes, addresses.sheet("morning"))
        (day,) = sheet_page(here, here.guide.routines["morning"]).days
        assert day.entries[0].steps[1] == f"Pull one knee up. {said}"

    def test_a_sheet_leaves_other_times_and_holds_of_their_own_alone(self, tmp_path: Path) -> None:
        text = STRETCH.replace("30 seconds.", "30 seconds. Rest for 5 seconds.")
        here = desk(tmp_path, {self.HUG: text}, addresses.sheet("morning"))
        (day,) = sheet_page(here, here.guide.routines["morning"]).days
        assert day.entries[0].steps[1].endswith("Hold for 20 seconds. Rest for 5 seconds.")
        holds = "  holds:\n    - name: Up\n      hold: 15 s\n    - name: Down\n"
        own = STRETCH.replace("  sides: each\n  side: leg\n", holds)
        here = desk(tmp_path / "own", {self.HUG: own}, addresses.sheet("morning"))
        (day,) = sheet_page(here, here.guide.routines["morning"]).days
        assert day.entries[0].steps[1].endswith("Hold for 15 to 30 seconds.")


def golden_desk(folder: Path, here: str) -> Desk:
    """A desk for a page of the golden guide."""
    names = {f"content/exercises/{slug}.md": text for slug, text in GOLDEN["pages"].items()}
    guide, _ = read_guide(
        write_guide(folder, {**names, "content/routines/morning.md": GOLDEN["routine"]}),
        hold_words=hold_phrases.words,
    )
    assert guide is not None
    return Desk(guide, SAY, here, figures=gallery(guide)[0])


def test_a_routine_tells_the_player_what_the_golden_file_says(tmp_path: Path) -> None:
    here = golden_desk(tmp_path, addresses.routine("morning"))
    page = routine_page(here, here.guide.routines["morning"])
    assert json.loads(str(page.exercises)) == GOLDEN["exercises"]
    (day,) = page.days
    assert json.loads(str(day.countdown.phases)) == GOLDEN["phases"]


def test_an_exercise_tells_the_same_with_the_figures_of_its_own_page(tmp_path: Path) -> None:
    for slug, golden in GOLDEN["exercises"].items():
        here = golden_desk(tmp_path, addresses.exercise(slug))
        page = exercise_page(here, here.guide.exercises[slug])
        (data,) = json.loads(str(page.exercises)).values()
        figures = data.pop("figures", {})
        assert data == {key: value for key, value in golden.items() if key != "figures"}
        shown = [*page.shown, *(figure for dose in page.doses for figure in dose.shown)]
        assert set(figures.values()) <= {figure.id for figure in shown}
        assert {figure.caption for figure in shown} <= {*figures}


def test_each_mode_has_its_own_figure_where_it_looks_different(tmp_path: Path) -> None:
    poses = "figure:\n  hold:\n    right leg: {hip: 122, knee: 128}\n"
    mode = "modes:\n  far:\n    title: Far\n    figure:\n      hold: {right leg: {hip: 60}}\n"
    text = STRETCH.replace("feel:", f"{mode}{poses}feel:")
    here = desk(tmp_path, {TestPages.HUG: text}, addresses.exercise("knee-hug"))
    data = json.loads(str(exercise_page(here, here.guide.exercises["knee-hug"]).exercises))
    assert data["knee-hug"]["figures"] == {"": "figure-1-1", "far/": "figure-2-1"}


def test_prose_is_plain_without_holes() -> None:
    place = Place("content/home.md")
    hold = HoldPhrase("Hold", "Hold for ", "20 s", "", Duration(20, 20))
    link = Link("a.md", "", Prose(("the <em>other</em>",)), place)
    parts = ("<p>See <b>all</b>: ", link, ".</p>\n<p>", hold, "</p>", Picture("", "k", "", place))
    assert " ".join(plain(Prose(parts)).split()) == "See all: the other. Hold for 20 s k"
