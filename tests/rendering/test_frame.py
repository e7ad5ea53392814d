"""What frames every page: the alarm line at its top, and at its foot who has reviewed it."""

import re
from pathlib import Path

import pytest

from tests.guides import SETTINGS
from tests.rendering.sites import render

ALARM = re.compile(r'<p class="alarm">.*?</p>', re.S)
ON_PAPER = re.compile(r'<span class="only-paper">(.*?)</span>', re.S)
OWN = "alarm:\n  text: Numb legs?\n  link: Get help now\n"


def alarm(html: str) -> str:
    """What the alarm line of a page says on a screen; empty without one."""
    found = ALARM.search(html)
    seen = ON_PAPER.sub("", found[0]) if found else ""
    return " ".join(re.sub(r"<[^>]+>", " ", seen).split())


class TestAlarmLine:
    def test_is_the_guides_own(self, tmp_path: Path) -> None:
        made = render(tmp_path, {"guide.yaml": SETTINGS + OWN})
        for address in ("index.html", "exercises/knee-hug.html", "routines/morning.html"):
            assert alarm(made[address]) == "Numb legs? Get help now", address

    def test_is_a_neutral_one_where_the_guide_says_nothing(self, tmp_path: Path) -> None:
        made = render(tmp_path, {})
        assert alarm(made["index.html"]) == "Not sure that it is safe? When to get help"

    @pytest.mark.parametrize(
        ("url", "where"),
        [
            ("", "the page “Is it safe to stretch?”."),
            (
                "url: https://example.org/back/\n",
                "the page “Is it safe to stretch?”: https://example.org/back/safety.html.",
            ),
        ],
    )
    def test_says_on_paper_whom_to_call(self, tmp_path: Path, url: str, where: str) -> None:
        safety = "---\ntitle: Is it safe to stretch?\n---\nAsk.\n"
        files = {"guide.yaml": SETTINGS + url, "content/pages/safety.md": safety}
        found = ON_PAPER.search(render(tmp_path, files)["exercises/knee-hug.html"])
        assert found
        assert found[1] == f"In an emergency, call 999 or go to A&amp;E. The signs are on {where}"

    def test_stands_neither_on_the_safety_page_nor_where_there_is_none(
        self, tmp_path: Path
    ) -> None:
        assert alarm(render(tmp_path / "a", {})["safety.html"]) == ""
        without = {"guide.yaml": SETTINGS + OWN, "content/pages/safety.md": None}
        assert alarm(render(tmp_path / "b", without)["index.html"]) == ""


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", "Not yet reviewed by a clinician."),
        ("reviewed_by: Dr A\n", "Reviewed by Dr A."),
        ("reviewed:\n  by: Dr A\n", "Reviewed by Dr A."),
        (
            "reviewed:\n  by: Dr A, physiotherapist\n  date: 2026-11-22\n",
            "Reviewed by Dr A, physiotherapist on 22 November 2026.",
        ),
    ],
)
def test_every_page_says_whether_a_clinician_has_reviewed_it(
    tmp_path: Path, settings: str, said: str
) -> None:
    made = render(tmp_path, {"guide.yaml": SETTINGS + settings})
    times = {address: html.count(said) for address, html in made.items()}
    cards = {address: times.pop(address) for address in made if address.startswith("cards/")}
    assert [address for address, many in times.items() if many != 1] == []
    # A card that is cut out has nobody else to say so.
    wanted = {address: 1 if settings else made[address].count("<article") for address in cards}
    assert cards == wanted
