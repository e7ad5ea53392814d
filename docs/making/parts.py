"""Every part of a page, what it is for, and the states in which it is shown: each cut out of a
page that the real templates make of the guide in `specimen-guide/`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

HOME: Final = "index.html"
EXERCISE: Final = "exercises/knee-hug.html"
LONG_TITLE: Final = "exercises/towel.html"
KNEELING: Final = "exercises/kneel.html"
SEATED: Final = "exercises/sit.html"
EXERCISES: Final = "exercises/index.html"
LONG_LIST: Final = "exercises/page-7.html"
ROUTINE: Final = "routines/short.html"
LONG: Final = "routines/long.html"
ROUTINES: Final = "routines/index.html"
SAFETY: Final = "safety.html"
MISSING: Final = "404.html"

OF_PAPER: Final = frozenset({"choice.html", "downloads.html", "letterhead.html"})
"""Parts of pages for paper, which have styles of their own, and the line that leads to PDFs, which
these pages have none of: docs/paper.md is about them."""

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class State:
    """What it is called, the page that it is cut out of, what of it (a CSS selector), and how that
    is changed, as hands or the script would change it. `count`: so many that match."""

    name: str
    page: str
    what: str
    change: Change = str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part. `template` is its file in `templates/parts/`; parts that are nothing but a class of
    `supple.css` have none."""

    name: str
    template: str
    purpose: str
    states: tuple[State, ...]


def with_class(name: str, of: str = "class=") -> Change:
    """With one more class: `as-hover`, `as-focus`, `as-active` look like the real thing."""
    return lambda html: html.replace(f'{of}"', f'{of}"{name} ', 1)


def instead(old: str, new: str, count: int = -1) -> Change:
    return lambda html: html.replace(old, new, count)


def each(*changes: Change) -> Change:
    def changed(html: str) -> str:
        for change in changes:
            html = change(html)
        return html

    return changed


def choice(attributes: str) -> Change:
    """The chip of a dosage, with another state of its radio button."""
    return each(instead(" checked", ""), instead('type="radio"', f'type="radio"{attributes}'))


LONG_WORDS: Final = "With words so many that they need two lines on a telephone"

