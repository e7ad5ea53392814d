"""Whatever somebody does between two builds, the second comes to just what a clean one would: the
same bytes, the same problems."""

import os
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, example, given, note, settings
from hypothesis import strategies as st

from supple.cli import main
from supple.publishing.ledger import FOLDER
from supple.starter import templates
from tests.guides import FILES, ROUTINE, SAFETY, SETTINGS, STRETCH, write_guide

CALF: Final = STRETCH.replace("Knee hug", "Calf stretch").replace("supine", "standing")
ROLLS: Final = STRETCH.replace("Knee hug", "Knee rolls").replace(
    "Why and how.", "Like the [calf stretch](calf.md#steps)."
)
EVENING: Final = ROUTINE.replace("Morning", "Evening").replace("knee-hug", "calf")
WEEK: Final = ROUTINE.replace("Morning", "A week").replace(
    "exercises:\n  - exercise: knee-hug\n",
    "days:\n  - title: One\n    exercises:\n      - exercise: knee-hug\n"
    "  - title: Two\n    exercises:\n      - exercise: rolls\n      - exercise: knee-hug\n",
)
PLAIN: Final = f"{SETTINGS}outputs:\n  pdf: false\n"
GUIDE: Final[Mapping[str, str]] = {
    **FILES,
    "guide.yaml": PLAIN,
    "content/pages/safety.md": SAFETY,
    "content/pages/about.md": "---\ntitle: About\n---\n\n[The hug](../exercises/knee-hug.md).\n",
    "content/exercises/calf.md": CALF,
    "content/exercises/rolls.md": ROLLS,
    "content/routines/evening.md": EVENING,
    "content/routines/week.md": WEEK,
}
FOREIGN: Final = "Supple did not write it"
PAGES: Final = [name for name in GUIDE if name.endswith(".md")]
EXERCISES: Final = [name for name in GUIDE if "/exercises/" in name]
ROUTINES: Final = [name for name in GUIDE if "/routines/" in name]
TEMPLATE: Final = (templates() / "exercise.html").read_text(encoding="utf-8")

