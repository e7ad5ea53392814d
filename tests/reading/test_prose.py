"""Prose: the steps taken out of a body, links by the files that they name, and what is refused."""

import re
from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from supple.domain.problem import Place
from supple.domain.prose import HoldPhrase, Link, OwnFigure, Part, Picture, Prose
from supple.reading.prose import Body, ProseReader
from tests.told import messages, places, told

PATH = "content/exercises/knee.md"
FIRST = 10
"""The line of the file on which a body begins."""

READER = ProseReader()


def read(text: str) -> Body:
    """A body in which nothing is wrong."""
    body, problems = READER.body(text, PATH, FIRST, steps=True)
    assert not problems, told(problems)
    return body


def complaints(text: str) -> str:
    return told(READER.body(text, PATH, FIRST, steps=True)[1])


def sentence(text: str) -> str:
    """One sentence of front matter, in which nothing is wrong."""
    prose, problems = READER.inline(text, Place(PATH, 3, 7))
    assert not problems, told(problems)
    return shown(prose)


def shown(prose: Prose) -> str:
    """HTML in which a link is [words]{file#anchor} and a picture ![words]{file}."""
    return "".join(_shown(part) for part in prose.parts)


def _shown(part: Part) -> str:
    match part:
        case HoldPhrase():
            return f"<{part.words}: {part.hold}>"
        case Link():
            return f"[{shown(part.words)}]{{{part.target}{'#' * bool(part.anchor)}{part.anchor}}}"
        case Picture():
            return f"![{part.alt}]{{{part.target}}}"
        case OwnFigure():
            return f"![{part.alt}]{{#{part.name}}}"
    return part


def steps(text: str) -> list[str]:
    return [shown(step) for step in read(text).steps]


class TestSteps:
    def test_are_the_items_of_the_first_numbered_list(self) -> None:
        body = read("Why and how.\n\n1. Lie *down*.\n2. Breathe.\n\n## More\n\nSleep.\n")
        assert shown(body.introduction) == "<p>Why and how.</p>"
        assert [shown(step) for step in body.steps] == ["Lie <em>down</em>.", "Breathe."]
        assert shown(body.more) == '<h2 id="more">More</h2>\n<p>Sleep.</p>'

    def test_may_stand_apart_from_each_other(self) -> None:
        assert steps("1. a\n\n2. b\n") == ["<p>a</p>", "<p>b</p>"]

    def test_may_have_paragraphs_pictures_and_raw_html_within_them(self) -> None:
        text = "1. a\n\n    more of a\n\n    ![knee](k.png)\n\n2. <b>b</b>\n"
        assert steps(text) == [
            "<p>a</p>\n<p>more of a</p>\n<p>![knee]{exercises/k.png}</p>",
            "<p><b>b</b></p>",
        ]

    def test_keep_lists_within_them(self) -> None:
        assert steps("1. a\n    - n\n    - m\n2. b\n") == [
            "a<ul>\n<li>n</li>\n<li>m</li>\n</ul>",
            "b",
        ]
        assert steps("1. a\n    1. n\n    2. m\n2. b\n") == [
            "a<ol>\n<li>n</li>\n<li>m</li>\n</ol>",
            "b",
        ]

    def test_may_begin_with_any_number(self) -> None:
        assert steps("3. a\n4. b\n") == ["a", "b"]

    @pytest.mark.parametrize(
        "before",
        [
            "    1. code\n    2. more code",
            "```\n1. code\n```",
            "> 1. said\n> 2. by somebody",
            "- a list\n    1. in a list",
            "<ol><li>raw</li></ol>",
            "<!-- 1. a note -->",
            "| a |\n|---|\n| 1. |",
        ],
    )
    def test_are_no_list_that_stands_within_something_else(self, before: str) -> None:
        body = read(f"{before}\n\n1. a\n2. b\n")
        assert [shown(step) for step in body.steps] == ["a", "b"]
        assert body.introduction

    def test_are_the_first_list_where_there_are_two(self) -> None:
        body = read("1. a\n\ntext\n\n1. b\n2. c\n")
        assert [shown(step) for step in body.steps] == ["a"]
        assert shown(body.more) == "<p>text</p>\n<ol>\n<li>b</li>\n<li>c</li>\n</ol>"

    @pytest.mark.parametrize("text", ["", "Only words.\n", "- a\n- b\n", "text\n1. a\n", "1) a\n"])
    def test_are_none_without_a_numbered_list_of_its_own(self, text: str) -> None:
        body = read(text)
        assert body.steps == ()
        assert body.more == Prose()

    def test_stay_where_they_are_on_a_page_that_has_no_steps(self) -> None:
        body, _ = READER.body("a\n\n3. b\n4. c\n\nd\n", PATH, FIRST, steps=False)
        assert shown(body.introduction) == (
            '<p>a</p>\n<ol start="3">\n<li>b</li>\n<li>c</li>\n</ol>\n<p>d</p>'
        )
        assert body.steps == ()

    def test_are_not_to_be_cut_short_by_what_stands_between_them(self) -> None:
        assert complaints("1. a\n2. b\n\n![knee](k.png)\n\n3. c\n") == (
            "content/exercises/knee.md:15:1  error  "
            "the steps have ended above: 3. begins another list\n"
            "    hint: begin what stands between two steps with four spaces"
        )

    def test_can_hold_no_heading_or_footnote_since_they_stand_on_sheets_too(self) -> None:
        assert complaints("1. a\n\n    ## b\n\n2. c [^x]\n\n[^x]: d\n") == (
            "content/exercises/knee.md:12:8  error  a heading in a step\n"
            "    hint: write it below the steps\n"
            "content/exercises/knee.md:14:6  error  a footnote in a step\n"
            "    hint: write it below the steps"
        )

    def test_leave_no_mark_of_how_they_were_found(self) -> None:
        body = read("a\n\n2. [b](b.md)\n\n    - c\n\n3. d\n\ne\n")
        parts = (body.introduction, *body.steps, body.more)
        assert not re.search("[\x00-\x08\x0e-\x1f]", "".join(shown(part) for part in parts))


