"""The sentence: read the guide and its problems, check it, plan its pages, render them,
publish them, and say what was done."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from supple import starter
from supple.checking.guide import check_guide
from supple.domain.guide import Guide
from supple.domain.problem import Place, Problem, has_errors, in_order
from supple.domain.progress import Progress, silent
from supple.publishing.output import File, Tally, publish, strangers, unfit_output
from supple.reading.folder import read_guide
from supple.rendering import wording
from supple.rendering.plan import plan_files, plan_pages
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
    progress: Progress = silent,
) -> Outcome:
    """Build a guide's site. Errors, and warnings if `strict`, leave the old site as it is."""
    guide, problems = _read_and_check(folder, progress)
    unfit = unfit_output(folder, output) if guide else None
    problems = in_order((*problems, unfit)) if unfit else problems
    if guide is None or has_errors(problems, strict=strict):
        return Outcome(problems)
    pages, problems_of_templates = _render(guide, folder, progress)
    if problems_of_templates:
        return Outcome(in_order((*problems, *problems_of_templates)))
    files = [*_static_files(folder), *_content_files(guide, folder), *pages]
    if clashes := [*_clashes(files)]:
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
    except OSError as error:
        place = Place(str(error.filename or output))
        hint = "check that the folder may be written to and that the disk is not full"
        message = f"the site can't be written: {error.strerror or error}"
        return Outcome((*problems, Problem(place, "output", message, hint)))
    return Outcome(problems, tally)


def _read_and_check(folder: Path, progress: Progress) -> tuple[Guide | None, tuple[Problem, ...]]:
    guide, problems = read_guide(folder, progress=lambda done, of: progress("reading", done, of))
    return guide, in_order((*problems, *(check_guide(guide) if guide else ())))


def _render(
    guide: Guide, folder: Path, progress: Progress
) -> tuple[list[File], tuple[Problem, ...]]:
    say = wording.load(guide.settings.language)
    plans = list(plan_pages(guide, say))
    pages, problems = render_pages(
        plans,
        [folder / "templates", starter.templates()],
        say,
        progress=lambda done, of: progress("rendering", done, of),
    )
    return [File(address, data) for address, data in pages], problems


def _clashes(files: Sequence[File]) -> Iterator[Problem]:
    """Addresses that two files would have."""
    count = Counter(file.address for file in files)
    for address in (address for address, number in count.items() if number > 1):
        hint = "rename one: a page, a word of a vocabulary, or a file beside the text"
        yield Problem(Place(address), "address", "two things have this address", hint)


def _static_files(folder: Path) -> Iterator[File]:
    """Supple's static files, each replaced by the guide's own of the same name."""
    found: dict[str, Path] = {}
    for home in (starter.static(), folder / "static"):
        for file in sorted(home.rglob("*")):
            name = file.relative_to(home).as_posix()
            if file.is_file() and not any(part.startswith(".") for part in name.split("/")):
                found[f"static/{name}"] = file
    yield from (File(address, found[address]) for address in sorted(found))


def _content_files(guide: Guide, folder: Path) -> Iterator[File]:
    """Pictures and other files that lie beside the text."""
    for address, name in plan_files(guide):
        yield File(address, folder / "content" / name)
