"""The templates: the guide's own before Supple's, and what they are rendered with."""

import base64
import hashlib
import marshal
import re
import sys
import traceback
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from types import CodeType

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.utils import missing
from markupsafe import Markup

from supple.domain.problem import Place, Problem, did_you_mean
from supple.rendering.plan import PagePlan
from supple.rendering.views.site import Site
from supple.rendering.wording import Wording
from supple.sound import read_sound, write_sound
from supple.stamps import hash_of

MOST_COMPILED = 300
"""So many compiled templates are kept in a folder: those of today and of some days before."""
LARGEST = 1_000_000
"""The most bytes that a template may have: far more than anybody writes."""


class Compiled(BytecodeCache):
    """Templates as they were compiled, for whoever renders them again: in this process, and by
    `folder`, where there is one, in any. A template that has changed since is compiled anew, and
    so is what the folder has if it is damaged; it is for what compiles just like this only."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._code: dict[str, tuple[str, CodeType]] = {}
        self._compiler = f"{sys.version} {version('jinja2')}"

    def __reduce__(self) -> tuple[type["Compiled"], tuple[Path | None]]:
        return Compiled, (self._folder,)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return f"{name}|{filename}"  # a folder's name may be no text, and Jinja's key must be

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif data := read_sound(self._file(bucket)):
            bucket.code = marshal.loads(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = (bucket.checksum, bucket.code)
            file = self._file(bucket)
            if file and file.parent.is_dir() and len([*file.parent.iterdir()]) >= MOST_COMPILED:
                rmtree(file.parent, ignore_errors=True)  # nearly all of them are of old templates
            write_sound(file, marshal.dumps(bucket.code))

    def _file(self, bucket: Bucket) -> Path | None:
        """Of two templates with one content each tells of errors by its own name."""
        name = hash_of(f"{bucket.key} {bucket.checksum} {self._compiler}")
        return self._folder / name if self._folder else None


class _TooLargeError(Exception):
    """A template that nobody can have written."""


class _Loader(FileSystemLoader):
    """Reads no template that is something else by mistake."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        for folder in self.searchpath:
            file = Path(folder, template)
            if file.is_file():
                if (size := file.stat().st_size) > LARGEST:
                    message = f"the template has {size:,} bytes; it may have {LARGEST:,}"
                    raise _TooLargeError(message)
                break
        return super().get_source(environment, template)


class _Undefined(StrictUndefined):
    """Says what isn't there in the template's words, not in Python's."""

    @property
    def _undefined_message(self) -> str:
        name, value = self._undefined_name, self._undefined_obj
        if self._undefined_hint or value is missing:
            return self._undefined_hint or f"there is no {name} here"
        near = did_you_mean(str(name), [each for each in _names_in(value) if each != name])
        return f"{_called(value)} has no {name}\n{near}".strip()


_CALLED: Mapping[type, str] = {
    type(None): "an empty value",
    Mapping: "static",
    str: "a text",
    Sequence: "a list",
    int: "a number",
}


def _called(value: object) -> str:
    """What a template's author calls a value: "a page" for a HomePage."""
    for kind, name in _CALLED.items():
        if isinstance(value, kind):
            return name
    word = re.findall("[A-Z]?[a-z]+|$", type(value).__name__)[-2:][0].lower()
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def _names_in(value: object) -> list[str]:
    """The names that a template can take out of a value."""
    if isinstance(value, Mapping):
        return [*value]
    return [field.name for field in fields(value)] if is_dataclass(value) else []


def _once(templates: Environment) -> Callable[[str, Site], Markup]:
    """What renders a part that is the same on all pages of a folder, as far as the navigation says
    the same of where one is."""
    rendered: dict[Hashable, Markup] = {}

    def part(name: str, site: Site) -> Markup:
        key = name, site.home, site.navigation
        if key not in rendered:
            text = templates.get_template(name).render(site=site.without_page)
            rendered[key] = Markup(text)
        return rendered[key]

    return part


def environment(
    folders: Sequence[Path], say: Wording, compiled: Compiled | None = None
) -> Environment:
    """A template of a name is looked for in each folder in turn."""
    made = Environment(
        loader=_Loader(folders),
        autoescape=True,
        undefined=_Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
    )
    made.globals |= {"say": say, "rendered_once": _once(made)}
    made.filters["source_hash"] = source_hash
    return made


def render_pages(
    plans: Sequence[PagePlan],
    folders: Sequence[Path],
    say: Wording,
    compiled: Compiled | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[list[tuple[str, bytes]], tuple[Problem, ...]]:
    """Each page's address and bytes, and what is wrong with the templates."""
    render = renderer(folders, say, compiled)
    pages: list[tuple[str, bytes]] = []
    problems: dict[Problem, None] = {}
    for number, plan in enumerate(plans, start=1):
        made = render(plan)
        if isinstance(made, Problem):
            problems[made] = None
        else:
            pages.append((plan.address, made))
        progress(number, len(plans))
    return pages, tuple(problems)


def renderer(
    folders: Sequence[Path], say: Wording, compiled: Compiled | None = None
) -> Callable[[PagePlan], bytes | Problem]:
    """Makes a page's bytes, or tells what is wrong with its template."""
    templates = environment(folders, say, compiled)

    def render(plan: PagePlan) -> bytes | Problem:
        view = plan.view()
        try:
            template = templates.get_template(plan.template)
            text = template.render(site=view.site, page=view.page, head=view.head)
        except Exception as error:  # a template is code, and its author may have written it
            return _problem_of(error, plan.template, folders)
        return text.encode("utf-8")

    return render


def _problem_of(error: Exception, template: str, folders: Sequence[Path]) -> Problem:
    """A template's error as a problem with its file and line."""
    if isinstance(error, TemplateSyntaxError):
        place = Place(f"templates/{error.name or template}", error.lineno)
        return Problem(place, "template", str(error.message), "mend the template's own code here")
    place = Place(f"templates/{template}")
    if isinstance(error, _TooLargeError):
        return Problem(place, "template", str(error), "is it a picture or a film by mistake?")
    if isinstance(error, PermissionError):
        place = Place(f"templates/{Path(error.filename).name}")
        hint = "change its permissions so that you can read it"
        return Problem(place, "template", "you may not read it", hint)
    if isinstance(error, UnicodeDecodeError):
        return Problem(place, "template", "the template is not UTF-8 text", "save it as UTF-8")
    for frame in traceback.extract_tb(error.__traceback__):
        inside = [folder for folder in folders if Path(frame.filename).is_relative_to(folder)]
        if inside:
            name = Path(frame.filename).relative_to(inside[0]).as_posix()
            place = Place(f"templates/{name}", frame.lineno or 0)
    if isinstance(error, TemplateNotFound):
        message = f"there is no template {error.name}"
        return Problem(place, "template", message, "write the name of a file in templates")
    if isinstance(error, RecursionError):
        message = "the template includes itself, or goes on without end"
        return Problem(place, "template", message, "take that line out")
    if isinstance(error, KeyError):
        message = f"{error.args[0]} is not in the wording table"
        return Problem(place, "template", message, "write one of its keys")
    message, _, better = str(error).partition("\n")
    hint = "a template gets page, site, head and say: see the names in the default templates"
    return Problem(place, "template", message, better or hint)


def source_hash(text: str) -> Markup:
    """What a Content-Security-Policy calls an inline style by: `'sha256-…'`."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return Markup("'sha256-" + base64.b64encode(digest).decode("ascii") + "'")
