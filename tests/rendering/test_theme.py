"""Templates: the guide's own before Supple's, escaped always, and what is wrong with one."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import Environment

from supple.domain.guide import HOME
from supple.rendering.plan import PagePlan, View
from supple.rendering.theme import Compiled, render_pages
from supple.rendering.views.desk import Desk
from supple.rendering.views.site import site_of
from tests.guides import write_files
from tests.rendering.sites import SAY, read
from tests.told import told


@dataclass(frozen=True)
class Page:
    title: str


@pytest.fixture
def plan(tmp_path: Path) -> PagePlan:
    static = {"supple.css": "static/supple.0.css"}
    site = site_of(Desk(read(tmp_path / "guide", {}), SAY, f"{HOME}.html", static))
    view = View(site, Page("Knees & <hips>"))
    return PagePlan("index.html", "home.html", lambda: view)


def rendered(plan: PagePlan, *folders: Path) -> str:
    pages, problems = render_pages([plan], folders, SAY)
    assert not problems, told(problems)
    return pages[0][1].decode()


def refused(plan: PagePlan, *folders: Path) -> str:
    pages, problems = render_pages([plan, plan], folders, SAY)
    assert pages == []
    return told(problems)


def test_whatever_a_template_inserts_is_escaped(tmp_path: Path, plan: PagePlan) -> None:
    folder = write_files(tmp_path, {"home.html": "<h1>{{ page.title }}</h1>\n"})
    assert rendered(plan, folder) == "<h1>Knees &amp; &lt;hips&gt;</h1>\n"


def test_a_guides_own_template_comes_first_and_may_use_the_others(
    tmp_path: Path, plan: PagePlan
) -> None:
    ours = {"base.html": "ours {% block main %}{% endblock %}", "home.html": "?"}
    own = {"home.html": '{% extends "base.html" %}{% block main %}own{% endblock %}'}
    folders = (write_files(tmp_path / "own", {**own}), write_files(tmp_path / "ours", {**ours}))
    assert rendered(plan, *folders) == "ours own"


def test_a_template_gets_its_page_the_site_and_words(tmp_path: Path, plan: PagePlan) -> None:
    text = '{{ site.title }}: {{ say("unit.min") }}, {{ say.number("length.time", 2) }}'
    assert rendered(plan, write_files(tmp_path, {"home.html": text})) == "Test guide: min, 2 times"


def test_the_hash_of_an_inline_style_is_what_browsers_compute(
    tmp_path: Path, plan: PagePlan
) -> None:
    text = '{{ "alert(1)" | source_hash }}'
    assert rendered(plan, write_files(tmp_path, {"home.html": text})) == (
        "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    )


NAMES = "a template gets page, site, head and say: see the names in the default templates"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a\n{{ page.titel }}",
            "home.html:2  error  a page has no titel\n    hint: did you mean title?",
        ),
        ("{{ page.nope }}", f"home.html:1  error  a page has no nope\n    hint: {NAMES}"),
        ("{{ page.title.nope }}", f"home.html:1  error  a text has no nope\n    hint: {NAMES}"),
        ("{{ site.footer.nope }}", f"home.html:1  error  a list has no nope\n    hint: {NAMES}"),
        ("{{ say.nope }}", f"home.html:1  error  a wording has no nope\n    hint: {NAMES}"),
        ("{{ site.hom }}", "home.html:1  error  a site has no hom\n    hint: did you mean home?"),
        (
            '{{ site.static["suple.css"] }}',
            "home.html:1  error  static has no suple.css\n    hint: did you mean supple.css?",
        ),
        ("{{ pgae.title }}", f"home.html:1  error  there is no pgae here\n    hint: {NAMES}"),
        (
            '\n\n{{ say("unit.hour") }}',
            "home.html:3  error  unit.hour is not in the wording table\n"
            "    hint: write one of its keys",
        ),
        (
            "{% if %}",
            "home.html:1  error  Expected an expression, got 'end of statement block'\n"
            "    hint: mend the template's own code here",
        ),
        (
            '\n{% include "gone.html" %}',
            "home.html:2  error  there is no template gone.html\n"
            "    hint: write the name of a file in templates",
        ),
        ("{{ 1 / 0 }}", f"home.html:1  error  division by zero\n    hint: {NAMES}"),
        (
            "\n{{ page.title + 1 }}",
            f'home.html:2  error  can only concatenate str (not "int") to str\n    hint: {NAMES}',
        ),
    ],
)
def test_a_mistake_in_a_template_is_told_once_where_it_is(
    tmp_path: Path, plan: PagePlan, text: str, said: str
) -> None:
    assert refused(plan, write_files(tmp_path, {"home.html": text})) == f"templates/{said}"


def test_a_mistake_in_a_part_is_told_in_the_part(tmp_path: Path, plan: PagePlan) -> None:
    files = {"home.html": '{% include "parts/a.html" %}', "parts/a.html": "\n{{ nobody }}"}
    assert refused(plan, write_files(tmp_path, {**files})).startswith(
        "templates/parts/a.html:2  error  there is no nobody here"
    )


def test_a_template_that_is_no_text_is_told(tmp_path: Path, plan: PagePlan) -> None:
    assert refused(plan, write_files(tmp_path, {"home.html": "<h1>é".encode("latin-1")})) == (
        "templates/home.html  error  the template is not UTF-8 text\n    hint: save it as UTF-8"
    )


def test_a_template_that_is_not_there_is_told(tmp_path: Path, plan: PagePlan) -> None:
    assert refused(plan, tmp_path) == (
        "templates/home.html  error  there is no template home.html\n"
        "    hint: write the name of a file in templates"
    )


class TestCompiled:
    """Templates that are kept between two renderings."""

    def test_are_compiled_once(
        self, tmp_path: Path, plan: PagePlan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = write_files(tmp_path, {"home.html": '{% extends "base.html" %}', "base.html": "b"})
        compiled = Compiled()
        first = render_pages([plan], [folder], SAY, compiled)
        monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
        assert (
            render_pages([plan], [folder], SAY, compiled) == first == ([(plan.address, b"b")], ())
        )

    def test_are_compiled_anew_once_they_are_changed(self, tmp_path: Path, plan: PagePlan) -> None:
        compiled = Compiled()
        for text in ("one", "two", "one"):
            folder = write_files(tmp_path, {"home.html": text})
            pages, _ = render_pages([plan], [folder], SAY, compiled)
            assert pages == [(plan.address, text.encode())]

    def test_of_one_name_in_two_folders_are_two(self, tmp_path: Path, plan: PagePlan) -> None:
        compiled = Compiled()
        for name in ("own", "ours"):
            folder = write_files(tmp_path / name, {"home.html": "the same {{ nobody }}"})
            _, problems = render_pages([plan], [folder], SAY, compiled)
            assert told(problems).startswith("templates/home.html:1  error  there is no nobody")
