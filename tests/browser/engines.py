"""The engines that show pages in tests: what each one's browser is called, and how it's started.

A test runs in Chromium, and in others when it says so:

    @pytest.mark.parametrize("engine", Engine)

In WebKit too it runs if it asks for a `reader`, who knows less than Playwright: see reader.py.
"""

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from playwright.sync_api import Browser, Playwright


class Engine(StrEnum):
    """Those that Playwright drives."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"


# Playwright drives only a WebKit of its own, which needs a download. This is Debian's.
WEBKIT: Final = "webkit"


@dataclass(frozen=True, slots=True)
class Product:
    """A browser: its title, its program's names, Debian's packages, whether the build that
    Playwright downloads will do as well, other programs that it needs, and what its program is
    asked to see whether it starts."""

    title: str
    names: tuple[str, ...]
    packages: tuple[str, ...]
    has_download: bool = False
    needs: tuple[str, ...] = ()
    question: str = "--version"


# By the engine's name, which in capitals names a program for it in the environment.
# Playwright's own Firefox is a patched one that nobody reads with, and talks another protocol.
PRODUCTS: dict[str, Product] = {
    Engine.CHROMIUM: Product(
        "Chromium",
        ("chromium", "chromium-browser", "google-chrome"),
        ("chromium",),
        has_download=True,
    ),
    Engine.FIREFOX: Product("Firefox", ("firefox-esr", "firefox"), ("firefox-esr",)),
    # The driver knows where its browser lies, which asks for a display even to tell its version.
    WEBKIT: Product(
        "WebKitGTK",
        ("WebKitWebDriver",),
        ("webkit2gtk-driver", "xvfb"),
        needs=("Xvfb",),
        question="--help",
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