QUICK: Final = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without looking for a smaller example, which takes minutes."""

Change: TypeAlias = Callable[[Path], None]


@dataclass(frozen=True)
class Replace:
    """Other words in a file, if it is there and has them."""

    file: str
    old: str
    new: str

    def __call__(self, guide: Path) -> None:
        place = guide / self.file
        if place.is_file():
            text = place.read_text(encoding="utf-8")
            place.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")


@dataclass(frozen=True)
class Write:
    """A file with this content; None: no file."""

    file: str
    text: str | None

    def __call__(self, guide: Path) -> None:
        place = guide / self.file
        if self.text is None:
            place.unlink(missing_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(self.text, encoding="utf-8")


@dataclass(frozen=True)
class Rename:
    file: str
    to: str

    def __call__(self, guide: Path) -> None:
        if (guide / self.file).is_file():
            (guide / self.file).rename(guide / self.to)


@dataclass(frozen=True)
class Touch:
    """A new time, long ago, and nothing else."""

    file: str
    second: int

    def __call__(self, guide: Path) -> None:
        if (guide / self.file).is_file():
            os.utime(guide / self.file, (self.second, self.second))


@dataclass(frozen=True)
class Slip:
    """Other letters at the end of a file, which keeps its size and its time."""

    file: str

    def __call__(self, guide: Path) -> None:
        place = guide / self.file
        if place.is_file():
            seen = place.stat()
            place.write_bytes(place.read_bytes()[:-3] + b"x. ")
            os.utime(place, ns=(seen.st_atime_ns, seen.st_mtime_ns))


@dataclass(frozen=True)
class Spoil:
    """Something happens to one of the files that match, by its number: cut off, overwritten,
    deleted."""

    pattern: str
    number: int
    how: str

    def __call__(self, guide: Path) -> None:
        files = sorted(each for each in guide.glob(self.pattern) if each.is_file())
        if not files:
            return
        file = files[self.number % len(files)]
        data = file.read_bytes()
        if self.how == "delete":
            file.unlink()
        elif self.how == "cut":
            file.write_bytes(data[: len(data) // 2])
        else:
            file.write_bytes(b"{}" if self.how == "empty" else data[:-1] + b"#")


@dataclass(frozen=True)
class Forget:
    """All that Supple has kept is gone."""

    def __call__(self, guide: Path) -> None:
        rmtree(guide / FOLDER, ignore_errors=True)


WORDS: Final = st.sampled_from(["Bend", "Slow knees", "Ünder", "A & <b>", "Morning"])
EDITS: Final = st.one_of(
    st.builds(Replace, st.sampled_from(PAGES), st.just("\ntitle: "), st.just("\ntitle: New ")),
    st.builds(
        lambda file, word: Replace(file, "\n1. ", f"\nMore {word}.\n\n1. "),
        st.sampled_from(EXERCISES),
        WORDS,
    ),
    st.builds(Replace, st.sampled_from(EXERCISES), st.just("\n2. "), st.just("\n2. Gently. ")),
    st.sampled_from(
        [
            Replace(file, old, new)
            for file in EXERCISES
            for old, new in (
                ("supine", "prone"),
                ("level: gentle", "level: strong"),
                ("hold: 20 s", "hold: 25 s"),
                ("hold: 20 s", "hold: 70 s"),
                ("  - lower back\n", "  - hips\n"),
                ("mat or bed", "towel"),
                ("cautions:\n", "aliases:\n  - old-name\ncautions:\n"),
                ("checked:", "draft: true\nchecked:"),
                ("draft: true\n", ""),
                ("cautions:\n", "review:\n  - Look at this.\ncautions:\n"),
                ("(calf.md#steps)", "(calf.md#nowhere)"),
                ("15 to 30", "50 to 60"),
            )
        ]
    ),
    st.sampled_from(
        [
            Replace(file, old, new)
            for file in ROUTINES
            for old, new in (
                ("- exercise: knee-hug\n", "- exercise: rolls\n"),
                ("- exercise: calf\n", "- exercise: knee-hug\n    hold: 15 s\n"),
                ("place: bed", "place: floor"),
                ("Take your time.", "Take [your](../pages/about.md) time."),
            )
        ]
    ),
)
OTHERS: Final = st.one_of(
    st.sampled_from(
        [
            Write("guide.yaml", f"{PLAIN}publisher: A clinic\n"),
            Write("guide.yaml", f"{PLAIN}  sheets: false\n"),
            Write("guide.yaml", f"{PLAIN}inline_timers: false\n"),
            Write("guide.yaml", f"{PLAIN}url: https://example.org/a/\n"),
            Write("guide.yaml", PLAIN),
            Write("content/targets.yaml", "lower back: {title: Low back, synonyms: [lumbar]}\n"),
            Write("content/targets.yaml", "lower back: {}\nhips: {region: buttocks}\n"),
            Write("content/targets.yaml", "- broken\n"),
            Replace("content/cautions.yaml", "text: ", "text: Please. "),
            Replace("content/equipment.yaml", "mat:", "rug:"),
            Replace("content/pages/safety.md", "chest pain", "chest pains"),
            Replace("content/pages/safety.md", "- Sharp pain", "- Any pain"),
            Write("content/exercises/new.md", STRETCH.replace("Knee hug", "New")),
            Write("content/exercises/new.md", None),
            Write("content/exercises/calf.md", None),
            Write("content/exercises/calf.md", CALF),
            Write("content/exercises/rolls.md", "---\n"),
            Write("content/exercises/rolls.md", ROLLS),
            Write("content/routines/evening.md", None),
            Write("content/routines/evening.md", EVENING),
            Write("content/pages/more.md", "---\ntitle: More\n---\n\nMore.\n"),
            Write("content/pages/more.md", None),
            Rename("content/exercises/calf.md", "content/exercises/calves.md"),
            Rename("content/exercises/calves.md", "content/exercises/calf.md"),
            Write("templates/exercise.html", TEMPLATE.replace("<h1", "<p>Ours</p><h1")),
            Write("templates/exercise.html", "{{ page.nothing }}"),
            Write("templates/exercise.html", None),
            Write("static/supple.css", "p { color: red }"),
            Write("static/supple.css", None),
        ]
    ),
    st.builds(Touch, st.sampled_from([*PAGES, "guide.yaml"]), st.integers(1, 2_000_000_000)),
    st.builds(Slip, st.sampled_from(PAGES)),
    st.builds(
        Spoil,
        st.sampled_from(["_site/**/*.html", "_site/**/*", f"{FOLDER}/**/*", f"{FOLDER}/*.json"]),
        st.integers(0, 1000),
        st.sampled_from(["delete", "cut", "empty", "last"]),
    ),
    st.just(Forget()),
)


@dataclass(frozen=True, slots=True)
class Step:
    """Changes, and a build with these options, by a Supple of this version."""

    changes: tuple[Change, ...]
    options: tuple[str, ...]
    version: str


STEPS: Final = st.lists(
    st.builds(
        Step,
        st.lists(st.one_of(EDITS, EDITS, OTHERS), max_size=3).map(tuple),
        st.sampled_from([(), (), (), ("--drafts",), ("--clean",), ("--jobs", "1")]),
        st.sampled_from(["1", "1", "1", "2"]),
    ),
    min_size=1,
    max_size=5,
)


def built(guide: Path, options: tuple[str, ...], version: str) -> tuple[int, list[str]]:
    """How a build ended, and the problems that it told of."""
    said = StringIO()
    with redirect_stdout(said), patch("supple.pipeline.made_by", return_value=version):
        code = main(["build", str(guide), *options])
    return code, said.getvalue().replace(str(guide), "").splitlines()[:-1]


def contents(site: Path) -> dict[str, bytes]:
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def comes_to_the_same(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        guide, clean = Path(folder, "guide"), Path(folder, "clean")
        write_guide(guide, dict(GUIDE))
        assert built(guide, (), "1")[0] == 0
        for step in steps:
            note(step)
            for change in step.changes:
                change(guide)
            copytree(guide, clean, ignore=ignore_patterns("_site", FOLDER))
            before = contents(guide / "_site")
            ended = built(guide, step.options, step.version)
            if any(FOREIGN in line for line in ended[1]):  # the ledger is lost: nothing is risked
                assert contents(guide / "_site") == before
                rmtree(guide / "_site")
                ended = built(guide, step.options, step.version)
            assert ended == built(clean, step.options, step.version)
            if ended[0] == 0:
                assert contents(guide / "_site") == contents(clean / "_site")
            rmtree(clean)


@settings(
    max_examples=12, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.too_slow]
)
@example(
    [
        Step((Write("content/exercises/new.md", STRETCH.replace("Knee hug", "New")),), (), "1"),
        Step((Write("content/exercises/new.md", None),), (), "1"),
        Step(
            (Replace("content/exercises/rolls.md", "checked:", "draft: true\nchecked:"),), (), "1"
        ),
        Step((Slip("content/exercises/calf.md"),), (), "1"),
    ]
)
@given(STEPS)
def test_a_build_comes_to_what_a_clean_one_would(steps: list[Step]) -> None:
    comes_to_the_same(steps)


@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_so_do_many_more(steps: list[Step]) -> None:
    comes_to_the_same(steps)
