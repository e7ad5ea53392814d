"""What a guide's pages are made from, on a screen and on paper: the guide, its figures, its words
and its static files. It is read and checked on the way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from supple import starter
from supple.checking.finding import subject_of
from supple.checking.guide import check_guide
from supple.checking.registry import check_rules
from supple.domain.drawing import Figures
from supple.domain.guide import Guide
from supple.domain.problem import Problem, has_errors, in_order
from supple.domain.progress import Progress, silent
from supple.drawing.gallery import Kept as Drawings
from supple.drawing.gallery import gallery
from supple.printing.manuscript import Manuscript, manuscript
from supple.publishing.file import File
from supple.reading.folder import Keeping, read_folder
from supple.reading.listing import is_noise, list_static
from supple.reading.reader import Digests
from supple.regarding import Regarded, regards
from supple.rendering import hold_phrases, wording
from supple.rendering.look import Dressed, dressed
from supple.rendering.paper.foot import plan_feet
from supple.rendering.paper.plan import Print, pages_to_print
from supple.rendering.plan import plan_files
from supple.rendering.search import Findable
from supple.rendering.static import StaticFile, with_hashes
from supple.rendering.theme import Compiled, render_pages
from supple.stamps import digest_of, hash_of

ICON = "icon.svg"
ICONS_OF_DOTS = ("icon.png", "touch-icon.png")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A guide that was read, what is wrong in it, and what else its pages are made from."""

    folder: Path
    guide: Guide
    problems: tuple[Problem, ...]
    figures: Figures
    look: Dressed
    static: Mapping[str, StaticFile]
    findable: Mapping[str, Findable]
    minutes: Mapping[str, int]
    depends_on: Mapping[str, str]
    digests: Mapping[str, Digests]

    @property
    def say(self) -> wording.Wording:
        return wording.load(self.guide.settings.language)

    @property
    def names(self) -> Mapping[str, str]:
        """The address of each static file by the name that templates call it by."""
        return {name: file.address for name, file in self.static.items()}

    def files(self) -> Iterator[File]:
        """What pages show or link to, and aren't pages: static files, styles of single sheets,
        pictures and other files that lie beside the text."""
        for each in self.static.values():
            yield File(each.address, each.content)
        for foot in plan_feet(self.guide, self.say):
            yield File(*foot)
        for address, name in plan_files(self.guide):
            yield File(address, self.folder / "content" / name)

    @property
    def common(self) -> dict[str, str]:
        """Hashes of what all pages are made from, by what that is."""
        guide = self.guide
        titles = [(slug, page.title) for slug, page in guide.pages.items()]
        safety = {f"content/{page.file}": self.whole(page.file) for page in [guide.safety] if page}
        return {
            **self.depends_on,
            **safety,
            "the look": hash_of(self.look.tokens),
            "the pages in the foot": hash_of(
                repr((titles, bool(guide.exercises or guide.routines)))
            ),
            "the choice of drafts": hash_of(repr(sorted(guide.unfinished))),
            "static files": hash_of(repr(self.names)),
            **{f"templates/{name}": digest for name, digest in _own_templates(self.folder)},
        }

    def whole(self, file: str) -> str:
        """The hash of a page's file, counted from `content/`."""
        return self.digests[file].whole

    @property
    def lists(self) -> str:
        """A hash of what lists show of all pages."""
        return hash_of(repr([(file, digests.listed) for file, digests in self.digests.items()]))

    @property
    def templates(self) -> tuple[Path, ...]:
        """Where templates lie, the guide's own first."""
        return self.folder / "templates", starter.templates()


@dataclass(frozen=True, slots=True)
class Aspect:
    """How a guide is looked at. A build leaves out the rules that take long or need a clock: the
    same files always come to the same."""

    building: bool = True
    today: date | None = None


