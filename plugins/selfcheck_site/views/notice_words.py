"""The German sentences about files and requests: place, cause and remedy, for people who work in an office."""

from collections.abc import Mapping

from selfcheck_core.catalogue import Catalogue
from selfcheck_core.catalogue_entry import CatalogueError, Damage
from selfcheck_core.messages import Fault
from selfcheck_core.notices import Notice, NoticeCode, Refusal, RefusalCode, SheetPart, SheetPlace
from selfcheck_core.protocol import Advice
from selfcheck_core.remarks import Remark
from selfcheck_site.views.quoting import QUESTION_LENGTH, excerpt
from selfcheck_site.views.remark_words import remark_sentence

# What the entries of a file are called where people read about them.
_ENTRY_NAMES: Mapping[str, str] = {
    "format_version": "Fassung des Formats",
    "catalogue": "Fragebogen",
    "answers": "Antworten",
    "id": "Kennung",
    "version": "Fassung",
    "digest": "Prüfsumme",
    "scope": "Umfang",
    "sheet": "Angaben zum Bogen",
    "office": "Stelle",
    "perspective": "Perspektive",
    "date": "Datum",
    "date_typed": "Herkunft des Datums",
    "saved_at": "Zeit des Speicherns",
    "municipality": "Kommune",
    "name": "Name",
    "type": "Art der Kommune",
    "carrier": "zuständige Stelle",
    "reason": "Begründung",
    "preset": "Voreinstellung",
    "note": "Notiz",
    "evidence": "Nachweise",
    "title": "Titel",
    "link": "Link",
}

# What the parts of a file are called in front of a message about one of their entries.
_PARTS: Mapping[SheetPart, str] = {
    SheetPart.FILE: "Datei",
    SheetPart.CATALOGUE: "Fragebogen",
    SheetPart.SCOPE: "Umfang",
    SheetPart.ABOUT: "Angaben zum Bogen",
    SheetPart.MUNICIPALITY: "Kommune",
}

# What is taken where the scope of a file does not say it.
_TAKEN = {"form": "alle Fragen", "fields": "alle Handlungsfelder"}

# What is said where the text of a file is empty.
_NOTHING = {NoticeCode.OTHER_VERSION: "unbekannt"}

_NOTICES: Mapping[NoticeCode, str] = {
    NoticeCode.OTHER_ENCODING: (
        "Ein anderes Programm hat die Datei in einer anderen Kodierung gespeichert ({text} statt UTF-8). "
        "Sie wurde danach gelesen. Bitte prüfen Sie die Umlaute und speichern Sie den Bogen hier neu."
    ),
    NoticeCode.OTHER_VERSION: (
        "Der Bogen gehört zu einem anderen Stand des Fragebogens (Fassung {text}, hier Fassung {ours}). "
        "Einzelne Fragen können anders lauten. Bitte sehen Sie die Antworten durch."
    ),
    NoticeCode.OTHER_DIGEST: (
        "Der Fragebogen wurde geändert, seit der Bogen gespeichert wurde. "
        "Einzelne Fragen können anders lauten. Bitte sehen Sie die Antworten durch."
    ),
    NoticeCode.UNKNOWN_ENTRY: (
        "{place}: Die Angabe „{entry}“ ist hier nicht vorgesehen und wurde nicht übernommen. "
        "Heben Sie die Datei auf, falls Sie die Angabe noch brauchen."
    ),
    NoticeCode.UNKNOWN_QUESTION: (
        "Die Frage „{text}“ gibt es in diesem Fragebogen nicht. Die Antwort darauf wurde nicht übernommen. "
        "Heben Sie die Datei auf, falls Sie die Antwort noch brauchen."
    ),
    NoticeCode.UNKNOWN_FIELD: (
        "Umfang: Das Handlungsfeld „{text}“ gibt es in diesem Fragebogen nicht. Es wurde weggelassen. "
        "Bitte prüfen Sie, welche Handlungsfelder der Bogen enthalten soll."
    ),
    NoticeCode.UNKNOWN_SCOPE: (
        "Umfang: Aus der Datei geht nicht hervor, welche Fragen der Bogen enthält. "
        "Es gelten {taken}. Bitte prüfen Sie die Auswahl."
    ),
    NoticeCode.UNKNOWN_ANSWER: (
        "{place}: Die gespeicherte Antwort ist nicht lesbar. Die Frage gilt als offen. Bitte beantworten Sie sie neu."
    ),
    NoticeCode.UNKNOWN_PERSPECTIVE: (
        "Angaben zum Bogen: Die Perspektive „{text}“ gibt es hier nicht. Sie blieb leer. Bitte wählen Sie sie neu."
    ),
    NoticeCode.UNKNOWN_MUNICIPALITY_TYPE: (
        "Kommune: Die Art der Kommune „{text}“ gibt es hier nicht. Sie blieb leer. Bitte wählen Sie sie neu."
    ),
    NoticeCode.UNKNOWN_DATE: (
        "Angaben zum Bogen: „{text}“ ist kein Datum. Das Datum blieb leer. Bitte tragen Sie es neu ein."
    ),
    NoticeCode.UNKNOWN_DATE_ORIGIN: (
        "Angaben zum Bogen: Es ist nicht lesbar, ob jemand das Datum eingetragen hat. "
        "Es gilt als eingetragen. Bitte prüfen Sie es."
    ),
    NoticeCode.UNKNOWN_TIME: (
        "Angaben zum Bogen: „{text}“ ist keine Zeit des Speicherns. Sie blieb leer. "
        "Wenn Sie den Bogen hier speichern, bekommt er eine neue."
    ),
    NoticeCode.WRONG_TYPE: (
        "{place}: Die Angabe „{entry}“ ist nicht lesbar und blieb leer. Bitte tragen Sie sie neu ein."
    ),
    NoticeCode.REMOVED_CHARACTERS: (
        "{place}: In der Angabe „{entry}“ standen unsichtbare Steuerzeichen. Sie wurden entfernt. "
        "Bitte prüfen Sie den Text."
    ),
    NoticeCode.LONG_TEXT: (
        "{place}: Die Angabe „{entry}“ ist sehr lang, vorgesehen sind {number} Zeichen. "
        "Sie wurde vollständig übernommen. Bitte prüfen Sie, ob der Text hierher gehört."
    ),
    NoticeCode.TOO_MUCH_EVIDENCE: (
        "{place}: Übernommen wurden die ersten {number} Nachweise. Mehr sind je Frage nicht vorgesehen. "
        "Nennen Sie weitere bitte in der Notiz."
    ),
    NoticeCode.DROPPED_LINK: (
        "{place}: „{text}“ ist keine Internetadresse, die mit „https://“ oder „http://“ beginnt, "
        "und wurde als Link entfernt. Bitte tragen Sie die ganze Adresse ein oder nennen Sie die Stelle im Titel."
    ),
    NoticeCode.UNKNOWN_PRESET: (
        "{place}: Es ist nicht lesbar, ob „nicht zuständig“ nur voreingestellt war. "
        "Die Antwort gilt als bestätigt. Bitte prüfen Sie sie."
    ),
    NoticeCode.MISSING_REASON: (
        "{place}: Zur Antwort „entfällt“ fehlt die Begründung. Bitte tragen Sie ein, warum die Frage entfällt."
    ),
    NoticeCode.FURTHER_NOTICES: (
        "Weitere Hinweise, die hier nicht einzeln stehen: {number}. Bitte sehen Sie alle Antworten durch."
    ),
}

