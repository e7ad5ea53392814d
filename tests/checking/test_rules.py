"""The rules that know the subject: the docs' examples of each, switches, exceptions, limits."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from supple.checking.reading_age import PageAge, ReadingAges
from supple.checking.registry import CHECKS, EXERCISE_CHECKS
from supple.commands.check import _told
from supple.domain.problem import Problem, Severity
from supple.domain.rules import RULES, Needs, Rule
from supple.pipeline import build, check
from supple.preparing import Prepared, prepare
from tests.checking.examples import CALF, GUIDE, Told, guide_with, told_rules
from tests.guides import SETTINGS, write_files
from tests.told import told

TODAY = date(2026, 11, 22)
HUG = "content/exercises/knee-hug.md"
HOME = "content/home.md"
MORNING = "content/routines/morning.md"
TOLD = {each.rule: each for each in told_rules()}


def judged(folder: Path, changes: Mapping[str, str], settings: str = "") -> tuple[Problem, ...]:
    """What is said of the guide with these changes."""
    files = {**guide_with(changes), "guide.yaml": f"{SETTINGS}{settings}"}
    return check(write_files(folder, files), today=TODAY).problems


def rules(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.rule for problem in problems]


class TestDocs:
    def test_tell_of_every_rule_in_the_order_of_the_table(self) -> None:
        assert [*TOLD] == [*RULES] == [*Rule]
        assert {*CHECKS, *EXERCISE_CHECKS} == {*Rule} - {Rule.UNUSED_ALLOW}

    @pytest.mark.parametrize("rule", Rule)
    def test_say_what_the_table_says(self, rule: Rule) -> None:
        about = RULES[rule]
        where = {
            Needs.LANGUAGE: " For guides in English.",
            Needs.SYLLABLES: " For guides in English, where `supple[reading]` is installed.",
            Needs.WHOLE: " Not judged while drafts are left out or the guide has errors.",
        }
        assert TOLD[rule].says == (
            f"{about.says}\n"
            f"A {about.severity}{', in a build too' if about.in_build else ''}."
            f"{f' Its limit: {about.limit} {about.unit}.' if about.limit else ''}"
            f"{where.get(about.needs, '')}"
        )

    def test_begin_with_a_guide_of_which_nothing_is_said(self, tmp_path: Path) -> None:
        assert told(check(write_files(tmp_path, GUIDE), today=TODAY).problems) == ""

    @pytest.mark.parametrize("each", TOLD.values(), ids=TOLD)
    def test_have_a_bad_example_that_this_rule_alone_is_against(
        self, tmp_path: Path, each: Told
    ) -> None:
        problems = judged(tmp_path, each.bad)
        assert rules(problems) == [each.rule], told(problems)
        assert problems[0].place.line
        assert problems[0].hint
        assert f"  [{each.rule}]\n" in told(problems)

    @pytest.mark.parametrize("each", TOLD.values(), ids=TOLD)
    def test_have_a_good_example_of_which_nothing_is_said(self, tmp_path: Path, each: Told) -> None:
        assert told(judged(tmp_path, each.good)) == ""


@pytest.mark.parametrize("each", TOLD.values(), ids=TOLD)
class TestEveryRule:
    def test_is_a_switch_in_the_settings(self, tmp_path: Path, each: Told) -> None:
        off, error = (f"checks:\n  {each.rule}: {switch}\n" for switch in ("off", "error"))
        assert told(judged(tmp_path, each.bad, off)) == ""
        assert [problem.severity for problem in judged(tmp_path, each.bad, error)] == [
            Severity.ERROR
        ]

    def test_is_told_by_a_build_if_the_table_says_so(self, tmp_path: Path, each: Told) -> None:
        files = write_files(tmp_path, guide_with(each.bad))
        prepared = prepare(files, {})
        assert isinstance(prepared, Prepared)
        said = rules(tuple(each for each in prepared.problems if each.rule in [*Rule]))
        assert said == ([each.rule] if RULES[Rule(each.rule)].in_build else [])


class TestExceptions:
    ALLOW = "allow:\n  - rule: sentence-length\n    because: The law says it so.\n"
    LONG = f"feel: {'very ' * 25}long.\n"

    def test_of_a_page_are_for_that_page(self, tmp_path: Path) -> None:
        assert told(judged(tmp_path, {HUG: f"{self.LONG}{self.ALLOW}"})) == ""
        assert rules(judged(tmp_path, {HUG: self.ALLOW, CALF: self.LONG})) == [
            Rule.SENTENCE_LENGTH,
            Rule.UNUSED_ALLOW,
        ]

    def test_are_for_that_rule_alone(self, tmp_path: Path) -> None:
        long_cure = self.LONG.replace("long", "cured")
        assert rules(judged(tmp_path, {HUG: f"{long_cure}{self.ALLOW}"})) == [Rule.WORDS_TO_AVOID]

    def test_of_a_word_are_for_that_word(self, tmp_path: Path) -> None:
        word = "{}:\n  title: {}\n  grade: B\n"
        allow = "  allow:\n    - rule: unused-source\n      because: Soon.\n"
        sources = word.format("one", "One") + allow + word.format("two", "Two")
        assert told(judged(tmp_path, {"content/sources.yaml": sources})).startswith(
            "content/sources.yaml:11:1  warning  no page uses two  [unused-source]\n"
        )

    TWO = "cautions:\n  - stop-pain\nmovements:\n  - bend-hip\n  - twist\n"
    TURN = "turn:\n  title: Turns\n  text: Turn slowly.\n  for:\n    - twist\n"

    @pytest.mark.parametrize(
        ("only", "said"),
        [
            ("", []),
            ("    only: [hip, turn]\n", []),
            ("    only: [hip]\n", ["the movement twist calls for the caution turn"]),
            (
                "    only: [hip, stop-pain]\n",
                [
                    "the movement twist calls for the caution turn",
                    "allow: nothing about stop-pain is against caution-missing here",
                ],
            ),
        ],
    )
    def test_can_name_the_cautions(self, tmp_path: Path, only: str, said: list[str]) -> None:
        allow = f"allow:\n  - rule: caution-missing\n{only}    because: A trial.\n"
        changes = {
            HUG: f"{self.TWO}{allow}",
            CALF: "cautions:\n  - hip\n  - turn\n",
            "content/cautions.yaml": f"{GUIDE['content/cautions.yaml']}{self.TURN}",
        }
        problems = judged(tmp_path, changes)
        assert [problem.message.partition(", which")[0] for problem in problems] == said
        assert all(problem.place.line for problem in problems)

    def test_can_name_the_words(self, tmp_path: Path) -> None:
        cures = "summary: It cures and heals.\n"
        allow = "allow:\n  - rule: words-to-avoid\n    only: [cures]\n    because: A quotation.\n"
        (problem,) = judged(tmp_path, {HUG: f"{cures}{allow}"})
        assert problem.message == "avoid: heals"

    def test_name_nothing_of_other_rules(self, tmp_path: Path) -> None:
        allow = "allow:\n  - rule: sides\n    only: [left]\n    because: So.\n"
        assert told(judged(tmp_path, {HUG: allow})) == (
            f"{HUG}:27:11  error  allow: sides finds nothing that can be named\n"
            "    hint: take it out; it goes with caution-missing (cautions) and "
            "words-to-avoid (words)"
        )

    def test_to_rules_by_which_nobody_judged_are_left_alone(self, tmp_path: Path) -> None:
        off = "checks:\n  sentence-length: off\n"
        assert told(judged(tmp_path, {HUG: self.ALLOW}, off)) == ""
        guide = write_files(tmp_path / "guide", guide_with({HUG: self.ALLOW}))
        assert build(guide, tmp_path / "site").problems == ()

    def test_name_a_rule_that_there_is(self, tmp_path: Path) -> None:
        allow = self.ALLOW.replace("sentence-length", "sentence-lenght")
        assert told(judged(tmp_path, {HUG: allow})) == (
            f"{HUG}:26:11  error  rule: sentence-lenght is not a rule of supple check\n"
            "    hint: did you mean sentence-length?"
        )

    def test_have_a_reason(self, tmp_path: Path) -> None:
        allow = "allow:\n  - rule: sides\n"
        assert "because is missing" in told(judged(tmp_path, {HUG: allow}))


class TestSettings:
    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ("sentence-lenght: off", "checks: sentence-lenght is not a key of the checks"),
            ("sides: false", "sides: false is not a way to take a rule"),
            ("sides:\n    limit: 3", "sides: keys, where a way to take a rule belongs"),
            ("sentence-length:\n    limit: many", "limit: many is not a whole number"),
        ],
    )
    def test_that_are_wrong_are_told(self, tmp_path: Path, written: str, said: str) -> None:
        assert f"  error  {said}\n" in told(judged(tmp_path, {}, f"checks:\n  {written}\n"))

    def test_can_move_a_limit(self, tmp_path: Path) -> None:
        bad = TOLD[Rule.SENTENCE_LENGTH].bad
        assert told(judged(tmp_path, bad, "checks:\n  sentence-length:\n    limit: 30\n")) == ""
        problems = judged(tmp_path, {}, "checks:\n  sentence-length:\n    limit: 4\n")
        assert {*rules(problems)} == {Rule.SENTENCE_LENGTH}

    def test_with_words_to_avoid_in_a_list_are_told_how_to_write_them(self, tmp_path: Path) -> None:
        assert told(judged(tmp_path, {}, "avoid:\n  - patients\n")) == (
            "guide.yaml:5:3  error  avoid: words with a text behind each belong here\n"
            "    hint: write a word or several, a colon and a text, with no dash before"
        )

    def test_can_add_words_to_avoid(self, tmp_path: Path) -> None:
        said = told(judged(tmp_path, {}, "avoid:\n  One Leg: write a leg\n"))
        assert f"{HUG}:29:18  warning  avoid: one leg  [words-to-avoid]\n" in said
        assert "    hint: write a leg" in said


class TestStepDosage:
    @pytest.mark.parametrize(
        ("steps", "said"),
        [
            ("Hold for 15 to 20 seconds.", []),
            ("Hold for 6 breaths.", []),
            ("Hold for 20 seconds. Rest for 60 seconds.", []),
            ("Hold for 14 seconds.", [Rule.STEP_DOSAGE]),
            ("Hold for 20 to 40 seconds.", [Rule.STEP_DOSAGE]),
            ("Hold for 2 minutes.", [Rule.STEP_DOSAGE]),
        ],
    )
    def test_is_the_exercises(self, tmp_path: Path, steps: str, said: list[Rule]) -> None:
        body = f"---\n\n1. Lie down. Use one leg, then the other.\n2. {steps}\n"
        assert rules(judged(tmp_path, {HUG: body})) == said

    def test_may_be_a_modes_or_a_named_holds(self, tmp_path: Path) -> None:
        mode = "modes:\n  long:\n    title: Long\n    hold: 60 s\n"
        sources = "sources:\n  - source: clinic\n    hold: 5-60 s\n"
        body = "---\n\n1. Use one leg, then the other.\n2. Hold for 60 seconds.\n"
        assert rules(judged(tmp_path, {HUG: f"{mode}{sources}{body}"})) == []
        dosage = (
            "dosage:\n  hold: 15-30 s\n  sides: each\n  holds:\n"
            "    - name: Up\n      hold: 60 s\n    - name: Down\n"
        )
        assert rules(judged(tmp_path / "named", {HUG: f"{dosage}{sources}{body}"})) == []

    def test_names_the_step_and_the_dosage(self, tmp_path: Path) -> None:
        said = told(judged(tmp_path, TOLD[Rule.STEP_DOSAGE].bad))
        assert said.startswith(
            f'{HUG}:27:22  warning  a step says "Hold for 60 seconds", but the dosage gives 15-30 s'
        )


class TestOrderOfSides:
    LEFT = "---\n\n1. Lift your left leg.\n2. Do the same with your right leg.\n"
    RIGHT = "---\n\n1. Do it with your right leg, then your left.\n"
    DOSAGE = "dosage:\n  hold: 15-30 s\n  sides: each\n  side: leg\n"

    @pytest.mark.parametrize(
        ("first", "steps", "said"),
        [
            ("", LEFT, []),
            ("  first: left\n", LEFT, []),
            ("  first: right\n", RIGHT, []),
            ("  first: right\n", LEFT, [Rule.SIDES]),
            ("", RIGHT, [Rule.SIDES]),
        ],
    )
    def test_is_the_timers(self, tmp_path: Path, first: str, steps: str, said: list[Rule]) -> None:
        assert rules(judged(tmp_path, {HUG: f"{self.DOSAGE}{first}{steps}"})) == said

    @pytest.mark.parametrize(
        ("figure", "first", "steps", "said"),
        [
            ("left", "", LEFT, 0),
            ("right", "", LEFT, 1),
            ("right", "  first: left\n", "", 1),
            ("right", "  first: right\n", "", 0),
        ],
    )
    def test_is_the_figures(
        self, tmp_path: Path, figure: str, first: str, steps: str, said: int
    ) -> None:
        pose = (
            f"figure:\n  base: supine\n  side: {figure}\n"
            f"  start:\n    legs: {{knee: 60, foot: flat}}\n"
            f"  hold:\n    {figure} leg: {{hip: 110, knee: 110}}\n"
        )
        problems = judged(tmp_path, {HUG: f"{self.DOSAGE}{first}{pose}{steps}"})
        sides = [problem.message for problem in problems if problem.rule == Rule.SIDES]
        assert sides == ["side: the figure shows right, but left comes first"][:said], told(
            problems
        )

    def test_of_a_figure_is_its_own_where_the_steps_name_none(self, tmp_path: Path) -> None:
        pose = "figure:\n  base: supine\n  side: right\n  hold:\n    right leg: {hip: 110}\n"
        assert Rule.SIDES not in rules(judged(tmp_path, {HUG: pose}))


class TestRoutineTime:
    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ("summary: Two minutes for calf and neck.\n", 0),
            ("summary: Nine minutes for calf and neck.\n", 1),
            ("summary: 9 min for calf and neck.\n", 1),
            ("title: Nine minutes is all you need\n", 1),
            ("---\nIt takes nine minutes.\n", 1),
            ("---\n## Soon\n\nIt takes nine minutes.\n", 1),
            ("---\nIf a pain does not ease in 10 minutes, stop.\n", 0),
            ("---\nIt needs 9 minutes of rest afterwards.\n", 0),
            ("---\nLie down.\n\nThe bus comes in 9 minutes.\n", 0),
            ("when: Before a 9-minute break\n", 0),
        ],
    )
    def test_is_promised_where_a_routine_begins(
        self, tmp_path: Path, change: str, said: int
    ) -> None:
        assert rules(judged(tmp_path, {MORNING: change})) == [Rule.ROUTINE_TIME] * said


class TestWordsToAvoid:
    @pytest.mark.parametrize(
        "summary",
        [
            "It heals.",
            "It treats low back pain.",
            "It gets rid of aches.",
            "Your pain is gone for good.",
            "It makes your pain go away.",
            "It prevents injury.",
            "A detox.",
            "It relieves back pain.",
            "It eliminates knots.",
            "It works instantly.",
            "It not only cures.",
            "Dorsiflex the foot.",
            "Feel your gastrocnemius.",
            "An eccentric move.",
            "Keep it abducted.",
            "In the sagittal plane.",
            "Tighten isometrically.",
            "It is for the erector spinae.",
            "Lie prone to rest.",
            "A worn out disc.",
        ],
    )
    def test_are_told(self, tmp_path: Path, summary: str) -> None:
        assert rules(judged(tmp_path, {HUG: f"summary: {summary}\n"})) == [Rule.WORDS_TO_AVOID]

    @pytest.mark.parametrize(
        "summary",
        [
            "For people prone to dizziness.",
            "For days when you feel worn out.",
            "It is no miracle cure.",
            "Nobody is cured by it.",
            "Nobody can promise a cure.",
            "It will not cure anything.",
            "It isn’t a cure.",
            "Wait until the wound heals.",
            "Rest until the pain goes away.",
            "Sit for good posture.",
        ],
    )
    def test_are_not_those_that_promise_nothing(self, tmp_path: Path, summary: str) -> None:
        assert told(judged(tmp_path, {HUG: f"summary: {summary}\n"})) == ""

    def test_of_the_guide_are_never_fine(self, tmp_path: Path) -> None:
        said = judged(tmp_path, {HUG: "summary: Prone to this.\n"}, "avoid:\n  prone to: say who\n")
        assert [problem.hint for problem in said] == ["say who"]


class TestCautions:
    def test_are_called_for_in_words(self, tmp_path: Path) -> None:
        assert told(judged(tmp_path, TOLD[Rule.CAUTION_MISSING].bad)).startswith(
            f"{HUG}:19:3  warning  the movement bend-hip calls for the caution hip, "
            "which is not among its cautions  [caution-missing]"
        )

    def test_are_called_for_by_a_position_too(self, tmp_path: Path) -> None:
        cautions = GUIDE["content/cautions.yaml"].replace("bend-hip", "supine")
        changes = {HUG: "cautions:\n  - stop-pain\n", "content/cautions.yaml": cautions}
        assert told(judged(tmp_path, changes)).startswith(
            f"{HUG}:19:3  warning  the position supine calls for the caution hip, "
            "which is not among its cautions  [caution-missing]"
        )


@pytest.mark.parametrize("count", [1, 7])
def test_reading_tells_each_page_the_hardest_first(count: int) -> None:
    ages = ReadingAges(tuple(PageAge(f"{number}.md", 9.0 + number) for number in range(count)))
    _, *pages = _told(ages)
    assert pages == [f"    {9.0 + number:.1f}  {number}.md" for number in reversed(range(count))]


def test_guides_in_other_languages_are_judged_by_no_rule_about_words(tmp_path: Path) -> None:
    language = "language: de\n"
    for rule in (Rule.SIDES, Rule.ROUTINE_TIME, Rule.SENTENCE_LENGTH, Rule.WORDS_TO_AVOID):
        problems = judged(tmp_path / rule, TOLD[rule].bad, language)
        assert rules(problems) == ["language"], rule
    problems = judged(tmp_path / "range", TOLD[Rule.DOSAGE_RANGE].bad, language)
    assert {*rules(problems)} == {"language", Rule.DOSAGE_RANGE}


def test_without_the_library_nobody_judges_the_reading_age(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.checking.finding.counter", lambda language: None)
    assert told(judged(tmp_path, TOLD[Rule.READING_AGE].bad)) == ""
