"""Every page in WebKit, and what only its own harness can get wrong. Its player is in
test_player_engines.py."""

import re
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By

from tests.browser.engines import WEBKIT
from tests.browser.fixtures import Host, StartWebKit
from tests.browser.hosts import Place
from tests.browser.reader import Reader
from tests.browser.webkit import WebKitReader
from tests.site.pages import pages_of
from tests.sites import Built

HUG = "exercises/single-knee-to-chest.html"
POLICY = "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"

READ = """
(async () => {
  const { body, styleSheets, fonts, images, documentElement } = document;
  const timers = document.querySelectorAll("[data-timer]").length;
  const isDead = () => timers > 0 && documentElement.dataset.player !== "ready";
  for (let look = 0; isDead() && look < 100; look += 1) {
    await new Promise((go) => setTimeout(go, 50));
  }
  await Promise.all([...images].map((image) => ((image.loading = "eager"), image.decode())));
  await fonts.ready;
  return {
    styled: styleSheets.length > 0 && getComputedStyle(body).marginTop === "0px",
    lost: [...fonts].filter((font) => font.status === "error").map((font) => font.family),
    dead: isDead(),
    timers,
  };
})()
"""

in_webkit = pytest.mark.parametrize("reader", [WEBKIT], indirect=True)


@in_webkit
@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("week_site", Place.TOP),
        ("week_site", Place.DISK),
        ("site", Place.DISK),
        pytest.param("site", Place.TOP, marks=pytest.mark.long),
    ],
)
def test_every_page_opens_with_its_styles_and_its_script(
    request: pytest.FixtureRequest, reader: Reader, name: str, place: Place
) -> None:
    site: Built = request.getfixturevalue(name)
    timers = 0
    for page in pages_of(site):
        if page.leads_on:
            continue
        reader.open(site, page.address, place)
        read: dict[str, Any] = reader.evaluate(READ)
        timers += read.pop("timers")
        assert (page.address, read) == (page.address, {"styled": True, "lost": [], "dead": False})
    assert timers, "No page has a timer to be brought to life."


def test_without_scripts_there_is_no_timer(
    start_webkit: StartWebKit, host: Host, site: Built
) -> None:
    """As much as a driver sees of such a page, in which it can run no script either."""
    with start_webkit(scripts=False) as driver:
        driver.get(host(site, Place.TOP).url(HUG))
        assert not driver.find_element(By.CSS_SELECTOR, "[data-timer]").is_displayed()
        assert driver.find_element(By.CSS_SELECTOR, "noscript > *").is_displayed()


@in_webkit
@pytest.mark.parametrize("place", [Place.FOLDER, Place.DISK])
def test_complaints_are_heard(reader: Reader, tmp_path: Path, place: Place) -> None:
    """Whether the other tests would notice. Of a mistake on a disk, WebKit tells no more than that
    there was one."""
    pages = {
        "<p>Nothing.</p>": None,
        "<script>console.log('hello')</script>": "console log: hello",
        "<script>throw new Error('oh')</script>": "error: (Error: oh|Script error)",
        "<script>Promise.reject(new Error('no'))</script>": "error: Error: no",
        "<img src=lost.png alt=''>": "lost: .*lost.png",
        "<link rel=stylesheet href=/outside.css>": "lost: .*outside.css",
        f"{POLICY}<script>1</script>": "policy violated: script-src-elem by inline",
        f"{POLICY}<p style='color: red'>": "policy violated: style-src-attr by inline",
    }
    folder = tmp_path / "a host" / "a folder" / "site"
    folder.mkdir(parents=True)
    site = Built(tmp_path, folder)
    for number, html in enumerate(pages):
        page = f"<!doctype html><html lang=en><link rel=icon href=data:,>{html}"
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    assert isinstance(reader, WebKitReader)
    for number, complaint in enumerate(pages.values()):
        reader.open(site, f"{number}.html", place)
        reader.evaluate("new Promise(requestAnimationFrame)")
        reader.listen()
        said = "\n".join(reader.complaints)
        assert re.search(complaint, said) if complaint else said == ""
        reader.complaints.clear()
