"""Every link, picture, script and style of every page leads to a file, wherever the site lies."""

from collections.abc import Mapping

from tests import week
from tests.site.pages import Page, Reference
from tests.sites import Built

Pages = Mapping[str, Page]

MISSING = "404.html"
"""It is shown at any depth, and so can't know where anything lies."""


def inner(pages: Pages) -> list[Reference]:
    """All references that stay within the site, but for those of the page of missing pages."""
    known = (page for page in pages.values() if page.address != MISSING)
    return [each for page in known for each in page.references if not each.leads_out]


def test_every_reference_names_a_file_that_is_there(built: Built, pages: Pages) -> None:
    files = built.files
    assert [str(each) for each in inner(pages) if each.target not in files] == []


def test_every_anchor_is_there(pages: Pages) -> None:
    lost = [each for each in inner(pages) if each.anchor and not _has_anchor(pages, each)]
    assert [str(each) for each in lost] == []


def _has_anchor(pages: Pages, reference: Reference) -> bool:
    page = pages.get(reference.target)
    return page is not None and reference.anchor in page.ids


def test_no_link_counts_from_the_top_of_a_host_or_leads_to_a_folder(pages: Pages) -> None:
    wrong = [
        str(each)
        for each in inner(pages)
        if each.url.startswith("/") or each.url.split("#")[0].endswith(("/", ".", "?"))
    ]
    assert wrong == []


def test_only_links_to_read_lead_out(pages: Pages) -> None:
    every = [each for page in pages.values() for each in page.references]
    leading_out = [each for each in every if each.leads_out and each.scheme != "data"]
    assert [str(each) for each in leading_out if each.tag != "a"] == []
    assert {each.scheme for each in leading_out} <= {"https", "http", "mailto", "tel"}


def test_every_page_can_be_reached_from_the_first(pages: Pages) -> None:
    reached, ahead = set[str](), {"index.html"}
    while ahead:
        reached |= ahead
        links = (each for address in ahead for each in pages[address].references)
        ahead = {each.target for each in links if each.tag == "a" and not each.leads_out} - reached
        ahead &= pages.keys()
    old = {address for address, page in pages.items() if page.leads_on}
    assert pages.keys() - reached == {MISSING} | old


def test_the_page_of_missing_pages_needs_no_other_file(pages: Pages) -> None:
    """It leads to the folder of the address that was asked for, whatever that is, and to the one
    above it."""
    page = pages[MISSING]
    assert [one.attributes["href"] for one in page.all("a")] == ["./", "../"]
    others = [each for each in page.references if each.tag != "a"]
    assert [str(each) for each in others if not each.leads_out] == []
    assert len(page.all("style")) == 1


def test_pictures_lie_beside_the_pages_that_show_them(week_site: Built) -> None:
    assert week.PICTURE in week_site.files


def test_drafts_are_nowhere(week_site: Built) -> None:
    names = [name for name in week_site.files if week.DRAFT in name]
    telling = [name for name, data in week_site.files.items() if b"Secret twist" in data]
    assert names == telling == []
