"""A figure's picture has to be one, whatever its name says."""

from pathlib import Path

import pytest

from supple.domain.problem import Severity
from supple.reading.folder import read_guide
from supple.reading.pictures import fault_of
from tests import guides
from tests.told import told

XMLNS = 'xmlns="http://www.w3.org/2000/svg"'
SVG = f'<svg {XMLNS}><path d="M0 0h9"/></svg>'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("  \n", "is empty"),
        ("Dear editor, here is the picture.", "is broken"),
        (SVG.removesuffix("</svg>"), "is broken: no browser can read it as SVG (line 1)"),
        ("<html><p>Not found</p></html>", "is no SVG: it begins with <html>"),
        ('<svg viewBox="0 0 9 9"/>', "is SVG without its namespace"),
        (SVG.replace("<path", "<script>alert(1)</script><path"), "holds a script"),
        (SVG.replace("<path", '<path onclick="alert(1)"'), "holds a script"),
        (SVG.replace("<path", '<a href=" JavaScript:alert(1)"/><path'), "holds a script"),
        (f'<!DOCTYPE svg [<!ENTITY a "b">]>{SVG}', "declares entities"),
        (f'<?xml version="1.0" encoding="nonsense"?>{SVG}', "is broken"),
    ],
)
def test_a_drawing_that_is_none_is_told(text: str, said: str) -> None:
    fault = fault_of(text.encode(), is_svg=True)
    assert fault is not None
    assert fault[0].startswith(said)
    assert fault[2] is (Severity.WARNING if "script" in said else Severity.ERROR)


@pytest.mark.parametrize(
    "data",
    [
        SVG.encode(),
        f"\ufeff<?xml version='1.0'?>\n<!-- made by hand -->\n{SVG}".encode(),
        f"<s:svg {XMLNS.replace('xmlns', 'xmlns:s')}/>".encode(),
        f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">{SVG}'.encode(),
        SVG.encode("utf-16"),
    ],
)
def test_a_drawing_is_taken_as_programs_write_it(data: bytes) -> None:
    assert fault_of(data, is_svg=True) is None


@pytest.mark.parametrize(
    "first",
    [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"RIFF....WEBP",
        b"\0\0\0\x1cftypavif",
    ],
)
def test_a_picture_of_points_is_known_by_its_first_bytes(first: bytes) -> None:
    assert fault_of(first, is_svg=False) is None
    assert fault_of(b" " + first, is_svg=False) is not None


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "knee.png",
            b"Here is my knee.",
            "error  image: content/exercises/knee.png is no picture, whatever its name says\n"
            "    hint: open it in a picture program, and save it as PNG, JPEG or WebP",
        ),
        ("knee.JPG", SVG.encode(), "error  image: content/exercises/knee.JPG is no picture"),
        ("knee.svg", b"", "error  image: content/exercises/knee.svg is empty"),
        ("knee.svg", b"GIF89a", "error  image: content/exercises/knee.svg is broken"),
    ],
)
def test_it_is_told_at_its_line(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    page = guides.STRETCH.replace("feel:", f"figure:\n  image: {name}\n  alt: A knee.\nfeel:", 1)
    files: dict[str, str | bytes | None] = {
        "content/exercises/knee-hug.md": page,
        f"content/exercises/{name}": data,
    }
    guide, problems = read_guide(guides.write_files(tmp_path, {**guides.FILES, **files}))
    assert guide is not None
    line = page[: page.index("image:")].count("\n") + 1
    assert told(problems).startswith(f"content/exercises/knee-hug.md:{line}:10  {said}")
