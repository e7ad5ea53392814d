"""What others see of a page: its title and description in lists of results, its poster where a
link to it is shared, and its facts as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from supple.domain.drawing import shown
from supple.domain.exercise import Exercise
from supple.domain.guide import HOME, Guide, Page
from supple.domain.prose import Picture
from supple.domain.routine import Routine
from supple.rendering import addresses, posters
from supple.rendering.feeds import has_feed
from supple.rendering.figure_words import figure_words
from supple.rendering.paper.contents import SheetPage
from supple.rendering.paper.decks import CardsPage
from supple.rendering.structured import Subject, structured
from supple.rendering.views.desk import Desk
from supple.rendering.views.diary import DiaryPage
from supple.rendering.views.exercise import ExercisePage
from supple.rendering.views.lists import ExerciseList, RoutineList
from supple.rendering.views.pages import MissingPage, MovedPage
from supple.rendering.views.sheet import days_of

NAMED: Final = 4
"""So many of a list's exercises are named in its description, at the most."""
NAMES: Final = 110
"""The letters that those names may have."""
LONGEST: Final = 160
"""The letters of a description that lists of results show at most."""
DOTS: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif")
"""Pictures that are shown wherever links are shared. SVG is not."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A picture of a page, by its whole address. The size of an author's own isn't known."""

    url: str
    alt: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's head for others than its reader. Without an address of the guide
    there is only the title and the description. `is_private`: nobody should find the page."""

    title: str
    description: str
    canonical: str = ""
    kind: str = ""
    picture: Shared | None = None
    feed: str = ""
    data: Markup | None = None
    is_private: bool = False


def subjects_of(guide: Guide) -> Mapping[str, Subject]:
    """What pages are about, by their addresses, where that is one thing of the guide."""
    home = guide.pages.get(HOME)
    return {
        **{addresses.exercise(slug): each for slug, each in guide.exercises.items()},
        **{addresses.routine(slug): each for slug, each in guide.routines.items()},
        **{
            addresses.sheet(slug, day): each
            for slug, each in guide.routines.items()
            for day in days_of(each)
        },
        **{addresses.cards(slug): each for slug, each in guide.routines.items()},
        **{addresses.page(slug): each for slug, each in guide.pages.items()},
        **({addresses.INDEX: home} if home else {}),
    }


def head_of(
    desk: Desk, page: object, subject: Subject | None, pictured: frozenset[str]
) -> Head | None:
    """The head of a page, unless it stands for another, or for none. `pictured` are the addresses
    of the posters that there will be."""
    if isinstance(page, MissingPage | MovedPage):
        return None
    name = str(getattr(page, "title", ""))
    head = Head(_title(desk, page, name), _description(desk, page, subject))
    if isinstance(page, DiaryPage):
        return replace(head, is_private=True)
    canonical = addresses.canonical(desk.here, desk.guide.settings)
    if not canonical:
        return head
    picture = _picture(desk, name, subject, pictured)
    image = picture.url if picture else ""
    return replace(
        head,
        canonical=canonical,
        kind="website" if desk.here == addresses.INDEX else "article",
        picture=picture,
        feed=desk.to(addresses.FEED) if has_feed(desk.guide) else "",
        data=structured(desk, page, name, subject, head.description, image),
    )


def _title(desk: Desk, page: object, name: str) -> str:
    """What a person reads in a tab, in bookmarks and in a list of results."""
    site = desk.guide.settings.title
    if name == site:
        return site
    if isinstance(page, ExerciseList) and page.some:
        name = desk.say.number("found.list", page.count, name=name)
    return desk.say("site.page_title", page=name, site=site)


def _rows(page: ExerciseList | RoutineList) -> list[str]:
    """The titles in a list."""
    return [row.title for group in page.groups for row in group.rows]


def _description(desk: Desk, page: object, subject: Subject | None) -> str:
    """One to three sentences, for somebody who hasn't seen the page yet."""
    say = desk.say
    match page, subject:
        case ExercisePage(), Exercise():
            return _sentences(subject.summary, page.doses[0].range, say("found.exercise"))
        case SheetPage(), Routine():
            about = subject.summary if page.routine == subject.title else page.routine
            return _sentences(about, say("found.sheet"))
        case CardsPage(), Routine():
            return _sentences(subject.summary, say("found.cards"))
        case _, Routine():
            sheets = desk.guide.settings.outputs.sheets
            return _sentences(
                subject.summary, say("found.routine_sheet" if sheets else "found.routine")
            )
        case ExerciseList() | RoutineList(), _:
            return _sentences(page.summary, _named(desk, _rows(page), page.count))
        case _, Page():
            return subject.summary or _beginning(desk.html(subject.body).striptags())
    return str(getattr(page, "summary", ""))


def _named(desk: Desk, titles: Sequence[str], every: int) -> str:
    """The first titles of a page of a list, and how many more the list has."""
    if not titles:
        return ""
    fitting = (count for count in range(NAMED, 1, -1) if len(", ".join(titles[:count])) <= NAMES)
    count = next(fitting, 1)
    rest = every - count
    names = ", ".join(titles[:count])
    return desk.say.number("found.more", rest, names=names) if rest > 0 else f"{names}."


def _sentences(*parts: str) -> str:
    whole = (part if part[-1] in ".!?…" else f"{part}." for part in map(str.strip, parts) if part)
    return " ".join(whole)


def _beginning(text: str) -> str:
    """The first sentences of a text, or the first words of a long one."""
    if len(text) <= LONGEST:
        return text
    start = text[:LONGEST]
    end = max(start.rfind(f"{mark} ") for mark in ".!?")
    return start[: end + 1] if end > 0 else f"{start.rpartition(' ')[0]} …"


def _picture(
    desk: Desk, name: str, subject: Subject | None, pictured: frozenset[str]
) -> Shared | None:
    """The page's own poster, the author's own picture, or else the first page's poster."""
    settings = desk.guide.settings
    if (own := addresses.poster(desk.here)) in pictured:
        alt = _alt(desk, subject) if isinstance(subject, Exercise) else name
        url = addresses.canonical(own, settings)
        return Shared(url, alt, posters.WIDTH, posters.HEIGHT)
    if isinstance(subject, Exercise):
        for each in shown(subject):
            if isinstance(each.figure, Picture) and each.figure.target.lower().endswith(DOTS):
                url = addresses.canonical(addresses.of_file(each.figure.target), settings)
                return Shared(url, each.figure.alt)
    if (first := addresses.poster(addresses.INDEX)) in pictured:
        url = addresses.canonical(first, settings)
        return Shared(url, settings.title, posters.WIDTH, posters.HEIGHT)
    return None


def _alt(desk: Desk, exercise: Exercise) -> str:
    drawing = desk.figures.drawings[shown(exercise)[0].name]
    return figure_words(drawing.clauses, desk.say).description