class TestLinks:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("calf.md", "exercises/calf.md"),
            ("./calf.md", "exercises/calf.md"),
            ("calf.md#steps", "exercises/calf.md#steps"),
            ("calf.md#", "exercises/calf.md"),
            ("../pages/safety.md", "pages/safety.md"),
            ("../routines/week.md#day-2", "routines/week.md#day-2"),
            ("../home.md", "home.md"),
            ("../../content/home.md", "home.md"),
            ("#steps", "#steps"),
            ("leaflet.pdf", "exercises/leaflet.pdf"),
            ("H%C3%BCfte.md", "exercises/Hüfte.md"),
            ("Hüfte.md#größer", "exercises/Hüfte.md#größer"),
            ("calf.md#gr%C3%B6%C3%9Fer", "exercises/calf.md#größer"),
            ("a%20b.md", "exercises/a b.md"),
            ("<a b.md>", "exercises/a b.md"),
            ("calf\\_1.md", "exercises/calf_1.md"),
            ("a_(b).md", "exercises/a_(b).md"),
            ("calf.md 'a title'", "exercises/calf.md"),
            ("1:30.md", "exercises/1:30.md"),
        ],
    )
    def test_are_the_files_that_they_name_as_seen_from_their_own(
        self, written: str, meant: str
    ) -> None:
        assert (
            shown(read(f"See [this]({written}).").introduction) == f"<p>See [this]{{{meant}}}.</p>"
        )
        assert sentence(f"See [this]({written}).") == f"See [this]{{{meant}}}."

    def test_that_touch_have_nothing_between_them(self) -> None:
        prose, _ = READER.inline("[a](a.md)[b](b.md)", Place(PATH))
        assert [type(part) for part in prose.parts] == [Link, Link]

    def test_keep_the_markup_of_their_words(self) -> None:
        assert sentence("[a **b** `c` &amp; d](calf.md)") == (
            "[a <strong>b</strong> <code>c</code> &amp; d]{exercises/calf.md}"
        )

    def test_may_show_a_picture_which_is_a_reference_too(self) -> None:
        body = read("[![knee](k.png)](calf.md)")
        assert shown(body.introduction) == "<p>[![knee]{exercises/k.png}]{exercises/calf.md}</p>"
        targets = [reference.target for reference in body.introduction.references]
        assert targets == ["exercises/calf.md", "exercises/k.png"]

    def test_may_be_named_in_one_place_and_written_out_in_another(self) -> None:
        body = read(
            "[a][1], [b][two words] and [c][].\n\n[1]: a.md\n[two words]: b.md#x 'B'\n[c]: <c.md>\n"
        )
        assert shown(body.introduction) == (
            "<p>[a]{exercises/a.md}, [b]{exercises/b.md#x} and [c]{exercises/c.md}.</p>"
        )

    def test_stand_in_steps_tables_and_footnotes_as_well(self) -> None:
        body = read("1. [a](a.md)\n\n| b |\n|---|\n| [c](c.md) [^d] |\n\n[^d]: [e](e.md)\n")
        assert [link.target for step in body.steps for link in step.references] == [
            "exercises/a.md"
        ]
        assert [link.target for link in body.more.references] == [
            "exercises/c.md",
            "exercises/e.md",
        ]

    @pytest.mark.parametrize(
        "address",
        ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://example.org", "tel:+44111"],
    )
    def test_lead_out_as_they_are(self, address: str) -> None:
        assert sentence(f"[a]({address})") == f'<a href="{address}">a</a>'

    def test_to_addresses_written_bare_between_angles_work(self) -> None:
        assert sentence("<https://example.org/>") == (
            '<a href="https://example.org/">https://example.org/</a>'
        )

    def test_to_mail_are_hidden_from_harvesters_and_work(self) -> None:
        html = sentence("<me@example.org>")
        assert "example.org" not in html
        letters = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), html)
        assert letters == '<a href="mailto:me@example.org">me@example.org</a>'
        assert sentence("[mail](mailto:me@example.org)") == (
            '<a href="mailto:me@example.org">mail</a>'
        )

    @pytest.mark.parametrize(
        ("written", "scheme"),
        [
            ("javascript:alert(1)", "javascript"),
            ("JavaScript:alert(1)", "javascript"),
            (" javascript:alert(1)", "javascript"),
            ("javascript:alert\\(1\\)", "javascript"),
            ("javascript\\:alert(1)", ""),
            ("java&#115;cript:alert(1)", "javascript"),
            ("java&#x73;cript&#58;alert(1)", "javascript"),
            ("javascript&colon;alert(1)", "javascript"),
            ("java%73cript:alert(1)", ""),
            ("java\tscript:alert(1)", ""),
            ("<java\nscript:alert(1)>", ""),
            ("vbscript:x", "vbscript"),
            ("data:text/html,x", "data"),
            ("ftp://example.org", "ftp"),
            ("blob:x", "blob"),
        ],
    )
    def test_that_run_something_or_lead_anywhere_else_get_no_way(
        self, written: str, scheme: str
    ) -> None:
        body, problems = READER.body(f"[a]({written})", PATH, FIRST, steps=True)
        if scheme:
            assert messages(problems) == [f"{scheme}: is no link that a page may have"]
        else:  # then it is the name of a file, which the checks won't find
            assert not problems
            assert "<a " not in shown(body.introduction)

    @pytest.mark.parametrize(
        "written", ["file:///etc/passwd", "C:\\files\\knee.md", "c:/knee.md", "~/knee.md"]
    )
    def test_to_places_on_ones_own_computer_are_refused(self, written: str) -> None:
        for what, mark in (("file", ""), ("picture", "!")):
            assert complaints(f"{mark}[a]({written})") == (
                f"content/exercises/knee.md:10:{5 + len(mark)}  error  "
                f"{written} is a place on your own computer\n"
                f"    hint: put the {what} beside the text, and write its name alone"
            )

    @pytest.mark.parametrize("written", ["https://", "http:", "https:///a", "mailto:", "tel:"])
    def test_that_are_not_whole_are_refused(self, written: str) -> None:
        assert complaints(f"[a]({written})") == (
            f"content/exercises/knee.md:10:5  error  {written} is not a whole address\n"
            "    hint: write https://example.org/page, mailto:name@example.org or tel: and a number"
        )

    def test_by_a_name_that_is_said_nowhere_are_told(self) -> None:
        text = "a [b][c] [d][] `[e][f]` \\[g][h] [i][] [^1][^2] [[3]][4]\n\n[i]: i.md\n\n[^1]: j\n"
        hint = "or below the paragraph a line"
        assert complaints(text) == (
            "content/exercises/knee.md:10:3  error  "
            "[b][c] leads nowhere, since no line says what c is\n"
            f"    hint: write [b](file.md), {hint} [c]: file.md\n"
            "content/exercises/knee.md:10:10  error  "
            "[d][d] leads nowhere, since no line says what d is\n"
            f"    hint: write [d](file.md), {hint} [d]: file.md"
        )
        _, problems = READER.inline("a [b][c]", Place(PATH, 3, 7))
        assert places(problems) == [f"{PATH}:3:7"]

    @pytest.mark.parametrize("written", ["//example.org/a", "/a", "/"])
    def test_that_begin_with_a_slash_are_refused(self, written: str) -> None:
        assert complaints(f"[a]({written})") == (
            f"content/exercises/knee.md:10:5  error  {written} begins with a slash\n"
            "    hint: write the file's name as seen from this file"
        )

    @pytest.mark.parametrize(
        "written",
        [
            "../../guide.yaml",
            "../../../etc/passwd",
            "../..",
            "../exercises/../../x.md",
            "%2e%2e/%2e%2e/x.md",
            "..%2f..%2fx.md",
            "../../contents/x.md",
        ],
    )
    def test_that_climb_out_are_refused(self, written: str) -> None:
        assert complaints(f"[a]({written})") == (
            f"content/exercises/knee.md:10:5  error  {written} leads out of the content folder\n"
            "    hint: link to files below content only, as seen from this file"
        )

    def test_keep_their_titles(self) -> None:
        (link,) = read("[a](a.md \"An 'a' & <b>\")").introduction.references
        assert isinstance(link, Link)
        assert link.title == "An 'a' & <b>"

    def test_without_an_address_are_refused(self) -> None:
        assert complaints("[a]()") == (
            "content/exercises/knee.md:10:5  error  a link without an address\n"
            "    hint: write [words](file.md)"
        )

    def test_within_links_are_refused(self) -> None:
        assert complaints("a [^1]\n\n[^1]: [b [c](c.md)](b.md)\n") == (
            "content/exercises/knee.md:12:14  error  a link within a link\n"
            "    hint: take one of them out"
        )

    def test_in_code_or_behind_a_backslash_are_none(self) -> None:
        assert sentence("`[a](a.md)`") == "<code>[a](a.md)</code>"
        assert sentence("\\[a](a.md)") == "[a](a.md)"

    def test_in_raw_html_are_the_authors_own(self) -> None:
        assert sentence('<a href="javascript:x">a</a>') == '<a href="javascript:x">a</a>'


