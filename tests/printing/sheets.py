"""Real sheets: the page that each is printed from, and its PDF."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from supple.preparing import Prepared, prepare
from supple.printing import press
from supple.printing.manuscript import Manuscript, manuscript
from supple.rendering.paper.plan import Print, pages_to_print, plan_prints
from supple.rendering.theme import render_pages


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page for paper, and what was printed from it."""

    address: str
    html: str
    pdf: bytes


def manuscripts(
    guide: Path, wanted: Callable[[Print], bool] = lambda each: True
) -> Mapping[str, Manuscript]:
    """What goes to press of a guide without errors."""
    prepared = prepare(guide, {})
    assert isinstance(prepared, Prepared)
    prints = [each for each in plan_prints(prepared.guide) if wanted(each)]
    plans = pages_to_print(
        prints,
        prepared.guide,
        prepared.say,
        prepared.names,
        prepared.figures,
        prepared.look.figure_styles,
    )
    pages, problems = render_pages(tuple(plans), prepared.templates, prepared.say)
    assert not problems
    files = {file.address: file.content for file in prepared.files()}
    return {address: manuscript(address, [page], files) for address, page in pages}


def printed(texts: Mapping[str, Manuscript]) -> Iterator[Sheet]:
    for address, pdf in press.printed(texts):
        assert isinstance(pdf, bytes), pdf
        yield Sheet(address, texts[address].pages[0].decode("utf-8"), pdf)
