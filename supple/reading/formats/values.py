"""The kinds of values that a guide's files hold, and the keys that every page has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from supple.domain.body import Position, Side
from supple.domain.quantity import Count, Duration, Unit
from supple.domain.routine import Room
from supple.domain.rules import RULES, Rule
from supple.domain.settings import FORMAT
from supple.domain.vocabulary import Need
from supple.reading.durations import (
    parse_count,
    parse_duration,
    why_no_count,
    why_no_duration,
)
from supple.reading.kinds import Choice, ListOf, Parsed, Text, listed
from supple.reading.records import Record, key

SLUG = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")
"""A name that can be an address: letters and digits, with hyphens between them."""


IMAGES = ("svg", "png", "jpg", "jpeg", "webp", "avif", "gif")
"""How the names of pictures end that every browser shows."""


_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
DEVICES = frozenset(("con", "prn", "aux", "nul", *_PORTS))
"""Windows can have no file of such a name, whatever its ending."""

_OLD_NAME = "write one of the same folder, in small letters and without an ending"


def is_slug(text: str) -> bool:
    return bool(SLUG.fullmatch(text)) and text == text.lower()


def _positive(text: str) -> Duration | None:
    duration = parse_duration(text)
    return duration if duration and duration.low else None


def _fixed(text: str) -> Duration | None:
    duration = _positive(text)
    return duration if duration and not duration.is_range else None


def _seconds(text: str) -> int | None:
    duration = parse_duration(text)
    exact = duration and not duration.is_range and duration.unit is Unit.SECONDS
    return duration.low if duration and exact else None


def _positive_seconds(text: str) -> int | None:
    return _seconds(text) or None


def _number(text: str) -> int | None:
    count = parse_count(text)
    return count.low if count and not count.is_range else None


def _times_a_day(text: str) -> Count | None:
    count = parse_count(text)
    return count if count and count.high <= 24 else None


def _format(text: str) -> int | None:
    return FORMAT if text == str(FORMAT) else None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None


def _web_address(text: str) -> str | None:
    return text if re.fullmatch(r"https?://[^\s<>\"]+", text) else None


def _site_address(text: str) -> str | None:
    address = _web_address(text)
    return f"{address.rstrip('/')}/" if address and not re.search(r"[?#]", address) else None


def _language(text: str) -> str | None:
    return text if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", text) else None


def _slug(text: str) -> str | None:
    return text if is_slug(text) else None


def _alias(text: str) -> str | None:
    """An old name of a page in the same folder, without the ending that it may have."""
    name = text.removesuffix(".html")
    return name if is_slug(name) and name not in DEVICES else None


def _why_no_alias(text: str) -> tuple[str, str] | None:
    """An old name as people write it who look at a file, an address or a title."""
    last = re.split(r"[/\\]", text)[-1].lower()
    better = "-".join(last.removesuffix(".md").removesuffix(".html").split())
    if better in DEVICES:
        return device_name(better), "take it out"
    return (f"{text} is not an old name", f"{_OLD_NAME}: {better}") if is_slug(better) else None


def device_name(name: str) -> str:
    """What to say of a name that is one of `DEVICES`."""
    return f"Windows keeps the name {name} for itself, so no file can have it there"


def _need(text: str) -> Need | None:
    """ "mat or bed (optional)" as what to choose from and whether it can be left out."""
    bare = text.removesuffix("(optional)")
    choices = tuple(" ".join(choice.split()) for choice in re.split(r"\sor\s", f" {bare} "))
    return Need(choices, optional=bare != text) if all(choices) else None


def _rooms(text: str) -> tuple[Room, ...] | None:
    words = [word.strip() for word in re.split(r"\sor\s", text)]
    known = {room.value: room for room in Room}
    return tuple(known[word] for word in words) if set(words) <= set(known) else None


def _image(text: str) -> str | None:
    return text if text.lower().endswith(tuple(f".{ending}" for ending in IMAGES)) else None


def _either_case(letters: str) -> str:
    """A pattern for small letters, for capitals too: JSON Schema has no flag for that."""
    return re.sub(r"(?<!\\)[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", letters)


def _like(pattern: str, **more: object) -> Mapping[str, object]:
    """What editors are told of a text of this shape; with `minimum`, it may be a number too."""
    kinds = ["string", "integer"] if "minimum" in more else "string"
    return {"type": kinds, "pattern": rf"^\s*(?:{pattern})\s*$", **more}


# What editors are told lets through all that is read, and a little more.
_DASH = _either_case(r"(?:\s*[-‐‑‒–—−]\s*|\s+to\s+)")
_UNIT = _either_case("(?:minutes?|mins?|seconds?|secs?|s|breaths?)")
_LENGTH = (
    rf"[0-9]+(?:\.[0-9]+)?(?:\s*{_UNIT})?(?:\s*{_either_case('(?:and)?')}\s*[0-9]+\s*{_UNIT})?"
)
_LENGTHS = _like(rf"{_LENGTH}(?:{_DASH}{_LENGTH})?", minimum=0)
_NO_TIME = rf"0+(?:\.0+)?\s*{_UNIT}?(?:{_DASH}|\s*$)"
_SOME_TIME = _like(rf"(?!{_NO_TIME}){_LENGTH}(?:{_DASH}{_LENGTH})?", minimum=1)
_DAY = "(?:0[1-9]|[12][0-9])"
_DAYS = f"02-{_DAY}|(?:0[469]|11)-(?:{_DAY}|30)|(?:0[13578]|1[02])-(?:{_DAY}|3[01])"
_NUMBERS = _like(f"[0-9]+(?:{_DASH}[0-9]+)?", minimum=1)
_SLUG = r"(?:[a-z0-9]|[^\x00-\x7F])+"
SLUG_SHAPE = f"^{_SLUG}(?:[-_]{_SLUG})*$"
"""The shape of a slug in the patterns of JSON Schema, which don't know what a letter is."""

