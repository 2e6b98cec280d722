"""Scenarios: a few lines of German YAML that say what was answered and what must come out.

They stand in tests/szenarien, one file each; docs/mitwirken/szenarien.md tells editors how to write one. Whatever is
wrong with a file is said in German, all at once.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from examples.worked import catalogue as of_the_questionnaire
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_json import catalogue_from_json
from selfcheck_core.report import Confidence
from selfcheck_site.views.wording import CONFIDENCE

Values = dict[str, Any]

FOLDER = Path(__file__).resolve().parents[1] / "szenarien"
FILES = sorted(FOLDER.glob("*.yaml"))
SMALL = FOLDER.parent / "transcripts" / "catalogue.json"

KEYS = {
    "titel", "katalog", "umfang", "handlungsfelder", "antworten", "sonst", "erwartet", "zuerst-klaeren",
    "bekannter-fehler",
}  # fmt: skip
_FORMS = {"Kurzform": "short", "Langform": "full"}
_STATES: Mapping[str, Values] = {
    "weiß nicht": {"state": "unknown"},
    "nicht zuständig": {"state": "not-responsible", "carrier": "eine andere Stelle"},
    "voreingestellt": {"state": "not-responsible", "carrier": "eine andere Stelle", "preset": True},
    "entfällt": {"state": "not-applicable", "reason": "Das gibt es hier nicht."},
}


class ScenarioError(Exception):
    """A scenario cannot be read; the message says in German what is wrong, a line for each mistake."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What was answered and what must come out.

    ``expected`` are the words for each field, ``first`` the ids of the questions to clarify first, if they are told.
    """

    title: str
    catalogue: str
    sheet: Values
    expected: Mapping[str, Values]
    first: tuple[str, ...] | None
    known_failure: str

    def differences(self, report: Values) -> list[str]:
        """Return a line for everything that came out otherwise than expected."""
        fields = {field["id"]: shown(field) for field in report["fields"]}
        lines = [
            f"{field}, {key}: erwartet {wanted}, herausgekommen {fields[field][key]}"
            for field, words in self.expected.items()
            for key, wanted in words.items()
            if _plain(wanted) != _plain(fields[field][key])
        ]
        first = tuple(item["question"] for item in report["clarifications"])
        if self.first is not None and first[: len(self.first)] != self.first:
            lines.append(f"zuerst-klaeren: erwartet {list(self.first)}, herausgekommen {list(first)}")
        return lines


@cache
def catalogue_named(name: str) -> Catalogue:
    """Return the questionnaire of the project („fragebogen“) or the small catalogue of the transcripts („klein“)."""
    if name == "fragebogen":
        return of_the_questionnaire()
    return catalogue_from_json(json.loads(SMALL.read_text(encoding="utf-8")))


def shown(field: Values) -> Values:
    """Return what a report says about a field, under the keys that scenarios use."""
    low, high = field["level_low"], field["level_high"]
    return {
        "reifegrad": "keiner" if low is None else low if low == high else f"{low} bis {high}",
        "wie-sicher": CONFIDENCE[Confidence(field["confidence"])],
        "gewertet": field["counts"]["answered"],
        "abdeckung": field["coverage"],
        "punktwert": field["point"],
        "spanne": _range(field),
        "regelung": _range(field["policy"]),
        "praxis": _range(field["practice"]),
        "niedrigste-themen": field["lowest_themes"],
        "anregungen": [item["question"] for item in field["suggestions"]],
        "hinweis-entfaellt": "ja" if field["warnings"] else "nein",
    }


def _range(measure: Values) -> str | None:
    return None if measure["low"] is None else f"{measure['low']} bis {measure['high']}"


def _plain(value: object) -> object:
    """Return numbers and „keine“ as a scenario and a report write them alike."""
    if isinstance(value, list):
        return [str(item) for item in value]
    return {"None": "keine", "keiner": "keine"}.get(str(value), str(value))


def read_scenario(text: str) -> Scenario:
    """Return the scenario that a text holds, or raise ScenarioError with everything that is wrong with it."""
    values = yaml.safe_load(text)
    if not isinstance(values, dict):
        raise ScenarioError("Hier gehören Angaben wie „katalog:“, „antworten:“ und „erwartet:“ hin.")
    mistakes = list(_mistakes(values))
    if mistakes:
        raise ScenarioError("\n".join(mistakes))
    catalogue, given = catalogue_named(values["katalog"]), values.get("antworten") or {}
    return Scenario(
        title=values["titel"],
        catalogue=values["katalog"],
        sheet=_sheet(catalogue, values, given),
        expected=values["erwartet"],
        first=tuple(values["zuerst-klaeren"]) if "zuerst-klaeren" in values else None,
        known_failure=values.get("bekannter-fehler", ""),
    )


def _sheet(catalogue: Catalogue, values: Values, given: Values) -> Values:
    scope = {"form": _FORMS[values.get("umfang", "Langform")], "fields": values.get("handlungsfelder")}
    other = {q.id: values["sonst"] for q in catalogue.questions()} if "sonst" in values else {}
    answers = {question: answer for question, said in {**other, **given}.items() if (answer := _answer(said))}
    return {
        "format": "weltoffene-kommune/sheet",
        "format_version": 1,
        "catalogue": {"id": catalogue.id, "version": catalogue.version, "digest": catalogue.digest},
        "scope": scope,
        "sheet": {
            "id": "szenario", "perspective": "", "office": "", "date": "", "municipality": {"name": "", "type": ""},
        },
        "answers": answers,
    }  # fmt: skip


def _answer(said: object) -> Values | None:
    return {"rung": said} if isinstance(said, int) else _STATES.get(str(said))


def _mistakes(values: Values) -> Iterator[str]:
    yield from _unknown(values, KEYS, "Die Angabe")
    yield from (f"Die Angabe „{key}“ fehlt." for key in ("titel", "katalog", "erwartet") if key not in values)
    if values.get("katalog") not in ("klein", "fragebogen"):
        yield "Bei „katalog“ steht „klein“ oder „fragebogen“."
        return
    catalogue = catalogue_named(values["katalog"])
    questions = {question.id for question in catalogue.questions()}
    fields = {field.id for field in catalogue.fields}
    if values.get("umfang", "Langform") not in _FORMS:
        yield "Bei „umfang“ steht „Kurzform“ oder „Langform“."
    yield from _unknown(values.get("handlungsfelder") or (), fields, "Das Handlungsfeld")
    yield from _unknown(values.get("antworten") or {}, questions, "Die Frage")
    yield from _unknown(values.get("zuerst-klaeren") or (), questions, "Die Frage")
    answers = [*(values.get("antworten") or {}).values(), *([values["sonst"]] if "sonst" in values else [])]
    for said in answers:
        if said not in (0, 1, 2, 3, "offen", *_STATES) or isinstance(said, bool):
            yield f"„{said}“ ist keine Antwort. Möglich sind 0 bis 3, offen, {', '.join(_STATES)}."
    expected = values.get("erwartet") or {}
    asked = values.get("handlungsfelder") or fields
    yield from _unknown(expected, asked, "Das Handlungsfeld")
    for words in expected.values():
        yield from _unknown(words or {}, OUTCOMES, "Unter „erwartet“ die Angabe")


def _unknown(names: Iterable[object], known: Iterable[str], what: str) -> Iterator[str]:
    possible = sorted(known)
    for name in names:
        if name not in possible:
            near = get_close_matches(str(name), possible, n=1)
            remedy = f"Meinten Sie „{near[0]}“?" if near else f"Möglich sind: {', '.join(possible)}."
            yield f"{what} „{name}“ gibt es nicht. {remedy}"


_NOTHING: Values = {"coverage": None, "point": None, "low": None, "high": None}
OUTCOMES = shown(
    {
        **_NOTHING, "counts": {"answered": 0}, "level_low": None, "level_high": None, "confidence": "none",
        "policy": _NOTHING, "practice": _NOTHING, "lowest_themes": [], "suggestions": [], "warnings": [],
    }
).keys()  # fmt: skip
