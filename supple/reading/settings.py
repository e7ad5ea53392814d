"""`guide.yaml` into settings."""

from dataclasses import asdict

from supple.domain.problem import Origin, Problem
from supple.domain.settings import EMERGENCY, FORMAT, Emergency, Outputs, Settings, Timing
from supple.reading.formats.settings import SETTINGS, EmergencyRecord
from supple.reading.pages import read_yaml
from supple.reading.schema import Findings

FALLBACK = Settings(id="guide", title="Guide")
"""What the rest of a guide is read with where its own settings can't be read."""


def read_settings(text: str, path: str) -> tuple[Settings, Origin, list[Problem]]:
    """The settings with their defaults filled in, where they came from, and their problems."""
    findings = Findings(path)
    record = read_yaml(text, findings, SETTINGS)
    if record is None:
        return FALLBACK, findings.origin(), findings.problems
    if record.format > FORMAT:
        message = f"format: this guide has format {record.format}, newer than this Supple knows"
        place = findings.origin().at("format")
        findings.problems.append(Problem(place, "format", message, "install a newer Supple"))
    timing = {name: value for name, value in asdict(record.timing).items() if value is not None}
    settings = Settings(
        id=record.id,
        title=record.title,
        language=record.language,
        url=record.url,
        clean_urls=record.clean_urls,
        publisher=record.publisher,
        reviewed_by=record.reviewed_by,
        emergency=_emergency(record.emergency),
        outputs=Outputs(
            record.outputs.sheets, record.outputs.cards, record.outputs.pdf, record.outputs.paper
        ),
        timing=Timing(**timing),
        first_routine=record.first_routine,
    )
    return settings, findings.origin(), findings.problems


def _emergency(record: Emergency | EmergencyRecord | None) -> Emergency:
    if isinstance(record, EmergencyRecord):
        return Emergency(record.call, record.department, record.doctor, record.advice)
    return record or EMERGENCY["uk"]
