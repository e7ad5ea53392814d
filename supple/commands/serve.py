"""`supple serve`: a guide's site on this machine, shown anew on every change."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import datetime
from errno import EACCES, EADDRINUSE
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from supple.commands.report import Console, Report, counted, number_of, plain

if TYPE_CHECKING:
    from supple.preview.server import Rebuilt

HELP = "show the site of a guide while you write it"
EXAMPLE = """\
examples:
  supple serve                          the guide in this folder, at http://127.0.0.1:8000/
  supple serve my-guide --port 8080
  supple serve --open                   open it in the browser too
  supple serve --drafts                 with the pages that are not finished yet
"""


UNWATCHABLE = (
    "Changes can't be seen in a folder whose name isn't UTF-8: {}. "
    "Rename it, or build it with supple build."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "guide", nargs="?", type=Path, default=Path(), metavar="GUIDE", help="default: this folder"
    )
    parser.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="1 to 65535; default: 8000"
    )
    parser.add_argument("--drafts", action="store_true", help="show pages with draft: true too")
    parser.add_argument("--open", action="store_true", help="open it in the browser")


def run(options: Namespace, console: Console) -> Report:
    try:
        return _run(options, console)
    except KeyboardInterrupt:
        return Report((), "Stopped.", failed=False)


def _run(options: Namespace, console: Console) -> Report:
    # here, so that --help need not load them
    from supple.pipeline import check
    from supple.preview.handlers import Site
    from supple.preview.server import GuideGone, listen, serve
    from supple.publishing.ledger import PREVIEW
    from supple.rendering.wording import FALLBACK, load

    port: int = options.port
    if not _is_guide(options.guide):
        return Report(check(options.guide).problems, "Nothing to show.", failed=True)
    guide: Path = options.guide.absolute()  # now: it may be moved, and this folder with it
    name = plain(guide.resolve().name)
    if not _is_text(str(guide)):
        return Report((), UNWATCHABLE.format(plain(guide)), failed=True)
    try:
        sockets = listen(port)
    except OSError as error:
        return Report((), _taken(port, error), failed=True)
    site = Site(guide / PREVIEW, port, load(FALLBACK))

    def serving() -> None:
        console.say(f"{site.url} shows {name} and every change. Ctrl-C stops it.")
        if options.open:
            Thread(target=_open, args=(site.url, console.say), daemon=True).start()

    try:
        serve(
            guide,
            site,
            sockets,
            serving,
            lambda rebuilt: console.say(_line(rebuilt)),
            drafts=options.drafts,
        )
    except GuideGone:
        gone = f"The guide's folder {plain(guide)} is gone, so there is nothing to show."
        return Report((), gone, failed=True)
    return Report((), "Stopped.", failed=False)


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:  # nobody tells of changes in such a folder
        return False
    return True


def _is_guide(folder: Path) -> bool:
    try:
        return (folder / "guide.yaml").is_file()
    except OSError:  # `check` says which
        return False


def _line(rebuilt: "Rebuilt") -> str:
    """One line a build: the time, and what was done, or the first problem."""
    outcome = rebuilt.outcome
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    said = counted(outcome.problems)
    if outcome.tally:
        written = number_of(outcome.tally.written, "file")
        return f"{now}  {written} written, {rebuilt.seconds:.1f} s, {said}"
    first = outcome.problems[0]
    return f"{now}  {said}: {plain(first.place)}  {plain(' '.join(first.message.split()))}"


def _open(url: str, say: Callable[[str], None]) -> None:
    import webbrowser

    if not webbrowser.open(url):
        say(f"There is no browser to open: go to {url}")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise ArgumentTypeError(f"{text} is not a port: write a number from 1 to 65535")
    return int(text)


def _taken(port: int, error: OSError) -> str:
    if error.errno == EADDRINUSE:
        other = port + 1 if port < 65535 else port - 1
        return f"Port {port} is in use. Stop what uses it, or choose another: --port {other}"
    if error.errno == EACCES:
        return f"Port {port} may not be used by you. Choose one above 1023: --port 8000"
    return f"Port {port} can't be used: {error.strerror or error}"
