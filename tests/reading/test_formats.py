"""The formats of a guide's files: every key there is, and what it becomes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from supple.domain.anatomy import Region
from supple.domain.dosage import Default, Dosage
from supple.domain.exercise import Exercise, Kind, Level
from supple.domain.guide import Guide, Urgency
from supple.domain.prose import Prose
from supple.domain.quantity import Count, Duration
from supple.domain.routine import ActivityEntry, Day, ExerciseEntry, RestEntry, Room
from supple.domain.rules import Allowance, Rule
from supple.domain.vocabulary import CautionKind, Grade, Need, SourceUse
from supple.pipeline import check
from supple.reading.folder import read_guide
from supple.reading.formats.exercise import EXERCISE
from supple.reading.formats.page import PAGE
from supple.reading.formats.routine import ROUTINE
from supple.reading.formats.settings import SETTINGS
from supple.reading.formats.vocabularies import CAUTIONS, SOURCE_LIST, TERMS
from supple.reading.kinds import Either, ListOf, MapOf
from supple.reading.records import Record
from tests.guides import write_files
from tests.reading import everything
from tests.reading.everything import BREATHS, COUNTED, DAY, FILES, HUG, HUG_DOSAGE, SAFETY, WEEK
from tests.told import messages, told


def html(prose: Prose) -> str:
    return "".join(part for part in prose.parts if isinstance(part, str))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The guide that uses every key, read."""
    guide, problems = read_guide(write_files(tmp_path_factory.mktemp("guide"), FILES))
    assert not problems, told(problems)
    assert guide is not None
    return guide


def read(tmp_path: Path, name: str, text: str) -> Guide:
    """The same guide with one file changed."""
    guide, problems = read_guide(write_files(tmp_path, {**FILES, name: text}))
    assert not problems, told(problems)
    assert guide is not None
    return guide


def read_hug(tmp_path: Path, text: str) -> Exercise:
    return read(tmp_path, "content/exercises/hug.md", text).exercises["hug"]


def refusals(tmp_path: Path, name: str, text: str) -> str:
    return told(read_guide(write_files(tmp_path, {**FILES, f"content/{name}": text}))[1])


def keys(kind: object, samples: list[Any]) -> Iterator[tuple[str, bool]]:
    """The keys of a format, and whether any of these samples has it."""
    match kind:
        case Record():
            records = [sample for sample in samples if isinstance(sample, dict)]
            for name, (_, described, _) in kind.keys.items():
                below = [record[name] for record in records if name in record]
                yield f"{kind.noun}: {name}", bool(below)
                yield from keys(described.kind, below)
        case ListOf():
            yield from keys(kind.item, [item for sample in samples for item in sample])
        case MapOf():
            yield from keys(kind.value, [value for each in samples for value in each.values()])
        case Either():
            yield from keys(kind.long, samples)


def front_matter(*pages: str) -> list[Any]:
    return [yaml.safe_load(page.split("---\n")[1]) for page in pages]


def vocabulary(name: str) -> list[Any]:
    return [yaml.safe_load(FILES[f"content/{name}.yaml"])]


@pytest.mark.parametrize(
    ("kind", "samples"),
    [
        (SETTINGS, [yaml.safe_load(everything.GUIDE)]),
        (EXERCISE, front_matter(HUG, COUNTED, BREATHS)),
        (ROUTINE, front_matter(WEEK, DAY)),
        (PAGE, front_matter(SAFETY)),
        (CAUTIONS, vocabulary("cautions")),
        (SOURCE_LIST, vocabulary("sources")),
        (TERMS, [*vocabulary("targets"), *vocabulary("equipment")]),
    ],
    ids=["settings", "exercise", "routine", "page", "cautions", "sources", "terms"],
)
def test_no_key_is_left_out_of_these_tests(kind: object, samples: list[Any]) -> None:
    found = {*keys(kind, samples)}
    assert {key for key, _ in found} == {key for key, used in found if used}


def test_a_guide_with_every_key_has_no_problem(tmp_path: Path) -> None:
    problems = check(write_files(tmp_path, FILES)).problems
    # It is in pt-BR, nobody could take its poses, its words serve no purpose, and it says so.
    expected = {"language", "figure", "review", *Rule}
    assert {problem.rule for problem in problems} <= expected, told(problems)


