"""Takes pictures of the guide's pages in every look, and says what doesn't fit on them.

make pictures                one page of each kind
make pictures ALL=1          every page
python -m tests.pictures --guide DIR --only exercises/
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from supple.pipeline import build
from tests.browser import provision
from tests.browser.engines import Engine, launch
from tests.browser.fitting import misfits
from tests.browser.hosts import Hosted, Place, hosted
from tests.browser.watch import Watch
from tests.pictures.contact import Picture, contact_sheet
from tests.pictures.looks import LOOKS, Look
from tests.pictures.scenes import Scene, scenes
from tests.sites import REPOSITORY, Built

FOLDER = REPOSITORY / "_pictures"
PARTS = ("content", "templates", "static")
"""The folders of a guide."""
PATIENCE = 8000
"""Milliseconds for whatever is waited for."""

# Pictures load late, and a font that has come may not have been painted yet.
SETTLE = """
async () => {
  const images = [...document.images];
  images.forEach((image) => { image.loading = "eager"; });
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
"""


def main() -> int:
    options = _options()
    program = provision.find(Engine.CHROMIUM)
    if program is None:
        print("There is no Chromium here: run `python -m tests.browser.provision`.")
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with TemporaryDirectory() as work:
        site = Built(_copy(options.guide, Path(work) / "guide"), Path(work) / "site")
        if build(site.guide, site.folder).tally is None:
            print("The guide has errors: run `supple check`.")
            return 1
        wanted = [
            scene
            for scene in scenes(site.pages, every_page=options.all)
            if scene.address.startswith(options.only)
        ]
        with hosted(site, Place.TOP) as at, sync_playwright() as playwright:
            browser = launch(playwright, Engine.CHROMIUM, program)
            pictures: list[Picture] = []
            for look in LOOKS:
                for scene in wanted:
                    if not (look.is_paper and scene.touch):
                        pictures += _look(look, scene, at, browser)
    order = {scene.name: number for number, scene in enumerate(wanted)}
    pictures.sort(key=lambda picture: order[picture.page])
    (FOLDER / "index.html").write_text(contact_sheet(pictures), encoding="utf-8")
    faults = list(dict.fromkeys(fault for picture in pictures for fault in picture.faults))
    print(*faults, sep="\n")
    print(f"{len(pictures)} pictures, {len(faults)} faults: open {FOLDER / 'index.html'}")
    return 1 if faults else 0


def _copy(guide: Path, folder: Path) -> Path:
    """The guide once more, so that what Supple remembers of its own site stays as it is."""
    folder.mkdir()
    shutil.copy(guide / "guide.yaml", folder)
    for name in PARTS:
        if (guide / name).is_dir():
            shutil.copytree(guide / name, folder / name)
    return folder


def _look(look: Look, scene: Scene, at: Hosted, browser: Browser) -> Iterator[Picture]:
    """The picture of a scene, if there is anything to press on it, by somebody who is new here."""
    with look.open(browser) as context:
        watch = Watch(context)
        watch.allow(at.base)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(at.url(scene.address))
        try:
            if not scene.play(page):
                return
        except PlaywrightError as error:
            watch.complaints.append(f"{scene.name}: {error.message.splitlines()[0]}")
        look.prepare(page)
        page.evaluate(SETTLE)
        file = f"{scene.file}-{look.name.replace(' ', '-').replace('%', 'percent')}.png"
        page.screenshot(
            path=FOLDER / file, full_page=True, animations="disabled", timeout=8 * PATIENCE
        )
        # What is made for paper has a width of its own there, which tests hold real PDFs to.
        is_held_elsewhere = look.is_paper and scene.address.startswith(("sheets/", "cards/"))
        faults = [*([] if is_held_elsewhere else misfits(page)), *watch.complaints]
    yield Picture(file, scene.name, look.name, tuple(f"{look.name}: {fault}" for fault in faults))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("--all", action="store_true", help="every page, not one of each kind")
    parser.add_argument("--guide", type=Path, default=REPOSITORY, help="the guide's folder")
    parser.add_argument("--only", default="", help="pages whose addresses begin like this")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
