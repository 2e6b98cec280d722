"""Question sets as the JSON values of a catalogue: a question that several sets share stands there once."""

from collections.abc import Collection, Mapping

from selfcheck_core.catalogue_entry import CatalogueEntry
from selfcheck_core.question_sets import QuestionSet, Section, SetQuestion

ENTRIES = frozenset({"set_questions", "sets"})


def sets_to_json(sets: tuple[QuestionSet, ...]) -> dict[str, object]:
    """Return the entries of a catalogue's JSON that hold its sets. There are none where there is no set."""
    if not sets:
        return {}
    shared = {question.id: question for each in sets for question in each.questions}
    return {
        "set_questions": [set_question_to_json(question) for question in shared.values()],
        "sets": [_set_to_json(each) for each in sets],
    }


def set_question_to_json(question: SetQuestion) -> dict[str, object]:
    """Return one question as JSON values."""
    return {
        "id": question.id,
        "theme": question.theme,
        "mirrors": list(question.mirrors),
        "text": question.text,
        "rungs": [{"text": rung} for rung in question.rungs],
    }


def _set_to_json(item: QuestionSet) -> dict[str, object]:
    return {
        "id": item.id,
        "digest": item.digest,
        "title": item.title,
        "about": item.about,
        "perspectives": list(item.perspectives),
        "sections": [
            {"field": section.field, "title": section.title, "questions": [each.id for each in section.questions]}
            for section in item.sections
        ],
    }


def sets_from_json(
    root: CatalogueEntry, themes: Mapping[str, Collection[str]], rung_count: int
) -> tuple[QuestionSet, ...]:
    """Return the sets of a catalogue's JSON; ``themes`` has the ids of each field's themes.

    Raises CatalogueError where they are damaged, or a question stands under a field that its theme is no part of.
    """

    def question(entry: CatalogueEntry) -> SetQuestion:
        rungs = entry.entries("rungs", lambda rung: rung.text("text"))
        if len(rungs) != rung_count:
            raise entry.damaged("rungs")
        return SetQuestion(entry.text("id"), entry.text("theme"), entry.texts("mirrors"), entry.text("text"), rungs)

    known = {each.id: each for each in root.entries_if_any("set_questions", question)}

    def section(entry: CatalogueEntry) -> Section:
        field, asked = entry.text("field"), entry.texts("questions")
        found = tuple(known[each] for each in asked if each in known)
        if len(found) != len(asked) or any(each.theme not in themes.get(field, ()) for each in found):
            raise entry.damaged("questions")
        return Section(field, entry.text("title"), found)

    return root.entries_if_any(
        "sets",
        lambda entry: QuestionSet(
            id=entry.text("id"),
            title=entry.text("title"),
            about=entry.text("about"),
            perspectives=entry.texts("perspectives"),
            sections=entry.entries("sections", section),
            digest=entry.text("digest"),
        ),
    )
