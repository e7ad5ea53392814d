"""Writes supple/rendering/paper/advances.json from the sheet's font, once the font has changed:

python -m tests.rendering.paper.advances
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

ROOT: Final = Path(__file__).parents[3]
FONTS: Final = ROOT / "static/fonts"
ADVANCES: Final = ROOT / "supple/rendering/paper/advances.json"
USUAL: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("’‘“”–…")
"""Only between these is kerning kept: of the rest are many pairs, and few ever meet."""
EXTENSION: Final = 9
BY_PAIRS: Final = 1


def measured() -> dict[str, dict[str, int]]:
    """By the font's weight the advance width of each letter, and the kerning of pairs."""
    found: dict[str, dict[str, int]] = {}
    for file in sorted(FONTS.glob("sheet-*-latin*.woff2")):
        font = TTFont(file)
        letters = {chr(code): name for code, name in font.getBestCmap().items()}
        widths = {letter: font["hmtx"].metrics[name][0] for letter, name in letters.items()}
        weight = file.name.split("-")[1]
        found[weight] = {**widths, **dict(_kerning(font, letters)), **found.get(weight, {})}
    return {weight: dict(sorted(widths.items())) for weight, widths in found.items()}


def _kerning(font: TTFont, letters: dict[str, str]) -> Iterator[tuple[str, int]]:
    usual = {letter: name for letter, name in letters.items() if letter in USUAL}
    tables = list(_tables(font))
    for first, one in usual.items():
        for second, other in usual.items():
            of_pair = (_of_pair(table, one, other) for table in tables)
            if value := next((value for value in of_pair if value is not None), 0):
                yield first + second, value


def _tables(font: TTFont) -> Iterator[Any]:
    """What pairs of letters are looked up in, in that order."""
    gpos = font["GPOS"].table
    features = (each for each in gpos.FeatureList.FeatureRecord if each.FeatureTag == "kern")
    for index in sorted({index for each in features for index in each.Feature.LookupListIndex}):
        for table in gpos.LookupList.Lookup[index].SubTable:
            yield table.ExtSubTable if table.LookupType == EXTENSION else table


def _of_pair(table: Any, one: str, other: str) -> int | None:
    """What a table says of a pair of glyphs; None where the next one is asked."""
    if one not in table.Coverage.glyphs:
        return None
    if table.Format == BY_PAIRS:
        pairs = table.PairSet[table.Coverage.glyphs.index(one)].PairValueRecord
        value = next((pair.Value1 for pair in pairs if pair.SecondGlyph == other), None)
        return None if value is None else getattr(value, "XAdvance", 0)
    row = table.Class1Record[table.ClassDef1.classDefs.get(one, 0)]
    value = row.Class2Record[table.ClassDef2.classDefs.get(other, 0)].Value1
    return getattr(value, "XAdvance", 0)


def as_text(advances: dict[str, dict[str, int]]) -> str:
    return json.dumps(advances, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    ADVANCES.write_text(as_text(measured()), "utf-8")
