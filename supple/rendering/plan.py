"""The plan: every page of the site, its address, its template and its data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from supple.domain.body import Position
from supple.domain.drawing import Figures
from supple.domain.exercise import Level
from supple.domain.guide import HOME, Guide
from supple.domain.routine import Room, Routine
from supple.rendering import addresses
from supple.rendering.sharing import Head, head_of, subjects_of
from supple.rendering.views import cards, diary, exercise, home, lists, pages, routine, sheet
from supple.rendering.views.body_map import body_map, has_body_map
from supple.rendering.views.desk import Desk
from supple.rendering.views.filters import Catalogue, catalogue, tag
from supple.rendering.views.site import Site, site_of
from supple.rendering.wording import Wording


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page that is to be made. The template sees `site`, `page` and `head` and
    nothing else."""

    address: str
    template: str
    site: Site
    page: object
    head: Head | None = None


NO_FIGURES = Figures()


def plan_pages(
    guide: Guide,
    say: Wording,
    static: Mapping[str, str],
    figures: Figures = NO_FIGURES,
    pictured: frozenset[str] = frozenset(),
    look: str = "",
    pdfs: frozenset[str] = frozenset(),
) -> Iterator[PagePlan]:
    """Every page of a guide that has no errors. `static` has the address of each static file
    by its name, `pictured` and `pdfs` the addresses of the posters and of the PDFs that there
    will be; `look` are the rules of the guide's own look for a page that carries its styles
    itself."""
    subjects = subjects_of(guide)

    def at(address: str) -> Desk:
        return Desk(guide, say, address, static, figures, pdfs)

    def plan(desk: Desk, template: str, page: object) -> PagePlan:
        head = head_of(desk, page, subjects.get(desk.here), pictured)
        return PagePlan(desk.here, template, site_of(desk), page, head)

    every = catalogue(guide)
    desk = at(addresses.INDEX)
    yield plan(desk, "home.html", home.home_page(desk, every))
    for each in guide.exercises.values():
        desk = at(addresses.exercise(each.slug))
        yield plan(desk, "exercise.html", exercise.exercise_page(desk, each))
    for one in guide.routines.values():
        desk = at(addresses.routine(one.slug))
        yield plan(desk, "routine.html", routine.routine_page(desk, one))
    for address, one, day in _sheets(guide):
        desk = at(address)
        yield plan(desk, "sheet.html", sheet.sheet_page(desk, one, day))
    for address, template, page_of in (*_cards(guide, say), *_ways(guide, say, every, figures)):
        desk = at(address)
        yield plan(desk, template, page_of(desk))
    for slug, page in guide.pages.items():
        if slug != HOME:
            desk = at(addresses.page(slug))
            yield plan(desk, "page.html", pages.plain_page(desk, page))
    for old, title, new in _moved(guide):
        desk = at(old)
        yield plan(desk, "moved.html", pages.moved_page(desk, title, new))
    desk = at(addresses.MISSING)
    yield plan(desk, "404.html", pages.missing_page(desk, look))


def _sheets(guide: Guide) -> Iterator[tuple[str, Routine, int]]:
    """Each sheet's address, its routine, and the day of a week's or 0."""
    if guide.settings.outputs.sheets:
        for routine_ in guide.routines.values():
            for day in sheet.days_of(routine_):
                yield addresses.sheet(routine_.slug, day), routine_, day


def _cards(guide: Guide, say: Wording) -> Iterator[tuple[str, str, Callable[[Desk], object]]]:
    """Address, template and page of the cards of the library, and of each routine."""
    if guide.settings.outputs.cards and guide.exercises:
        for each in (cards.library(guide, say), *guide.routines.values()):
            page_of = partial(cards.cards_page, routine=each)
            yield addresses.cards(each.slug), "cards.html", page_of


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


def _ways(
    guide: Guide, say: Wording, every: Catalogue, figures: Figures
) -> Iterator[tuple[str, str, Callable[[Desk], object]]]:
    """Address, template and page of each way to find something: the body map, the lists of all,
    and those of what shares a tag; and what one has done, the diary."""
    if has_body_map(guide, figures):
        yield addresses.BODY_MAP, "body-map.html", lambda desk: body_map(desk, every)
    yield addresses.EXERCISES, "exercises.html", lambda desk: lists.all_exercises(desk, every)
    yield addresses.ROUTINES, "routines.html", lambda desk: lists.all_routines(desk, every)
    for address, shared, title in _tagged(guide, say):
        if found := every.exercises.having.get(shared):
            some = partial(lists.some_exercises, every=every, shared=shared, title=title)
            yield address, "exercises.html", partial(some, slugs=found)
    for place in Room:
        if found := every.routines.having.get(tag("place", place.value)):
            some_ = partial(lists.routines_at, every=every, place=place, slugs=found)
            yield addresses.place(place.value), "routines.html", some_
    if diary.has_diary(guide):
        yield addresses.DIARY, "diary.html", diary.diary_page


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


def plan_files(guide: Guide) -> Iterator[tuple[str, str]]:
    """The pictures and other files that a text shows or links to: their address and their name
    in `content/`. Whatever else lies there is nobody's business."""
    named = {reference.target for _, reference in guide.references}
    for name in sorted(named & guide.files):
        yield addresses.of_file(name), name
