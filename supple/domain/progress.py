"""How long work says how far it has come."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told while work goes on: what is being done, how much of it is done, and of how much."""


def silent(stage: str, done: int, of: int) -> None:
    """For whoever doesn't look."""
