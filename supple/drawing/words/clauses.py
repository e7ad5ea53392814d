"""Clauses: what is said of a figure, and how what is said of two sides or twice becomes one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from supple.domain.body import Side

Value: TypeAlias = Side | str

UNREMARKABLE: Final = frozenset({"leg.straight", "arm.down", "trunk.flat"})
"""What nobody says unless it was different before."""
PLACED: Final = frozenset(
    {"arm.hand", "arm.towards", "arm.crossed", "arm.forearm", "arm.hanging", "arm.stay"}
)
"""Arms that are somewhere, which is said without a verb."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to say. Without a `side`, a limb's clause is about both.

    `moves`: it comes with the hold, and wasn't so at the start.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    moves: bool = False

    def become(self) -> "Clause":
        return Clause(self.key, self.values, moves=True)


def kept(clauses: Sequence[Clause]) -> list[Clause]:
    return [each for each in clauses if not each.moves and each.key not in UNREMARKABLE]


def changes(before: Sequence[Clause], after: Sequence[Clause]) -> list[Clause]:
    """What is so in the end, both sides in one where they do the same."""
    same = [each for each in after if each in before]
    new = [each.become() for each in after if each not in before]
    return [*paired(same), *paired(new)]


def paired(clauses: Sequence[Clause]) -> list[Clause]:
    """Left and right as one where they mirror each other, or are at the same place."""
    made: list[Clause] = []
    for clause in clauses:
        both = next((pair for each in made if (pair := _pair(each, clause))), None)
        if both:
            made = [each for each in made if not _pair(each, clause)]
        made.append(both or clause)
    return made


def _pair(one: Clause, two: Clause) -> Clause | None:
    first, second = dict(one.values), dict(two.values)
    sides = {first.pop("side", None), second.pop("side", None)}
    if one.key != two.key or sides != set(Side):
        return None
    if first == second:
        return Clause(one.key, first, one.moves)
    at = {first.pop("of", None), second.pop("of", None)}
    if first != second or at != set(Side):
        return None
    if one.values["of"] is one.values["side"]:
        return Clause(one.key, {**first, "of": "both"}, one.moves)
    if one.key != "arm.hand":
        return None
    return Clause("arm.crossed", {**first, "of": "opposite"}, one.moves)


def named_once(arms: Sequence[Clause], legs: Sequence[Clause]) -> list[Clause]:
    """Hands at the one leg that was just named need not name its side again."""
    named = {leg.values.get("side") for leg in legs}
    return [
        Clause(each.key, {**each.values, "of": "same"}, each.moves)
        if {each.values.get("of")} == named != {None}
        else each
        for each in arms
    ]
