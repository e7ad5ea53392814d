"""`supple import`: exercises of a public data set, or a whole guide from its guide.json."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from supple.commands.files import in_the_way, unwritable, write_new, write_whole
from supple.commands.report import Console, Report, counted, number_of, plain
from supple.domain.problem import Place, Problem, has_errors

if TYPE_CHECKING:  # to load it for --help would take too long
    from supple.exchange.free_exercise_db.plan import Plan
    from supple.exchange.yaml_text import Value

HELP = "take in exercises of a data set, or a whole guide"
EXAMPLE = """\
examples:
  supple import free-exercise-db exercises.json --category stretching --into my-guide
  supple import guide guide.json --into new-guide

Each has a help of its own: supple import free-exercise-db --help
"""
EXAMPLE_OF_DATA_SET = """\
examples:
  supple import free-exercise-db exercises.json --category stretching --into my-guide
  supple import free-exercise-db exercises.json --into my-guide --dry-run
  supple import free-exercise-db exercises.json --into my-guide --drafts

The file is dist/exercises.json of https://github.com/yuhonas/free-exercise-db, which is in the
public domain. What it doesn't say is listed below review: in each new file; supple check tells
of every line until you take it out. No file that is there is written over.
"""
EXAMPLE_OF_GUIDE = """\
examples:
  supple import guide guide.json --into new-guide

The file is one that supple export has written. The folder has to be empty, or not there yet.
"""
DATA_SET, GUIDE = "free-exercise-db", "guide"


def add_arguments(parser: ArgumentParser) -> None:
    kinds = parser.add_subparsers(title="what to import", metavar="WHAT", dest="what")
    kinds.required = True
    for name, said, example in (
        (DATA_SET, "exercises of the public data set Free Exercise DB", EXAMPLE_OF_DATA_SET),
        (GUIDE, "a whole guide, from a guide.json of supple export", EXAMPLE_OF_GUIDE),
    ):
        kind = kinds.add_parser(
            name,
            help=said,
            description=f"Import {said}.",
            epilog=example,
            formatter_class=RawDescriptionHelpFormatter,
        )
        kind.add_argument("file", type=Path, metavar="FILE", help="the JSON file to read")
        where = "the guide's folder" if name == DATA_SET else "a folder that is empty or not there"
        kind.add_argument("--into", type=Path, required=True, metavar="GUIDE", help=where)
    data_set = kinds.choices[DATA_SET]
    data_set.add_argument(
        "--category",
        action="append",
        default=[],
        metavar="NAME",
        help="only exercises of this category, such as stretching; may be given several times",
    )
    data_set.add_argument("--drafts", action="store_true", help="hide each, with draft: true")
    data_set.add_argument("--dry-run", action="store_true", help="only say what would be written")


def run(options: Namespace, console: Console) -> Report:
    text = _text(options.file)
    if isinstance(text, Problem):
        return _refused((text,))
    try:
        return (
            _data_set(options, text, console)
            if options.what == DATA_SET
            else _guide(options, text, console)
        )
    except OSError as error:
        return _refused((unwritable(error, options.into),))


def _refused(problems: Iterable[Problem]) -> Report:
    told = tuple(problems)
    return Report(told, f"Nothing was written: {counted(told)}.", failed=True)


def _text(file: Path) -> str | Problem:
    """The text of the file to import."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        message, hint = "the file is no text in UTF-8", "is it the right file?"
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = "there is no such file" if missing else f"it can't be read: {error.strerror}"
        hint = "mind the spelling, and the folder in which you are" if missing else ""
    return Problem(Place(str(file)), "import", message, hint)


