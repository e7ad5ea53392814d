"""The sentence: read the guide and its problems, check it, plan its pages, render them,
publish them, and say what was done."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from supple import starter
from supple.checking.guide import check_guide
from supple.domain.guide import Guide
from supple.domain.problem import Place, Problem, has_errors, in_order
from supple.domain.progress import Progress, silent
from supple.publishing.output import BusyError, File, Tally, publish, strangers, unfit_output
from supple.reading.files import folded
from supple.reading.folder import read_guide
from supple.rendering import addresses, wording
from supple.rendering.plan import plan_files, plan_pages
from supple.rendering.static import StaticFile, with_hashes
from supple.rendering.theme import render_pages


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. Without a tally nothing was written."""

    problems: tuple[Problem, ...]
    tally: Tally | None = None


def check(folder: Path, progress: Progress = silent) -> Outcome:
    """Everything wrong in a guide."""
    _, problems = _read_and_check(folder, progress)
    return Outcome(problems)


def build(
    folder: Path,
    output: Path,
    *,
    strict: bool = False,
    clean: bool = False,
    drafts: bool = False,
    progress: Progress = silent,
) -> Outcome:
    """Build a guide's site. Errors, and warnings if `strict`, leave the old site as it is.
    `drafts`: pages that are not finished are built too."""
    guide, problems = _read_and_check(folder, progress, drafts=drafts)
    unfit = unfit_output(folder, output) if guide else None
    problems = in_order((*problems, unfit)) if unfit else problems
    if guide is None or has_errors(problems, strict=strict):
        return Outcome(problems)
    static = with_hashes(_static_files(folder))
    pages, problems_of_templates = _render(guide, folder, static, progress)
    if problems_of_templates:
        return Outcome(in_order((*problems, *problems_of_templates)))
    first = [File(each.address, each.content) for each in static.values()]
    files = [*first, *_content_files(guide, folder), *pages]
    if clashes := [*_clashes(files, guide)]:
        return Outcome(in_order((*problems, *clashes)))
    if stranger := strangers(files, folder, output):
        return Outcome(in_order((*problems, stranger)))
    try:
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
        place = Place(str(error.filename or output))
        hint = "check that the folder may be written to and that the disk is not full"
        message = f"the site can't be written: {error.strerror or error}"
        return Outcome((*problems, Problem(place, "output", message, hint)))
    return Outcome(problems, tally)


def _read_and_check(
    folder: Path, progress: Progress, *, drafts: bool = False
) -> tuple[Guide | None, tuple[Problem, ...]]:
    guide, problems = read_guide(
        folder, drafts=drafts, progress=lambda done, of: progress("reading", done, of)
    )
    return guide, in_order((*problems, *(check_guide(guide) if guide else ())))


def _render(
    guide: Guide, folder: Path, static: Mapping[str, StaticFile], progress: Progress
) -> tuple[list[File], tuple[Problem, ...]]:
    say = wording.load(guide.settings.language)
    names = {name: file.address for name, file in static.items()}
    plans = list(plan_pages(guide, say, names))
    pages, problems = render_pages(
        plans,
        [folder / "templates", starter.templates()],
        say,
        progress=lambda done, of: progress("rendering", done, of),
    )
    return [File(address, data) for address, data in pages], problems


def _clashes(files: Sequence[File], guide: Guide) -> Iterator[Problem]:
    """Addresses that two files would have, on computers too that don't tell capitals apart."""
    alike: dict[str, list[str]] = defaultdict(list)
    for file in files:
        alike[folded(file.address)].append(file.address)
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
