"""Real sheets: the page that each is printed from, and its PDF."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from supple import preparing
from supple.preparing import Prepared, prepare
from supple.printing import press
from supple.printing.manuscript import Manuscript
from supple.rendering.paper.plan import Print, plan_prints


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
    return to_press(prepared, filter(wanted, plan_prints(prepared.guide)))


def to_press(prepared: Prepared, prints: Iterable[Print]) -> Mapping[str, Manuscript]:
    texts, problems = preparing.manuscripts(prepared, prints, prepared.files())
    assert not problems
    return texts


def printed(texts: Mapping[str, Manuscript]) -> Iterator[Sheet]:
    for address, pdf in press.printed(texts):
        assert isinstance(pdf, bytes), pdf
        yield Sheet(address, texts[address].pages[0].decode("utf-8"), pdf)
