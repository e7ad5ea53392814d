"""A guide's folder into a guide, with the problems of all its files."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from supple.domain.guide import HOME, Guide
from supple.domain.problem import Origin, Place, Problem
from supple.domain.prose import HoldWords
from supple.domain.settings import Settings
from supple.reading.files import folded, read_text
from supple.reading.formats.values import DEVICES, device_name, is_slug
from supple.reading.listing import VOCABULARIES, is_text, list_content
from supple.reading.pictures import check_pictures
from supple.reading.prose import ProseReader
from supple.reading.reader import (
    EXERCISES,
    PAGES,
    READERS,
    ROUTINES,
    Digests,
    Named,
    Read,
    Regard,
    reader,
)
from supple.reading.settings import FALLBACK, newer_format, read_settings
from supple.reading.shelves import AtHand, read_pages
from supple.reading.strays import other_settings, strays, unread_theme
from supple.reading.vocabularies import read_cautions, read_sources, read_terms
from supple.stamps import hash_of

SETTINGS_FILE = "guide.yaml"
RESERVED = {
    "exercises": frozenset({"index", "all"}),
    "routines": frozenset({"index"}),
    "pages": frozenset({"index", "404", "body-map", "diary"}),
}
"""Names that the pages of each folder can't have, since Supple writes such a page itself."""

T = TypeVar("T")
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where pages are kept as they were read, for the next time, if they are. `depends_on` has
    hashes of what else decides how they are read or regarded: all code that does. `at_hand` are
    those that a process has had in hand before."""

    folder: Path | None = None
    depends_on: Mapping[str, str] = field(default_factory=dict)
    at_hand: AtHand | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The guide of a folder, if there is one, all that is wrong in its files, and what was made
    of each exercise, by its slug; hashes of what all pages depend on, by its name, and of each
    page, by its file below `content/`."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    regarded: Mapping[str, Any] = field(default_factory=dict)
    depends_on: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, Digests] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Settings:
    """The settings as they were read. `text` is what stands in their file."""

    text: str
    settings: Settings
    origin: Origin
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Folder:
    """The files of a guide, and what was found wrong while reading them."""

    root: Path
    files: tuple[str, ...]
    progress: Progress
    holds: HoldWords | None
    regards: Callable[[Guide], Regard] | None
    keeping: Keeping
    jobs: int
    problems: list[Problem]
    broken: set[str]
    shared: dict[str, str]
    drafted: set[str] = field(default_factory=set)
    regarded: dict[str, Any] = field(default_factory=dict)
    digests: dict[str, Digests] = field(default_factory=dict)
    read: int = 0

    def text(self, name: str) -> str | None:
        """The text of a file counted from `content/`, or None after noting why not."""
        path = f"content/{name}"
        text = read_text(self.root / path, path)
        self.count()
        if isinstance(text, Problem):
            self.problems.append(text)
            self.broken.add(name)
            return None
        self.shared[f"content/{name}"] = hash_of(text)
        return text

    def count(self) -> None:
        """Tell that one more file was read."""
        self.read += 1
        self.progress(self.read, len(self.files))

    def named(self) -> Iterator[Named]:
        """The pages that the files are by their names, home first."""
        if "home.md" in self.files:
            yield Named(PAGES, "home.md", HOME)
        for name in self.files:
            kind, _, rest = name.partition("/")
            slug = rest.removesuffix(".md")
            if kind in READERS and name == f"{kind}/{slug}.md" and "/" not in slug:
                if slug in RESERVED[kind]:
                    self.refuse(name, f"{slug}.html is a page of Supple's own", "rename the file")
                elif slug.lower() in DEVICES:
                    self.refuse(name, device_name(slug), "rename the file")
                elif not is_slug(slug):
                    self.refuse(name, *self.why_no_slug(name, slug))
                else:
                    yield Named(kind, name, slug)

    def pages(self, vocabularies: Guide) -> dict[str, dict[str, Any]]:
        """The pages of each kind by their slugs; what can't be read isn't among them."""
        pages: dict[str, dict[str, Any]] = {kind: {} for kind in READERS}
        wanted = [*self.named()]
        make_regard = self.regards and partial(self.regards, vocabularies)
        read = read_pages(
            wanted,
            self.root / "content",
            partial(reader, self.root, self.holds, make_regard),
            self.keeping.folder,
            self.keeping.at_hand,
            hash_of(f"{self.depends_on()} {self.regards is None}"),
            self.jobs,
            self.count,
        )
        for named in wanted:
            self.take(named, read[named.name], pages[named.kind])
        return pages

    def depends_on(self) -> dict[str, str]:
        """Hashes of what reading a page depends on besides the page, by what that is."""
        unread = sorted(self.broken.intersection(VOCABULARIES))
        return {**self.keeping.depends_on, **self.shared, **dict.fromkeys(unread, "")}

    def vocabularies(self, settings: _Settings) -> Guide:
        """A guide without pages."""
        prose = ProseReader(self.holds)
        return Guide(
            settings=settings.settings,
            settings_origin=settings.origin,
            exercises={},
            routines={},
            pages={},
            cautions=self.vocabulary(
                "cautions.yaml", lambda text, path: read_cautions(text, path, prose)
            ),
            sources=self.vocabulary("sources.yaml", read_sources),
            targets=self.vocabulary("targets.yaml", read_terms),
            equipment=self.vocabulary("equipment.yaml", read_terms),
            files=frozenset(name for name in self.files if not is_text(name)),
            broken=frozenset(self.broken),
        )

    def take(self, named: Named, read: Read, pages: dict[str, Any]) -> None:
        """Note what was read of a page."""
        self.problems.extend(read.problems)
        if read.page is None:
            self.broken.add(named.name)
            return
        pages[named.slug] = read.page
        self.digests[named.name] = read.digests
        if named.kind == EXERCISES:
            self.regarded[named.slug] = read.regarded
        if read.is_draft:
            self.drafted.add(named.name)

    def vocabulary(
        self, name: str, read: Callable[[str, str], tuple[dict[str, T], list[Problem]]]
    ) -> dict[str, T]:
        """A vocabulary; empty where the guide has no such file."""
        text = self.text(name) if name in self.files else None
        if text is None:
            return {}
        values, problems = read(text, f"content/{name}")
        self.problems.extend(problems)
        if problems:
            self.broken.add(name)
        return values

    def why_no_slug(self, name: str, slug: str) -> tuple[str, str]:
        """Why a file's name can't be an address, and what to do."""
        alike = [other for other in self.files if other != name and folded(other) == folded(name)]
        if alike:
            other = posixpath.basename(alike[0])
            hint = "give it another name, or take one of the two away"
            return f"{slug} would have the address of {other}", hint
        if is_slug(better := folded(slug)):
            anew = "" if better == slug.lower() else ", its accents typed anew"
            hint = f"name the file {better}.md{anew}"
        else:
            hint = "name the file in small letters, digits and hyphens: knee-rolls.md"
        return f"{slug} can't be an address", hint

    def refuse(self, name: str, message: str, hint: str) -> None:
        """Note that a file can't have its name."""
        self.problems.append(Problem(Place(f"content/{name}"), "file", message, hint))
        self.broken.add(name)


