"""A guide's folder into a guide, with the problems of all its files."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from supple.domain.guide import HOME, Guide
from supple.domain.problem import Origin, Place, Problem
from supple.domain.prose import HoldWords
from supple.processes import batches, spread, worth
from supple.reading.files import folded, read_text
from supple.reading.formats.values import DEVICES, device_name, is_slug
from supple.reading.listing import is_text, list_content
from supple.reading.pictures import check_pictures
from supple.reading.prose import ProseReader
from supple.reading.reader import (
    AT_ONCE,
    EXERCISES,
    PAGES,
    READERS,
    ROUTINES,
    Named,
    Read,
    reader,
)
from supple.reading.settings import FALLBACK, newer_format, read_settings
from supple.reading.strays import other_settings, strays, unread_theme
from supple.reading.vocabularies import read_cautions, read_sources, read_terms

SETTINGS_FILE = "guide.yaml"
RESERVED = {
    "exercises": frozenset({"index", "all"}),
    "routines": frozenset({"index"}),
    "pages": frozenset({"index", "404", "body-map", "diary"}),
}
"""Names that the pages of each folder can't have, since Supple writes such a page itself."""

T = TypeVar("T")
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Folder:
    """The files of a guide, and what was found wrong while reading them."""

    root: Path
    files: tuple[str, ...]
    progress: Progress
    holds: HoldWords | None
    jobs: int
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    drafted: set[str] = field(default_factory=set)
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

    def pages(self) -> dict[str, dict[str, Any]]:
        """The pages of each kind by their slugs; what can't be read isn't among them."""
        pages: dict[str, dict[str, Any]] = {kind: {} for kind in READERS}
        wanted = [*self.named()]
        make = partial(reader, self.root, self.holds)
        jobs = worth(self.jobs, len(wanted))
        reads = chain.from_iterable(spread(make, batches(wanted, AT_ONCE), jobs))
        for named, read in zip(wanted, reads, strict=True):
            self.take(named, read, pages[named.kind])
            self.count()
        return pages

    def take(self, named: Named, read: Read, pages: dict[str, Any]) -> None:
        """Note what was read of a page."""
        self.problems.extend(read.problems)
        if read.page is None:
            self.broken.add(named.name)
            return
        pages[named.slug] = read.page
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
    jobs: int = 1,
    progress: Progress = lambda done, of: None,
) -> tuple[Guide | None, tuple[Problem, ...]]:
    """The guide in a folder and all that is wrong in its files; None where there is no guide.

    What can't be read is left out of the guide and named in `Guide.broken`. `hold_words`: a
    language's words for phrases that say how long to hold, if it has any. `jobs`: the most
    processes that read pages.
    """
    if not (root / SETTINGS_FILE).is_file():
        hint = "go to the guide's folder, or begin a guide: supple new my-guide"
        if not root.is_dir():
            return None, (Problem(Place(str(root)), "settings", "there is no such folder", hint),)
        hint = other_settings(root, SETTINGS_FILE) or hint
        message = f"there is no {SETTINGS_FILE} here, so this is no guide's folder"
        return None, (Problem(Place(SETTINGS_FILE), "settings", message, hint),)
    text = read_text(root / SETTINGS_FILE, SETTINGS_FILE)
    if isinstance(text, Problem):
        settings, origin, problems = FALLBACK, Origin(SETTINGS_FILE), [text]
    elif newer := newer_format(text, SETTINGS_FILE):
        return None, (newer,)
    else:
        settings, origin, problems = read_settings(text, SETTINGS_FILE)
    listing = list_content(root)
    folder = _Folder(
        root,
        listing.files,
        progress,
        holds=hold_words(settings.language) if settings.inline_timers else None,
        jobs=jobs,
        problems=[*listing.problems, *problems],
        broken=set(listing.broken),
    )
    pages = folder.pages()
    prose = ProseReader(folder.holds)
    whole = Guide(
        settings=settings,
        settings_origin=origin,
        exercises=pages[EXERCISES],
        routines=pages[ROUTINES],
        pages=pages[PAGES],
        cautions=folder.vocabulary(
            "cautions.yaml", lambda text, path: read_cautions(text, path, prose)
        ),
        sources=folder.vocabulary("sources.yaml", read_sources),
        targets=folder.vocabulary("targets.yaml", read_terms),
        equipment=folder.vocabulary("equipment.yaml", read_terms),
        files=frozenset(name for name in folder.files if not is_text(name)),
        broken=frozenset(folder.broken),
    )
    named = {reference.target for _, reference in whole.references}
    folder.problems.extend(strays(folder.files, named, all_read=not folder.broken))
    folder.problems.extend(check_pictures(root, whole.exercises.values()))
    folder.problems.extend(unread_theme(root))
    drafted = frozenset(folder.drafted)
    guide = replace(whole, unfinished=drafted) if drafts else _without(drafted, whole)
    return guide, tuple(folder.problems)


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
