"""The words of the interface, for templates and scripts alike: one table a language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FALLBACK = "en"


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A table of texts; placeholders stand in braces."""

    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, its placeholders filled in. An unknown key is a KeyError."""
        text = self.texts[key]
        return text.format(**values) if values else text

    def number(self, key: str, number: int, **values: object) -> str:
        """The text of `KEY.one` or `KEY.other`, with `{n}` filled in."""
        return self(f"{key}.{'one' if number == 1 else 'other'}", n=number, **values)

    def section(self, name: str) -> dict[str, str]:
        """The texts below a key, such as all the words that scripts need."""
        prefix = f"{name}."
        return {
            key.removeprefix(prefix): text
            for key, text in self.texts.items()
            if key.startswith(prefix)
        }


def languages() -> tuple[str, ...]:
    """The languages that there is a table of."""
    names = (table.name for table in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load(language: str) -> Wording:
    """The words of a language, or English ones where there is no table of it yet."""
    tables = files(__package__)
    for name in (language, language.partition("-")[0], FALLBACK):
        table = tables / f"{name}.toml"
        if table.is_file():
            return Wording(dict(_flat("", tomllib.loads(table.read_text(encoding="utf-8")))))
    raise FileNotFoundError(f"{FALLBACK}.toml is missing from the package")


def _flat(prefix: str, table: Mapping[str, object]) -> list[tuple[str, str]]:
    """A nested table as dotted keys."""
    flat: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            flat += _flat(f"{prefix}{key}.", value)
        else:
            flat.append((f"{prefix}{key}", str(value)))
    return flat
