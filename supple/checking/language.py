"""What the rules about text know of a language: a table of it in `languages/`."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Language:
    """A language's words. `named` finds a side in a step, `turn` that the other side comes next,
    `second` the same where there are no sides; `order` tells how to know which side comes first.
    `pause` is a verb that holds nothing. `promise` finds how many minutes something takes, and
    `numbers` are the words for those from one on; a sentence in which `unpromised` finds something
    promises none. `avoid` is what to write instead of words; those that are `promises` may stand
    where `denied` finds that they are none, and `fine` ones only look like others."""

    named: re.Pattern[str]
    turn: re.Pattern[str]
    second: re.Pattern[str]
    order: "Order"
    pause: re.Pattern[str]
    unpromised: re.Pattern[str]
    promise: re.Pattern[str]
    numbers: tuple[str, ...]
    avoid: Mapping[str, str]
    promises: frozenset[str]
    fine: frozenset[str]
    denied: re.Pattern[str]
    reading: "Reading"


@dataclass(frozen=True, slots=True)
class Order:
    """Which side comes first. `side` finds either by its group, `left` or `right`; `second` the
    words that lead to the second side, `both` one side and then the other; `lying` those
    that say only how one lies; `other` a side without a name."""

    side: re.Pattern[str]
    second: re.Pattern[str]
    both: re.Pattern[str]
    lying: re.Pattern[str]
    other: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The formula of the age at which a text can be read."""

    hyphenation: str
    missed: float
    per_word_of_a_sentence: float
    per_syllable_of_a_word: float
    less: float
    begins_at: float

    def age(self, words: int, sentences: int, syllables: int) -> float:
        """The age, in years; `syllables` are those that hyphenation finds."""
        return (
            self.per_word_of_a_sentence * words / sentences
            + self.per_syllable_of_a_word * self.missed * syllables / words
            - self.less
            + self.begins_at
        )


def load(language: str) -> Language | None:
    """The words of a language; None where there is no table of it."""
    name = language.partition("-")[0].lower()
    table = files("supple.checking") / "languages" / f"{name}.toml"
    if not table.is_file():
        return None
    return _language(tomllib.loads(table.read_text(encoding="utf-8")))


def _language(table: Mapping[str, Any]) -> Language:
    sides, time = table["sides"], table["time"]
    groups = [(group, [word.lower() for word in group["words"]]) for group in table["avoid"]]
    return Language(
        named=_whole_words(sides["named"], sides),
        turn=_whole_words(sides["turn"], sides),
        second=_whole_words(sides["second"], sides),
        order=Order(**{key: _whole_words(text, sides) for key, text in sides["order"].items()}),
        pause=_whole_words(time["pause"], {}),
        unpromised=_whole_words(time["unpromised"], {}),
        promise=_whole_words(time["promise"], {**time, "number": _either(time["numbers"])}),
        numbers=tuple(time["numbers"]),
        avoid={word: group["instead"] for group, words in groups for word in words},
        promises=frozenset(
            word for group, words in groups for word in words if group.get("is_promise")
        ),
        fine=frozenset(word for group in table["avoid"] for word in group.get("fine", ())),
        denied=_at_the_end(table["promise"]["denied"]),
        reading=Reading(**table["reading"]),
    )


def _either(numbers: Sequence[str]) -> str:
    return "|".join(("[0-9]+", *numbers))


def _at_the_end(words: str) -> re.Pattern[str]:
    """One of the words with nothing behind it: "no cure"."""
    return re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE)


def _whole_words(pattern: str, names: Mapping[str, Any]) -> re.Pattern[str]:
    """A pattern with the names in braces filled in."""
    for name, meant in names.items():
        pattern = pattern.replace(f"{{{name}}}", str(meant))
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
