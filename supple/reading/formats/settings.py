"""The format of a guide's settings: `guide.yaml`."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from supple.domain.paper import Paper
from supple.domain.settings import CORNERS, EMERGENCY, HAIRS, SKINS, STACKS, Emergency
from supple.reading.formats.checks import AVOID, CHECKS, ChecksRecord
from supple.reading.formats.values import (
    DATE,
    FORMAT_NUMBER,
    IMAGES,
    LANGUAGE,
    NAME,
    SECONDS,
    SITE_ADDRESS,
    TEXT,
    TIME,
    YES_OR_NO,
)
from supple.reading.kinds import Choice, Either, ListOf, Parsed, listed
from supple.reading.records import Record, key

HIGHEST_LETTERHEAD: Final = 60
"""Millimetres: more would leave no room for the head and the box of when to stop."""


def _millimetres(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]{1,2})\s*mm", text)
    return int(found[1]) if found and int(found[1]) <= HIGHEST_LETTERHEAD else None


@dataclass(frozen=True)
class OutputsRecord:
    sheets: bool = key(YES_OR_NO, "Pages made for paper.", example="true", default=True)
    cards: bool = key(YES_OR_NO, "Cards made for paper.", example="false", default=True)
    pdf: bool = key(YES_OR_NO, "Sheets as PDF, too.", example="false", default=True)
    paper: tuple[Paper, ...] = key(
        ListOf(Choice(Paper, "a paper size")),
        "The sizes of paper.",
        example="[a4, letter]",
        default=(Paper.A4, Paper.LETTER),
    )
    letterhead: int = key(
        Parsed(
            "a height",
            _millimetres,
            f"write millimetres, at most {HIGHEST_LETTERHEAD}, such as 10 mm",
            {"type": "string", "pattern": r"^\s*[0-9]{1,2}\s*mm\s*$"},
        ),
        "How high the letterhead above your sheets is.",
        example="10 mm",
        default=0,
    )
    headers: bool = key(
        YES_OR_NO,
        "A file _headers, which tells Netlify and Cloudflare Pages how long to keep what.",
        example="true",
        default=False,
    )
    compressed: bool = key(
        YES_OR_NO,
        "Every text compressed too (.gz, .br), for servers of your own.",
        example="true",
        default=False,
    )


@dataclass(frozen=True)
class TimingRecord:
    ready_new_position: int | None = key(
        SECONDS, "To get ready in a new position.", example="15 s", default=None
    )
    ready_same_position: int | None = key(
        SECONDS, "To get ready in the same position.", example="10 s", default=None
    )
    release_long: int | None = key(
        SECONDS, "To let go after a long hold.", example="5 s", default=None
    )
    release_short: int | None = key(
        SECONDS, "To let go after a short hold.", example="2 s", default=None
    )
    long_hold_from: int | None = key(
        TIME, "From when on a hold is long.", example="10 s", default=None
    )
    change_side: int | None = key(SECONDS, "To change sides.", example="5 s", default=None)
    breath: int | None = key(TIME, "What a breath counts as.", example="5 s", default=None)
    pace: int | None = key(TIME, "What a counted repetition takes.", example="3 s", default=None)


@dataclass(frozen=True)
class EmergencyRecord:
    call: str = key(TEXT, "The number to call.", example='"112"')
    department: str = key(TEXT, "Where to go.", example="the emergency department")
    doctor: str = key(TEXT, "Whom to see.", example="doctor", default="doctor")
    advice: str = key(TEXT, "A number for urgent advice.", example='"116117"', default="")


NO_NAMES: Final[Mapping[str, str]] = {}


def _colour(noun: str, example: str, names: Mapping[str, str] = NO_NAMES) -> Parsed[str]:
    """A colour, or the name of one. Plain YAML takes what follows # as a comment, so it can be
    left out."""

    def parse(text: str) -> str | None:
        if text in names:
            return names[text]
        digits = re.fullmatch("#?([0-9a-f]{6})", text.lower())
        return f"#{digits[1]}" if digits else None

    known = f"{', '.join(names)}, or " if names else ""
    pattern = "|".join(("#?[0-9A-Fa-f]{6}", *names))
    return Parsed(
        noun,
        parse,
        f"write {known}six digits from 0 to f, such as {example}",
        {"type": ["string", "integer"], "pattern": rf"^\s*(?:{pattern})\s*$", "minimum": 0},
    )


_CLOTH = _colour("a colour", "22828f")

_FILE = r"[\w-]+(?:[./-][\w-]+)*"
"""The name of a file in `static/`, such that it can stand in styles as it is."""
MOST_ROUND = 28
"""The largest radius in pixels: half of a button's height."""


def _corners(text: str) -> int | None:
    if text in CORNERS:
        return CORNERS[text]
    pixels = re.fullmatch(r"([0-9]{1,2})(?:\s*px)?", text)
    return int(pixels[1]) if pixels and int(pixels[1]) <= MOST_ROUND else None


def _typeface(text: str) -> str | None:
    return text if text in STACKS or re.fullmatch(rf"{_FILE}\.woff2", text) else None


def _logo(text: str) -> str | None:
    return text if re.fullmatch(rf"{_FILE}\.(?:{'|'.join(IMAGES)})", text) else None


_TYPEFACE = Parsed(
    "a typeface",
    _typeface,
    f"write {listed(list(STACKS))}, or the name of a file of yours in static/, such as mine.woff2",
    {"anyOf": [{"enum": list(STACKS)}, {"type": "string", "pattern": r"\.woff2\s*$"}]},
)


