"""The checks between a guide's files: what each says, where, and what to do about it."""

from pathlib import Path

import pytest

from supple.checking.guide import WRITE_HOME, WRITE_SAFETY
from supple.checking.words import EXAMPLES
from supple.domain.rules import Rule
from supple.pipeline import check
from tests.guides import FILES, ROUTINE, SETTINGS, STRETCH, write_files, write_guide
from tests.told import told

HUG = "content/exercises/knee-hug.md"
MORNING = "content/routines/morning.md"
HOME = "content/home.md"
NO_FILE = "    hint: write the name of a file that is there, as seen from this file"
NO_PICTURE = "    hint: write the name of a picture that is there, as seen from this file"
WIDEN = "    hint: choose a figure within the range, or widen the range if a source supports it"

MODES = """\
modes:
  short:
    title: Short
    hold: 3-5 s
    reps: 2-5
  counted:
    title: Counted
    reps: 10-20
    pace: 2 s
feel:"""


@pytest.fixture
def checked(tmp_path: Path) -> "Checked":
    return Checked(tmp_path)


class Checked:
    """What is said of the small guide once some of its files are changed, but by the rules of the
    subject: test_rules.py is about those."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, changes: dict[str, str | None]) -> str:
        problems = check(write_guide(self.folder, changes)).problems
        return told(problem for problem in problems if problem.rule not in {*Rule})

    def hug(self, old: str, new: str) -> str:
        """With other words in its exercise."""
        assert STRETCH.count(old) == 1
        return self({HUG: STRETCH.replace(old, new)})

    def entry(self, lines: str, exercise: str = STRETCH) -> str:
        """With more lines in its routine's only entry."""
        return self({MORNING: ROUTINE.replace("knee-hug", f"knee-hug{lines}"), HUG: exercise})

    def home(self, body: str) -> str:
        """With another home page. Its body begins on line 4."""
        return self({HOME: f"---\ntitle: Home\n---\n{body}\n"})


