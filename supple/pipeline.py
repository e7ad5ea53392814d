"""The sentence: read the guide and its problems, check it, plan its pages, render them,
publish them, and say what was done."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from supple import starter
from supple.checking.guide import check_guide
from supple.domain.guide import Guide
from supple.domain.problem import Place, Problem, has_errors, in_order
from supple.domain.progress import Progress, silent
from supple.publishing.output import (
    BusyError,
    File,
    Tally,
    publish,
    strangers,
    unfit_output,
    unwritable,
)
from supple.reading.files import folded
from supple.reading.folder import read_guide
from supple.rendering import addresses, wording
from supple.rendering.plan import PagePlan, plan_files, plan_pages
from supple.rendering.static import with_hashes
from supple.rendering.theme import Compiled, render_pages


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. Without a tally nothing was written."""

    problems: tuple[Problem, ...]
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """A guide, if there is one, what is wrong in it, and if nothing is, its whole site but for
    the HTML of its pages."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    pages: tuple[PagePlan, ...] = ()
    files: tuple[File, ...] = ()


def check(folder: Path, progress: Progress = silent) -> Outcome:
    """Everything wrong in a guide."""
    return Outcome(_plan(folder, progress).problems)


def build(
    folder: Path,
    output: Path,
    *,
    strict: bool = False,
    clean: bool = False,
    drafts: bool = False,
    compiled: Compiled | None = None,
    progress: Progress = silent,
) -> Outcome:
    """Build a guide's site. Errors, and warnings if `strict`, leave the old site as it is.
    `drafts`: pages that are not finished are built too. `compiled`: where whoever builds again
    and again keeps the templates."""
    plan = _plan(folder, progress, drafts=drafts)
    unfit = unfit_output(folder, output) if plan.guide else None
    problems = in_order((*plan.problems, unfit)) if unfit else plan.problems
    if plan.guide is None or has_errors(problems, strict=strict):
        return Outcome(problems)
    say = wording.load(plan.guide.settings.language)
    pages, problems_of_templates = _render(plan.pages, folder, say, compiled, progress)
    if problems_of_templates:
        return Outcome(in_order((*problems, *problems_of_templates)))
    files = [*plan.files, *pages]
    try:
        if stranger := strangers(files, folder, output):
            return Outcome(in_order((*problems, stranger)))
        tally = publish(
            files,
            folder,
            output,
            clean=clean,
            progress=lambda done, of: progress("writing", done, of),
        )
    except BusyError:
        hint = "wait until it has ended, then build again"
        message = "another build is writing to this folder"
        return Outcome((*problems, Problem(Place(str(output)), "output", message, hint)))
    except OSError as error:
        return Outcome((*problems, unwritable(error, output)))
    return Outcome(problems, tally)


def _plan(folder: Path, progress: Progress, *, drafts: bool = False) -> _Plan:
    """Read and check a guide and, if nothing is wrong in its files, plan its site."""
    guide, problems = read_guide(
        folder, drafts=drafts, progress=lambda done, of: progress("reading", done, of)
    )
    if guide is None:
        return _Plan(None, in_order(problems))
    problems = in_order((*problems, *check_guide(guide, wording.languages())))
    if has_errors(problems):
        return _Plan(guide, problems)
    static = with_hashes(_static_files(folder))
    names = {name: file.address for name, file in static.items()}
    pages = tuple(plan_pages(guide, wording.load(guide.settings.language), names))
    first = [File(each.address, each.content) for each in static.values()]
    files = (*first, *_content_files(guide, folder))
    planned = [*(file.address for file in files), *(page.address for page in pages)]
    problems = in_order((*problems, *_clashes(planned, guide)))
    return _Plan(guide, problems, pages, files)


def _render(
    plans: Sequence[PagePlan],
    folder: Path,
    say: wording.Wording,
    compiled: Compiled | None,
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
    return {name: found[name].read_bytes() for name in sorted(found)}


def _content_files(guide: Guide, folder: Path) -> Iterator[File]:
    """Pictures and other files that lie beside the text."""
    for address, name in plan_files(guide):
        yield File(address, folder / "content" / name)
