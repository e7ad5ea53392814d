"""`guide.yaml` into settings."""

from dataclasses import asdict

from supple.domain.problem import Origin, Problem
from supple.domain.settings import (
    EMERGENCY,
    FORMAT,
    Alarm,
    Emergency,
    FigureColours,
    Look,
    Outputs,
    Settings,
    Timing,
)
from supple.reading.formats.checks import settings_of
from supple.reading.formats.settings import SETTINGS, EmergencyRecord
from supple.reading.formats.values import NUMBER
from supple.reading.kinds import Findings
from supple.reading.pages import read_yaml
from supple.reading.strict_yaml import Mapping, Scalar, compose

FALLBACK = Settings(id="guide", title="Guide")
"""What the rest of a guide is read with where its own settings can't be read."""


def newer_format(text: str, path: str) -> Problem | None:
    """Why this Supple can't read a guide at all: its settings name a format that is still to come,
    in which other keys and values may be right."""
    node, _ = compose(text, path)
    entries = node.entries if isinstance(node, Mapping) else ()
    for key, value in entries:
        number = NUMBER.parse(value.text) if isinstance(value, Scalar) else None
        if key.text == "format" and number and number > FORMAT:
            message = f"format: this guide has format {number}, newer than this Supple knows"
            return Problem(value.place, "format", message, "install a newer Supple")
    return None


def read_settings(text: str, path: str) -> tuple[Settings, Origin, list[Problem]]:
    """The settings with their defaults filled in, where they came from, and their problems."""
    findings = Findings(path)
    record = read_yaml(text, findings, SETTINGS)
    if record is None:
        return FALLBACK, findings.origin(), findings.problems
    timing = {name: value for name, value in asdict(record.timing).items() if value is not None}
    settings = Settings(
        id=record.id,
        title=record.title,
        language=record.language,
        url=record.url,
        clean_urls=record.clean_urls,
        publisher=record.publisher,
        reviewed_by=record.reviewed.by if record.reviewed else record.reviewed_by,
        reviewed_on=record.reviewed.date if record.reviewed else None,
        alarm=Alarm(**asdict(record.alarm)) if record.alarm else None,
        emergency=_emergency(record.emergency),
        outputs=Outputs(**vars(record.outputs)),
        timing=Timing(**timing),
        first_routine=record.first_routine,
        figures=FigureColours(**asdict(record.figures)),
        look=Look(**asdict(record.look)),
        inline_timers=record.inline_timers,
        checks=settings_of(record.checks),
        avoid={word.lower(): instead for word, instead in (record.avoid or {}).items()},
    )
    return settings, findings.origin(), findings.problems


def _emergency(record: Emergency | EmergencyRecord | None) -> Emergency:
    if isinstance(record, EmergencyRecord):
        return Emergency(record.call, record.department, record.doctor, record.advice)
    return record or EMERGENCY["uk"]