def read_guide(
    root: Path,
    *,
    drafts: bool = False,
    hold_words: Callable[[str], HoldWords | None] = lambda language: None,
    progress: Progress = lambda done, of: None,
) -> tuple[Guide | None, tuple[Problem, ...]]:
    """The guide in a folder and all that is wrong in its files; None where there is no guide."""
    reading = read_folder(root, drafts=drafts, hold_words=hold_words, progress=progress)
    return reading.guide, reading.problems


def read_folder(
    root: Path,
    *,
    drafts: bool = False,
    hold_words: Callable[[str], HoldWords | None] = lambda language: None,
    regards: Callable[[Guide], Regard] | None = None,
    keeping: Keeping | None = None,
    jobs: int = 1,
    progress: Progress = lambda done, of: None,
) -> Reading:
    """Reads the guide in a folder.

    What can't be read is left out of the guide and named in `Guide.broken`. `drafts`: pages that
    are not finished are part of it. `hold_words`: a language's words for phrases that say how
    long to hold, if it has any. `regards` makes of the vocabularies and settings, which it is
    given as a guide without pages, what is asked of each exercise; it has to be such that it can
    be pickled, and so has what it returns. `jobs`: the most processes that read pages.
    """
    settings = _read_settings(root)
    if isinstance(settings, Problem):
        return Reading(None, (settings,))
    listing = list_content(root)
    folder = _Folder(
        root,
        listing.files,
        progress,
        hold_words(settings.settings.language) if settings.settings.inline_timers else None,
        regards,
        keeping or Keeping(),
        jobs,
        problems=[*listing.problems, *settings.problems],
        broken=set(listing.broken),
        shared={SETTINGS_FILE: hash_of(settings.text)},
    )
    vocabularies = folder.vocabularies(settings)
    pages = folder.pages(vocabularies)
    whole = replace(
        vocabularies,
        exercises=pages[EXERCISES],
        routines=pages[ROUTINES],
        pages=pages[PAGES],
        broken=frozenset(folder.broken),
    )
    named = {lead.target for _, lead in whole.leads}
    folder.problems.extend(strays(folder.files, named, all_read=not folder.broken))
    folder.problems.extend(check_pictures(root, whole.exercises.values()))
    folder.problems.extend(unread_theme(root))
    drafted = frozenset(folder.drafted)
    guide = replace(whole, unfinished=drafted) if drafts else _without(drafted, whole)
    regarded = {slug: folder.regarded[slug] for slug in guide.exercises}
    digests = {page.file: folder.digests[page.file] for page in guide.every_page}
    return Reading(guide, tuple(folder.problems), regarded, folder.depends_on(), digests)


def _read_settings(root: Path) -> _Settings | Problem:
    """The settings, or why there is no guide."""
    if not (root / SETTINGS_FILE).is_file():
        hint = "go to the guide's folder, or begin a guide: supple new my-guide"
        if not root.is_dir():
            return Problem(Place(str(root)), "settings", "there is no such folder", hint)
        hint = other_settings(root, SETTINGS_FILE) or hint
        message = f"there is no {SETTINGS_FILE} here, so this is no guide's folder"
        return Problem(Place(SETTINGS_FILE), "settings", message, hint)
    text = read_text(root / SETTINGS_FILE, SETTINGS_FILE)
    if isinstance(text, Problem):
        return _Settings("", FALLBACK, Origin(SETTINGS_FILE), (text,))
    if newer := newer_format(text, SETTINGS_FILE):
        return newer
    settings, origin, problems = read_settings(text, SETTINGS_FILE)
    return _Settings(text, settings, origin, tuple(problems))


def _without(drafts: frozenset[str], whole: Guide) -> Guide:
    """The guide without the pages of these files."""

    def finished(folder: str, pages: Mapping[str, T]) -> dict[str, T]:
        names = {slug: "home.md" if slug == HOME else f"{folder}/{slug}.md" for slug in pages}
        return {slug: page for slug, page in pages.items() if names[slug] not in drafts}

    return replace(
        whole,
        exercises=finished("exercises", whole.exercises),
        routines=finished("routines", whole.routines),
        pages=finished("pages", whole.pages),
        drafts=drafts,
    )