class TestPictures:
    def test_are_the_files_that_they_name(self) -> None:
        body = read('![one *knee* <up> & "bent"](<a b.png> "A title")')
        (picture,) = body.introduction.references
        assert picture == Picture(
            "exercises/a b.png", 'one *knee* <up> & "bent"', "A title", Place(PATH, FIRST, 30)
        )

    def test_may_have_no_words(self) -> None:
        assert sentence("![](k.png)") == "![]{exercises/k.png}"

    @pytest.mark.parametrize("written", ["https://example.org/a.png", "data:image/png;base64,AA"])
    def test_of_somebody_else_are_refused(self, written: str) -> None:
        assert complaints(f"![a]({written})") == (
            f"content/exercises/knee.md:10:6  error  {written} is somebody else's picture\n"
            "    hint: put the picture beside the text"
        )


class TestPicturesInHtml:
    """An author's own <img> is a picture like any other."""

    def test_are_the_files_that_they_name(self) -> None:
        text = "a\n\n<p>\n<IMG alt='A \"knee\"' src=a&amp;b.png width=40 hidden>\n</p>\n"
        (picture,) = read(text).introduction.references
        attributes = (("width", "40"), ("hidden", ""))
        assert picture == Picture(
            "exercises/a&b.png", 'A "knee"', "", Place(PATH, FIRST), attributes
        )

    @pytest.mark.parametrize(
        "text", ['a <img src="k.png"> b', "a\n<img src=k.png>", "1. <img src='k.png'/>"]
    )
    def test_are_found_wherever_they_stand(self, text: str) -> None:
        body = read(f"{text}\n")
        found = [part for prose in (body.introduction, *body.steps) for part in prose.references]
        assert [part.target for part in found] == ["exercises/k.png"]
        assert found[0].place.line == FIRST + text.count("\n")

    def test_in_links_and_sentences_too(self) -> None:
        assert (
            sentence('[<img src="k.png" alt="k">](a.md)')
            == "[![k]{exercises/k.png}]{exercises/a.md}"
        )

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ("../../k.png", "../../k.png leads out of the content folder"),
            ("/k.png", "/k.png begins with a slash"),
            ("https://example.org/k.png", "https://example.org/k.png is somebody else's picture"),
        ],
    )
    def test_that_cannot_be_published_are_told(self, written: str, said: str) -> None:
        complaint = f"content/exercises/knee.md:12:11  error  {said}\n"
        assert complaints(f'a\n\n<img src="{written}">\n').startswith(complaint)

    @pytest.mark.parametrize(
        "text",
        [
            '<!-- <img src="k.png"> -->',
            '<script>\nwrite("<img src=k.png>");\n</script>',
            '<p><img src="data:image/png;base64,AA"></p>',
            "<p><img></p>",
        ],
    )
    def test_that_are_none_of_the_guides_pass_as_they_are(self, text: str) -> None:
        assert shown(read(text).introduction) == text

    def test_in_code_are_words(self) -> None:
        assert sentence('`<img src="k.png">`') == '<code>&lt;img src="k.png"&gt;</code>'