@dataclass(frozen=True)
class LookRecord:
    accent: str = key(
        _colour("a colour", "1d4f91"),
        "The colour of links, buttons and the mat, in the light; the dark one is computed.",
        example="1d4f91",
        default="",
    )
    headings: str = key(
        _TYPEFACE, "The typeface of headings and numbers.", example="old-style", default=""
    )
    text: str = key(_TYPEFACE, "The typeface of everything else.", example="mine.woff2", default="")
    corners: int | None = key(
        Parsed(
            "a kind of corners",
            _corners,
            f"write {listed(list(CORNERS))}, or a radius up to {MOST_ROUND} px",
            {
                "anyOf": [
                    {"enum": list(CORNERS)},
                    {"type": "string", "pattern": r"^\s*[0-9]{1,2}(?:\s*px)?\s*$"},
                    {"type": "integer", "minimum": 0, "maximum": MOST_ROUND},
                ]
            },
        ),
        "How round things are.",
        example="square",
        default=None,
    )
    logo: str = key(
        Parsed(
            "the name of a picture in static/",
            _logo,
            f"write a name such as logo.svg; it ends in {listed([f'.{each}' for each in IMAGES])}",
            {"type": "string", "pattern": rf"\.(?:{'|'.join(IMAGES)})\s*$"},
        ),
        "A picture in static/ that stands for the title at the top.",
        example="logo.svg",
        default="",
    )


@dataclass(frozen=True)
class FiguresRecord:
    skin: str = key(
        _colour("a colour of skin", "b98255", SKINS), "The skin.", example="olive", default=""
    )
    hair: str = key(
        _colour("a colour of hair", "3b2a25", HAIRS), "The hair.", example="grey", default=""
    )
    shirt: str = key(_CLOTH, "The shirt.", example="22828f", default="")
    trousers: str = key(_CLOTH, "The trousers.", example="2f3c57", default="")


@dataclass(frozen=True)
class ReviewedRecord:
    by: str = key(TEXT, "The clinician's name and profession.", example="A name, physiotherapist")
    date: datetime.date | None = key(
        DATE, "The day of the review.", example="2026-11-22", default=None
    )


@dataclass(frozen=True)
class AlarmRecord:
    text: str = key(TEXT, "What to ask a reader.", example="Numb legs, or trouble peeing?")
    link: str = key(TEXT, "What the link to the safety page says.", example="Get help now")


def _known_emergency(text: str) -> Emergency | None:
    return EMERGENCY.get(text)


@dataclass(frozen=True)
class SettingsRecord:
    format: int = key(FORMAT_NUMBER, "The format of the guide's files.", example="1")
    id: str = key(NAME, "Prefixes what the browser keeps.", example="back-care")
    title: str = key(TEXT, "The guide's name.", example="Back care")
    language: str = key(LANGUAGE, "The language of its text.", example="en", default="en")
    url: str = key(
        SITE_ADDRESS, "Where it is published.", example="https://example.org/back/", default=""
    )
    clean_urls: bool = key(YES_OR_NO, "true: the host drops .html.", example="false", default=False)
    publisher: str = key(TEXT, "Who publishes it.", example="Example Clinic", default="")
    reviewed_by: str = key(TEXT, "reviewed: in short, without a day.", example="A name", default="")
    reviewed: ReviewedRecord | None = key(
        Record(ReviewedRecord, "the review"),
        "The clinician who has reviewed it. Until then every page says that nobody has.",
        example="{by: A name, date: 2026-11-22}",
        default=None,
    )
    alarm: AlarmRecord | None = key(
        Record(AlarmRecord, "the alarm line"),
        "The line at the top of every page, which leads to the safety page.",
        example="{text: 'Numb legs?', link: Get help now}",
        default=None,
    )
    emergency: Emergency | EmergencyRecord | None = key(
        Either[Any](
            Parsed(
                "a known set of numbers",
                _known_emergency,
                f"write {listed(list(EMERGENCY))}, or your own call: and department:",
                {"enum": list(EMERGENCY)},
            ),
            Record(EmergencyRecord, "emergency numbers"),
        ),
        "Which emergency and advice numbers.",
        example="uk",
        default=None,
    )
    outputs: OutputsRecord = key(
        Record(OutputsRecord, "outputs"),
        "What is made besides pages.",
        example="{sheets: true, pdf: false}",
        default=OutputsRecord(),
    )
    timing: TimingRecord = key(
        Record(TimingRecord, "the timing"),
        "The seconds around holds.",
        example="{ready_new_position: 20 s}",
        default=TimingRecord(),
    )
    figures: FiguresRecord = key(
        Record(FiguresRecord, "the figures"),
        "The colours of the person in the figures.",
        example="{skin: olive, hair: grey}",
        default=FiguresRecord(),
    )
    look: LookRecord = key(
        Record(LookRecord, "the look"),
        "The guide's own character.",
        example="{accent: 1d4f91, corners: square, logo: logo.svg}",
        default=LookRecord(),
    )
    first_routine: str = key(
        TEXT, "The routine on the home page.", example="morning-start-in-bed", default=""
    )
    inline_timers: bool = key(
        YES_OR_NO,
        'false: "Hold for 20 seconds" in a step starts no timer.',
        example="false",
        default=True,
    )
    checks: Any = key(
        CHECKS,
        "The rules of supple check: off, warning or error.",
        example="{orphan-exercise: off, sentence-length: {limit: 25}}",
        default=ChecksRecord(),
    )
    avoid: Mapping[str, str] | None = key(
        AVOID,
        "The guide's own words to avoid, each with what to write instead.",
        example="{patients: write you}",
        default=None,
    )


SETTINGS = Record(SettingsRecord, "the settings")
