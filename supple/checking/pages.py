"""Rules about pages as a whole: titles, pictures, dates, and whether anybody comes by."""

from collections.abc import Iterator
from datetime import date

from supple.checking.finding import Finding, Subject
from supple.domain.guide import SAFETY, AnyPage, Page
from supple.domain.prose import Picture
from supple.domain.routine import ExerciseEntry
from supple.domain.rules import Rule


def check_titles(subject: Subject) -> Iterator[Finding]:
    """Pages that have another's title: in lists and searches nobody can tell them apart."""
    taken: dict[str, AnyPage] = {}
    for page in subject.guide.every_page:
        first = taken.setdefault(page.title.casefold(), page)
        if first is not page:
            message = f"title: {page.title} is the title of {first.path} too"
            hint = "give one of the two another title"
            yield Finding(page, page.origin.at("title"), message, hint)


def check_pictures(page: AnyPage, _: Subject) -> Iterator[Finding]:
    """Pictures that say nothing to whoever can't see them."""
    for reference in page.references:
        if isinstance(reference, Picture) and not reference.alt.strip():
            message = f"{reference.target} has no words for whoever can't see it"
            hint = "write what it shows in the brackets: ![A bent knee](knee.png)"
            yield Finding(page, reference.place, message, hint)


def check_other_pictures(subject: Subject) -> Iterator[Finding]:
    """The same on pages that are no exercises'."""
    for routine in subject.guide.routines.values():
        yield from check_pictures(routine, subject)
    for page in subject.guide.pages.values():
        yield from check_pictures(page, subject)


def check_orphans(subject: Subject) -> Iterator[Finding]:
    """Exercises that are in no routine, and to which no other page leads."""
    guide = subject.guide
    if not guide.routines:
        return
    entries = (
        entry
        for routine in guide.routines.values()
        for day in routine.days
        for entry in day.entries
    )
    used = {entry.exercise for entry in entries if isinstance(entry, ExerciseEntry)}
    linked = {lead.target for name, lead in guide.leads if name != lead.target}
    for exercise in guide.exercises.values():
        if exercise.slug not in used and f"exercises/{exercise.slug}.md" not in linked:
            message = "the exercise is in no routine, and no page leads to it"
            hint = "put it into a routine, or link to it where it helps"
            yield Finding(exercise, exercise.origin.at("title"), message, hint)


def check_dates(subject: Subject) -> Iterator[Finding]:
    """Exercises, routines and the safety page that nobody has checked, or not for long; and any
    other page whose date says so."""
    if subject.today is None:
        return
    months = subject.limit(Rule.CHECK_DATE)
    hint = "check the page anew, then write the day: checked: " + subject.today.isoformat()
    for page in subject.guide.every_page:
        place = page.origin.at("checked" if page.checked else "title")
        if page.checked is None:
            if not isinstance(page, Page) or page.slug == SAFETY:
                yield Finding(page, place, "checked: nobody says when this was last checked", hint)
        elif page.checked > subject.today:
            yield Finding(page, place, f"checked: {page.checked} is still to come", hint)
        elif _months(page.checked, subject.today) >= months:
            message = f"checked: {page.checked} is more than {_length(months)} ago"
            yield Finding(page, place, message, hint)


def _months(since: date, until: date) -> int:
    """Whole months between two days."""
    whole = (until.year - since.year) * 12 + until.month - since.month
    return whole - (until.day < since.day)


def _length(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years} years" if years > 1 and not rest else f"{months} months"
