"""Reads the file of a sheet with suspicion.

What is no sheet of this questionnaire ends in a Refusal, what is odd in a sheet ends in a notice, and nothing that a
person typed is thrown away without one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from selfcheck_core.carryover import carry_over
from selfcheck_core.catalogue import Catalogue, Question
from selfcheck_core.decoding import Encoding, UnknownEncodingError, decoded
from selfcheck_core.notices import FILE, Notice, NoticeCode, Refusal, RefusalCode, SheetPart, SheetPlace
from selfcheck_core.noting_reader import USUAL_TEXT_LENGTH, NotingReader
from selfcheck_core.plain_text import is_calendar_date, is_moment
from selfcheck_core.question_sets import QuestionSet, SetQuestion
from selfcheck_core.remarks import Remark
from selfcheck_core.sheet import Answer, CatalogueRef, Evidence, Municipality, Scope, SetRef, Sheet, State
from selfcheck_core.sheet_json import FORM_VERSION, FORMAT, SET_VERSION
from selfcheck_core.strict_json import UnreadableError, parse
from selfcheck_core.web_address import is_web_address

# All that the form lets in has to fit, at three bytes a letter: 8 MB with 105 questions. More keeps a browser busy.
MAX_FILE_BYTES = 10 * 1024 * 1024
# Longer is most likely a text in the wrong place: it is kept, with a notice.
USUAL_NOTE_LENGTH = 4000
# A question has a handful of documents; the list of a whole archive belongs elsewhere.
MAX_EVIDENCE = 20
# What is typed as a link and is none stands behind the title, in brackets; in front of www. belongs https://.
_USUAL_TITLE_LENGTH = 2 * USUAL_TEXT_LENGTH + len(" ()")
_USUAL_LINK_LENGTH = USUAL_TEXT_LENGTH + len("https://")

# What a file may name. ANSWERED shows itself by its rung, OPEN by the lack of everything else.
_NAMED_STATES = (State.UNKNOWN, State.NOT_RESPONSIBLE, State.NOT_APPLICABLE)
# Who has not seen a thing does not know it; who is in charge of it is no question to a resident.
_STATES_OF_A_SET = (State.UNKNOWN,)
# What only some of them have besides.
_SPECIFIC_ENTRIES: Mapping[State, tuple[str, ...]] = {
    State.NOT_RESPONSIBLE: ("carrier", "preset"),
    State.NOT_APPLICABLE: ("reason",),
}
_OPEN = Answer(State.OPEN)
_CATALOGUE, _SCOPE = SheetPlace(SheetPart.CATALOGUE), SheetPlace(SheetPart.SCOPE)
_ABOUT_ENTRIES = ("id", "perspective", "office", "date", "date_typed", "saved_at", "municipality")
_ABOUT, _MUNICIPALITY = SheetPlace(SheetPart.ABOUT), SheetPlace(SheetPart.MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet, what became of it on the way from an earlier version, and what was odd about its file."""

    sheet: Sheet
    notices: tuple[Remark | Notice, ...]


def read_sheet_file(data: bytes, catalogue: Catalogue) -> SheetRead | Refusal:
    """Return the sheet that a file holds, with notices, or why it cannot be read. Never raises."""
    if len(data) > MAX_FILE_BYTES:
        return Refusal(RefusalCode.TOO_LARGE)
    try:
        file = decoded(data)
    except UnknownEncodingError:
        return Refusal(RefusalCode.UNKNOWN_ENCODING)
    read = read_sheet(file.text, catalogue)
    if isinstance(read, Refusal) or file.encoding is Encoding.UTF_8:
        return read
    return SheetRead(read.sheet, (Notice(NoticeCode.OTHER_ENCODING, text=file.encoding), *read.notices))


