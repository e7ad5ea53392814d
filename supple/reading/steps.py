"""The steps: the items of a body's first ordered list, which stand on paper too."""

import re
from xml.etree.ElementTree import Element

from supple.reading.found import MARK, Found

_STEPS = f'<ol class="{MARK}">'
_STEP = f'<li class="{MARK}">'
_STEPS_END = f"{MARK}end"


def mark_steps(root: Element, found: Found) -> None:
    """Marks the first ordered list of a body, and notes what can't stand in steps."""
    if lists := root.findall("ol"):
        _mark(lists[0])
        _check(lists, found)


def steps_of(root: Element) -> list[Element]:
    """The items of the first ordered list; none where a body has no such list."""
    first = root.find("ol")
    return [] if first is None else first.findall("li")


def split_steps(converted: str) -> tuple[str, list[str], str]:
    """HTML before the marked steps, each step, and HTML after them."""
    before, mark, rest = converted.partition(_STEPS)
    if not mark:
        return converted, [], ""
    steps, _, after = rest.partition(_STEPS_END)
    items = steps.rstrip().removesuffix("</ol>").split(_STEP)[1:]
    return before, [item.strip().removesuffix("</li>").strip() for item in items], after


def _mark(steps: Element) -> None:
    steps.attrib = {"class": MARK}
    steps.tail = _STEPS_END + (steps.tail or "")
    for item in steps.findall("li"):
        item.set("class", MARK)


def _check(lists: list[Element], found: Found) -> None:
    """Steps stand on paper too, several exercises' together, and have to be whole there."""
    for element in lists[0].iter():
        if name := element.get("id"):
            note = re.match(r"fnref\d*:(.+)", name)
            words = f"[^{note[1]}]" if note else "".join(element.itertext())
            what = "a footnote" if note else "a heading"
            place = found.place_of_text(words)
            found.report(place, "steps", f"{what} in a step", "write it below the steps")
    following = str(len(lists[0]) + 1)
    if any(other.get("start") == following for other in lists[1:]):
        place = found.place_of_item(len(lists[0]) + 1)
        message = f"the steps have ended above: {following}. begins another list"
        hint = "begin what stands between two steps with four spaces"
        found.report(place, "steps", message, hint)
