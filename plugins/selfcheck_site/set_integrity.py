"""The rules for the question sets as a whole: what they name is there, they are long enough, no theme is forgotten."""

from collections.abc import Callable, Iterable, Iterator

from editorial.entries import Entry, Value
from editorial.findings import Finding, did_you_mean, excerpt
from editorial.rules import ReadingRule
from selfcheck_site.draft import Draft, asks, exact, id_of, mirror_file, named
from selfcheck_site.folder import CATALOGUE_FILE, MIRROR_FOLDER, SETS_FILE
from selfcheck_site.integrity import limits_in_wrong_order, too_few_or_many_rungs
from selfcheck_site.rules import QuestionnaireRule


def check_sets(draft: Draft, *, form_is_right: bool) -> Iterator[Finding]:
    """Yield what keeps the sets from holding a mirror to the main form; nothing where there are no sets.

    What they name is looked up only where the main form is right: an id with a slip would seem to be missing.
    """
    if draft.sets or draft.mirrors:
        for rule in (*_OF_THEMSELVES, *(_OF_THE_MIRROR if form_is_right else ())):
            yield from rule(draft)


def _sets_are_there(draft: Draft) -> Iterator[Finding]:
    asked = (value for question in draft.mirror_questions for value in question.texts("fragensaetze"))
    yield from _unknown(asked, [id_of(each) for each in draft.question_sets], "Den Fragensatz", f"in {SETS_FILE}")


def _perspectives_and_themes_are_there(draft: Draft) -> Iterator[Finding]:
    perspectives = [id_of(each) for each in draft.catalogue.entries("perspektiven")] if draft.catalogue else []
    named_ones = (value for each in draft.question_sets for value in each.texts("perspektiven"))
    yield from _unknown(named_ones, perspectives, "Die Perspektive", f"in {CATALOGUE_FILE}")
    excused = draft.sets.entries("ohne-spiegel") if draft.sets else ()
    themes = [id_of(theme) for _, field in draft.readable for theme in field.entries("themen")]
    yield from _unknown(_values(excused, "thema"), themes, "Das Thema", "im Fragebogen")


def _questions_mirror_their_theme(draft: Draft) -> Iterator[Finding]:
    fields = {id_of(field): field for _, field in draft.readable}
    for _, mirror in draft.readable_mirrors:
        field = fields.get(id_of(mirror))
        themes = {id_of(theme): theme for theme in field.entries("themen")} if field else {}
        for question in mirror.entries("fragen") if field else ():
            theme = themes.get(_content(question, "thema"))
            yield from _unknown(_values([question], "thema"), themes, "Das Thema", f"im Handlungsfeld{named(mirror)}")
            mirrored = [id_of(each) for each in theme.entries("fragen")] if theme else []
            where = f"im Thema{named(theme)}" if theme else ""
            yield from _unknown(question.texts("spiegelt"), mirrored, "Die Frage", where)


def _unknown(values: Iterable[Value], known: Iterable[str], what: str, where: str) -> Iterator[Finding]:
    there = [each for each in known if each]
    for value in values if there else ():
        if value.content not in there:
            near = did_you_mean(str(value.content), there)
            remedy = f"Meinten Sie „{near}“?" if near else f"Möglich sind: {', '.join(there)}."
            message = f"{what} {excerpt(str(value.content))} gibt es {where} nicht."
            yield Finding(QuestionnaireRule.UNKNOWN_REFERENCE, value.place, message, remedy)


def _files_belong_to_fields(draft: Draft) -> Iterator[Finding]:
    listed = [str(value.content) for value in draft.catalogue.texts("handlungsfelder")] if draft.catalogue else []
    for file, mirror in draft.readable_mirrors:
        value = mirror.value("kennung")
        if value and file != mirror_file(str(value.content)):
            message = f"Die Kennung {excerpt(str(value.content))} passt nicht zum Namen der Datei, {file}."
            remedy = f"Nennen Sie die Datei „{value.content}.yaml“ oder ändern Sie die Kennung."
            yield Finding(QuestionnaireRule.FILE_NAME, value.place, message, remedy)
        elif value and listed and value.content not in listed:
            yield from _unknown([value], listed, "Das Handlungsfeld", f"in {CATALOGUE_FILE}")


def _questions_have_four_rungs(draft: Draft) -> Iterator[Finding]:
    for question in draft.mirror_questions:
        yield from too_few_or_many_rungs(question, "Spiegelfrage")


