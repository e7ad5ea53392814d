"""How high the parts of a sheet are, in millimetres: each what may not be broken."""

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup

from supple.rendering.paper.contents import Advice, Condition, SheetDay, SheetEntry, SheetPage
from supple.rendering.paper.measures import Measures, heading_height
from supple.rendering.paper.type import MM_PER_POINT, NO_BREAK, Run, Weight, run_lines
from supple.rendering.wording import Wording

IMAGE: Final = 30.0
"""How high a picture within a text may be."""
NARROWEST: Final = 0.01
"""What something takes of a line that has its own place already."""
MANY_STEPS: Final = 9
"""Numbers of two figures need more room."""


def head_height(page: SheetPage, m: Measures, say: Wording) -> float:
    side = m.side + 5 if page.logo else 0
    width = m.width - side - m.names
    need = f"{page.needs.striptags()} " if page.needs else ""
    beside = (
        _lines([(page.routine, 700)], m.routine, width) * heading_height(m.routine)
        + 1.2
        + _lines([(" · ".join(map(plain, page.facts)), 700)], m.facts, width)
        * m.facts
        * 1.15
        * MM_PER_POINT
        + 0.8
        + _text(f"{need}{say('sheet.manner')}", m, width)
    )
    below = 0 if m.names else m.name_lines
    return max(beside, 13 if page.logo else 0, m.name_lines - below) + below + m.head_gap


def stop_height(page: SheetPage, m: Measures, say: Wording) -> float:
    left = right = 0.0
    inner = m.width - m.stop_frame
    narrow, wide = (inner - 3) * 0.45, (inner - 3) * 0.55
    if m.is_large or not (page.stop and page.emergency):
        narrow = wide = inner
    if page.stop:
        heading: list[Run] = [(say("sheet.stop"), 700)]
        if page.has_numbered_stops:
            heading.append((f" {say('sheet.ask_note')}", 400))
        left = _lines(heading, m.stop_heading, narrow) * heading_height(m.stop_heading)
        left += sum(_advice_height(each, m, narrow - _em(1.15, m)) for each in page.stop)
    for card in page.emergency:
        right += _heading(card.heading, m.stop_heading, wide)
        right += _text("; ".join(map(plain, card.signs)), m, wide)
        right += _text(plain(card.note), m, wide)
    return (left + right if m.is_large else max(left, right)) + m.stop_padding


def row_height(entry: SheetEntry, m: Measures, say: Wording) -> float:
    beside, steps = row_sides(entry, m, say)
    return max(beside, steps + move_height(entry.move, m))


def row_sides(entry: SheetEntry, m: Measures, say: Wording) -> tuple[float, float]:
    """Two heights of a row, which is as high as the larger one: that of what stands at the sides,
    and that of what stands below the words on how to come into its position, without these."""
    what, much = _what_height(entry, m), _much_height(entry, m, say)
    how = _how_height(entry, m, say)
    if m.is_large:
        return 0, max(what, much) + m.how_gap + how + m.padding
    return max(what, much) + m.padding, how + m.padding


def move_height(words: str, m: Measures) -> float:
    return _text(words, m, m.how, weight=700, taken=_em(0.9, m)) if words else 0


def _what_height(entry: SheetEntry, m: Measures) -> float:
    indent = m.indent if entry.number else 0
    mode: list[Run] = [(f" {entry.mode}", 400)] if entry.mode else []
    line = heading_height(m.title)
    # Beside its number, from which a first word parts that is too long for a line.
    beside = NARROWEST if entry.number else 0
    height = _lines([(entry.title, 700), *mode], m.title, m.what - indent, beside) * line
    height += max(0, m.disc - line) if entry.number else 0
    if entry.figures:
        height += m.picture_gap + m.picture
        width = m.what / len(entry.figures) - 1
        captions = (_lines([(each.caption, 400)], m.text, width) for each in entry.figures)
        height += max(captions) * m.text * MM_PER_POINT
    return height


def _how_height(entry: SheetEntry, m: Measures, say: Wording) -> float:
    indent = _em(1.75 if len(entry.steps) > MANY_STEPS else 1.15, m)
    height = sum(_text(step, m, m.how - indent) for step in entry.steps)
    height += _text(entry.note, m, m.how, weight=700) + 1 if entry.note else 0
    return height + (0 if entry.is_beside else _care_height(entry, m, m.how, say))


def _much_height(entry: SheetEntry, m: Measures, say: Wording) -> float:
    height = sum(_heading(line, m.dose, m.much) for line in entry.dosage)
    height += _text(entry.holds, m, m.much) if entry.holds else 0
    if entry.feel:
        runs: list[Run] = [
            (say("sheet.feel"), 700),
            (f" {plain(entry.feel)}", _weight(entry.feel)),
        ]
        height += _lines(runs, m.text, m.much) * m.line_height + (2 if m.is_large else 1)
    return height + (_care_height(entry, m, m.much, say) if entry.is_beside else 0)


