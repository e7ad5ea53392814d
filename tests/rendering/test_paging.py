"""Lists that go on over several pages: nothing is lost, nothing stands there twice, and no page
grows without bound."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from posixpath import join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from supple.domain.body import Position
from supple.pipeline import check
from supple.rendering import addresses
from supple.rendering.views import paging
from supple.rendering.views.paging import Part, page_of, parts_of, sections
from tests.guides import ROUTINE, SETTINGS, STRETCH, write_guide
from tests.rendering.sites import render
from tests.sites import REPOSITORY
from tests.told import told

REAL = paging.MOST
MOST = 3
TITLES = [f"Stretch {letter}" for letter in "abcdefgh"]
ROUTINES = [f"Routine {letter}" for letter in "abcdefg"]


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a tiny guide has long lists."""
    monkeypatch.setattr(paging, "MOST", MOST)


def guide(exercises: int = 8, routines: int = 7) -> dict[str, str | None]:
    """Exercises in two positions by turns; routines of one minute and of 21 by turns."""
    files: dict[str, str | None] = {
        "content/exercises/knee-hug.md": None,
        "content/routines/morning.md": None,
    }
    for number, title in enumerate(TITLES[:exercises]):
        position = "supine" if number % 2 else "standing"
        text = STRETCH.replace("Knee hug", title).replace("supine", position)
        files[f"content/exercises/{slug(title)}.md"] = text
    for number, title in enumerate(ROUTINES[:routines]):
        text = ROUTINE.replace("Morning", title).replace("knee-hug", "stretch-a")
        rest = "\n  - rest: 20 min" if number % 2 else ""
        text = text.replace("exercise: stretch-a", f"exercise: stretch-a{rest}")
        files[f"content/routines/{slug(title)}.md"] = text
    return files


def slug(title: str) -> str:
    return title.lower().replace(" ", "-")


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    return render(tmp_path, guide())


def rows(html: str, section: str = "section") -> list[str]:
    tree = LexborHTMLParser(html)
    return [row.text().strip() for row in tree.css(f"{section} .row h3")]


def of_list(pages: Mapping[str, str], address: str) -> list[str]:
    """All pages of a list, each found by the link to the next."""
    found = [address]
    while following := LexborHTMLParser(pages[found[-1]]).css_first('main a[rel="next"]'):
        href = following.attributes["href"] or ""
        found.append(normpath(join(found[-1], "..", href)))
    return found


def test_the_readme_says_how_many_rows_a_page_has() -> None:
    words = " ".join((REPOSITORY / "README.md").read_text(encoding="utf-8").split())
    assert f"A list of more than {REAL} exercises or routines" in words
    assert f"so has the whole library, up to {REAL} exercises" in words


