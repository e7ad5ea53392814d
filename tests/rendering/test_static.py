"""Static files under names that hold a hash of their content."""

import re

import pytest

from supple.rendering.static import with_hashes


def test_a_name_says_what_is_in_the_file() -> None:
    files = with_hashes({"a.js": b"1", "fonts/a.woff2": b"font"})
    assert re.fullmatch(r"static/a\.[0-9a-f]{10}\.js", files["a.js"].address)
    assert re.fullmatch(r"static/fonts/a\.[0-9a-f]{10}\.woff2", files["fonts/a.woff2"].address)
    assert with_hashes({"a.js": b"2"})["a.js"].address != files["a.js"].address
    assert with_hashes({"a.js": b"1"})["a.js"] == files["a.js"]


def test_licences_keep_their_names() -> None:
    assert (
        with_hashes({"fonts/OFL.txt": b"text"})["fonts/OFL.txt"].address == "static/fonts/OFL.txt"
    )


def test_styles_name_other_files_by_their_new_names() -> None:
    files = with_hashes(
        {
            "css/a.css": b"@import 'b.css'; src: url(\"../fonts/a.woff2\") url( ../pic.svg )",
            "css/b.css": b"b{}",
            "fonts/a.woff2": b"font",
            "pic.svg": b"<svg/>",
        }
    )
    short = {name: file.address.removeprefix("static/") for name, file in files.items()}
    assert files["css/a.css"].content.decode() == (
        f"@import '{short['css/b.css'].removeprefix('css/')}';"
        f'src: url("../{short["fonts/a.woff2"]}") url( ../{short["pic.svg"]} )'
    )


@pytest.mark.parametrize(
    ("style", "small"),
    [
        (
            "/* why */\na {\n  color: light-dark(#fff, #000);\n}\n",
            "a{color: light-dark(#fff, #000);}",
        ),
        (".figure :is(.mat, .bed) > p {}", ".figure :is(.mat, .bed) > p{}"),
        ("a/* b */c {}", "a c{}"),
        (
            'a::before { content: "/* not  one */ ; { }" ; }',
            'a::before{content: "/* not  one */ ; { }";}',
        ),
        (
            "a { content: 'it\\'s  ; '; width: calc(1px + 2px) }",
            "a{content: 'it\\'s  ; ';width: calc(1px + 2px)}",
        ),
        (
            "a { background: url(data:image/png;base64,/*==) }",
            "a{background: url(data:image/png;base64,/*==)}",
        ),
        ("a {} /* no end", "a{}"),
    ],
)
def test_styles_lose_what_only_people_read(style: str, small: str) -> None:
    assert with_hashes({"a.css": style.encode()})["a.css"].content.decode() == small


def test_a_font_that_changes_gives_its_styles_another_name_too() -> None:
    style = b"url(a.woff2)"
    one = with_hashes({"a.css": style, "a.woff2": b"1"})["a.css"].address
    two = with_hashes({"a.css": style, "a.woff2": b"2"})["a.css"].address
    assert one != two


def test_what_is_not_ours_stays_as_it_is_and_circles_come_to_an_end() -> None:
    style = b'@import "a.css";url(data:,x) url(https://e.org/x.png) url(#clip) url(gone.png)'
    assert with_hashes({"a.css": style})["a.css"].content == style
    pair = with_hashes({"a.css": b"@import 'b.css'", "b.css": b"@import 'a.css'"})
    assert set(pair) == {"a.css", "b.css"}
