"""`supple serve` as an author and a browser meet it."""

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from supple.publishing.ledger import PREVIEW
from tests.browser.watch import Watch
from tests.guides import FILES, write_guide
from tests.preview.running import Running, free_port, running
from tests.sites import copy_guide

HOME = "content/home.md"
BROKEN = FILES[HOME].replace("title:", "titel:")

NOTE_WHEN_SHOWN = """
document.addEventListener("DOMContentLoaded", () => {
  requestAnimationFrame(() => { globalThis.shown = Date.now(); });
});
"""


@dataclass(frozen=True, slots=True)
class Preview:
    """A guide that is being served."""

    guide: Path
    port: int
    process: Running

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def write(self, name: str, text: str) -> None:
        (self.guide / name).write_text(text, encoding="utf-8")

    def ask(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], str]:
        """Status, headers in small letters, body."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer: HTTPResponse = connection.getresponse()
        body = answer.read().decode("utf-8", errors="replace") if answer.status != 101 else ""
        connection.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The small guide, served."""
    guide, port = write_guide(tmp_path / "my-guide"), free_port()
    with running(guide, port) as process:
        yield Preview(guide, port, process)


@pytest.fixture
def shown(preview: Preview, context: BrowserContext, watch: Watch) -> Page:
    """Its first page in a browser, waiting for changes."""
    watch.allow(preview.url)
    watch.allow(preview.url.replace("http", "ws"))
    return opened(context, preview.url)


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    page.wait_for_function("() => globalThis.LiveReload?.connector.protocol >= 7")  # connected
    return page


class TestEdits:
    def test_show_without_a_hand_on_the_browser(self, preview: Preview, shown: Page) -> None:
        body = shown.get_by_text("Hello")
        expect(body).to_be_visible()
        for number in range(3):  # in a row, too
            preview.write(HOME, FILES[HOME].replace("Hello.", f"Servus {number}."))
            expect(shown.get_by_text(f"Servus {number}.")).to_be_visible()

    def test_while_a_page_is_on_its_way_show_too(
        self, preview: Preview, context: BrowserContext
    ) -> None:
        """Each is written without waiting for the page to connect."""
        page = context.new_page()
        for number in range(5):
            page.goto(preview.url, wait_until="commit")
            preview.write(HOME, FILES[HOME].replace("Hello.", f"Servus {number}."))
            expect(page.get_by_text(f"Servus {number}.")).to_be_visible()

    def test_of_settings_and_of_folders_that_come_later_show(
        self, preview: Preview, shown: Page
    ) -> None:
        preview.write("guide.yaml", FILES["guide.yaml"].replace("Test guide", "Renamed guide"))
        expect(shown.locator(".brand")).to_have_text("Renamed guide")
        (preview.guide / "templates").mkdir()
        preview.write("templates/home.html", "<link rel=icon href=data:,>My own page")
        expect(shown.get_by_text("My own page")).to_be_visible()
        preview.write("templates/home.html", "<link rel=icon href=data:,>My other page")
        expect(shown.get_by_text("My other page")).to_be_visible()

    def test_of_the_guide_that_lies_here_show_and_how_soon(
        self, tmp_path: Path, context: BrowserContext
    ) -> None:
        guide, port = copy_guide(tmp_path / "guide"), free_port()
        name = "content/exercises/single-knee-to-chest.md"
        with running(guide, port) as process:
            preview = Preview(guide, port, process)
            context.add_init_script(NOTE_WHEN_SHOWN)
            page = opened(context, f"{preview.url}exercises/single-knee-to-chest.html")
            text = (guide / name).read_text(encoding="utf-8")
            times = []
            for number in range(8):
                began = time.time()
                preview.write(name, f"{text}\n## Edit number {number}\n")
                page.get_by_role("heading", name=f"Edit number {number}").wait_for()
                page.wait_for_function("() => globalThis.shown")
                times.append(page.evaluate("shown") - round(1000 * began))
        # Told and not judged: how soon it is depends on what else the machine does.
        print("ms from save to shown:", *sorted(times))