class TestPlaces:
    def test_of_links_are_the_lines_on_which_they_stand(self) -> None:
        body = read(
            "a [b](b.md)\nc\n\n## [d](d.md)\n\n- e\n- ![f](f.png)\n\n> [g][1]\n\n[1]: g.md\n"
        )
        assert {part.target: part.place.line for part in body.introduction.references} == {
            "exercises/b.md": 10,
            "exercises/d.md": 13,
            "exercises/f.png": 16,
            "exercises/g.md": 20,
        }

    def test_of_the_same_link_again_are_where_it_stands_again(self) -> None:
        body = read(
            "dead.md [a](dead.md) [b](dead.md)\n\nnothing\n\n[c](<dead.md>)\n[d](dead.md)\n"
        )
        assert [link.place.line for link in body.introduction.references] == [10, 10, 14, 15]

    def test_of_links_that_share_an_address_are_where_it_stands(self) -> None:
        body = read("[a][1] [b][1]\n\n[c][1]\n\n[1]: dead.md\n")
        assert [link.place.line for link in body.introduction.references] == [14, 14, 14]

    def test_of_a_link_are_not_those_of_a_longer_one(self) -> None:
        body = read("[a](calf.md.pdf)\n[b](calf.mdx)\n[c](my-calf.md)\n[d](calf.md)\n")
        assert [link.place.line for link in body.introduction.references] == [10, 11, 12, 13]

    def test_in_front_matter_are_those_of_the_key(self) -> None:
        prose, problems = READER.inline("[a](a.md) [b](/b)", Place(PATH, 3, 7))
        assert [str(link.place) for link in prose.references] == [f"{PATH}:3:7"]
        assert places(problems) == [f"{PATH}:3:7"]

    def test_of_problems_are_told_for_each_of_them(self) -> None:
        _, problems = READER.body("[a](/x)\n\n1. [b](ftp:x)\n2. [c](/x)\n", PATH, FIRST, steps=True)
        assert places(problems) == [f"{PATH}:{place}" for place in ("10:5", "12:8", "13:8")]

    @pytest.mark.parametrize(
        "before",
        [
            "    [a](/x)",
            "`[a](/x)`",
            "`` `[a](/x) ``",
            "a\n\n\t[a](/x)\n\n    [b](/x)",
            "<!-- [a](/x) -->",
            "<script>\n'[a](/x)'\n</script>",
            "\\[a](/x)",
            "a](/x)",
            "[a]\\(/x)",
        ],
    )
    def test_are_not_those_of_what_only_looks_like_a_link(self, before: str) -> None:
        _, problems = READER.body(f"{before}\n\n[c](/x)\n", PATH, FIRST, steps=True)
        assert places(problems) == [f"{PATH}:{FIRST + before.count(chr(10)) + 2}:5"]

    @pytest.mark.parametrize(
        "text", ["- a\n\n    [b](/x)", "1. a\n\n    [b](/x)\n", "a\n    [b](/x)", "a ` [b](/x)"]
    )
    def test_are_those_of_links_that_only_look_like_code(self, text: str) -> None:
        _, problems = READER.body(text, PATH, FIRST, steps=True)
        line = text[: text.index("/x")].count("\n")
        column = text.index("/x") - text.rfind("\n", 0, text.index("/x"))
        assert places(problems) == [f"{PATH}:{FIRST + line}:{column}"]

    def test_of_links_with_a_backslash_are_their_own(self) -> None:
        body = read("\n[a](knee\\hug.md)\n[b](calf\\_1.md)\n")
        found = {link.target: str(link.place) for link in body.introduction.references}
        assert found == {
            "exercises/knee\\hug.md": f"{PATH}:11:5",
            "exercises/calf_1.md": f"{PATH}:12:5",
        }


