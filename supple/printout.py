"""One PDF of just what somebody asks for, without building a site."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from supple.domain.guide import Guide
from supple.domain.paper import CardForm, Form
from supple.domain.problem import Problem, did_you_mean, has_errors
from supple.domain.progress import Progress, silent
from supple.domain.routine import Routine
from supple.lettering import lost_letters
from supple.preparing import Prepared, manuscripts, prepare
from supple.printing import press
from supple.printing.manuscript import bound
from supple.printing.typesetting import NoPressError
from supple.publishing.refusals import REASONS, unreadable
from supple.rendering import addresses
from supple.rendering.paper.plan import Print, cards, sheet
from supple.rendering.views.cards import library

PROBLEMS = "Nothing was printed: the guide has errors."


@dataclass(frozen=True, slots=True)
class Printout:
    """What came of it: what is wrong in the guide, and a sentence that says how it went. `misused`:
    what was asked for can't be had of this guide."""

    problems: tuple[Problem, ...]
    sentence: str
    failed: bool = True
    misused: bool = False


class _RefusedError(Exception):
    """What was asked for can't be had. Its text says why, and what to ask for instead."""


def print_routines(
    folder: Path,
    names: Sequence[str],
    form: Form | CardForm,
    day: int,
    output: Path | None,
    progress: Progress = silent,
) -> Printout:
    """The sheets or cards of the routines of these names, one after the other in one PDF; of cards,
    "all" is the whole library. `day`: of a
    week's routines just that day, from 1; 0: all. Without an `output` its name is that of the
    first, in the current folder."""
    if output and output.suffix.lower() != ".pdf" and (output.is_file() or not output.exists()):
        return Printout((), f"{output} would be a PDF: let its name end in .pdf.", misused=True)
    try:
        prepared = prepare(folder, {}, progress)
        if isinstance(prepared, tuple):
            return Printout(prepared, PROBLEMS)
        if has_errors(prepared.problems):
            return Printout(prepared.problems, PROBLEMS)
        routines = [
            library(prepared.guide, prepared.say)
            if isinstance(form, CardForm) and name == addresses.ALL
            else _routine(prepared.guide, name, day)
            for name in names
        ]
        prints = [
            cards(routine, form, day) if isinstance(form, CardForm) else sheet(routine, day, form)
            for routine in routines
        ]
        title = ", ".join(each.title for each in routines)
        done, lost = _printed(prepared, prints, title)
    except OSError as error:
        return Printout((unreadable(error, folder),), PROBLEMS)
    except _RefusedError as refused:
        return Printout((), str(refused), misused=True)
    except NoPressError:
        return Printout((), f"Nothing can be printed yet. To change that: {press.how_to_get_it()}")
    if not isinstance(done, bytes):
        return Printout(done, "Nothing was printed.")
    return replace(_written(done, output or Path(Path(prints[0].address).name)), problems=lost)


def _routine(guide: Guide, name: str, day: int) -> Routine:
    """By its name, or by its file in the guide."""
    slug = Path(name).stem if name.endswith(".md") else name
    routine = guide.routines.get(slug)
    if routine is None and name == addresses.ALL:
        raise _RefusedError("all is for cards: add --layout cards.")
    if routine is None:
        there = f"there are {', '.join(guide.routines)}" if guide.routines else "there is none"
        hint = did_you_mean(slug, guide.routines) or f"{there}."
        raise _RefusedError(f"There is no routine {name}: {hint}")
    if day and not routine.is_week:
        raise _RefusedError(f"{slug} has no days: leave out --day.")
    if day > len(routine.days):
        raise _RefusedError(f"{slug} has {len(routine.days)} days: there is no day {day}.")
    return routine


def _printed(
    prepared: Prepared, prints: Sequence[Print], title: str
) -> tuple[bytes | tuple[Problem, ...], tuple[Problem, ...]]:
    """The PDF, or why there is none; and which letters it lacks."""
    made, problems = manuscripts(prepared, prints, prepared.files())
    if problems:
        return problems, ()
    whole = bound([made[each.address] for each in prints], title)
    [(_, done)] = press.printed({whole.address: whole})
    if isinstance(done, bytes):
        return done, lost_letters(prepared, made)
    return (done,), ()


def _written(pdf: bytes, output: Path) -> Printout:
    try:
        output.write_bytes(pdf)
    except OSError as error:
        if not output.parent.is_dir():
            return Printout((), f"{output} can't be written: there is no folder {output.parent}.")
        why = REASONS.get(error.errno or 0, error.strerror or str(error))
        return Printout((), f"{output} can't be written: {why}.")
    return Printout((), f"{output}: {_size(pdf)}.", failed=False)


def _size(pdf: bytes) -> str:
    return f"{round(len(pdf) / 1000)} kB"
