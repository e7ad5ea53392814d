"""Debian's WebKit, by Selenium: a screen that nobody sees, a browser on it, and its reader."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copytree
from typing import Any, Final

from selenium.webdriver import ActionChains, Proxy, Remote, WebKitGTKOptions, WebKitGTKService
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.proxy import ProxyType
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from urllib3.exceptions import HTTPError

from tests.browser.hosts import Place
from tests.browser.reader import Reader
from tests.browser.watch import TELL
from tests.sites import Built

SCREEN = "1280x1024x24"
ANSWER_S = 30
# WebKit measures a script's time by the page's `setTimeout`. Where a test turns that by hand, no
# hour that passes may be too long; the connection's own patience is enough.
DAY_S = 86_400

KEYS: Final[dict[str, str]] = {
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowRight": Keys.ARROW_RIGHT,
    "ArrowUp": Keys.ARROW_UP,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Shift": Keys.SHIFT,
    "Space": Keys.SPACE,
    "Tab": Keys.TAB,
}

# What the watch hears from Playwright. This driver tells nothing, so the page must.
CONFESS = f"""
globalThis.complaints = [];
for (const level of ["debug", "log", "info", "warn", "error"]) {{
  console[level] = (...words) => complaints.push(`console ${{level}}: ${{words.join(" ")}}`);
}}
addEventListener("error", ({{ message, target }}) => {{
  if (target === globalThis) complaints.push(`error: ${{message}}`);
}});
addEventListener("unhandledrejection", ({{ reason }}) => complaints.push(`error: ${{reason}}`));
{TELL}
"""
CONFESSION = "globalThis.complaints?.splice(0) ?? ['is not watched']"


@contextmanager
def display() -> Iterator[str]:
    """The name of a screen of its own. WebKit waits forever where there is none."""
    reading, writing = os.pipe()
    command = ("Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-screen", "0", SCREEN)
    with (
        os.fdopen(reading, encoding="ascii") as told,
        subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server,
    ):
        os.close(writing)
        try:
            number = told.readline().strip()  # a free one, told as soon as it may be used
            assert number, "Xvfb didn't start."
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def launch(program: str, screen: str, *, scripts: bool = True) -> Iterator[WebDriver]:
    """A fresh browser without a past. `program` is the one that drives it."""
    with ExitStack() as stack:
        try:
            driver = stack.enter_context(_started(program, screen, scripts))
        except HTTPError:  # Once in a hundred times it waits for its browser and never finds it.
            driver = stack.enter_context(_started(program, screen, scripts))
        yield driver


@contextmanager
def _started(program: str, screen: str, scripts: bool) -> Iterator[WebDriver]:
    options = WebKitGTKOptions()
    options.add_argument("--automation")
    if not scripts:
        options.add_argument("--enable-javascript=false")
    service = WebKitGTKService(program, env=os.environ | {"DISPLAY": screen})
    service.start()
    try:
        # Not by way of a proxy that the environment names for other hosts.
        direct = Proxy({"proxyType": ProxyType.DIRECT})
        config = ClientConfig(service.service_url, proxy=direct, timeout=ANSWER_S)
        with Remote(RemoteConnection(client_config=config), options=options) as driver:
            driver.set_script_timeout(DAY_S)
            yield driver
    finally:
        service.stop()


def watched(site: Built, folder: Path) -> Built:
    """A copy of a site, as it is now, whose pages note what they complain of from their first byte
    on. WebKit's driver runs no script that early."""
    copy = folder.joinpath(*site.folder.parts[-3:])
    copytree(site.folder, copy)
    (copy / "confess.js").write_text(CONFESS, encoding="utf-8")
    for file in copy.rglob("*.html"):
        up = "../" * (len(file.relative_to(copy).parts) - 1)
        # Before any policy that could forbid it.
        script = rf'\g<0><script src="{up}confess.js"></script>'
        text, count = re.subn(r"<html\b[^>]*>", script, file.read_text(encoding="utf-8"), count=1)
        assert count, f"{file} has no <html>."
        file.write_text(text, encoding="utf-8")
    return Built(site.guide, copy)


class WebKitReader(Reader):
    """`complaints` are of all pages that were opened so far; but what one says after a link was
    followed to it, or when it is left by one, nobody hears."""

    def __init__(self, driver: WebDriver, locate: Callable[[Built, str, Place], str]) -> None:
        self.driver = driver
        self.complaints: list[str] = []
        self._locate = locate

    def open(self, site: Built, address: str, place: Place = Place.TOP) -> None:
        self.listen()
        self.driver.get(self._locate(site, address, place))

    def listen(self) -> None:
        """Hear what the page that is open has complained of until now."""
        where = self.driver.current_url
        if where != "about:blank":
            told: list[str] = self.evaluate(CONFESSION)
            self.complaints += [f"{where}: {complaint}" for complaint in told]

    def click(self, selector: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def press(self, key: str) -> None:
        *held, last = [name if len(name) == 1 else KEYS[name] for name in key.split("+")]
        keys = ActionChains(self.driver, duration=0)
        for each in held:
            keys.key_down(each)
        keys.send_keys(last)
        for each in reversed(held):
            keys.key_up(each)
        keys.perform()

    def evaluate(self, expression: str) -> Any:
        return self.driver.execute_script(f"return ({expression})")
