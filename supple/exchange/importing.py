"""One `guide.json` into the files of a guide's folder."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from supple.domain.problem import Place, Problem, did_you_mean
from supple.exchange.guide_format import BODY, DERIVED, FOLDERS, FORMAT, PARTS, Part
from supple.exchange.json_text import RULE, read_json
from supple.exchange.plain import what_is_wrong, written
from supple.exchange.yaml_text import page_text, yaml_text
from supple.reading.files import UNSHOWN, cannot_be_shown
from supple.reading.formats.values import DEVICES, is_slug
from supple.reading.listing import is_noise, is_text

_TAKE: Final = "take a file that supple export has written"
_ODD: Final = re.compile(rf'[\\:*?"<>|]|{UNSHOWN.pattern}|[. ]$')
"""What no name of a file may have on some computer."""


def files_of(text: str, path: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of a guide by their places in its folder, and what is wrong with guide.json."""
    data, problem = read_json(text, path)
    if problem:
        return {}, [problem]
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        message = f"this is no {FORMAT}: its first key should say so"
        return {}, [Problem(Place(path), RULE, message, _TAKE)]
    reading = _Reading(path)
    for name, value in data.items():
        if name in PARTS:
            reading.part(name, PARTS[name], value)
        elif name == "files":
            reading.files_as_they_are(value)
        elif name != "format":
            known = (*PARTS, "files")
            hint = did_you_mean(name, known) or f"its keys are {', '.join(known)}"
            reading.refuse(name, f"{name} is not a part of a guide", hint)
    if "settings" not in data:
        reading.refuse("settings", "the settings are missing", _TAKE)
    return reading.files, reading.problems


def key_of(path: str) -> str:
    """The keys of guide.json behind which a file of the guide stands, such as exercises/squat."""
    for name, part in PARTS.items():
        before, several, after = part.path.partition("{}")
        if path in (part.path, before.rstrip("/")):  # a file, or the folder of several
            return name
        if several and path.startswith(before) and path.endswith(after):
            return f"{name}/{path.removeprefix(before).removesuffix(after)}"
    return f"files/{path}"


class _Reading:
    """What has come out of a guide.json so far: the files, and what is wrong."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.files: dict[str, bytes] = {}
        self.problems: list[Problem] = []

    def where(self, *keys: str) -> str:
        return f"{self.path}: {'/'.join(keys)}"

    def refuse(self, key: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Place(self.where(key)), RULE, message, hint))

    def part(self, name: str, part: Part, value: object) -> None:
        if not part.many:
            self.file(part, part.path, value, name)
        elif isinstance(value, dict):
            for slug, page in value.items():
                if is_slug(slug) and slug not in DEVICES:
                    self.file(part, part.path.format(slug), page, name, slug)
                else:
                    hint = "use small letters, digits and hyphens"
                    self.refuse(f"{name}/{slug}", f"{slug} can't be a file's name", hint)
        else:
            self.refuse(name, "pages by their names belong here", _TAKE)

    def file(self, part: Part, path: str, value: object, *keys: str) -> None:
        """One file of texts."""
        if not isinstance(value, dict):
            self.refuse("/".join(keys), f"the keys of {path} belong here", _TAKE)
            return
        apart = {BODY, *DERIVED} if part.has_body else set()
        front = written(part.kind, {key: it for key, it in value.items() if key not in apart})
        self.problems += what_is_wrong(part.kind, front, self.where(*keys))
        body = value.get(BODY, "") if part.has_body else ""
        if not isinstance(body, str):
            self.refuse("/".join((*keys, BODY)), "a text in Markdown belongs here", _TAKE)
            return
        plain = _without_nothing(front)
        if unshown := UNSHOWN.search("\n".join(_texts([front, body]))):
            self.refuse("/".join(keys), cannot_be_shown(unshown[0]), "take it out")
            return
        text = page_text(plain, body) if part.has_body else yaml_text(plain)
        self.files[path] = text.encode()

    def files_as_they_are(self, value: object) -> None:
        """Pictures, and what else isn't text."""
        if not isinstance(value, dict):
            self.refuse("files", "files by their names belong here", _TAKE)
            return
        for name, data in value.items():
            if why := _unfit(name):
                self.refuse(f"files/{name}", why, _TAKE)
                continue
            try:
                self.files[name] = base64.b64decode(data, validate=True)
            except (TypeError, ValueError, binascii.Error):
                self.refuse(f"files/{name}", "this is no base64, so no file can be made", _TAKE)


def _unfit(name: str) -> str:
    """Why a file may not have a name; it must not get out of the guide, nor be one of its texts."""
    folder, *rest = name.split("/")
    if folder not in FOLDERS or not rest:
        return f"a file has to lie in {', '.join(FOLDERS)}"
    for part in rest:
        stem = part.partition(".")[0].lower()
        if not part.strip(". ") or _ODD.search(part) or is_noise(part) or stem in DEVICES:
            return "no file can have this name"
    if folder == "content" and is_text(name):
        return "texts of the guide stand in parts of their own"
    return ""


def _texts(value: Any) -> Iterator[str]:
    """Every text and every key in some data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        for name, below in value.items():
            yield name
            yield from _texts(below)


def _without_nothing(value: Any) -> Any:
    """Data without null, which a file says by not saying anything."""
    if isinstance(value, Mapping):
        return dict(_kept(value))
    if isinstance(value, list):
        return ["" if item is None else _without_nothing(item) for item in value]
    return value


def _kept(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, below in value.items():
        yield name, {} if below is None else _without_nothing(below)