def _care_height(entry: SheetEntry, m: Measures, width: float, say: Wording) -> float:
    if not entry.care:
        return 0
    runs: list[Run] = [(say("sheet.care"), 700), (f" {entry.care}", 400)]
    frame = 1 + max(0, (m.text + 1.8) * MM_PER_POINT - m.line_height)
    return _lines(runs, m.text, width, taken=2.45) * m.line_height + frame


def day_title_height(day: SheetDay, m: Measures) -> float:
    if not day.title:
        return 0
    points = 18 if not m.is_large else 26
    runs: list[Run] = [(day.title, 700), (f" {plain(day.time)}", 400)]
    return _lines(runs, points, m.width) * heading_height(points) + 7


def after_height(text: str, m: Measures) -> float:
    if not text:
        return 0
    return _lines([(text, 700)], m.text, m.width, taken=_em(0.9, m)) * m.line_height + 1.4


def ask_height(page: SheetPage, m: Measures, say: Wording, *, stacked: bool) -> float:
    """That of the heading of whom to ask first."""
    if not page.ask:
        return 0
    runs: list[Run] = [(say("sheet.ask"), 700), (f" {say('sheet.ask_note')}", 400)]
    return _lines(runs, m.heading, _ask_width(m, stacked)) * heading_height(m.heading)


def _ask_width(m: Measures, stacked: bool) -> float:
    return m.width if stacked else m.width - m.log - 4


def notes(page: SheetPage, m: Measures) -> Iterator[float]:
    """What the routine asks to mind."""
    for note in page.notes:
        yield _text(note, m, m.width - m.hang, taken=-m.hang) + _space(m)


def condition_height(condition: Condition, m: Measures, *, stacked: bool) -> float:
    width = _ask_width(m, stacked)
    first, *others = condition.advice
    runs: list[Run] = [(f"{condition.title}:", 700), (" ", 400), *_advice(first)]
    height = _lines(runs, m.text, width - m.hang, taken=-m.hang) * m.line_height + _space(m)
    return height + sum(_advice_height(each, m, width - m.hang) for each in others)


def _advice_height(advice: Advice, m: Measures, width: float) -> float:
    return _lines(_advice(advice), m.text, width) * m.line_height


def _advice(advice: Advice) -> list[Run]:
    where = f"({advice.where})" if advice.where else ""
    if advice.is_short:
        where = where.replace(" ", NO_BREAK)
    runs: list[Run] = [(plain(advice.text), _weight(advice.text))]
    return [*runs, (f"{NO_BREAK}{where}", 700)] if where else runs


def log_height(page: SheetPage, m: Measures) -> float:
    """The days to tick, and the heading of the notes."""
    table = page.rows * (m.cell + 0.1) + m.line_height + 0.8
    return 2 * heading_height(m.heading) + table + 2


def closing(page: SheetPage, m: Measures, say: Wording) -> float:
    checked = say("date.checked", date=page.checked.text) if page.checked else ""
    runs: list[Run] = [
        (page.reviewed, 700),
        (f" {checked} {say('site.disclaimer')} {page.sources}", 400),
        (f" {page.url}" if m.has_url else "", 700),
    ]
    return _lines(runs, m.text, m.width) * m.line_height + (1.5 if m.is_large else 0.8)


def _heading(text: str, points: float, width: float) -> float:
    return _lines([(text, 700)], points, width) * heading_height(points)


def _text(
    text: str | Markup, m: Measures, width: float, *, weight: Weight = 400, taken: float = 0
) -> float:
    """The height of a text; of the pictures in it too."""
    images = str(text).count("<img") * IMAGE if isinstance(text, Markup) else 0
    heaviest: Weight = 700 if weight == 700 else _weight(text)
    lines = _lines([(plain(text), heaviest)], m.text, width, taken)
    return lines * m.line_height + images


def _lines(runs: Sequence[Run], points: float, width: float, taken: float = 0) -> int:
    return run_lines(runs, points, width, taken)


def _weight(text: str | Markup) -> Weight:
    return 700 if isinstance(text, Markup) and ("<strong" in text or "<b" in text) else 400


def plain(text: str | Markup) -> str:
    return text.striptags() if isinstance(text, Markup) else text


def _space(m: Measures) -> float:
    return 0.4 if m.is_large else 0.2


def _em(ems: float, m: Measures) -> float:
    return ems * m.text * MM_PER_POINT