class TestWords:
    """Every word of a page stands in its vocabulary, or is told with the nearest one that does."""

    def test_of_targets(self, checked: Checked) -> None:
        assert checked.hug("- lower back", "- lower bak") == (
            f"{HUG}:6:5  error  targets: lower bak is not in targets.yaml\n"
            "    hint: did you mean lower back?"
        )

    def test_that_are_synonyms_are_told_with_the_word_itself(self, checked: Checked) -> None:
        assert checked.hug("- lower back", "- lumbar") == (
            f"{HUG}:6:5  error  targets: lumbar is not in targets.yaml\n    hint: write lower back"
        )

    def test_that_are_like_no_other_are_to_be_added(self, checked: Checked) -> None:
        assert checked.hug("- lower back", "- neck") == (
            f"{HUG}:6:5  error  targets: neck is not in targets.yaml\n"
            "    hint: write lower back; or add it to content/targets.yaml"
        )

    def test_of_equipment_are_looked_up_one_by_one(self, checked: Checked) -> None:
        assert checked.hug("- mat or bed", "- rug or bed (optional)\n  - Mat") == (
            f"{HUG}:8:5  error  equipment: rug is not in equipment.yaml\n"
            "    hint: add it to content/equipment.yaml\n"
            f"{HUG}:9:5  error  equipment: Mat is not in equipment.yaml\n"
            "    hint: did you mean mat?"
        )

    def test_of_cautions(self, checked: Checked) -> None:
        assert checked.hug("- hip", "- hips") == (
            f"{HUG}:20:5  error  cautions: hips is not in cautions.yaml\n"
            "    hint: did you mean hip?"
        )

    def test_of_sources_in_both_forms(self, checked: Checked) -> None:
        assert checked.hug("  - source: clinic", "  - leaflet\n  - source: clinique") == (
            f"{HUG}:22:5  error  sources: leaflet is not in sources.yaml\n"
            "    hint: add it to content/sources.yaml\n"
            f"{HUG}:23:5  error  sources: clinique is not in sources.yaml\n"
            "    hint: did you mean clinic?"
        )

    def test_of_a_modes_sources_and_equipment(self, checked: Checked) -> None:
        mode = "modes:\n  short:\n    title: S\n    sources: [a]\n    equipment: [b]\nfeel:"
        assert checked.hug("feel:", mode) == (
            f"{HUG}:20:15  error  sources: a is not in sources.yaml\n"
            "    hint: add it to content/sources.yaml\n"
            f"{HUG}:21:17  error  equipment: b is not in equipment.yaml\n"
            "    hint: add it to content/equipment.yaml"
        )

    def test_that_a_mode_takes_over_are_told_once(self, checked: Checked) -> None:
        mode = STRETCH.replace("feel:", "modes:\n  short:\n    title: S\nfeel:")
        assert checked({HUG: mode.replace("- mat or bed", "- rug")}) == (
            f"{HUG}:8:5  error  equipment: rug is not in equipment.yaml\n"
            "    hint: add it to content/equipment.yaml"
        )

    def test_of_a_routines_equipment(self, checked: Checked) -> None:
        text = ROUTINE.replace("exercises:", "equipment:\n  - bad\nexercises:")
        assert checked({MORNING: text}) == (
            f"{MORNING}:9:5  error  equipment: bad is not in equipment.yaml\n"
            "    hint: did you mean bed?"
        )

    def test_of_a_cautions_sources(self, checked: Checked) -> None:
        text = FILES["content/cautions.yaml"] + "  sources:\n    - clinic\n    - web\n"
        assert checked({"content/cautions.yaml": text}) == (
            "content/cautions.yaml:10:7  error  sources: web is not in sources.yaml\n"
            "    hint: add it to content/sources.yaml"
        )

    def test_without_a_vocabulary_are_told_once(self, checked: Checked) -> None:
        assert checked({"content/equipment.yaml": None}) == (
            "content/equipment.yaml  error  the file is missing or empty, "
            "and pages use its words\n"
            "    hint: write a line there for each word, as in mat: {title: Mat}"
        )


class TestNames:
    def test_of_exercises_are_those_of_files(self, checked: Checked) -> None:
        assert checked({MORNING: ROUTINE.replace("knee-hug", "knee-hugs")}) == (
            f"{MORNING}:9:15  error  exercise: there is no exercise knee-hugs\n"
            "    hint: did you mean knee-hug?"
        )
        assert checked({MORNING: ROUTINE.replace("knee-hug", "squat")}) == (
            f"{MORNING}:9:15  error  exercise: there is no exercise squat\n"
            "    hint: write a file's name in content/exercises, without .md"
        )

    def test_of_exercises_are_looked_up_on_every_day(self, checked: Checked) -> None:
        days = "days:\n" + "".join(
            f"  - title: {name}\n    exercises:\n      - exercise: {name}\n"
            for name in ("knee-hug", "calf")
        )
        assert checked(
            {MORNING: ROUTINE.replace("exercises:\n  - exercise: knee-hug\n", days)}
        ) == (
            f"{MORNING}:14:19  error  exercise: there is no exercise calf\n"
            "    hint: write a file's name in content/exercises, without .md"
        )

    def test_of_modes_are_the_exercises(self, checked: Checked) -> None:
        with_modes = STRETCH.replace("feel:", MODES)
        assert checked.entry("\n    mode: shorts", with_modes) == (
            f"{MORNING}:10:11  error  mode: knee-hug has no mode shorts\n"
            "    hint: did you mean short?"
        )
        assert checked.entry("\n    mode: fast", with_modes) == (
            f"{MORNING}:10:11  error  mode: knee-hug has no mode fast\n"
            "    hint: its modes are short, counted"
        )
        assert checked.entry("\n    mode: fast") == (
            f"{MORNING}:10:11  error  mode: knee-hug has no mode fast\n"
            "    hint: it has no modes: take the line out"
        )

    def test_of_the_first_routine_is_one_of_a_routine(self, checked: Checked) -> None:
        assert checked({"guide.yaml": f"{SETTINGS}first_routine: mornings\n"}) == (
            "guide.yaml:4:16  error  first_routine: there is no routine mornings\n"
            "    hint: did you mean morning?"
        )


