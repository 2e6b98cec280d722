"""A sheet: what one respondent or office answered, and the reading of the file that they keep.

A file from outside is read with suspicion: what is no sheet of this questionnaire ends in a Refusal, what is odd in a
sheet ends in a Notice, and nothing that a person typed is thrown away without one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from selfcheck_core.carryover import carry_over
from selfcheck_core.catalogue import Catalogue, Field, Question
from selfcheck_core.notices import Notice, NotingReader
from selfcheck_core.plain_text import excerpt, is_calendar_date
from selfcheck_core.strict_json import UnreadableError, parse
from selfcheck_core.wording import ENTRY_NAMES, REFUSALS

FORMAT = "weltoffene-kommune/sheet"
FORMAT_VERSION = 1

# A full sheet with a long note at every question stays far below; more keeps a browser busy for nothing.
MAX_FILE_LENGTH = 1024 * 1024
# Longer is most likely a text in the wrong place: it is kept, with a notice.
USUAL_NOTE_LENGTH = 4000
# A question has a handful of documents; the list of a whole archive belongs elsewhere.
MAX_EVIDENCE = 20
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class State(StrEnum):
    """How a question was answered. Only ANSWERED has a rung; UNKNOWN and OPEN widen the range."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    OPEN = "open"
    NOT_RESPONSIBLE = "not-responsible"
    NOT_APPLICABLE = "not-applicable"


