"""Syllables of words, where a library that hyphenates is there: `pip install 'supple[reading]'`."""

from collections.abc import Callable
from typing import TypeAlias

Syllables: TypeAlias = Callable[[str], int]
"""How many syllables a word has, as hyphenation finds them."""


def counter(language: str) -> Syllables | None:
    """What counts the syllables of words in a language of Pyphen's, such as "en_US"."""
    try:
        from pyphen import LANGUAGES, Pyphen
    except ImportError:
        return None
    if language not in LANGUAGES:
        return None
    hyphens = Pyphen(lang=language)
    return lambda word: len(hyphens.positions(word)) + 1
