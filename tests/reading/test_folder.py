"""A guide's folder: what each file is for, and what a file that can't be read spoils."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.domain.guide import HOME, Guide
from supple.pipeline import build, check
from supple.reading.folder import read_guide
from tests.guides import FILES, ROUTINE, SETTINGS, STRETCH, write_files, write_guide
from tests.told import places, told

CALF = "content/exercises/calf.md"
DRAFT = STRETCH.replace("title:", "draft: true\ntitle:", 1)


def read(folder: Path, changes: dict[str, str | bytes | None]) -> Guide:
    """The small guide with some files changed, in which nothing is wrong."""
    guide, problems = read_guide(write_guide(folder, changes))
    assert not problems, told(problems)
    assert guide is not None
    return guide


def checked(folder: Path, changes: dict[str, str | bytes | None]) -> str:
    """All that is wrong in the small guide with some files changed."""
    return told(check(write_guide(folder, changes)).problems)


def test_the_small_guide_of_these_tests_has_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, {}) == ""


def test_every_file_has_the_role_of_its_folder(tmp_path: Path) -> None:
    guide = read(
        tmp_path,
        {
            CALF: STRETCH,
            "content/pages/about.md": "---\ntitle: About\n---\n",
            "content/exercises/knee.png": "picture",
            "content/routines/Leaflet (2).pdf": "leaflet",
            "content/pages/deep/down/knee.svg": "drawing",
            "content/logo.webp": "logo",
        },
    )
    assert [*guide.exercises] == ["calf", "knee-hug"]
    assert [*guide.routines] == ["morning"]
    assert [*guide.pages] == [HOME, "about", "safety"]
    assert (len(guide.cautions), len(guide.sources)) == (2, 1)
    assert (len(guide.targets), len(guide.equipment)) == (1, 2)
    assert guide.files == {
        "exercises/knee.png",
        "routines/Leaflet (2).pdf",
        "pages/deep/down/knee.svg",
        "logo.webp",
    }


def test_hidden_files_are_nobodys_business(tmp_path: Path) -> None:
    hidden = {
        f"content/{name}": "?" for name in (".DS_Store", "exercises/.calf.md.swp", ".git/a.md")
    }
    assert read(tmp_path, {**hidden}).files == frozenset()


def test_a_draft_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    guide = read(tmp_path, {CALF: DRAFT})
    assert "calf" not in guide.exercises
    assert guide.drafts == {"exercises/calf.md"}
    with_drafts, _ = read_guide(tmp_path, drafts=True)
    assert with_drafts is not None
    assert "calf" in with_drafts.exercises
    assert with_drafts.drafts == frozenset()


def test_what_leads_to_a_draft_is_told_that_it_is_one(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {
        "guide.yaml": SETTINGS + "first_routine: evening\n",
        CALF: DRAFT,
        "content/routines/evening.md": ROUTINE.replace("title:", "draft: true\ntitle:", 1),
        "content/routines/morning.md": ROUTINE.replace("knee-hug", "calf"),
        "content/home.md": "---\ntitle: Home\n---\n[a](exercises/calf.md)\n",
    }
    hint = "    hint: take draft: true out there, or take it out here"
    assert checked(tmp_path, changes) == (
        f"content/home.md:4:5  error  content/exercises/calf.md is a draft\n{hint}\n"
        f"content/routines/morning.md:9:15  error  exercise: the exercise calf is a draft\n{hint}\n"
        f"guide.yaml:4:16  error  first_routine: the routine evening is a draft\n{hint}"
    )


def test_a_draft_is_read_for_mistakes_all_the_same(tmp_path: Path) -> None:
    guide, problems = read_guide(write_guide(tmp_path, {CALF: DRAFT.replace("gentle", "soft")}))
    assert places(problems) == [f"{CALF}:10:8"]
    assert guide is not None
    assert guide.broken == {"exercises/calf.md"}


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("exercises/knee-hug.md", "content/exercises/knee-hug.md:1"),
        ("routines/morning.md", "content/routines/morning.md:1"),
        ("home.md", "content/home.md:1"),
        ("pages/safety.md", "content/pages/safety.md:1"),
        ("cautions.yaml", "content/cautions.yaml:1:1"),
        ("sources.yaml", "content/sources.yaml:1:1"),
        ("targets.yaml", "content/targets.yaml:1:1"),
        ("equipment.yaml", "content/equipment.yaml:1:1"),
    ],
)
def test_a_broken_file_is_one_problem_whoever_needs_it(
    tmp_path: Path, name: str, problem: str
) -> None:
    changes: dict[str, str | bytes | None] = {
        "guide.yaml": SETTINGS + "first_routine: morning\n",
        "content/pages/all.md": (
            "---\ntitle: All\n---\n[a](../exercises/knee-hug.md#more) [b](../routines/morning.md)\n"
            "[c](safety.md#signs) [d](../home.md)\n"
        ),
        "content/exercises/knee-hug.md": f"{STRETCH}\n## More\n",
        "content/pages/safety.md": f"{FILES['content/pages/safety.md']}\n## Signs\n",
    }
    assert checked(tmp_path / "whole", changes) == ""
    broken = check(write_guide(tmp_path / "broken", {**changes, f"content/{name}": "nonsense"}))
    assert places(broken.problems) == [problem]


def test_broken_settings_are_the_only_problem(tmp_path: Path) -> None:
    assert checked(
        tmp_path, {"guide.yaml": "format: 1\nid: test\ntitle: Test\nurl: nowhere\n"}
    ) == (
        "guide.yaml:4:6  error  url: nowhere is not a web address\n"
        "    hint: write https://example.org/back/"
    )


def test_settings_that_are_no_text_are_the_only_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, {"guide.yaml": SETTINGS.encode() + b"publisher: Z\xfcrich\n"}) == (
        "guide.yaml:4:13  error  the file is not UTF-8 text\n"
        "    hint: save it as UTF-8: most editors ask for the encoding under Save as"
    )


@pytest.mark.parametrize("files", [{"content/home.md": "?"}, {"readme.md": "?"}])
def test_a_folder_without_settings_is_no_guide_and_nothing_else_is_said(
    tmp_path: Path, files: dict[str, str | bytes | None]
) -> None:
    folder = write_files(tmp_path / "folder", files)
    guide, problems = read_guide(folder)
    assert guide is None
    assert problems == check(folder).problems
    assert told(problems) == (
        "guide.yaml  error  there is no guide.yaml here, so this is no guide's folder\n"
        "    hint: go to the guide's folder, or begin a guide: supple new my-guide"
    )


@pytest.mark.parametrize("name", ["nowhere", "readme.md"])
def test_a_folder_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    folder = write_files(tmp_path, {"readme.md": "?"}) / name
    guide, problems = read_guide(folder)
    assert guide is None
    assert told(problems) == (
        f"{folder}  error  there is no such folder\n"
        "    hint: go to the guide's folder, or begin a guide: supple new my-guide"
    )


ELSEWHERE = "pages are called ….md and lie in content/exercises, routines or pages"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("exercises/arms/curl.md", ELSEWHERE),
        ("calf.md", ELSEWHERE),
        ("poses.yaml", ELSEWHERE),
        ("exercises/targets.yaml", ELSEWHERE),
        ("drafts/calf.md", ELSEWHERE),
        ("exercises/CALF.MD", "rename it to calf.md"),
        ("exercises/calf.markdown", "rename it to calf.md"),
        ("cautions.yml", "rename it to cautions.yaml"),
        ("Targets.YAML", "rename it to targets.yaml"),
        ("sources.yaml.txt", "rename it to sources.yaml"),
        ("home.md.txt", "rename it to home.md"),
        ("routines/Evening.md.docx", "rename it to evening.md"),
        ("exercises/calf.txt", "rename it to calf.md, if it is a page"),
        ("pages/About.docx", "pages are plain text: copy its words into a file about.md"),
        ("exercises/calf", "link to it from a page, or take it out of here"),
        ("exercises/calf.html", "link to it from a page, or take it out of here"),
    ],
)
def test_a_text_where_supple_does_not_look_is_a_warning(
    tmp_path: Path, name: str, hint: str
) -> None:
    assert checked(tmp_path, {f"content/{name}": STRETCH}) == (
        f"content/{name}  warning  this file is not part of the guide\n    hint: {hint}"
    )


@pytest.mark.parametrize(
    "name",
    [
        "exercises/knee.png",
        "exercises/Knee.JPEG",
        "pages/leaflet.pdf",
        "LICENSE.txt",
        "exercises/.DS_Store",
        "exercises/Thumbs.db",
        "exercises/knee-hug.md~",
        "exercises/~$calf.docx",
    ],
)
def test_pictures_leaflets_and_what_systems_leave_behind_are_no_strays(
    tmp_path: Path, name: str
) -> None:
    assert checked(tmp_path, {f"content/{name}": "?"}) == ""


def test_what_a_page_links_to_is_no_stray_not_even_if_the_page_is_a_draft(tmp_path: Path) -> None:
    link = "[a](plan.docx)\n"
    files: dict[str, str | bytes | None] = {"content/exercises/plan.docx": "?", CALF: DRAFT + link}
    assert checked(tmp_path, files) == ""
    broken = checked(tmp_path, {**files, CALF: link})
    assert broken.startswith(f"{CALF}:1  error  there is no front matter")
    assert "plan.docx" not in broken


def test_a_page_that_is_not_there_because_of_its_ending_is_told_so(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {
        "content/exercises/calf.md.txt": STRETCH,
        "content/routines/morning.md": ROUTINE.replace("knee-hug", "calf"),
        "content/home.md": "---\ntitle: Home\n---\n[a](exercises/calf.md)\n",
    }
    hint = "    hint: rename content/exercises/calf.md.txt to calf.md"
    assert checked(tmp_path, changes) == (
        "content/exercises/calf.md.txt  warning  this file is not part of the guide\n"
        "    hint: rename it to calf.md\n"
        f"content/home.md:4:5  error  there is no file content/exercises/calf.md\n{hint}\n"
        f"content/routines/morning.md:9:15  error  exercise: there is no exercise calf\n{hint}"
    )


class TestLinksOfTheDisk:
    def test_may_be_the_folders_that_a_guide_is_made_of(self, tmp_path: Path) -> None:
        guide = write_guide(tmp_path / "guide", {"content/exercises/knee.png": "picture"})
        (guide / "content/home.md").write_text(
            "---\ntitle: Home\n---\n![a](exercises/knee.png)\n", encoding="utf-8"
        )
        (guide / "content/exercises").rename(tmp_path / "shared")
        (guide / "content/exercises").symlink_to(tmp_path / "shared")
        (guide / "content").rename(tmp_path / "content")
        (guide / "content").symlink_to(tmp_path / "content")
        whole, problems = read_guide(guide)
        assert not problems, told(problems)
        assert whole is not None
        assert [*whole.exercises] == ["knee-hug"]
        assert whole.files == {"exercises/knee.png"}

    def test_to_texts_elsewhere_are_read(self, tmp_path: Path) -> None:
        guide = write_guide(tmp_path / "guide")
        (tmp_path / "calf.md").write_text(STRETCH, encoding="utf-8")
        (guide / CALF).symlink_to(tmp_path / "calf.md")
        whole, problems = read_guide(guide)
        assert not problems
        assert whole is not None
        assert "calf" in whole.exercises

    def test_to_pictures_elsewhere_are_refused_since_they_would_be_published(
        self, tmp_path: Path
    ) -> None:
        shown = "---\ntitle: Home\n---\n![a](knee.png) ![b](same.png)\n"
        guide = write_guide(tmp_path / "guide", {"content/home.md": shown})
        for name, target in (("knee", tmp_path / "private.png"), ("same", guide / "own.png")):
            target.write_text("picture", encoding="utf-8")
            (guide / f"content/{name}.png").symlink_to(target)
        assert told(check(guide).problems) == (
            "content/knee.png  error  this file is a link that leads out of the guide\n"
            "    hint: put the file itself here, if everybody may see it"
        )

    def test_to_static_files_elsewhere_too(self, tmp_path: Path) -> None:
        guide = write_guide(tmp_path / "guide", {"static/fonts/own.woff2": "font"})
        write_files(tmp_path, {"private/secret.txt": "secret"})
        (guide / "static/secret.txt").symlink_to(tmp_path / "private/secret.txt")
        (guide / "static/private").symlink_to(tmp_path / "private")
        (guide / "static/gone.css").symlink_to(tmp_path / "gone.css")
        (guide / "static/same.woff2").symlink_to(guide / "static/fonts/own.woff2")
        assert told(build(guide, guide / "_site").problems) == (
            "static/gone.css  warning  this is a link to a file that isn't there\n"
            "    hint: put the file itself here\n"
            "static/private  warning  this folder is a link, so nothing in it is published\n"
            "    hint: put the folder itself here\n"
            "static/secret.txt  error  this file is a link that leads out of the guide\n"
            "    hint: put the file itself here, if everybody may see it"
        )
        for name in ("secret.txt", "private", "gone.css"):
            (guide / "static" / name).unlink()
        (guide / "static").rename(tmp_path / "static")
        (guide / "static").symlink_to(tmp_path / "static")
        assert not build(guide, guide / "_site").problems
        assert len([*(guide / "_site/static").glob("same.*.woff2")]) == 1

    def test_to_other_folders_elsewhere_and_to_those_above_are_not_followed(
        self, tmp_path: Path
    ) -> None:
        guide = write_guide(tmp_path / "guide")
        write_files(tmp_path / "private", {"calf.md": STRETCH})
        (guide / "content/out").symlink_to(tmp_path / "private")
        (guide / "content/exercises/up").symlink_to(guide / "content")
        assert told(check(guide).problems) == (
            "content/exercises/up  warning  this folder is a link to one that it lies in itself\n"
            "    hint: take the link out\n"
            "content/out  warning  this folder is a link that leads out of the guide, "
            "so nothing in it is read\n"
            "    hint: put the folder itself here"
        )

    def test_that_lead_to_each_other_come_to_an_end(self, tmp_path: Path) -> None:
        guide = write_guide(tmp_path, {"content/a/knee.png": "?", "content/b/hip.png": "?"})
        (guide / "content/a/b").symlink_to(guide / "content/b")
        (guide / "content/b/a").symlink_to(guide / "content/a")
        whole, problems = read_guide(guide)
        assert whole is not None
        assert whole.files == {"a/knee.png", "a/b/hip.png", "b/hip.png", "b/a/knee.png"}
        assert places(problems) == ["content/a/b/a", "content/b/a/b"]

    @pytest.mark.parametrize("target", ["nowhere.md", "calf.md", "/dev/null"])
    def test_to_no_file_are_one_problem(self, tmp_path: Path, target: str) -> None:
        changes: dict[str, str | bytes | None] = {
            "content/home.md": "---\ntitle: Home\n---\n[a](exercises/calf.md)\n"
        }
        guide = write_guide(tmp_path, changes)
        (guide / CALF).symlink_to(target)
        (guide / "content/exercises/.#calf.md").symlink_to("nowhere")  # as Emacs locks a file
        said = {
            "nowhere.md": "this is a link to a file that isn't there\n"
            "    hint: put the file itself here",
            "calf.md": "this is a link to a file that isn't there\n"
            "    hint: put the file itself here",
            "/dev/null": "this is no file that can be read\n    hint: put a file in its place",
        }
        assert told(check(guide).problems) == f"{CALF}  error  {said[target]}"


@pytest.mark.parametrize("name", ["exercises", "pages", ""])
def test_a_folder_that_cannot_be_read_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    guide = write_guide(tmp_path, {"content/home.md": WITH_LINKS})
    iterdir = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder == guide / "content" / name:
            raise PermissionError(13, "Permission denied")
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert told(check(guide).problems) == (
        f"{f'content/{name}'.rstrip('/')}  error  the folder can't be read: Permission denied\n"
        "    hint: see who may read it, then try again"
    )


@pytest.mark.parametrize("name", ["exercises", "pages"])
def test_a_file_in_place_of_a_folder_is_one_problem(tmp_path: Path, name: str) -> None:
    without = {each: None for each in FILES if f"/{name}/" in each}
    guide = write_guide(
        tmp_path, {**without, "content/home.md": WITH_LINKS, f"content/{name}": "?"}
    )
    assert told(check(guide).problems) == (
        f"content/{name}  error  this is no folder that can be read\n"
        f"    hint: make a folder {name} here, with a file for each page"
    )


def test_a_file_in_place_of_all_texts_is_one_problem(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"guide.yaml": SETTINGS, "content": "?"})
    assert told(check(folder).problems) == (
        "content  error  no folder can be read here\n"
        "    hint: make a folder of that name for the pages"
    )


WITH_LINKS = "---\ntitle: Home\n---\n[a](exercises/knee-hug.md) [b](pages/safety.md)\n"


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "LPT9"])
def test_a_name_that_windows_keeps_for_itself_is_refused(tmp_path: Path, name: str) -> None:
    assert checked(tmp_path, {f"content/exercises/{name}.md": STRETCH}) == (
        f"content/exercises/{name}.md  error  "
        f"Windows keeps the name {name} for itself, so no file can have it there\n"
        "    hint: rename the file"
    )


@pytest.mark.parametrize("name", ["guide.yml", "Guide.YML", "guide.yaml.txt", "GUIDE.yaml"])
def test_settings_by_another_name_are_to_be_renamed(tmp_path: Path, name: str) -> None:
    folder = write_files(tmp_path, {name: SETTINGS, "guide.pdf": "?"})
    if (folder / "guide.yaml").exists():
        pytest.skip("this disk doesn't tell capitals apart")
    assert told(read_guide(folder)[1]) == (
        "guide.yaml  error  there is no guide.yaml here, so this is no guide's folder\n"
        f"    hint: rename {name} to guide.yaml"
    )


class TestTemplates:
    def test_of_no_use_are_told(self, tmp_path: Path) -> None:
        files: dict[str, str | bytes | None] = {
            "templates/pages.html": "?",
            "templates/parts/zzz.html": "?",
            "templates/.DS_Store": "?",
        }
        message = "this template replaces none of Supple's, and no other names it"
        first, hint, second, names = checked(tmp_path, files).split("\n")
        assert first == f"templates/pages.html  warning  {message}"
        assert hint == "    hint: did you mean page.html?"
        assert second == f"templates/parts/zzz.html  warning  {message}"
        assert names.startswith("    hint: Supple's own are 404.html, base.html, ")

    def test_that_replace_ours_or_are_named_by_another_are_fine(self, tmp_path: Path) -> None:
        files: dict[str, str | bytes | None] = {
            "templates/404.html": '{% include "parts/mine.html" %}',
            "templates/parts/mine.html": "mine",
        }
        assert checked(tmp_path, files) == ""

    @pytest.mark.parametrize("name", ["templates", "static"])
    def test_or_static_files_lie_in_a_folder(self, tmp_path: Path, name: str) -> None:
        assert checked(tmp_path, {name: "?"}) == (
            f"{name}  warning  this is no folder that can be read, "
            "so nothing in it replaces Supple's own\n"
            "    hint: rename it; your own files go into a folder of that name"
        )


def test_a_draft_is_checked_with_all_others_if_asked_for(tmp_path: Path) -> None:
    draft = DRAFT.replace("- lower back", "- lower bakc").replace("Knee hug", "Calf")
    guide = write_guide(tmp_path, {CALF: draft})
    assert check(guide).problems == ()
    assert told(check(guide, drafts=True).problems) == (
        f"{CALF}:7:5  error  targets: lower bakc is not in targets.yaml\n"
        "    hint: did you mean lower back?"
    )


@pytest.mark.parametrize(
    "name",
    ["calf stretch", "calf--stretch", "-calf", "calf-", "calf.old", "a&b", "a'b"],
)
def test_a_name_that_makes_no_address_is_refused(tmp_path: Path, name: str) -> None:
    assert checked(tmp_path, {f"content/exercises/{name}.md": STRETCH}) == (
        f"content/exercises/{name}.md  error  {name} can't be an address\n"
        "    hint: name the file in small letters, digits and hyphens: knee-rolls.md"
    )


@pytest.mark.parametrize("name", ["calf", "calf-2", "hüft-beuger", "膝", "a_b"])
def test_a_name_may_be_of_any_script(tmp_path: Path, name: str) -> None:
    assert name in read(tmp_path, {f"content/exercises/{name}.md": STRETCH}).exercises


@pytest.mark.parametrize(
    "name",
    [
        "exercises/index",
        "exercises/all",
        "routines/index",
        "pages/404",
        "pages/body-map",
        "pages/diary",
    ],
)
def test_names_of_pages_that_supple_makes_itself_are_refused(tmp_path: Path, name: str) -> None:
    last = name.split("/")[1]
    assert checked(tmp_path, {f"content/{name}.md": "---\ntitle: A\n---\n"}) == (
        f"content/{name}.md  error  {last}.html is a page of Supple's own\n"
        "    hint: rename the file"
    )


def test_files_as_other_systems_save_them_are_read(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + STRETCH.replace("\n", "\r\n").encode()
    guide = read(tmp_path, {CALF: windows})
    here, there = guide.exercises["knee-hug"], guide.exercises["calf"]
    assert (there.title, there.steps, there.more) == (here.title, here.steps, here.more)


def test_a_page_of_bytes_that_are_no_text_is_one_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, {CALF: STRETCH.replace("gentle", "gèntle").encode("latin-1")}) == (
        f"{CALF}:3:13  error  the file is not UTF-8 text\n"
        "    hint: save it as UTF-8: most editors ask for the encoding under Save as"
    )


def test_mistakes_are_told_by_file_and_line(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {
        "content/routines/morning.md": ROUTINE.replace("gentle", "soft"),
        "content/exercises/knee-hug.md": STRETCH.replace("gentle\n", "soft\n").replace("1-4", "0"),
        "content/cautions.yaml": "hip: 3\n",
    }
    assert places(check(write_guide(tmp_path, changes)).problems) == [
        "content/cautions.yaml:1:6",
        "content/exercises/knee-hug.md:9:8",
        "content/exercises/knee-hug.md:12:9",
        "content/routines/morning.md:6:8",
    ]


def test_problems_of_sentences_in_front_matter_stand_at_their_keys(tmp_path: Path) -> None:
    week = ROUTINE.replace("- exercise: knee-hug", "- exercise: knee-hug\n    note: '[a](/b)'")
    changes: dict[str, str | bytes | None] = {
        "content/exercises/knee-hug.md": STRETCH.replace(
            "feel: A gentle pull.", "feel: '[a](/b)'\nmistakes:\n  - fine\n  - '![](http://a.b)'"
        ),
        "content/routines/morning.md": week,
        "content/cautions.yaml": "hip:\n  title: Hip\n  text: '[a](ftp://b)'\n",
    }
    _, problems = read_guide(write_guide(tmp_path, changes))
    assert places(problems) == [
        "content/cautions.yaml:3:9",
        "content/exercises/knee-hug.md:17:7",
        "content/exercises/knee-hug.md:20:5",
        "content/routines/morning.md:10:11",
    ]


def test_work_says_how_far_it_has_come(tmp_path: Path) -> None:
    told_so_far: list[tuple[int, int]] = []
    read_guide(write_guide(tmp_path), progress=lambda done, of: told_so_far.append((done, of)))
    assert told_so_far == [(done, 8) for done in range(1, 9)]
