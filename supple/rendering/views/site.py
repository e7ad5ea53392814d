"""What every page shows: the guide's name, the navigation, the foot. Kept small, since a change
here makes every page again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from supple.domain.guide import ABOUT, HOME, SAFETY, Guide
from supple.domain.settings import STACKS, Alarm, Settings
from supple.rendering import addresses, phrases
from supple.rendering.views.desk import Anchor, Desk
from supple.rendering.views.diary import has_diary
from supple.rendering.wording import Wording

BITTER: Final = "bitter"
BITTER_FILE: Final = "fonts/bitter-600-latin.woff2"


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the navigation; `current`: the page or its list is this one."""

    href: str
    text: str
    current: bool


@dataclass(frozen=True, slots=True)
class Site:
    """`static` gives the address of each static file by the name that it has in its folder;
    `search` is that of what search looks through, `logo` that of a picture that stands for the
    title, `heading_font` that of the one that headings need, `diary` that of the diary, if there
    is one; `is_draft`: this page isn't finished; `is_in_review`: it is, but for what its author
    has marked as still to be looked at."""

    id: str
    title: str
    language: str
    home: str
    canonical: str
    navigation: tuple[Entry, ...]
    safety: str
    exercises: str
    diary: str
    search: str
    alarm: Alarm
    alarm_on_paper: str
    footer: tuple[Anchor, ...]
    reviewed: str
    is_reviewed: bool
    is_draft: bool
    is_in_review: bool
    publisher: str
    static: Mapping[str, str]
    logo: str
    heading_font: str

    @property
    def without_page(self) -> "Site":
        """With nothing that is this page's own but its place in the navigation."""
        return replace(self, canonical="", is_draft=False, is_in_review=False)


def site_of(desk: Desk) -> Site:
    return replace(desk.once(Site, lambda: _site(desk)), **_own(desk))


def _site(desk: Desk) -> Site:
    guide, say, settings = desk.guide, desk.say, desk.guide.settings
    others = sorted(guide.pages.keys() - {HOME, SAFETY}, key=lambda slug: (slug != ABOUT, slug))
    return Site(
        id=settings.id,
        title=settings.title,
        language=settings.language,
        home=desk.to(addresses.INDEX),
        safety=desk.to(addresses.page(SAFETY)) if guide.safety else "",
        exercises=desk.to(addresses.EXERCISES),
        diary=desk.to(addresses.DIARY) if has_diary(guide) else "",
        search=desk.to(addresses.SEARCH),
        footer=tuple(
            Anchor(desk.to(addresses.page(slug)), guide.pages[slug].title) for slug in others
        ),
        alarm=settings.alarm or Alarm(say("site.alarm"), say("site.alarm_link")),
        alarm_on_paper=_alarm_on_paper(guide, say),
        reviewed=reviewed(settings, say),
        is_reviewed=bool(settings.reviewed_by),
        publisher=say("site.publisher", name=settings.publisher) if settings.publisher else "",
        static={name: desk.to(address) for name, address in desk.static.items()},
        logo=desk.to(desk.static[logo]) if (logo := settings.look.logo) else "",
        heading_font=desk.to(font) if (font := desk.static.get(heading_font(settings))) else "",
        **_own(desk),
    )


def _alarm_on_paper(guide: Guide, say: Wording) -> str:
    """What the line that leads to the safety page says where nobody can follow a link: whom to
    call, and where the signs stand."""
    if not guide.safety:
        return ""
    url = addresses.canonical(addresses.page(SAFETY), guide.settings)
    where = say("site.alarm_address", page=guide.safety.title, url=url) if url else ""
    whom = guide.settings.emergency
    return say(
        "site.alarm_on_paper",
        call=whom.call,
        department=whom.department,
        where=where or say("site.alarm_page", page=guide.safety.title),
    )


def _own(desk: Desk) -> dict[str, Any]:
    """What of it is the page's own."""
    guide, say = desk.guide, desk.say
    entries = [
        (addresses.ROUTINES, say("site.routines"), "routines/"),
        (addresses.EXERCISES, say("site.exercises"), "exercises/"),
    ]
    if guide.safety:
        entries.append((addresses.page(SAFETY), say("site.safety"), addresses.page(SAFETY)))
    return {
        "canonical": addresses.canonical(desk.here, guide.settings),
        "navigation": tuple(
            Entry(desk.to(address), text, desk.here.startswith(part))
            for address, text, part in entries
        ),
        "is_draft": desk.is_draft(_belongs_to(desk)),
        "is_in_review": desk.is_in_review(desk.here),
    }


def _belongs_to(desk: Desk) -> str:
    """The address of the page whose draft this one is: a sheet and cards are their routine's."""
    folder, _, name = desk.here.rpartition("/")
    if folder not in ("sheets", "cards"):
        return desk.here
    slug = name.removesuffix(".html")
    known = slug in desk.guide.routines
    return addresses.routine(slug if known else re.sub(r"-day-\d+$", "", slug))


def heading_font(settings: Settings) -> str:
    """The static file of the font that headings are written in, unless computers have it."""
    chosen = settings.look.headings or BITTER
    return BITTER_FILE if chosen == BITTER else "" if chosen in STACKS else chosen


def reviewed(settings: Settings, say: Wording) -> str:
    """Which clinician has reviewed the guide, and when; or that nobody has."""
    name, day = settings.reviewed_by, settings.reviewed_on
    if not name:
        return say("site.not_reviewed")
    if day is None:
        return say("site.reviewed", name=name)
    return say("site.reviewed_on", name=name, date=phrases.date_words(day, say))
