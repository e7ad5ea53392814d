"""What stands in the way of a site: folders that can't be its own, and files of others."""

from pathlib import Path

import pytest

from supple.publishing.file import File
from supple.publishing.obstacles import MARK, strangers, unfit_output
from tests.guides import write_files
from tests.told import told


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide's folder."""
    (tmp_path / "guide").mkdir()
    return tmp_path / "guide"


class TestFitness:
    SOURCES = ("content", "templates", "static", ".supple", ".git", ".github")
    OVER = (
        "error  the site can't be written over the guide's own files\n"
        "    hint: choose another folder: --output _site"
    )

    @pytest.mark.parametrize("output", [*SOURCES, ".", "..", "../..", "a/..", "static/x", ".git/x"])
    def test_of_a_folder_with_the_guides_own_files_is_denied(
        self, guide: Path, output: str
    ) -> None:
        (guide / "a").mkdir()
        folder = guide / output
        problem = unfit_output(guide, folder)
        assert problem is not None
        assert told([problem]) == f"{folder}  {self.OVER}"

    def test_of_a_folder_that_leads_there_by_another_way_is_denied(self, guide: Path) -> None:
        write_files(guide, {"content/home.md": "?"})
        (guide / "way").symlink_to(guide / "content")
        assert unfit_output(guide, guide / "way" / "site") is not None

    def test_of_the_folder_that_the_content_really_is_in_is_denied(self, guide: Path) -> None:
        write_files(guide.parent, {"shared/home.md": "?"})
        (guide / "content").symlink_to(guide.parent / "shared")
        assert unfit_output(guide, guide / "content") is not None
        assert unfit_output(guide, guide.parent / "shared" / "site") is not None

    def test_of_a_file_is_denied(self, guide: Path) -> None:
        file = write_files(guide, {"readme.txt": "?"}) / "readme.txt"
        problem = unfit_output(guide, file)
        assert problem is not None
        assert told([problem]) == (
            f"{file}  error  there is a file of that name where the site's folder belongs\n"
            "    hint: choose another folder: --output _site"
        )

    def test_of_a_link_that_leads_nowhere_is_denied(self, guide: Path) -> None:
        (guide / "_site").symlink_to(guide / "nothing")
        problem = unfit_output(guide, guide / "_site")
        assert problem is not None
        assert told([problem]) == (
            f"{guide}/_site  error  this is a link, and where it leads, {guide}/nothing, "
            "is nothing\n"
            "    hint: choose another folder: --output _site"
        )

    def test_of_links_that_lead_in_a_circle_is_denied(self, guide: Path) -> None:
        (guide / "_site").symlink_to(guide / "_site")
        assert unfit_output(guide, guide / "_site") is not None

    def test_where_the_notes_cannot_lie_is_denied(self, guide: Path) -> None:
        write_files(guide, {".supple": "mine"})
        problem = unfit_output(guide, guide / "_site")
        assert problem is not None
        assert told([problem]) == (
            f"{guide}/.supple  error  Supple keeps its notes in a folder of that name, "
            "and this is none\n"
            "    hint: move it away, then build again"
        )

    @pytest.mark.parametrize(
        "output", ["_site", "public/site", "../elsewhere", "contents", ".gits"]
    )
    def test_of_any_other_folder_is_granted(self, guide: Path, output: str) -> None:
        assert unfit_output(guide, guide / output) is None


class TestStrangers:
    """Somebody else's files in the output folder."""

    FILES = (File("index.html", b"ours"), File("static/a.css", b"a"), File("x/hello.html", b"hi"))

    def said(self, output: Path, *before: str) -> str:
        hashes = {name: frozenset({"some"}) for name in before}
        problem = strangers(self.FILES, hashes, output)
        return told([problem]) if problem else ""

    @pytest.mark.parametrize("name", ["index.html", "static/a.css", "x/hello.html"])
    def test_of_the_same_name_are_in_the_way(self, guide: Path, name: str) -> None:
        write_files(guide, {name: "mine"})
        assert self.said(guide) == (
            f"{guide}  error  {name} is there already, and Supple did not write it\n"
            "    hint: choose an empty folder with --output, or move that file away"
        )

    def test_may_be_links_that_lead_nowhere(self, guide: Path) -> None:
        (guide / "index.html").symlink_to(guide / "nothing")
        assert "index.html is there already" in self.said(guide)

    def test_are_in_the_way_in_a_site_of_ours_too(self, guide: Path) -> None:
        write_files(guide, {"index.html": "older", "x/hello.html": "mine"})
        assert "x/hello.html is there already" in self.said(guide, "index.html")

    def test_are_in_the_way_in_a_site_of_ours_whose_ledger_was_lost(self, guide: Path) -> None:
        ours = f"<head>{MARK.decode()}</head>"
        write_files(guide, {"index.html": ours, "x/hello.html": "mine"})
        assert "x/hello.html is there already" in self.said(guide)

    def test_of_other_names_are_not(self, guide: Path) -> None:
        write_files(guide, {"mine.html": "mine"})
        assert self.said(guide) == ""

    def test_that_say_just_the_same_are_not(self, guide: Path) -> None:
        write_files(guide, {"index.html": "ours"})
        assert self.said(guide) == ""

    def test_are_none_where_supple_wrote_before(self, guide: Path) -> None:
        write_files(guide, {"index.html": "older"})
        assert self.said(guide, "index.html") == ""

    def test_are_no_pages_of_ours_whose_ledger_was_lost(self, guide: Path) -> None:
        write_files(guide, {"index.html": f"<head>{MARK.decode()}</head>"})
        assert self.said(guide) == ""