class TestHeadings:
    @pytest.mark.parametrize(
        ("heading", "anchor"),
        [
            ("Worth knowing", "worth-knowing"),
            ("Größer & *weiter*", "größer-weiter"),
            ("[A link](a.md) in it", "a-link-in-it"),
            ("Steps", "steps-section"),
            ("Feel", "feel-section"),
            ("Timer", "timer-section"),
            ("Safety", "safety-section"),
            ("Main", "main-section"),
            ("Words", "words-section"),
            ("Exercises", "exercises-section"),
            ("Play", "play-section"),
            ("Stop!", "stop-section"),
            ("Days", "days-section"),
            ("Day 1", "day-1-section"),
            ("Day 12: calves", "day-12-calves"),
            ("Day 1 title", "day-1-title-section"),
            ("???", "section"),
        ],
    )
    def test_get_an_anchor_that_no_page_uses_itself(self, heading: str, anchor: str) -> None:
        assert anchor in read(f"## {heading}\n").anchors

    def test_of_the_same_name_get_different_anchors(self) -> None:
        assert read("## A\n\n## A\n\n### A\n\n## Steps\n\n## Steps\n").anchors == {
            "a",
            "a_1",
            "a_2",
            "steps-section",
            "steps-section_1",
        }

    def test_do_not_remember_those_of_the_page_before(self) -> None:
        assert read("## A\n").anchors == read("## A\n").anchors == {"a"}

    def test_of_the_first_rank_would_be_a_second_title(self) -> None:
        assert complaints("a\n\n# *Knee* & hip #\n\nWhy\n===\n\n## Fine\n") == (
            "content/exercises/knee.md:12:1  error  # Knee & hip is a second title\n"
            "    hint: the page has its title already: begin with ##\n"
            "content/exercises/knee.md:14:1  error  # Why is a second title\n"
            "    hint: the page has its title already: begin with ##"
        )