class TestParts:
    def test_are_as_many_as_the_rows_need(self) -> None:
        counted = {count: len([*parts_of("a.html", count)]) for count in (0, 1, 3, 4, 6, 7)}
        assert counted == {0: 1, 1: 1, 3: 1, 4: 2, 6: 2, 7: 3}

    @pytest.mark.parametrize(
        ("address", "second"),
        [
            ("exercises/index.html", "exercises/page-2.html"),
            ("targets/lower-back.html", "targets/lower-back-page-2.html"),
        ],
    )
    def test_have_addresses(self, address: str, second: str) -> None:
        assert [addresses.part(address, number) for number in (1, 2)] == [address, second]

    def test_of_kinds_say_which_of_how_many_rows_they_have(self) -> None:
        slugs = "aabbbbbc"
        seen = [
            (found.kind, "".join(found.slugs), found.first, found.last, found.total)
            for part in parts_of("a.html", len(slugs))
            for found in sections(slugs, part, ord)
        ]
        a, b, c = map(ord, "abc")
        assert seen == [
            (a, "aa", 1, 2, 2),
            (b, "b", 1, 1, 5),
            (b, "bbb", 2, 4, 5),
            (b, "b", 5, 5, 5),
            (c, "c", 1, 1, 1),
        ]

    def test_take_as_long_however_long_the_list_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Or a list of a hundred thousand would take a hundred times as long for each page."""
        monkeypatch.setattr(paging, "MOST", 200)
        slugs = [str(number) for number in range(100_000)]
        looked_at = Counter[str]()

        def kind(slug: str) -> int:
            looked_at[slug] += 1
            return int(slug) // 20_000

        [*sections(slugs, Part("a.html", 250), kind)]
        assert looked_at.total() < 300


class TestLists:
    @pytest.mark.parametrize(
        ("address", "titles"),
        [
            ("exercises/index.html", TITLES),
            ("targets/lower-back.html", TITLES),
            ("positions/supine.html", TITLES[1::2]),
            ("routines/index.html", ROUTINES),
            ("places/bed.html", ROUTINES),
        ],
    )
    def test_have_each_row_once_on_one_of_their_pages(
        self, pages: dict[str, str], address: str, titles: list[str]
    ) -> None:
        found = [rows(pages[each], ".groups > section") for each in of_list(pages, address)]
        own = [[row for row in each if row in titles] for each in found]
        assert len(own) == page_of(len(titles) - 1) > 1
        assert sorted(row for each in own for row in each) == titles
        assert all(0 < len(each) <= MOST for each in own)

    def test_are_all_short(self, pages: dict[str, str]) -> None:
        for address, html in pages.items():
            assert len(rows(html, "[data-group], .answer")) <= MOST + 12, address

    def test_are_in_one_order_over_their_pages(self, pages: dict[str, str]) -> None:
        found = [
            row for each in of_list(pages, "exercises/index.html") for row in rows(pages[each])
        ]
        order = [*Position]
        assert order.index(Position.SUPINE) < order.index(Position.STANDING)
        assert found == [*TITLES[1::2], *TITLES[::2]]

    def test_say_on_each_page_which_it_is(self, pages: dict[str, str]) -> None:
        titles = []
        for number, address in enumerate(of_list(pages, "exercises/index.html"), start=1):
            tree = LexborHTMLParser(pages[address])
            titles.append([each.text() for each in tree.css("title, h1")])
            said = tree.css_first("nav.pages > p")
            assert said
            assert said.text() == f"Page {number} of 3"
            current = [each.text() for each in tree.css('nav.pages [aria-current="page"]')]
            assert current == [str(number)]
        assert titles == [
            ["Exercises – Test guide", "Exercises"],
            ["Exercises, page 2 of 3 – Test guide", "Exercises, page 2 of 3"],
            ["Exercises, page 3 of 3 – Test guide", "Exercises, page 3 of 3"],
        ]

    def test_have_titles_of_their_own_on_every_page(self, pages: dict[str, str]) -> None:
        titles = Counter(re.findall(r"<title>(.*?)</title>", "\n".join(pages.values())))
        assert [title for title, count in titles.items() if count > 1] == []

    def test_lead_back_and_forth(self, pages: dict[str, str]) -> None:
        forth = of_list(pages, "targets/lower-back.html")
        back = [
            each.attributes["href"]
            for address in forth[1:]
            for each in LexborHTMLParser(pages[address]).css('main a[rel="prev"]')
        ]
        assert [normpath(join("targets", href or "")) for href in back] == forth[:-1]

    def test_say_which_rows_of_a_group_stand_here(self, pages: dict[str, str]) -> None:
        second = LexborHTMLParser(pages["exercises/page-2.html"])
        assert [each.text() for each in second.css("h2 [data-count]")] == ["4–4 of 4", "1–2 of 4"]

    def test_have_few_links_to_other_pages(self, tmp_path: Path) -> None:
        many = {
            f"content/exercises/stretch-{number}.md": STRETCH.replace("hug", str(number))
            for number in range(40)
        }
        pages = render(tmp_path, many)
        turns = LexborHTMLParser(pages["exercises/page-7.html"]).css("nav.pages a")
        assert [each.text() for each in turns] == [
            *("Previous page", "1", "6", "7", "8", "14", "Next page"),
        ]


class TestChoices:
    def test_on_long_lists_are_plain_links_that_lead_somewhere(self, pages: dict[str, str]) -> None:
        for address in ("exercises/index.html", "exercises/page-2.html", "targets/lower-back.html"):
            tree = LexborHTMLParser(pages[address])
            assert not tree.css("[data-filters], [data-tags], [data-chosen]")
            assert "lists.js" not in pages[address]
            choices = tree.css(".facet a.chip")
            assert choices
            for each in choices:
                there = normpath(join(address, "..", each.attributes["href"] or ""))
                assert there in pages

    def test_on_long_lists_say_that_each_leads_elsewhere(self, pages: dict[str, str]) -> None:
        assert "Each choice opens a list of its own" in pages["exercises/page-2.html"]

    def test_of_a_time_lead_to_the_page_where_it_begins(self, pages: dict[str, str]) -> None:
        for address in ("index.html", "routines/index.html"):
            links = LexborHTMLParser(pages[address]).css('a[data-tag^="time="]')
            assert len(links) == 2
            for link in links:
                href, _, anchor = (link.attributes["href"] or "").partition("#")
                there = normpath(join(address, "..", href)) if href else address
                begins = re.search(
                    f'<section id="{anchor}".*?data-count>(.*?)<', pages[there], re.S
                )
                assert begins
                assert begins[1].startswith(("1–", "3")), (there, begins[1])

    def test_on_short_lists_combine_as_ever(self, tmp_path: Path) -> None:
        pages = render(tmp_path, guide(exercises=3, routines=3))
        for address in ("index.html", "exercises/index.html", "routines/index.html"):
            tree = LexborHTMLParser(pages[address])
            assert len(tree.css("[data-filters]")) == 1
            assert len(tree.css("[data-tags]")) == 3
            assert not tree.css("nav.pages")


def test_the_first_page_shows_a_few_of_very_many_routines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.rendering.views.lists.FEW", 2)
    pages = render(tmp_path, guide())
    home = LexborHTMLParser(pages["index.html"])
    assert [each.text().strip() for each in home.css(".rows .row h3")] == ["Routine a", "Routine c"]
    assert not home.css("[data-filters], [data-tags]")
    assert "All 7 routines" in pages["index.html"]


def test_a_list_of_exercises_names_the_shortest_of_very_many_routines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.rendering.views.lists.FEW", 2)
    pages = render(tmp_path, guide())
    first, second, _ = of_list(pages, "targets/lower-back.html")
    assert "the 2 shortest of 7" in pages[first]
    assert "All 7 routines" in pages[first]
    assert [row for row in rows(pages[first]) if row in ROUTINES] == ["Routine a", "Routine c"]
    assert [row for row in rows(pages[second]) if row in ROUTINES] == []


def test_a_large_library_has_no_page_with_all_its_cards(tmp_path: Path) -> None:
    small = render(tmp_path / "small", guide(exercises=3))
    large = render(tmp_path / "large", guide(exercises=4))
    assert "cards/all.html" in small
    assert "cards/all.html" not in large
    assert "cards/all.html" not in large["exercises/index.html"]
    assert {name for name in large if name.startswith("cards/")} == {
        addresses.cards(slug(title)) for title in ROUTINES
    }


def test_an_exercise_where_a_page_of_the_list_lies_is_told(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, {**guide(), "content/exercises/page-2.md": STRETCH})
    messages = told(check(folder).problems)
    assert "two things have one address: exercises/page-2.html" in str(messages)


def test_each_page_of_a_list_says_its_own_address(tmp_path: Path) -> None:
    pages = render(tmp_path, {**guide(), "guide.yaml": f"{SETTINGS}url: https://example.org/\n"})
    assert (
        'rel="canonical" href="https://example.org/exercises/page-2.html"'
        in (pages["exercises/page-2.html"])
    )
