"""The sentence: read the guide and its problems, check it, plan its pages, render them,
publish them, and say what was done."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from supple import starter
from supple.checking.finding import subject_of
from supple.checking.guide import check_guide
from supple.checking.reading_age import ReadingAges, reading_ages
from supple.checking.registry import check_rules
from supple.domain.guide import Guide
from supple.domain.problem import Place, Problem, has_errors, in_order
from supple.domain.progress import Progress, silent
from supple.drawing.gallery import Kept as Drawings
from supple.drawing.gallery import gallery
from supple.picturing.png import LEFT_OUT, library, png
from supple.publishing.file import File
from supple.publishing.keeping import kept_or_made
from supple.publishing.obstacles import unfit_output
from supple.publishing.output import Tally, publish
from supple.publishing.refusals import is_of_sources, unreadable, unwritable
from supple.reading.files import folded
from supple.reading.folder import read_guide
from supple.rendering import addresses, hold_phrases, wording
from supple.rendering.feeds import plan_feeds
from supple.rendering.look import dressed
from supple.rendering.plan import PagePlan, plan_files, plan_pages
from supple.rendering.posters import plan_posters
from supple.rendering.search import search_script
from supple.rendering.static import with_hashes
from supple.rendering.svg import plan_figures
from supple.rendering.theme import Compiled, render_pages

ICON = "icon.svg"
ICONS_OF_DOTS = ("icon.png", "touch-icon.png")

LONGEST = 255
"""The bytes that a file's name may have on any usual disk."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. Without a tally nothing was written. `left_out` says in a sentence what
    the site lacks, though nothing is wrong with the guide. `reading_ages` are those of its pages,
    if they were asked for and there is a guide."""

    problems: tuple[Problem, ...]
    tally: Tally | None = None
    left_out: str = ""
    reading_ages: ReadingAges | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What one build leaves for the next in the same process: compiled templates and drawings.
    It changes no result, only how long that takes."""

    compiled: Compiled = field(default_factory=Compiled)
    drawings: Drawings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Aspect:
    """How a guide is looked at. A build leaves out the rules that take long or need a clock: the
    same files always come to the same."""

    building: bool = True
    today: date | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """A guide, if there is one, what is wrong in it, and if nothing is, its whole site but for
    the HTML of its pages and the dots of its posters."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    pages: tuple[PagePlan, ...] = ()
    files: tuple[File, ...] = ()
    posters: Mapping[str, str] = field(default_factory=dict)
    left_out: str = ""


def check(
    folder: Path,
    progress: Progress = silent,
    *,
    drafts: bool = False,
    today: date | None = None,
    reading: bool = False,
) -> Outcome:
    """Everything wrong in a guide. `drafts`: in pages that are not finished, too. `today`: the
    day against which dates are judged, if they are. `reading`: tell the pages' reading ages."""
    aspect = _Aspect(building=False, today=today)
    plan = _plan_or_why_not(folder, progress, {}, aspect, drafts=drafts)
    ages = reading_ages(subject_of(plan.guide)) if reading and plan.guide else None
    return Outcome(plan.problems, reading_ages=ages)


def build(
    folder: Path,
    output: Path,
    *,
    strict: bool = False,
    clean: bool = False,
    drafts: bool = False,
    kept: Kept | None = None,
    progress: Progress = silent,
    waiting: Callable[[], None] = lambda: None,
) -> Outcome:
    """Build a guide's site. Errors, and warnings if `strict`, leave the old site as it is.
    `drafts`: pages that are not finished are built too. `kept`: what whoever builds again and
    again keeps of one build for the next. `waiting` is called if another build is writing there."""
    kept = kept or Kept()
    plan = _plan_or_why_not(folder, progress, kept.drawings, _Aspect(), drafts=drafts)
    unfit = unfit_output(folder, output) if plan.guide else None
    problems = in_order((*plan.problems, unfit)) if unfit else plan.problems
    if plan.guide is None or has_errors(problems, strict=strict):
        return Outcome(problems)
    say = wording.load(plan.guide.settings.language)
    pages, problems_of_templates = _render(plan.pages, folder, say, kept.compiled, progress)
    if problems_of_templates:
        return Outcome(in_order((*problems, *problems_of_templates)))
    posters = kept_or_made(
        folder, plan.posters, library(), png, lambda done, of: progress("picturing", done, of)
    )
    files = [*plan.files, *(File(*each) for each in posters.items()), *pages]
    try:
        done = publish(
            files,
            folder,
            output,
            clean=clean,
            progress=lambda done, of: progress("writing", done, of),
            waiting=waiting,
        )
    except OSError as error:
        sources = is_of_sources(error, folder)
        done = unreadable(error, folder) if sources else unwritable(error, output)
    if isinstance(done, Problem):
        return Outcome((*problems, done))
    return Outcome(problems, done, plan.left_out)


def _plan_or_why_not(
    folder: Path, progress: Progress, drawings: Drawings, aspect: _Aspect, *, drafts: bool = False
) -> _Plan:
    try:
        return _plan(folder, progress, drawings, aspect, drafts=drafts)
    except OSError as error:
        return _Plan(None, (unreadable(error, folder),))