class TestSentences:
    def test_have_no_paragraph_around_them(self) -> None:
        assert sentence("Hold *still* & breathe <b>slowly</b>.") == (
            "Hold <em>still</em> &amp; breathe <b>slowly</b>."
        )

    @pytest.mark.parametrize(
        ("text", "html"),
        [
            ("> 6 *weeks*", "&gt; 6 <em>weeks</em>"),
            ("# 1 *tip*", "# 1 <em>tip</em>"),
            ("1. Lie *down*", "1. Lie <em>down</em>"),
            ("- 5 *kg*", "- 5 <em>kg</em>"),
            ("[a]: b *c*", "[a]: b <em>c</em>"),
            ("<div>a</div> *b*", "<div>a</div> <em>b</em>"),
            ("a_b_c & d < e", "a_b_c &amp; d &lt; e"),
            ("&nbsp;&copy;", "&nbsp;&copy;"),
        ],
    )
    def test_make_no_list_heading_or_quotation(self, text: str, html: str) -> None:
        assert sentence(text) == html

    def test_of_nothing_are_nothing(self) -> None:
        assert READER.inline("", Place(PATH)) == (Prose(), ())

    @given(
        st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="\\`*_[]<>&!{}"))
    )
    @example("1. a")
    @example("# a")
    @example("- a")
    @example("a: b | c")
    @example("\"a\" 'b'")
    @example("http://a.b")
    def test_without_markdown_are_the_same_the_short_way_and_the_long(self, word: str) -> None:
        text = f"{word} then {word}".strip()
        assert sentence(text) == escape(text, quote=False)
        assert sentence(f"{text} *x*") == f"{escape(text, quote=False)} <em>x</em>"


