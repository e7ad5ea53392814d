"""The sentence: read the guide and its problems, check it, plan its pages, render them,
publish them, and say what was done."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from shutil import rmtree

from supple.addressing import unfit_addresses
from supple.checking.finding import subject_of
from supple.checking.reading_age import ReadingAges, reading_ages
from supple.domain.problem import Problem, has_errors, in_order
from supple.domain.progress import Progress, silent
from supple.drawing.gallery import Kept as Drawings
from supple.lettering import lost_letters
from supple.making import Edition, Renewal, TemplatesError
from supple.picturing import png
from supple.preparing import Aspect, Prepared, manuscripts, prepare
from supple.printing import press
from supple.printing.typesetting import NoPressError
from supple.processes import cores
from supple.publishing import compression
from supple.publishing.compression import put_with_compressed
from supple.publishing.file import File
from supple.publishing.keeping import PICTURES, PRINTS, READ, TEMPLATES, kept_or_made
from supple.publishing.ledger import FOLDER
from supple.publishing.obstacles import unfit_output
from supple.publishing.output import More, publish
from supple.publishing.refusals import is_of_sources, unreadable, unwritable
from supple.publishing.tally import Tally
from supple.publishing.traces import made_by
from supple.reading.folder import Keeping
from supple.reading.shelves import AtHand
from supple.rendering import addresses
from supple.rendering.feeds import plan_feeds
from supple.rendering.hosting import plan_headers
from supple.rendering.paper.plan import Print, plan_prints
from supple.rendering.posters import plan_posters
from supple.rendering.search import search_script
from supple.rendering.svg import plan_figures
from supple.rendering.theme import Compiled, render_pages


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. Without a tally nothing was written. `left_out` says in sentences what
    the site lacks, though nothing is wrong with the guide; `unsettled`: what that needs may be
    there the next time, and only trying tells. `reading_ages` are those of its pages,
    if they were asked for and there is a guide; `reasons` why pages were made, by address;
    `edition` is what they were made from."""

    problems: tuple[Problem, ...]
    tally: Tally | None = None
    left_out: tuple[str, ...] = ()
    unsettled: bool = False
    reading_ages: ReadingAges | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    edition: Edition | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one build leaves for the next in the same process: compiled templates, drawings, and
    pages, where there is room for them. It changes no result, only how long that takes."""

    compiled: Compiled = field(default_factory=Compiled)
    drawings: Drawings = field(default_factory=dict)
    pages: AtHand | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What was prepared of a guide, if there is one, what is wrong in it, and if nothing is, its
    whole site but for the HTML of its pages, the dots of its posters and its PDFs."""

    prepared: Prepared | None
    problems: tuple[Problem, ...]
    edition: Edition | None = None
    files: tuple[File, ...] = ()
    posters: Mapping[str, str] = field(default_factory=dict)
    prints: tuple[Print, ...] = ()
    left_out: tuple[str, ...] = ()
    unsettled: bool = False


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
    aspect = Aspect(building=False, today=today)
    plan = _plan_or_why_not(folder, progress, Kept(), aspect, drafts=drafts, jobs=cores())
    ages = reading_ages(subject_of(plan.prepared.guide)) if reading and plan.prepared else None
    return Outcome(plan.problems, reading_ages=ages)


def build(
    folder: Path,
    output: Path,
    *,
    strict: bool = False,
    clean: bool = False,
    drafts: bool = False,
    printing: bool = True,
    compressing: bool = True,
    kept: Kept | None = None,
    jobs: int | None = None,
    progress: Progress = silent,
    waiting: Callable[[], None] = lambda: None,
) -> Outcome:
    """Build a guide's site. Errors, and warnings if `strict`, leave the old site as it is.
    `drafts`: pages that are not finished are built too. `printing`: PDFs are made, if the guide
    wants them and they can be; `compressing`: so is what is compressed. `kept`: what whoever
    builds again and again keeps of one build for the next. `jobs`: the most processes that read
    and make pages; as many as there are cores, if nothing else is said. `waiting` is called if
    another build is writing there."""
    kept, jobs = kept or Kept(Compiled(folder / FOLDER / TEMPLATES)), jobs or cores()
    if clean:  # nor trust what tells that a page hasn't changed
        rmtree(folder / FOLDER / READ, ignore_errors=True)
    plan = _plan_or_why_not(folder, progress, kept, drafts=drafts, printing=printing, jobs=jobs)
    unfit = unfit_output(folder, output) if plan.prepared else None
    problems = in_order((*plan.problems, unfit)) if unfit else plan.problems
    if plan.edition is None or has_errors(problems, strict=strict):
        return Outcome(problems)
    if mistaken := _mistaken_templates(plan, plan.edition):
        return Outcome(in_order((*problems, *mistaken)))
    try:
        pdfs, lost, problems_of_templates = _print(plan, plan.edition, progress)
    except NoPressError:  # pages must not link to what can't be made
        again = partial(build, strict=strict, clean=clean, drafts=drafts, kept=kept, jobs=jobs)
        again = partial(again, compressing=compressing)
        return again(folder, output, printing=False, progress=progress, waiting=waiting)
    if failed := [*problems_of_templates, *_problems(pdfs), *(lost if strict else ())]:
        return Outcome(in_order((*problems, *failed)))
    problems = in_order((*problems, *lost))
    posters = kept_or_made(
        folder,
        PICTURES,
        plan.posters,
        png.library(),
        lambda names: ((name, png.png(plan.posters[name])) for name in names),
        lambda done, of: progress("picturing", done, of),
    )
    files = [*plan.files, *_files(posters), *_files(pdfs)]
    edition = plan.edition.with_these(frozenset(posters), frozenset(pdfs))
    renewal = Renewal(edition, output, jobs, clean, progress)
    more: More = renewal.put
    if compressing and edition.prepared.guide.settings.outputs.compressed:
        more = partial(put_with_compressed, files, more, jobs, progress)
    try:
        done = publish(
            files,
            folder,
            output,
            more=more,
            note=renewal.note,
            clean=clean,
            progress=lambda done, of: progress("writing", done, of),
            waiting=waiting,
        )
    except TemplatesError as error:
        return Outcome(in_order((*problems, *error.args[0])))
    except OSError as error:
        sources = is_of_sources(error, folder)
        done = unreadable(error, folder) if sources else unwritable(error, output)
    if isinstance(done, Problem):
        return Outcome((*problems, done))
    return Outcome(
        problems, done, plan.left_out, plan.unsettled, reasons=renewal.reasons, edition=edition
    )


