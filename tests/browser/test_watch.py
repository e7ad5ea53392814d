"""Whether the other tests would notice."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.engines import Engine
from tests.browser.hosts import Place, hosted
from tests.browser.watch import Watch
from tests.sites import Built

POLICY = "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"


# What is painted has been asked for, and complained of.
PAINTED = "new Promise(requestAnimationFrame)"


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("place", [Place.FOLDER, Place.DISK])
@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<p>Nothing.</p>", ""),
        ("<script>console.log('hello')</script>", "console log: hello"),
        ("<script>throw new Error('oh')</script>", "error: oh"),
        ("<img src=lost.png alt=''>", "lost.png"),
        ("<img src=https://example.invalid/a.png alt=''>", "asks for https://example.invalid"),
        ("<link rel=stylesheet href=/outside.css>", "asks for|lost: file:///outside"),
        (f"{POLICY}<script>1</script>", "policy violated: script-src-elem by inline"),
        (f"{POLICY}<p style='color: red'>", "policy violated: style-src-attr by inline"),
        (f"{POLICY}<p onclick='1'>", "policy violated: script-src-attr by inline"),
    ],
    ids=[
        "peace",
        "a message",
        "a mistake",
        "a lost file",
        "another host",
        "outside",
        "a script",
        "a style",
        "a handler",
    ],
)
def test_it_notices(
    context: BrowserContext, tmp_path: Path, place: Place, html: str, complaint: str
) -> None:
    site = Built(tmp_path, tmp_path / "a host" / "a folder" / "site")
    site.folder.mkdir(parents=True)
    page_of = "<!doctype html><html lang=en><link rel=icon href=data:,>" + html
    (site.folder / "index.html").write_text(page_of, encoding="utf-8")
    watch = Watch(context)
    with hosted(site, place) as at:
        watch.allow(at.base)
        page = context.new_page()
        page.goto(at.url("index.html"))
        page.evaluate(PAINTED)
    said = "\n".join(watch.complaints)
    assert re.search(complaint, said)
    assert bool(complaint) is bool(said)


@pytest.mark.parametrize("engine", Engine)
def test_a_disk_is_as_strict_as_at_home(context: BrowserContext, tmp_path: Path) -> None:
    """Readers' browsers refuse modules from a disk. Those that tests start may be laxer."""
    (tmp_path / "module.js").write_text("console.log('ran')", encoding="utf-8")
    file = tmp_path / "index.html"
    file.write_text("<script type=module src=module.js></script>", encoding="utf-8")
    watch = Watch(context)
    watch.allow(tmp_path.as_uri())
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate(PAINTED)
    said = "\n".join(watch.complaints)
    assert "lost: " in said
    assert "ran" not in said