class TestDosages:
    @pytest.mark.parametrize(
        "figures",
        [
            "",
            "\n    hold: 15 s",
            "\n    hold: 30 s\n    reps: 4",
            "\n    hold: 15-30 s\n    reps: 1-4",
            "\n    hold: 3-6 breaths",
            "\n    mode: short\n    hold: 5 s",
            "\n    mode: counted\n    reps: 20",
        ],
    )
    def test_within_the_exercises_range_are_fine(self, checked: Checked, figures: str) -> None:
        assert checked.entry(figures, STRETCH.replace("feel:", MODES)) == ""

    @pytest.mark.parametrize(
        ("figures", "said"),
        [
            ("\n    hold: 14 s", "10:11  error  hold: 14 s is outside the exercise's 15-30 s"),
            ("\n    hold: 2 min", "10:11  error  hold: 2 min is outside the exercise's 15-30 s"),
            (
                "\n    hold: 20-31 s",
                "10:11  error  hold: 20-31 s is outside the exercise's 15-30 s",
            ),
            (
                "\n    hold: 10-60 s",
                "10:11  error  hold: 10 s - 1 min is outside the exercise's 15-30 s",
            ),
            (
                "\n    hold: 1 breath",
                "10:11  error  hold: 1 breath is outside the exercise's 15-30 s",
            ),
            (
                "\n    hold: 7 breaths",
                "10:11  error  hold: 7 breaths is outside the exercise's 15-30 s",
            ),
            ("\n    reps: 5", "10:11  error  reps: 5 is outside the exercise's 1-4"),
            ("\n    reps: 2-8", "10:11  error  reps: 2-8 is outside the exercise's 1-4"),
            (
                "\n    mode: short\n    hold: 20 s",
                "11:11  error  hold: 20 s is outside the exercise's 3-5 s",
            ),
            (
                "\n    mode: short\n    reps: 1",
                "11:11  error  reps: 1 is outside the exercise's 2-5",
            ),
        ],
    )
    def test_outside_the_exercises_range_are_told(
        self, checked: Checked, figures: str, said: str
    ) -> None:
        exercise = STRETCH.replace("feel:", MODES)
        assert checked.entry(figures, exercise) == f"{MORNING}:{said}\n{WIDEN}"

    def test_in_breaths_count_as_long_as_the_guide_says(self, checked: Checked) -> None:
        slow = {
            "guide.yaml": f"{SETTINGS}timing:\n  breath: 10 s\n",
            MORNING: ROUTINE.replace("knee-hug", "knee-hug\n    hold: 4 breaths"),
        }
        assert checked({**slow}) == (
            f"{MORNING}:10:11  error  hold: 4 breaths is outside the exercise's 15-30 s\n{WIDEN}"
        )

    def test_that_are_wrong_twice_are_told_twice(self, checked: Checked) -> None:
        counted = "\n    mode: counted\n    hold: 5 s\n    reps: 30"
        assert checked.entry(counted, STRETCH.replace("feel:", MODES)) == (
            f"{MORNING}:11:11  error  hold: Knee hug is counted, not held\n"
            "    hint: take the hold out, or give the exercise one\n"
            f"{MORNING}:12:11  error  reps: 30 is outside the exercise's 10-20\n{WIDEN}"
        )

    def test_that_the_timer_loads_lie_within_their_own_range(self, checked: Checked) -> None:
        assert checked.hug("    hold: 20 s", "    hold: 40 s\n    reps: 9") == (
            f"{HUG}:16:11  error  hold: 40 s is outside the exercise's 15-30 s\n{WIDEN}\n"
            f"{HUG}:17:11  error  reps: 9 is outside the exercise's 1-4\n{WIDEN}"
        )

    def test_that_a_mode_loads_lie_within_the_modes(self, checked: Checked) -> None:
        mode = MODES.replace(
            "reps: 2-5", "reps: 2-5\n    default:\n      hold: 20 s\n      reps: 1"
        )
        assert checked.hug("feel:", mode) == (
            f"{HUG}:23:13  error  hold: 20 s is outside the exercise's 3-5 s\n{WIDEN}\n"
            f"{HUG}:24:13  error  reps: 1 is outside the exercise's 2-5\n{WIDEN}"
        )

    def test_that_a_mode_takes_over_are_told_where_they_were_written(
        self, checked: Checked
    ) -> None:
        mode = STRETCH.replace("feel:", "modes:\n  short:\n    title: S\nfeel:")
        assert checked({HUG: mode.replace("    hold: 20 s", "    hold: 40 s")}) == (
            f"{HUG}:16:11  error  hold: 40 s is outside the exercise's 15-30 s\n{WIDEN}"
        )


