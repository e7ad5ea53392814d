"""The golden figures: a few whose every byte is kept. `make figures` writes them."""

from pathlib import Path

from supple.drawing.figure import draw
from tests.drawing.library import REGIONS, ROOT, poses

FOLDER = ROOT / "tests" / "golden" / "figures"
NAMES = ("single-knee-to-chest", "seated-side-bend", "thread-the-needle", "bed-edge-hip-stretch")


def goldens() -> dict[Path, str]:
    """The golden files as the code makes them."""
    known = poses()
    texts = {}
    for name in NAMES:
        drawing = draw(known[name], REGIONS).drawing
        box = " ".join(map(str, drawing.box))
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawing.marks}</svg>\n'
        texts[FOLDER / f"{name}.svg"] = svg
    return texts
