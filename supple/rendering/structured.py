"""A page's facts in the words of schema.org, for machines that look for them. They say nothing that
the page doesn't: whoever has reviewed it stands there only if the settings name somebody."""

from collections.abc import Iterable, Mapping
from posixpath import dirname, join, normpath
from typing import TypeAlias
from urllib.parse import unquote

from markupsafe import Markup

from supple.domain.exercise import Exercise
from supple.domain.guide import ABOUT, SAFETY, Page
from supple.domain.phases import phases_of, phases_of_dosage, total_seconds
from supple.domain.routine import Day, Routine
from supple.rendering import addresses
from supple.rendering.paper.contents import SheetPage
from supple.rendering.paper.decks import CardsPage
from supple.rendering.views.desk import Desk, as_json
from supple.rendering.views.lists import ExerciseList, RoutineList
from supple.rendering.views.routine import day_title, exercises_of, times_words

Subject: TypeAlias = Exercise | Routine | Page
"""What a page is about, where that is one thing of the guide."""

Data: TypeAlias = dict[str, object]


def structured(
    desk: Desk, page: object, title: str, subject: Subject | None, about: str, image: str
) -> Markup:
    """The facts of a page as JSON-LD; `about` is its description, `image` its picture's address."""
    whole = {
        "@context": "https://schema.org",
        "@type": _kind(page, subject),
        "@id": _url(desk, desk.here),
        "url": _url(desk, desk.here),
        "name": title,
        "description": about,
        "inLanguage": desk.guide.settings.language,
        "isPartOf": _site(desk),
        "primaryImageOfPage": {"@type": "ImageObject", "url": image} if image else None,
        "breadcrumb": _way(desk, title),
        **_review(desk),
        "mainEntity": _main(desk, page, subject, image),
    }
    return as_json(_without_nothing(whole))


def _kind(page: object, subject: object) -> str:
    if isinstance(page, ExerciseList | RoutineList):
        return "CollectionPage"
    if isinstance(subject, Page) and subject.slug in (SAFETY, ABOUT):
        return "MedicalWebPage" if subject.slug == SAFETY else "AboutPage"
    return "WebPage"


def _site(desk: Desk) -> Data:
    settings = desk.guide.settings
    return {
        "@type": "WebSite",
        "@id": f"{settings.url}#site",
        "url": settings.url,
        "name": settings.title,
        "inLanguage": settings.language,
        "publisher": {"@type": "Organization", "name": settings.publisher}
        if settings.publisher
        else None,
    }


def _review(desk: Desk) -> Data:
    """Who has reviewed the guide, and when. That its sources were checked is no review."""
    settings = desk.guide.settings
    if not settings.reviewed_by:
        return {}
    day = settings.reviewed_on
    return {
        "reviewedBy": {"@type": "Person", "name": settings.reviewed_by},
        "lastReviewed": day.isoformat() if day else None,
    }


def _way(desk: Desk, title: str) -> Data | None:
    """How one gets to the page from the first one."""
    lists = {
        "exercises/": (addresses.EXERCISES, desk.say("site.exercises")),
        "routines/": (addresses.ROUTINES, desk.say("site.routines")),
    }
    if desk.here == addresses.INDEX:
        return None
    way = [(addresses.INDEX, desk.guide.settings.title), (desk.here, title)]
    way[1:1] = [
        place
        for part, place in lists.items()
        if desk.here.startswith(part) and place[0] != desk.here
    ]
    return {"@type": "BreadcrumbList", "itemListElement": _listed(desk, way, "item")}


def _main(desk: Desk, page: object, subject: object, image: str) -> Data | None:
    match page, subject:
        case SheetPage() | CardsPage(), _:
            return None
        case _, Exercise():
            return _exercise(desk, subject, image)
        case _, Routine():
            return _routine(desk, subject, image)
        case ExerciseList() | RoutineList(), _:
            rows = (row for group in page.groups for row in group.rows)
            return _list(desk, ((_behind(desk, row.href), row.title) for row in rows))
    return None


def _exercise(desk: Desk, exercise: Exercise, image: str) -> Data:
    phases = phases_of_dosage(exercise, "", desk.guide.settings.timing)
    return {
        "@type": "HowTo",
        "name": exercise.title,
        "description": exercise.summary,
        "image": image,
        "totalTime": _lasting(total_seconds(phases)),
        "tool": [{"@type": "HowToTool", "name": desk.needs([need])} for need in exercise.equipment],
        "step": [
            {"@type": "HowToStep", "position": number, "text": desk.html(step).striptags()}
            for number, step in enumerate(exercise.steps, start=1)
        ],
    }


def _routine(desk: Desk, routine: Routine, image: str) -> Data:
    """A plan for one day, or of one such plan for each day."""
    often = times_words(desk, routine.times_per_day) if routine.times_per_day else ""
    days: Data = {}
    if routine.is_week:
        days["hasPart"] = [
            {
                "@type": "ExercisePlan",
                "name": day_title(desk, day, number),
                "activityDuration": _time_of(desk, day),
            }
            for number, day in enumerate(routine.days, start=1)
        ]
    else:
        days["activityDuration"] = _time_of(desk, routine.days[0])
        days["hasPart"] = [
            {"@type": "HowTo", "name": each.title, "url": _url(desk, addresses.exercise(each.slug))}
            for each in {each.slug: each for each in exercises_of(desk, routine)}.values()
        ]
    return {
        "@type": "ExercisePlan",
        "name": routine.title,
        "description": routine.summary,
        "image": image,
        "intensity": desk.say(f"level.{routine.level.value}"),
        "activityFrequency": often,
        **days,
    }


def _time_of(desk: Desk, day: Day) -> str:
    guide = desk.guide
    return _lasting(total_seconds(phases_of(day.entries, guide.exercises, guide.settings.timing)))


def _lasting(seconds: int) -> str:
    """A duration as ISO 8601 writes it: PT3M4S."""
    minutes, rest = divmod(seconds, 60)
    return f"PT{f'{minutes}M' if minutes else ''}{f'{rest}S' if rest or not minutes else ''}"


def _list(desk: Desk, links: Iterable[tuple[str, str]]) -> Data:
    return {"@type": "ItemList", "itemListElement": _listed(desk, links, "url")}


def _listed(desk: Desk, places: Iterable[tuple[str, str]], key: str) -> list[Data]:
    return [
        {"@type": "ListItem", "position": number, "name": name, key: _url(desk, address)}
        for number, (address, name) in enumerate(places, start=1)
    ]


def _behind(desk: Desk, href: str) -> str:
    """The address that a link from this page leads to."""
    return unquote(normpath(join(dirname(desk.here), href)))


def _url(desk: Desk, address: str) -> str:
    return addresses.canonical(address, desk.guide.settings)


def _without_nothing(value: object) -> object:
    """What is empty is left out, at every depth."""
    if isinstance(value, Mapping):
        kept = ((key, _without_nothing(each)) for key, each in value.items())
        return {key: each for key, each in kept if each not in ("", None, [], {})}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value
