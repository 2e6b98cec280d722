"""The border to whoever stands outside, such as the page: text in, text out, stateless, never raising.

A request is a JSON object with an ``id`` and a ``kind``; it gets exactly one response with the same id. ``messages``
has a type for every kind:

    {"id", "kind": "score", "sheet": {…}}                        → {"id", "kind": "report", "report": {…}, "notices"}
    {"id", "kind": "view", "view": NAME, "sheet": {…}}           → {"id", "kind": "view", "html": "…", "notices"}
      of a view that makes a file                                → {"id", "kind": "file", "name", "media_type",
                                                                    "content": base64 text, "notices"}
    {"id", "kind": "open", "content": base64 text}               → {"id", "kind": "sheet", "sheet": {…}, "notices"}
      or "text", which is no file any more; "set" names the question set that the page asks, if it asks one
    whatever goes wrong                                          → {"id", "kind": "failure", "code", "message", "hint"}

A failure with the code "internal-error" is a bug and carries a ``traceback`` for the console. The id is null where the
request has no whole number for one.
"""

import json
import traceback
from binascii import b2a_base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.messages import (
    FailureResponse,
    Fault,
    NoticeMessage,
    OpenRequest,
    Request,
    Response,
    ScoreRequest,
    ViewRequest,
    id_of,
    read_request,
)
from selfcheck_core.notices import Notice, Refusal, RefusalCode
from selfcheck_core.remarks import Remark
from selfcheck_core.report import report_to_json
from selfcheck_core.scoring import score
from selfcheck_core.set_report import set_report, set_report_to_json
from selfcheck_core.sheet import Sheet
from selfcheck_core.sheet_json import sheet_to_json
from selfcheck_core.sheet_reading import SheetRead, read_sheet, read_sheet_file, sheet_from_json
from selfcheck_core.strict_json import UnreadableError, parse
from selfcheck_core.subjects import File, Html, SetResult, SetView, SheetResult, View

# A request can carry a file, of which base64 makes four thirds. One a little too long shall still get through to its
# reader, who says so.
MAX_REQUEST_BYTES = 16 * 1024 * 1024


class Advice(NamedTuple):
    """What went wrong in one sentence or two, and what to do about it."""

    message: str
    hint: str


class Words(Protocol):
    """Puts into words, in the language of whoever asks, what the core has to say."""

    def notice(self, notice: Notice | Remark) -> str:
        """Return what is odd in a sheet, or what became of it."""

    def advice(self, problem: Refusal | Fault) -> Advice:
        """Return what went wrong and what to do."""


def desk(
    catalogue: Catalogue, views: Mapping[str, View], words: Words, set_views: Mapping[str, SetView] | None = None
) -> Callable[[str], str]:
    """Return the function that answers requests about this catalogue, with these views by their names.

    ``set_views`` are those of sheets of a question set, which no view of the main form is ever asked about.
    """
    return _Desk(catalogue, views, words, set_views or {}).handle


@dataclass(frozen=True, slots=True)
class _Desk:
    catalogue: Catalogue
    views: Mapping[str, View]
    words: Words
    set_views: Mapping[str, SetView]

    def handle(self, text: str) -> str:
        request_id: int | None = None
        try:
            values = parse(text, MAX_REQUEST_BYTES)
            request_id = id_of(values)
            request = read_request(values)
            return _json(self._failure(request_id, request) if isinstance(request, Fault) else self._respond(request))
        except UnreadableError as error:
            too_large = error.refusal.code is RefusalCode.TOO_LARGE
            return _json(self._failure(request_id, error.refusal if too_large else Fault.MALFORMED_REQUEST))
        except Exception:
            return _json({**self._failure(request_id, Fault.INTERNAL_ERROR), "traceback": traceback.format_exc()})

    def _respond(self, request: Request) -> Response:
        match request:
            case ScoreRequest():
                return self._score(request)
            case ViewRequest():
                return self._view(request)
            case OpenRequest():
                return self._open(request)

    def _score(self, request: ScoreRequest) -> Response:
        read = sheet_from_json(request.sheet, self.catalogue)
        if isinstance(read, Refusal):
            return self._failure(request.id, read)
        report = report_of(self.catalogue, read.sheet)
        return {"id": request.id, "kind": "report", "report": report, "notices": self._notices(read)}

    def _view(self, request: ViewRequest) -> Response:
        if request.view not in {*self.views, *self.set_views}:
            return self._failure(request.id, Fault.UNKNOWN_VIEW)
        read = sheet_from_json(request.sheet, self.catalogue)
        if isinstance(read, Refusal):
            return self._failure(request.id, read)
        made, notices = self._made(request.view, read.sheet), self._notices(read)
        if made is None:
            return self._failure(request.id, Fault.UNKNOWN_VIEW)
        if isinstance(made, Html):
            return {"id": request.id, "kind": "view", "html": made.text, "notices": notices}
        return {
            "id": request.id,
            "kind": "file",
            "name": made.name,
            "media_type": made.media_type,
            "content": b2a_base64(made.content, newline=False).decode(),
            "notices": notices,
        }

    def _made(self, name: str, sheet: Sheet) -> Html | File | None:
        if sheet.scope.set:
            of_set = self.set_views.get(name)
            return of_set(SetResult.of(self.catalogue, sheet)) if of_set else None
        view = self.views.get(name)
        return view(SheetResult.of(self.catalogue, sheet)) if view else None

    def _open(self, request: OpenRequest) -> Response:
        if isinstance(request.file, bytes):
            read = read_sheet_file(request.file, self.catalogue)
        else:
            read = read_sheet(request.file, self.catalogue)
        if isinstance(read, Refusal):
            return self._failure(request.id, read)
        if read.sheet.scope.set_id != request.set:
            return self._failure(request.id, Refusal(RefusalCode.OTHER_FORM, text=self._form(read.sheet)))
        return {
            "id": request.id,
            "kind": "sheet",
            "sheet": sheet_to_json(read.sheet),
            "notices": self._notices(read),
        }

    def _form(self, sheet: Sheet) -> str:
        """Return the title of the form that a sheet belongs to."""
        here = self.catalogue.question_set(sheet.scope.set_id)
        return here.title if here else self.catalogue.title

    def _notices(self, read: SheetRead) -> list[NoticeMessage]:
        return [
            {"code": notice.code, "message": self.words.notice(notice), "question": notice.question}
            for notice in read.notices
        ]

    def _failure(self, request_id: int | None, problem: Refusal | Fault) -> FailureResponse:
        code = problem.code.value if isinstance(problem, Refusal) else problem.value
        advice = self.words.advice(problem)
        return {"id": request_id, "kind": "failure", "code": code, "message": advice.message, "hint": advice.hint}


def report_of(catalogue: Catalogue, sheet: Sheet) -> Mapping[str, object]:
    """Return the report of a sheet as JSON values: the fields' levels, or of a question set's sheet its view."""
    if sheet.scope.set:
        return set_report_to_json(set_report(catalogue, sheet))
    return report_to_json(score(catalogue, sheet))


def _json(response: Response) -> str:
    # ASCII only: whatever text is inside crosses every border unharmed.
    return json.dumps(response)
