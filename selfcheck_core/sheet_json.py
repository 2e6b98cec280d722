"""A sheet as the JSON values of the file that people keep, as the documentation of the file formats fixes them."""

from selfcheck_core.sheet import Answer, CatalogueRef, Scope, Sheet, State

FORMAT = "weltoffene-kommune/sheet"
# A sheet of the main form stays as it was, so that older programs open it. One of a question set they must not take for
# an empty sheet of the main form: they refuse what is newer than they are.
FORM_VERSION, SET_VERSION = 1, 2


def sheet_to_json(sheet: Sheet) -> dict[str, object]:
    """Return the sheet as JSON values."""
    return {
        "format": FORMAT,
        "format_version": SET_VERSION if sheet.scope.set else FORM_VERSION,
        "catalogue": catalogue_ref_to_json(sheet.catalogue),
        "scope": scope_to_json(sheet.scope),
        "sheet": {
            "id": sheet.id,
            "perspective": sheet.perspective,
            "office": sheet.office,
            "date": sheet.date,
            **({} if sheet.date_typed is None else {"date_typed": sheet.date_typed}),
            **({"saved_at": sheet.saved_at} if sheet.saved_at else {}),
            "municipality": {"name": sheet.municipality.name, "type": sheet.municipality.type},
        },
        "answers": {question: _answer_to_json(answer) for question, answer in sheet.answers.items()},
    }


def catalogue_ref_to_json(catalogue: CatalogueRef) -> dict[str, object]:
    """Return the reference as JSON values."""
    return {"id": catalogue.id, "version": catalogue.version, "digest": catalogue.digest}


def scope_to_json(scope: Scope) -> dict[str, object]:
    """Return the scope as JSON values."""
    asked = {"set": {"id": scope.set.id, "digest": scope.set.digest}} if scope.set else {}
    return {"form": scope.form, "fields": None if scope.fields is None else list(scope.fields), **asked}


def _answer_to_json(answer: Answer) -> dict[str, object]:
    values: dict[str, object] = {}
    if answer.state is State.ANSWERED:
        values["rung"] = answer.rung
    elif answer.state is not State.OPEN:
        values["state"] = answer.state.value
    if answer.state is State.NOT_RESPONSIBLE:
        values["carrier"] = answer.carrier
    if answer.preset:
        values["preset"] = True
    if answer.state is State.NOT_APPLICABLE:
        values["reason"] = answer.reason
    if answer.note:
        values["note"] = answer.note
    if answer.evidence:
        values["evidence"] = [{"title": item.title, "link": item.link} for item in answer.evidence]
    return values
