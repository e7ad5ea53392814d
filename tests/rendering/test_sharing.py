"""What others see of a page: in lists of results, where its link is shared, and as data."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from supple import starter
from supple.domain.drawing import Figures
from supple.domain.guide import Guide
from supple.drawing.gallery import gallery
from supple.reading.folder import read_guide
from supple.rendering.feeds import plan_feeds
from supple.rendering.flat import flattened, variables
from supple.rendering.plan import plan_pages
from supple.rendering.posters import plan_posters
from supple.rendering.theme import render_pages
from tests import week
from tests.guides import FILES, SETTINGS, write_guide
from tests.rendering.sites import SAY, STATIC, read
from tests.sites import REPOSITORY, build_site

URL = "https://example.org/back/"
STYLES = (starter.static() / "figure.css").read_text(encoding="utf-8")
HUG = "exercises/knee-hug.html"
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def repository() -> tuple[Guide, Figures]:
    """This repository's guide, and its drawings, which settings don't change."""
    guide, _ = read_guide(REPOSITORY)
    assert guide
    return guide, gallery(guide)[0]


def of_repository(**settings: Any) -> Guide:
    return with_settings(repository()[0], **settings)


@cache
def pages_of_repository(*, pictures: bool = True, **settings: Any) -> Mapping[str, str]:
    """The HTML of its pages with these settings: several tests look at the same."""
    guide, figures = repository()
    return rendered(with_settings(guide, **settings), figures, pictures=pictures)


def with_settings(guide: Guide, **settings: Any) -> Guide:
    return replace(guide, settings=replace(guide.settings, **settings))


def pages(guide: Guide) -> dict[str, str]:
    """The HTML of all pages."""
    return rendered(guide, gallery(guide)[0])


def rendered(guide: Guide, figures: Figures, *, pictures: bool = True) -> dict[str, str]:
    """The HTML of all pages with these drawings; `pictures`: posters can be made."""
    posters = frozenset(each.address for each in plan_posters(guide, figures, STYLES))
    plans = list(plan_pages(guide, SAY, STATIC, figures, posters if pictures else frozenset()))
    made, problems = render_pages(plans, [starter.templates()], SAY)
    assert not problems
    return {address: text.decode() for address, text in made}


def feeds(guide: Guide, *found: str) -> dict[str, str]:
    return {address: data.decode() for address, data in plan_feeds(guide, SAY, found)}


def meta(html: str) -> dict[str, str]:
    """What a page's meta elements say, by their names."""
    return {
        str(node.attributes.get("name") or node.attributes["property"]): str(
            node.attributes["content"]
        )
        for node in LexborHTMLParser(html).css("meta[name], meta[property]")
    }


def title(html: str) -> str:
    node = LexborHTMLParser(html).css_first("title")
    assert node
    return node.text()


def canonical(html: str) -> str | None:
    node = LexborHTMLParser(html).css_first("link[rel=canonical]")
    return node.attributes["href"] if node else None


def data(html: str) -> dict[str, Any]:
    node = LexborHTMLParser(html).css_first("script[type='application/ld+json']")
    assert node
    found: dict[str, Any] = json.loads(node.text())
    return found


def is_found(html: str) -> bool:
    return "noindex" not in html