class TestRawHtml:
    def test_passes_as_it_is(self) -> None:
        assert shown(read('<div class="x">\n1. <i>a</i>\n</div>\n').introduction) == (
            '<div class="x">\n1. <i>a</i>\n</div>'
        )

    def test_of_scripts_and_comments_passes_too(self) -> None:
        text = "<script>\nif (a < b) c();\n</script>\n\n<!-- *d* -->"
        assert shown(read(text).introduction) == text


PIECES = ("a", " ", "\n", "\n\n", "    ", "1. ", "- ", "# ", "> ", "[a](a.md)", "![a](a.png)", "](")
MARKS = ("[^1]", "[^1]: b", "---\n", "<b>", "</b>", "<!--", "&amp;", *"`*_|[)")
MARKDOWN = st.lists(st.sampled_from(PIECES + MARKS), max_size=20).map("".join)


@settings(max_examples=300)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])) | MARKDOWN)
def test_no_text_at_all_upsets_the_reader_and_no_link_is_lost(text: str) -> None:
    body, _ = READER.body(text, PATH, FIRST, steps=True)
    prose, _ = READER.inline(" ".join(text.split()), Place(PATH))
    for part in (body.introduction, *body.steps, body.more, prose):
        assert not re.search("[\x00-\x08\x0e-\x1f]", shown(part)), text
    last = FIRST + text.count("\n")
    parts = (body.introduction, *body.steps, body.more)
    assert all(FIRST <= link.place.line <= last for part in parts for link in part.references)


def test_stars_in_which_markdown_loses_its_way_are_told_before_a_link_is_lost() -> None:
    assert complaints("*a**b*[c](d.md)") == (
        "content/exercises/knee.md:10  error  "
        "stars or lines beside each other that can't be told apart\n"
        "    hint: write \\* or \\_ where one is meant as it is"
    )


def test_more_depth_than_anybody_needs_is_told_and_not_fallen_into() -> None:
    assert complaints("1. " * 600) == (
        "content/exercises/knee.md:10  error  too many lists or quotations in lists\n"
        "    hint: write fewer of them within each other"
    )
