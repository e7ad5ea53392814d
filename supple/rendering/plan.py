"""The plan: every page of the site, its address, its template and its data."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from supple.domain.body import Position
from supple.domain.drawing import Figures
from supple.domain.exercise import Exercise, Level
from supple.domain.guide import HOME, Guide
from supple.domain.routine import ExerciseEntry, Room, Routine
from supple.rendering import addresses
from supple.rendering.paper.downloads import has_library_cards
from supple.rendering.sharing import Head, head_of, subjects_of
from supple.rendering.structured import Subject
from supple.rendering.views import cards, diary, exercise, home, lists, pages, routine, sheet
from supple.rendering.views.body_map import body_map, has_body_map
from supple.rendering.views.desk import Desk
from supple.rendering.views.filters import NOTHING_KNOWN, Catalogue, catalogue, tag
from supple.rendering.views.paging import parts_of
from supple.rendering.views.site import Site, site_of
from supple.rendering.wording import Wording


@dataclass(frozen=True, slots=True)
class View:
    """What a page's template sees, and nothing else."""

    site: Site
    page: object
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page that is to be made. Its view is made when it is wanted, and not kept: those of a
    whole site are many. `is_found`: people should find it in search engines.

    Besides what all pages are made from it is made from these `files` below `content/`, from
    `words` that stand elsewhere, and if it `lists`, from what lists show of all pages."""

    address: str
    template: str
    view: Callable[[], View]
    is_found: bool = True
    files: tuple[str, ...] = ()
    words: str = ""
    lists: bool = False


NO_FIGURES = Figures()


def plan_pages(
    guide: Guide,
    say: Wording,
    static: Mapping[str, str],
    figures: Figures = NO_FIGURES,
    pictured: frozenset[str] = frozenset(),
    look: str = "",
    pdfs: frozenset[str] = frozenset(),
    minutes: Mapping[str, int] = NOTHING_KNOWN,
) -> Iterator[PagePlan]:
    """Every page of a guide that has no errors. `static` has the address of each static file
    by its name, `pictured` and `pdfs` the addresses of the posters and of the PDFs that there
    will be; `look` are the rules of the guide's own look for a page that carries its styles
    itself; `minutes` those of exercises, by their slugs, as far as they are known."""
    plan = _planner(guide, say, static, figures, pictured, pdfs, subjects_of(guide))
    every = catalogue(guide, minutes)
    yield plan(_listing(addresses.INDEX, "home.html", lambda desk: home.home_page(desk, every)))
    for planned in (
        *_exercises(guide, guide.exercises),
        *_routines(guide),
        *_sheets(guide),
        *_cards(guide, say),
        *_ways(guide, say, every, figures),
        *_pages(guide),
    ):
        yield plan(planned)
    if diary.has_diary(guide):
        yield plan(Planned(addresses.DIARY, "diary.html", diary.diary_page), is_found=False)
    for old, title, new in _moved(guide):
        page_of = partial(pages.moved_page, title=title, address=new)
        yield plan(Planned(old, "moved.html", page_of, words=f"{title} {new}"), is_found=False)
    missing = partial(pages.missing_page, look=look)
    yield plan(Planned(addresses.MISSING, "404.html", missing), is_found=False)


def plan_exercise(
    exercise_: Exercise,
    guide: Guide,
    say: Wording,
    static: Mapping[str, str],
    figures: Figures,
    pictured: frozenset[str],
    pdfs: frozenset[str],
) -> PagePlan:
    """The page of one exercise of a guide, as it is among all."""
    (planned,) = _exercises(guide, {exercise_.slug: exercise_})
    subjects = {planned.address: exercise_}
    return _planner(guide, say, static, figures, pictured, pdfs, subjects)(planned)


def _planner(
    guide: Guide,
    say: Wording,
    static: Mapping[str, str],
    figures: Figures,
    pictured: frozenset[str],
    pdfs: frozenset[str],
    subjects: Mapping[str, Subject],
) -> Callable[..., PagePlan]:
    """Makes a plan of what was planned."""
    shared: dict[Hashable, object] = {}

    def view(address: str, page_of: Callable[..., object], *about: object) -> View:
        desk = Desk(guide, say, address, static, figures, pdfs, shared)
        page = page_of(desk, *about)
        head = head_of(desk, page, subjects.get(address), pictured)
        return View(site_of(desk), page, head)

    def plan(planned: Planned, *, is_found: bool = True) -> PagePlan:
        address, template, page_of, files, words, lists, about = planned
        view_of = partial(view, address, page_of, *about)
        return PagePlan(address, template, view_of, is_found, files, words, lists)

    return plan


class Planned(NamedTuple):
    """A page's address, its template, what makes it at a desk, and what it is made from. `about`
    is what the maker is told besides: there may be a hundred thousand of these, and so they are
    small."""

    address: str
    template: str
    page_of: Callable[..., object]
    files: tuple[str, ...] = ()
    words: str = ""
    lists: bool = False
    about: tuple[object, ...] = ()


def _listing(address: str, template: str, page_of: Callable[[Desk], object]) -> Planned:
    return Planned(address, template, page_of, lists=True)


def _exercises(guide: Guide, some: Mapping[str, Exercise]) -> Iterator[Planned]:
    for slug, each in some.items():
        make = exercise.exercise_page
        routines = guide.routines_with.get(slug, ())
        words = "\n".join(f"{routine.slug} {routine.title}" for routine in routines)
        at = addresses.exercise(slug)
        yield Planned(at, "exercise.html", make, (each.file,), words, about=(each,))


def _routines(guide: Guide) -> Iterator[Planned]:
    for slug, each in guide.routines.items():
        page_of = partial(routine.routine_page, routine=each)
        yield Planned(addresses.routine(slug), "routine.html", page_of, _files(each, guide))


def _files(whole: Routine, guide: Guide) -> tuple[str, ...]:
    """Those of a routine and of the exercises in it."""
    slugs = dict.fromkeys(
        entry.exercise
        for day in whole.days
        for entry in day.entries
        if isinstance(entry, ExerciseEntry)
    )
    own = (whole.file,) if whole.slug in guide.routines else ()
    return (*own, *(guide.exercises[slug].file for slug in slugs))


def _sheets(guide: Guide) -> Iterator[Planned]:
    """The sheet of each routine, or of each day of a week's."""
    if guide.settings.outputs.sheets:
        for slug, each in guide.routines.items():
            files = _files(each, guide)
            for day in sheet.days_of(each):
                page_of = partial(sheet.sheet_page, routine=each, day=day)
                yield Planned(addresses.sheet(slug, day), "sheet.html", page_of, files)