class TestTitlesAndDescriptions:
    def test_tell_every_page_from_every_other(self) -> None:
        found = [html for html in pages_of_repository().values() if is_found(html)]
        titles = [title(html) for html in found]
        descriptions = [meta(html)["description"] for html in found]
        assert len(set(titles)) == len(titles)
        assert len(set(descriptions)) == len(descriptions)

    def test_are_as_long_as_lists_of_results_show_them(self) -> None:
        for address, html in pages_of_repository().items():
            if is_found(html):
                assert len(title(html)) <= 70, address
                assert 30 <= len(meta(html)["description"]) <= 170, address

    def test_say_what_a_page_holds(self, tmp_path: Path) -> None:
        made = pages(read(tmp_path, {}))
        assert title(made[HUG]) == "Knee hug – Test guide"
        assert meta(made[HUG])["description"] == (
            "A gentle pull. Hold for 15 to 30 seconds, 1 to 4 times each leg. "
            "Step by step, with a timer."
        )
        assert meta(made["routines/morning.html"])["description"] == (
            "One gentle move. With a timer that leads you through, and a sheet to print."
        )
        assert title(made["targets/lower-back.html"]) == "Lower back, 1 exercise – Test guide"

    def test_of_a_page_without_a_summary_is_how_it_begins(self, tmp_path: Path) -> None:
        text = "First *sentence*. " + "Second sentence, which goes on. " * 9
        made = pages(read(tmp_path, {"content/pages/about.md": f"---\ntitle: A\n---\n\n{text}"}))
        said = meta(made["about.html"])["description"]
        assert said.startswith("First sentence. Second sentence, which goes on.")
        assert said.endswith(".")
        assert len(said) <= 160

    def test_of_the_first_page_doesnt_say_the_guides_name_twice(self, tmp_path: Path) -> None:
        home = {"content/home.md": "---\ntitle: Test guide\n---\n\nHello.\n"}
        made = pages(read(tmp_path, home))
        assert title(made["index.html"]) == "Test guide"

    def test_are_escaped(self, tmp_path: Path) -> None:
        odd = '"Knees" & <hips>'
        files = {"content/pages/about.md": f"---\ntitle: '{odd}'\nsummary: '{odd}'\n---\n\nA.\n"}
        html = pages(with_settings(read(tmp_path, files), url=URL))["about.html"]
        assert title(html) == f"{odd} – Test guide"
        assert meta(html)["description"] == meta(html)["og:title"] == odd


class TestWithoutAnAddress:
    def test_no_page_says_anything_about_one(self) -> None:
        for address, html in pages_of_repository(url="").items():
            assert canonical(html) is None, address
            assert not re.search(r"og:|twitter:|ld\+json|atom\+xml|posters/", html), address

    def test_there_are_neither_feeds_nor_posters(self) -> None:
        guide = of_repository(url="")
        assert feeds(guide, "index.html") == {}
        assert list(plan_posters(guide, repository()[1], STYLES)) == []


class TestAddresses:
    @pytest.mark.parametrize("clean", [False, True])
    def test_are_the_same_wherever_they_stand(self, clean: bool) -> None:
        guide = of_repository(url=URL, clean_urls=clean)
        made = pages_of_repository(url=URL, clean_urls=clean)
        found = {address: html for address, html in made.items() if is_found(html)}
        addresses = [canonical(html) for html in found.values()]
        assert len(set(addresses)) == len(found)
        for html in found.values():
            assert canonical(html) == meta(html)["og:url"] == data(html)["url"]
        sitemap = ElementTree.fromstring(feeds(guide, *found)["sitemap.xml"])
        locations = [str(node.text) for node in sitemap.iter() if node.tag.endswith("loc")]
        assert sorted(locations) == sorted(map(str, addresses))
        assert any(".html" in str(each) for each in addresses) is not clean

    def test_of_the_diary_are_told_to_nobody(self, tmp_path: Path) -> None:
        settings = {"guide.yaml": f"{SETTINGS}url: {URL}\n"}
        site = build_site(write_guide(tmp_path / "guide", settings), tmp_path / "site")
        assert not is_found(site.text("diary.html"))
        assert canonical(site.text("diary.html")) is None
        told = [
            each for each in ("sitemap.xml", "feed.xml", "search.js") if "diary" in site.text(each)
        ]
        assert told == []

    def test_lists_and_crumbs_name_pages_that_there_are(self) -> None:
        made = pages_of_repository(url=URL, clean_urls=True)
        there = {canonical(html) for html in made.values()}
        named = [
            item.get("url") or item.get("item")
            for html in made.values()
            if is_found(html)
            for key in ("mainEntity", "breadcrumb")
            for item in data(html).get(key, {}).get("itemListElement", [])
        ]
        assert len(named) > 100
        assert set(named) <= there

    def test_old_and_missing_pages_are_for_nobody_to_find(self, tmp_path: Path) -> None:
        guide = with_settings(read(tmp_path, week.FILES), url=URL)
        plans = {each.address: each for each in plan_pages(guide, SAY, STATIC)}
        for address in ("exercises/old-lift.html", "404.html"):
            assert plans[address].view().head is None
            assert not plans[address].is_found
        assert plans["exercises/lift.html"].view().head
        assert plans["exercises/lift.html"].is_found
        diary = plans["diary.html"].view().head
        assert diary
        assert diary.is_private
        assert not plans["diary.html"].is_found


