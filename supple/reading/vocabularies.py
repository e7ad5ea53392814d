"""The shared vocabularies' texts into cautions, sources, targets and equipment."""

from collections.abc import Mapping
from typing import TypeVar

from supple.domain.problem import KeyPath, Origin, Problem
from supple.domain.vocabulary import Caution, Source, Term
from supple.reading.formats.vocabularies import CAUTIONS, SOURCE_LIST, TERMS
from supple.reading.kinds import Findings, Kind, Spot
from supple.reading.pages import allowances, read_node
from supple.reading.prose import ProseReader

T = TypeVar("T")


def read_cautions(
    text: str, path: str, prose: ProseReader
) -> tuple[dict[str, Caution], list[Problem]]:
    """Cautions by their codes."""
    records, findings = _read(text, path, CAUTIONS)
    origins = _origins(findings)
    cautions = {}
    for code, record in records.items():
        said, problems = prose.inline(record.text, findings.origin().at(code, "text"))
        findings.problems.extend(problems)
        cautions[code] = Caution(
            code=code,
            origin=origins[code],
            title=record.title,
            short=record.short or record.title.lower(),
            kind=record.kind,
            text=said,
            sources=record.sources,
            called_for_by=record.called_for_by,
            allow=allowances(record.allow),
        )
    return cautions, findings.problems


def read_sources(text: str, path: str) -> tuple[dict[str, Source], list[Problem]]:
    """Sources by their codes."""
    records, findings = _read(text, path, SOURCE_LIST)
    origins = _origins(findings)
    sources = {
        code: Source(
            code=code,
            origin=origins[code],
            title=record.title,
            publisher=record.publisher,
            grade=record.grade,
            url=record.url,
            note=record.note,
            allow=allowances(record.allow),
        )
        for code, record in records.items()
    }
    return sources, findings.problems


def read_terms(text: str, path: str) -> tuple[dict[str, Term], list[Problem]]:
    """Targets or equipment by the words that authors write."""
    records, findings = _read(text, path, TERMS)
    origins = _origins(findings)
    terms = {
        name: Term(
            name=name,
            origin=origins[name],
            title=record.title or name[:1].upper() + name[1:],
            synonyms=record.synonyms,
            region=record.region,
            allow=allowances(record.allow),
        )
        for name, record in records.items()
    }
    return terms, findings.problems


def _read(text: str, path: str, format_: Kind[Mapping[str, T]]) -> tuple[Mapping[str, T], Findings]:
    findings = Findings(path)
    node = read_node(text, findings)
    records = format_.read(node, Spot(findings)) if node is not None else None
    return records or {}, findings


def _origins(findings: Findings) -> Mapping[str | int, Origin]:
    """The origin of each term: its keys' marks, without the name before each."""
    marks: dict[str | int, dict[KeyPath, tuple[int, int]]] = {}
    for (name, *keys), mark in findings.marks.items():
        marks.setdefault(name, {})[tuple(keys)] = mark
    return {name: Origin(findings.path, found) for name, found in marks.items()}