def test_settings_land_as_they_are_meant(guide: Guide) -> None:
    assert guide.settings == everything.SETTINGS


def test_settings_left_out_have_their_defaults(tmp_path: Path) -> None:
    guide = read(
        tmp_path, "guide.yaml", "format: 1\nid: a\ntitle: A\nurl:\ntiming:\n  breath: 6 s\n"
    )
    settings = guide.settings
    assert (settings.language, settings.url, settings.clean_urls) == ("en", "", False)
    assert settings.emergency.call == "999"
    assert (settings.timing.breath, settings.timing.pace) == (6, 3)
    assert (settings.outputs.sheets, len(settings.outputs.paper)) == (True, 2)


def test_emergency_numbers_have_names(tmp_path: Path) -> None:
    guide = read(tmp_path, "guide.yaml", "format: 1\nid: a\ntitle: A\nemergency: us\n")
    assert (guide.settings.emergency.call, guide.settings.emergency.advice) == ("911", "")


def test_a_guide_of_the_future_is_refused(tmp_path: Path) -> None:
    settings = write_files(tmp_path, {**FILES, "guide.yaml": "format: 2\nid: a\ntitle: A\n"})
    assert told(read_guide(settings)[1]) == (
        "guide.yaml:1:9  error  format: this guide has format 2, newer than this Supple knows\n"
        "    hint: install a newer Supple"
    )


@pytest.mark.parametrize("name", everything.HUG_EXPECTED)
def test_an_exercise_lands_as_it_is_meant(guide: Guide, name: str) -> None:
    assert getattr(guide.exercises["hug"], name) == everything.HUG_EXPECTED[name]


def test_an_exercises_prose_lands_where_it_belongs(guide: Guide) -> None:
    hug = guide.exercises["hug"]
    assert html(hug.introduction) == "<p>Why.</p>"
    assert [html(step) for step in hug.steps] == ["Lie down.", "Pull."]
    assert html(hug.more) == '<h2 id="worth-knowing">Worth knowing</h2>\n<p>More.</p>'
    assert html(hug.feel) == "A <em>gentle</em> pull."
    assert [html(line) for line in hug.mistakes] == ["pulling, and holding your breath", "hurrying"]
    assert [link.target for link in hug.easier.references] == ["exercises/counted.md"]
    assert html(hug.harder) == "Slide the other leg out."


def test_an_exercise_needs_little(guide: Guide) -> None:
    counted = guide.exercises["counted"]
    assert counted.dosage == Dosage(None, Count(5, 10), Default(None, 5), pace=2)
    assert (counted.summary, counted.feel, counted.cautions) == ("", Prose(), ())
    assert (counted.checked, counted.figure, counted.modes) == (None, None, ())


def test_several_holds_of_one_repetition_have_names(guide: Guide) -> None:
    dosage = guide.exercises["breaths"].dosage
    holds = tuple(replace(hold, figure=None) for hold in dosage.holds)
    assert replace(dosage, holds=holds) == everything.BREATHS_DOSAGE


class TestDefaults:
    @pytest.mark.parametrize(
        ("dosage", "default"),
        [
            ("hold: 15-30 s\n  reps: 2-4", Default(Duration(15, 15), 2)),
            ("hold: 20 s", Default(Duration(20, 20), 1)),
            ("reps: 5-10", Default(None, 5)),
            ("hold: 15-30 s\n  default:\n    reps: 1", Default(Duration(15, 15), 1)),
            (
                "hold: 15-30 s\n  reps: 2-4\n  default:\n    hold: 25 s",
                Default(Duration(25, 25), 2),
            ),
        ],
    )
    def test_that_nobody_wrote_are_the_least(
        self, tmp_path: Path, dosage: str, default: Default
    ) -> None:
        text = f"---\ntitle: A\nposition: prone\nlevel: gentle\ndosage:\n  {dosage}\n---\n\n1. A\n"
        guide = read(tmp_path, "content/exercises/another.md", text)
        assert guide.exercises["another"].dosage.default == default


