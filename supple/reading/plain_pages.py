"""Home, safety, about and every other page's text into a page."""

from supple.domain.guide import SAFETY, CareCard, Page
from supple.domain.pose import Pose
from supple.domain.problem import Problem
from supple.reading.formats.page import PAGE, CareRecord, PageRecord
from supple.reading.pages import Sheet, read_page_file
from supple.reading.poses import read_pose
from supple.reading.prose import ProseReader


def read_page(
    text: str, path: str, slug: str, prose: ProseReader
) -> tuple[Page | None, bool, list[Problem]]:
    """Home or a page of `content/pages`; whether it is a draft; and its problems."""
    sheet, problems = read_page_file(text, path, PAGE, prose)
    if sheet is None:
        return None, False, problems
    record = sheet.record
    for name in ("care", "stop"):
        if getattr(record, name) and slug != SAFETY:
            message, hint = (
                f"{name}: this goes on the safety page only",
                "write it in content/pages/safety.md",
            )
            problems.append(Problem(sheet.origin.at(name), "value", message, hint))
    page = Page(
        slug=slug,
        origin=sheet.origin,
        title=record.title,
        summary=record.summary,
        body=sheet.body.introduction,
        anchors=sheet.body.anchors,
        checked=record.checked,
        aliases=record.aliases,
        care=tuple(_care(sheet, card, number) for number, card in enumerate(record.care)),
        stop=sheet.lines(record.stop, "stop"),
        figures=_figures(sheet),
        allow=sheet.allow,
        written=sheet.written,
    )
    return page, record.draft, problems


def _figures(sheet: Sheet[PageRecord]) -> dict[str, Pose]:
    """The page's own figures by their names, each in the position that it gives."""
    return {
        name: read_pose(record, sheet, record.base, "figures", name)
        for name, record in (sheet.record.figures or {}).items()
        if record.base
    }


def _care(sheet: Sheet[PageRecord], card: CareRecord, number: int) -> CareCard:
    return CareCard(
        urgency=card.level,
        condition=card.condition,
        signs=sheet.lines(card.signs, "care", number, "signs"),
        note=sheet.inline(card.note, "care", number, "note"),
    )