def prepare(
    folder: Path,
    drawings: Drawings,
    progress: Progress = silent,
    aspect: Aspect | None = None,
    *,
    drafts: bool = False,
    jobs: int = 1,
    keeping: Keeping | None = None,
) -> Prepared | tuple[Problem, ...]:
    """A guide with everything wrong in it, or why there is none. `drawings` are those of pages from
    earlier times, and are added to; `aspect`: as for a build, if nothing else is said; `drafts`:
    pages that are not finished are read too; `jobs`: the most processes that read; `keeping`: where
    what was read is kept for the next time."""
    reading = read_folder(
        folder,
        drafts=drafts,
        hold_words=hold_phrases.words,
        regards=regards,
        keeping=keeping,
        jobs=jobs,
        progress=lambda done, of: progress("reading", done, of),
    )
    guide, problems = reading.guide, reading.problems
    if guide is None:
        return in_order(problems)
    regarded: Mapping[str, Regarded] = reading.regarded
    alone = chain.from_iterable(each.judged.problems for each in regarded.values())
    drawn = {slug: each.drawn for slug, each in regarded.items() if each.drawn}
    figures, shortfalls = gallery(guide, drawn, drawings)
    own, unfit = list_static(folder)
    look = dressed(_static_files(own), guide)
    checked = check_guide(guide, wording.languages())
    wrong = (*problems, *alone, *checked, *shortfalls, *unfit, *look.problems)
    against = _against_rules(guide, regarded, aspect or Aspect(), wrong)
    found = {slug: each.findable for slug, each in regarded.items() if each.findable}
    return Prepared(
        folder,
        guide,
        in_order((*wrong, *against)),
        figures,
        look,
        with_hashes(look.files),
        found,
        {slug: each.minutes for slug, each in regarded.items()},
        reading.depends_on,
        reading.digests,
    )


def manuscripts(
    prepared: Prepared,
    prints: Iterable[Print],
    files: Iterable[File],
    compiled: Compiled | None = None,
    progress: Progress = silent,
) -> tuple[dict[str, Manuscript], tuple[Problem, ...]]:
    """What goes to press for each PDF, by its address, and what is wrong with the templates.
    `files` are those that pages may show."""
    plans = pages_to_print(
        prints,
        prepared.guide,
        prepared.say,
        prepared.names,
        prepared.figures,
        prepared.look.figure_styles,
    )
    pages, problems = render_pages(
        tuple(plans),
        prepared.templates,
        prepared.say,
        compiled,
        progress=lambda done, of: progress("rendering", done, of),
    )
    there = {file.address: file.content for file in files}
    return {address: manuscript(address, [page], there) for address, page in pages}, problems


def _against_rules(
    guide: Guide, regarded: Mapping[str, Regarded], aspect: Aspect, wrong: Sequence[Problem]
) -> Iterator[Problem]:
    """What the rules of the subject are against, but for exercises alone, where so much else is
    wrong."""
    building = aspect.building
    subject = subject_of(guide, aspect.today, building=building, has_errors=has_errors(wrong))
    judged = {slug: each.judged for slug, each in regarded.items()}
    return check_rules(subject, judged, building=building)


def _own_templates(folder: Path) -> Iterator[tuple[str, str]]:
    """The guide's own templates, by name, with their hashes."""
    home = folder / "templates"
    for file in sorted(home.rglob("*")):
        if file.is_file():
            yield file.relative_to(home).as_posix(), digest_of(file)


def _static_files(own: Mapping[str, Path]) -> dict[str, bytes]:
    """Supple's static files by name, each replaced by the guide's `own` of the same name."""
    home = starter.static()
    ours = {
        file.relative_to(home).as_posix(): file
        for file in home.rglob("*")
        if file.is_file() and not is_noise(file.name)
    }
    found = {**ours, **own}
    if ICON in own:  # Supple's others would be another guide's
        for name in ICONS_OF_DOTS:
            if name not in own:
                del found[name]
    return {name: found[name].read_bytes() for name in sorted(found)}