class TestModes:
    def test_take_what_they_leave_out_from_the_exercise(self, guide: Guide) -> None:
        hug = guide.exercises["hug"]
        plain = hug.mode("plain")
        assert plain is not None
        assert (plain.title, plain.note) == ("As it is", Prose())
        assert plain.dosage == HUG_DOSAGE
        assert (plain.kind, plain.level) == (hug.kind, hug.level)
        assert plain.equipment == hug.equipment

    def test_bring_no_sources_but_their_own(self, guide: Guide) -> None:
        hug = guide.exercises["hug"]
        assert [mode.sources for mode in hug.modes] == [(SourceUse("clinic"),), (), ()]

    def test_may_have_all_of_their_own(self, guide: Guide) -> None:
        short = guide.exercises["hug"].mode("short-repeats")
        assert short is not None
        assert short.dosage == replace(
            HUG_DOSAGE,
            hold=Duration(3, 5),
            reps=Count(2, 5),
            default=Default(Duration(4, 4), 3),
        )
        assert html(short.note) == "Let go <em>each</em> time."
        assert (short.kind, short.level) == (Kind.MOVE, Level.MODERATE)
        assert short.equipment == (Need(("mat",)),)

    def test_with_a_pace_are_counted_in_the_exercises_repetitions(self, guide: Guide) -> None:
        counted = guide.exercises["hug"].mode("counted")
        assert counted is not None
        assert counted.dosage == replace(HUG_DOSAGE, hold=None, pace=4, default=Default(None, 2))

    @pytest.mark.parametrize(
        ("written", "default"),
        [
            ("hold: 3-5 s", Default(Duration(3, 3), 2)),  # the least of the mode's own hold
            ("reps: 3-4", Default(Duration(20, 20), 3)),  # the hold stays the exercise's
            ("default:\n      reps: 4", Default(Duration(20, 20), 4)),
            ("default:\n      hold: 30 s", Default(Duration(30, 30), 2)),
        ],
    )
    def test_load_the_least_of_their_own_or_the_exercises_default(
        self, tmp_path: Path, written: str, default: Default
    ) -> None:
        hug = read_hug(tmp_path, HUG.replace("title: As it is", f"title: As it is\n    {written}"))
        assert hug.dosage_of("plain").default == default

    def test_can_need_nothing_where_the_exercise_needs_something(self, tmp_path: Path) -> None:
        text = HUG.replace("title: As it is", "title: As it is\n    equipment: []")
        mode = read_hug(tmp_path, text).mode("plain")
        assert mode is not None
        assert mode.equipment == ()

    def test_of_a_counted_exercise_can_be_held(self, tmp_path: Path) -> None:
        text = COUNTED.replace(
            "---\n\n1.", "modes:\n  held:\n    title: Held\n    hold: 5-8 s\n---\n\n1."
        )
        dosage = read(tmp_path, "content/exercises/counted.md", text).exercises["counted"]
        assert dosage.dosage_of("held").hold == Duration(5, 8)
        assert dosage.dosage_of("held").default == Default(Duration(5, 5), 5)