class TestPictures:
    def test_are_of_the_page_or_else_of_the_first_page(self) -> None:
        made = pages_of_repository(url=URL)
        shown = {address: meta(html).get("og:image") for address, html in made.items()}
        assert shown["exercises/pelvic-tilt.html"] == f"{URL}posters/exercises/pelvic-tilt.png"
        assert shown["routines/morning-start-in-bed.html"] == (
            f"{URL}posters/routines/morning-start-in-bed.png"
        )
        assert shown["safety.html"] == shown["index.html"] == f"{URL}posters/index.png"
        assert shown["404.html"] is None

    def test_are_told_in_words(self) -> None:
        html = pages_of_repository(url=URL)["exercises/pelvic-tilt.html"]
        assert meta(html)["og:image:alt"].startswith("Lying on the back")
        assert (meta(html)["og:image:width"], meta(html)["og:image:height"]) == ("1200", "630")

    def test_that_cant_be_made_are_not_referred_to(self) -> None:
        for address, html in pages_of_repository(url=URL, pictures=False).items():
            assert "posters/" not in html, address
            assert "og:image" not in html, address

    def test_of_the_authors_own_are_taken_if_they_are_shown_elsewhere(self, tmp_path: Path) -> None:
        hug = week.HUG.replace("feel:", "figure:\n  image: knee.{}\n  alt: A knee.\nfeel:", 1)
        for ending, picture, wanted in (
            ("png", b"\x89PNG\r\n\x1a\n", f"{URL}exercises/knee.png"),
            ("svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', None),
        ):
            files: dict[str, str | bytes | None] = {
                "content/exercises/knee-hug.md": hug.replace("{}", ending),
                f"content/exercises/knee.{ending}": picture,
            }
            guide = with_settings(read(tmp_path / ending, {**week.FILES, **files}), url=URL)
            assert meta(pages(guide)[HUG]).get("og:image") == wanted


class TestData:
    def test_of_an_exercise_are_its_steps_and_its_time(self, tmp_path: Path) -> None:
        html = pages(with_settings(read(tmp_path, {}), url=URL))[HUG]
        how = data(html)["mainEntity"]
        assert how["@type"] == "HowTo"
        assert [step["text"] for step in how["step"]] == [
            "Lie down. Use one leg, then the other.",
            "Pull one knee up. Hold for 15 to 30 seconds.",
        ]
        assert how["totalTime"] == "PT1M"  # 15 to get ready, 20, 5 to change, 20
        assert how["tool"] == [{"@type": "HowToTool", "name": "mat or bed"}]

    def test_of_a_week_are_a_plan_for_each_day(self, tmp_path: Path) -> None:
        guide = with_settings(read(tmp_path, week.FILES), url=URL)
        plan = data(pages(guide)["routines/first-week.html"])["mainEntity"]
        assert plan["@type"] == "ExercisePlan"
        assert "activityDuration" not in plan
        assert [day["name"] for day in plan["hasPart"]] == ["Day 1: Settle in", "Day 2: Größer"]
        assert all(re.fullmatch(r"PT\d+M(\d+S)?", d["activityDuration"]) for d in plan["hasPart"])

    def test_claim_no_review_until_somebody_is_named(self) -> None:
        made = pages_of_repository(url=URL)
        assert not any("reviewedBy" in html or "lastReviewed" in html for html in made.values())
        day = date(2026, 12, 24)
        reviewed = pages_of_repository(url=URL, reviewed_by="Dr A", reviewed_on=day)
        said = data(reviewed["exercises/pelvic-tilt.html"])
        assert said["reviewedBy"] == {"@type": "Person", "name": "Dr A"}
        assert said["lastReviewed"] == "2026-12-24"
        undated = data(pages_of_repository(url=URL, reviewed_by="Dr A")["index.html"])
        assert "lastReviewed" not in undated

    def test_cant_end_their_element(self, tmp_path: Path) -> None:
        evil = "</script><script>alert(1)</script><!--"
        files = {"content/pages/about.md": f"---\ntitle: '{evil}'\nsummary: '{evil}'\n---\n\nA.\n"}
        html = pages(with_settings(read(tmp_path, files), url=URL))["about.html"]
        assert data(html)["name"] == evil
        assert len(LexborHTMLParser(html).css("script:not([src])")) == 1


class TestSitemap:
    def test_is_parted_where_one_would_hold_too_much(self, tmp_path: Path) -> None:
        guide = with_settings(read(tmp_path, {}), url=URL)
        found = ["c.html", "index.html", "a.html", "b.html", "d.html"]
        made = {
            address: re.findall(r"<loc>(.*?)</loc>", data.decode())
            for address, data in plan_feeds(guide, SAY, found, most=2)
            if "sitemap" in address
        }
        assert made == {
            "sitemap.xml": [f"{URL}sitemap-{number}.xml" for number in (1, 2, 3)],
            "sitemap-1.xml": [f"{URL}a.html", f"{URL}b.html"],
            "sitemap-2.xml": [f"{URL}c.html", f"{URL}d.html"],
            "sitemap-3.xml": [URL],
        }
        whole = dict(plan_feeds(guide, SAY, found, most=5))
        assert [each for each in whole if "sitemap" in each] == ["sitemap.xml"]
        assert whole["sitemap.xml"].count(b"<loc>") == 5


class TestFeed:
    def entries(self, guide: Guide) -> list[Mapping[str, str | None]]:
        feed = ElementTree.fromstring(feeds(guide)["feed.xml"])
        names = ("id", "title", "updated", "summary")
        return [
            {name: node.findtext(f"{ATOM}{name}") for name in names}
            for node in feed.iter(f"{ATOM}entry")
        ]

    def test_has_what_was_checked_last_first(self, tmp_path: Path) -> None:
        newer = week.LIFT.replace("2026-11-22", "2026-12-01")
        files = {**week.FILES, "content/exercises/lift.md": newer}
        entries = self.entries(with_settings(read(tmp_path, files), url=URL))
        assert [each["title"] for each in entries] == [
            "Head lift – “länger”",
            "Cat's breath",
            "Knee hug",
            "Erste Woche – the first week",
            "Morning",
        ]
        assert entries[0]["updated"] == "2026-12-01T00:00:00Z"

    def test_names_its_entries_for_ever(self, tmp_path: Path) -> None:
        guide = with_settings(read(tmp_path, week.FILES), url=URL)
        clean = with_settings(guide, clean_urls=True)
        ids = [each["id"] for each in self.entries(guide)]
        assert ids == [each["id"] for each in self.entries(clean)]
        assert len(set(ids)) == len(ids) == 5

    def test_isnt_there_without_a_single_date(self, tmp_path: Path) -> None:
        undated = {name: FILES[name].replace("checked: 2026-11-22\n", "") for name in FILES}
        guide = with_settings(read(tmp_path, undated), url=URL)
        assert list(feeds(guide)) == ["sitemap.xml"]
        assert "atom+xml" not in pages(guide)["index.html"]


class TestPlainStyles:
    @pytest.mark.parametrize("room", ["lying", "kneeling", "seated", "standing"])
    def test_have_nothing_that_plain_css_lacks(self, room: str) -> None:
        styles = flattened(STYLES, room)
        assert not re.search(r"var\(|light-dark|color-mix|@|:is|--", styles)
        assert f".{room} .shirt{{fill:#22828f}}" in styles
        assert styles.count("{") == styles.count("}") > 20

    def test_have_the_colours_of_the_room(self) -> None:
        assert variables(STYLES, "seated")["--wall"] == "#e6e3f2"
        assert "stroke:#e6e3f2" in flattened(STYLES, "seated")
        assert variables(STYLES, "lying")["--wall"] == "#dcebe8"

    def test_take_the_last_word_on_a_colour(self) -> None:
        own = STYLES + "\n@layer tokens { :root { --pf-shirt: light-dark(#123456, #fff); } }"
        assert ".lying .shirt{fill:#123456}" in flattened(own, "lying")

    @pytest.mark.parametrize(
        "styles", ["", "}", "{", ".figure .a { fill: var(--a) } :root { --a: var(--a) }", "/*", "@"]
    )
    def test_may_be_nonsense(self, styles: str) -> None:
        flattened(styles, "lying")
