"""What must stand on pages, whatever they look like: warnings whole, addresses few."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from supple.domain.guide import Guide
from supple.domain.prose import Prose
from supple.domain.vocabulary import CautionKind
from supple.reading.folder import read_guide
from tests import week
from tests.guides import FILES, ROUTINE, SAFETY, SETTINGS, STRETCH
from tests.rendering.sites import render, rendered
from tests.sites import REPOSITORY
from tests.told import told

HUG = "content/exercises/knee-hug.md"
CAUTIONS = "content/cautions.yaml"


def words(html: str) -> str:
    """What a person reads."""
    text = re.sub(r"<(script|style).*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def said(prose: Prose) -> str:
    """What a person reads of a text without links."""
    return words("".join(part for part in prose.parts if isinstance(part, str)))


@cache
def own_guide() -> Guide:
    """This repository's own guide."""
    guide, problems = read_guide(REPOSITORY)
    assert not problems, told(problems)
    assert guide is not None
    return guide


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Its pages' HTML."""
    return rendered(own_guide())


class TestSources:
    SOURCES = "".join(
        f"clinic-{grade.lower()}:\n  title: T\n  grade: {grade}\n  url: https://example.org/{grade}\n"
        for grade in ("A", "B", "C", "seed")
    )

    def test_of_grade_a_alone_have_their_address_published(self, tmp_path: Path) -> None:
        uses = "".join(f"  - clinic-{grade}\n" for grade in ("a", "b", "c", "seed"))
        hug = STRETCH.replace("  - source: clinic\n    hold: 15-30 s\n", uses)
        caution = FILES[CAUTIONS] + "  sources:\n    - clinic-b\n"
        made = render(tmp_path, {"content/sources.yaml": self.SOURCES, HUG: hug, CAUTIONS: caution})
        everything = "".join(made.values())
        assert set(re.findall(r"https://example\.org/\w+", everything)) == {"https://example.org/A"}
        assert 'href="https://example.org/A"' in made["exercises/knee-hug.html"]


class TestCautions:
    """None of an exercise's warnings is lost on a routine's page or sheet."""

    def test_of_every_exercise_stand_whole_on_its_page(self, pages: dict[str, str]) -> None:
        guide = own_guide()
        for exercise in guide.exercises.values():
            text = words(pages[f"exercises/{exercise.slug}.html"])
            for code in exercise.cautions:
                assert said(guide.cautions[code].text) in text, code

    @pytest.mark.parametrize(
        ("folder", "kinds"),
        [("routines", [CautionKind.ASK, CautionKind.STOP]), ("sheets", [CautionKind.ASK])],
    )
    def test_of_every_exercise_stand_whole_on_its_routines(
        self, pages: dict[str, str], folder: str, kinds: list[CautionKind]
    ) -> None:
        guide = own_guide()
        for routine in guide.routines.values():
            text = words(pages[f"{folder}/{routine.slug}.html"])
            entries = (entry for day in routine.days for entry in day.entries)
            slugs = {slug for entry in entries if (slug := getattr(entry, "exercise", ""))}
            codes = {code for slug in slugs for code in guide.exercises[slug].cautions}
            cautions = [guide.cautions[code] for code in codes]
            assert cautions
            for caution in (caution for caution in cautions if caution.kind in kinds):
                assert said(caution.text) in text, caution.code

    def test_that_say_when_to_stop_have_the_guides_list_to_speak_for_them_on_a_sheet(
        self, tmp_path: Path
    ) -> None:
        assert "Sharp pain" in words(render(tmp_path, {})["sheets/morning.html"])

    @pytest.mark.parametrize("safety", [SAFETY.replace("stop:\n  - Sharp pain\n", ""), None])
    def test_that_say_when_to_stop_stand_on_a_sheet_themselves_without_such_a_list(
        self, tmp_path: Path, safety: str | None
    ) -> None:
        sheet = render(tmp_path, {"content/pages/safety.md": safety})["sheets/morning.html"]
        assert "Stop if the pain is sharp." in words(sheet)

    def test_of_one_condition_with_two_pieces_of_advice_are_both_told(self, tmp_path: Path) -> None:
        caution = FILES[CAUTIONS] + "hip-twist:\n  title: Hip replacement\n  text: Turn slowly.\n"
        hug = STRETCH.replace("  - hip\n", "  - hip\n  - hip-twist\n")
        sheet = words(render(tmp_path, {CAUTIONS: caution, HUG: hug})["sheets/morning.html"])
        assert "Ask your surgeon." in sheet
        assert "Turn slowly." in sheet

    def test_on_a_sheet_name_every_exercise_that_they_concern(self, tmp_path: Path) -> None:
        again = "  - exercise: lift\n  - exercise: knee-hug\n"
        routine = ROUTINE.replace("  - exercise: knee-hug\n", f"  - exercise: knee-hug\n{again}")
        made = render(
            tmp_path,
            {
                "content/exercises/lift.md": week.LIFT,
                "content/routines/morning.md": routine,
                "content/targets.yaml": week.FILES["content/targets.yaml"],
            },
        )
        assert "Ask your surgeon. (1, 3)" in words(made["sheets/morning.html"])