class TestContradictions:
    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            (
                "  hold: 15-30 s\n  reps: 1-4",
                "  reps: 1-4",
                ":21:5  error  dosage: a default hold, where nothing is held\n"
                "    hint: take the hold out of default:, or write hold: 15-30 s as well",
            ),
            (
                "  reps: 1-4",
                "  reps: 1-4\n  pace: 3 s",
                ":18:9  error  dosage: a pace goes with counted repetitions only\n"
                "    hint: take out the pace or the hold",
            ),
            (
                "  sides: each\n",
                "",
                ":18:9  error  dosage: a side goes with sides: each only\n"
                "    hint: write sides: each, or take it out",
            ),
            (
                "    pace: 4 s",
                "    pace: 4 s\n    hold: 3 s",
                ":44:11  error  counted: a pace goes with counted repetitions only\n"
                "    hint: take out the pace or the hold",
            ),
            (
                "    pace: 4 s",
                "    pace: 4 s\n    default:\n      hold: 3 s",
                ":44:11  error  counted: a pace goes with counted repetitions only\n"
                "    hint: take out the pace or the hold",
            ),
            (
                "short-repeats:",
                "Short Repeats:",
                ":25:3  error  modes: Short Repeats can't be a name\n"
                "    hint: use small letters, digits and hyphens",
            ),
        ],
    )
    def test_within_an_exercise_are_told(
        self, tmp_path: Path, old: str, new: str, said: str
    ) -> None:
        assert HUG.count(old) == 1
        assert refusals(tmp_path, "exercises/hug.md", HUG.replace(old, new)) == (
            f"content/exercises/hug.md{said}"
        )

    def test_of_holds_with_times_of_their_own_where_nothing_is_held_are_told(
        self, tmp_path: Path
    ) -> None:
        text = BREATHS.replace("  hold: 1-2 breaths\n", "")
        assert refusals(tmp_path, "exercises/breaths.md", text) == (
            "content/exercises/breaths.md:7:5  error  dosage: the dosage itself has no hold\n"
            "    hint: write hold: 5 s beside holds:"
        )

    def test_of_a_mode_with_a_default_hold_and_no_hold_at_all_are_told(
        self, tmp_path: Path
    ) -> None:
        mode = "modes:\n  held:\n    title: Held\n    default:\n      hold: 5 s\n"
        text = COUNTED.replace("---\n\n1.", f"{mode}---\n\n1.")
        assert refusals(tmp_path, "exercises/counted.md", text) == (
            "content/exercises/counted.md:11:3  error  held has a default hold, but no hold\n"
            "    hint: write hold: 15-30 s as well"
        )

    @pytest.mark.parametrize(
        ("entry", "said"),
        [
            (
                "- note: Slowly.",
                ":6:5  error  exercises: an entry is one of exercise, rest or activity\n"
                "    hint: write exercise: and a file's name, rest: 30 s, or activity: and time:",
            ),
            (
                "- exercise: hug\n    rest: 30 s",
                ":6:5  error  exercises: an entry is one of exercise, rest or activity\n"
                "    hint: write exercise: and a file's name, rest: 30 s, or activity: and time:",
            ),
            (
                "- rest: 30 s\n    reps: 2",
                ":7:11  error  exercises: reps goes with an exercise only\n    hint: take it out",
            ),
            (
                "- activity: Walk\n    time: 1 min\n    mode: fast",
                ":8:11  error  exercises: mode goes with an exercise only\n    hint: take it out",
            ),
            (
                "- activity: Walk",
                ":6:5  error  exercises: an activity and its time go together\n"
                "    hint: write activity: … and time: 5 min",
            ),
            (
                "- exercise: hug\n    time: 5 min",
                ":7:11  error  exercises: an activity and its time go together\n"
                "    hint: write activity: … and time: 5 min",
            ),
            (
                "- rest: 0 s",
                ":6:3  error  the routine has nothing but rests\n"
                "    hint: write - exercise: pelvic-tilt",
            ),
            (
                "- activity: Walk\n    time: 0 s",
                ":7:11  error  time: 0 s is no time at all\n    hint: write 1 s or more",
            ),
        ],
    )
    def test_within_an_entry_are_told(self, tmp_path: Path, entry: str, said: str) -> None:
        text = DAY.replace("- exercise: breaths", entry)
        assert refusals(tmp_path, "routines/day.md", text) == f"content/routines/day.md{said}"

    @pytest.mark.parametrize(
        ("entries", "said"),
        [
            (
                "exercises: []\ndays:\n  - title: A\n    exercises:\n      - rest: 5 s\n",
                ":7:3  error  a routine has either exercises or days\n"
                "    hint: write exercises: and a list",
            ),
            (
                "",
                ":2:1  error  a routine has either exercises or days\n"
                "    hint: write exercises: and a list",
            ),
            (
                "exercises: []\n",
                ":5:12  error  the routine is empty\n    hint: write - exercise: pelvic-tilt",
            ),
            (
                "days: []\n",
                ":5:7  error  the routine is empty\n    hint: write - exercise: pelvic-tilt",
            ),
            (
                "days:\n  - title: A\n    exercises: []\n",
                ":7:5  error  days: exercises is empty\n"
                "    hint: write exercises: and below it - exercise: pelvic-tilt",
            ),
            (
                "days:\n  - title: A\n    exercises:\n      - exercise: hug\n"
                "  - title: B\n    exercises:\n      - rest: 0 s\n",
                ":11:7  error  days: nothing on this day takes any time\n"
                "    hint: write - exercise: pelvic-tilt",
            ),
            (
                "days:\n  - title: ''\n    exercises:\n      - rest: 5 s\n",
                ":6:5  error  days: title is empty\n    hint: write title: Settle in",
            ),
        ],
    )
    def test_within_a_routine_are_told(self, tmp_path: Path, entries: str, said: str) -> None:
        text = f"---\ntitle: A\nplace: bed\nlevel: gentle\n{entries}---\n"
        assert refusals(tmp_path, "routines/day.md", text) == f"content/routines/day.md{said}"


