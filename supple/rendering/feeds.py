"""What tells machines which pages there are, sitemap.xml, and which are new, an Atom feed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from typing import Final

from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.routine import Routine
from supple.rendering import addresses
from supple.rendering.wording import Wording

NEWEST: Final = 50
"""The entries that a feed holds."""
MOST: Final = 50_000
"""The addresses that a sitemap may hold (sitemaps.org); of more there are several, and an index."""

_XML: Final = '<?xml version="1.0" encoding="utf-8"?>\n'


def plan_feeds(
    guide: Guide, say: Wording, found: Iterable[str], most: int = MOST
) -> Iterator[tuple[str, bytes]]:
    """The addresses and bytes of sitemaps and feed. `found` are the addresses of the pages that
    people should find. A guide without an address has neither: both name whole addresses.
    `most`: so many addresses stand in one sitemap."""
    if guide.settings.url:
        yield from _sitemaps(guide, sorted(found), most)
        if has_feed(guide):
            yield addresses.FEED, _feed(guide, say).encode("utf-8")


def has_feed(guide: Guide) -> bool:
    """Whether there is anything to tell: an entry must have a date."""
    return any(True for _ in _entries(guide))


def _sitemaps(guide: Guide, found: Sequence[str], most: int) -> Iterator[tuple[str, bytes]]:
    """Without dates: the day of a check isn't that of the last change, and who trusts a wrong one
    doesn't look again."""
    if len(found) <= most:
        yield addresses.SITEMAP, _locations("urlset", "url", guide, found)
        return
    parts = [found[start : start + most] for start in range(0, len(found), most)]
    names = [addresses.sitemap(number) for number in range(1, len(parts) + 1)]
    yield addresses.SITEMAP, _locations("sitemapindex", "sitemap", guide, names)
    for name, part in zip(names, parts, strict=True):
        yield name, _locations("urlset", "url", guide, part)


def _locations(whole: str, each: str, guide: Guide, names: Iterable[str]) -> bytes:
    locations = "".join(
        f"<{each}><loc>{escape(addresses.canonical(name, guide.settings))}</loc></{each}>\n"
        for name in names
    )
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{_XML}<{whole} xmlns="{schema}">\n{locations}</{whole}>\n'.encode()


def _feed(guide: Guide, say: Wording) -> str:
    """Exercises and routines, by the day on which they were last checked."""
    settings = guide.settings
    entries = sorted(_entries(guide), key=lambda entry: (entry[0], entry[1]))
    newest = sorted(entries, key=lambda entry: entry[0], reverse=True)[:NEWEST]
    here = addresses.canonical(addresses.FEED, settings)
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(settings.language)}">\n'
        f"<id>{escape(settings.url)}</id>\n"
        f"<title>{escape(settings.title)}</title>\n"
        f"<subtitle>{escape(say('found.feed'))}</subtitle>\n"
        f"<updated>{_moment(newest[0][0])}</updated>\n"
        f"<author><name>{escape(settings.publisher or settings.title)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(here)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(settings.url)}"/>\n'
        f"<generator>Supple</generator>\n"
        f"{''.join(_entry(guide, *entry) for entry in newest)}</feed>\n"
    )


def _entries(guide: Guide) -> Iterator[tuple[str, str, Exercise | Routine]]:
    """The day, the address and the page of everything that has been checked."""
    for exercise in guide.exercises.values():
        if exercise.checked:
            yield exercise.checked.isoformat(), addresses.exercise(exercise.slug), exercise
    for routine in guide.routines.values():
        if routine.checked:
            yield routine.checked.isoformat(), addresses.routine(routine.slug), routine


def _entry(guide: Guide, day: str, address: str, page: Exercise | Routine) -> str:
    """Its id stays the same whether or not the host drops .html."""
    settings = guide.settings
    link = addresses.canonical(address, settings)
    lasting = addresses.canonical(address, replace(settings, clean_urls=False))
    return (
        f"<entry>\n<id>{escape(lasting)}</id>\n"
        f"<title>{escape(page.title)}</title>\n"
        f"<updated>{_moment(day)}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{escape(link)}"/>\n'
        f"<summary>{escape(page.summary)}</summary>\n</entry>\n"
    )


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