def _plan_or_why_not(
    folder: Path,
    progress: Progress,
    kept: Kept,
    aspect: Aspect | None = None,
    *,
    drafts: bool = False,
    printing: bool = True,
    jobs: int = 1,
) -> _Plan:
    try:
        keeps = folder / FOLDER / READ if aspect is None else None  # who only looks writes nothing
        keeping = Keeping(keeps, {"Supple, or a library": made_by()}, kept.pages)
        prepared = prepare(
            folder, kept.drawings, progress, aspect, drafts=drafts, jobs=jobs, keeping=keeping
        )
        if isinstance(prepared, tuple):
            return _Plan(None, prepared)
        if has_errors(prepared.problems):
            return _Plan(prepared, prepared.problems)
        return _plan(prepared, kept.compiled, printing=printing)
    except OSError as error:
        return _Plan(None, (unreadable(error, folder),))


def _plan(prepared: Prepared, compiled: Compiled, *, printing: bool) -> _Plan:
    """The site of a guide without errors. Pages name no poster and no PDF that can't be made."""
    guide, say, figures, look = prepared.guide, prepared.say, prepared.figures, prepared.look
    posters = {each.address: each.svg for each in plan_posters(guide, figures, look.figure_styles)}
    prints = tuple(plan_prints(guide))
    left_out, unsettled = [], False
    if posters and not png.library():
        left_out.append(png.LEFT_OUT)
        posters = {}
    if prints and not (printing and press.library()):
        left_out.append(press.left_out())
        unsettled = bool(press.library())  # then it lacks Pango, which leaves no trace here
        prints = ()
    if guide.settings.outputs.compressed and not compression.has_brotli():
        left_out.append(compression.LEFT_OUT)
    pdfs = frozenset(each.address for each in prints)
    edition = Edition(prepared, frozenset(posters), pdfs, compiled)
    pages = edition.pages
    drawn = [File(*each) for each in plan_figures(guide, say, figures, look.figure_styles)]
    search = File(addresses.SEARCH, search_script(guide, say, prepared.findable).encode("utf-8"))
    found = [page.address for page in pages if page.is_found]
    feeds = [File(*each) for each in plan_feeds(guide, say, found)]
    headers = [File(*each) for each in plan_headers(guide)]
    files = (*prepared.files(), *drawn, search, *feeds, *headers)
    planned = [
        *(file.address for file in files),
        *(page.address for page in pages),
        *posters,
        *(each.address for each in prints),
    ]
    unfit = unfit_addresses(planned, guide, prints)
    problems = in_order((*prepared.problems, *unfit))
    return _Plan(prepared, problems, edition, files, posters, prints, tuple(left_out), unsettled)


def _mistaken_templates(plan: _Plan, edition: Edition) -> tuple[Problem, ...]:
    """What is wrong with the pages' templates, as far as one page of each shows it, and if one
    does, as all pages show it: nobody should wait for PDFs to be told."""
    if not plan.prints and not plan.posters:
        return ()
    folders, say = edition.prepared.templates, edition.prepared.say
    one_of_each = tuple({page.template: page for page in reversed(edition.pages)}.values())
    _, problems = render_pages(one_of_each, folders, say, edition.compiled)
    if problems:
        _, problems = render_pages(edition.pages, folders, say, edition.compiled)
    return problems


def _print(
    plan: _Plan, edition: Edition, progress: Progress
) -> tuple[dict[str, bytes | Problem], tuple[Problem, ...], tuple[Problem, ...]]:
    """The PDFs by their addresses: those of earlier builds whose content is the same, and else
    new ones; the letters that they lack; and what is wrong with the templates. Raises NoPressError
    if there is nothing to make them with."""
    if not plan.prints:
        return {}, (), ()
    made_of = edition.prepared
    texts, problems = manuscripts(made_of, plan.prints, plan.files, edition.compiled, progress)
    if problems:
        return {}, (), problems
    made = kept_or_made(
        made_of.folder,
        PRINTS,
        {name: text.fingerprint for name, text in texts.items()},
        press.maker(),
        lambda names: press.printed({name: texts[name] for name in names}),
        lambda done, of: progress("printing", done, of),
    )
    return made, lost_letters(made_of, texts), ()


def _files(made: Mapping[str, bytes | Problem]) -> Iterator[File]:
    for address, content in made.items():
        if isinstance(content, bytes):
            yield File(address, content)


def _problems(made: Mapping[str, bytes | Problem]) -> Iterator[Problem]:
    for each in made.values():
        if isinstance(each, Problem):
            yield each
