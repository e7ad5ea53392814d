"""Quick Markdown gives the same as Markdown, byte for byte, whatever it's given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from xml.etree.ElementTree import Element, SubElement

import pytest
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.legacy_em import LegacyEmExtension
from markdown.extensions.nl2br import Nl2BrExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import SimpleTextInlineProcessor

from supple.domain.problem import Place
from supple.reading import quick_markdown
from supple.reading.patience import Footnotes, Meter
from supple.reading.prose import ProseReader
from supple.reading.quick_markdown import QuickMarkdown
from supple.rendering import hold_phrases
from tests.reading.odd_markdown import document
from tests.sites import REPOSITORY

PATH = "content/exercises/knee.md"
QUICK_SHARE, LONG_SHARE, AT_ONCE = 300, 20_300, 1_000


@dataclass(frozen=True)
class Both:
    """The same thing made with quick Markdown and with stock Markdown."""

    quick: Callable[[str], object]
    stock: Callable[[str], object]

    def differ(self, text: str) -> bool:
        return _outcome(self.quick, text) != _outcome(self.stock, text)

    def check(self, texts: Iterable[str]) -> None:
        for text in texts:
            if self.differ(text):
                text = self._smallest(text)
                assert _outcome(self.quick, text) == _outcome(self.stock, text), repr(text)

    def _smallest(self, text: str) -> str:
        """As much of a text as they still differ on."""
        size = len(text)
        while size := size // 2:
            for at in range(0, len(text), size):
                less = text[:at] + text[at + size :]
                if self.differ(less):
                    return self._smallest(less)
        return text


def _outcome(make: Callable[[str], object], text: str) -> object:
    """What comes out; a mistake in Markdown itself is one of its outcomes."""
    try:
        return make(text)
    except Exception as error:
        return repr(error)


def _converting(markdown: Markdown) -> Callable[[str], object]:
    def convert(text: str) -> object:
        html = markdown.reset().convert(text)
        return html, dict(markdown.references), markdown.htmlStash.rawHtmlBlocks

    return convert


def _reading(reader: ProseReader) -> Callable[[str], object]:
    """Everything that reading gives: parts, anchors, problems with their places."""

    def read(text: str) -> object:
        first = text.split("\n", 1)[0]
        return (
            reader.body(text, PATH, 4, steps=True),
            reader.inline(first, Place(PATH, 2, 5)),
        )

    return read


def _ours() -> list[Extension]:
    return [
        DefListExtension(),
        Footnotes(Meter()),
        SaneListExtension(),
        TableExtension(),
        TocExtension(marker=""),
    ]


def _pairs() -> dict[str, Both]:
    holds = hold_phrases.words("en")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick_markdown, "TESTED", frozenset())
        stock = ProseReader(holds)
    return {
        "converted": Both(
            _converting(QuickMarkdown(extensions=_ours(), output_format="html")),
            _converting(Markdown(extensions=_ours(), output_format="html")),
        ),
        "read": Both(_reading(ProseReader(holds)), _reading(stock)),
    }


PAIRS = _pairs()


@pytest.mark.parametrize(
    "text",
    [
        *("`a`", "\\*", "a  \nb", "<b>", "<ftp://e.org>", "<a@e.org>", "&copy;", "*a*", "_a_"),
        *("[a](b.md)", "![a](b.png)", "a[^b]\n\n[^b]: c", "a\n: b", "a|b\n-|-\nc|d", "a|\n-\n|c"),
        *("[a]\n\n[a]: b.md", "[c][a]\n\n[a]: b", "![a]\n\n[a]: b", "![c][a]\n\n[a]: b"),
        *("## a &amp; b", "## a &#X26; b", "## a < b\n## a > b", "## a *b*", "## \\# a", "## <b>a"),
        *(
            "a\n===",
            "a\n---",
            "a\n***\nb",
            "a\n___\nb",
            "a\n> b",
            "a\n    b",
            "a\n## b",
            "a\n1. b",
            "a\n- b",
        ),
    ],
)
def test_each_mark_alone(text: str) -> None:
    for both in PAIRS.values():
        both.check([text, f"> {text}", f"1. {text}\n\n    {text}", f"{text}\n\n{text}"])


def test_each_beginning_of_a_line() -> None:
    """Every three characters that may mean something there, as lines of a paragraph."""
    beginnings = ["".join(three) for three in product("_*-=#>:|[1. a", repeat=3)]
    texts = [f"{each}b\n{each}\n\na\n{each}\n{each} b\n\n" for each in beginnings]
    PAIRS["converted"].check("".join(texts[at : at + 12]) for at in range(0, len(texts), 12))


@pytest.mark.parametrize("pair", PAIRS)
def test_texts_that_chance_makes(pair: str) -> None:
    PAIRS[pair].check(document(seed) for seed in range(QUICK_SHARE))


@pytest.mark.long
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("first", range(QUICK_SHARE, LONG_SHARE, AT_ONCE))
def test_many_texts_that_chance_makes(pair: str, first: int) -> None:
    PAIRS[pair].check(document(seed) for seed in range(first, first + AT_ONCE))


@pytest.mark.parametrize("pair", PAIRS)
def test_every_text_of_this_guide(pair: str) -> None:
    files = [*(REPOSITORY / "content").rglob("*.md"), *REPOSITORY.glob("*.md")]
    assert len(files) > 40
    PAIRS[pair].check(path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in files)


class _Remark(BlockProcessor):
    """Takes plain blocks, as a paragraph is."""

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith("Remark")

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "aside").text = blocks.pop(0)


class _Strange(Extension):
    """Parts that quick Markdown knows nothing of."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.parser.blockprocessors.register(_Remark(md.parser), "remark", 12)
        md.inlinePatterns.register(SimpleTextInlineProcessor("(?<=q)(u)"), "queue", 65)


@pytest.mark.parametrize(
    ("extension", "text"),
    [
        (_Strange(), "Remark that a plain block\nis taken, quickly.\n\nThe queue is *plain*."),
        (Nl2BrExtension(), "One line\nand another."),
        (LegacyEmExtension(), "_one_two_ and *three*four*, __five__six__"),
        (TocExtension(permalink=True), "## One\n\n## One"),
        (TocExtension(), "[TOC]\n\n## One\n\n### Two"),
        (TocExtension(marker="", baselevel=2), "# One\n\n## Two"),
    ],
    ids=lambda value: "" if isinstance(value, str) else type(value).__name__,
)
def test_what_is_not_known_is_tried_as_ever(extension: Extension, text: str) -> None:
    quick, stock = (kind(extensions=[extension]) for kind in (QuickMarkdown, Markdown))
    assert quick.convert(text) == stock.convert(text)
    assert stock.convert(text) != Markdown().convert(text)


def test_a_version_that_is_not_known_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_markdown, "TESTED", frozenset())
    markdown, stock = (kind(extensions=_ours()) for kind in (QuickMarkdown, Markdown))
    assert _parts(markdown) == _parts(stock)


def test_the_version_at_hand_is_known() -> None:
    assert _parts(QuickMarkdown(extensions=_ours())) != _parts(Markdown(extensions=_ours()))


def _parts(markdown: Markdown) -> list[type]:
    parts = (
        *(*markdown.preprocessors, *markdown.inlinePatterns, *markdown.treeprocessors),
        *(*markdown.postprocessors, *markdown.parser.blockprocessors, markdown.parser),
    )
    return [type(part) for part in parts]
