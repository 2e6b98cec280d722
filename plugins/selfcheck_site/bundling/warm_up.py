"""Run by Pyodide in the build: uses everything the worker will use, so that each module it needs gets loaded once.

What is loaded here is shipped; what is not fails at a visitor's. So a request of every kind and every way to go wrong
belongs here. The requests are made from the catalogue, so that they fit every edition of the questionnaire.
"""

import json
from collections.abc import Iterator

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_json import catalogue_from_json
from selfcheck_core.protocol import desk
from selfcheck_core.question_sets import QuestionSet
from selfcheck_core.subjects import Html
from selfcheck_site.views.notice_words import GermanWords
from selfcheck_site.views.rendering import environment
from selfcheck_site.views.service import start

Json = dict[str, object]


class WarmUpError(AssertionError):
    """A request of the warm-up was not answered as it must be: then the build must not go on."""


def warm_up(catalogue_text: str) -> None:
    """Answer worked and broken requests. Raises WarmUpError where an answer is not of the kind it must be."""
    handle = start(catalogue_text)
    catalogue = catalogue_from_json(json.loads(catalogue_text))
    for request, kind in _worked(catalogue):
        _require(json.loads(handle(request))["kind"] == kind, request)
    for request in _broken(catalogue):
        _require("traceback" not in json.loads(handle(request)), request)
    bug = _request("view", view="result", sheet=_sheet(catalogue, 0))
    _require("traceback" in json.loads(desk(catalogue, {"result": _fails}, GermanWords(catalogue))(bug)), bug)


def _require(answered_well: bool, request: str) -> None:
    if not answered_well:
        raise WarmUpError(f"Not answered as it must be: {request[:300]}")


def _fails(*_: object) -> Html:
    return Html(environment().from_string("{{ 1 // 0 }}").render())


def _worked(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for mixture in range(len(_ANSWERS) + 2):
        sheet = _sheet(catalogue, mixture)
        yield _request("score", sheet=sheet), "report"
        yield _request("view", view="result", sheet=sheet), "view"
        yield _request("view", view="answers", sheet=sheet), "view"
        yield _request("open", text=json.dumps(sheet, indent=2)), "sheet"
    _require(bool(catalogue.sets), "a sheet of a question set")
    for asked in catalogue.sets:
        sheet = _set_sheet(catalogue, asked)
        yield _request("score", sheet=sheet), "report"
        yield _request("view", view="result", sheet=sheet), "view"
        yield _request("view", view="answers", sheet=sheet), "view"
        yield _request("open", text=json.dumps(sheet), set=asked.id), "sheet"
        yield _request("open", text=json.dumps(sheet)), "failure"


def _broken(catalogue: Catalogue) -> Iterator[str]:
    sheet = _sheet(catalogue, 1)
    first = catalogue.questions()[0].id
    yield from _BROKEN_TEXTS
    changes: tuple[Json, ...] = (
        *({key: value} for key in sheet for value in _WRONG_VALUES),
        {"answers": {first: {"rung": 99}}},
        {"answers": {"unknown-question": {"rung": 1}}},
        {"catalogue": _reference(catalogue) | {"version": "0", "digest": "sha256:1"}},
        {"unknown-key": 1},
    )
    for changed in changes:
        yield _request("score", sheet=sheet | changed)
        yield _request("open", text=json.dumps(sheet | changed))
    for text in _BROKEN_TEXTS:
        yield _request("open", text=text)
    yield _request("no-such-kind")
    yield _request("view", view="no-such-view", sheet=sheet)
    yield _request("score", sheet=sheet | {"scope": {"form": "set", "set": {"id": "no-such-set"}}})


def _request(kind: str, **payload: object) -> str:
    return json.dumps({"id": 1, "kind": kind} | payload)


def _reference(catalogue: Catalogue) -> Json:
    return {"id": catalogue.id, "version": catalogue.version, "digest": catalogue.digest}


_WRONG_VALUES: tuple[object, ...] = (None, [], 99, "other")
_BROKEN_TEXTS = (
    *("", "no JSON", "[]", "null", "\0", "9" * 5_000, "[" * 100_000, " " * 10_000_000),
    *('{"a": NaN}', '{"a": 1e999}', '{"a": 1, "a": 2}', '{"__proto__": {}}', '"\\ud800"'),
)
_EVIDENCE = [{"title": "Satzung <b>2024</b>", "link": "https://example.org/?a=1&b=2"}]
_ANSWERS: tuple[Json, ...] = (
    {"rung": 0},
    {"rung": 1, "note": "Äußerung mit „Anführung“ & <Zeichen>\n😀"},
    {"rung": 2, "evidence": _EVIDENCE},
    {"rung": 3},
    {"state": "unknown"},
    {"state": "not-responsible", "carrier": "Landkreis"},
    {"state": "not-responsible", "carrier": "Landkreis", "preset": True},
    {"state": "not-applicable", "reason": "Es gibt kein Theater."},
)


def _set_sheet(catalogue: Catalogue, asked: QuestionSet) -> Json:
    """Make a sheet of a question set with every kind of answer, and a question left open."""
    kinds = (*_ANSWERS[:2], {"state": "unknown"}, {})
    return {
        **_sheet(catalogue, 0),
        "format_version": 2,
        "scope": {"form": "set", "fields": None, "set": {"id": asked.id, "digest": asked.digest}},
        "answers": {q.id: kinds[place % len(kinds)] for place, q in enumerate(asked.questions)},
    }


def _sheet(catalogue: Catalogue, mixture: int) -> Json:
    """Make a sheet: mixture 0 is all open, then comes one kind of answer throughout, at last all kinds in turn."""
    kinds = (() if mixture == 0 else (_ANSWERS[mixture - 1],)) if mixture <= len(_ANSWERS) else _ANSWERS
    answers = {q.id: kinds[place % len(kinds)] for place, q in enumerate(catalogue.questions()) if kinds}
    return {
        "format": "weltoffene-kommune/sheet",
        "format_version": 1,
        "catalogue": _reference(catalogue),
        "scope": {"form": "full" if mixture % 2 else "short", "fields": None},
        "sheet": {
            "id": "bogen-1",
            "perspective": catalogue.perspectives[0].id,
            "office": "Hauptamt",
            "date": "2026-03-01",
            "municipality": {"name": "Musterstadt", "type": catalogue.municipality_types[0].id},
        },
        "answers": answers,
    }
