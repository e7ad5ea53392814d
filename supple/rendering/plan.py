"""The plan: every page of the site, its address, its template and its data."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from supple.domain.drawing import Figures
from supple.domain.exercise import Exercise
from supple.domain.guide import HOME, Guide
from supple.rendering import addresses
from supple.rendering.views import exercise, lists, pages, routine, sheet
from supple.rendering.views.desk import Desk
from supple.rendering.views.site import Site, site_of
from supple.rendering.wording import Wording


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page that is to be made. The template sees `site` and `page` and nothing else."""

    address: str
    template: str
    site: Site
    page: object


NO_FIGURES = Figures()


def plan_pages(
    guide: Guide, say: Wording, static: Mapping[str, str], figures: Figures = NO_FIGURES
) -> Iterator[PagePlan]:
    """Every page of a guide that has no errors. `static` has the address of each static file
    by its name."""

    def at(address: str) -> Desk:
        return Desk(guide, say, address, static, figures)

    def plan(desk: Desk, template: str, page: object) -> PagePlan:
        return PagePlan(desk.here, template, site_of(desk), page)

    desk = at(addresses.INDEX)
    yield plan(desk, "home.html", pages.home_page(desk))
    for each in guide.exercises.values():
        desk = at(addresses.exercise(each.slug))
        yield plan(desk, "exercise.html", exercise.exercise_page(desk, each))
    for every in guide.routines.values():
        desk = at(addresses.routine(every.slug))
        yield plan(desk, "routine.html", routine.routine_page(desk, every))
        if guide.settings.outputs.sheets:
            desk = at(addresses.sheet(every.slug))
            yield plan(desk, "sheet.html", sheet.sheet_page(desk, every))
    desk = at(addresses.EXERCISES)
    yield plan(desk, "exercises.html", lists.all_exercises(desk))
    desk = at(addresses.ROUTINES)
    yield plan(desk, "routines.html", lists.all_routines(desk))
    for address, title, found in _lists(guide, say):
        desk = at(address)
        yield plan(desk, "exercises.html", lists.some_exercises(desk, title, found))
    for slug, page in guide.pages.items():
        if slug != HOME:
            desk = at(addresses.page(slug))
            yield plan(desk, "page.html", pages.plain_page(desk, page))
    for old, title, new in _moved(guide):
        desk = at(old)
        yield plan(desk, "moved.html", pages.moved_page(desk, title, new))
    desk = at(addresses.MISSING)
    yield plan(desk, "404.html", pages.missing_page(desk))


def _moved(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Each old address with the title and the address of the page that has moved. A routine's
    sheet moves along."""
    for exercise_ in guide.exercises.values():
        for alias in exercise_.aliases:
            yield addresses.exercise(alias), exercise_.title, addresses.exercise(exercise_.slug)
    for routine_ in guide.routines.values():
        for alias in routine_.aliases:
            yield addresses.routine(alias), routine_.title, addresses.routine(routine_.slug)
            if guide.settings.outputs.sheets:
                yield addresses.sheet(alias), routine_.title, addresses.sheet(routine_.slug)
    for page in guide.pages.values():
        for alias in page.aliases:
            yield addresses.page(alias), page.title, addresses.page(page.slug)


def _lists(guide: Guide, say: Wording) -> Iterator[tuple[str, str, Iterable[Exercise]]]:
    """Address, title and exercises of each list by position, target, level and equipment."""
    exercises = guide.exercises.values()
    for position in lists.used_positions(guide):
        name = say(f"position.{position.value}")
        found = [each for each in exercises if each.position is position]
        yield addresses.position(position.value), say("lists.position", name=name), found
    for target in lists.used_targets(guide):
        title = say("lists.target", name=guide.targets[target].title)
        yield addresses.target(target), title, [e for e in exercises if target in e.targets]
    for level in lists.used_levels(guide):
        title = say("lists.level", name=say(f"level.{level.value}"))
        yield addresses.level(level.value), title, [e for e in exercises if e.level is level]
    for thing in lists.used_equipment(guide):
        title = say("lists.equipment", name=guide.equipment[thing].title.lower())
        found = [each for each in exercises if thing in lists.equipment_of(each)]
        yield addresses.equipment(thing), title, found


def plan_files(guide: Guide) -> Iterator[tuple[str, str]]:
    """The pictures and other files that a text shows or links to: their address and their name
    in `content/`. Whatever else lies there is nobody's business."""
    named = {reference.target for _, reference in guide.references}
    for name in sorted(named & guide.files):
        yield addresses.of_file(name), name