class TestLinks:
    @pytest.mark.parametrize(
        "address",
        [
            "exercises/knee-hug.md",
            "exercises/knee-hug.md#steps",
            "exercises/knee-hug.md#timer",
            "routines/morning.md",
            "routines/morning.md#timer",
            "routines/morning.md#safety",
            "pages/safety.md",
            "pages/safety.md#stop",
            "home.md",
            "#here",
            "exercises/knee.png",
            "exercises/knee.png#part",
        ],
    )
    def test_that_lead_somewhere_are_fine(self, checked: Checked, address: str) -> None:
        changes = {
            HOME: f"---\ntitle: Home\n---\n\n## Here\n\n[a]({address})\n",
            "content/exercises/knee.png": "a picture",
        }
        assert checked({**changes}) == ""

    def test_to_days_lead_to_those_there_are(self, checked: Checked) -> None:
        days = "days:\n  - title: A\n    exercises:\n      - exercise: knee-hug\n"
        changes = {
            MORNING: ROUTINE.replace("exercises:\n  - exercise: knee-hug\n", days),
            HOME: "---\ntitle: Home\n---\n[a](routines/morning.md#day-1)\n"
            "[b](routines/morning.md#day-2)\n[c](routines/morning.md#timer)\n",
        }
        assert checked({**changes}) == (
            f"{HOME}:5:5  error  routines/morning.md has no heading day-2\n"
            "    hint: did you mean day-1?\n"
            f"{HOME}:6:5  error  routines/morning.md has no heading timer\n"
            "    hint: mend the name after #"
        )

    @pytest.mark.parametrize(
        ("address", "said"),
        [
            (
                "exercises/knee-hugg.md",
                "there is no file content/exercises/knee-hugg.md\n"
                "    hint: did you mean exercises/knee-hug.md?",
            ),
            (
                "Exercises/knee-hug.md",
                "there is no file content/Exercises/knee-hug.md\n"
                "    hint: did you mean exercises/knee-hug.md?",
            ),
            ("zzz.md", f"there is no file content/zzz.md\n{NO_FILE}"),
            ("exercises/calf.md", f"there is no file content/exercises/calf.md\n{NO_FILE}"),
            (
                "pages\\safety.md",
                "there is no file content/pages\\safety.md\n"
                "    hint: did you mean pages/safety.md?",
            ),
            (
                "www.example.org/a",
                "there is no file content/www.example.org/a\n"
                "    hint: write https://www.example.org/a",
            ),
            (
                "me@example.org",
                "there is no file content/me@example.org\n    hint: write mailto:me@example.org",
            ),
            (
                "exercises/knee-hug.html",
                "there is no file content/exercises/knee-hug.html\n"
                "    hint: did you mean exercises/knee-hug.md?",
            ),
            (
                "pages/safety.md#sings",
                "pages/safety.md has no heading sings\n    hint: did you mean signs?",
            ),
            ("#zzz", "home.md has no heading zzz\n    hint: mend the name after #"),
        ],
    )
    def test_that_lead_nowhere_are_told(self, checked: Checked, address: str, said: str) -> None:
        changes = {
            HOME: f"---\ntitle: Home\n---\n\n[a]({address})\n",
            "content/pages/safety.md": f"{FILES['content/pages/safety.md']}\n## Signs\n",
        }
        assert checked({**changes}) == f"{HOME}:5:5  error  {said}"

    def test_are_suggested_as_seen_from_their_own_file(self, checked: Checked) -> None:
        assert checked.hug("Why and", "[a](../routine/morning.md) Why and") == (
            f"{HUG}:27:5  error  there is no file content/routine/morning.md\n"
            "    hint: did you mean ../routines/morning.md?"
        )

    def test_that_are_dead_twice_are_told_at_both_lines(self, checked: Checked) -> None:
        assert checked.home("[a](zzz.md)\n\n[b](zzz.md)") == (
            f"{HOME}:4:5  error  there is no file content/zzz.md\n{NO_FILE}\n"
            f"{HOME}:6:5  error  there is no file content/zzz.md\n{NO_FILE}"
        )

    def test_of_pictures_lead_to_pictures(self, checked: Checked) -> None:
        assert checked.home("![a](kne.png)\n![b](pages/safety.md)\n[![c](d.png)](home.md)") == (
            f"{HOME}:4:6  error  there is no picture content/kne.png\n{NO_PICTURE}\n"
            f"{HOME}:5:6  error  there is no picture content/pages/safety.md\n{NO_PICTURE}\n"
            f"{HOME}:6:7  error  there is no picture content/d.png\n{NO_PICTURE}"
        )

    @pytest.mark.parametrize("picture", ["![a](#)", '<img src="#name" alt="a">'])
    def test_of_pictures_name_a_file(self, checked: Checked, picture: str) -> None:
        column = picture.index("#")
        said = "error  a picture without a file"
        assert checked.hug("Why and how.", picture) == (
            f"{HUG}:27:{column + 1}  {said}\n{NO_PICTURE}"
        )

    @pytest.mark.parametrize("picture", ["![a]()", "![]()"])
    def test_of_pictures_without_an_address_are_told(self, checked: Checked, picture: str) -> None:
        assert checked.home(picture).startswith(f"{HOME}:4")

    def test_of_cautions_need_a_page_since_they_stand_on_many(self, checked: Checked) -> None:
        text = FILES["content/cautions.yaml"].replace(
            "Ask your surgeon.", "'[a](pages/safety.md) [b](#hip)'"
        )
        assert checked({"content/cautions.yaml": text}) == (
            "content/cautions.yaml:7:9  error  #hip: a caution stands on many pages\n"
            "    hint: write the page's file before #"
        )

    def test_everywhere_in_a_guide_are_looked_at(self, checked: Checked) -> None:
        dead = "'[a](zzz.md)'"
        exercise = STRETCH.replace(
            "feel: A gentle pull.",
            f"feel: {dead}\neasier: {dead}\nharder: {dead}\nmistakes:\n  - {dead}\n"
            f"modes:\n  short:\n    title: S\n    note: {dead}",
        )
        routine = ROUTINE.replace("knee-hug\n", f"knee-hug\n    note: {dead}\n").replace(
            "place:", f"after: {dead}\nnotes:\n  - {dead}\nplace:"
        )
        safety = (
            FILES["content/pages/safety.md"]
            .replace("chest pain", dead)
            .replace("Sharp pain", dead)
            .replace("    signs:", f"    note: {dead}\n    signs:")
        )
        said = checked(
            {
                HUG: f"{exercise}3. [a](zzz.md)\n\n[a](zzz.md)\n",
                MORNING: f"{routine}[a](zzz.md)\n",
                "content/pages/safety.md": f"{safety}[a](zzz.md)\n",
                "content/cautions.yaml": FILES["content/cautions.yaml"].replace(
                    "Ask your surgeon.", dead
                ),
            }
        )
        assert [line.split("  ")[0] for line in said.split("\n")[::2]] == [
            "content/cautions.yaml:7:9",
            f"{HUG}:17:7",
            f"{HUG}:18:9",
            f"{HUG}:19:9",
            f"{HUG}:21:5",
            f"{HUG}:25:11",
            f"{HUG}:39:8",
            f"{HUG}:41:5",
            "content/pages/safety.md:7:11",
            "content/pages/safety.md:9:9",
            "content/pages/safety.md:11:5",
            "content/pages/safety.md:16:5",
            f"{MORNING}:5:8",
            f"{MORNING}:7:5",
            f"{MORNING}:13:11",
            f"{MORNING}:18:5",
        ]


