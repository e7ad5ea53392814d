"""A first look at an exercise whose text has just changed, long before its whole guide is built
anew: all else is taken as it was. What comes of it isn't kept; the build that follows has the
last word."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from supple.domain.drawing import Figures, every_shown
from supple.domain.exercise import Exercise
from supple.domain.guide import Guide
from supple.domain.pose import Pose
from supple.domain.problem import Problem, has_errors
from supple.drawing.gallery import gallery
from supple.making import Edition
from supple.reading.reader import EXERCISES, Named, reader
from supple.regarding import regards
from supple.rendering import hold_phrases
from supple.rendering.plan import plan_exercise
from supple.rendering.theme import renderer

Glimpse: TypeAlias = tuple[str, bytes]
"""A page's address, and the page."""
Glimpser: TypeAlias = Callable[[str], Glimpse | None]
"""Makes the page of a file, given by its name below `content/`, if it can."""


def glimpser(edition: Edition) -> Glimpser:
    """Makes the pages of exercises as they will be in this edition's guide. Of what can't be told
    so soon it makes none: of what has errors, or links or pictures that it didn't have, or wasn't
    there."""
    made = edition.prepared
    guide, settings = made.guide, made.guide.settings
    holds = hold_phrases.words(settings.language) if settings.inline_timers else None
    without_pages = replace(guide, exercises={}, routines={}, pages={})
    read = reader(made.folder, holds, partial(regards, without_pages, drawing=False))
    render = renderer(made.templates, made.say, edition.compiled)

    def glimpse(file: str) -> Glimpse | None:
        slug = file.removeprefix(f"{EXERCISES}/").removesuffix(".md")
        before = guide.exercises.get(slug)
        if before is None or before.file != file:
            return None
        now = read(Named(EXERCISES, file, slug))
        is_as_finished = now.is_draft == (file in guide.unfinished)
        if not isinstance(now.page, Exercise) or not is_as_finished or has_errors(now.problems):
            return None
        if has_errors(now.regarded.judged.problems) or not now.page.leads <= before.leads:
            return None
        figures = _figures(now.page, before, guide, made.figures)
        if figures is None:
            return None
        whole = replace(guide, exercises={**guide.exercises, slug: now.page})
        plan = plan_exercise(
            now.page, whole, made.say, made.names, figures, edition.posters, edition.pdfs
        )
        page = render(plan)
        return None if isinstance(page, Problem) else (plan.address, page)

    return glimpse


def _figures(now: Exercise, before: Exercise, guide: Guide, drawn: Figures) -> Figures | None:
    """Those of the guide, with the poses of an exercise drawn anew if it has others than before;
    None where they have errors, or it has other pictures."""
    shown, known = [*every_shown(now)], [*every_shown(before)]
    if shown == known:
        return drawn
    if any(not isinstance(each.figure, Pose) and each not in known for each in shown):
        return None
    own, shortfalls = gallery(replace(guide, exercises={now.slug: now}, routines={}, pages={}))
    if has_errors(shortfalls):
        return None
    return replace(
        drawn,
        drawings={**drawn.drawings, **own.drawings},
        movements={**drawn.movements, **own.movements},
    )