def _data_set(options: Namespace, text: str, console: Console) -> Report:
    # here, so that --help need not load them
    from supple.exchange.free_exercise_db.plan import FOLDER, plan_import
    from supple.exchange.free_exercise_db.records import of_categories, read_records
    from supple.reading.folder import read_guide

    records, unfit = read_records(text, str(options.file))
    chosen, unknown = of_categories(records, options.category, str(options.file))
    if has_errors((*unfit, *unknown)):
        return _refused((*unfit, *unknown))
    into: Path = options.into
    guide, wrong = read_guide(
        into, drafts=True, progress=lambda done, of: console.progress("reading", done, of)
    )
    if guide is None or has_errors(wrong):
        errors = (problem for problem in wrong if has_errors([problem]))
        return _refused((*errors, *unfit))
    folder = into / FOLDER
    there = [file.name for file in folder.iterdir()] if folder.is_dir() else []
    plan = plan_import(chosen, guide, there, draft=options.drafts)
    changed = _changed(into, plan.additions)
    if problems := [each for each in changed.values() if isinstance(each, Problem)]:
        return _refused((*unfit, *problems))
    files = {name: data for name, data in changed.items() if isinstance(data, bytes)}
    if not options.dry_run:
        _write(into, plan, files)
    lines = _summary(options, plan, files)
    return Report((*unfit, *plan.problems), "\n".join(lines), failed=False)


def _changed(
    into: Path, additions: Mapping[str, Mapping[str, "Value"]]
) -> dict[str, bytes | Problem]:
    """The vocabularies with what is added to them. Raises OSError."""
    from supple.exchange.additions import with_additions

    files = {name: into / name for name in additions}
    return {
        name: with_additions(file.read_bytes() if file.is_file() else b"", additions[name], name)
        for name, file in files.items()
    }


def _write(into: Path, plan: "Plan", vocabularies: Mapping[str, bytes]) -> None:
    """First the words, then the pages that use them: the guide is right at every moment."""
    there = {name: data for name, data in vocabularies.items() if (into / name).is_file()}
    for name, data in there.items():
        write_whole(into / name, data)
    new = {name: data for name, data in vocabularies.items() if name not in there}
    pages = {name: page.text.encode() for name, page in plan.pages.items()}
    write_new(into, new | pages)


def _summary(options: Namespace, plan: "Plan", vocabularies: Mapping[str, bytes]) -> Iterator[str]:
    into = plain(options.into)
    if options.dry_run:
        for name, page in plan.pages.items():
            yield f"{name}: {number_of(page.to_review, 'thing')} to review"
        for name in vocabularies:
            words = ", ".join(plan.additions[name])
            yield f"{name}: {words} added at the end"
    left = f", {len(plan.problems)} left as they were" if plan.problems else ""
    done = "would be written" if options.dry_run else "written"
    yield f"{into}: {number_of(len(plan.pages), 'exercise')} {done}{left}."
    if plan.pages and not options.dry_run:
        drafts = " --drafts" if options.drafts else ""
        check = f"supple check {quote(into)}{drafts}"
        yield f"{number_of(plan.to_review, 'thing')} to review. To see them: {check}"


def _guide(options: Namespace, text: str, console: Console) -> Report:
    # here, so that --help need not load them
    from supple.exchange.importing import files_of, key_of
    from supple.pipeline import check

    into: Path = options.into
    files, problems = files_of(text, str(options.file))
    taken = in_the_way(into)
    if problems or taken:
        return _refused((*problems, *([taken] if taken else [])))
    with TemporaryDirectory() as aside:  # a guide with errors is not written
        write_new(Path(aside), files)
        found = check(Path(aside), console.progress, drafts=True).problems
    if errors := [problem for problem in found if has_errors([problem])]:
        return _refused(
            replace(each, place=Place(f"{options.file}: {key_of(each.place.path)}"))
            for each in errors
        )
    write_new(into, files)
    written = f"{plain(into)}: {number_of(len(files), 'file')} written, {counted(found)}."
    command = f"supple check {quote(plain(into))} --drafts"
    shown = f"\nTo see what there is: {command}" if found else ""
    return Report((), f"{written}{shown}", failed=False)