class TestWholeGuides:
    def test_have_an_exercise_and_should_have_a_home_and_a_safety_page(
        self, tmp_path: Path
    ) -> None:
        assert told(check(write_files(tmp_path, {"guide.yaml": SETTINGS})).problems) == (
            "content/exercises  error  the guide has no exercise\n"
            "    hint: write one in content/exercises: its file's name is its address\n"
            "content/home.md  warning  there is no such page\n"
            f"    hint: {WRITE_HOME}\n"
            "content/pages/safety.md  warning  there is no such page\n"
            f"    hint: {WRITE_SAFETY}"
        )

    def test_without_a_safety_page_are_not_sent_to_another(self, checked: Checked) -> None:
        said = checked(
            {
                "content/pages/safety.md": None,
                "content/pages/about.md": "---\ntitle: About\n---\n",
                HOME: "---\ntitle: Home\n---\n[a](pages/safety.md)\n",
            }
        )
        assert said.startswith(
            f"{HOME}:4:5  error  there is no file content/pages/safety.md\n{NO_FILE}\n"
        )

    @pytest.mark.parametrize("vocabulary", EXAMPLES)
    def test_may_have_vocabularies_in_the_form_that_is_shown(
        self, checked: Checked, vocabulary: str
    ) -> None:
        name = f"content/{vocabulary}.yaml"
        others = "".join(f"# {line}" for line in FILES[name].splitlines(keepends=True))
        rules = {
            problem.rule
            for problem in check(
                write_guide(checked.folder, {name: f"{EXAMPLES[vocabulary]}\n{others}"})
            ).problems
        }
        assert rules <= {"unknown"}  # what pages use besides

    def test_whose_safety_page_is_a_draft_are_warned(self, checked: Checked) -> None:
        text = FILES["content/pages/safety.md"].replace("title:", "draft: true\ntitle:", 1)
        assert checked({"content/pages/safety.md": text}) == (
            "content/pages/safety.md  warning  this page is a draft\n"
            "    hint: take draft: true out of it"
        )

    @pytest.mark.parametrize("body", ["", "Only words.\n", "Words\n1. Lie down.\n"])
    def test_have_steps_in_every_exercise(self, checked: Checked, body: str) -> None:
        front = STRETCH[: STRETCH.index("---\n\nWhy")]
        assert checked({HUG: f"{front}---\n\n{body}"}) == (
            f"{HUG}  warning  the exercise has no steps\n"
            "    hint: write them as a numbered list, 1. and so on, after an empty line"
        )


class TestLanguage:
    @pytest.mark.parametrize("language", ["en", "en-GB"])
    def test_with_words_of_the_interface_is_fine(self, checked: Checked, language: str) -> None:
        assert checked({"guide.yaml": f"{SETTINGS}language: {language}\n"}) == ""

    @pytest.mark.parametrize("language", ["de", "pt-BR"])
    def test_without_them_is_told(self, checked: Checked, language: str) -> None:
        assert checked({"guide.yaml": f"{SETTINGS}language: {language}\n"}) == (
            f"guide.yaml:4:11  warning  language: Supple has no words in {language} yet, "
            "so its own stay English\n"
            "    hint: it has words in en; another table beside en.toml adds a language"
        )
