"""Notices when a file of a guide is changed, by what the operating system tells."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

from watchfiles import Change, watch

SETTINGS = "guide.yaml"
SOURCES = ("content", "templates", "static")

QUIET = 25
"""Milliseconds without a further change after which changes are told."""

LONGEST = 100
"""Milliseconds after which they are told in any case."""

LOOK = 1000
"""Milliseconds between two looks at whether the folders are still the same."""

EMPTY = 0.25
"""Seconds for which a file may stay empty before that is told: some editors empty one first, and
write it then."""

Folders = Mapping[Path, tuple[int, int]]
State = frozenset[tuple[str, int, int]]


class Watcher:
    """Two threads: one looks at the guide's own folder, one at all that lies in its sources.

    The callbacks are called in these threads: `changed` with the files of any change, as far as
    they are known, or when the `site` is gone, `ended` once, when the guide's folder is gone
    (None) or can't be watched.
    """

    def __init__(
        self,
        guide: Path,
        site: Path,
        changed: Callable[[frozenset[Path]], None],
        ended: Callable[[OSError | None], None],
    ) -> None:
        self._guide = guide.absolute()
        self._site = site.absolute()
        self._changed = changed
        self._ended = ended
        self._stop = Event()
        self._stop_sources = Event()
        self._sources: Folders = {}
        self._known: State = frozenset()
        self._reader: Thread | None = None
        self._thread = Thread(target=self._watch, name="watch the guide", daemon=True)

    def start(self) -> None:
        """Begin to watch: what changes from now on will be told."""
        self._known = _state(self._guide)
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._stop.set()
        self._stop_sources.set()

    def _watch(self) -> None:
        try:
            self._watch_guide()
        except OSError as error:
            self._ended(error if self._guide.is_dir() else None)

    def _watch_guide(self) -> None:
        itself = _identity(self._guide)
        self._follow()
        unsettled, there = True, False
        for changes in watch(
            self._guide,
            recursive=False,
            watch_filter=None,
            step=QUIET,
            debounce=LONGEST,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
        ):
            if itself is None or _identity(self._guide) != itself:
                self._ended(None)
                return
            moved = self._follow(anew=any(map(_replaces_a_source, changes)))
            files = {Path(path) for _, path in changes}
            names = {file.name for file in files}
            gone = there and not self._site.exists()
            there = self._site.exists()
            missed = self._missed() if moved or unsettled else set()
            if moved or gone or missed or SETTINGS in names:
                self._tell(files | missed)
            # A change may have come before the threads saw anything: look again when all is quiet.
            unsettled = moved or (unsettled and bool(changes))

    def _missed(self) -> set[Path]:
        """What nobody has told of since the last look. In a large guide a look takes long."""
        before, self._known = self._known, _state(self._guide)
        return _differing(self._known, before)

    def _tell(self, files: Iterable[Path]) -> None:
        """Tell of a change, but first wait for files that are being written."""
        files = frozenset(files)
        until = monotonic() + EMPTY
        while any(map(_is_empty, files)) and monotonic() < until:
            sleep(EMPTY / 20)
        self._changed(files)

    def _follow(self, *, anew: bool = False) -> bool:
        """Watch the source folders that are there now; whether they aren't those of before. `anew`:
        they may be others although they look the same."""
        sources = {
            folder: identity
            for folder in (self._guide / name for name in SOURCES)
            if (identity := _identity(folder))
        }
        alive = self._reader is not None and self._reader.is_alive()
        if not anew and sources == self._sources and (alive or not sources):
            return False
        self._stop_sources.set()
        self._stop_sources = Event()
        self._sources = sources
        if sources:
            self._reader = Thread(
                target=self._watch_sources,
                args=(sources, self._stop_sources),
                name="watch the sources",
                daemon=True,
            )
            self._reader.start()
        return True

    def _watch_sources(self, sources: Folders, stop: Event) -> None:
        try:
            for changes in watch(
                *sources,
                watch_filter=is_source,
                step=QUIET,
                debounce=LONGEST,
                rust_timeout=LOOK,
                stop_event=stop,
                raise_interrupt=False,
            ):
                self._tell({Path(path) for _, path in changes})
        except FileNotFoundError:
            return  # gone before it was watched: the other thread looks again
        except OSError as error:
            self._ended(error)


def _replaces_a_source(change: tuple[Change, str]) -> bool:
    """Whether a source folder came or went. Systems like to give a new folder the number of the one
    that has just been removed."""
    kind, path = change
    return kind is not Change.modified and Path(path).name in SOURCES


def is_source(change: Change, path: str) -> bool:
    """Whether it may be a source, and not what editors lay beside one for a moment."""
    name = Path(path).name
    return not name.startswith((".", "#")) and not name.endswith(("~", ".swp", ".tmp"))


def _is_empty(file: Path) -> bool:
    try:
        return file.is_file() and not file.stat().st_size
    except OSError:
        return False


def _state(guide: Path) -> State:
    """What tells whether anything in a guide has changed: each file's name, time and size."""
    tops = [guide / name for name in (SETTINGS, *SOURCES)]
    found = {}
    for file in (each for top in tops for each in (top, *top.rglob("*"))):
        with suppress(OSError):  # gone meanwhile
            found[str(file)] = file.stat()
    return frozenset((name, seen.st_mtime_ns, seen.st_size) for name, seen in found.items())


def _differing(one: State, other: State) -> set[Path]:
    return {Path(name) for name, *_ in one ^ other}


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another of the same name."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