_FOREIGN_HINT = (
    "Wählen Sie eine Datei, die der Selbstcheck gespeichert hat. "
    "Was Sie auf dieser Seite eingetragen haben, bleibt unverändert."
)
_DAMAGED_HINT = (
    "Öffnen Sie eine frühere Kopie der Datei, oder speichern Sie den Bogen dort, wo er noch offen ist, noch einmal. "
    "Was Sie auf dieser Seite eingetragen haben, bleibt unverändert."
)

_REFUSALS: Mapping[RefusalCode, tuple[str, str]] = {
    RefusalCode.EMPTY_FILE: ("Die Datei ist leer.", _FOREIGN_HINT),
    RefusalCode.UNKNOWN_ENCODING: (
        "Die Datei ist beschädigt, oder ein anderes Programm hat sie in einer Kodierung gespeichert, "
        "die sich nicht sicher lesen lässt.",
        "Speichern Sie sie in einem Editor mit der Kodierung „UTF-8“, oder öffnen Sie eine frühere Kopie der Datei. "
        "Was Sie auf dieser Seite eingetragen haben, bleibt unverändert.",
    ),
    RefusalCode.TOO_LARGE: ("Die Datei ist zu groß für einen Bogen des Selbstchecks.", _FOREIGN_HINT),
    RefusalCode.DAMAGED: ("Die Datei ist beschädigt oder kein Bogen des Selbstchecks.", _DAMAGED_HINT),
    RefusalCode.DOUBLED_ENTRY: (
        "Die Datei ist beschädigt: Die Angabe „{text}“ steht an einer Stelle zweimal darin. "
        "Welche gelten soll, ist nicht zu erkennen.",
        _DAMAGED_HINT,
    ),
    RefusalCode.FOREIGN_FILE: ("Die Datei ist kein Bogen des Selbstchecks.", _FOREIGN_HINT),
    RefusalCode.NEWER_FORMAT: (
        "Der Bogen wurde mit einer neueren Fassung des Selbstchecks gespeichert. "
        "Diese Seite kann ihn noch nicht lesen.",
        "Laden Sie diese Seite neu, damit Sie die neueste Fassung haben, und öffnen Sie die Datei dann noch einmal.",
    ),
    RefusalCode.OTHER_CATALOGUE: (
        "Der Bogen gehört zu einem anderen Fragebogen („{text}“).",
        "Öffnen Sie die Datei auf der Seite, auf der dieser Fragebogen steht. "
        "Was Sie auf dieser Seite eingetragen haben, bleibt unverändert.",
    ),
    RefusalCode.UNKNOWN_SET: (
        "Der Bogen gehört zu Fragen, die es hier nicht gibt („{text}“).",
        "Laden Sie diese Seite neu, damit Sie die neueste Fassung haben, und öffnen Sie die Datei dann noch einmal.",
    ),
    RefusalCode.OTHER_FORM: (
        "Der Bogen gehört zu einer anderen Seite: „{text}“.",
        "Öffnen Sie die Datei auf jener Seite. Was Sie auf dieser Seite eingetragen haben, bleibt unverändert.",
    ),
}