def read_sheet(text: str, catalogue: Catalogue) -> SheetRead | Refusal:
    """Return the sheet that a file's text holds, with notices, or why it cannot be read. Never raises."""
    try:
        values = parse(text, MAX_FILE_BYTES)
    except UnreadableError as error:
        return error.refusal
    return sheet_from_json(values, catalogue)


def sheet_from_json(obj: object, catalogue: Catalogue) -> SheetRead | Refusal:
    """Return the sheet that JSON values hold, with notices, or why they are none of this catalogue. Never raises.

    A sheet of an earlier version is carried over into the catalogue's own, which it then names.
    """
    if not isinstance(obj, dict) or obj.get("format") != FORMAT:
        return Refusal(RefusalCode.FOREIGN_FILE)
    refusal = _check_format(obj) or _check_catalogue(obj, catalogue)
    if refusal is not None:
        return refusal
    carried = carry_over(obj, catalogue)
    asked = _asked_set(carried.values, catalogue)
    if isinstance(asked, Refusal):
        return asked
    reader = _SheetReader(catalogue, asked)
    sheet = reader.sheet(carried.values)
    return SheetRead(sheet, (*carried.remarks, *reader.notices()))


def _check_format(values: Mapping[str, object]) -> Refusal | None:
    version, scope = values.get("format_version"), values.get("scope")
    of_set = isinstance(scope, dict) and scope.get("form") == "set"
    if type(version) is not int or version < 1:
        return Refusal(RefusalCode.DAMAGED, entry="format_version")
    if version > (SET_VERSION if of_set else FORM_VERSION):
        return Refusal(RefusalCode.NEWER_FORMAT)
    return None if isinstance(values.get("answers"), dict) else Refusal(RefusalCode.DAMAGED, entry="answers")


def _check_catalogue(values: Mapping[str, object], catalogue: Catalogue) -> Refusal | None:
    reference = values.get("catalogue")
    catalogue_id = reference.get("id") if isinstance(reference, dict) else None
    if not isinstance(catalogue_id, str):
        return Refusal(RefusalCode.DAMAGED, entry="catalogue")
    return None if catalogue_id == catalogue.id else Refusal(RefusalCode.OTHER_CATALOGUE, text=catalogue_id)


def _asked_set(values: Mapping[str, object], catalogue: Catalogue) -> QuestionSet | Refusal | None:
    """Return the set that a sheet answers; None for the main form. Nothing could be kept of a set that is not here."""
    scope = values.get("scope")
    if not isinstance(scope, dict) or scope.get("form") != "set":
        return None
    reference = scope.get("set")
    set_id = reference.get("id") if isinstance(reference, dict) else None
    if not isinstance(set_id, str):
        return Refusal(RefusalCode.DAMAGED, entry="scope")
    return catalogue.question_set(set_id) or Refusal(RefusalCode.UNKNOWN_SET, text=set_id)