def test_a_weeks_routine_lands_as_it_is_meant(guide: Guide) -> None:
    week = guide.routines["first-week"]
    assert week.is_week
    assert (week.title, week.summary, week.when) == ("First week", "Two days.", "After work")
    assert (week.place, week.level) == ((Room.FLOOR, Room.BED), Level.GENTLE)
    assert (week.times_per_day, week.equipment) == (Count(1, 2), (Need(("mat",)),))
    assert week.checked == date(2026, 11, 21)
    assert (week.aliases, week.allow) == (
        ("week-one",),
        (
            Allowance(Rule.CHECK_DATE, "Nothing in it changes."),
            Allowance(Rule.WORDS_TO_AVOID, "It is talked about.", ("cure",)),
        ),
    )
    assert (
        html(week.introduction) == "<p>How it goes.</p>\n<ol>\n<li>One.</li>\n<li>Two.</li>\n</ol>"
    )
    assert ([html(note) for note in week.notes], html(week.after)) == (
        ["Skip this, if you like."],
        "Get up slowly.",
    )


def test_days_and_their_entries_land_as_they_are_meant(guide: Guide) -> None:
    one, two = guide.routines["first-week"].days
    note = Prose(("Only as <em>far</em> as is comfortable.",))
    assert one == Day(
        "Settle in",
        (
            ExerciseEntry("hug", "short-repeats", Duration(5, 5), Count(2, 3), note),
            RestEntry(30, Prose(("Breathe.",))),
        ),
    )
    assert two == Day("Go on", (ActivityEntry("Walk on the spot", 300), ExerciseEntry("counted")))


def test_a_rest_of_no_time_is_none_and_moves_no_place(tmp_path: Path) -> None:
    text = DAY.replace(
        "  - exercise: breaths", "  - rest: 0 s\n  - exercise: breaths\n  - exercise: hugs"
    )
    folder = write_files(tmp_path, {**FILES, "content/routines/day.md": text})
    guide, _ = read_guide(folder)
    assert guide
    (day,) = guide.routines["day"].days
    assert day.entries == (ExerciseEntry("breaths"), ExerciseEntry("hugs"))
    assert day.numbers == (1, 2)
    told_of = [
        problem.place.line for problem in check(folder).problems if "hugs" in problem.message
    ]
    assert told_of == [8]


def test_a_plain_routine_is_one_day_without_a_title(guide: Guide) -> None:
    day = guide.routines["day"]
    assert not day.is_week
    assert day.days == (Day("", (ExerciseEntry("breaths"),)),)
    assert (day.equipment, day.times_per_day, day.when) == (None, None, "")


def test_the_safety_page_lands_as_it_is_meant(guide: Guide) -> None:
    safety = guide.safety
    assert safety is not None
    doctor, emergency = safety.care
    assert (doctor.urgency, doctor.condition, doctor.note) == (Urgency.DOCTOR, "", Prose())
    assert (emergency.urgency, emergency.condition) == (Urgency.EMERGENCY, "you have back pain and")
    assert [html(sign) for sign in emergency.signs] == ["pain, tingling or weakness", "chest pain"]
    assert html(emergency.note) == "Abroad, call the number of that country."
    assert [html(line) for line in safety.stop] == ["Sharp pain"]
    assert (safety.checked, safety.aliases) == (date(2026, 11, 20), ("red-flags",))
    assert html(safety.body) == "<p>General information.</p>\n<p></p>"  # and a figure between
    assert [figure.name for figure in safety.body.figures] == ["lying"]
    assert safety.figures["lying"].position == "side-lying"


