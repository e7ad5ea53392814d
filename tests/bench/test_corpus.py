"""The corpus of the benchmark: the same each time, and a guide in which nothing is wrong."""

from pathlib import Path

import pytest

from bench import corpus
from bench.comparing import expected, first_differences, plain, seen
from bench.corpus import make_corpus
from bench.lists import lists
from bench.tools import TOOLS
from bench.tools.supple import poses
from supple.pipeline import build
from tests.sites import build_site


def test_the_same_numbers_make_the_same_guide() -> None:
    assert make_corpus(20) == make_corpus(20)
    assert make_corpus(20) != make_corpus(20, seed=10)
    assert make_corpus(20).exercises != make_corpus(30).exercises[:20]


def test_it_is_as_large_as_it_says() -> None:
    guide = make_corpus(60)
    words = [len(plain(each.body).split()) for each in guide.exercises]
    assert len({each.slug for each in guide.exercises}) == 60
    assert len(guide.routines) == 6
    assert all(6 <= len(set(each.exercises)) <= 8 for each in guide.routines)
    assert all(220 <= count <= 280 for count in words)


def test_every_exercise_leads_to_two_others() -> None:
    guide = make_corpus(10)
    slugs = {each.slug for each in guide.exercises}
    for each in guide.exercises:
        others = set(corpus.linked(each.body))
        assert len(others) == 2
        assert others < slugs - {each.slug}


def test_too_small_a_corpus_is_refused() -> None:
    with pytest.raises(ValueError, match="10 exercises at the least"):
        make_corpus(9)


def test_every_list_has_what_it_is_called_for() -> None:
    guide = make_corpus(20)
    found = {each.address: each.pages for each in lists(guide)}
    waist = [each.slug for each in guide.exercises if "waist" in each.targets]
    assert found["targets/waist.html"] == tuple(f"exercises/{slug}.html" for slug in waist)
    assert len(found["routines/index.html"]) == 2


@pytest.mark.parametrize("tool", ["hugo", "eleventy", "pelican", "mkdocs"])
def test_it_is_written_in_every_form(tmp_path: Path, tool: str) -> None:
    guide = make_corpus(10)
    TOOLS[tool].write(guide, tmp_path / "site")
    for exercise in guide.exercises:
        text = TOOLS[tool].exercise_file(tmp_path / "site", exercise.slug).read_text("utf-8")
        assert f"title: {exercise.title}\n" in text
        assert plain(exercise.body) in plain(text)
    assert (tmp_path / "site" / TOOLS[tool].template).is_file()


def test_supple_builds_it_without_a_problem_and_it_is_the_corpus(tmp_path: Path) -> None:
    guide = make_corpus(20)
    TOOLS["supple"].write(guide, tmp_path / "guide")
    site = build_site(tmp_path / "guide", tmp_path / "site")
    assert first_differences(guide, site.folder) == ()
    assert expected(guide).keys() <= set(site.pages)


def test_supple_builds_the_rich_one_without_a_problem(tmp_path: Path) -> None:
    guide = make_corpus(10)
    TOOLS["supple-rich"].write(guide, tmp_path / "guide")
    site = build_site(tmp_path / "guide", tmp_path / "site")
    for each in guide.exercises:
        page = site.text(f"exercises/{each.slug}.html")
        assert seen("exercises/x.html", page).title == each.title
        assert "<svg" in page
    assert "sheets/routine-00000.html" in site.pages


def test_the_poses_are_those_of_the_guide_here() -> None:
    found = poses()
    assert len(found) > 20
    assert len({each.position for each in found}) == len(corpus.POSITIONS)
    assert all(each.figure.startswith("figure:\n  ") for each in found)


def test_a_changed_page_is_told(tmp_path: Path) -> None:
    guide = make_corpus(10)
    TOOLS["supple"].write(guide, tmp_path / "guide")
    assert build(tmp_path / "guide", tmp_path / "site").tally
    first, second, *_ = guide.exercises
    page = tmp_path / "site" / "exercises" / f"{first.slug}.html"
    text = page.read_text(encoding="utf-8")
    for old, new, said in (
        (f"<h1>{first.title}", "<h1>Another", "the title is 'Another'"),
        ("Hold for", "Stay for", "the body differs"),
        (first.summary, "", "the summary differs"),
        (f"{corpus.linked(first.body)[0]}.html", "nothing.html", "1 links are missing"),
        ("</main>", '<a href="more.html">More</a></main>', "1 links are too many"),
    ):
        assert old in text
        page.write_text(text.replace(old, new), encoding="utf-8")
        assert said in " ".join(first_differences(guide, tmp_path / "site"))
    page.write_text(text, encoding="utf-8")
    (tmp_path / "site" / "exercises" / f"{second.slug}.html").unlink()
    (missing,) = first_differences(guide, tmp_path / "site")
    assert missing == f"exercises/{second.slug}.html is missing"


def test_a_list_may_go_on_over_further_pages_but_not_lose_any(tmp_path: Path) -> None:
    guide = make_corpus(10)
    TOOLS["supple"].write(guide, tmp_path / "guide")
    assert build(tmp_path / "guide", tmp_path / "site").tally
    whole = tmp_path / "site" / "exercises" / "index.html"
    links = [f'<a href="{each.slug}.html">.</a>' for each in guide.exercises]
    whole.write_text(f'<main>{"".join(links[:5])}<a href="2.html">on</a></main>', encoding="utf-8")
    rest = whole.with_name("2.html")
    rest.write_text(
        f'<main>{"".join(links[5:])}<a href="index.html">.</a></main>', encoding="utf-8"
    )
    assert first_differences(guide, tmp_path / "site") == ()
    rest.write_text(f"<main>{''.join(links[6:])}</main>", encoding="utf-8")
    (missing,) = first_differences(guide, tmp_path / "site")
    assert missing.startswith("exercises/index.html: 1 links are missing")
