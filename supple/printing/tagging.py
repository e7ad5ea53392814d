"""What WeasyPrint's tags lack for somebody who hears a PDF, made good before it is laid out or
written.

`pdf` is a `pydyf.PDF`, whose objects are dictionaries here; a tag's kind is its "S", what it has in
it its "K", what it is in its "P". Neither library has types.
"""

from collections.abc import Iterator
from typing import Any, Final

LISTS: Final = ("ul", "ol")
SVG: Final = "{http://www.w3.org/2000/svg}"


def name_figures(root: Any) -> None:
    """Gives each drawing in a page's tree the name that a browser says of it. WeasyPrint only asks
    for its `title`, which is the name of all that has no other."""
    for drawing in root.iter(f"{SVG}svg"):
        if name := _name(drawing):
            for title in drawing.findall(f"{SVG}title")[:1]:
                title.text = name


def _name(drawing: Any) -> str:
    """What `aria-labelledby` leads to within a drawing, or else what `aria-label` says."""
    own = {each.get("id"): "".join(each.itertext()) for each in drawing.iter()}
    texts = (own.get(each, "") for each in drawing.get("aria-labelledby", "").split())
    words = " ".join(" ".join(texts).split())
    return words or str(drawing.get("aria-label", ""))


def finish(document: Any, pdf: Any) -> None:
    """Change the tags of a document that is about to be written."""
    _scope_headers(pdf)
    _join_items(document, pdf)


def _scope_headers(pdf: Any) -> None:
    """Says of each header of a table that it is its column's, or else its row's. Without that it
    isn't known which cells it speaks of, where they are empty."""
    for cell in _tags(pdf, "TH"):
        row = _object(pdf, cell["P"])
        of_column = _object(pdf, row["P"])["S"] == "/THead"
        cell["A"]["Scope"] = "/Column" if of_column else "/Row"


def _join_items(document: Any, pdf: Any) -> None:
    """Makes one item of a list of each that is set in a line with others: WeasyPrint makes as many
    of it as it has lines. Lists have their tags in the order of their boxes, and so have items."""
    boxes = [box for page in document.pages for box in _lists(page._page_box)]
    tags = list(_tags(pdf, "L"))
    if len(boxes) != len(tags):
        return  # a template of somebody's own, with lists where tags have none
    for box, tag in zip(boxes, tags, strict=True):
        elements = list(_inline_items(box))
        if len(elements) != len(tag["K"]):
            continue  # its items aren't in lines, and each is one
        kept: dict[Any, Any] = {}
        for element, reference in zip(elements, [*tag["K"]], strict=True):
            body = _object(pdf, _object(pdf, reference)["K"][0])
            whole = kept.setdefault(element, body)
            if whole is body:
                continue
            for each in body["K"]:
                _object(pdf, each)["P"] = whole.reference
                whole["K"].append(each)
            tag["K"].remove(reference)


def _lists(box: Any) -> Iterator[Any]:
    """Boxes of lists, each before those within it, as tags are made."""
    if box.element_tag in LISTS and hasattr(box, "children"):
        yield box
    for child in _children(box):
        yield from _lists(child)


def _inline_items(box: Any) -> Iterator[Any]:
    """The element of each item of a list that is set in a line, as often as it has lines."""
    for child in _children(box):
        if child.element_tag == "li" and child.style["display"] == ("inline", "flow"):
            yield child.element
        elif child.element_tag in LISTS or child.element_tag == "li":
            continue
        else:
            yield from _inline_items(child)


def _children(box: Any) -> Iterator[Any]:
    """The boxes in a box that tags are made of: what is in its lines rather than the lines."""
    for child in getattr(box, "children", ()):
        child = getattr(child, "_box", child)  # one at an absolute place stands behind another
        if type(child).__name__ == "LineBox":
            yield from _children(child)
        else:
            yield child


def _tags(pdf: Any, kind: str) -> Iterator[Any]:
    wanted = f"/{kind}"
    return (each for each in pdf.objects if isinstance(each, dict) and each.get("S") == wanted)


def _object(pdf: Any, reference: bytes) -> Any:
    """What a reference such as `12 0 R` stands for."""
    return pdf.objects[int(reference.split()[0])]