def _cards(guide: Guide, say: Wording) -> Iterator[Planned]:
    """The cards of the library, and of each routine."""
    if guide.settings.outputs.cards and guide.exercises:
        library = [cards.library(guide, say)] if has_library_cards(guide) else []
        for each in (*library, *guide.routines.values()):
            page_of = partial(cards.cards_page, routine=each)
            files = _files(each, guide)
            words = "\n".join(files)  # the library's cards have nothing else that tells who is gone
            yield Planned(addresses.cards(each.slug), "cards.html", page_of, files, words)


def _pages(guide: Guide) -> Iterator[Planned]:
    for slug, each in guide.pages.items():
        if slug != HOME:
            page_of = partial(pages.plain_page, page=each)
            yield Planned(addresses.page(slug), "page.html", page_of, (each.file,))


def _moved(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Each old address with the title and the address of the page that has moved. A routine's
    sheets and cards move along."""
    for exercise_ in guide.exercises.values():
        for alias in exercise_.aliases:
            yield addresses.exercise(alias), exercise_.title, addresses.exercise(exercise_.slug)
    for routine_ in guide.routines.values():
        for alias in routine_.aliases:
            yield addresses.routine(alias), routine_.title, addresses.routine(routine_.slug)
            if guide.settings.outputs.sheets:
                for day in sheet.days_of(routine_):
                    old, new = addresses.sheet(alias, day), addresses.sheet(routine_.slug, day)
                    yield old, routine_.title, new
            if guide.settings.outputs.cards and guide.exercises:
                yield addresses.cards(alias), routine_.title, addresses.cards(routine_.slug)
    for page in guide.pages.values():
        for alias in page.aliases:
            yield addresses.page(alias), page.title, addresses.page(page.slug)


def _ways(guide: Guide, say: Wording, every: Catalogue, figures: Figures) -> Iterator[Planned]:
    """The ways to find something: the body map, the lists of all, and those of what shares a
    tag."""
    if has_body_map(guide, figures):
        yield _listing(addresses.BODY_MAP, "body-map.html", lambda desk: body_map(desk, every))
    exercises, routines = every.exercises, every.routines
    all_ = partial(lists.all_exercises, every=every)
    yield from _parts(addresses.EXERCISES, "exercises.html", len(exercises.slugs), all_)
    all_routines = partial(lists.all_routines, every=every)
    yield from _parts(addresses.ROUTINES, "routines.html", len(routines.slugs), all_routines)
    for address, shared, name in (*_tagged(guide, say), *_timed(exercises.limits, say)):
        if found := exercises.having.get(shared):
            some = partial(lists.some_exercises, every=every, shared=shared, name=name)
            yield from _parts(address, "exercises.html", len(found), some)
    for place in Room:
        if found := routines.having.get(tag("place", place.value)):
            there = partial(lists.routines_at, every=every, place=place)
            yield from _parts(addresses.place(place.value), "routines.html", len(found), there)


def _parts(
    address: str, template: str, count: int, page_of: Callable[..., object]
) -> Iterator[Planned]:
    """The pages of a list of so many rows."""
    for part in parts_of(address, count):
        yield _listing(addresses.part(address, part.number), template, partial(page_of, part=part))


def _tagged(guide: Guide, say: Wording) -> Iterator[tuple[str, str, str]]:
    """Address, tag and title of each list of exercises that there could be."""
    for position in Position:
        name = position.value
        yield addresses.position(name), tag("position", name), say(f"position.{name}")
    for name, term in guide.targets.items():
        yield addresses.target(name), tag("target", name), term.title
    for level in Level:
        title = say("lists.level", name=say(f"level.{level.value}"))
        yield addresses.level(level.value), tag("level", level.value), title
    for name, term in guide.equipment.items():
        title = say("lists.equipment", name=term.title.lower())
        yield addresses.equipment(name), tag("equipment", name), title


def _timed(limits: Sequence[int], say: Wording) -> Iterator[tuple[str, str, str]]:
    """The same of each list of exercises that take no longer than that, if there is a choice."""
    for limit in limits if len(limits) > 1 else ():
        yield addresses.time(limit), tag("time", limit), say.number("lists.time", limit)


def plan_files(guide: Guide) -> Iterator[tuple[str, str]]:
    """The pictures and other files that a text shows or links to: their address and their name
    in `content/`. Whatever else lies there is nobody's business."""
    named = {lead.target for _, lead in guide.leads}
    for name in sorted(named & guide.files):
        yield addresses.of_file(name), name
