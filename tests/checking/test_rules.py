"""The rules that know the subject: the docs' examples of each, switches, exceptions, limits."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from supple.checking.finding import subject_of
from supple.checking.registry import CHECKS, check_rules
from supple.domain.problem import Problem, Severity
from supple.domain.rules import RULES, Needs, Rule
from supple.pipeline import build, check
from supple.reading.folder import read_guide
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
        assert {*CHECKS} == {*Rule} - {Rule.UNUSED_ALLOW}

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
        guide, _ = read_guide(write_files(tmp_path, guide_with(each.bad)))
        assert guide
        said = rules((*check_rules(subject_of(guide, building=True), building=True),))
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

    def test_can_add_words_to_avoid(self, tmp_path: Path) -> None:
        said = told(judged(tmp_path, {}, "avoid:\n  One Leg: write a leg\n"))
        assert f"{HUG}:29:18  warning  avoid: one leg  [words-to-avoid]\n" in said
        assert "    hint: write a leg" in said


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
