"""What every page of a site has, and what none may have."""

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping

import pytest
from selectolax.lexbor import LexborNode

from supple.domain.phases import PhaseKind
from supple.rendering import wording
from tests.site.pages import Page, pages_of
from tests.sites import Built

Pages = Mapping[str, Page]

ROUTINE = "routines/first-week.html"
SHEET = "sheets/first-week.html"
WITH_A_TIMER = ("exercises/", "routines/")


def playing(pages: Pages) -> list[Page]:
    """The pages of exercises and routines."""
    return [
        page
        for address, page in pages.items()
        if address.startswith(WITH_A_TIMER)
        and not address.endswith("/index.html")
        and not page.leads_on
    ]


class TestEveryPage:
    def test_has_a_language_a_title_of_its_own_and_one_heading(self, pages: Pages) -> None:
        titles = Counter(page.one("head > title").text().strip() for page in pages.values())
        assert max(titles.values()) == 1
        assert "" not in titles
        for page in pages.values():
            assert page.one("html").attributes["lang"] == "en"
            assert page.one("h1").text().strip()

    def test_has_no_id_twice(self, pages: Pages) -> None:
        for page in pages.values():
            assert [name for name, times in Counter(page.ids).items() if times > 1] == []

    def test_says_that_nobody_has_reviewed_it(self, pages: Pages) -> None:
        silent = [
            address
            for address, page in pages.items()
            if "Not yet reviewed by a clinician." not in page.words
        ]
        assert silent == []

    def test_begins_with_its_policy(self, pages: Pages) -> None:
        """It holds for what comes after it."""
        for page in pages.values():
            first, second = page.all("head > *")[:2]
            assert first.attributes.get("charset") == "utf-8"
            assert second.attributes.get("http-equiv") == "Content-Security-Policy"

    def test_allows_itself_nothing_but_its_own_files(self, pages: Pages) -> None:
        for page in pages.values():
            policy = policy_of(page)
            assert policy["default-src"] == ["'none'"]
            assert policy["base-uri"] == policy["form-action"] == ["'none'"]
            allowed = {word for words in policy.values() for word in words}
            styles = {hash_of(style) for style in page.all("style")}
            assert allowed - {"'none'", "'self'", "data:"} == styles

    def test_has_no_code_or_style_between_its_words(self, pages: Pages) -> None:
        for page in pages.values():
            names = {name for node in page.all("*") for name in node.attributes}
            assert "style" not in names
            assert {name for name in names if name.startswith("on")} == set()
            for script in page.all("script:not([src])"):
                assert script.attributes.get("type") == "application/json"
            assert not page.all("style") or page.address == "404.html"

    def test_leads_to_help_or_tells_of_it(self, pages: Pages) -> None:
        for page in pages.values():
            helps = [link for link in page.references if link.target == "safety.html"]
            assert helps or "Call 999" in page.words, page.address


class TestTimers:
    def test_safety_stands_before_what_to_do(self, pages: Pages) -> None:
        for page in playing(pages):
            order = page.all("a, ol")
            get_help = next(n for n, node in enumerate(order) if "get help" in node.text().lower())
            steps = next(n for n, node in enumerate(order) if node.tag == "ol")
            assert get_help < steps, page.address
            assert (order[get_help].attributes["href"] or "").endswith("safety.html")

    def test_phases_are_as_promised(self, pages: Pages) -> None:
        for page in playing(pages):
            for phases in page.json("script.phases"):
                assert phases
                for phase in phases:
                    assert phase["kind"] in list(PhaseKind)
                    assert isinstance(phase["seconds"], int)
                    assert phase["seconds"] > 0
                    assert phase["kind"] in ("rest", "activity") or phase["exercise"]

    def test_phases_have_names_for_all_that_they_name(self, pages: Pages) -> None:
        for page in playing(pages):
            (names,) = page.json("#exercises")
            for phase in (each for phases in page.json("script.phases") for each in phases):
                if "exercise" in phase:
                    assert names[phase["exercise"]]["title"]
                    assert not phase.get("side") or names[phase["exercise"]][phase["side"]]
                    for figure in names[phase["exercise"]].get("figures", {}).values():
                        assert len(page.all(f"[id='{figure}']")) == 1

    def test_each_choice_of_mode_has_its_phases(self, pages: Pages) -> None:
        for page in playing(pages):
            offered = [each.attributes["value"] or "" for each in page.all("input[name=mode]")]
            for timer in page.all("[data-timer]"):
                modes = [each.attributes["data-mode"] or "" for each in timer.css(".phases")]
                assert modes == (offered or [""])

    def test_the_time_shown_is_the_time_that_the_phases_take(self, pages: Pages) -> None:
        for page in playing(pages):
            shown = [each.text() for each in page.all(".total strong")]
            taken = [sum(phase["seconds"] for phase in each) for each in page.json("script.phases")]
            assert not shown or shown == [in_words(seconds) for seconds in taken]

    def test_scripts_find_every_word_that_they_need(self, pages: Pages) -> None:
        say = wording.load("en")
        table = {**say.section("timer"), **say.section("player")}
        for page in playing(pages):
            (words,) = page.json("#words")
            assert words == table
            assert page.one("script[src]").attributes.keys() >= {"defer"}

    def test_pages_without_the_search_field_need_no_script(self, pages: Pages) -> None:
        """Old addresses, and the page that says that one is missing. What is for paper has one to
        choose with, and to print."""
        for page in pages.values():
            has_search = bool(page.all("[data-search]"))
            shows_diary = page.address in ("index.html", "diary.html")
            narrows = bool(page.all("[data-filters], [data-map]"))
            is_paper = page.address.startswith(("sheets/", "cards/")) and not page.leads_on
            scripts = has_search + shows_diary + narrows + is_paper
            assert len(page.all("script[src]")) == scripts, page.address
            assert has_search or is_paper or not page.all("button"), page.address


def policy_of(page: Page) -> dict[str, list[str]]:
    """Directives and what they allow."""
    text = page.one('meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
    directives = (part.split() for part in text.split(";"))
    return {name: words for name, *words in directives}


def hash_of(style: LexborNode) -> str:
    """What a policy calls this very style by."""
    digest = hashlib.sha256(style.text().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def in_words(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = ([f"{minutes} min"] if minutes else []) + ([f"{rest} s"] if rest else [])
    return " ".join(parts)


@pytest.fixture(scope="module")
def week_pages(week_site: Built) -> Pages:
    return {page.address: page for page in pages_of(week_site)}


class TestDosages:
    """What a dosage says stands wherever the exercise does."""

    def test_name_the_holds_of_one_repetition(self, week_pages: Pages) -> None:
        for address in ("exercises/cat-breath.html", ROUTINE, SHEET):
            assert "Each time: Stomach down, then Back up." in week_pages[address].words

    def test_of_a_mode_say_what_differs(self, week_pages: Pages) -> None:
        for address in ("exercises/knee-hug.html", ROUTINE, SHEET):
            assert "Let go each time" in week_pages[address].words

    def test_always_stand_next_to_when_to_stop(self, pages: Pages) -> None:
        for page in playing(pages):
            assert page.all(".note.is-stop"), page.address
