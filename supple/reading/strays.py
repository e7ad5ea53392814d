"""Files that nobody reads: what they were meant to be, and what to do with them."""

import os
import posixpath
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from supple import starter
from supple.domain.problem import Place, Problem, Severity, did_you_mean_file
from supple.reading.files import folded, read_text
from supple.reading.listing import PAGE_FOLDERS, VOCABULARIES, is_noise, is_text

_MEDIA = re.compile(
    r"\.(?:svg|png|jpe?g|webp|avif|gif|bmp|tiff?|heic|ico|pdf|mp[34]|m4[av]|webm|mov|og[gv]|wav)$",
    re.IGNORECASE,
)
_TEXT_AND_MORE = re.compile(r"(?P<name>.+\.(?:md|yaml))\.[^.]+$", re.IGNORECASE)
_PLAIN = re.compile(r"(?P<name>.+)\.te?xt$", re.IGNORECASE)
_OFFICE = re.compile(r"(?P<name>.+)\.(?:docx?|odt|rtf|pages)$", re.IGNORECASE)


def strays(files: Collection[str], named: Collection[str], *, all_read: bool) -> Iterator[Problem]:
    """Files where Supple doesn't look. `named`: those that a text links to or shows; where not
    every text could be read, only what is nobody's picture or leaflet is told."""
    for name in files:
        folder, _, rest = name.rpartition("/")
        if is_text(name):
            known = name in ("home.md", *VOCABULARIES)
            hint = "" if known or (folder in PAGE_FOLDERS and rest.endswith(".md")) else _hint(name)
        elif name in named:
            hint = ""
        elif more := _TEXT_AND_MORE.match(rest):
            hint = f"rename it to {more['name'].lower()}"
        elif all_read and name.partition("/")[0] in PAGE_FOLDERS and not _MEDIA.search(name):
            hint = _hint(name)
        else:
            hint = ""
        if hint:
            message = "this file is not part of the guide"
            yield Problem(Place(f"content/{name}"), "stray-file", message, hint, Severity.WARNING)


def _hint(name: str) -> str:
    """What to do with a file that isn't part of the guide."""
    folder, _, rest = name.rpartition("/")
    stem = posixpath.splitext(rest)[0].lower()
    if not folder and f"{stem}.yaml" in VOCABULARIES:
        return f"rename it to {stem}.yaml"
    if folder in PAGE_FOLDERS and rest.lower().endswith((".md", ".markdown")):
        return f"rename it to {stem}.md"
    if plain := _PLAIN.match(rest):
        return f"rename it to {plain['name'].lower()}.md, if it is a page"
    if office := _OFFICE.match(rest):
        return f"pages are plain text: copy its words into a file {office['name'].lower()}.md"
    if is_text(name):
        return "pages are called ….md and lie in content/exercises, routines or pages"
    return "link to it from a page, or take it out of here"


def unread_theme(root: Path) -> Iterator[Problem]:
    """What is wrong with a guide's own templates and static files, before they are read."""
    for name in ("templates", "static"):
        folder = root / name
        if os.path.lexists(folder) and not folder.is_dir():
            message = "this is no folder that can be read, so nothing in it replaces Supple's own"
            hint = "rename it; your own files go into a folder of that name"
            yield Problem(Place(name), "theme", message, hint, Severity.WARNING)
    yield from _idle_templates(root)


def _idle_templates(root: Path) -> Iterator[Problem]:
    """Templates that replace none of Supple's and that no other template names."""
    ours, own = _templates(starter.templates()), _templates(root / "templates")
    for name in sorted(own - ours):
        texts = (read_text(root / "templates" / other, other) for other in own - {name})
        if not any(isinstance(text, str) and name in text for text in texts):
            message = "this template replaces none of Supple's, and no other names it"
            tops = ", ".join(sorted(each for each in ours if "/" not in each))
            hint = did_you_mean_file(name, sorted(ours)) or f"Supple's own are {tops}, and parts/…"
            place = Place(f"templates/{name}")
            yield Problem(place, "theme", message, hint, Severity.WARNING)


def _templates(folder: Path) -> set[str]:
    found = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return {name.as_posix() for name in found if not any(map(is_noise, name.parts))}


def other_settings(root: Path, name: str) -> str:
    """ "rename guide.yml to guide.yaml" where a file was meant to be the settings, or nothing."""
    stem = name.partition(".")[0]
    near = [
        each.name
        for each in root.iterdir()
        if folded(each.name.partition(".")[0]) == stem
        and re.search(r"\.ya?ml\b", each.name, re.IGNORECASE)
    ]
    return f"rename {min(near)} to {name}" if near else ""
