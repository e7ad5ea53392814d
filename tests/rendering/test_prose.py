"""Prose on a page and on paper: links and pictures get the addresses of where they stand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.problem import Place
from supple.domain.prose import Link, Picture, Prose
from supple.rendering.prose import on_page, on_paper
from supple.rendering.views.desk import as_json

HERE = Place("f", 1)


def link(target: str, anchor: str = "", *words: str | Picture) -> Prose:
    return Prose(("See ", Link(target, anchor, Prose(words or ("this",)), HERE), "."))


@pytest.mark.parametrize(
    ("target", "anchor", "href"),
    [
        ("exercises/calf.md", "", "../exercises/calf.html"),
        ("exercises/calf.md", "steps", "../exercises/calf.html#steps"),
        ("pages/safety.md", "", "../safety.html"),
        ("home.md", "", "../index.html"),
        ("exercises/Hüfte & Knie.pdf", "", "../exercises/H%C3%BCfte%20%26%20Knie.pdf"),
        ("exercises/calf.md", 'a"b', "../exercises/calf.html#a%22b"),
    ],
)
def test_a_link_leads_from_the_page_that_shows_it(target: str, anchor: str, href: str) -> None:
    html = on_page(link(target, anchor), "routines/week.html", "exercises/hug.html")
    assert html == f'See <a href="{href}">this</a>.'


def test_a_link_to_a_place_on_its_own_page_leads_there_from_other_pages() -> None:
    text = link("", "signs")
    assert on_page(text, "safety.html", "safety.html") == 'See <a href="#signs">this</a>.'
    assert on_page(text, "routines/week.html", "safety.html") == (
        'See <a href="../safety.html#signs">this</a>.'
    )


def test_a_picture_keeps_what_it_says() -> None:
    picture = Picture("exercises/a b.png", 'one "knee" & <hip>', "A 'title'", HERE)
    assert on_page(Prose((picture,)), "index.html", "index.html") == (
        '<img src="exercises/a%20b.png" alt="one &quot;knee&quot; &amp; &lt;hip&gt;"'
        ' title="A &#x27;title&#x27;" loading="lazy">'
    )


def test_a_link_keeps_its_title_on_a_page_and_loses_it_on_paper() -> None:
    text = Prose((Link("exercises/calf.md", "", Prose(("this",)), HERE, 'A "calf"'),))
    assert on_page(text, "index.html", "index.html") == (
        '<a href="exercises/calf.html" title="A &quot;calf&quot;">this</a>'
    )
    assert on_paper(text, "sheets/a.html") == "this"


def test_a_picture_keeps_what_else_its_author_has_said() -> None:
    picture = Picture("k.png", "knee", "", HERE, (("width", "40"), ("class", 'a "b"')))
    assert on_page(Prose((picture,)), "index.html", "index.html") == (
        '<img src="k.png" alt="knee" width="40" class="a &quot;b&quot;" loading="lazy">'
    )


def test_a_picture_in_a_link_is_shown_in_it_and_alone_on_paper() -> None:
    text = link("exercises/calf.md", "", Picture("exercises/k.png", "knee", "", HERE))
    image = '<img src="../exercises/k.png" alt="knee" loading="lazy">'
    assert on_page(text, "sheets/a.html", "sheets/a.html") == (
        f'See <a href="../exercises/calf.html">{image}</a>.'
    )
    assert on_paper(text, "sheets/a.html") == f"See {image}."


def test_on_paper_a_link_is_its_words() -> None:
    assert on_paper(link("exercises/calf.md", "", "<b>calf</b>"), "sheets/a.html") == (
        "See <b>calf</b>."
    )


def test_what_is_no_link_passes_as_it_is() -> None:
    text = Prose(('a &amp; <a href="https://example.org/">b</a>',))
    assert on_page(text, "a/b.html", "a/b.html") == on_paper(text, "a/b.html") == text.parts[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["</script>", "<!--"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(JSON)
def test_json_in_a_script_element_can_never_end_it(value: object) -> None:
    text = as_json(value)
    assert "<" not in text
    assert json.loads(text) == value


def test_json_in_a_page_is_not_escaped_again() -> None:
    assert as_json({"a": "</script> & ü"}).__html__() == '{"a":"\\u003c/script> & ü"}'