_ROOM = f"(?:{'|'.join(room.value for room in Room)})"
_ROOMS = {
    "anyOf": [
        {"title": "one place", "enum": [room.value for room in Room]},
        {"title": "several places", **_like(rf"{_ROOM}(?:\s+or\s+{_ROOM})*")},
    ]
}

TEXT = Text()
HOLD = Parsed("a duration", _positive, "write 30 s, 15-20 s or 2 min", _SOME_TIME, why_no_duration)
ONE_HOLD = Parsed(
    "a single duration",
    _fixed,
    "write one value, such as 20 s or 1 breath",
    _SOME_TIME,
    why_no_duration,
)
SECONDS = Parsed("a number of seconds", _seconds, "write 5 s", _LENGTHS, why_no_duration)
TIME = Parsed(
    "a length of time", _positive_seconds, "write 30 s or 5 min", _SOME_TIME, why_no_duration
)
COUNT = Parsed("a number of times", parse_count, "write 5 or 2-5", _NUMBERS, why_no_count)
TIMES_A_DAY = Parsed(
    "a number of times a day", _times_a_day, "write 2 or 2-3", _NUMBERS, why_no_count
)
NUMBER = Parsed("a whole number", _number, "write 1, 2, 3 …", _NUMBERS)
FORMAT_NUMBER = Parsed(
    "a format that there is",
    _format,
    f"write {FORMAT}, which is the only one so far",
    _like(str(FORMAT), minimum=FORMAT, maximum=FORMAT),
)
YES_OR_NO = Parsed(
    "true or false",
    {"true": True, "false": False}.get,
    "write true or false",
    {"type": ["boolean", "string"], "pattern": r"^\s*(?:true|false)\s*$"},
)
DATE = Parsed("a date", _date, "write year-month-day: 2026-11-22", _like(f"[0-9]{{4}}-(?:{_DAYS})"))
SITE_ADDRESS = Parsed(
    "a web address",
    _site_address,
    "write https://example.org/back/",
    _like(r"https?://[^\s<>\"?#]+"),
)
WEB_ADDRESS = Parsed(
    "a web address", _web_address, "write https://example.org/page", _like(r"https?://[^\s<>\"]+")
)
LANGUAGE = Parsed(
    "a language", _language, "write en, de or pt-BR", _like("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
)
NAME = Parsed(
    "a short name",
    _slug,
    "use small letters, digits and hyphens: back-care",
    _like(SLUG_SHAPE.strip("^$"), minimum=0),
)
ALIAS = Parsed("an old name", _alias, f"{_OLD_NAME}: knee-hug", why=_why_no_alias)
EQUIPMENT = Parsed("equipment", _need, "write mat, mat or bed, or pillow (optional)")
PLACE = Parsed(
    "a place", _rooms, f"write {listed([room.value for room in Room])}, or bed or floor", _ROOMS
)
PROSE_LIST = ListOf(TEXT, prose=True)
WORD_LIST = ListOf(TEXT)
IMAGE = Parsed(
    "a picture's file",
    _image,
    f"write the name of a file that ends in {listed([f'.{ending}' for ending in IMAGES])}",
    _like(rf".+\.(?:{_either_case('|'.join(IMAGES))})"),
)
SIDE = Choice(Side, "a side")
POSITION = Choice(
    Position,
    "a position",
    {
        Position.SUPINE: "on your back",
        Position.SIDE_LYING: "on your side",
        Position.PRONE: "on your front",
        Position.HANDS_AND_KNEES: "on hands and knees",
        Position.KNEELING: "on one knee or both",
        Position.SEATED: "on a chair, a bed or the floor",
        Position.STANDING: "on your feet",
    },
    {
        "lying": (Position.SUPINE, Position.PRONE, Position.SIDE_LYING),
        "sitting": (Position.SEATED,),
        "all fours": (Position.HANDS_AND_KNEES,),
    },
)


@dataclass(frozen=True)
class AllowanceRecord:
    rule: Rule = key(
        Choice(Rule, "a rule of supple check", {rule: about.says for rule, about in RULES.items()}),
        "The rule that is set aside.",
        example="sentence-length",
    )
    only: tuple[str, ...] = key(
        WORD_LIST,
        "The cautions or words for which it is set aside, if not for all.",
        example="[hip-replacement]",
        default=(),
    )
    because: str = key(TEXT, "Why it is right here.", example="These are the law's own words.")


def _check_allowance(record: AllowanceRecord) -> tuple[str, str, str] | None:
    if record.only and not RULES[record.rule].names:
        able = [f"{rule} ({about.names})" for rule, about in RULES.items() if about.names]
        hint = f"take it out; it goes with {listed(able, 'and')}"
        return "only", f"{record.rule} finds nothing that can be named", hint
    return None


ALLOW = ListOf(Record(AllowanceRecord, "an exception", _check_allowance))


@dataclass(frozen=True)
class Published:
    """The keys that every page has."""

    title: str = key(TEXT, "What the page is called.", example="One knee to chest")
    summary: str = key(
        TEXT, "One sentence, for lists.", example="A gentle pull for the lower back.", default=""
    )
    checked: date | None = key(
        DATE, "The day on which it was last checked.", example="2026-11-22", default=None
    )
    aliases: tuple[str, ...] = key(
        ListOf(ALIAS), "Old addresses that go on working.", example="[knee-hug]", default=()
    )
    draft: bool = key(YES_OR_NO, "true hides the page.", example="true", default=False)
    allow: tuple[AllowanceRecord, ...] = key(
        ALLOW,
        "Rules that are set aside, each with its reason.",
        example="[{rule: sentence-length, because: These are the law's own words.}]",
        default=(),
    )
