"""The border to whoever stands outside, such as the page: text in, text out, stateless, never raising.

A request is a JSON object with an ``id`` and a ``kind``; it gets exactly one response with the same id:

    {"id", "kind": "score", "sheet": {…}}                 → {"id", "kind": "report", "report": {…}}
    {"id", "kind": "view", "view": NAME, "sheet": {…}}    → {"id", "kind": "view", "report": {…}, "html": "…"}
    {"id", "kind": "open", "text": "…"}                   → {"id", "kind": "sheet", "sheet": {…}, "notices": [{…}]}
    whatever goes wrong                                   → {"id", "kind": "failure", "code", "message", "hint"}

A failure with the code "internal-error" is a bug and carries a ``traceback`` for the console. The id is null where the
request has no whole number for one.
"""

import json
import traceback
from collections.abc import Callable, Mapping

from selfcheck_core.answers import Refusal, Sheet, read_sheet, refusal_of, sheet_from_json, sheet_to_json
from selfcheck_core.catalogue import Catalogue
from selfcheck_core.report import Report, report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.strict_json import UnreadableError, parse
from selfcheck_core.wording import FAILURES

# A request can carry a file's text, whose quotes and line breaks take two characters inside JSON. A file a little too
# long shall still get through to its reader, who says so.
MAX_REQUEST_LENGTH = 4 * 1024 * 1024

View = Callable[[Catalogue, Sheet, Report], str]
Request = Mapping[str, object]
Response = dict[str, object]


def desk(catalogue: Catalogue, views: Mapping[str, View]) -> Callable[[str], str]:
    """Return the function that answers requests about this catalogue; ``views`` make HTML of a report, by name."""

    def handle(text: str) -> str:
        request_id: int | None = None
        try:
            request = parse(text, MAX_REQUEST_LENGTH)
            request_id = _id_of(request)
            response = _respond(request, catalogue, views)
            # ASCII only: whatever text is inside crosses every border unharmed.
            return json.dumps({"id": request_id, **response})
        except UnreadableError as error:
            refusal = refusal_of(error)
            response = _refused(refusal) if refusal.code == "too-large" else _failure("malformed-request")
        except Exception:
            response = {**_failure("internal-error"), "traceback": traceback.format_exc()}
        return json.dumps({"id": request_id, **response})

    return handle


def _id_of(request: object) -> int | None:
    request_id = request.get("id") if isinstance(request, dict) else None
    # An exact comparison: True is no id.
    return request_id if type(request_id) is int else None


def _respond(request: object, catalogue: Catalogue, views: Mapping[str, View]) -> Response:
    if not isinstance(request, dict) or _id_of(request) is None:
        return _failure("malformed-request")
    match request.get("kind"):
        case "score":
            return _score(request, catalogue)
        case "view":
            return _view(request, catalogue, views)
        case "open":
            return _open(request, catalogue)
    return _failure("unknown-request")


def _score(request: Request, catalogue: Catalogue) -> Response:
    sheet = _sheet_of(request, catalogue)
    if not isinstance(sheet, Sheet):
        return sheet
    return {"kind": "report", "report": report_to_json(score(catalogue, sheet))}


def _view(request: Request, catalogue: Catalogue, views: Mapping[str, View]) -> Response:
    name = request.get("view")
    view = views.get(name) if isinstance(name, str) else None
    if view is None:
        return _failure("unknown-view")
    sheet = _sheet_of(request, catalogue)
    if not isinstance(sheet, Sheet):
        return sheet
    report = score(catalogue, sheet)
    return {"kind": "view", "report": report_to_json(report), "html": view(catalogue, sheet, report)}


def _sheet_of(request: Request, catalogue: Catalogue) -> Sheet | Response:
    values = request.get("sheet")
    if not isinstance(values, dict):
        return _failure("malformed-request")
    read = sheet_from_json(values, catalogue)
    return _refused(read) if isinstance(read, Refusal) else read.sheet


def _open(request: Request, catalogue: Catalogue) -> Response:
    text = request.get("text")
    if not isinstance(text, str):
        return _failure("malformed-request")
    read = read_sheet(text, catalogue)
    if isinstance(read, Refusal):
        return _refused(read)
    notices = [{"code": n.code, "message": n.message, "question": n.question} for n in read.notices]
    return {"kind": "sheet", "sheet": sheet_to_json(read.sheet), "notices": notices}


def _refused(refusal: Refusal) -> Response:
    return {"kind": "failure", "code": refusal.code, "message": refusal.message, "hint": refusal.hint}


def _failure(code: str) -> Response:
    message, hint = FAILURES[code]
    return {"kind": "failure", "code": code, "message": message, "hint": hint}
