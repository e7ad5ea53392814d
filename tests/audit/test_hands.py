"""What WCAG asks of hands: that a keyboard reaches everything and one sees where it is, that a
finger hits what it aims at, and that readers may space letters as they need them."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.fitting import misfits
from tests.browser.fixtures import Host, Visit
from tests.browser.hosts import Place
from tests.browser.player import AT_REST
from tests.pictures.scenes import kind_of
from tests.site.pages import pages_of
from tests.sites import Built

Pages: TypeAlias = Iterator[Page]

PHONE = ViewportSize(width=390, height=664)
LANDSCAPE = ViewportSize(width=844, height=390)
NARROW = ViewportSize(width=320, height=640)
DESK = ViewportSize(width=1280, height=800)

TAP = 44
"""Pixels that a target has, but for links within a sentence (WCAG asks for 24)."""

# Numbered in the order of the page. Of radio buttons in one group a keyboard reaches one.
REACHABLE = """
() => {
  const groups = new Set();
  return [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.disabled && one.tabIndex >= 0)
    .filter((one) => {
      if (one.type !== "radio") return true;
      const rest = [...document.getElementsByName(one.name)];
      if (rest.some((each) => each.checked)) return one.checked;
      return !groups.has(one.name) && groups.add(one.name);
    })
    .map((one, number) => { one.dataset.walked = number; return one.outerHTML.slice(0, 90); });
}
"""

# Where the focus is, and what is wrong with how it shows. A control that lies unseen over its
# label is seen by that.
FOCUSED = """
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const seen = getComputedStyle(one).opacity === "0" ? one.parentElement : one;
  const ring = ({ outlineStyle, outlineWidth, boxShadow, stroke }) =>
    `${outlineStyle === "none" ? "" : outlineWidth}|${boxShadow}|${stroke}`;
  const marks = () => [seen, ...seen.querySelectorAll("*")].map((each) =>
    ring(getComputedStyle(each))).join();
  const box = seen.getBoundingClientRect();
  const across = [.1, .25, .5, .75, .9].map((x) => [x, .5]);
  const spots = [...across, [.5, .1], [.5, .9]].map(([x, y]) =>
    document.elementFromPoint(box.x + x * box.width, box.y + y * box.height));
  const clear = spots.some((hit) => hit && (seen.contains(hit) || hit.contains(seen)
    || hit.querySelector("a")?.contains(one)));
  const shown = marks();
  const at = [scrollX, scrollY];
  one.blur();
  const bare = marks();
  one.focus({ preventScroll: true, focusVisible: true });
  scrollTo(...at);
  const faults = [];
  if (shown === bare) faults.push("shows no focus");
  if (!clear) faults.push("is out of sight or covered");
  return { number: Number(one.dataset.walked), name: one.outerHTML.slice(0, 90), faults };
}
"""

# What lies over another control is hit in its place, a row's link is as large as its row, and a
# field as its label.
SMALL = """
(least) => [...document.querySelectorAll("a[href], button, summary, input")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("svg"))
  .filter((one) => !(one.matches("a") && getComputedStyle(one).display === "inline"))
  .filter((one) => getComputedStyle(one).clipPath === "none" && !one.matches(".skip"))
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([, { width, height }]) => height < least - .5 || width < 24)
  .map(([one, { width, height }]) =>
    [location.pathname, Math.round(width), Math.round(height), one.outerHTML.slice(0, 80)].join())
"""

# The values of WCAG 1.4.12.
SPACED = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; }
    * { word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  document.adoptedStyleSheets.push(sheet);
}
"""

TRAP = """
() => document.querySelector("nav a").addEventListener("keydown", (event) => event.preventDefault())
"""
COVER = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    main::before { content: ""; position: fixed; inset: 0 0 50%; z-index: 9; background: #000; }
    :focus-visible { outline: none !important; box-shadow: none !important; }
  `);
  document.adoptedStyleSheets.push(sheet);
}
"""


@pytest.fixture(params=["site", "week_site"])
def one_site(request: pytest.FixtureRequest) -> Built:
    """Each site in turn."""
    site: Built = request.getfixturevalue(request.param)
    return site


def stay(site: Built) -> list[str]:
    """The addresses of pages that don't lead on at once."""
    return [each.address for each in pages_of(site) if not each.leads_on]


@pytest.fixture
def open_each(one_site: Built, visit: Visit, host: Host) -> Callable[[Iterable[str]], Pages]:
    """Opens these pages of a site in turn, in one tab."""
    at = host(one_site, Place.TOP)

    def opened(addresses: Iterable[str]) -> Pages:
        page = visit(one_site, "index.html")
        for address in addresses:
            page.goto(at.url(address))
            yield page

    return opened


@pytest.fixture
def every_page(one_site: Built, open_each: Callable[[Iterable[str]], Pages]) -> Pages:
    """A tab in which each page of a site is opened in turn."""
    return open_each(stay(one_site))


@pytest.fixture
def each_kind(one_site: Built, open_each: Callable[[Iterable[str]], Pages]) -> Pages:
    """A tab in which one page of each kind is opened in turn."""
    firsts = {kind_of(address): address for address in reversed(stay(one_site))}
    return open_each(firsts.values())


def walked(page: Page) -> list[str]:
    """What is wrong with a walk by the Tab key through a page that was just opened."""
    page.wait_for_function(AT_REST)  # a page's last script may make buttons of words
    reachable = page.evaluate(REACHABLE)
    faults, order = [], []
    for _ in range(len(reachable) + 2):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None or here["number"] in order:
            break
        order.append(here["number"])
        faults += [f"{page.url}: {fault}: {here['name']}" for fault in here["faults"]]
    if order != list(range(len(reachable))):
        missed = [each for number, each in enumerate(reachable) if number not in order]
        faults.append(f"{page.url}: goes {order}; never to {missed}")
    return faults


def test_a_keyboard_goes_through_each_kind_of_page_in_order_and_is_always_seen(
    each_kind: Pages,
) -> None:
    faults = []
    for page in each_kind:
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            page.reload()
            faults += walked(page)
    assert faults == []


@pytest.mark.parametrize(
    ("harm", "fault"), [(TRAP, "never to"), (COVER, "covered"), (COVER, "shows no focus")]
)
def test_a_trap_and_a_hidden_focus_would_be_found(
    site: Built, visit: Visit, harm: str, fault: str
) -> None:
    page = visit(site, "safety.html")
    page.evaluate(harm)
    assert any(fault in each for each in walked(page))


def test_every_target_is_large_enough_for_a_thumb(every_page: Pages) -> None:
    faults = []
    for page in every_page:
        page.set_viewport_size(PHONE)
        faults += page.evaluate(SMALL, TAP)
    assert faults == []


def test_letters_may_be_spaced_and_a_phone_held_in_any_way(every_page: Pages) -> None:
    faults = []
    for page in every_page:
        page.set_viewport_size(LANDSCAPE)
        faults += misfits(page)
        page.evaluate(SPACED)
        for size in (NARROW, LANDSCAPE, DESK):
            page.set_viewport_size(size)
            faults += misfits(page)
    assert faults == []


def test_help_stands_in_the_same_place_on_every_page(site: Built) -> None:
    """The line that leads to safety is the first thing; safety itself begins with its cards, and
    what is made for paper says itself when to stop."""
    for page in pages_of(site):
        if page.leads_on or page.address.startswith(("sheets/", "cards/")):
            continue
        if page.address not in ("safety.html", "404.html"):
            first = page.all("body > header a")[0]
            assert (first.attributes["href"] or "").endswith("safety.html"), page.address
