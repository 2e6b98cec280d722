"""The report: what one sheet says about each field. All numbers are exact and lie between 0 and 1."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from selfcheck_core.sheet import CatalogueRef, Scope
from selfcheck_core.sheet_json import catalogue_ref_to_json, scope_to_json

FORMAT = "weltoffene-kommune/report"
FORMAT_VERSION = 1

NOT_APPLICABLE_SHARE = "not-applicable-share"


class Confidence(StrEnum):
    """How far a field's level can be trusted: belastbar, vorläufig, keine Einstufung."""

    FIRM = "firm"
    TENTATIVE = "tentative"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many questions in scope were answered in which way."""

    answered: int
    unknown: int
    open: int
    not_responsible: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A score with its range. low ≤ point ≤ high, and high − low = 1 − coverage.

    ``point`` is None where nothing was answered; all four are None where nothing applicable was in scope.
    """

    coverage: Fraction | None
    point: Fraction | None
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class ThemeReport:
    """The score of one theme."""

    id: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class SuggestionRef:
    """The suggestion at ``index`` (from 0) of a question applies."""

    question: str
    index: int


@dataclass(frozen=True, slots=True)
class Clarification:
    """An open or unknown question; answering it takes the share ``gain`` of its field's range away."""

    question: str
    field: str
    gain: Fraction
    known_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldReport:
    """One field: its score, its level as a range, its two dimensions, its themes, and what to do next.

    ``level_low`` and ``level_high`` are ids of levels; both are None where confidence is NONE.
    ``themes`` holds the themes with at least one question in scope, ``lowest_themes`` ids of three of them at most.
    """

    id: str
    counts: Counts
    measure: Measure
    level_low: str | None
    level_high: str | None
    confidence: Confidence
    policy: Measure
    practice: Measure
    themes: tuple[ThemeReport, ...]
    lowest_themes: tuple[str, ...]
    warnings: tuple[str, ...]
    suggestions: tuple[SuggestionRef, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one sheet: the fields in scope in catalogue order, and what to clarify first."""

    catalogue: CatalogueRef
    scope: Scope
    fields: tuple[FieldReport, ...]
    clarifications: tuple[Clarification, ...]


def report_to_json(report: Report) -> dict[str, object]:
    """Return the report as JSON values, as the contract in the documentation fixes them."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "catalogue": catalogue_ref_to_json(report.catalogue),
        "scope": scope_to_json(report.scope),
        "fields": [_field_to_json(field) for field in report.fields],
        "clarifications": [
            {"question": item.question, "field": item.field, "gain": str(item.gain), "known_by": list(item.known_by)}
            for item in report.clarifications
        ],
    }


def _field_to_json(field: FieldReport) -> dict[str, object]:
    return {
        "id": field.id,
        "counts": _counts_to_json(field.counts),
        **measure_to_json(field.measure),
        "level_low": field.level_low,
        "level_high": field.level_high,
        "confidence": field.confidence.value,
        "policy": measure_to_json(field.policy),
        "practice": measure_to_json(field.practice),
        "themes": [{"id": theme.id, **measure_to_json(theme.measure)} for theme in field.themes],
        "lowest_themes": list(field.lowest_themes),
        "warnings": list(field.warnings),
        "suggestions": [{"question": item.question, "index": item.index} for item in field.suggestions],
    }


def _counts_to_json(counts: Counts) -> dict[str, int]:
    return {
        "answered": counts.answered,
        "unknown": counts.unknown,
        "open": counts.open,
        "not_responsible": counts.not_responsible,
        "not_applicable": counts.not_applicable,
    }


def measure_to_json(measure: Measure) -> dict[str, str | None]:
    """Return the four numbers as JSON values."""
    return {
        "coverage": _exact(measure.coverage),
        "point": _exact(measure.point),
        "low": _exact(measure.low),
        "high": _exact(measure.high),
    }


def _exact(number: Fraction | None) -> str | None:
    return None if number is None else str(number)
