"""The format of what `guide.yaml` says of rules: `checks:` and `avoid:`."""

from dataclasses import dataclass, make_dataclass
from typing import Any

from supple.domain.rules import RULES, About, Rule, Setting, Switch
from supple.reading.formats.values import NUMBER, TEXT
from supple.reading.kinds import Choice, Either, Kind, MapOf
from supple.reading.records import Record, key

SWITCH = Choice(
    Switch,
    "a way to take a rule",
    {
        Switch.OFF: "it says nothing",
        Switch.WARNING: "a build goes on",
        Switch.ERROR: "a build stops",
    },
)


@dataclass(frozen=True)
class SettingRecord:
    severity: Switch | None = key(SWITCH, "off, warning or error.", example="error", default=None)
    limit: int | None = key(NUMBER, "The rule's limit.", example="25", default=None)


_SETTING = Either[Any](SWITCH, Record(SettingRecord, "a rule's setting"))


def _field(rule: Rule, about: About) -> Any:
    kind: Kind[Any] = _SETTING if about.limit else SWITCH
    limit = f" Its limit: {about.limit} {about.unit}." if about.limit else ""
    return key(kind, f"{about.says}{limit}", example="off", default=None, name=rule)


_FIELDS = {rule: rule.name.lower() for rule in Rule}

ChecksRecord: type[Any] = make_dataclass(
    "ChecksRecord",
    [(_FIELDS[rule], Any, _field(rule, about)) for rule, about in RULES.items()],
    frozen=True,
)
"""A key for each rule of the table, so that it is told of in one place only."""


def settings_of(record: Any) -> dict[Rule, Setting]:
    """What was said of each rule, both forms alike."""
    said = {rule: getattr(record, name) for rule, name in _FIELDS.items()}
    return {rule: _setting(value) for rule, value in said.items() if value is not None}


def _setting(value: Switch | SettingRecord) -> Setting:
    if isinstance(value, Switch):
        return Setting(value)
    return Setting(value.severity, value.limit)


CHECKS = Record(ChecksRecord, "the checks")
AVOID = MapOf(TEXT, lambda text: any(map(str.isalpha, text)), "write a word or several")
