"""The address of every page: where it lies in the site, and how another page links to it."""

import re
from functools import lru_cache
from urllib.parse import quote

from supple.domain.guide import HOME
from supple.domain.paper import CardForm, Form
from supple.domain.settings import Settings

INDEX = "index.html"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
HEADERS = "_headers"
EXERCISES = "exercises/index.html"
ROUTINES = "routines/index.html"
MISSING = "404.html"
BODY_MAP = "body-map.html"
DIARY = "diary.html"
SEARCH = "search.js"

ALL = "all"
"""Stands for the whole library where cards have a routine's name."""


def exercise(slug: str) -> str:
    return f"exercises/{slug}.html"


def exercise_at(address: str) -> str:
    """The slug of the exercise whose page an address is, or nothing."""
    folder, _, name = address.rpartition("/")
    return name.removesuffix(".html") if folder == "exercises" else ""


def routine(slug: str) -> str:
    return f"routines/{slug}.html"


def sheet(slug: str, day: int = 0) -> str:
    """The sheet of a routine, or of that day of a week's, from 1."""
    return f"sheets/{slug}{f'-day-{day}' if day else ''}.html"


def sheet_foot(slug: str, day: int = 0) -> str:
    """The style that says what stands at the foot of a sheet's pages."""
    return sheet(slug, day).removesuffix("html") + "css"


def sheet_pdf(slug: str, day: int, form: Form) -> str:
    """A routine's sheet; a day's, if it isn't 0."""
    return f"sheets/{slug}{f'-day-{day}' if day else ''}-{form.name}.pdf"


def cards(slug: str = ALL) -> str:
    """The cards of a routine, or of the library."""
    return f"cards/{slug}.html"


def cards_pdf(slug: str, form: CardForm, day: int = 0) -> str:
    """A routine's cards, or the library's; a day's, if it isn't 0."""
    return f"cards/{slug}{f'-day-{day}' if day else ''}-{form.name}.pdf"


def position(name: str) -> str:
    return f"positions/{name}.html"


def level(name: str) -> str:
    return f"levels/{name}.html"


def time(limit: int) -> str:
    """The exercises that take no longer than so many minutes."""
    return f"times/up-to-{limit}.html"


def target(name: str) -> str:
    return f"targets/{slug_of(name)}.html"


def place(name: str) -> str:
    return f"places/{name}.html"


def equipment(name: str) -> str:
    return f"equipment/{slug_of(name)}.html"


def figure(name: str) -> str:
    return f"figures/{name}.svg"


def movement(name: str) -> str:
    return f"figures/{name}.js"


def poster(page: str) -> str:
    """The picture that stands for a page where a link to it is shared."""
    return f"posters/{page.removesuffix('.html')}.png"


def page(slug: str) -> str:
    return f"{slug}.html"


def of_file(name: str) -> str:
    """The address of a file of `content/`: a page's own, or that of a picture beside it."""
    folder, _, rest = name.rpartition("/")
    slug = rest.removesuffix(".md")
    if rest == slug:
        return name
    if name == "home.md":
        return page(HOME)
    return page(slug) if folder == "pages" else f"{folder}/{slug}.html"


def slug_of(words: str) -> str:
    """A term's name in an address: "lower back" is lower-back."""
    return re.sub(r"[\W_]+", "-", words.lower()).strip("-")


def root_of(here: str) -> str:
    """What leads from a page to the site's top: nothing, or `../` for each folder."""
    return "../" * here.count("/")


def link(here: str, there: str, anchor: str = "") -> str:
    """A relative link by file name, which works at any depth of any host and from a disk."""
    address = f"{root_of(here)}{_quoted(there)}" if there != here or not anchor else ""
    return f"{address}#{quote(anchor)}" if anchor else address


_quoted = lru_cache(maxsize=10_000)(quote)


def sitemap(number: int) -> str:
    """One of several sitemaps, from 1."""
    return f"sitemap-{number}.xml"


def part(address: str, number: int) -> str:
    """A page of a list that goes on over several; the first, 1, has the list's own address."""
    if number == 1:
        return address
    folder, _, name = address.rpartition("/")
    stem = "" if name == "index.html" else f"{name.removesuffix('.html')}-"
    return f"{folder}/{stem}page-{number}.html"


def canonical(here: str, settings: Settings) -> str:
    """The full address where the guide's settings name one, else nothing."""
    if not settings.url:
        return ""
    short = re.sub(r"(^|/)index\.html$", r"\1", here)
    return settings.url + quote(short.removesuffix(".html") if settings.clean_urls else short)
