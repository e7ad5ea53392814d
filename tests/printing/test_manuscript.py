"""What goes to press with a page."""

from pathlib import Path

from supple.printing.manuscript import bound, manuscript

PAGE = b"""<link rel="stylesheet" href="../static/a.css"><link rel="icon" href="../static/icon.svg">
<script src="../static/a.js"></script><a href="../pictures/linked.jpg">link</a>
<style>p { background: url(../static/paper.png) }</style>
<img src="../pictures/caf%C3%A9%20&amp;%20bar.jpg"><img src="https://example.org/other.jpg">
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><img src="missing.jpg"><img>"""

FILES = {
    "static/a.css": b'@import "b.css"; @font-face { src: url("fonts/f.woff2") }',
    "static/b.css": b"@import url(a.css);",
    "static/fonts/f.woff2": b"font",
    "static/paper.png": b"png",
    "pictures/café & bar.jpg": b"jpg",
    "static/a.js": b"script",
    "static/icon.svg": b"icon",
    "pictures/linked.jpg": b"linked",
}


def test_it_takes_along_what_it_shows_and_nothing_else() -> None:
    made = manuscript("sheets/x-a4.pdf", [PAGE], FILES)
    assert set(made.files) == {*FILES} - {"static/a.js", "static/icon.svg", "pictures/linked.jpg"}


def test_its_fingerprint_is_that_of_all_it_shows(tmp_path: Path) -> None:
    def mark(changed: dict[str, bytes] | None = None) -> str:
        files = FILES | (changed or {})
        return manuscript("sheets/x.pdf", [PAGE], files).fingerprint

    assert mark() == mark()
    assert mark({"static/fonts/f.woff2": b"another"}) != mark()
    assert mark({"pictures/linked.jpg": b"another"}) == mark()
    file = tmp_path / "paper.png"
    file.write_bytes(b"png")
    same = manuscript("sheets/x.pdf", [PAGE], {**FILES, "static/paper.png": file})
    assert same.fingerprint == mark()
    assert manuscript("sheets/x.pdf", [PAGE, PAGE], FILES).fingerprint != mark()


def test_several_are_bound_as_one() -> None:
    one, other = (manuscript(f"sheets/{name}.pdf", [PAGE], FILES) for name in "xy")
    assert bound([one], "Two") is one
    both = bound([one, other], "Two")
    assert (both.address, both.pages, both.title) == (one.address, (PAGE, PAGE), "Two")
    assert both.files == one.files
    assert both.fingerprint != bound([one, other], "2").fingerprint
