"""Which colours of a page meet, and how much they have to differ: one table of all of them.

Names are those of the custom properties in the tokens layers of `supple.css` and `figure.css`. A
test computes every line from those files; the colours that a guide's own settings make are fitted
to the same lines.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

TEXT: Final = 7.0
"""The least contrast of words (WCAG 1.4.6)."""
WITH_KEYS: Final = 9.5
"""The same where keys lie too, whose ground is a shade nearer to the words."""
MEANING: Final = 3.0
"""The least contrast of what carries a meaning without words, and of controls (WCAG 1.4.11)."""

PAGE: Final = ("--paper", "--raised", "--sunk")
WALLS: Final = ("--lying", "--kneeling", "--seated", "--standing")
CLOTHES: Final = ("--pf-skin", "--pf-shirt", "--pf-trousers")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A colour in front of others, and what it does there; `only` in the light or in the dark,
    where another does it in the other."""

    front: str
    grounds: tuple[str, ...]
    least: float
    where: str
    only: str = ""


SCREEN: Final = (
    Meeting("--ink", (*PAGE, *WALLS), TEXT, "words; a routine's change of position"),
    Meeting("--soft", PAGE, TEXT, "what is said besides"),
    Meeting("--petrol", PAGE, TEXT, "links, numerals, quiet buttons"),
    Meeting("--on-petrol", ("--petrol", "--petrol-lit"), TEXT, "buttons, chosen chips"),
    Meeting("--red", PAGE, TEXT, "safety, where a search finds it"),
    Meeting("--red", WALLS, MEANING, "the octagon on the body map"),
    Meeting("--edge", PAGE, MEANING, "round controls"),
    Meeting("--mat", ("--paper", "--raised"), MEANING, "the mat: minutes, phases, where one is"),
    Meeting("--on-gold", ("--mat",), MEANING, "the tick of a day with a stretch"),
    Meeting("--ink", ("--gold",), MEANING, "focus: its outline in its halo", only="light"),
    Meeting("--gold", PAGE, MEANING, "focus: its halo", only="dark"),
    Meeting("--pf-eye", ("--gold",), MEANING, "focus on the body map"),
    Meeting("--on-gold", ("--gold",), TEXT, "a time in a step, which starts the timer"),
    # The player: its words, and its bar on its rail.
    Meeting("--on-hold", ("--hold",), WITH_KEYS, "the player while one holds"),
    Meeting("--gold", ("--hold-rail",), MEANING, "its bar"),
    Meeting("--on-change", ("--change",), TEXT, "the player at a change"),
    Meeting("--change-bar", ("--change-rail",), MEANING, "its bar"),
    Meeting("--ink", ("--mat-loose",), WITH_KEYS, "the player while one lets go"),
    Meeting("--ink", ("--paused", "--lying"), TEXT, "a pause, the end"),
    Meeting("--petrol", ("--let-go-rail",), MEANING, "the bar while one lets go"),
    Meeting("--edge", ("--paused-rail",), MEANING, "the bar in a pause"),
    # Signs that call for help.
    Meeting("--on-care", ("--doctor", "--urgent", "--emergency"), TEXT, "their heads"),
    Meeting("--on-care", ("--emergency-body",), TEXT, "an emergency's signs"),
    # Figures in their rooms.
    *(Meeting(part, (*WALLS, "--floor"), MEANING, "the person") for part in CLOTHES),
    Meeting("--pf-hair", WALLS, MEANING, "the person's head"),
    Meeting("--pf-eye", ("--pf-skin",), MEANING, "the eye: where the person looks"),
    Meeting("--pf-arrow", (*WALLS, "--floor"), MEANING, "the way of the movement"),
    Meeting("--pf-felt-rim", CLOTHES, MEANING, "round the place where one feels it"),
    Meeting("--pf-towel", WALLS, MEANING, "a towel or a strap"),
    Meeting("--pf-prop-edge", WALLS, MEANING, "round what one sits or lies on"),
    Meeting("--wood", ("--seated",), MEANING, "a chair in an empty room"),
)

PAPER: Final = (
    Meeting("--ink", PAGE, TEXT, "words"),
    Meeting("--soft", PAGE, TEXT, "what is said besides"),
    Meeting("--petrol", PAGE, TEXT, "links, numerals"),
    Meeting("--red", PAGE, TEXT, "when to stop"),
    Meeting("--hair", ("--paper",), MEANING, "rules, which have to do without tinted grounds"),
    Meeting("--mat", ("--paper",), MEANING, "the mat"),
    Meeting("--pf-outline", ("--wall", *CLOTHES), MEANING, "round the person, who is white"),
    Meeting("--pf-outline", ("--pf-mat", "--pf-prop", "--pf-sheet"), MEANING, "on a mat"),
    Meeting("--pf-prop-edge", ("--wall", "--pf-prop", "--pf-sheet"), MEANING, "round a prop"),
    Meeting("--pf-arrow", ("--wall",), MEANING, "the way of the movement"),
    Meeting("--pf-felt-rim", CLOTHES, MEANING, "round the hatched place"),
    Meeting("--pf-towel", ("--wall",), MEANING, "a towel or a strap"),
    Meeting("--pf-eye", ("--pf-skin",), MEANING, "the eye"),
    Meeting("--pf-hair", ("--wall",), MEANING, "the person's head"),
    Meeting("--pf-ground", ("--wall",), MEANING, "the floor as a line"),
    Meeting("--pf-mat", ("--wall",), MEANING, "the mat in a figure"),
)

DECORATES: Final[Mapping[str, str]] = {
    "--hair": "a rule on the screen, where space parts things too",
    "--petrol-lip": "below a button that stands out itself",
    "--off": "the dots that a level has not, which its word says",
    "--wood-lit": "the back of a chair whose legs stand out",
    "--sun": "behind the morning's figure",
    "--shadow": "round a panel that has an edge",
    "--plate": "under a logo in the dark, which has its own colours",
    "--pf-felt": "what is felt, inside a rim that stands out",
    "--pf-mat": "under a person who has a rim; its place says what it is",
    "--pf-prop": "a prop inside its edge",
    "--pf-sheet": "a sheet or pillow inside its edge",
    "--pf-ground": "between the floor and the wall, which differ",
}
"""Colours that tell nothing, each with what does instead."""


def demands(name: str, among: Mapping[str, str], scheme: str) -> Iterator[tuple[str, float]]:
    """The colours that a token meets on the screen in the "light" or in the "dark", as far as
    they are `among` those given by their names, each with the least contrast."""
    for meeting in SCREEN:
        if meeting.only not in ("", scheme):
            continue
        if name == meeting.front:
            yield from ((among[one], meeting.least) for one in meeting.grounds if one in among)
        elif name in meeting.grounds and meeting.front in among:
            yield among[meeting.front], meeting.least