class TestSigns:
    def test_that_call_for_help_are_all_on_the_safety_page(self, pages: dict[str, str]) -> None:
        safety = own_guide().safety
        assert safety is not None
        text = words(pages["safety.html"])
        signs = [sign for card in safety.care for sign in card.signs]
        assert len(signs) == 16
        for sign in (*signs, *safety.stop):
            assert said(sign) in text

    def test_of_an_emergency_and_when_to_stop_are_on_every_sheet(
        self, pages: dict[str, str]
    ) -> None:
        safety = own_guide().safety
        assert safety is not None
        emergency = [sign for card in safety.care[:1] for sign in card.signs]
        sheets = [words(html) for address, html in pages.items() if address.startswith("sheets/")]
        assert sheets
        for sheet in sheets:
            for sign in (*emergency, *safety.stop):
                assert said(sign) in sheet

    def test_name_the_numbers_of_the_guides_own_country(self, tmp_path: Path) -> None:
        numbers = 'emergency:\n  call: "112"\n  department: the clinic\n'
        made = render(tmp_path, {"guide.yaml": SETTINGS + numbers})
        heading = "Call 112 or go to the clinic now if you have back pain and:"
        assert heading in words(made["safety.html"])
        assert heading in words(made["sheets/morning.html"])
        assert "999" not in "".join(made.values())

    @pytest.mark.parametrize(
        ("country", "emergency", "urgent"),
        [
            ("uk", "Call 999 or go to A&E", "urgent appointment with a GP or call 111 if"),
            ("us", "Call 911 or go to the emergency room", "urgent appointment with a doctor if"),
            (
                "eu",
                "Call 112 or go to the emergency department",
                "urgent appointment with a doctor if",
            ),
            (
                "au",
                "Call 000 or go to the emergency department",
                "urgent appointment with a GP or call 1800 022 222 if",
            ),
            ("ie", "Call 112 or go to the emergency department", "urgent appointment with a GP if"),
        ],
    )
    def test_name_the_numbers_of_countries_that_are_known(
        self, tmp_path: Path, country: str, emergency: str, urgent: str
    ) -> None:
        urgently = "  - level: urgent\n    signs:\n      - fever\nstop:"
        changes = {
            "guide.yaml": f"{SETTINGS}emergency: {country}\n",
            "content/pages/safety.md": SAFETY.replace("stop:", urgently),
        }
        made = render(tmp_path, changes)
        assert emergency in words(made["safety.html"])
        assert urgent in words(made["safety.html"])


class TestData:
    def test_of_timers_are_the_phases_of_each_dosage_and_day(self, tmp_path: Path) -> None:
        made = render(tmp_path, week.FILES)
        block = re.compile(r'<script [^>]*class="phases" data-mode="([^"]*)">(.*?)</script>', re.S)
        blocks = {address: block.findall(html) for address, html in made.items()}
        modes = {address: [mode for mode, _ in found] for address, found in blocks.items() if found}
        assert modes == {
            "exercises/knee-hug.html": ["", "short-repeats"],
            "exercises/lift.html": [""],
            "exercises/cat-breath.html": [""],
            "routines/first-week.html": ["", ""],
            "routines/morning.html": [""],
        }
        for found in blocks.values():
            for _, data in found:
                assert json.loads(data)[0].keys() >= {"kind", "seconds"}

    def test_that_authors_wrote_is_escaped_wherever_it_stands(self, tmp_path: Path) -> None:
        evil = "<script>alert(1)</script> & \"'</title>"
        quoted = "'" + evil.replace("'", "''") + "'"
        changes = {
            "guide.yaml": f"format: 1\nid: test\ntitle: {quoted}\npublisher: {quoted}\n"
            f"reviewed_by: {quoted}\n",
            "content/home.md": f"---\ntitle: {quoted}\nsummary: {quoted}\n---\n",
            HUG: STRETCH.replace("title: Knee hug", f"title: {quoted}")
            .replace("summary: A gentle pull.", f"summary: {quoted}")
            .replace("side: leg", f"side: {quoted}")
            .replace("feel:", f"modes:\n  a:\n    title: {quoted}\nfeel:"),
            "content/routines/morning.md": ROUTINE.replace("title: Morning", f"title: {quoted}")
            .replace("when: Before you get up", f"when: {quoted}")
            .replace("- exercise", f"- activity: {quoted}\n    time: 5 s\n  - exercise"),
            "content/targets.yaml": f"lower back:\n  title: {quoted}\n",
            "content/equipment.yaml": f"mat:\n  title: {quoted}\nbed:\n",
            "content/sources.yaml": f"clinic:\n  grade: B\n  title: {quoted}\n"
            f"  publisher: {quoted}\n",
            CAUTIONS: FILES[CAUTIONS].replace("title: Hip replacement", f"title: {quoted}"),
        }
        made = render(tmp_path, {**changes})
        assert {address for address, html in made.items() if "<script>alert" in html} == set()
        assert {address for address, html in made.items() if "&amp;lt;script" in html} == set()
        titles = {address: html.count("</title>") for address, html in made.items()}
        assert set(titles.values()) == {1}


def test_a_missing_page_says_how_to_go_on_where_it_doesnt_know_its_address(tmp_path: Path) -> None:
    alone = render(tmp_path / "a", {})["404.html"]
    assert re.findall('<a [^>]*href="([^"]*)"', alone) == ["./", "../"]
    assert 'class="brand"' not in alone
    assert "browser’s back button" in alone
    assert 'data-care="emergency"' in alone
    url = "url: https://a.example/\n"
    linked = render(tmp_path / "b", {"guide.yaml": f"{SETTINGS}{url}"})["404.html"]
    assert 'href="https://a.example/"' in linked
    assert "back button" not in linked
    assert 'href="../"' not in linked
