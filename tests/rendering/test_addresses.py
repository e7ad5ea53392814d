"""Addresses: where a page lies, and how another page links to it from any depth."""

import posixpath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.domain.settings import Settings
from supple.rendering import addresses


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "exercises/calf.html", "exercises/calf.html"),
        ("safety.html", "index.html", "index.html"),
        ("exercises/calf.html", "index.html", "../index.html"),
        ("exercises/calf.html", "exercises/hug.html", "../exercises/hug.html"),
        ("exercises/calf.html", "routines/week.html", "../routines/week.html"),
        ("a/b/c.html", "static/supple.css", "../../static/supple.css"),
        ("index.html", "exercises/hüfte.html", "exercises/h%C3%BCfte.html"),
        ("index.html", "a b & c?d#e.png", "a%20b%20%26%20c%3Fd%23e.png"),
        ("index.html", "exercises/1:30.html", "exercises/1%3A30.html"),
        ("index.html", "javascript:alert(1)", "javascript%3Aalert%281%29"),
    ],
)
def test_a_link_is_relative_and_names_a_file(here: str, there: str, link: str) -> None:
    assert addresses.link(here, there) == link


@pytest.mark.parametrize(
    ("here", "there", "anchor", "link"),
    [
        ("index.html", "index.html", "here", "#here"),
        ("index.html", "exercises/calf.html", "steps", "exercises/calf.html#steps"),
        ("index.html", "index.html", "größer", "#gr%C3%B6%C3%9Fer"),
        ("a/b.html", "a/c.html", "x y", "../a/c.html#x%20y"),
    ],
)
def test_a_link_may_lead_to_an_anchor(here: str, there: str, anchor: str, link: str) -> None:
    assert addresses.link(here, there, anchor) == link


NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1)
ADDRESSES = st.lists(
    NAMES.filter(lambda name: name not in (".", "..")), min_size=1, max_size=4
).map("/".join)


@given(ADDRESSES, ADDRESSES)
def test_a_browser_that_follows_a_link_arrives(here: str, there: str) -> None:
    url = urlsplit(addresses.link(here, there))
    assert (url.scheme, url.netloc, url.query, url.fragment) == ("", "", "", "")
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(url.path))) == there


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("home.md", "index.html"),
        ("pages/safety.md", "safety.html"),
        ("exercises/calf.md", "exercises/calf.html"),
        ("routines/week.md", "routines/week.html"),
        ("exercises/calf.png", "exercises/calf.png"),
        ("pages/leaflet.pdf", "pages/leaflet.pdf"),
        ("logo.svg", "logo.svg"),
    ],
)
def test_a_file_has_its_address(file: str, address: str) -> None:
    assert addresses.of_file(file) == address


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("lower back", "lower-back"),
        ("Hüfte", "hüfte"),
        ("mat, bed & more_or less!", "mat-bed-more-or-less"),
        ("  a  ", "a"),
        ("膝", "膝"),
    ],
)
def test_a_word_makes_a_name(words: str, slug: str) -> None:
    assert addresses.slug_of(words) == slug


SETTINGS = Settings(id="a", title="A", url="https://example.org/back/")
CLEAN = Settings(id="a", title="A", url="https://example.org/back/", clean_urls=True)


@pytest.mark.parametrize(
    ("here", "full", "clean"),
    [
        ("index.html", "", ""),
        ("safety.html", "safety.html", "safety"),
        ("exercises/index.html", "exercises/", "exercises/"),
        ("exercises/calf.html", "exercises/calf.html", "exercises/calf"),
        ("exercises/hüfte.html", "exercises/h%C3%BCfte.html", "exercises/h%C3%BCfte"),
        ("exercises/myindex.html", "exercises/myindex.html", "exercises/myindex"),
    ],
)
def test_a_full_address_is_the_one_that_the_host_uses(here: str, full: str, clean: str) -> None:
    assert addresses.canonical(here, SETTINGS) == f"https://example.org/back/{full}"
    assert addresses.canonical(here, CLEAN) == f"https://example.org/back/{clean}"


def test_without_an_address_of_the_site_there_is_no_full_one() -> None:
    assert addresses.canonical("index.html", Settings(id="a", title="A")) == ""
