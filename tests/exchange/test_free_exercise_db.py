"""The public data set into exercises: what is read from its text, and what is left to people."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.body import Position
from supple.domain.exercise import Exercise, Kind, Level
from supple.domain.guide import Guide
from supple.domain.problem import Severity, has_errors
from supple.domain.quantity import Count, Duration
from supple.domain.vocabulary import Need
from supple.exchange.additions import with_additions
from supple.exchange.free_exercise_db.dosages import said
from supple.exchange.free_exercise_db.exercises import ALWAYS, as_markdown
from supple.exchange.free_exercise_db.plan import Plan, plan_import
from supple.exchange.free_exercise_db.positions import position_of
from supple.exchange.free_exercise_db.records import of_categories, read_records, tidied
from supple.exchange.free_exercise_db.words import EQUIPMENT, MUSCLES
from supple.pipeline import build
from supple.reading.folder import read_guide
from tests.exchange.samples import FREE_EXERCISE_DB
from tests.guides import FILES, STRETCH, write_files, write_guide
from tests.told import messages, told

SAMPLE = FREE_EXERCISE_DB.read_text(encoding="utf-8")
RECORD = {
    "name": "Knee Pull",
    "force": "static",
    "level": "beginner",
    "equipment": "body only",
    "primaryMuscles": ["lower back"],
    "instructions": ["Lie on your back.", "Pull one knee up. Hold for 10-20 seconds."],
    "category": "stretching",
}


def planned(data: object, folder: Path, there: Iterable[str] = (), **options: bool) -> Plan:
    """What an import of some records into a guide would do."""
    records, problems = read_records(json.dumps(data), "file.json")
    assert not problems
    guide, _ = read_guide(folder)
    assert guide
    return plan_import(records, guide, there, draft=options.get("draft", False))


def carried_out(folder: Path, plan: Plan) -> Guide:
    """The guide after an import, in whose files nothing may be wrong."""
    write_files(folder, {name: page.text for name, page in plan.pages.items()})
    for name, entries in plan.additions.items():
        data = with_additions((folder / name).read_bytes(), entries, name)
        assert isinstance(data, bytes)
        (folder / name).write_bytes(data)
    guide, problems = read_guide(folder)
    assert told(problems) == ""
    assert guide
    return guide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_guide(tmp_path / "guide")


def imported(folder: Path, **changes: object) -> Exercise:
    """The one record with some keys changed, as the exercise that it becomes."""
    guide = carried_out(folder, planned([{**RECORD, **changes}], folder))
    return next(each for slug, each in guide.exercises.items() if slug != "knee-hug")


class TestSample:
    def test_becomes_exercises_of_a_guide_that_builds(self, folder: Path, tmp_path: Path) -> None:
        plan = planned(json.loads(SAMPLE), folder)
        guide = carried_out(folder, plan)
        assert len(plan.pages) == 40
        assert len(guide.exercises) == 41
        outcome = build(folder, tmp_path / "site")
        assert not has_errors(outcome.problems)
        reviews = [each for each in outcome.problems if each.rule == "review"]
        assert len(reviews) == plan.to_review
        assert {each.severity for each in reviews} == {Severity.WARNING}
        page = (tmp_path / "site/exercises/cat-stretch.html").read_text(encoding="utf-8")
        assert "Nobody who knows the subject has looked at this page yet." in page

    def test_says_the_same_words_as_the_data_set(self, folder: Path) -> None:
        guide = carried_out(folder, planned(json.loads(SAMPLE), folder))
        by_title = {exercise.title: exercise for exercise in guide.exercises.values()}
        for record in json.loads(SAMPLE):
            told = [tidied(text) for text in record["instructions"] if text.strip()]
            steps = by_title[record["name"]].steps
            assert ["".join(map(_words, step.parts)) for step in steps] == told

    def test_is_the_same_each_time(self, folder: Path) -> None:
        first, again = (planned(json.loads(SAMPLE), folder) for _ in range(2))
        assert first == again

    def test_has_every_muscle_and_every_thing(self) -> None:
        records, _ = read_records(SAMPLE, "")
        assert {muscle for record in records for muscle in record.muscles} == {*MUSCLES}
        assert {record.equipment for record in records} >= {*EQUIPMENT}


def _words(part: object) -> str:
    text = part if isinstance(part, str) else getattr(part, "words", "")
    return re.sub("&lt;", "<", re.sub("&gt;", ">", re.sub("&amp;", "&", str(text))))


class TestExercise:
    def test_has_what_its_record_says(self, folder: Path) -> None:
        exercise = imported(folder)
        assert exercise.title == "Knee Pull"
        assert exercise.slug == "knee-pull"
        assert exercise.position is Position.SUPINE
        assert exercise.targets == ("lower back",)
        assert exercise.equipment == ()
        assert (exercise.level, exercise.kind) == (Level.GENTLE, Kind.HOLD)
        assert str(exercise.dosage.hold) == "10-20 s"
        assert len(exercise.steps) == 2
        (use,) = exercise.sources
        assert (use.source, str(use.hold), use.reps) == ("free-exercise-db", "10-20 s", None)

    def test_always_has_something_to_review(self, folder: Path) -> None:
        text = "Lie on your back. Hold for 5 seconds. Repeat 3 times with each leg."
        level = (
            "The data set says beginner, which is about experience and not about how hard it is. "
            "The level, gentle, is a guess."
        )
        assert imported(folder, instructions=[text]).review == (*ALWAYS, level)
        assert "There is no summary. Write in a sentence or two what it is for." in ALWAYS

    @pytest.mark.parametrize(
        "changes",
        [
            {"category": "strength"},
            {"category": "plyometrics"},
            {"category": "powerlifting", "equipment": "barbell"},
            {"equipment": "dumbbell"},
        ],
    )
    def test_of_the_gym_is_never_gentle(self, folder: Path, changes: Mapping[str, object]) -> None:
        exercise = imported(folder, **changes)
        assert exercise.level is Level.MODERATE
        assert [each for each in exercise.review if "The level, moderate, is a guess." in each]

    def test_that_counts_repetitions_moves(self, folder: Path) -> None:
        text = "Lie on your back. Lift one leg. Repeat for 10-20 repetitions, then switch legs."
        exercise = imported(folder, instructions=[text])
        assert exercise.kind is Kind.MOVE
        assert "The data set calls it static, but its text counts" in exercise.review[-1]
        held = imported(folder, name="Held", instructions=["Hold for 5 seconds. Repeat 3 times."])
        assert held.kind is Kind.HOLD

    @pytest.mark.parametrize(
        ("changes", "asked"),
        [
            ({"equipment": None}, True),
            ({"equipment": "body only"}, False),
            ({"equipment": None, "instructions": ["Sit on a chair."]}, False),
        ],
    )
    def test_asks_what_is_needed_where_nothing_is_said(
        self, folder: Path, changes: Mapping[str, object], asked: bool
    ) -> None:
        review = imported(folder, **changes).review
        assert asked is any("doesn't say what is needed" in each for each in review)

    def test_reads_numbers_in_words(self, folder: Path) -> None:
        text = "Hold the stretch for one to two minutes. Repeat three times."
        exercise = imported(folder, force="pull", instructions=["Sit.", text])
        assert exercise.kind is Kind.HOLD
        assert (exercise.dosage.hold, exercise.dosage.reps) == (Duration(60, 120), Count(3, 3))

    def test_asks_how_long_where_a_text_speaks_of_holding(self, folder: Path) -> None:
        text = "Sit. Hold the stretch. Repeat 3 times."
        review = imported(folder, force="pull", instructions=[text]).review
        assert any(each.startswith("The text speaks of holding, but not for") for each in review)

    def test_names_things_that_only_its_text_names(self, folder: Path) -> None:
        text = "Grab the pull-up bar, with your feet on a box or bench. No bench press here."
        exercise = imported(folder, equipment="body only", instructions=[text])
        assert exercise.equipment == (Need(("bench",)), Need(("box",)), Need(("pull-up bar",)))

    def test_says_that_nothing_is_needed_only_where_somebody_knows(
        self, folder: Path, tmp_path: Path
    ) -> None:
        bare = STRETCH.replace("equipment:\n  - mat or bed\n", "")
        write_files(folder, {"content/exercises/knee-hug.md": bare})
        carried_out(folder, planned([{**RECORD, "equipment": None}], folder))
        assert build(folder, tmp_path / "site").tally
        pages = {
            name: (tmp_path / f"site/exercises/{name}.html").read_text(encoding="utf-8")
            for name in ("knee-pull", "knee-hug")
        }
        assert [name for name, page in pages.items() if "You need" in page] == ["knee-hug"]
        assert "<dt>You need</dt><dd>nothing</dd>" in pages["knee-hug"]

    def test_has_no_heading_without_a_text_below(self, folder: Path, tmp_path: Path) -> None:
        """The data set has no summary, and a page no section with nothing in it."""
        carried_out(folder, planned([RECORD], folder))
        assert build(folder, tmp_path / "site").tally
        pages = {
            name: (tmp_path / f"site/exercises/{name}.html").read_text(encoding="utf-8")
            for name in ("knee-pull", "knee-hug")
        }
        assert [name for name, page in pages.items() if "What it is for" in page] == ["knee-hug"]

    @pytest.mark.parametrize(
        ("changes", "doubt"),
        [
            ({"instructions": []}, "There are no steps. Write them below, 1. and so on."),
            ({"instructions": None}, "There are no steps. Write them below, 1. and so on."),
            ({"level": None}, "The data set doesn't say how hard it is. The level is a guess."),
            ({"level": "heroic"}, "The data set doesn't say how hard it is. The level is a guess."),
            (
                {"primaryMuscles": None},
                "The data set names no muscle. Write below targets where one feels it.",
            ),
            (
                {"primaryMuscles": ["tongue"]},
                "It works the tongue, for which there is no target here. Write where one feels it.",
            ),
            (
                {"equipment": "other"},
                "The data set says that something is needed, but not what. Write equipment.",
            ),
            ({"equipment": "swing"}, "It needs swing, for which there is no word here."),
            (
                {"instructions": ["Lie on your back. Your partner lifts one leg."]},
                "It takes a partner. Say so in the title or the summary, or leave it out.",
            ),
            (
                {"instructions": ["Sit on a chair."]},
                "Its text speaks of chair. Is that needed?",
            ),
        ],
    )
    def test_says_what_is_not_known(
        self, folder: Path, changes: Mapping[str, object], doubt: str
    ) -> None:
        assert doubt in imported(folder, **changes).review

    @pytest.mark.parametrize(
        "name",
        [
            "Ça va: “Größe” – 30°",
            "null",
            "- dash",
            '"quoted"',
            "it's #1",
            "a: b",
            "true",
            "伸ばす",
            "*",
        ],
    )
    def test_may_be_called_anything(self, folder: Path, name: str) -> None:
        if name == "*":
            _, problems = read_records(json.dumps([{**RECORD, "name": name}]), "file.json")
            assert "exercise 1 of the file is left out: it has no name" in messages(problems)
        else:
            assert imported(folder, name=name).title == name

    @pytest.mark.parametrize(
        "text",
        [
            "1. Begin",
            "- a dash",
            "# a heading",
            "> a quotation",
            "a * b * c and _d_ [e](f.md) `g` \\h",
            "a <b> c & d &amp; e",
            "---",
            "[^1]: a footnote",
            "2) a bracket",
        ],
    )
    def test_shows_its_text_as_it_is(self, folder: Path, text: str) -> None:
        (step,) = imported(folder, instructions=[text]).steps
        assert "".join(map(_words, step.parts)) == text
        assert "<" not in re.sub("&lt;", "", as_markdown(text))

    def test_can_be_hidden(self, folder: Path) -> None:
        plan = planned([RECORD], folder, draft=True)
        guide = carried_out(folder, plan)
        assert guide.drafts == {"exercises/knee-pull.md"}


class TestWords:
    def test_are_those_of_the_guide_where_it_has_them(self, folder: Path) -> None:
        write_files(folder, {"content/targets.yaml": "loins:\n  synonyms:\n    - Lower back\n"})
        write_files(folder, {"content/exercises/knee-hug.md": _with_target("loins")})
        plan = planned([RECORD], folder)
        assert "\ntargets:\n  - loins\n" in plan.pages["content/exercises/knee-pull.md"].text
        assert [*plan.additions] == ["content/sources.yaml"]

    def test_are_added_where_it_has_none(self, folder: Path) -> None:
        plan = planned([{**RECORD, "primaryMuscles": ["neck"], "equipment": "bands"}], folder)
        assert plan.additions["content/targets.yaml"] == {
            "neck": {"title": "Neck", "region": "neck"}
        }
        assert plan.additions["content/equipment.yaml"] == {
            "resistance band": {"title": "Resistance band"}
        }
        guide = carried_out(folder, plan)
        assert {*guide.targets} == {"lower back", "neck"}
        note = guide.sources["free-exercise-db"].note
        assert "public domain" in note
        assert "Unlicense" in note

    def test_are_added_once(self, folder: Path) -> None:
        carried_out(folder, planned([RECORD], folder))
        assert not planned([{**RECORD, "name": "Another"}], folder).additions


def _with_target(word: str) -> str:
    return FILES["content/exercises/knee-hug.md"].replace("- lower back", f"- {word}")


class TestAdditions:
    ENTRIES: Mapping[str, Mapping[str, str]] = {"neck": {"title": "Neck"}}

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (b"", b"neck:\n  title: Neck\n"),
            (b"# words\n", b"# words\nneck:\n  title: Neck\n"),
            (b"a:\n  title: A", b"a:\n  title: A\nneck:\n  title: Neck\n"),
            (b"a:\r\n  title: A\r\n", b"a:\r\n  title: A\r\nneck:\r\n  title: Neck\r\n"),
            (b"a:\n  title: A\n\n# end\n", b"a:\n  title: A\n\n# end\nneck:\n  title: Neck\n"),
        ],
    )
    def test_stand_below_all_that_is_there(self, before: bytes, after: bytes) -> None:
        assert with_additions(before, self.ENTRIES, "file") == after

    @pytest.mark.parametrize(
        "before", [b"{}", b"{a: {title: A}}\n", b"neck:\n  title: N\n", b"- a\n"]
    )
    def test_are_refused_where_they_would_mean_something_else(self, before: bytes) -> None:
        problem = with_additions(before, self.ENTRIES, "file")
        assert told([problem] if not isinstance(problem, bytes) else []) == (
            "file  error  nothing can be added at the end of this file\n"
            "    hint: add it yourself, then import again: neck: /   title: Neck"
        ).replace("/   title", "/ title")


class TestFiles:
    def test_that_are_there_are_left(self, folder: Path) -> None:
        plan = planned([{**RECORD, "name": "Knee Hug"}], folder, ["Knee-Hug.md"])
        assert not plan.pages
        assert not plan.additions
        assert told(plan.problems) == (
            "content/exercises/knee-hug.md  warning  "
            "this file is there already, so Knee Hug was not imported"
        )

    def test_of_one_name_get_a_number(self, folder: Path) -> None:
        plan = planned([RECORD, {**RECORD, "name": "KNEE pull!"}, RECORD], folder)
        assert [path.rpartition("/")[2] for path in plan.pages] == [
            "knee-pull.md",
            "knee-pull-2.md",
            "knee-pull-3.md",
        ]

    @pytest.mark.parametrize("name", ["Index", "all", "CON", "!? x"])
    def test_never_have_a_name_that_nobody_may_have(self, folder: Path, name: str) -> None:
        assert imported(folder, name=name).slug in ("index-2", "all-2", "con-2", "x")

    def test_keep_out_of_the_way_of_old_addresses(self, folder: Path) -> None:
        hug = FILES["content/exercises/knee-hug.md"]
        aliased = hug.replace("title:", "aliases:\n  - knee-pull\ntitle:", 1)
        write_files(folder, {"content/exercises/knee-hug.md": aliased})
        assert [*planned([RECORD], folder).pages] == ["content/exercises/knee-pull-2.md"]


ALTERNATING = ("None", "10-20", "None", "")
"""A count that is not of one side, so nothing may double it."""


class TestDosage:
    @pytest.mark.parametrize(
        ("text", "hold", "reps", "sides", "side"),
        [
            ("Hold for 10-20 seconds and then switch sides.", "10-20 s", "None", "each", ""),
            ("Hold for 10 to 20 seconds.", "10-20 s", "None", "None", ""),
            (
                "Turn, and hold for 15 seconds. Repeat with your other leg.",
                "15 s",
                "None",
                "each",
                "leg",
            ),
            ("Hold this stretch for 2 minutes.", "2 min", "None", "None", ""),
            ("Hold the position for about 5 breaths.", "5 breaths", "None", "None", ""),
            ("Repeat for 10-20 repetitions.", "None", "10-20", "None", ""),
            ("Repeat 3 times.", "None", "3", "None", ""),
            ("Repeat 5-10 times on each leg.", "None", "5-10", "each", "leg"),
            ("Then repeat with the left arm.", "None", "None", "each", "arm"),
            ("Pull both knees up.", "None", "None", "both", ""),
            ("Take a dumbbell in each hand.", "None", "None", "None", ""),
            ("Hold the bar with both arms at each side. Switch it on.", *["None"] * 3, ""),
            ("Grip the handles on each side, then repeat.", *["None"] * 3, ""),
            ("Repeat until the bar is on the other side.", *["None"] * 3, ""),
            ("You can also switch hands.", *["None"] * 3, ""),
            ("Repeat on the opposite side.", "None", "None", "each", ""),
            ("Then switch to the other leg.", "None", "None", "each", "leg"),
            ("Repeat with the other leg. Alternate for 10-20 repetitions.", *ALTERNATING),
            ("Switch legs. Continue alternating for 10-20 repetitions.", *ALTERNATING),
            ("Use an alternate grip. Repeat 3 times, then switch sides.", "None", "3", "each", ""),
            ("Cross one leg over the opposite knee.", "None", "None", "None", ""),
            ("Hold points of tension for 10 seconds.", "None", "None", "None", ""),
            ("Your partner will hold your leg for 10 seconds.", "None", "None", "None", ""),
            ("Hold for 10 seconds. Hold for 20 seconds.", "None", "None", "None", ""),
            ("Hold for 10 seconds. Hold for 10 seconds.", "10 s", "None", "None", ""),
            ("Hold for 0 seconds.", "None", "None", "None", ""),
            ("Hold for 20-10 seconds.", "None", "None", "None", ""),
            ("Burn 300 calories in 30 minutes.", "None", "None", "None", ""),
            ("Twist about 3 times as far.", "None", "None", "None", ""),
        ],
    )
    def test_is_what_the_text_says_plainly(
        self, text: str, hold: str, reps: str, sides: str, side: str
    ) -> None:
        found = said([text], held=True)
        assert (str(found.hold), str(found.reps), str(found.sides)) == (hold, reps, sides)
        assert found.side == side

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("Hold for 10 seconds. Rest for 1 minute.", "several holds, 10 s and 1 min."),
            ("Wait 10 or more seconds.", "speaks of 10 or more seconds, but not as a plain hold."),
            ("Hold for 10 seconds, then rest 20 seconds.", "speaks of 20 seconds, but not"),
            ("Pull.", "doesn't say how long it is held."),
            ("Pull.", "doesn't say how many times it is done. The page says once."),
            ("Repeat 3 times. Repeat 5 times.", "several counts, 3 and 5. Which is meant?"),
            ("Do 3 sets.", "speaks of 3 sets, which"),
            ("Pull.", "doesn't say whether it is done on each side."),
            ("Take a dumbbell in each hand.", "doesn't say whether it is done on each side."),
            ("Alternate legs for 10 repetitions.", "so its count is of both together."),
            ("Pull both knees up.", "That it is done on both sides together is a guess."),
            ("Wait 99999999 seconds.", "speaks of 99999999 seconds, but not"),
            ("Wait 1.5 minutes.", "speaks of 1.5 minutes, but not"),
        ],
    )
    def test_leaves_what_is_doubtful_to_people(self, text: str, doubt: str) -> None:
        assert [each for each in said([text], held=True).doubts if doubt in each]

    @given(st.text(max_size=60))
    def test_of_any_text_can_be_looked_for(self, text: str) -> None:
        said([text], held=False)
        position_of(text, [text])


@pytest.mark.parametrize(
    ("steps", "position", "doubt"),
    [
        (["Lie on your back."], "supine", ""),
        (["Lie flat on your back, then sit."], "supine", ""),
        (["Lay face down with one leg on a foam roll."], "prone", ""),
        (["Lie facedown."], "prone", ""),
        (["First lie on your left side."], "side-lying", ""),
        (["Get on your hands and knees, then kneel."], "hands-and-knees", ""),
        (["Kneel on a mat."], "kneeling", ""),
        (["Sit on the floor with your partner standing behind you."], "seated", ""),
        (["Loop a belt round a foot.", "Sit down."], "seated", ""),
        (["With your feet hip-width apart, bend."], "standing", ""),
        (["Lie down."], "supine", "The text says lying, but not how."),
        (["While lying down, put it under your back."], "supine", "The text says lying"),
        (["Sit or stand."], "seated", "The text leaves a choice of positions."),
        (["Put them in your lap if you are seated."], "standing", "The text doesn't say"),
        (
            ["Pull.", "Push.", "Now kneel."],
            "kneeling",
            "The position, kneeling, is taken from a later",
        ),
        ([], "standing", "The text doesn't say how one begins."),
    ],
)
def test_the_position_is_that_in_which_one_begins(
    steps: list[str], position: str, doubt: str
) -> None:
    found, why = position_of("Stretch", steps)
    assert found == position
    assert why.startswith(doubt)
    assert bool(why) == bool(doubt)


def test_the_name_may_say_the_position() -> None:
    found, why = position_of("Seated Curl", ["Curl."])
    assert (found, why) == (
        Position.SEATED,
        "Only its name says that the position is seated. Is it so?",
    )


class TestReading:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "file.json:1:1  error  the file is not JSON from here on"),
            ('[{"name": "A"', "file.json:1:14  error  the file is not JSON from here on"),
            ("{}", "file.json  error  this is no list, where the exercises of the data set belong"),
            ("[]", "file.json  error  this is an empty list, where"),
            ("[" * 100_000, "file.json  error  the file has too many lists within each other"),
            (f"[{'9' * 5000}]", "file.json  error  the file has a number with too many digits"),
            ('[{"a": 1, "a": 2}]', "file.json  error  a stands there twice in the same place"),
        ],
    )
    def test_of_something_else_says_so(self, text: str, said: str) -> None:
        records, problems = read_records(text, "file.json")
        assert not records
        assert told(problems).startswith(said)

    @pytest.mark.parametrize(
        ("record", "why"),
        [
            (1, "it is no object with keys"),
            ({}, "it has no name"),
            ({**RECORD, "name": 5}, "its name is no text"),
            ({**RECORD, "instructions": "Lie."}, "its instructions are no list of texts"),
            ({**RECORD, "primaryMuscles": [1]}, "its primaryMuscles are no list of texts"),
        ],
    )
    def test_leaves_out_what_is_no_record_and_says_so(self, record: Any, why: str) -> None:
        records, problems = read_records(json.dumps([RECORD, record]), "file.json")
        assert [record.name for record in records] == ["Knee Pull"]
        assert told(problems) == f"file.json  warning  exercise 2 of the file is left out: {why}"

    def test_without_any_record_is_an_error(self) -> None:
        _, problems = read_records("[1]", "file.json")
        assert has_errors(problems)

    def test_tidies_texts(self) -> None:
        assert tidied(" a  b\n c.Then\x00 d ") == "a b c. Then d"
        assert tidied("3.5 and e.g. this") == "3.5 and e.g. this"

    def test_takes_the_categories_that_are_asked_for(self) -> None:
        records, _ = read_records(SAMPLE, "file.json")
        some, _ = of_categories(records, ["Stretching", "cardio"], "file.json")
        assert {record.category for record in some} == {"stretching", "cardio"}
        every, _ = of_categories(records, [], "file.json")
        assert every == records

    def test_lists_the_categories_if_there_is_none_of_a_name(self) -> None:
        records, _ = read_records(json.dumps([RECORD]), "file.json")
        some, problems = of_categories(records, ["yoga"], "file.json")
        assert not some
        assert told(problems) == (
            "file.json  error  the file has no category yoga\n    hint: it has stretching (1)"
        )
