"""What a page gets on its way to the author's browser."""

import re
from html import unescape

import pytest

from supple.domain.problem import Place, Problem, Severity
from supple.preview.page import bare, injected, loosened, overlay
from supple.rendering import wording
from tests.sites import Built

SAY = wording.load("en")
HOST = "127.0.0.1:8000"
PROBLEM = Problem(Place("content/home.md", 3, 1), "key", "titel is not a key", "write title")
WARNING = Problem(Place("guide.yaml"), "key", "there is no id", severity=Severity.WARNING)

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'"
MISSING = "default-src 'none'; style-src 'sha256-abc='; img-src data:"


def policies(page: bytes) -> list[str]:
    return [
        unescape(policy)
        for policy in re.findall(
            r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.decode()
        )
    ]


class TestPolicy:
    @pytest.mark.parametrize(
        ("policy", "loose"),
        [
            (STRICT, f"{STRICT}; connect-src ws://{HOST}"),
            (
                MISSING,
                "default-src 'none'; style-src 'sha256-abc=' 'self'; img-src data:; "
                f"script-src 'self'; connect-src ws://{HOST}",
            ),
            (
                "default-src 'self'",
                f"default-src 'self'; connect-src 'self' ws://{HOST}",
            ),
            (
                "script-src 'none'; SCRIPT-SRC 'unsafe-inline';",
                "script-src 'self'",
            ),
            ("img-src 'none'", "img-src 'none'"),
            ("", ""),
        ],
        ids=["strict", "of 404.html", "inherited", "given twice", "open", "empty"],
    )
    def test_is_loosened_just_for_the_preview(self, policy: str, loose: str) -> None:
        assert loosened(policy, HOST) == loose

    def test_of_every_page_stays_strict(self, week_site: Built) -> None:
        for address in week_site.pages:
            page = week_site.text(address).encode()
            (before,), (after,) = policies(page), policies(injected(page, HOST, [PROBLEM], SAY))
            assert "unsafe" not in after, address
            assert after.startswith("default-src 'none'; "), address
            new = set(after.split()) - set(before.split())
            assert {word.strip(";") for word in new} - {"'self'", "script-src"} <= {
                "connect-src",
                f"ws://{HOST}",
                *before.split(),
                *(word.strip(";") for word in before.split()),
            }, address

    @pytest.mark.parametrize(
        "meta",
        [
            "<META content=\"default-src 'none'\" HTTP-EQUIV=content-security-policy>",
            "<meta http-equiv='Content-Security-Policy' content='default-src &#39;none&#39;'>",
        ],
    )
    def test_is_found_however_it_is_written(self, meta: str) -> None:
        page = f"<head>{meta}</head><body>".encode()
        assert f"connect-src ws://{HOST}" in injected(page, HOST, [], SAY).decode()

    def test_other_metas_stay(self) -> None:
        meta = '<meta name="description" content="A > b; default-src">'
        assert meta in injected(f"<head>{meta}</head>".encode(), HOST, [], SAY).decode()


class TestPage:
    def test_without_problems_gets_files_and_nothing_inline(self, week_site: Built) -> None:
        for address in week_site.pages:
            text = week_site.text(address)
            page = injected(text.encode(), HOST, [], SAY).decode()
            assert "supple-problems" not in page
            assert page.count("<style") == text.count("<style")
            assert page.count('src="/livereload.js?host=127.0.0.1&amp;port=8000" defer>') == 1
            assert page.count("<script") == text.count("<script") + 1

    @pytest.mark.parametrize("page", [b"", b"<p>Hi", b"\xff\xfe<body>", b"<title>x</title><p>"])
    def test_of_an_author_s_own_template_may_be_anything(self, page: bytes) -> None:
        made = injected(page, HOST, [PROBLEM], SAY)
        assert b"livereload.js" in made
        assert b"titel is not a key" in made
        assert page[:2] in made

    def test_stands_alone_where_there_is_no_site(self) -> None:
        page = bare(HOST, [PROBLEM], SAY).decode()
        assert "There is no site yet" in page
        assert "content/home.md:3:1" in page
        assert "livereload.js" in page


class TestOverlay:
    def test_says_place_message_and_hint(self) -> None:
        text = overlay([PROBLEM, WARNING], SAY)
        assert 'role="alert"' in text
        assert "<details open>" in text
        assert "<h2>1 error, 1 warning</h2>" in text
        assert "<code>content/home.md:3:1</code>" in text
        assert "<b>titel is not a key</b>" in text
        assert "Hint: write title" in text

    def test_of_warnings_alone_is_folded(self) -> None:
        text = overlay([WARNING], SAY)
        assert "<details>" in text
        assert "<h2>1 warning</h2>" in text
        assert SAY("preview.note") not in text

    def test_is_not_there_without_problems(self) -> None:
        assert overlay([], SAY) == ""

    def test_escapes_what_authors_write(self) -> None:
        evil = "<script>alert(1)</script>\"'&{x}\\1"
        text = overlay([Problem(Place(evil, 1), "rule", evil, evil)], SAY)
        assert "<script" not in text
        assert text.count("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;{x}\\1") == 3
        page = injected(
            b"<body>", HOST, [Problem(Place(evil, 1), "rule", evil, evil)], SAY
        ).decode()
        assert text in page