def _a_perspective_has_one_set(draft: Draft) -> Iterator[Finding]:
    seen: dict[object, Value] = {}
    for value in (value for each in draft.question_sets for value in each.texts("perspektiven")):
        if (first := seen.setdefault(value.content, value)) is not value:
            message = f"{excerpt(str(value.content))} hat schon einen Fragensatz, genannt in Zeile {first.place.line}."
            remedy = "Nennen Sie jede Perspektive nur bei einem Fragensatz."
            yield Finding(ReadingRule.DOUBLED_ITEM, value.place, message, remedy)


def _sets_have_their_size(draft: Draft) -> Iterator[Finding]:
    size = draft.sets.entry("umfang") if draft.sets else None
    least, most = (size.value(key) if size else None for key in ("mindestens", "hoechstens"))
    if not least or not most:
        return
    if wrong := tuple(limits_in_wrong_order(least, most)):
        yield from wrong
        return
    for item in draft.question_sets:
        asked = [question for question in draft.mirror_questions if asks(question, id_of(item))]
        if not exact(least) <= len(asked) <= exact(most):
            wanted = f"{least.content} bis {most.content}"
            message = f"Der Fragensatz{named(item)} hat {_counted(len(asked))}, vorgesehen sind {wanted}."
            remedy = f"Ändern Sie im Ordner {MIRROR_FOLDER}, welche Fragen ihn unter „fragensaetze“ nennen."
            yield Finding(QuestionnaireRule.SET_SIZE, item.place, message, remedy)


def _fields_are_asked_about(draft: Draft) -> Iterator[Finding]:
    size = draft.sets.entry("umfang") if draft.sets else None
    least = size.value("je-handlungsfeld") if size else None
    mirrors = {file: mirror.entries("fragen") if mirror else None for file, mirror in draft.mirrors.items()}
    for item in draft.question_sets if least else ():
        for value in draft.catalogue.texts("handlungsfelder") if draft.catalogue else ():
            file = mirror_file(str(value.content))
            questions = mirrors.get(file, ())
            count = sum(asks(question, id_of(item)) for question in questions or ())
            if least and questions is not None and count < exact(least):
                message = f"Der Fragensatz{named(item)} hat {_counted(count)} zu {excerpt(str(value.content))}."
                remedy = f"Verlangt sind mindestens {least.content}. Ergänzen Sie in {file}, was fehlt."
                yield Finding(QuestionnaireRule.SET_SIZE, item.place, message, remedy)


def _no_theme_is_forgotten(draft: Draft) -> Iterator[Finding]:
    excused = {_content(entry, "thema"): entry for entry in (draft.sets.entries("ohne-spiegel") if draft.sets else ())}
    mirrored = {_content(question, "thema") for question in draft.mirror_questions}
    if len(draft.readable_mirrors) != len(draft.mirrors):
        return
    for theme in (theme for _, field in draft.readable for theme in field.entries("themen")):
        name = id_of(theme)
        if name and name not in mirrored and name not in excused:
            message = f"Nach dem Thema{named(theme)} fragt kein Fragensatz."
            remedy = f"Schreiben Sie eine Spiegelfrage oder nennen Sie in {SETS_FILE} unter „ohne-spiegel“ den Grund."
            yield Finding(QuestionnaireRule.THEME_WITHOUT_MIRROR, theme.place, message, remedy)
        elif name in mirrored and (entry := excused.get(name)):
            message = f"Das Thema{named(theme)} steht unter „ohne-spiegel“, und doch fragt ein Fragensatz danach."
            remedy = "Löschen Sie den Eintrag."
            yield Finding(QuestionnaireRule.THEME_WITHOUT_MIRROR, entry.place, message, remedy)


def _counted(number: int) -> str:
    return {0: "keine Frage", 1: "nur eine Frage"}.get(number, f"{number} Fragen")


def _values(entries: Iterable[Entry], key: str) -> Iterator[Value]:
    return (value for entry in entries if (value := entry.value(key)))


def _content(entry: Entry, key: str) -> str:
    value = entry.value(key)
    return str(value.content) if value else ""


_Rules = tuple[Callable[[Draft], Iterator[Finding]], ...]
_OF_THEMSELVES: _Rules = (
    _sets_are_there,
    _questions_have_four_rungs,
    _a_perspective_has_one_set,
    _sets_have_their_size,
)
_OF_THE_MIRROR: _Rules = (
    _perspectives_and_themes_are_there,
    _questions_mirror_their_theme,
    _files_belong_to_fields,
    _fields_are_asked_about,
    _no_theme_is_forgotten,
)
