"""The examples of `docs/checks.md`, and the guide that each of them changes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.guides import FILES, ROUTINE, STRETCH
from tests.sites import REPOSITORY

DOCS = REPOSITORY / "docs" / "checks.md"
CALF = "content/exercises/calf.md"
CAUTIONS = FILES["content/cautions.yaml"]

GUIDE: Mapping[str, str] = {
    **FILES,
    CALF: STRETCH.replace("Knee hug", "Calf stretch"),
    "content/routines/morning.md": ROUTINE.replace(
        "  - exercise: knee-hug\n", "  - exercise: knee-hug\n  - exercise: calf\n"
    ),
    "content/cautions.yaml": CAUTIONS.replace("hip:\n", "hip:\n  for:\n    - bend-hip\n"),
}
"""A guide with two exercises, of which no rule says anything."""

_FENCE = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """What the docs tell of a rule: its first lines, and what of files a bad and a good example
    change."""

    rule: str
    says: str
    bad: Mapping[str, str]
    good: Mapping[str, str]


def told_rules() -> Iterator[Told]:
    """The rules in the order in which the docs tell of them."""
    text = DOCS.read_text(encoding="utf-8")
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        heading, _, rest = section.partition("\n")
        before, _, examples = rest.partition("\nBad:\n")
        bad, _, good = examples.partition("\nGood:\n")
        says = before.strip().split("\n\n")[0]
        yield Told(heading.strip("`"), says, dict(_FENCE.findall(bad)), dict(_FENCE.findall(good)))


def guide_with(changes: Mapping[str, str]) -> dict[str, str]:
    """The guide with the keys and bodies of an example in place of its own, and its pictures."""
    files = {**GUIDE, **{name: _changed(GUIDE[name], text) for name, text in changes.items()}}
    for name, text in changes.items():
        for picture in re.findall(r"\]\((\w+\.png)\)", text):
            files[f"{name.rpartition('/')[0]}/{picture}"] = "a picture"
    return files


def _changed(file: str, change: str) -> str:
    if not file.startswith("---\n"):
        return _with_keys(file, change)
    _, front, body = file.split("---\n", 2)
    keys, mark, other = change.partition("---\n")
    return f"---\n{_with_keys(front, keys)}---\n{other if mark else body}"


def _with_keys(yaml: str, change: str) -> str:
    return "".join({**_blocks(yaml), **_blocks(change)}.values())


def _blocks(yaml: str) -> dict[str, str]:
    """The top keys of a YAML text, each with all of its lines."""
    blocks = re.split(r"^(?=\w)", yaml, flags=re.MULTILINE)
    return {block.partition(":")[0]: block for block in blocks if block}