PARTS: Final = (
    Part(
        "Top",
        "bar.html",
        "The alarm line, the guide's name on its mat, the ways. Where one is, the mat lies below.",
        (
            State("home", HOME, "header.top"),
            State("in a list", EXERCISES, "header.top"),
            State(
                "a link in focus",
                HOME,
                "header.top",
                instead("<li><a href", '<li><a class="as-focus" href', 1),
            ),
        ),
    ),
    Part(
        "Search",
        "search.html",
        "Finds exercises, routines and help. Without a script it isn't there.",
        (
            State("empty", HOME, "form.search"),
            State(
                "nothing found",
                HOME,
                "form.search",
                each(
                    instead("data-panel>", "data-panel data-shown>"),
                    instead("data-none hidden", "data-none"),
                ),
            ),
        ),
    ),
    Part(
        "Button",
        "",
        "The one thing to do next; one solid button in view. Quiet ones are for all else. No "
        "button is ever disabled: what can't be done isn't offered.",
        (
            State("at rest", HOME, "a.button"),
            State("hover", HOME, "a.button", with_class("as-hover")),
            State("focus", HOME, "a.button", with_class("as-focus")),
            State("pressed", HOME, "a.button", with_class("as-active")),
            State("quiet", HOME, "a.button", with_class("is-quiet")),
            State("quiet, hover", HOME, "a.button", with_class("is-quiet as-hover")),
            State("small", HOME, "a.button", with_class("is-small")),
            State("long", HOME, "a.button", instead("3 minutes", LONG_WORDS)),
        ),
    ),
    Part(
        "Dosage",
        "dosage.html",
        "Numbers that can be read standing up; which of several dosages; how strong.",
        (
            State("numbers", EXERCISE, "dl.dose"),
            State("a choice of two", EXERCISE, "fieldset.modes"),
            State("chosen", EXERCISE, "fieldset.modes .chip", choice(" checked")),
            State("not chosen", EXERCISE, "fieldset.modes .chip", choice("")),
            State(
                "hover",
                EXERCISE,
                "fieldset.modes .chip",
                each(choice(""), with_class("as-hover")),
            ),
            State(
                "focus",
                EXERCISE,
                "fieldset.modes .chip",
                each(choice(""), with_class("as-focus")),
            ),
            State("disabled", EXERCISE, "fieldset.modes .chip", choice(" disabled")),
            State("its range", EXERCISE, "p.range"),
            State("gentle", EXERCISE, ".level"),
            State("strong", LONG_TITLE, ".level"),
        ),
    ),
    Part(
        "Filters",
        "filters.html",
        "Narrow a list down. Each is a link until the script makes it a radio button.",
        (
            State("closed", EXERCISES, "details.filter"),
            State(
                "open",
                EXERCISES,
                "details.filter",
                instead('<details class="filter"', '<details open class="filter"'),
            ),
            State("how many", EXERCISES, ".on"),
        ),
    ),
    Part(
        "Tiles",
        "",
        "All answers to a question on the first page: a time's mat is as long as its minutes.",
        (
            State("times", HOME, ".spans"),
            State("places", HOME, ".tiles"),
            State("hover", HOME, ".tiles li a", with_class("as-hover")),
            State("focus", HOME, ".tiles li a", with_class("as-focus")),
        ),
    ),
    Part(
        "Rows",
        "rows.html",
        "Exercises and routines in a list. The whole row leads there.",
        (
            State("exercises, one with a long name", EXERCISES, "ul.rows li", count=4),
            State("routines", ROUTINES, "ul.rows li", count=2),
            State("hover", ROUTINES, "ul.rows li", with_class("as-hover", of="<li class=")),
            State(
                "focus",
                ROUTINES,
                "ul.rows li",
                instead("<a href", '<a class="as-focus" href'),
            ),
        ),
    ),
    Part(
        "Pages",
        "paging.html",
        "The other pages of a list that is too long for one.",
        (
            State("the seventh of thirteen", LONG_LIST, "nav.pages"),
            State("hover", LONG_LIST, "nav.pages", with_class("as-hover", of="<a class=")),
            State("focus", LONG_LIST, "nav.pages", with_class("as-focus", of="<a class=")),
        ),
    ),
    Part(
        "Room",
        "room.html",
        "What a figure stands in: the wall's colour is the position.",
        (
            State("lying, in a row", ROUTINES, "ul.rows .thumb"),
            State("standing, without a figure", LONG_TITLE, ".room.empty"),
            State("kneeling", KNEELING, ".room.empty"),
            State("seated", SEATED, ".room.empty"),
        ),
    ),
    Part(
        "Figure",
        "figure.html",
        "An exercise from its pose: the start in pale clothes, the way, the place where it is "
        "felt. It moves when one asks for it.",
        (State("start and hold", EXERCISE, ".figures", instead(" hidden>", ">", 1)),),
    ),
    Part(
        "Timer",
        "timer.html",
        "Starts what counts. Without a script a sentence says why there is no button.",
        (State("at rest", EXERCISE, ".timer"),),
    ),
    Part(
        "Player",
        "player.html",
        "While it runs, the whole screen is the cue.",
        tuple(
            State(
                name,
                EXERCISE,
                "dialog.player",
                each(
                    instead("<dialog", "<dialog open", 1),
                    instead('data-cue="change"', f'data-cue="{cue}"'),
                    instead(" autofocus", ""),
                ),
            )
            for name, cue in (
                ("a change", "change"),
                ("a hold", "hold"),
                ("letting go, a rest", "rest"),
                ("a pause", "paused"),
            )
        ),
    ),
    Part(
        "Mat",
        "mat.html",
        "A routine's time, woven: one colour where something is held, another between.",
        (State("short", ROUTINE, "figure.mat"), State("over 7 minutes", LONG, "figure.mat")),
    ),
    Part(
        "Track",
        "track.html",
        "The way through a routine, with the clock.",
        (State("with a rest and a change of position", ROUTINE, "ol.track"),),
    ),
    Part(
        "Care",
        "care.html",
        "Signs that call for help, in three degrees: by colour, by shape and in words. When to "
        "stop. Whom to ask first.",
        (
            State("emergency", SAFETY, '[data-care="emergency"]'),
            State("urgent", SAFETY, '[data-care="urgent"]'),
            State("see a doctor", SAFETY, '[data-care="doctor"]'),
            State("when to stop", EXERCISE, ".note.is-stop"),
            State("ask first: one open, one closed", EXERCISE, ".ask"),
            State(
                "focus",
                EXERCISE,
                ".ask details:last-child",
                instead("<summary", '<summary class="as-focus"'),
            ),
        ),
    ),
    Part(
        "List",
        "list.html",
        "Lines of text, on the screen and on paper alike.",
        (State("signs", SAFETY, '[data-care="emergency"] ul'),),
    ),
    Part(
        "Checked",
        "checked.html",
        "When a page was checked last, and when it will be next; who has reviewed the guide.",
        (State("in the foot", EXERCISE, "footer.foot"),),
    ),
    Part(
        "Icons",
        "icons.html",
        "Signs that repeat what words beside them say.",
        (
            State("the octagon of danger", HOME, ".alarm .sign"),
            State("the end of the mat", HOME, ".roll"),
            State("back", EXERCISE, ".chevron"),
            State("print", ROUTINE, "a.button.is-quiet .glyph"),
        ),
    ),
    Part(
        "Head",
        "head.html",
        "What others than the reader see of a page. Nothing of it can be seen on it.",
        (State("of an exercise", EXERCISE, "head > meta, head > title, head > link", count=99),),
    ),
    Part(
        "Missing page",
        "missing.css",
        "The styles of 404.html, which carries them itself, since it is served at any depth.",
        (State("as it is served", MISSING, "html"),),
    ),
)