class TestProblems:
    def test_stand_over_the_page_and_vanish_when_mended(
        self, preview: Preview, shown: Page
    ) -> None:
        preview.write(HOME, BROKEN)
        alert = shown.get_by_role("alert")
        expect(alert).to_contain_text("content/home.md:2:1")
        expect(alert).to_contain_text("titel is not a key")
        expect(alert).to_contain_text("Hint: did you mean title?")
        expect(alert).to_have_css("position", "fixed")
        expect(shown.get_by_text("Hello.")).to_be_visible()  # the last good site
        alert.get_by_role("heading").click()
        expect(alert.get_by_text("Hint: did")).to_be_hidden()
        preview.write(HOME, FILES[HOME])
        expect(alert).to_have_count(0)

    def test_stand_over_the_page_that_is_missing_too(
        self, preview: Preview, shown: Page, watch: Watch
    ) -> None:
        preview.write(HOME, BROKEN)
        expect(shown.get_by_role("alert")).to_be_visible()
        shown.goto(f"{preview.url}no/such/page.html")
        expect(shown.get_by_role("alert")).to_have_css("position", "fixed")
        expect(shown.get_by_role("heading", name="This page isn’t here")).to_be_visible()
        shown.goto(preview.url)
        assert all("404" in complaint for complaint in watch.complaints)
        watch.complaints.clear()

    def test_of_templates_are_problems_like_others(self, preview: Preview, shown: Page) -> None:
        (preview.guide / "templates").mkdir()
        preview.write("templates/page.html", "\n{% if %}")
        expect(shown.get_by_role("alert")).to_contain_text("templates/page.html:2")

    def test_stand_alone_where_there_is_no_site_yet(
        self, tmp_path: Path, context: BrowserContext
    ) -> None:
        guide, port = write_guide(tmp_path / "guide", {HOME: BROKEN}), free_port()
        with running(guide, port) as process:
            preview = Preview(guide, port, process)
            page = opened(context, preview.url)
            expect(page.get_by_role("heading", name="There is no site yet")).to_be_visible()
            expect(page.get_by_role("alert")).to_contain_text("content/home.md:2:1")
            preview.write(HOME, FILES[HOME])
            expect(page.get_by_text("Hello.")).to_be_visible()
            expect(page.get_by_role("alert")).to_have_count(0)


