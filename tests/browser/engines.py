"""The engines that show pages in tests: what each one's browser is called, and how it's started.

A test runs in Chromium, and in others when it says so:

    @pytest.mark.parametrize("engine", Engine)
"""

import os
from dataclasses import dataclass
from enum import StrEnum

from playwright.sync_api import Browser, Playwright


class Engine(StrEnum):
    CHROMIUM = "chromium"
    FIREFOX = "firefox"

    @property
    def variable(self) -> str:
        """Names a program for this engine in the environment."""
        return self.upper()


@dataclass(frozen=True, slots=True)
class Product:
    """A browser: its title, its program's names, Debian's package, and whether the build that
    Playwright downloads will do as well."""

    title: str
    names: tuple[str, ...]
    package: str
    has_download: bool


# Playwright's own Firefox is a patched one that nobody reads with, and talks another protocol.
PRODUCTS = {
    Engine.CHROMIUM: Product(
        "Chromium", ("chromium", "chromium-browser", "google-chrome"), "chromium", has_download=True
    ),
    Engine.FIREFOX: Product(
        "Firefox", ("firefox-esr", "firefox"), "firefox-esr", has_download=False
    ),
}

# What keeps Chromium itself from asking the network for anything.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

# Readers' Firefox takes each file for a site of its own. Playwright lets files read one another.
STRICT: dict[str, str | float | bool] = {"security.fileuri.strict_origin_policy": True}


def launch(playwright: Playwright, engine: Engine, program: str) -> Browser:
    match engine:
        case Engine.CHROMIUM:
            is_root = hasattr(os, "geteuid") and os.geteuid() == 0
            sandbox = ["--no-sandbox"] if is_root else []  # root can't have one
            return playwright.chromium.launch(executable_path=program, args=[*QUIET, *sandbox])
        case Engine.FIREFOX:
            return playwright.firefox.launch(
                executable_path=program,
                channel="moz-firefox",  # an unpatched one, by WebDriver BiDi
                firefox_user_prefs=STRICT,
            )
