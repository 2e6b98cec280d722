"""The messages that cross the border to whoever stands outside: every kind of request and response is a type.

Requests are read with suspicion; responses are the JSON values that go out.
"""

from binascii import Error, a2b_base64
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NotRequired, TypedDict


class Fault(StrEnum):
    """What can go wrong between the page and the program, whatever the sheet is like."""

    MALFORMED_REQUEST = "malformed-request"
    UNKNOWN_REQUEST = "unknown-request"
    UNKNOWN_VIEW = "unknown-view"
    INTERNAL_ERROR = "internal-error"


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """Asks for the report of a sheet."""

    id: int
    sheet: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ViewRequest:
    """Asks for a view of a sheet's result by name."""

    id: int
    view: str
    sheet: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Asks for the sheet that a file holds; its bytes, where whoever asks has not read them as text.

    ``set`` is the id of the question set whose form whoever asks shows; empty where it is the main form.
    """

    id: int
    file: str | bytes
    set: str = ""


Request = ScoreRequest | ViewRequest | OpenRequest


class NoticeMessage(TypedDict):
    """A notice with its sentence; ``question`` is the id of the question it is about, or empty."""

    code: str
    message: str
    question: str


class ReportResponse(TypedDict):
    """The report of a sheet."""

    id: int
    kind: Literal["report"]
    report: Mapping[str, object]
    notices: list[NoticeMessage]


class ViewResponse(TypedDict):
    """A view that is shown."""

    id: int
    kind: Literal["view"]
    html: str
    notices: list[NoticeMessage]


class FileResponse(TypedDict):
    """A view that is saved; ``content`` are the file's bytes in base64."""

    id: int
    kind: Literal["file"]
    name: str
    media_type: str
    content: str
    notices: list[NoticeMessage]


class SheetResponse(TypedDict):
    """The sheet that a file held."""

    id: int
    kind: Literal["sheet"]
    sheet: Mapping[str, object]
    notices: list[NoticeMessage]


class FailureResponse(TypedDict):
    """Whatever went wrong, with what to do about it. ``traceback`` is there where it is a bug."""

    id: int | None
    kind: Literal["failure"]
    code: str
    message: str
    hint: str
    traceback: NotRequired[str]


Response = ReportResponse | ViewResponse | FileResponse | SheetResponse | FailureResponse


def id_of(values: object) -> int | None:
    """Return the id of a request's JSON values, or None where it has no whole number for one."""
    request_id = values.get("id") if isinstance(values, dict) else None
    # An exact comparison: True is no id.
    return request_id if type(request_id) is int else None


def read_request(values: object) -> Request | Fault:
    """Return the request that JSON values hold, or what is wrong with them. Never raises."""
    request_id = id_of(values)
    if not isinstance(values, dict) or request_id is None:
        return Fault.MALFORMED_REQUEST
    match values.get("kind"):
        case "score":
            sheet = values.get("sheet")
            return ScoreRequest(request_id, sheet) if isinstance(sheet, dict) else Fault.MALFORMED_REQUEST
        case "view":
            return _view_request(request_id, values)
        case "open":
            return _open_request(request_id, values)
    return Fault.UNKNOWN_REQUEST


def _view_request(request_id: int, values: Mapping[str, object]) -> ViewRequest | Fault:
    view, sheet = values.get("view"), values.get("sheet")
    if not isinstance(view, str):
        return Fault.UNKNOWN_VIEW
    return ViewRequest(request_id, view, sheet) if isinstance(sheet, dict) else Fault.MALFORMED_REQUEST


def _open_request(request_id: int, values: Mapping[str, object]) -> OpenRequest | Fault:
    text, content, asked = values.get("text"), values.get("content"), values.get("set", "")
    if not isinstance(asked, str):
        return Fault.MALFORMED_REQUEST
    if isinstance(text, str) and "content" not in values:
        return OpenRequest(request_id, text, asked)
    if "text" in values or not isinstance(content, str):
        return Fault.MALFORMED_REQUEST
    try:
        return OpenRequest(request_id, a2b_base64(content, strict_mode=True), asked)
    except (Error, ValueError):
        return Fault.MALFORMED_REQUEST