def test_signs_on_another_page_would_not_be_shown_and_are_refused(tmp_path: Path) -> None:
    text = SAFETY.replace("Check first", "About")
    assert refusals(tmp_path, "pages/about.md", text) == (
        "content/pages/about.md:16:3  error  care: this goes on the safety page only\n"
        "    hint: write it in content/pages/safety.md\n"
        "content/pages/about.md:26:3  error  stop: this goes on the safety page only\n"
        "    hint: write it in content/pages/safety.md"
    )


def test_a_care_card_without_signs_is_refused(tmp_path: Path) -> None:
    text = SAFETY.replace("    signs:\n      - pain that stays\n", "    signs:\n")
    assert refusals(tmp_path, "pages/safety.md", text) == (
        "content/pages/safety.md:17:5  error  care: signs is empty\n"
        "    hint: write signs: and each on a line below, after a dash"
    )


def test_cautions_land_as_they_are_meant(guide: Guide) -> None:
    hip, pain, bones = (guide.cautions[code] for code in ("hip", "pain", "weak-bones"))
    assert (hip.code, hip.title, hip.short) == ("hip", "Hip replacement", "hip replacement")
    assert (hip.kind, hip.sources) == (CautionKind.ASK, ("clinic",))
    assert html(hip.text) == "Ask your <em>surgeon</em> first."
    assert (pain.kind, pain.sources) == (CautionKind.STOP, ())
    assert (bones.kind, bones.short) == (CautionKind.ASK, "weak bones")
    assert str(hip.origin.at("text")) == "content/cautions.yaml:5:9"


def test_sources_land_as_they_are_meant(guide: Guide) -> None:
    clinic, leaflet = guide.sources["clinic"], guide.sources["leaflet"]
    assert (clinic.title, clinic.publisher, clinic.grade) == ("A leaflet", "A clinic", Grade.A)
    assert (clinic.url, clinic.note) == ("https://example.org/leaflet", "seen as a copy")
    assert (leaflet.publisher, leaflet.url, leaflet.grade) == ("", "", Grade.SEED)


def test_targets_and_equipment_land_as_they_are_meant(guide: Guide) -> None:
    back, hamstrings = guide.targets["lower back"], guide.targets["hamstrings"]
    assert (back.title, back.region) == ("The lower back", Region.LOWER_BACK)
    assert back.synonyms == ("lumbar", "small of the back")
    assert (hamstrings.title, hamstrings.synonyms, hamstrings.region) == ("Hamstrings", (), None)
    assert [*guide.equipment] == ["mat", "bed", "pillow"]


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n"])
def test_a_vocabulary_may_have_no_words_yet(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, "content/targets.yaml", text).targets == {}


def test_a_word_has_to_make_an_address(tmp_path: Path) -> None:
    assert refusals(tmp_path, "targets.yaml", "'!!':\n") == (
        "content/targets.yaml:1:1  error  !! can't be a name\n"
        "    hint: use words: its list's address is made of them"
    )


def test_all_that_is_wrong_with_a_file_is_told_at_once(tmp_path: Path) -> None:
    text = """\
---
title: ''
posture: supine
level: hard
dosage:
  hold: 30sek
  reps: once
mistakes: [a, b]
checked: yesterday
---

[a](/b)

# Title
"""
    guide, problems = read_guide(write_files(tmp_path, {**FILES, "content/exercises/hug.md": text}))
    assert guide is not None
    assert "hug" not in guide.exercises
    assert messages(problems) == [
        "posture is not a key of an exercise",
        "level: hard is not a level",
        "hold: 30sek is not a duration",
        "reps: once is not a number of times",
        "mistakes: a list of sentences can't stand in brackets, where each comma splits it",
        "checked: yesterday is not a date",
        "title is empty",
        "position is missing",
        "/b begins with a slash",
        "# Title is a second title",
    ]


@pytest.mark.parametrize("name", ["cautions", "mistakes", "modes"])
def test_a_key_with_nothing_below_it_is_told(tmp_path: Path, name: str) -> None:
    text = f"---\ntitle: A\nposition: supine\nlevel: gentle\ndosage:\n  reps: 2\n{name}:\n---\n"
    said = refusals(tmp_path, "exercises/new.md", text)
    assert said.startswith(f"content/exercises/new.md:7:1  error  {name} has nothing below it\n")
