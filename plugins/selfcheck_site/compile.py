"""From the questionnaire's files to the catalogue: read, check, build, seal."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from editorial.entries import Entry, Value, read_entry
from editorial.findings import Finding, Place, excerpt, in_order
from editorial.source import read_source
from editorial.values import Record
from selfcheck_core.catalogue import (
    Catalogue,
    CoverageLimits,
    Dimension,
    Effort,
    Field,
    Level,
    MunicipalityType,
    NotResponsible,
    Perspective,
    Question,
    Suggestion,
    Theme,
)
from selfcheck_core.catalogue_json import seal
from selfcheck_site.change_keys import CHANGES
from selfcheck_site.changes import releases
from selfcheck_site.draft import Draft, field_file
from selfcheck_site.folder import CATALOGUE_FILE, CHANGES_FILE, FIELD_FOLDER, MIRROR_FOLDER, SETS_FILE, meant_names
from selfcheck_site.gaps import find_gaps
from selfcheck_site.integrity import check
from selfcheck_site.keys import CATALOGUE, FIELD
from selfcheck_site.language import review
from selfcheck_site.plain_wording import review_sets
from selfcheck_site.rules import QuestionnaireRule
from selfcheck_site.set_entries import question_sets
from selfcheck_site.set_integrity import check_sets
from selfcheck_site.set_keys import MIRROR_FIELD, SETS
from selfcheck_site.short_form import check_short_form


@dataclass(frozen=True, slots=True)
class Explanation:
    """A number of katalog.yaml, as exact text such as "1/4", with the German reason given for it there.

    Keys: "level:<id>", "coverage:none-below", "coverage:tentative-below", "coverage:firm-from-answers",
    "not-applicable-warning-above", "weight", "rungs", which has no number (None), and "weight:<id>" for each question
    that argues for a weight of its own.
    """

    key: str
    value: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """The sealed catalogue with its explanations, or None and nothing where a finding is an error.

    `links` are those of all suggestions: whether they lead anywhere is known only when all pages are. `unmirrored` has
    the themes that no question set asks about as keys, and the reasons.
    """

    catalogue: Catalogue | None
    findings: tuple[Finding, ...]
    explanations: tuple[Explanation, ...]
    links: tuple[Value, ...]
    unmirrored: Mapping[str, str] = field(default_factory=dict)


def compile_questionnaire(files: Mapping[str, bytes]) -> Compiled:
    """Compile what `read_folder` returns: path relative to the questionnaire's folder → content.

    Equal files give an equal catalogue, whatever their order. All findings come at once, in the order of the files.
    """
    meant = meant_names(files)
    findings = list(_wrong_endings(meant, files))
    catalogue = _read_catalogue(files, meant.values(), findings)
    changes, sets = (
        _read_file(name, files[name], record, findings) if name in files else None
        for name, record in ((CHANGES_FILE, CHANGES), (SETS_FILE, SETS))
    )
    fields, mirrors = (
        {name: _read_file(name, files[name], record, findings) for name in _inside(folder, files) if name not in meant}
        for folder, record in ((FIELD_FOLDER, FIELD), (MIRROR_FOLDER, MIRROR_FIELD))
    )
    # A file with a wrong ending is still there: who lists its field makes no second mistake.
    for folder, read in ((FIELD_FOLDER, fields), (MIRROR_FOLDER, mirrors)):
        read.update({name: None for name in _inside(folder, meant.values()) if name not in read})
    draft = Draft(catalogue, fields, changes, sets, mirrors)
    findings += (*check(draft), *check_short_form(draft), *review(draft), *find_gaps(draft))
    form_is_right = not any(finding.stops for finding in findings)
    findings += (*check_sets(draft, form_is_right=form_is_right), *review_sets(draft))
    links = tuple(_links(draft))
    ordered = in_order(findings)
    if catalogue is None or any(finding.stops for finding in ordered):
        return Compiled(None, ordered, (), links)
    sealed = seal(_catalogue(catalogue, draft))
    return Compiled(sealed, ordered, tuple(_explanations(catalogue, draft)), links, dict(_unmirrored(draft)))


def _links(draft: Draft) -> Iterator[Value]:
    for question in draft.questions:
        for suggestion in question.entries("anregungen"):
            yield from suggestion.texts("verweise")


def _unmirrored(draft: Draft) -> Iterator[tuple[str, str]]:
    for entry in draft.sets.entries("ohne-spiegel") if draft.sets else ():
        yield _text(entry, "thema"), _text(entry, "warum")


def _wrong_endings(meant: Mapping[str, str], files: Mapping[str, bytes]) -> Iterator[Finding]:
    for name, wanted in meant.items():
        short, right = (posixpath.basename(each) for each in (name, wanted))
        message = f"Die Datei {excerpt(short)} endet nicht auf „.yaml“ und wird deshalb nicht gelesen."
        both = f"„{right}“ gibt es schon. Übernehmen Sie dorthin, was fehlt, und löschen Sie diese Datei."
        remedy = both if wanted in files else f"Nennen Sie die Datei „{right}“."
        yield Finding(QuestionnaireRule.WRONG_ENDING, Place(name), message, remedy)


def _read_catalogue(files: Mapping[str, bytes], meant: Iterable[str], findings: list[Finding]) -> Entry | None:
    if CATALOGUE_FILE in files:
        return _read_file(CATALOGUE_FILE, files[CATALOGUE_FILE], CATALOGUE, findings)
    if CATALOGUE_FILE in meant:
        return None
    message = "Diese Datei gibt es nicht. Ohne sie ist der Ordner kein Fragebogen."
    remedy = "Prüfen Sie den Pfad. Genannt wird der Ordner, in dem katalog.yaml liegt, üblich ist „questionnaire“."
    findings.append(Finding(QuestionnaireRule.CATALOGUE_MISSING, Place(CATALOGUE_FILE), message, remedy))
    return None


def _read_file(file: str, data: bytes, record: Record, findings: list[Finding]) -> Entry | None:
    source = read_source(file, data)
    findings += source.findings
    return read_entry(source.root, record, findings) if source.root else None


def _inside(folder: str, files: Iterable[str]) -> list[str]:
    return sorted(name for name in files if name.startswith(f"{folder}/"))


def _catalogue(entry: Entry, draft: Draft) -> Catalogue:
    weight = _explained(entry, "gewicht")
    coverage = entry.record("abdeckung")
    order = _texts(entry, "handlungsfelder")
    in_order = (draft.fields[field_file(field_id)] for field_id in order)
    return Catalogue(
        id=_text(entry, "kennung"),
        version=_text(entry, "fassung"),
        digest="",
        texts_digest="",
        title=_text(entry, "titel"),
        levels=tuple(
            Level(_text(level, "kennung"), _text(level, "titel"), level.content("ab", Fraction))
            for level in entry.entries("reifegrade")
        ),
        coverage=CoverageLimits(
            _explained(coverage, "keine-einstufung-unter"),
            _explained(coverage, "vorlaeufig-unter"),
            coverage.record("belastbar-ab-antworten").content("wert", int),
            compared.content("wert", int) if (compared := coverage.entry("vergleich-ab-antworten")) else 1,
        ),
        not_applicable_warning_above=_explained(entry, "hinweis-entfaellt-ueber"),
        municipality_types=tuple(
            MunicipalityType(_text(kind, "kennung"), _text(kind, "titel"), _text_if_any(kind, "beispiel"))
            for kind in entry.entries("kommunentypen")
        ),
        perspectives=tuple(
            Perspective(_text(role, "kennung"), _text(role, "titel")) for role in entry.entries("perspektiven")
        ),
        fields=tuple(_field(field, weight) for field in in_order if field),
        releases=releases(draft.changes),
        sets=question_sets(draft.sets, draft.mirrors, order),
    )


def _field(entry: Entry, weight: Fraction) -> Field:
    themes = tuple(_theme(theme, weight) for theme in entry.entries("themen"))
    return Field(_text(entry, "kennung"), _text(entry, "titel"), _text(entry, "worum-es-geht"), themes)


def _theme(entry: Entry, weight: Fraction) -> Theme:
    questions = tuple(_question(question, weight) for question in entry.entries("fragen"))
    return Theme(_text(entry, "kennung"), _text(entry, "titel"), questions)


def _question(entry: Entry, weight: Fraction) -> Question:
    return Question(
        id=_text(entry, "kennung"),
        dimension=entry.content("dimension", Dimension),
        short_form=entry.content("kurzform", bool),
        weight=entry.content("gewicht", Fraction) if entry.value("gewicht") else weight,
        text=_text(entry, "frage"),
        why=_text(entry, "warum"),
        known_by=_texts(entry, "wer-weiss-es"),
        rungs=_texts(entry, "stufen"),
        not_responsible=tuple(
            NotResponsible(_text(item, "kommunentyp"), _text(item, "wer")) for item in entry.entries("nicht-zustaendig")
        ),
        suggestions=tuple(_suggestion(suggestion) for suggestion in entry.entries("anregungen")),
    )


def _suggestion(entry: Entry) -> Suggestion:
    return Suggestion(
        up_to=entry.content("bis-stufe", int),
        text=_text(entry, "text"),
        effort=entry.content("aufwand", Effort),
        needs_decision=entry.content("beschluss", bool),
        free_of_charge=entry.content("ohne-geld", bool),
        links=_texts(entry, "verweise"),
    )


def _explanations(entry: Entry, draft: Draft) -> Iterator[Explanation]:
    for level in entry.entries("reifegrade"):
        yield Explanation(f"level:{_text(level, 'kennung')}", str(level.content("ab", Fraction)), _reason(level))
    coverage = entry.record("abdeckung")
    for key, parent, name in (
        ("coverage:none-below", coverage, "keine-einstufung-unter"),
        ("coverage:tentative-below", coverage, "vorlaeufig-unter"),
        ("coverage:firm-from-answers", coverage, "belastbar-ab-antworten"),
        ("not-applicable-warning-above", entry, "hinweis-entfaellt-ueber"),
        ("weight", entry, "gewicht"),
    ):
        explained = parent.record(name)
        yield Explanation(key, _written(explained), _reason(explained))
    if compared := coverage.entry("vergleich-ab-antworten"):
        yield Explanation("coverage:compared-from-answers", _written(compared), _reason(compared))
    yield Explanation("rungs", None, _reason(entry.record("stufenwerte")))
    if size := entry.entry("kurzform"):
        yield Explanation("short-form", None, _reason(size))
    if draft.sets:
        yield Explanation("question-sets", None, _reason(draft.sets.record("umfang")))
    for question in draft.questions:
        if question.value("gewicht") and question.value("gewicht-begruendung"):
            weight = str(question.content("gewicht", Fraction))
            yield Explanation(f"weight:{_text(question, 'kennung')}", weight, _text(question, "gewicht-begruendung"))


def _written(explained: Entry) -> str:
    number = explained.value("wert")
    if number is None:
        raise LookupError("wert")
    return str(number.content)


def _explained(parent: Entry, key: str) -> Fraction:
    return parent.record(key).content("wert", Fraction)


def _reason(entry: Entry) -> str:
    return _text(entry, "begruendung")


def _text(entry: Entry, key: str) -> str:
    return entry.content(key, str)


def _text_if_any(entry: Entry, key: str) -> str:
    return _text(entry, key) if entry.value(key) else ""


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    return tuple(str(value.content) for value in entry.texts(key))