# What a file may name. ANSWERED shows itself by its rung, OPEN by the lack of everything else.
_NAMED_STATES = (State.UNKNOWN, State.NOT_RESPONSIBLE, State.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document behind an answer. ``link`` is a web address (http or https) or empty."""

    title: str
    link: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question: a ``rung`` (0 to 3) where ANSWERED, else None.

    ``carrier`` is filled for NOT_RESPONSIBLE only, ``reason`` for NOT_APPLICABLE only; any answer can carry a note and
    evidence.
    """

    state: State
    rung: int | None = None
    carrier: str = ""
    reason: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if (self.state is State.ANSWERED) != (self.rung is not None):
            raise ValueError("an answer has a rung exactly where its state is ANSWERED")


_OPEN = Answer(State.OPEN)


@dataclass(frozen=True, slots=True)
class CatalogueRef:
    """Which catalogue a sheet or report belongs to."""

    id: str
    version: str
    digest: str

    @classmethod
    def of(cls, catalogue: Catalogue) -> "CatalogueRef":
        """Return the reference to this catalogue."""
        return cls(catalogue.id, catalogue.version, catalogue.digest)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which questions count: ``form`` "short" takes the marked ones only, ``fields`` None takes every field."""

    form: str
    fields: tuple[str, ...] | None

    def fields_of(self, catalogue: Catalogue) -> tuple[Field, ...]:
        """Return the fields in scope, in catalogue order."""
        return tuple(field for field in catalogue.fields if self.fields is None or field.id in self.fields)

    def questions_of(self, field: Field) -> tuple[Question, ...]:
        """Return the questions in scope of a field that is in scope, in catalogue order."""
        return tuple(question for question in field.questions if self.includes(question))

    def includes(self, question: Question) -> bool:
        """Return whether the form asks the question, given that its field is in scope."""
        return self.form == "full" or question.short_form


@dataclass(frozen=True, slots=True)
class Municipality:
    """The municipality of a sheet. ``type`` is the id of a municipality type or empty."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers of one respondent or office.

    ``perspective`` is the id of a perspective or empty, ``date`` a day such as 2026-05-31 or empty. ``answers`` has ids
    of questions as keys; a question without an answer is open.
    """

    catalogue: CatalogueRef
    scope: Scope
    id: str
    perspective: str
    office: str
    date: str
    municipality: Municipality
    answers: Mapping[str, Answer]

    def answer(self, question_id: str) -> Answer:
        """Return the answer to the question; an open one where there is none."""
        return self.answers.get(question_id, _OPEN)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not read at all, and what to do about it."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet and what was odd about its file."""

    sheet: Sheet
    notices: tuple[Notice, ...]


def sheet_to_json(sheet: Sheet) -> dict[str, object]:
    """Return the sheet as JSON values, as the contract in the documentation fixes them."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "catalogue": catalogue_ref_to_json(sheet.catalogue),
        "scope": scope_to_json(sheet.scope),
        "sheet": {
            "id": sheet.id,
            "perspective": sheet.perspective,
            "office": sheet.office,
            "date": sheet.date,
            "municipality": {"name": sheet.municipality.name, "type": sheet.municipality.type},
        },
        "answers": {question: _answer_to_json(answer) for question, answer in sheet.answers.items()},
    }


def catalogue_ref_to_json(catalogue: CatalogueRef) -> dict[str, object]:
    """Return the reference as JSON values."""
    return {"id": catalogue.id, "version": catalogue.version, "digest": catalogue.digest}


def scope_to_json(scope: Scope) -> dict[str, object]:
    """Return the scope as JSON values."""
    return {"form": scope.form, "fields": None if scope.fields is None else list(scope.fields)}


def _answer_to_json(answer: Answer) -> dict[str, object]:
    values: dict[str, object] = {}
    if answer.state is State.ANSWERED:
        values["rung"] = answer.rung
    elif answer.state is not State.OPEN:
        values["state"] = answer.state.value
    if answer.state is State.NOT_RESPONSIBLE:
        values["carrier"] = answer.carrier
    if answer.state is State.NOT_APPLICABLE:
        values["reason"] = answer.reason
    if answer.note:
        values["note"] = answer.note
    if answer.evidence:
        values["evidence"] = [{"title": item.title, "link": item.link} for item in answer.evidence]
    return values


def read_sheet(text: str, catalogue: Catalogue) -> SheetRead | Refusal:
    """Return the sheet that a file's text holds, with notices, or why it cannot be read. Never raises."""
    try:
        values = parse(text, MAX_FILE_LENGTH)
    except UnreadableError as error:
        return refusal_of(error)
    return sheet_from_json(values, catalogue)


def refusal_of(error: UnreadableError) -> Refusal:
    """Return what to tell someone whose file cannot be read."""
    wording = "damaged-line" if error.code == "damaged" and error.detail else error.code
    return _refusal(error.code, error.detail, wording)


def sheet_from_json(obj: object, catalogue: Catalogue) -> SheetRead | Refusal:
    """Return the sheet that JSON values hold, with notices, or why they are none of this catalogue. Never raises.

    A sheet of an earlier version is carried over into the catalogue's own, which it then names.
    """
    if not isinstance(obj, dict) or obj.get("format") != FORMAT:
        return _refusal("foreign-file")
    refusal = _check_format(obj) or _check_catalogue(obj, catalogue)
    if refusal is not None:
        return refusal
    carried, reader = carry_over(obj, catalogue), _SheetReader(catalogue)
    sheet = reader.sheet(carried.values)
    return SheetRead(sheet, (*carried.notices, *reader.notices()))


def _check_format(values: Mapping[str, object]) -> Refusal | None:
    version = values.get("format_version")
    if type(version) is not int or version < 1:
        return _damaged("format_version")
    if version > FORMAT_VERSION:
        return _refusal("newer-format")
    return None if isinstance(values.get("answers"), dict) else _damaged("answers")


def _check_catalogue(values: Mapping[str, object], catalogue: Catalogue) -> Refusal | None:
    reference = values.get("catalogue")
    catalogue_id = reference.get("id") if isinstance(reference, dict) else None
    if not isinstance(catalogue_id, str):
        return _damaged("catalogue")
    return None if catalogue_id == catalogue.id else _refusal("other-catalogue", catalogue_id)


def _damaged(key: str) -> Refusal:
    return _refusal("damaged", ENTRY_NAMES[key], "damaged-entry")


def _refusal(code: str, name: str = "", wording: str = "") -> Refusal:
    message, hint = REFUSALS[wording or code]
    return Refusal(code, message.format(name=excerpt(name)), hint)


class _SheetReader(NotingReader):
    """One reading of one file: turns JSON values into a sheet."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._questions = {question.id: question for question in catalogue.questions()}

    def sheet(self, values: Mapping[str, object]) -> Sheet:
        self.report_others(values, ("format", "format_version", "catalogue", "scope", "sheet", "answers"), "Datei")
        about = self.entries(values, "sheet", "Datei")
        place = "Angaben zum Bogen"
        perspectives = {role.id for role in self._catalogue.perspectives}
        self.report_others(about, ("id", "perspective", "office", "date", "municipality"), place)
        return Sheet(
            catalogue=self._catalogue_ref(self.entries(values, "catalogue", "Datei")),
            scope=self._scope(self.entries(values, "scope", "Datei")),
            id=self.text(about, "id", place),
            perspective=self.one_of(about, "perspective", perspectives, place, "unknown-perspective"),
            office=self.text(about, "office", place),
            date=self._date(about, place),
            municipality=self._municipality(self.entries(about, "municipality", place)),
            answers=self._answers(self.entries(values, "answers", "Datei")),
        )

    def _catalogue_ref(self, values: Mapping[str, object]) -> CatalogueRef:
        place = "Fragebogen"
        self.report_others(values, ("id", "version", "digest"), place)
        ours = CatalogueRef.of(self._catalogue)
        theirs = CatalogueRef(ours.id, self.text(values, "version", place), self.text(values, "digest", place))
        if theirs.version != ours.version:
            self.notice("other-version", ours.version, theirs.version or "unbekannt")
        elif theirs.digest != ours.digest:
            self.notice("other-digest")
        return theirs

    def _scope(self, values: Mapping[str, object]) -> Scope:
        self.report_others(values, ("form", "fields"), "Umfang")
        form = values.get("form")
        if form not in ("short", "full"):
            self.notice("unknown-scope", name="alle Fragen")
            form = "full"
        return Scope(str(form), self._scope_fields(values.get("fields")))

    def _scope_fields(self, ids: object) -> tuple[str, ...] | None:
        if ids is None:
            return None
        asked = [str(item) for item in ids] if isinstance(ids, list) else []
        known = tuple(field.id for field in self._catalogue.fields if field.id in asked)
        for field_id in asked:
            if field_id not in known:
                self.notice("unknown-field", name=field_id)
        if not known:
            self.notice("unknown-scope", name="alle Handlungsfelder")
        return known or None

    def _date(self, values: Mapping[str, object], place: str) -> str:
        text = self.text(values, "date", place)
        if not text or is_calendar_date(text):
            return text
        self.notice("unknown-date", name=text)
        return ""

    def _municipality(self, values: Mapping[str, object]) -> Municipality:
        place = "Kommune"
        self.report_others(values, ("name", "type"), place)
        types = {kind.id for kind in self._catalogue.municipality_types}
        return Municipality(
            self.text(values, "name", place), self.one_of(values, "type", types, place, "unknown-municipality-type")
        )

    def _answers(self, values: Mapping[str, object]) -> dict[str, Answer]:
        for question_id in values:
            if question_id not in self._questions:
                self.notice("unknown-question", name=question_id)
        read = ((q.id, self._answer(values[q.id], q)) for q in self._questions.values() if q.id in values)
        return {question_id: answer for question_id, answer in read if answer != _OPEN}

    def _answer(self, values: object, question: Question) -> Answer:
        place = f"Frage „{excerpt(question.text)}“"
        if not isinstance(values, dict):
            self.notice("unknown-answer", place, question=question.id)
            return _OPEN
        state, rung = self._state(values, question, place)
        specific = {State.NOT_RESPONSIBLE: "carrier", State.NOT_APPLICABLE: "reason"}.get(state, "note")
        self.report_others(values, ("rung", "state", "note", "evidence", specific), place, question.id)
        answer = Answer(
            state=state,
            rung=rung,
            carrier=self.text(values, "carrier", place, question.id) if specific == "carrier" else "",
            reason=self.text(values, "reason", place, question.id) if specific == "reason" else "",
            note=self.text(values, "note", place, question.id, USUAL_NOTE_LENGTH),
            evidence=self._evidence(values.get("evidence", []), place, question.id),
        )
        if state is State.NOT_APPLICABLE and not answer.reason.strip():
            self.notice("missing-reason", place, question=question.id)
        return answer

    def _state(self, values: Mapping[str, object], question: Question, place: str) -> tuple[State, int | None]:
        rung, state = values.get("rung"), values.get("state")
        if "rung" in values and "state" not in values:
            # An exact comparison: True and 1.0 are no rungs.
            if type(rung) is int and rung in range(len(question.rungs)):
                return State.ANSWERED, rung
        elif "rung" not in values and state in _NAMED_STATES:
            return State(str(state)), None
        if "rung" in values or "state" in values:
            self.notice("unknown-answer", place, question=question.id)
        return State.OPEN, None

    def _evidence(self, items: object, place: str, question: str) -> tuple[Evidence, ...]:
        if not isinstance(items, list):
            self.notice("wrong-type", place, ENTRY_NAMES["evidence"], question=question)
            return ()
        if len(items) > MAX_EVIDENCE:
            self.notice("too-much-evidence", place, number=MAX_EVIDENCE, question=question)
        read = (
            self._one_evidence(item, f"Nachweis {number} zu: {place}", question)
            for number, item in enumerate(items[:MAX_EVIDENCE], start=1)
        )
        return tuple(item for item in read if item.title or item.link)

    def _one_evidence(self, item: object, place: str, question: str) -> Evidence:
        if not isinstance(item, dict):
            self.notice("wrong-type", place, ENTRY_NAMES["evidence"], question=question)
            return Evidence("", "")
        self.report_others(item, ("title", "link"), place, question)
        link = self.text(item, "link", place, question).strip()
        if link and not _WEB_ADDRESS.fullmatch(link):
            self.notice("dropped-link", place, question=question)
            link = ""
        return Evidence(self.text(item, "title", place, question), link)