class _SheetReader(NotingReader):
    """One reading of one file: turns JSON values into a sheet, of a question set where one is given."""

    def __init__(self, catalogue: Catalogue, asked: QuestionSet | None) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._set = asked
        questions = asked.questions if asked else catalogue.questions()
        self._questions: Mapping[str, Question | SetQuestion] = {question.id: question for question in questions}

    def sheet(self, values: Mapping[str, object]) -> Sheet:
        self.report_others(values, ("format", "format_version", "catalogue", "scope", "sheet", "answers"), FILE)
        about = self.entries(values, "sheet", FILE)
        perspectives = set(self._set.perspectives if self._set else (role.id for role in self._catalogue.perspectives))
        self.report_others(about, _ABOUT_ENTRIES, _ABOUT)
        return Sheet(
            catalogue=self._catalogue_ref(self.entries(values, "catalogue", FILE)),
            scope=self._scope(self.entries(values, "scope", FILE)),
            id=self.text(about, "id", _ABOUT),
            perspective=self.one_of(about, "perspective", perspectives, _ABOUT, NoticeCode.UNKNOWN_PERSPECTIVE),
            office=self.text(about, "office", _ABOUT),
            date=self._date(about),
            date_typed=self._date_typed(about),
            saved_at=self._moment(about),
            municipality=self._municipality(self.entries(about, "municipality", _ABOUT)),
            answers=self._answers(self.entries(values, "answers", FILE)),
        )

    def _catalogue_ref(self, values: Mapping[str, object]) -> CatalogueRef:
        self.report_others(values, ("id", "version", "digest"), _CATALOGUE)
        ours = CatalogueRef.of(self._catalogue)
        version, digest = self.text(values, "version", _CATALOGUE), self.text(values, "digest", _CATALOGUE)
        if version != ours.version:
            self.note(Notice(NoticeCode.OTHER_VERSION, _CATALOGUE, "version", version))
        elif not self._set and digest not in (ours.digest, *self._earlier_digests()):
            self.note(Notice(NoticeCode.OTHER_DIGEST, _CATALOGUE, "digest", digest))
        return CatalogueRef(ours.id, version, digest)

    def _earlier_digests(self) -> tuple[str, ...]:
        releases = (release for release in self._catalogue.releases if release.version == self._catalogue.version)
        return tuple(digest for release in releases for digest in release.digests)

    def _scope(self, values: Mapping[str, object]) -> Scope:
        self.report_others(values, ("form", "fields", *(("set",) if self._set else ())), _SCOPE)
        if self._set:
            return Scope("set", None, self._set_ref(self._set, self.entries(values, "set", _SCOPE)))
        form = values.get("form")
        if form not in ("short", "full"):
            self.note(Notice(NoticeCode.UNKNOWN_SCOPE, _SCOPE, "form"))
            form = "full"
        return Scope(str(form), self._scope_fields(values.get("fields")))

    def _set_ref(self, asked: QuestionSet, values: Mapping[str, object]) -> SetRef:
        self.report_others(values, ("id", "digest"), _SCOPE)
        digest = self.text(values, "digest", _SCOPE)
        if digest not in (asked.digest, *self._earlier_digests()):
            self.note(Notice(NoticeCode.OTHER_DIGEST, _SCOPE, "digest", digest))
        return SetRef(asked.id, digest)

    def _scope_fields(self, ids: object) -> tuple[str, ...] | None:
        if ids is None:
            return None
        asked = [str(item) for item in ids] if isinstance(ids, list) else []
        known = tuple(field.id for field in self._catalogue.fields if field.id in asked)
        for field_id in asked:
            if field_id not in known:
                self.note(Notice(NoticeCode.UNKNOWN_FIELD, _SCOPE, "fields", field_id))
        if not known:
            self.note(Notice(NoticeCode.UNKNOWN_SCOPE, _SCOPE, "fields"))
        return known or None

    def _date(self, values: Mapping[str, object]) -> str:
        text = self.text(values, "date", _ABOUT)
        if not text or is_calendar_date(text):
            return text
        self.note(Notice(NoticeCode.UNKNOWN_DATE, _ABOUT, "date", text))
        return ""

    def _date_typed(self, values: Mapping[str, object]) -> bool | None:
        typed = values.get("date_typed")
        if isinstance(typed, bool) or "date_typed" not in values:
            return typed if isinstance(typed, bool) else None
        self.note(Notice(NoticeCode.UNKNOWN_DATE_ORIGIN, _ABOUT, "date_typed"))
        return None

    def _moment(self, values: Mapping[str, object]) -> str:
        text = self.text(values, "saved_at", _ABOUT)
        if not text or is_moment(text):
            return text
        self.note(Notice(NoticeCode.UNKNOWN_TIME, _ABOUT, "saved_at", text))
        return ""

    def _municipality(self, values: Mapping[str, object]) -> Municipality:
        self.report_others(values, ("name", "type"), _MUNICIPALITY)
        types = {kind.id for kind in self._catalogue.municipality_types}
        name = self.text(values, "name", _MUNICIPALITY)
        return Municipality(
            name, self.one_of(values, "type", types, _MUNICIPALITY, NoticeCode.UNKNOWN_MUNICIPALITY_TYPE)
        )

    def _answers(self, values: Mapping[str, object]) -> dict[str, Answer]:
        for question_id in values:
            if question_id not in self._questions:
                self.note(Notice(NoticeCode.UNKNOWN_QUESTION, text=question_id))
        read = ((q.id, self._answer(values[q.id], q)) for q in self._questions.values() if q.id in values)
        return {question_id: answer for question_id, answer in read if answer != _OPEN}

    def _answer(self, values: object, question: Question | SetQuestion) -> Answer:
        place = SheetPlace(SheetPart.ANSWER, question.id)
        if not isinstance(values, dict):
            self.note(Notice(NoticeCode.UNKNOWN_ANSWER, place))
            return _OPEN
        state, rung = self._state(values, question, place)
        specific = _SPECIFIC_ENTRIES.get(state, ())
        self.report_others(values, ("rung", "state", "note", "evidence", *specific), place)
        answer = Answer(
            state=state,
            rung=rung,
            carrier=self.text(values, "carrier", place) if "carrier" in specific else "",
            reason=self.text(values, "reason", place) if "reason" in specific else "",
            note=self.text(values, "note", place, USUAL_NOTE_LENGTH),
            evidence=self._evidence(values.get("evidence", []), place),
            preset=self._preset(values, place) if "preset" in specific else False,
        )
        if answer.lacks_reason:
            self.note(Notice(NoticeCode.MISSING_REASON, place, "reason"))
        return answer

    def _state(
        self, values: Mapping[str, object], question: Question | SetQuestion, place: SheetPlace
    ) -> tuple[State, int | None]:
        rung, state = values.get("rung"), values.get("state")
        named = _STATES_OF_A_SET if self._set else _NAMED_STATES
        if "rung" in values and "state" not in values:
            # An exact comparison: True and 1.0 are no rungs.
            if type(rung) is int and rung in range(len(question.rungs)):
                return State.ANSWERED, rung
        elif "rung" not in values and state in named:
            return State(str(state)), None
        if "rung" in values or "state" in values:
            self.note(Notice(NoticeCode.UNKNOWN_ANSWER, place))
        return State.OPEN, None

    def _preset(self, values: Mapping[str, object], place: SheetPlace) -> bool:
        # Absent means that somebody confirmed the answer, and so does whatever is not true.
        if "preset" in values and values["preset"] is not True:
            self.note(Notice(NoticeCode.UNKNOWN_PRESET, place, "preset"))
        return values.get("preset") is True

    def _evidence(self, items: object, place: SheetPlace) -> tuple[Evidence, ...]:
        if not isinstance(items, list):
            self.note(Notice(NoticeCode.WRONG_TYPE, place, "evidence"))
            return ()
        if len(items) > MAX_EVIDENCE:
            self.note(Notice(NoticeCode.TOO_MUCH_EVIDENCE, place, "evidence", number=MAX_EVIDENCE))
        read = (
            self._one_evidence(item, SheetPlace(place.part, place.question, number))
            for number, item in enumerate(items[:MAX_EVIDENCE], start=1)
        )
        return tuple(item for item in read if item.title or item.link)

    def _one_evidence(self, item: object, place: SheetPlace) -> Evidence:
        if not isinstance(item, dict):
            self.note(Notice(NoticeCode.WRONG_TYPE, place, "evidence"))
            return Evidence("", "")
        self.report_others(item, ("title", "link"), place)
        link = self.text(item, "link", place, _USUAL_LINK_LENGTH).strip()
        if link and not is_web_address(link):
            self.note(Notice(NoticeCode.DROPPED_LINK, place, "link", link))
            link = ""
        return Evidence(self.text(item, "title", place, _USUAL_TITLE_LENGTH), link)