def _plan(
    folder: Path, progress: Progress, drawings: Drawings, aspect: _Aspect, *, drafts: bool = False
) -> _Plan:
    """Read and check a guide and, if nothing is wrong in its files, plan its site."""
    guide, problems = read_guide(
        folder,
        drafts=drafts,
        hold_words=hold_phrases.words,
        progress=lambda done, of: progress("reading", done, of),
    )
    if guide is None:
        return _Plan(None, in_order(problems))
    figures, shortfalls = gallery(guide, drawings)
    look = dressed(_static_files(folder), guide)
    checked = check_guide(guide, wording.languages())
    wrong = (*problems, *checked, *shortfalls, *look.problems)
    problems = in_order((*wrong, *_against_rules(guide, aspect, wrong)))
    if has_errors(problems):
        return _Plan(guide, problems)
    say = wording.load(guide.settings.language)
    static = with_hashes(look.files)
    names = {name: file.address for name, file in static.items()}
    posters = {each.address: each.svg for each in plan_posters(guide, figures, look.figure_styles)}
    left_out = LEFT_OUT if posters and not library() else ""
    if left_out:
        posters = {}
    pages = tuple(plan_pages(guide, say, names, figures, frozenset(posters), look.tokens))
    first = [File(each.address, each.content) for each in static.values()]
    drawn = [File(*each) for each in plan_figures(guide, say, figures, look.figure_styles)]
    search = File(addresses.SEARCH, search_script(guide, say).encode("utf-8"))
    found = [page.address for page in pages if page.head and not page.head.is_private]
    feeds = [File(*each) for each in plan_feeds(guide, say, found)]
    files = (*first, *drawn, search, *feeds, *_content_files(guide, folder))
    planned = [*(file.address for file in files), *(page.address for page in pages), *posters]
    problems = in_order((*problems, *_clashes(planned, guide), *_too_long(planned, guide)))
    return _Plan(guide, problems, pages, files, posters, left_out)


def _against_rules(guide: Guide, aspect: _Aspect, wrong: Sequence[Problem]) -> Iterator[Problem]:
    """What the rules of the subject are against, where so much else is wrong."""
    building = aspect.building
    subject = subject_of(guide, aspect.today, building=building, has_errors=has_errors(wrong))
    return check_rules(subject, building=building)


def _render(
    plans: Sequence[PagePlan],
    folder: Path,
    say: wording.Wording,
    compiled: Compiled,
    progress: Progress,
) -> tuple[list[File], tuple[Problem, ...]]:
    pages, problems = render_pages(
        plans,
        [folder / "templates", starter.templates()],
        say,
        compiled,
        progress=lambda done, of: progress("rendering", done, of),
    )
    return [File(address, data) for address, data in pages], problems


def _clashes(planned: Iterable[str], guide: Guide) -> Iterator[Problem]:
    """Addresses that two files would have, on computers too that don't tell capitals apart."""
    alike: dict[str, list[str]] = defaultdict(list)
    for address in planned:
        alike[folded(address)].append(address)
    owners = dict(_owners(guide))
    for clashing in alike.values():
        if len(clashing) > 1:
            known = [owners[address] for address in clashing if address in owners]
            place = Place(known[-1] if known else clashing[-1])
            first, second = clashing[:2]
            what = first if first == second else f"{first} and {second}"
            hint = "rename one: a page, a word of a vocabulary, or a file beside the text"
            yield Problem(place, "address", f"two things have one address: {what}", hint)


def _too_long(planned: Iterable[str], guide: Guide) -> Iterator[Problem]:
    """Addresses that no disk takes."""
    places = {**{address: Place(path) for address, path in _owners(guide)}, **dict(_names(guide))}
    for address in planned:
        length = max(len(os.fsencode(part)) for part in address.split("/"))
        if length > LONGEST:
            message = f"the name is too long: its address would have {length} bytes of {LONGEST}"
            letters = "1 letter" if length == LONGEST + 1 else f"{length - LONGEST} letters"
            hint = f"write one that is shorter by {letters} or more"
            yield Problem(places.get(address, Place(address)), "address", message, hint)


def _names(guide: Guide) -> Iterator[tuple[str, Place]]:
    """Where the address of each page is written: a file's own name, or an alias."""
    for pages, address_of in (
        (guide.exercises, addresses.exercise),
        (guide.routines, addresses.routine),
        (guide.routines, addresses.sheet),
        (guide.pages, addresses.page),
    ):
        for slug, page in pages.items():
            yield address_of(slug), Place(page.origin.path)
            for number, alias in enumerate(page.aliases):
                yield address_of(alias), page.origin.at("aliases", number)


def _owners(guide: Guide) -> Iterator[tuple[str, str]]:
    """The guide's own files by the addresses that they are the reason of, the likeliest last."""
    for name, term in guide.targets.items():
        yield addresses.target(name), term.origin.path
    for name, thing in guide.equipment.items():
        yield addresses.equipment(name), thing.origin.path
    for address, name in plan_files(guide):
        yield address, f"content/{name}"


def _static_files(folder: Path) -> dict[str, bytes]:
    """Supple's static files by name, each replaced by the guide's own of the same name."""
    found: dict[str, Path] = {}
    for home in (starter.static(), folder / "static"):
        for file in home.rglob("*"):
            name = file.relative_to(home).as_posix()
            if file.is_file() and not any(part.startswith(".") for part in name.split("/")):
                found[name] = file
    if found[ICON].is_relative_to(folder):  # Supple's others would be another guide's
        for name in ICONS_OF_DOTS:
            if not found[name].is_relative_to(folder):
                del found[name]
    return {name: found[name].read_bytes() for name in sorted(found)}


def _content_files(guide: Guide, folder: Path) -> Iterator[File]:
    """Pictures and other files that lie beside the text."""
    for address, name in plan_files(guide):
        yield File(address, folder / "content" / name)
