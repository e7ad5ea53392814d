"""What has become of an output folder."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files were written, left as they were, and removed; the `addresses` of all that
    are there, the `renewed` of those that were written, and the hash of the `ledger` that names
    them all."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    addresses: tuple[str, ...] = field(default=(), compare=False, repr=False)
    renewed: tuple[str, ...] = field(default=(), compare=False, repr=False)
    ledger: str = field(default="", compare=False, repr=False)
