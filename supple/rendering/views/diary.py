"""The diary's page, which the browser fills: what somebody has done on which day."""

from dataclasses import dataclass

from markupsafe import Markup

from supple.domain.guide import Guide
from supple.rendering.views.desk import Desk, as_json


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """`words` are what its script says, as JSON."""

    title: str
    summary: str
    words: Markup


def has_diary(guide: Guide) -> bool:
    """Whether there is a timer, which fills it."""
    return bool(guide.exercises or guide.routines)


def diary_page(desk: Desk) -> DiaryPage:
    words = script_words(desk, "diary")
    return DiaryPage(desk.say("diary.title"), desk.say("diary.summary"), words)


def script_words(desk: Desk, section: str) -> Markup:
    """The words of a section and those for lengths of time, as JSON."""
    times = {name: desk.say(f"timer.{name}") for name in ("minutes", "seconds")}
    return as_json({**desk.say.section(section), **times})
