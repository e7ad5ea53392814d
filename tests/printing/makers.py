"""What a child does instead of printing. A child imports it by name."""

import os
import time

from supple.printing.manuscript import Manuscript
from supple.printing.typesetting import NoPressError


def echo(manuscript: Manuscript) -> bytes:
    """Itself; as its first word says, something else happens instead."""
    word = manuscript.pages[0].split()[0]
    if word == b"die":
        os._exit(3)
    if word == b"sleep":
        time.sleep(60)
    if word == b"fail":
        raise AssertionError("a bug")
    if word == b"none":
        raise NoPressError
    return manuscript.pages[0]