_DAMAGED_LINE = "{message} Ab Zeile {line} ist sie nicht lesbar."
_DAMAGED_ENTRY = "Die Datei ist beschädigt: Die Angabe „{entry}“ fehlt oder ist nicht lesbar."

_RELOAD_HINT = (
    "Speichern Sie Ihren Bogen, laden Sie die Seite neu und öffnen Sie ihn wieder. "
    "Bleibt es dabei, schreiben Sie uns bitte."
)

# What went wrong between the page and the program.
_FAULTS: Mapping[Fault, tuple[str, str]] = {
    Fault.MALFORMED_REQUEST: ("Die Seite hat eine Anfrage gestellt, die das Programm nicht lesen kann.", _RELOAD_HINT),
    Fault.UNKNOWN_REQUEST: ("Die Seite hat eine Anfrage gestellt, die das Programm nicht kennt.", _RELOAD_HINT),
    Fault.UNKNOWN_VIEW: ("Die Seite hat eine Darstellung verlangt, die das Programm nicht kennt.", _RELOAD_HINT),
    Fault.INTERNAL_ERROR: ("Beim Auswerten ist ein Fehler im Programm aufgetreten.", _RELOAD_HINT),
}

# What the lists of a catalogue hold, one of it.
_LISTED = {"fields": "Handlungsfeld", "themes": "Thema", "questions": "Frage", "sets": "Fragensatz"}


class GermanWords:
    """The words of `selfcheck_core.protocol`, in German, for sheets of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._version = catalogue.version
        self._texts = {each.id: each.text for each in catalogue.questions()}
        self._texts |= {each.id: each.text for each in catalogue.set_questions()}

    def notice(self, notice: Notice | Remark) -> str:
        """Return what is odd in a sheet, or what became of it on the way from an earlier version."""
        if not isinstance(notice, Notice):
            return remark_sentence(notice, self._texts)
        return _NOTICES[notice.code].format(
            place=self._place(notice.place),
            entry=excerpt(_ENTRY_NAMES.get(notice.entry, notice.entry)),
            text=excerpt(notice.text) or _NOTHING.get(notice.code, ""),
            number=notice.number,
            ours=self._version,
            taken=_TAKEN.get(notice.entry, ""),
        )

    def advice(self, problem: Refusal | Fault) -> Advice:
        """Return what went wrong and what to do."""
        return advice(problem)

    def _place(self, place: SheetPlace) -> str:
        if place.part is not SheetPart.ANSWER:
            return _PARTS[place.part]
        question = f"Frage „{excerpt(self._texts[place.question], QUESTION_LENGTH)}“"
        return f"Nachweis {place.evidence} zu: {question}" if place.evidence else question


def advice(problem: Refusal | Fault) -> Advice:
    """Return why a file was not read, or what went wrong between page and program, and what to do."""
    if isinstance(problem, Fault):
        return Advice(*_FAULTS[problem])
    message, hint = _REFUSALS[problem.code]
    if problem.line:
        message = _DAMAGED_LINE.format(message=message, line=problem.line)
    if problem.entry:
        message = _DAMAGED_ENTRY.format(entry=_ENTRY_NAMES[problem.entry])
    return Advice(message.format(text=excerpt(problem.text)), hint)


def catalogue_sentence(error: CatalogueError) -> str:
    """Return why a compiled catalogue cannot be used."""
    place = " › ".join(("Katalog", *error.place))
    match error.code:
        case Damage.NOT_A_CATALOGUE:
            return "Das ist kein Katalog des Selbstchecks."
        case Damage.NEWER_FORMAT:
            return "Der Katalog stammt aus einer neueren Fassung des Programms."
        case Damage.ENTRY:
            return f"Der Katalog ist beschädigt: {place}, Angabe „{error.key}“."
        case Damage.DISORDERED_LEVELS:
            return "Der Katalog ist beschädigt: Die Reifegrade beginnen nicht bei 0 und steigen."
        case Damage.DOUBLED_ID:
            return f"Der Katalog ist beschädigt: {_LISTED[error.key]} „{error.place[0]}“ steht zweimal darin."