class TestAnswers:
    @pytest.mark.parametrize(
        ("path", "status", "kind"),
        [
            ("/", 200, "text/html; charset=utf-8"),
            ("/exercises/", 200, "text/html; charset=utf-8"),
            ("/static/supple.js", 200, "text/javascript; charset=utf-8"),
            ("/static/icon.svg", 200, "image/svg+xml"),
            ("/static/fonts/bitter-600-latin.woff2", 200, "font/woff2"),
        ],
    )
    def test_files_by_their_kinds(self, served: Preview, path: str, status: int, kind: str) -> None:
        path = served_name(served, path)
        found, headers, _ = served.ask(path)
        assert (found, headers["content-type"]) == (status, kind)
        assert headers["cache-control"] == "no-store"
        assert not headers.keys() & {"etag", "last-modified", "expires"}
        assert served.ask(path, "HEAD")[0] == status

    @pytest.mark.parametrize(
        "path",
        [
            "/no/such/page.html",
            "/static/",
            "/static/no.png",
            "/../guide.yaml",
            "/%2e%2e/guide.yaml",
            "/static/..%2f..%2fguide.yaml",
            "//etc/passwd",
            "/%00",
        ],
    )
    def test_its_own_page_for_what_is_missing(self, served: Preview, path: str) -> None:
        status, _, body = served.ask(path)
        assert status == 404
        assert "This page isn’t here" in body
        assert "livereload.js" in body

    def test_a_folder_without_its_slash(self, served: Preview) -> None:
        status, headers, _ = served.ask("/exercises")
        assert (status, headers["location"]) == (301, "/exercises/")

    @pytest.mark.parametrize("path", ["/", "/static/supple.css", "/livereload.js", "/livereload"])
    @pytest.mark.parametrize(
        "host", ["example.com", "127.0.0.1", "localhost:1", "127.0.0.1.nip.io"]
    )
    def test_nobody_who_asks_by_another_name(self, served: Preview, path: str, host: str) -> None:
        status, _, body = served.ask(path, Host=host)
        assert status == 403
        assert body == f"This preview answers at {served.url} only.\n"

    def test_localhost_too(self, served: Preview) -> None:
        host = f"localhost:{served.port}"
        status, _, body = served.ask("/", Host=host)
        assert status == 200
        assert f"connect-src 'self' ws://{host}" in body
        assert "host=localhost&amp;" in body

    @pytest.mark.parametrize(
        ("origin", "status"),
        [("http://127.0.0.1:{}", 101), ("http://localhost:{}", 101), ("http://127.0.0.1:1", 403)]
        + [(evil, 403) for evil in ("https://127.0.0.1:{}", "http://example.com", "null")],
    )
    def test_connections_of_its_own_pages_only(
        self, served: Preview, origin: str, status: int
    ) -> None:
        upgrade = {
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec_WebSocket_Version": "13",
            "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
            "Origin": origin.format(served.port),
        }
        assert served.ask("/livereload", **upgrade)[0] == status


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The small guide, served for tests that change nothing."""
    guide, port = write_guide(tmp_path_factory.mktemp("served") / "guide"), free_port()
    with running(guide, port) as process:
        yield Preview(guide, port, process)


def served_name(preview: Preview, path: str) -> str:
    """The address of a static file, which may bear a hash in its name."""
    file = Path(path)
    found = [*(preview.guide / PREVIEW / path[1:]).parent.glob(f"{file.stem}*{file.suffix}")]
    return path if path.endswith("/") else f"{file.parent}/{min(found).name}"


class TestEnd:
    def test_ctrl_c_is_a_good_one(self, preview: Preview) -> None:
        assert preview.process.interrupt() == 0
        first, second, last = preview.process.text.splitlines()
        assert "file" in first
        assert second == f"{preview.url} shows my-guide and every change. Ctrl-C stops it."
        assert last == "Stopped."

    def test_comes_when_the_guide_is_deleted(self, preview: Preview) -> None:
        shutil.rmtree(preview.guide)
        assert preview.process.ended() == 1
        last = preview.process.text.splitlines()[-1]
        assert last == f"The guide's folder {preview.guide} is gone, so there is nothing to show."
        assert "Traceback" not in preview.process.text

    def test_comes_when_the_guide_is_moved(self, preview: Preview) -> None:
        preview.guide.rename(preview.guide.parent / "elsewhere")
        assert preview.process.ended() == 1
        assert "is gone" in preview.process.text

    @pytest.mark.parametrize("moved", [False, True])
    def test_comes_when_the_folder_in_which_it_was_started_goes(
        self, tmp_path: Path, moved: bool
    ) -> None:
        guide, port = write_guide(tmp_path / "my-guide"), free_port()
        process = Running("--port", str(port), at=guide)
        process.wait_for("Ctrl-C")
        if moved:
            guide.rename(tmp_path / "elsewhere")
        else:
            shutil.rmtree(guide)
        assert process.ended() == 1
        assert process.text.splitlines()[1:] == [
            f"http://127.0.0.1:{port}/ shows my-guide and every change. Ctrl-C stops it.",
            f"The guide's folder {guide} is gone, so there is nothing to show.",
        ]

    @pytest.mark.parametrize("first", [True, False], ids=["the first build", "a later build"])
    def test_does_not_wait_for_a_build(self, tmp_path: Path, first: bool) -> None:
        slow = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
        home = "<link rel=icon href=data:,>"
        guide = write_guide(tmp_path / "guide", {"templates/home.html": slow if first else home})
        port = free_port()
        process = Running(str(guide), "--port", str(port))
        try:
            if not first:
                process.wait_for("Ctrl-C")
                (guide / "templates/home.html").write_text(slow, encoding="utf-8")
            time.sleep(2)  # it is at it
            began = time.monotonic()
            assert process.interrupt() == 0
            assert time.monotonic() - began < 2
            assert process.text.endswith("Stopped.\n")
            assert "Traceback" not in process.text
        finally:
            process.end()

    def test_comes_at_once_where_the_folders_name_is_no_text(self, tmp_path: Path) -> None:
        guide = write_guide(tmp_path / os.fsdecode(b"caf\xe9"))
        process = Running(str(guide), "--port", str(free_port()))
        assert process.ended() == 1
        assert process.text.splitlines()[-1] == (
            "Changes can't be seen in a folder whose name isn't UTF-8: "
            f"{tmp_path}/caf\\udce9. Rename it, or build it with supple build."
        )

    def test_comes_at_once_where_the_port_is_in_use(self, served: Preview) -> None:
        second = Running(str(served.guide), "--port", str(served.port))
        assert second.ended() == 1
        assert second.text == (
            f"Port {served.port} is in use. Stop what uses it, or choose another: "
            f"--port {served.port + 1}\n"
        )

    @pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "٨٠"])
    def test_comes_at_once_where_it_is_no_port(self, tmp_path: Path, port: str) -> None:
        wrong = Running(str(tmp_path), f"--port={port}")
        assert wrong.ended() == 2
        assert f"{port} is not a port: write a number from 1 to 65535" in wrong.text

    def test_comes_at_once_where_there_is_no_guide(self, tmp_path: Path) -> None:
        wrong = Running(str(tmp_path))
        assert wrong.ended() == 1
        assert "guide.yaml  error  there is no guide.yaml here" in wrong.text
        assert wrong.text.splitlines()[-1] == "Nothing to show."


class TestBuilds:
    def test_once_at_the_start(self, preview: Preview) -> None:
        """A second one would make good what is spoilt here."""
        time.sleep(0.3)  # of the first one nothing is told any more
        page = preview.guide / PREVIEW / "404.html"
        page.write_text("spoilt", encoding="utf-8")
        time.sleep(2.5)
        assert page.read_text(encoding="utf-8") == "spoilt"

    def test_again_at_once_when_the_site_is_deleted(self, preview: Preview) -> None:
        time.sleep(2)  # nothing of the start is told any more
        shutil.rmtree(preview.guide / PREVIEW)
        preview.process.wait_for(" written", 2)
        assert preview.ask("/")[0] == 200

    def test_wait_for_an_editor_that_empties_a_file_before_it_writes_it(
        self, preview: Preview
    ) -> None:
        preview.write(HOME, "")
        time.sleep(0.15)
        preview.write(HOME, FILES[HOME].replace("Hello.", "Bye."))
        preview.process.wait_for(" written", 2)
        preview.process.interrupt()
        assert "error" not in preview.process.text

    def test_tell_of_a_file_that_stays_empty(self, preview: Preview) -> None:
        preview.write(HOME, "")
        preview.process.wait_for("there is no front matter")


class TestLines:
    def test_one_a_build(self, preview: Preview) -> None:
        preview.write(HOME, BROKEN)
        preview.process.wait_for("2 errors: content/home.md:2:1  titel is not a key")
        preview.write(HOME, FILES[HOME].replace("Hello.", "Bye."))
        preview.process.wait_for(", no problems", 2)
        preview.process.interrupt()
        assert len(preview.process.text.splitlines()) == 5

    def test_the_browser_is_opened_when_asked_for(self, tmp_path: Path) -> None:
        guide, port, note = write_guide(tmp_path / "guide"), free_port(), tmp_path / "opened"
        browser = tmp_path / "browser"
        browser.write_text(f'#!/bin/sh\necho "$1" > "{note}"\n')
        browser.chmod(0o755)
        with running(guide, port, "--open", BROWSER=f"{browser} %s"):
            until = time.monotonic() + 10
            while not note.exists() or not note.read_text():
                assert time.monotonic() < until
                time.sleep(0.01)
        assert note.read_text().strip() == f"http://127.0.0.1:{port}/"


class TestDrafts:
    """Pages that are not finished."""

    @pytest.mark.parametrize(("arguments", "status"), [((), 404), (("--drafts",), 200)])
    def test_are_shown_where_they_are_asked_for(
        self, tmp_path: Path, arguments: tuple[str, ...], status: int
    ) -> None:
        draft = FILES[HOME].replace("title:", "draft: true\ntitle:")
        guide, port = write_guide(tmp_path / "guide", {"content/pages/more.md": draft}), free_port()
        with running(guide, port, *arguments) as process:
            assert Preview(guide, port, process).ask("/more.html")[0] == status
